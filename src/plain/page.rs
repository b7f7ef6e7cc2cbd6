//! Lines and pages: how wide a line may be, and how much of an article is printed at once.

use std::ops::Range;

use crate::{base::Clean, domain::Position};

/// Lines of a page if the height is unknown.
const USUAL_LINES: usize = 20;

/// Cells after which a line that is left whole counts as one more.
const USUAL_CELLS: usize = 80;

/// What the reader of our lines has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    /// `None` if lines are left whole, since no terminal breaks them.
    pub(super) columns: Option<usize>,
    /// Lines printed before the user is asked to continue.
    pub(super) n_lines: usize,
}

impl Page {
    /// A page that nobody looks at: its output is the same everywhere.
    pub(super) fn endless() -> Self {
        Self { columns: None, n_lines: USUAL_LINES }
    }

    /// A page of a terminal, leaving a few lines for input and messages.
    pub(super) fn of_terminal(columns: usize, rows: usize) -> Self {
        let columns = if columns == 0 { USUAL_CELLS } else { columns.max(20) };
        let n_lines = if rows == 0 { USUAL_LINES } else { rows.saturating_sub(4).max(5) };
        Self { columns: Some(columns), n_lines }
    }

    /// The lines of a text: words are kept whole where they fit, and the blanks between two lines
    /// are in neither.
    pub(super) fn lines(&self, text: &str) -> Vec<Range<usize>> {
        let whole = 0..text.len();
        let Some(columns) = self.columns else { return vec![whole] };
        let options = textwrap::Options::new(columns)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let mut lines: Vec<Range<usize>> = Vec::new();
        for line in textwrap::wrap(text, options) {
            let start = lines.last().map_or(0, |before| before.end);
            if let Some(at) = text[start..].find(&*line) {
                lines.push(start + at..start + at + line.len());
            }
        }
        lines
    }

    /// Lines that a paragraph takes, with the empty one before it.
    fn n_lines_of(&self, text: &str) -> usize {
        match self.columns {
            Some(_) => self.lines(text).len() + 1,
            None => text.chars().count().div_ceil(USUAL_CELLS),
        }
    }

    /// The part of an article that is printed at once, from `from` on: whole paragraphs if they
    /// fit, or else as much of one as does.
    pub(super) fn from(&self, paragraphs: &[Clean], from: Position) -> Portion {
        let mut portion = Portion { texts: Vec::new(), next: from };
        let mut n_left = self.n_lines;
        let first = index(from.paragraph);
        for (number, text) in paragraphs.iter().enumerate().skip(first) {
            let start = if number == first { floor(text, index(from.byte)) } else { 0 };
            let rest = &text[start..];
            let n_lines = self.n_lines_of(rest);
            if n_left < n_lines {
                if portion.texts.is_empty() {
                    let said = self.beginning(rest);
                    portion.texts.push((number, Clean::new(said)));
                    let end = start + said.len();
                    portion.next = if end < text.len() {
                        Position::of(number, end)
                    } else {
                        Position::of(number + 1, 0)
                    };
                }
                return portion;
            }
            n_left -= n_lines;
            portion.texts.push((number, Clean::new(rest)));
            portion.next = Position::of(number + 1, 0);
        }
        portion
    }

    /// As much of a paragraph as a page has room for; all of it where lines are left whole.
    fn beginning<'t>(&self, text: &'t str) -> &'t str {
        self.lines(text).get(self.n_lines).map_or(text, |first_left| &text[..first_left.start])
    }

    /// Where the page begins that ends before `to`.
    pub(super) fn before(&self, paragraphs: &[Clean], to: Position) -> Position {
        let mut first = index(to.paragraph).min(paragraphs.len());
        if 0 < to.byte {
            return Position::of(first, 0);
        }
        let mut n_left = self.n_lines;
        while let Some(text) = first.checked_sub(1).and_then(|before| paragraphs.get(before)) {
            let n_lines = self.n_lines_of(text);
            if n_left < n_lines && first < index(to.paragraph) {
                break;
            }
            first -= 1;
            n_left = n_left.saturating_sub(n_lines);
        }
        Position::of(first, 0)
    }
}

/// A part of an article that is printed at once.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Portion {
    /// With the index of each paragraph.
    pub(super) texts: Vec<(usize, Clean)>,
    /// Where it goes on.
    pub(super) next: Position,
}

/// The position of a paragraph among all.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The nearest start of a character at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(page: Page, paragraphs: &[Clean]) -> Vec<Portion> {
        let mut passages = Vec::new();
        let mut from = Position::default();
        while index(from.paragraph) < paragraphs.len() {
            let portion = page.from(paragraphs, from);
            assert!(from < portion.next, "no way on from {from:?}");
            from = portion.next;
            passages.push(portion);
        }
        passages
    }

    #[test]
    fn paragraphs_are_whole_where_they_fit_and_the_longest_goes_on() {
        let page = Page { columns: Some(20), n_lines: 5 };
        let paragraphs = ["one", "two", &"word ".repeat(30), "last"].map(Clean::new);
        let passages = said(page, &paragraphs);
        let numbers: Vec<Vec<usize>> =
            passages.iter().map(|it| it.texts.iter().map(|(at, _)| *at).collect()).collect();
        assert_eq!(numbers, [vec![0, 1], vec![2], vec![2], vec![3]]);
        assert_eq!(passages[1].next, Position::of(2, 100));
        assert_eq!(page.before(&paragraphs, Position::of(2, 100)), Position::of(2, 0));
        assert_eq!(page.before(&paragraphs, Position::of(2, 0)), Position::of(0, 0));
        assert_eq!(page.before(&paragraphs, Position::of(0, 0)), Position::of(0, 0));
    }

    #[test]
    fn lines_left_whole_are_never_cut() {
        let paragraphs = [Clean::new(&"x".repeat(50_000)), Clean::new("y")];
        let passages = said(Page::endless(), &paragraphs);
        assert_eq!(passages.len(), 2);
        assert_eq!(passages[0].texts, [(0, paragraphs[0].clone())]);
    }

    proptest! {
        #[test]
        fn every_word_is_said_once_and_in_order(
            texts in prop::collection::vec("(\\PC{0,9} ?){0,40}", 0..6),
            columns in prop::option::of(20_usize..60),
            n_lines in 5_usize..12,
        ) {
            let page = Page { columns, n_lines };
            let paragraphs: Vec<Clean> = texts.iter().map(|text| Clean::new(text)).collect();
            // An accent at the beginning gets a circle to stand on.
            let is_letter = |c: &char| !c.is_whitespace() && *c != '◌';
            let letters = |text: &str| text.chars().filter(is_letter).collect::<String>();
            let mut found = String::new();
            for (_, text) in said(page, &paragraphs).iter().flat_map(|it| &it.texts) {
                for line in page.lines(text) {
                    found.push_str(&letters(&text[line]));
                }
            }
            prop_assert_eq!(found, paragraphs.iter().map(|it| letters(it)).collect::<String>());
        }
    }
}
