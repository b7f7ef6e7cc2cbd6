//! What subcommands print: articles as lines for people or as JSON Lines, messages apart.

use std::{
    collections::HashSet,
    io::{self, Write},
    ops::Range,
    path::Path,
};

use schemars::JsonSchema;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::json::{JsonPath, JsonPaths};
use crate::{
    base::{Clean, paths::escaped},
    domain::{Headline, Mark, Problem},
    library::{Client, LibraryError, Snippet},
};

/// How a subcommand ended.
pub(super) enum Outcome {
    Done,
    NothingFound,
    /// Ended by a signal.
    Signal(i32),
}

/// An article.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Article")]
pub(super) struct JsonArticle<'a> {
    /// 32 hexadecimal digits.
    id: String,
    #[serde(flatten)]
    places: JsonPlaces<'a>,
    title: &'a str,
    /// The day, such as 2022-02-10; null if it has none.
    date: Option<String>,
    url: Option<&'a str>,
    /// The number of words of the text.
    words: u32,
    /// The number of paragraphs of the text.
    paragraphs: u32,
    read: bool,
    starred: bool,
    problems: Vec<JsonProblem>,
    /// The paragraphs of the text, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Vec<&'a str>>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    passage: Option<JsonPassage<'a>>,
}

/// The passage of an article that matches a search best.
#[derive(Serialize, JsonSchema)]
struct JsonPassage<'a> {
    /// The passage, with an ellipsis where text was left out.
    snippet: &'a str,
    /// The places in the passage that match: the first character and the one after the last.
    hits: Vec<[usize; 2]>,
}

/// A range of bytes as characters.
pub(super) fn characters(text: &str, bytes: &Range<usize>) -> [usize; 2] {
    let n_chars = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    [n_chars(bytes.start), n_chars(bytes.end)]
}

/// The first file of an article and its source, then all, in the order of lists, sources once.
#[derive(Serialize, JsonSchema)]
struct JsonPlaces<'a> {
    #[serde(flatten)]
    path: JsonPath,
    /// The outlet.
    source: &'a str,
    #[serde(flatten)]
    paths: JsonPaths,
    /// The outlets of all files that hold it.
    sources: Vec<String>,
}

impl<'a> JsonPlaces<'a> {
    fn of(headline: &'a Headline, client: &Client) -> Result<Self, LibraryError> {
        let (path, source) = (JsonPath::new(&headline.path), &*headline.source);
        if headline.n_copies == 0 {
            let (paths, sources) = (JsonPaths::new(&[&*headline.path]), vec![source.to_owned()]);
            return Ok(Self { path, source, paths, sources });
        }
        let places = client.places(headline.id, usize::MAX)?;
        let paths: Vec<&Path> = places.iter().map(|place| &*place.path).collect();
        let mut seen = HashSet::new();
        let sources = places.iter().map(|place| &place.source).filter(|it| seen.insert(*it));
        let sources = sources.map(ToString::to_string).collect();
        Ok(Self { path, source, paths: JsonPaths::new(&paths), sources })
    }
}

/// A defect of a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct JsonProblem {
    kind: &'static str,
    detail: String,
}

impl<'a> JsonArticle<'a> {
    pub(super) fn new(headline: &'a Headline, client: &Client) -> Result<Self, LibraryError> {
        let problem =
            |problem: &Problem| JsonProblem { kind: problem.name(), detail: problem.detail() };
        Ok(Self {
            id: headline.id.to_string(),
            places: JsonPlaces::of(headline, client)?,
            title: &headline.title,
            date: headline.date.map(|date| date.format("%Y-%m-%d").to_string()),
            url: headline.url.as_deref(),
            words: headline.length.n_words,
            paragraphs: headline.length.n_paragraphs,
            read: headline.has(Mark::Read),
            starred: headline.has(Mark::Starred),
            problems: headline.problems.iter().map(problem).collect(),
            body: None,
            passage: None,
        })
    }

    pub(super) fn with_snippet(mut self, snippet: Option<&'a Snippet>) -> Self {
        self.passage = snippet.map(|snippet| JsonPassage {
            snippet: &snippet.text,
            hits: snippet.hits.iter().map(|hit| characters(&snippet.text, hit)).collect(),
        });
        self
    }

    pub(super) fn with_body(mut self, paragraphs: &'a [Clean]) -> Self {
        self.body = Some(paragraphs.iter().map(Clean::as_str).collect());
        self
    }
}

/// Writes a headline for programs: columns separated by tabs.
pub(super) fn write_tabbed(
    out: &mut impl Write,
    headline: &Headline,
    title: &str,
    snippet: Option<&str>,
) -> io::Result<()> {
    let [id, marks, date] = first_columns(headline);
    let (path, source) = (escaped(&headline.path), &headline.source);
    let snippet = snippet.map(|text| format!("\t{text}")).unwrap_or_default();
    writeln!(out, "{id}\t{marks}\t{date}\t{source}\t{path}\t{title}{snippet}")
}

/// The widths at which the columns of some headlines stand below each other.
pub(super) struct Columns {
    source: usize,
    path: usize,
}

/// Longer sources and paths push the rest of their own line to the right.
const MAX_WIDTH: usize = 32;

impl Columns {
    pub(super) fn of(headlines: &[Headline]) -> Self {
        let widest = |width: &dyn Fn(&Headline) -> usize| {
            headlines.iter().map(width).filter(|width| *width <= MAX_WIDTH).max().unwrap_or(0)
        };
        Self {
            source: widest(&|headline| headline.source.width()),
            path: widest(&|headline| escaped(&headline.path).width()),
        }
    }

    /// Writes a headline for people.
    pub(super) fn write(
        &self,
        out: &mut impl Write,
        headline: &Headline,
        title: &str,
    ) -> io::Result<()> {
        let [id, marks, date] = first_columns(headline);
        let path = escaped(&headline.path);
        let gap = |text: &Clean, width: usize| " ".repeat(width.saturating_sub(text.width()));
        let source = &headline.source;
        let (after_source, after_path) = (gap(source, self.source), gap(&path, self.path));
        writeln!(out, "{id} {marks} {date} {source}{after_source}  {path}{after_path}  {title}")
    }
}

/// The columns that are as wide in every line.
fn first_columns(headline: &Headline) -> [String; 3] {
    let mut id = headline.id.to_string();
    id.truncate(12);
    let read = if headline.has(Mark::Read) { ' ' } else { '*' };
    let star = if headline.has(Mark::Starred) { '+' } else { ' ' };
    let date = headline.date.map_or_else(|| format!("{:10}", "-"), |date| date.to_string());
    [id, format!("{read}{star}"), date]
}

/// Prints the error to standard error.
pub(super) fn complain(text: &str) {
    // Nothing can be said where standard error is closed.
    let _ = writeln!(io::stderr(), "dateline: {}", Clean::new(text));
}

/// Standard output, buffered.
pub(super) fn out() -> io::BufWriter<io::StdoutLock<'static>> {
    io::BufWriter::with_capacity(1 << 16, io::stdout().lock())
}
