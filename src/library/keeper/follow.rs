//! The life of an instance that does not write the cache: it shows what the writer publishes, and
//! takes over when the writer leaves.

use super::{Keeper, News, care::Trust, indexing::Indexing};
use crate::{
    library::{places::WriterLock, write},
    storage::catalogue::{Catalogue, clear_way, open_shared},
};

impl Keeper {
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
                self.care.trust = Trust::Doubtful;
                self.take_over(report);
                return;
            }
        }
        let known = self.library.snapshot();
        let Some(snapshot) = open_shared(&cache, settings) else { return };
        let is_same_catalogue = snapshot.state().key == known.state().key;
        let is_newer = !is_same_catalogue
            || snapshot.state().n_rows != known.state().n_rows
            || snapshot.ranks().len() != known.ranks().len();
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
            report(News::Published { n_new });
        }
        self.follow_index(report);
    }

    /// Readers get what the writer has committed to the full text, which comes after the rows.
    fn follow_index(&mut self, report: &mut dyn FnMut(News)) {
        if self.library.index().is_none() {
            self.open_index(report);
            return;
        }
        if self.indexing.was_committed() {
            Indexing::reload(&self.library);
            report(News::Indexed);
        }
    }

    fn take_over(&mut self, report: &mut dyn FnMut(News)) {
        *write(&self.library.shared.index) = None;
        self.indexing = Indexing::new(self.cache.as_ref().map(|cache| cache.join("words")));
        if let Some(Ok(snapshot)) = self.catalogue.as_mut().map(Catalogue::snapshot) {
            self.library.publish(snapshot);
        }
        *write(&self.library.shared.ids) = None;
        self.load_marks();
        report(News::Published { n_new: 0 });
    }
}
