//! Draws the prompt.

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use super::{FilterPane, NAME};
use crate::session::Session;
use crate::ui::{Theme, clear_line, padded, put, put_input};

pub(super) fn draw(
    pane: &FilterPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    clear_line(buffer, area, theme.background);
    let area = padded(area);
    let rest = put(buffer, area, &pane.recall.label("/"), theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    if let Some(column) = column.filter(|_| session.focus() == NAME) {
        frame.set_cursor_position(Position::new(column, area.y));
    }
}
