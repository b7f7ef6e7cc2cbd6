//! The search: its query, and the passages found.

use std::{collections::HashMap, ops::Range};

use super::{Effect, Generation, List, Question, Session, Snippet, Ticket, remember};
use crate::domain::{ArticleId, Listing, narrowing};
use crate::query::{Query, QueryError, Vocabulary};

/// A search. Its hits are rows of the results list.
#[derive(Debug, Default)]
pub struct Search {
    /// The results are in front of the library.
    pub is_open: bool,
    /// What was typed, or the query as it was understood once it has been entered.
    pub text: String,
    pub query: Option<Query>,
    /// Why what was entered cannot be understood.
    pub mistake: Option<QueryError>,
    /// Earlier queries, oldest first.
    pub history: Vec<String>,
    /// Lines below the prompt that offer what can be typed.
    pub n_offered: usize,
    /// The prompt is opened to go on with the query that is there.
    pub goes_on: bool,
    /// With the ticket of the results they were read for.
    snippets: HashMap<ArticleId, (Ticket, Snippet)>,
    /// Of the results the snippets belong to.
    ticket: Ticket,
    asked: Range<usize>,
}

impl Session {
    /// Reads the query of the search again if settings have changed what it means.
    pub(crate) fn understand_again(&mut self) -> Vec<Effect> {
        let vocabulary = self.config.vocabulary();
        let query = self.search.query.as_ref();
        let is_same = query.is_some_and(|query| *query.vocabulary() == vocabulary);
        if !self.search.is_open || is_same {
            return Vec::new();
        }
        let query = vocabulary.typed(&self.search.line());
        self.search_by(query, true)
    }
}

impl Search {
    /// The passage of an article; that of the query before until the new one has come.
    pub fn snippet(&self, id: ArticleId) -> Option<&Snippet> {
        self.snippets.get(&id).map(|(_, snippet)| snippet)
    }

    /// Keeps the query for the up key, with the order of its hits.
    pub(super) fn remember(&mut self, listing: &Listing) {
        if let Some(query) = &self.query {
            let order = if query.showing().sort.is_none() { listing.written_order() } else { None };
            let line = narrowing::with(&query.to_string(), &order.unwrap_or_default());
            remember(&mut self.history, &line);
        }
    }

    /// Whether the title of an article has all that is searched for.
    pub fn finds_by_title(&self, title: &str) -> bool {
        self.is_open && self.query.as_ref().is_some_and(|query| query.is_satisfied_by([title]))
    }

    /// The first thing to point out about what was typed.
    pub fn hint(&self, vocabulary: &Vocabulary) -> Option<String> {
        let reading = vocabulary.reading(&self.text);
        if reading.is_mixed {
            return Some(self.query.as_ref().unwrap_or(&reading.query).bracketed());
        }
        let ignored = reading.remarks.iter().find(|remark| remark.is_ignored);
        let ignored = ignored.map(|remark| remark.mistake.to_string());
        ignored.or_else(|| reading.notes.first().map(ToString::to_string))
    }

    /// What stands in the prompt when it is opened again.
    pub fn line(&self) -> String {
        self.query.as_ref().map_or_else(|| self.text.clone(), Query::as_typed)
    }

    /// Asks for the snippets of the rows on the screen, unless they were asked for.
    pub(super) fn load_snippets(&mut self, results: &List) -> Option<Effect> {
        let shown = results.shown_ticket();
        if shown.has_moved_since(self.ticket) {
            (self.ticket, self.asked) = (shown, 0..0);
        }
        let rows = results.visible();
        let is_loaded = rows.clone().all(|row| results.headline_at(row).is_some());
        if rows.is_empty() || !is_loaded || rows == self.asked || self.query.is_none() {
            return None;
        }
        let is_known = |row| results.headline_at(row).is_some_and(|it| self.is_known(it.id));
        if rows.clone().all(is_known) {
            return None;
        }
        self.asked.clone_from(&rows);
        Some(Effect::Ask(Question::Snippets { generation: shown.newest(), rows }))
    }

    /// Takes passages. Those of the last list stay until the new ones have come, so that the
    /// screen does not flicker; no more are kept than a few screens hold.
    pub(super) fn on_snippets(&mut self, generation: Generation, snippets: Vec<Snippet>) {
        const MOST: usize = 1_000;
        let Some(snippets) = self.ticket.take(generation, snippets) else { return };
        if MOST < self.snippets.len() {
            self.snippets.clear();
        }
        self.snippets
            .extend(snippets.into_iter().map(|snippet| (snippet.id, (self.ticket, snippet))));
    }

    fn is_known(&self, id: ArticleId) -> bool {
        self.snippets.get(&id).is_some_and(|(ticket, _)| !self.ticket.has_moved_since(*ticket))
    }
}
