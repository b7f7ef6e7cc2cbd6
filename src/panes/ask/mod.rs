//! A question in place of the status line, answered by one key.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::base::wording;
use crate::session::{ASK, Area, Command, Effect, Key, Notice, PaneName, Session, UserQuestion};
use crate::ui::Theme;

/// Has no state: the session has the question.
#[derive(Debug, Default)]
pub struct AskPane;

const COMMANDS: &[Command<AskPane>] =
    &[Command::new("cancel", &["<esc>", "<c-c>", "<c-g>"], "Cancel", |_, session| leave(session))];

/// Goes back without an answer.
fn leave(session: &mut Session) -> Vec<Effect> {
    session.said.question = None;
    session.hide();
    Vec::new()
}

impl Pane for AskPane {
    const NAME: PaneName = ASK;
    const AREA: Area = Area::Line;
    const TITLE: fn() -> &'static str = || wording!("pane-ask");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS];

    /// Any key answers: all but yes mean no.
    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        let now = session.said.notices.time;
        if session.said.question.as_ref().is_some_and(|question| question.is_unseen(now)) {
            return Vec::new();
        }
        let asking = session.said.question.take();
        session.hide();
        match (asking, key.typed()) {
            (Some(UserQuestion::Deed { deed, chosen, .. }), Some(letter)) if is_yes(letter) => {
                session.perform(deed, chosen)
            }
            (Some(UserQuestion::Deed { .. }), _) => {
                session.say(Notice::note(wording!("ask-nothing-changed")));
                Vec::new()
            }
            (Some(UserQuestion::SetBookmark), Some(letter)) => session.set_bookmark(letter),
            (Some(UserQuestion::GoToBookmark), Some(letter)) => session.go_to_bookmark(letter),
            (Some(UserQuestion::SetBookmark | UserQuestion::GoToBookmark) | None, _) => Vec::new(),
        }
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}

/// The letter of yes in the language that is spoken, and the English one.
fn is_yes(letter: char) -> bool {
    let letter = letter.to_ascii_lowercase();
    letter == 'y' || wording!("ask-yes").starts_with(letter)
}
