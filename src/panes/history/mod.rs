//! The steps that changed marks, newest first: the articles of each, going back to any of them, and
//! forward again.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    cursor::{Cursor, Walked, Walking},
};
use crate::base::wording;
use crate::session::{
    Area, Command, Effect, MarkRequest, Message, PaneMessage, PaneName, PastStep, Session,
};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("history");

/// The steps as they were told last.
#[derive(Debug, Default)]
pub struct HistoryPane {
    /// Newest first; `None` until they have come.
    steps: Option<Vec<PastStep>>,
    /// The step whose articles were listed last: there the pane is opened again.
    listed: Option<u64>,
    /// On a step, or on the line after the last one: before all steps.
    cursor: Cursor,
    /// Of the box around all steps.
    size: (u16, u16),
    /// Where there is room for it.
    area: Rect,
}

const COMMANDS: &[Command<HistoryPane>] = &[
    Command::new("open", &["<enter>", "l"], "List the articles of this step", HistoryPane::open),
    Command::new("go-to", &["r"], "Return to this step", HistoryPane::go),
    Command::new("undo", &["u"], "Undo the last step", |_, session| session.undo()),
    Command::new("redo", &["<c-r>"], "Redo the last undone change", |_, session| session.redo()),
    Command::new("close", &["<esc>", "q", "h", "<c-c>"], "Close the history", |_, session| {
        session.hide();
        Vec::new()
    }),
];

impl HistoryPane {
    /// Steps, and the line after them.
    fn n_lines(&self) -> usize {
        self.steps.as_ref().map_or(0, |steps| steps.len() + 1)
    }

    fn place(&self, is_first: bool) -> usize {
        if is_first { self.current() } else { self.cursor.at() }
    }

    fn fit(&mut self) {
        let height = usize::from(view::inside(self.area, self.size).height);
        self.cursor.fit(height, self.n_lines());
    }

    /// The step after which the marks are as they are now.
    fn current(&self) -> usize {
        let steps = self.steps.as_deref().unwrap_or_default();
        steps.iter().position(|step| !step.is_undone).unwrap_or(steps.len())
    }

    /// The way back is that of any search.
    fn open(&mut self, session: &mut Session) -> Vec<Effect> {
        let steps = self.steps.as_deref().unwrap_or_default();
        let Some(step) = steps.get(self.cursor.at()) else { return Vec::new() };
        self.listed = Some(step.number);
        session.hide();
        session.list_step(step.number)
    }

    fn go(&mut self, session: &mut Session) -> Vec<Effect> {
        let Some(steps) = &self.steps else { return Vec::new() };
        if self.cursor.at() == self.current() {
            return Vec::new();
        }
        session.go_to_step(steps.get(self.cursor.at()).map_or(0, |step| step.number))
    }
}

impl Walked for HistoryPane {
    fn cursor(&mut self) -> (&mut Cursor, usize) {
        let n_lines = self.n_lines();
        (&mut self.cursor, n_lines)
    }
}

impl Pane for HistoryPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Screen;
    const TAKES_COUNTS: bool = true;
    const TITLE: fn() -> &'static str = || wording!("pane-history");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS, Walking::<Self>::COMMANDS];

    fn on_focus(&mut self, _session: &mut Session) -> Vec<Effect> {
        self.steps = None;
        self.cursor.put(0, 0);
        vec![Effect::Mark(MarkRequest::History)]
    }

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        match message {
            Message::Pane(PaneMessage::History(steps)) => {
                let is_first = self.steps.is_none();
                self.size = view::size(steps);
                self.steps = Some(steps.clone());
                let listed = self.listed.take_if(|_| is_first);
                let at = listed.and_then(|it| steps.iter().position(|step| step.number == it));
                let at = at.unwrap_or_else(|| self.place(is_first));
                self.fit();
                self.cursor.put(at, self.n_lines());
            }
            // Another instance, or a key here, has changed what is listed.
            Message::Marked { .. } if session.is_shown(NAME) => {
                return vec![Effect::Mark(MarkRequest::History)];
            }
            _ => (),
        }
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, _session: &mut Session) -> Vec<Effect> {
        self.area = area;
        self.fit();
        Vec::new()
    }

    fn view(&self, _session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, theme, frame, area);
    }
}
