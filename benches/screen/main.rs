//! Drives the real program on a terminal, as a user does, and takes the time of all that a user
//! waits for. This is where the README's figures come from:
//!
//! ```sh
//! cargo bench --bench screen                                   # 2,000 articles, a minute
//! cargo bench --bench screen -- --articles 1000 --articles 10000 --articles 100000
//! cargo bench --bench screen -- --dir ~/news
//! ```
//!
//! `benches/README.md` says what each figure is. Writes one line of JSON and one row of a table for
//! each size to the standard output, all figures to the standard error.
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

mod commands;
#[path = "../corpus/mod.rs"]
mod corpus;
mod figures;
mod keys;
mod marks;
mod search;
mod starts;
#[path = "../terminal/mod.rs"]
mod terminal;
mod vast;

use std::{path::PathBuf, time::Instant};

use clap::Parser;
use corpus::Corpus;
use figures::Figures;
use terminal::Program;

/// Measures Dateline on a terminal.
#[derive(Debug, Parser)]
struct Options {
    /// Make up as many articles; several times for several sizes
    #[arg(long = "articles", value_name = "N", conflicts_with = "dir")]
    sizes: Vec<usize>,
    /// Measure with the articles of a directory; nothing is written to it
    #[arg(long)]
    dir: Option<PathBuf>,
    /// With --dir: add an article and remove it again, to see how soon it is shown
    #[arg(long, requires = "dir")]
    may_add: bool,
    /// How often each key is pressed
    #[arg(long, default_value_t = 40)]
    presses: usize,
    /// How often the program is started
    #[arg(long, default_value_t = 15)]
    starts: usize,
    /// Also press these keys in the list, as `date=:goto-date 2020^M`; `^X` is a control key
    #[arg(long = "keys", value_name = "NAME=KEYS")]
    more_keys: Vec<String>,
    /// Rows of the terminal
    #[arg(long, default_value_t = 40)]
    rows: u16,
    /// Columns of the terminal
    #[arg(long, default_value_t = 140)]
    columns: u16,
    /// Measure with a setting, such as theme.name=dark
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// Measure this program, such as one of another commit, instead of the one just built
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Measure these alone: cold, warm, keys, search, marks, add, commands, vast
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Cargo says so
    #[arg(long, hide = true)]
    bench: bool,
}

impl Options {
    fn program(&self) -> Program {
        let ours = || PathBuf::from(env!("CARGO_BIN_EXE_dateline"));
        Program {
            path: self.program.clone().unwrap_or_else(ours),
            settings: self.settings.clone(),
            rows: self.rows,
            columns: self.columns,
        }
    }
}

/// A library that is measured.
struct Desk<'a> {
    options: &'a Options,
    corpus: &'a Corpus,
    /// Cache, marks and home of the program.
    ours: tempfile::TempDir,
    /// What the list says of how many articles there are, once all are known.
    counts: String,
}

fn main() {
    let options = Options::parse();
    if !options.bench {
        println!("`cargo bench --bench screen` measures; this was started some other way");
        return;
    }
    let mut all = Vec::new();
    if options.only.iter().any(|it| it == "vast") || options.only.is_empty() {
        let mut figures = Figures::new("vast articles".to_owned());
        vast::measure(&options, &mut figures);
        eprintln!("{figures}");
        println!("{}", figures.json());
    }
    if let Some(dir) = &options.dir {
        all.push(measure(&options, &Corpus::at(dir).expect("a directory that can be read")));
    } else {
        let default = [2_000];
        let sizes = if options.sizes.is_empty() { &default[..] } else { &options.sizes };
        for size in sizes {
            all.push(measure(&options, &Corpus::make(*size).expect("articles can be written")));
        }
    }
    println!("\n{}", Figures::table_head());
    for figures in all {
        println!("{}", figures.table_row());
    }
}

fn measure(options: &Options, corpus: &Corpus) -> Figures {
    let name = format!("{} articles", corpus.n_articles);
    let mut figures = Figures::new(name);
    figures.number("articles", corpus.n_articles as u64);
    figures.number("folders", corpus.n_folders as u64);
    figures.size("articles", corpus.size);
    let ours = tempfile::tempdir().expect("a temporary folder");
    let mut desk = Desk { options, corpus, ours, counts: String::new() };
    let is_wanted =
        |part: &str| options.only.is_empty() || options.only.iter().any(|it| it == part);
    let part = |name: &str, measure: &mut dyn FnMut()| {
        let started = Instant::now();
        measure();
        eprintln!("  {name}: {:.0} s", started.elapsed().as_secs_f64());
    };
    eprintln!("{} articles in {}", corpus.n_articles, corpus.path().display());
    part("complete index", &mut || starts::complete(&mut desk, &mut figures));
    if is_wanted("cold") {
        part("keys while indexing", &mut || starts::keys_while_indexing(&desk, &mut figures));
    }
    if is_wanted("warm") {
        part("warm starts", &mut || starts::warm(&desk, &mut figures));
    }
    if is_wanted("keys") {
        part("keys", &mut || keys::measure(&desk, &mut figures));
    }
    if is_wanted("search") {
        part("search", &mut || search::measure(&desk, &mut figures));
    }
    if is_wanted("commands") {
        part("commands", &mut || commands::measure(&desk, &mut figures));
    }
    if is_wanted("marks") {
        part("marks", &mut || marks::mark_all(&desk, &mut figures));
    }
    if is_wanted("add") && (corpus.is_ours() || options.may_add) {
        part("adding", &mut || marks::add(&desk, &mut figures));
    }
    eprintln!("{figures}");
    println!("{}", figures.json());
    figures
}
