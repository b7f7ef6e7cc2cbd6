//! The life of an instance that does not write the cache: it shows what the writer publishes, and
//! takes over when the writer leaves.

use std::collections::VecDeque;

use super::{Keeper, KeeperSettings, Known, News, Progress, Watch, indexing::Indexing, open_marks};
use crate::{
    library::{Library, Places, places::WriterLock, write},
    storage::catalogue::{Catalogue, open_shared},
};

impl Keeper {
    /// Another keeper for a library that is open, after the one before it has panicked: it follows
    /// and so takes over the cache that the other left behind. `None` where that was in memory.
    pub fn again(library: &Library, places: &Places, settings: KeeperSettings) -> Option<Self> {
        let cache = places.cache_of(library.path());
        open_shared(&cache, library.shared.reading.digest())?;
        Some(Self {
            indexing: Indexing::new(Some(cache.join("words"))),
            library: library.clone(),
            catalogue: None,
            lock: None,
            cache: Some(cache),
            // What is wrong with them has been said at the start.
            marks: open_marks(places, library.path(), &mut Vec::new()),
            watch: Watch::default(),
            progress: Progress::new(),
            waiting: VecDeque::new(),
            known: Known::default(),
            settings,
        })
    }

    pub fn settings(&self) -> &KeeperSettings {
        &self.settings
    }

    /// Looks whether the writer has left or has published something.
    pub(super) fn follow(&mut self, report: &mut dyn FnMut(News)) {
        let Some(cache) = self.cache.clone() else { return };
        let settings = self.library.shared.reading.digest();
        if let Ok(Some(lock)) = WriterLock::acquire(&cache)
            && let Ok(mut catalogue) = Catalogue::open(&cache, settings)
            && let Ok(snapshot) = catalogue.snapshot()
        {
            self.library.publish(snapshot);
            self.lock = Some(lock);
            self.catalogue = Some(catalogue);
            self.cache = Some(cache.clone());
            self.indexing = Indexing::new(Some(cache.join("words")));
            *write(&self.library.shared.ids) = None;
            self.load_marks();
            self.open_index(report);
            report(News::Published { n_new: 0 });
            return;
        }
        let state = self.library.snapshot();
        let Some(snapshot) = open_shared(&cache, settings) else { return };
        let is_newer = snapshot.state().n_rows != state.state().n_rows
            || snapshot.state().key != state.state().key
            || snapshot.ranks().len() != state.ranks().len();
        if is_newer {
            let n_new = snapshot.ranks().len().saturating_sub(state.ranks().len());
            self.library.publish(snapshot);
            *write(&self.library.shared.ids) = None;
            self.load_marks();
            Indexing::reload(&self.library);
            report(News::Published { n_new });
        }
    }
}
