//! Asks a backend one question at a time and waits for each answer: for front ends with nothing
//! else to do, such as plain mode and the command line.

use std::{ffi::OsStr, ops::Range, sync::Arc, thread};

use super::{
    Answer, Backend, BatchAnswer, Cancel, Counts, Explanation, FilePlace, Group, KwicAnswer,
    KwicWanted, LibraryError, ListAnswer, ListName, Named, OpenedArticle, Problems, ProblemsKey,
    Question, Seek, Snippet, Tally, TallyWanted, Then, Window, answer,
};
use crate::{
    base::{Bits, wording},
    domain::{ArticleId, Deed, Extent, Generation, Headline, Listing, Period, Ticket},
    query::Query,
};

/// Somebody who asks and waits, with one list.
pub struct Client {
    backend: Arc<dyn Backend>,
    cancel: Cancel,
    ticket: Ticket,
    shown: Shown,
}

/// What the list shows, as it was answered last.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The results, if the listing has a query.
    pub list: ListName,
    pub listing: Listing,
    /// Rows that can be asked for: at least this many if `extent` says so.
    pub n_rows: usize,
    pub extent: Extent,
    /// Articles that the query names and that are gone.
    pub n_gone: usize,
    generation: Generation,
}

impl Shown {
    /// Whether there is nothing from a row on, as far as is known.
    pub fn ends_before(&self, row: usize) -> bool {
        self.extent != Extent::More && self.n_rows <= row
    }
}

/// The rows of an answer, and where they begin.
struct Part {
    first: usize,
    rows: Vec<Headline>,
}

impl Client {
    /// Nothing is listed yet.
    pub fn new(backend: Arc<dyn Backend>, cancel: Cancel) -> Self {
        Self { backend, cancel, ticket: Ticket::default(), shown: Shown::default() }
    }

    /// What the list shows.
    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// Lists articles. Answers where `keep` stands among them.
    ///
    /// # Errors
    /// As [`Backend::answer`]; the list then shows what it showed, unless a part was answered.
    pub fn list(
        &mut self,
        listing: &Listing,
        keep: Option<ArticleId>,
    ) -> Result<Option<usize>, LibraryError> {
        let generation = self.ticket.ask();
        let is_search = listing.query.is_some();
        let list = if is_search { ListName::Results } else { ListName::Library };
        let window = Window::default();
        let (listing, is_refresh) = (listing.clone(), false);
        let question =
            Question::List { list, generation, listing: listing.clone(), keep, is_refresh, window };
        let mut answers = Vec::new();
        let asked = self.ask_each(&question, &mut |answer| answers.push(answer));
        let mut cursor = None;
        for answer in answers {
            if let Answer::List(answer) = answer {
                let ListAnswer { n_rows, extent, n_gone, .. } = answer;
                let listing = listing.clone();
                self.shown = Shown { list, listing, n_rows, extent, n_gone, generation };
                cursor = answer.cursor;
            }
        }
        asked.map(|()| cursor)
    }

    /// Reads rows of the list: all that are wanted and there, however few the backend gives at a
    /// time.
    ///
    /// # Errors
    /// As [`Backend::answer`]; also if rows that it named do not come.
    pub fn rows(&mut self, wanted: Range<usize>) -> Result<Vec<Headline>, LibraryError> {
        let mut read = Vec::new();
        loop {
            let start = wanted.start + read.len();
            if wanted.end <= start || self.shown.ends_before(start) {
                return Ok(read);
            }
            let n_known = self.shown.n_rows;
            let part = self.part(start..wanted.end)?;
            let is_part = part.first == start && !part.rows.is_empty();
            if is_part {
                read.extend(part.rows.into_iter().take(wanted.end - start));
            } else if !self.shown.ends_before(start) && self.shown.n_rows <= n_known {
                return Err(self.nothing_came());
            }
        }
    }

    fn part(&mut self, rows: Range<usize>) -> Result<Part, LibraryError> {
        let (list, generation) = (self.shown.list, self.shown.generation);
        let mut part = Part { first: rows.start, rows: Vec::new() };
        let question = Question::Rows { list, generation, rows };
        let mut shown = self.shown.clone();
        self.ask_each(&question, &mut |answer| match answer {
            Answer::Rows { first, rows, .. } => part = Part { first, rows },
            Answer::List(grown) => {
                (shown.n_rows, shown.extent) = (grown.n_rows, grown.extent);
                part = Part { first: grown.first, rows: grown.rows };
            }
            _ => (),
        })?;
        self.shown = shown;
        Ok(part)
    }

    /// Finds a row of the list, starting next to `from`.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn seek(&self, from: usize, seek: Seek) -> Result<Option<usize>, LibraryError> {
        let (list, generation, then) = (self.shown.list, self.shown.generation, Then::RestorePlace);
        let question = Question::Seek { list, generation, from, seek, then };
        self.ask(&question, |answer| match answer {
            Answer::Sought { row, .. } => Some(row),
            _ => None,
        })
    }

    /// The articles of the list that a deed would change.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn weigh(&self, deed: Deed) -> Result<Arc<Bits>, LibraryError> {
        let (generation, group) = (self.shown.generation, Group::All(self.shown.list));
        self.ask(&Question::Weigh { generation, deed, group }, |answer| match answer {
            Answer::Weighed { chosen, .. } => Some(chosen),
            _ => None,
        })
    }

    /// Counts what the list shows.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn tally(&self, wanted: TallyWanted) -> Result<Tally, LibraryError> {
        let (list, generation) = (self.shown.list, self.shown.generation);
        self.ask(&Question::Tally { list, generation, wanted }, |answer| match answer {
            Answer::Tally(answer) => Some(answer.tally),
            _ => None,
        })
    }

    /// The passages of rows that match the query of the list; none of articles that are gone.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn snippets(&self, rows: Range<usize>) -> Result<Vec<Snippet>, LibraryError> {
        let question = Question::Snippets { generation: self.shown.generation, rows };
        self.ask(&question, |answer| match answer {
            Answer::Snippets { snippets, .. } => Some(snippets),
            _ => None,
        })
    }

    /// Reads lines of words in context; further ones of `earlier`, an answer about the same listing.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn kwic(
        &mut self,
        listing: &Listing,
        wanted: KwicWanted,
        earlier: Option<Generation>,
    ) -> Result<KwicAnswer, LibraryError> {
        let generation = earlier.unwrap_or_else(|| self.ticket.ask());
        let question = Question::Kwic { generation, listing: listing.clone(), wanted };
        self.ask(&question, |answer| match answer {
            Answer::Kwic(answer) => Some(answer),
            _ => None,
        })
    }

    /// Counts what several queries find, by period if one is given.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn batch(
        &mut self,
        queries: Arc<[Query]>,
        by: Option<Period>,
    ) -> Result<BatchAnswer, LibraryError> {
        let generation = self.ticket.ask();
        self.ask(&Question::Batch { generation, queries, by }, |answer| match answer {
            Answer::Batch(answer) => Some(answer),
            _ => None,
        })
    }

    /// What each part of a query finds.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn explain(&mut self, query: &Query) -> Result<Explanation, LibraryError> {
        let (generation, query) = (self.ticket.ask(), query.clone());
        self.ask(&Question::Explain { generation, query }, |answer| match answer {
            Answer::Explained { explanation, .. } => Some(explanation),
            _ => None,
        })
    }

    /// The headline of an article as it is now.
    ///
    /// # Errors
    /// As [`Backend::answer`]; also if the library does not have the article.
    pub fn headline(&self, id: ArticleId) -> Result<Headline, LibraryError> {
        let mut headlines =
            self.ask(&Question::Headlines { ids: vec![id] }, |answer| match answer {
                Answer::Headlines(headlines) => Some(headlines),
                _ => None,
            })?;
        headlines.pop().ok_or_else(|| LibraryError::Unknown(id.to_string()))
    }

    /// Reads an article; `highlight` is the query that led to it.
    ///
    /// # Errors
    /// As [`Backend::answer`], and [`LibraryError::Refused`] if there is not an article to read.
    pub fn article(
        &self,
        id: ArticleId,
        highlight: Option<Query>,
    ) -> Result<OpenedArticle, LibraryError> {
        let question =
            Question::Article { generation: self.shown.generation, id, path: None, highlight };
        let result = self.ask(&question, |answer| match answer {
            Answer::Article { result, .. } => Some(result),
            _ => None,
        })?;
        result.map_err(LibraryError::Refused)
    }

    /// The files that hold an article, at most `limit`.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn places(&self, id: ArticleId, limit: usize) -> Result<Vec<FilePlace>, LibraryError> {
        self.ask(&Question::Places { id, limit }, |answer| match answer {
            Answer::Places(places) => Some(places),
            _ => None,
        })
    }

    /// The article that somebody means.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn named(&self, name: &OsStr) -> Result<Named, LibraryError> {
        self.ask(&Question::Named { name: name.to_owned() }, |answer| match answer {
            Answer::Named(named) => Some(named),
            _ => None,
        })
    }

    /// Articles, marks and problems.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn counts(&self) -> Result<Counts, LibraryError> {
        self.ask(&Question::Counts, |answer| match answer {
            Answer::Counts(counts) => Some(counts),
            _ => None,
        })
    }

    /// A page of problems with files.
    ///
    /// # Errors
    /// As [`Backend::answer`].
    pub fn problems(&self, from: ProblemsKey, limit: usize) -> Result<Problems, LibraryError> {
        self.ask(&Question::Problems { from, limit }, |answer| match answer {
            Answer::Problems(problems) => Some(problems),
            _ => None,
        })
    }

    /// The last answer to a question.
    fn ask<T>(
        &self,
        question: &Question,
        read: impl Fn(Answer) -> Option<T>,
    ) -> Result<T, LibraryError> {
        let mut last = None;
        self.ask_each(question, &mut |answer| last = read(answer).or(last.take()))?;
        last.ok_or_else(|| self.nothing_came())
    }

    fn ask_each(
        &self,
        question: &Question,
        take: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        answer(&*self.backend, question, &self.cancel, thread::sleep, take)
    }

    /// Why there is no answer, though nothing failed.
    fn nothing_came(&self) -> LibraryError {
        if self.cancel.is_cancelled() {
            return LibraryError::Cancelled;
        }
        LibraryError::NoAnswer(wording!("error-nothing-came").to_owned())
    }
}
