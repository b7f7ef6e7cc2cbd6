//! The prompt of the search: every key asks for a new list and makes older ones stale.

mod commands;
mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    prompt::{Editing, Prompt, Recall, drop_lone_star, put_query, put_recalled},
};
use crate::base::wording;
use crate::session::{Area, Command, Effect, Key, Message, Offer, PaneName, SEARCH, Session};
use crate::ui::{Input, Theme};

/// The text being typed.
#[derive(Debug, Default)]
pub struct SearchPane {
    input: Input,
    recall: Recall,
}

impl Prompt for SearchPane {
    fn text(&self) -> &str {
        self.input.text()
    }

    fn history(session: &Session) -> &[String] {
        &session.search.history
    }

    fn recall(&mut self) -> &mut Recall {
        &mut self.recall
    }

    fn put(input: &mut Input, line: &str) {
        put_recalled(input, line);
    }

    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        let before = self.input.text().to_owned();
        edit(&mut self.input);
        if before == self.input.text() {
            return Vec::new();
        }
        drop_lone_star(&mut self.input);
        session.search_for(self.input.text())
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        session.close_search();
        session.load()
    }
}

impl Pane for SearchPane {
    const NAME: PaneName = SEARCH;
    const AREA: Area = Area::Main;
    const TITLE: fn() -> &'static str = || wording!("pane-search");
    const OFFERS: &'static [Offer] = &[
        Offer::always("accept", || wording!("offer-results")),
        Offer::always("next-result", || wording!("offer-next-result")),
        Offer::always("toggle-order", || wording!("offer-order")),
        Offer::always("cancel", || wording!("offer-back")),
    ];
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, Editing::<Self>::COMMANDS, Editing::<Self>::RECALLING];

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        self.recall = Recall::default();
        put_query(&mut self.input, &session.search.line());
        Vec::new()
    }

    /// The line holds a search restored from the last session.
    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        if matches!(message, Message::Restored { .. }) {
            put_query(&mut self.input, &session.search.line());
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
