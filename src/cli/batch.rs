//! `dateline batch DIR FILE`.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;
use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{
    PathOptions,
    asked::{By, Format, Line, Scan},
    output::{Outcome, out},
    paths,
    start::{self, Needs},
};
use crate::{
    base::{Clean, language::numbers::thousands, paths::escaped, wording},
    domain::Amount,
    library::{BatchAnswer, BatchLine},
    query::{Query, QueryFile},
};

/// Longer queries push the rest of their own line to the right.
const MAX_WIDTH: usize = 48;

#[derive(Debug, Args)]
#[command(after_help = FILES)]
pub(super) struct Options {
    /// The directory of articles
    dir: PathBuf,
    /// The file with the queries, one per line; - is standard input
    file: PathBuf,
    /// Count by period: one line for each query and period
    #[arg(long, value_enum, value_name = "PERIOD")]
    by: Option<By>,
    #[command(flatten)]
    scan: Scan,
    #[command(flatten)]
    format: Format,
}

/// The explanation of the file in `--help`.
const FILES: &str = "\
Blank lines, and lines that are # or begin with # and a blank, are ignored. Columns: query, hits, \
sources, first day, last day; with --by: query, period, hits, all articles of the period, share. \
Articles without a date come last, as `undated`.";

/// What a query of a batch finds.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchLine")]
pub(super) struct JsonBatchLine<'a> {
    /// The query, as the file has it.
    query: &'a str,
    /// The number of articles that it finds.
    hits: usize,
    /// The number of sources that have one of them.
    sources: usize,
    /// The day of the first one; null if none has a date.
    first: Option<String>,
    /// The day of the last one; null if none has a date.
    last: Option<String>,
}

/// What a query of a batch finds in a period.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchPeriod")]
pub(super) struct JsonBatchPeriod<'a> {
    /// The query, as the file has it.
    query: &'a str,
    /// The period, such as 2022-02; `undated` for articles without a date.
    period: &'a str,
    /// The number of articles that it finds.
    hits: usize,
    /// The number of all articles of the period.
    total: usize,
    /// Hits in proportion to all articles, from 0 to 1.
    share: f64,
}

struct Counted<'a> {
    query: &'a str,
    line: &'a BatchLine,
}

impl Counted<'_> {
    fn days(&self) -> [Option<String>; 2] {
        let days = self.line.days;
        [days.map(|days| days.first.to_string()), days.map(|days| days.last.to_string())]
    }
}

impl Line for Counted<'_> {
    fn json(&self) -> impl Serialize {
        let [first, last] = self.days();
        let (hits, sources) = (self.line.n_hits, self.line.n_sources);
        JsonBatchLine { query: self.query, hits, sources, first, last }
    }

    fn cells(&self) -> Vec<String> {
        let days = self.days().map(Option::unwrap_or_default);
        let numbers = [self.line.n_hits, self.line.n_sources].map(|n| n.to_string());
        let query = Clean::new(self.query).to_string();
        [query].into_iter().chain(numbers).chain(days).collect()
    }
}

struct CountedInPeriod<'a> {
    query: &'a str,
    period: &'a str,
    n_hits: usize,
    n_articles: usize,
}

impl CountedInPeriod<'_> {
    /// Rounded for reading.
    fn share(&self) -> f64 {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (n_hits, n_all) = (number(self.n_hits), number(self.n_articles));
        (Amount { n_hits, n_unread: 0, n_all }.share() * 10_000.0).round() / 10_000.0
    }
}

impl Line for CountedInPeriod<'_> {
    fn json(&self) -> impl Serialize {
        let (query, period, share) = (self.query, self.period, self.share());
        JsonBatchPeriod { query, period, hits: self.n_hits, total: self.n_articles, share }
    }

    fn cells(&self) -> Vec<String> {
        let numbers = [self.n_hits, self.n_articles].map(|n| n.to_string());
        let query = Clean::new(self.query).to_string();
        let texts = [query, self.period.to_owned()].into_iter();
        texts.chain(numbers).chain([self.share().to_string()]).collect()
    }
}

/// The name of the undated for programs.
const UNDATED: &str = "undated";

const NAMES: [&str; 5] = ["query", "hits", "sources", "first", "last"];
const PERIOD_NAMES: [&str; 5] = ["query", "period", "hits", "total", "share"];

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let dir = paths::library(&options.dir)?;
    let file = queries(&options.file, paths)?;
    let queries: Arc<[Query]> = file.queries.iter().map(|it| it.query.clone()).collect();
    let asks_texts = queries.iter().any(Query::asks_texts);
    let needs = if asks_texts { Needs::FullText } else { Needs::Catalogue };
    let mut client = start::client(&start::open(&dir, paths, needs, options.scan.looking())?);
    let period = options.by.map(By::period);
    let answer = client.batch(queries, period)?;
    let texts: Vec<&str> = file.queries.iter().map(|it| it.text.as_str()).collect();
    let mut out = out();
    if let Some(period) = period {
        let names: Vec<String> = answer.periods.iter().map(|it| period.written(it.start)).collect();
        let lines = in_periods(&answer, &texts, &names);
        options.format.write(&mut out, &PERIOD_NAMES, lines)?;
    } else {
        let lines = texts.iter().zip(&answer.lines).map(|(query, line)| Counted { query, line });
        if options.format.is_for_people() {
            write_table(&mut out, &lines.collect::<Vec<_>>())?;
        } else {
            options.format.write(&mut out, &NAMES, lines)?;
        }
    }
    out.flush()?;
    let is_any = answer.lines.iter().any(|line| 0 < line.n_hits);
    Ok(if is_any { Outcome::Done } else { Outcome::NothingFound })
}

/// The queries of a file.
///
/// # Errors
/// In words: it or the settings cannot be read, or the line and column of a mistake.
fn queries(path: &Path, paths: &PathOptions) -> anyhow::Result<QueryFile> {
    let is_input = path.as_os_str() == "-";
    let name = if is_input { Clean::new(wording!("cli-stdin")) } else { escaped(path) };
    let mut bytes = Vec::new();
    let read = if is_input {
        io::stdin().read_to_end(&mut bytes).map(drop)
    } else {
        fs::read(path).map(|read| bytes = read)
    };
    read.with_context(|| wording!("cli-cannot-read", path = name.to_string()))?;
    QueryFile::of_bytes(bytes, &name, &start::settings(paths)?.vocabulary())
        .map_err(anyhow::Error::msg)
}

/// Every period for every query, then the undated.
fn in_periods<'a>(
    answer: &'a BatchAnswer,
    texts: &'a [&'a str],
    names: &'a [String],
) -> impl Iterator<Item = CountedInPeriod<'a>> {
    texts.iter().zip(&answer.lines).flat_map(move |(query, line)| {
        let mut hits = line.by_period.iter().copied().peekable();
        let dated = names.iter().zip(&answer.periods).enumerate();
        let dated = dated.map(move |(nth, (period, it))| {
            let n_hits = hits.next_if(|(at, _)| *at == nth).map_or(0, |(_, n_hits)| n_hits);
            CountedInPeriod { query, period, n_hits, n_articles: it.n_articles }
        });
        let (n_hits, n_articles) = (line.n_undated, answer.n_undated);
        let undated = CountedInPeriod { query, period: UNDATED, n_hits, n_articles };
        dated.chain((0 < n_articles).then_some(undated))
    })
}

fn write_table(out: &mut impl Write, lines: &[Counted<'_>]) -> anyhow::Result<()> {
    let rows: Vec<[String; 5]> = lines
        .iter()
        .map(|it| {
            let [first, last] = it.days().map(|day| day.unwrap_or_else(|| "-".to_owned()));
            let query = Clean::new(it.query).to_string();
            [query, thousands(it.line.n_hits), thousands(it.line.n_sources), first, last]
        })
        .collect();
    let names = ["query", "hits", "sources", "first", "last"];
    let heads = names.map(|name| match name {
        "query" => wording!("cli-head-query").to_owned(),
        "hits" => wording!("cli-head-hits").to_owned(),
        "sources" => wording!("cli-head-sources").to_owned(),
        "first" => wording!("cli-head-first").to_owned(),
        _ => wording!("cli-head-last").to_owned(),
    });
    let all = || std::iter::once(&heads).chain(&rows);
    let width = |column: usize| {
        all().map(|row| row[column].width()).filter(|it| *it <= MAX_WIDTH).max().unwrap_or(0)
    };
    let widths = [0, 1, 2, 3, 4].map(width);
    for row in all() {
        let gap = |column: usize| " ".repeat(widths[column].saturating_sub(row[column].width()));
        let [query, hits, sources, first, last] = row;
        let (hits_gap, sources_gap) = (gap(1), gap(2));
        let text = format!(
            "{query}{}  {hits_gap}{hits}  {sources_gap}{sources}  {first}{}  {last}",
            gap(0),
            gap(3)
        );
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
