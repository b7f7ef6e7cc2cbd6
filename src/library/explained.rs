//! Explanations as people read them: a line for each part, in columns.

use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use super::{Answerer, Explained, Explanation};
use crate::base::{Clean, language::numbers::thousands, wording};

impl Explanation {
    /// A line for each part: what it is, the articles that it finds, its time, and who answers it.
    pub fn lines(&self) -> Vec<Clean> {
        let mut rows = Vec::new();
        if let Some(root) = &self.root {
            add_rows(&mut rows, root, 0);
        }
        // What a word was widened to stands by itself and is as long as it is.
        let is_part = |row: &&[String; 4]| !row[1].is_empty() || !row[2].is_empty();
        let parts = || rows.iter().filter(is_part);
        let width = |column: usize| parts().map(|row| row[column].width()).max().unwrap_or(0);
        let widths = [0, 1, 2].map(width);
        let line = |row: &[String; 4]| {
            let gap =
                |column: usize| " ".repeat(widths[column].saturating_sub(row[column].width()));
            let [text, found, took, asked] = row;
            let (found_gap, took_gap) = (gap(1), gap(2));
            let line = format!("{text}{}  {found_gap}{found}  {took_gap}{took}  {asked}", gap(0));
            Clean::new(line.trim_end())
        };
        rows.iter().map(line).collect()
    }
}

/// Words that are named.
const MOST_NAMED: usize = 12;

impl Explained {
    /// The words besides its own that a part finds, those in most articles first: `also elections
    /// (285), elected (12)`; `None` if there are none.
    pub fn said_further(&self) -> Option<String> {
        let words = &self.further.words;
        let named = words.iter().take(MOST_NAMED);
        let named = named.map(|it| format!("{} ({})", it.text, thousands(it.n_articles)));
        let named = named.collect::<Vec<_>>().join(", ");
        let n_more = words.len().saturating_sub(MOST_NAMED);
        match (words.is_empty(), n_more) {
            (true, _) => None,
            (false, 0) if self.further.is_whole => Some(wording!("search-also", words = named)),
            (false, n) if self.further.is_whole => {
                Some(wording!("explain-also-more", words = named, n = n))
            }
            (false, n) => Some(wording!("explain-also-many", words = named, n = n)),
        }
    }
}

fn add_rows(rows: &mut Vec<[String; 4]>, part: &Explained, level: usize) {
    let text = match part.asked {
        Answerer::All => "AND".to_owned(),
        Answerer::Any => "OR".to_owned(),
        Answerer::Others => "NOT".to_owned(),
        _ => part.text.to_string(),
    };
    let found = part.n_found.map_or_else(String::new, thousands);
    let took = part.took.map(said_time);
    let by = said(part.asked);
    let by = match part.n_asked {
        Some(n) => wording!("explain-of-left", by = by, n = n),
        None => by.to_owned(),
    };
    rows.push([format!("{}{text}", "  ".repeat(level)), found, took.unwrap_or_default(), by]);
    if let Some(also) = part.said_further() {
        let also = format!("{}{also}", "  ".repeat(level + 1));
        rows.push([also, String::new(), String::new(), String::new()]);
    }
    for inner in &part.parts {
        add_rows(rows, inner, level + 1);
    }
}

/// `860 µs`, `12 ms`.
fn said_time(took: Duration) -> String {
    const IN_MILLISECONDS: Duration = Duration::from_millis(10);
    let number = |n: u128| thousands(usize::try_from(n).unwrap_or(usize::MAX));
    if took < IN_MILLISECONDS {
        format!("{} µs", number(took.as_micros()))
    } else {
        format!("{} ms", number(took.as_millis()))
    }
}

fn said(by: Answerer) -> &'static str {
    match by {
        Answerer::All | Answerer::Any | Answerer::Others => "",
        Answerer::Everything => wording!("explain-everything"),
        Answerer::Index => wording!("explain-index"),
        Answerer::Texts => wording!("explain-texts"),
        Answerer::Columns => wording!("explain-columns"),
        Answerer::Catalogue => wording!("explain-catalogue"),
        Answerer::Marks => wording!("explain-marks"),
    }
}
