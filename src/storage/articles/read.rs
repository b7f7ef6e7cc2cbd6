//! Reads one file of the library: only a regular one, only the head of a huge one, never through a
//! memory map (a file cut short while mapped would kill the program).

use std::{
    fs::File,
    io::{self, Read},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use rustix::fs::{Mode, OFlags};

use crate::{base::Clean, domain::NotAnArticle, storage::Stamp};

/// The library's folder, held open.
#[derive(Debug)]
pub struct Root {
    path: PathBuf,
    /// The last part of the path.
    name: Clean,
    folder: RwLock<Arc<File>>,
    follows_outside: bool,
    /// Files opened so far: tests see by it that a known library is not read again.
    n_reads: AtomicUsize,
    /// A file was met that we may read, but not without the system noting when.
    notes_access: AtomicBool,
}

/// What was read of a file.
#[derive(Debug)]
pub struct FileBytes {
    /// All of it, or its head where it is over the limit.
    pub bytes: Vec<u8>,
    /// Taken before it was read; the size is that of what was read.
    pub stamp: Stamp,
}

impl Root {
    /// Opens the library at `path`, whose links are resolved.
    ///
    /// # Errors
    /// If it is not a folder, or closed to us.
    pub fn open(path: &Path, follows_outside: bool) -> io::Result<Self> {
        let folder = RwLock::new(Arc::new(open_folder(path)?));
        let (n_reads, notes_access) = (AtomicUsize::new(0), AtomicBool::new(false));
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = Clean::new(&name.to_string_lossy());
        Ok(Self { path: path.to_owned(), name, folder, follows_outside, n_reads, notes_access })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the library's folder.
    pub fn name(&self) -> &Clean {
        &self.name
    }

    /// Opens the folder that is at the path now; whether it is another than before.
    ///
    /// # Errors
    /// If there is none, or it is closed to us. The one before is kept.
    pub fn renew(&self) -> io::Result<bool> {
        let identity = |file: &File| file.metadata().map(|about| (about.dev(), about.ino()));
        let now = open_folder(&self.path)?;
        if identity(&now)? == identity(&self.folder())? {
            return Ok(false);
        }
        *self.folder.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(now);
        Ok(true)
    }

    fn folder(&self) -> Arc<File> {
        Arc::clone(&self.folder.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many files have been opened.
    pub fn n_reads(&self) -> usize {
        self.n_reads.load(Ordering::Relaxed)
    }

    pub fn follows_outside(&self) -> bool {
        self.follows_outside
    }

    /// The stamp of the file at `path` (relative to the library), without opening it.
    ///
    /// # Errors
    /// If there is no such file.
    pub fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        Ok(Stamp::of(&std::fs::metadata(self.path.join(path))?))
    }

    /// Reads at most `limit` bytes of the file at `path`: relative to the library, or absolute
    /// where a link leads out of it.
    ///
    /// # Errors
    /// Why this is not an article.
    pub fn read(&self, path: &Path, limit: u64) -> Result<FileBytes, NotAnArticle> {
        self.n_reads.fetch_add(1, Ordering::Relaxed);
        let file = self.open_file(path).map_err(|error| refusal(&error))?;
        let metadata = file.metadata().map_err(|error| refusal(&error))?;
        if !metadata.is_file() {
            return Err(NotAnArticle::NotAFile);
        }
        let size = metadata.len();
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(limit)).unwrap_or(0) + 1);
        let mut head = (&file).take(limit);
        head.read_to_end(&mut bytes).map_err(|error| refusal(&error))?;
        // The file may have grown or shrunk since it was looked at.
        let is_whole = (bytes.len() as u64) < limit;
        let size = if is_whole { bytes.len() as u64 } else { size.max(bytes.len() as u64) };
        Ok(FileBytes { bytes, stamp: Stamp { size, ..Stamp::of(&metadata) } })
    }

    fn open_file(&self, path: &Path) -> io::Result<File> {
        // Without NONBLOCK, opening a pipe would wait for a writer.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
        let path = path.strip_prefix(&self.path).unwrap_or(path);
        #[cfg(target_os = "linux")]
        if !self.notes_access.load(Ordering::Relaxed) {
            // Not even the time of the last reading changes. The owner alone may ask for that.
            match self.open_with(path, flags | OFlags::NOATIME) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    let opened = self.open_with(path, flags)?;
                    self.notes_access.store(true, Ordering::Relaxed);
                    return Ok(opened);
                }
                answer => return answer,
            }
        }
        self.open_with(path, flags)
    }

    fn open_with(&self, path: &Path, flags: OFlags) -> io::Result<File> {
        let folder = self.folder();
        if self.follows_outside {
            return Ok(rustix::fs::openat(&*folder, path, flags, Mode::empty())?.into());
        }
        #[cfg(target_os = "linux")]
        {
            use rustix::{fs::ResolveFlags, io::Errno};
            let beneath = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
            match rustix::fs::openat2(&*folder, path, flags, Mode::empty(), beneath) {
                Err(Errno::NOSYS | Errno::PERM) => (),
                answer => return Ok(answer?.into()),
            }
        }
        let flags = flags | OFlags::NOFOLLOW;
        Ok(rustix::fs::openat(&*folder, path, flags, Mode::empty())?.into())
    }
}

fn open_folder(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

fn refusal(error: &io::Error) -> NotAnArticle {
    use rustix::io::Errno;
    match error.raw_os_error().map(Errno::from_raw_os_error) {
        Some(Errno::LOOP) => NotAnArticle::LinkLoop,
        Some(Errno::XDEV) => NotAnArticle::LeavesLibrary,
        Some(Errno::NXIO | Errno::NODEV) => NotAnArticle::NotAFile,
        _ => NotAnArticle::Unreadable(error.to_string().as_str().into()),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use super::*;

    #[test]
    fn only_the_head_of_a_vast_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap();
        fs::write(path.join("a"), "0123456789").unwrap();
        let root = Root::open(&path, false).unwrap();
        let head = root.read(Path::new("a"), 4).unwrap();
        assert_eq!((head.bytes.as_slice(), head.stamp.size), (b"0123".as_slice(), 10));
        let whole = root.read(Path::new("a"), 100).unwrap();
        assert_eq!((whole.bytes.len(), whole.stamp.size), (10, 10));
    }

    #[test]
    fn pipes_and_ways_out_are_refused_without_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap();
        let root = Root::open(&path, false).unwrap();
        symlink("/etc/passwd", path.join("out")).unwrap();
        symlink("/dev/zero", path.join("device")).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            path.join("pipe"),
            rustix::fs::FileType::Fifo,
            Mode::RUSR,
            0,
        )
        .unwrap();
        let read = |name: &str| root.read(Path::new(name), 100).unwrap_err();
        assert_eq!(read("pipe"), NotAnArticle::NotAFile);
        assert!(matches!(read("out"), NotAnArticle::LeavesLibrary | NotAnArticle::LinkLoop));
        assert!(matches!(read("device"), NotAnArticle::LeavesLibrary | NotAnArticle::LinkLoop));
        assert!(matches!(read("missing"), NotAnArticle::Unreadable(_)));
        let open = Root::open(&path, true).unwrap();
        assert_eq!(open.read(Path::new("device"), 100).unwrap_err(), NotAnArticle::NotAFile);
    }
}
