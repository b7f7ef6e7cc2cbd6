//! Boxes in the middle of the screen, over what is there.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    widgets::{Block, Clear, Widget},
};

use super::{Scrolled, Theme, cells, put_scroll_bar};

/// With less left at its sides, a box takes that as well: slivers of what is behind it tell nothing.
const LEAST_SIDE_CELLS: u16 = 12;
/// On lower screens, a box leaves nothing but the status line.
const LEAST_ROWS_AROUND: u16 = 30;

/// `area` without a cell at the left and one at the right, where there is room for that.
pub fn padded(area: Rect) -> Rect {
    if area.width < 4 {
        return area;
    }
    Rect { x: area.x + 1, width: area.width - 2, ..area }
}

/// A rectangle of at most this size in the middle of `area`.
pub fn centred(area: Rect, width_cells: u16, height: u16) -> Rect {
    let (width, height) = (width_cells.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

/// Where a large box goes that needs `width_cells`: in the middle of the screen, above the status
/// line.
pub fn box_area(screen: Rect, width_cells: u16) -> Rect {
    let above = Rect { height: screen.height - u16::from(1 < screen.height), ..screen };
    let is_almost_whole = screen.width < width_cells.saturating_add(2 * LEAST_SIDE_CELLS);
    let width = if is_almost_whole { screen.width } else { width_cells };
    let margin = if screen.height < LEAST_ROWS_AROUND { 0 } else { screen.height / 16 };
    centred(above, width, above.height - 2 * margin)
}

/// Draws the scroll bar of a box into its frame: which of how many rows are seen.
pub fn put_box_scroll_bar(
    buffer: &mut Buffer,
    outer: Rect,
    (seen, n_rows): (Range<usize>, usize),
    theme: &Theme,
) {
    let inside = framed_inside(outer);
    if inside == outer {
        return;
    }
    let n = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let scrolled = Scrolled { seen: n(seen.start)..n(seen.end), total: n(n_rows) };
    let edge = Rect { y: inside.y, height: inside.height, ..outer };
    put_scroll_bar(buffer, edge, &scrolled, |_| false, theme);
}

/// The inside of what [`framed`] draws in `area`: within the frame, and a blank at both sides.
pub fn framed_inside(area: Rect) -> Rect {
    if area.width < 6 || area.height < 3 {
        return area;
    }
    padded(Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 })
}

/// The columns and rows of a box with this title around `n_lines` lines, the widest of
/// `widest_cells`.
pub fn boxed(title: &str, widest_cells: usize, n_lines: usize) -> (u16, u16) {
    let width_cells = (widest_cells + 4).max(cells::width(title) + 4);
    let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    (cells(width_cells), cells(n_lines.saturating_add(2)))
}

/// Clears a line, which may cover the last of an article.
pub fn clear_line(buffer: &mut Buffer, line: Rect, ground: Style) {
    Clear.render(line, buffer);
    buffer.set_style(line, ground);
}

/// Clears `area`, draws a frame with a title around it and returns the inside; without a frame if
/// there is no room for one.
pub fn framed(buffer: &mut Buffer, area: Rect, title: &str, theme: &Theme) -> Rect {
    let area = area.intersection(buffer.area);
    Clear.render(area, buffer);
    let inside = framed_inside(area);
    if inside == area {
        return area;
    }
    Block::bordered().style(theme.popup).border_style(theme.border).render(area, buffer);
    let top = Rect { x: area.x + 2, width: area.width - 3, height: 1, ..area };
    cells::put(buffer, top, title, theme.heading);
    inside
}
