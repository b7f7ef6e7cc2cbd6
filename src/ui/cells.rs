//! Text in cells: how wide it is, how it is cut, how it gets into the buffer.
//!
//! Widths are those of ratatui: the sum over grapheme clusters. A cluster is never split.

use std::{borrow::Cow, ops::Range};

use super::bidi;
use super::clusters::{clusters, is_plain_cluster};
use super::glyphs::GLYPHS;
use ratatui::{
    buffer::{Buffer, CellWidth},
    layout::Rect,
    style::Style,
};

/// Stands for what was cut off.
pub const ELLIPSIS: &str = GLYPHS.ellipsis.unicode;

/// The cells that `text` takes.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    clusters(text).map(|(_, cluster)| cells_of(cluster)).sum()
}

/// `text` in at most `width_cells` cells, ending in [`ELLIPSIS`] where something was cut off.
pub fn cut(text: &str, width_cells: usize) -> Cow<'_, str> {
    // A cluster of n cells has at least n bytes, except for none, so short text needs no count.
    if text.len() <= width_cells && text.is_ascii() {
        return Cow::Borrowed(text);
    }
    if width_cells == 0 {
        return Cow::Borrowed("");
    }
    let (mut used, mut end_of_cut) = (0, 0);
    for (at, cluster) in clusters(text) {
        let cells = cells_of(cluster);
        if width_cells < used + cells {
            return Cow::Owned(format!("{}{ELLIPSIS}", &text[..end_of_cut]));
        }
        used += cells;
        if used < width_cells {
            end_of_cut = at + cluster.len();
        }
    }
    Cow::Borrowed(text)
}

/// The cells that a cluster takes.
fn cells_of(cluster: &str) -> usize {
    if is_plain_cluster(cluster) { 1 } else { usize::from(cluster.cell_width()) }
}

/// The start of `text`, at most `most` bytes of it.
pub fn cut_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    text.get(..end.unwrap_or(0)).unwrap_or("")
}

/// Writes the start of `text` into the first line of `area`, cut to it, and returns the rest of
/// that line.
pub fn put(buffer: &mut Buffer, area: Rect, text: &str, style: Style) -> Rect {
    put_marked(buffer, area, text, style, &[], style)
}

/// As [`put`], with the bytes of `text` in `hits` in another style. Hits that lie outside of the
/// text or inside a cluster are shown as far as they can be.
pub fn put_marked(
    buffer: &mut Buffer,
    area: Rect,
    text: &str,
    style: Style,
    hits: &[Range<usize>],
    hit_style: Style,
) -> Rect {
    put_ordered(buffer, area, text, Ink { style, hits, hit_style }, false)
}

/// How a text is drawn: the bytes in `hits` in another style.
#[derive(Debug, Clone, Copy)]
pub struct Ink<'a> {
    pub style: Style,
    pub hits: &'a [Range<usize>],
    pub hit_style: Style,
}

/// As [`put_marked`]; text from right to left in the order in which cells are drawn, if
/// `reorders`. It is cut before that, so that its beginning is seen.
pub fn put_ordered(buffer: &mut Buffer, area: Rect, text: &str, ink: Ink, reorders: bool) -> Rect {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return area;
    }
    let shown = cut(text, usize::from(area.width));
    let (mut x, right) = (area.x, area.right());
    let levels = if reorders { bidi::levels(&shown, bidi::is_rtl(&shown)) } else { None };
    // The sign of what was cut off is not part of a hit.
    let end = match &shown {
        Cow::Owned(cut) => cut.len() - ELLIPSIS.len(),
        Cow::Borrowed(whole) => whole.len(),
    };
    let mut draw = |at: usize, cluster: &str| {
        let covers = |hit: &Range<usize>| hit.start < at + cluster.len() && at < hit.end;
        let is_hit = at < end && ink.hits.iter().any(covers);
        let style = if is_hit { ink.style.patch(ink.hit_style) } else { ink.style };
        if x < right && is_plain_cluster(cluster) {
            buffer[(x, area.y)].set_symbol(cluster).set_style(style);
            x += 1;
        } else {
            (x, _) = buffer.set_stringn(x, area.y, cluster, usize::from(right - x), style);
        }
    };
    match levels {
        None => clusters(&shown).for_each(|(at, cluster)| draw(at, cluster)),
        Some(levels) => {
            let found = clusters(&shown).map(|(at, cluster)| (at, Cow::Borrowed(cluster)));
            for (at, cluster) in bidi::ordered(found.collect(), &levels) {
                draw(at, &cluster);
            }
        }
    }
    Rect { x, width: right - x, ..area }
}

/// Makes wide letters whole. The cells that one covers get its style: they are emptied when it is
/// drawn, and some terminals show them. One that something else was drawn over in part goes, since
/// no terminal shows a part of it.
pub fn finish_wide(buffer: &mut Buffer) {
    let columns = usize::from(buffer.area.width.max(1));
    for row in buffer.content.chunks_mut(columns) {
        let mut x = 0;
        while x < row.len() {
            let symbol = row[x].symbol();
            let cells = if symbol.is_ascii() { 1 } else { usize::from(symbol.cell_width().max(1)) };
            let (style, end) = (row[x].style(), row.len().min(x + cells));
            let covered = row[x + 1..end].iter().position(|cell| cell.symbol() != " ");
            if covered.is_some() || end < x + cells {
                row[x].set_symbol(" ");
            }
            let end = covered.map_or(end, |n_blanks| x + 1 + n_blanks);
            row[x + 1..end].iter_mut().for_each(|cell| {
                cell.set_style(style);
            });
            x = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_cut_between_clusters_by_cells_not_characters() {
        assert_eq!(cut("headline", 8), "headline");
        assert_eq!(cut("headline", 5), "head…");
        assert_eq!(cut("日本語の見出し", 14), "日本語の見出し");
        assert_eq!(cut("日本語の見出し", 8), "日本語…");
        assert_eq!(cut("👩‍👩‍👧‍👦 family", 4), "👩‍👩‍👧‍👦 …");
        assert_eq!(cut("e\u{301}te\u{301}", 3), "e\u{301}te\u{301}");
        assert_eq!(cut("e\u{301}te\u{301}s", 3), "e\u{301}t…");
        assert_eq!(cut("any", 0), "");
        assert_eq!(cut("日本", 1), "…");
    }

    #[test]
    fn a_hit_keeps_its_place_and_a_wrong_one_does_no_harm() {
        let area = Rect::new(0, 0, 8, 1);
        let mut buffer = Buffer::empty(area);
        let hit_style = Style::new().reversed();
        put_marked(&mut buffer, area, "日本 rust", Style::new(), &[7..11, 2..4, 90..99], hit_style);
        let marked: Vec<u16> = (0..8)
            .filter(|x| buffer[(*x, 0)].style().add_modifier != Style::new().add_modifier)
            .collect();
        assert_eq!(marked, [0, 2, 5, 6]);
    }

    #[test]
    fn the_sign_of_what_was_cut_off_is_not_marked_as_a_hit() {
        let area = Rect::new(0, 0, 5, 1);
        let mut buffer = Buffer::empty(area);
        let hit_style = Style::new().reversed();
        put_marked(&mut buffer, area, "a harbour", Style::new(), &[2..9, 90..99], hit_style);
        let is_marked = |x: u16| buffer[(x, 0)].style().add_modifier == hit_style.add_modifier;
        assert_eq!([0, 1, 2, 3, 4].map(is_marked), [false, false, true, true, false]);
        assert_eq!(buffer[(4, 0)].symbol(), ELLIPSIS);
    }

    #[test]
    fn text_from_right_to_left_is_cut_at_its_end_and_hits_go_with_their_letters() {
        let area = Rect::new(0, 0, 8, 1);
        let mut buffer = Buffer::empty(area);
        let style = Style::new();
        let ink = Ink { style, hits: &[0..2, 90..99], hit_style: style.reversed() };
        put_ordered(&mut buffer, area, "שלום (abc) עולם", ink, true);
        let row: String = (0..8).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(row, "…a) םולש");
        assert_eq!(buffer[(7, 0)].style().add_modifier, style.reversed().add_modifier);
        put_ordered(&mut buffer, area, "שלום", ink, false);
        assert_eq!(buffer[(0, 0)].symbol(), "ש");
    }

    #[test]
    fn what_a_wide_letter_covers_has_its_ground() {
        let area = Rect::new(0, 0, 6, 2);
        let mut buffer = Buffer::empty(area);
        buffer.set_style(area, Style::new().on_blue());
        put(&mut buffer, area, "a日本x", Style::new());
        assert_ne!(buffer[(2, 0)].bg, buffer[(1, 0)].bg);
        finish_wide(&mut buffer);
        assert!(area.positions().all(|it| buffer[it].bg == buffer[(0, 0)].bg));
    }

    #[test]
    fn a_wide_letter_that_is_half_covered_goes_and_what_covers_it_stays() {
        let area = Rect::new(0, 0, 8, 1);
        let mut buffer = Buffer::empty(area);
        put(&mut buffer, area, "日本स्त्री", Style::new().on_blue());
        for x in [3, 6] {
            put(&mut buffer, Rect { x, width: 1, ..area }, "|", Style::new());
        }
        finish_wide(&mut buffer);
        let row: String = (0..8).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(row, "日  |  | ");
        assert_eq!(buffer[(5, 0)].bg, buffer[(0, 0)].bg);
    }

    proptest! {
        #[test]
        fn cut_text_fits_and_is_whole_where_it_could_be(text in "\\PC{0,30}", cells in 0usize..40) {
            let shown = cut(&text, cells);
            prop_assert!(width(&shown) <= cells);
            if width(&text) <= cells {
                prop_assert_eq!(&*shown, text.as_str());
            }
        }
    }
}
