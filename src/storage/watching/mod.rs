//! Watching folders for changes, one by one.
//!
//! On Linux straight by inotify: a watch is one system call, four thousand of them take some 15
//! milliseconds. By way of notify, which answers for each path from a thread of its own, they took
//! 400. Other systems are watched by notify.

#[cfg(any(not(target_os = "linux"), test))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod inotify;
mod silent;
#[cfg(test)]
mod tests;

use std::{io, path::PathBuf};

#[cfg(not(target_os = "linux"))]
pub use elsewhere::Watcher;
#[cfg(target_os = "linux")]
pub use inotify::Watcher;

pub use silent::{Silent, silence_of};

use crate::base::{Clean, wording};

/// The reports about watched folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileChange {
    /// Something came, went or was changed at this path: a file or a folder in a watched folder, or
    /// the folder itself.
    At(PathBuf),
    /// There was more than the system could tell: anything may have changed.
    Lost,
}

/// What it means that a folder is watched now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// It was watched before: every event in it has been reported.
    Still,
    /// It was not: earlier events in it have not been reported.
    Anew,
}

/// Why a folder is not watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    #[error("{}", wording!("watch-gone"))]
    Gone,
    #[error("{}", wording!("watch-limit", limit = "fs.inotify.max_user_watches"))]
    NoWatchesLeft,
    #[error("{}", wording!("watch-limit", limit = "fs.inotify.max_user_instances"))]
    NoWatchersLeft,
    #[error("{}", wording!("watch-settings"))]
    NotMore,
    #[error("{0}")]
    Other(Clean),
}

impl WatchError {
    fn other(error: &io::Error) -> Self {
        Self::Other(Clean::new(&error.to_string()))
    }
}
