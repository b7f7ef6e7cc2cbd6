//! Makes selections: by view, order and query.

use std::sync::Arc;

use super::{
    KeptOrder, Library, LibraryError, Selection, orders, read,
    selection::{Rows, filter, is_everything},
};
use crate::{
    base::Bits,
    domain::{ArticleId, Order, Query, Rank, Selecting, Seq, View},
    index::{Cancel, Index},
    storage::catalogue::Snapshot,
};

/// Rows of the first page of a search: more than any screen holds.
const FIRST_PAGE: usize = 300;

/// Articles that are put in order by relevance; the rest of the hits follow by date.
const MAX_SCORED: usize = 1000;

impl Library {
    /// Selects articles. With `previous`, those it held stay although they no longer belong
    /// to the view: what one has just read does not vanish.
    ///
    /// # Errors
    /// Where the cache was damaged, or `cancel` was.
    pub fn select(
        &self,
        selecting: &Selecting,
        previous: Option<&Selection>,
        cancel: &Cancel,
    ) -> Result<Selection, LibraryError> {
        let snapshot = self.snapshot();
        let rows = if is_everything(selecting) {
            Rows::Everything
        } else {
            let order = match &selecting.query {
                Some(query) => self.heard(self.found(query, selecting.order, &snapshot, cancel))?,
                None => self.heard(self.ordered(selecting.order, &snapshot))?,
            };
            {
                // Rows of another catalogue have other numbers.
                let key = |snapshot: &Snapshot| snapshot.state().key;
                let previous = previous.filter(|it| key(&it.snapshot) == key(&snapshot));
                Rows::These(self.of_view(selecting.view, order, previous))
            }
        };
        Ok(Selection { selecting: selecting.clone(), snapshot, rows, is_complete: true })
    }

    /// The first page of a search by date: what can be shown while [`Library::select`] counts.
    /// `None` where that is no quicker.
    ///
    /// # Errors
    /// As [`Library::select`].
    pub fn first_page(
        &self,
        selecting: &Selecting,
        cancel: &Cancel,
    ) -> Result<Option<Selection>, LibraryError> {
        let Some(query) = &selecting.query else { return Ok(None) };
        if selecting.order != Order::Date || selecting.view != View::All || selecting.is_reversed {
            return Ok(None);
        }
        let snapshot = self.snapshot();
        let Some(index) = self.index() else { return Ok(None) };
        let ranks = index
            .searcher()
            .newest(query, FIRST_PAGE, cancel, |seq| snapshot.alive().contains(seq.0))?;
        let seqs: Vec<Seq> = ranks.into_iter().map(Rank::seq).collect();
        // A page that is not full is all there is.
        let is_complete = seqs.len() < FIRST_PAGE;
        let rows = Rows::These(Arc::new(seqs));
        Ok(Some(Selection { selecting: selecting.clone(), snapshot, rows, is_complete }))
    }

    /// The row where an article stands in a selection; where it is gone, the row that an article
    /// of its date would have.
    pub fn locate(&self, selection: &Selection, id: ArticleId) -> Option<usize> {
        let seq = self.find(id).ok()?;
        selection.row_of(seq)
    }

    /// The nearest unread article down (or up) from row `from`, exclusive.
    pub fn unread_beside(
        &self,
        selection: &Selection,
        from: usize,
        is_down: bool,
    ) -> Option<usize> {
        selection.unread_beside(from, is_down, &read(&self.shared.marks).read)
    }

    /// The ids of all articles of a selection, for marking them.
    ///
    /// # Errors
    /// Where the cache was damaged or deleted.
    pub fn ids_of(&self, selection: &Selection) -> Result<Vec<ArticleId>, LibraryError> {
        let n_rows = selection.snapshot.state().n_rows as usize;
        if selection.len() < n_rows / 64 {
            let ids = selection.seqs(0..selection.len());
            return ids.map(|seq| Ok(selection.snapshot.record(seq)?.id)).collect();
        }
        // One pass over all rows costs less than a read for each.
        let chosen: Bits = selection.seqs(0..selection.len()).map(|seq| seq.0).collect();
        let mut ids = Vec::with_capacity(selection.len());
        selection.snapshot.each_record(Seq(0), |seq, record| {
            if chosen.contains(seq.0) {
                ids.push(record.id);
            }
        })?;
        Ok(ids)
    }

    pub(super) fn index(&self) -> Option<Index> {
        read(&self.shared.index).clone()
    }

    fn of_view(
        &self,
        view: View,
        order: Arc<Vec<Seq>>,
        previous: Option<&Selection>,
    ) -> Arc<Vec<Seq>> {
        if view == View::All {
            return order;
        }
        let sticky = previous.filter(|previous| previous.selecting.view == view);
        let sticky: Bits = sticky
            .map(|previous| previous.seqs(0..previous.len()).map(|seq| seq.0).collect())
            .unwrap_or_default();
        Arc::new(filter(&order, view, &read(&self.shared.marks), &sticky))
    }

    /// All articles in an order; those that took a pass to make are kept for their snapshot.
    fn ordered(
        &self,
        order: Order,
        snapshot: &Arc<Snapshot>,
    ) -> Result<Arc<Vec<Seq>>, LibraryError> {
        let mut kept = self.shared.orders.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        kept.retain(|it| Arc::ptr_eq(&it.of, snapshot));
        if let Some(known) = kept.iter().find(|it| it.order == order) {
            return Ok(Arc::clone(&known.seqs));
        }
        let seqs = Arc::new(match order {
            Order::Source => orders::by_source(snapshot)?,
            Order::Title => orders::by_title(snapshot)?,
            Order::Date | Order::Relevance => {
                snapshot.ranks().iter().map(|rank| rank.seq()).collect()
            }
        });
        kept.push(KeptOrder { order, of: Arc::clone(snapshot), seqs: Arc::clone(&seqs) });
        Ok(seqs)
    }

    fn found(
        &self,
        query: &Query,
        order: Order,
        snapshot: &Arc<Snapshot>,
        cancel: &Cancel,
    ) -> Result<Arc<Vec<Seq>>, LibraryError> {
        let index = self.index().ok_or_else(|| {
            LibraryError::Search("the index is not ready yet; try again in a moment".to_owned())
        })?;
        let searcher = index.searcher();
        let is_alive = |seq: Seq| snapshot.alive().contains(seq.0);
        let hits = searcher.all(query, cancel, is_alive)?;
        Ok(Arc::new(match order {
            Order::Date => hits,
            Order::Relevance => {
                let best = searcher.best(query, MAX_SCORED, cancel, is_alive)?;
                let best: Vec<Seq> = best.into_iter().map(|(_, rank)| rank.seq()).collect();
                let first: Bits = best.iter().map(|seq| seq.0).collect();
                let rest = hits.into_iter().filter(|seq| !first.contains(seq.0));
                best.iter().copied().chain(rest).collect()
            }
            Order::Source | Order::Title => {
                let found: Bits = hits.into_iter().map(|seq| seq.0).collect();
                let all = self.ordered(order, snapshot)?;
                all.iter().copied().filter(|seq| found.contains(seq.0)).collect()
            }
        }))
    }
}
