//! A passage with hits in one line, from where its first hit can be seen.

use std::ops::Range;

use ratatui::{buffer::Buffer, layout::Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::cells::{ELLIPSIS, Ink, put, put_ordered, width};

/// Draws `text`. Where its first hit would be cut off, what stands before is left out instead, as
/// far as needed and up to a word, and the sign of that is drawn.
pub fn put_passage(buffer: &mut Buffer, area: Rect, text: &str, ink: Ink, reorders: bool) {
    let start = start(text, ink.hits.first(), usize::from(area.width));
    if start == 0 {
        put_ordered(buffer, area, text, ink, reorders);
        return;
    }
    let rest = put(buffer, area, ELLIPSIS, ink.style);
    put_from(buffer, rest, text, start, ink, reorders);
}

/// Draws `text` from a byte on.
pub(super) fn put_from(
    buffer: &mut Buffer,
    area: Rect,
    text: &str,
    start: usize,
    ink: Ink,
    reorders: bool,
) {
    let hits = ink.hits.iter().filter(|hit| start < hit.end);
    let hits: Vec<_> = hits.map(|hit| hit.start.saturating_sub(start)..hit.end - start).collect();
    let text = text.get(start..).unwrap_or_default();
    put_ordered(buffer, area, text, Ink { hits: &hits, ..ink }, reorders);
}

/// The byte from which on `text` is drawn in `cells`.
fn start(text: &str, hit: Option<&Range<usize>>, cells: usize) -> usize {
    let Some((before, upto)) = hit.and_then(|hit| text.get(..hit.start).zip(text.get(..hit.end)))
    else {
        return 0;
    };
    let has_more = upto.len() < text.len();
    if width(upto) + usize::from(has_more) <= cells {
        return 0;
    }
    let mut left = (cells / 3).min(cells.saturating_sub(width(&upto[before.len()..]) + 2));
    let mut start = before.len();
    for (at, cluster) in before.grapheme_indices(true).rev() {
        let Some(rest) = left.checked_sub(width(cluster)) else { break };
        (left, start) = (rest, at);
    }
    let word = before[start..].split_word_bound_indices().find(|(at, word)| {
        let is_after_blank = before[..start + at].ends_with(char::is_whitespace);
        is_after_blank && word.chars().any(char::is_alphanumeric)
    });
    // In scripts that have no blanks, any letter will do.
    let is_cut = before[start..].contains(char::is_whitespace);
    word.map_or(if is_cut { before.len() } else { start }, |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style;

    use super::*;

    fn shown(text: &str, hit: Range<usize>, cells: u16) -> String {
        let area = Rect::new(0, 0, cells, 1);
        let mut buffer = Buffer::empty(area);
        let style = Style::new();
        let ink = Ink { style, hits: &[hit], hit_style: style.bold() };
        put_passage(&mut buffer, area, text, ink, false);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn a_hit_that_would_be_cut_off_is_shown_with_some_words_before_it() {
        let text = "…the boats that came in late had seen the harbour lights go out";
        let at = text.find("harbour").unwrap();
        assert_eq!(shown(text, at..at + 7, 70).trim_end(), text);
        assert_eq!(
            shown(text, at..at + 7, 50),
            "…the boats that came in late had seen the harbour…"
        );
        assert_eq!(shown(text, at..at + 7, 30), "…seen the harbour lights go o…");
        assert_eq!(shown(text, at..at + 7, 12), "…harbour li…");
        assert_eq!(shown("港湾大橋再開通", 15..18, 9).replace(' ', ""), "…再開通");
    }

    proptest! {
        #[test]
        fn the_sign_of_what_was_cut_off_is_never_drawn_as_a_hit(
            text in "[ab é東של ]{0,40}",
            hits in proptest::collection::vec((0usize..90, 0usize..90), 0..5),
            cells in 1u16..40,
            start in 0usize..90,
            reorders: bool,
        ) {
            let area = Rect::new(0, 0, cells, 1);
            let hits: Vec<_> = hits.into_iter().map(|(start, len)| start..start + len).collect();
            let hit_style = Style::new().bold();
            let ink = Ink { style: Style::new(), hits: &hits, hit_style };
            let begins = |at: &usize| text.is_char_boundary(*at);
            let start = (0..=start.min(text.len())).rev().find(begins).unwrap_or(0);
            let [mut passage, mut shifted] = [0; 2].map(|_| Buffer::empty(area));
            put_passage(&mut passage, area, &text, ink, reorders);
            put_from(&mut shifted, area, &text, start, ink, reorders);
            for cell in passage.content.iter().chain(&shifted.content) {
                let is_hit = cell.modifier == hit_style.add_modifier;
                prop_assert!(cell.symbol() != ELLIPSIS || !is_hit, "{passage:?} {shifted:?}");
            }
        }

        #[test]
        fn the_first_hit_is_seen_wherever_there_is_room(
            before in "[ab é東 ]{0,40}", hit in "[xy]{1,5}", after in "[ab é東 ]{0,40}", cells in 8u16..40,
        ) {
            let text = format!("{before}{hit}{after}");
            let line = shown(&text, before.len()..before.len() + hit.len(), cells);
            prop_assert!(line.contains(&hit), "{line}");
        }
    }
}
