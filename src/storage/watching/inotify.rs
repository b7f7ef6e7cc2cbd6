//! Watching by the inotify of Linux.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fmt, io,
    mem::MaybeUninit,
    os::{
        fd::OwnedFd,
        unix::{ffi::OsStrExt, fs::MetadataExt},
    },
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use rustix::{
    event::{PollFd, PollFlags, poll},
    fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags},
    io::Errno,
};

use super::{FileChange, WatchError, Watched};

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
    bound: Arc<Mutex<Bound>>,
    /// Closed by being dropped, which ends the thread.
    _stop: io::PipeWriter,
}

impl Watcher {
    /// Begins to watch; nothing yet. `tell` is called on a thread of its own.
    ///
    /// # Errors
    /// If the system gives no more queues, or no thread.
    pub fn new(tell: impl Fn(FileChange) + Send + 'static) -> Result<Self, WatchError> {
        let queue = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK);
        let queue = Arc::new(queue.map_err(|error| match error {
            Errno::MFILE => WatchError::NoWatchersLeft,
            other => WatchError::other(&other.into()),
        })?);
        let (stopped, stop) = io::pipe().map_err(|error| WatchError::other(&error))?;
        let watcher = Self { queue, bound: Arc::default(), _stop: stop };
        let (queue, bound) = (Arc::clone(&watcher.queue), Arc::clone(&watcher.bound));
        let run = move || {
            while is_next(&queue, &stopped) {
                if read(&queue, &bound, &tell).is_err() {
                    tell(FileChange::Lost);
                    break;
                }
            }
        };
        let thread = thread::Builder::new().name("watch".to_owned()).spawn(run);
        thread.map(|_| watcher).map_err(|error| WatchError::other(&error))
    }

    /// Watches the folder that is at this path now. A watch is of the folder and not of its path:
    /// one that was renamed is told of by its new path from now on, and one that took the place of
    /// another is another.
    ///
    /// # Errors
    /// If it is gone, or the system allows no more.
    pub fn watch(&mut self, folder: &Path) -> Result<Watched, WatchError> {
        // Under the lock, so that the thread knows the folder when its first change comes.
        let mut bound = locked(&self.bound);
        match inotify::add_watch(&self.queue, folder, WANTED) {
            Ok(number) => Ok(bound.bind(number, folder, &self.queue)),
            Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => Err(WatchError::Gone),
            Err(Errno::NOSPC) => Err(WatchError::NoWatchesLeft),
            Err(other) => Err(WatchError::other(&other.into())),
        }
    }

    /// Ends the watch at this path, if there is one.
    pub fn unwatch(&mut self, folder: &Path) {
        locked(&self.bound).unbind(folder, &self.queue);
    }

    /// Whether the folder at this path is watched.
    pub fn watches(&self, folder: &Path) -> bool {
        locked(&self.bound).numbers.contains_key(folder)
    }

    /// The number of folders watched.
    pub fn n_watched(&self) -> usize {
        locked(&self.bound).paths.len()
    }
}

/// Which watch tells of which paths: of more than one where links lead to one folder.
#[derive(Debug, Default)]
struct Bound {
    paths: HashMap<i32, Vec<PathBuf>>,
    numbers: HashMap<PathBuf, i32>,
}

impl Bound {
    fn bind(&mut self, number: i32, folder: &Path, queue: &OwnedFd) -> Watched {
        if self.numbers.get(folder) == Some(&number) {
            return Watched::Still;
        }
        self.unbind(folder, queue);
        let paths = self.paths.entry(number).or_default();
        // It has been renamed, if its other paths do not lead to it any more.
        let place = place_of(folder);
        let numbers = &mut self.numbers;
        paths.retain(|path| {
            let is_here_too = place.is_some() && place_of(path) == place;
            if !is_here_too {
                numbers.remove(path);
            }
            is_here_too
        });
        paths.push(folder.to_owned());
        numbers.insert(folder.to_owned(), number);
        Watched::Anew
    }

    fn unbind(&mut self, folder: &Path, queue: &OwnedFd) {
        let Some(number) = self.numbers.remove(folder) else { return };
        let Some(paths) = self.paths.get_mut(&number) else { return };
        paths.retain(|path| path != folder);
        if paths.is_empty() {
            self.paths.remove(&number);
            // It fails only where the folder is gone, and its watch with it.
            let _ = inotify::remove_watch(queue, number);
        }
    }

    /// The system has ended a watch: its paths.
    fn end(&mut self, number: i32) -> Vec<PathBuf> {
        let paths = self.paths.remove(&number).unwrap_or_default();
        for path in &paths {
            self.numbers.remove(path);
        }
        paths
    }
}

/// The disk and the number of a folder.
fn place_of(folder: &Path) -> Option<(u64, u64)> {
    let metadata = std::fs::metadata(folder).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher").finish_non_exhaustive()
    }
}

fn locked(bound: &Mutex<Bound>) -> MutexGuard<'_, Bound> {
    bound.lock().unwrap_or_else(PoisonError::into_inner)
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

/// Reports all events that wait in the queue.
fn read(queue: &OwnedFd, bound: &Mutex<Bound>, tell: &impl Fn(FileChange)) -> Result<(), Errno> {
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
            tell(FileChange::Lost);
            continue;
        }
        let mut bound = locked(bound);
        let folders = if event.events().contains(ReadFlags::IGNORED) {
            // Another folder may be at its path by now, and nobody watches that one.
            bound.end(event.wd())
        } else {
            bound.paths.get(&event.wd()).cloned().unwrap_or_default()
        };
        drop(bound);
        let name = event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()));
        for folder in folders {
            tell(FileChange::At(name.map_or_else(|| folder.clone(), |name| folder.join(name))));
        }
    }
}
