//! Our figures beside what the machine, tantivy and SQLite take alone, in the same run and on the
//! same articles, and the ratios.
//!
//! ```sh
//! cargo bench --bench limits                                      # 2,000 articles
//! DATELINE_BENCH_ARTICLES=100000 cargo bench --bench limits
//! DATELINE_BENCH_DIR=~/news cargo bench --bench limits
//! ```
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

mod bare;
#[path = "../corpus/mod.rs"]
mod corpus;
mod ours;

use std::time::{Duration, Instant};

use corpus::Corpus;

/// Threads that read and threads that index, as the program has them.
const N_THREADS: usize = 2;
/// What the program's default is.
const MEMORY_BYTES: usize = 256 << 20;

/// What took how long.
struct Table {
    lines: Vec<(&'static str, Duration, String)>,
    n_articles: usize,
}

impl Table {
    /// Takes the time of what reads and only reads: the best of three, so that the first look at a
    /// file does not count.
    fn best(&mut self, name: &'static str, mut work: impl FnMut()) -> Duration {
        let time = |work: &mut dyn FnMut()| {
            let started = Instant::now();
            work();
            started.elapsed()
        };
        let best = (0..3).map(|_| time(&mut work)).min().unwrap_or_default();
        self.add(name, best)
    }

    fn add(&mut self, name: &'static str, time: Duration) -> Duration {
        #[expect(clippy::cast_precision_loss, reason = "for people")]
        let rate = self.n_articles as f64 / time.as_secs_f64().max(1e-9);
        self.lines.push((name, time, format!("{rate:.0} articles/s")));
        eprintln!("  {name}: {:.1} ms", time.as_secs_f64() * 1e3);
        time
    }

    /// Adds how many times as long `ours` took as `theirs`.
    fn ratio(&mut self, name: &'static str, ours: Duration, theirs: Duration) {
        let ratio = ours.as_secs_f64() / theirs.as_secs_f64().max(1e-9);
        self.lines.push((name, Duration::ZERO, format!("{ratio:.2} ×")));
    }

    fn print(&self) {
        println!("\n{} articles\n\n| work | time | |\n|---|---|---|", self.n_articles);
        for (name, time, note) in &self.lines {
            let ms = time.as_secs_f64() * 1e3;
            let time = match ms {
                0.0 => String::new(),
                ms if ms < 1_000.0 => format!("{ms:.1} ms"),
                ms => format!("{:.2} s", ms / 1e3),
            };
            println!("| {name} | {time} | {note} |");
        }
    }
}

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("`cargo bench --bench limits` measures; this was started some other way");
        return;
    }
    let corpus = Corpus::of_environment();
    eprintln!("{} articles in {}", corpus.n_articles, corpus.path().display());
    let mut table = Table { lines: Vec::new(), n_articles: corpus.n_articles };
    let (files, folders) = bare::walk(corpus.path());
    table.best("walk, no look at files", || drop(bare::walk(corpus.path())));
    let folder_times = table.best("times of all folders", || bare::stat(&folders));
    let file_times = table.best("times of all files", || bare::stat(&files));
    table.best("watches on all folders", || bare::watch(&folders));
    table.best("read all files, 1 thread", || bare::read(&files, 1, &bare::bytes));
    table.best("read all files, 2 threads", || bare::read(&files, N_THREADS, &bare::bytes));
    table.best("read and parse all, 2 threads", || bare::read(&files, N_THREADS, &bare::article));
    let own_words = table.add("tantivy, our fields and words", bare::our_index(&files));
    let their_words = table.add("tantivy, its own tokenizer", bare::their_index(&files));
    let ours = ours::Ours::index(&corpus);
    let complete = table.add("ours: complete index", ours.complete);
    table.ratio("ours / tantivy, our words", complete, own_words);
    table.ratio("ours / tantivy, its words", complete, their_words);
    // The best, as of all that only reads; merges of the index may go on beside the first.
    let again = (0..3).map(|_| ours.start_again(&corpus)).min_by_key(|again| again.folders);
    let again = again.expect("three starts");
    table.add("ours: open catalogue, marks and index", again.opened);
    table.add("ours: nothing changed, by folders", again.folders);
    table.ratio("ours / times of all folders", again.folders, folder_times);
    table.add("ours: nothing changed, every file", again.files);
    table.ratio("ours / times of all files", again.files, file_times);
    let ids = ours.ids();
    let theirs = bare::marks(&ids);
    table.add("SQLite: set a mark of all", theirs.set);
    table.add("SQLite: take it back", theirs.unset);
    let marks = ours.marks(&ids);
    table.add("ours: mark all read", marks.set);
    table.add("ours: undo", marks.unset);
    table.ratio("ours / SQLite: set", marks.set, theirs.set);
    table.ratio("ours / SQLite: undo", marks.unset, theirs.unset);
    table.print();
}
