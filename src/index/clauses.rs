//! From what is asked of texts to the documents of a segment.

use std::{slice, sync::Arc};

use tantivy::{
    DocSet, InvertedIndexReader, SegmentReader,
    postings::{SegmentPostings, TermInfo},
    query::{AllScorer, EmptyScorer},
    schema::{Field, IndexRecordOption},
};

use super::{
    IndexError,
    branches::{Branch, Branches},
    docs::{DocBits, Matcher, PATIENCE, Run, Windowed},
    forms::{KeptForms, Limited, Meant, OtherForms, Term, Tongues},
    nearby::{BodyOnly, Nearby, Standing},
    phrase::{BegunPhrase, Phrase},
    schema::{EDGE_MAX, Fields},
    spots::Spelled,
};
use crate::query::{Clause, Ending, Proximity, TextScope, Texts, spelling};

/// With this many words, looking at each costs more than what they lead to.
const WIDE: usize = 500;

type Docs = Box<dyn DocSet>;

/// A segment as seen by one search.
pub(super) struct Segment<'s> {
    reader: &'s SegmentReader,
    fields: Fields,
    forms: &'s KeptForms,
    text: Arc<InvertedIndexReader>,
    title: Arc<InvertedIndexReader>,
    edge: Arc<InvertedIndexReader>,
    run: Arc<Run>,
}

impl<'s> Segment<'s> {
    pub(super) fn new(
        reader: &'s SegmentReader,
        (fields, forms): (Fields, &'s KeptForms),
        run: &Arc<Run>,
    ) -> Result<Self, IndexError> {
        let text = reader.inverted_index(fields.text)?;
        let title = reader.inverted_index(fields.title)?;
        let edge = reader.inverted_index(fields.edge)?;
        Ok(Self { reader, fields, forms, text, title, edge, run: Arc::clone(run) })
    }

    /// The documents that satisfy `texts`; `None` if it is plain that there are none.
    pub(super) fn matcher(&self, texts: &Texts) -> Result<Option<Matcher<'s>>, IndexError> {
        let (mut wanted, mut excluded): (Vec<Docs>, Vec<Docs>) = (Vec::new(), Vec::new());
        for part in members(texts) {
            match part {
                Texts::Everything => {}
                Texts::Not(inner) => excluded.extend(self.docs(inner)?),
                part => match self.docs(part)? {
                    Some(docs) => wanted.push(docs),
                    None => return Ok(None),
                },
            }
        }
        if wanted.is_empty() {
            wanted.push(self.everything());
        }
        Ok(Matcher::new(wanted, excluded, self.reader.alive_bitset()))
    }

    /// How many documents have a single word or the first letters of one, if the segment says so.
    pub(super) fn known_count(&self, texts: &Texts) -> Result<Option<u32>, IndexError> {
        let (Texts::Clause(clause), None) = (texts, self.reader.alive_bitset()) else {
            return Ok(None);
        };
        let [token] = clause.tokens() else { return Ok(None) };
        let field = match looked_up(clause) {
            _ if clause.scope() == TextScope::Body => return Ok(None),
            Looked::Edge => &self.edge,
            Looked::Word => self.field(clause),
            Looked::Several => return Ok(None),
        };
        if !self.other_forms(clause, self.field_of(clause))?.is_empty() {
            return Ok(None);
        }
        let info = field.terms().get(token.as_bytes())?;
        Ok(Some(info.map_or(0, |info| info.doc_freq)))
    }

    /// Every living document that satisfies `texts`, if no positions must be read for it: a few
    /// milliseconds for a million documents, however many belong. Phrases are better sought only
    /// where the other words are, as [`Segment::matcher`] does.
    pub(super) fn whole(&self, texts: &Texts) -> Result<Option<DocBits>, IndexError> {
        if needs_positions(texts) {
            return Ok(None);
        }
        let window = 0..self.reader.max_doc();
        let mut found = DocBits::default();
        found.reset(&window);
        self.branch(texts)?.fill(&window, &mut found, &self.run)?;
        if let Some(alive) = self.reader.alive_bitset() {
            found.keep_alive(alive);
        }
        Ok(Some(found))
    }

    /// Whether the words that are spelled as asked are very many.
    pub(super) fn is_wide(&self, texts: &Texts) -> Result<bool, IndexError> {
        match texts {
            Texts::Everything | Texts::Near(_) => Ok(false),
            Texts::Not(inner) => self.is_wide(inner),
            Texts::And(parts) | Texts::Or(parts) => {
                for part in parts {
                    if self.is_wide(part)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Texts::Clause(clause) if clause.tokens().len() != 1 => Ok(false),
            Texts::Clause(clause) => match (looked_up(clause), clause.ending()) {
                (Looked::Word | Looked::Edge, _) => Ok(false),
                // Finding the words is most of the work.
                (Looked::Several, Ending::Fuzzy(_) | Ending::Pattern) => Ok(true),
                (Looked::Several, _) => {
                    let words = self.spelled(self.field(clause), clause, WIDE + 1)?;
                    Ok(WIDE < words.len())
                }
            },
        }
    }

    /// What is asked as a tree of postings, to be filled a window at a time.
    fn branch(&self, texts: &Texts) -> Result<Branch, IndexError> {
        let all = |parts: &[Texts]| -> Result<Vec<Branch>, IndexError> {
            parts.iter().map(|part| self.branch(part)).collect()
        };
        Ok(match texts {
            Texts::Everything => Branch::Everything,
            Texts::Not(inner) => Branch::Not(Box::new(self.branch(inner)?)),
            Texts::And(parts) => Branch::And(all(parts)?),
            Texts::Or(parts) => Branch::Or(all(parts)?),
            Texts::Clause(clause) if !has_positions(clause) => {
                let (field, meant) = self.words(clause)?;
                any_of(field, meant)
            }
            Texts::Clause(_) | Texts::Near(_) => {
                self.docs(texts)?.map_or(Branch::Nothing, Branch::Docs)
            }
        })
    }

    fn docs(&self, texts: &Texts) -> Result<Option<Docs>, IndexError> {
        match texts {
            Texts::Everything => Ok(Some(self.everything())),
            Texts::Clause(clause) => self.clause(clause),
            Texts::Near(near) => {
                let Some(sides) = self.sides(near)? else { return Ok(None) };
                let source = Nearby::new(near.clone(), sides, Arc::clone(&self.run));
                Ok(Some(self.windowed(source)))
            }
            Texts::Not(_) | Texts::And(_) | Texts::Or(_) => {
                let source = Branches::new(self.branch(texts)?, Arc::clone(&self.run));
                Ok(Some(self.windowed(source)))
            }
        }
    }

    fn clause(&self, clause: &Clause) -> Result<Option<Docs>, IndexError> {
        if clause.scope() == TextScope::Body {
            let standing = self.standing(clause)?;
            return Ok(standing.map(|clause| self.windowed(BodyOnly::new(clause))));
        }
        let Some((last, before)) = clause.tokens().split_last() else { return Ok(None) };
        let field = self.field(clause);
        if before.is_empty() {
            let (field, meant) = self.words(clause)?;
            return self.union(field, meant);
        }
        let mut lead = Vec::with_capacity(clause.tokens().len());
        for token in before {
            let Some(word) = positions(field, token)? else { return Ok(None) };
            lead.push(word);
        }
        if clause.ending() == Ending::Whole {
            let Some(word) = positions(field, last)? else { return Ok(None) };
            lead.push(word);
            return Ok(Some(Box::new(Phrase::new(lead, Arc::clone(&self.run)))));
        }
        let ends = self.spelled(field, clause, usize::MAX)?;
        if ends.is_empty() {
            return Ok(None);
        }
        let lead = Phrase::new(lead, Arc::clone(&self.run));
        let source = BegunPhrase::new(lead, Arc::clone(field), ends, Arc::clone(&self.run));
        Ok(Some(self.windowed(source)))
    }

    fn union(
        &self,
        field: &Arc<InvertedIndexReader>,
        meant: Meant,
    ) -> Result<Option<Docs>, IndexError> {
        if let ([] | [_], []) = (&*meant.words, &*meant.limited) {
            let words = &meant.words;
            let option = IndexRecordOption::Basic;
            let postings = words.first().map(|it| field.read_postings_from_terminfo(it, option));
            return Ok(postings.transpose()?.map(|postings| Box::new(postings) as Docs));
        }
        let branch = any_of(field, meant);
        Ok(Some(self.windowed(Branches::new(branch, Arc::clone(&self.run)))))
    }

    /// The terms of a clause of one token, and the field that they are in.
    fn words(&self, clause: &Clause) -> Result<(&Arc<InvertedIndexReader>, Meant), IndexError> {
        if let (Looked::Edge, Some(token)) = (looked_up(clause), clause.tokens().last()) {
            let words = self.edge.terms().get(token.as_bytes())?.into_iter().collect();
            return Ok((&self.edge, Meant { words, limited: Vec::new() }));
        }
        Ok((self.field(clause), self.meant(clause, self.field_of(clause))?))
    }

    /// What the last token of a clause stands for in a field, with its other forms.
    pub(super) fn meant(&self, clause: &Clause, field: Field) -> Result<Meant, IndexError> {
        let words = self.spelled(self.reader_of(field), clause, usize::MAX)?;
        let mut meant = Meant { words, limited: Vec::new() };
        for OtherForms { speakers, terms } in self.other_forms(clause, field)? {
            let words = terms.into_iter().map(|term| term.info);
            match speakers {
                None => meant.words.extend(words),
                Some(speakers) => {
                    meant.limited.push(Limited { words: words.collect(), speakers });
                }
            }
        }
        Ok(meant)
    }

    /// Other forms of the word of a clause in a field, and the articles in which they count if not
    /// in all.
    fn other_forms(&self, clause: &Clause, field: Field) -> Result<Vec<OtherForms>, IndexError> {
        if !clause.takes_forms() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        let (place, dictionary) = ((self.reader.segment_id(), field), self.reader_of(field));
        let tongues = Tongues::of(self.reader, self.fields)?;
        for tongue in tongues.each() {
            let terms = self.forms.of(place, dictionary, clause, tongue, &self.run)?;
            if !terms.is_empty() {
                found.push(OtherForms { speakers: tongues.speakers(tongue), terms });
            }
        }
        Ok(found)
    }

    /// At most about `most` words that a clause of one token is spelled as.
    pub(super) fn words_spelled(
        &self,
        clause: &Clause,
        most: usize,
    ) -> Result<Vec<Term>, IndexError> {
        let mut found = Vec::new();
        let mut keep = |text: &str, info: &TermInfo| {
            found.push(Term { text: text.into(), info: info.clone() });
        };
        self.each_spelled(self.field(clause), clause, most, &mut keep)?;
        Ok(found)
    }

    /// Other forms of the word of a clause.
    pub(super) fn words_formed(&self, clause: &Clause) -> Result<Vec<Term>, IndexError> {
        let forms = self.other_forms(clause, self.field_of(clause))?;
        let mut found: Vec<Term> = forms.into_iter().flat_map(|it| it.terms).collect();
        // One that is a form in several languages counts once.
        found.sort_by(|one, two| one.text.cmp(&two.text));
        found.dedup_by(|one, two| one.text == two.text);
        Ok(found)
    }

    /// What stands on each side of `NEAR`; `None` if it is plain that there is nothing on one.
    pub(super) fn sides(&self, near: &Proximity) -> Result<Option<Vec<Vec<Standing>>>, IndexError> {
        let mut sides = Vec::with_capacity(near.sides().len());
        for side in near.sides() {
            let mut clauses = Vec::with_capacity(side.len());
            for clause in side {
                clauses.extend(self.standing(clause)?);
            }
            if clauses.is_empty() {
                return Ok(None);
            }
            sides.push(clauses);
        }
        Ok(Some(sides))
    }

    /// A clause whose place in the text matters; `None` if it plainly has none.
    pub(super) fn standing(&self, clause: &Clause) -> Result<Option<Standing>, IndexError> {
        let Some(spelled) = self.spelled_in(self.field_of(clause), clause)? else {
            return Ok(None);
        };
        let in_title = match clause.scope() {
            TextScope::Body => self.spelled_in(self.fields.title, clause)?,
            TextScope::Anywhere | TextScope::Title => None,
        };
        Ok(Some(Standing { spelled, in_title }))
    }

    /// How each token of a clause is spelled in its field; `None` if one of them nowhere is.
    fn spelled_in(&self, field: Field, clause: &Clause) -> Result<Option<Spelled>, IndexError> {
        let meant = self.meant(clause, field)?;
        let field = self.reader_of(field);
        let Some((_, before)) = clause.tokens().split_last() else { return Ok(None) };
        let mut tokens = Vec::with_capacity(clause.tokens().len());
        for token in before {
            let Some(info) = field.terms().get(token.as_bytes())? else { return Ok(None) };
            tokens.push(Meant { words: vec![info], limited: Vec::new() });
        }
        if meant.is_empty() {
            return Ok(None);
        }
        tokens.push(meant);
        Ok(Some(Spelled::new(Arc::clone(field), tokens, Arc::clone(&self.run))))
    }

    /// At most about `most` words of a field that the last token of a clause is spelled as.
    fn spelled(
        &self,
        field: &InvertedIndexReader,
        clause: &Clause,
        most: usize,
    ) -> Result<Vec<TermInfo>, IndexError> {
        let mut words = Vec::new();
        self.each_spelled(field, clause, most, &mut |_, info| words.push(info.clone()))?;
        Ok(words)
    }

    /// Hands out at most about `most` words of a field that the last token of a clause is spelled as.
    fn each_spelled(
        &self,
        field: &InvertedIndexReader,
        clause: &Clause,
        most: usize,
        take: &mut dyn FnMut(&str, &TermInfo),
    ) -> Result<(), IndexError> {
        let Some(token) = clause.tokens().last() else { return Ok(()) };
        let token = &**token;
        match clause.ending() {
            Ending::Whole => {
                if let Some(info) = field.terms().get(token.as_bytes())? {
                    take(token, &info);
                }
                Ok(())
            }
            Ending::Begun => self.walk(field, (token, most), |_| true, take),
            Ending::Fuzzy(distance) => {
                let end = token.chars().next().map_or(0, char::len_utf8);
                let is_near = |word: &str| spelling::is_within(token, word, distance);
                self.walk(field, (&token[..end], most), is_near, take)
            }
            Ending::Pattern => {
                let start = spelling::fixed_start(token);
                self.walk(field, (start, most), |word| spelling::fits(token, word), take)
            }
        }
    }

    /// Hands out the words of a field that begin with `start` and are wanted.
    fn walk(
        &self,
        field: &InvertedIndexReader,
        (start, most): (&str, usize),
        is_wanted: impl Fn(&str) -> bool,
        take: &mut dyn FnMut(&str, &TermInfo),
    ) -> Result<(), IndexError> {
        let mut stream = field.terms().range().ge(start).into_stream()?;
        let (mut n_walked, mut n_taken) = (0, 0);
        while n_taken < most && stream.advance() && stream.key().starts_with(start.as_bytes()) {
            n_walked += 1;
            if let Ok(word) = str::from_utf8(stream.key())
                && is_wanted(word)
            {
                n_taken += 1;
                take(word, stream.value());
            }
            if usize::is_multiple_of(n_walked, PATIENCE) && self.run.is_cancelled() {
                return Err(IndexError::Cancelled);
            }
        }
        Ok(())
    }

    /// The field in which a clause is looked for; of one for the body, that of all texts.
    fn field(&self, clause: &Clause) -> &Arc<InvertedIndexReader> {
        self.reader_of(self.field_of(clause))
    }

    pub(super) fn field_of(&self, clause: &Clause) -> Field {
        match clause.scope() {
            TextScope::Title => self.fields.title,
            TextScope::Anywhere | TextScope::Body => self.fields.text,
        }
    }

    fn reader_of(&self, field: Field) -> &Arc<InvertedIndexReader> {
        if field == self.fields.title { &self.title } else { &self.text }
    }

    fn everything(&self) -> Docs {
        match self.reader.max_doc() {
            0 => Box::new(EmptyScorer),
            n_docs => Box::new(AllScorer::new(n_docs)),
        }
    }

    fn windowed<S: super::docs::DocSource + 'static>(&self, source: S) -> Docs {
        Box::new(Windowed::new(source, self.reader.max_doc(), Arc::clone(&self.run)))
    }
}

/// The documents with any of what is meant.
fn any_of(field: &Arc<InvertedIndexReader>, meant: Meant) -> Branch {
    let words = Branch::Words { field: Arc::clone(field), words: meant.words };
    if meant.limited.is_empty() {
        return words;
    }
    let limited = meant.limited.iter().map(|limited| limited.branch(field));
    Branch::Or(std::iter::once(words).chain(limited).collect())
}

/// What must all be there.
fn members(texts: &Texts) -> &[Texts] {
    match texts {
        Texts::And(parts) => parts,
        only => slice::from_ref(only),
    }
}

fn positions(
    field: &InvertedIndexReader,
    token: &str,
) -> Result<Option<SegmentPostings>, IndexError> {
    let Some(info) = field.terms().get(token.as_bytes())? else { return Ok(None) };
    let option = IndexRecordOption::WithFreqsAndPositions;
    Ok(Some(field.read_postings_from_terminfo(&info, option)?))
}

fn needs_positions(texts: &Texts) -> bool {
    match texts {
        Texts::Everything => false,
        Texts::Clause(clause) => has_positions(clause),
        Texts::Near(_) => true,
        Texts::Not(inner) => needs_positions(inner),
        Texts::And(parts) | Texts::Or(parts) => parts.iter().any(needs_positions),
    }
}

/// Whether it matters where in a text the words of a clause stand.
fn has_positions(clause: &Clause) -> bool {
    clause.tokens().len() != 1 || clause.scope() == TextScope::Body
}

/// How a clause of one token is looked up.
enum Looked {
    Word,
    /// The token is a beginning short enough to be a term of its own.
    Edge,
    /// All the words that are spelled so.
    Several,
}

fn looked_up(clause: &Clause) -> Looked {
    match clause.tokens().last() {
        _ if clause.ending() == Ending::Whole => Looked::Word,
        Some(last)
            if clause.is_prefix()
                && clause.scope() == TextScope::Anywhere
                && last.chars().count() <= EDGE_MAX =>
        {
            Looked::Edge
        }
        _ => Looked::Several,
    }
}
