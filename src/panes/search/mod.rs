//! The prompt of the search: every key asks for a new list and makes older ones stale.

mod commands;
mod complete;
mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    prompt::{Editing, Prompt, Recall, drop_lone_star, put_query, put_recalled},
};
use crate::base::wording;
use crate::domain::Order;
use crate::session::{
    Answer, Area, Command, Effect, Key, Message, Offer, PaneName, Pointing, SEARCH, Session,
};
use crate::ui::{Input, Theme};
use complete::Completion;

/// The text being typed.
#[derive(Debug, Default)]
pub struct SearchPane {
    input: Input,
    recall: Recall,
    completion: Completion,
    height: u16,
}

impl SearchPane {
    /// Lines of the prompt itself, above those that offer something.
    fn n_own_lines(&self, session: &Session) -> u16 {
        let n_offered = u16::try_from(session.search.n_offered).unwrap_or(u16::MAX);
        self.height.saturating_sub(n_offered).max(1)
    }
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

    /// A query of the history says itself how its hits are sorted.
    fn on_recalled(session: &mut Session) {
        let listing = session.search_listing();
        (listing.order, listing.is_reversed) = (Order::Date, false);
    }

    fn edit(&mut self, session: &mut Session, edit: impl FnOnce(&mut Input)) -> Vec<Effect> {
        let before = self.input.clone();
        edit(&mut self.input);
        let is_same = before.text() == self.input.text();
        // Going to the end of what is selected keeps it; its last word goes on there.
        if before.is_selected() && is_same && before.parts().0 < self.input.parts().0 {
            self.input = before;
        }
        self.input.unselect();
        if is_same {
            return self.offer(session).into_iter().collect();
        }
        drop_lone_star(&mut self.input);
        let mut effects = session.search_for(self.input.text());
        effects.extend(self.offer(session));
        effects
    }

    fn leave(&mut self, session: &mut Session) -> Vec<Effect> {
        if let Some(effects) = self.take_back(session) {
            return effects;
        }
        self.offer_nothing(session);
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
        Offer::always("cancel", || wording!("offer-back")).out(),
    ];
    const COMMANDS: &'static [&'static [Command<Self>]] = &[
        commands::COMMANDS,
        complete::COMMANDS,
        Editing::<Self>::COMMANDS,
        Editing::<Self>::RECALLING,
    ];

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        self.recall = Recall::default();
        self.offer_nothing(session);
        let line = session.search.line();
        if std::mem::take(&mut session.search.goes_on) {
            let gap = if line.is_empty() || line.ends_with(' ') { "" } else { " " };
            self.input.set(format!("{line}{gap}"));
            return Vec::new();
        }
        put_query(&mut self.input, &line);
        // As in a browser: typing begins another query, moving or deleting goes on with this one.
        self.input.select();
        Vec::new()
    }

    /// The line holds a search restored from the last session; values come that are offered.
    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            Message::Restored { .. } => put_query(&mut self.input, &session.search.line()),
            Message::Answer(Answer::Values { values, .. }) => {
                session.prompts.offered.values.clone_from(values);
                if session.focus() == SEARCH && self.completion.candidates.chosen().is_none() {
                    return self.offer(session).into_iter().collect();
                }
            }
            _ => (),
        }
        Vec::new()
    }

    /// A click takes what is offered on a line, the wheel goes from one to the next.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        let n_above = self.n_own_lines(session);
        match pointing {
            Pointing::Click { line, is_double: false, .. } => match line.checked_sub(n_above) {
                Some(line) => self.take_offered(session, usize::from(line)),
                None => Vec::new(),
            },
            Pointing::Wheel { is_down, .. } if 0 < session.search.n_offered => {
                self.complete(session, is_down)
            }
            Pointing::Click { .. } | Pointing::Drag { .. } | Pointing::Wheel { .. } => Vec::new(),
        }
    }

    fn on_area(&mut self, area: Rect, _session: &mut Session) -> Vec<Effect> {
        self.height = area.height;
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
