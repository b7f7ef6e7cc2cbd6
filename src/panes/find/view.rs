//! Draws the prompt, and the number of matches on its right.

use ratatui::{Frame, layout::Rect};

use super::{FindPane, NAME};
use crate::base::wording;
use crate::session::Session;
use crate::ui::{Theme, clear_line, padded, put, put_caret, put_input, width};

/// Cells that must remain for the words, or else nothing is shown next to them.
const LEAST_CELLS: usize = 12;

pub(super) fn draw(
    pane: &FindPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = Rect { height: area.height.min(1), ..area }.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    clear_line(buffer, area, theme.background.patch(theme.prompt));
    let area = padded(area);
    let (answer, style) = match (&pane.mistake, pane.n_hits) {
        (Some(mistake), _) => (format!("  {mistake}"), theme.warning),
        (None, _) if pane.input.text().trim().is_empty() => (String::new(), theme.dim),
        (None, None) => (String::new(), theme.dim),
        (None, Some(0)) => (format!("  {}", wording!("find-missing")), theme.warning),
        (None, Some(n)) => (format!("  {}", wording!("find-matches", n = n)), theme.dim),
    };
    let cells = width(&answer);
    let has_room = LEAST_CELLS + cells <= usize::from(area.width);
    let cells = if has_room { u16::try_from(cells).unwrap_or(0) } else { 0 };
    let line = Rect { width: area.width - cells, ..area };
    put(buffer, Rect { x: line.right(), width: cells, ..area }, &answer, style);
    let rest = put(buffer, line, &pane.recall.label("/"), theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    if session.focus() == NAME {
        put_caret(frame, column.map(|column| (column, area.y)), theme);
    }
}
