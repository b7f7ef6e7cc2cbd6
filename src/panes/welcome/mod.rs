//! Three lines above the status line, at the very first start: what this is, the main keys, how to
//! open a directory of one's own. List and article make room for them, and they take no key.

use ratatui::{Frame, layout::Rect};

use super::{Pane, first_steps};
use crate::session::{Area, Command, PaneName, Session};
use crate::ui::{Theme, cut, padded, put};

pub const NAME: PaneName = PaneName("welcome");

/// The lines, with a blank one above them.
const N_LINES: u16 = 4;

/// On a screen with less, the list needs all its lines.
const LEAST_HEIGHT: u16 = 16;

/// Has no state: [`crate::session::Said`] knows whether it is to be seen.
#[derive(Debug, Default)]
pub struct WelcomePane;

/// The lines that it takes of a screen of that height.
pub fn n_lines(session: &Session, height: u16) -> u16 {
    if session.said.is_first_start && LEAST_HEIGHT <= height { N_LINES } else { 0 }
}

impl Pane for WelcomePane {
    const NAME: PaneName = NAME;
    const AREA: Area = Area::Foot;
    const COMMANDS: &'static [&'static [Command<Self>]] = &[];

    fn view(&self, session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
        let buffer = frame.buffer_mut();
        let inside = padded(area);
        let lines = first_steps::welcome(session);
        for (y, line) in (inside.y + 1..inside.bottom()).zip(lines) {
            let row = Rect { y, height: 1, ..inside };
            put(buffer, row, &cut(&line, usize::from(row.width)), theme.text);
        }
    }
}
