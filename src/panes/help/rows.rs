//! Lines of the help in rows: keys and texts are wrapped, each in its column.

use std::ops::Range;

use super::lines::Line;
use crate::ui::{width, wrapped};

/// The keys have no more of the width, whatever it is.
const MOST_KEYS_CELLS: usize = 26;
/// Texts are wrapped at this width even if there is more room: longer lines are hard to follow.
const MOST_TEXT_CELLS: usize = 72;
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
        let room = usize::from(width_cells).saturating_sub(indent).min(MOST_TEXT_CELLS);
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
        let needed = indent(lines, most) + texts.max().unwrap_or(0).min(MOST_TEXT_CELLS);
        u16::try_from(needed).unwrap_or(u16::MAX).min(most)
    }

    /// The row that stands at the top of `height` rows if it should be `row`: where a line begins,
    /// and no further down than the last line is seen whole.
    pub(super) fn top(&self, row: usize, is_up: bool, height: usize) -> usize {
        let last = self.rows.len().saturating_sub(height);
        let last = self.line_start(last, false, height);
        self.line_start(row.min(last), is_up, height).min(last)
    }

    /// The row at which a line begins, before `row` or behind it; `row` itself in a line that is
    /// taller than the box.
    fn line_start(&self, row: usize, is_up: bool, height: usize) -> usize {
        let Some(line) = self.rows.get(row).map(|it| it.line) else { return row };
        let start = self.rows.partition_point(|it| it.line < line);
        let end = self.rows.partition_point(|it| it.line <= line);
        match (start == row || height < end - start, is_up) {
            (true, _) => row,
            (false, true) => start,
            (false, false) => end,
        }
    }

    /// The rows that are seen from `top` on: a line that does not fit as a whole is left out, unless
    /// it is the only one.
    pub(super) fn seen(&self, top: usize, height: usize) -> Range<usize> {
        let top = top.min(self.rows.len());
        let end = (top + height).min(self.rows.len());
        let Some(line) = self.rows.get(end).map(|it| it.line) else { return top..end };
        let start = self.rows.partition_point(|it| it.line < line);
        top..if top < start { start } else { end }
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

    fn line(keys: &str, text: &str) -> Line {
        Line::Macro { keys: keys.into(), written: String::new(), text: text.into() }
    }

    #[test]
    fn no_line_is_seen_in_part_and_every_one_is_reached() {
        let texts = ["one", "two words", "three words here", "four", "and some more words here"];
        let lines: Vec<Line> = texts.iter().map(|text| line("k", text)).collect();
        let sheet = Sheet::of(&lines, 9);
        let rows_of = |line: usize| sheet.rows.iter().filter(|row| row.line == line).count();
        for height in 5..sheet.rows.len() {
            let (mut top, mut found) = (0, Vec::new());
            for is_up in [false, true] {
                for _ in &sheet.rows {
                    let seen = &sheet.rows[sheet.seen(top, height)];
                    for line in seen.iter().map(|row| row.line) {
                        let n_rows = seen.iter().filter(|row| row.line == line).count();
                        assert_eq!(n_rows, rows_of(line), "{height} {top}");
                        found.push(line);
                    }
                    let next = if is_up { top.saturating_sub(1) } else { top + 1 };
                    top = sheet.top(next, is_up, height);
                }
            }
            assert_eq!(top, 0);
            assert!((0..lines.len()).all(|line| found.contains(&line)), "{height}: {found:?}");
        }
        // In a box that is too low for a line, its rows are gone through one by one.
        assert_eq!(sheet.top(1, false, 1), 1);
        assert_eq!(sheet.seen(1, 1), 1..2);
    }

    #[test]
    fn keys_and_texts_stay_in_their_columns_at_any_width() {
        let lines = [
            Line::Section("List".into()),
            line("^B PgUp b Shift+Space Backspace", "Scroll up a screen"),
            line("m", "Mark read or unread: the selection or the article"),
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
