//! Draws the box, in a corner: the rest of the screen shows what a theme looks like.

use ratatui::{Frame, layout::Rect};

use super::ThemesPane;
use crate::base::wording;
use crate::session::Session;
use crate::ui::{Theme, framed, put};

const WIDTH_CELLS: u16 = 30;
const HEIGHT: u16 = 16;

fn frame_of(area: Rect) -> Rect {
    let (width, height) = (WIDTH_CELLS.min(area.width), HEIGHT.min(area.height));
    Rect { x: area.right() - width, y: area.y, width, height }
}

/// Where the names go.
pub(super) fn inside(area: Rect) -> Rect {
    let outer = frame_of(area);
    let edge = u16::from(4 <= outer.width && 3 <= outer.height);
    Rect {
        x: outer.x + edge,
        y: outer.y + edge,
        width: outer.width - 2 * edge,
        height: outer.height - 2 * edge,
    }
}

pub(super) fn draw(
    pane: &ThemesPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, frame_of(area), &format!(" {} ", wording!("themes-title")), theme);
    let names = session.look.names.iter().enumerate();
    let top = (pane.row + 1).saturating_sub(pane.height.max(1));
    for (y, (row, name)) in (inside.y..inside.bottom()).zip(names.skip(top)) {
        let area = Rect { y, height: 1, ..inside };
        let indent = 1.min(area.width);
        let rest = Rect { x: area.x + indent, width: area.width - indent, ..area };
        put(buffer, rest, name, theme.text);
        if row == pane.row {
            buffer.set_style(area.intersection(buffer.area), theme.selected);
        }
    }
}
