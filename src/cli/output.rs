//! What subcommands print: articles as lines for people or as JSON Lines, messages apart.

use std::{
    collections::HashSet,
    io::{self, Write},
};

use serde::Serialize;

use crate::{
    base::{Clean, wording},
    domain::{Headline, Problem},
    library::{Library, LibraryError},
};

/// How a subcommand ended.
pub(super) enum Outcome {
    Done,
    NothingFound,
    /// Wrong usage, or no terminal.
    Unusable(String),
    /// Ended by a signal.
    Signal(i32),
}

/// An article as JSON.
#[derive(Serialize)]
pub(super) struct JsonArticle<'a> {
    id: String,
    #[serde(flatten)]
    places: JsonPlaces<'a>,
    title: &'a str,
    date: Option<String>,
    url: Option<&'a str>,
    words: u32,
    paragraphs: u32,
    read: bool,
    starred: bool,
    problems: Vec<JsonProblem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Vec<&'a str>>,
}

/// The first file of an article and its source, then all, in the order of lists, sources once.
#[derive(Serialize)]
struct JsonPlaces<'a> {
    path: &'a str,
    source: &'a str,
    paths: Vec<String>,
    sources: Vec<String>,
}

impl<'a> JsonPlaces<'a> {
    fn of(headline: &'a Headline, library: &Library) -> Result<Self, LibraryError> {
        let (path, source) = (&*headline.path, &*headline.source);
        if headline.n_copies == 0 {
            let (paths, sources) = (vec![path.to_owned()], vec![source.to_owned()]);
            return Ok(Self { path, source, paths, sources });
        }
        let (mut paths, mut sources) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for place in library.places(headline.id, usize::MAX)? {
            paths.push(Clean::new(&place.path.to_string_lossy()).to_string());
            if seen.insert(place.source.clone()) {
                sources.push(place.source.to_string());
            }
        }
        Ok(Self { path, source, paths, sources })
    }
}

#[derive(Serialize)]
struct JsonProblem {
    kind: &'static str,
    detail: String,
}

impl<'a> JsonArticle<'a> {
    pub(super) fn new(headline: &'a Headline, library: &Library) -> Result<Self, LibraryError> {
        let problem =
            |problem: &Problem| JsonProblem { kind: problem.name(), detail: problem.detail() };
        Ok(Self {
            id: headline.id.to_string(),
            places: JsonPlaces::of(headline, library)?,
            title: &headline.title,
            date: headline.date.map(|date| date.format("%Y-%m-%d").to_string()),
            url: headline.url.as_deref(),
            words: headline.n_words,
            paragraphs: headline.n_paragraphs,
            read: headline.is_read,
            starred: headline.is_starred,
            problems: headline.problems.iter().map(problem).collect(),
            body: None,
        })
    }

    pub(super) fn with_body(mut self, paragraphs: &'a [Clean]) -> Self {
        self.body = Some(paragraphs.iter().map(Clean::as_str).collect());
        self
    }
}

/// Writes one JSON object on a line of its own.
pub(super) fn write_json(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// Writes a headline for people.
pub(super) fn write_line(out: &mut impl Write, headline: &Headline) -> io::Result<()> {
    let short_id = &headline.id.to_string()[..12];
    let date = headline
        .date
        .map_or_else(|| format!("{:10}", wording!("undated")), |date| date.to_string());
    let read = if headline.is_read { ' ' } else { '*' };
    let star = if headline.is_starred { '+' } else { ' ' };
    writeln!(out, "{short_id} {read}{star} {date} {:<20} {}", headline.source, headline.title)
}

/// Says on standard error what went wrong.
pub(super) fn complain(text: &str) {
    // Nothing can be said where standard error is closed.
    let _ = writeln!(io::stderr(), "dateline: {}", Clean::new(text));
}

/// Standard output, buffered.
pub(super) fn out() -> io::BufWriter<io::StdoutLock<'static>> {
    io::BufWriter::with_capacity(1 << 16, io::stdout().lock())
}
