//! The library on this disk as a backend.

mod passes;
mod reports;
#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    ops::Range,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use passes::{MOST_SOURCES, Sought};
use reports::Concordances;

use super::{
    Answer, Backend, Cancel, FilePlace, Hit, Library, LibraryError, ListAnswer, ListName, Listed,
    MOST_PLACES, OpenedArticle, Question, Selection, Snippet,
};
use crate::{
    base::Clean,
    domain::{Article, ArticleId, Generation, PageIndex, Position, Seq, Ticket},
    marks::Shelf,
    query::{Query, TextPart, Tongue},
};

/// What each list shows, shared by the workers.
#[derive(Debug, Clone, Default)]
struct Lists {
    newest: Arc<Mutex<HashMap<ListName, Newest>>>,
}

impl Lists {
    /// What a list shows now, or is about to show.
    pub(super) fn newest(&self, list: ListName) -> Option<Arc<Listed>> {
        self.get(list).map(|(_, listed)| listed)
    }

    fn get(&self, list: ListName) -> Option<Newest> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner).get(&list).cloned()
    }

    /// The articles of the list that a request refers to, unless a newer one has replaced it.
    pub(super) fn at(&self, list: ListName, generation: Generation) -> Option<Arc<Listed>> {
        self.get(list).and_then(|(ticket, listed)| ticket.take(generation, listed))
    }

    fn put(&self, list: ListName, generation: Generation, listed: &Arc<Listed>) {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let is_newer = newest.get(&list).is_none_or(|(known, _)| known.is_reached_by(generation));
        if is_newer {
            newest.insert(list, (Ticket::of(generation), Arc::clone(listed)));
        }
    }
}

/// What a list shows, and the request that it answers.
type Newest = (Ticket, Arc<Listed>);

/// Answers questions from the library on this disk, and keeps what they speak of: what each list
/// shows, and what is selected. Knows no threads; clones share what is kept.
#[derive(Debug, Clone)]
pub struct Local {
    pub library: Library,
    lists: Lists,
    selection: Arc<Mutex<Selection>>,
    concordances: Arc<Concordances>,
}

impl Local {
    pub fn new(library: &Library) -> Self {
        Self {
            library: library.clone(),
            lists: Lists::default(),
            selection: Arc::default(),
            concordances: Arc::default(),
        }
    }
}

impl Backend for Local {
    fn answer(
        &self,
        question: &Question,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        match question {
            Question::List { .. } => return self.list(question, cancel, send),
            Question::Rows { list, generation, rows } => {
                return self.rows((*list, *generation), rows, send);
            }
            Question::Seek { list, generation, from, seek, then } => {
                let (list, generation, then) = (*list, *generation, *then);
                let Some(listed) = self.lists.at(list, generation) else { return Ok(()) };
                let sought = self.seek(&listed, *from, (seek, then), cancel)?;
                let Sought { row, said } = sought;
                send(Answer::Sought { list, generation, row, then, said });
            }
            Question::Tally { list, generation, wanted } => {
                return self.tally((*list, *generation), wanted, cancel, send);
            }
            Question::Kwic { .. } | Question::Batch { .. } | Question::Explain { .. } => {
                return self.report(question, cancel, send);
            }
            Question::Snippets { generation, rows } => {
                if let Some(message) = self.snippets(*generation, rows.clone()) {
                    send(message);
                }
            }
            Question::Leads { wanted } => send(self.leads(wanted)),
            Question::Article { generation, id, path, highlight } => {
                let meant = (*id, path.as_deref());
                self.open(*generation, meant, highlight.as_ref(), send);
            }
            Question::Find { generation, article, query } => {
                let tongue = self.library.tongue_of(article.id);
                let (generation, hits) = (*generation, hits(article, query, tongue).into());
                send(Answer::Found { generation, hits });
            }
            Question::Select { list, change } => return self.select(*list, change, cancel, send),
            Question::Weigh { generation, deed, group } => {
                let (deed, chosen) = self.library.weigh(*deed, self.chosen(group));
                let (n_articles, chosen) = (chosen.count(), Arc::new(chosen));
                send(Answer::Weighed { generation: *generation, deed, chosen, n_articles });
            }
            Question::Gather { deed, chosen, limit } => {
                let lines = self.library.gather(*deed, chosen, *limit)?;
                send(Answer::Gathered { deed: *deed, lines });
            }
            Question::Values { generation, wanted } => {
                let (generation, kind) = (*generation, wanted.kind);
                let values = self.library.values(wanted, cancel)?;
                send(Answer::Values { generation, kind, values });
            }
            Question::Sources { generation } => {
                let (generation, sources) = (*generation, self.library.sources(MOST_SOURCES)?);
                send(Answer::Sources { generation, sources });
            }
            Question::Problems { from, limit } => {
                send(Answer::Problems(self.library.problems(*from, *limit)?));
            }
            Question::Headlines { ids } => return self.headlines(ids, send),
            Question::Places { id, limit } => {
                send(Answer::Places(self.library.places(*id, *limit)?));
            }
            Question::Named { name } => send(Answer::Named(self.library.resolve(name)?)),
            Question::Counts => send(Answer::Counts(self.library.counts())),
        }
        Ok(())
    }
}

impl Local {
    /// Finds what a list shows; hands out a first page where that is quicker.
    fn list(
        &self,
        question: &Question,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        let Question::List { list, generation, listing, keep, is_refresh, window } = question
        else {
            return Ok(());
        };
        let (list, generation) = (*list, *generation);
        let query = listing.query.as_ref();
        let forms = query.map(|it| self.library.other_forms(it, cancel)).unwrap_or_default();
        let mut answer = |listed: Listed| {
            let listed = Arc::new(listed);
            self.lists.put(list, generation, &listed);
            let (n_rows, extent, n_gone) = (listed.len(), listed.extent, listed.n_gone);
            let cursor = keep.and_then(|id| self.library.locate(&listed, id));
            let wanted = window.rows(cursor, n_rows);
            let first_rows = || {
                let (first, rows) = (wanted.start, wanted.clone());
                let rows = self.library.headlines(&listed, rows)?;
                let forms = forms.clone();
                let answer = ListAnswer {
                    list,
                    generation,
                    n_rows,
                    extent,
                    n_gone,
                    cursor,
                    first,
                    rows,
                    forms,
                };
                Ok(Answer::List(answer))
            };
            self.with_marks(first_rows, send).map(|()| extent.has_all_rows())
        };
        // A page does not know what was listed before.
        let lasts = *is_refresh && listing.query.as_ref().is_some_and(|it| it.lasting().is_some());
        if 0 < window.n_lines && !lasts {
            let page = self.library.first_page(listing, cancel, &mut |part| {
                // If it fails, the whole list says why.
                let _ = answer(part);
            });
            // If there is no page, or it fails, the whole list answers or says why.
            if let Ok(Some(page)) = page
                && answer(page)?
            {
                return Ok(());
            }
        }
        let previous = self.lists.newest(list).filter(|_| *is_refresh);
        answer(self.library.list(listing, previous.as_deref(), cancel)?).map(drop)
    }

    fn rows(
        &self,
        (list, generation): (ListName, Generation),
        rows: &Range<usize>,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        let Some(listed) = self.lists.at(list, generation) else { return Ok(()) };
        let answer = || {
            let read = self.library.headlines(&listed, rows.clone())?;
            Ok(Answer::Rows { list, generation, first: rows.start, rows: read })
        };
        self.with_marks(answer, send)
    }

    /// Reads the headlines of articles. Those that are not in the library are left out.
    fn headlines(
        &self,
        ids: &[ArticleId],
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        let answer = || {
            let headlines = ids.iter().map(|id| match self.library.headline(*id) {
                Err(LibraryError::Unknown(_)) => Ok(None),
                read => read.map(Some),
            });
            let known: Result<Vec<_>, _> = headlines.filter_map(Result::transpose).collect();
            Ok(Answer::Headlines(known?))
        };
        self.with_marks(answer, send)
    }

    /// Whether the files of the first `limit` rows of a list are there, and as they were when they
    /// were read: a look at each. Only this disk can say so, so it is not a question.
    pub fn is_as_listed(&self, list: ListName, limit: Option<usize>) -> bool {
        let listed = self.lists.newest(list);
        listed.is_none_or(|listed| self.library.is_as_listed(&listed, limit))
    }

    /// Reads the passages of some rows of the results.
    fn snippets(&self, generation: Generation, rows: Range<usize>) -> Option<Answer> {
        let listed = self.lists.at(ListName::Results, generation)?;
        let query = listed.listing.query.clone()?;
        let mut snippets = Vec::new();
        for headline in self.library.headlines(&listed, rows).ok()? {
            // A file removed in the meantime has no passage; the list follows in a moment.
            let Ok(passage) = self.library.passage(headline.seq, &query) else { continue };
            snippets.push(Snippet {
                id: headline.id,
                text: passage.text,
                hits: passage.hits,
                title_hits: passage.title_hits,
            });
        }
        Some(Answer::Snippets { generation, snippets })
    }

    /// Hands out an answer that says which articles are marked; once more where that changed
    /// before it was on its way, since it may then arrive after the word of the change.
    fn with_marks(
        &self,
        answer: impl Fn() -> Result<Answer, LibraryError>,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        loop {
            let log = self.library.log();
            send(answer()?);
            if log == self.library.log() {
                return Ok(());
            }
        }
    }

    /// Reads how some articles begin. What cannot be read begins with nothing.
    fn leads(&self, wanted: &[(ArticleId, Seq)]) -> Answer {
        let lead =
            |(id, seq): &(ArticleId, Seq)| (*id, self.library.lead(*seq).unwrap_or_default());
        let leads = wanted.iter().map(lead);
        Answer::Leads { leads: leads.collect() }
    }

    /// Reads an article and finds the words that led to it.
    fn open(
        &self,
        generation: Generation,
        (id, path): (ArticleId, Option<&Path>),
        highlight: Option<&Query>,
        send: &mut dyn FnMut(Answer),
    ) {
        let position = Position::default();
        let read = || -> Result<OpenedArticle, LibraryError> {
            let headline = Box::new(self.library.newest_headline(id, path)?);
            let id = headline.id;
            let article = Arc::new(self.library.article(id)?);
            let tongue = self.library.tongue_of(id);
            let hits = highlight.map(|query| hits(&article, query, tongue)).unwrap_or_default();
            let index = Arc::new(PageIndex::new(&article));
            let places = match headline.n_copies {
                0 => Vec::new(),
                _ => self.library.places(id, MOST_PLACES)?,
            };
            let path = |place: FilePlace| Clean::new(&place.path.to_string_lossy());
            let places = Arc::new(places.into_iter().map(path).collect());
            Ok(OpenedArticle { article, headline, places, position, hits: hits.into(), index })
        };
        let result = read().map_err(|error| Clean::new(&error.to_string()));
        let answer = || {
            let mut result = result.clone();
            if let Ok(opened) = &mut result
                && let Ok(headline) = self.library.headline(opened.headline.id)
            {
                *opened.headline = headline;
            }
            Ok(Answer::Article { generation, result })
        };
        // It says itself why there is not an article.
        let _ = self.with_marks(answer, send);
    }
}

/// All places in an article that a query matches.
fn hits(article: &Article, query: &Query, tongue: Tongue) -> Vec<Hit> {
    let paragraphs = article.paragraphs.iter().enumerate();
    paragraphs
        .flat_map(|(paragraph, text)| {
            query
                .matches_in(text, TextPart::Paragraph, tongue)
                .into_iter()
                .map(move |bytes| Hit { paragraph, bytes })
        })
        .collect()
}
