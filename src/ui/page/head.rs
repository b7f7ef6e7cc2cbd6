//! The title block: what stands above the text and scrolls with it.

use super::{
    pieces::floor,
    wrap::{Measure, wrap},
};
use crate::{
    base::{
        Clean,
        language::dates::{self, Form},
        wording,
    },
    domain::{Article, Problem},
    ui::{bidi, cut},
};

/// What a row of the title block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadKind {
    Title,
    /// Source, date, reading time; files, problems.
    About,
    /// The address the article states, without what all addresses begin with.
    Address,
    /// Nothing: air around the title, and the row above the text.
    Gap,
}

/// A row of the title block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadRow {
    pub kind: HeadKind,
    pub text: Clean,
    /// What it is a row of runs from right to left.
    pub is_rtl: bool,
}

/// A title is shown up to this length: one without end must not fill memory with rows.
const TITLE_BYTES: usize = 4 << 10;
/// From this height on, there is air above and below the title.
const AIR_FROM_ROWS: usize = 14;
/// Addresses and problems are shown up to this length.
const ABOUT_BYTES: usize = 2 << 10;

/// Whether a page of that height has room for air around its title.
pub(super) fn has_air(height: usize) -> bool {
    AIR_FROM_ROWS <= height
}

/// The rows of the title block at `width` cells, at least one.
pub(super) fn rows(
    article: &Article,
    told: &str,
    words_per_minute: u32,
    (width, has_air): (usize, bool),
) -> Vec<HeadRow> {
    let gap = || HeadRow { kind: HeadKind::Gap, text: Clean::default(), is_rtl: false };
    let mut rows = Vec::new();
    rows.extend(has_air.then(gap));
    push(&mut rows, HeadKind::Title, &article.title, TITLE_BYTES, width);
    rows.extend(has_air.then(gap));
    push(&mut rows, HeadKind::About, &about(article, words_per_minute), ABOUT_BYTES, width);
    if let Some(url) = &article.url {
        let text = cut(shortened(url), width);
        push(&mut rows, HeadKind::Address, &text, ABOUT_BYTES, width);
    }
    if !told.is_empty() {
        push(&mut rows, HeadKind::About, told, ABOUT_BYTES, width);
    }
    for problem in article.problems.iter().filter(|problem| !is_about_date(article, problem)) {
        push(&mut rows, HeadKind::About, &problem.to_string(), ABOUT_BYTES, width);
    }
    rows.push(gap());
    rows
}

fn push(rows: &mut Vec<HeadRow>, kind: HeadKind, text: &str, limit: usize, width: usize) {
    let head = text.get(..floor(text, limit)).unwrap_or("");
    let shown = if head.len() < text.len() { format!("{head}…") } else { head.to_owned() };
    let lines = wrap(&shown, Measure { width, ..Measure::default() }, &[]);
    let lines = lines.into_iter().filter_map(|line| shown.get(line.bytes));
    let is_rtl = bidi::is_rtl(text);
    rows.extend(lines.map(|line| HeadRow { kind, text: Clean::new(line), is_rtl }));
}

/// An address without its scheme and `www.`, and without a slash at its end. One that is not a web
/// address keeps its scheme, since that is the unusual part.
fn shortened(url: &str) -> &str {
    let rest = ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme));
    let Some(rest) = rest else { return url };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// Source, day, reading time.
fn about(article: &Article, words_per_minute: u32) -> String {
    let mut parts = vec![article.source.to_string(), day(article)];
    parts.push(match minutes(u64::from(article.n_words), words_per_minute) {
        0 => wording!("no-text").to_owned(),
        n => wording!("n-minutes", n = n),
    });
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn day(article: &Article) -> String {
    if let Some(date) = article.date {
        let day = dates::day(date, Form::Full);
        return article.hints.took_order.map_or_else(|| day.clone(), |order| order.said_with(&day));
    }
    let why = article.problems.iter().find(|problem| is_about_date(article, problem));
    match why {
        Some(why) => wording!("undated-since", why = why.said()),
        None => wording!("undated").to_owned(),
    }
}

/// Whether the line with the day says it already.
fn is_about_date(article: &Article, problem: &Problem) -> bool {
    article.date.is_none() && problem.is_about_date()
}

/// Minutes to read `n_words`, rounded up.
pub fn minutes(n_words: u64, words_per_minute: u32) -> u64 {
    n_words.div_ceil(u64::from(words_per_minute.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_what_all_have_and_a_strange_one_whole() {
        for (url, shown) in [
            ("https://www.tide.example/2026/ferry/", "tide.example/2026/ferry"),
            ("http://tide.example", "tide.example"),
            ("https://wwwide.example/?q=/", "wwwide.example/?q="),
            ("ftp://www.tide.example/", "ftp://www.tide.example/"),
            ("javascript:alert(1)", "javascript:alert(1)"),
        ] {
            assert_eq!(shortened(url), shown);
        }
    }

    #[test]
    fn minutes_are_rounded_up_and_survive_a_speed_of_zero() {
        assert_eq!((minutes(230, 230), minutes(231, 230), minutes(5, 0)), (1, 2, 5));
    }
}
