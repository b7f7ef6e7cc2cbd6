//! Errors of the marks, with messages that say what to do.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::base::wording;
use rusqlite::ErrorCode;

/// Why the marks could not be opened, read or changed. Nothing has been changed then.
#[derive(Debug, thiserror::Error)]
pub enum MarksError {
    #[error("{}", wording!("error-marks-read-only", path = .path.display()))]
    ReadOnly { path: PathBuf },
    #[error("{}", wording!("error-marks-newer", path = .path.display(), found = .found.to_string(), known = .known.to_string()))]
    Newer { path: PathBuf, found: u32, known: u32 },
    #[error("{}", wording!("error-marks-foreign", path = .path.display()))]
    Foreign { path: PathBuf },
    #[error("{}", wording!("error-marks-damaged", doing = .doing, path = .path.display()))]
    Damaged { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("{}", wording!("error-marks-busy", doing = .doing, path = .path.display()))]
    Busy { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("{}", wording!("error-marks-full", doing = .doing, path = .path.display()))]
    Full { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("{}", wording!("error-marks-disk", doing = .doing, path = .path.display(), why = .source.to_string()))]
    Disk { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("{}", wording!("error-marks-moved", doing = .doing, path = .path.display()))]
    Moved { doing: &'static str, path: PathBuf },
    #[error("{}", wording!("error-marks-unknown", doing = .doing, path = .path.display()))]
    UnknownMark { doing: &'static str, path: PathBuf },
    #[error("{}", wording!("error-marks-sql", doing = .doing, path = .path.display()))]
    Sql { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    #[error("{}", wording!("error-marks-io", doing = .doing, path = .path.display()))]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
}

/// A mark that only a later version knows, by its number.
#[derive(Debug, thiserror::Error)]
#[error("the mark {0} is not known")]
pub(super) struct UnknownMark(pub(super) i64);

impl MarksError {
    /// Sorts `SQLite`'s error into what it means for the reader.
    pub(super) fn of(doing: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        if let rusqlite::Error::FromSqlConversionFailure(_, _, why) = &source
            && why.is::<UnknownMark>()
        {
            return Self::UnknownMark { doing, path };
        }
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
