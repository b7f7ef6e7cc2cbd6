//! What can be asked of words in context.

use super::ContextPane;
use crate::base::wording;
use crate::domain::ContextOrder;
use crate::session::{Command, Session};

pub(super) const COMMANDS: &[Command<ContextPane>] = &[
    Command::when("open", &["<enter>", "l"], "Read the article there", has_line, ContextPane::open),
    Command::new("sort-by-date", &[",d"], "Sort by date, newest first", |pane, _| {
        pane.sort(ContextOrder::Date)
    }),
    Command::new("sort-by-left", &[",l"], "Sort by the words on the left", |pane, _| {
        pane.sort(ContextOrder::Left)
    }),
    Command::new("sort-by-right", &[",r"], "Sort by the words on the right", |pane, _| {
        pane.sort(ContextOrder::Right)
    }),
    Command::new("next-order", &["<tab>"], "Sort by the next order", |pane, _| {
        pane.sort(match pane.order {
            ContextOrder::Date => ContextOrder::Right,
            ContextOrder::Right => ContextOrder::Left,
            ContextOrder::Left => ContextOrder::Date,
        })
    }),
    Command::new("close", &["q", "<esc>", "h", "<left>", "<c-g>"], "Go back", |_, session| {
        session.hide();
        Vec::new()
    }),
];

fn has_line(pane: &ContextPane, _: &Session) -> Result<(), &'static str> {
    let is_there = pane.line(pane.cursor.at()).is_some();
    is_there.then_some(()).ok_or(wording!("list-no-article"))
}
