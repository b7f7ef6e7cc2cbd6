//! `dateline man`: the manual, drawn from what the program itself knows.

mod config;
mod query;

use std::{fs, io::Write, path::PathBuf};

use anyhow::Context;
use clap::{Args, CommandFactory, ValueEnum};
use roff::{Roff, bold, roman};

use super::{
    Cli,
    output::{Outcome, out},
};
use crate::base::{
    language::{self, Speech},
    wording,
};
use crate::{app, plain};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// Which page
    #[arg(default_value = "dateline")]
    page: Page,
    /// Write all pages into this directory instead
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Page {
    /// The program and its keys
    Dateline,
    /// The settings
    DatelineConfig,
    /// What can be searched for
    DatelineQuery,
}

const PAGES: [(Page, &str); 3] = [
    (Page::Dateline, "dateline.1"),
    (Page::DatelineConfig, "dateline-config.5"),
    (Page::DatelineQuery, "dateline-query.7"),
];

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let Some(dir) = &options.dir else {
        let mut out = out();
        out.write_all(&text(options.page)?)?;
        out.flush()?;
        return Ok(Outcome::Done);
    };
    fs::create_dir_all(dir).with_context(|| wording!("cli-cannot-create", path = dir.display()))?;
    for (page, name) in PAGES {
        let path = dir.join(name);
        fs::write(&path, text(page)?)
            .with_context(|| wording!("cli-cannot-write", path = path.display()))?;
    }
    Ok(Outcome::Done)
}

/// A page, in English everywhere: the settings that it explains are.
fn text(page: Page) -> anyhow::Result<Vec<u8>> {
    language::speaking(Speech::of(language::english()), || in_english(page))
}

fn in_english(page: Page) -> anyhow::Result<Vec<u8>> {
    let mut text = Vec::new();
    match page {
        Page::Dateline => program(&mut text)?,
        Page::DatelineConfig => config::page().to_writer(&mut text)?,
        Page::DatelineQuery => query::page().to_writer(&mut text)?,
    }
    Ok(text)
}

/// dateline(1): options and subcommands as clap knows them, keys as the commands do.
fn program(text: &mut Vec<u8>) -> std::io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(text)?;
    man.render_name_section(text)?;
    man.render_synopsis_section(text)?;
    man.render_description_section(text)?;
    man.render_options_section(text)?;
    let mut roff = Roff::new();
    roff.control("SH", ["SUBCOMMANDS"]);
    for subcommand in command.get_subcommands().filter(|it| it.get_name() != "help") {
        describe(&mut roff, subcommand, &[]);
    }
    keys(&mut roff);
    lines(&mut roff);
    roff.control("SH", ["EXIT STATUS"]);
    roff.text([roman(
        "0 done; 1 nothing found, or failed; 2 wrong usage, or no terminal; 128+n ended by signal n.",
    )]);
    roff.control("SH", ["SEE ALSO"]);
    roff.text([bold("dateline-config"), roman("(5), "), bold("dateline-query"), roman("(7)")]);
    roff.to_writer(text)
}

/// A subcommand, its options and what belongs to it.
fn describe(roff: &mut Roff, command: &clap::Command, above: &[&str]) {
    let names: Vec<&str> = above.iter().copied().chain([command.get_name()]).collect();
    roff.control("SS", [format!("dateline {}", names.join(" ")).as_str()]);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    roff.text([roman(about)]);
    for argument in command.get_arguments().filter(|it| !it.is_global_set()) {
        if argument.get_id() == "help" || argument.get_id() == "version" {
            continue;
        }
        let value = argument.get_value_names().unwrap_or_default().join(" ");
        let name = match argument.get_long() {
            Some(long) if argument.get_action().takes_values() => format!("--{long} {value}"),
            Some(long) => format!("--{long}"),
            None => value,
        };
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        tagged(roff, &name, &help);
    }
    if let Some(after) = command.get_after_help() {
        roff.control("PP", []);
        roff.control("nf", []);
        roff.text([roman(after.to_string())]);
        roff.control("fi", []);
    }
    for inner in command.get_subcommands().filter(|it| it.get_name() != "help") {
        describe(roff, inner, &names);
    }
}

/// Every command of every pane, with its keys.
fn keys(roff: &mut Roff) {
    roff.control("SH", ["KEYS AND COMMANDS"]);
    let mut pane = "";
    for (command, about) in app::commands() {
        if command.pane.0 != pane {
            pane = command.pane.0;
            roff.control("SS", [pane]);
        }
        let keys = about.keys.join(" ");
        let gap = if keys.is_empty() { "" } else { "  " };
        tagged(roff, &format!("{keys}{gap}:{}", about.name), about.doc);
    }
}

/// The commands of plain mode.
fn lines(roff: &mut Roff) {
    roff.control("SH", ["PLAIN MODE"]);
    roff.text([roman(
        "With --plain, or TERM=dumb, lines are typed and lines answer: nothing is drawn. Lines that \
         come from a pipe get the same answers, once the directory has been read.",
    )]);
    for command in plain::COMMANDS {
        tagged(roff, &command.usage(), command.doc);
    }
}

/// A term in bold and what is said of it.
fn tagged(roff: &mut Roff, term: &str, text: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text([roman(text)]);
}
