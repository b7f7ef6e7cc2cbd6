//! The directory of an index: read-only if necessary, and emptied when it is unusable.

use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use tantivy::{
    Directory, SegmentMeta,
    directory::{
        DirectoryLock, FileHandle, INDEX_WRITER_LOCK, Lock, MmapDirectory, WatchCallback,
        WatchHandle, WritePtr,
        error::{DeleteError, LockError, OpenReadError, OpenWriteError},
    },
    index::SegmentComponent,
};

use super::IndexError;

/// A directory that may only be read. Tantivy takes a lock, and so writes a file, even to read;
/// where nobody can write there is nothing to lock out.
#[derive(Debug, Clone)]
pub(super) struct ReadOnly(pub(super) MmapDirectory);

fn refused() -> io::Error {
    io::ErrorKind::ReadOnlyFilesystem.into()
}

impl Directory for ReadOnly {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError { io_error: Arc::new(refused()), filepath: path.to_owned() })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(refused(), path.to_owned()))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.atomic_read(path)
    }

    fn atomic_write(&self, _path: &Path, _data: &[u8]) -> io::Result<()> {
        Err(refused())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _lock: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(callback)
    }
}

/// Empties the index at `dir`, so that the next [`super::Index::open`] starts again. Only files
/// that look like an index's are removed; open searchers stay usable.
///
/// # Errors
/// [`IndexError::Locked`] while a writer is open, in this process too: drop it first.
pub fn wipe(dir: &Path) -> Result<(), IndexError> {
    let directory = MmapDirectory::open(dir).map_err(tantivy::TantivyError::from)?;
    let _lock = directory.acquire_lock(&INDEX_WRITER_LOCK)?;
    remove_files(dir)
}

/// Removes the files of an index; whoever calls it holds the writer's lock.
pub(super) fn remove_files(dir: &Path) -> Result<(), IndexError> {
    // `meta.json` goes first: without it the rest is not an index, however far this gets.
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(is_ours) {
            paths.push(path);
        }
    }
    paths.sort_by_key(|path| path.file_name().is_none_or(|name| name != "meta.json"));
    for path in paths {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Removes segments' files that no commit speaks of: a crash left them, and the next writer would
/// fail where it wants to give a file the same name. The caller has just opened the one writer,
/// and has not written yet.
pub(super) fn remove_leftovers(dir: &Path, living: &[SegmentMeta]) -> Result<(), IndexError> {
    let deletions: HashSet<PathBuf> =
        living.iter().map(|segment| segment.relative_path(SegmentComponent::Delete)).collect();
    let segments: HashSet<String> =
        living.iter().map(|segment| segment.id().uuid_string()).collect();
    let is_living = |name: &str| {
        let stem = name.split('.').next().unwrap_or_default();
        segments.contains(stem) && (is_not_deletion(name) || deletions.contains(Path::new(name)))
    };
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        // Half-written lists that were to take the place of others.
        let is_half = name.starts_with(".tmp");
        if is_half || is_segment_file(name) && !is_living(name) {
            match fs::remove_file(entry.path()) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Files of an index but its locks, which stay so that they go on locking: the list of files, the
/// list of segments, and the segments, named by 32 hexadecimal digits.
fn is_ours(name: &str) -> bool {
    matches!(name, "meta.json" | ".managed.json") || is_segment_file(name)
}

fn is_not_deletion(name: &str) -> bool {
    Path::new(name).extension().is_none_or(|extension| extension != "del")
}

fn is_segment_file(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    stem.len() == 32 && stem.bytes().all(|byte| byte.is_ascii_hexdigit())
}
