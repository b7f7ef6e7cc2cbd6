//! Errors of an index, and what to do about them.

use std::{
    any::Any,
    io::{self, ErrorKind},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use crate::base::wording;
use tantivy::{
    TantivyError,
    directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError},
};

/// Why the index cannot do what was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub enum IndexError {
    /// Go on reading; changes are written by the other instance.
    #[error("{}", wording!("index-locked"))]
    Locked,
    /// Drop what is open of it, [`super::wipe`] it and index again.
    #[error("{}", wording!("index-damaged", why = .0))]
    Damaged(String),
    /// The disk is full, or the directory may not be read or written.
    #[error("{}", wording!("index-io", why = .0.to_string()))]
    Io(Arc<io::Error>),
    /// The search was overtaken; its result is not wanted.
    #[error("{}", wording!("index-cancelled"))]
    Cancelled,
}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        Self::of_io(Arc::new(error))
    }
}

impl From<LockError> for IndexError {
    fn from(error: LockError) -> Self {
        match error {
            LockError::LockBusy => Self::Locked,
            LockError::IoError(error) => Self::of_io(error),
        }
    }
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(error, _) => error.into(),
            TantivyError::IoError(error)
            | TantivyError::OpenReadError(OpenReadError::IoError { io_error: error, .. })
            | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: error, .. })
            | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError {
                io_error: error,
                ..
            }) => Self::of_io(error),
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl IndexError {
    /// Only what the system refuses is its fault; anything else is a file that is not as it was
    /// written.
    fn of_io(error: Arc<io::Error>) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::OutOfMemory
            | ErrorKind::NotADirectory => Self::Io(error),
            _ if error.raw_os_error().is_some() && error.kind() != ErrorKind::NotFound => {
                Self::Io(error)
            }
            _ => Self::Damaged(error.to_string()),
        }
    }

    /// The directory may be read but not written.
    pub(super) fn is_read_only(&self) -> bool {
        matches!(self, Self::Io(error) if matches!(
            error.kind(),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
        ))
    }
}

/// Runs what touches the files of an index; a panic in it is damage.
pub(super) fn guard<T>(work: impl FnOnce() -> Result<T, IndexError>) -> Result<T, IndexError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(IndexError::Damaged(message(&*panic).to_owned())))
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic")
}
