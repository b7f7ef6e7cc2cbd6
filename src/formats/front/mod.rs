//! Front matter: a header of keys between two fences, then Markdown. `---` fences YAML, `+++` TOML.
//!
//! Only what is asked for is read, by a reader that forgives: site generators do not agree on what
//! YAML is, and people write neither. A header that does not end ends where it stops to look like
//! one; what has a fence and no keys is read as any other text. Markup is left as it stands.

pub(super) mod body;
mod keys;

use std::{ops::Range, path::Path};

use super::{
    date::{self, Scan},
    format::{Format, Parsed, Stated},
    lines, path_date, title,
};
use crate::base::Clean;
use keys::{Entry, Language};

pub(super) const FORMAT: Format = Format { name: "front", recognises, parse };

/// Lines in which a header must end: none that was written by hand is as long.
const MAX_HEADER: usize = 2000;

/// Keys as they are compared: small letters, without strokes. The first that says something counts.
const TITLES: [&str; 4] = ["title", "headline", "displayname", "name"];
const DATES: [&str; 12] = [
    "date",
    "published",
    "pubdate",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "datepublished",
    "publishedat",
    "publishedon",
    "posted",
    "created",
    "createdat",
];
const ADDRESSES: [&str; 10] = [
    "url",
    "link",
    "canonicalurl",
    "canonical",
    "sourceurl",
    "originalurl",
    "source",
    "original",
    "externalurl",
    "permalink",
];
/// What a page says of itself in short: its text where it has no other.
const SUMMARIES: [&str; 5] = ["summary", "description", "excerpt", "abstract", "deck"];
/// Where a page lies on its site: often with its day.
const PATHS: [&str; 3] = ["path", "permalink", "url"];

fn recognises(_path: &Path, text: &str) -> bool {
    // Nearly all files are told apart by their first bytes.
    let start = text.trim_start_matches(is_blank);
    (start.starts_with("---") || start.starts_with("+++")) && Front::of(&head(text)).is_some()
}

fn parse(text: &str) -> Parsed {
    let lines: Vec<&str> = lines::lines(text).collect();
    let front = Front::of(&lines).unwrap_or_default();
    let header = lines.get(front.header).unwrap_or_default();
    let entries = keys::entries(header, front.language);
    let mut parsed = Parsed::default();
    let stated = values(&entries, &TITLES).find_map(|value| {
        let (title, n_dangerous) = stated_title(value);
        parsed.n_dangerous += n_dangerous;
        title
    });
    parsed.title = stated;
    parsed.date = stated_date(&entries, &mut parsed);
    if let Some(address) = values(&entries, &ADDRESSES).find(|value| is_address(value)) {
        let (url, n_dangerous) = Clean::showing_gaps(address);
        parsed.url = Some(url);
        parsed.n_dangerous += n_dangerous;
    }
    let mut body = lines.get(front.body..).unwrap_or_default();
    if let Some((heading, rest)) = body::heading(body) {
        let (heading, n_dangerous) = stated_title(heading);
        if parsed.title.is_none() {
            parsed.title = heading;
            parsed.n_dangerous += n_dangerous;
            body = rest;
        } else if parsed.title == heading {
            body = rest;
        }
    }
    parsed.take_paragraphs(body::paragraphs(body));
    if parsed.paragraphs.is_empty() {
        parsed.take_paragraphs(values(&entries, &SUMMARIES).take(1));
    }
    parsed
}

/// A title of any length, cut where it is no title any more.
fn stated_title(value: &str) -> (Option<Clean>, usize) {
    if title::is_too_long(value) {
        title::stated(&title::shortened(value))
    } else {
        title::stated(value)
    }
}

fn stated_date(entries: &[Entry], parsed: &mut Parsed) -> Stated {
    let mut wrong = None;
    for value in values(entries, &DATES) {
        // `published: false` speaks of something else.
        if matches!(value, "true" | "false") {
            continue;
        }
        match date::scan(&Clean::new(value)) {
            Scan::Day(day) => return Stated::Day(day),
            Scan::Impossible | Scan::NoDate => {
                wrong.get_or_insert(value);
            }
        }
    }
    if let Some(wrong) = wrong {
        return Stated::Impossible(parsed.counted(wrong));
    }
    let in_path = |path: &str| path_date::in_path(Path::new(path));
    values(entries, &PATHS).find_map(in_path).map_or(Stated::Nothing, Stated::Day)
}

/// What the keys say, those that say nothing left out.
fn values<'e>(entries: &'e [Entry], keys: &'e [&str]) -> impl Iterator<Item = &'e str> {
    let of_key = |key: &'e &str| entries.iter().filter(move |entry| entry.key == *key);
    let said = keys.iter().flat_map(of_key).map(|entry| entry.value.trim());
    said.filter(|value| !value.is_empty() && !matches!(*value, "~" | "null"))
}

/// Whether a value is an address of the web: on their own site, pages have mere paths.
fn is_address(value: &str) -> bool {
    let is_web = ["http://", "https://", "www."]
        .iter()
        .any(|start| value.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start)));
    is_web && !value.contains(char::is_whitespace)
}

/// Where header and body stand, as positions in the lines.
#[derive(Debug, Default, PartialEq, Eq)]
struct Front {
    language: Language,
    header: Range<usize>,
    body: usize,
}

impl Front {
    fn of(lines: &[&str]) -> Option<Self> {
        let first = lines.iter().position(|line| !line.trim_matches(is_blank).is_empty())?;
        let fence = lines[first].trim_matches(is_blank);
        let language = match fence {
            "---" => Language::Yaml,
            "+++" => Language::Toml,
            _ => return None,
        };
        let start = first + 1;
        let rest = &lines[start..lines.len().min(start + MAX_HEADER)];
        let is_end = |line: &&str| {
            let line = line.trim_end();
            line == fence || language == Language::Yaml && line == "..."
        };
        let significant = rest.iter().find(|line| !keys::is_idle(line));
        let has_keys = significant.is_some_and(|line| keys::key(line, language).is_some());
        if let Some(end) = rest.iter().position(is_end) {
            let is_empty = rest[..end].iter().all(|line| keys::is_idle(line));
            let front = Self { language, header: start..start + end, body: start + end + 1 };
            return (is_empty || has_keys).then_some(front);
        }
        // It never ends: it is a header only as far as it looks like one, and if it has a title.
        let end = rest.iter().position(|line| line.trim().is_empty()).unwrap_or(rest.len());
        let entries = keys::entries(&rest[..end], language);
        let front = Self { language, header: start..start + end, body: start + end };
        (has_keys && values(&entries, &["title"]).next().is_some()).then_some(front)
    }
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
        parse(text)
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
        assert_eq!(parsed.paragraphs, ["First.", "* one", "* two"].map(Clean::new));
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
        assert_eq!(parsed.paragraphs, [Clean::new("# The tide")]);
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
            let parsed = parse(&text);
            for text in parsed.title.iter().chain(&parsed.url).chain(&parsed.paragraphs) {
                prop_assert_eq!(&Clean::new(text), text);
                prop_assert!(!text.trim().is_empty());
            }
        }
    }
}
