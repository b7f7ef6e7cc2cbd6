//! The best matches first: BM25 over the words of a query.

use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

use tantivy::{
    DocId, SegmentReader, Term,
    fieldnorm::FieldNormReader,
    postings::{Postings, SegmentPostings},
    query::Bm25Weight,
    schema::{Field, IndexRecordOption},
};

use super::{
    IndexError,
    docs::{Run, STRIDE, seek},
    schema::Fields,
    search::Found,
};
use crate::domain::{Query, Rank, Seq};

/// More words than this say little more, and each costs.
const WORDS_MAX: usize = 4;
/// A word in the title, where words are few, counts this many times besides.
const TITLE_BOOST: f32 = 2.0;

/// What one word in one field adds to the score of each document of a segment.
struct Scorer {
    postings: SegmentPostings,
    norms: FieldNormReader,
    weight: Bm25Weight,
}

impl Scorer {
    fn score(&mut self, doc: DocId) -> f32 {
        if seek(&mut self.postings, doc) != doc {
            return 0.0;
        }
        self.weight.score(self.norms.fieldnorm_id(doc), self.postings.term_freq())
    }
}

pub(super) fn best(
    searcher: &tantivy::Searcher,
    fields: Fields,
    query: &Query,
    n: usize,
    run: &Arc<Run>,
    keep: impl Fn(Seq) -> bool,
) -> Result<Vec<(f32, Rank)>, IndexError> {
    let weights = weights(searcher, fields, query)?;
    // The bits of scores, none of which is negative, sort as the scores do.
    let mut best: BinaryHeap<Reverse<(u32, u64)>> = BinaryHeap::new();
    for reader in searcher.segment_readers() {
        let Some(mut found) = Found::in_segment(reader, fields, query, run)? else { continue };
        let ranks = Arc::clone(&found.ranks);
        let mut scorers = scorers(reader, &weights)?;
        while let Some(docs) = found.read(STRIDE) {
            if run.is_cancelled() {
                return Err(IndexError::Cancelled);
            }
            for doc in docs {
                let score: f32 = scorers.iter_mut().map(|scorer| scorer.score(*doc)).sum();
                let worst = best.peek().filter(|_| n <= best.len()).map(|worst| worst.0);
                if worst.is_some_and(|(worst, _)| score.to_bits() < worst) {
                    continue;
                }
                let rank = ranks.get_val(*doc);
                let ranked = (score.to_bits(), rank);
                if worst.is_some_and(|worst| ranked <= worst) || !keep(Rank(rank).seq()) {
                    continue;
                }
                best.push(Reverse(ranked));
                if n < best.len() {
                    best.pop();
                }
            }
        }
    }
    let best = best.into_sorted_vec().into_iter();
    Ok(best.map(|Reverse((score, rank))| (f32::from_bits(score), Rank(rank))).collect())
}

/// The weights of the words that score, over the whole index.
fn weights(
    searcher: &tantivy::Searcher,
    fields: Fields,
    query: &Query,
) -> Result<Vec<(Field, Box<str>, Bm25Weight)>, IndexError> {
    let mut words: Vec<&str> = Vec::new();
    for clause in query.clauses().iter().filter(|clause| !clause.is_negative()) {
        let n_whole = clause.tokens().len() - usize::from(clause.is_prefix());
        words.extend(clause.tokens().iter().take(n_whole).map(|token| &**token));
    }
    let mut weights = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for word in words {
        if seen.contains(&word) || WORDS_MAX <= seen.len() {
            continue;
        }
        seen.push(word);
        for (field, boost) in [(fields.text, 1.0), (fields.title, TITLE_BOOST)] {
            let term = Term::from_field_text(field, word);
            if 0 < searcher.doc_freq(&term)? {
                let weight = Bm25Weight::for_terms(searcher, &[term])?.boost_by(boost);
                weights.push((field, word.into(), weight));
            }
        }
    }
    Ok(weights)
}

fn scorers(
    reader: &SegmentReader,
    weights: &[(Field, Box<str>, Bm25Weight)],
) -> Result<Vec<Scorer>, IndexError> {
    let mut scorers = Vec::new();
    for (field, word, weight) in weights {
        let index = reader.inverted_index(*field)?;
        let Some(info) = index.terms().get(word.as_bytes())? else { continue };
        let option = IndexRecordOption::WithFreqs;
        let postings = index.read_postings_from_terminfo(&info, option)?;
        let norms = reader.get_fieldnorms_reader(*field)?;
        scorers.push(Scorer { postings, norms, weight: weight.clone() });
    }
    Ok(scorers)
}
