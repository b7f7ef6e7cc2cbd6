//! How often articles have what is looked for: the order of `sort:hits`.

use std::sync::Arc;

use tantivy::{
    DocId, DocSet, SegmentReader, TERMINATED,
    postings::{Postings, TermInfo},
    schema::{Field, IndexRecordOption},
};

use super::{
    Cancel, IndexError, Searcher,
    clauses::Segment,
    docs::{DocBits, PATIENCE, Run, seek},
    error::guard,
    forms::Limited,
    nearby::Nearby,
};
use crate::{
    base::Bits,
    query::{Clause, Node, NodeKind, Query, TextScope},
};

/// Documents that are looked at together.
const WINDOW: u32 = 1 << 17;

impl Searcher {
    /// How often each article of `found` has the words, phrases and words near each other that a
    /// query wants, by the number of the article. Signs and case do not count.
    ///
    /// # Errors
    /// If cancelled, or the index is damaged.
    pub fn n_hits(
        &self,
        query: &Query,
        found: &Bits,
        cancel: &Cancel,
    ) -> Result<Vec<u32>, IndexError> {
        let run = Arc::new(Run::new(cancel));
        let wanted = query.root().map(Node::wanted).unwrap_or_default();
        guard(|| {
            let mut counts = Vec::new();
            for reader in self.inner.segment_readers() {
                let seqs = self.seqs.of(reader)?;
                let segment = Segment::new(reader, self.fields(), &run)?;
                let mut counting = Counting { segment, reader, run: &run, counts: Vec::new() };
                counting.counts.resize(reader.max_doc() as usize, 0);
                let is_found =
                    |doc: DocId| seqs.get(doc as usize).is_some_and(|seq| found.contains(*seq));
                for start in (0..reader.max_doc()).step_by(WINDOW as usize) {
                    let window = start..reader.max_doc().min(start + WINDOW);
                    let mut docs = DocBits::default();
                    docs.reset(&window);
                    window.clone().filter(|doc| is_found(*doc)).for_each(|doc| docs.set(doc));
                    for node in &wanted {
                        counting.count(node, &window, &docs)?;
                    }
                }
                let alive = reader.alive_bitset();
                for (doc, (seq, count)) in (0..).zip(seqs.iter().zip(counting.counts)) {
                    if 0 < count && alive.is_none_or(|alive| alive.is_alive(doc)) {
                        let at = *seq as usize;
                        if counts.len() <= at {
                            counts.resize(at + 1, 0);
                        }
                        counts[at] = count;
                    }
                }
            }
            run.check()?;
            Ok(counts)
        })
    }
}

/// The counts of a segment, by document.
struct Counting<'s> {
    segment: Segment<'s>,
    reader: &'s SegmentReader,
    run: &'s Arc<Run>,
    counts: Vec<u32>,
}

impl Counting<'_> {
    fn count(
        &mut self,
        node: &Node,
        window: &std::ops::Range<DocId>,
        docs: &DocBits,
    ) -> Result<(), IndexError> {
        match &node.kind {
            NodeKind::Text(clause) => self.count_clause(clause, window, docs),
            NodeKind::Near(near) => {
                let Some(sides) = self.segment.sides(near)? else { return Ok(()) };
                let near = Nearby::new(near.clone(), sides, Arc::clone(self.run));
                for (doc, n) in near.n_places(window, docs)? {
                    self.counts[doc as usize] += n;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn count_clause(
        &mut self,
        clause: &Clause,
        window: &std::ops::Range<DocId>,
        docs: &DocBits,
    ) -> Result<(), IndexError> {
        if 1 < clause.tokens().len() || clause.scope() == TextScope::Body {
            let Some(standing) = self.segment.standing(clause)? else { return Ok(()) };
            for (doc, _) in standing.spots(window, docs)? {
                self.counts[doc as usize] += 1;
            }
            return Ok(());
        }
        // Frequencies say it without positions.
        let field = self.segment.field_of(clause);
        let meant = self.segment.meant(clause, field)?;
        self.count_words(field, &meant.words, window, docs)?;
        for Limited { words, speakers } in &meant.limited {
            let mut theirs = DocBits::default();
            theirs.reset(window);
            theirs.add(docs);
            speakers.keep(window, &mut theirs, self.run)?;
            self.count_words(field, words, window, &theirs)?;
        }
        Ok(())
    }

    fn count_words(
        &mut self,
        field: Field,
        words: &[TermInfo],
        window: &std::ops::Range<DocId>,
        docs: &DocBits,
    ) -> Result<(), IndexError> {
        let index = self.reader.inverted_index(field)?;
        let mut n_read = 0;
        for info in words {
            let option = IndexRecordOption::WithFreqs;
            let mut postings = index.read_postings_from_terminfo(info, option)?;
            let mut doc = seek(&mut postings, window.start);
            while doc < window.end && doc != TERMINATED {
                if docs.has(doc) {
                    self.counts[doc as usize] += postings.term_freq();
                }
                doc = postings.advance();
                n_read += 1;
                if usize::is_multiple_of(n_read, 64 * PATIENCE) && self.run.is_cancelled() {
                    return Err(IndexError::Cancelled);
                }
            }
            n_read += 64;
        }
        Ok(())
    }
}
