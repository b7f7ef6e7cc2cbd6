//! The status line: what was said last, else what goes on.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{Area, Command, PaneName, Session};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("status");

/// Has no state and no commands.
#[derive(Debug, Default)]
pub struct StatusPane;

impl Pane for StatusPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Status;
    const COMMANDS: &'static [&'static [Command<Self>]] = &[];

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
