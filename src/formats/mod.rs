//! Bytes to articles. Bad input is normal: the result is an article and a list of problems, hardly
//! ever an error.
//!
//! Each format has its file, and one list names them all. A format finds title, date, address and
//! paragraphs in decoded text; everything else (encoding, identity, source, problems) is the same
//! for all and done here once.

mod address;
mod body;
mod composer;
mod date;
mod decode;
mod east_asian;
mod format;
mod front;
mod house;
mod html;
mod labels;
pub mod language;
mod lines;
mod markdown;
mod markup;
mod path_date;
mod source;
mod tags;
mod title;
mod words;
mod wrapped;

use crate::{
    base::Clean,
    domain::{Article, ArticleId, Hints, NotAnArticle, Problem},
};

pub use format::{FileContext, Habits};
use format::{Format, Parsed, Stated};

/// How files are read; to be raised by one with every change that makes another article of a file,
/// so that catalogues made before are made again.
pub const VERSION: u32 = 7;

/// All formats; the first that recognises a file reads it.
const FORMATS: [Format; 5] =
    [html::FORMAT, front::FORMAT, labels::FORMAT, markdown::FORMAT, house::FORMAT];

/// Reads the bytes of one file, or of its head if `context.size` says that there are more.
///
/// ```
/// # use std::path::Path;
/// # use dateline::formats::{read, FileContext, Habits};
/// let bytes = b"Russia pulls back\n20220215\nhttps://www.mirror.co.uk/news/1\nThey returned.\n";
/// let path = Path::new("000.txt");
/// let size = bytes.len() as u64;
/// let habits = &Habits::default();
/// let article = read(bytes, &FileContext { path, size, library: "news", encoding: None, habits })?;
/// assert_eq!(article.title.as_str(), "Russia pulls back");
/// assert_eq!(article.source.as_str(), "mirror.co.uk");
/// # Ok::<(), dateline::domain::NotAnArticle>(())
/// ```
///
/// # Errors
/// If the file holds nothing to show: it is empty, binary, or a companion file of macOS.
pub fn read(bytes: &[u8], context: &FileContext<'_>) -> Result<Article, NotAnArticle> {
    if bytes.starts_with(&APPLE_DOUBLE) && is_hidden_twin(context) {
        return Err(NotAnArticle::AppleDouble);
    }
    let is_cut = (bytes.len() as u64) < context.size;
    if bytes.is_empty() {
        return Err(NotAnArticle::Empty);
    }
    let decoded = decode::decode(bytes, is_cut, context.encoding).ok_or(NotAnArticle::Binary)?;
    let mut parsed = parse(&decoded.text, context);
    if parsed.is_empty() {
        let is_blank = lines::lines(&decoded.text).all(|line| Clean::new(line).trim().is_empty());
        return Err(if is_blank { NotAnArticle::Empty } else { NotAnArticle::NoText });
    }
    let source = source::source(parsed.url.as_deref(), context.path, context.library);
    let mut hints = Hints::default();
    parsed.date = parsed.date.settled(context.habits.order_of(&source), &mut hints);
    let mut problems = problems(&parsed, decoded.n_damaged);
    if is_cut {
        let shown_bytes = bytes.len() as u64;
        problems.push(Problem::TooLarge { size_bytes: context.size, shown_bytes });
    }
    let id = ArticleId::of(bytes, context.size);
    Ok(assemble((id, source), parsed, (problems, hints), context))
}

/// How the companion file begins in which macOS keeps what other disks have no place for.
const APPLE_DOUBLE: [u8; 4] = [0, 5, 22, 7];

fn is_hidden_twin(context: &FileContext<'_>) -> bool {
    context.path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"._"))
}

fn parse(text: &str, context: &FileContext<'_>) -> Parsed {
    FORMATS
        .iter()
        .find(|format| (format.recognises)(context.path, text))
        .map_or_else(Parsed::default, |format| (format.parse)(context.path, text))
}

fn problems(parsed: &Parsed, n_damaged: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    let stated = |stated| Clean::new(&title::shortened(stated));
    match &parsed.date {
        Stated::Impossible(date) => {
            problems.push(Problem::ImpossibleDate { stated: stated(date) });
        }
        Stated::Open(date) => problems.push(Problem::OpenDate { stated: stated(date) }),
        Stated::Nothing | Stated::Day(_) | Stated::Numbers { .. } => (),
    }
    if parsed.title.is_none() {
        problems.push(Problem::NoTitle);
    }
    if parsed.paragraphs.is_empty() {
        problems.push(Problem::NoBody);
    }
    if 0 < n_damaged {
        problems.push(Problem::DamagedText { n_places: n_damaged as u64 });
    }
    if 0 < parsed.n_dangerous {
        problems.push(Problem::ControlCharacters { n_characters: parsed.n_dangerous as u64 });
    }
    problems
}

fn assemble(
    (id, source): (ArticleId, Clean),
    parsed: Parsed,
    (mut problems, mut hints): (Vec<Problem>, Hints),
    context: &FileContext<'_>,
) -> Article {
    let order = context.habits.order_of(&source);
    let date = match parsed.date {
        Stated::Day(day) => Some(day),
        Stated::Nothing => path_date::in_path(context.path, order, &mut hints).or(parsed.updated),
        // What the path says may not cover up that the text says something else.
        Stated::Numbers { .. } | Stated::Open(_) | Stated::Impossible(_) => None,
    };
    if date.is_none() && parsed.date == Stated::Nothing {
        let stated = || Clean::new(&context.path.to_string_lossy());
        let is_open = hints.needs_order;
        problems.push(if is_open {
            Problem::OpenDate { stated: stated() }
        } else {
            Problem::Undated
        });
    }
    let stand_in = || title::stand_in(parsed.paragraphs.first(), context.path);
    let title: Clean = parsed.title.unwrap_or_else(stand_in);
    Article {
        id,
        title,
        date,
        source,
        url: parsed.url,
        n_words: words::count(&parsed.paragraphs),
        paragraphs: parsed.paragraphs,
        shapes: parsed.shapes,
        problems,
        hints,
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, path::Path};

    use chrono::NaiveDate;
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::domain::DayOrder;

    fn at(path: &str, bytes: &[u8]) -> Result<Article, NotAnArticle> {
        let size = bytes.len() as u64;
        let habits = &Habits::default();
        read(
            bytes,
            &FileContext { path: Path::new(path), size, library: "news", encoding: None, habits },
        )
    }

    fn article(text: &str) -> Article {
        at("a.txt", text.as_bytes()).unwrap()
    }

    fn kinds(article: &Article) -> Vec<&'static str> {
        article.problems.iter().map(Problem::name).collect()
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
        let stub = at("a.md", b"---\nredirect: /lamp\n---\n");
        assert_eq!(stub, Err(NotAnArticle::NoText));
        assert_eq!(at("a.txt", b"\x89PNG\r\n\x1a\n"), Err(NotAnArticle::Binary));
        assert_eq!(at("x/._a.txt", &[0, 5, 22, 7, 0, 2]), Err(NotAnArticle::AppleDouble));
        assert!(at("x/._a.txt", b"a title").is_ok());
    }

    #[test]
    fn the_path_dates_what_states_nothing() {
        let dated = at("2022/02/15/a.txt", b"Title\n\nhttps://a.b/\nText\n").unwrap();
        assert_eq!((dated.date, kinds(&dated)), (day(2022, 2, 15), vec![]));
        let undated = article("Title\n\nText\n");
        assert_eq!((undated.date, kinds(&undated)), (None, vec!["undated"]));
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
        assert_eq!(kinds(&rule), ["no-title", "undated"]);
    }

    #[test]
    fn a_heading_of_markdown_is_a_title_and_of_another_file_a_text() {
        let text = b"# Licence\n\nFree.\n";
        assert_eq!(at("LICENCE.md", text).unwrap().title.as_str(), "Licence");
        assert_eq!(at("LICENCE", text).unwrap().title.as_str(), "# Licence");
    }

    #[test]
    fn the_order_of_day_and_month_is_settled_by_the_files_around_and_never_guessed() {
        let read = |date: &str, day_order| {
            let text = format!("Title\n{date}\nhttps://a.b/\nText\n");
            let habits = &Habits { day_order, ..Habits::default() };
            let (path, size) = (Path::new("a.txt"), text.len() as u64);
            let context = FileContext { path, size, library: "news", encoding: None, habits };
            super::read(text.as_bytes(), &context).unwrap()
        };
        let open = read("05/06/2017", None);
        assert_eq!((open.date, kinds(&open)), (None, vec!["open-date"]));
        assert!(open.hints.needs_order);
        for (order, expected) in
            [(DayOrder::DayFirst, day(2017, 6, 5)), (DayOrder::MonthFirst, day(2017, 5, 6))]
        {
            let settled = read("05/06/2017", Some(order));
            assert_eq!((settled.date, kinds(&settled)), (expected, vec![]));
            // What can be read in one way only is, and shows which.
            let plain = read("23/12/2017", Some(order));
            assert_eq!(plain.date, day(2017, 12, 23));
            assert_eq!(plain.hints.shows_order, Some(DayOrder::DayFirst));
        }
        assert_eq!(read("2/15/2022", None).hints.shows_order, Some(DayOrder::MonthFirst));
        assert_eq!(read("2022-02-15", None).hints, Hints::default());
    }

    #[test]
    fn the_path_does_not_cover_up_an_impossible_date() {
        let wrong = at("2022/02/15/a.txt", b"Title\n20221332\nhttps://a.b/\nText\n").unwrap();
        assert_eq!(wrong.date, None);
        assert_eq!(wrong.problems, [Problem::ImpossibleDate { stated: "20221332".into() }]);
    }

    #[test]
    fn what_is_missing_or_wrong_is_said() {
        let bare = article("20220215\nhttps://a.b/\n");
        assert_eq!(kinds(&bare), ["no-title", "no-body"]);
        assert_eq!(bare.title.as_str(), "a");
        let escaped = article("T\x1b[31m\n20220215\nhttps://a.b/\nred\u{202e}\n");
        assert_eq!(escaped.problems, [Problem::ControlCharacters { n_characters: 2 }]);
        let broken = at("a.txt", "Tïtle ï é ü\n20220215\nhttps://a.b/\nß".as_bytes()).unwrap();
        assert_eq!(broken.problems, []);
        let cut = "Tïtle ï é ü\n20220215\nhttps://a.b/\nß".as_bytes();
        let broken = at("a.txt", &cut[..cut.len() - 1]).unwrap();
        assert_eq!(kinds(&broken), ["damaged-text"]);
    }

    #[test]
    fn the_head_of_a_long_file_is_an_article_and_says_so() {
        let bytes = "Title\n20220215\nhttps://a.b/\nß".as_bytes();
        let head = &bytes[..bytes.len() - 1];
        let path = Path::new("a.txt");
        let habits = &Habits::default();
        let context = FileContext { path, size: 1 << 40, library: "news", encoding: None, habits };
        let article = read(head, &context).unwrap();
        assert_eq!(kinds(&article), ["no-body", "too-large"]);
        assert_eq!(article.id, ArticleId::of(head, 1 << 40));
    }

    fn texts(article: &Article) -> impl Iterator<Item = &Clean> {
        [&article.title, &article.source]
            .into_iter()
            .chain(&article.url)
            .chain(&article.paragraphs)
            .chain(article.problems.iter().filter_map(|problem| match problem {
                Problem::ImpossibleDate { stated } | Problem::OpenDate { stated } => Some(stated),
                _ => None,
            }))
    }

    /// Lines of all formats; those of prose have a word of their own.
    fn lines_of_all_formats() -> impl Strategy<Value = Vec<String>> {
        let line = prop_oneof![
            4 => Just("PROSE goes on and on".to_owned()),
            1 => Just("PROSE went on, and that was all of it.".to_owned()),
            1 => Just("# PROSE".to_owned()),
            1 => Just("## PROSE".to_owned()),
            1 => Just("- PROSE".to_owned()),
            1 => Just("https://mill.example/PROSE".to_owned()),
            1 => Just("mill.example/PROSE".to_owned()),
            2 => Just(String::new()),
            1 => Just("---".to_owned()),
            1 => Just("+++".to_owned()),
            1 => Just("title: PROSE".to_owned()),
            1 => Just("Title: PROSE".to_owned()),
            1 => Just("date: 2022-02-15".to_owned()),
            1 => Just("15 de fevereiro de 2022".to_owned()),
            1 => Just("unknown PROSE".to_owned()),
            1 => Just("By A. PROSE".to_owned()),
            1 => Just("20221332".to_owned()),
        ];
        vec(line, 0..12).prop_map(|lines| {
            let number =
                |(nth, line): (usize, String)| line.replace("PROSE", &format!("prose{nth}x"));
            lines.into_iter().enumerate().map(number).collect()
        })
    }

    proptest! {
        #[test]
        fn no_prose_is_lost_whatever_stands_around_it(
            lines in lines_of_all_formats(),
            path in "a\\.txt|a\\.md|A note\\.md|2022-02-15-a\\.md",
        ) {
            // Between fences, a line with a `#` is a comment.
            let has_fence = lines.iter().any(|line| line == "---" || line == "+++");
            let is_comment = |line: &String| has_fence && line.starts_with('#');
            let Ok(article) = at(&path, lines.join("\n").as_bytes()) else {
                let mut stated = lines.iter().filter(|line| !is_comment(line));
                prop_assert!(!stated.any(|line| line.contains("prose")), "{:?}", lines);
                return Ok(());
            };
            let all = texts(&article).map(Clean::as_str).collect::<Vec<_>>().join("\n");
            // Of titles, dates and addresses that are stated twice, the first counts.
            let header =
                |line: &String| line.to_lowercase().starts_with("title:") || is_comment(line);
            for line in lines.iter().filter(|line| !header(line)) {
                let word = line.split(|c: char| !c.is_alphanumeric()).find(|it| it.starts_with("prose"));
                prop_assert!(word.is_none_or(|word| all.contains(word)), "{line} of {lines:?}: {all}");
            }
            prop_assert_eq!(at(&path, lines.join("\n").as_bytes()), Ok(article));
        }

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
