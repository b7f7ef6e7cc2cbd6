//! Draws the keys that may follow, in columns, as low as they fit.

use ratatui::{Frame, layout::Rect};

use crate::session::Session;
use crate::ui::{Theme, cut, framed, put, width};

/// Columns are not narrower, even where they cut what keys do.
const COLUMN_CELLS: u16 = 36;

/// `area` is all of the screen above the status line.
pub(super) fn draw(session: &Session, theme: &Theme, frame: &mut Frame, area: Rect) {
    let hints = &session.keyboard.pending.hints;
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    if hints.is_empty() || area.width < 8 || area.height < 4 {
        return;
    }
    let n_hints = u16::try_from(hints.len()).unwrap_or(u16::MAX);
    let keys_cells = hints.iter().map(|(keys, _)| width(keys)).max().unwrap_or(0);
    let n_columns = n_columns(hints, keys_cells, area);
    let n_lines = n_hints.div_ceil(n_columns).min(area.height - 2);
    let outer = Rect { y: area.bottom() - n_lines - 2, height: n_lines + 2, ..area };
    let typed: String = session.keyboard.pending.keys.iter().map(|key| key.spoken()).collect();
    let inside = framed(buffer, outer, &format!(" {typed} … "), theme);
    let cells = inside.width / n_columns;
    for (at, (keys, text)) in (0..n_hints).zip(hints) {
        let column = at / n_lines;
        if n_columns <= column {
            break;
        }
        let place = Rect {
            x: inside.x + column * cells,
            y: inside.y + at % n_lines,
            width: cells.saturating_sub(1),
            height: 1,
        };
        let rest = put(buffer, place, &format!("{keys:keys_cells$} "), theme.key);
        put(buffer, rest, &cut(text, usize::from(rest.width)), theme.text);
    }
}

/// As many columns as show all that keys do; more where the lines would cover most of the screen.
fn n_columns(hints: &[(String, String)], keys_cells: usize, area: Rect) -> u16 {
    let room = area.width.saturating_sub(4);
    let longest = hints.iter().map(|(_, text)| keys_cells + 2 + width(text)).max().unwrap_or(0);
    let whole = (room / u16::try_from(longest).unwrap_or(u16::MAX).max(COLUMN_CELLS)).max(1);
    let n_hints = u16::try_from(hints.len()).unwrap_or(u16::MAX);
    let is_low = n_hints.div_ceil(whole) + 2 <= area.height / 3 * 2;
    if is_low { whole } else { (room / COLUMN_CELLS).max(whole) }
}
