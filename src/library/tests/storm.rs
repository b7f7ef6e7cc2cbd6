//! Whatever happens in the directory, the list equals it once it is quiet: storms of changes,
//! drawn by number, against a keeper at work; then its rows are compared with a fresh cache.
//!
//! `STORMS=500 cargo test --lib storm` is the big run, `STORM=17` repeats a single one. In the big
//! run every fiftieth storm has ten thousand files at once.

use std::{
    collections::BTreeMap,
    os::unix::fs::symlink,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use super::*;

/// Every article has this word.
const EVERYWHERE: &str = "lighthouse";

/// Rounds of changes that one keeper lives through.
const N_ROUNDS: usize = 4;

/// A small generator, so that a storm is repeated by its number.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % n
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        (!from.is_empty()).then(|| &from[self.roll(from.len())])
    }
}

struct Storm {
    dice: Dice,
    root: PathBuf,
    /// Outside of the library, for what is moved out and comes back.
    away: tempfile::TempDir,
    n_texts: usize,
    n_names: usize,
    log: Vec<String>,
}

impl Storm {
    fn new(number: u64, root: &Path) -> Self {
        let dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let away = tempfile::tempdir().unwrap();
        Self { dice, root: root.to_owned(), away, n_texts: 0, n_names: 0, log: Vec::new() }
    }

    /// A new text, sometimes one that is there already, sometimes none.
    fn text(&mut self) -> String {
        self.n_texts += usize::from(self.dice.roll(4) != 0);
        let number = self.n_texts;
        if self.dice.roll(25) == 0 {
            return String::new();
        }
        let day = 1 + number % 28;
        article(&format!("Title {number:05}"), &format!("202603{day:02}"), EVERYWHERE)
    }

    fn name(&mut self, what: &str) -> String {
        // Names come again after a while.
        self.n_names += 1;
        format!("{what}{}", self.dice.roll(8 + self.n_names / 4))
    }

    /// All folders, and all files, without following links.
    fn look(&self) -> (Vec<PathBuf>, Vec<PathBuf>) {
        let (mut folders, mut files) = (vec![self.root.clone()], Vec::new());
        let mut at = 0;
        while at < folders.len() {
            for entry in fs::read_dir(&folders[at]).unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else {
                    files.push(entry.path());
                }
            }
            at += 1;
        }
        folders.sort();
        files.sort();
        (folders, files)
    }

    fn change(&mut self) {
        let (folders, files) = self.look();
        let inner: Vec<PathBuf> = folders[1..].to_vec();
        let folder = self.dice.pick(&folders).unwrap().clone();
        let what = self.dice.roll(22);
        match what {
            0..=3 => {
                let path = folder.join(self.name("file"));
                self.write(&path);
            }
            4 | 5 => {
                if let Some(path) = self.dice.pick(&files).cloned() {
                    self.write(&path);
                }
            }
            6 => {
                if let Some(path) = self.dice.pick(&files) {
                    fs::remove_file(path).unwrap();
                }
            }
            7 | 8 => {
                if let Some(path) = self.dice.pick(&files).cloned() {
                    let to = folder.join(self.name("file"));
                    self.rename(&path, &to);
                }
            }
            9 | 10 => {
                let path = folder.join(self.name("folder"));
                let _ = fs::create_dir(&path);
            }
            11..=13 => {
                if let Some(path) = self.dice.pick(&inner).cloned() {
                    let to = folder.join(self.name("folder"));
                    self.rename(&path, &to);
                }
            }
            14 => self.with(&inner, |_, path| fs::remove_dir_all(path).unwrap()),
            15 | 16 => self.with(&inner, Self::take_away_and_bring_back),
            17 => {
                let to = folder.join(self.name("folder"));
                self.with(&inner, |_, path| {
                    if !to.starts_with(path) {
                        copy(path, &to);
                    }
                });
            }
            18 => self.replace_by_the_other_kind(&files, &inner),
            19 => self.write_rules(&folder),
            20 => {
                if let Some(path) = self.dice.pick(&files).cloned() {
                    let _ = symlink(path, folder.join(self.name("link")));
                }
            }
            _ => self.move_out_or_in(&folder, &inner),
        }
        self.log.push(format!("{what} in {}", folder.display()));
    }

    fn with(&mut self, folders: &[PathBuf], change: impl FnOnce(&mut Self, &Path)) {
        if let Some(path) = self.dice.pick(folders).cloned() {
            change(self, &path);
        }
    }

    fn write(&mut self, path: &Path) {
        let text = self.text();
        // A folder may have the name, or a link lead nowhere.
        let _ = fs::write(path, text);
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        self.log.push(format!("{} to {}", from.display(), to.display()));
        // Not into itself, and not over a folder that holds something.
        let _ = fs::rename(from, to);
    }

    /// As `git checkout` does to another branch and back, or `rm -rf` and `cp -r`.
    fn take_away_and_bring_back(&mut self, path: &Path) {
        let kept = self.away.path().join("kept");
        copy(path, &kept);
        fs::remove_dir_all(path).unwrap();
        self.pause();
        copy(&kept, path);
        fs::remove_dir_all(kept).unwrap();
    }

    fn replace_by_the_other_kind(&mut self, files: &[PathBuf], folders: &[PathBuf]) {
        if self.dice.roll(2) == 0 {
            if let Some(path) = self.dice.pick(files).cloned() {
                fs::remove_file(&path).unwrap();
                fs::create_dir(&path).unwrap();
                self.write(&path.join("inside"));
            }
        } else if let Some(path) = self.dice.pick(folders).cloned() {
            fs::remove_dir_all(&path).unwrap();
            self.write(&path);
        }
    }

    fn write_rules(&mut self, folder: &Path) {
        let path = folder.join(".datelineignore");
        let rules = ["file1*\n", "folder2\n", "!file1*\nlink*\n"];
        match self.dice.pick(&rules) {
            // A folder may have the name.
            Some(text) if self.dice.0 & 8 == 0 => drop(fs::write(path, text)),
            _ => drop(fs::remove_file(path)),
        }
    }

    fn move_out_or_in(&mut self, folder: &Path, folders: &[PathBuf]) {
        let outside = self.away.path().join("outside");
        if outside.exists() {
            let to = folder.join(self.name("folder"));
            self.rename(&outside, &to);
            // Still outside if it could not be moved: it is changed there, unseen.
            let _ = fs::write(outside.join("unseen"), "text");
        } else if let Some(path) = self.dice.pick(folders).cloned() {
            self.rename(&path, &outside);
            let _ = fs::write(outside.join("unseen"), article("Unseen", "20260301", EVERYWHERE));
        }
    }

    fn many(&mut self, n_files: usize) {
        let name = self.name("many");
        let folder = self.root.join(name);
        let _ = fs::create_dir(&folder);
        for number in 0..n_files {
            self.write(&folder.join(format!("{number}.txt")));
        }
        if self.dice.roll(2) == 0 {
            self.rename(&folder, &self.root.join("renamed"));
        }
    }

    /// Lets the keeper get in between, or not.
    fn pause(&mut self) {
        let pauses = [0, 0, 1, 20, 130, 260];
        let pause = *self.dice.pick(&pauses).unwrap();
        thread::sleep(Duration::from_millis(pause));
    }
}

fn copy(from: &Path, to: &Path) {
    if fs::create_dir(to).is_err() {
        return;
    }
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            copy(&entry.path(), &target);
        } else if kind.is_file() {
            fs::copy(entry.path(), target).unwrap();
        } else {
            symlink(fs::read_link(entry.path()).unwrap(), target).unwrap();
        }
    }
}

/// All rows by path, with what they say; the articles listed; and how many of them are found.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    rows: BTreeMap<PathBuf, Vec<String>>,
    listed: Vec<String>,
    n_found: usize,
}

fn said(library: &Library) -> Option<Said> {
    let snapshot = library.snapshot();
    let live = snapshot.live_rows();
    let mut records = Vec::new();
    snapshot
        .each_record(crate::domain::Seq(0), |seq, record| {
            records.extend(live.contains(seq.0).then_some(record));
        })
        .ok()?;
    let mut rows: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for record in records {
        let reason = snapshot.strings(&record).ok()?.reason;
        let what = reason.map_or_else(|| record.id.to_string(), |why| why.name().to_owned());
        rows.entry(snapshot.path(&record).ok()?).or_default().push(what);
    }
    let mut listed = Vec::new();
    for row in all(library) {
        // Whoever is listed can be found by its id.
        library.find(row.id).ok()?;
        listed.push(row.id.to_string());
    }
    listed.sort();
    library.index()?;
    Some(Said { rows, listed, n_found: found(library, EVERYWHERE).len() })
}

/// What a cache says that was made of the directory as it is.
fn truth(fixture: &Fixture) -> Said {
    let ours = tempfile::tempdir().unwrap();
    let own_folders = OwnFolders {
        cache: ours.path().join("cache"),
        data: ours.path().join("data"),
        ..OwnFolders::default()
    };
    let settings = Fixture::settings(false, Limits::default());
    let (library, keeper, _) =
        Keeper::open(fixture.folder.path(), &own_folders, ReadingSettings::default(), settings)
            .unwrap();
    let (_sender, inbox) = channel();
    keeper.run_once(&inbox, &mut |_| ());
    said(&library).unwrap()
}

/// Ends the reading when it is dropped.
struct Over<'t>(&'t AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Reads what is listed while it changes.
fn read_on(library: &Library, is_over: &AtomicBool) {
    while !is_over.load(Ordering::Relaxed) {
        let Ok(listed) = library.list(&Listing::default(), None, &Cancel::never()) else {
            continue;
        };
        for row in library.headlines(&listed, 0..20).unwrap_or_default() {
            // It may have gone or changed.
            let _ = library.article(row.id);
        }
        thread::sleep(Duration::from_millis(15));
    }
}

fn rage(number: u64, is_big: bool) {
    let fixture = three();
    let root = fixture.folder.path().canonicalize().unwrap();
    let mut storm = Storm::new(number, &root);
    let max_watches = if number.is_multiple_of(3) { 1 + storm.dice.roll(3) } else { usize::MAX };
    let live = Live::start_with(&fixture, Limits { max_watches, ..Limits::default() });
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        // Also when the storm fails: nobody waits for a reader that reads on.
        let _over = Over(&is_over);
        scope.spawn(|| read_on(&live.library, &is_over));
        for round in 0..N_ROUNDS {
            if is_big && round == 1 {
                storm.many(10_000);
            } else if storm.dice.roll(4) == 0 {
                storm.many(300);
            }
            for _ in 0..storm.dice.roll(60) {
                storm.change();
                if storm.dice.roll(4) == 0 {
                    storm.pause();
                }
            }
            let truth = truth(&fixture);
            let deadline = Instant::now() + if is_big { 9 * LIMIT } else { 3 * LIMIT };
            loop {
                let now = said(&live.library);
                if now.as_ref() == Some(&truth) {
                    break;
                }
                if deadline < Instant::now() {
                    let log = &storm.log[storm.log.len().saturating_sub(80)..];
                    let differing = differing(now.as_ref(), &truth);
                    panic!(
                        "storm {number}, round {round}, {max_watches} watches:\n{differing}\n{log:#?}"
                    );
                }
                let _ = live.news.recv_timeout(Duration::from_millis(100));
            }
        }
    });
}

fn differing(now: Option<&Said>, truth: &Said) -> String {
    let Some(now) = now else { return "something cannot be read or found".to_owned() };
    let paths = now.rows.keys().chain(truth.rows.keys());
    let rows = paths.filter(|path| now.rows.get(*path) != truth.rows.get(*path)).map(|path| {
        format!("{}: {:?}, not {:?}\n", path.display(), now.rows.get(path), truth.rows.get(path))
    });
    let counts = format!(
        "{} listed, not {}; {} found, not {}",
        now.listed.len(),
        truth.listed.len(),
        now.n_found,
        truth.n_found
    );
    rows.collect::<String>() + &counts
}

fn number_of(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn after_any_storm_the_list_equals_the_directory() {
    if let Some(number) = number_of("STORM") {
        return rage(number, number % 50 == 49);
    }
    let n_storms = number_of("STORMS");
    for number in 0..n_storms.unwrap_or(4) {
        rage(number, n_storms.is_some() && number % 50 == 49);
    }
}
