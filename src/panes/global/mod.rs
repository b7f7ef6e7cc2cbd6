//! Commands that work in the list and in the reader alike. It draws nothing.

use ratatui::{Frame, layout::Rect};

use super::{Pane, help};
use crate::session::{About, Command, Effect, LIST, PaneName, READER, Session, always};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("global");

/// Those that work over prompts and overlays, too.
pub const EVERYWHERE: &[&str] = &["suspend", "redraw"];

/// Has no state.
#[derive(Debug, Default)]
pub struct GlobalPane;

const COMMANDS: &[Command<GlobalPane>] = &[
    Command {
        about: About { name: "help", doc: "Show all keys", keys: &["?", "<f1>"] },
        enabled: always,
        run: |_, session| {
            session.show(help::NAME);
            Vec::new()
        },
    },
    Command {
        about: About {
            name: "other-pane",
            doc: "Switch between list and article",
            keys: &["<tab>"],
        },
        enabled: |_, session| session.opened().map(|_| ()).ok_or("no article has been opened"),
        run: |_, session| {
            session.show(if session.focus() == READER { LIST } else { READER });
            session.load()
        },
    },
    Command {
        about: About { name: "undo", doc: "Undo the last change of marks", keys: &["u"] },
        enabled: always,
        run: |_, session| session.undo(),
    },
    Command {
        about: About { name: "redo", doc: "Redo what was undone", keys: &["<c-r>"] },
        enabled: always,
        run: |_, session| session.redo(),
    },
    Command {
        about: About { name: "rescan", doc: "Look for new and changed files now", keys: &["R"] },
        enabled: always,
        run: |_, _| vec![Effect::Rescan],
    },
    Command {
        about: About {
            name: "stop-scan",
            doc: "Stop reading and indexing until the next start",
            keys: &["<c-g>"],
        },
        enabled: |_, session| {
            session.status.progress.as_ref().map(|_| ()).ok_or("nothing is being read")
        },
        run: |_, _| vec![Effect::CancelScan],
    },
    Command {
        about: About { name: "redraw", doc: "Paint the screen anew", keys: &["<c-l>"] },
        enabled: always,
        run: |_, session| {
            session.wants_redraw = true;
            Vec::new()
        },
    },
    Command {
        about: About { name: "suspend", doc: "Go to the shell; fg comes back", keys: &["<c-z>"] },
        enabled: always,
        run: |_, _| vec![Effect::Suspend],
    },
    Command {
        about: About { name: "quit-now", doc: "Leave the program", keys: &["<c-c>"] },
        enabled: always,
        run: |_, session| {
            session.should_quit = true;
            Vec::new()
        },
    },
];

impl Pane for GlobalPane {
    const NAME: PaneName = NAME;
    const COMMANDS: &'static [Command<Self>] = COMMANDS;

    fn view(&self, _session: &Session, _theme: &Theme, _frame: &mut Frame, _area: Rect) {}
}
