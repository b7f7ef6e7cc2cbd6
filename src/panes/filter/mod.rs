//! The prompt that filters the lines of the help.
//!
//! The words are the session's; the help reads them with each key.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    prompt::{Editing, Prompt, Recall, step_back},
};
use crate::base::wording;
use crate::session::{Area, Command, Effect, Key, PaneName, Session, remember};
use crate::ui::{Input, Theme};

pub const NAME: PaneName = PaneName("filter");

/// The text being typed.
#[derive(Debug, Default)]
pub struct FilterPane {
    input: Input,
    recall: Recall,
}

const COMMANDS: &[Command<FilterPane>] = &[
    Command::new("accept", &["<enter>"], "Keep the matching lines", |pane, session| {
        remember(&mut session.prompts.help.history, pane.text());
        session.hide();
        Vec::new()
    }),
    Command::new("older", &["<up>", "<c-p>"], "Recall an older search", |pane, session| {
        step_back(pane, session, true)
    }),
    Command::new("newer", &["<down>", "<c-n>"], "Recall a newer search", |pane, session| {
        step_back(pane, session, false)
    }),
];

impl Prompt for FilterPane {
    fn text(&self) -> &str {
        self.input.text()
    }

    fn history(session: &Session) -> &[String] {
        &session.prompts.help.history
    }

    fn recall(&mut self) -> &mut Recall {
        &mut self.recall
    }

    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        edit(&mut self.input);
        self.input.text().clone_into(&mut session.prompts.help.words);
        Vec::new()
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        session.prompts.help.words.clear();
        session.hide();
        Vec::new()
    }
}

impl Pane for FilterPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::LastLine;
    const TITLE: fn() -> &'static str = || wording!("pane-filter");
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[COMMANDS, Editing::<Self>::COMMANDS, Editing::<Self>::RECALLING];

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        *self = Self::default();
        self.input.set(session.prompts.help.words.clone());
        Vec::new()
    }

    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        self.type_key(key, session)
    }

    fn on_paste(&mut self, text: &str, session: &mut Session) -> Vec<Effect> {
        self.type_text(text, session)
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
