//! Answering queries: the first page, the whole list, the number.

use std::{collections::BinaryHeap, fmt, sync::Arc};

use tantivy::{DocId, columnar::ColumnValues};

use super::{
    Cancel, IndexError,
    clauses::Segment,
    docs::{Matcher, Run, STRIDE},
    error::guard,
    schema::{Fields, RANK},
    score,
};
use crate::domain::{Query, Rank, Seq};

const FIRST_STRIDE: u32 = 64;

/// The index as it was at one moment. Cheap to clone; to be used by any thread.
///
/// Every search takes a [`Cancel`] and gives up within milliseconds when it is overtaken. `keep`
/// says which of the articles that satisfy the query are wanted.
#[derive(Clone)]
pub struct Searcher {
    pub(super) inner: tantivy::Searcher,
    pub(super) fields: Fields,
}

/// The articles of a segment that satisfy the query, with their ranks.
pub(super) struct Found<'s> {
    matcher: Matcher<'s>,
    pub(super) ranks: Arc<dyn ColumnValues<u64>>,
    docs: Vec<DocId>,
}

impl<'s> Found<'s> {
    pub(super) fn in_segment(
        reader: &'s tantivy::SegmentReader,
        fields: Fields,
        query: &Query,
        run: &Arc<Run>,
    ) -> Result<Option<Self>, IndexError> {
        let matcher = Segment::new(reader, fields, run)?.matcher(query)?;
        let Some(matcher) = matcher else { return Ok(None) };
        let ranks = reader.fast_fields().column_first_or_default(RANK)?;
        Ok(Some(Self { matcher, ranks, docs: Vec::new() }))
    }

    /// What belongs among the next `stride` documents, newest first, perhaps none; `None` when there are no more.
    pub(super) fn read(&mut self, stride: u32) -> Option<&[DocId]> {
        self.docs.clear();
        let goes_on = self.matcher.read(&mut self.docs, stride);
        (goes_on || !self.docs.is_empty()).then_some(&*self.docs)
    }
}

/// A segment from which the newest are taken one by one.
struct Newest<'s> {
    found: Found<'s>,
    /// Ranks that have been read but not taken, oldest first.
    ranks: Vec<u64>,
    /// How far to look next; little at first, for there may be many segments.
    stride: u32,
}

impl Newest<'_> {
    fn next(&mut self, run: &Run, keep: &impl Fn(Seq) -> bool) -> Option<u64> {
        while self.ranks.is_empty() && !run.is_cancelled() {
            self.found.read(self.stride)?;
            self.stride = (2 * self.stride).min(STRIDE);
            let Found { docs, ranks, .. } = &self.found;
            self.ranks.extend(docs.iter().map(|doc| ranks.get_val(*doc)));
            self.ranks.retain(|rank| keep(Rank(*rank).seq()));
            self.ranks.reverse();
        }
        self.ranks.pop()
    }
}

impl Searcher {
    /// How many articles the index holds.
    pub fn n_articles(&self) -> u64 {
        self.inner.num_docs()
    }

    /// The `n` newest articles, newest first. Looks no further than it must: microseconds for
    /// words, but a phrase that hardly occurs is sought in all of the index.
    ///
    /// # Errors
    /// When cancelled, or the index is damaged.
    pub fn newest(
        &self,
        query: &Query,
        n: usize,
        cancel: &Cancel,
        keep: impl Fn(Seq) -> bool,
    ) -> Result<Vec<Rank>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        guard(|| {
            let mut segments = Vec::new();
            for reader in self.inner.segment_readers() {
                let found = Found::in_segment(reader, self.fields, query, &run)?;
                segments.extend(found.map(|found| Newest {
                    found,
                    ranks: Vec::new(),
                    stride: FIRST_STRIDE,
                }));
            }
            let mut heads = BinaryHeap::new();
            for (nth, segment) in segments.iter_mut().enumerate() {
                heads.extend(segment.next(&run, &keep).map(|rank| (rank, nth)));
            }
            let mut newest = Vec::new();
            while newest.len() < n
                && let Some((rank, nth)) = heads.pop()
            {
                newest.push(Rank(rank));
                heads.extend(segments[nth].next(&run, &keep).map(|rank| (rank, nth)));
            }
            run.check()?;
            Ok(newest)
        })
    }

    /// All the articles, newest first. 10 ms for a million, besides what the query takes.
    ///
    /// # Errors
    /// When cancelled, or the index is damaged.
    pub fn all(
        &self,
        query: &Query,
        cancel: &Cancel,
        keep: impl Fn(Seq) -> bool,
    ) -> Result<Vec<Seq>, IndexError> {
        let mut all: Vec<u64> = Vec::new();
        self.each_block(query, cancel, |found| {
            let start = all.len();
            all.resize(start + found.docs.len(), 0);
            found.ranks.get_vals(&found.docs, &mut all[start..]);
            let mut end = start;
            for at in start..all.len() {
                all[end] = all[at];
                end += usize::from(keep(Rank(all[at]).seq()));
            }
            all.truncate(end);
        })?;
        // Each segment is a sorted run, which this sort merges.
        all.sort_by(|a, b| b.cmp(a));
        Ok(all.into_iter().map(|rank| Rank(rank).seq()).collect())
    }

    /// How many articles satisfy the query; for a single word at once.
    ///
    /// # Errors
    /// When cancelled, or the index is damaged.
    pub fn count(&self, query: &Query, cancel: &Cancel) -> Result<usize, IndexError> {
        let run = Arc::new(Run::new(cancel));
        let known = guard(|| {
            let mut sum = Some(0);
            for reader in self.inner.segment_readers() {
                let count = Segment::new(reader, self.fields, &run)?.known_count(query)?;
                sum = sum.zip(count).map(|(sum, count)| sum + count as usize);
            }
            Ok(sum)
        })?;
        if let Some(known) = known {
            return Ok(known);
        }
        let mut n_found = 0;
        self.each_block(query, cancel, |found| n_found += found.docs.len())?;
        Ok(n_found)
    }

    /// The `n` articles that match best, best first and newer before older, with their scores:
    /// BM25 of the first few words in the text, more for those in the title. Beginnings of words
    /// choose but do not score. Looks at all that satisfies the query.
    ///
    /// # Errors
    /// When cancelled, or the index is damaged.
    pub fn best(
        &self,
        query: &Query,
        n: usize,
        cancel: &Cancel,
        keep: impl Fn(Seq) -> bool,
    ) -> Result<Vec<(f32, Rank)>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        guard(|| {
            let best = score::best(&self.inner, self.fields, query, n, &run, keep)?;
            run.check()?;
            Ok(best)
        })
    }

    fn each_block(
        &self,
        query: &Query,
        cancel: &Cancel,
        mut visit: impl FnMut(&mut Found<'_>),
    ) -> Result<(), IndexError> {
        let run = Arc::new(Run::new(cancel));
        guard(|| {
            for reader in self.inner.segment_readers() {
                let found = Found::in_segment(reader, self.fields, query, &run)?;
                let Some(mut found) = found else { continue };
                while found.read(STRIDE).is_some() {
                    if run.is_cancelled() {
                        return Err(IndexError::Cancelled);
                    }
                    visit(&mut found);
                }
            }
            run.check()
        })
    }
}

impl fmt::Debug for Searcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").field("n_articles", &self.n_articles()).finish_non_exhaustive()
    }
}
