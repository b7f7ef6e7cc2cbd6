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
    ui::bidi,
};

/// What a row of the title block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadKind {
    Title,
    /// Source, date, length, files, problems.
    About,
    /// The address the article states.
    Address,
    /// Nothing: the row above the text.
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
/// Addresses and problems are shown up to this length.
const ABOUT_BYTES: usize = 2 << 10;

/// The rows of the title block at `width` cells, at least one.
pub(super) fn rows(
    article: &Article,
    told: &str,
    words_per_minute: u32,
    width: usize,
) -> Vec<HeadRow> {
    let mut rows = Vec::new();
    push(&mut rows, HeadKind::Title, &article.title, TITLE_BYTES, width);
    push(&mut rows, HeadKind::About, &about(article, words_per_minute), ABOUT_BYTES, width);
    if let Some(url) = &article.url {
        push(&mut rows, HeadKind::Address, url, ABOUT_BYTES, width);
    }
    if !told.is_empty() {
        push(&mut rows, HeadKind::About, told, ABOUT_BYTES, width);
    }
    for problem in article.problems.iter().filter(|problem| !is_about_date(article, problem)) {
        push(&mut rows, HeadKind::About, &problem.to_string(), ABOUT_BYTES, width);
    }
    rows.push(HeadRow { kind: HeadKind::Gap, text: Clean::default(), is_rtl: false });
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

/// Source, day, length, reading time.
fn about(article: &Article, words_per_minute: u32) -> String {
    let mut parts = vec![article.source.to_string(), day(article)];
    parts.push(wording!("n-words", n = article.n_words));
    if 0 < article.n_words {
        let n = minutes(u64::from(article.n_words), words_per_minute);
        parts.push(wording!("n-minutes", n = n));
    }
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
    fn minutes_are_rounded_up_and_survive_a_speed_of_zero() {
        assert_eq!((minutes(230, 230), minutes(231, 230), minutes(5, 0)), (1, 2, 5));
    }
}
