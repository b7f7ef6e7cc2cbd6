//! `dateline list [DIR]`.

use std::path::PathBuf;

use clap::Args;

use super::{
    PlaceOptions,
    choice::{COLUMNS, Choice},
    output::Outcome,
    places,
};

#[derive(Debug, Args)]
#[command(after_help = COLUMNS)]
pub(super) struct Options {
    /// The directory of articles; without it the last one
    dir: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
}

pub(super) fn run(options: &Options, places: &PlaceOptions) -> anyhow::Result<Outcome> {
    let dir = places::library(options.dir.as_deref(), places)?;
    options.choice.print(&dir, places, None, false)
}
