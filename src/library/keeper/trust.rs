//! Checks whether the cache is as it was left, and what to do if it is not.
//!
//! A clean exit leaves a stamp that names every file with its size and times. If it matches at the
//! next start, nothing is checked; otherwise all checksums are compared before the cache is used,
//! which takes a fraction of a second for a million articles.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::Path,
    sync::mpsc::{Receiver, TryRecvError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::{Keeper, Known, News, Request, Stop, indexing::Indexing};
use crate::{
    base::{
        Clean, atomic,
        codec::{Put, Take},
        wording,
    },
    domain::Arrivals,
    library::write,
    storage::catalogue::Catalogue,
};

const STAMP_FILE: &str = "clean";

/// A disk may lose bytes without a word: after this time all is checked although the stamp fits.
const DUE: Duration = Duration::from_secs(7 * 24 * 3600);

/// How far the cache is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Trust {
    /// As it was left.
    #[default]
    Sound,
    /// As it was left, but long ago: checked when there is nothing else to do.
    Due,
    /// The last end was no clean one, or somebody changed a file.
    Doubtful,
}

/// The known state of the cache.
#[derive(Debug, Default)]
pub(super) struct Soundness {
    pub(super) trust: Trust,
    /// Seconds since 1970.
    checked_at: u64,
    /// How often something had to be made again: a disk that keeps nothing must not keep us busy.
    n_renewals: usize,
}

impl Soundness {
    /// Of a cache that somebody else wrote.
    pub(super) fn doubtful() -> Self {
        Self { trust: Trust::Doubtful, ..Self::default() }
    }
}

/// So often in one run.
const MAX_RENEWALS: usize = 3;

impl Keeper {
    /// Reads the stamp. To be called before anything is opened for writing.
    pub(super) fn read_stamp(&mut self) {
        let Some(cache) = self.cache.as_deref().filter(|_| self.catalogue.is_some()) else {
            return;
        };
        let fitting = read_stamp(cache).filter(|(print, _)| Some(*print) == fingerprint(cache));
        let now = now();
        self.soundness.trust = match fitting {
            None => Trust::Doubtful,
            Some((_, checked_at)) if now.abs_diff(checked_at) < DUE.as_secs() => Trust::Sound,
            Some(_) => Trust::Due,
        };
        self.soundness.checked_at = fitting.map_or(now, |(_, checked_at)| checked_at);
    }

    /// Whether the cache is to be checked before it is used.
    #[cfg(test)]
    pub(in crate::library) fn is_doubtful(&self) -> bool {
        self.soundness.trust == Trust::Doubtful
    }

    /// Looks at the folders; whether a row was met that is not as it was written.
    #[cfg(test)]
    pub(in crate::library) fn meets_damage_at_the_folders(&mut self) -> bool {
        let (_requests, inbox) = std::sync::mpsc::channel();
        self.reconcile(&inbox, &mut |_| ());
        self.progress.stop == Some(Stop::Damaged)
    }

    /// Whether the cache is as its stamp says.
    pub(super) fn is_stamped(&self) -> bool {
        let cache = self.cache.as_deref().filter(|_| self.soundness.trust != Trust::Doubtful);
        let stamp = cache.and_then(|cache| Some((read_stamp(cache)?.0, fingerprint(cache)?)));
        stamp.is_some_and(|(left, now)| left == now)
    }

    /// Leaves the stamp: everything has been committed.
    pub(super) fn leave_stamp(&self) {
        let Some(cache) = self.cache.as_deref().filter(|_| self.catalogue.is_some()) else {
            return;
        };
        if self.soundness.trust == Trust::Doubtful {
            return;
        }
        let Some(print) = fingerprint(cache) else { return };
        let mut bytes = print.to_vec();
        bytes.put_u64(self.soundness.checked_at);
        // Without it all is checked at the next start.
        let _ = atomic::replace(&cache.join(STAMP_FILE), &bytes);
    }

    /// Checks the catalogue, and rebuilds it where it is damaged. False if it was.
    pub(super) fn check_catalogue(&mut self, report: &mut dyn FnMut(News)) -> bool {
        if self.catalogue.is_none() {
            return true;
        }
        let snapshot = self.library.snapshot();
        match snapshot.verify(&mut || false) {
            Ok(()) => true,
            Err(error) => {
                self.renew_catalogue(&error, report);
                false
            }
        }
    }

    /// Runs the checks that are due when there is nothing else to do; stops at a request.
    pub(super) fn check_when_idle(
        &mut self,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        let waiting = &mut self.waiting;
        let mut is_asked = || match inbox.try_recv() {
            Ok(request) => {
                waiting.push_back(request);
                true
            }
            Err(TryRecvError::Disconnected) => true,
            Err(TryRecvError::Empty) => false,
        };
        match self.library.snapshot().verify(&mut is_asked) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return,
            Err(error) => {
                self.renew_catalogue(&error, report);
                self.progress.stop.get_or_insert(Stop::Restart);
            }
            Ok(()) => self.check_index(report),
        }
        self.soundness.trust = Trust::Sound;
        self.soundness.checked_at = now();
    }

    /// Somebody met damage: finds out where, and rebuilds that.
    pub(super) fn meet_damage(&mut self, report: &mut dyn FnMut(News)) {
        self.library.shared.alarm.reset();
        if self.check_catalogue(report) {
            self.check_index(report);
        } else {
            self.progress.stop.get_or_insert(Stop::Restart);
        }
    }

    /// Starts an empty catalogue: the existing one is damaged.
    fn renew_catalogue(&mut self, error: &io::Error, report: &mut dyn FnMut(News)) {
        let text = wording!("catalogue-again", why = error.to_string());
        report(News::Note(Clean::new(&text)));
        self.soundness.n_renewals += 1;
        let settings = self.library.shared.reading.digest();
        let place = self.cache.as_deref().filter(|_| self.soundness.n_renewals <= MAX_RENEWALS);
        let renewed = match place {
            Some(cache) => Catalogue::create(cache, settings),
            None => Catalogue::in_memory(settings),
        };
        match renewed {
            Ok(catalogue) => self.use_catalogue(catalogue, report),
            Err(error) => self.give_up_cache(&error, report),
        }
    }

    /// Puts another catalogue in place of the one there was; it has another key, so that the full
    /// text has to be opened again.
    pub(super) fn use_catalogue(&mut self, mut catalogue: Catalogue, report: &mut dyn FnMut(News)) {
        self.indexing.leave();
        *write(&self.library.shared.index) = None;
        self.indexing = Indexing::new(self.cache.as_ref().map(|cache| cache.join("words")));
        self.known = Known::default();
        self.watch.polls.renumber();
        if let Ok(snapshot) = catalogue.snapshot() {
            self.library.publish(snapshot);
        }
        self.catalogue = Some(catalogue);
        *write(&self.library.shared.ids) = None;
        self.load_marks();
        report(News::Published(Arrivals::default()));
    }

    /// Leaves out the rows of files that are gone, where they are the most.
    pub(super) fn compact(&mut self, report: &mut dyn FnMut(News)) {
        let Some(catalogue) = &mut self.catalogue else { return };
        if !catalogue.is_mostly_dead(self.settings.limits.compacting) {
            return;
        }
        // If it cannot be done, it stays as it is.
        if let Ok(small) = catalogue.compacted() {
            self.use_catalogue(small, report);
        }
    }

    /// A file of the catalogue could not be read, so that what was found in it is not all there
    /// is: what is going on ends, and the catalogue is looked at.
    pub(super) fn distrust_catalogue(&mut self) {
        self.progress.stop.get_or_insert(Stop::Damaged);
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs())
}

fn read_stamp(cache: &Path) -> Option<([u8; 32], u64)> {
    let bytes = fs::read(cache.join(STAMP_FILE)).ok()?;
    let mut take = Take::new(&bytes);
    Some((take.array()?, take.u64()?))
}

/// Names, sizes and times of the files that were written: a change of any shows.
fn fingerprint(cache: &Path) -> Option<[u8; 32]> {
    let mut lines = Vec::new();
    for folder in [cache.to_owned(), cache.join("words")] {
        for entry in fs::read_dir(folder).ok()? {
            let entry = entry.ok()?;
            let name = entry.file_name().into_encoded_bytes();
            // Locks hold nothing; columns, marks and orders are checked whenever they are read.
            let is_other = matches!(
                &name[..],
                b"clean" | b"columns" | b"lock" | b"marks" | b"orders" | b"words"
            );
            if is_other || name.ends_with(b".lock") {
                continue;
            }
            let metadata = entry.metadata().ok()?;
            let mut line = Vec::new();
            line.put_bytes(&name);
            line.put_u64(metadata.len());
            line.put_u64(metadata.ino());
            for time in [metadata.mtime(), metadata.mtime_nsec(), metadata.ctime()] {
                line.extend_from_slice(&time.to_le_bytes());
            }
            line.extend_from_slice(&metadata.ctime_nsec().to_le_bytes());
            lines.push(line);
        }
    }
    lines.sort_unstable();
    Some(*blake3::hash(&lines.concat()).as_bytes())
}
