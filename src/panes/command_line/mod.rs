//! The line in which commands are typed, with all that can follow listed above it.
//!
//! It runs nothing itself: it requests a command, and the app runs it once the pane below is in
//! front again.

mod commands;
mod complete;
mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    global::GlobalPane,
    prompt::{Editing, Prompt, Recall},
};
use crate::base::wording;
use crate::session::{
    Answer, Area, COMMAND_LINE, Command, Effect, Key, Message, PaneName, Question, Session,
};
use crate::ui::{Input, Theme};
use complete::Completion;
pub(super) use complete::in_reach;

/// What is being typed, and what could be.
#[derive(Debug, Default)]
pub struct CommandLinePane {
    input: Input,
    recall: Recall,
    completion: Completion,
    /// Why the line cannot be run.
    mistake: Option<String>,
    /// The sources have been asked for since the line was opened.
    has_asked: bool,
}

const OPENED_BY: &[Command<GlobalPane>] =
    &[Command::new("command-line", &[":"], "Open the command line", |_, session| {
        session.ask_for_command("");
        Vec::new()
    })
    .over_texts()];

impl Prompt for CommandLinePane {
    fn text(&self) -> &str {
        self.input.text()
    }

    fn history(session: &Session) -> &[String] {
        &session.prompts.command_line.history
    }

    fn recall(&mut self) -> &mut Recall {
        &mut self.recall
    }

    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        edit(&mut self.input);
        self.mistake = None;
        self.completion = if self.input.text().is_empty() {
            Completion::default()
        } else {
            Completion::of(self.input.text(), session)
        };
        if self.completion.is_of_sources() && !self.has_asked {
            self.has_asked = true;
            let generation = session.prompts.command_line.completions.ticket.ask();
            return vec![Effect::Ask(Question::Sources { generation })];
        }
        Vec::new()
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        session.hide();
        Vec::new()
    }
}

impl Pane for CommandLinePane {
    const NAME: PaneName = COMMAND_LINE;
    const AREA: Area = Area::Screen;
    const TITLE: fn() -> &'static str = || wording!("pane-command-line");
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, Editing::<Self>::COMMANDS, Editing::<Self>::RECALLING];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        *self = Self::default();
        let prefill = std::mem::take(&mut session.prompts.command_line.prefill);
        self.edit(session, |input| input.set(prefill))
    }

    /// Offers the sources once they are known.
    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        let Message::Answer(Answer::Sources { sources, .. }) = message else {
            return Vec::new();
        };
        let completions = &mut session.prompts.command_line.completions;
        completions.sources.clone_from(sources);
        if self.completion.is_of_sources() {
            self.completion = Completion::of(self.input.text(), session);
        }
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
