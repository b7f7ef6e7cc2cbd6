//! `dateline problems DIR`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use serde::Serialize;

use super::{
    PlaceOptions,
    output::{Outcome, out, write_json},
    start::{self, Needs},
};
use crate::{
    base::language::{self, Speech},
    library::{Library, ProblemLine},
};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory of articles
    dir: PathBuf,
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct JsonProblemLine<'a> {
    path: &'a str,
    id: Option<String>,
    kind: &'static str,
    detail: &'a str,
}

pub(super) fn run(options: &Options, places: &PlaceOptions) -> anyhow::Result<Outcome> {
    let library = start::open(&options.dir, places, Needs::Catalogue)?;
    if options.json {
        // What programs read is the same everywhere.
        return language::speaking(Speech::of(language::english()), || print(&library, true));
    }
    print(&library, false)
}

fn print(library: &Library, is_json: bool) -> anyhow::Result<Outcome> {
    let mut out = out();
    let mut written = Ok(());
    let mut is_any = false;
    library.problems(|line| {
        is_any = true;
        written = write(&mut out, &line, is_json);
        written.is_ok()
    })?;
    written?;
    out.flush()?;
    Ok(if is_any { Outcome::Done } else { Outcome::NothingFound })
}

fn write(out: &mut impl Write, line: &ProblemLine, is_json: bool) -> anyhow::Result<()> {
    if is_json {
        let id = line.id.map(|id| id.to_string());
        let (path, kind, detail) = (line.path.as_str(), line.name, line.detail.as_str());
        return write_json(out, &JsonProblemLine { path, id, kind, detail });
    }
    write_line(out, line).map_err(Into::into)
}

fn write_line(out: &mut impl Write, line: &ProblemLine) -> io::Result<()> {
    writeln!(out, "{:<18} {}: {}", line.name, line.path, line.detail)
}
