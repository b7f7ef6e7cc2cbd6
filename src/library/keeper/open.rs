//! Opens a library's cache: to write it, to follow another writer, or to do without it.

use std::{io, path::Path, time::Duration};

use super::News;
use crate::{
    base::{Clean, wording},
    library::{LibraryError, OwnFolders, lock::WriterLock},
    marks::{Carrier, MarksFile},
    storage::catalogue::{Catalogue, Snapshot, clear_way, open_shared},
};

/// A catalogue to write, or the snapshot of one that another instance writes.
pub(super) struct OpenedCatalogue {
    pub(super) catalogue: Option<Catalogue>,
    pub(super) lock: Option<WriterLock>,
    pub(super) snapshot: Snapshot,
    /// Read from a cache that cannot be written.
    pub(super) is_copy: bool,
}

/// How often the state of another instance's catalogue is searched for while it is being replaced.
const SHARED_TRIES: usize = 40;

pub(super) fn open_catalogue(
    cache: &Path,
    settings: u64,
    news: &mut Vec<News>,
) -> Result<OpenedCatalogue, LibraryError> {
    let ours = WriterLock::acquire(cache).and_then(|lock| match lock {
        Some(lock) => {
            clear_way(cache);
            let mut catalogue = Catalogue::open(cache, settings)?;
            let snapshot = catalogue.snapshot()?;
            let (catalogue, lock) = (Some(catalogue), Some(lock));
            Ok(Some(OpenedCatalogue { catalogue, lock, snapshot, is_copy: false }))
        }
        None => Ok(None),
    });
    match ours {
        Ok(Some(opened)) => return Ok(opened),
        Ok(None) => {
            // The instance that writes may just be rebuilding it.
            for _ in 0..SHARED_TRIES {
                if let Some(snapshot) = open_shared(cache, settings) {
                    let (catalogue, lock) = (None, None);
                    return Ok(OpenedCatalogue { catalogue, lock, snapshot, is_copy: false });
                }
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        Err(error) => news.push(News::Banner(in_memory_banner(cache, &error))),
    }
    let copy = Catalogue::copy_in_memory(cache, settings);
    let is_copy = copy.is_some();
    let mut catalogue = match copy {
        Some(copy) => copy,
        None => Catalogue::in_memory(settings)?,
    };
    let snapshot = catalogue.snapshot()?;
    Ok(OpenedCatalogue { catalogue: Some(catalogue), lock: None, snapshot, is_copy })
}

pub(super) fn in_memory_banner(cache: &Path, error: &io::Error) -> Clean {
    Clean::new(&wording!("cache-in-memory", path = cache.display(), why = error.to_string()))
}

/// The marks, to be taken along when files change.
pub(super) fn open_marks(
    own_folders: &OwnFolders,
    library: &Path,
    news: &mut Vec<News>,
) -> Carrier {
    if let Err(why) = MarksFile::follow_settings(own_folders, library) {
        let text = wording!("marks-not-apart", why = why.to_string());
        news.push(News::Banner(Clean::new(&text)));
    }
    let (carrier, refused) = Carrier::open(MarksFile::of(own_folders, library));
    news.extend(
        refused.map(|why| {
            News::Banner(Clean::new(&wording!("marks-not-shown", why = why.to_string())))
        }),
    );
    carrier
}
