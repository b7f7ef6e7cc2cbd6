//! The one writer of a library's cache: scans, indexes, watches, and puts new snapshots in place
//! for the readers.
//!
//! Runs on a thread of its own and owns the catalogue and the index writer. Of several instances
//! on one library one holds the lock and writes; the others follow what it publishes and take over
//! when it leaves. Where the cache cannot be written, the catalogue is kept in memory.

mod apply;
mod estimate;
mod follow;
mod indexing;
mod scan;
mod stamps;
mod watch;

use std::{
    collections::{HashMap, HashSet, VecDeque},
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use super::{Library, LibraryError, Places, Reading, ids::RowMap, places::WriterLock};
use crate::{
    base::Clean,
    domain::Seq,
    storage::{
        articles::Root,
        catalogue::{Catalogue, Record, Snapshot, open_shared},
        marks::{LibraryKey, Marks},
    },
};
use estimate::Estimate;
use indexing::Indexing;
use watch::Watch;

/// How long changes are gathered before they are looked at.
const GATHERING: Duration = Duration::from_millis(120);

/// How often an instance that does not write looks at what the writer has published.
const FOLLOWING: Duration = Duration::from_millis(400);

/// How often folders are looked at where they cannot be watched.
const POLLING: Duration = Duration::from_secs(3);

/// What is asked of the keeper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Something happened to these paths.
    Changed(Vec<PathBuf>),
    /// More happened than could be told: look at every folder.
    Rescan,
    /// Stop scanning and indexing until the next start.
    Cancel,
    /// Commit what there is and end.
    Leave,
}

/// What the keeper tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Readers have a new snapshot, with this many articles never seen before.
    Published { n_new: usize },
    /// The index answers queries about more articles than before.
    Indexed,
    /// Long work: `None` when it has ended.
    Working(Option<Work>),
    /// Something to say once.
    Note(Clean),
    /// Something that stays so.
    Banner(Clean),
}

/// Long work going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    pub what: &'static str,
    pub n_done: usize,
    /// Unknown while files are still being found.
    pub n_total: Option<usize>,
    pub time_left: Option<Duration>,
}

/// The one writer of a library's cache.
pub struct Keeper {
    library: Library,
    /// `None` while another instance writes.
    catalogue: Option<Catalogue>,
    lock: Option<WriterLock>,
    cache: Option<PathBuf>,
    marks: Option<Marks>,
    indexing: Indexing,
    watch: Watch,
    progress: Progress,
    /// Asked while something else was going on.
    waiting: VecDeque<Request>,
    known: Known,
    settings: KeeperSettings,
}

/// What the keeper was told at the start.
#[derive(Debug, Clone)]
pub struct KeeperSettings {
    pub index_memory_bytes: usize,
    pub watches: bool,
    /// Whether the full text is wanted at all.
    pub indexes: bool,
}

/// What the keeper remembers of rows, made when first needed.
#[derive(Default)]
struct Known {
    /// The row of each file, by its key.
    files: Option<RowMap>,
    folders: HashMap<(u32, OsString), u32>,
    children: HashMap<u32, Vec<u32>>,
    /// Folders whose rules changed above them: all in them is to be compared.
    forced: HashSet<u32>,
    /// The rows of folders that are to be listed, until they are.
    rows: HashMap<u32, FolderRows>,
    /// Rows added lately: a file still being written is not an edited one.
    fresh: VecDeque<(Seq, Instant)>,
}

/// The live rows of a folder by the name of their file.
type FolderRows = HashMap<OsString, (Seq, Record)>;

/// How far the work is, and what is still to be told.
struct Progress {
    n_done: usize,
    n_new: usize,
    /// How long reading will take, where many files are to be read.
    estimate: Option<Estimate>,
    published_at: Instant,
    publishing_took: Duration,
    committed_at: Instant,
    is_dirty: bool,
    /// The start's look at every folder has ended: what comes now is news.
    is_settled: bool,
    stop: Option<Stop>,
}

/// Why what is going on is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Cancelled,
    /// The cache was given up: all is to be read again, into memory.
    Restart,
    Leave,
}

impl Keeper {
    /// Opens the library at `folder`: a few reads where it is known. Nothing is scanned yet.
    ///
    /// # Errors
    /// Where the folder is not one, or closed to us.
    pub fn open(
        folder: &Path,
        places: &Places,
        reading: Reading,
        settings: KeeperSettings,
    ) -> Result<(Library, Self, Vec<News>), LibraryError> {
        let path =
            fs::canonicalize(folder).map_err(|source| LibraryError::folder(folder, source))?;
        let root = Root::open(&path, reading.follows_outside)
            .map_err(|source| LibraryError::folder(&path, source))?;
        let cache = places.cache_of(&path);
        let mut news = Vec::new();
        let opened = open_catalogue(&cache, reading.digest(), &mut news)?;
        let library = Library::new(root, reading, opened.snapshot);
        let marks = open_marks(places, &path, &mut news);
        let is_in_memory = opened.lock.is_none() && opened.catalogue.is_some();
        let cache = (!is_in_memory).then_some(cache);
        let mut keeper = Self {
            indexing: Indexing::new(cache.as_ref().map(|cache| cache.join("words"))),
            library: library.clone(),
            catalogue: opened.catalogue,
            lock: opened.lock,
            cache,
            marks,
            watch: Watch::default(),
            progress: Progress::new(),
            waiting: VecDeque::new(),
            known: Known::default(),
            settings,
        };
        keeper.load_marks();
        Ok((library, keeper, news))
    }

    /// Scans, then keeps up with changes until every sender of `inbox` is gone. `own` is a sender
    /// of that inbox, for the watcher, and is dropped with it.
    pub fn run(
        mut self,
        inbox: &Receiver<Request>,
        own: &Sender<Request>,
        report: &mut dyn FnMut(News),
    ) {
        self.open_index(report);
        if self.catalogue.is_some() {
            self.catch_up(inbox, report);
        }
        self.warm_library();
        if self.settings.watches && self.catalogue.is_some() {
            self.watch_folders(own, report);
            self.check_stamps(inbox, report);
        }
        loop {
            self.answer_waiting(inbox, report);
            match self.progress.stop.take() {
                Some(Stop::Leave) => break,
                Some(Stop::Restart) => {
                    self.open_index(report);
                    self.catch_up(inbox, report);
                    continue;
                }
                Some(Stop::Cancelled) | None => (),
            }
            match inbox.recv_timeout(self.patience()) {
                Ok(request) => self.answer(request, inbox, report),
                Err(RecvTimeoutError::Timeout) => self.idle(inbox, own, report),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.leave();
    }

    /// Scans and indexes all there is, without watching; for the command line.
    pub fn run_once(mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        self.open_index(report);
        if self.catalogue.is_some() {
            self.catch_up(inbox, report);
            self.check_stamps(inbox, report);
        }
        self.leave();
    }

    /// Leaves everything committed. Merges that the index is at are not waited for.
    fn leave(mut self) {
        self.commit(&mut |_| ());
        self.indexing.leave();
    }

    /// Makes ready what would keep a key waiting, beside what is going on here.
    fn warm_library(&self) {
        let library = self.library.clone();
        let cache = self.cache.clone().filter(|_| self.lock.is_some());
        let warming = thread::Builder::new().name("warm".to_owned());
        // Without a thread it is made when it is asked for.
        let _ = warming.spawn(move || library.warm(cache.as_deref()));
    }

    fn load_marks(&mut self) {
        let Some(marks) = &self.marks else { return };
        // What cannot be loaded shows as unmarked; the store's own banner says why.
        let _ = self.library.load_marks(marks, self.cache.as_deref());
    }

    fn patience(&self) -> Duration {
        if self.catalogue.is_none() {
            FOLLOWING
        } else if self.progress.is_dirty {
            Duration::from_millis(500)
        } else if self.watch.is_partial() {
            POLLING
        } else {
            Duration::from_secs(30)
        }
    }

    fn idle(
        &mut self,
        inbox: &Receiver<Request>,
        own: &Sender<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.catalogue.is_none() {
            self.follow(report);
            if self.catalogue.is_some() {
                self.catch_up(inbox, report);
                if self.settings.watches {
                    self.watch_folders(own, report);
                }
            }
        } else if self.progress.is_dirty {
            self.commit(report);
        } else {
            self.indexing.consolidate(&self.library);
            if self.watch.is_partial() {
                self.reconcile(inbox, report);
            }
        }
    }

    /// Answers what was asked while something else was going on.
    fn answer_waiting(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        if let Some(request) = self.waiting.pop_front() {
            self.answer(request, inbox, report);
        }
    }

    fn answer(
        &mut self,
        request: Request,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.catalogue.is_none() && request != Request::Leave {
            return;
        }
        let mut paths = HashSet::new();
        let (mut must_rescan, mut must_leave) = (false, false);
        let mut take = |request| match request {
            Request::Changed(changed) => paths.extend(changed),
            Request::Rescan => must_rescan = true,
            Request::Cancel => (),
            Request::Leave => must_leave = true,
        };
        take(request);
        self.waiting.drain(..).for_each(&mut take);
        let until = Instant::now() + GATHERING;
        while let Ok(more) = inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
            take(more);
        }
        if must_leave {
            self.progress.stop = Some(Stop::Leave);
            return;
        }
        self.progress.stop = None;
        if must_rescan {
            self.reconcile(inbox, report);
        } else {
            self.look_at(paths, inbox, report);
        }
        self.watch_found_folders(report);
    }

    /// Looks at every folder's time, reads what changed, then indexes what is not indexed yet.
    fn catch_up(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        self.reconcile(inbox, report);
        self.index_the_rest(inbox, report);
        if self.settings.watches {
            self.indexing.consolidate(&self.library);
        }
        self.progress.is_settled = true;
    }

    /// Whether the user or the end of the program asks to stop.
    fn is_stopped(&mut self, inbox: &Receiver<Request>) -> bool {
        use std::sync::mpsc::TryRecvError;
        if self.progress.stop.is_some() {
            return true;
        }
        match inbox.try_recv() {
            Ok(Request::Cancel) => self.progress.stop = Some(Stop::Cancelled),
            Ok(Request::Leave) | Err(TryRecvError::Disconnected) => {
                self.progress.stop = Some(Stop::Leave);
            }
            Ok(request) => self.waiting.push_back(request),
            Err(TryRecvError::Empty) => (),
        }
        self.progress.stop.is_some()
    }
}

impl Progress {
    fn new() -> Self {
        Self {
            n_done: 0,
            n_new: 0,
            estimate: None,
            published_at: Instant::now(),
            publishing_took: Duration::ZERO,
            committed_at: Instant::now(),
            is_dirty: false,
            is_settled: false,
            stop: None,
        }
    }
}

/// A catalogue to write, or the snapshot of one that another instance writes.
struct OpenedCatalogue {
    catalogue: Option<Catalogue>,
    lock: Option<WriterLock>,
    snapshot: Snapshot,
}

fn open_catalogue(
    cache: &Path,
    settings: u64,
    news: &mut Vec<News>,
) -> Result<OpenedCatalogue, LibraryError> {
    let ours = WriterLock::acquire(cache).and_then(|lock| match lock {
        Some(lock) => {
            let mut catalogue = Catalogue::open(cache, settings)?;
            let snapshot = catalogue.snapshot()?;
            Ok(Some(OpenedCatalogue { catalogue: Some(catalogue), lock: Some(lock), snapshot }))
        }
        None => Ok(None),
    });
    match ours {
        Ok(Some(opened)) => return Ok(opened),
        Ok(None) => {
            if let Some(snapshot) = open_shared(cache, settings) {
                return Ok(OpenedCatalogue { catalogue: None, lock: None, snapshot });
            }
        }
        Err(error) => news.push(News::Banner(in_memory_banner(cache, &error))),
    }
    let mut catalogue = Catalogue::in_memory(settings)?;
    let snapshot = catalogue.snapshot()?;
    Ok(OpenedCatalogue { catalogue: Some(catalogue), lock: None, snapshot })
}

fn in_memory_banner(cache: &Path, error: &io::Error) -> Clean {
    Clean::new(&format!(
        "the cache {} cannot be written ({error}): everything is read anew at each start",
        cache.display()
    ))
}

/// A connection of the keeper's own, to learn which of the articles it finds are marked.
fn open_marks(places: &Places, library: &Path, news: &mut Vec<News>) -> Option<Marks> {
    match Marks::open(&places.marks(), LibraryKey(Places::key_of(library))) {
        Ok(opened) => Some(opened.marks),
        Err(error) => {
            news.push(News::Banner(Clean::new(&format!("marks are not shown: {error}"))));
            None
        }
    }
}
