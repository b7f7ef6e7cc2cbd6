//! The catalogue: what is known of every file, in three files of the cache.
//!
//! `rows` (records of fixed size) and `text` (their strings) only grow; `state` says how much of
//! them counts and holds the order of the list, and is replaced whole at each commit. A crash
//! leaves the last commit and, behind it, bytes that the next opening cuts off. Nothing is mapped:
//! a window of rows is a few positioned reads. All of it can be deleted at any time.

mod record;
mod snapshot;
mod state;
mod upkeep;

use std::{
    collections::HashMap,
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::NaiveDate;

pub use record::{Kind, Record, Strings, TextPlace, file_key};
pub use snapshot::Snapshot;
pub use state::{Folder, State};
pub use upkeep::{Compacting, clear_way, remove_any};

use crate::{
    base::{Bits, Clean, atomic, wording},
    domain::{ArticleId, Rank, Seq},
    storage::Stamp,
};

const STATE_FILE: &str = "state";

/// The two files that only grow; shared with every snapshot.
#[derive(Debug)]
struct Files {
    rows: File,
    text: File,
}

impl Files {
    fn row_at(seq: Seq) -> u64 {
        u64::from(seq.0) * Record::SIZE as u64
    }

    fn record(&self, seq: Seq) -> io::Result<Record> {
        let read = || {
            let mut bytes = [0; Record::SIZE];
            self.rows.read_exact_at(&mut bytes, Self::row_at(seq))?;
            Record::decode(&bytes).ok_or_else(damaged)
        };
        // A row that its writer was just restamping is whole at the second look.
        read().or_else(|_| read())
    }

    fn strings(&self, record: &Record, text_len: u64) -> io::Result<Strings> {
        // A damaged length must not ask for all memory.
        if text_len < u64::from(record.text.len) {
            return Err(damaged());
        }
        let mut bytes = vec![0; record.text.len as usize];
        self.text.read_exact_at(&mut bytes, record.text.at)?;
        if crc32fast::hash(&bytes) != record.text.check {
            return Err(damaged());
        }
        Strings::decode(&bytes).ok_or_else(damaged)
    }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, wording!("catalogue-damaged"))
}

/// What the caller knows of a new row.
#[derive(Debug)]
pub struct NewRow {
    pub id: ArticleId,
    pub date: Option<NaiveDate>,
    pub stamp: Stamp,
    pub folder: u32,
    pub source: Clean,
    pub n_words: u32,
    pub n_paragraphs: u32,
    pub kind: Kind,
    pub is_updated: bool,
}

/// The catalogue as its one writer holds it.
#[derive(Debug)]
pub struct Catalogue {
    /// Where it is kept; `None` while the cache cannot be written.
    place: Option<PathBuf>,
    files: Arc<Files>,
    state: State,
    /// Rows not yet in the files.
    rows: Vec<u8>,
    text: Vec<u8>,
    /// Articles not yet in the order.
    fresh: Vec<Rank>,
    /// Rows not yet taken out of the order.
    dead: Bits,
    n_dead: usize,
    sources: HashMap<Clean, u32>,
}

impl Catalogue {
    /// Opens the catalogue kept in `place`, or starts one where there is none, where it is
    /// damaged, or where its `settings` were others.
    ///
    /// # Errors
    /// Where the place cannot be written.
    pub fn open(place: &Path, settings: u64) -> io::Result<Self> {
        atomic::create_private_folder(place)?;
        if let Some(state) = read_state(place).filter(|state| state.settings == settings)
            && let Ok(files) = open_files(place, &state, true)
        {
            return Ok(Self::with(Some(place.to_owned()), files, state));
        }
        Self::create(place, settings)
    }

    /// Starts a catalogue in `place`, whatever there is.
    ///
    /// # Errors
    /// Where the place cannot be written.
    pub fn create(place: &Path, settings: u64) -> io::Result<Self> {
        let catalogue = Self::beside(place, settings)?;
        atomic::replace(&place.join(STATE_FILE), &catalogue.state.encode())?;
        upkeep::remove_older(place, catalogue.state.key);
        Ok(catalogue)
    }

    /// An empty catalogue in `place`, which takes the place of the one there when it is committed.
    fn beside(place: &Path, settings: u64) -> io::Result<Self> {
        let state = State {
            key: new_key(),
            settings,
            folders: vec![Folder::new(0, "".as_ref())],
            ..State::default()
        };
        let files = create_files(place, &state)?;
        Ok(Self::with(Some(place.to_owned()), files, state))
    }

    fn with(place: Option<PathBuf>, files: Files, state: State) -> Self {
        let sources = state.sources.iter().cloned().zip(0..).collect();
        Self {
            place,
            files: Arc::new(files),
            state,
            rows: Vec::new(),
            text: Vec::new(),
            fresh: Vec::new(),
            dead: Bits::default(),
            n_dead: 0,
            sources,
        }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// For the caller's changes to folders, arrival and completeness.
    pub fn state_mut(&mut self) -> &mut State {
        &mut self.state
    }

    /// The number the next row gets.
    pub fn next_seq(&self) -> Seq {
        Seq(self.state.n_rows)
    }

    /// Adds a row.
    pub fn append(&mut self, row: NewRow, strings: &Strings) -> (Seq, Rank) {
        let seq = self.next_seq();
        let rank = Rank::new(row.date, self.state.arrival, seq);
        let text_start = self.text.len();
        strings.encode(&mut self.text);
        let source = self.source_number(row.source);
        let text_len = u32::try_from(self.text.len() - text_start).unwrap_or(u32::MAX);
        let record = Record {
            id: row.id,
            rank,
            stamp: row.stamp,
            text: TextPlace {
                at: self.state.text_len,
                len: text_len,
                check: crc32fast::hash(&self.text[text_start..]),
            },
            folder: row.folder,
            file_key: file_key(row.folder, &strings.name),
            source,
            n_words: row.n_words,
            n_paragraphs: row.n_paragraphs,
            kind: row.kind,
            is_updated: row.is_updated,
        };
        record.encode(&mut self.rows);
        self.state.text_len += u64::from(text_len);
        self.state.n_rows += 1;
        self.enter(row.kind, rank);
        (seq, rank)
    }

    fn enter(&mut self, kind: Kind, rank: Rank) {
        match kind {
            Kind::Article => self.fresh.push(rank),
            Kind::FlawedArticle => {
                self.fresh.push(rank);
                self.state.n_flawed += 1;
            }
            Kind::Copy => self.state.copies.push(rank.seq().0),
            Kind::NotAnArticle => self.state.others.push(rank.seq().0),
        }
    }

    fn source_number(&mut self, source: Clean) -> u32 {
        if let Some(number) = self.sources.get(&source) {
            return *number;
        }
        let number = u32::try_from(self.state.sources.len()).unwrap_or(u32::MAX);
        self.state.sources.push(source.clone());
        self.sources.insert(source, number);
        number
    }

    /// Takes a row out of the catalogue; its number is not used again.
    pub fn remove(&mut self, seq: Seq, kind: Kind) {
        match kind {
            Kind::Copy => self.state.copies.retain(|copy| *copy != seq.0),
            Kind::NotAnArticle => self.state.others.retain(|other| *other != seq.0),
            Kind::Article | Kind::FlawedArticle => {
                self.dead.set(seq.0, true);
                self.n_dead += 1;
                if kind == Kind::FlawedArticle {
                    self.state.n_flawed = self.state.n_flawed.saturating_sub(1);
                }
            }
        }
    }

    /// The numbers of a row, one just added too.
    ///
    /// # Errors
    /// Where the rows cannot be read or written.
    pub fn record(&mut self, seq: Seq) -> io::Result<Record> {
        self.flush()?;
        self.files.record(seq)
    }

    /// The strings of a row, one just added too.
    ///
    /// # Errors
    /// Where the rows cannot be read or written.
    pub fn strings(&mut self, record: &Record) -> io::Result<Strings> {
        self.flush()?;
        self.files.strings(record, self.state.text_len)
    }

    /// Notes that a file has another time although its bytes are the same.
    ///
    /// # Errors
    /// Where the rows cannot be read or written.
    pub fn restamp(&mut self, seq: Seq, stamp: Stamp) -> io::Result<()> {
        let mut record = self.record(seq)?;
        record.stamp = stamp;
        let mut bytes = Vec::new();
        record.encode(&mut bytes);
        self.files.rows.write_all_at(&bytes, Files::row_at(seq))
    }

    /// What readers see from now on.
    ///
    /// # Errors
    /// Where the rows cannot be written: the disk is full.
    pub fn snapshot(&mut self) -> io::Result<Snapshot> {
        self.flush()?;
        self.merge();
        Ok(Snapshot::new(Arc::clone(&self.files), self.state.clone()))
    }

    /// Makes all that was added and removed last.
    ///
    /// # Errors
    /// Where it cannot be written; the last commit is then as it was.
    pub fn commit(&mut self) -> io::Result<()> {
        self.flush()?;
        self.merge();
        let Some(place) = &self.place else { return Ok(()) };
        // The rows must be there before the state that counts them.
        self.files.rows.sync_data()?;
        self.files.text.sync_data()?;
        atomic::replace(&place.join(STATE_FILE), &self.state.encode())
    }

    fn flush(&mut self) -> io::Result<()> {
        let rows_at = u64::from(self.state.n_rows) * Record::SIZE as u64 - self.rows.len() as u64;
        self.files.rows.write_all_at(&self.rows, rows_at)?;
        self.files.text.write_all_at(&self.text, self.state.text_len - self.text.len() as u64)?;
        self.rows.clear();
        self.text.clear();
        Ok(())
    }

    fn merge(&mut self) {
        if self.fresh.is_empty() && self.n_dead == 0 {
            return;
        }
        let mut fresh = std::mem::take(&mut self.fresh);
        fresh.sort_unstable_by(|a, b| b.cmp(a));
        let old = std::mem::take(&mut self.state.ranks);
        let mut ranks = Vec::with_capacity(old.len() + fresh.len());
        let (mut old, mut fresh) = (old.iter().copied().peekable(), fresh.into_iter().peekable());
        loop {
            let next = match (old.peek(), fresh.peek()) {
                (Some(one), Some(two)) if one < two => fresh.next(),
                (Some(_), _) => old.next(),
                (None, _) => fresh.next(),
            };
            let Some(rank) = next else { break };
            if self.n_dead == 0 || !self.dead.contains(rank.seq().0) {
                ranks.push(rank);
            }
        }
        self.state.ranks = Arc::new(ranks);
        self.dead = Bits::default();
        self.n_dead = 0;
    }
}

/// Opens the catalogue in `place` for reading only, as another instance keeps it.
pub fn open_shared(place: &Path, settings: u64) -> Option<Snapshot> {
    let state = read_state(place).filter(|state| state.settings == settings)?;
    let files = open_files(place, &state, false).ok()?;
    Some(Snapshot::new(Arc::new(files), state))
}

fn read_state(place: &Path) -> Option<State> {
    let file = File::open(place.join(STATE_FILE)).ok()?;
    let n_bytes = file.metadata().ok().filter(fs::Metadata::is_file)?.len();
    State::read(file, n_bytes)
}

fn rows_path(place: &Path, key: u64) -> PathBuf {
    place.join(format!("rows-{key:016x}"))
}

fn text_path(place: &Path, key: u64) -> PathBuf {
    place.join(format!("text-{key:016x}"))
}

fn open_files(place: &Path, state: &State, is_writer: bool) -> io::Result<Files> {
    let open = |path: PathBuf, n_bytes: u64| -> io::Result<File> {
        let file = OpenOptions::new().read(true).write(is_writer).open(path)?;
        let has = file.metadata()?.len();
        if has < n_bytes {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if is_writer && n_bytes < has {
            file.set_len(n_bytes)?;
        }
        Ok(file)
    };
    let rows_len = u64::from(state.n_rows) * Record::SIZE as u64;
    Ok(Files {
        rows: open(rows_path(place, state.key), rows_len)?,
        text: open(text_path(place, state.key), state.text_len)?,
    })
}

fn create_files(place: &Path, state: &State) -> io::Result<Files> {
    let create = |path: PathBuf| {
        OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path)
    };
    Ok(Files {
        rows: create(rows_path(place, state.key))?,
        text: create(text_path(place, state.key))?,
    })
}

/// A number that no other catalogue has: from the clock and the process.
fn new_key() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seed = format!("{:?} {}", now.unwrap_or_default(), std::process::id());
    u64::from_le_bytes(*blake3::hash(seed.as_bytes()).as_bytes().first_chunk().unwrap_or(&[1; 8]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NotAnArticle;

    fn row(number: u8, day: Option<u32>) -> NewRow {
        NewRow {
            id: ArticleId([number; 16]),
            date: day.and_then(|day| NaiveDate::from_ymd_opt(2022, 2, day)),
            stamp: Stamp::default(),
            folder: 0,
            source: "bbc.co.uk".into(),
            n_words: 1,
            n_paragraphs: 1,
            kind: Kind::Article,
            is_updated: false,
        }
    }

    fn named(name: &str) -> Strings {
        Strings { name: name.into(), title: name.into(), ..Strings::default() }
    }

    fn titles(snapshot: &Snapshot) -> Vec<String> {
        let title = |rank: &Rank| {
            let record = snapshot.record(rank.seq()).unwrap();
            snapshot.strings(&record).unwrap().title.to_string()
        };
        snapshot.ranks().iter().map(title).collect()
    }

    #[test]
    fn rows_come_newest_first_and_survive_a_new_opening() {
        let place = tempfile::tempdir().unwrap();
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        catalogue.append(row(1, Some(3)), &named("old"));
        catalogue.append(row(2, None), &named("undated"));
        assert_eq!(titles(&catalogue.snapshot().unwrap()), ["old", "undated"]);
        catalogue.append(row(3, Some(5)), &named("new"));
        catalogue.commit().unwrap();
        let reopened = Catalogue::open(place.path(), 1).unwrap().snapshot().unwrap();
        assert_eq!(titles(&reopened), ["new", "old", "undated"]);
        assert_eq!(titles(&open_shared(place.path(), 1).unwrap()), ["new", "old", "undated"]);
        assert_eq!(reopened.state().sources.len(), 1);
    }

    #[test]
    fn what_was_not_committed_is_forgotten_and_written_over() {
        let place = tempfile::tempdir().unwrap();
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        catalogue.append(row(1, Some(3)), &named("kept"));
        catalogue.commit().unwrap();
        catalogue.append(row(2, Some(4)), &named("lost in a crash"));
        catalogue.snapshot().unwrap();
        drop(catalogue);
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        catalogue.append(row(3, Some(4)), &named("after"));
        assert_eq!(titles(&catalogue.snapshot().unwrap()), ["after", "kept"]);
    }

    #[test]
    fn removed_rows_leave_the_order() {
        let mut catalogue = Catalogue::in_memory(1).unwrap();
        let (first, _) = catalogue.append(row(1, Some(3)), &named("first"));
        catalogue.append(row(2, Some(4)), &named("second"));
        let mut other = row(3, None);
        other.kind = Kind::NotAnArticle;
        let strings = Strings { reason: Some(NotAnArticle::Binary), ..named("picture") };
        let (other, _) = catalogue.append(other, &strings);
        let before = catalogue.snapshot().unwrap();
        catalogue.remove(first, Kind::Article);
        catalogue.remove(other, Kind::NotAnArticle);
        let after = catalogue.snapshot().unwrap();
        assert_eq!(
            (titles(&before), before.state().others.len()),
            (vec!["second".into(), "first".into()], 1)
        );
        assert_eq!((titles(&after), after.state().others.len()), (vec!["second".into()], 0));
        assert!(!after.alive().contains(first.0));
    }

    #[test]
    fn other_settings_or_a_damaged_file_start_anew() {
        let place = tempfile::tempdir().unwrap();
        let make = || {
            let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
            catalogue.append(row(1, Some(3)), &named("a"));
            catalogue.commit().unwrap();
            catalogue.state().key
        };
        let key = make();
        let renewed = Catalogue::open(place.path(), 2).unwrap();
        assert_eq!((renewed.state().n_rows, renewed.state().key == key), (0, false));
        let key = make();
        fs::write(rows_path(place.path(), key), "short").unwrap();
        assert_eq!(Catalogue::open(place.path(), 1).unwrap().state().n_rows, 0);
        make();
        fs::write(place.path().join(STATE_FILE), "nonsense").unwrap();
        assert_eq!(Catalogue::open(place.path(), 1).unwrap().state().n_rows, 0);
        assert!(open_shared(place.path(), 7).is_none());
    }
}
