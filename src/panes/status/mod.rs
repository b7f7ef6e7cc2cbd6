//! The status line: what was said last, else what goes on.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{Command, PaneName, Session};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("status");

/// Has no state and no commands.
#[derive(Debug, Default)]
pub struct StatusPane;

impl Pane for StatusPane {
    const NAME: PaneName = NAME;
    const COMMANDS: &'static [Command<Self>] = &[];

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
