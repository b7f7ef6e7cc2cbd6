//! The boundary between what is on disk and what is on the screen: open a library, list, page
//! through, read, mark, and keep up with changes. Knows no terminal.
//!
//! [`Library`] is the readers' side: a handle that is cheap to clone, every method a few
//! positioned reads or a pass over columns. [`Keeper`] is the one writer: it scans, indexes and
//! watches, and puts a new snapshot in place for the readers. No call hands out more than a
//! window of rows.

mod alarm;
mod answer;
mod backend;
mod batch;
mod client;
mod columns;
mod copies;
mod error;
mod explain;
mod explained;
mod folding;
mod ids;
mod jump;
mod keeper;
mod kwic;
mod list;
mod listed;
mod local;
mod lock;
mod mark_bits;
mod marks;
mod naming;
mod orders;
mod problems;
mod question;
mod reach;
mod rows;
mod satisfying;
mod selected;
mod steps;
mod tally;
#[cfg(test)]
mod tests;
mod values;
mod widening;

use std::{
    path::Path,
    sync::{Arc, Mutex, RwLock, atomic::AtomicU32},
};

pub use crate::{
    base::OwnFolders,
    index::{Cancel, FurtherWord, FurtherWords},
};
pub use answer::{Answer, Hit, ListAnswer, OpenedArticle, Snippet, TallyAnswer};
pub use backend::{Backend, answer};
pub use batch::{BatchAnswer, BatchLine, BatchPeriod};
pub use client::{Client, Shown};
pub use copies::{FilePlace, MOST_PLACES};
pub use error::{LibraryError, Retry};
pub use explain::{Answerer, Explained, Explanation};
pub use keeper::{Keeper, KeeperSettings, Limits, Looking, News, Polled, Polling, Request, Work};
pub use kwic::{KWIC_MOST, KwicAnswer, KwicLine};
pub use listed::Listed;
pub use local::Local;
pub use naming::Named;
pub use problems::{ProblemLine, Problems, ProblemsKey};
pub use question::{
    FacetWanted, Group, KwicWanted, Lane, ListName, Question, Seek, TallyWanted, Then,
    ValuesWanted, Window,
};
pub use rows::Passage;
pub use selected::Selection;
pub use tally::Tally;
pub use widening::Widened;

use crate::{
    base::{Clean, wording},
    domain::{DayOrder, Mark},
    formats,
    index::Index,
    marks::MarksFile,
    storage::{articles::Root, catalogue::Snapshot},
};
use ids::Ids;
use mark_bits::MarkBits;
use orders::KeptOrder;

/// How articles are found and read; another choice rebuilds the catalogue.
#[derive(Debug, Clone)]
pub struct ReadingSettings {
    /// Forced, where detection would err.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// Which number of `05/06/2017` is the day; `None` leaves it to the other files.
    pub day_order: Option<DayOrder>,
    /// Only the head of larger files is read.
    pub size_limit_bytes: u64,
    pub follows_outside: bool,
}

impl Default for ReadingSettings {
    fn default() -> Self {
        Self { encoding: None, day_order: None, size_limit_bytes: 8 << 20, follows_outside: false }
    }
}

impl ReadingSettings {
    /// Names these settings in the catalogue.
    fn digest(&self) -> u64 {
        let encoding = self.encoding.map_or("", encoding_rs::Encoding::name);
        let text = format!(
            "{} {encoding} {:?} {} {}",
            formats::VERSION,
            self.day_order,
            self.size_limit_bytes,
            self.follows_outside
        );
        let hash = blake3::hash(text.as_bytes());
        u64::from_le_bytes(*hash.as_bytes().first_chunk().unwrap_or(&[0; 8]))
    }
}

/// Numbers for the status line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub n_articles: usize,
    /// Files that are further places of articles.
    pub n_copies: usize,
    pub n_unread: usize,
    pub n_starred: usize,
    pub n_changed: usize,
    /// Files that are not articles, and articles with problems.
    pub n_problems: usize,
}

impl Counts {
    /// `3 articles`, or `3 articles in 5 files`.
    pub fn said_articles(&self) -> String {
        match self.n_copies {
            0 => wording!("n-articles", n = self.n_articles),
            copies => {
                let files = self.n_articles + copies;
                wording!("n-articles-in-files", n = self.n_articles, files = files)
            }
        }
    }
}

/// A library as readers hold it.
#[derive(Debug, Clone)]
pub struct Library {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    root: Root,
    /// For what is asked of the marks beyond their bits.
    marks_file: MarksFile,
    reading: ReadingSettings,
    snapshot: RwLock<Arc<Snapshot>>,
    marks: RwLock<MarkBits>,
    /// Read when first needed: a pass over all rows.
    ids: RwLock<Option<Ids>>,
    /// Orders that take a pass to make, the newest of each.
    orders: Mutex<Vec<KeptOrder>>,
    columns: columns::KeptColumns,
    /// `None` while there is none that can be used.
    index: RwLock<Option<Index>>,
    alarm: alarm::Alarm,
    reach: reach::Reach,
    /// Rows that the catalogue on disk has.
    n_committed: AtomicU32,
}

impl Library {
    fn new(
        root: Root,
        marks_file: MarksFile,
        reading: ReadingSettings,
        snapshot: Snapshot,
    ) -> Self {
        let n_committed = AtomicU32::new(snapshot.state().n_rows);
        let shared = Shared {
            root,
            marks_file,
            reading,
            snapshot: RwLock::new(Arc::new(snapshot)),
            marks: RwLock::default(),
            ids: RwLock::default(),
            orders: Mutex::default(),
            columns: columns::KeptColumns::default(),
            index: RwLock::default(),
            alarm: alarm::Alarm::default(),
            reach: reach::Reach::default(),
            n_committed,
        };
        Self { shared: Arc::new(shared) }
    }

    /// The name of the library's folder.
    pub fn name(&self) -> &Clean {
        self.shared.root.name()
    }

    /// The library's folder, links resolved.
    pub fn path(&self) -> &Path {
        self.shared.root.path()
    }

    /// Whether everything has been read at least once.
    pub fn is_complete(&self) -> bool {
        self.snapshot().state().is_complete
    }

    /// Notes that reading has stopped: files not read by now stay unknown.
    pub fn stop_reading(&self) {
        use reach::{Known, Reached};
        let stopped = |known| if known == Known::SoFar { Known::Stopped } else { known };
        let Reached { files, words } = self.shared.reach.get();
        self.shared.reach.set(Reached { files: stopped(files), words: stopped(words) });
    }

    /// Files that are articles, further places of articles among them.
    pub(crate) fn n_files(&self) -> usize {
        let snapshot = self.snapshot();
        snapshot.ranks().len() + snapshot.state().copies.len()
    }

    /// Counted in the columns, without reading a row.
    pub fn counts(&self) -> Counts {
        let snapshot = self.snapshot();
        let marks = read(&self.shared.marks);
        let n_articles = snapshot.ranks().len();
        let state = snapshot.state();
        Counts {
            n_articles,
            n_copies: state.copies.len(),
            n_unread: n_articles
                .saturating_sub(marks.of(Mark::Read).count_common(snapshot.alive())),
            n_starred: marks.of(Mark::Starred).count_common(snapshot.alive()),
            n_changed: marks.of(Mark::Changed).count_common(snapshot.alive()),
            n_problems: state.others.len() + state.n_flawed as usize,
        }
    }

    /// What the settings and the files listed say about files that leave it open.
    fn habits(&self) -> formats::Habits {
        let shown_orders = self.snapshot().shown_orders();
        formats::Habits { day_order: self.shared.reading.day_order, shown_orders }
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&read(&self.shared.snapshot))
    }

    fn publish(&self, snapshot: Snapshot) {
        *write(&self.shared.snapshot) = Arc::new(snapshot);
    }
}

/// Reads under a lock; what a panicked writer left is whole, since every value is put in place in
/// one step.
fn read<T>(lock: &RwLock<T>) -> std::sync::RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> std::sync::RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(std::sync::PoisonError::into_inner)
}
