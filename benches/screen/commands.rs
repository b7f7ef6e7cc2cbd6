//! Subcommands on a library that is known.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use crate::{Desk, figures::Figures, terminal::times::Times};

/// What is measured: a name, the subcommand, and what stands behind the directory.
const COMMANDS: &[(&str, &str, &[&str])] = &[
    ("count", "count", &[]),
    ("count of a word", "count", &["mother"]),
    ("count of a word and a year", "count", &["mother date:2019"]),
    ("list, 50", "list", &["--limit", "50"]),
    ("list of a word, 50", "list", &["mother", "--limit", "50"]),
    ("search of a word, 50", "search", &["mother", "--limit", "50"]),
    ("search of two words, 50, JSON", "search", &["mother world", "--limit", "50", "--json"]),
    ("list, 50, every file", "list", &["--limit", "50", "--fresh"]),
];

pub(crate) fn measure(desk: &Desk<'_>, figures: &mut Figures) {
    for (name, subcommand, more) in COMMANDS {
        let mut times = Times::default();
        for _ in 0..desk.options.starts {
            times.add(run(desk, subcommand, more));
        }
        figures.times(format!("command: {name}"), times);
    }
}

/// The time until it has ended; `None` if it failed.
fn run(desk: &Desk<'_>, subcommand: &str, more: &[&str]) -> Option<std::time::Duration> {
    let (ours, program) = (desk.ours.path(), desk.options.program());
    let mut command = Command::new(&program.path);
    command.arg(subcommand).arg(desk.corpus.path()).args(more);
    command.args([Path::new("--cache-dir"), &ours.join("cache")]);
    command.args([Path::new("--data-dir"), &ours.join("data")]);
    for setting in &program.settings {
        command.args(["--set", setting]);
    }
    command.env("LC_ALL", "C.UTF-8").env("HOME", ours).env_remove("XDG_CONFIG_HOME");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let started = Instant::now();
    let output = command.output().expect("the program");
    let took = started.elapsed();
    (output.status.success() && !output.stdout.is_empty()).then_some(took)
}
