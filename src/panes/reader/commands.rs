//! The commands of the reader.

use std::sync::Arc;

use super::{ReaderPane, Shown, links, paragraphs};
use crate::base::wording;
use crate::domain::Mark;
use crate::panes::find;
use crate::session::{Command, Effect, FindPhase, Notice, Purpose, Section, Session};
use crate::ui::page::Page;

pub(super) const COMMANDS: &[Command<ReaderPane>] = &[
    Command::when(
        "down",
        &["j", "<down>", "<enter>", "<c-e>"],
        "Scroll down",
        has_article,
        |pane, session| turn(pane, session, Page::down),
    )
    .begins(Section::Moving),
    Command::when("up", &["k", "<up>", "<c-y>"], "Scroll up", has_article, |pane, session| {
        turn(pane, session, Page::up)
    }),
    Command::when("half-page-down", &["<c-d>"], "Scroll down half a screen", has_article, {
        |pane, session| turn(pane, session, |page, n| page.down(times(n, page.half_page_rows())))
    }),
    Command::when("half-page-up", &["<c-u>"], "Scroll up half a screen", has_article, {
        |pane, session| turn(pane, session, |page, n| page.up(times(n, page.half_page_rows())))
    }),
    Command::when("page-down", &["<c-f>", "<pgdn>"], "Scroll down a screen", has_article, {
        |pane, session| turn(pane, session, |page, n| page.down(times(n, page.page_rows())))
    }),
    Command::when(
        "page-up",
        &["<c-b>", "<pgup>", "b", "<s-space>", "<bs>"],
        "Scroll up a screen",
        has_article,
        |pane, session| turn(pane, session, |page, n| page.up(times(n, page.page_rows()))),
    ),
    Command::new(
        "read-on",
        &["<space>"],
        "Scroll down a screen; at the end, open the next unread article",
        read_on,
    ),
    Command::when("top", &["gg", "<home>"], "Go to the title", has_article, |pane, session| {
        turn(pane, session, |page, _| page.to_top())
    }),
    Command::when("bottom", &["G", "<end>"], "Go to the end", has_article, |pane, session| {
        turn(pane, session, |page, _| page.to_bottom())
    }),
    Command::when(
        "percent",
        &["%"],
        "Go to N% of the text; type the number first",
        has_count,
        |pane, session| {
            turn(pane, session, |page, n| page.to_percent(u64::try_from(n).unwrap_or(100)))
        },
    ),
    Command::when("find", &["/"], "Find words in this article", has_article, find)
        .begins(Section::Searching)
        .also("search grep look filter highlight")
        .useful(),
    Command::when(
        "next-match",
        &["n"],
        "Next match; after the last one of a search, the next article",
        has_hits,
        |pane, session| step(pane, session, true),
    ),
    Command::when(
        "previous-match",
        &["N"],
        "Previous match; before the first one of a search, the previous article",
        has_hits,
        |pane, session| step(pane, session, false),
    ),
    Command::new("next-article", &["J", "]a"], "Next article", |_, session| {
        session.open_beside(true)
    })
    .begins(Section::Reading),
    Command::new("previous-article", &["K", "[a"], "Previous article", |_, session| {
        session.open_beside(false)
    }),
    Command::new("next-unread", &["]u"], "Next unread article", |_, session| {
        session.open_unread(true)
    }),
    Command::new("previous-unread", &["[u"], "Previous unread article", |_, session| {
        session.open_unread(false)
    }),
    Command::when("toggle-read", &["m"], "Toggle read", has_article, |pane, session| {
        toggle(pane, session, Mark::Read)
    })
    .begins(Section::Marking)
    .also("unread done seen dismiss delete"),
    Command::when("toggle-star", &["s"], "Toggle the star", has_article, |pane, session| {
        toggle(pane, session, Mark::Starred)
    })
    .also("favourite favorite save keep like flag important later")
    .useful(),
    Command::when("open-url", &["o"], "Open the link in the browser", can_open, |pane, _| {
        with_url(pane, Effect::open_url)
    })
    .begins(Section::Links)
    .also("browser web website link visit")
    .useful(),
    Command::when(
        "copy",
        &["y"],
        "Copy the selected paragraphs, or else the link",
        {
            |pane, session| {
                paragraphs::has_cursor(pane, session).or_else(|_| has_url(pane, session))
            }
        },
        |pane, session| match paragraphs::has_cursor(pane, session) {
            Ok(()) => paragraphs::copy(pane, false),
            Err(_) => with_url(pane, Effect::copy),
        },
    )
    .also("yank clipboard share"),
    Command::when(
        "copy-quote",
        &["Y"],
        "Copy the selected paragraphs with their source",
        paragraphs::has_cursor,
        |pane, _| paragraphs::copy(pane, true),
    )
    .also("cite citation quotation clipboard export"),
    Command::when("next-paragraph", &["}"], "Select the next paragraph", has_article, {
        |pane, session| paragraphs::step(pane, session, true)
    }),
    Command::when("previous-paragraph", &["{"], "Select the previous paragraph", has_article, {
        |pane, session| paragraphs::step(pane, session, false)
    }),
    Command::when(
        "select-paragraphs",
        &["V"],
        "Select several paragraphs",
        has_article,
        paragraphs::select,
    ),
    Command::when(
        "open-link",
        &["f"],
        "Open a link in the text by its letters, or by a number: 3f",
        has_article,
        |pane, session| links::choose(pane, session, Purpose::Open),
    )
    .also("follow browser web url"),
    Command::when(
        "copy-link",
        &["F"],
        "Copy a link in the text by its letters, or by a number: 3F",
        has_article,
        |pane, session| links::choose(pane, session, Purpose::Copy),
    )
    .also("yank clipboard url"),
    Command::new("back", &["h", "q", "<left>"], "Go back to the list", close)
        .begins(Section::Leaving)
        .also("leave return close exit"),
    Command::new("clear", &["<esc>"], "Clear the selection or the matches; then go back", clear),
];

pub(super) fn has_article(pane: &ReaderPane, _session: &Session) -> Result<(), &'static str> {
    pane.shown.as_ref().map(|_| ()).ok_or(wording!("reader-nothing-open"))
}

fn has_count(pane: &ReaderPane, session: &Session) -> Result<(), &'static str> {
    has_article(pane, session)?;
    session.count().map(|_| ()).ok_or(wording!("reader-number-first"))
}

fn has_hits(pane: &ReaderPane, session: &Session) -> Result<(), &'static str> {
    has_article(pane, session)?;
    let has_any = pane.shown.as_ref().is_some_and(|shown| !shown.hits.is_empty());
    // What was found by its title alone leads on to others.
    if has_any || session.matches_go_on() { Ok(()) } else { Err(wording!("reader-nothing-found")) }
}

fn has_url(pane: &ReaderPane, session: &Session) -> Result<(), &'static str> {
    has_article(pane, session)?;
    let url = pane.shown.as_ref().and_then(|shown| shown.opened.article.url.as_ref());
    url.map(|_| ()).ok_or(wording!("list-no-address"))
}

/// As [`has_url`]; the text may have links to open instead.
fn can_open(pane: &ReaderPane, session: &Session) -> Result<(), &'static str> {
    let has_links = |shown: &Shown| !shown.opened.index.links().is_empty();
    has_url(pane, session).map_err(|why| {
        let is_elsewhere = pane.shown.as_ref().is_some_and(has_links);
        if is_elsewhere { wording!("reader-no-address-but-links") } else { why }
    })
}

/// Moves the page; `go` is given the count typed before the command, else 1.
fn turn(
    pane: &mut ReaderPane,
    session: &mut Session,
    go: impl FnOnce(&mut Page, usize),
) -> Vec<Effect> {
    if let Some(shown) = &mut pane.shown {
        go(&mut shown.page, session.count().unwrap_or(1));
    }
    pane.moved(session)
}

fn times(n: usize, rows: usize) -> usize {
    n.saturating_mul(rows)
}

fn read_on(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    // A held key must not run through articles that were never shown.
    if pane.is_loading(session) {
        return Vec::new();
    }
    match &pane.shown {
        Some(shown) if !shown.page.shows_end() => {
            turn(pane, session, |page, n| page.down(times(n, page.page_rows())))
        }
        Some(_) | None => session.open_unread(true),
    }
}

fn find(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    let Some(Shown { opened, page, hits, before, .. }) = &mut pane.shown else {
        return Vec::new();
    };
    *before = Some((page.clone(), hits.clone()));
    session.finding.start(Arc::clone(&opened.article));
    session.show(find::NAME);
    Vec::new()
}

fn step(pane: &mut ReaderPane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    let Some(Shown { page, hits, .. }) = &mut pane.shown else {
        return Vec::new();
    };
    let step = hits.step(page, is_down, session.count().unwrap_or(1));
    if (step.is_around || hits.is_empty())
        && session.matches_go_on()
        && let Some(effects) = session.open_hit_beside(is_down)
    {
        return effects;
    }
    hits.show(step.to, page);
    if step.is_around {
        let count = hits.count().unwrap_or_default();
        session.say(Notice::note(if is_down {
            wording!("reader-again-from-top", count = count)
        } else {
            wording!("reader-again-from-end", count = count)
        }));
    }
    pane.moved(session)
}

fn toggle(pane: &mut ReaderPane, session: &mut Session, mark: Mark) -> Vec<Effect> {
    let Some(shown) = &pane.shown else {
        return Vec::new();
    };
    let headline = &shown.opened.headline;
    let is_set = headline.has(mark);
    session.mark(shown.opened.article.id, mark, !is_set)
}

fn with_url(pane: &ReaderPane, effect: fn(crate::base::Clean) -> Effect) -> Vec<Effect> {
    let url = pane.shown.as_ref().and_then(|shown| shown.opened.article.url.clone());
    url.map(effect).into_iter().collect()
}

fn close(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    pane.is_left = true;
    session.hide();
    session.load()
}

fn clear(pane: &mut ReaderPane, session: &mut Session) -> Vec<Effect> {
    let Some(shown) = &mut pane.shown else {
        return close(pane, session);
    };
    if paragraphs::leave(shown) {
        return Vec::new();
    }
    if session.finding.phase == FindPhase::Kept {
        session.finding.stop();
        shown.hits = super::Hits::new(Arc::clone(&shown.opened.hits));
        return Vec::new();
    }
    close(pane, session)
}
