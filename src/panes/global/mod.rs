//! Commands that work in the list and in the reader alike. It draws nothing.

use ratatui::{Frame, layout::Rect};

use super::{Pane, help, themes};
use crate::session::{
    Argument, ArgumentKind, Command, Effect, HISTORY, LIST, Notice, PaneName, READER, Session,
};
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
    Command::new("history", &["U"], "Show the changes of marks; goes back to any", |_, session| {
        session.show(HISTORY);
        Vec::new()
    }),
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
    Command::new("theme", &["T"], "Show everything in another theme", |_, session| {
        let Some(name) = session.argument().map(str::to_owned) else {
            session.show(themes::NAME);
            return Vec::new();
        };
        match session.look.choose(&name) {
            Ok(()) => session.say(Notice::note(format!("theme {name}"))),
            Err(why) => session.say(Notice::warning(why)),
        }
        Vec::new()
    })
    .taking(Argument::optional("theme", ArgumentKind::Theme)),
    Command::new("reload-settings", &[], "Read settings and themes again", |_, _| {
        vec![Effect::ReadSettings]
    }),
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

    fn view(&self, _session: &Session, _theme: &Theme, _frame: &mut Frame, _area: Rect) {}
}
