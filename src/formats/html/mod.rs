//! Saved web pages: the article of a page, without what stands around it.
//!
//! What of a page is the article is found by the rules of Mozilla's Readability; if they find none,
//! all text of the page counts. Title, day and address are what the page states about itself, or
//! what the program that saved it has noted at its top. Pages too deep, too large or too long to be
//! worth the rules lose their tags and keep their words.

mod facts;
mod guard;
mod nodes;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::{
    date,
    format::{Format, Parsed, Stated},
    tags, title,
};
use crate::base::Clean;

pub(super) const FORMAT: Format = Format { name: "html", recognises, parse };

/// How a page begins.
const STARTS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// Bytes in which a page must have begun; notes of the program that saved it may stand before.
const HEAD_BYTES: usize = 8 << 10;

/// Elements of a page that the rules are tried on.
const MAX_ELEMENTS: usize = 100_000;

fn recognises(_path: &Path, text: &str) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // Nearly all files are told apart by their first byte.
    while rest.starts_with("<!--") || rest.starts_with("<?xml") {
        let end = if rest.starts_with("<?xml") { "?>" } else { "-->" };
        let Some(at) = rest.get(..rest.len().min(HEAD_BYTES)).and_then(|head| head.find(end))
        else {
            return false;
        };
        rest = rest[at + end.len()..].trim_start();
    }
    STARTS
        .iter()
        .any(|start| rest.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start)))
}

fn parse(_path: &Path, text: &str) -> Parsed {
    let text = guard::without_data(text);
    let read = || catch_unwind(AssertUnwindSafe(|| read(&text))).ok().flatten();
    let parsed = if guard::is_reasonable(&text) { read() } else { None };
    parsed.unwrap_or_else(|| words_of(&text))
}

/// The article of a page; `None` if there is no text in it.
fn read(text: &str) -> Option<Parsed> {
    let saved = facts::saved(text);
    let document = Document::from(text);
    let facts = facts::of(&document);
    let url = saved.url.or(facts.url);
    let whole = nodes::body(&document);
    let base = url.as_deref().filter(|url| url.starts_with("http"));
    let config = Config { max_elements_to_parse: MAX_ELEMENTS, ..Config::default() };
    let article = Readability::with_document(document, base, Some(config))
        .and_then(|mut page| page.parse())
        .ok();
    let mut parsed = Parsed::default();
    let stated = article.as_ref().map(|article| article.title.clone()).filter(|it| !it.is_empty());
    if let Some(stated) = stated.or(facts.title) {
        let (title, n_dangerous) = title::stated(&title::shortened(&stated));
        (parsed.title, parsed.n_dangerous) = (title, n_dangerous);
    }
    let published = article.as_ref().and_then(|article| article.published_time.clone());
    parsed.date = published.or(facts.date).map_or(Stated::Nothing, |day| stated_day(&day));
    let changed = article.as_ref().and_then(|article| article.modified_time.clone());
    parsed.updated = changed.or(saved.day).and_then(|day| match date::scan(&Clean::new(&day)) {
        date::Scan::Day(day) => Some(day),
        _ => None,
    });
    parsed.url = url.map(|url| Clean::showing_gaps(&url).0);
    let mut body = article
        .map(|article| nodes::body(&Document::fragment(article.content)))
        .filter(|body| !body.paragraphs.is_empty())
        .unwrap_or(whole);
    if body.paragraphs.first() == parsed.title.as_ref() && parsed.title.is_some() {
        body.paragraphs.remove(0);
        body.shapes.remove(0);
    }
    parsed.take_body(body);
    (!parsed.is_empty()).then_some(parsed)
}

fn stated_day(day: &str) -> Stated {
    let cleaned = Clean::new(day.trim());
    Stated::of(date::scan(&cleaned), cleaned)
}

/// A page without its tags.
fn words_of(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let (head, body) = text.split_once("</head>").unwrap_or(("", text));
    let stated = head.split_once("<title").and_then(|(_, rest)| rest.split_once('>'));
    if let Some((stated, _)) = stated.and_then(|(_, rest)| rest.split_once("</title")) {
        let (title, n_dangerous) = title::stated(&title::shortened(stated.trim()));
        (parsed.title, parsed.n_dangerous) = (title, n_dangerous);
    }
    parsed.url = facts::saved(text).url.map(|url| Clean::showing_gaps(&url).0);
    parsed.take_paragraphs(tags::texts(body));
    parsed
}

#[cfg(test)]
mod tests;
