//! Draws the choices.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::Offered;
use crate::ui::put;

/// Draws the choices.
pub(in crate::panes) fn put_offers(
    buffer: &mut Buffer,
    area: Rect,
    offers: &[Offered],
    (keys, words): (Style, Style),
) {
    for offer in offers {
        let x = u16::try_from(offer.cells.start).unwrap_or(u16::MAX).min(area.width);
        let rest = Rect { x: area.x + x, width: area.width - x, ..area };
        let rest = put(buffer, rest, &offer.keys, keys);
        put(buffer, rest, &format!(" {}", offer.words), words);
    }
}
