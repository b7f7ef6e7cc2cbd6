//! The lock that one instance holds on a library's cache.

use std::{fs, io, path::Path};

use crate::{base::atomic::create_private_folder, storage::catalogue::remove_any};

/// Held by the one instance that writes a cache; freed by the system when its process ends,
/// however it ends. The file stays: removing it would open a race.
#[derive(Debug)]
pub(super) struct WriterLock {
    _file: fs::File,
}

impl WriterLock {
    /// `None` if another instance writes this cache.
    ///
    /// # Errors
    /// If the folder cannot be written.
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
