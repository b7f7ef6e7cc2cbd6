//! Lines of the help in rows: keys and texts are wrapped, each in its column.

use super::lines::Line;
use crate::ui::{width, wrapped};

/// The keys have no more of the width, whatever it is.
const MOST_KEYS_CELLS: usize = 26;
/// Between keys and text.
const GAP_CELLS: usize = 2;

/// What is drawn, row by row.
pub(super) struct Sheet {
    pub rows: Vec<Row>,
    /// Where the texts begin.
    pub indent: u16,
}

/// One row of a line.
pub(super) struct Row {
    /// The number of its line.
    pub line: usize,
    pub keys: String,
    pub text: String,
}

impl Sheet {
    /// Wraps lines to so many cells.
    pub(super) fn of(lines: &[Line], width_cells: u16) -> Self {
        let indent = indent(lines, width_cells);
        let room = usize::from(width_cells).saturating_sub(indent);
        let mut rows = Vec::new();
        for (line, it) in lines.iter().enumerate() {
            let (keys, text) = it.columns().map_or_else(Default::default, |(keys, text)| {
                (wrapped(keys, indent.saturating_sub(GAP_CELLS)), wrapped(text, room))
            });
            for row in 0..keys.len().max(text.len()).max(1) {
                let part = |of: &[String]| of.get(row).cloned().unwrap_or_default();
                rows.push(Row { line, keys: part(&keys), text: part(&text) });
            }
        }
        Self { rows, indent: u16::try_from(indent).unwrap_or(u16::MAX) }
    }

    /// The cells that lines take where no text is wrapped.
    pub(super) fn width_cells(lines: &[Line], most: u16) -> u16 {
        let texts = lines.iter().filter_map(Line::columns).map(|(_, text)| width(text));
        let needed = indent(lines, most) + texts.max().unwrap_or(0);
        u16::try_from(needed).unwrap_or(u16::MAX).min(most)
    }
}

/// Where texts begin: behind the longest keys, as far as these leave the texts most of the room.
fn indent(lines: &[Line], width_cells: u16) -> usize {
    let keys = lines.iter().filter_map(Line::columns).map(|(keys, _)| width(keys));
    let most = MOST_KEYS_CELLS.min(usize::from(width_cells) / 3);
    keys.max().unwrap_or(0).min(most) + GAP_CELLS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_texts_stay_in_their_columns_at_any_width() {
        let lines = [
            Line::Section("List".into()),
            Line::Macro("<c-b> <pgup> b <s-space> <bs>".into(), "Scroll up a screen".into()),
            Line::Macro("m".into(), "Mark read or unread: the selection or the article".into()),
            Line::Blank,
        ];
        for cells in 6..90 {
            let sheet = Sheet::of(&lines, cells);
            let (indent, cells) = (usize::from(sheet.indent), usize::from(cells));
            for row in &sheet.rows {
                assert!(width(&row.keys) + GAP_CELLS <= indent, "{cells}: {}", row.keys);
                assert!(
                    indent + width(&row.text) <= cells.max(indent + 1),
                    "{cells}: {}",
                    row.text
                );
            }
            let words = |line: usize| {
                let of = sheet.rows.iter().filter(|row| row.line == line);
                of.map(|row| row.text.as_str()).collect::<Vec<_>>().concat().replace(' ', "")
            };
            assert_eq!(words(1), "Scrollupascreen");
        }
        assert_eq!(Sheet::of(&lines, Sheet::width_cells(&lines, 200)).rows.len(), 5);
    }
}
