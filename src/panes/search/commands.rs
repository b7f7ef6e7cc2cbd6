//! What can be asked of the prompt.

use super::SearchPane;
use crate::domain::Order;
use crate::session::{About, Command, Effect, LIST, Session, always};
use crate::ui::Input;

type Run = fn(&mut SearchPane, &mut Session) -> Vec<Effect>;

const fn command(
    name: &'static str,
    keys: &'static [&'static str],
    doc: &'static str,
    run: Run,
) -> Command<SearchPane> {
    Command { about: About { name, doc, keys }, enabled: always, run }
}

pub(super) const COMMANDS: &[Command<SearchPane>] = &[
    command("accept", &["<enter>", "<tab>"], "Go to the results", accept),
    command("cancel", &["<esc>", "<c-c>", "<c-g>"], "Go back to the library", |_, session| {
        session.close_search();
        session.load()
    }),
    command("next-result", &["<down>", "<c-n>"], "Next result", |pane, session| {
        choose(pane, session, true)
    }),
    command(
        "previous-result",
        &["<up>", "<c-p>"],
        "Previous result; an earlier query when empty",
        |pane, session| choose(pane, session, false),
    ),
    command("page-down", &["<pgdn>"], "Move down a screen", |_, session| page(session, true)),
    command("page-up", &["<pgup>"], "Move up a screen", |_, session| page(session, false)),
    command("toggle-order", &["<c-o>"], "Newest first, or best match first", |_, session| {
        session.select(|list| {
            list.selecting.is_reversed = false;
            list.selecting.order = match list.selecting.order {
                Order::Relevance => Order::Date,
                Order::Date | Order::Source | Order::Title => Order::Relevance,
            };
        })
    }),
    command("start", &["<c-a>", "<home>"], "Go to the start of the line", |pane, session| {
        pane.edit(session, Input::home)
    }),
    command("end", &["<c-e>", "<end>"], "Go to the end of the line", |pane, session| {
        pane.edit(session, Input::end)
    }),
    command("left", &["<c-b>", "<left>"], "Go back one character", |pane, session| {
        pane.edit(session, Input::left)
    }),
    command("right", &["<c-f>", "<right>"], "Go on one character", |pane, session| {
        pane.edit(session, Input::right)
    }),
    command("word-left", &["<a-b>"], "Go back one word", |pane, session| {
        pane.edit(session, Input::word_left)
    }),
    command("word-right", &["<a-f>"], "Go on one word", |pane, session| {
        pane.edit(session, Input::word_right)
    }),
    command("backspace", &["<bs>", "<c-h>"], "Delete the character before", |pane, session| {
        if pane.input.text().is_empty() {
            session.close_search();
            return session.load();
        }
        pane.edit(session, Input::backspace)
    }),
    command("delete", &["<del>", "<c-d>"], "Delete the character", |pane, session| {
        pane.edit(session, Input::delete)
    }),
    command("delete-word", &["<c-w>", "<a-bs>"], "Delete the word before", |pane, session| {
        pane.edit(session, Input::kill_word)
    }),
    command("delete-to-start", &["<c-u>"], "Delete to the start", |pane, session| {
        pane.edit(session, Input::kill_to_start)
    }),
    command("delete-to-end", &["<c-k>"], "Delete to the end", |pane, session| {
        pane.edit(session, Input::kill_to_end)
    }),
    command("yank", &["<c-y>"], "Insert what was deleted last", |pane, session| {
        pane.edit(session, Input::yank)
    }),
];

/// Leaves the prompt for the results; a query that has a mistake stays to be mended.
fn accept(pane: &mut SearchPane, session: &mut Session) -> Vec<Effect> {
    if pane.input.text().trim().is_empty() {
        session.close_search();
        return session.load();
    }
    let effects = session.search_for(pane.input.text(), false);
    if session.search.mistake.is_none() {
        session.search.remember();
        session.hide();
        session.show(LIST);
    }
    effects
}

/// Moves through the results, or through the history while nothing else has been typed.
fn choose(pane: &mut SearchPane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    if pane.input.text().is_empty() || 0 < pane.back {
        return recall(pane, session, is_down);
    }
    let row = session.front().cursor();
    session.front_mut().move_to(if is_down { row + 1 } else { row.saturating_sub(1) });
    session.load()
}

fn recall(pane: &mut SearchPane, session: &mut Session, is_down: bool) -> Vec<Effect> {
    let history = &session.search.history;
    let back = if is_down { pane.back.saturating_sub(1) } else { pane.back + 1 };
    pane.back = back.min(history.len());
    let at = history.len() - pane.back;
    let text = history.get(at).cloned().unwrap_or_default();
    pane.input.set(text);
    session.search_for(pane.input.text(), true)
}

fn page(session: &mut Session, is_down: bool) -> Vec<Effect> {
    let n_rows = session.front().visible().len().max(1);
    session.front_mut().page(is_down, n_rows);
    session.load()
}
