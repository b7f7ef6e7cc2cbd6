//! What can go wrong between a library and the one who reads it.

use std::{io, path::Path};

use crate::{base::Clean, domain::NotAnArticle, index::IndexError};

/// Why a library, or something in it, is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    #[error("cannot open the folder {path}: {source}")]
    Folder { path: Clean, source: io::Error },
    #[error("cannot read {path}: {reason}")]
    Article { path: Clean, reason: NotAnArticle },
    #[error("{path} has changed on disk; the list will follow in a moment")]
    Changed { path: Clean },
    #[error("there is no article {0} in this library")]
    Unknown(String),
    #[error("cannot read the index, which is to be made again: {0}")]
    Cache(#[from] io::Error),
    #[error("cannot search, and the search index is to be made again: {0}")]
    Damaged(String),
    #[error("no cache folder is known on this system; name one by --cache-dir")]
    NoHome,
    #[error("cannot search: {0}")]
    Search(String),
    #[error("the search index is being opened; the hits come by themselves")]
    NotIndexed,
    #[error("given up, since something newer was asked")]
    Cancelled,
}

impl From<IndexError> for LibraryError {
    fn from(error: IndexError) -> Self {
        match error {
            IndexError::Cancelled => Self::Cancelled,
            IndexError::Damaged(how) => Self::Damaged(how),
            other => Self::Search(other.to_string()),
        }
    }
}

impl LibraryError {
    pub(super) fn folder(path: &Path, source: io::Error) -> Self {
        Self::Folder { path: Clean::new(&path.to_string_lossy()), source }
    }
}
