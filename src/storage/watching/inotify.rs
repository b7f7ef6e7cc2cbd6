//! Watching by the inotify of Linux.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fmt, io,
    mem::MaybeUninit,
    os::{fd::OwnedFd, unix::ffi::OsStrExt},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use rustix::{
    event::{PollFd, PollFlags, poll},
    fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags},
    io::Errno,
};

use super::{Change, WatchError};

/// All that can make another article of a file, or another list of a folder. Not reading: that is
/// our own doing.
const WANTED: WatchFlags = WatchFlags::CREATE
    .union(WatchFlags::DELETE)
    .union(WatchFlags::MOVED_FROM)
    .union(WatchFlags::MOVED_TO)
    .union(WatchFlags::CLOSE_WRITE)
    .union(WatchFlags::MODIFY)
    .union(WatchFlags::ATTRIB)
    .union(WatchFlags::DELETE_SELF)
    .union(WatchFlags::MOVE_SELF)
    .union(WatchFlags::ONLYDIR);

/// Room for some hundred changes at once.
const BUFFER_BYTES: usize = 16 << 10;

/// Watches folders, not what is in folders below them. Stops when it is dropped.
pub struct Watcher {
    queue: Arc<OwnedFd>,
    folders: Arc<Mutex<HashMap<i32, PathBuf>>>,
    /// Closed by being dropped, which ends the thread.
    _stop: io::PipeWriter,
}

impl Watcher {
    /// Begins to watch; nothing yet. `tell` is called on a thread of its own.
    ///
    /// # Errors
    /// Where the system gives no more queues, or no thread.
    pub fn new(tell: impl Fn(Change) + Send + 'static) -> Result<Self, WatchError> {
        let queue = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK);
        let queue = Arc::new(queue.map_err(|error| match error {
            Errno::MFILE => WatchError::NoWatchersLeft,
            other => WatchError::other(&other.into()),
        })?);
        let (stopped, stop) = io::pipe().map_err(|error| WatchError::other(&error))?;
        let folders = Arc::default();
        let watcher = Self { queue, folders, _stop: stop };
        let (queue, folders) = (Arc::clone(&watcher.queue), Arc::clone(&watcher.folders));
        let run = move || {
            while is_next(&queue, &stopped) {
                if read(&queue, &folders, &tell).is_err() {
                    tell(Change::Lost);
                    break;
                }
            }
        };
        let thread = thread::Builder::new().name("watch".to_owned()).spawn(run);
        thread.map(|_| watcher).map_err(|error| WatchError::other(&error))
    }

    /// Watches a folder; once more does no harm.
    ///
    /// # Errors
    /// Where it is gone, or the system allows no more.
    pub fn watch(&mut self, folder: &Path) -> Result<(), WatchError> {
        // Under the lock, so that the thread knows the folder when its first change comes.
        let mut folders = locked(&self.folders);
        match inotify::add_watch(&self.queue, folder, WANTED) {
            Ok(number) => {
                folders.insert(number, folder.to_owned());
                Ok(())
            }
            Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => Err(WatchError::Gone),
            Err(Errno::NOSPC) => Err(WatchError::NoWatchesLeft),
            Err(other) => Err(WatchError::other(&other.into())),
        }
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher").finish_non_exhaustive()
    }
}

fn locked(folders: &Mutex<HashMap<i32, PathBuf>>) -> MutexGuard<'_, HashMap<i32, PathBuf>> {
    folders.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for changes; false when the watcher is gone.
fn is_next(queue: &OwnedFd, stopped: &io::PipeReader) -> bool {
    loop {
        let mut waited = [PollFd::new(queue, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
        match poll(&mut waited, None) {
            Ok(_) => return waited[1].revents().is_empty(),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// Tells all that waits in the queue.
fn read(
    queue: &OwnedFd,
    folders: &Mutex<HashMap<i32, PathBuf>>,
    tell: &impl Fn(Change),
) -> Result<(), Errno> {
    let mut buffer = [MaybeUninit::uninit(); BUFFER_BYTES];
    let mut reader = Reader::new(queue, &mut buffer);
    loop {
        let event = match reader.next() {
            Ok(event) => event,
            Err(Errno::AGAIN) => return Ok(()),
            Err(Errno::INTR) => continue,
            Err(other) => return Err(other),
        };
        if event.events().contains(ReadFlags::QUEUE_OVERFLOW) {
            tell(Change::Lost);
            continue;
        }
        let mut folders = locked(folders);
        if event.events().contains(ReadFlags::IGNORED) {
            folders.remove(&event.wd());
            continue;
        }
        let Some(folder) = folders.get(&event.wd()) else { continue };
        let path = match event.file_name() {
            Some(name) => folder.join(OsStr::from_bytes(name.to_bytes())),
            None => folder.clone(),
        };
        drop(folders);
        tell(Change::At(path));
    }
}
