//! The status line: the last message, or else the work in progress.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{Area, Command, Effect, PaneName, Pointing, Session};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("status");

/// Has no commands: a click asks for those of others.
#[derive(Debug, Default)]
pub struct StatusPane {
    cells: u16,
}

impl Pane for StatusPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Status;
    const COMMANDS: &'static [&'static [Command<Self>]] = &[];

    fn on_area(&mut self, area: Rect, _session: &mut Session) -> Vec<Effect> {
        self.cells = area.width;
        Vec::new()
    }

    /// A click on what the line offers runs it.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        if let Pointing::Click { column, .. } = pointing {
            view::click(session, self.cells, column);
        }
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
