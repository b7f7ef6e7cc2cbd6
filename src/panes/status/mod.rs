//! The status line: the last message, or else the work in progress.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{
    Area, Command, Effect, GLOBAL, Invocation, PaneName, Pointing, Session, find_command,
};
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

    /// A click on what the line offers shows it.
    fn on_pointing(&mut self, pointing: Pointing, session: &mut Session) -> Vec<Effect> {
        if let Pointing::Click { column, .. } = pointing
            && let Some(name) = view::command_at(session, self.cells, column)
            && let Ok((command, _)) = find_command(name, GLOBAL, &session.keyboard.catalogue)
        {
            session.wishes.commands.push_back(Invocation::of(command));
        }
        Vec::new()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
