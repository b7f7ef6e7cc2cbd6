//! What can be asked of the values that articles have in common.

use super::FacetsPane;
use crate::session::{Command, Effect, LIST, Session};

pub(super) const COMMANDS: &[Command<FacetsPane>] = &[
    Command::new(
        "toggle",
        &["<enter>"],
        "List only articles with this value, or with others, too",
        |pane, session| pane.act(session, false),
    ),
    Command::new("leave-out", &["-"], "List only articles without this value; again lists them", {
        |pane, session| pane.act(session, true)
    }),
    Command::new("down", &["<down>", "<c-n>"], "Next value", |pane, session| {
        step(pane, session, 1)
    }),
    Command::new("up", &["<up>", "<c-p>"], "Previous value", |pane, session| {
        step(pane, session, -1)
    }),
    Command::new("page-down", &["<pgdn>"], "Move down a screen", |pane, session| {
        let n_rows = isize::try_from(pane.n_rows()).unwrap_or(isize::MAX);
        step(pane, session, n_rows)
    }),
    Command::new("page-up", &["<pgup>"], "Move up a screen", |pane, session| {
        let n_rows = isize::try_from(pane.n_rows()).unwrap_or(isize::MAX);
        step(pane, session, -n_rows)
    }),
    Command::new("next-kind", &["<tab>"], "Next kind of value", |pane, session| {
        pane.turn(session, true);
        Vec::new()
    }),
    Command::new("previous-kind", &["<s-tab>"], "Previous kind of value", |pane, session| {
        pane.turn(session, false);
        Vec::new()
    }),
    Command::new("backspace", &["<bs>", "<c-h>"], "Delete the character before", {
        |pane, session| {
            pane.filter(session, |filter| {
                filter.pop();
            })
        }
    }),
    Command::new("clear", &["<c-u>"], "Show all values", |pane, session| {
        pane.filter(session, String::clear)
    }),
    Command::new("leave", &["<esc>", "<c-c>", "<c-g>"], "Show all values; then go to the list", {
        leave
    }),
];

fn step(pane: &mut FacetsPane, session: &mut Session, by: isize) -> Vec<Effect> {
    pane.step(session, by);
    Vec::new()
}

fn leave(pane: &mut FacetsPane, session: &mut Session) -> Vec<Effect> {
    let tallies = &mut session.lists.tallies;
    if !tallies.filter.is_empty() || tallies.opened.is_some() {
        tallies.opened = None;
        return pane.filter(session, String::clear);
    }
    session.hide();
    session.show(LIST);
    session.load()
}
