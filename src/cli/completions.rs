//! `dateline completions SHELL`: the completions for a shell.

use std::io::Write;

use clap::Args;
use clap_complete::Shell;

use super::{
    language,
    output::{Outcome, out},
};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The shell to complete for
    shell: Shell,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    // Written to memory first: the generator takes a failed write for a fault of its own.
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut language::command(), "dateline", &mut script);
    let mut out = out();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::Done)
}
