//! Words in context: the places in a text that a query finds, each with what stands around it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::{
    base::{Clean, words::words},
    query::{Query, TextPart, Tongue},
};

/// A place in an article that a query finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InContext {
    /// What is read before it, in the same paragraph.
    pub left: Clean,
    /// What was found: a word, a phrase, or everything from one word to another that stands near.
    pub word: Clean,
    /// What is read after it.
    pub right: Clean,
    /// Where it is: `None` is the title.
    pub paragraph: Option<usize>,
    /// Bytes of the paragraph or the title.
    pub bytes: Range<usize>,
}

/// What lines of words in context are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ContextOrder {
    /// The order of a list by date, and within an article that of the text.
    #[default]
    Date,
    /// By the words before, the nearest first.
    Left,
    /// By the words after.
    Right,
}

/// Every place in an article that a query finds, in the order of the text, the title first. On either
/// side stands what fits into `n_cells`, in whole words where words have blanks between them.
///
/// ```
/// use dateline::{base::Clean, domain::in_context, query::{Query, Tongue}};
/// let text = [Clean::new("The old ferry left before the new ferry came.")];
/// let query = Query::strict("ferry").unwrap();
/// let found = in_context(&Clean::new("News"), &text, (&query, Tongue::NONE), 8);
/// let lines: Vec<String> =
///     found.iter().map(|it| format!("{}|{}|{}", it.left, it.word, it.right)).collect();
/// assert_eq!(lines, ["The old|ferry|left", "the new|ferry|came."]);
/// ```
pub fn in_context(
    title: &Clean,
    paragraphs: &[Clean],
    (query, tongue): (&Query, Tongue),
    n_cells: usize,
) -> Vec<InContext> {
    let title = (None, title, TextPart::Title);
    let body = paragraphs.iter().enumerate();
    let body = body.map(|(nth, text)| (Some(nth), text, TextPart::Paragraph));
    let texts = std::iter::once(title).chain(body);
    texts
        .flat_map(|(paragraph, text, part)| {
            query.matches_in(text, part, tongue).into_iter().map(move |bytes| InContext {
                left: Clean::new(end_of(&text[..bytes.start], n_cells)),
                word: Clean::new(&text[bytes.clone()]),
                right: Clean::new(beginning_of(&text[bytes.end..], n_cells)),
                paragraph,
                bytes,
            })
        })
        .collect()
}

impl InContext {
    /// What decides where this line stands in an order; of lines with the same, the first by date
    /// stands first.
    pub fn key(&self, order: ContextOrder) -> String {
        match order {
            ContextOrder::Date => String::new(),
            ContextOrder::Left => {
                let mut words: Vec<String> = words(&self.left).map(|(_, word)| word).collect();
                words.reverse();
                words.join(" ")
            }
            ContextOrder::Right => {
                words(&self.right).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// A word that is cut off is left out if that leaves this part of the room, or more.
const WORTH_CUTTING: usize = 2;

/// What of the end of a text fits.
fn end_of(text: &str, n_cells: usize) -> &str {
    let (text, mut n_taken) = (text.trim_end(), 0);
    let fitting = text.grapheme_indices(true).rev().take_while(|(_, cluster)| {
        n_taken += cluster.width();
        n_taken <= n_cells
    });
    let start = fitting.last().map_or(text.len(), |(at, _)| at);
    let (before, cut) = text.split_at(start);
    let is_within = !before.is_empty() && !before.ends_with(char::is_whitespace);
    let whole = cut.split_once(char::is_whitespace).map(|(_, whole)| whole);
    let whole = whole.filter(|whole| is_within && is_enough(whole, cut));
    whole.unwrap_or(cut).trim()
}

/// What of the beginning of a text fits.
fn beginning_of(text: &str, n_cells: usize) -> &str {
    let (text, mut n_taken) = (text.trim_start(), 0);
    let fitting = text.grapheme_indices(true).take_while(|(_, cluster)| {
        n_taken += cluster.width();
        n_taken <= n_cells
    });
    let end = fitting.last().map_or(0, |(at, cluster)| at + cluster.len());
    let (cut, after) = text.split_at(end);
    let is_within = !after.is_empty() && !after.starts_with(char::is_whitespace);
    let whole = cut.rsplit_once(char::is_whitespace).map(|(whole, _)| whole);
    let whole = whole.filter(|whole| is_within && is_enough(whole, cut));
    whole.unwrap_or(cut).trim()
}

fn is_enough(whole: &str, cut: &str) -> bool {
    cut.len() <= whole.len() * WORTH_CUTTING
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(title: &str, text: &[&str], query: &str, n_cells: usize) -> Vec<String> {
        let text: Vec<Clean> = text.iter().map(|it| Clean::new(it)).collect();
        let query = Query::strict(query).unwrap();
        let found = in_context(&Clean::new(title), &text, (&query, Tongue::NONE), n_cells);
        found.iter().map(|it| format!("{}|{}|{}", it.left, it.word, it.right)).collect()
    }

    #[test]
    fn every_place_is_a_line_and_paragraphs_do_not_run_into_each_other() {
        let text = ["No ferry today.", "A ferry: the ferry."];
        assert_eq!(
            lines("Ferry news", &text, "ferry", 20),
            ["|Ferry|news", "No|ferry|today.", "A|ferry|: the ferry.", "A ferry: the|ferry|."]
        );
        assert_eq!(lines("Ferry news", &text, "title:ferry", 20).len(), 1);
        assert_eq!(lines("Ferry news", &text, "date:2022", 20), [""; 0]);
    }

    #[test]
    fn a_word_that_is_cut_is_left_out_but_a_text_without_blanks_is_cut_anywhere() {
        let text = ["preposterous ferry timetables"];
        assert_eq!(lines("", &text, "ferry", 7), ["sterous|ferry|timetab"]);
        assert_eq!(lines("", &["a strange old ferry"], "ferry", 6), ["old|ferry|"]);
        assert_eq!(lines("", &["私は東京都に住んでいます"], "東京", 4), ["私は|東京|都に"]);
    }

    #[test]
    fn lines_are_sorted_by_the_nearest_words_first_whatever_their_case() {
        let keys = |order| -> Vec<String> {
            let text = [Clean::new("Of all ships the Ferry Came late.")];
            let query = Query::strict("ferry").unwrap();
            in_context(&Clean::new(""), &text, (&query, Tongue::NONE), 40)
                .iter()
                .map(|it| it.key(order))
                .collect()
        };
        assert_eq!(keys(ContextOrder::Right), ["came late"]);
        assert_eq!(keys(ContextOrder::Left), ["the ships all of"]);
        assert_eq!(keys(ContextOrder::Date), [""]);
    }

    proptest! {
        #[test]
        fn what_stands_around_is_of_the_text_and_never_wider_than_asked(
            text in "(e\u{301}|[ab 東京.]){0,60}", n_cells in 0_usize..30
        ) {
            let text = [Clean::new(&text)];
            let query = Query::strict("a* OR 東").unwrap();
            for found in in_context(&Clean::new(""), &text, (&query, Tongue::NONE), n_cells) {
                prop_assert_eq!(&text[0][found.bytes.clone()], found.word.as_str());
                let (before, after) = (&text[0][..found.bytes.start], &text[0][found.bytes.end..]);
                prop_assert!(before.trim_end().ends_with(found.left.as_str()));
                prop_assert!(after.trim_start().starts_with(found.right.as_str()));
                prop_assert!(found.left.width() <= n_cells && found.right.width() <= n_cells);
            }
        }
    }
}
