//! Sets of articles within a segment: iterated a document at a time, cancelled when a newer search
//! arrives.

use std::{
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, DocSet, TERMINATED, fastfield::AliveBitSet};

use super::{Cancel, IndexError};

/// The number of documents examined between checks for cancellation.
pub(super) const STRIDE: u32 = 4096;

/// How many words are looked at before looking at whether to go on.
pub(super) const PATIENCE: usize = 256;

/// The first window of [`Windowed`]: it fills a page of all but rare matches.
const FIRST_WINDOW: u32 = 512;

/// One search under way: why it must stop, if it must. What runs inside a [`DocSet`] cannot
/// return errors; it ends early and leaves the reason here.
#[derive(Debug)]
pub(super) struct Run {
    cancel: Cancel,
    failure: Mutex<Option<IndexError>>,
}

impl Run {
    pub(super) fn new(cancel: &Cancel) -> Self {
        Self { cancel: cancel.clone(), failure: Mutex::new(None) }
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    pub(super) fn fail(&self, error: IndexError) {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    /// To be asked before a result is believed.
    pub(super) fn check(&self) -> Result<(), IndexError> {
        if self.is_cancelled() {
            return Err(IndexError::Cancelled);
        }
        let failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner).take();
        failure.map_or(Ok(()), Err)
    }
}

/// Moves to the first document at or after `target`, which may be where it stands.
pub(super) fn seek<D: DocSet + ?Sized>(docs: &mut D, target: DocId) -> DocId {
    let doc = docs.doc();
    if doc < target { docs.seek(target) } else { doc }
}

/// Something that finds its documents a range at a time, ranges in ascending order.
pub(super) trait DocSource: Send {
    /// The longest range worth its memory, in documents.
    const WINDOW_MAX: u32;
    /// How many times as long each range is as the one before: little where documents cost much,
    /// much where beginning a range does.
    const GROWTH: u32;

    /// Sets in `hits` the bits of the documents of `window` that belong.
    fn fill(&mut self, window: Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError>;

    fn size_hint(&self) -> u32;
}

/// Documents of a range, a bit each.
#[derive(Debug, Default)]
pub(super) struct DocBits {
    start: DocId,
    words: Vec<u64>,
}

impl DocBits {
    pub(super) fn reset(&mut self, window: &Range<DocId>) {
        self.start = window.start;
        self.words.clear();
        self.words.resize((window.end - window.start).div_ceil(64) as usize, 0);
    }

    pub(super) fn set(&mut self, doc: DocId) {
        let bit = doc - self.start;
        self.words[(bit / 64) as usize] |= 1 << (bit % 64);
    }

    pub(super) fn has(&self, doc: DocId) -> bool {
        let bit = doc - self.start;
        self.words.get((bit / 64) as usize).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// Sets every document of the range that the bits are for.
    pub(super) fn set_all(&mut self, window: &Range<DocId>) {
        self.words.fill(u64::MAX);
        let n_over = (window.end - window.start) % 64;
        if let Some(last) = self.words.last_mut().filter(|_| 0 < n_over) {
            *last = (1 << n_over) - 1;
        }
    }

    /// Adds what is in `other`, which must be of the same range.
    pub(super) fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Keeps what is also in `other`, which must be of the same range.
    pub(super) fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Takes out what is in `other`, which must be of the same range.
    pub(super) fn take_out(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Keeps what is alive.
    pub(super) fn keep_alive(&mut self, alive: &AliveBitSet) {
        for (start, word) in (self.start..).step_by(64).zip(&mut self.words) {
            let mut left = *word;
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                if !alive.is_alive(start + bit) {
                    *word &= !(1 << bit);
                }
            }
        }
    }

    /// The documents, in ascending order.
    pub(super) fn docs(&self) -> impl Iterator<Item = DocId> + '_ {
        (self.start..).step_by(64).zip(&self.words).flat_map(|(start, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(start + bit)
            })
        })
    }

    /// The first document at or after `doc`, which is not before the range.
    pub(super) fn next(&self, doc: DocId) -> Option<DocId> {
        let bit = doc - self.start;
        let mut at = (bit / 64) as usize;
        let mut word = self.words.get(at)? & (u64::MAX << (bit % 64));
        while word == 0 {
            at += 1;
            word = *self.words.get(at)?;
        }
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        Some(self.start + at * 64 + word.trailing_zeros())
    }
}

/// The documents of a source, found in ever longer windows: the first page of a search is had
/// from the first, short one.
pub(super) struct Windowed<S> {
    source: S,
    run: Arc<Run>,
    bits: DocBits,
    /// End of the window that `bits` covers.
    end: DocId,
    length: u32,
    n_docs: u32,
    doc: DocId,
}

impl<S: DocSource> Windowed<S> {
    pub(super) fn new(source: S, n_docs: u32, run: Arc<Run>) -> Self {
        let bits = DocBits::default();
        let mut docs = Self { source, run, bits, end: 0, length: FIRST_WINDOW, n_docs, doc: 0 };
        docs.settle(0);
        docs
    }

    fn settle(&mut self, mut target: DocId) -> DocId {
        loop {
            if target < self.end
                && let Some(doc) = self.bits.next(target)
            {
                self.doc = doc;
                return doc;
            }
            let start = target.max(self.end);
            if self.n_docs <= start || self.run.is_cancelled() {
                self.end = self.n_docs;
                self.doc = TERMINATED;
                return TERMINATED;
            }
            let window = start..self.n_docs.min(start.saturating_add(self.length));
            self.length = self.length.saturating_mul(S::GROWTH).min(S::WINDOW_MAX);
            self.end = window.end;
            self.bits.reset(&window);
            if let Err(error) = self.source.fill(window, &mut self.bits) {
                self.run.fail(error);
                self.n_docs = 0;
            }
            target = start;
        }
    }
}

impl<S: DocSource + 'static> DocSet for Windowed<S> {
    fn advance(&mut self) -> DocId {
        if self.doc == TERMINATED { TERMINATED } else { self.settle(self.doc + 1) }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if target <= self.doc { self.doc } else { self.settle(target) }
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.source.size_hint().min(self.n_docs)
    }
}

/// The living documents of a segment that satisfy a query, newest first.
pub(super) struct Matcher<'s> {
    lead: Box<dyn DocSet>,
    others: Vec<Box<dyn DocSet>>,
    excluded: Vec<Box<dyn DocSet>>,
    alive: Option<&'s AliveBitSet>,
}

impl<'s> Matcher<'s> {
    /// Documents in all of `wanted`, of which there must be one, and in none of `excluded`.
    pub(super) fn new(
        mut wanted: Vec<Box<dyn DocSet>>,
        excluded: Vec<Box<dyn DocSet>>,
        alive: Option<&'s AliveBitSet>,
    ) -> Option<Self> {
        wanted.sort_by_key(DocSet::cost);
        let mut wanted = wanted.into_iter();
        Some(Self { lead: wanted.next()?, others: wanted.collect(), excluded, alive })
    }

    /// Looks at the next `stride` documents, at most [`STRIDE`], and appends those that belong to
    /// `found`, perhaps none; `false` at the end.
    pub(super) fn read(&mut self, found: &mut Vec<DocId>, stride: u32) -> bool {
        if self.others.is_empty() && self.excluded.is_empty() {
            return self.read_lead(found, stride);
        }
        for _ in 0..stride {
            let doc = self.lead.doc();
            if doc == TERMINATED {
                return false;
            }
            match self.others.iter_mut().map(|docs| seek(docs, doc)).find(|at| *at != doc) {
                Some(TERMINATED) => return false,
                Some(next) => {
                    self.lead.seek(next);
                }
                None => {
                    let is_excluded = self.excluded.iter_mut().any(|docs| seek(docs, doc) == doc);
                    if !is_excluded && self.is_alive(doc) {
                        found.push(doc);
                    }
                    self.lead.advance();
                }
            }
        }
        true
    }

    fn read_lead(&mut self, found: &mut Vec<DocId>, stride: u32) -> bool {
        let mut buffer = [0; COLLECT_BLOCK_BUFFER_LEN];
        for _ in 0..(stride as usize).div_ceil(COLLECT_BLOCK_BUFFER_LEN) {
            let n_filled = self.lead.fill_buffer(&mut buffer);
            match self.alive {
                None => found.extend_from_slice(&buffer[..n_filled]),
                Some(alive) => {
                    found.extend(buffer[..n_filled].iter().filter(|doc| alive.is_alive(**doc)));
                }
            }
            if n_filled < COLLECT_BLOCK_BUFFER_LEN {
                return false;
            }
        }
        true
    }

    fn is_alive(&self, doc: DocId) -> bool {
        self.alive.is_none_or(|alive| alive.is_alive(doc))
    }
}
