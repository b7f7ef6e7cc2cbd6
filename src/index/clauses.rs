//! From the clauses of a query to the documents of a segment.

use std::{ops::Range, sync::Arc};

use tantivy::{
    DocId, DocSet, InvertedIndexReader, SegmentReader,
    postings::{BlockSegmentPostings, SegmentPostings, TermInfo},
    query::{AllScorer, EmptyScorer},
    schema::IndexRecordOption,
};

use super::{
    IndexError,
    docs::{DocBits, DocSource, Matcher, Run, Windowed},
    phrase::{BegunPhrase, Phrase},
    schema::{EDGE_MAX, Fields},
};
use crate::domain::{Clause, Query};

/// With this many words, looking at each costs more than what they lead to.
const WIDE: usize = 500;

/// Checks for cancellation once every this many words.
const PATIENCE: usize = 256;

type Docs = Box<dyn DocSet>;

/// A segment as seen by one search.
pub(super) struct Segment<'s> {
    reader: &'s SegmentReader,
    text: Arc<InvertedIndexReader>,
    edge: Arc<InvertedIndexReader>,
    run: Arc<Run>,
}

impl<'s> Segment<'s> {
    pub(super) fn new(
        reader: &'s SegmentReader,
        fields: Fields,
        run: &Arc<Run>,
    ) -> Result<Self, IndexError> {
        let text = reader.inverted_index(fields.text)?;
        let edge = reader.inverted_index(fields.edge)?;
        Ok(Self { reader, text, edge, run: Arc::clone(run) })
    }

    /// The documents that satisfy `query`; `None` if it is plain that there are none.
    pub(super) fn matcher(&self, query: &Query) -> Result<Option<Matcher<'s>>, IndexError> {
        let (mut wanted, mut excluded): (Vec<Docs>, Vec<Docs>) = (Vec::new(), Vec::new());
        for clause in query.clauses() {
            match (self.docs(clause)?, clause.is_negative()) {
                (Some(docs), false) => wanted.push(docs),
                (Some(docs), true) => excluded.push(docs),
                (None, false) => return Ok(None),
                (None, true) => {}
            }
        }
        if wanted.is_empty() {
            wanted.push(match self.reader.max_doc() {
                0 => Box::new(EmptyScorer),
                n_docs => Box::new(AllScorer::new(n_docs)),
            });
        }
        Ok(Matcher::new(wanted, excluded, self.reader.alive_bitset()))
    }

    /// How many documents have a single word or the first letters of one, if the segment says so.
    pub(super) fn known_count(&self, query: &Query) -> Result<Option<u32>, IndexError> {
        let ([clause], None) = (query.clauses(), self.reader.alive_bitset()) else {
            return Ok(None);
        };
        let [token] = clause.tokens() else { return Ok(None) };
        let field = match edge_or_text(clause) {
            _ if clause.is_negative() => return Ok(None),
            Looked::Edge => &self.edge,
            Looked::Word => &self.text,
            Looked::Beginning => return Ok(None),
        };
        let info = field.terms().get(token.as_bytes())?;
        Ok(Some(info.map_or(0, |info| info.doc_freq)))
    }

    /// Every living document that satisfies `query`, if it has no phrases: a few milliseconds for
    /// a million documents, however many belong. Phrases are better sought only where the other
    /// words are, as [`Segment::matcher`] does.
    pub(super) fn whole(&self, query: &Query) -> Result<Option<DocBits>, IndexError> {
        if query.clauses().iter().any(|clause| clause.tokens().len() != 1) {
            return Ok(None);
        }
        let window = 0..self.reader.max_doc();
        let all = || {
            let mut bits = DocBits::default();
            bits.reset(&window);
            bits
        };
        let mut found: Option<DocBits> = None;
        let (negative, positive): (Vec<_>, Vec<_>) =
            query.clauses().iter().partition(|clause| clause.is_negative());
        for clause in positive {
            let mut bits = all();
            self.fill(clause, &window, &mut bits)?;
            match &mut found {
                Some(found) => found.keep(&bits),
                None => found = Some(bits),
            }
        }
        let mut found = found.unwrap_or_else(|| {
            let mut bits = all();
            window.clone().for_each(|doc| bits.set(doc));
            bits
        });
        for clause in negative {
            let mut bits = all();
            self.fill(clause, &window, &mut bits)?;
            found.take_out(&bits);
        }
        if let Some(alive) = self.reader.alive_bitset() {
            found.keep_alive(alive);
        }
        Ok(Some(found))
    }

    /// Sets the documents that have the only word of a clause.
    fn fill(
        &self,
        clause: &Clause,
        window: &Range<DocId>,
        bits: &mut DocBits,
    ) -> Result<(), IndexError> {
        let Some(last) = clause.tokens().last() else { return Ok(()) };
        let of = |field: &InvertedIndexReader| field.terms().get(last.as_bytes());
        let (field, words) = match edge_or_text(clause) {
            Looked::Word => (&self.text, of(&self.text)?.into_iter().collect()),
            Looked::Edge => (&self.edge, of(&self.edge)?.into_iter().collect()),
            Looked::Beginning => (&self.text, self.beginning_with(last)?),
        };
        fill(field, &words, window, bits, &self.run)
    }

    /// Whether the words that begin as the query says are very many.
    pub(super) fn is_wide(&self, query: &Query) -> Result<bool, IndexError> {
        let beginnings = query.clauses().iter().filter(|clause| {
            clause.tokens().len() == 1 && matches!(edge_or_text(clause), Looked::Beginning)
        });
        for token in beginnings.filter_map(|clause| clause.tokens().last()) {
            let mut stream = self.text.terms().range().ge(&**token).into_stream()?;
            let mut n_words = 0;
            while stream.advance() && stream.key().starts_with(token.as_bytes()) {
                n_words += 1;
                if WIDE < n_words {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn docs(&self, clause: &Clause) -> Result<Option<Docs>, IndexError> {
        let Some((last, before)) = clause.tokens().split_last() else { return Ok(None) };
        if before.is_empty() {
            return match edge_or_text(clause) {
                Looked::Word => look_up(&self.text, last, IndexRecordOption::Basic).map(boxed),
                Looked::Edge => look_up(&self.edge, last, IndexRecordOption::Basic).map(boxed),
                Looked::Beginning => self.union(last),
            };
        }
        let mut words = Vec::with_capacity(clause.tokens().len());
        for token in before {
            let Some(word) = self.positions(token)? else { return Ok(None) };
            words.push(word);
        }
        if !clause.is_prefix() {
            let Some(word) = self.positions(last)? else { return Ok(None) };
            words.push(word);
            return Ok(Some(Box::new(Phrase::new(words, Arc::clone(&self.run)))));
        }
        let ends = self.beginning_with(last)?;
        if ends.is_empty() {
            return Ok(None);
        }
        let lead = Phrase::new(words, Arc::clone(&self.run));
        let source = BegunPhrase::new(lead, Arc::clone(&self.text), ends, Arc::clone(&self.run));
        Ok(Some(Box::new(Windowed::new(source, self.reader.max_doc(), Arc::clone(&self.run)))))
    }

    fn positions(&self, token: &str) -> Result<Option<SegmentPostings>, IndexError> {
        look_up(&self.text, token, IndexRecordOption::WithFreqsAndPositions)
    }

    fn union(&self, beginning: &str) -> Result<Option<Docs>, IndexError> {
        let words = self.beginning_with(beginning)?;
        let n_docs = self.reader.max_doc();
        if let [] | [_] = &*words {
            let option = IndexRecordOption::Basic;
            let postings =
                words.first().map(|info| self.text.read_postings_from_terminfo(info, option));
            return Ok(boxed(postings.transpose()?));
        }
        let source = Union { text: Arc::clone(&self.text), words, run: Arc::clone(&self.run) };
        Ok(Some(Box::new(Windowed::new(source, n_docs, Arc::clone(&self.run)))))
    }

    /// All the words of the segment that begin so.
    fn beginning_with(&self, beginning: &str) -> Result<Vec<TermInfo>, IndexError> {
        let mut words = Vec::new();
        let mut stream = self.text.terms().range().ge(beginning).into_stream()?;
        while stream.advance() && stream.key().starts_with(beginning.as_bytes()) {
            words.push(stream.value().clone());
            if words.len().is_multiple_of(PATIENCE) && self.run.is_cancelled() {
                return Err(IndexError::Cancelled);
            }
        }
        Ok(words)
    }
}

fn look_up(
    field: &InvertedIndexReader,
    token: &str,
    option: IndexRecordOption,
) -> Result<Option<SegmentPostings>, IndexError> {
    let Some(info) = field.terms().get(token.as_bytes())? else { return Ok(None) };
    Ok(Some(field.read_postings_from_terminfo(&info, option)?))
}

fn boxed(postings: Option<SegmentPostings>) -> Option<Docs> {
    postings.map(|postings| Box::new(postings) as Docs)
}

/// Where a clause of one token is looked up.
enum Looked {
    Word,
    /// The token is a beginning short enough to be a term of its own.
    Edge,
    /// All the words that begin so.
    Beginning,
}

fn edge_or_text(clause: &Clause) -> Looked {
    match clause.tokens().last() {
        Some(last) if clause.is_prefix() && last.chars().count() <= EDGE_MAX => Looked::Edge,
        _ if clause.is_prefix() => Looked::Beginning,
        _ => Looked::Word,
    }
}

/// The documents that have any of many words.
struct Union {
    text: Arc<InvertedIndexReader>,
    words: Vec<TermInfo>,
    run: Arc<Run>,
}

impl DocSource for Union {
    const WINDOW_MAX: u32 = 1 << 30;
    const GROWTH: u32 = 8;

    fn fill(&mut self, window: Range<DocId>, hits: &mut DocBits) -> Result<(), IndexError> {
        fill(&self.text, &self.words, &window, hits, &self.run)
    }

    fn size_hint(&self) -> u32 {
        self.words.iter().fold(0, |sum, info| sum.saturating_add(info.doc_freq))
    }
}

/// Sets the documents of `window` that have any of `words`; gives up when overtaken.
fn fill(
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
