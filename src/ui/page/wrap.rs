//! Breaks one piece of text into lines that fit a width.
//!
//! Where a line may break comes from textwrap (Unicode line breaking, and after hyphens between
//! letters). Filling the lines is done here, cluster by cluster: textwrap adds up the widths of
//! single characters and cuts long words between them, which tears emoji and accents apart.

use std::ops::Range;

use hypher::Lang;
use ratatui::buffer::CellWidth;
use textwrap::{WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;

use crate::ui::clusters::clusters;

/// Cells that a grapheme cluster takes, counted as ratatui counts them when it draws.
pub fn cells(cluster: &str) -> usize {
    if cluster.contains(char::is_control) { 0 } else { usize::from(cluster.cell_width()) }
}

/// What lines have to keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Measure {
    pub width: usize,
    /// Cells kept free before the first line.
    pub indent: usize,
    /// Whose words may be divided.
    pub hyphens: Option<Lang>,
}

/// Cells that are drawn behind a byte of the text and are not in it: the number of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Insert {
    pub byte: usize,
    pub cells: usize,
}

/// A line: bytes of the text, and whether its last word goes on and a hyphen is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wrapped {
    pub bytes: Range<usize>,
    pub has_hyphen: bool,
}

/// Breaks `text` into its lines, first fit, at least one. `inserts` rise.
///
/// Each line is at most as wide as the measure, except that a single cluster (with what is
/// inserted behind it) wider than that has a line to itself. Blanks at the end of a line belong to
/// no line. A width of 0 counts as 1.
pub(super) fn wrap(text: &str, measure: Measure, inserts: &[Insert]) -> Vec<Wrapped> {
    let width = measure.width.max(1);
    let indent = measure.indent.min(width - 1);
    if inserts.is_empty() && indent + text.len() <= width && is_plain(text) {
        return vec![Wrapped { bytes: 0..trimmed(text), has_hyphen: false }];
    }
    let mut breaks = breaks(text).peekable();
    let mut inserts = inserts.iter().peekable();
    let mut filling = Filling {
        text,
        width,
        hyphens: measure.hyphens,
        start: 0,
        word: 0,
        before: indent,
        filled: indent,
        is_empty: true,
        last_break: None,
        lines: Vec::new(),
    };
    for (at, cluster) in clusters(text) {
        while breaks.next_if(|&next| next < at).is_some() {}
        if breaks.next_if_eq(&at).is_some() {
            filling.last_break = Some((at, filling.filled));
            filling.word = at;
        }
        let end = at + cluster.len();
        let mut cells = cells(cluster);
        while let Some(insert) = inserts.next_if(|insert| insert.byte <= end) {
            cells += insert.cells;
        }
        let word_end = breaks.peek().copied().unwrap_or(text.len());
        filling.add(at, cluster, cells, word_end);
    }
    filling.end(text.len(), false);
    filling.lines
}

/// A line being filled.
struct Filling<'a> {
    text: &'a str,
    width: usize,
    hyphens: Option<Lang>,
    start: usize,
    /// Where the word began that is being added.
    word: usize,
    /// Cells before `start`: the indent.
    before: usize,
    /// Cells so far, blanks and the indent included.
    filled: usize,
    /// Nothing that takes room stands in the line.
    is_empty: bool,
    /// Where the line may end, and the cells before that.
    last_break: Option<(usize, usize)>,
    lines: Vec<Wrapped>,
}

impl Filling<'_> {
    /// Adds a cluster of the word that ends at `word_end`.
    fn add(&mut self, at: usize, cluster: &str, cells: usize, word_end: usize) {
        // A blank may hang over the edge: it is not drawn if the line ends there.
        while !is_blank(cluster) && 0 < cells && !self.is_empty && self.width < self.filled + cells
        {
            self.wrap_before(at, word_end);
        }
        self.filled += cells;
        self.is_empty &= cells == 0;
    }

    /// Ends the line where it may end, at the latest before the cluster at `at`.
    fn wrap_before(&mut self, at: usize, word_end: usize) {
        let last_break = self.last_break.take();
        let hyphen = self.hyphen_before(at, word_end, last_break);
        let (end, cells) = hyphen.or(last_break).unwrap_or((at, self.filled));
        self.end(end, hyphen.is_some());
        self.start = end;
        self.filled -= cells;
        self.before = 0;
        self.is_empty = self.filled == 0;
    }

    /// The last place before `at` where the word that does not fit can be divided, with room for
    /// the hyphen; and the cells of the line before it.
    fn hyphen_before(
        &self,
        at: usize,
        word_end: usize,
        last_break: Option<(usize, usize)>,
    ) -> Option<(usize, usize)> {
        let language = self.hyphens?;
        // What goes on without a blank may be an address: a hyphen would become part of it.
        let before = self.text.get(..self.word)?.chars().next_back();
        if before.is_some_and(|before| !is_blank_char(before)) {
            return None;
        }
        let (mut from, mut cells) = last_break.unwrap_or((self.start, self.before));
        let points = hyphen_points(self.text.get(self.word..word_end)?, language);
        let points = points.into_iter().map(|point| self.word + point);
        let mut found = None;
        for point in points.filter(|point| self.start < *point && *point < at) {
            let syllables = self.text.get(from..point)?;
            cells += syllables.graphemes(true).map(self::cells).sum::<usize>();
            from = point;
            if self.width < cells + 1 {
                break;
            }
            found = Some((point, cells));
        }
        found
    }

    fn end(&mut self, end: usize, has_hyphen: bool) {
        let line = self.text.get(self.start..end).unwrap_or("");
        let bytes = self.start..self.start + trimmed(line);
        self.lines.push(Wrapped { bytes, has_hyphen });
    }
}

/// Words over that length are not words.
const WORD_BYTES: usize = 100;

/// Where `word` may be divided, without the punctuation around it; ascending. Nowhere if it is not
/// made of letters alone: addresses and numbers stay as they are.
fn hyphen_points(word: &str, language: Lang) -> Vec<usize> {
    let is_outside = |character: char| !character.is_alphabetic();
    let start = word.len() - word.trim_start_matches(is_outside).len();
    let letters = word.trim_matches(is_outside);
    if letters.is_empty() || WORD_BYTES < letters.len() || letters.contains(is_outside) {
        return Vec::new();
    }
    let mut point = start;
    let syllables = hypher::hyphenate(letters, language);
    let mut points: Vec<_> = syllables
        .map(|syllable| {
            point += syllable.len();
            point
        })
        .collect();
    points.pop();
    points
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

    fn lines(text: &str, width: usize) -> Vec<String> {
        shown(text, Measure { width, ..Measure::default() }, &[])
    }

    fn shown(text: &str, measure: Measure, inserts: &[Insert]) -> Vec<String> {
        let hyphen = |line: &Wrapped| if line.has_hyphen { "-" } else { "" };
        let lines = wrap(text, measure, inserts);
        lines.iter().map(|line| format!("{}{}", &text[line.bytes.clone()], hyphen(line))).collect()
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

    #[test]
    fn words_are_divided_by_the_rules_of_their_language() {
        let measure = |width, language| Measure { width, indent: 0, hyphens: Some(language) };
        let text = "an extensive, (international) reader";
        assert_eq!(
            shown(text, measure(10, Lang::English), &[]),
            ["an exten-", "sive, (in-", "terna-", "tional)", "reader"]
        );
        assert_eq!(
            shown("die Donaudampfschifffahrt", measure(12, Lang::German), &[]),
            ["die Donau-", "dampfschiff-", "fahrt"]
        );
        for text in [
            "see https://international.example/organisation",
            "https://a.example/the-international",
            "1234international",
        ] {
            assert!(!shown(text, measure(12, Lang::English), &[]).concat().contains("n-"));
        }
    }

    #[test]
    fn the_first_line_leaves_room_for_the_indent() {
        let measure = Measure { width: 9, indent: 3, hyphens: None };
        assert_eq!(shown("one two three", measure, &[]), ["one", "two three"]);
        assert_eq!(shown("onetwothree", measure, &[]), ["onetwo", "three"]);
        let narrow = Measure { width: 1, indent: 5, hyphens: None };
        assert_eq!(shown("漢字", narrow, &[]), ["漢", "字"]);
    }

    #[test]
    fn what_is_inserted_takes_room_and_stays_with_its_word() {
        let measure = Measure { width: 12, indent: 0, hyphens: None };
        let insert = Insert { byte: 10, cells: 3 };
        assert_eq!(shown("see a.link. more", measure, &[insert]), ["see", "a.link.", "more"]);
        assert_eq!(shown("see a.link. more", measure, &[]), ["see a.link.", "more"]);
    }

    proptest! {
        #[test]
        fn lines_hold_all_the_text_but_blanks_and_fit(
            text in strange(), width in 0_usize..40, indent in 0_usize..9, hyphenates: bool,
            inserts in prop::collection::vec((0_usize..300, 1_usize..6), 0..4),
        ) {
            let mut inserts: Vec<_> = inserts
                .into_iter()
                .filter(|(byte, _)| 0 < *byte && text.is_char_boundary(*byte))
                .map(|(byte, cells)| Insert { byte, cells })
                .collect();
            // Numbers stand behind links, and those are not divided.
            inserts.retain(|_| !hyphenates);
            inserts.sort_by_key(|insert| insert.byte);
            let measure = Measure { width, indent, hyphens: hyphenates.then_some(Lang::English) };
            let lines = wrap(&text, measure, &inserts);
            let bounds: Vec<_> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            // A blank joins a sign of number before it, and is left out at the end all the same.
            let is_bound = |at: usize| text[at..].chars().next().is_none_or(is_blank_char)
                || bounds.contains(&at);
            let mut before = 0;
            for (number, Wrapped { bytes, has_hyphen }) in lines.iter().enumerate() {
                prop_assert!(is_bound(bytes.start) && is_bound(bytes.end));
                prop_assert!(text[before..bytes.start].chars().all(is_blank_char));
                let inserted = |at: usize, cluster: &str| -> usize {
                    let within = at + 1..=at + cluster.len();
                    let here = inserts.iter().filter(|insert| within.contains(&insert.byte));
                    here.map(|insert| insert.cells).sum()
                };
                let line = text[bytes.clone()].grapheme_indices(true);
                let widths = line.map(|(at, cluster)| cells(cluster) + inserted(bytes.start + at, cluster));
                let widths: Vec<_> = widths.filter(|cells| 0 < *cells).collect();
                let indent = if number == 0 { indent.min(width.max(1) - 1) } else { 0 };
                let sum = widths.iter().sum::<usize>() + indent + usize::from(*has_hyphen);
                prop_assert!(sum <= width.max(1) || widths.len() == 1, "{sum} in {width}: {text:?}");
                before = bytes.end;
            }
            prop_assert!(text[before..].chars().all(is_blank_char));
        }

        #[test]
        fn no_line_begins_or_ends_as_no_printer_would_have_it(
            text in "[漢字かなあいうえお本日。、」』）】ぁっゃー！？「『（【]{0,60}", width in 8_usize..30,
        ) {
            let measure = Measure { width, ..Measure::default() };
            let lines = wrap(&text, measure, &[]);
            for pair in lines.windows(2) {
                let (line, next) = (&text[pair[0].bytes.clone()], &text[pair[1].bytes.clone()]);
                // If a row of punctuation is wider than the line, it has to be cut.
                if breaks(line).any(|at| 0 < at && at < line.len()) {
                    prop_assert!(!next.starts_with(|c| "。、」』）】ぁっゃー！？".contains(c)), "{line}|{next}");
                    prop_assert!(!line.ends_with(|c| "「『（【".contains(c)), "{line}|{next}");
                }
            }
        }
    }
}
