//! Killed while it indexes, followed by another instance: what is found is always all there is.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use dateline::{
    library::{Keeper, KeeperSettings, Limits, News, OwnFolders, Polling, ReadingSettings},
    storage::catalogue::Record,
};
use rustix::process::Signal;

use super::{Desk, run, terminal::Terminal};

fn is_slow() -> bool {
    std::env::var_os("RUN_SLOW_TESTS").is_some()
}

/// What an indexing process has done so far, as far as its files tell.
struct Progress {
    row_bytes: u64,
    word_files: usize,
    /// Grows by eight bytes for every article that is committed.
    state_bytes: u64,
}

fn progress(cache: &Path) -> Progress {
    let files = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let place = files(cache).into_iter().flat_map(|folder| files(&folder)).next();
    let place = place.unwrap_or_default();
    let is_rows = |path: &&PathBuf| path.to_string_lossy().contains("/rows-");
    let rows = files(&place);
    let rows = rows.iter().find(is_rows).and_then(|path| fs::metadata(path).ok());
    Progress {
        row_bytes: rows.map_or(0, |rows| rows.len()),
        word_files: files(&place.join("words")).len(),
        state_bytes: fs::metadata(place.join("state")).map_or(0, |state| state.len()),
    }
}

/// Numbers that look random and are the same in every run.
struct Numbers(u32);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(self.0 >> 8).unwrap() % end
    }
}

/// Waits until the process has come as far as `is_far`, or has ended.
fn wait_for(is_far: impl Fn() -> bool, mut has_ended: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(120);
    while !is_far() && !has_ended() {
        assert!(Instant::now() < deadline, "indexing does not come on");
        // Not for timing: only not to take the processor from the one that is watched.
        thread::sleep(Duration::from_micros(200));
    }
}

/// Kills indexing when it has come to some point, as the program or as `dateline index`.
fn kill_somewhere(desk: &Desk, n_articles: usize, numbers: &mut Numbers) {
    let cache = desk.ours.path().join("cache");
    let start = progress(&cache);
    let n_row_bytes = u64::try_from(numbers.below(n_articles * Record::SIZE)).unwrap();
    let n_word_files = start.word_files + numbers.below(24);
    let what = numbers.below(3);
    let is_far = || {
        let now = progress(&cache);
        match what {
            0 => n_row_bytes < now.row_bytes,
            1 => n_word_files < now.word_files,
            _ => start.state_bytes + 100 * 8 + 400 < now.state_bytes,
        }
    };
    if numbers.below(2) == 0 {
        let mut terminal = desk.open();
        wait_for(is_far, || {
            usize::try_from(progress(&cache).row_bytes).unwrap() == n_articles * Record::SIZE
        });
        terminal.signal(Signal::KILL);
        terminal.ended();
    } else {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .arg("index")
            .args(Terminal::arguments(desk.library.path(), desk.ours.path()))
            .env("HOME", desk.ours.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        wait_for(is_far, || child.try_wait().unwrap().is_some());
        // It may just have ended.
        let _ = child.kill();
        child.wait().unwrap();
    }
}

impl Desk {
    /// Opens the library in this process: how many articles were committed; then brings it up to
    /// date, and says how many files were read for that.
    fn resume(&self) -> (usize, usize) {
        let own_folders = OwnFolders {
            cache: self.ours.path().join("cache"),
            data: self.ours.path().join("data"),
            ..OwnFolders::default()
        };
        let settings = KeeperSettings {
            index_memory_bytes: 30 << 20,
            watches: false,
            indexes: true,
            polling: Polling::default(),
            change_unreads: false,
            limits: Limits::default(),
        };
        let (library, keeper, _) =
            Keeper::open(self.library.path(), &own_folders, ReadingSettings::default(), settings)
                .unwrap();
        let n_committed = library.counts().n_articles;
        let (_sender, inbox) = mpsc::channel();
        let mut n_read = 0;
        keeper.run_once(&inbox, &mut |news| match news {
            News::Working(Some(work)) if work.what == "reading" => n_read = n_read.max(work.n_done),
            News::Note(text) | News::Aside(text) | News::Banner(text) => panic!("{text}"),
            _ => (),
        });
        (n_committed, n_read)
    }

    fn n_found(&self, words: &str) -> usize {
        let arguments = ["search", self.library.path().to_str().unwrap(), words];
        let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(arguments)
            .args([Path::new("--cache-dir"), &self.ours.path().join("cache")])
            .args([Path::new("--data-dir"), &self.ours.path().join("data")])
            .env("HOME", self.ours.path())
            .output()
            .unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().lines().count()
    }
}

#[test]
fn kill_9_at_any_moment_of_indexing_costs_only_time() {
    let (n_rounds, n_articles) = if is_slow() { (30, 3_000) } else { (8, 600) };
    let mut numbers = Numbers(7);
    let mut n_resumed = 0;
    for round in 0..n_rounds {
        let desk = Desk::new(n_articles);
        // Killed again while it goes on.
        for _ in 0..=numbers.below(3) {
            kill_somewhere(&desk, n_articles, &mut numbers);
        }
        let (n_committed, n_read) = desk.resume();
        assert_eq!(n_committed + n_read, n_articles, "round {round}: what was kept is read again");
        n_resumed += usize::from(0 < n_committed && n_committed < n_articles);
        assert_eq!(desk.listed().lines().count(), n_articles, "round {round}");
        for (words, n_expected) in
            [("harbour", n_articles), ("\"boat 7 left\"", 1), ("ferr*", n_articles)]
        {
            assert_eq!(desk.n_found(words), n_expected, "round {round}: {words}");
        }
    }
    if is_slow() {
        assert!(3 < n_resumed, "only {n_resumed} rounds were killed between two commits");
    }
}

#[test]
fn when_the_instance_that_indexes_is_killed_the_other_goes_on() {
    let n_articles = 800;
    let desk = Desk::new(n_articles);
    let mut first = desk.open();
    // As soon as there is something to show, indexing goes on for a while.
    first.wait("Ferry report");
    let mut second = desk.open();
    second.wait("Ferry report");
    first.signal(Signal::KILL);
    first.ended();
    second.wait(&format!("{n_articles} articles"));
    let text = "A late one\n20260401\nhttps://tide.example/late\nThe zeppelin left the mast.\n";
    fs::write(desk.library.path().join("late.txt"), text).unwrap();
    second.wait(&format!("{} articles", n_articles + 1));
    second.press("/zeppelin");
    second.wait("1 hit");
    second.press("\x1b");
    second.wait(&format!("{} articles", n_articles + 1));
    second.press("q");
    assert_eq!(second.ended().exit_code(), 0);
    let found = run(desk.library.path(), desk.ours.path(), &["list"]);
    assert_eq!(found.lines().count(), n_articles + 1);
    assert_eq!(desk.n_found("harbour"), n_articles);
}

#[test]
fn when_the_instance_that_writes_leaves_the_other_takes_over() {
    for is_killed in [false, true] {
        let desk = Desk::new(5);
        let mut first = desk.open();
        first.wait("5 articles · 5 unread");
        let mut second = desk.open();
        second.wait("5 articles · 5 unread");
        desk.write(20);
        second.wait("6 articles");
        if is_killed {
            first.signal(Signal::KILL);
        } else {
            first.press("q");
        }
        first.ended();
        desk.write(27);
        second.wait("7 articles");
        second.press("/boat 27");
        second.wait("1 hit");
        second.press("\x1b");
        second.wait("7 articles");
        second.press("q");
        second.ended();
    }
}
