//! Lines of plain text, wrapped to a box.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::cells::put;

/// The rows that `text` takes, at least one.
pub fn wrapped(text: &str, width_cells: usize) -> Vec<String> {
    let rows = textwrap::wrap(text, width_cells.max(1));
    rows.into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Draws lines one below the other until `area` is full, and returns how many there was room for. One
/// that does not fit as a whole is left out, unless it is the first.
pub fn put_lines<'a>(
    buffer: &mut Buffer,
    area: Rect,
    lines: impl IntoIterator<Item = (&'a str, Style)>,
) -> usize {
    let (mut y, mut n_lines) = (area.y, 0);
    for (line, style) in lines {
        let rows = wrapped(line, usize::from(area.width));
        if usize::from(area.bottom() - y) < rows.len() && 0 < n_lines {
            break;
        }
        for row in rows.iter().take(usize::from(area.bottom() - y)) {
            put(buffer, Rect { y, height: 1, ..area }, row, style);
            y += 1;
        }
        n_lines += 1;
    }
    n_lines
}
