//! What can go wrong with the marks, in words that say what to do about it.

use std::{
    io,
    path::{Path, PathBuf},
};

use rusqlite::ErrorCode;

/// Why the marks could not be opened, read or changed. Nothing has been changed then.
#[derive(Debug, thiserror::Error)]
pub enum MarksError {
    #[error("{path} can only be read; check its permissions, then restart dateline")]
    ReadOnly { path: PathBuf },
    #[error(
        "{path} was written by a newer dateline (format {found}, this one knows {known}); \
         update dateline to change marks"
    )]
    Newer { path: PathBuf, found: u32, known: u32 },
    #[error(
        "{path} is another program's database, not dateline's marks; move it away or choose \
         another data directory"
    )]
    Foreign { path: PathBuf },
    #[error("cannot {doing}: {path} is damaged; restart dateline to save what can be read")]
    Damaged { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("cannot {doing}: another program keeps {path} locked; close it and try again")]
    Busy { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("cannot {doing}: there is no space left for {path}; free some and try again")]
    Full { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error(
        "cannot {doing}: the disk refuses {path} ({source}); see that there is space and that it \
         may be written, then try again"
    )]
    Disk { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error(
        "cannot {doing}: {path} was moved, deleted or replaced while dateline had it open; put \
         it back or restart dateline"
    )]
    Moved { doing: &'static str, path: PathBuf },
    #[error("cannot {doing} in {path}")]
    Sql { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("cannot {doing} {path}")]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
}

impl MarksError {
    /// Sorts `SQLite`'s error into what it means for the reader.
    pub(super) fn of(doing: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Busy { doing, path, source }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { doing, path, source }
            }
            Some(ErrorCode::DiskFull) => Self::Full { doing, path, source },
            Some(ErrorCode::SystemIoFailure) => Self::Disk { doing, path, source },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
            _ => Self::Sql { doing, path, source },
        }
    }
}
