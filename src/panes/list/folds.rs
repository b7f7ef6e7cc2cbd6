//! Folding days into their headings.

use super::ListPane;
use crate::base::wording;
use crate::domain::Folds;
use crate::session::{Command, Effect, Section, Session};

pub(super) const COMMANDS: &[Command<ListPane>] = &[
    Command::when("toggle-fold", &["za"], "Fold or unfold this day", has_day, |_, session| {
        let row = session.front().cursor();
        toggle_at(session, row)
    })
    .begins(Section::Folding)
    .also("collapse expand group"),
    Command::when("fold", &["zc"], "Fold this day into its heading", has_day, |_, session| {
        set(session, true)
    })
    .also("collapse hide"),
    Command::when("unfold", &["zo"], "Unfold this day", has_day, |_, session| set(session, false))
        .also("expand show"),
    Command::when("fold-all", &["zM"], "Fold all days", has_days, |_, session| {
        session.relist(|list| list.fold(|folds| *folds = Folds::all()))
    })
    .also("collapse hide"),
    Command::when("unfold-all", &["zR"], "Unfold all days", has_days, |_, session| {
        session.relist(|list| list.fold(|folds| *folds = Folds::default()))
    })
    .also("expand show"),
];

/// Folds or unfolds the day of a row, and puts the cursor there.
pub(super) fn toggle_at(session: &mut Session, row: usize) -> Vec<Effect> {
    let Some(day) = session.front().headline_at(row).map(|headline| headline.date) else {
        return Vec::new();
    };
    session.front_mut().move_to(row);
    session.relist(|list| list.fold(|folds| folds.toggle(day)))
}

fn set(session: &mut Session, is_folded: bool) -> Vec<Effect> {
    let Some(day) = session.front().headline().map(|headline| headline.date) else {
        return Vec::new();
    };
    if session.front().listing.folds.is_folded(day) == is_folded {
        return Vec::new();
    }
    session.relist(|list| list.fold(|folds| folds.set(day, is_folded)))
}

fn has_days(_: &ListPane, session: &Session) -> Result<(), &'static str> {
    if session.front().has_foldable_days() { Ok(()) } else { Err(wording!("list-no-folding")) }
}

fn has_day(pane: &ListPane, session: &Session) -> Result<(), &'static str> {
    has_days(pane, session)?;
    session.front().headline().map(|_| ()).ok_or(wording!("list-no-article"))
}
