//! Markdown that begins with a heading and has no front matter. The heading is the title, without
//! its signs; a date and an address may follow it, as in the house format. A heading below the
//! first level is a part of a note that is named by its file.

use std::path::Path;

use super::{
    body,
    format::{Format, Parsed},
    front::note,
    house, lines,
    markup::set,
};

pub(super) const FORMAT: Format = Format { name: "markdown", recognises, parse };

/// Lines in which the first that is not blank must come, to tell files apart cheaply.
const HEAD_LINES: usize = 20;

fn recognises(path: &Path, text: &str) -> bool {
    let is_named = path.extension().is_some_and(|extension| {
        ["md", "markdown", "mkd"].iter().any(|it| extension.eq_ignore_ascii_case(it))
    });
    is_named && heading(&lines::lines(text).take(HEAD_LINES).collect::<Vec<_>>()).is_some()
}

fn parse(path: &Path, text: &str) -> Parsed {
    let all: Vec<&str> = lines::lines(text).collect();
    let Some((level, title, rest)) = heading(&all) else { return house::parse(path, text) };
    if let Some(name) = note::name(path)
        && level != 1
    {
        let mut parsed = Parsed { title: Some(name), ..Parsed::default() };
        parsed.take_body(set(&all));
        return parsed;
    }
    let mut plain = vec![title];
    plain.extend(rest);
    let (mut parsed, prose, body) = house::parse_header(&plain);
    parsed.take_paragraphs(prose);
    parsed.take_body(set(body));
    parsed
}

/// The heading that the lines begin with, without its signs, and the lines after it.
fn heading<'l>(lines: &'l [&'l str]) -> Option<(usize, &'l str, &'l [&'l str])> {
    let lines = match lines {
        [first, rest @ ..] if first.trim_matches('\u{feff}').trim().is_empty() => rest,
        lines => lines,
    };
    body::heading(lines).or_else(|| body::underlined(lines)).filter(|(_, text, _)| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::{base::Clean, formats::format::Stated};

    fn read(text: &str) -> Parsed {
        assert!(recognises(Path::new("a/b.MD"), text), "{text}");
        parse(Path::new("a/b.md"), text)
    }

    #[test]
    fn a_heading_is_the_title_without_its_signs() {
        for text in ["# Licence\n\nFree.\n", "\n\n## Licence ##\nFree.", "Licence\n=======\nFree."]
        {
            let parsed = read(text);
            assert_eq!(parsed.title, Some(Clean::new("Licence")), "{text}");
            assert_eq!(parsed.paragraphs, [Clean::new("Free.")], "{text}");
        }
    }

    #[test]
    fn a_date_and_an_address_may_stand_below() {
        let parsed = read("# A tide\n20220215\nhttps://a.example/\nIt came in.\n");
        let day = NaiveDate::from_ymd_opt(2022, 2, 15).map_or(Stated::Nothing, Stated::Day);
        assert_eq!((parsed.date, parsed.url), (day, Some(Clean::new("https://a.example/"))));
        assert_eq!(parsed.paragraphs, [Clean::new("It came in.")]);
    }

    #[test]
    fn lines_broken_at_a_margin_are_put_together() {
        let parsed = read(
            "# A tide\n\nLast year, the harbour started a process to replace its\n\
             oldest ferries. The boats are used by more than two thousand\npeople.\n",
        );
        assert_eq!(parsed.paragraphs.len(), 1);
    }

    #[test]
    fn what_has_no_heading_or_another_name_is_read_as_ever() {
        for (path, text) in [
            ("a.txt", "# Licence\n"),
            ("a.md", "#hashtag\n"),
            ("a.md", "- one\n---\n"),
            ("a.md", "#\n"),
            ("a.md", "A tide\nIt came in.\n"),
            ("a.md", ""),
        ] {
            assert!(!recognises(Path::new(path), text), "{text}");
        }
    }
}
