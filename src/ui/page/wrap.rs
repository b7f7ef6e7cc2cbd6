//! Breaks one piece of text into lines that fit a width.
//!
//! Where a line may break comes from textwrap (Unicode line breaking, and after hyphens between
//! letters). Filling the lines is done here, cluster by cluster: textwrap adds up the widths of
//! single characters and cuts long words between them, which tears emoji and accents apart.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use textwrap::{WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;

/// Cells that a grapheme cluster takes, counted as ratatui counts them when it draws.
pub fn cells(cluster: &str) -> usize {
    if cluster.contains(char::is_control) { 0 } else { usize::from(cluster.cell_width()) }
}

/// Breaks `text` into the byte ranges of its lines, first fit, at least one line.
///
/// Each line is at most `width` cells wide, except that a single cluster wider than `width` has a
/// line to itself. Blanks at the end of a line belong to no line. A width of 0 counts as 1.
pub(super) fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    if text.len() <= width && is_plain(text) {
        return std::iter::once(0..trimmed(text)).collect();
    }
    let mut breaks = breaks(text).peekable();
    let mut filling = Filling { width, start: 0, filled: 0, last_break: None, lines: Vec::new() };
    for (at, cluster) in text.grapheme_indices(true) {
        while breaks.next_if(|&next| next < at).is_some() {}
        if breaks.next_if_eq(&at).is_some() {
            filling.last_break = Some((at, filling.filled));
        }
        filling.add(text, at, cluster);
    }
    filling.end(text, text.len());
    filling.lines
}

/// A line being filled.
struct Filling {
    width: usize,
    start: usize,
    /// Cells from `start` so far, blanks included.
    filled: usize,
    /// Where the line may end, and the cells before that.
    last_break: Option<(usize, usize)>,
    lines: Vec<Range<usize>>,
}

impl Filling {
    fn add(&mut self, text: &str, at: usize, cluster: &str) {
        let cells = cells(cluster);
        // A blank may hang over the edge: it is not drawn if the line ends there.
        while !is_blank(cluster) && 0 < cells && 0 < self.filled && self.width < self.filled + cells
        {
            let (end, before) = self.last_break.take().unwrap_or((at, self.filled));
            self.end(text, end);
            self.start = end;
            self.filled -= before;
        }
        self.filled += cells;
    }

    fn end(&mut self, text: &str, end: usize) {
        let line = text.get(self.start..end).unwrap_or("");
        self.lines.push(self.start..self.start + trimmed(line));
    }
}

/// The offsets in `text` before which a line may begin, rising.
pub(super) fn breaks(text: &str) -> impl Iterator<Item = usize> {
    let mut start = 0;
    WordSeparator::UnicodeBreakProperties.find_words(text).flat_map(move |word| {
        let first = start;
        start += word.word.len() + word.whitespace.len();
        let hyphens = WordSplitter::HyphenSplitter.split_points(word.word);
        hyphens.into_iter().map(move |hyphen| first + hyphen).chain([start])
    })
}

/// Whether every byte is a cell.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

fn is_blank(cluster: &str) -> bool {
    cluster.chars().all(is_blank_char)
}

/// Blanks at which a line may end; the no-break ones are not among them.
fn is_blank_char(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}'
    )
}

fn trimmed(text: &str) -> usize {
    text.trim_end_matches(is_blank_char).len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(lines("the quick brown fox", 10), ["the quick", "brown fox"]);
        assert_eq!(lines("a well-known author", 8), ["a well-", "known", "author"]);
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn a_word_wider_than_the_column_is_cut_between_clusters() {
        assert_eq!(lines("ab e\u{301}e\u{301}e\u{301}", 2), ["ab", "e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(lines("x👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3), ["x👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]);
        assert_eq!(lines("漢字", 1), ["漢", "字"]);
    }

    #[test]
    fn no_line_begins_with_closing_punctuation() {
        assert_eq!(lines("今天天气很好。真的", 12), ["今天天气很", "好。真的"]);
        assert_eq!(lines("「本日」です", 6), ["「本", "日」で", "す"]);
    }

    #[test]
    fn no_break_spaces_do_not_break() {
        assert_eq!(lines("Il dit\u{a0}: non", 7), ["Il", "dit\u{a0}:", "non"]);
    }

    fn strange() -> impl Strategy<Value = String> {
        let letters = [
            "a",
            "word",
            " ",
            "  ",
            "-",
            "é",
            "e\u{301}",
            "漢",
            "。",
            "「",
            "」",
            "שלום",
            "👨‍👩‍👧‍👦",
            "🇫🇷",
            "\u{a0}",
            "\u{200d}",
            "\u{fe0f}",
            "☎",
            "\u{3000}",
            "ﾞ",
            "ก",
            "ำ",
            "\u{600}",
            "!",
            "한",
        ];
        let letters = prop::collection::vec(prop::sample::select(letters.to_vec()), 0..120);
        prop_oneof![letters.prop_map(|letters| letters.concat()), "\\PC{0,200}"]
    }

    proptest! {
        #[test]
        fn lines_hold_all_the_text_but_blanks_and_fit(text in strange(), width in 0_usize..40) {
            let lines = wrap(&text, width);
            let mut before = 0;
            for line in &lines {
                prop_assert!(text[before..line.start].chars().all(is_blank_char));
                let widths = text[line.clone()].graphemes(true).map(cells).filter(|cells| 0 < *cells);
                let widths: Vec<_> = widths.collect();
                let sum: usize = widths.iter().sum();
                prop_assert!(sum <= width.max(1) || widths.len() == 1, "{sum} in {width}: {text:?}");
                before = line.end;
            }
            prop_assert!(text[before..].chars().all(is_blank_char));
        }
    }
}
