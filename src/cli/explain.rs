//! `dateline explain DIR QUERY`.

use std::{io::Write, time::Duration};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    PathOptions,
    asked::Asked,
    json::write_json,
    output::{Outcome, out},
    start::{self, Needs},
};
use crate::{
    base::{Clean, wording},
    library::{Explained, Explanation, FurtherWord},
    query::Query,
};

#[derive(Debug, Args)]
#[command(override_usage = "dateline explain [OPTIONS] <DIR> <QUERY>...", after_help = PARTS)]
pub(super) struct Options {
    #[command(flatten)]
    asked: Asked,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The explanation of the columns in `--help`.
const PARTS: &str = "\
Each part of the query is answered by itself, so that it has a time of its own; a search is quicker \
than their sum. Columns: the part, the number of articles that it finds, the time it takes, and who \
answers it: the index, the columns in memory, the catalogue on disk, the marks, or the texts \
themselves, which are read only in the articles that the parts next to it leave. Below a word stand \
the other words that it finds, with their numbers of articles.";

/// A query as it was understood.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Explanation")]
pub(super) struct JsonExplanation {
    /// The query with brackets wherever OR meets AND.
    understood: String,
    /// The number of articles in the library.
    articles: usize,
    /// The number of articles that it finds.
    found: usize,
    /// The time that all of this took.
    milliseconds: f64,
    /// Parts that were ignored, such as signs.
    notes: Vec<String>,
    /// Null if nothing is asked of articles.
    tree: Option<JsonPart>,
}

/// A part of a query.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "QueryPart")]
struct JsonPart {
    text: String,
    /// Who answers it: `and`, `or` and `not` are made of their parts.
    answered_by: &'static str,
    /// The number of articles that it finds.
    found: Option<usize>,
    /// It was asked only of this many articles, which the parts next to it left.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_of: Option<usize>,
    milliseconds: Option<f64>,
    /// Other words that it finds: other forms, and those that are spelled as asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<JsonWord>,
    /// False if there are more of them.
    also_complete: bool,
    parts: Vec<JsonPart>,
}

/// A word that was not typed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FurtherWord")]
struct JsonWord {
    word: String,
    /// The number of articles that have it.
    articles: usize,
    /// It is another form of the word typed.
    form: bool,
}

impl JsonPart {
    fn of(part: &Explained) -> Self {
        Self {
            text: part.text.to_string(),
            answered_by: part.asked.name(),
            found: part.n_found,
            asked_of: part.n_asked,
            milliseconds: part.took.map(milliseconds),
            also: part.further.words.iter().map(JsonWord::of).collect(),
            also_complete: part.further.is_whole,
            parts: part.parts.iter().map(Self::of).collect(),
        }
    }
}

impl JsonWord {
    fn of(word: &FurtherWord) -> Self {
        Self { word: word.text.to_string(), articles: word.n_articles, form: word.is_form }
    }
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let query = options.asked.required_query(paths)?;
    let needs = if query.asks_texts() { Needs::FullText } else { Needs::Catalogue };
    let explanation = options.asked.open(needs, paths)?.explain(&query)?;
    let n_found = explanation.root.as_ref().map_or(Some(explanation.n_articles), |it| it.n_found);
    let n_found = n_found.unwrap_or(0);
    let notes = start::settings(paths)?.vocabulary().reading(&options.asked.text()).notes;
    let notes: Vec<String> = notes.iter().map(ToString::to_string).collect();
    let mut out = out();
    if options.json {
        let json = JsonExplanation {
            understood: query.bracketed(),
            articles: explanation.n_articles,
            found: n_found,
            milliseconds: milliseconds(explanation.took),
            notes,
            tree: explanation.root.as_ref().map(JsonPart::of),
        };
        write_json(&mut out, &json)?;
    } else {
        write_text(&mut out, &query, &explanation, &notes)?;
    }
    out.flush()?;
    Ok(if n_found == 0 { Outcome::NothingFound } else { Outcome::Done })
}

/// Rounded for reading.
fn milliseconds(took: Duration) -> f64 {
    (took.as_secs_f64() * 1e5).round() / 100.0
}

fn write_text(
    out: &mut impl Write,
    query: &Query,
    explanation: &Explanation,
    notes: &[String],
) -> anyhow::Result<()> {
    let understood = wording!("explain-understood", query = query.bracketed());
    writeln!(out, "{}", Clean::new(&understood))?;
    for note in notes {
        writeln!(out, "{}", Clean::new(note))?;
    }
    writeln!(out)?;
    for line in explanation.lines() {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
