//! Answering queries: the first page, the whole list, the number.

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use tantivy::{DocId, SegmentReader, columnar::ColumnValues};

use super::{
    Cancel, IndexError,
    clauses::Segment,
    docs::{Bits, Matcher, Run, STRIDE},
    error::guard,
    schema::{Fields, RANK},
    score,
};
use crate::domain::{Query, Rank, Seq};

const FIRST_STRIDE: u32 = 64;

/// An index of so many articles is worth another thread, whose start takes some 50 microseconds.
const WORTH_THREADS: u64 = 100_000;
const N_THREADS: usize = 2;

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

    /// All the articles, as lists of which each is newest first. Some milliseconds for a million
    /// without phrases.
    ///
    /// # Errors
    /// When cancelled, or the index is damaged.
    pub fn runs(&self, query: &Query, cancel: &Cancel) -> Result<Vec<Vec<Rank>>, IndexError> {
        self.each_segment(query, cancel, |reader, whole| {
            let ranks = reader.fast_fields().column_first_or_default(RANK)?;
            let mut docs: Vec<DocId> = Vec::new();
            match whole {
                Whole::Bits(bits) => docs.extend(bits.docs()),
                Whole::Matcher(mut matcher, run) => {
                    while matcher.read(&mut docs, STRIDE) {
                        if run.is_cancelled() {
                            return Err(IndexError::Cancelled);
                        }
                    }
                }
            }
            let mut values = vec![0; docs.len()];
            ranks.get_vals(&docs, &mut values);
            Ok(values.into_iter().map(Rank).collect())
        })
    }

    /// All the articles, newest first: [`Searcher::runs`], put together. For a large part of the
    /// library it is quicker to look in an order that is known which of them are in the runs.
    ///
    /// # Errors
    /// When cancelled, or the index is damaged.
    pub fn all(
        &self,
        query: &Query,
        cancel: &Cancel,
        keep: impl Fn(Seq) -> bool,
    ) -> Result<Vec<Seq>, IndexError> {
        let runs = self.runs(query, cancel)?;
        let mut all: Vec<Rank> = Vec::new();
        for piece in runs.iter().flat_map(|ranks| ranks.chunks(STRIDE as usize)) {
            if cancel.is_cancelled() {
                return Err(IndexError::Cancelled);
            }
            all.extend(piece.iter().filter(|rank| keep(rank.seq())));
        }
        // Each segment is a sorted run, which this sort merges.
        all.sort_by(|a, b| b.cmp(a));
        Ok(all.into_iter().map(Rank::seq).collect())
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
        let counts = self.each_segment(query, cancel, |_, whole| match whole {
            Whole::Bits(bits) => Ok(bits.count()),
            Whole::Matcher(mut matcher, run) => {
                let (mut n_found, mut docs) = (0, Vec::new());
                loop {
                    let goes_on = matcher.read(&mut docs, STRIDE);
                    n_found += docs.len();
                    docs.clear();
                    if !goes_on || run.is_cancelled() {
                        return Ok(n_found);
                    }
                }
            }
        })?;
        Ok(counts.into_iter().sum())
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

    /// Evaluates the query on every segment to its end, on several threads where there is much.
    /// The answers are in no order.
    fn each_segment<T: Send>(
        &self,
        query: &Query,
        cancel: &Cancel,
        take: impl Fn(&SegmentReader, Whole<'_>) -> Result<T, IndexError> + Sync,
    ) -> Result<Vec<T>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        let evaluate = |reader: &SegmentReader| -> Result<Option<T>, IndexError> {
            let segment = Segment::new(reader, self.fields, &run)?;
            let whole = match segment.whole(query)? {
                Some(bits) => Some(Whole::Bits(bits)),
                None => segment.matcher(query)?.map(|it| Whole::Matcher(it, Arc::clone(&run))),
            };
            whole.map(|whole| take(reader, whole)).transpose()
        };
        let mut readers: Vec<&SegmentReader> = self.inner.segment_readers().iter().collect();
        readers.sort_by_key(|reader| Reverse(reader.max_doc()));
        let n_threads = if self.n_articles() < WORTH_THREADS { 1 } else { N_THREADS };
        let next = AtomicUsize::new(0);
        let work = || -> Result<Vec<T>, IndexError> {
            guard(|| {
                let mut answers = Vec::new();
                while let Some(reader) = readers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    answers.extend(evaluate(reader)?);
                }
                Ok(answers)
            })
        };
        let answers: Result<Vec<Vec<T>>, IndexError> = thread::scope(|scope| {
            let helpers: Vec<_> = (1..n_threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            let others = helpers.into_iter().map(|helper| {
                // Panics are caught within.
                helper.join().unwrap_or_else(|_| Err(IndexError::Cancelled))
            });
            std::iter::once(own).chain(others).collect()
        });
        run.check()?;
        Ok(answers?.into_iter().flatten().collect())
    }
}

/// What of a segment satisfies a query.
enum Whole<'s> {
    Bits(Bits),
    Matcher(Matcher<'s>, Arc<Run>),
}

impl fmt::Debug for Searcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").field("n_articles", &self.n_articles()).finish_non_exhaustive()
    }
}
