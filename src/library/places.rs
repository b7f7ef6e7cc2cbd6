//! Where a library's cache and the marks are kept.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    base::atomic::create_private_folder,
    storage::{catalogue::remove_any, marks::PathKey},
};

/// The folders that are ours to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Disposable: catalogues and full texts.
    pub cache: PathBuf,
    /// Precious: the marks.
    pub data: PathBuf,
}

/// Grows by one whenever the files in the cache get another shape.
const CACHE_VERSION: u32 = 1;

impl Places {
    /// Where the system says that programs keep their things; `None` without a home.
    pub fn of_system() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "dateline")?;
        Some(Self { cache: folders.cache_dir().to_owned(), data: folders.data_dir().to_owned() })
    }

    /// The folder for the cache of the library at `library`, an absolute path.
    pub(super) fn cache_of(&self, library: &Path) -> PathBuf {
        let digest = blake3::hash(library.as_os_str().as_encoded_bytes()).to_hex();
        self.cache.join(&digest[..16]).join(format!("v{CACHE_VERSION}"))
    }

    /// Names the library in the marks, whose steps can be undone one library at a time.
    pub fn key_of(library: &Path) -> [u8; 16] {
        let mut key = [0; 16];
        let digest = blake3::hash(library.as_os_str().as_encoded_bytes());
        key.copy_from_slice(&digest.as_bytes()[..16]);
        key
    }

    /// The file of the marks, the same for all libraries.
    pub fn marks(&self) -> PathBuf {
        self.data.join("marks.db")
    }
}

/// Names a file in the marks by its path in the library.
pub(super) fn path_key(path: &Path) -> PathKey {
    let digest = blake3::hash(path.as_os_str().as_encoded_bytes());
    PathKey(digest.as_bytes().first_chunk().copied().unwrap_or_default())
}

/// Held by the one instance that writes a cache; freed by the system when its process ends,
/// however it ends. The file stays: removing it would open a race.
#[derive(Debug)]
pub(super) struct WriterLock {
    _file: fs::File,
}

impl WriterLock {
    /// `None` where another instance writes this cache.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub(super) fn acquire(cache: &Path) -> io::Result<Option<Self>> {
        if let Err(error) = create_private_folder(cache) {
            // The last two folders are ours alone: what stands in their place is in the way.
            let ours = [cache.parent(), Some(cache)].into_iter().flatten();
            let in_the_way: Vec<&Path> =
                ours.filter(|it| it.symlink_metadata().is_ok() && !it.is_dir()).collect();
            if in_the_way.is_empty() {
                return Err(error);
            }
            in_the_way.into_iter().for_each(remove_any);
            create_private_folder(cache)?;
        }
        let path = cache.join("lock");
        if path.symlink_metadata().is_ok_and(|metadata| !metadata.is_file()) {
            remove_any(&path);
        }
        let file = fs::OpenOptions::new().create(true).append(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_instance_writes_and_the_next_takes_over_when_it_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let first = WriterLock::acquire(folder.path()).unwrap();
        assert!(first.is_some());
        assert!(WriterLock::acquire(folder.path()).unwrap().is_none());
        drop(first);
        assert!(WriterLock::acquire(folder.path()).unwrap().is_some());
    }
}
