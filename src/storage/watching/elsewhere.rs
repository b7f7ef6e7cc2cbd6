//! Watching by notify, on systems other than Linux.
#![cfg_attr(target_os = "linux", allow(unreachable_pub, reason = "tested there, used elsewhere"))]

use std::{fmt, path::Path};

use notify::{
    Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode},
};

use super::{Change, WatchError};
use crate::base::Clean;

/// Watches folders, not what is in folders below them. Stops when it is dropped.
pub struct Watcher(RecommendedWatcher);

impl Watcher {
    /// Begins to watch; nothing yet. `tell` is called on a thread of its own.
    ///
    /// # Errors
    /// Where the system has no means to.
    pub fn new(tell: impl Fn(Change) + Send + 'static) -> Result<Self, WatchError> {
        let tell = move |event| changes(event).into_iter().for_each(&tell);
        RecommendedWatcher::new(tell, Config::default()).map(Self).map_err(|error| other(&error))
    }

    /// Watches a folder; once more does no harm.
    ///
    /// # Errors
    /// Where it is gone, or the system allows no more.
    pub fn watch(&mut self, folder: &Path) -> Result<(), WatchError> {
        self.0.watch(folder, RecursiveMode::NonRecursive).map_err(|error| match error.kind {
            ErrorKind::PathNotFound => WatchError::Gone,
            ErrorKind::MaxFilesWatch => WatchError::NoWatchesLeft,
            _ => other(&error),
        })
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

fn changes(event: notify::Result<Event>) -> Vec<Change> {
    let is_reading = |kind: EventKind| matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write));
    match event {
        Ok(event) if event.need_rescan() => vec![Change::Lost],
        // Reading files is our own doing.
        Ok(event) if is_reading(event.kind) => Vec::new(),
        Ok(event) => event.paths.into_iter().map(Change::At).collect(),
        Err(_) => vec![Change::Lost],
    }
}
