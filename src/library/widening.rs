//! What words of a query were widened to: other forms, and words that are spelled as asked.

use super::{Cancel, Library, LibraryError};
use crate::{
    index::FurtherWords,
    query::{Clause, Query, Span},
};

/// Forms that are named where a query is understood.
const MOST_NAMED: usize = 50;

/// A word of a query, and what it finds besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widened {
    /// In the text of the query.
    pub span: Span,
    pub clause: Clause,
    pub further: FurtherWords,
}

impl Library {
    /// What each word of a query was widened to, in the order of the query, those under a `NOT` and
    /// next to `NEAR` among them; words that find only themselves are left out. Of beginnings and
    /// patterns about `most` words are looked at.
    ///
    /// # Errors
    /// If there is no index, it is damaged, or `cancel` was cancelled.
    pub fn widened(
        &self,
        query: &Query,
        most: usize,
        cancel: &Cancel,
    ) -> Result<Vec<Widened>, LibraryError> {
        let searcher = self.index().ok_or(LibraryError::NotIndexed)?.searcher();
        let mut widened = Vec::new();
        for (clause, span) in query.clauses() {
            let further = searcher.further_words(clause, most, cancel)?;
            if !further.words.is_empty() {
                widened.push(Widened { span, clause: clause.clone(), further });
            }
        }
        Ok(widened)
    }

    /// Other forms of the words of a query that are looked for, too; nothing where that is not known.
    pub(super) fn other_forms(&self, query: &Query, cancel: &Cancel) -> Vec<Box<str>> {
        let Some(searcher) = self.index().map(|index| index.searcher()) else { return Vec::new() };
        let mut forms: Vec<Box<str>> = Vec::new();
        for (clause, _) in query.clauses() {
            for form in searcher.other_forms(clause, cancel).unwrap_or_default() {
                if forms.len() < MOST_NAMED && !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        forms
    }
}
