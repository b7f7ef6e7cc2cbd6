//! Where the caches of libraries and the marks are kept.

use std::path::{Path, PathBuf};

/// The folders that are ours to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFolders {
    /// Disposable: catalogues and full texts.
    pub cache: PathBuf,
    /// Precious: the marks.
    pub data: PathBuf,
}

/// Grows by one whenever the files in the cache get another shape.
const CACHE_VERSION: u32 = 1;

impl OwnFolders {
    /// Where the system says that programs keep their things; `None` without a home.
    pub fn of_system() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "dateline")?;
        Some(Self { cache: folders.cache_dir().to_owned(), data: folders.data_dir().to_owned() })
    }

    /// The folder for the cache of the library at `library`, an absolute path.
    pub fn cache_of(&self, library: &Path) -> PathBuf {
        let digest = blake3::hash(library.as_os_str().as_encoded_bytes()).to_hex();
        self.cache.join(&digest[..16]).join(format!("v{CACHE_VERSION}"))
    }

    /// The file of the marks, the same for all libraries.
    pub fn marks(&self) -> PathBuf {
        self.data.join("marks.db")
    }
}
