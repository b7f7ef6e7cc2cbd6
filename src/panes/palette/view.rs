//! Draws the palette: the words on top, below them a line for each command that fits.

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use super::{Entry, NAME, PalettePane};
use crate::base::wording;
use crate::session::Session;
use crate::ui::{Theme, centred, choose_row, cut, framed, put, put_input, width};

/// Where the keys begin, and where the words.
const NAME_CELLS: u16 = 20;
const KEYS_CELLS: u16 = 16;

pub(super) fn draw(
    pane: &PalettePane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let outer = centred(area, 90, area.height.saturating_sub(area.height / 8));
    let inside = framed(buffer, outer, &format!(" {} ", wording!("palette-title")), theme);
    if inside.is_empty() {
        return;
    }
    let line = Rect { height: 1, ..inside };
    let rest = put(buffer, line, "> ", theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    let rows = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    if pane.fitting.is_empty() {
        put(
            buffer,
            Rect { height: rows.height.min(1), ..rows },
            wording!("palette-nothing-fits"),
            theme.dim,
        );
    }
    let first = (pane.cursor + 1).saturating_sub(usize::from(rows.height));
    let shown = pane.fitting.iter().enumerate().skip(first);
    for (y, (at, entry)) in (rows.y..rows.bottom()).zip(shown) {
        let Some(entry) = pane.entries.get(*entry) else {
            continue;
        };
        let place = Rect { y, height: 1, ..rows };
        let is_chosen = at == pane.cursor;
        put_entry(pane, entry, is_chosen, theme, buffer, place);
        if is_chosen {
            choose_row(buffer, place, theme.selected);
        }
    }
    if let Some(column) = column.filter(|_| session.focus() == NAME) {
        frame.set_cursor_position(Position::new(column, line.y));
    }
}

fn put_entry(
    pane: &PalettePane,
    entry: &Entry,
    is_chosen: bool,
    theme: &Theme,
    buffer: &mut ratatui::buffer::Buffer,
    place: Rect,
) {
    let refusal = pane.refusal.filter(|_| is_chosen);
    let (style, text) = match (entry.reason, refusal) {
        (_, Some(why)) => (theme.warning, why),
        (Some(reason), None) => (theme.dim, reason),
        (None, None) => (theme.text, entry.about.doc),
    };
    let is_dim = entry.reason.is_some();
    let mut name = entry.about.name.to_owned();
    if let Some(argument) = entry.about.argument {
        name = format!("{name} {}", argument.spoken_name().to_uppercase());
    }
    let mut rest = place;
    for (words, cells, usual) in
        [(name, NAME_CELLS, theme.text), (entry.keys.clone(), KEYS_CELLS, theme.source)]
    {
        let cells = cells.max(u16::try_from(width(&words)).unwrap_or(0) + 1).min(rest.width);
        let part = Rect { width: cells.saturating_sub(1), ..rest };
        put(buffer, part, &words, if is_dim { theme.dim } else { usual });
        rest = Rect { x: rest.x + cells, width: rest.width - cells, ..rest };
    }
    put(buffer, rest, &cut(text, usize::from(rest.width)), style);
}
