//! The best matches first: BM25 over the words of a query.

use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

use tantivy::{
    DocId, SegmentReader, Term,
    fieldnorm::FieldNormReader,
    postings::{Postings, SegmentPostings},
    query::{AllQuery, Bm25Weight, BooleanQuery, EnableScoring, Occur, TermQuery},
    schema::{Field, IndexRecordOption},
};

use super::{
    IndexError,
    docs::{DocBits, Run, seek},
    schema::Fields,
    seqs::Seqs,
};
use crate::{base::Bits, domain::Seq, query::Scored};

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

/// The best so far, worst on top.
struct Best {
    n: usize,
    // The bits of scores, none of which is negative, sort as the scores do. Of equal ones that is
    // better which stands higher in the list.
    heap: BinaryHeap<Reverse<(u32, Reverse<u32>, Seq)>>,
}

impl Best {
    fn add(&mut self, score: f32, place: u32, seq: Seq) {
        self.heap.push(Reverse((score.to_bits(), Reverse(place), seq)));
        if self.n < self.heap.len() {
            self.heap.pop();
        }
    }

    /// What scores less, or as much, can be passed over. A lower article of the same score can,
    /// too, but whether it is lower is not known yet: so a little less than the worst score.
    fn threshold(&self) -> f32 {
        match self.heap.peek() {
            Some(Reverse((worst, ..))) if self.n <= self.heap.len() => {
                f32::from_bits(*worst).next_down()
            }
            _ => f32::MIN,
        }
    }
}

/// Of more hits than these, only those with the words as typed are scored, and other forms follow: to
/// look at each costs a microsecond.
const MOST_WITH_FORMS: usize = 20_000;

/// The best `n` of `found`, which are those that satisfy the query; equal ones by their `place`.
///
/// Articles with a word in the title are few, and are all scored. The others score by their text
/// alone, where tantivy passes over whole blocks that cannot be good enough (block-max WAND).
pub(super) fn best(
    searcher: &tantivy::Searcher,
    (fields, seqs): (Fields, &Seqs),
    scored: &Scored,
    (found, n): (&Bits, usize),
    place: &dyn Fn(Seq) -> u32,
    run: &Arc<Run>,
) -> Result<Vec<(f32, Seq)>, IndexError> {
    let words = &scored.words[..WORDS_MAX.min(scored.words.len())];
    let weights = weights(searcher, fields, words)?;
    let by_text = by_text(fields, words).weight(EnableScoring::enabled_from_searcher(searcher))?;
    let have_all = !scored.have_forms || MOST_WITH_FORMS < found.count();
    let mut best = Best { n, heap: BinaryHeap::new() };
    for reader in searcher.segment_readers() {
        let seqs = seqs.of(reader)?;
        let alive = reader.alive_bitset();
        let wanted = |doc: DocId| {
            let seq = seqs.get(doc as usize).filter(|seq| found.contains(**seq))?;
            alive.is_none_or(|alive| alive.is_alive(doc)).then_some(Seq(*seq))
        };
        let titled = titled(reader, fields, words)?;
        let mut scorers = scorers(reader, &weights)?;
        for (doc, seq) in titled.docs().filter_map(|doc| Some((doc, wanted(doc)?))) {
            if run.is_cancelled() {
                return Err(IndexError::Cancelled);
            }
            best.add(scorers.iter_mut().map(|it| it.score(doc)).sum(), place(seq), seq);
        }
        if !(scored.are_required && have_all) {
            for doc in (0..reader.max_doc()).filter(|doc| !titled.has(*doc)) {
                let Some(seq) = wanted(doc) else { continue };
                if run.is_cancelled() {
                    return Err(IndexError::Cancelled);
                }
                best.add(scorers.iter_mut().map(|it| it.score(doc)).sum(), place(seq), seq);
            }
            continue;
        }
        by_text.for_each_pruning(best.threshold(), reader, &mut |doc, score| {
            if run.is_cancelled() {
                return f32::MAX;
            }
            if let Some(seq) = wanted(doc).filter(|_| !titled.has(doc)) {
                best.add(if words.is_empty() { 0.0 } else { score }, place(seq), seq);
            }
            best.threshold()
        })?;
    }
    let best = best.heap.into_sorted_vec().into_iter();
    Ok(best.map(|Reverse((score, _, seq))| (f32::from_bits(score), seq)).collect())
}

/// All articles with all the words, scored by their text.
fn by_text(fields: Fields, words: &[&str]) -> Box<dyn tantivy::query::Query> {
    let must = words.iter().map(|word| {
        let term = Term::from_field_text(fields.text, word);
        let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
        (Occur::Must, Box::new(query) as Box<dyn tantivy::query::Query>)
    });
    match words {
        [] => Box::new(AllQuery),
        _ => Box::new(BooleanQuery::new(must.collect())),
    }
}

/// The documents of a segment with any of the words in their titles.
fn titled(reader: &SegmentReader, fields: Fields, words: &[&str]) -> Result<DocBits, IndexError> {
    let mut titled = DocBits::default();
    titled.reset(&(0..reader.max_doc()));
    let index = reader.inverted_index(fields.title)?;
    for word in words {
        let Some(info) = index.terms().get(word.as_bytes())? else { continue };
        let mut block = index.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        while !block.docs().is_empty() {
            block.docs().iter().for_each(|doc| titled.set(*doc));
            block.advance();
        }
    }
    Ok(titled)
}

/// The weights of the words that score, over the whole index.
fn weights<'w>(
    searcher: &tantivy::Searcher,
    fields: Fields,
    words: &[&'w str],
) -> Result<Vec<(Field, &'w str, Bm25Weight)>, IndexError> {
    let mut weights = Vec::new();
    for word in words {
        for (field, boost) in [(fields.text, 1.0), (fields.title, TITLE_BOOST)] {
            let term = Term::from_field_text(field, word);
            if 0 < searcher.doc_freq(&term)? {
                let weight = Bm25Weight::for_terms(searcher, &[term])?.boost_by(boost);
                weights.push((field, *word, weight));
            }
        }
    }
    Ok(weights)
}

fn scorers(
    reader: &SegmentReader,
    weights: &[(Field, &str, Bm25Weight)],
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
