//! Words in context: each place that the query finds, a line each, with what stands around it, aligned
//! on the words.
//!
//! Lines are asked for near the screen. The pane stays where it is when an article is read from it, so
//! that the key that opens it leads back to the same line.

mod commands;
mod view;

use std::ops::Range;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    cursor::{Cursor, Walked, Walking},
    global::GlobalPane,
};
use crate::base::wording;
use crate::domain::{ContextOrder, Listing, Ticket};
use crate::session::{
    Answer, Area, Command, Effect, Keys, KwicAnswer, KwicLine, KwicWanted, Message, PaneName,
    Pointing, Question, Session,
};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("context");

/// Lines that are asked for above and below the screen.
const MARGIN: usize = 100;

/// The lines near the screen.
#[derive(Debug, Default)]
pub struct ContextPane {
    listing: Option<Listing>,
    order: ContextOrder,
    ticket: Ticket,
    /// Without its lines.
    known: Option<KwicAnswer>,
    first: usize,
    lines: Vec<KwicLine>,
    asked: Range<usize>,
    cursor: Cursor,
    area: Rect,
}

const OPENED_BY: &[Command<GlobalPane>] = &[Command::when(
    "words-in-context",
    &["gw"],
    "Show each place that the search finds, in context",
    |_, session| match session.context_listing() {
        Some(_) => Ok(()),
        None => Err(wording!("context-no-words")),
    },
    |_, session| {
        session.show(NAME);
        Vec::new()
    },
)
.also("kwic concordance keyword sentences occurrences mentions quotes lines")
.useful()];

impl ContextPane {
    fn n_lines(&self) -> usize {
        self.known.as_ref().map_or(0, |known| known.n_lines)
    }

    fn line(&self, at: usize) -> Option<&KwicLine> {
        self.lines.get(at.checked_sub(self.first)?)
    }

    /// Asks for all lines again, from the first one on.
    fn begin(&mut self) -> Vec<Effect> {
        // Older answers are not waited for; the number of those to come follows them.
        (self.known, self.lines, self.asked) = (None, Vec::new(), 0..0);
        self.cursor.put(0, 0);
        let _ = self.ticket.ask();
        self.ask(0..2 * MARGIN)
    }

    fn ask(&mut self, lines: Range<usize>) -> Vec<Effect> {
        let Some(listing) = self.listing.clone() else { return Vec::new() };
        self.asked = lines.clone();
        let wanted = KwicWanted {
            order: self.order,
            n_cells: usize::from(self.area.width.max(40)),
            lines,
            counts_on: true,
        };
        vec![Effect::Ask(Question::Kwic { generation: self.ticket.newest(), listing, wanted })]
    }

    /// Asks for lines if the screen comes near the edge of those that are there.
    fn load(&mut self) -> Vec<Effect> {
        let height = usize::from(view::inside(self.area).height);
        let top = self.cursor.top();
        let near = top..(top + height + MARGIN / 2).min(self.n_lines());
        let there = self.first..self.first + self.lines.len();
        let covers = |range: &Range<usize>| range.start <= near.start && near.end <= range.end;
        if near.is_empty() || covers(&there) || covers(&self.asked) {
            return Vec::new();
        }
        self.ask(top.saturating_sub(MARGIN)..top + height + MARGIN)
    }

    fn take(&mut self, answer: &KwicAnswer) -> Vec<Effect> {
        // A part that only says how many there are has the lines of the part before.
        if !answer.lines.is_empty() || answer.n_lines == 0 {
            (self.first, self.lines) = (answer.first, answer.lines.clone());
        }
        self.known = Some(KwicAnswer { lines: Vec::new(), ..answer.clone() });
        self.cursor.put(self.cursor.at(), answer.n_lines);
        self.load()
    }

    fn sort(&mut self, order: ContextOrder) -> Vec<Effect> {
        if self.order == order {
            return Vec::new();
        }
        self.order = order;
        self.begin()
    }

    /// Opens the article at the place of the line under the cursor.
    fn open(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(line) = self.line(self.cursor.at()) else { return Vec::new() };
        let (id, place) = (line.headline.id, &line.place);
        session.hide();
        session.open_place(id, place.paragraph, place.bytes.start)
    }
}

impl Walked for ContextPane {
    fn cursor(&mut self) -> (&mut Cursor, usize) {
        let n_lines = self.n_lines();
        (&mut self.cursor, n_lines)
    }

    fn on_walked(&mut self, _session: &mut Session) -> Vec<Effect> {
        self.load()
    }
}

impl Pane for ContextPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Box;
    const KEYS: Keys = Keys::Text;
    const TAKES_COUNTS: bool = true;
    const TITLE: fn() -> &'static str = || wording!("pane-context");
    const COMMANDS: &'static [&'static [Command<Self>]] =
        &[commands::COMMANDS, Walking::<Self>::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        let listing = session.context_listing();
        if listing == self.listing && self.known.is_some() {
            return self.load();
        }
        self.listing = listing;
        self.begin()
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            Message::Answer(Answer::Kwic(answer)) => {
                let answer = self.ticket.take(answer.generation, answer);
                answer.map_or_else(Vec::new, |answer| self.take(answer))
            }
            // Files were added, changed or removed: lines have other numbers.
            Message::Changed(_) => {
                self.ticket.withdraw();
                let (at, height) = (self.cursor.top(), usize::from(self.area.height));
                if session.is_shown(NAME) {
                    return self.ask(at.saturating_sub(MARGIN)..at + height + MARGIN);
                }
                (self.listing, self.known) = (None, None);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn on_area(&mut self, area: Rect, _session: &mut Session) -> Vec<Effect> {
        let is_wider = self.area.width < area.width && self.known.is_some();
        self.area = area;
        self.cursor.fit(usize::from(view::inside(area).height), self.n_lines());
        if is_wider {
            self.ticket.withdraw();
            let (top, height) = (self.cursor.top(), usize::from(area.height));
            return self.ask(top.saturating_sub(MARGIN)..top + height + MARGIN);
        }
        self.load()
    }

    /// The wheel and a click move the cursor; a double click opens.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        match pointing {
            Pointing::Click { is_double: true, .. } => self.open(session),
            Pointing::Click { line, .. } => {
                let above = view::inside(self.area).y - self.area.y;
                if let Some(line) = line.checked_sub(above) {
                    let at = self.cursor.top() + usize::from(line);
                    self.cursor.put(at, self.n_lines());
                }
                Vec::new()
            }
            Pointing::Wheel { is_down, n_lines, .. } => {
                let at = self.cursor.at();
                let to = if is_down { at + n_lines } else { at.saturating_sub(n_lines) };
                self.cursor.put(to, self.n_lines());
                self.load()
            }
            Pointing::Drag { .. } => Vec::new(),
        }
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}
