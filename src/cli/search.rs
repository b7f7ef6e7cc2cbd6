//! `dateline search [DIR] QUERY`.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::Args;

use super::{
    PathOptions,
    choice::{COLUMNS, Choice},
    output::{Outcome, complain},
    paths::{self, Kind, kind_of, looks_like_path},
};
use crate::{
    base::{paths::escaped, wording},
    query::Query,
};

#[derive(Debug, Args)]
#[command(
    override_usage = "dateline search [OPTIONS] [DIR] <QUERY>...",
    after_help = COLUMNS
)]
pub(super) struct Options {
    /// The directory of articles (default: the last one), then the query: words that must all
    /// match, "phrases", -words to exclude, beginnings*; put -- before a query that starts with -
    #[arg(required = true, num_args = 1.., value_name = "QUERY")]
    words: Vec<OsString>,
    /// Print the best match first
    #[arg(long, conflicts_with = "sort")]
    relevance: bool,
    #[command(flatten)]
    choice: Choice,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let (dir, words) = dir_and_words(&options.words)?;
    let is_last = dir.is_none();
    let query = parsed(words)?;
    let dir = paths::library(dir.as_deref(), paths)?;
    let outcome = options.choice.print(&dir, paths, Some(query), options.relevance)?;
    if is_last && matches!(outcome, Outcome::NothingFound) {
        // The first word may have been meant as a directory.
        complain(&wording!("cli-nothing-in-last", path = escaped(&dir)));
    }
    Ok(outcome)
}

/// The query that words make, joined by blanks.
///
/// # Errors
/// A message about the mistake.
pub(super) fn parsed(words: &[OsString]) -> anyhow::Result<Query> {
    let words: Option<Vec<&str>> = words.iter().map(|word| word.to_str()).collect();
    let text = words.context(wording!("cli-query-bytes"))?.join(" ");
    Query::strict(&text).map_err(|error| {
        let (column, why) = (error.column + 1, error.to_string());
        anyhow::Error::msg(wording!("cli-query", query = text, column = column, why = why))
    })
}

/// The directory, if the first argument is one, and the words of the query.
fn dir_and_words(arguments: &[OsString]) -> anyhow::Result<(Option<PathBuf>, &[OsString])> {
    let Some((first, rest)) = arguments.split_first() else { return Ok((None, arguments)) };
    let is_dir = |argument: &OsStr| Path::new(argument).is_dir();
    if is_dir(first) || looks_like_path(first) {
        let path = Path::new(first);
        return match kind_of(path)? {
            Kind::File => bail!(wording!("cli-no-directory", path = escaped(path))),
            Kind::Directory if rest.is_empty() => {
                bail!(wording!("cli-query-missing", path = escaped(path)))
            }
            Kind::Directory => Ok((Some(path.to_owned()), rest)),
        };
    }
    if let Some(late) = rest.iter().find(|it| looks_like_path(it) && is_dir(it)) {
        bail!(wording!("cli-directory-first", path = escaped(Path::new(late))));
    }
    Ok((None, arguments))
}
