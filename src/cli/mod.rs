//! The command line: one file for each subcommand.
//!
//! Data goes to standard output, messages to standard error. Exit codes are those of grep: 0 done,
//! 1 nothing found, 2 an error of any kind. A closed pipe at the other end of our output is not an
//! error.

mod asked;
mod batch;
mod blocks;
mod choice;
mod colour;
mod completions;
mod config;
mod count;
mod explain;
mod facets;
mod index;
mod json;
mod kwic;
mod language;
mod list;
mod man;
mod output;
mod paths;
mod printing;
mod problems;
mod read;
mod sample;
mod schema;
mod search;
mod show;
mod start;
mod template;
mod timeline;

use std::{ffi::OsString, io, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};

use crate::base::wording;
use crate::runtime;
use output::Outcome;

/// What the exit codes mean, for help and manual.
const EXIT_CODES: &str = "\
Exit codes: 0 success; 1 nothing found, or `config --check` found mistakes; 2 an error, such as \
wrong usage, a file that cannot be opened, read or written, or no terminal; 128+n ended by signal n.";

/// Read news kept as files: open a directory of articles, then read, search and mark them.
#[derive(Debug, Parser)]
#[command(
    name = "dateline",
    version,
    subcommand_precedence_over_arg = true,
    after_help = EXIT_CODES
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// The directory of articles, or an article to open in its directory (default: the last
    /// directory, or else the sample library)
    path: Option<PathBuf>,
    /// Start at the top of the list instead of where the last session ended
    #[arg(long)]
    no_restore: bool,
    /// Read line by line, for screen readers and dumb terminals: nothing is drawn, and commands
    /// are words; the default if TERM=dumb
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    paths: PathOptions,
}

/// Where our own files are.
#[derive(Debug, Args)]
struct PathOptions {
    /// The directory for the index, which can be deleted at any time
    #[arg(long, global = true, value_name = "DIR")]
    cache_dir: Option<PathBuf>,
    /// The directory for the marks
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Read the settings from this file
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Override a setting of the environment and the file; see `dateline config --help`
    #[arg(long, global = true, value_name = "SECTION.KEY=VALUE")]
    set: Vec<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the articles of a directory, or those that match a query, newest first
    List(list::Options),
    /// Print articles, each given by its path, its id, or the beginning of its id
    Show(show::Options),
    /// Print the articles that match a query with the matching passages, best match first
    Search(search::Options),
    /// Print the number of articles, of all or of those that match a query
    Count(count::Options),
    /// Count articles by source, folder, time, language, state or length
    Facets(facets::Options),
    /// Count articles over time
    Timeline(timeline::Options),
    /// Print each place that a query finds, with the words around it
    Kwic(kwic::Options),
    /// Count what each query of a file finds
    Batch(batch::Options),
    /// Print how a query is understood, what each part of it finds and how long that takes
    Explain(explain::Options),
    /// Read and index a directory, as the reader does in the background
    Index(index::Options),
    /// List skipped files and articles with problems
    Problems(problems::Options),
    /// Locate, explain, check or edit the settings
    Config(config::Options),
    /// Print the JSON Schema of what --json prints
    Schema(schema::Options),
    /// Print the completions for a shell
    Completions(completions::Options),
    /// Print a manual page
    Man(man::Options),
}

/// Runs the program as the command line says.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    language::choose(&arguments);
    let mistyped = language::first_argument(&arguments).and_then(|it| language::mistyped(it));
    let cli = match (language::parse(arguments), mistyped) {
        (Ok(cli), None) => cli,
        (Ok(cli), Some(_)) if cli.command.is_some() => cli,
        (Err(error), _) if !error.use_stderr() => {
            // Nothing can be said where the stream is closed.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        (Err(error), mistyped) => {
            if let Some(complaint) = mistyped.or_else(|| language::complaint(&error)) {
                return fail(&complaint);
            }
            let _ = error.print();
            return ExitCode::from(2);
        }
        (Ok(_), Some(complaint)) => return fail(&complaint),
    };
    // If it fails, such a limit ends the program, as it does others.
    let _ = runtime::outlive_full_disks();
    let outcome = match cli.command {
        Some(_) if cli.path.is_some() => Err(anyhow::Error::msg(wording!("cli-directory-after"))),
        None => read::run(cli.path, &cli.paths, !cli.no_restore, cli.plain),
        Some(Command::List(options)) => list::run(&options, &cli.paths),
        Some(Command::Show(options)) => show::run(&options, &cli.paths),
        Some(Command::Search(options)) => search::run(&options, &cli.paths),
        Some(Command::Count(options)) => count::run(&options, &cli.paths),
        Some(Command::Facets(options)) => facets::run(&options, &cli.paths),
        Some(Command::Timeline(options)) => timeline::run(&options, &cli.paths),
        Some(Command::Kwic(options)) => kwic::run(&options, &cli.paths),
        Some(Command::Batch(options)) => batch::run(&options, &cli.paths),
        Some(Command::Explain(options)) => explain::run(&options, &cli.paths),
        Some(Command::Index(options)) => index::run(&options, &cli.paths),
        Some(Command::Problems(options)) => problems::run(&options, &cli.paths),
        Some(Command::Config(options)) => config::run(&options, &cli.paths),
        Some(Command::Schema(options)) => schema::run(&options),
        Some(Command::Completions(options)) => completions::run(&options),
        Some(Command::Man(options)) => man::run(&options),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound) => ExitCode::from(1),
        Ok(Outcome::Signal(signal)) => ExitCode::from(128 + u8::try_from(signal).unwrap_or(1)),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{error:#}")),
    }
}

fn fail(why: &str) -> ExitCode {
    output::complain(why);
    ExitCode::from(2)
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
