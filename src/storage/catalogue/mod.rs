//! The catalogue: what is known of every file, in three files of the cache.
//!
//! `rows` (records of fixed size) and `text` (their strings) only grow; `state` says how much of
//! them counts and holds the order of the list, and is replaced whole at each commit. A crash
//! leaves the last commit and, behind it, bytes that the next opening cuts off. Nothing is mapped:
//! a window of rows is a few positioned reads. All of it can be deleted at any time.

mod columns;
mod copies;
mod order;
mod record;
mod roles;
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

pub use columns::Columns;
pub use order::SortKey;
pub use record::{Kind, Record, Strings, TextPlace, file_key};
pub use roles::Role;
pub use snapshot::Snapshot;
pub use state::{CopyRow, Folder, Sources, State};
pub use upkeep::{Compacting, clear_way, remove_any};

use crate::{
    base::{Clean, atomic, wording},
    domain::{ArticleId, ArticleLanguage, Hints, Rank, Seq},
    storage::Stamp,
};
use order::Names;
use roles::Roles;

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
    /// The row of the article that this is a further place of.
    pub copy_of: Option<Seq>,
    pub hints: Hints,
    pub language: ArticleLanguage,
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
    roles: Roles,
    sources: HashMap<Clean, u32>,
    /// Rows were added or removed since the last snapshot.
    is_ahead: bool,
}

impl Catalogue {
    /// Opens the catalogue kept in `place`, or starts one if there is none, where it is damaged, or
    /// where its `settings` were others.
    ///
    /// # Errors
    /// If the place cannot be written.
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
    /// If the place cannot be written.
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
        let sources = state.sources.names.iter().cloned().zip(0..).collect();
        let roles = Roles::of(&state);
        let (rows, text) = (Vec::new(), Vec::new());
        let files = Arc::new(files);
        Self { place, files, state, rows, text, roles, sources, is_ahead: false }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// For the caller's changes to folders and completeness.
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
        let rank = Rank::new(row.date, seq);
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
            hints: row.hints,
            language: row.language,
        };
        record.encode(&mut self.rows);
        self.is_ahead = true;
        if row.hints != Hints::default() {
            Arc::make_mut(&mut self.state.sources.evidence).of_source(source).add(row.hints);
        }
        self.state.text_len += u64::from(text_len);
        self.state.n_rows += 1;
        let place = SortKey { rank, folder: row.folder, name: &strings.name };
        self.roles.enter(place, (row.kind, row.copy_of), &mut self.state);
        (seq, rank)
    }

    fn source_number(&mut self, source: Clean) -> u32 {
        if let Some(number) = self.sources.get(&source) {
            return *number;
        }
        let number = u32::try_from(self.state.sources.names.len()).unwrap_or(u32::MAX);
        self.state.sources.names.push(source.clone());
        self.sources.insert(source, number);
        number
    }

    /// Takes a row out of the catalogue; its number is not used again. Says what it stood for,
    /// `None` if it was out. The copies of an article wait until they are given to another.
    pub fn remove(&mut self, seq: Seq, record: &Record) -> Option<Role> {
        self.is_ahead = true;
        let role = self.roles.remove(seq, record.kind, &mut self.state);
        if role.is_some() && record.hints != Hints::default() {
            Arc::make_mut(&mut self.state.sources.evidence)
                .of_source(record.source)
                .remove(record.hints);
        }
        role
    }

    /// What a row stands for; `None` of one that is out.
    pub fn role(&mut self, seq: Seq) -> Option<Role> {
        self.roles.of_row(seq, &self.state)
    }

    /// Whether a file comes before the one of a row in every list by date.
    ///
    /// # Errors
    /// If the rows cannot be read or written.
    pub fn precedes(&mut self, place: &SortKey<'_>, seq: Seq) -> io::Result<bool> {
        let rank = self.record(seq)?.rank;
        let mut names = Names::new(&self.files, self.state.text_len, &self.state.folders);
        Ok(names.order(rank, place)?.is_gt())
    }

    /// Makes the row of an article a copy of another, which takes its copies over.
    ///
    /// # Errors
    /// If the rows cannot be read or written.
    pub fn demote(&mut self, seq: Seq, to: Seq) -> io::Result<()> {
        let record = self.record(seq)?;
        let name = self.strings(&record)?.name;
        let place = SortKey { rank: record.rank, folder: record.folder, name: &name };
        self.is_ahead = true;
        self.roles.demote(place, record.kind, to, &mut self.state);
        Ok(())
    }

    /// The first copy of an article, of one that has lost its row too.
    ///
    /// # Errors
    /// If the rows cannot be read or written.
    pub fn first_copy(&mut self, article: Seq) -> io::Result<Option<Seq>> {
        self.flush()?;
        let Self { files, state, roles, .. } = self;
        let mut names = Names::new(files, state.text_len, &state.folders);
        roles.copies(state).first(article, &mut names)
    }

    /// Gives the copies of an article that has lost its row to another row of it.
    pub fn hand_over_copies(&mut self, old: Seq, new: Seq) {
        self.roles.copies(&self.state).hand_over(old, new);
    }

    /// The numbers of a row, one just added too.
    ///
    /// # Errors
    /// If the rows cannot be read or written.
    pub fn record(&mut self, seq: Seq) -> io::Result<Record> {
        self.flush()?;
        self.files.record(seq)
    }

    /// The strings of a row, one just added too.
    ///
    /// # Errors
    /// If the rows cannot be read or written.
    pub fn strings(&mut self, record: &Record) -> io::Result<Strings> {
        self.flush()?;
        self.files.strings(record, self.state.text_len)
    }

    /// Notes that a file has another time although its bytes are the same.
    ///
    /// # Errors
    /// If the rows cannot be read or written.
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
    /// If the rows cannot be written, since the disk is full, or those that are there not read.
    pub fn snapshot(&mut self) -> io::Result<Snapshot> {
        self.flush()?;
        self.is_ahead = false;
        self.roles.settle(&self.files, &mut self.state)?;
        let (files, state) = (Arc::clone(&self.files), self.state.clone());
        Ok(Snapshot::new(files, state, self.roles.alive().clone()))
    }

    /// Makes all that was added and removed last.
    ///
    /// # Errors
    /// If it cannot be written, or the existing one cannot be read; the last commit is then
    /// unchanged.
    pub fn commit(&mut self) -> io::Result<()> {
        self.flush()?;
        self.roles.settle(&self.files, &mut self.state)?;
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
}

/// Opens the catalogue in `place` for reading only, as another instance keeps it.
pub fn open_shared(place: &Path, settings: u64) -> Option<Snapshot> {
    let state = read_state(place).filter(|state| state.settings == settings)?;
    let files = open_files(place, &state, false).ok()?;
    let alive = state.alive();
    Some(Snapshot::new(Arc::new(files), state, alive))
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
mod tests;
