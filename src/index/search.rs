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
    docs::{DocBits, Matcher, Run, STRIDE},
    error::guard,
    forms::KeptForms,
    schema::{Fields, RANK},
    score,
    seqs::Seqs,
};
use crate::{
    base::Bits,
    domain::{Rank, Seq},
    query::{Scored, Texts},
};

const FIRST_STRIDE: u32 = 64;

/// An index of this many articles is worth another thread, whose start takes some 50 microseconds.
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
    pub(super) seqs: Arc<Seqs>,
    pub(super) forms: Arc<KeptForms>,
}

/// The newest of the articles that satisfy a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub ranks: Vec<Rank>,
    /// These are all.
    pub is_whole: bool,
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
        fields: (Fields, &'s KeptForms),
        texts: &Texts,
        run: &Arc<Run>,
    ) -> Result<Option<Self>, IndexError> {
        let matcher = Segment::new(reader, fields, run)?.matcher(texts)?;
        let Some(matcher) = matcher else { return Ok(None) };
        let ranks = reader.fast_fields().column_first_or_default(RANK)?;
        Ok(Some(Self { matcher, ranks, docs: Vec::new() }))
    }

    /// What belongs among the next `stride` documents, newest first, perhaps none; `None` at the
    /// end.
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
    /// Calls `meanwhile` whenever some documents have been examined.
    fn next(
        &mut self,
        run: &Run,
        keep: &impl Fn(Seq) -> bool,
        mut meanwhile: impl FnMut(),
    ) -> Option<u64> {
        while self.ranks.is_empty() && !run.is_cancelled() {
            meanwhile();
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

    /// The pieces that the index is in.
    pub fn n_segments(&self) -> usize {
        self.inner.segment_readers().len()
    }

    /// The `n` newest articles and the rest of the last one's day, newest day first and in no order
    /// within a moment. Looks no further than it must: microseconds for words, but a phrase that
    /// hardly occurs is sought in all of the index. `None` if that would be more than `most`.
    ///
    /// `meanwhile` is called with those of the moments that are whole already, each time when some
    /// documents have been looked at.
    ///
    /// # Errors
    /// If cancelled, or the index is damaged.
    pub fn newest(
        &self,
        texts: &Texts,
        (n, most): (usize, usize),
        cancel: &Cancel,
        keep: impl Fn(Seq) -> bool,
        mut meanwhile: impl FnMut(&[Rank]),
    ) -> Result<Option<Page>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        guard(|| {
            let mut segments = Vec::new();
            for reader in self.inner.segment_readers() {
                let found = Found::in_segment(reader, self.fields(), texts, &run)?;
                segments.extend(found.map(|found| Newest {
                    found,
                    ranks: Vec::new(),
                    stride: FIRST_STRIDE,
                }));
            }
            let mut heads = BinaryHeap::new();
            for (nth, segment) in segments.iter_mut().enumerate() {
                heads.extend(segment.next(&run, &keep, || ()).map(|rank| (rank, nth)));
            }
            let mut page = Page { ranks: Vec::new(), is_whole: true };
            let mut n_certain = 0;
            while let Some((rank, nth)) = heads.pop() {
                let rank = Rank(rank);
                let begins = page.ranks.last().is_some_and(|it| it.moment() != rank.moment());
                if begins {
                    n_certain = page.ranks.len();
                }
                if begins && n <= page.ranks.len() {
                    page.is_whole = false;
                    break;
                }
                if most <= page.ranks.len() {
                    return Ok(None);
                }
                page.ranks.push(rank);
                let certain = &page.ranks[..n_certain];
                let next = segments[nth].next(&run, &keep, || meanwhile(certain));
                heads.extend(next.map(|rank| (rank, nth)));
            }
            run.check()?;
            Ok(Some(page))
        })
    }

    /// All the articles, a bit a [`Seq`]: a few milliseconds for a million without phrases. To be
    /// picked out of an order that is known.
    ///
    /// # Errors
    /// If cancelled, or the index is damaged.
    pub fn all(&self, texts: &Texts, cancel: &Cancel) -> Result<Bits, IndexError> {
        let parts = self.each_segment(texts, cancel, |reader, whole| {
            let seqs = self.seqs.of(reader)?;
            let mut found = Bits::default();
            let mut set = |doc: DocId| {
                if let Some(seq) = seqs.get(doc as usize) {
                    found.set(*seq, true);
                }
            };
            match whole {
                Whole::Bits(bits) => bits.docs().for_each(set),
                Whole::Matcher(mut matcher, run) => {
                    let mut docs = Vec::new();
                    loop {
                        let goes_on = matcher.read(&mut docs, STRIDE);
                        docs.drain(..).for_each(&mut set);
                        if !goes_on || run.is_cancelled() {
                            break;
                        }
                    }
                }
            }
            Ok(found)
        })?;
        let mut parts = parts.into_iter();
        let mut all = parts.next().unwrap_or_default();
        parts.for_each(|part| all.add(&part));
        Ok(all)
    }

    /// Whether the first page costs about as much as the whole answer: many words begin so, and
    /// each has to be looked at.
    ///
    /// # Errors
    /// If the index is damaged.
    pub fn is_wide(&self, texts: &Texts) -> Result<bool, IndexError> {
        let run = Arc::new(Run::new(&Cancel::never()));
        let largest = self.inner.segment_readers().iter().max_by_key(|reader| reader.max_doc());
        guard(|| match largest {
            Some(reader) => Segment::new(reader, self.fields(), &run)?.is_wide(texts),
            None => Ok(false),
        })
    }

    /// How many articles have a single word or the first letters of one, where the index knows
    /// it without looking at any; `None` of other queries, and while articles that were deleted
    /// are still in.
    ///
    /// # Errors
    /// If the index is damaged.
    pub fn known_count(&self, texts: &Texts) -> Result<Option<usize>, IndexError> {
        let run = Arc::new(Run::new(&Cancel::never()));
        guard(|| {
            let mut sum = Some(0);
            for reader in self.inner.segment_readers() {
                let count = Segment::new(reader, self.fields(), &run)?.known_count(texts)?;
                sum = sum.zip(count).map(|(sum, count)| sum + count as usize);
            }
            Ok(sum)
        })
    }

    /// The `n` articles that match best, best first and equal ones by their `place` in the list,
    /// with their scores: BM25 of the first few words in the text, more for those in the title. Beginnings of words
    /// choose but do not score. `found` are those that satisfy the query, as [`Searcher::all`]
    /// says, or as many of them as are wanted; the others are passed over.
    ///
    /// # Errors
    /// If cancelled, or the index is damaged.
    pub fn best(
        &self,
        scored: &Scored,
        found: &Bits,
        n: usize,
        place: impl Fn(Seq) -> u32,
        cancel: &Cancel,
    ) -> Result<Vec<(f32, Seq)>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        guard(|| {
            let parts = (self.fields, &*self.seqs);
            let best = score::best(&self.inner, parts, scored, (found, n), &place, &run)?;
            run.check()?;
            Ok(best)
        })
    }

    pub(super) fn fields(&self) -> (Fields, &KeptForms) {
        (self.fields, &self.forms)
    }

    /// Evaluates the query on every segment to its end, on several threads where there is much.
    /// The answers are in no order.
    fn each_segment<T: Send>(
        &self,
        texts: &Texts,
        cancel: &Cancel,
        take: impl Fn(&SegmentReader, Whole<'_>) -> Result<T, IndexError> + Sync,
    ) -> Result<Vec<T>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        let evaluate = |reader: &SegmentReader| -> Result<Option<T>, IndexError> {
            let segment = Segment::new(reader, self.fields(), &run)?;
            let whole = match segment.whole(texts)? {
                Some(bits) => Some(Whole::Bits(bits)),
                None => segment.matcher(texts)?.map(|it| Whole::Matcher(it, Arc::clone(&run))),
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
    Bits(DocBits),
    Matcher(Matcher<'s>, Arc<Run>),
}

impl fmt::Debug for Searcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Searcher").field("n_articles", &self.n_articles()).finish_non_exhaustive()
    }
}
