//! Errors between a library and its readers.

use std::{io, path::Path};

use crate::{
    base::Clean, base::wording, domain::NotAnArticle, index::IndexError,
    marks::database::MarksError,
};

/// Why a library, or something in it, is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    #[error("{}", wording!("error-folder", path = .path, why = .source.to_string()))]
    Folder { path: Clean, source: io::Error },
    #[error("{}", wording!("error-article", path = .path, why = .reason.to_string()))]
    Article { path: Clean, reason: NotAnArticle },
    #[error("{}", wording!("error-changed", path = .path))]
    Changed { path: Clean },
    #[error("{}", wording!("error-no-article", id = .0))]
    Unknown(String),
    #[error("{}", wording!("error-cache", why = .0.to_string()))]
    Cache(#[from] io::Error),
    #[error("{}", wording!("error-search-damaged", why = .0))]
    Damaged(String),
    #[error("{}", wording!("error-no-home"))]
    NoHome,
    #[error("{}", wording!("error-search", why = .0))]
    Search(String),
    #[error("{}", wording!("index-not-ready"))]
    NotIndexed,
    #[error("{}", wording!("error-no-answer", why = .0))]
    NoAnswer(String),
    /// As the backend says it.
    #[error("{0}")]
    Refused(Clean),
    #[error("{}", wording!("error-not-asked", field = *.0))]
    NotAsked(&'static str),
    #[error("{}", wording!("error-no-step", number = .0))]
    NoStep(u64),
    #[error(transparent)]
    Marks(#[from] MarksError),
    #[error("{}", wording!("error-cancelled"))]
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

/// Whether a question that failed may be asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// It may succeed in a moment.
    Soon,
    /// Once the library has changed, of which there is word.
    OnChange,
    Never,
}

impl LibraryError {
    /// Whether it makes sense to ask again.
    pub fn retry(&self) -> Retry {
        match self {
            Self::NoAnswer(_) => Retry::Soon,
            Self::NotIndexed | Self::Changed { .. } | Self::Refused(_) => Retry::OnChange,
            Self::Folder { .. }
            | Self::Article { .. }
            | Self::Unknown(_)
            | Self::Cache(_)
            | Self::Damaged(_)
            | Self::NoHome
            | Self::Search(_)
            | Self::NotAsked(_)
            | Self::NoStep(_)
            | Self::Marks(_)
            | Self::Cancelled => Retry::Never,
        }
    }

    pub(super) fn folder(path: &Path, source: io::Error) -> Self {
        Self::Folder { path: Clean::new(&path.to_string_lossy()), source }
    }
}
