//! Lines of plain text, wrapped to a box.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::cells::put;

/// The rows that `text` takes, at least one.
pub fn wrapped(text: &str, width_cells: usize) -> Vec<String> {
    let rows = textwrap::wrap(text, width_cells.max(1));
    rows.into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Draws lines one below the other until `area` is full.
pub fn put_lines<'a>(
    buffer: &mut Buffer,
    area: Rect,
    lines: impl IntoIterator<Item = (&'a str, Style)>,
) {
    let mut y = area.y;
    for (line, style) in lines {
        for row in wrapped(line, usize::from(area.width)) {
            if area.bottom() <= y {
                return;
            }
            put(buffer, Rect { y, height: 1, ..area }, &row, style);
            y += 1;
        }
    }
}
