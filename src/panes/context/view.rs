//! Draws words in context. The words stand below each other; where a text runs from right to left,
//! what is read before them stands on their right.

use std::borrow::Cow;

use ratatui::{Frame, buffer::Buffer, layout::Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::ContextPane;
use crate::base::{
    language::dates::{Form, day},
    wording,
};
use crate::domain::{ContextOrder, Headline};
use crate::session::{KwicAnswer, KwicLine, Session};
use crate::ui::{
    Ink, Theme, choose_row, cut, framed, framed_inside, is_rtl, put, put_ordered, width,
};

/// From these widths on, lines have their date, and their source.
const WITH_DATES: u16 = 64;
const WITH_SOURCES: u16 = 72;
const DATE_CELLS: u16 = 10;
const GAP_CELLS: u16 = 2;
/// Of the words, where both sides are to have room.
const WORD_SHARE: usize = 3;

/// Where the lines go: the last line of the box is for what is under the cursor.
pub(super) fn inside(area: Rect) -> Rect {
    let inside = framed_inside(area);
    Rect { height: inside.height - u16::from(4 <= inside.height), ..inside }
}

pub(super) fn draw(
    pane: &ContextPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    let whole = framed(buffer, area, &format!(" {} ", title(pane)), theme);
    let inside = inside(area);
    let Some(known) = &pane.known else {
        put(buffer, inside, wording!("context-reading"), theme.dim);
        return;
    };
    if known.n_lines == 0 {
        let none = known.is_exact().then(|| wording!("context-none"));
        put(buffer, inside, none.unwrap_or(wording!("context-reading")), theme.dim);
    }
    let reorders = session.config.text.bidi.reorders();
    let shown = pane.cursor.top()..known.n_lines;
    for (y, at) in (inside.y..inside.bottom()).zip(shown) {
        let row = Rect { y, height: 1, ..inside };
        if let Some(line) = pane.line(at) {
            put_line(line, reorders, theme, buffer, row);
        }
        if at == pane.cursor.at() {
            choose_row(buffer, row, theme);
        }
    }
    if inside.height < whole.height {
        let foot = Rect { y: whole.bottom() - 1, height: 1, ..whole };
        put_foot(pane, known, theme, buffer, foot);
    }
}

fn title(pane: &ContextPane) -> String {
    let order = match pane.order {
        ContextOrder::Date => wording!("order-newest"),
        ContextOrder::Left => wording!("context-by-left"),
        ContextOrder::Right => wording!("context-by-right"),
    };
    let Some(known) = &pane.known else { return wording!("pane-context").to_owned() };
    let bound = if known.is_exact() { "" } else { "≥ " };
    let (n, n_articles) = (known.n_lines, known.n_articles);
    wording!("context-title", bound = bound, n = n, articles = n_articles, order = order)
}

/// The article of the line under the cursor; on the right what is missing of the lines.
fn put_foot(
    pane: &ContextPane,
    known: &KwicAnswer,
    theme: &Theme,
    buffer: &mut Buffer,
    area: Rect,
) {
    let missing = match known.bound {
        Some(n) => wording!("context-bound", n = n),
        None if 0 < known.n_unreadable => {
            wording!("context-unreadable", n = known.n_unreadable)
        }
        None if !known.is_exact() => {
            wording!("context-read", n = known.n_read, all = known.n_articles)
        }
        None => String::new(),
    };
    let cells = u16::try_from(width(&missing)).unwrap_or(u16::MAX).min(area.width / 2);
    let right = Rect { x: area.right() - cells, width: cells, ..area };
    put(buffer, right, &missing, theme.dim);
    let Some(line) = pane.line(pane.cursor.at()) else { return };
    let headline: &Headline = &line.headline;
    let date =
        headline.date.map_or_else(|| wording!("undated").to_owned(), |it| day(it, Form::Numbers));
    let text = format!("{} · {date} · {}", headline.source, headline.title);
    let left = Rect { width: area.width.saturating_sub(cells + GAP_CELLS), ..area };
    put(buffer, left, &cut(&text, usize::from(left.width)), theme.dim);
}

fn put_line(line: &KwicLine, reorders: bool, theme: &Theme, buffer: &mut Buffer, row: Rect) {
    let mut rest = row;
    if WITH_DATES <= row.width {
        let date = line.headline.date.map(|it| day(it, Form::Numbers));
        let date = date.unwrap_or_else(|| wording!("undated").to_owned());
        put(buffer, Rect { width: DATE_CELLS, ..rest }, &date, theme.dim);
        rest = without_left(rest, DATE_CELLS + GAP_CELLS);
    }
    if WITH_SOURCES <= row.width {
        let cells = (row.width / 7).min(20);
        let source = cut(&line.headline.source, usize::from(cells)).into_owned();
        put(buffer, Rect { width: cells, ..rest }, &source, theme.source);
        rest = without_left(rest, cells + GAP_CELLS);
    }
    let place = &line.place;
    let passage = format!("{}{}{}", place.left, place.word, place.right);
    let is_turned = reorders && is_rtl(&passage);
    let text = Ink { style: theme.text, hits: &[], hit_style: theme.hit };
    let hit = Ink { style: theme.text.patch(theme.hit), ..text };
    let word = cut(&place.word, usize::from(rest.width) / WORD_SHARE).into_owned();
    let middle = rest.width / 2;
    let word_cells = u16::try_from(width(&word)).unwrap_or(u16::MAX).min(rest.width);
    // The first cells of the words stand below each other; of those from right to left, the last.
    let start = if is_turned { (middle + 1).saturating_sub(word_cells) } else { middle };
    let start = start.min(rest.width - word_cells);
    let before = Rect { width: start.saturating_sub(1), ..rest };
    let own = Rect { x: rest.x + start, width: word_cells, ..rest };
    let after = without_left(rest, start + word_cells);
    put_ordered(buffer, own, &word, hit, reorders);
    if is_turned {
        put_right(buffer, before, &cut(&place.right, usize::from(before.width)), text, reorders);
        let after = without_left(after, 1);
        put_ordered(buffer, after, &end_of(&place.left, usize::from(after.width)), text, reorders);
        return;
    }
    put_right(buffer, before, &end_of(&place.left, usize::from(before.width)), text, reorders);
    let after = without_left(after, u16::from(!closes(&place.right)));
    put_ordered(buffer, after, &place.right, text, reorders);
}

/// Draws a text so that it ends where the area does.
fn put_right(buffer: &mut Buffer, area: Rect, text: &str, ink: Ink<'_>, reorders: bool) {
    let cells = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
    put_ordered(buffer, without_left(area, area.width - cells), text, ink, reorders);
}

/// The end of a text that fits.
fn end_of(text: &str, n_cells: usize) -> Cow<'_, str> {
    if width(text) <= n_cells {
        return Cow::Borrowed(text);
    }
    let mut n_taken = 1;
    let fitting = text.grapheme_indices(true).rev().take_while(|(_, cluster)| {
        n_taken += width(cluster);
        n_taken <= n_cells
    });
    let start = fitting.last().map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{}{}", crate::ui::ELLIPSIS, &text[start..]))
}

/// Whether a text goes on right behind a word: with a comma, say.
fn closes(text: &str) -> bool {
    text.starts_with(|c: char| {
        matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '’' | '”')
    })
}

fn without_left(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect { x: area.x + cells, width: area.width - cells, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_text_is_what_stands_next_to_a_word() {
        assert_eq!(end_of("the old ferry", 20), "the old ferry");
        assert_eq!(end_of("the old ferry", 6), "…ferry");
        assert_eq!(end_of("私は東京", 5), "…東京");
        assert_eq!(end_of("私は東京", 1), "…");
        assert_eq!(end_of("", 0), "");
    }
}
