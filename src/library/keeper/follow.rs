//! The work of an instance that does not write the cache: it shows what the writer publishes, and
//! takes over when the writer quits.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::{Duration, Instant},
};

use super::{
    FOLLOWING, Keeper, KeeperSettings, News, Progress, Request, Watch, Work,
    indexing::Indexing,
    open_marks,
    trust::{Soundness, Trust},
};
use crate::{
    base::wording,
    domain::Arrivals,
    library::{
        Library, OwnFolders,
        lock::WriterLock,
        reach::{Known, Reached},
        write,
    },
    storage::catalogue::{Catalogue, clear_way, open_shared},
};

/// How long a writer that commits nothing is waited for: longer than the longest time between two
/// commits.
const PATIENCE: Duration = Duration::from_secs(30);

impl Keeper {
    /// Another keeper for a library that is open, after the one before it has panicked: it follows
    /// and so takes over the cache that the other left behind. `None` if that was in memory.
    pub fn again(
        library: &Library,
        own_folders: &OwnFolders,
        settings: KeeperSettings,
    ) -> Option<Self> {
        let cache = own_folders.cache_of(library.path());
        open_shared(&cache, library.shared.reading.digest())?;
        Some(Self {
            indexing: Indexing::new(Some(cache.join("words"))),
            library: library.clone(),
            catalogue: None,
            lock: None,
            cache: Some(cache),
            // Their problems were reported at the start.
            marks: open_marks(own_folders, library.path(), &mut Vec::new()),
            watch: Watch::default(),
            progress: Progress::new(),
            waiting: VecDeque::new(),
            known: super::Known::default(),
            settings,
            soundness: Soundness::doubtful(),
        })
    }

    pub fn settings(&self) -> &KeeperSettings {
        &self.settings
    }

    /// Waits until everything is known, as long as the writer gets on.
    pub(super) fn follow_to_the_end(
        &mut self,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        let (mut seen, mut since) = ((0, None), Instant::now());
        loop {
            self.follow(report);
            let Reached { files, words } = self.library.shared.reach.get();
            let known = if self.settings.indexes { files.and(words) } else { files };
            if self.catalogue.is_some() || known == Known::Everything {
                return;
            }
            let n_done = self.library.snapshot().ranks().len();
            let now = (n_done, self.library.index().and_then(|index| index.watermark()));
            if seen != now {
                (seen, since) = (now, Instant::now());
            }
            let what = wording!("work-reading");
            report(News::Working(Some(Work { what, n_done, n_total: None, time_left: None })));
            let next = inbox.recv_timeout(FOLLOWING);
            let is_over = matches!(next, Ok(Request::Leave) | Err(RecvTimeoutError::Disconnected));
            if is_over || PATIENCE < since.elapsed() {
                return;
            }
        }
    }

    /// Looks whether the writer has left or has published something.
    pub(super) fn follow(&mut self, report: &mut dyn FnMut(News)) {
        let Some(cache) = self.cache.clone() else { return };
        let settings = self.library.shared.reading.digest();
        if let Ok(Some(lock)) = WriterLock::acquire(&cache) {
            clear_way(&cache);
            let opened = Catalogue::open(&cache, settings);
            if let Ok(catalogue) = opened {
                self.lock = Some(lock);
                self.catalogue = Some(catalogue);
                // How the other ended is not known.
                self.soundness.trust = Trust::Doubtful;
                self.take_over(report);
                return;
            }
        }
        let known = self.library.snapshot();
        let Some(snapshot) = open_shared(&cache, settings) else { return };
        let is_same_catalogue = snapshot.state().key == known.state().key;
        let is_newer = !is_same_catalogue || snapshot.state().revision != known.state().revision;
        if !is_same_catalogue {
            // Its rows have other numbers.
            *write(&self.library.shared.index) = None;
        }
        if is_newer {
            let n_new = snapshot.ranks().len().saturating_sub(known.ranks().len());
            let n_new = if is_same_catalogue && known.state().is_complete { n_new } else { 0 };
            self.library.publish(snapshot);
            *write(&self.library.shared.ids) = None;
            self.load_marks();
            report(News::Published(Arrivals { n_new, ..Arrivals::default() }));
        }
        self.follow_index(report);
    }

    /// Readers get what the writer has committed to the full text, which comes after the rows.
    fn follow_index(&mut self, report: &mut dyn FnMut(News)) {
        if self.library.index().is_none() {
            self.open_index(report);
            return self.rest_behind_writer(report);
        }
        if self.indexing.was_committed() {
            Indexing::reload(&self.library);
            report(News::Indexed);
        }
        self.rest_behind_writer(report);
    }

    fn take_over(&mut self, report: &mut dyn FnMut(News)) {
        *write(&self.library.shared.index) = None;
        self.indexing = Indexing::new(self.cache.as_ref().map(|cache| cache.join("words")));
        if let Some(Ok(snapshot)) = self.catalogue.as_mut().map(Catalogue::snapshot) {
            self.library.publish(snapshot);
        }
        *write(&self.library.shared.ids) = None;
        self.load_marks();
        report(News::Published(Arrivals::default()));
    }
}
