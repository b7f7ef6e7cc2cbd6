//! Watching by notify, on systems other than Linux.
#![cfg_attr(target_os = "linux", allow(unreachable_pub, reason = "tested there, used elsewhere"))]

use std::{
    collections::HashMap,
    fmt, fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use notify::{
    Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode},
};

use super::{FileChange, WatchError, Watched};
use crate::base::Clean;

/// Watches folders, not what is in folders below them. Stops when it is dropped.
pub struct Watcher {
    watcher: RecommendedWatcher,
    /// What is watched, by path: the disk and the number of the folder that was there.
    folders: HashMap<PathBuf, (u64, u64)>,
}

impl Watcher {
    /// Begins to watch; nothing yet. `tell` is called on a thread of its own.
    ///
    /// # Errors
    /// If the system has no means to.
    pub fn new(tell: impl Fn(FileChange) + Send + 'static) -> Result<Self, WatchError> {
        let tell = move |event| changes(event).into_iter().for_each(&tell);
        let watcher = RecommendedWatcher::new(tell, Config::default());
        let watcher = watcher.map_err(|error| other(&error))?;
        Ok(Self { watcher, folders: HashMap::new() })
    }

    /// Watches the folder that is at this path now.
    ///
    /// # Errors
    /// If it is gone, or the system allows no more.
    pub fn watch(&mut self, folder: &Path) -> Result<Watched, WatchError> {
        let place = fs::metadata(folder).map_err(|_| WatchError::Gone)?;
        let place = (place.dev(), place.ino());
        if self.folders.get(folder) == Some(&place) {
            return Ok(Watched::Still);
        }
        self.unwatch(folder);
        self.watcher.watch(folder, RecursiveMode::NonRecursive).map_err(|error| {
            match error.kind {
                ErrorKind::PathNotFound => WatchError::Gone,
                ErrorKind::MaxFilesWatch => WatchError::NoWatchesLeft,
                _ => other(&error),
            }
        })?;
        self.folders.insert(folder.to_owned(), place);
        Ok(Watched::Anew)
    }

    /// Ends the watch at this path, if there is one.
    pub fn unwatch(&mut self, folder: &Path) {
        if self.folders.remove(folder).is_some() {
            // It fails only where the folder is gone, and its watch with it.
            let _ = self.watcher.unwatch(folder);
        }
    }

    /// Whether the folder at this path is watched.
    pub fn watches(&self, folder: &Path) -> bool {
        self.folders.contains_key(folder)
    }

    /// The number of folders watched.
    pub fn n_watched(&self) -> usize {
        self.folders.len()
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher").finish_non_exhaustive()
    }
}

fn other(error: &notify::Error) -> WatchError {
    WatchError::Other(Clean::new(&error.to_string()))
}

fn changes(event: notify::Result<Event>) -> Vec<FileChange> {
    let is_reading = |kind: EventKind| matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write));
    match event {
        Ok(event) if event.need_rescan() => vec![FileChange::Lost],
        // Reading files is our own doing.
        Ok(event) if is_reading(event.kind) => Vec::new(),
        Ok(event) => event.paths.into_iter().map(FileChange::At).collect(),
        Err(_) => vec![FileChange::Lost],
    }
}
