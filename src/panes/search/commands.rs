//! The commands of the prompt.

use super::SearchPane;
use crate::domain::Order;
use crate::panes::prompt::{Prompt, put_query, step_back};
use crate::query::Query;
use crate::session::{Command, Effect, LIST, Session};

pub(super) const COMMANDS: &[Command<SearchPane>] = &[
    Command::new("accept", &["<enter>"], "Go to the results", accept),
    Command::new(
        "next-result",
        &["<down>", "<c-n>"],
        "Next hit; among older queries, a newer one",
        |pane, session| choose(pane, session, true),
    ),
    Command::new(
        "previous-result",
        &["<up>", "<c-p>"],
        "Previous hit; from the first hit, an older query",
        |pane, session| choose(pane, session, false),
    ),
    Command::new("page-down", &["<pgdn>"], "Move down a screen", |_, session| page(session, true)),
    Command::new("page-up", &["<pgup>"], "Move up a screen", |_, session| page(session, false)),
    Command::new(
        "toggle-order",
        &["<c-o>"],
        "Toggle the order: newest or best match first",
        |pane: &mut SearchPane, session| {
            let effects = session.sort(|listing| {
                listing.is_reversed = false;
                listing.order = match listing.order {
                    Order::Relevance => Order::Date,
                    _ => Order::Relevance,
                };
            });
            // An order that the query had asked for has left it.
            if Query::reading(pane.input.text()).query.showing().sort.is_some() {
                put_query(&mut pane.input, &session.search.line());
            }
            effects
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
    if session.enter_search() {
        put_query(&mut pane.input, &session.search.text);
        session.hide();
        session.show(LIST);
    }
    effects
}

/// Moves through the results, which lie below the prompt, or through the history, which lies above
/// them: up from the first result, or at once while nothing has been typed.
fn choose(pane: &mut SearchPane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    let row = session.front().cursor();
    let is_fresh = pane.input.text().is_empty() || pane.input.is_selected();
    if pane.recall.is_back() || !is_down && (is_fresh || row == 0) {
        return step_back(pane, session, !is_down);
    }
    session.front_mut().move_to(if is_down { row + 1 } else { row.saturating_sub(1) });
    session.load()
}

fn page(session: &mut Session, is_down: bool) -> Vec<Effect> {
    let n_rows = session.front().visible().len().max(1);
    session.front_mut().page(is_down, n_rows);
    session.load()
}
