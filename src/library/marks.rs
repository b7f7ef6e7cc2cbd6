//! The marks as the library sees them: bits next to the catalogue, made from the marks database.

use std::{fs, path::Path, sync::atomic::Ordering};

use super::{Library, LibraryError, ids::Ids, mark_bits::MarkBits, read, write};
use crate::{
    base::{
        Bits, Clean, atomic,
        codec::{Put, Take},
    },
    domain::{Applied, ArticleId, Mark, Seq, Targets},
    marks::{
        Shelf,
        database::{self, Marks, MarksError, PathKey, Place, Since},
    },
};

const BITS_FILE: &str = "marks";
/// Goes into the digest, so that a file of another shape is not taken for one of this.
const BITS_VERSION: &str =
    "dateline 2026 bits of marks, each with its number in the log, and their database";

/// Up to this many articles marked at once are remembered with their paths, so that the marks are
/// found again even if the cache is deleted before the files change.
const FEW: usize = 256;

/// Of those that the catalogue on disk does not know, so many are at most.
const MANY: usize = 16_384;

/// Where the bits of the marks have come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loaded {
    /// They are those in the cache.
    AsKept,
    /// The cache lacks something of them.
    Anew,
}

impl Library {
    /// Takes in a change of marks that has been committed, here or by another instance.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn take_marks(&self, change: &Applied) -> Result<(), LibraryError> {
        self.show_marks(change)?;
        let mut marks = write(&self.shared.marks);
        marks.log = marks.log.max(change.log);
        Ok(())
    }

    /// Shows a change of marks, without having taken in those before it.
    pub(super) fn show_marks(&self, change: &Applied) -> Result<(), LibraryError> {
        let seqs: Vec<Seq> =
            self.with_ids(|ids| change.ids.iter().filter_map(|id| ids.get(*id)).collect())?;
        let mut marks = write(&self.shared.marks);
        let bits = marks.of_mut(change.mark);
        for seq in seqs {
            bits.set(seq.0, change.value);
        }
        Ok(())
    }

    /// The places of articles, for the marks: all of a few, of many those that the catalogue on
    /// disk does not know yet. What cannot be read is left out.
    fn file_places(&self, ids: &[ArticleId]) -> Vec<Place> {
        let committed = Seq(self.shared.n_committed.load(Ordering::Acquire));
        if FEW < ids.len() && self.snapshot().state().n_rows <= committed.0 {
            return Vec::new();
        }
        let seqs = self.with_ids(|known| {
            let seqs = ids.iter().filter_map(|id| known.get(*id));
            seqs.filter(|seq| ids.len() <= FEW || committed <= *seq).take(MANY).collect::<Vec<_>>()
        });
        let snapshot = self.snapshot();
        let place = |seq| {
            let record = snapshot.record(seq).ok()?;
            let strings = snapshot.strings(&record).ok()?;
            let path = snapshot.state().folder_path(record.folder).join(&strings.name);
            Some(Place { path: PathKey::of(&path), id: record.id, sketch: strings.sketch })
        };
        seqs.unwrap_or_default().into_iter().filter_map(place).collect()
    }

    /// Brings the bits up to the marks database: from those kept in `cache` and what was logged
    /// since, or from all marks.
    pub(super) fn load_marks(
        &self,
        marks: &Marks,
        cache: Option<&Path>,
    ) -> Result<Loaded, MarksError> {
        let key = self.snapshot().state().key;
        let kept = cache.and_then(|cache| read_bits(cache, key));
        let home = home_of(marks)?;
        if let Some((bits, n_rows)) = kept.filter(|(bits, _)| bits.home == home)
            && let Since::Changes { changes, log, .. } = marks.since(bits.log)?
        {
            let mut bits = bits;
            let is_whole = database::known().all(|mark| bits.is_built(mark));
            let has_all_rows = n_rows == Seq(self.snapshot().state().n_rows);
            let is_as_kept = is_whole && has_all_rows && changes.is_empty();
            // Who kept them may not have known all marks that there are by now.
            for mark in database::known() {
                if !bits.is_built(mark) {
                    bits.put(mark, self.built(mark, marks)?);
                }
            }
            *write(&self.shared.marks) = bits;
            self.mark_rows_from(n_rows, marks)?;
            for change in &changes {
                // Without the ids nothing can be marked; the catalogue says so elsewhere.
                let _ = self.take_marks(change);
            }
            write(&self.shared.marks).log = log;
            return Ok(if is_as_kept { Loaded::AsKept } else { Loaded::Anew });
        }
        self.reload_marks(marks).map(|()| Loaded::Anew)
    }

    /// Rebuilds the bits from all marks.
    ///
    /// # Errors
    /// If the marks cannot be read.
    pub fn reload_marks(&self, marks: &Marks) -> Result<(), MarksError> {
        let log = marks.log()?;
        let mut bits = MarkBits::until(home_of(marks)?, log);
        for mark in database::known() {
            bits.put(mark, self.built(mark, marks)?);
        }
        *write(&self.shared.marks) = bits;
        Ok(())
    }

    /// The bits of a mark, made of all articles that carry it.
    fn built(&self, mark: Mark, marks: &Marks) -> Result<Bits, MarksError> {
        let (mut bits, mut ids) = (Bits::new(), Vec::new());
        marks.marked(mark, |id| ids.push(id))?;
        if !ids.is_empty() {
            // Without the ids nothing can be marked; the catalogue says so elsewhere.
            let _ = self.with_ids(|known| {
                let seqs = ids.iter().filter_map(|id| known.get(*id));
                seqs.for_each(|seq| bits.set(seq.0, true));
            });
        }
        Ok(bits)
    }

    /// Keeps the bits next to the catalogue for the next start.
    pub(super) fn keep_marks(&self, cache: &Path) -> std::io::Result<()> {
        let key = self.snapshot().state().key;
        let marks = read(&self.shared.marks).clone();
        let mut out = Vec::new();
        out.put_u64(key);
        out.put_u64(marks.home);
        out.put_u64(marks.log);
        out.put_u32(self.snapshot().state().n_rows);
        out.put_u32(u32::try_from(marks.iter().len()).unwrap_or(0));
        for (mark, bits) in marks.iter() {
            out.put_u64(database::number_of(mark).cast_unsigned());
            out.put_u64(bits.words().len() as u64);
            for word in bits.words() {
                out.put_u64(*word);
            }
        }
        let digest = blake3::derive_key(BITS_VERSION, &out);
        out.extend_from_slice(&digest);
        atomic::replace(&cache.join(BITS_FILE), &out)
    }

    /// Sets the bits of rows that were added after the bits had been kept.
    fn mark_rows_from(&self, first: Seq, marks: &Marks) -> Result<(), MarksError> {
        let snapshot = self.snapshot();
        let mut rows = Vec::new();
        // A damaged catalogue is rebuilt by what reads it next.
        let _ = snapshot.each_record(first, |seq, record| {
            if snapshot.alive().contains(seq.0) {
                rows.push((seq, record.id));
            }
        });
        if rows.is_empty() { Ok(()) } else { self.mark_new(&rows, marks) }
    }

    /// Sets the bits of new rows from what the database says of their ids.
    pub(super) fn mark_new(
        &self,
        rows: &[(Seq, ArticleId)],
        marks: &Marks,
    ) -> Result<(), MarksError> {
        let ids: Vec<ArticleId> = rows.iter().map(|(_, id)| *id).collect();
        let known = marks.lookup(&ids)?;
        let mut bits = write(&self.shared.marks);
        for ((seq, _), carried) in rows.iter().zip(known) {
            bits.set_row(seq.0, &carried);
        }
        Ok(())
    }

    /// Runs `with` on the map of ids, which is read first where it has not been yet.
    pub(super) fn with_ids<T>(&self, with: impl FnOnce(&Ids) -> T) -> Result<T, LibraryError> {
        if read(&self.shared.ids).is_none() {
            let ids = Ids::read(&self.snapshot())?;
            write(&self.shared.ids).get_or_insert(ids);
        }
        let guard = read(&self.shared.ids);
        Ok(with(guard.as_ref().unwrap_or(&Ids::default())))
    }

    /// Changes the map of ids along with the catalogue.
    pub(super) fn change_ids(&self, change: impl FnOnce(&mut Ids)) -> Result<(), LibraryError> {
        self.with_ids(|_| ())?;
        if let Some(ids) = write(&self.shared.ids).as_mut() {
            change(ids);
        }
        Ok(())
    }
}

impl Shelf for Library {
    fn path(&self) -> &Path {
        Self::path(self)
    }

    fn log(&self) -> u64 {
        read(&self.shared.marks).log
    }

    fn ids_meant(&self, targets: Targets) -> Result<Vec<ArticleId>, Clean> {
        match targets {
            Targets::These(ids) => Ok(ids),
            Targets::Set(chosen) => self.ids_in(&chosen).map_err(|error| in_words(&error)),
        }
    }

    fn places_of(&self, ids: &[ArticleId]) -> Vec<Place> {
        self.file_places(ids)
    }

    fn show(&self, change: &Applied) -> Result<(), Clean> {
        self.take_marks(change).map_err(|error| in_words(&error))
    }

    fn show_all(&self, marks: &Marks) -> Result<(), MarksError> {
        self.reload_marks(marks)
    }
}

fn in_words(error: &LibraryError) -> Clean {
    Clean::new(&error.to_string())
}

/// Names the database in which marks are kept.
fn home_of(marks: &Marks) -> Result<u64, MarksError> {
    let digest = blake3::hash(marks.identity()?.as_bytes());
    Ok(u64::from_le_bytes(*digest.as_bytes().first_chunk().unwrap_or(&[0; 8])))
}

/// The bits kept beside a catalogue, and the number of rows they speak of.
fn read_bits(cache: &Path, key: u64) -> Option<(MarkBits, Seq)> {
    let bytes = fs::read(cache.join(BITS_FILE)).ok()?;
    let (body, digest) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    if blake3::derive_key(BITS_VERSION, body) != digest {
        return None;
    }
    let mut take = Take::new(body);
    if take.u64()? != key {
        return None;
    }
    let home = take.u64()?;
    let log = take.u64()?;
    let n_rows = Seq(take.u32()?);
    let mut marks = MarkBits::until(home, log);
    for _ in 0..take.u32()? {
        let mark = database::mark_of(take.i64()?);
        let n_words = usize::try_from(take.u64()?).ok()?;
        let bits = take.u64s(n_words).map(Bits::from_words)?;
        // Bits of a mark that only a later version knows go: they would not be kept up to date.
        if let Some(mark) = mark {
            marks.put(mark, bits);
        }
    }
    Some((marks, n_rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MarkChange;

    #[test]
    fn bits_are_kept_of_known_marks_in_this_shape_alone() {
        let fixture = crate::library::tests::three();
        let library = fixture.scan();
        let key = library.snapshot().state().key;
        let ids = library.with_ids(|_| ()).and_then(|()| {
            let all = library.snapshot().alive().clone();
            library.ids_in(&all)
        });
        let change = Applied { log: 7, mark: Mark::Starred, value: true, ids: ids.unwrap() };
        library.take_marks(&change).unwrap();
        let folder = tempfile::tempdir().unwrap();
        library.keep_marks(folder.path()).unwrap();
        let (kept, n_rows) = read_bits(folder.path(), key).unwrap();
        assert_eq!((n_rows, kept.log), (Seq(3), 7));
        assert!(database::known().all(|mark| kept.is_built(mark)));
        assert_eq!((kept.of(Mark::Starred).count(), kept.of(Mark::Read).count()), (3, 0));

        let path = folder.path().join(BITS_FILE);
        let bytes = fs::read(&path).unwrap();
        let body = &bytes[..bytes.len() - 32];
        let signed =
            |body: &[u8], digest: &[u8]| fs::write(&path, [body, digest].concat()).unwrap();
        signed(body, blake3::hash(body).as_bytes());
        assert!(read_bits(folder.path(), key).is_none(), "of another shape");
        signed(body, &blake3::derive_key(BITS_VERSION, body));
        assert!(read_bits(folder.path(), key).is_some());
    }

    #[test]
    fn bits_that_another_version_did_not_keep_are_made_of_the_marks() {
        let fixture = crate::library::tests::three();
        let library = fixture.scan();
        let all = library.snapshot().alive().clone();
        let ids = library.ids_in(&all).unwrap();
        let mut marks = fixture.marks();
        marks.apply(&MarkChange { mark: Mark::Starred, value: true, ids }).unwrap();
        library.reload_marks(&marks).unwrap();
        let starred = || read(&library.shared.marks).of(Mark::Starred).count();
        assert_eq!(starred(), 3);

        let folder = tempfile::tempdir().unwrap();
        library.keep_marks(folder.path()).unwrap();
        let path = folder.path().join(BITS_FILE);
        let mut body = fs::read(&path).unwrap();
        body.truncate(body.len() - 32);
        // The mark before it has no bits: its number and its length are 16 bytes.
        let number = &mut body[32 + 16..][..8];
        assert_eq!(*number, database::number_of(Mark::Starred).to_le_bytes());
        number.copy_from_slice(&i64::MAX.to_le_bytes());
        let digest = blake3::derive_key(BITS_VERSION, &body);
        fs::write(&path, [&body[..], &digest].concat()).unwrap();
        let (kept, _) = read_bits(folder.path(), library.snapshot().state().key).unwrap();
        assert!(!kept.is_built(Mark::Starred) && kept.is_built(Mark::Read));

        *write(&library.shared.marks) = MarkBits::default();
        library.load_marks(&marks, Some(folder.path())).unwrap();
        assert_eq!(starred(), 3);
    }
}
