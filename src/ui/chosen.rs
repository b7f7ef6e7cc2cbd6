//! How the row under the cursor is shown, in every list: by a ground, and by a bar at its left.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
};

use super::{Theme, cells::put, glyphs::GLYPHS};

/// Draws the bar at the left of a row under the cursor: its sign in every theme.
pub fn put_cursor_bar(buffer: &mut Buffer, area: Rect, style: Style) {
    for y in area.top()..area.bottom() {
        let cell = Rect { y, width: area.width.min(1), height: 1, ..area };
        put(buffer, cell, GLYPHS.cursor_bar.unicode, style);
    }
}

/// Shows that the cursor is on a row that is already drawn, within its cell of padding at both
/// sides: by the ground of all of it, and by a bar in the first of these cells.
pub fn choose_row(buffer: &mut Buffer, row: Rect, theme: &Theme) {
    let style = theme.selected;
    let is_reversed = style.add_modifier.contains(Modifier::REVERSED);
    let bar = Rect { x: row.x.saturating_sub(1), width: 1, ..row };
    // A bar that is reversed would not be seen.
    let start = if is_reversed { row.x } else { bar.x };
    let ground = Rect { x: start, width: (row.right() + 1).saturating_sub(start), ..row };
    for position in ground.intersection(buffer.area).positions() {
        let cell = &mut buffer[position];
        if is_reversed {
            (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
            cell.modifier.remove(Modifier::DIM | Modifier::REVERSED);
        }
        cell.set_style(style);
    }
    put_cursor_bar(buffer, bar, theme.cursor_bar);
}
