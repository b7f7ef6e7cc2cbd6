//! The commands of the list for many articles: selecting them, and marking those above and below.

use super::{
    ListPane,
    commands::{MARK_READ, has_article, has_rows},
};
use crate::base::wording;
use crate::domain::{Deed, Mark, SelectionChange, Seq, Side};
use crate::session::{Argument, ArgumentKind, Command, Effect, Notice, Section, Session};

pub(super) const COMMANDS: &[Command<ListPane>] = &[
    Command::when(
        "select",
        &["<space>"],
        "Toggle selection and move down",
        has_article,
        |_, session| select(session),
    )
    .begins(Section::Selecting)
    .also("pick choose tick tag"),
    Command::when(
        "select-range",
        &["v", "V"],
        "Start a range; press again to end it",
        has_article,
        |_, session| session.toggle_range(),
    )
    .also("visual pick several"),
    Command::when("select-all", &["<c-a>"], "Select all articles in the list", counted, {
        |_, session| session.select(SelectionChange::Every)
    })
    .also("everything pick"),
    Command::when("select-invert", &["!"], "Invert the selection", counted, |_, session| {
        session.select(SelectionChange::Invert)
    }),
    Command::when("select-above", &[], "Select the articles above the cursor", has_article, {
        |_, session| {
            beside(session, |session, seq| {
                session.select(SelectionChange::Beside(Side::Above, seq))
            })
        }
    }),
    Command::when("select-below", &[], "Select the articles below the cursor", counted, {
        |_, session| {
            beside(session, |session, seq| {
                session.select(SelectionChange::Beside(Side::Below, seq))
            })
        }
    }),
    Command::when("select-none", &[], "Clear the selection", has_selection, |_, session| {
        session.select(SelectionChange::Nothing)
    })
    .also("deselect unselect clear"),
    Command::new("select-query", &["*"], "Select all articles that match a query", |_, session| {
        select_query(session)
    })
    .taking(Argument::required("query", ArgumentKind::Query)),
    Command::when("mark-read", &[], "Mark the article or the selection as read", has_article, {
        |_, session| mark(session, Mark::Read, true)
    })
    .begins(Section::Marking)
    .also("done seen dismiss delete remove archive hide"),
    Command::when(
        "mark-unread",
        &[],
        "Mark the article or the selection as unread",
        has_article,
        |_, session| mark(session, Mark::Read, false),
    )
    .also("new"),
    Command::when("star", &[], "Star the article or the selection", has_article, |_, session| {
        mark(session, Mark::Starred, true)
    })
    .also("favourite favorite save keep like"),
    Command::when(
        "unstar",
        &[],
        "Unstar the article or the selection",
        has_article,
        |_, session| mark(session, Mark::Starred, false),
    )
    .also("unfavourite delete remove"),
    Command::when(
        "mark-read-above",
        &["dk"],
        "Mark the articles above the cursor as read",
        has_article,
        |_, session| {
            beside(session, |session, seq| session.deal_beside(MARK_READ, Side::Above, seq))
        },
    ),
    Command::when(
        "mark-read-below",
        &["dj"],
        "Mark the articles below the cursor as read",
        has_article,
        |_, session| {
            beside(session, |session, seq| session.deal_beside(MARK_READ, Side::Below, seq))
        },
    ),
    Command::when(
        "copy-title",
        &["Y"],
        "Copy the title, or those of the selection",
        has_article,
        |_, session| copy_title(session),
    )
    .begins(Section::Links)
    .also("yank clipboard headline"),
];

/// For commands that need every row of the list. If the rows are not counted, the library knows
/// which they are.
fn counted(pane: &ListPane, session: &Session) -> Result<(), &'static str> {
    has_rows(pane, session)?;
    let is_being_counted = session.front().extent().is_being_counted();
    if is_being_counted { Err(wording!("list-still-counting")) } else { Ok(()) }
}

fn has_selection(_: &ListPane, session: &Session) -> Result<(), &'static str> {
    if session.has_selection() { Ok(()) } else { Err(wording!("list-nothing-selected")) }
}

/// Selects the article under the cursor and moves on, as many times as typed before.
fn select(session: &mut Session) -> Vec<Effect> {
    if session.front().range().is_some() {
        return session.end_range();
    }
    let mut effects = Vec::new();
    for _ in 0..session.count().unwrap_or(1).min(session.front().visible().len()) {
        let list = session.front_mut();
        let Some(seq) = list.headline().map(|headline| headline.seq) else { break };
        let row = list.cursor();
        list.move_to(row + 1);
        let is_last = list.cursor() == row;
        effects.extend(session.select(SelectionChange::Toggle(seq)));
        if is_last {
            break;
        }
    }
    effects.extend(session.load());
    effects
}

fn select_query(session: &mut Session) -> Vec<Effect> {
    let Some(text) = session.argument() else {
        return session.ask_for("select-query");
    };
    match session.config.vocabulary().strict(text) {
        Ok(query) => session.select(SelectionChange::Matching(query)),
        Err(mistake) => {
            session.say(Notice::warning(mistake.to_string()));
            Vec::new()
        }
    }
}

fn beside(
    session: &mut Session,
    act: impl FnOnce(&mut Session, Seq) -> Vec<Effect>,
) -> Vec<Effect> {
    match session.front().headline().map(|headline| headline.seq) {
        Some(seq) => act(session, seq),
        None => Vec::new(),
    }
}

fn mark(session: &mut Session, mark: Mark, value: bool) -> Vec<Effect> {
    if session.has_selection() {
        return session.deal_with_selected(Deed::Mark { mark, value: Some(value) });
    }
    let id = session.front().headline().map(|headline| headline.id);
    id.map_or_else(Vec::new, |id| session.mark(id, mark, value))
}

fn copy_title(session: &mut Session) -> Vec<Effect> {
    if session.has_selection() {
        return session.deal_with_selected(Deed::CopyTitles);
    }
    let title = session.front().headline().map(|headline| headline.title.clone());
    title.map(Effect::copy).into_iter().collect()
}
