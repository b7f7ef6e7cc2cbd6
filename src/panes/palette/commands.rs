//! The commands of the palette.

use super::PalettePane;
use crate::panes::prompt::Prompt;
use crate::session::{Command, Effect, Invocation, Session, remember};

/// Rows that a page moves.
const PAGE: usize = 10;

pub(super) const COMMANDS: &[Command<PalettePane>] = &[
    Command::new("accept", &["<enter>"], "Run the command", accept),
    Command::new("next", &["<down>", "<c-n>", "<tab>"], "Next command", |pane, _| go(pane, 1)),
    Command::new("previous", &["<up>", "<c-p>", "<s-tab>"], "Previous command", |pane, _| {
        go(pane, -1)
    }),
    Command::new("page-down", &["<pgdn>"], "Move down a screen", |pane, _| {
        go(pane, PAGE.cast_signed())
    }),
    Command::new("page-up", &["<pgup>"], "Move up a screen", |pane, _| {
        go(pane, -PAGE.cast_signed())
    }),
];

fn go(pane: &mut PalettePane, rows: isize) -> Vec<Effect> {
    let last = pane.fitting.len().saturating_sub(1);
    pane.cursor = pane.cursor.saturating_add_signed(rows).min(last);
    pane.refusal = None;
    Vec::new()
}

/// Requests the selected command; one that needs an argument is taken to the command line.
fn accept(pane: &mut PalettePane, session: &mut Session) -> Vec<Effect> {
    let Some(entry) = pane.chosen() else {
        return Vec::new();
    };
    if let Some(reason) = entry.reason {
        pane.refusal = Some(reason);
        return Vec::new();
    }
    let invocation = Invocation::of(entry.command);
    remember(&mut session.prompts.palette, entry.about.name);
    let effects = pane.leave(session);
    session.wishes.commands.push_back(invocation);
    effects
}
