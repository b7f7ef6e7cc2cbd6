//! `dateline search DIR QUERY`.

use std::path::PathBuf;

use clap::Args;

use super::{
    PlaceOptions, list,
    output::Outcome,
    start::{self, Needs},
};
use crate::{
    base::wording,
    domain::{Order, Query, Selecting},
    library::Cancel,
};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The directory of articles
    dir: PathBuf,
    /// Words that must all occur, "phrases", -words that must not, beginnings*; a query that
    /// begins with - comes after --
    #[arg(required = true, num_args = 1..)]
    query: Vec<String>,
    /// Best match first
    #[arg(long)]
    relevance: bool,
    /// Print JSON Lines
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options, places: &PlaceOptions) -> anyhow::Result<Outcome> {
    let text = options.query.join(" ");
    let query = match Query::parse(&text, false) {
        Ok(query) => query,
        Err(error) => {
            return Ok(Outcome::Unusable(wording!(
                "cli-query",
                query = text,
                why = error.to_string()
            )));
        }
    };
    let library = start::open(&options.dir, places, Needs::FullText)?;
    let order = if options.relevance { Order::Relevance } else { Order::Date };
    let selecting = Selecting { query: Some(query), order, ..Selecting::default() };
    let selection = library.select(&selecting, None, &Cancel::never())?;
    list::print(&library, &selection, options.json)
}
