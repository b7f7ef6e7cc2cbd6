//! Any tree of what is asked, answered a window of documents at a time, a bit each.

use std::{ops::Range, sync::Arc};

use tantivy::{
    DocId, DocSet, InvertedIndexReader,
    postings::{BlockSegmentPostings, TermInfo},
    schema::IndexRecordOption,
};

use super::{
    IndexError,
    docs::{DocBits, DocSource, PATIENCE, Run, seek},
};

/// A part of what is asked.
pub(super) enum Branch {
    Nothing,
    Everything,
    /// Any of some words.
    Words {
        field: Arc<InvertedIndexReader>,
        words: Vec<TermInfo>,
    },
    Docs(Box<dyn DocSet>),
    Not(Box<Self>),
    And(Vec<Self>),
    Or(Vec<Self>),
}

/// The documents of a tree.
pub(super) struct Branches {
    root: Branch,
    run: Arc<Run>,
}

impl Branches {
    pub(super) fn new(root: Branch, run: Arc<Run>) -> Self {
        Self { root, run }
    }
}

impl DocSource for Branches {
    const WINDOW_MAX: u32 = 1 << 30;
    const GROWTH: u32 = 8;

    fn fill(&mut self, window: Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError> {
        self.root.fill(&window, hits, &self.run)
    }

    fn size_hint(&self) -> u32 {
        self.root.size_hint()
    }
}

impl Branch {
    /// Sets the documents of `window` that belong, in bits that are for this window.
    pub(super) fn fill(
        &mut self,
        window: &Range<DocId>,
        hits: &mut DocBits,
        run: &Run,
    ) -> Result<(), IndexError> {
        match self {
            Self::Nothing => {}
            Self::Everything => hits.set_all(window),
            Self::Words { field, words } => fill(field, words, window, hits, run)?,
            Self::Docs(docs) => {
                let mut doc = seek(&mut **docs, window.start);
                while doc < window.end {
                    hits.set(doc);
                    doc = docs.advance();
                }
            }
            Self::Not(inner) => {
                let without = inner.of(window, run)?;
                let mut found = DocBits::default();
                found.reset(window);
                found.set_all(window);
                found.take_out(&without);
                hits.add(&found);
            }
            Self::And(parts) => hits.add(&all_of(parts, window, run)?),
            Self::Or(parts) => {
                for part in parts {
                    part.fill(window, hits, run)?;
                }
            }
        }
        Ok(())
    }

    fn of(&mut self, window: &Range<DocId>, run: &Run) -> Result<DocBits, IndexError> {
        let mut bits = DocBits::default();
        bits.reset(window);
        self.fill(window, &mut bits, run)?;
        Ok(bits)
    }

    fn size_hint(&self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::Everything | Self::Not(_) => u32::MAX,
            Self::Words { words, .. } => {
                words.iter().fold(0, |sum, info| sum.saturating_add(info.doc_freq))
            }
            Self::Docs(docs) => docs.size_hint(),
            Self::And(parts) => parts.iter().map(Self::size_hint).min().unwrap_or(0),
            Self::Or(parts) => {
                parts.iter().fold(0, |sum, part| sum.saturating_add(part.size_hint()))
            }
        }
    }
}

/// What all parts have; those whose positions must be read are asked only where the others are.
fn all_of(parts: &mut [Branch], window: &Range<DocId>, run: &Run) -> Result<DocBits, IndexError> {
    let mut found = DocBits::default();
    found.reset(window);
    found.set_all(window);
    parts.sort_by_key(|part| matches!(part, Branch::Docs(_)));
    for part in parts {
        match part {
            Branch::Docs(docs) => {
                let mut both = DocBits::default();
                both.reset(window);
                for doc in found.docs() {
                    if seek(&mut **docs, doc) == doc {
                        both.set(doc);
                    }
                }
                found = both;
            }
            Branch::Not(inner) => found.take_out(&inner.of(window, run)?),
            part => found.keep(&part.of(window, run)?),
        }
    }
    Ok(found)
}

/// Sets the documents of `window` that have any of `words`; gives up when overtaken.
pub(super) fn fill(
    field: &InvertedIndexReader,
    words: &[TermInfo],
    window: &Range<DocId>,
    hits: &mut DocBits,
    run: &Run,
) -> Result<(), IndexError> {
    let mut block = BlockSegmentPostings::empty();
    for (nth, info) in words.iter().enumerate() {
        if nth % PATIENCE == 0 && run.is_cancelled() {
            break;
        }
        if nth == 0 {
            block = field.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
        } else {
            field.reset_block_postings_from_terminfo(info, &mut block)?;
        }
        let mut at = block.seek(window.start);
        loop {
            let docs = block.docs().get(at..).unwrap_or_default();
            let inside = docs.iter().take_while(|doc| **doc < window.end);
            let n_inside = inside.map(|doc| hits.set(*doc)).count();
            if docs.is_empty() || n_inside < docs.len() {
                break;
            }
            block.advance();
            at = 0;
        }
    }
    Ok(())
}
