//! Cuts long paragraphs into pieces, and keeps the lines of those near the viewport.
//!
//! The start of a piece depends only on the text around it, so the middle of an 8 MB line can be
//! shown without looking at what stands before it.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use unicode_segmentation::UnicodeSegmentation;

use super::{
    shapes,
    wrap::{self, Insert, Measure, Wrapped},
};
use crate::domain::{PageIndex, Shape};

/// Bytes that are wrapped at once: a few screens.
const PIECE_BYTES: usize = 16 << 10;
/// How far behind its due place a cut looks for a word to begin.
const WINDOW_BYTES: usize = 1 << 10;
/// What a cut reads of the text before, so that it knows what may stand together.
const CONTEXT_BYTES: usize = 128;
/// Pieces kept: at most some 2 MB of lines.
const N_KEPT: usize = 512;

/// Number of pieces of a paragraph; at least one.
pub(super) fn n_pieces(text: &str) -> usize {
    (text.len().saturating_sub(WINDOW_BYTES).max(1) - 1) / PIECE_BYTES + 1
}

/// The bytes of a piece; empty past the last.
pub(super) fn piece(text: &str, number: usize) -> Range<usize> {
    cut(text, number)..cut(text, number + 1)
}

/// The piece that holds `byte`; the last one for all that lies past the end.
pub(super) fn piece_of(text: &str, byte: usize) -> usize {
    let due = (byte / PIECE_BYTES).min(n_pieces(text) - 1);
    if byte < cut(text, due) { due.saturating_sub(1) } else { due }
}

/// Where piece `number` begins: at the first word in the window behind its due place, or between
/// two clusters where the window is one long word.
fn cut(text: &str, number: usize) -> usize {
    if number == 0 {
        return 0;
    }
    if n_pieces(text) <= number {
        return text.len();
    }
    let due = ceiling(text, number * PIECE_BYTES);
    let from = floor(text, due - CONTEXT_BYTES);
    let to = floor(text, due + WINDOW_BYTES);
    let window = text.get(from..to).unwrap_or("");
    let is_inside = |at: &usize| due - from <= *at && *at < window.len();
    let clusters = || window.grapheme_indices(true).map(|(at, _)| at).filter(is_inside);
    let word =
        wrap::breaks(window).filter(is_inside).find(|at| clusters().any(|cluster| cluster == *at));
    from + word.or_else(|| clusters().next()).unwrap_or(due - from)
}

/// The nearest boundary of a character at or before `byte`.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The nearest boundary of a character at or behind `byte`.
fn ceiling(text: &str, byte: usize) -> usize {
    (byte..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// The lines of a piece; their bytes are those of the whole paragraph.
pub(super) type Lines = Arc<[Wrapped]>;

/// Wrapped pieces, by paragraph and number.
#[derive(Debug, Clone, Default)]
pub(super) struct Pieces {
    measure: Measure,
    numbers_links: bool,
    kept: BTreeMap<(usize, usize), Lines>,
    /// Bytes wrapped so far.
    pub(super) work_bytes: usize,
}

impl Pieces {
    /// Forgets all lines if they were wrapped to another measure.
    pub(super) fn set_measure(&mut self, measure: Measure, numbers_links: bool) {
        if (self.measure, self.numbers_links) != (measure, numbers_links) {
            (self.measure, self.numbers_links) = (measure, numbers_links);
            self.kept.clear();
        }
    }

    /// The lines of piece `number` of a paragraph; at least one.
    pub(super) fn lines(&mut self, text: Text, number: usize) -> Lines {
        if let Some(lines) = self.kept.get(&(text.paragraph, number)) {
            return Arc::clone(lines);
        }
        let bytes = piece(text.whole, number);
        self.work_bytes += bytes.len();
        let inserts = if self.numbers_links { inserts(text, &bytes) } else { Vec::new() };
        let measure = shapes::measure(text.shape, number == 0, self.measure);
        let lines = wrap::wrap(text.whole.get(bytes.clone()).unwrap_or(""), measure, &inserts);
        let lines = lines.into_iter().map(|line| Wrapped {
            bytes: bytes.start + line.bytes.start..bytes.start + line.bytes.end,
            ..line
        });
        let lines: Lines = lines.collect();
        if self.kept.len() == N_KEPT {
            self.kept.clear();
        }
        self.kept.insert((text.paragraph, number), Arc::clone(&lines));
        lines
    }
}

/// A paragraph, with what is known of its links.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    /// All of it.
    pub whole: &'a str,
    pub paragraph: usize,
    pub index: &'a PageIndex,
    pub shape: &'a Shape,
}

/// The numbers of the links that end in `bytes`, as offsets from its start.
fn inserts(text: Text, bytes: &Range<usize>) -> Vec<Insert> {
    let within = text.index.links_in(text.paragraph, bytes);
    let links = text.index.links().get(within.clone()).unwrap_or(&[]).iter().zip(within);
    let ends_here = links.filter(|(link, _)| link.bytes.end <= bytes.end);
    ends_here
        .map(|(link, at)| Insert {
            byte: link.bytes.end - bytes.start,
            cells: link_number(at).len(),
        })
        .collect()
}

/// What is drawn behind the link at `at` of all links.
pub(super) fn link_number(at: usize) -> String {
    format!("[{}]", at + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) {
        let n = n_pieces(text);
        let mut end = 0;
        for number in 0..n {
            let bytes = piece(text, number);
            assert_eq!(bytes.start, end);
            assert!(bytes.start < bytes.end || text.is_empty());
            assert!(bytes.len() <= PIECE_BYTES + WINDOW_BYTES + CONTEXT_BYTES);
            assert_eq!(piece_of(text, bytes.start), number);
            assert_eq!(piece_of(text, bytes.end.max(1) - 1), number);
            end = bytes.end;
        }
        assert_eq!(end, text.len());
        assert_eq!(piece_of(text, usize::MAX), n - 1);
    }

    #[test]
    fn a_paragraph_is_cut_where_words_begin() {
        let text = "seven words are enough for this test ".repeat(3000);
        check(&text);
        for number in 1..n_pieces(&text) {
            let start = piece(&text, number).start;
            assert!(text[..start].ends_with(' ') && !text[start..].starts_with(' '));
        }
    }

    #[test]
    fn a_word_without_end_is_cut_between_clusters() {
        for letter in ["x", "é", "e\u{301}", "漢", "👨‍👩‍👧‍👦", "🇫🇷", " ", "a-"]
        {
            let text = letter.repeat(60_000 / letter.len());
            check(&text);
            for number in 1..n_pieces(&text) {
                assert_eq!(piece(&text, number).start % letter.len(), 0, "{letter}");
            }
        }
    }

    proptest! {
        #[test]
        fn pieces_join_up_to_the_paragraph(unit in "\\PC{1,40}", length in 0_usize..80_000) {
            let text = unit.repeat(length / unit.len());
            check(&text);
        }
    }
}
