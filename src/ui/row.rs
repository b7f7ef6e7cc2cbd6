//! The row of a headline in a list, and the heading of a day.

use std::ops::Range;

use chrono::NaiveDate;
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    Theme,
    cells::{Ink, cut, put, put_ordered, thousands, width},
    glyphs::GLYPHS,
};
use crate::domain::Headline;

/// Which columns a list of some width has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    pub date: DateColumn,
    /// 0 is no column.
    pub source_cells: u16,
    pub has_words: bool,
}

/// How a row tells its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateColumn {
    None,
    /// `04 Mar`
    Short,
    /// `2026-03-04`
    Full,
}

const UNREAD_MARK: &str = GLYPHS.unread.unicode;
const STAR: &str = GLYPHS.star.unicode;
const WORDS_CELLS: u16 = 8;

impl Columns {
    /// The columns of a list `width_cells` wide.
    pub fn of(width_cells: u16) -> Self {
        let date = match width_cells {
            0..30 => DateColumn::None,
            30..60 => DateColumn::Short,
            _ => DateColumn::Full,
        };
        let source_cells = if width_cells < 50 { 0 } else { (width_cells / 5).clamp(12, 20) };
        Self { date, source_cells, has_words: 110 <= width_cells }
    }

    fn date_cells(self) -> u16 {
        match self.date {
            DateColumn::None => 0,
            DateColumn::Short => 7,
            DateColumn::Full => 10,
        }
    }

    /// Where titles begin.
    pub fn title_column(self) -> u16 {
        let gap = |cells| if cells == 0 { 0 } else { cells + 2 };
        3 + gap(self.date_cells()) + gap(self.source_cells)
    }
}

/// Draws one line: marks, date, source, title, words. Titles from right to left are put into order
/// if `reorders`.
pub fn put_headline(
    buffer: &mut Buffer,
    area: Rect,
    headline: &Headline,
    title_hits: &[Range<usize>],
    theme: &Theme,
    reorders: bool,
) {
    let columns = Columns::of(area.width);
    let unread = if headline.is_read { " " } else { UNREAD_MARK };
    let rest = put(buffer, area, unread, theme.unread);
    let rest = put(buffer, rest, if headline.is_starred { STAR } else { " " }, theme.star);
    let mut rest = put(buffer, rest, " ", theme.text);
    if let Some(date) = date_text(headline.date, columns.date) {
        rest = column(buffer, rest, &date, columns.date_cells(), theme.dim);
    }
    if 0 < columns.source_cells {
        rest = column(buffer, rest, &headline.source, columns.source_cells, theme.source);
    }
    if columns.has_words {
        let words = format!("{}w", thousands(headline.n_words as usize));
        let (title, right) = split_right(rest, WORDS_CELLS);
        let indent = right.width.saturating_sub(cells_of(&words));
        put(buffer, indented(right, indent), &words, theme.dim);
        rest = title;
    }
    let title: &str = if headline.title.is_empty() { "(no title)" } else { &headline.title };
    let style = if headline.is_read { theme.text } else { theme.unread };
    let ink = Ink { style, hits: title_hits, hit_style: theme.hit };
    put_ordered(buffer, rest, title, ink, reorders);
}

/// Draws the heading of a day: its name and a rule.
pub fn put_day(buffer: &mut Buffer, area: Rect, day: Option<NaiveDate>, theme: &Theme) {
    let text = match day {
        Some(day) if area.width < 34 => day.format("%a %-d %b %Y ").to_string(),
        Some(day) => day.format("%A %-d %B %Y ").to_string(),
        None => "Undated ".to_owned(),
    };
    let rest = put(buffer, area, &text, theme.heading);
    put(buffer, rest, &GLYPHS.rule.unicode.repeat(usize::from(rest.width)), theme.rule);
}

fn date_text(date: Option<NaiveDate>, column: DateColumn) -> Option<String> {
    let format = match column {
        DateColumn::None => return None,
        DateColumn::Short => "%d %b",
        DateColumn::Full => "%Y-%m-%d",
    };
    Some(date.map_or_else(|| "undated".to_owned(), |date| date.format(format).to_string()))
}

/// Writes `text` cut to a column and returns what is right of the column and its gap.
fn column(buffer: &mut Buffer, area: Rect, text: &str, cells: u16, style: Style) -> Rect {
    put(buffer, area, &cut(text, usize::from(cells.min(area.width))), style);
    indented(area, cells + 2)
}

fn indented(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect { x: area.x + cells, width: area.width - cells, ..area }
}

fn split_right(area: Rect, cells: u16) -> (Rect, Rect) {
    let cells = cells.min(area.width);
    let left = Rect { width: area.width - cells, ..area };
    (left, Rect { x: left.right(), width: cells, ..area })
}

fn cells_of(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}
