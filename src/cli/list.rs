//! `dateline list [DIR]`.

use std::path::PathBuf;

use clap::Args;

use super::{
    PathOptions,
    choice::{COLUMNS, Choice},
    output::Outcome,
    paths,
};

#[derive(Debug, Args)]
#[command(after_help = COLUMNS)]
pub(super) struct Options {
    /// The directory of articles (default: the last one)
    dir: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let dir = paths::library(options.dir.as_deref(), paths)?;
    options.choice.print(&dir, paths, None, false)
}
