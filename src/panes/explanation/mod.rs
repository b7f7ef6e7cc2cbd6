//! How a query was understood, what each part of it finds, and what that costs.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    global::GlobalPane,
    pager::{Paged, Pager, Paging},
};
use crate::base::{Clean, wording};
use crate::domain::Ticket;
use crate::query::{Query, TypedQuery};
use crate::session::{
    Answer, Area, Command, Effect, Explanation, Keys, Message, PaneName, Question, Session,
};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("explanation");

/// The lines of the last explanation.
#[derive(Debug, Default)]
pub struct ExplanationPane {
    ticket: Ticket,
    lines: Vec<Clean>,
    pager: Pager,
}

const OPENED_BY: &[Command<GlobalPane>] = &[Command::when(
    "explain",
    &["gx", "<a-e>"],
    "Explain the query: how it is understood, what each part finds and costs",
    |_, session| match session.search.query {
        Some(_) if session.search.is_open => Ok(()),
        _ => Err(wording!("explain-no-query")),
    },
    |_, session| {
        session.show(NAME);
        Vec::new()
    },
)
.also("why tree parse debug understood slow cost query")
.everywhere()];

impl ExplanationPane {
    fn take(&mut self, reading: &TypedQuery, query: &Query, explanation: &Explanation) {
        let understood = wording!("explain-understood", query = query.bracketed());
        let notes = reading.notes.iter().map(|note| Clean::new(&note.to_string()));
        let ignored = reading.remarks.iter().filter(|remark| remark.is_ignored);
        let ignored = ignored.map(|remark| Clean::new(&remark.mistake.to_string()));
        let lines = [Clean::new(&understood)].into_iter().chain(notes).chain(ignored);
        let blank = Clean::new("");
        self.lines = lines.chain([blank]).chain(explanation.lines()).collect();
    }
}

impl Paged for ExplanationPane {
    fn pager(&mut self) -> &mut Pager {
        &mut self.pager
    }

    fn n_lines(&self, _session: &Session) -> usize {
        self.lines.len()
    }

    fn line<'a>(&'a self, _session: &'a Session, at: usize) -> &'a str {
        self.lines.get(at).map_or("", Clean::as_str)
    }
}

impl Pane for ExplanationPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Box;
    const KEYS: Keys = Keys::Text;
    const TITLE: fn() -> &'static str = || wording!("pane-explanation");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[Paging::<Self>::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        self.lines.clear();
        self.pager.restart();
        let Some(query) = session.search.query.clone() else { return Vec::new() };
        let generation = self.ticket.ask();
        vec![Effect::Ask(Question::Explain { generation, query })]
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        if let Message::Answer(Answer::Explained { generation, explanation }) = message
            && let Some(explanation) = self.ticket.take(*generation, explanation)
            && let Some(query) = session.search.query.clone()
        {
            let reading = session.config.vocabulary().reading(&session.search.text);
            self.take(&reading, &query, explanation);
        }
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.fit(view::inside(area), session);
        Vec::new()
    }

    fn view(&self, _session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, theme, frame, area);
    }
}
