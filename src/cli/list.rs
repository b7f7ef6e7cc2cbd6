//! `dateline list [DIR] [QUERY]`.

use clap::Args;

use super::{PathOptions, choice::Choice, output::Outcome, printing::COLUMNS};
use crate::domain::Order;

#[derive(Debug, Args)]
#[command(override_usage = "dateline list [OPTIONS] [DIR] [QUERY]...", after_help = COLUMNS)]
pub(super) struct Options {
    #[command(flatten)]
    choice: Choice,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let query = options.choice.asked.query(paths)?;
    options.choice.print(query, Order::Date, false, paths)
}
