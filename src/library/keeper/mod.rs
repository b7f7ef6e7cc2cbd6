//! The one writer of a library's cache: scans, indexes, watches, and puts new snapshots in place
//! for the readers.
//!
//! Runs on a thread of its own and owns the catalogue and the index writer. Of several instances on
//! one library one holds the lock and writes; the others follow what it publishes and take over
//! when it leaves. If the cache cannot be written, the catalogue is kept in memory.

mod answer;
mod apply;
mod copies;
mod estimate;
mod evidence;
mod folders;
mod follow;
mod found;
mod indexing;
mod lineage;
mod listing;
mod once;
mod open;
mod poll;
mod priority;
mod rest;
mod root;
mod scan;
mod stamps;
#[cfg(test)]
mod tests;
mod trust;
mod watch;

use std::{
    collections::{HashMap, HashSet, VecDeque},
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender},
    time::{Duration, Instant},
};

use super::{
    Library, LibraryError, OwnFolders, ReadingSettings, ids::RowMap, lock::WriterLock,
    marks::Loaded,
};
use crate::{
    base::Clean,
    domain::{Arrivals, Seq},
    marks::{Carrier, MarksFile},
    storage::{
        articles::Root,
        catalogue::{Catalogue, Compacting, Record},
    },
};
use estimate::Estimate;
use indexing::Indexing;
use lineage::Lineage;
pub use once::Looking;
use once::MOST_CHECKED;
use open::{in_memory_banner, open_catalogue, open_marks};
pub use poll::{Polled, Polling};
use priority::step_back;
use trust::{Soundness, Trust};
use watch::Watch;

/// Files read together.
const BATCH: usize = 192;

/// How often an instance that does not write looks at what the writer has published.
const FOLLOWING: Duration = Duration::from_millis(400);

/// Time between commits while many files are read: what a crash costs at most. It doubles, since
/// a large index has work enough without many small commits.
const FIRST_COMMIT: Duration = Duration::from_millis(250);
const LAST_COMMIT: Duration = Duration::from_secs(15);

/// What is asked of the keeper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Something happened to these paths.
    Changed(Vec<PathBuf>),
    /// Somebody read this file of the library and found other bytes than the list says.
    Differs(PathBuf),
    /// Look at every folder.
    Folders,
    /// Look at every folder and every file.
    Rescan,
    /// More happened at once than the system could tell.
    Overflow,
    /// Somebody met something in the cache that is not as it was written.
    Damaged,
    /// Stop scanning and indexing until the next start.
    Cancel,
    /// Commit what there is and end.
    Leave,
}

/// What the keeper tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Readers have a new snapshot; what came with it.
    Published(Arrivals),
    /// The index answers queries about more articles than before.
    Indexed,
    /// Long work: `None` when it has ended.
    Working(Option<Work>),
    /// Something to say once.
    Note(Clean),
    /// As [`News::Note`], but nothing is wrong.
    Aside(Clean),
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
    marks: Carrier,
    indexing: Indexing,
    watch: Watch,
    progress: Progress,
    /// Asked while something else was going on.
    waiting: VecDeque<Request>,
    known: Known,
    settings: KeeperSettings,
    soundness: Soundness,
}

/// What the keeper was told at the start.
#[derive(Debug, Clone)]
pub struct KeeperSettings {
    pub index_memory_bytes: usize,
    pub watches: bool,
    /// Whether the full text is wanted at all.
    pub indexes: bool,
    pub polling: Polling,
    /// Whether an article whose file changes becomes unread.
    pub change_unreads: bool,
    pub limits: Limits,
}

/// Sizes at which the keeper does things in another way.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The maximum number of watched folders; the others are polled.
    pub max_watches: usize,
    /// Files that are all checked before every answer of the command line.
    pub most_checked: usize,
    pub compacting: Compacting,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_watches: usize::MAX,
            most_checked: MOST_CHECKED,
            compacting: Compacting::default(),
        }
    }
}

/// What the keeper remembers of rows, made when first needed.
#[derive(Default)]
struct Known {
    /// The row of each file, by its key.
    files: Option<RowMap>,
    folders: HashMap<(u32, OsString), u32>,
    children: HashMap<u32, Vec<u32>>,
    /// Folders that are to be listed with all below them.
    deep: HashSet<u32>,
    /// Reported paths that have not been checked since the work was stopped.
    owed: HashSet<PathBuf>,
    /// Files to be read whatever their stamps say.
    doubted: HashSet<PathBuf>,
    /// The rows of folders that are to be listed, until they are.
    rows: HashMap<u32, FolderRows>,
    succession: copies::Succession,
    lineage: Lineage,
}

/// The live rows of a folder by the name of their file.
type FolderRows = HashMap<OsString, (Seq, Record)>;

/// The progress of the work, and news still to be printed.
struct Progress {
    n_done: usize,
    /// What came since the last snapshot.
    arrivals: Arrivals,
    /// How long reading will take, where many files are to be read.
    estimate: Option<Estimate>,
    published_at: Instant,
    publishing_took: Duration,
    committed_at: Instant,
    /// How long to work before the next commit.
    until_commit: Duration,
    is_dirty: bool,
    /// Where the bits of the marks came from.
    marks: Loaded,
    /// The start's look at every folder has ended: what comes now is news.
    is_settled: bool,
    stop: Option<Stop>,
    /// Files may have been rewritten in place unseen.
    must_check_files: bool,
}

/// Why what is going on is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Cancelled,
    /// The catalogue is another one: all is to be read again.
    Restart,
    /// The catalogue could not be read.
    Damaged,
    Leave,
}

impl Keeper {
    /// Opens the library at `folder`: a few reads where it is known. Nothing is scanned yet.
    ///
    /// # Errors
    /// If the folder is not one, or closed to us.
    pub fn open(
        folder: &Path,
        own_folders: &OwnFolders,
        reading: ReadingSettings,
        settings: KeeperSettings,
    ) -> Result<(Library, Self, Vec<News>), LibraryError> {
        let path =
            fs::canonicalize(folder).map_err(|source| LibraryError::folder(folder, source))?;
        let root = Root::open(&path, reading.follows_outside)
            .map_err(|source| LibraryError::folder(&path, source))?;
        let cache = own_folders.cache_of(&path);
        let mut news = Vec::new();
        let opened = open_catalogue(&cache, reading.digest(), &mut news)?;
        let marks_file = MarksFile::of(own_folders, &path);
        let library = Library::new(root, marks_file, reading, opened.snapshot);
        let marks = open_marks(own_folders, &path, &mut news);
        let is_in_memory = opened.lock.is_none() && opened.catalogue.is_some();
        let words = cache.join("words");
        library.keep_columns_in(&cache);
        let cache = (!is_in_memory).then_some(cache);
        let indexing = if opened.is_copy {
            Indexing::reading(words)
        } else {
            Indexing::new(cache.is_some().then_some(words))
        };
        let mut keeper = Self {
            indexing,
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
            soundness: Soundness::default(),
        };
        keeper.read_stamp();
        if opened.is_copy {
            keeper.soundness.trust = Trust::Doubtful;
        }
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
        self.library.shared.alarm.connect(own.clone());
        self.start(inbox, report);
        if self.settings.watches && self.catalogue.is_some() {
            self.watch_folders(own, report);
            self.progress.must_check_files = true;
        }
        // From here on nothing is waited for.
        step_back();
        self.warm_library();
        self.indexing.consolidate(&self.library);
        loop {
            self.answer_waiting(inbox, report);
            self.start_again(inbox, report);
            self.index_again(inbox, report);
            if self.progress.stop.take() == Some(Stop::Leave) {
                break;
            }
            self.poll(inbox, report);
            let may_check = self.waiting.is_empty() && !self.is_polling_first();
            if may_check && std::mem::take(&mut self.progress.must_check_files) {
                self.check_stamps(inbox, report);
                continue;
            }
            if self.waiting.is_empty() && self.soundness.trust == Trust::Due {
                self.check_when_idle(inbox, report);
            }
            if self.progress.stop == Some(Stop::Leave) {
                continue;
            }
            match inbox.recv_timeout(self.patience()) {
                Ok(request) => self.answer(request, inbox, report),
                Err(RecvTimeoutError::Timeout) => self.idle(inbox, own, report),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.library.shared.alarm.disconnect();
        self.leave();
    }

    /// Makes sure of the cache where it is in doubt, then brings it up to date.
    fn start(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        let is_doubtful = self.soundness.trust == Trust::Doubtful;
        if is_doubtful {
            self.step_back();
            self.check_catalogue(report);
        }
        self.compact(report);
        self.open_index(report);
        if is_doubtful && self.settings.indexes {
            self.check_index(report);
            self.soundness.trust = Trust::Sound;
        }
        if self.catalogue.is_some() {
            self.catch_up(inbox, report);
            self.start_again(inbox, report);
        }
    }

    /// Begins again where the catalogue had to be replaced on the way.
    fn start_again(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        while let Some(stop @ (Stop::Restart | Stop::Damaged)) = self.progress.stop {
            self.progress.stop = None;
            if stop == Stop::Damaged && self.check_catalogue(report) {
                // It can be read after all; the missed files are checked now.
                let owed = self.known.owed.drain().collect();
                self.waiting.push_back(Request::Changed(owed));
                return;
            }
            self.open_index(report);
            self.catch_up(inbox, report);
        }
    }

    /// Leaves everything committed. Merges that the index is at are not waited for.
    fn leave(mut self) {
        self.commit(&mut |_| ());
        self.indexing.leave();
        self.leave_stamp();
    }

    fn load_marks(&mut self) {
        self.marks.come_along();
        let Some(marks) = self.marks.marks() else { return };
        // What cannot be loaded shows as unmarked; the store's own banner says why.
        let loaded = self.library.load_marks(marks, self.cache.as_deref());
        self.progress.marks = loaded.unwrap_or(Loaded::Anew);
    }

    fn patience(&self) -> Duration {
        if self.catalogue.is_none() {
            FOLLOWING
        } else if self.progress.is_dirty {
            Duration::from_millis(500)
        } else if self.watch.is_root_gone {
            self.settings.polling.every
        } else {
            self.until_poll().unwrap_or(Duration::from_secs(30))
        }
    }

    fn idle(
        &mut self,
        inbox: &Receiver<Request>,
        own: &Sender<Request>,
        report: &mut dyn FnMut(News),
    ) {
        let is_another_root = self.meet_root(report);
        if self.catalogue.is_none() {
            self.follow(report);
            if self.catalogue.is_some() {
                self.start(inbox, report);
                if self.settings.watches {
                    self.watch_folders(own, report);
                    self.progress.must_check_files = true;
                }
            }
        } else if is_another_root {
            self.waiting.push_back(Request::Rescan);
        } else if self.progress.is_dirty {
            self.commit(report);
        } else {
            self.indexing.consolidate(&self.library);
        }
    }

    /// Looks at every folder's time, reads what changed, then indexes what is not indexed yet.
    fn catch_up(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        self.reconcile(inbox, report);
        self.index_the_rest(inbox, report);
        self.progress.is_settled = true;
    }
}

impl Progress {
    fn new() -> Self {
        Self {
            n_done: 0,
            arrivals: Arrivals::default(),
            estimate: None,
            published_at: Instant::now(),
            publishing_took: Duration::ZERO,
            committed_at: Instant::now(),
            until_commit: FIRST_COMMIT,
            is_dirty: false,
            marks: Loaded::Anew,
            is_settled: false,
            stop: None,
            must_check_files: false,
        }
    }

    /// What came since this was last asked; nothing of it is news during the start.
    fn arrivals(&mut self) -> Arrivals {
        let arrivals = std::mem::take(&mut self.arrivals);
        if self.is_settled { arrivals } else { Arrivals::default() }
    }

    fn is_commit_due(&self) -> bool {
        self.until_commit < self.committed_at.elapsed()
    }

    fn committed(&mut self) {
        self.is_dirty = false;
        if self.is_commit_due() {
            self.until_commit = LAST_COMMIT.min(2 * self.until_commit);
        }
        self.committed_at = Instant::now();
    }
}
