//! A header of labels without fences: `Title: …`, `Date: …`, `URL: …`, a line each, then the text.
//!
//! Pelican, many newsletters and people write this way. The labels may be in any of the languages
//! that `front::names` knows. The header ends at the first blank line; if there is none, with the
//! last label that headers have, and what follows is text.

use std::path::Path;

use super::{
    format::{Format, Parsed},
    front::{self, Entry, names},
    lines,
};

pub(super) const FORMAT: Format = Format { name: "labels", recognises, parse };

/// Lines that a header may have.
const MAX_LINES: usize = 40;

/// The longest label, in characters.
const MAX_LABEL: usize = 32;

fn recognises(_path: &Path, text: &str) -> bool {
    // Nearly all files are told apart by their first line.
    let mut lines = lines::lines(text).skip_while(|line| is_blank(line));
    lines.next().is_some_and(|first| label(first).is_some_and(|(key, _)| names::is_known(&key)))
        && header(&lines::lines(text).take(MAX_LINES + 2).collect::<Vec<_>>()).is_some()
}

fn parse(path: &Path, text: &str) -> Parsed {
    let lines: Vec<&str> = lines::lines(text).collect();
    let (entries, body) = header(&lines).unwrap_or_default();
    front::read(path, &entries, lines.get(body..).unwrap_or_default())
}

/// What the labels say, and where the text begins.
fn header(lines: &[&str]) -> Option<(Vec<Entry>, usize)> {
    let first = lines.iter().position(|line| !is_blank(line))?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut known_end = first;
    let mut at = first;
    let mut is_closed = false;
    while let Some(line) = lines.get(at).filter(|_| at < first + MAX_LINES) {
        if is_blank(line) {
            is_closed = true;
            break;
        }
        if let Some((key, value)) = label(line) {
            at += 1;
            if names::is_known(&key) {
                known_end = at;
            }
            entries.push(Entry { key, value: value.to_owned() });
        } else if line.starts_with([' ', '\t'])
            && let Some(entry) = entries.last_mut()
        {
            // A long value goes on, indented.
            let gap = if entry.value.is_empty() { "" } else { " " };
            entry.value.push_str(gap);
            entry.value.push_str(line.trim());
            at += 1;
            known_end = if known_end + 1 == at { at } else { known_end };
        } else {
            break;
        }
    }
    let is_end = at == lines.len();
    let body = if is_closed || is_end { at } else { known_end };
    let asked = |keys| front::values(&entries, keys).next().is_some();
    let n_asked = [names::TITLES, names::DATES, names::UPDATES, names::ADDRESSES]
        .into_iter()
        .filter(|keys| asked(keys))
        .count();
    let n_known = entries.iter().filter(|entry| names::is_known(&entry.key)).count();
    // A title and another label, or all that a header needs but a title.
    let is_header = asked(names::TITLES) && 2 <= n_known || 2 <= n_asked;
    // What is not a label of a header is text, however it looks.
    let body = if 2 * n_known < entries.len() { known_end } else { body };
    is_header.then_some((entries, body))
}

/// A label, as it is compared, and what it says: `Title: …`, `标题：…`, `.. title: …`, `#+TITLE: …`.
fn label(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let line = [".. ", "#+", ":"].iter().find_map(|start| line.strip_prefix(start)).unwrap_or(line);
    let line = line.strip_prefix("**").unwrap_or(line);
    let (label, value) = line.split_once([':', '：'])?;
    let value = value.strip_prefix("**").unwrap_or(value);
    let is_wide = line[label.len()..].starts_with('：');
    let is_apart = is_wide || value.is_empty() || value.starts_with([' ', '\t', '\u{a0}']);
    let is_label = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | '-' | '_')
            || unicode_normalization::char::is_combining_mark(c)
    };
    let is_short = label.chars().nth(MAX_LABEL).is_none()
        && label.split_whitespace().nth(3).is_none()
        && label.chars().all(is_label)
        && label.starts_with(char::is_alphabetic);
    (is_apart && is_short).then(|| (names::compared(label), value.trim()))
}

fn is_blank(line: &str) -> bool {
    line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::{base::Clean, formats::format::Stated};

    fn check(text: &str, title: &str, url: Option<&str>, paragraphs: &[&str]) {
        assert!(recognises(Path::new("a.txt"), text), "{text}");
        let parsed = parse(Path::new("a.txt"), text);
        assert_eq!(parsed.title.as_deref(), Some(title), "{text}");
        let day = NaiveDate::from_ymd_opt(2022, 2, 15).map_or(Stated::Nothing, Stated::Day);
        assert_eq!((parsed.date, parsed.url.as_deref()), (day, url), "{text}");
        let expected: Vec<Clean> = paragraphs.iter().map(|it| Clean::new(it)).collect();
        assert_eq!(parsed.paragraphs, expected, "{text}");
    }

    #[test]
    fn labels_in_many_languages_are_a_header() {
        let url = Some("https://mill.example/a");
        for text in [
            "Title: A wheel\nNumber: 3\nDate: 2022-02-15\nURL: https://mill.example/a\n\nIt turns.\n",
            "Titel: A wheel\nDatum: 15. Februar 2022\nQuelle: <https://mill.example/a>\n\nIt turns.",
            "Título: A wheel\nFecha: 15 de febrero de 2022\nEnlace: https://mill.example/a\n\nIt turns.",
            "Titre : A wheel\nDate : 15 février 2022\nLien : https://mill.example/a\n\nIt turns.",
            "标题：A wheel\n日期：2022年2月15日\n链接：https://mill.example/a\n\nIt turns.\n",
            "제목: A wheel\n날짜: 2022년 2월 15일\n링크: https://mill.example/a\n\nIt turns.\n",
            "TITLE: A\n  wheel\nPublished: Feb 15, 2022\nurl: https://mill.example/a\nIt turns.\n",
            "\u{feff}URL: https://mill.example/a\nDate: 2022-02-15\nTitle: A wheel\n\nIt turns.\n",
            ".. title: A wheel\n.. date: 2022-02-15 10:00\n.. link: https://mill.example/a\n\nIt turns.",
        ] {
            check(text, "A wheel", url, &["It turns."]);
        }
    }

    #[test]
    fn what_follows_without_a_blank_line_is_text() {
        check(
            "Title: A wheel\nDate: 2022-02-15\nNote: it is wet.\nIt turns.\n",
            "A wheel",
            None,
            &["Note: it is wet.", "It turns."],
        );
    }

    #[test]
    fn a_title_with_a_colon_is_no_label() {
        for text in [
            "Date: a fruit\n\nIt grows on palms.\n",
            "Title: the film\n20220215\nhttps://mill.example/a\nText.\n",
            "Mill: a wheel turns\nDate: 2022-02-15\n",
            "Update: The wheel turns again\n20220215\nhttps://mill.example/a\nText.\n",
            "Source: https://mill.example/a\nText.\n",
            "http://mill.example\n",
        ] {
            assert!(!recognises(Path::new("a.txt"), text), "{text}");
        }
    }
}
