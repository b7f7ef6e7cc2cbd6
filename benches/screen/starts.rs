//! Starts: with nothing known, with everything known, and what goes on after them.

use std::{
    thread,
    time::{Duration, Instant},
};

use crate::{
    Desk,
    corpus::Corpus,
    figures::Figures,
    terminal::{
        Terminal,
        process::{self, Peak, idle, memory_bytes, n_watches},
        times::Times,
    },
};

/// What the last line says while there is work.
const BUSY: &[&str] = &["reading ", "indexing ", "looking "];

/// Without a word of work for that long, it is done.
const DONE: Duration = Duration::from_secs(1);

/// No library takes longer.
const LIMIT: Duration = Duration::from_secs(1_800);

/// Longer than any frame, shorter than patience.
const FRAME_LIMIT: Duration = Duration::from_secs(30);

impl Desk<'_> {
    pub(crate) fn start(&self) -> Terminal {
        self.start_in(self.ours.path())
    }

    fn start_in(&self, ours: &std::path::Path) -> Terminal {
        Terminal::start(self.corpus.path(), ours, &self.options.program())
    }

    /// Starts and waits until all is there and nothing goes on any more.
    pub(crate) fn start_and_rest(&self) -> Terminal {
        let mut terminal = self.start();
        let started = terminal.started;
        terminal.until(started, FRAME_LIMIT, Terminal::has_rows);
        idle(terminal.pid(), Duration::from_millis(500), Duration::from_secs(60));
        terminal.settle(Duration::from_millis(100));
        terminal
    }
}

/// Starts with nothing known and waits until everything can be found.
pub(crate) fn complete(desk: &mut Desk<'_>, figures: &mut Figures) {
    let mut terminal = desk.start();
    let started = terminal.started;
    let peak = Peak::of(terminal.pid());
    let first = terminal.until(started, FRAME_LIMIT, |_| true);
    figures.time("cold: first frame", first);
    let rows = terminal.until(started, LIMIT, Terminal::has_rows);
    figures.time("cold: first rows", rows.or(first.filter(|_| terminal.has_rows())));
    let mut busy_until = Instant::now();
    while busy_until.elapsed() < DONE && started.elapsed() < LIMIT {
        let was_busy = is_busy(&terminal);
        let frame = terminal.next_frame(Instant::now() + Duration::from_millis(50));
        if was_busy {
            // No frame comes while much is committed, and it is busy all the same.
            busy_until = frame.unwrap_or_else(Instant::now);
        }
    }
    figures.time("complete index", Some(busy_until.duration_since(started)));
    figures.time("complete index, processor", Some(process::processor(terminal.pid())));
    figures.bytes("memory while indexing, peak", peak.bytes());
    idle(terminal.pid(), Duration::from_millis(500), LIMIT);
    terminal.settle(Duration::from_millis(200));
    desk.counts = terminal.counts().unwrap_or_default();
    eprintln!("  {}", desk.counts);
    if terminal.n("articles") != Some(desk.corpus.n_articles) {
        eprintln!("  (there are {} files)", desk.corpus.n_articles);
    }
    terminal.quit();
    let cache = Corpus::at(&desk.ours.path().join("cache")).expect("the cache of this run");
    figures.size("cache", cache.size);
}

/// Presses keys while a cold start is indexing.
pub(crate) fn keys_while_indexing(desk: &Desk<'_>, figures: &mut Figures) {
    /// Enough for a few hundred keys.
    const AT_MOST: Duration = Duration::from_secs(30);
    let ours = tempfile::tempdir().expect("a temporary folder");
    let mut terminal = desk.start_in(ours.path());
    let started = terminal.started;
    terminal.until(started, LIMIT, Terminal::has_rows);
    let (mut times, mut busy_until, mut is_down) = (Times::default(), Instant::now(), true);
    while busy_until.elapsed() < DONE / 2 && started.elapsed() < AT_MOST {
        let before = terminal.cursor_line();
        let is_indexing = is_busy(&terminal);
        let at = terminal.press(if is_down { "j" } else { "k" });
        let moved =
            terminal.until(at, Duration::from_secs(2), |terminal| terminal.cursor_line() != before);
        if is_indexing {
            busy_until = Instant::now();
            times.add(moved);
        }
        is_down = !is_down;
        let pause = Instant::now() + Duration::from_millis(60);
        while terminal.next_frame(pause).is_some() {}
    }
    figures.times("key in list while indexing", times);
}

/// Starts with everything known.
pub(crate) fn warm(desk: &Desk<'_>, figures: &mut Figures) {
    let (mut first, mut full) = (Times::default(), Times::default());
    for _ in 0..desk.options.starts {
        let mut terminal = desk.start();
        let started = terminal.started;
        let is_full = |terminal: &Terminal| terminal.counts().as_ref() == Some(&desk.counts);
        let first_frame = terminal.until(started, FRAME_LIMIT, |_| true);
        first.add(first_frame);
        let is_full_at_once = is_full(&terminal);
        let full_frame = terminal.until(started, FRAME_LIMIT / 10, is_full);
        full.add(if is_full_at_once { first_frame } else { full_frame });
        terminal.settle(Duration::from_millis(30));
        terminal.quit();
    }
    figures.times("known: first frame", first);
    figures.times("known: first full frame", full);
    background(desk, figures);
}

/// What goes on after a start when nothing has changed.
fn background(desk: &Desk<'_>, figures: &mut Figures) {
    let mut terminal = desk.start();
    let started = terminal.started;
    let pid = terminal.pid();
    let (mut begun, mut n_before, mut watched) = (None, 0, None);
    // Folders that are ignored are not watched, so the number to wait for is not known.
    while started.elapsed() < Duration::from_secs(60)
        && watched.is_none_or(|at: Instant| at.elapsed() < Duration::from_millis(500))
    {
        let n_now = n_watches(pid);
        if n_now != n_before {
            begun = begun.or(Some(Instant::now()));
            (n_before, watched) = (n_now, Some(Instant::now()));
        }
        // Asking holds up the setting of watches: not too often.
        thread::sleep(Duration::from_millis(10));
    }
    figures.time("known: folders watched, since the start", watched.map(|at| at - started));
    figures.time(
        "known: setting the watches",
        begun.zip(watched).map(|(begun, watched)| watched.duration_since(begun)),
    );
    figures.number("watches", n_before as u64);
    let last = idle(pid, Duration::from_millis(700), Duration::from_secs(120));
    figures.time("known: background done", Some(last.duration_since(started)));
    figures.time("known: background, processor", Some(process::processor(pid)));
    terminal.settle(Duration::from_millis(100));
    figures.bytes("memory at rest", memory_bytes(pid));
    terminal.quit();
}

fn is_busy(terminal: &Terminal) -> bool {
    let lines = terminal.lines();
    lines.last().is_some_and(|line| BUSY.iter().any(|word| line.contains(word)))
}
