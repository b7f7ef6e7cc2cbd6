//! `dateline count [DIR] [QUERY]`.

use std::io::Write;

use clap::Args;

use super::{
    PathOptions,
    asked::Asked,
    output::{Outcome, out},
};

#[derive(Debug, Args)]
#[command(override_usage = "dateline count [OPTIONS] [DIR] [QUERY]...")]
pub(super) struct Options {
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(options: &Options, paths: &PathOptions) -> anyhow::Result<Outcome> {
    let client = options.asked.counted(paths)?;
    let n_articles = client.shown().n_rows;
    let mut out = out();
    writeln!(out, "{n_articles}")?;
    out.flush()?;
    Ok(if n_articles == 0 { Outcome::NothingFound } else { Outcome::Done })
}
