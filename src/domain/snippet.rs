//! The passage of an article that best shows why it was found.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::query::{Query, TextPart, Tongue};

const ELLIPSIS: &str = "…";

/// A part of one paragraph, about `width_chars` characters and never more, that holds the most
/// clauses of `query`, the earliest of those that do; with ellipses where text was left off, and
/// the bytes of it to highlight. Without a match: the beginning of the text.
///
/// ```
/// use dateline::{domain::snippet, query::{Query, Tongue}};
/// let query = Query::strict("peace talks").unwrap();
/// let text = ["No talks yet.", "After a year of war, peace talks began in Geneva."];
/// let (text, lit) = snippet(&text, (&query, Tongue::NONE), 24);
/// assert_eq!(text, "…peace talks began in…");
/// assert_eq!(lit.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), ["peace", "talks"]);
/// ```
pub fn snippet(
    paragraphs: &[impl AsRef<str>],
    (query, tongue): (&Query, Tongue),
    width_chars: usize,
) -> (String, Vec<Range<usize>>) {
    let n_wanted = query.n_lit();
    let mut best = (0, paragraphs.first().map_or("", AsRef::as_ref), 0..0);
    for paragraph in paragraphs.iter().map(AsRef::as_ref) {
        let (n_clauses, range) = best_window(paragraph, (query, tongue), width_chars);
        if best.0 < n_clauses {
            best = (n_clauses, paragraph, range);
        }
        if best.0 == n_wanted {
            break;
        }
    }
    let (_, paragraph, hit) = best;
    let window = widen(paragraph, hit, width_chars.saturating_sub(2));
    let cut = paragraph[window.clone()].trim();
    let before = if paragraph[..window.start].trim().is_empty() { "" } else { ELLIPSIS };
    let after = if paragraph[window.end..].trim().is_empty() { "" } else { ELLIPSIS };
    let text = format!("{before}{cut}{after}");
    // The signs of what was left off are not the article's.
    let own = before.len()..text.len() - after.len();
    let lit = query.matches_in(&text, TextPart::Paragraph, tongue).into_iter();
    let lit = lit.map(|range| range.start.max(own.start)..range.end.min(own.end));
    let lit = lit.filter(|range| !range.is_empty()).collect();
    (text, lit)
}

/// The most clauses that lie within `width_chars` of each other, and where.
fn best_window(
    text: &str,
    (query, tongue): (&Query, Tongue),
    width_chars: usize,
) -> (usize, Range<usize>) {
    let hits = query.hits_in(text, TextPart::Paragraph, tongue);
    let mut best = (0, 0..0);
    for (nth, (first, _)) in hits.iter().enumerate() {
        let mut seen: Vec<usize> = Vec::new();
        let mut end = first.start;
        let mut n_chars = 0;
        for (range, clause) in &hits[nth..] {
            if end < range.end {
                n_chars += text[end..range.end].chars().count();
                end = range.end;
            }
            if width_chars.saturating_sub(2) < n_chars {
                break;
            }
            if !seen.contains(clause) {
                seen.push(*clause);
            }
            if best.0 < seen.len() {
                best = (seen.len(), first.start..end);
            }
        }
    }
    best
}

/// Widens `hit` to `width_chars`, a third of what is added in front, and to whole words where
/// there are any near; a hit that is too wide is cut.
fn widen(text: &str, hit: Range<usize>, width_chars: usize) -> Range<usize> {
    let spare = width_chars.saturating_sub(text[hit.clone()].chars().count());
    let in_front = text[..hit.start].chars().count().min(spare / 3);
    let start = text[..hit.start].char_indices().rev().take(in_front).last();
    let start = start.map_or(hit.start, |(at, _)| at);
    let start = if start == 0 { 0 } else { next_word(text, start, hit.start) };
    let mut n_chars = 0;
    let clusters = text[start..].grapheme_indices(true);
    let fitting = clusters.take_while(|(_, cluster)| {
        n_chars += cluster.chars().count();
        n_chars <= width_chars
    });
    let end = fitting.last().map_or(start, |(at, cluster)| start + at + cluster.len());
    let least = hit.end.clamp(start, end);
    let blank = text[least..end].rfind(char::is_whitespace).filter(|_| end < text.len());
    start..blank.map_or(end, |blank| least + blank)
}

/// The first beginning of a word, else of a cluster, in `from..to`.
fn next_word(text: &str, from: usize, to: usize) -> usize {
    if let Some(blank) = text[from..to].find(char::is_whitespace) {
        return text[from + blank..]
            .find(|c: char| !c.is_whitespace())
            .map_or(to, |word| (from + blank + word).min(to));
    }
    let mut starts = text[..to].grapheme_indices(true).map(|(at, _)| at);
    starts.find(|at| from <= *at).unwrap_or(to)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &[&str], query: &str, width_chars: usize) -> String {
        snippet(text, (&Query::typed(query), Tongue::spoken()), width_chars).0
    }

    #[test]
    fn the_place_with_the_most_words_wins_and_then_the_first() {
        let text = ["one a", "one two b", "two one c"];
        assert_eq!(shown(&text, "one two ", 40), "one two b");
        assert_eq!(shown(&text, "c", 40), "two one c");
    }

    #[test]
    fn without_a_match_it_is_the_beginning() {
        assert_eq!(shown(&["A long first paragraph.", "second"], "nothing", 12), "A long…");
        assert_eq!(shown(&[], "nothing", 12), "");
    }

    #[test]
    fn a_run_without_blanks_is_cut_anywhere() {
        assert_eq!(shown(&["私は東京都に住んでいます"], "都", 6), "…京都に住…");
    }

    proptest! {
        #[test]
        fn the_signs_of_what_was_left_off_are_never_hits(
            text in "[ab é東京]{0,60}", query in "[ab東京…* \"]{0,8}", width in 2_usize..30
        ) {
            let query = Query::typed(&query);
            let (shown, lit) = snippet(&[text.as_str()], (&query, Tongue::spoken()), width);
            prop_assert!(lit.iter().all(|it| !shown[it.clone()].contains(ELLIPSIS)), "{shown} {lit:?}");
        }

        #[test]
        fn it_is_never_wider_than_asked(
            text in "[ab é\u{301}東京]{0,60}", query in "[ab東京 ]{0,6}", width in 2_usize..30
        ) {
            let query = Query::typed(&query);
            let (text, lit) = snippet(&[text], (&query, Tongue::spoken()), width);
            prop_assert!(text.chars().count() <= width, "{}", text);
            prop_assert!(lit.iter().all(|range| text.get(range.clone()).is_some()));
        }
    }
}
