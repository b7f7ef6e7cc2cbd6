//! The columns that a library counts and narrows by: read or made when first asked for, then
//! extended by what came.
//!
//! They are kept next to the catalogue as far as it is committed. A first use reads the file and
//! the few rows beyond it; later ones cost nothing, or the rows that came since.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, OnceLock, PoisonError, atomic::Ordering},
};

use super::{Library, tally::Counting};
use crate::{
    base::atomic,
    storage::catalogue::{Columns, Snapshot},
};

const FILE: &str = "columns";

/// Rows beyond those kept that are read again at a start; more are worth a new file, unless they are
/// less than an eighth of all.
const FEW: u32 = 4096;

/// The newest columns, and where they are kept.
#[derive(Debug, Default)]
pub(super) struct KeptColumns {
    cache: OnceLock<PathBuf>,
    newest: Mutex<Option<Arc<Columns>>>,
    /// What was counted last, and what that came to as a whole.
    counting: Mutex<Option<Arc<Counting>>>,
}

impl KeptColumns {
    fn newest(&self) -> std::sync::MutexGuard<'_, Option<Arc<Columns>>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Library {
    /// Says where columns may be kept.
    pub(super) fn keep_columns_in(&self, cache: &Path) {
        // A library has one cache.
        let _ = self.shared.columns.cache.set(cache.to_owned());
    }

    /// The columns of a snapshot, and perhaps of rows beyond it.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub(super) fn columns(&self, snapshot: &Snapshot) -> io::Result<Arc<Columns>> {
        // Under the lock, so that the same pass is not done twice.
        let mut newest = self.shared.columns.newest();
        let known = newest.take().filter(|it| it.is_of(snapshot)).or_else(|| self.kept(snapshot));
        let mut columns = known.unwrap_or_else(|| Arc::new(Columns::none_of(snapshot)));
        let extended = if columns.n_rows() < snapshot.state().n_rows {
            Arc::make_mut(&mut columns).extend(snapshot)
        } else {
            Ok(())
        };
        *newest = Some(Arc::clone(&columns));
        extended.map(|()| columns)
    }

    /// All that is needed to count articles of a snapshot.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub(super) fn counting(&self, snapshot: &Arc<Snapshot>) -> io::Result<Arc<Counting>> {
        let known = || self.shared.columns.counting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known().as_ref().filter(|it| Arc::ptr_eq(&it.snapshot, snapshot)) {
            return Ok(Arc::clone(known));
        }
        let columns = self.columns(snapshot)?;
        let counting = Arc::new(Counting::new(Arc::clone(snapshot), columns));
        *known() = Some(Arc::clone(&counting));
        Ok(counting)
    }

    /// Writes the columns of what is committed to `cache`, unless those that are there will do.
    ///
    /// # Errors
    /// If they cannot be read or written; they are then made again when they are asked for.
    pub(super) fn keep_columns(&self, cache: &Path) -> io::Result<()> {
        let snapshot = self.snapshot();
        let n_rows = self.shared.n_committed.load(Ordering::Acquire).min(snapshot.state().n_rows);
        let mut head = [0; Columns::HEAD_BYTES];
        let read = File::open(cache.join(FILE)).and_then(|mut file| file.read_exact(&mut head));
        let n_kept = read.map_or(0, |()| Columns::n_kept(&head, &snapshot));
        let n_missing = n_rows.saturating_sub(n_kept);
        if n_missing == 0 || 0 < n_kept && n_missing <= FEW.max(n_rows / 8) {
            return Ok(());
        }
        let was_known = self.shared.columns.newest().is_some();
        let mut columns = self.columns(&snapshot)?;
        if n_rows < columns.n_rows() {
            Arc::make_mut(&mut columns).truncate(n_rows);
        }
        if !was_known {
            // Memory is for those who count.
            self.shared.columns.newest().take();
        }
        atomic::replace(&cache.join(FILE), &columns.encode())
    }

    /// The columns that were kept, if they are of the catalogue of a snapshot.
    fn kept(&self, snapshot: &Snapshot) -> Option<Arc<Columns>> {
        let bytes = fs::read(self.shared.columns.cache.get()?.join(FILE)).ok()?;
        let columns = Columns::decode(&bytes).filter(|it| it.is_of(snapshot))?;
        Some(Arc::new(columns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests;

    #[test]
    fn columns_are_kept_as_far_as_the_catalogue_is_and_read_at_the_next_start() {
        let fixture = tests::three();
        let library = fixture.scan();
        let snapshot = library.snapshot();
        let made = library.columns(&snapshot).unwrap();
        let cache = library.shared.columns.cache.get().unwrap().clone();
        let kept = library.kept(&snapshot).expect("written at the commit");
        assert_eq!(kept, made);

        // Rows that are not committed may become others.
        fs::remove_file(cache.join(FILE)).unwrap();
        library.shared.n_committed.store(2, Ordering::Release);
        library.keep_columns(&cache).unwrap();
        assert_eq!(library.kept(&snapshot).unwrap().n_rows(), 2);
        assert_eq!(library.columns(&snapshot).unwrap(), made, "those in memory are whole");
        library.shared.columns.newest().take();
        assert_eq!(library.columns(&snapshot).unwrap(), made, "the rest is read");
    }
}
