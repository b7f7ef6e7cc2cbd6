//! The commands of the prompt.

use super::SearchPane;
use crate::domain::Order;
use crate::panes::prompt::{Prompt, put_query, step_back};
use crate::session::{Command, Effect, LIST, Session};

pub(super) const COMMANDS: &[Command<SearchPane>] = &[
    Command::new("accept", &["<enter>"], "Go to the results", accept),
    Command::new("next-result", &["<down>", "<c-n>"], "Next hit", |pane, session| {
        choose(pane, session, true)
    }),
    Command::new(
        "previous-result",
        &["<up>", "<c-p>"],
        "Previous hit; on an empty line, an older query",
        |pane, session| choose(pane, session, false),
    ),
    Command::new("page-down", &["<pgdn>"], "Move down a screen", |_, session| page(session, true)),
    Command::new("page-up", &["<pgup>"], "Move up a screen", |_, session| page(session, false)),
    Command::new(
        "toggle-order",
        &["<c-o>"],
        "Toggle the order: newest or best match first",
        |_, session| {
            session.relist(|list| {
                list.listing.is_reversed = false;
                list.listing.order = match list.listing.order {
                    Order::Relevance => Order::Date,
                    Order::Date | Order::Source | Order::Title => Order::Relevance,
                };
            })
        },
    ),
];

/// Leaves the prompt for the results that are shown. If nothing could be understood, the line stays
/// to be mended.
fn accept(pane: &mut SearchPane, session: &mut Session) -> Vec<Effect> {
    if pane.input.text().trim().is_empty() {
        return pane.leave(session);
    }
    let effects = session.search_for(pane.input.text());
    if session.search.enter() {
        put_query(&mut pane.input, &session.search.text);
        session.hide();
        session.show(LIST);
    }
    effects
}

/// Moves through the results, or through the history while nothing else has been typed.
fn choose(pane: &mut SearchPane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    if pane.input.text().is_empty() || pane.recall.is_back() {
        return step_back(pane, session, !is_down);
    }
    let row = session.front().cursor();
    session.front_mut().move_to(if is_down { row + 1 } else { row.saturating_sub(1) });
    session.load()
}

fn page(session: &mut Session, is_down: bool) -> Vec<Effect> {
    let n_rows = session.front().visible().len().max(1);
    session.front_mut().page(is_down, n_rows);
    session.load()
}
