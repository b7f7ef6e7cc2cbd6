//! The words that a query finds besides those typed.

use std::{collections::HashMap, sync::Arc};

use super::{Cancel, IndexError, Searcher, clauses::Segment, docs::Run, error::guard};
use crate::query::Clause;

/// A word that is looked for although it was not typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherWord {
    pub text: Box<str>,
    /// Articles that have it, those just deleted among them.
    pub n_articles: usize,
    /// Another form of the word typed; else it is spelled as asked: `word*`, `word~`.
    pub is_form: bool,
}

/// The words that one word of a query was widened to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FurtherWords {
    /// Those in most articles first.
    pub words: Vec<FurtherWord>,
    /// These are all.
    pub is_whole: bool,
}

impl Searcher {
    /// The words besides those typed that a clause of one word finds. Of those spelled as asked, some
    /// `most` of each segment are looked at.
    ///
    /// # Errors
    /// If cancelled, or the index is damaged.
    pub fn further_words(
        &self,
        clause: &Clause,
        most: usize,
        cancel: &Cancel,
    ) -> Result<FurtherWords, IndexError> {
        if clause.tokens().len() != 1 {
            return Ok(FurtherWords { words: Vec::new(), is_whole: true });
        }
        let run = Arc::new(Run::new(cancel));
        guard(|| {
            let mut found: HashMap<(Box<str>, bool), usize> = HashMap::new();
            let mut is_whole = true;
            for reader in self.inner.segment_readers() {
                let segment = Segment::new(reader, self.fields(), &run)?;
                let spelled = segment.words_spelled(clause, most)?;
                is_whole &= spelled.len() < most;
                let forms = segment.words_formed(clause)?;
                let spelled = spelled.into_iter().map(|term| (term, false));
                for (term, is_form) in spelled.chain(forms.into_iter().map(|term| (term, true))) {
                    *found.entry((term.text, is_form)).or_default() += term.info.doc_freq as usize;
                }
            }
            let typed = clause.tokens().last();
            let word = |((text, is_form), n_articles)| FurtherWord { text, n_articles, is_form };
            let mut words: Vec<FurtherWord> = found.into_iter().map(word).collect();
            words.retain(|word| typed != Some(&word.text));
            words.sort_by(|one, two| {
                two.n_articles.cmp(&one.n_articles).then_with(|| one.text.cmp(&two.text))
            });
            Ok(FurtherWords { words, is_whole })
        })
    }

    /// Other forms of the word of a clause, those in most articles first.
    ///
    /// # Errors
    /// If the index is damaged.
    pub fn other_forms(
        &self,
        clause: &Clause,
        cancel: &Cancel,
    ) -> Result<Vec<Box<str>>, IndexError> {
        if !clause.takes_forms() {
            return Ok(Vec::new());
        }
        let words = self.further_words(clause, 0, cancel)?.words;
        Ok(words.into_iter().filter(|word| word.is_form).map(|word| word.text).collect())
    }
}
