//! The life of an instance that does not write the cache: it shows what the writer publishes, and
//! takes over when the writer leaves.

use super::{Keeper, News, indexing::Indexing};
use crate::{
    library::{places::WriterLock, write},
    storage::catalogue::{Catalogue, open_shared},
};

impl Keeper {
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
