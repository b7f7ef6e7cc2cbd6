//! `dateline index DIR`.

use std::{io::Write, path::PathBuf};

use clap::Args;

use super::{
    PathOptions,
    output::{Outcome, out},
    paths,
    start::{self, Needs},
};
use crate::{base::wording, library::Looking};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory of articles (default: the current one if it holds articles, or else the last
    /// one)
    dir: Option<PathBuf>,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let dir = paths::named_or_usual(options.dir.as_deref(), paths)?;
    let local = start::open(&dir, paths, Needs::FullText, Looking::EveryFile)?;
    let counts = start::client(&local).counts()?;
    let mut out = out();
    let (articles, unread) = (counts.said_articles(), counts.n_unread);
    writeln!(out, "{}", wording!("cli-counts", articles = articles, unread = unread))?;
    if 0 < counts.n_problems {
        writeln!(out, "{}", wording!("cli-problems", n = counts.n_problems))?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
