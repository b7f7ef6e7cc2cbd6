//! `dateline man`: the manual, drawn from what the program itself knows.

mod config;
mod query;

use std::{fs, io::Write, path::PathBuf};

use anyhow::Context;
use clap::{Args, CommandFactory, builder::PossibleValuesParser};
use roff::{Roff, bold, roman};

use super::{
    Cli, EXIT_CODES,
    output::{Outcome, out},
};
use crate::base::{
    language::{self, Speech},
    paths::escaped,
    wording,
};
use crate::{app, plain};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The page: the program and its keys, a subcommand, the settings, or the query syntax
    #[arg(default_value = "dateline", value_parser = PossibleValuesParser::new(names()))]
    page: String,
    /// Write all pages to this directory instead
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// The subcommands, each with a page of its own. A test compares them with those that there are.
const SUBCOMMANDS: [&str; 15] = [
    "list",
    "show",
    "search",
    "count",
    "facets",
    "timeline",
    "kwic",
    "batch",
    "explain",
    "index",
    "problems",
    "config",
    "schema",
    "completions",
    "man",
];

fn names() -> impl Iterator<Item = &'static str> {
    ["dateline"].into_iter().chain(SUBCOMMANDS).chain(["dateline-config", "dateline-query"])
}

pub(super) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let Some(dir) = &options.dir else {
        let mut out = out();
        out.write_all(text(&options.page)?.as_bytes())?;
        out.flush()?;
        return Ok(Outcome::Done);
    };
    let said = || escaped(dir);
    fs::create_dir_all(dir).with_context(|| wording!("cli-cannot-create", path = said()))?;
    for page in names() {
        let path = dir.join(file_name(page));
        fs::write(&path, text(page)?)
            .with_context(|| wording!("cli-cannot-write", path = escaped(&path)))?;
    }
    Ok(Outcome::Done)
}

fn file_name(page: &str) -> String {
    match page {
        "dateline" => "dateline.1".to_owned(),
        "dateline-config" => "dateline-config.5".to_owned(),
        "dateline-query" => "dateline-query.7".to_owned(),
        subcommand => format!("dateline-{subcommand}.1"),
    }
}

/// A page, in English everywhere: the settings that it explains are.
fn text(page: &str) -> anyhow::Result<String> {
    language::speaking(Speech::of(language::english()), || in_english(page))
}

fn in_english(page: &str) -> anyhow::Result<String> {
    let mut text = Vec::new();
    match page {
        "dateline" => program(&mut text)?,
        "dateline-config" => config::page().to_writer(&mut text)?,
        "dateline-query" => query::page().to_writer(&mut text)?,
        name => subcommand(name).to_writer(&mut text)?,
    }
    Ok(with_one_preamble(&String::from_utf8(text)?))
}

/// Each part that is rendered alone begins with the same two lines; the first are enough.
fn with_one_preamble(text: &str) -> String {
    let is_preamble = |line: &str| line.starts_with(".ie \\n(.g") || line.starts_with(".el .ds Aq");
    let first = text.lines().take_while(|line| is_preamble(line));
    let rest = text.lines().filter(|line| !is_preamble(line));
    let page: Vec<&str> = first.chain(rest).collect();
    page.join("\n") + "\n"
}

/// The page of a subcommand, and of those below it.
fn subcommand(name: &str) -> Roff {
    let mut program = Cli::command();
    program.build();
    let mut roff = Roff::new();
    roff.control("TH", [format!("dateline-{name}").as_str(), "1"]);
    let Some(command) = program.find_subcommand(name) else { return roff };
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    roff.control("SH", ["NAME"]);
    roff.text([roman(format!("dateline-{name} - {about}"))]);
    roff.control("SH", ["SYNOPSIS"]);
    let usage = command.clone().render_usage().to_string();
    roff.text([bold(usage.trim_start_matches("Usage:").trim())]);
    roff.control("SH", ["DESCRIPTION"]);
    describe(&mut roff, command, &[]);
    roff.control("SH", ["EXIT STATUS"]);
    roff.text([roman(EXIT_CODES)]);
    roff.control("SH", ["SEE ALSO"]);
    roff.text([
        bold("dateline"),
        roman("(1) for the options that all subcommands have, "),
        bold("dateline-config"),
        roman("(5), "),
        bold("dateline-query"),
        roman("(7)"),
    ]);
    roff
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
    for name in SUBCOMMANDS {
        let about = command.find_subcommand(name).and_then(clap::Command::get_about);
        let about = about.map(ToString::to_string).unwrap_or_default();
        tagged(&mut roff, &format!("dateline {name}"), &format!("{about}; see dateline-{name}(1)"));
    }
    keys(&mut roff);
    lines(&mut roff);
    roff.control("SH", ["EXIT STATUS"]);
    roff.text([roman(EXIT_CODES)]);
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
            Some(long) => {
                let short = argument.get_short().map(|short| format!("-{short}, "));
                format!("{}--{long}", short.unwrap_or_default())
            }
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
        "With --plain, or if TERM=dumb, you type a line and get lines of text: nothing is drawn. Lines \
         from a pipe get the same answers, once the directory has been read.",
    )]);
    for command in plain::COMMANDS {
        tagged(roff, &command.usage(), command.doc);
    }
}

/// A term in bold and its description.
fn tagged(roff: &mut Roff, term: &str, text: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text([roman(text)]);
}
