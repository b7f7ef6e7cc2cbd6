//! Front matter: a header of keys between two fences, then Markdown. `---` fences YAML, `+++` TOML,
//! and braces fence JSON.
//!
//! Only the keys that are needed are read, by a lenient parser: site generators do not agree on
//! what YAML is, and people write neither. A header that is not closed ends with the last key that
//! headers have, and what comes after it is text; so it is where prose stands between two fences.
//! Text with a fence and no keys is read as any other text.
//!
//! A note without a title is named after its first heading of the first level, or else after its
//! file.

mod json;
mod keys;
pub(super) mod names;
pub(super) mod note;

use std::{ops::Range, path::Path};

use chrono::{DateTime, NaiveDate};

use super::{
    address, body,
    date::{self, Scan},
    format::{Format, Parsed, Stated},
    lines,
    markup::set,
    path_date, title,
};
use crate::{base::Clean, domain::Hints};
pub(super) use keys::Entry;
use keys::HeaderSyntax;
use names::{ADDRESSES, DATES, PATHS, SUMMARIES, TITLES, UPDATES};

pub(super) const FORMAT: Format = Format { name: "front", recognises, parse };

/// Lines in which a header must end: none that was written by hand is as long.
const MAX_HEADER: usize = 2000;

fn recognises(_path: &Path, text: &str) -> bool {
    // Nearly all files are told apart by their first bytes.
    let start = text.trim_start_matches(is_blank);
    let is_fenced = start.starts_with("---") || start.starts_with("+++");
    is_fenced && Front::of(&head(text)).is_some()
        || start.starts_with('{') && json::parts(start).is_some()
}

fn parse(path: &Path, text: &str) -> Parsed {
    if let Some((entries, body)) = json::parts(text.trim_start_matches(is_blank)) {
        let lines: Vec<&str> = lines::lines(body).collect();
        return read(path, &entries, &lines);
    }
    let lines: Vec<&str> = lines::lines(text).collect();
    let front = Front::of(&lines).unwrap_or_default();
    let header = lines.get(front.header).unwrap_or_default();
    let entries = keys::entries(header, front.syntax);
    read(path, &entries, lines.get(front.body..).unwrap_or_default())
}

/// An article from what its header says and the lines below it.
pub(super) fn read(path: &Path, entries: &[Entry], body: &[&str]) -> Parsed {
    let mut parsed = Parsed::default();
    let stated = values(entries, TITLES).find_map(|value| {
        let (title, n_dangerous) = stated_title(first_of_list(value));
        parsed.n_dangerous += n_dangerous;
        title
    });
    parsed.title = stated;
    parsed.date = stated_date(entries, &mut parsed);
    parsed.updated = values(entries, UPDATES).find_map(|value| match scan(value) {
        Scan::Day(day) => Some(day),
        _ => None,
    });
    if let Some(address) = values(entries, ADDRESSES).find_map(address_in) {
        let (url, n_dangerous) = Clean::showing_gaps(&address);
        parsed.url = Some(url);
        parsed.n_dangerous += n_dangerous;
    }
    let mut body = body;
    if let Some((level, heading, rest)) = body::heading(body) {
        let (heading, n_dangerous) = stated_title(heading);
        if parsed.title.is_none() && (level == 1 || note::name(path).is_none()) {
            parsed.title = heading;
            parsed.n_dangerous += n_dangerous;
            body = rest;
        } else if parsed.title == heading {
            body = rest;
        }
    }
    parsed.take_body(set(body));
    if parsed.paragraphs.is_empty() {
        parsed.take_paragraphs(values(entries, SUMMARIES).take(1));
    }
    if parsed.title.is_none() && !parsed.is_empty() {
        parsed.title = note::name(path);
    }
    parsed
}

/// A title of any length, cut where it is no longer a title.
fn stated_title(value: &str) -> (Option<Clean>, usize) {
    if title::is_too_long(value) {
        title::stated(&title::shortened(value))
    } else {
        title::stated(value)
    }
}

fn stated_date(entries: &[Entry], parsed: &mut Parsed) -> Stated {
    let mut wrong = None;
    for value in values(entries, DATES) {
        // `published: false` speaks of something else.
        if matches!(value, "true" | "false") {
            continue;
        }
        let scan = scan(value);
        if scan.is_day() {
            return Stated::of(scan, parsed.counted(value));
        }
        wrong.get_or_insert(value);
    }
    if let Some(wrong) = wrong {
        return Stated::Impossible(parsed.counted(wrong));
    }
    let in_path = |path: &str| path_date::in_path(Path::new(path), None, &mut Hints::default());
    values(entries, PATHS).find_map(in_path).map_or(Stated::Nothing, Stated::Day)
}

/// What a value is as a date: also a link to the note of a day, and seconds since 1970.
fn scan(value: &str) -> Scan {
    let value = linked(first_of_list(value));
    match date::scan(&Clean::new(value)) {
        Scan::NoDate | Scan::Impossible if is_moment(value) => {
            of_moment(value).map_or(Scan::Impossible, Scan::Day)
        }
        scan => scan,
    }
}

/// Ten digits are seconds since 1970, thirteen milliseconds.
fn is_moment(value: &str) -> bool {
    let (seconds, fraction) = value.split_once('.').unwrap_or((value, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    matches!(seconds.len(), 10 | 13) && is_number(seconds) && is_number(fraction)
}

fn of_moment(value: &str) -> Option<NaiveDate> {
    let digits = value.split('.').next().unwrap_or_default();
    let number: i64 = digits.parse().ok()?;
    let seconds = if digits.len() == 13 { number / 1000 } else { number };
    DateTime::from_timestamp(seconds, 0).map(|moment| moment.date_naive())
}

/// The first of `[one, two]`, without its quotes; other values as they are.
fn first_of_list(value: &str) -> &str {
    let Some(inner) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return value;
    };
    if inner.starts_with('[') && inner.ends_with(']') && !inner.contains("], [") {
        // A link of a wiki is not a list.
        return linked(value);
    }
    let inner = inner.trim_start();
    match inner.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => inner[1..].split(quote).next().unwrap_or_default(),
        None => inner.split(',').next().unwrap_or_default().trim(),
    }
}

/// The text of `[[text]]` or `[[page|text]]`, of which the page is meant; other values as they are.
fn linked(value: &str) -> &str {
    let inner = value.trim().strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
    inner.map_or(value, |inner| inner.split('|').next().unwrap_or_default().trim())
}

/// What the keys say, those that say nothing left out.
pub(super) fn values<'e>(entries: &'e [Entry], keys: &'e [&str]) -> impl Iterator<Item = &'e str> {
    let of_key = |key: &'e &str| entries.iter().filter(move |entry| entry.key == *key);
    let said = keys.iter().flat_map(of_key).map(|entry| entry.value.trim());
    said.filter(|value| !value.is_empty() && !matches!(*value, "~" | "null"))
}

/// The address of the web that a value is: on their own site, pages have mere paths.
fn address_in(value: &str) -> Option<String> {
    let address = address::kept(first_of_list(value));
    let is_web = ["http://", "https://", "www."]
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start)));
    let is_address =
        (is_web || address::is_bare(&address)) && !address.contains(char::is_whitespace);
    is_address.then_some(address)
}

/// The positions of header and body in the lines.
#[derive(Debug, Default, PartialEq, Eq)]
struct Front {
    syntax: HeaderSyntax,
    header: Range<usize>,
    body: usize,
}

impl Front {
    fn of(lines: &[&str]) -> Option<Self> {
        let first = lines.iter().position(|line| !line.trim_matches(is_blank).is_empty())?;
        let fence = lines[first].trim_matches(is_blank);
        let syntax = match fence {
            "---" => HeaderSyntax::Yaml,
            "+++" => HeaderSyntax::Toml,
            _ => return None,
        };
        let start = first + 1;
        let rest = &lines[start..lines.len().min(start + MAX_HEADER)];
        let is_end = |line: &&str| {
            let line = line.trim_end();
            line == fence || syntax == HeaderSyntax::Yaml && line == "..."
        };
        let significant = rest.iter().find(|line| !keys::is_idle(line));
        let has_keys = significant.is_some_and(|line| keys::key(line, syntax).is_some());
        let end = rest.iter().position(is_end);
        let inside = &rest[..end.unwrap_or(rest.len())];
        let prose = keys::first_prose(inside, syntax);
        if let Some(end) = end.filter(|end| *end == prose) {
            let is_empty = inside.iter().all(|line| keys::is_idle(line));
            let front = Self { syntax, header: start..start + end, body: start + end + 1 };
            return (is_empty || has_keys).then_some(front);
        }
        // It never ends: it is a header only as far as it looks like one, and if it has a title.
        let end = known_end(&inside[..prose], syntax);
        let entries = keys::entries(&rest[..end], syntax);
        let front = Self { syntax, header: start..start + end, body: start + end };
        (has_keys && values(&entries, &["title"]).next().is_some()).then_some(front)
    }
}

/// The end of the last key that headers have, before the first blank line.
fn known_end(lines: &[&str], syntax: HeaderSyntax) -> usize {
    // What is a comment inside a header is a heading if there is no end to it.
    let is_end = |line: &&str| line.trim().is_empty() || line.starts_with('#');
    let blank = lines.iter().position(is_end).unwrap_or(lines.len());
    let is_known =
        |line: &&str| keys::key(line, syntax).is_some_and(|(key, _)| names::is_known(&key));
    let last = lines[..blank].iter().rposition(is_known).map_or(0, |last| last + 1);
    // `lines` has no prose: what stands at the margin is a list below the last key.
    let goes_on = |line: &&&str| line.starts_with([' ', '\t', '-']);
    last + lines[last..blank].iter().take_while(goes_on).count()
}

/// The lines in which a header must end.
fn head(text: &str) -> Vec<&str> {
    lines::lines(text).take(MAX_HEADER + 10).collect()
}

fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Parsed {
        assert!(recognises(Path::new("a.md"), text), "{text}");
        parse(Path::new("a.md"), text)
    }

    fn day(year: i32, month: u32, day: u32) -> Stated {
        Stated::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn a_page_of_a_site_is_an_article() {
        let parsed = read(
            "---\nlayout: post\ntitle: \"Ferries &amp; trains: a guide\"\ndate: 2014-02-24 12:00:00 +0000\n\
             tags:\n  - boats\n  - title: no\nsource: Tide Times\nsource_url: https://tide.example/a\n---\n\n\
             # Ferries & trains: a guide\n\nFirst.\n\n* one\n* two\n",
        );
        assert_eq!(parsed.title, Some(Clean::new("Ferries & trains: a guide")));
        assert_eq!(parsed.date, day(2014, 2, 24));
        assert_eq!(parsed.url, Some(Clean::new("https://tide.example/a")));
        assert_eq!(parsed.paragraphs, ["First.", "one", "two"].map(Clean::new));
    }

    #[test]
    fn toml_is_read_up_to_its_first_table_and_a_path_tells_the_day() {
        let parsed = read(
            "+++\npath = \"2023/04/20/Rust-1.69.0\"\ntitle = 'Announcing'\naliases = [\n    \"x\",\n]\n\n\
             [extra]\ntitle = \"no\"\ndate = 1999-01-01\n+++\nText.\n",
        );
        assert_eq!(parsed.title, Some(Clean::new("Announcing")));
        assert_eq!((parsed.date, parsed.url), (day(2023, 4, 20), None));
        let parsed =
            read("+++\ntitle = \"\"\"\nOne\nTwo\"\"\"\ndate = 2020-07-07T00:00:00Z\n+++\n");
        assert_eq!((parsed.title, parsed.date), (Some(Clean::new("One Two")), day(2020, 7, 7)));
    }

    #[test]
    fn dates_stand_under_many_keys_and_a_wrong_one_is_said() {
        for (header, expected) in [
            ("published: false\npubDate: Tue, 15 Feb 2022 10:00:00 EST", day(2022, 2, 15)),
            ("date: '{{ page.date }}'\npublished_at: 2022-02-15", day(2022, 2, 15)),
            ("date: 20220215 # a comment", day(2022, 2, 15)),
            ("DATE:   \"2024-4-09\"", day(2024, 4, 9)),
            ("date:", Stated::Nothing),
            ("date: ~\npublished: true", Stated::Nothing),
            ("date: soon", Stated::Impossible(Clean::new("soon"))),
            ("date: 2022-02-31", Stated::Impossible(Clean::new("2022-02-31"))),
            ("permalink: /2022/02/15/name/", day(2022, 2, 15)),
        ] {
            assert_eq!(read(&format!("---\n{header}\n---\nText.\n")).date, expected, "{header}");
        }
    }

    #[test]
    fn keys_of_note_programs_and_clippers_are_known() {
        for header in [
            "clipped: 2022-02-15",
            "updated: 2022-02-15",
            "lastmod: 2022-02-15T10:00:00Z",
            "Date Published: 15 Feb 2022",
            "date: \"[[2022-02-15]]\"",
            "date: '[[2022-02-15|yesterday]]'",
            "date: [2022-02-15]",
            "date:\n  - 2022-02-15",
            "date:\ndate: 2022-02-15",
            "date:\n  published: 2022-02-15\n  updated: 2022-02-16",
            "date: 2022-02-15\ndate: 2022-02-16",
            "updated: 2022-02-16\npublished: 2022-02-15",
            "article:published_time: 2022-02-15T10:00:00+01:00",
            "time_added: 1644919200",
            "timestamp: 1644919200000",
            "created: 2022-02-15T00:42:49 (UTC -05:00)",
            "veröffentlicht: 15. Februar 2022",
            "日期: 2022年2月15日",
        ] {
            let parsed = read(&format!("---\ntitle: A tide\n{header}\n---\nText.\n"));
            let updated = parsed.updated.map_or(Stated::Nothing, Stated::Day);
            let date = if parsed.date == Stated::Nothing { updated } else { parsed.date };
            assert_eq!(date, day(2022, 2, 15), "{header}");
        }
        for header in [
            "source: \"[courier](https://tide.example/m)\"",
            "source: <https://tide.example/m>",
            "source:\n  - https://tide.example/m",
            "source:\n  name: Tide Times\n  url: https://tide.example/m",
            "URL: [\"https://tide.example/m\"]",
            "given_url: \u{200b}https://tide.example/m",
        ] {
            let parsed = read(&format!("---\ntitle: A tide\n{header}\n---\nText.\n"));
            assert_eq!(parsed.url.as_deref(), Some("https://tide.example/m"), "{header}");
            assert_eq!(parsed.title.as_deref(), Some("A tide"), "{header}");
        }
    }

    #[test]
    fn a_note_is_named_by_its_file_and_keeps_its_lower_headings() {
        let text = "---\npublished: 2022-02-16\n---\n## Sources\n\nThe book.\n";
        let parsed = parse(Path::new("log/Harbour log.md"), text);
        assert_eq!(parsed.title.as_deref(), Some("Harbour log"));
        assert_eq!(parsed.paragraphs, ["Sources", "The book."].map(Clean::new));
        let parsed = parse(Path::new("Harbour log.md"), &text.replace("##", "#"));
        assert_eq!(parsed.title.as_deref(), Some("Sources"));
    }

    #[test]
    fn prose_between_fences_is_text_and_so_is_what_follows_a_header_left_open() {
        for (text, expected) in [
            ("---\ntitle: Open\ndate: 2022-02-15\nIt came in.\n", vec!["It came in."]),
            (
                "---\ntitle: Open\ntags: [a]\nIt came in.\nIt went.\n",
                vec!["It came in.", "It went."],
            ),
            (
                "---\ntitle: Open\n\nIt came in, at last.\n\n---\n\nIt went.\n",
                vec!["It came in, at last.", "* * *", "It went."],
            ),
            ("+++\ntitle = \"Open\"\nIt came in.\n", vec!["It came in."]),
            ("{\n\"title\": \"Open\"\n}\nIt came in.\n", vec!["It came in."]),
        ] {
            let parsed = read(text);
            assert_eq!(parsed.title.as_deref(), Some("Open"), "{text}");
            let expected: Vec<Clean> = expected.into_iter().map(Clean::new).collect();
            assert_eq!(parsed.paragraphs, expected, "{text}");
        }
    }

    #[test]
    fn an_address_is_one_of_the_web() {
        for (header, expected) in [
            ("url: /2022/a/\nlink: https://a.example/b", Some("https://a.example/b")),
            ("canonical_url: www.a.example", Some("www.a.example")),
            ("source: The Tide", None),
            ("original_url: \"https://a.example/\"", Some("https://a.example/")),
            ("link: https://a.example/ and more", None),
        ] {
            let parsed = read(&format!("---\n{header}\n---\nText.\n"));
            assert_eq!(parsed.url.as_deref(), expected, "{header}");
        }
    }

    #[test]
    fn a_header_that_never_ends_is_read_as_far_as_it_looks_like_one() {
        let parsed = read("---\ntitle: Open\ndate: 2022-02-15\n\nText: it goes on.\n");
        assert_eq!((parsed.title, parsed.date), (Some(Clean::new("Open")), day(2022, 2, 15)));
        assert_eq!(parsed.paragraphs, [Clean::new("Text: it goes on.")]);
    }

    #[test]
    fn what_has_a_fence_and_no_keys_is_no_header() {
        for text in [
            "---\nA rule above, and below.\n---\nText.\n",
            "---\nNote: this is prose.\nIt goes on.\n",
            "--- a/file\n+++ b/file\n",
            "----\ntitle: x\n----\n",
            "---",
            "Title\n---\ntitle: x\n---\n",
        ] {
            assert!(!recognises(Path::new("a.md"), text), "{text}");
        }
        for text in
            ["---\n---\nText.\n", "\u{feff}\n---\ntitle: x\n...\n", "---\n# note\n\ntitle:\n---"]
        {
            assert!(recognises(Path::new("a.md"), text), "{text}");
        }
    }

    #[test]
    fn a_heading_is_the_title_where_none_is_stated() {
        let parsed = read("---\nlayout: post\n---\n\n## The tide ##\n\nText.\n");
        assert_eq!(parsed.title, Some(Clean::new("The tide")));
        assert_eq!(parsed.paragraphs, [Clean::new("Text.")]);
        let parsed = read("---\ntitle: Another\n---\n# The tide\n");
        assert_eq!(parsed.paragraphs, [Clean::new("The tide")]);
        let parsed = read(&format!("---\ntitle: {}\n---\nText.\n", "word ".repeat(9000)));
        assert!(parsed.title.unwrap().len() < 200);
    }

    #[test]
    fn a_page_without_a_text_shows_its_summary() {
        let parsed = read("---\ntitle: A tide\ndescription: ~\nsummary: It came in.\n---\n\n");
        assert_eq!(parsed.paragraphs, [Clean::new("It came in.")]);
        let parsed = read("---\ntitle: A tide\nsummary: It came in.\n---\nIt went out.\n");
        assert_eq!(parsed.paragraphs, [Clean::new("It went out.")]);
    }

    proptest! {
        #[test]
        fn no_header_is_too_strange(
            lines in prop::collection::vec(
                "(title|date|url)?[:= ]{0,2}[\"'|>\\[]{0,3}(\\PC{0,20}|\\\\u00[01][0-9a-f]\u{202e}|  x: y|---|\\+\\+\\+)[\"']{0,3}",
                0..12
            ),
            fence in "---|\\+\\+\\+",
        ) {
            let text = format!("{fence}\n{}\n{fence}\nText.", lines.join("\n"));
            let _ = recognises(Path::new("a.md"), &text);
            let parsed = parse(Path::new("a.md"), &text);
            for text in parsed.title.iter().chain(&parsed.url).chain(&parsed.paragraphs) {
                prop_assert_eq!(&Clean::new(text), text);
                prop_assert!(!text.trim().is_empty());
            }
        }
    }
}
