//! `dateline search DIR QUERY`.

use clap::Args;

use super::{PathOptions, choice::Choice, output::Outcome, printing::COLUMNS};
use crate::domain::Order;

#[derive(Debug, Args)]
#[command(override_usage = "dateline search [OPTIONS] <DIR> <QUERY>...", after_help = COLUMNS)]
pub(super) struct Options {
    #[command(flatten)]
    choice: Choice,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let query = options.choice.asked.required_query(paths)?;
    // Only whole words tell a good match from a poor one.
    let usual = if query.has_whole_words() { Order::Relevance } else { Order::Date };
    options.choice.print(Some(query), usual, true, paths)
}
