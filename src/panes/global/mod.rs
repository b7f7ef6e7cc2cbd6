//! Commands that work in the list and in the reader alike. It draws nothing.

mod layout;

use ratatui::{Frame, layout::Rect};

use super::{Pane, help};
use crate::session::{Command, Effect, LIST, PaneName, READER, Session};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("global");

/// Those that work over prompts and overlays, too.
pub const EVERYWHERE: &[&str] = &["suspend", "redraw"];

/// Has no state.
#[derive(Debug, Default)]
pub struct GlobalPane;

const COMMANDS: &[Command<GlobalPane>] = &[
    Command::new("help", &["?", "<f1>"], "Show all keys", |_, session| {
        session.show(help::NAME);
        Vec::new()
    }),
    Command::when(
        "other-pane",
        &["<tab>"],
        "Switch between list and article",
        |_, session| session.opened().map(|_| ()).ok_or("no article has been opened"),
        |_, session| {
            session.show(if session.focus() == READER { LIST } else { READER });
            session.load()
        },
    ),
    Command::new("undo", &["u"], "Undo the last change of marks", |_, session| session.undo()),
    Command::new("redo", &["<c-r>"], "Redo what was undone", |_, session| session.redo()),
    Command::new("rescan", &["R"], "Look for new and changed files now", |_, _| {
        vec![Effect::Rescan]
    }),
    Command::when(
        "stop-scan",
        &["<c-g>"],
        "Stop reading and indexing until the next start",
        |_, session| session.status.progress.as_ref().map(|_| ()).ok_or("nothing is being read"),
        |_, _| vec![Effect::CancelScan],
    ),
    Command::new("redraw", &["<c-l>"], "Paint the screen anew", |_, session| {
        session.wants_redraw = true;
        Vec::new()
    }),
    Command::new("suspend", &["<c-z>"], "Go to the shell; fg comes back", |_, _| {
        vec![Effect::Suspend]
    }),
    Command::new("quit-now", &["<c-c>"], "Leave the program", |_, session| {
        session.should_quit = true;
        Vec::new()
    }),
];

impl Pane for GlobalPane {
    const NAME: PaneName = NAME;
    const COMMANDS: &'static [Command<Self>] = COMMANDS;
    const SHARED: &'static [Command<Self>] = layout::COMMANDS;

    fn view(&self, _session: &Session, _theme: &Theme, _frame: &mut Frame, _area: Rect) {}
}
