//! The row of a headline in a list, and the heading of a day.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use ratatui::{buffer::Buffer, layout::Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Theme,
    cells::{ELLIPSIS, Ink, cut, put, put_ordered, width},
    glyphs::GLYPHS,
    passage::put_from,
};
use crate::base::{
    language::dates::{self, Form},
    wording,
};
use crate::config::{Column, DateFormat, ListConfig};
use crate::domain::{Folded, Headline, Mark};

/// The columns that a list has room for, in their order, and how wide they are.
#[derive(Debug, Clone)]
pub struct RowColumns<'a> {
    columns: Vec<Measured>,
    date_format: Option<&'a DateFormat>,
    is_date_short: bool,
    /// The year that short dates do without.
    year: Option<i32>,
    has_selection: bool,
}

/// A column and its cells.
type Measured = (Column, u16);

/// What is special about a title.
#[derive(Debug, Default, Clone, Copy)]
pub struct TitleLook<'a> {
    /// Bytes to highlight, in order.
    pub hits: &'a [Range<usize>],
    /// Cells that are scrolled away on the left.
    pub shift_cells: usize,
    /// Text from right to left is put into order.
    pub reorders: bool,
    /// How the article begins: behind its title, where that leaves room.
    pub lead: &'a str,
}

/// A lead in fewer cells says nothing.
const LEAST_LEAD_CELLS: u16 = 24;
const UNREAD_MARK: &str = GLYPHS.unread.unicode;
const CHANGED_MARK: &str = GLYPHS.changed.unicode;
const STAR: &str = GLYPHS.star.unicode;
const FOLDED: &str = "▸ ";
const SHORT_DATES_BELOW_CELLS: u16 = 100;
/// From this width on, the second line of a row has enough room below its title.
const TITLES_FROM_CELLS: u16 = 100;
/// A source that would be cut further for the date of a day without heading is left out.
const LEAST_SOURCE_CELLS: u16 = 8;
const MARKS_CELLS: u16 = 2;
const WORDS_CELLS: u16 = 7;
/// Between two columns; one cell less after the marks, unless a sign stands there.
const GAP_CELLS: u16 = 2;

impl<'a> RowColumns<'a> {
    /// The same columns for the only article of a day, whose date stands in the row instead of a
    /// heading. It takes its room from the source, so that titles stay in line.
    #[must_use]
    pub fn lone(
        config: &'a ListConfig,
        width_cells: u16,
        has_selection: bool,
        today: Option<NaiveDate>,
    ) -> Self {
        let mut columns = Self::of(config, width_cells, (false, has_selection), today);
        if config.repeat_date {
            return columns;
        }
        let cells_of = |wanted| {
            let mut left = columns.sides().0.iter();
            left.find(|(column, _)| *column == wanted).map_or(0, |(_, cells)| *cells)
        };
        let (date, source) = (cells_of(Column::Date), cells_of(Column::Source));
        let rest = source.saturating_sub(date + GAP_CELLS);
        if date == 0 || source < date {
            return columns;
        }
        let is_cut = LEAST_SOURCE_CELLS <= rest;
        columns.columns.retain_mut(|(column, cells)| {
            match column {
                Column::Source => *cells = rest,
                Column::Date if !is_cut => *cells = source,
                _ => (),
            }
            is_cut || *column != Column::Source
        });
        columns
    }

    /// The columns of a list `width_cells` wide; `has_days` where headings tell the date.
    /// `has_selection` where some articles are selected: there is room for a sign behind the marks.
    pub fn of(
        config: &'a ListConfig,
        width_cells: u16,
        (has_days, has_selection): (bool, bool),
        today: Option<NaiveDate>,
    ) -> Self {
        let is_date_short = width_cells < SHORT_DATES_BELOW_CELLS;
        let date_format = config.date_format.as_ref();
        let undated_cells = cells_of(wording!("undated"));
        let cells = |column: &Column| match column {
            Column::Marks => MARKS_CELLS,
            Column::Date if has_days && !config.repeat_date || width_cells < 30 => 0,
            Column::Date => match date_format {
                Some(format) => format.width_cells().max(undated_cells),
                None if is_date_short => dates::width_cells(Form::WithYear).max(undated_cells),
                None => dates::width_cells(Form::Numbers).max(undated_cells),
            },
            Column::Source if width_cells < 50 => 0,
            Column::Source => source_cells(width_cells),
            Column::Words if width_cells < 100 => 0,
            Column::Words => WORDS_CELLS,
            Column::Title => 1,
        };
        let columns = config.columns.all().iter().map(|column| (*column, cells(column)));
        let columns = columns.filter(|(_, cells)| 0 < *cells).collect();
        let year = today.map(|today| today.year());
        Self { columns, date_format, is_date_short, year, has_selection }
    }

    /// The columns on the left and on the right of the title.
    fn sides(&self) -> (&[Measured], &[Measured]) {
        let at = self.columns.iter().position(|(column, _)| *column == Column::Title);
        let (left, right) = self.columns.split_at(at.unwrap_or(self.columns.len()));
        (left, right.get(1..).unwrap_or_default())
    }

    /// Where the second line of a row begins: below its title, or in narrow lists, which need the
    /// room, below what follows the marks.
    pub fn second_line_column(&self, width_cells: u16) -> u16 {
        let behind_marks = match self.sides().0.first() {
            Some((Column::Marks, cells)) => cells + self.gap(Column::Marks),
            Some(_) | None => 0,
        };
        if width_cells < TITLES_FROM_CELLS { behind_marks } else { self.title_column() }
    }

    /// Where titles begin.
    fn title_column(&self) -> u16 {
        self.sides().0.iter().map(|(column, cells)| cells + self.gap(*column)).sum()
    }

    /// Where it stands that an article is selected: behind its marks, else in the first cell.
    pub fn selection_column(&self) -> u16 {
        let mut start = 0;
        for (column, cells) in self.sides().0 {
            if *column == Column::Marks {
                return start + cells;
            }
            start += cells + self.gap(*column);
        }
        0
    }

    /// Blank cells behind a column.
    fn gap(&self, column: Column) -> u16 {
        if column == Column::Marks && !self.has_selection { 1 } else { GAP_CELLS }
    }

    fn date_text(&self, date: Option<NaiveDate>) -> String {
        match (date, self.date_format) {
            (None, _) => wording!("undated").to_owned(),
            (Some(date), Some(format)) => format.write(date),
            (Some(date), None) => {
                let is_this_year = self.year == Some(date.year());
                dates::day(
                    date,
                    match (self.is_date_short, is_this_year) {
                        (false, _) => Form::Numbers,
                        (true, true) => Form::WithoutYear,
                        (true, false) => Form::WithYear,
                    },
                )
            }
        }
    }
}

/// Narrow lists cut the source before the title; what wide ones have to spare is the title's.
fn source_cells(width_cells: u16) -> u16 {
    (width_cells.saturating_sub(20) / 5).clamp(10, 18)
}

/// Draws one line of columns.
pub fn put_headline(
    buffer: &mut Buffer,
    area: Rect,
    headline: &Headline,
    columns: &RowColumns,
    look: TitleLook,
    theme: &Theme,
) {
    let (left, right) = columns.sides();
    let mut rest = area;
    for (column, cells) in left {
        let (own, after) = split_left(rest, *cells);
        put_column(buffer, own, headline, (*column, columns), theme);
        rest = indented(after, columns.gap(*column));
    }
    for (column, cells) in right.iter().rev() {
        let (before, own) = split_right(rest, *cells);
        put_column(buffer, own, headline, (*column, columns), theme);
        rest = split_right(before, GAP_CELLS).0;
    }
    let rest = put_copies(buffer, rest, headline, theme);
    put_title(buffer, rest, headline, look, theme);
}

fn put_column(
    buffer: &mut Buffer,
    area: Rect,
    headline: &Headline,
    (column, columns): (Column, &RowColumns),
    theme: &Theme,
) {
    let room = usize::from(area.width);
    match column {
        Column::Marks => {
            let unread = match (headline.has(Mark::Changed), headline.has(Mark::Read)) {
                (true, _) => CHANGED_MARK,
                (false, true) => " ",
                (false, false) => UNREAD_MARK,
            };
            let rest = put(buffer, area, unread, theme.unread_mark);
            put(buffer, rest, if headline.has(Mark::Starred) { STAR } else { " " }, theme.star);
        }
        Column::Date => {
            put(buffer, area, &cut(&columns.date_text(headline.date), room), theme.dim);
        }
        Column::Source => {
            put(buffer, area, &cut(&headline.source, room), theme.source);
        }
        // The second line says that there is not text, where there is room for one.
        Column::Words if headline.length.n_words == 0 => (),
        Column::Words => {
            let words = wording!("words-short", n = headline.length.n_words);
            let indent = area.width.saturating_sub(cells_of(&words));
            put(buffer, indented(area, indent), &words, theme.dim);
        }
        Column::Title => (),
    }
}

/// Says quietly that an article is in several files, where there is room; the rest is the title's.
fn put_copies(buffer: &mut Buffer, area: Rect, headline: &Headline, theme: &Theme) -> Rect {
    let n = headline.n_files();
    let text = match area.width {
        _ if headline.n_copies == 0 => return area,
        ..20 => return area,
        20..50 => format!("×{n}"),
        50.. => wording!("n-copies", n = n),
    };
    let (before, own) = split_right(area, cells_of(&text));
    put(buffer, own, &text, theme.dim);
    split_right(before, GAP_CELLS).0
}

fn put_title(buffer: &mut Buffer, area: Rect, headline: &Headline, look: TitleLook, theme: &Theme) {
    let title: &str =
        if headline.title.is_empty() { wording!("untitled") } else { &headline.title };
    let style = if headline.has(Mark::Read) { theme.text } else { theme.unread };
    let ink = Ink { style, hits: look.hits, hit_style: theme.hit };
    let Some(start) = shifted(title, look.shift_cells) else {
        let rest = put_ordered(buffer, area, title, ink, look.reorders);
        let rest = indented(rest, GAP_CELLS);
        if !look.lead.is_empty() && LEAST_LEAD_CELLS <= rest.width {
            let ink = Ink { style: theme.dim, hits: &[], hit_style: theme.hit };
            put_ordered(buffer, rest, look.lead, ink, look.reorders);
        }
        return;
    };
    let rest = put(buffer, area, ELLIPSIS, theme.dim);
    put_from(buffer, rest, title, start, ink, look.reorders);
}

/// The byte of `text` from which on it is shown where `cells` of it are scrolled away and one more
/// tells so; `None` if nothing is.
fn shifted(text: &str, cells: usize) -> Option<usize> {
    if cells == 0 {
        return None;
    }
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        if cells < used {
            return Some(at);
        }
        used += width(cluster);
    }
    Some(text.len())
}

/// Draws the heading of a day: its name and a rule.
pub fn put_day(buffer: &mut Buffer, area: Rect, day: Option<NaiveDate>, theme: &Theme) {
    put_heading(buffer, area, day_text(day, area.width).trim_end(), theme);
}

/// Draws a heading and a rule behind it.
pub fn put_heading(buffer: &mut Buffer, area: Rect, text: &str, theme: &Theme) {
    let text = cut(text, usize::from(area.width.saturating_sub(1)));
    let rest = put(buffer, area, &format!("{text} "), theme.heading);
    put_rule(buffer, rest, theme);
}

/// Draws a rule across `area`.
pub fn put_rule(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    put(buffer, area, &GLYPHS.rule.unicode.repeat(usize::from(area.width)), theme.rule);
}

/// Draws the heading of the folded day that an article stands for, how many it hides, and how many
/// of those are unread, where any are.
pub fn put_folded_day(buffer: &mut Buffer, area: Rect, first: &Headline, theme: &Theme) {
    let rest = put(buffer, area, FOLDED, theme.heading);
    let rest = put(buffer, rest, &day_text(first.date, area.width), theme.heading);
    let counts = first.folded.map(|Folded { n_articles: n, n_unread }| match n_unread {
        0 => wording!("n-articles", n = n),
        unread => wording!("list-counts", n = n, unread = unread),
    });
    put(buffer, rest, &format!("· {}", counts.unwrap_or_default()), theme.dim);
}

fn day_text(day: Option<NaiveDate>, width_cells: u16) -> String {
    match day {
        Some(day) if width_cells < 34 => dates::day(day, Form::Short) + " ",
        Some(day) => dates::day(day, Form::Full) + " ",
        None => format!("{} ", wording!("heading-undated")),
    }
}

fn indented(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect { x: area.x + cells, width: area.width - cells, ..area }
}

fn split_left(area: Rect, cells: u16) -> (Rect, Rect) {
    let cells = cells.min(area.width);
    (Rect { width: cells, ..area }, indented(area, cells))
}

fn split_right(area: Rect, cells: u16) -> (Rect, Rect) {
    let cells = cells.min(area.width);
    let left = Rect { width: area.width - cells, ..area };
    (left, Rect { x: left.right(), width: cells, ..area })
}

fn cells_of(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ArticleId, Length, MarkSet, Seq};

    #[test]
    fn the_source_has_more_room_in_a_wider_list_until_titles_need_it_more() {
        let widths = [40, 80, 100, 120, 200, 300].map(source_cells);
        assert_eq!(widths, [10, 12, 16, 18, 18, 18]);
    }

    fn in_files(n_copies: u32) -> Headline {
        Headline {
            seq: Seq(0),
            id: ArticleId([0; 16]),
            title: "The ferry sails".into(),
            date: None,
            url: None,
            source: "gull.example".into(),
            path: "a.txt".into(),
            length: Length { n_words: 9, n_paragraphs: 1 },
            marks: MarkSet::default(),
            n_copies,
            folded: None,
            problems: Vec::new(),
        }
    }

    #[test]
    fn an_article_in_several_files_says_so_where_the_title_leaves_room() {
        let config = ListConfig::default();
        let row = |width: u16, n_copies| {
            let area = Rect::new(0, 0, width, 1);
            let mut buffer = Buffer::empty(area);
            let columns = RowColumns::of(&config, width, (true, false), None);
            let theme = Theme::monochrome();
            let look = TitleLook::default();
            put_headline(&mut buffer, area, &in_files(n_copies), &columns, look, &theme);
            buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        assert!(row(100, 1).contains("2 copies"), "{}", row(100, 1));
        assert!(row(44, 999).ends_with("×1000"), "{}", row(44, 999));
        assert!(!row(20, 1).contains('2'), "{}", row(20, 1));
        assert!(!row(100, 0).contains("cop"), "{}", row(100, 0));
        for width in 1..120 {
            let told = row(width, 1);
            let is_room = row(width, 0).contains("The ferry sails");
            assert!(!is_room || told.contains("The ferry"), "{width}: {told}");
        }
    }
}
