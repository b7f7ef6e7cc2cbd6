//! What a program prints about the article that was piped to it.

mod view;

use ratatui::{Frame, layout::Rect};

use super::{
    Pane,
    pager::{Paged, Pager, Paging},
};
use crate::base::{Clean, wording};
use crate::domain::Ticket;
use crate::session::{
    Area, Command, Effect, HostRequest, Keys, Message, OUTPUT, PaneMessage, PaneName,
    ProgramRequest, Session,
};
use crate::ui::Theme;

/// What has been printed, and how far it is scrolled.
#[derive(Debug, Default)]
pub struct OutputPane {
    pager: Pager,
    lines: Vec<Clean>,
    shown: Ticket,
    seconds: u64,
    /// How the program ended, once it has.
    end: Option<Clean>,
}

const COMMANDS: &[Command<OutputPane>] = &[Command::when(
    "stop",
    &["<c-c>"],
    "Stop the program",
    |pane, _| if pane.end.is_none() { Ok(()) } else { Err(wording!("output-ended")) },
    |_, _| vec![Effect::Host(HostRequest::Program(ProgramRequest::Stop))],
)];

impl Paged for OutputPane {
    fn pager(&mut self) -> &mut Pager {
        &mut self.pager
    }

    fn n_lines(&self, _session: &Session) -> usize {
        self.lines.len()
    }

    fn line<'a>(&'a self, _session: &'a Session, at: usize) -> &'a str {
        self.lines.get(at).map_or("", Clean::as_str)
    }

    /// The program is no longer waited for.
    fn close(&mut self, session: &mut Session) -> Vec<Effect> {
        session.hide();
        if self.end.is_none() {
            vec![Effect::Host(HostRequest::Program(ProgramRequest::Stop))]
        } else {
            Vec::new()
        }
    }
}

impl Pane for OutputPane {
    const NAME: PaneName = OUTPUT;
    const AREA: Area = Area::Box;
    const KEYS: Keys = Keys::Text;
    const TITLE: fn() -> &'static str = || wording!("pane-output");
    const COMMANDS: &'static [&'static [Command<Self>]] = &[COMMANDS, Paging::<Self>::COMMANDS];

    fn on_message(&mut self, message: &Message, session: &mut Session) -> Vec<Effect> {
        let Message::Pane(PaneMessage::Printed { generation, printed }) = message else {
            return Vec::new();
        };
        let ticket = session.said.running.ticket;
        let Some(printed) = ticket.take(*generation, printed) else { return Vec::new() };
        if ticket.has_moved_since(self.shown) {
            self.begin(ticket);
        }
        self.lines.extend(printed.lines.iter().cloned());
        (self.seconds, self.end) = (printed.seconds, printed.end.clone());
        Vec::new()
    }

    fn on_focus(&mut self, session: &mut Session) -> Vec<Effect> {
        let ticket = session.said.running.ticket;
        if ticket.has_moved_since(self.shown) {
            self.begin(ticket);
        }
        Vec::new()
    }

    fn on_area(&mut self, area: Rect, session: &mut Session) -> Vec<Effect> {
        self.fit(view::inside(area), session);
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(self, session, theme, frame, area);
    }
}

impl OutputPane {
    fn begin(&mut self, ticket: Ticket) {
        self.pager.restart();
        self.lines.clear();
        (self.shown, self.seconds, self.end) = (ticket, 0, None);
    }
}
