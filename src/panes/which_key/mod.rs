//! The keys that may follow those typed so far, in a box at the bottom, from the first key on.

mod view;

use ratatui::{Frame, layout::Rect};

use super::Pane;
use crate::session::{Area, Command, PaneName, Session};
use crate::ui::Theme;

pub const NAME: PaneName = PaneName("which-key");

/// Has no state and no commands: the keys typed are the session's.
#[derive(Debug, Default)]
pub struct WhichKeyPane;

impl Pane for WhichKeyPane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Box;
    const COMMANDS: &'static [&'static [Command<Self>]] = &[];

    fn is_shown(&self, session: &Session) -> bool {
        !session.keyboard.pending.hints.is_empty()
    }

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        view::draw(session, theme, frame, area);
    }
}
