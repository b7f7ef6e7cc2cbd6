//! `dateline list DIR`.

use std::{io::Write, path::PathBuf};

use clap::Args;

use super::{
    PlaceOptions,
    output::{JsonArticle, Outcome, out, write_json, write_line},
    start::{self, Needs},
};
use crate::{
    domain::Selecting,
    library::{Cancel, Library, Selection},
};

/// Rows read at a time.
const WINDOW: usize = 1000;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory of articles
    dir: PathBuf,
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options, places: &PlaceOptions) -> anyhow::Result<Outcome> {
    let library = start::open(&options.dir, places, Needs::Catalogue)?;
    let selection = library.select(&Selecting::default(), None, &Cancel::never())?;
    print(&library, &selection, options.json)
}

/// Prints all rows of a selection.
pub(super) fn print(
    library: &Library,
    selection: &Selection,
    is_json: bool,
) -> anyhow::Result<Outcome> {
    let mut out = out();
    for first in (0..selection.len()).step_by(WINDOW) {
        for headline in library.headlines(selection, first..first + WINDOW)? {
            if is_json {
                write_json(&mut out, &JsonArticle::new(&headline, library)?)?;
            } else {
                write_line(&mut out, &headline)?;
            }
        }
    }
    out.flush()?;
    Ok(if selection.is_empty() { Outcome::NothingFound } else { Outcome::Done })
}
