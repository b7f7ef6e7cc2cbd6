//! A batch: the queries of a file, with the hits of each. A line of it can be searched.

mod view;

use std::path::PathBuf;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    cursor::{Cursor, Walked, Walking},
    global::GlobalPane,
};
use crate::base::wording;
use crate::domain::Ticket;
use crate::query::{Query, QueryFile};
use crate::session::{
    Answer, Area, Argument, ArgumentKind, BATCH, BatchAnswer, Command, Effect, HostRequest, Keys,
    Message, Notice, PaneMessage, PaneName, Pointing, Question, Session,
};
use crate::ui::Theme;

/// The queries, and what is known of them.
#[derive(Debug, Default)]
pub struct BatchPane {
    file: QueryFile,
    answer: Option<BatchAnswer>,
    /// Of the newest counts.
    ticket: Ticket,
    cursor: Cursor,
    area: Rect,
}

const OPENED_BY: &[Command<GlobalPane>] =
    &[Command::new("batch", &[], "Count the hits of each query in a file", |_, session| {
        let Some(path) = session.argument().map(PathBuf::from) else {
            if session.prompts.batch.is_read {
                session.show(BATCH);
                return Vec::new();
            }
            return session.ask_for("batch");
        };
        let generation = session.prompts.batch.ticket.ask();
        let vocabulary = session.config.vocabulary();
        vec![Effect::Host(HostRequest::Queries { generation, path, vocabulary })]
    })
    .also("queries file table count many list compare")
    .taking(Argument::optional("file", ArgumentKind::Text))];

const COMMANDS: &[Command<BatchPane>] = &[
    Command::new("open", &["<enter>", "l"], "Search by this query", BatchPane::open),
    Command::new("count-again", &["R"], "Count again", |pane, _| pane.ask()),
    Command::new("close", &["q", "<esc>", "h", "<left>", "<c-g>"], "Go back", |_, session| {
        session.hide();
        Vec::new()
    }),
];

impl BatchPane {
    fn ask(&mut self) -> Vec<Effect> {
        let generation = self.ticket.ask();
        let queries: Vec<Query> = self.file.queries.iter().map(|it| it.query.clone()).collect();
        vec![Effect::Ask(Question::Batch { generation, queries: queries.into(), by: None })]
    }

    fn open(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(line) = self.file.queries.get(self.cursor.at()) else { return Vec::new() };
        session.hide();
        session.list_query(&line.text)
    }
}

impl Walked for BatchPane {
    fn cursor(&mut self) -> (&mut Cursor, usize) {
        let n_lines = self.file.queries.len();
        (&mut self.cursor, n_lines)
    }
}

impl Pane for BatchPane {
    const NAME: PaneName = BATCH;
    const AREA: Area = Area::Box;
    const KEYS: Keys = Keys::Text;
    const TAKES_COUNTS: bool = true;
    const TITLE: fn() -> &'static str = || wording!("pane-batch");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS, Walking::<Self>::COMMANDS];
    const OPENED_BY: &'static [Command<GlobalPane>] = OPENED_BY;

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            Message::Pane(PaneMessage::Queries { generation, result }) => {
                match session.prompts.batch.ticket.take(*generation, result) {
                    Some(Ok(file)) => {
                        (self.file, self.answer) = (file.clone(), None);
                        self.cursor.put(0, self.file.queries.len());
                        session.prompts.batch.is_read = true;
                        session.show(BATCH);
                        return self.ask();
                    }
                    Some(Err(why)) => session.say(Notice::warning(why)),
                    None => (),
                }
            }
            Message::Answer(Answer::Batch(answer)) => {
                if let Some(answer) = self.ticket.take(answer.generation, answer) {
                    self.answer = Some(answer.clone());
                }
            }
            Message::Changed(_) if session.is_shown(BATCH) => return self.ask(),
            _ => (),
        }
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, _session: &mut Session) -> Vec<Effect> {
        self.area = area;
        self.cursor.fit(usize::from(view::inside(area).height), self.file.queries.len());
        Vec::new()
    }

    /// The wheel and a click move the cursor; a double click searches.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        let (n_lines, at) = (self.file.queries.len(), self.cursor.at());
        match pointing {
            Pointing::Click { is_double: true, .. } => return self.open(session),
            Pointing::Click { line, .. } => {
                let above = view::inside(self.area).y - self.area.y;
                if let Some(line) = line.checked_sub(above) {
                    self.cursor.put(self.cursor.top() + usize::from(line), n_lines);
                }
            }
            Pointing::Wheel { is_down, n_lines: by, .. } => {
                let to = if is_down { at + by } else { at.saturating_sub(by) };
                self.cursor.put(to, n_lines);
            }
            Pointing::Drag { .. } => (),
        }
        Vec::new()
    }

    fn view(&self, _session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, theme, frame, area);
    }
}
