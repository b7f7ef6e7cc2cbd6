//! Which articles a list shows, in which order: a count and an order, never the rows themselves.

use std::{ops::Range, sync::Arc};

use super::{folding::Folding, mark_bits::MarkBits};
use crate::{
    base::Bits,
    domain::{Extent, Folded, Listing, Order, Seq, View},
    storage::catalogue::Snapshot,
};

/// An ordered choice of articles, tied to the snapshot it was made of.
#[derive(Debug, Clone)]
pub struct Listed {
    pub listing: Listing,
    pub(super) snapshot: Arc<Snapshot>,
    /// All of them, the folded ones, too.
    pub(super) rows: Rows,
    pub(super) folding: Folding,
    /// Whether these are all rows.
    pub extent: Extent,
    /// Articles of a step that the query asks for, and that are gone.
    pub(super) n_gone: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Rows {
    /// Every article of the snapshot, newest first: costs nothing to make.
    Everything,
    These(Arc<Vec<Seq>>),
}

impl Listed {
    /// Rows that are shown: a folded day is one.
    pub fn len(&self) -> usize {
        self.n_articles() - self.folding.n_hidden()
    }

    /// Articles, those of folded days, too.
    pub fn n_articles(&self) -> usize {
        match &self.rows {
            Rows::Everything => self.snapshot.ranks().len(),
            Rows::These(seqs) => seqs.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The article in a row.
    pub fn seq(&self, row: usize) -> Option<Seq> {
        self.in_order(self.folding.row(self.turned(row)?).0)
    }

    /// For how many articles a row stands whose day is folded; else 0.
    pub fn n_folded(&self, row: usize) -> usize {
        self.turned(row).map_or(0, |row| self.folding.row(row).1)
    }

    /// The articles that a row stands for whose day is folded; those not in `read` are unread.
    pub(super) fn folded(&self, row: usize, read: &Bits) -> Option<Folded> {
        let n_articles = self.n_folded(row);
        (0 < n_articles).then(|| {
            let unread = self.seqs(row..row + 1).filter(|seq| !read.contains(seq.0));
            Folded { n_articles, n_unread: unread.count() }
        })
    }

    /// All articles, those of folded days, too; newest first.
    pub fn articles(&self) -> impl Iterator<Item = Seq> + '_ {
        (0..self.n_articles()).filter_map(|row| self.in_order(row))
    }

    /// All articles as bits by their numbers.
    pub(super) fn hits(&self) -> Bits {
        match &self.rows {
            Rows::Everything => self.snapshot.alive().clone(),
            Rows::These(seqs) => seqs.iter().map(|seq| seq.0).collect(),
        }
    }

    /// The row counted from the other end, where the order is reversed.
    fn turned(&self, row: usize) -> Option<usize> {
        if self.listing.is_reversed { self.len().checked_sub(row + 1) } else { Some(row) }
    }

    fn in_order(&self, row: usize) -> Option<Seq> {
        match &self.rows {
            Rows::Everything => self.snapshot.ranks().get(row).map(|rank| rank.seq()),
            Rows::These(seqs) => seqs.get(row).copied(),
        }
    }

    /// The articles in some rows, all those of a folded day in its row; those past the end are
    /// left out.
    pub fn seqs(&self, rows: Range<usize>) -> impl Iterator<Item = Seq> + '_ {
        let rows = (rows.start..rows.end.min(self.len())).filter_map(|row| self.turned(row));
        let whole = rows.flat_map(|row| {
            let (start, n_folded) = self.folding.row(row);
            start..start + n_folded.max(1)
        });
        whole.filter_map(|row| self.in_order(row))
    }

    /// The row of an article: a pass over the order.
    pub fn row_of(&self, seq: Seq) -> Option<usize> {
        let row = match &self.rows {
            Rows::Everything => self.snapshot.ranks().iter().position(|rank| rank.seq() == seq),
            Rows::These(seqs) => seqs.iter().position(|it| *it == seq),
        }?;
        self.turned(self.folding.shown(row))
    }

    /// The nearest row from `from` on (or back from it) whose article is not in `read`.
    pub(super) fn unread_beside(&self, from: usize, is_down: bool, read: &Bits) -> Option<usize> {
        let is_unread = |row: &usize| {
            self.seq(*row).is_some_and(|seq| !read.contains(seq.0)) && self.n_folded(*row) == 0
        };
        if is_down {
            (from.saturating_add(1)..self.len()).find(is_unread)
        } else {
            (0..from.min(self.len())).rev().find(is_unread)
        }
    }
}

/// The articles of `order` that belong to `view`, and those of `sticky` that did before.
pub(super) fn filter(
    order: impl Iterator<Item = Seq>,
    view: View,
    marks: &MarkBits,
    sticky: &Bits,
) -> Vec<Seq> {
    let belongs = |seq: &Seq| marks.shows(view, seq.0) || sticky.contains(seq.0);
    // Memory that is not written to is none; growing would copy a million rows again and again.
    let mut rows = Vec::with_capacity(order.size_hint().1.unwrap_or(0));
    rows.extend(order.filter(belongs));
    rows
}

/// Whether a list is all there is, in the order that is kept.
pub(super) fn is_everything(listing: &Listing) -> bool {
    listing.view == View::All
        && listing.query.is_none()
        && matches!(listing.order, Order::Date | Order::Relevance | Order::Hits)
}
