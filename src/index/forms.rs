//! Other forms of a word, found in the dictionary of a field: each counts only in articles whose
//! language makes it one.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use tantivy::{
    DocId, InvertedIndexReader, SegmentReader, index::SegmentId, postings::TermInfo, schema::Field,
};

use super::{
    IndexError,
    branches::{Branch, fill},
    docs::{DocBits, PATIENCE, Run},
    schema::{Fields, NO_LANGUAGE},
};
use crate::query::{Clause, Ending, Forms, Tongue};

/// More words are not remembered with their forms.
const MOST_KEPT: usize = 1_000;

/// A word of a dictionary.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) text: Box<str>,
    pub(super) info: TermInfo,
}

/// The articles of a segment whose words have other forms as in one language.
#[derive(Clone)]
pub(super) struct Speakers {
    languages: Arc<InvertedIndexReader>,
    /// Those of these languages, or all but those: whichever are fewer.
    of: Arc<[TermInfo]>,
    are_others: bool,
}

impl Speakers {
    /// Keeps the documents of a window that are theirs.
    pub(super) fn keep(
        &self,
        window: &Range<DocId>,
        docs: &mut DocBits,
        run: &Run,
    ) -> Result<(), IndexError> {
        let mut found = DocBits::default();
        found.reset(window);
        fill(&self.languages, &self.of, window, &mut found, run)?;
        if self.are_others {
            docs.take_out(&found);
        } else {
            docs.keep(&found);
        }
        Ok(())
    }

    fn branch(&self) -> Branch {
        let field = Arc::clone(&self.languages);
        let words = Branch::Words { field, words: self.of.to_vec() };
        if self.are_others { Branch::Not(Box::new(words)) } else { words }
    }
}

/// Words that count only in some articles.
#[derive(Clone)]
pub(super) struct Limited {
    pub(super) words: Vec<TermInfo>,
    pub(super) speakers: Speakers,
}

impl Limited {
    /// The documents that have any of the words and are meant.
    pub(super) fn branch(&self, field: &Arc<InvertedIndexReader>) -> Branch {
        let words = Branch::Words { field: Arc::clone(field), words: self.words.clone() };
        Branch::And(vec![words, self.speakers.branch()])
    }
}

/// Other forms of a word in one language, and in which articles they count if not in all.
pub(super) struct OtherForms {
    pub(super) speakers: Option<Speakers>,
    pub(super) terms: Vec<Term>,
}

/// The words of a field that the last token of a clause stands for.
#[derive(Clone, Default)]
pub(super) struct Meant {
    pub(super) words: Vec<TermInfo>,
    pub(super) limited: Vec<Limited>,
}

impl Meant {
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.limited.is_empty()
    }

    /// The greatest number of documents that it can be in.
    pub(super) fn size_hint(&self) -> u32 {
        let limited = self.limited.iter().flat_map(|it| &it.words);
        let all = self.words.iter().chain(limited);
        all.fold(0_u32, |sum, info| sum.saturating_add(info.doc_freq))
    }
}

/// The languages of the articles of a segment, by the endings that they share.
pub(super) struct Tongues {
    languages: Arc<InvertedIndexReader>,
    of: Vec<(Tongue, Vec<TermInfo>)>,
}

impl Tongues {
    pub(super) fn of(reader: &SegmentReader, fields: Fields) -> Result<Self, IndexError> {
        let languages = reader.inverted_index(fields.lang)?;
        let mut of: Vec<(Tongue, Vec<TermInfo>)> = Vec::new();
        let mut stream = languages.terms().stream()?;
        while stream.advance() {
            let Ok(code) = str::from_utf8(stream.key()) else { continue };
            let tongue = Tongue::of_article(Some(code).filter(|code| *code != NO_LANGUAGE));
            let info = stream.value().clone();
            match of.iter_mut().find(|(known, _)| *known == tongue) {
                Some((_, infos)) => infos.push(info),
                None => of.push((tongue, vec![info])),
            }
        }
        Ok(Self { languages, of })
    }

    pub(super) fn each(&self) -> impl Iterator<Item = Tongue> + '_ {
        self.of.iter().map(|(tongue, _)| *tongue)
    }

    /// Whose words have other forms as in a language; `None` if those of all articles do.
    pub(super) fn speakers(&self, tongue: Tongue) -> Option<Speakers> {
        let n_docs =
            |infos: &[TermInfo]| infos.iter().map(|it| u64::from(it.doc_freq)).sum::<u64>();
        let is_own = |it: &&(Tongue, Vec<TermInfo>)| it.0 == tongue;
        let of = |parts: Vec<&(Tongue, Vec<TermInfo>)>| -> Vec<TermInfo> {
            parts.into_iter().flat_map(|(_, infos)| infos.iter().cloned()).collect()
        };
        let (own, others) = self.of.iter().partition(is_own);
        let (own, others): (Vec<TermInfo>, Vec<TermInfo>) = (of(own), of(others));
        if others.is_empty() {
            return None;
        }
        let are_others = n_docs(&others) < n_docs(&own);
        let of = if are_others { others } else { own };
        Some(Speakers { languages: Arc::clone(&self.languages), of: of.into(), are_others })
    }
}

type Key = (SegmentId, Field, Tongue, Box<str>);

/// The forms that words have in the dictionaries, so that each is looked for once.
#[derive(Debug, Default)]
pub(super) struct KeptForms {
    of: Mutex<HashMap<Key, Arc<[Term]>>>,
}

impl KeptForms {
    /// The other forms of the word of a clause, without those that it stands for by itself.
    pub(super) fn of(
        &self,
        (segment, field): (SegmentId, Field),
        dictionary: &InvertedIndexReader,
        clause: &Clause,
        tongue: Tongue,
        run: &Run,
    ) -> Result<Vec<Term>, IndexError> {
        let Some(forms) = clause.forms(tongue) else { return Ok(Vec::new()) };
        let Some(token) = clause.tokens().last() else { return Ok(Vec::new()) };
        let is_other = |term: &&Term| match clause.ending() {
            Ending::Begun => !term.text.starts_with(&**token),
            _ => *term.text != **token,
        };
        let key: Key = (segment, field, tongue, token.clone());
        let known = self.lock().get(&key).cloned();
        if let Some(known) = known {
            return Ok(known.iter().filter(is_other).cloned().collect());
        }
        let all: Arc<[Term]> = walk(dictionary, &forms, run)?.into();
        let mut kept = self.lock();
        if MOST_KEPT <= kept.len() {
            kept.clear();
        }
        kept.insert(key, Arc::clone(&all));
        Ok(all.iter().filter(is_other).cloned().collect())
    }

    /// Forgets segments that are no longer part of the index.
    pub(super) fn keep_only(&self, readers: &[SegmentReader]) {
        self.lock().retain(|key, _| readers.iter().any(|reader| reader.segment_id() == key.0));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Key, Arc<[Term]>>> {
        self.of.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All forms of a word that a dictionary has, itself among them: those with its stem are in a range
/// of some hundred words.
fn walk(
    dictionary: &InvertedIndexReader,
    forms: &Forms,
    run: &Run,
) -> Result<Vec<Term>, IndexError> {
    let mut found: Vec<Term> = Vec::new();
    let mut stream = dictionary.terms().range().ge(forms.start()).into_stream()?;
    let mut n_walked = 0;
    while stream.advance() && stream.key().starts_with(forms.start().as_bytes()) {
        n_walked += 1;
        if usize::is_multiple_of(n_walked, PATIENCE) && run.is_cancelled() {
            return Err(IndexError::Cancelled);
        }
        if let Ok(text) = str::from_utf8(stream.key())
            && forms.has(text)
        {
            found.push(Term { text: text.into(), info: stream.value().clone() });
        }
    }
    let further = forms.irregular().iter().filter(|it| !it.starts_with(forms.start()));
    for text in further {
        let info = dictionary.terms().get(text.as_bytes())?;
        found.extend(info.map(|info| Term { text: (*text).into(), info }));
    }
    Ok(found)
}
