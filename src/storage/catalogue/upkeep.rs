//! The upkeep of a catalogue: checking, cleaning up, moving, compacting.

use std::{
    fs::{self, File},
    io::{self, Read, Seek, Write},
    os::unix::fs::FileExt,
    path::Path,
    sync::Arc,
};

use super::{
    Catalogue, CopyRow, Files, Folder, Record, STATE_FILE, Snapshot, State, TextPlace, damaged,
    new_key, open_files, read_state, roles::Roles, rows_path, text_path,
};
use crate::{
    base::Bits,
    domain::{Rank, Seq},
};

/// Rows copied or checked together.
const AT_ONCE: u32 = 8192;

/// When a catalogue is worth making small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compacting {
    /// With fewer dead rows than this it is left as it is.
    pub least_dead_rows: u32,
}

impl Default for Compacting {
    fn default() -> Self {
        Self { least_dead_rows: 10_000 }
    }
}

impl Snapshot {
    /// All rows that count: articles, their copies, and files that are not articles.
    pub fn live_rows(&self) -> Bits {
        let mut live = self.alive().clone();
        let copies = self.state().copies.iter().map(|copy| copy.rank);
        for rank in self.state().others.iter().copied().chain(copies) {
            live.set(rank.seq().0, true);
        }
        live
    }

    /// Compares all rows and strings with their checksums: a read of both files. Damage shows in
    /// a row when it is read; this finds it before. `is_stopped` is asked every few thousand rows.
    ///
    /// # Errors
    /// If a row is not as it was written.
    pub fn verify(&self, is_stopped: &mut dyn FnMut() -> bool) -> io::Result<()> {
        let live = self.live_rows();
        self.each_chunk(|first, records, text| {
            let text_start = records.first().map_or(0, |record| record.text.at);
            for (seq, record) in (first..).zip(records) {
                if live.contains(seq) && !is_in_place(record, seq) {
                    return Err(damaged());
                }
                if slice(text, text_start, record)
                    .is_none_or(|text| crc32fast::hash(text) != record.text.check)
                {
                    return Err(damaged());
                }
            }
            if is_stopped() { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
        })
    }

    /// Hands out rows in the order of their numbers, with the bytes of their strings.
    fn each_chunk(
        &self,
        mut take: impl FnMut(u32, &[Record], &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let n_rows = self.state().n_rows;
        let (mut bytes, mut text) = (Vec::new(), Vec::new());
        let mut first = 0;
        while first < n_rows {
            let n_now = AT_ONCE.min(n_rows - first);
            bytes.resize(n_now as usize * Record::SIZE, 0);
            self.files.rows.read_exact_at(&mut bytes, Files::row_at(Seq(first)))?;
            let records: Option<Vec<Record>> =
                bytes.chunks_exact(Record::SIZE).map(Record::decode).collect();
            let records = records.ok_or_else(damaged)?;
            // Strings stand in the order of their rows.
            let start = records.first().map_or(0, |record| record.text.at);
            let end = records.last().map_or(0, |last| last.text.at + u64::from(last.text.len));
            if end < start || self.state().text_len < end {
                return Err(damaged());
            }
            text.resize(usize::try_from(end - start).map_err(|_| damaged())?, 0);
            self.files.text.read_exact_at(&mut text, start)?;
            take(first, &records, &text)?;
            first += n_now;
        }
        Ok(())
    }
}

fn is_in_place(record: &Record, seq: u32) -> bool {
    record.rank.seq() == Seq(seq)
}

fn slice<'t>(text: &'t [u8], text_start: u64, record: &Record) -> Option<&'t [u8]> {
    let from = usize::try_from(record.text.at.checked_sub(text_start)?).ok()?;
    text.get(from..from + record.text.len as usize)
}

impl Catalogue {
    /// A catalogue in memory, for when the cache cannot be written.
    ///
    /// # Errors
    /// If the system has no memory to give.
    pub fn in_memory(settings: u64) -> io::Result<Self> {
        let file = || -> io::Result<File> {
            #[cfg(target_os = "linux")]
            return Ok(
                rustix::fs::memfd_create("dateline", rustix::fs::MemfdFlags::CLOEXEC)?.into()
            );
            #[cfg(not(target_os = "linux"))]
            return tempfile::tempfile();
        };
        let state = State {
            key: new_key(),
            settings,
            folders: vec![Folder::new(0, "".as_ref())],
            ..State::default()
        };
        Ok(Self::with(None, Files { rows: file()?, text: file()? }, state))
    }

    /// The catalogue kept in `place`, copied into memory: for a cache that cannot be written, but
    /// can be read. It keeps its key, and so its full text.
    pub fn copy_in_memory(place: &Path, settings: u64) -> Option<Self> {
        let state = read_state(place).filter(|state| state.settings == settings)?;
        let files = open_files(place, &state, false).ok()?;
        let mut copy = Self::with(Some(place.to_owned()), files, state);
        copy.move_to_memory().ok()?;
        Some(copy)
    }

    /// Goes on in memory, with everything that has been entered: the place can no longer be
    /// written.
    ///
    /// # Errors
    /// If the existing file cannot be read, or there is no memory.
    pub fn move_to_memory(&mut self) -> io::Result<()> {
        let memory = Self::in_memory(self.state.settings)?;
        let rows_len = Files::row_at(Seq(self.state.n_rows)) - self.rows.len() as u64;
        let text_len = self.state.text_len - self.text.len() as u64;
        copy_start(&self.files.rows, &memory.files.rows, rows_len)?;
        copy_start(&self.files.text, &memory.files.text, text_len)?;
        self.files = memory.files;
        self.place = None;
        Ok(())
    }

    /// Whether most rows are dead.
    pub fn is_mostly_dead(&self, compacting: Compacting) -> bool {
        let state = &self.state;
        let n_live = self.roles.n_most(state);
        let n_dead = state.n_rows.saturating_sub(u32::try_from(n_live).unwrap_or(u32::MAX));
        compacting.least_dead_rows < n_dead && state.n_rows / 2 < n_dead
    }

    /// A catalogue of the same live rows in the same order, without the dead ones, in place of
    /// this one. Rows get other numbers, so it has another key, and needs another full text.
    ///
    /// # Errors
    /// If this one is damaged or the place cannot be written; this one then stays.
    pub fn compacted(&mut self) -> io::Result<Self> {
        let snapshot = self.snapshot()?;
        let live = snapshot.live_rows();
        let mut small = match &self.place {
            Some(place) => Self::beside(place, self.state.settings)?,
            None => Self::in_memory(self.state.settings)?,
        };
        small.state.is_complete = self.state.is_complete;
        small.state.folders.clone_from(&self.state.folders);
        small.state.sources.clone_from(&self.state.sources);
        small.sources.clone_from(&self.sources);
        let mut numbers = vec![0; snapshot.state().n_rows as usize];
        snapshot.each_chunk(|first, records, text| {
            let text_start = records.first().map_or(0, |record| record.text.at);
            for (seq, record) in (first..).zip(records) {
                if live.contains(seq) {
                    let text = slice(text, text_start, record).ok_or_else(damaged)?;
                    numbers[seq as usize] = small.take_over(record, text).0;
                }
            }
            small.flush()
        })?;
        small.take_order_over(snapshot.state(), &numbers);
        small.commit()?;
        if let Some(place) = &self.place {
            remove_older(place, small.state.key);
        }
        Ok(small)
    }

    fn take_over(&mut self, record: &Record, text: &[u8]) -> Seq {
        let seq = self.next_seq();
        let record = Record {
            rank: record.rank.with_seq(seq),
            text: TextPlace { at: self.state.text_len, ..record.text },
            ..record.clone()
        };
        record.encode(&mut self.rows);
        self.text.extend_from_slice(text);
        self.state.text_len += text.len() as u64;
        self.state.n_rows += 1;
        seq
    }

    /// Takes over what rows stand for and in which order, by their new `numbers`. These rise with
    /// the old ones, so that what was sorted by them still is.
    fn take_order_over(&mut self, from: &State, numbers: &[u32]) {
        let number = |old: u32| numbers.get(old as usize).copied().unwrap_or(0);
        let renumbered = |rank: &Rank| rank.with_seq(Seq(number(rank.seq().0)));
        self.state.ranks = Arc::new(from.ranks.iter().map(renumbered).collect());
        self.state.others = Arc::new(from.others.iter().map(renumbered).collect());
        let copy = |copy: &CopyRow| CopyRow {
            article: number(copy.article),
            rank: renumbered(&copy.rank),
        };
        self.state.copies = Arc::new(from.copies.iter().map(copy).collect());
        self.state.n_flawed = from.n_flawed;
        self.roles = Roles::of(&self.state);
    }
}

/// Removes the files of catalogues that another has replaced.
pub(super) fn remove_older(place: &Path, key: u64) {
    let keep = [rows_path(place, key), text_path(place, key)];
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with("rows-") || name.starts_with("text-");
        if is_ours && !keep.contains(&entry.path()) {
            // What cannot be removed does no harm: nobody reads it.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn copy_start(from: &File, to: &File, n_bytes: u64) -> io::Result<()> {
    let (mut from, mut to) = (from.try_clone()?, to.try_clone()?);
    from.rewind()?;
    let n_copied = io::copy(&mut from.take(n_bytes), &mut to)?;
    to.flush()?;
    if n_copied == n_bytes { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Clears out of `place` what is not as a catalogue leaves it: folders, links and pipes where files
/// should be, and files that a crash left half-written. Only its one writer may do so.
pub fn clear_way(place: &Path) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_half = name.starts_with(".tmp");
        let is_file = matches!(&*name, STATE_FILE | "columns" | "marks" | "orders" | "clean")
            || name.starts_with("rows-")
            || name.starts_with("text-");
        let Ok(kind) = entry.file_type() else { continue };
        let is_wrong = is_file && !kind.is_file() || name == "words" && !kind.is_dir();
        if is_half || is_wrong {
            remove_any(&entry.path());
        }
    }
    for entry in fs::read_dir(place.join("words")).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| !kind.is_file()) {
            remove_any(&entry.path());
        }
    }
}

/// Removes a file, a link, or a folder with all there is in it. What cannot be removed is met by
/// whoever needs the name.
pub fn remove_any(path: &Path) {
    if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
        let _ = fs::remove_dir_all(path);
    } else {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::{
        domain::{ArticleId, Rank},
        storage::{
            Stamp,
            catalogue::{Kind, NewRow, Strings},
        },
    };

    fn enter(catalogue: &mut Catalogue, number: u8, kind: Kind) -> Seq {
        let row = NewRow {
            id: ArticleId([number; 16]),
            date: NaiveDate::from_ymd_opt(2022, 2, u32::from(number) % 28 + 1),
            stamp: Stamp::default(),
            folder: 0,
            source: format!("source {}", number % 3).as_str().into(),
            n_words: 1,
            n_paragraphs: 1,
            kind,
            copy_of: (number % 10 == 5).then_some(Seq(3)),
            hints: crate::domain::Hints::default(),
            language: crate::domain::ArticleLanguage::UNKNOWN,
        };
        let title = format!("title {number}");
        let strings =
            Strings { name: title.clone().into(), title: (&*title).into(), ..Strings::default() };
        catalogue.append(row, &strings).0
    }

    fn titles(snapshot: &Snapshot) -> Vec<String> {
        let title = |rank: &Rank| {
            let record = snapshot.record(rank.seq()).unwrap();
            snapshot.strings(&record).unwrap().title.to_string()
        };
        snapshot.ranks().iter().map(title).collect()
    }

    fn copies(snapshot: &Snapshot) -> Vec<String> {
        let title = |seq: Seq| {
            let record = snapshot.record(seq).unwrap();
            snapshot.strings(&record).unwrap().title.to_string()
        };
        let groups = snapshot.state().copies.chunk_by(|one, two| one.article == two.article);
        let line = |group: &[CopyRow]| {
            let copies: Vec<String> = group.iter().map(|copy| title(copy.rank.seq())).collect();
            format!("{}: {}", title(Seq(group[0].article)), copies.join(", "))
        };
        groups.map(line).collect()
    }

    #[test]
    fn a_catalogue_that_is_mostly_dead_is_made_small_in_the_same_order() {
        let place = tempfile::tempdir().unwrap();
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        for number in 0..40 {
            let kind = match number % 10 {
                7 => Kind::FlawedArticle,
                9 => Kind::NotAnArticle,
                _ => Kind::Article,
            };
            let seq = enter(&mut catalogue, number, kind);
            if number % 4 != 3 {
                let record = catalogue.record(seq).unwrap();
                catalogue.remove(seq, &record);
            }
        }
        catalogue.commit().unwrap();
        let before = catalogue.snapshot().unwrap();
        assert!(!catalogue.is_mostly_dead(Compacting::default()));
        assert!(catalogue.is_mostly_dead(Compacting { least_dead_rows: 5 }));
        let mut small = catalogue.compacted().unwrap();
        assert!(!small.is_mostly_dead(Compacting { least_dead_rows: 0 }));
        drop(catalogue);
        let check = |after: &Snapshot| {
            assert_eq!(titles(after), titles(&before));
            let (old, new) = (before.state(), after.state());
            assert_eq!(new.n_rows as usize, before.live_rows().count());
            assert_eq!(new.others.len(), old.others.len());
            assert_eq!(copies(after), copies(&before));
            assert_eq!(copies(after), ["title 3: title 15, title 35"]);
            assert_eq!(new.n_flawed, old.n_flawed);
            assert_ne!(new.key, old.key);
            after.verify(&mut || false).unwrap();
        };
        check(&small.snapshot().unwrap());
        drop(small);
        check(&Catalogue::open(place.path(), 1).unwrap().snapshot().unwrap());
        // Two files and the state; what was before is gone.
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 3);
    }

    #[test]
    fn damage_anywhere_in_rows_and_text_is_found() {
        let place = tempfile::tempdir().unwrap();
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        for number in 0..9 {
            enter(&mut catalogue, number, Kind::Article);
        }
        catalogue.commit().unwrap();
        let snapshot = catalogue.snapshot().unwrap();
        snapshot.verify(&mut || false).unwrap();
        for file in [&snapshot.files.rows, &snapshot.files.text] {
            for at in 0..file.metadata().unwrap().len() {
                let mut byte = [0];
                file.read_exact_at(&mut byte, at).unwrap();
                file.write_all_at(&[byte[0] ^ 0x20], at).unwrap();
                assert!(snapshot.verify(&mut || false).is_err(), "byte {at}");
                file.write_all_at(&byte, at).unwrap();
            }
        }
        snapshot.verify(&mut || false).unwrap();
    }

    #[test]
    fn a_catalogue_goes_on_in_memory_with_all_it_had() {
        let place = tempfile::tempdir().unwrap();
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        enter(&mut catalogue, 1, Kind::Article);
        catalogue.commit().unwrap();
        enter(&mut catalogue, 2, Kind::Article);
        let key = catalogue.state().key;
        let mut copy = Catalogue::copy_in_memory(place.path(), 1).unwrap();
        catalogue.move_to_memory().unwrap();
        fs::remove_dir_all(place.path()).unwrap();
        enter(&mut catalogue, 3, Kind::Article);
        catalogue.commit().unwrap();
        let snapshot = catalogue.snapshot().unwrap();
        assert_eq!(titles(&snapshot), ["title 3", "title 2", "title 1"]);
        assert_eq!(snapshot.state().key, key);
        assert_eq!(titles(&copy.snapshot().unwrap()), ["title 1"]);
        assert_eq!(copy.state().key, key);
    }

    #[test]
    fn what_stands_where_a_file_should_be_is_cleared_away() {
        let place = tempfile::tempdir().unwrap();
        for folder in ["state/inner", "words/0123", "other"] {
            fs::create_dir_all(place.path().join(folder)).unwrap();
        }
        fs::write(place.path().join(".tmpHalf"), "half").unwrap();
        std::os::unix::fs::symlink("/nowhere", place.path().join("marks")).unwrap();
        clear_way(place.path());
        let mut left: Vec<_> =
            fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["other", "words"]);
        assert_eq!(fs::read_dir(place.path().join("words")).unwrap().count(), 0);
    }
}
