//! The commands of the list.

use super::ListPane;
use crate::base::wording;
use crate::domain::{Deed, Mark, Order, View};
use crate::session::{
    Argument, ArgumentKind, Command, Effect, LIST, List, Notice, READER, SEARCH, Scrolled, Section,
    Session, Then,
};

pub(super) const COMMANDS: &[Command<ListPane>] = &[
    Command::new("down", &["j", "<down>"], "Move down", |_, session| step(session, true))
        .begins(Section::Moving),
    Command::new("up", &["k", "<up>"], "Move up", |_, session| step(session, false)),
    Command::new(
        "first",
        &["gg", "<home>"],
        "Go to the first row; with a number, to that row",
        |_, session| go_to(session, 0),
    ),
    Command::new(
        "last",
        &["G", "<end>"],
        "Go to the last row; with a number, to that row",
        |_, session| go_to(session, usize::MAX),
    ),
    Command::new("half-page-down", &["<c-d>"], "Move down half a screen", |_, session| {
        page(session, true, 2)
    }),
    Command::new("half-page-up", &["<c-u>"], "Move up half a screen", |_, session| {
        page(session, false, 2)
    }),
    Command::new("page-down", &["<c-f>", "<pgdn>"], "Move down a screen", |_, session| {
        page(session, true, 1)
    }),
    Command::new("page-up", &["<c-b>", "<pgup>"], "Move up a screen", |_, session| {
        page(session, false, 1)
    }),
    Command::new("screen-top", &["H"], "Move to the top of the screen", |_, session| {
        to_screen(session, 0)
    }),
    Command::new("screen-middle", &[], "Move to the middle of the screen", |_, session| {
        to_screen(session, 1)
    }),
    Command::new("screen-bottom", &["L"], "Move to the bottom of the screen", |_, session| {
        to_screen(session, 2)
    }),
    Command::new(
        "scroll-top",
        &["zt"],
        "Scroll this row to the top of the screen",
        |_, session| moved(session, |list| list.align(0)),
    ),
    Command::new(
        "scroll-middle",
        &["zz"],
        "Scroll this row to the middle of the screen",
        |_, session| moved(session, |list| list.align(1)),
    ),
    Command::new(
        "scroll-bottom",
        &["zb"],
        "Scroll this row to the bottom of the screen",
        |_, session| moved(session, |list| list.align(2)),
    ),
    Command::new("titles-left", &["zh", "<a-h>"], "Scroll long titles left", |_, session| {
        shift_titles(session, false)
    }),
    Command::when(
        "titles-right",
        &["zl", "<a-l>"],
        "Scroll long titles right",
        has_rows,
        |_, session| shift_titles(session, true),
    ),
    Command::when(
        "next",
        &["n"],
        "Next unread article; in results, the next hit",
        has_rows,
        |_, session| next(session, true),
    )
    .begins(Section::Reading),
    Command::when(
        "previous",
        &["N"],
        "Previous unread article; in results, the previous hit",
        has_rows,
        |_, session| next(session, false),
    ),
    Command::when("next-unread", &["]u"], "Next unread article", has_rows, |_, session| {
        session.seek_unread(true, Then::Move)
    }),
    Command::when("previous-unread", &["[u"], "Previous unread article", has_rows, |_, session| {
        session.seek_unread(false, Then::Move)
    }),
    Command::when(
        "open",
        &["<enter>", "l", "<right>"],
        "Read the article",
        has_rows,
        |_, session| {
            let row = session.front().cursor();
            if session.front().is_folded(row) {
                return super::folds::toggle_at(session, row);
            }
            session.open_at_cursor()
        },
    )
    .also("read view show enter"),
    Command::new("back", &["h", "<left>"], "Close the results", |_, session| back(session))
        .also("leave return close"),
    Command::new(
        "clear",
        &["<esc>"],
        "Clear the range or selection; then close the results",
        |_, session| session.unselect().unwrap_or_else(|| back(session)),
    )
    .also("escape cancel deselect"),
    Command::new("quit", &["q"], "Close the results, or quit", |_, session| {
        if session.search.is_open {
            return back(session);
        }
        session.wishes.quit = true;
        Vec::new()
    })
    .also("exit leave close bye directory folder"),
    Command::new("search", &["/"], "Search all articles", |_, session| {
        session.open_search();
        session.show(SEARCH);
        Vec::new()
    })
    .begins(Section::Searching)
    .also("find filter look grep query")
    .useful(),
    Command::new("filter", &["&"], "List only those that match a query, too", |_, session| {
        filter(session)
    })
    .also("narrow limit only search within query")
    .taking(Argument::optional("query", ArgumentKind::Query)),
    Command::when(
        "toggle-read",
        &["m"],
        "Toggle read for the article or the selection",
        has_article,
        |_, session| toggle(session, Mark::Read),
    )
    .begins(Section::Marking)
    .also("unread done seen dismiss"),
    Command::when(
        "toggle-star",
        &["s"],
        "Toggle the star of the article or the selection",
        has_article,
        |_, session| toggle(session, Mark::Starred),
    )
    .also("favourite favorite save keep like flag important read later tag")
    .useful(),
    Command::when(
        "mark-all-read",
        &["M", "A"],
        "Mark all articles in the list as read",
        has_rows,
        |_, session| session.deal_with_all(MARK_READ),
    )
    .also("catch up clear done seen")
    .useful(),
    Command::when(
        "open-url",
        &["o"],
        "Open the link, or those of the selection, in the browser",
        has_url,
        |_, session| with_url(session, Deed::OpenUrls, Effect::open_url),
    )
    .begins(Section::Links)
    .also("browser web website link visit")
    .useful(),
    Command::when(
        "copy-url",
        &["y"],
        "Copy the link, or those of the selection",
        has_url,
        |_, session| with_url(session, Deed::CopyUrls, Effect::copy),
    )
    .also("yank link clipboard share"),
    Command::new(
        "cycle-view",
        &["gv"],
        "Cycle views: all, unread, starred, changed",
        |_, session| {
            let view = match session.view() {
                View::All => View::Unread,
                View::Unread => View::Starred,
                View::Starred => View::Changed,
                View::Changed => View::All,
            };
            session.show_view(view)
        },
    )
    .begins(Section::Viewing)
    .also("filter"),
    Command::new("view-all", &["ga"], "Show all articles", |_, session| {
        session.show_view(View::All)
    })
    .also("everything filter reset"),
    Command::new("view-unread", &["gu"], "Show unread articles", |_, session| {
        session.show_view(View::Unread)
    })
    .also("filter new only")
    .useful(),
    Command::new("view-starred", &["gs"], "Show starred articles", |_, session| {
        session.show_view(View::Starred)
    })
    .also("favourites favorites saved filter only")
    .useful(),
    Command::new("view-changed", &["gm"], "Show changed articles", |_, session| {
        session.show_view(View::Changed)
    })
    .also("edited updated corrected filter only"),
    Command::new("sort-by-date", &[",d"], "Sort by date, newest first", |_, session| {
        sort(session, Order::Date)
    })
    .also("order newest latest chronological"),
    Command::new("sort-by-source", &[",s"], "Sort by source", |_, session| {
        sort(session, Order::Source)
    })
    .also("order group feed outlet newspaper"),
    Command::new("sort-by-title", &[",t"], "Sort by title", |_, session| {
        sort(session, Order::Title)
    })
    .also("order alphabetical name"),
    Command::when(
        "sort-by-match",
        &[",b"],
        "Sort results by best match",
        has_query,
        |_, session| sort(session, Order::Relevance),
    )
    .also("order relevance best score rank"),
    Command::new("reverse", &[",r"], "Reverse the order", |_, session| {
        session.sort(|listing| listing.is_reversed = !listing.is_reversed)
    })
    .also("order oldest ascending descending sort"),
];

pub(super) const MARK_READ: Deed = Deed::Mark { mark: Mark::Read, value: Some(true) };

pub(super) fn has_rows(_: &ListPane, session: &Session) -> Result<(), &'static str> {
    if session.front().n_rows() == 0 { Err(wording!("list-no-article")) } else { Ok(()) }
}

pub(super) fn has_article(_: &ListPane, session: &Session) -> Result<(), &'static str> {
    match session.front().headline() {
        Some(headline) if headline.folded.is_some() => Err(wording!("list-day-folded")),
        Some(_) => Ok(()),
        None if session.has_selection() => Ok(()),
        None if session.front().n_rows() == 0 => Err(wording!("list-no-article")),
        None => Err(wording!("list-still-reading")),
    }
}

fn has_url(pane: &ListPane, session: &Session) -> Result<(), &'static str> {
    has_article(pane, session)?;
    if session.has_selection() {
        return Ok(());
    }
    let url = session.front().headline().and_then(|headline| headline.url.as_ref());
    url.map(|_| ()).ok_or(wording!("list-no-address"))
}

fn has_query(_: &ListPane, session: &Session) -> Result<(), &'static str> {
    if session.search.is_open { Ok(()) } else { Err(wording!("list-no-best-match")) }
}

fn moved(session: &mut Session, change: impl FnOnce(&mut List)) -> Vec<Effect> {
    change(session.front_mut());
    session.load()
}

/// As [`moved`], for going through the list rather than jumping in it.
fn scrolled(session: &mut Session, change: impl FnOnce(&mut List)) -> Vec<Effect> {
    let row = session.front().cursor();
    let mut effects = moved(session, change);
    effects.extend(session.pass(row, Scrolled::Keys));
    effects
}

fn step(session: &mut Session, is_down: bool) -> Vec<Effect> {
    let n = session.count().unwrap_or(1);
    scrolled(session, |list| {
        let row = list.cursor();
        list.move_to(if is_down { row.saturating_add(n) } else { row.saturating_sub(n) });
    })
}

fn next(session: &mut Session, is_down: bool) -> Vec<Effect> {
    if session.search.is_open {
        return step(session, is_down);
    }
    let mut effects = Vec::new();
    for _ in 0..session.count().unwrap_or(1).min(session.front().n_rows()) {
        let row = session.front().cursor();
        effects.extend(session.seek_unread(is_down, Then::Move));
        if session.front().cursor() == row {
            break;
        }
    }
    effects
}

fn go_to(session: &mut Session, otherwise: usize) -> Vec<Effect> {
    let row = session.count().map_or(otherwise, |number| number.saturating_sub(1));
    session.leave_place();
    moved(session, |list| list.move_to(row))
}

fn page(session: &mut Session, is_down: bool, share: usize) -> Vec<Effect> {
    let n = session.count().unwrap_or(1);
    scrolled(session, |list| {
        let n_rows = list.visible().len() / share;
        list.page(is_down, n_rows.saturating_sub(2 - share).max(1).saturating_mul(n));
    })
}

fn shift_titles(session: &mut Session, is_right: bool) -> Vec<Effect> {
    let n_steps = session.count().unwrap_or(1);
    session.front_mut().shift_titles(is_right, n_steps);
    Vec::new()
}

fn to_screen(session: &mut Session, half: usize) -> Vec<Effect> {
    moved(session, |list| list.move_on_screen(half))
}

/// Closes the results, or else the reader that is shown next to the list.
fn back(session: &mut Session) -> Vec<Effect> {
    if session.search.is_open {
        session.close_search();
    } else if session.is_shown(READER) {
        session.show(READER);
        session.hide();
        session.show(LIST);
    }
    session.load()
}

fn sort(session: &mut Session, order: Order) -> Vec<Effect> {
    session.sort(|listing| {
        listing.order = order;
        listing.is_reversed = false;
    })
}

/// Narrows the list to what was typed; without that, the prompt opens to go on with its query.
fn filter(session: &mut Session) -> Vec<Effect> {
    let Some(text) = session.argument().map(str::to_owned) else {
        return session.begin_to_filter();
    };
    match session.filter_by(&text) {
        Ok(effects) => effects,
        Err(mistake) => {
            session.say(Notice::warning(mistake.to_string()));
            Vec::new()
        }
    }
}

fn toggle(session: &mut Session, mark: Mark) -> Vec<Effect> {
    if session.has_selection() {
        return session.deal_with_selected(Deed::Mark { mark, value: None });
    }
    let Some((id, is_set)) = session.front().headline().map(|it| (it.id, it.has(mark))) else {
        return Vec::new();
    };
    session.mark(id, mark, !is_set)
}

fn with_url(
    session: &mut Session,
    deed: Deed,
    effect: fn(crate::base::Clean) -> Effect,
) -> Vec<Effect> {
    if session.has_selection() {
        return session.deal_with_selected(deed);
    }
    let url = session.front().headline().and_then(|headline| headline.url.clone());
    if url.is_none() {
        session.say(Notice::note(wording!("list-no-address")));
    }
    url.map(effect).into_iter().collect()
}
