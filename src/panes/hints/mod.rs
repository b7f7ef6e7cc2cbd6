//! Takes the letters that choose a link of the article shown. The reader draws them.

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::base::wording;
use crate::session::{
    Area, Command, Effect, Hints, HostRequest, Key, Notice, PaneName, Purpose, Session,
    TerminalRequest,
};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("hints");

/// Has no state: the typed letters are in [`Session::hints`].
#[derive(Debug, Default)]
pub struct HintsPane;

const COMMANDS: &[Command<HintsPane>] = &[
    Command::new("cancel", &["<esc>", "<c-c>", "<c-g>"], "Cancel", |_, session| {
        leave(session);
        Vec::new()
    }),
    Command::new("delete", &["<bs>", "<c-h>"], "Delete the last letter", |_, session| {
        if session.hints.typed.pop().is_none() {
            leave(session);
        }
        Vec::new()
    }),
];

fn leave(session: &mut Session) {
    session.hints = Hints::default();
    session.hide();
}

impl Pane for HintsPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Nowhere;
    const TITLE: fn() -> &'static str = || wording!("pane-hints");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS];

    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        let Some(letter) = key.typed() else {
            return Vec::new();
        };
        session.hints.typed.extend(letter.to_lowercase());
        let Some(choice) = session.hints.left().next().cloned() else {
            let typed = session.hints.typed.clone();
            leave(session);
            session.say(Notice::note(wording!("hints-no-link", letters = typed)));
            return Vec::new();
        };
        if choice.letters != session.hints.typed {
            return Vec::new();
        }
        let purpose = session.hints.purpose;
        leave(session);
        vec![match purpose {
            Purpose::Open => Effect::Host(HostRequest::Open(choice.url)),
            Purpose::Copy => Effect::Terminal(TerminalRequest::Copy(choice.url)),
        }]
    }

    fn view(&self, _session: &Session, _theme: &Theme, _frame: &mut Frame, _area: Rect) {}
}
