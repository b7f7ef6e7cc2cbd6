//! The house format: a header of three lines (title, date, address), then a paragraph a line.
//!
//! Real collections leave header lines out, leave them empty, turn them around, or put blank
//! lines between them. The rule, for the first line that is not blank and those after it; the
//! first row that fits decides. A *wrong* date is a number that names no day.
//!
//! | lines                                      | header                      | body after |
//! |--------------------------------------------|-----------------------------|------------|
//! | *blank*, date, address                     | title left out              | address    |
//! | *blank*, date, *blank*                     | title, address left empty   | the blank  |
//! | *blank*, *blank*, address                  | title, date left empty      | address    |
//! | anything, date, address                    | all three                   | address    |
//! | text, few words, address                   | the words are a wrong date  | address    |
//! | text, date, *blank*                        | address left empty          | the blank  |
//! | text, *blank*, address                     | date left empty             | address    |
//! | text, *blank*, address, *blank*, date      | all three, double-spaced    | date       |
//! | otherwise: three lines, blank ones skipped | one of each, in any order   | the last   |
//!
//! The last row ends at the first line that is the second of its kind, so that a paragraph that is
//! a mere address or date stays in the body. A first line is not a title if it has over 300
//! characters, or stands without date and address and is a sentence of over 120: then it is the
//! first paragraph. So is a sentence that follows an address without a date. A number that names no
//! day is a title when it comes first. An address without a scheme, `courier.example/1`, is one
//! below a title and a date only; few words that end like a sentence, or say who wrote it, are no
//! date but text, and the address below them is one all the same.
//!
//! Lines below the header that were broken at a margin are put together: see `wrapped`.

use std::path::Path;

use super::{
    address,
    date::{self, Scan},
    format::{Format, Parsed, Stated},
    lines, title, wrapped,
};
use crate::base::Clean;

pub(super) const FORMAT: Format = Format { name: "house", recognises, parse };

/// The longest line worth cleaning just to see what it is, in bytes.
const MAX_CLEANED: usize = 4096;

/// A lone first line longer than this that ends like a sentence is a paragraph, in characters.
const MAX_TITLE_SENTENCE: usize = 120;

/// What stands in the date's place is no longer than this, in words and in characters.
const MAX_DATE_WORDS: usize = 6;
const MAX_DATE_CHARS: usize = 48;

fn recognises(_path: &Path, _text: &str) -> bool {
    true
}

pub(super) fn parse(_path: &Path, text: &str) -> Parsed {
    let lines: Vec<&str> = lines::lines(text).collect();
    let (mut parsed, prose, body) = parse_header(&lines);
    parsed.paragraphs.reserve(body.len().min(4096));
    parsed.take_paragraphs(prose);
    match wrapped::paragraphs(body) {
        Some(paragraphs) => parsed.take_paragraphs(paragraphs),
        None => parsed.take_paragraphs(body),
    }
    parsed
}

/// What the header states, the line in place of a title that is prose, and the lines below.
pub(super) fn parse_header<'l>(lines: &'l [&'l str]) -> (Parsed, Option<&'l str>, &'l [&'l str]) {
    let header = header(lines);
    let line = |at: Option<usize>| at.and_then(|at| lines.get(at)).copied();
    let mut parsed = Parsed::default();
    let stated_title = line(header.title);
    let prose = stated_title.filter(|line| title::is_too_long(line));
    if let Some(line) = stated_title.filter(|_| prose.is_none()) {
        let (title, n_dangerous) = title::stated(line);
        parsed.title = title;
        parsed.n_dangerous += n_dangerous;
    }
    if let Some(line) = line(header.date) {
        let cleaned = parsed.counted(line.trim());
        parsed.date = Stated::of(date::scan(&cleaned), cleaned);
    }
    if let Some(line) = line(header.url) {
        let (url, n_dangerous) = Clean::showing_gaps(&address::kept(line));
        parsed.url = Some(url);
        parsed.n_dangerous += n_dangerous;
    }
    let prose = prose.or_else(|| line(header.byline));
    (parsed, prose, lines.get(header.body..).unwrap_or_default())
}

/// The positions of the parts of the header in the lines.
#[derive(Debug, Default, PartialEq, Eq)]
struct Header {
    title: Option<usize>,
    date: Option<usize>,
    url: Option<usize>,
    /// Stands between title and address, and belongs to the text.
    byline: Option<usize>,
    /// The first line below the header; may be past the end.
    body: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Url,
    Date,
    /// A number where a date may be expected, that names no day.
    WrongDate,
    Text,
}

fn header(lines: &[&str]) -> Header {
    use Kind::{Blank, Date, Text, Url, WrongDate};
    let Some(first) = lines.iter().position(|line| !is_blank(line)) else {
        return Header { body: lines.len(), ..Header::default() };
    };
    let kind = |at: usize| lines.get(at).map_or(Blank, |line| kind_of(line));
    let (one, two) = (kind(first), kind(first + 1));
    let is_in_place = matches!(two, Date | WrongDate | Blank)
        || lines.get(first + 1).is_some_and(|line| is_few_words(line));
    let three = if two == Date && has_address_in_place(lines.get(first + 2))
        || one == Text && is_in_place && has_bare_address(lines.get(first + 2))
    {
        Url
    } else {
        kind(first + 2)
    };
    let [title, date, url] = [Some(first), Some(first + 1), Some(first + 2)];
    let whole = Header { title, date, url, body: first + 3, ..Header::default() };
    match (one, two, three) {
        (Date | WrongDate, Url, _) if 0 < first => {
            Header { date: title, url: date, body: first + 2, ..Header::default() }
        }
        (Date, Blank, _) if 0 < first && kind(first + 2) != Url => {
            Header { date: title, body: first + 2, ..Header::default() }
        }
        // The lines of title and date are there, and empty.
        (Url, other, _) if first == 2 && !matches!(other, Date | WrongDate) => {
            Header { url: title, body: first + 1, ..Header::default() }
        }
        (_, Date | WrongDate, Url) => whole,
        (Text, Text, Url) if is_few_words(lines[first + 1]) => {
            if is_byline(lines[first + 1]) {
                Header { date: None, byline: date, ..whole }
            } else {
                whole
            }
        }
        (Text, Date | WrongDate, Blank) => Header { url: None, ..whole },
        (Text, Blank, Url) => {
            let is_double_spaced = kind(first + 3) == Blank && kind(first + 4) == Date;
            let (date, body) =
                if is_double_spaced { (Some(first + 4), first + 5) } else { (None, first + 3) };
            Header { date, body, ..whole }
        }
        _ => loose(lines, first),
    }
}

/// Up to three lines, one of each kind, in any order and with blank ones between.
fn loose(lines: &[&str], first: usize) -> Header {
    let mut header = Header { body: first, ..Header::default() };
    let filled = lines.iter().enumerate().skip(first).filter(|(_, line)| !is_blank(line)).take(3);
    for (at, line) in filled {
        let part = match kind_of(line) {
            Kind::Url => &mut header.url,
            Kind::Date => &mut header.date,
            Kind::WrongDate if first < at => &mut header.date,
            Kind::WrongDate | Kind::Text if title::is_too_long(line) => break,
            Kind::Text if header.url.is_some() && header.date.is_none() && is_sentence(line) => {
                break;
            }
            Kind::WrongDate | Kind::Text => &mut header.title,
            Kind::Blank => break,
        };
        if part.is_some() {
            break;
        }
        *part = Some(at);
        header.body = at + 1;
    }
    let is_alone = header.date.is_none() && header.url.is_none();
    if is_alone && header.title.is_some_and(|at| is_long_sentence(lines[at])) {
        return Header { body: first, ..Header::default() };
    }
    header
}

/// Cheap for nearly all lines, whose first character is visible.
fn is_blank(line: &str) -> bool {
    match line.bytes().next() {
        None => true,
        Some(byte) if byte.is_ascii_graphic() => false,
        Some(_) => line.trim().is_empty() || Clean::new(line).trim().is_empty(),
    }
}

fn kind_of(line: &str) -> Kind {
    if is_blank(line) {
        return Kind::Blank;
    }
    let cleaned = if line.len() <= MAX_CLEANED { Some(Clean::new(line)) } else { None };
    let line = cleaned.as_deref().unwrap_or(line).trim();
    let address = address::unwrapped(line);
    if address::has_scheme(address) && is_one_word(address) {
        return Kind::Url;
    }
    match date::scan(line) {
        Scan::Day(_) | Scan::Numbers { .. } => Kind::Date,
        Scan::Impossible => Kind::WrongDate,
        Scan::NoDate => Kind::Text,
    }
}

/// Below title and date an address may have a few blanks in it; elsewhere that is a sentence.
fn has_address_in_place(line: Option<&&str>) -> bool {
    line.is_some_and(|line| {
        let line = address::unwrapped(line);
        let is_sentence = line.ends_with(['.', '!', '?', ':']);
        let starts = ["http://", "https://"];
        starts.iter().any(|start| line.starts_with(start))
            && !is_sentence
            && line.split_whitespace().nth(3).is_none()
    })
}

fn has_bare_address(line: Option<&&str>) -> bool {
    line.is_some_and(|line| address::is_bare(&address::kept(line)))
}

fn is_one_word(line: &str) -> bool {
    !line.trim().contains(char::is_whitespace)
}

/// What may stand where the date should be: a word, or a few that make no sentence.
fn is_few_words(line: &str) -> bool {
    let line = line.trim();
    if line.is_empty() {
        return false;
    }
    is_one_word(line)
        || line.split_whitespace().nth(MAX_DATE_WORDS).is_none()
            && line.chars().nth(MAX_DATE_CHARS).is_none()
            && !is_sentence(line)
            && !line.ends_with([':', ',', ';'])
}

/// `By A. Keeper`: who wrote it is not a date, however wrong.
fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let starts = ["by", "von", "par", "por", "di", "door", "av", "af", "autor:", "author:"];
    words.next().is_some()
        && starts.contains(&first.as_str())
        && !line.contains(|c: char| c.is_numeric())
}

fn is_sentence(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(['"', '”', '\'', '’', '»', ')']);
    line.ends_with(['.', '!', '?', '。', '！', '？', '।', '؟', '…'])
}

fn is_long_sentence(line: &str) -> bool {
    is_sentence(line) && line.chars().nth(MAX_TITLE_SENTENCE).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const URL: &str = "https://example.com/a";
    const OTHER: &str = "https://example.com/b";

    fn read(text: &str) -> Parsed {
        parse(Path::new("a.txt"), text)
    }

    /// The header as one letter a line: title, date, url, `.` skipped, `|` where the body starts.
    fn shape(lines: &[&str]) -> String {
        let header = header(lines);
        let letter = |at: usize| match Some(at) {
            at if at == header.title => 't',
            at if at == header.date => 'd',
            at if at == header.url => 'u',
            at if at == header.byline => 'b',
            _ => '.',
        };
        (0..header.body.min(lines.len())).map(letter).chain(['|']).collect()
    }

    #[test]
    fn every_row_of_the_table_holds() {
        let day = "20220215";
        for (lines, expected) in [
            // The house layout, and what may stand in it.
            (vec!["T", day, URL, "P"], "tdu|"),
            (vec!["T", "20221332", URL, "P"], "tdu|"),
            (vec!["T", day, URL, OTHER, "P"], "tdu|"),
            (vec!["T", day, URL, "20220216", "P"], "tdu|"),
            (vec!["2022-02-15", day, URL, "P"], "tdu|"),
            (vec!["T", day, "https://example.com/a b", "P"], "tdu|"),
            (vec!["T", day, "https://example.com/a is down for all of us", "P"], "td|"),
            (vec!["", "", "T", day, URL, "P"], "..tdu|"),
            (vec!["\u{feff} ", "T", day, URL, "P"], ".tdu|"),
            // A part left empty.
            (vec!["", day, URL, "P"], ".du|"),
            (vec!["\u{200b}", "20221332", URL, "P"], ".du|"),
            (vec!["T", "yesterday", URL, "P"], "tdu|"),
            (vec!["T", "unknown date", URL, "P"], "tdu|"),
            (vec!["T", "12 de outubro de 2017", URL, "P"], "tdu|"),
            (vec!["T", "By A. Keeper", URL, "P"], "tbu|"),
            (vec!["T", "A line of text that says a little more", URL, "P"], "t|"),
            (vec!["T", day, "courier.example/a", "P"], "tdu|"),
            (vec!["T", "", "courier.example/a", "P"], "t.u|"),
            (vec!["T", "The sea and/or the shore.", "and/or", "P"], "t|"),
            (vec!["T", day, "<https://example.com/a>", "P"], "tdu|"),
            (vec!["T", day, "[here](https://example.com/a)", "P"], "tdu|"),
            (vec!["T", day, "\u{200b}https://example.com/a\u{feff}", "P"], "tdu|"),
            (vec!["", "", URL, "P and more.", "P"], "..u|"),
            (vec!["", URL, "P and more.", "P"], ".u|"),
            (vec!["", day, "", "P", "P"], ".d.|"),
            (vec!["T", day, "", "P"], "td.|"),
            (vec!["T", day, "", URL, "P"], "td.|"),
            (vec!["T", "", URL, "P"], "t.u|"),
            (vec!["T", "", URL, day, "P"], "t.u|"),
            (vec!["T", "", URL, "", "P"], "t.u|"),
            // Blank lines between.
            (vec!["T", "", URL, "", day, "", "P"], "t.u.d|"),
            (vec!["T", "", day, "", URL, "", "P"], "t.d.u|"),
            (vec!["T", "", "", day, URL, "P"], "t..du|"),
            // Other orders, parts missing.
            (vec![URL, day, "T", "P"], "udt|"),
            (vec!["T", URL, day, "P"], "tud|"),
            (vec!["T", URL, OTHER, "P"], "tu|"),
            (vec!["T", URL, "P"], "tu|"),
            (vec!["T", day, "P"], "td|"),
            (vec!["T", day, "20220216", "P"], "td|"),
            (vec!["T", "Some text.", URL, "P"], "t|"),
            (vec!["T", "", "P", "P"], "t|"),
            (vec!["T"], "t|"),
            (vec!["T", day], "td|"),
            (vec!["12345678", "P"], "t|"),
            (vec![day], "d|"),
            (vec![URL], "u|"),
            (vec!["", " "], "..|"),
            (vec![], "|"),
        ] {
            assert_eq!(shape(&lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn prose_is_no_title() {
        let sentence = format!("{}.", "word ".repeat(30).trim());
        let long = "word ".repeat(70);
        assert_eq!(shape(&[&sentence, "P"]), "|");
        assert_eq!(shape(&[&sentence, "20220215", URL]), "tdu|");
        assert_eq!(shape(&[&long, "P"]), "|");
        assert_eq!(shape(&[URL, &long]), "u|");
    }

    #[test]
    fn a_line_too_long_for_a_title_is_the_first_paragraph() {
        let long = "word ".repeat(70);
        let parsed = read(&format!("{long}\n20220215\n{URL}\nP\n"));
        assert_eq!(parsed.title, None);
        assert_eq!(parsed.url.as_deref(), Some(URL));
        assert_eq!(parsed.paragraphs, [Clean::new(long.trim()), Clean::new("P")]);
    }

    #[test]
    fn paragraphs_keep_order_and_indents_and_lose_trailing_blanks() {
        let parsed = read("T\n20220215\n\n  b \n\n\u{a0}\na\u{200b} \u{200b}\na\n");
        assert_eq!(parsed.paragraphs, ["  b", "a", "a"].map(Clean::new));
    }

    #[test]
    fn an_impossible_date_is_kept_as_it_stands() {
        let parsed = read(&format!("T\n2022\x1b1332\n{URL}\n"));
        assert_eq!(parsed.date, Stated::Impossible(Clean::new("2022␛1332")));
        assert_eq!(parsed.n_dangerous, 1);
    }

    proptest! {
        #[test]
        fn all_newlines_give_the_same_article(
            lines in prop::collection::vec("(|T|20220215|https://a\\.b/c|20221332|[ -~]{0,30}|\\PC{0,9})", 0..9)
        ) {
            let expected = read(&lines.join("\n"));
            prop_assert_eq!(&read(&lines.join("\r\n")), &expected);
            prop_assert_eq!(&read(&lines.join("\r")), &expected);
        }

        #[test]
        fn no_line_is_lost(
            lines in prop::collection::vec("(|T|20220215|https://a\\.b/c|20221332|w[a-z ]{0,30})", 0..9)
        ) {
            let parsed = read(&lines.join("\n"));
            let n_header = [
                parsed.title.is_some(),
                parsed.date != Stated::Nothing,
                parsed.url.is_some(),
            ].into_iter().filter(|&is_there| is_there).count();
            let n_filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
            prop_assert_eq!(n_header + parsed.paragraphs.len(), n_filled);
        }
    }
}
