//! Draws the prompt.

use ratatui::{Frame, layout::Rect};

use super::{FilterPane, NAME};
use crate::session::Session;
use crate::ui::{Theme, clear_line, padded, put, put_caret, put_input};

pub(super) fn draw(
    pane: &FilterPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    clear_line(buffer, area, theme.background.patch(theme.prompt));
    let area = padded(area);
    let rest = put(buffer, area, &pane.recall.label("/"), theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    if session.focus() == NAME {
        put_caret(frame, column.map(|column| (column, area.y)), theme);
    }
}
