//! Where in a document the words of a clause stand.

use std::{ops::Range, sync::Arc};

use tantivy::{
    DocId, InvertedIndexReader,
    postings::{Postings, TermInfo},
    schema::IndexRecordOption,
};

use super::{
    IndexError,
    branches::fill,
    docs::{DocBits, PATIENCE, Run, seek},
    forms::{Limited, Meant},
};

/// A document and the position of a first word in it.
pub(super) type Spot = (DocId, u32);

/// The tokens of a clause as a field has them: each is one or more words.
pub(super) struct Spelled {
    field: Arc<InvertedIndexReader>,
    tokens: Vec<Meant>,
    run: Arc<Run>,
}

impl Spelled {
    pub(super) fn new(field: Arc<InvertedIndexReader>, tokens: Vec<Meant>, run: Arc<Run>) -> Self {
        Self { field, tokens, run }
    }

    pub(super) fn n_tokens(&self) -> usize {
        self.tokens.len()
    }

    /// The greatest number of documents that it can be in.
    pub(super) fn size_hint(&self) -> u32 {
        self.tokens.iter().map(Meant::size_hint).min().unwrap_or(0)
    }

    /// Sets the documents of a window that have all the tokens, wherever they stand.
    pub(super) fn fill(&self, window: &Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError> {
        let Some((first, others)) = self.tokens.split_first() else { return Ok(()) };
        let of = |words: &[TermInfo]| -> Result<DocBits, IndexError> {
            let mut bits = DocBits::default();
            bits.reset(window);
            fill(&self.field, words, window, &mut bits, &self.run)?;
            Ok(bits)
        };
        let with = |meant: &Meant| -> Result<DocBits, IndexError> {
            let mut bits = of(&meant.words)?;
            for Limited { words, speakers } in &meant.limited {
                let mut limited = of(words)?;
                speakers.keep(window, &mut limited, &self.run)?;
                bits.add(&limited);
            }
            Ok(bits)
        };
        let mut found = with(first)?;
        for words in others {
            found.keep(&with(words)?);
        }
        hits.add(&found);
        Ok(())
    }

    /// Where the clause stands in the `candidates` of a window, in order.
    pub(super) fn spots(
        &self,
        window: &Range<DocId>,
        candidates: &DocBits,
    ) -> Result<Vec<Spot>, IndexError> {
        let mut found: Option<Vec<Spot>> = None;
        for (shift, meant) in (0_u32..).zip(&self.tokens) {
            let mut here = self.spots_of(&meant.words, shift, window, candidates)?;
            for Limited { words, speakers } in &meant.limited {
                let mut theirs = DocBits::default();
                theirs.reset(window);
                theirs.add(candidates);
                speakers.keep(window, &mut theirs, &self.run)?;
                here.extend(self.spots_of(words, shift, window, &theirs)?);
            }
            here.sort_unstable();
            here.dedup();
            found = Some(match found {
                None => here,
                Some(mut found) => {
                    let mut rest = &*here;
                    found.retain(|spot| {
                        let n_before = rest.partition_point(|it| it < spot);
                        rest = &rest[n_before..];
                        rest.first() == Some(spot)
                    });
                    found
                }
            });
        }
        Ok(found.unwrap_or_default())
    }

    /// Where any of some words stand, less how far they stand from the first word.
    fn spots_of(
        &self,
        words: &[TermInfo],
        shift: u32,
        window: &Range<DocId>,
        candidates: &DocBits,
    ) -> Result<Vec<Spot>, IndexError> {
        let (mut spots, mut positions) = (Vec::new(), Vec::new());
        let mut n_read = 0;
        for info in words {
            let option = IndexRecordOption::WithFreqsAndPositions;
            let mut postings = self.field.read_postings_from_terminfo(info, option)?;
            let mut from = window.start;
            while let Some(candidate) = candidates.next(from).filter(|doc| *doc < window.end) {
                let doc = seek(&mut postings, candidate);
                if window.end <= doc {
                    break;
                }
                n_read += 1;
                if usize::is_multiple_of(n_read, PATIENCE) && self.run.is_cancelled() {
                    return Err(IndexError::Cancelled);
                }
                if doc == candidate {
                    positions.clear();
                    postings.append_positions_with_offset(0, &mut positions);
                    let starts = positions.iter().filter_map(|it| it.checked_sub(shift));
                    spots.extend(starts.map(|start| (doc, start)));
                }
                from = doc.max(candidate + u32::from(doc == candidate));
            }
        }
        Ok(spots)
    }
}
