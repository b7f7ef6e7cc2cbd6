//! What a page states about itself, and what the program that saved it has noted at its top.

use dom_query::Document;

/// Bytes in which programs that save pages leave their notes.
const NOTE_BYTES: usize = 8 << 10;

/// What is stated, as it stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
}

/// What the program noted that saved the page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Saved {
    pub(super) url: Option<String>,
    /// The day on which it was saved, in the program's words.
    pub(super) day: Option<String>,
}

/// Where pages state their day, if not where the rules look.
const DATES: [(&str, &str); 7] = [
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("time[itemprop='datePublished']", "datetime"),
    ("meta[name='date' i]", "content"),
    ("meta[name='pubdate' i]", "content"),
    ("meta[name='dc.date' i]", "content"),
    ("article time[datetime]", "datetime"),
];

/// Where pages state their address.
const ADDRESSES: [(&str, &str); 2] =
    [("link[rel='canonical']", "href"), ("meta[property='og:url']", "content")];

pub(super) fn of(document: &Document) -> Facts {
    let first = |places: &[(&str, &str)]| {
        places.iter().find_map(|(place, name)| {
            let found = document.try_select(place)?;
            let value = found.nodes().first()?.attr(name)?;
            Some(value.trim().to_owned()).filter(|value| !value.is_empty())
        })
    };
    let title = document.try_select("title").map(|title| title.text().trim().to_owned());
    Facts {
        title: title.filter(|title| !title.is_empty()),
        date: first(&DATES),
        url: first(&ADDRESSES).filter(|url| is_web(url)),
    }
}

/// Reads the notes of `SingleFile` (`url: …`, `saved date: …`) and of browsers
/// (`saved from url=(0042)…`).
pub(super) fn saved(text: &str) -> Saved {
    let mut end = text.len().min(NOTE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    if let Some((_, rest)) = head.split_once("saved from url=(")
        && let Some((_, rest)) = rest.split_once(')')
    {
        let url = rest.split([' ', '\n', '\r', '-']).next().unwrap_or_default();
        // A hyphen may be part of it, if it does not end the comment.
        let url = rest.find("-->").map_or(url, |end| rest[..end].trim());
        return Saved { url: Some(url.to_owned()).filter(|url| is_web(url)), day: None };
    }
    let note = head.split_once("SingleFile").map_or("", |(_, rest)| rest);
    let note = note.split_once("-->").map_or("", |(note, _)| note);
    let line = |name: &str| {
        let line = note.lines().find_map(|line| line.trim().strip_prefix(name))?;
        Some(line.trim().to_owned())
    };
    Saved { url: line("url:").filter(|url| is_web(url)), day: line("saved date:") }
}

fn is_web(url: &str) -> bool {
    ["http://", "https://"].iter().any(|start| url.starts_with(start))
}
