//! Makes lists: by view, order and query.

use std::{
    cmp::Reverse,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    KeptOrder, Library, LibraryError, Listed,
    folding::Folding,
    listed::{Rows, filter, is_everything},
    orders, read,
    satisfying::Sources,
};
use crate::{
    base::Bits,
    domain::{ArticleId, Extent, Listing, Mark, Order, Rank, Seq, View},
    index::{Cancel, Index},
    query::Query,
    storage::catalogue::Snapshot,
};

/// Rows of the first page of a search: more than any screen holds.
const FIRST_PAGE: usize = 300;

/// A page is not worth more hits than this, where a single day has so many.
const MOST_OF_PAGE: usize = 10_000;

/// The first hits are shown after this time, where the page is not there yet.
const FIRST_PART: Duration = Duration::from_millis(6);

/// Articles that are put in order by relevance; the rest of the hits follow by date.
const MAX_SCORED: usize = 1000;

impl Library {
    /// Lists articles. With `previous`, the articles that it held stay even if they no longer
    /// belong to the view: an article just read does not vanish.
    ///
    /// # Errors
    /// If the cache was damaged, or `cancel` was.
    pub fn list(
        &self,
        listing: &Listing,
        previous: Option<&Listed>,
        cancel: &Cancel,
    ) -> Result<Listed, LibraryError> {
        let listing = &listing.as_asked().map_err(LibraryError::NotAsked)?;
        let extent = self.shared.reach.of(listing);
        let snapshot = self.snapshot();
        let rows = if is_everything(listing) {
            Rows::Everything
        } else {
            // Rows of another catalogue have other numbers.
            let key = |snapshot: &Snapshot| snapshot.state().key;
            let previous = previous.filter(|it| key(&it.snapshot) == key(&snapshot));
            Rows::These(match (&listing.query, listing.order) {
                (Some(query), order) => {
                    let staying = previous.filter(|it| it.listing.query.as_ref() == Some(query));
                    let found = self.found(query, order, (&snapshot, staying), cancel);
                    let found = self.heard(found)?;
                    self.of_view(listing.view, found, previous)
                }
                (None, Order::Date | Order::Relevance | Order::Hits) => {
                    self.filtered(listing.view, in_date_order(&snapshot), previous)
                }
                (None, order) => {
                    let ordered = self.heard(self.ordered(order, &snapshot))?;
                    self.of_view(listing.view, ordered, previous)
                }
            })
        };
        let rows = limited(rows, listing);
        let folding = match &rows {
            _ if listing.folds.is_empty() || !listing.has_days() => Folding::default(),
            Rows::Everything => Folding::of_everything(&snapshot, &listing.folds),
            Rows::These(seqs) => Folding::of_these(&snapshot, seqs, &listing.folds),
        };
        let n_gone = listing.query.as_ref().map_or(Ok(0), |query| self.n_gone(query))?;
        Ok(Listed { listing: listing.clone(), snapshot, rows, folding, extent, n_gone })
    }

    /// The first page of a search by date: what can be shown while [`Library::list`] counts. `None`
    /// if that is no quicker. If the page takes longer than a frame, for a phrase that hardly
    /// occurs, `meanwhile` is called with what there is of it.
    ///
    /// # Errors
    /// As [`Library::list`].
    pub fn first_page(
        &self,
        listing: &Listing,
        cancel: &Cancel,
        meanwhile: &mut dyn FnMut(Listed),
    ) -> Result<Option<Listed>, LibraryError> {
        let Some(query) = &listing.query else { return Ok(None) };
        let listing = &listing.as_asked().map_err(LibraryError::NotAsked)?;
        if query.showing().limit.is_some() {
            return Ok(None);
        }
        if listing.order != Order::Date || listing.view != View::All || listing.is_reversed {
            return Ok(None);
        }
        let whole = self.shared.reach.of(listing);
        let snapshot = self.snapshot();
        let Some(index) = self.index() else { return Ok(None) };
        let searcher = index.searcher();
        let sources = Sources::new(self, &snapshot, Some(&searcher), cancel);
        let Some((texts, rest)) = sources.divided(query)? else { return Ok(None) };
        if searcher.is_wide(&texts)? {
            return Ok(None);
        }
        let page = |ranks: &[Rank], extent| {
            let mut seqs = in_list_order(&snapshot, ranks);
            if matches!(extent, Extent::Page | Extent::PageOf(_)) {
                seqs.truncate(FIRST_PAGE);
            }
            Listed {
                listing: listing.clone(),
                snapshot: Arc::clone(&snapshot),
                rows: Rows::These(Arc::new(seqs)),
                folding: Folding::default(),
                extent,
                n_gone: 0,
            }
        };
        let (mut parts, started) = (Parts::default(), Instant::now());
        let wanted = rest.as_ref().unwrap_or(snapshot.alive());
        let keep = |seq: Seq| wanted.contains(seq.0);
        let sizes = (FIRST_PAGE, MOST_OF_PAGE);
        let newest = searcher.newest(&texts, sizes, cancel, keep, |ranks| {
            if parts.is_due(ranks.len(), started.elapsed()) {
                meanwhile(page(ranks, Extent::Page));
            }
        })?;
        let Some(newest) = newest else { return Ok(None) };
        let known = if rest.is_some() { None } else { searcher.known_count(&texts)? };
        let extent = match known {
            _ if newest.is_whole => whole,
            _ if whole != Extent::Whole => Extent::Page,
            // Otherwise one of the two is ahead of the other.
            Some(known) if self.n_searchable() == snapshot.ranks().len() => Extent::PageOf(known),
            _ => Extent::Page,
        };
        Ok(Some(page(&newest.ranks, extent)))
    }

    /// The row where an article stands in a list; if it is gone, the row that an article of its
    /// date would have.
    pub fn locate(&self, listed: &Listed, id: ArticleId) -> Option<usize> {
        let seq = self.find(id).ok()?;
        listed.row_of(seq)
    }

    /// The nearest unread article down (or up) from row `from`, exclusive.
    pub fn unread_beside(&self, listed: &Listed, from: usize, is_down: bool) -> Option<usize> {
        listed.unread_beside(from, is_down, read(&self.shared.marks).of(Mark::Read))
    }

    /// The ids of all articles of a list, for marking them.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn ids_of(&self, listed: &Listed) -> Result<Vec<ArticleId>, LibraryError> {
        let n_rows = listed.snapshot.state().n_rows as usize;
        if listed.n_articles() < n_rows / 64 {
            let ids = listed.articles();
            return ids.map(|seq| Ok(listed.snapshot.record(seq)?.id)).collect();
        }
        // One pass over all rows costs less than a read for each.
        let chosen: Bits = listed.articles().map(|seq| seq.0).collect();
        let mut ids = Vec::with_capacity(listed.n_articles());
        listed.snapshot.each_record(Seq(0), |seq, record| {
            if chosen.contains(seq.0) {
                ids.push(record.id);
            }
        })?;
        Ok(ids)
    }

    /// Articles that a search looks through: less than all while they are being indexed.
    pub fn n_searchable(&self) -> usize {
        let n_articles = self.index().map_or(0, |index| index.searcher().n_articles());
        usize::try_from(n_articles).unwrap_or(usize::MAX)
    }

    pub(super) fn index(&self) -> Option<Index> {
        read(&self.shared.index).clone()
    }

    fn of_view(
        &self,
        view: View,
        order: Arc<Vec<Seq>>,
        previous: Option<&Listed>,
    ) -> Arc<Vec<Seq>> {
        if view == View::All { order } else { self.filtered(view, order.iter().copied(), previous) }
    }

    fn filtered(
        &self,
        view: View,
        order: impl Iterator<Item = Seq>,
        previous: Option<&Listed>,
    ) -> Arc<Vec<Seq>> {
        let sticky = previous.filter(|previous| previous.listing.view == view);
        let sticky: Bits = sticky
            .map(|previous| previous.articles().map(|seq| seq.0).collect())
            .unwrap_or_default();
        Arc::new(filter(order, view, &read(&self.shared.marks), &sticky))
    }

    /// All articles in an order.
    fn ordered(
        &self,
        order: Order,
        snapshot: &Arc<Snapshot>,
    ) -> Result<Arc<Vec<Seq>>, LibraryError> {
        let known = self.kept_orders().iter().find(|kept| kept.order == order).cloned();
        if let Some(known) = known.as_ref().filter(|known| known.is_of(snapshot)) {
            return Ok(Arc::clone(&known.seqs));
        }
        // Not under the lock: it may take a pass over all rows.
        let renewed = KeptOrder::of(order, snapshot, known.as_ref())?;
        let seqs = Arc::clone(&renewed.seqs);
        let mut kept = self.kept_orders();
        kept.retain(|kept| kept.order != order);
        kept.push(renewed);
        Ok(seqs)
    }

    fn kept_orders(&self) -> std::sync::MutexGuard<'_, Vec<KeptOrder>> {
        self.shared.orders.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Makes ready what takes a pass over all rows, so that no key has to wait for it: where each
    /// article is, and the orders by source and title, which are kept in `cache`.
    pub(super) fn warm(&self, cache: Option<&Path>) {
        // Files that cannot be read now are reported when they are asked for.
        let _ = self.with_ids(|_| ());
        let known = cache.map(orders::kept).unwrap_or_default();
        let snapshot = self.snapshot();
        let is_near = known.iter().filter(|kept| !kept.is_far_from(&snapshot)).count() == 2;
        let mut kept = self.kept_orders();
        let asked: Vec<Order> = kept.iter().map(|kept| kept.order).collect();
        kept.extend(known.into_iter().filter(|known| !asked.contains(&known.order)));
        drop(kept);
        let made = [Order::Source, Order::Title].map(|order| self.ordered(order, &snapshot));
        if let Some(cache) = cache.filter(|_| !is_near && made.iter().all(Result::is_ok)) {
            // Orders that cannot be kept are made again at the next start.
            let _ = orders::keep(cache, &self.kept_orders().clone());
        }
        if let Some(cache) = cache {
            // So are columns.
            let _ = self.keep_columns(cache);
        }
    }

    fn found(
        &self,
        query: &Query,
        order: Order,
        (snapshot, previous): (&Arc<Snapshot>, Option<&Listed>),
        cancel: &Cancel,
    ) -> Result<Arc<Vec<Seq>>, LibraryError> {
        let searcher = self.index().map(|index| index.searcher());
        let searcher = searcher.as_ref();
        let sources = Sources::new(self, snapshot, searcher, cancel);
        let mut found = sources.satisfying(query)?;
        if let Some((previous, lasting)) = previous.zip(query.lasting()) {
            let mut staying = sources.satisfying(&lasting)?;
            staying.keep(&previous.hits());
            found.add(&staying);
        }
        let mut seqs = Vec::with_capacity(found.count());
        let scored = query.scored();
        if let Some(searcher) = searcher
            && order == Order::Relevance
            && !scored.words.is_empty()
        {
            found.keep(snapshot.alive());
            let place = |seq| snapshot.place(seq);
            for (_, seq) in searcher.best(&scored, &found, MAX_SCORED, place, cancel)? {
                seqs.push(seq);
                found.set(seq.0, false);
            }
        }
        let belongs = |seq: &Seq| found.contains(seq.0);
        match order {
            Order::Date | Order::Relevance => {
                seqs.extend(in_date_order(snapshot).filter(belongs));
            }
            Order::Hits => {
                seqs.extend(in_date_order(snapshot).filter(belongs));
                let counts =
                    Sources::new(self, snapshot, searcher, cancel).n_hits(query, &found)?;
                let count = |seq: &Seq| counts.get(seq.0 as usize).copied().unwrap_or(0);
                seqs.sort_by_key(|seq| Reverse(count(seq)));
            }
            Order::Source | Order::Title | Order::Words => {
                seqs.extend(self.ordered(order, snapshot)?.iter().copied().filter(belongs));
            }
        }
        Ok(Arc::new(seqs))
    }
}

/// No more rows than a query wants, those that are shown first.
fn limited(rows: Rows, listing: &Listing) -> Rows {
    let limit = listing.query.as_ref().and_then(|query| query.showing().limit);
    match (rows, limit) {
        (Rows::These(seqs), Some(limit)) if limit < seqs.len() => {
            let range = if listing.is_reversed { seqs.len() - limit..seqs.len() } else { 0..limit };
            Rows::These(Arc::new(seqs[range].to_vec()))
        }
        (rows, _) => rows,
    }
}

/// When the next part of a page that takes its time is to be shown.
struct Parts {
    /// Since the search began.
    due: Duration,
    n_shown: usize,
}

impl Default for Parts {
    fn default() -> Self {
        Self { due: FIRST_PART, n_shown: 0 }
    }
}

impl Parts {
    fn is_due(&mut self, n_found: usize, elapsed: Duration) -> bool {
        let is_due = self.n_shown < n_found && self.due <= elapsed;
        if is_due {
            self.n_shown = n_found;
            self.due = 2 * elapsed;
        }
        is_due
    }
}

/// Articles that are sorted by moment, in the order of the list. Only moments that several of them
/// share are looked through.
fn in_list_order(snapshot: &Snapshot, ranks: &[Rank]) -> Vec<Seq> {
    let hits: Bits = ranks.iter().map(|rank| rank.seq().0).collect();
    let mut seqs = Vec::with_capacity(ranks.len());
    for hits_of_moment in ranks.chunk_by(|one, two| one.moment() == two.moment()) {
        match hits_of_moment {
            [only] => seqs.push(only.seq()),
            several => {
                let of_moment = snapshot.of_moment(several[0].moment()).iter();
                seqs.extend(of_moment.map(|rank| rank.seq()).filter(|it| hits.contains(it.0)));
            }
        }
    }
    seqs
}

fn in_date_order(snapshot: &Snapshot) -> impl Iterator<Item = Seq> + '_ {
    snapshot.ranks().iter().map(|rank| rank.seq())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_page_are_shown_when_there_is_more_and_time_has_passed() {
        let mut parts = Parts::default();
        let mut is_due = |n_found, ms| parts.is_due(n_found, Duration::from_millis(ms));
        assert!(!is_due(5, 1), "the page may be there in time");
        assert!(!is_due(0, 10), "there is nothing to show");
        assert!(is_due(5, 10));
        assert!(!is_due(5, 30), "nothing is new");
        assert!(is_due(6, 30));
        assert!(!is_due(50, 40), "each part is drawn");
        assert!(is_due(50, 60));
    }
}
