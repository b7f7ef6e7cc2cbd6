//! Phrases: adjacent words, of which the last may be a beginning.

use std::{ops::Range, sync::Arc};

use tantivy::{
    DocId, DocSet, InvertedIndexReader, TERMINATED,
    postings::{BlockSegmentPostings, Postings, SegmentPostings, TermInfo},
    schema::IndexRecordOption,
};

use super::{
    IndexError,
    docs::{DocBits, DocSource, Run, seek},
};

/// The number of documents with all words that are read between checks for cancellation.
const PATIENCE: u32 = 256;
/// Opening a word's positions costs microseconds; one in so few documents is first looked up
/// without, for most of the thousands that begin alike are not in the window at all.
const RARE: u32 = 1000;

/// Candidates that are found are taken out when they are one in so many.
const TIDY: usize = 4;

/// The documents in which words stand side by side.
pub(super) struct Phrase {
    /// How far before the end of the phrase each word is, and where it occurs; rarest first.
    words: Vec<(u32, SegmentPostings)>,
    run: Arc<Run>,
    doc: DocId,
    /// Where the phrase ends in `doc`: the positions of the words behind it.
    ends: Vec<u32>,
    buffer: Vec<u32>,
    n_read: u32,
}

impl Phrase {
    /// The words in the order of the phrase, at least one, read with positions.
    pub(super) fn new(words: Vec<SegmentPostings>, run: Arc<Run>) -> Self {
        let shifts = (1..=u32::try_from(words.len()).unwrap_or(u32::MAX)).rev();
        let mut words: Vec<_> = shifts.zip(words).collect();
        words.sort_by_key(|(_, postings)| postings.doc_freq());
        let (ends, buffer) = (Vec::new(), Vec::new());
        let mut phrase = Self { words, run, doc: 0, ends, buffer, n_read: 0 };
        phrase.settle(0);
        phrase
    }

    fn settle(&mut self, mut target: DocId) -> DocId {
        self.doc = loop {
            self.n_read += 1;
            if self.n_read.is_multiple_of(PATIENCE) && self.run.is_cancelled() {
                break TERMINATED;
            }
            let mut doc = target;
            for (_, postings) in &mut self.words {
                doc = seek(postings, doc);
            }
            if doc == TERMINATED {
                break doc;
            }
            // The first words may have been left behind by a later one.
            let all_there = self.words.iter().all(|(_, postings)| postings.doc() == doc);
            if all_there && self.read_ends() {
                break doc;
            }
            target = if all_there { doc + 1 } else { doc };
        };
        self.doc
    }

    /// Whether the words stand side by side where all of them now are.
    fn read_ends(&mut self) -> bool {
        let Self { words, ends, buffer, .. } = self;
        ends.clear();
        for (nth, (shift, postings)) in words.iter_mut().enumerate() {
            if nth == 0 {
                postings.append_positions_with_offset(*shift, ends);
                continue;
            }
            buffer.clear();
            postings.append_positions_with_offset(*shift, buffer);
            intersect(ends, buffer);
            if ends.is_empty() {
                return false;
            }
        }
        true
    }
}

/// Keeps of `kept` what is also in `other`; both ascend.
fn intersect(kept: &mut Vec<u32>, other: &[u32]) {
    let mut rest = other;
    kept.retain(|position| {
        while let Some((first, behind)) = rest.split_first().filter(|(first, _)| *first < position)
        {
            debug_assert!(first < position);
            rest = behind;
        }
        rest.first() == Some(position)
    });
}

fn have_common(left: &[u32], right: &[u32]) -> bool {
    let mut rest = right.iter();
    let mut next = rest.next();
    left.iter().any(|position| {
        while next.is_some_and(|other| other < position) {
            next = rest.next();
        }
        next == Some(position)
    })
}

impl DocSet for Phrase {
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
        self.words.first().map_or(0, |(_, rarest)| rarest.doc_freq())
    }

    fn cost(&self) -> u64 {
        // Reading positions costs much more than reading documents.
        u64::from(self.size_hint()) * 10 * self.words.len() as u64
    }
}

/// The documents in which a phrase is followed by a word that begins as the query's last word.
///
/// All words that begin so are examined, however many, but each only where the phrase is and no
/// word has been found yet.
pub(super) struct BegunPhrase {
    lead: Phrase,
    text: Arc<InvertedIndexReader>,
    /// The words that begin so, most frequent first.
    ends: Vec<TermInfo>,
    run: Arc<Run>,
}

/// Whether a word occurs in any of `candidates`, found out without its positions.
fn occurs(
    text: &InvertedIndexReader,
    info: &TermInfo,
    block: &mut BlockSegmentPostings,
    window: &Range<DocId>,
    candidates: &DocBits,
) -> Result<bool, IndexError> {
    if block.doc_freq() == 0 {
        *block = text.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    } else {
        text.reset_block_postings_from_terminfo(info, block)?;
    }
    let mut at = block.seek(window.start);
    while let docs @ [_, ..] = block.docs().get(at..).unwrap_or_default() {
        if docs.iter().any(|doc| *doc < window.end && candidates.has(*doc)) {
            return Ok(true);
        }
        if docs.last().is_some_and(|doc| window.end <= *doc) {
            break;
        }
        block.advance();
        at = 0;
    }
    Ok(false)
}

/// A document with the phrase, and its ends among all those of a window.
struct Candidate {
    doc: DocId,
    ends: Range<usize>,
    is_found: bool,
}

impl BegunPhrase {
    pub(super) fn new(
        lead: Phrase,
        text: Arc<InvertedIndexReader>,
        mut ends: Vec<TermInfo>,
        run: Arc<Run>,
    ) -> Self {
        ends.sort_by_key(|info| std::cmp::Reverse(info.doc_freq));
        Self { lead, text, ends, run }
    }

    fn candidates(&mut self, window: &Range<DocId>) -> (Vec<Candidate>, Vec<u32>) {
        let (mut candidates, mut positions) = (Vec::new(), Vec::new());
        let mut doc = seek(&mut self.lead, window.start);
        while doc < window.end {
            let start = positions.len();
            positions.extend_from_slice(&self.lead.ends);
            candidates.push(Candidate { doc, ends: start..positions.len(), is_found: false });
            doc = self.lead.advance();
        }
        (candidates, positions)
    }
}

impl DocSource for BegunPhrase {
    // The positions of a frequent word in as many documents take some megabytes.
    const WINDOW_MAX: u32 = 1 << 16;
    const GROWTH: u32 = 2;

    fn fill(&mut self, window: Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError> {
        let (mut open, positions) = self.candidates(&window);
        let mut candidates = DocBits::default();
        candidates.reset(&window);
        for candidate in &open {
            candidates.set(candidate.doc);
        }
        let (mut block, mut buffer) = (BlockSegmentPostings::empty(), Vec::new());
        let mut n_found = 0;
        for info in &self.ends {
            if open.len() == n_found || self.run.is_cancelled() {
                break;
            }
            if info.doc_freq <= RARE && !occurs(&self.text, info, &mut block, &window, &candidates)?
            {
                continue;
            }
            let option = IndexRecordOption::WithFreqsAndPositions;
            let mut word = self.text.read_postings_from_terminfo(info, option)?;
            let mut at = 0;
            while let Some(candidate) = open.get_mut(at) {
                if candidate.is_found {
                    at += 1;
                    continue;
                }
                let doc = seek(&mut word, candidate.doc);
                if doc == candidate.doc {
                    buffer.clear();
                    word.append_positions_with_offset(0, &mut buffer);
                    if have_common(&positions[candidate.ends.clone()], &buffer) {
                        candidate.is_found = true;
                        hits.set(doc);
                        n_found += 1;
                    }
                    at += 1;
                } else if doc == TERMINATED {
                    break;
                } else {
                    at += open[at..].partition_point(|candidate| candidate.doc < doc);
                }
            }
            // Not for each of thousands of words, most of which find one or two.
            if open.len() < TIDY * n_found {
                open.retain(|candidate| !candidate.is_found);
                n_found = 0;
            }
        }
        Ok(())
    }

    fn size_hint(&self) -> u32 {
        self.lead.size_hint()
    }
}
