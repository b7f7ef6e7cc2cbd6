//! The prompt for finding words in the article shown: each key asks again.
//!
//! The reader shows the matches; the state that the two share is in [`crate::session::Finding`].

mod commands;
mod view;

use std::sync::Arc;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    prompt::{Editing, Prompt, Recall, drop_lone_star, put_recalled},
};
use crate::base::wording;
use crate::session::{
    Answer, Area, Command, Effect, FindPhase, Key, Message, PaneName, Question, Session,
};
use crate::ui::{Input, Theme};

pub const NAME: PaneName = PaneName("find");

/// What is being typed, and what came of it.
#[derive(Debug, Default)]
pub struct FindPane {
    input: Input,
    /// What is wrong with the words.
    mistake: Option<String>,
    /// Matches of the words, once they are known.
    n_hits: Option<usize>,
    recall: Recall,
}

impl FindPane {
    /// Searches for the typed query.
    fn ask(&mut self, session: &mut Session) -> Vec<Effect> {
        let query = session.config.vocabulary().typed(self.input.text());
        self.mistake = None;
        let Some(article) = &session.finding.article else { return Vec::new() };
        let article = Arc::clone(article);
        let generation = session.finding.ticket.ask();
        self.n_hits = None;
        vec![Effect::Ask(Question::Find { generation, article, query })]
    }
}

impl Prompt for FindPane {
    fn text(&self) -> &str {
        self.input.text()
    }

    fn history(session: &Session) -> &[String] {
        &session.finding.history
    }

    fn recall(&mut self) -> &mut Recall {
        &mut self.recall
    }

    fn put(input: &mut Input, line: &str) {
        put_recalled(input, line);
    }

    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        edit(&mut self.input);
        if session.finding.text == self.input.text() {
            return Vec::new();
        }
        drop_lone_star(&mut self.input);
        self.input.text().clone_into(&mut session.finding.text);
        self.ask(session)
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        session.finding.phase = FindPhase::Cancelled;
        session.hide();
        Vec::new()
    }
}

impl Pane for FindPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Line;
    const TITLE: fn() -> &'static str = || wording!("pane-find");
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, Editing::<Self>::COMMANDS, Editing::<Self>::RECALLING];

    fn on_text(&mut self, key: Key, session: &mut Session) -> Vec<Effect> {
        self.type_key(key, session)
    }

    fn on_paste(&mut self, text: &str, session: &mut Session) -> Vec<Effect> {
        self.type_text(text, session)
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        let Message::Answer(Answer::Found { hits, .. }) = message else {
            return Vec::new();
        };
        if session.finding.phase == FindPhase::Typing {
            self.n_hits = Some(hits.len());
        }
        Vec::new()
    }

    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        *self = Self::default();
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
