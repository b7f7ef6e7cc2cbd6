//! Bytes to articles. Bad input is normal: a result and a list of problems, hardly ever a refusal.
//!
//! One file a format, one list of them. A format finds title, date, address and paragraphs in
//! decoded text; everything else (encoding, identity, source, problems) is the same for all and
//! done here once.

mod date;
mod decode;
mod format;
mod front;
mod house;
mod lines;
mod markdown;
mod path_date;
mod source;
mod title;
mod words;

use crate::{
    base::Clean,
    domain::{Article, ArticleId, NotAnArticle, Problem, ProblemKind},
};

pub use format::Reading;
use format::{Format, Parsed, Stated};

/// All formats; the first that recognises a file reads it.
const FORMATS: [Format; 3] = [front::FORMAT, markdown::FORMAT, house::FORMAT];

/// Reads the bytes of one file, or of its head if `reading.size` says that there are more.
///
/// ```
/// # use std::path::Path;
/// # use dateline::formats::{read, Reading};
/// let bytes = b"Russia pulls back\n20220215\nhttps://www.mirror.co.uk/news/1\nThey returned.\n";
/// let path = Path::new("000.txt");
/// let size = bytes.len() as u64;
/// let article = read(bytes, &Reading { path, size, library: "news", encoding: None })?;
/// assert_eq!(article.title.as_str(), "Russia pulls back");
/// assert_eq!(article.source.as_str(), "mirror.co.uk");
/// # Ok::<(), dateline::domain::NotAnArticle>(())
/// ```
///
/// # Errors
/// When the file holds nothing to show: it is empty, binary, or a companion file of macOS.
pub fn read(bytes: &[u8], reading: &Reading<'_>) -> Result<Article, NotAnArticle> {
    if bytes.starts_with(&APPLE_DOUBLE) && is_hidden_twin(reading) {
        return Err(NotAnArticle::AppleDouble);
    }
    let is_cut = (bytes.len() as u64) < reading.size;
    if bytes.is_empty() {
        return Err(NotAnArticle::Empty);
    }
    let decoded = decode::decode(bytes, is_cut, reading.encoding).ok_or(NotAnArticle::Binary)?;
    let parsed = parse(&decoded.text, reading);
    if parsed.is_empty() {
        return Err(NotAnArticle::Empty);
    }
    let mut problems = problems(&parsed, decoded.n_damaged);
    if is_cut {
        let shown = bytes.len();
        let detail = format!("{} bytes, of which the first {shown} are shown", reading.size);
        problems.push(Problem::new(ProblemKind::TooLarge, detail));
    }
    Ok(assemble(ArticleId::of(bytes, reading.size), parsed, problems, reading))
}

/// How the companion file begins in which macOS keeps what other disks have no place for.
const APPLE_DOUBLE: [u8; 4] = [0, 5, 22, 7];

fn is_hidden_twin(reading: &Reading<'_>) -> bool {
    reading.path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"._"))
}

fn parse(text: &str, reading: &Reading<'_>) -> Parsed {
    FORMATS
        .iter()
        .find(|format| (format.recognises)(reading.path, text))
        .map_or_else(Parsed::default, |format| (format.parse)(text))
}

fn problems(parsed: &Parsed, n_damaged: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Stated::Impossible(stated) = &parsed.date {
        problems.push(Problem::new(ProblemKind::ImpossibleDate, title::shortened(stated)));
    }
    if parsed.title.is_none() {
        problems.push(Problem::new(ProblemKind::NoTitle, "no title is stated"));
    }
    if parsed.paragraphs.is_empty() {
        problems.push(Problem::new(ProblemKind::NoBody, "no text below the header"));
    }
    if 0 < n_damaged {
        let detail = format!("{n_damaged} places do not fit the encoding");
        problems.push(Problem::new(ProblemKind::DamagedText, detail));
    }
    if 0 < parsed.n_dangerous {
        let detail = format!("{} characters replaced or left out", parsed.n_dangerous);
        problems.push(Problem::new(ProblemKind::ControlCharacters, detail));
    }
    problems
}

fn assemble(
    id: ArticleId,
    parsed: Parsed,
    mut problems: Vec<Problem>,
    reading: &Reading<'_>,
) -> Article {
    let date = match parsed.date {
        Stated::Day(day) => Some(day),
        Stated::Nothing => path_date::in_path(reading.path),
        // What the path says may not cover up that the text says something else.
        Stated::Impossible(_) => None,
    };
    if date.is_none() && parsed.date == Stated::Nothing {
        problems.push(Problem::new(ProblemKind::Undated, "no date in the text or the path"));
    }
    let stand_in = || title::stand_in(parsed.paragraphs.first(), reading.path);
    let title: Clean = parsed.title.unwrap_or_else(stand_in);
    Article {
        id,
        title,
        date,
        source: source::source(parsed.url.as_deref(), reading.path, reading.library),
        url: parsed.url,
        n_words: words::count(&parsed.paragraphs),
        paragraphs: parsed.paragraphs,
        problems,
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, path::Path};

    use chrono::NaiveDate;
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn at(path: &str, bytes: &[u8]) -> Result<Article, NotAnArticle> {
        let size = bytes.len() as u64;
        read(bytes, &Reading { path: Path::new(path), size, library: "news", encoding: None })
    }

    fn article(text: &str) -> Article {
        at("a.txt", text.as_bytes()).unwrap()
    }

    fn kinds(article: &Article) -> Vec<ProblemKind> {
        article.problems.iter().map(|problem| problem.kind).collect()
    }

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn formats_have_names_of_their_own() {
        let names: HashSet<_> = FORMATS.iter().map(|format| format.name).collect();
        assert_eq!(names.len(), FORMATS.len());
    }

    #[test]
    fn an_article_in_the_house_format_has_no_problems() {
        let text = "Title &amp; more\n20220215\nhttps://news.bbc.co.uk/a\nOne two.\n\nThree.\n";
        let article = article(text);
        assert_eq!(article.title.as_str(), "Title & more");
        assert_eq!(article.date, day(2022, 2, 15));
        assert_eq!(article.url.as_deref(), Some("https://news.bbc.co.uk/a"));
        assert_eq!(article.source.as_str(), "bbc.co.uk");
        assert_eq!(article.paragraphs, ["One two.", "Three."].map(Clean::new));
        assert_eq!(article.n_words, 3);
        assert_eq!(article.id, ArticleId::of(text.as_bytes(), text.len() as u64));
        assert_eq!(article.problems, []);
    }

    #[test]
    fn files_without_text_are_no_articles() {
        for blank in ["", "\n", " \r\n\t", "\u{feff}", "\u{feff}\n\u{200b}\n"] {
            assert_eq!(at("a.txt", blank.as_bytes()), Err(NotAnArticle::Empty), "{blank:?}");
        }
        assert_eq!(at("a.txt", b"\x89PNG\r\n\x1a\n"), Err(NotAnArticle::Binary));
        assert_eq!(at("x/._a.txt", &[0, 5, 22, 7, 0, 2]), Err(NotAnArticle::AppleDouble));
        assert!(at("x/._a.txt", b"a title").is_ok());
    }

    #[test]
    fn the_path_dates_what_states_nothing() {
        let dated = at("2022/02/15/a.txt", b"Title\n\nhttps://a.b/\nText\n").unwrap();
        assert_eq!((dated.date, kinds(&dated)), (day(2022, 2, 15), vec![]));
        let undated = article("Title\n\nText\n");
        assert_eq!((undated.date, kinds(&undated)), (None, vec![ProblemKind::Undated]));
    }

    #[test]
    fn front_matter_is_no_title_and_marks_hang_on_the_bytes() {
        let text = "---\ntitle: A tide\ndate: 2022-02-15\n---\n\nIt came in.\n";
        let page = article(text);
        assert_eq!((page.title.as_str(), page.date), ("A tide", day(2022, 2, 15)));
        assert_eq!(page.id, ArticleId::of(text.as_bytes(), text.len() as u64));
        assert_eq!((page.problems, page.n_words), (vec![], 3));
        let dated = at("_posts/2022-02-15-tide.md", b"---\ntitle: A tide\n---\nText.\n").unwrap();
        assert_eq!((dated.date, kinds(&dated)), (day(2022, 2, 15), vec![]));
        let rule = article("---\nIt came in, and went.\n");
        assert_eq!(rule.title.as_str(), "It came in, and went.");
        assert_eq!(kinds(&rule), [ProblemKind::NoTitle, ProblemKind::Undated]);
    }

    #[test]
    fn a_heading_of_markdown_is_a_title_and_of_another_file_a_text() {
        let text = b"# Licence\n\nFree.\n";
        assert_eq!(at("LICENCE.md", text).unwrap().title.as_str(), "Licence");
        assert_eq!(at("LICENCE", text).unwrap().title.as_str(), "# Licence");
    }

    #[test]
    fn the_path_does_not_cover_up_an_impossible_date() {
        let wrong = at("2022/02/15/a.txt", b"Title\n20221332\nhttps://a.b/\nText\n").unwrap();
        assert_eq!(wrong.date, None);
        assert_eq!(wrong.problems, [Problem::new(ProblemKind::ImpossibleDate, "20221332")]);
    }

    #[test]
    fn what_is_missing_or_wrong_is_said() {
        let bare = article("20220215\nhttps://a.b/\n");
        assert_eq!(kinds(&bare), [ProblemKind::NoTitle, ProblemKind::NoBody]);
        assert_eq!(bare.title.as_str(), "a");
        let escaped = article("T\x1b[31m\n20220215\nhttps://a.b/\nred\u{202e}\n");
        let detail = "2 characters replaced or left out";
        assert_eq!(escaped.problems, [Problem::new(ProblemKind::ControlCharacters, detail)]);
        let broken = at("a.txt", "Tïtle ï é ü\n20220215\nhttps://a.b/\nß".as_bytes()).unwrap();
        assert_eq!(broken.problems, []);
        let cut = "Tïtle ï é ü\n20220215\nhttps://a.b/\nß".as_bytes();
        let broken = at("a.txt", &cut[..cut.len() - 1]).unwrap();
        assert_eq!(kinds(&broken), [ProblemKind::DamagedText]);
    }

    #[test]
    fn the_head_of_a_long_file_is_an_article_and_says_so() {
        let bytes = "Title\n20220215\nhttps://a.b/\nß".as_bytes();
        let head = &bytes[..bytes.len() - 1];
        let path = Path::new("a.txt");
        let reading = Reading { path, size: 1 << 40, library: "news", encoding: None };
        let article = read(head, &reading).unwrap();
        assert_eq!(kinds(&article), [ProblemKind::NoBody, ProblemKind::TooLarge]);
        assert_eq!(article.id, ArticleId::of(head, 1 << 40));
    }

    fn texts(article: &Article) -> impl Iterator<Item = &Clean> {
        [&article.title, &article.source]
            .into_iter()
            .chain(&article.url)
            .chain(&article.paragraphs)
            .chain(article.problems.iter().map(|problem| &problem.detail))
    }

    proptest! {
        #[test]
        fn all_that_comes_out_of_any_bytes_is_clean(
            bytes in vec(any::<u8>(), 0..200),
            path in any::<String>(),
        ) {
            if let Ok(article) = at(&path, &bytes) {
                prop_assert!(!article.title.is_empty());
                for text in texts(&article) {
                    prop_assert_eq!(&Clean::new(text), text);
                }
            }
        }

        #[test]
        fn all_that_comes_out_of_any_text_is_clean(
            lines in vec("(20220215|---|\\+\\+\\+|title: \\PC{0,9}|title = \"\"\"|https://\\PC{0,9}|\\PC{0,40}|[\\x00-\\u{9f}\\u{301}\\u{200d} ]{0,9})", 0..9),
            end in "\r|\n|\r\n",
        ) {
            if let Ok(article) = at("a.txt", lines.join(&end).as_bytes()) {
                prop_assert!(!article.title.is_empty());
                for text in texts(&article) {
                    prop_assert_eq!(&Clean::new(text), text);
                }
                for text in article.paragraphs {
                    prop_assert!(!text.trim().is_empty());
                }
            }
        }
    }
}
