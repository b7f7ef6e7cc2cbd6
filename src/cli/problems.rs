//! `dateline problems DIR`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    PathOptions,
    json::{JsonPath, write_json},
    output::{Outcome, out},
    paths,
    start::{self, Needs},
};
use crate::{
    base::{
        language::{self, Speech},
        paths::escaped,
    },
    library::{Client, Looking, ProblemLine, ProblemsKey},
};

/// Problems that are asked for at a time.
const PAGE: usize = 1000;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory of articles (default: the current one if it holds articles, or else the last
    /// one)
    dir: Option<PathBuf>,
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
}

/// A defect of a file, and the file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ProblemLine")]
pub(super) struct JsonProblemLine<'a> {
    #[serde(flatten)]
    path: JsonPath,
    /// The id of the article; null if the file is not an article.
    id: Option<String>,
    kind: &'static str,
    detail: &'a str,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let dir = paths::named_or_usual(options.dir.as_deref(), paths)?;
    let local = start::open(&dir, paths, Needs::Catalogue, Looking::EveryFile)?;
    let client = start::client(&local);
    if options.json {
        // What programs read is the same everywhere.
        return language::speaking(Speech::of(language::english()), || print(&client, true));
    }
    print(&client, false)
}

fn print(client: &Client, is_json: bool) -> anyhow::Result<Outcome> {
    let mut out = out();
    let mut is_any = false;
    let mut next = Some(ProblemsKey::default());
    while let Some(from) = next {
        let page = client.problems(from, PAGE)?;
        is_any |= !page.lines.is_empty();
        for line in &page.lines {
            write(&mut out, line, is_json)?;
        }
        next = page.next;
    }
    out.flush()?;
    Ok(if is_any { Outcome::Done } else { Outcome::NothingFound })
}

fn write(out: &mut impl Write, line: &ProblemLine, is_json: bool) -> anyhow::Result<()> {
    if is_json {
        let id = line.id.map(|id| id.to_string());
        let path = JsonPath::new(&line.path);
        let (kind, detail) = (line.name, line.detail.as_str());
        return write_json(out, &JsonProblemLine { path, id, kind, detail });
    }
    write_line(out, line).map_err(Into::into)
}

fn write_line(out: &mut impl Write, line: &ProblemLine) -> io::Result<()> {
    writeln!(out, "{:<18} {}: {}", line.name, escaped(&line.path), line.detail)
}
