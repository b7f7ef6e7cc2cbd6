//! What each question asks of the library, and what comes back: the one place where the two meet.
//! Knows no threads; the workers call it, and so can a test.

mod passes;

use std::{
    collections::HashMap,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use passes::MOST_SOURCES;

use crate::{
    base::Clean,
    domain::{Article, ArticleId, Generation, PageIndex, Position, Query, Seq},
    library::{
        Cancel, FilePlace, Library, LibraryError, ListName, MOST_PLACES, Picks, Question, Selected,
        Selection, Targets,
    },
    session::{Hit, Message, Notice, OpenedArticle, PaneMessage, Snippet},
};

/// The newest selection of each list, shared by the workers.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    newest: Arc<Mutex<HashMap<ListName, Newest>>>,
}

impl Lists {
    /// What a list shows now, or is about to show.
    pub(super) fn newest(&self, list: ListName) -> Option<Arc<Selection>> {
        self.get(list).map(|(_, selection)| selection)
    }

    fn get(&self, list: ListName) -> Option<Newest> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner).get(&list).cloned()
    }

    /// The selection that a request speaks of, unless a newer one has taken its place.
    pub(super) fn at(&self, list: ListName, generation: Generation) -> Option<Arc<Selection>> {
        self.get(list).filter(|(newest, _)| *newest == generation).map(|(_, selection)| selection)
    }

    fn put(&self, list: ListName, generation: Generation, selection: &Arc<Selection>) {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let is_newer = newest.get(&list).is_none_or(|(known, _)| *known <= generation);
        if is_newer {
            newest.insert(list, (generation, Arc::clone(selection)));
        }
    }
}

/// A selection and the request it answers.
type Newest = (Generation, Arc<Selection>);

/// Answers questions from a library, and keeps what they speak of: what each list shows, and what
/// is picked.
#[derive(Debug, Clone)]
pub struct Answers {
    pub library: Library,
    lists: Lists,
    picks: Arc<Mutex<Picks>>,
}

impl Answers {
    pub fn new(library: &Library) -> Self {
        Self { library: library.clone(), lists: Lists::default(), picks: Arc::default() }
    }

    /// Answers a question, by no message if what it speaks of has been replaced meanwhile.
    ///
    /// # Errors
    /// Where the cache was damaged, the index cannot be asked yet, or `cancel` was.
    pub fn answer(
        &self,
        question: &Question,
        cancel: &Cancel,
        send: &mut dyn FnMut(Message),
    ) -> Result<(), LibraryError> {
        match question {
            Question::Select { .. } => return self.select(question, cancel, send),
            Question::Rows { list, generation, rows } => {
                return self.rows((*list, *generation), rows, send);
            }
            Question::Seek { list, generation, from, seek, then } => {
                let (list, generation, then) = (*list, *generation, *then);
                let Some(selection) = self.lists.at(list, generation) else { return Ok(()) };
                let sought = self.seek(&selection, *from, (seek, then), cancel)?;
                if let Some(said) = sought.said {
                    send(Message::Notice(Notice::note(said)));
                }
                send(Message::Sought { list, generation, row: sought.row, then });
            }
            Question::Snippets { generation, rows } => {
                if let Some(message) = self.snippets(*generation, rows.clone()) {
                    send(message);
                }
            }
            Question::Leads { wanted } => send(self.leads(wanted)),
            Question::Article { generation, id, highlight } => {
                self.open(*generation, *id, highlight.as_ref(), send);
            }
            Question::Find { generation, article, query } => {
                let (generation, hits) = (*generation, hits(article, query).into());
                send(Message::Pane(PaneMessage::Found { generation, hits }));
            }
            Question::Pick { list, picking } => self.pick(*list, picking, cancel, send),
            Question::Weigh { generation, deed, targets } => {
                let (deed, chosen) = self.library.weigh(*deed, self.chosen(targets));
                let (n_articles, chosen) = (chosen.count(), Arc::new(chosen));
                send(Message::Weighed { generation: *generation, deed, chosen, n_articles });
            }
            Question::Gather { deed, chosen, limit } => {
                let lines = self.library.gather(*deed, chosen, *limit)?;
                send(Message::Gathered { deed: *deed, lines });
            }
            Question::Sources { generation } => {
                let (generation, sources) = (*generation, self.library.sources(MOST_SOURCES)?);
                send(Message::Pane(PaneMessage::Sources { generation, sources }));
            }
            Question::Problems => send(Message::Pane(PaneMessage::Problems(self.problems()?))),
        }
        Ok(())
    }

    /// Selects what a list shows; hands out a first page where that is quicker.
    fn select(
        &self,
        question: &Question,
        cancel: &Cancel,
        send: &mut dyn FnMut(Message),
    ) -> Result<(), LibraryError> {
        let Question::Select { list, generation, selecting, keep, is_refresh, window } = question
        else {
            return Ok(());
        };
        let (list, generation) = (*list, *generation);
        let mut answer = |selection: Selection| {
            let selection = Arc::new(selection);
            self.lists.put(list, generation, &selection);
            let (n_rows, extent) = (selection.len(), selection.extent);
            let cursor = keep.and_then(|id| self.library.locate(&selection, id));
            let wanted = window.rows(cursor, n_rows);
            let selected = || {
                let (first, rows) = (wanted.start, wanted.clone());
                let rows = self.library.headlines(&selection, rows)?;
                let selected = Selected { list, generation, n_rows, extent, cursor, first, rows };
                Ok(Message::Selected(selected))
            };
            self.with_marks(selected, send).map(|()| extent.has_all_rows())
        };
        let page = self.library.first_page(selecting, cancel, &mut |part| {
            // Where it fails, the whole selection says why.
            let _ = answer(part);
        });
        // Where there is no page, or it fails, the whole selection answers or says why.
        if let Ok(Some(page)) = page
            && answer(page)?
        {
            return Ok(());
        }
        let previous = self.lists.newest(list).filter(|_| *is_refresh);
        answer(self.library.select(selecting, previous.as_deref(), cancel)?).map(drop)
    }

    fn rows(
        &self,
        (list, generation): (ListName, Generation),
        rows: &Range<usize>,
        send: &mut dyn FnMut(Message),
    ) -> Result<(), LibraryError> {
        let Some(selection) = self.lists.at(list, generation) else { return Ok(()) };
        let answer = || {
            let read = self.library.headlines(&selection, rows.clone())?;
            Ok(Message::Rows { list, generation, first: rows.start, rows: read })
        };
        self.with_marks(answer, send)
    }

    /// Reads the passages of some rows of the results.
    fn snippets(&self, generation: Generation, rows: Range<usize>) -> Option<Message> {
        let selection = self.lists.at(ListName::Results, generation)?;
        let query = selection.selecting.query.clone()?;
        let mut snippets = Vec::new();
        for headline in self.library.headlines(&selection, rows).ok()? {
            // A file that went meanwhile has no passage; the list follows in a moment.
            let Ok(passage) = self.library.passage(headline.seq, &query) else { continue };
            snippets.push(Snippet {
                id: headline.id,
                text: passage.text,
                hits: passage.hits,
                title_hits: query.matches(&headline.title),
            });
        }
        Some(Message::Snippets { generation, snippets })
    }

    /// Hands out an answer that says which articles are marked; once more where that changed
    /// before it was on its way, since it may then arrive after the word of the change.
    fn with_marks(
        &self,
        answer: impl Fn() -> Result<Message, LibraryError>,
        send: &mut dyn FnMut(Message),
    ) -> Result<(), LibraryError> {
        loop {
            let log = self.library.marks_log();
            send(answer()?);
            if log == self.library.marks_log() {
                return Ok(());
            }
        }
    }

    /// Reads how some articles begin. What cannot be read begins with nothing.
    fn leads(&self, wanted: &[(ArticleId, Seq)]) -> Message {
        let lead =
            |(id, seq): &(ArticleId, Seq)| (*id, self.library.lead(*seq).unwrap_or_default());
        let leads = wanted.iter().map(lead);
        Message::Leads { leads: leads.collect() }
    }

    /// Reads an article and finds the words that led to it.
    fn open(
        &self,
        generation: Generation,
        id: ArticleId,
        highlight: Option<&Query>,
        send: &mut dyn FnMut(Message),
    ) {
        let position = Position::default();
        let read = || -> Result<OpenedArticle, LibraryError> {
            let headline = self.library.headline(id)?;
            let article = Arc::new(self.library.article(id)?);
            let hits = highlight.map(|query| hits(&article, query)).unwrap_or_default();
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
            if let (Ok(opened), Ok(headline)) = (&mut result, self.library.headline(id)) {
                opened.headline = headline;
            }
            Ok(Message::Opened { generation, result })
        };
        // It says itself why there is no article.
        let _ = self.with_marks(answer, send);
    }

    /// The articles that a mark is meant for.
    pub(super) fn targets(&self, targets: &Targets) -> Result<Vec<ArticleId>, LibraryError> {
        match targets {
            Targets::These(ids) => Ok(ids.clone()),
            Targets::All(list) => match self.lists.get(*list) {
                Some((_, selection)) => self.library.ids_of(&selection),
                None => Ok(Vec::new()),
            },
            Targets::Set(chosen) => self.library.ids_in(chosen),
            // Those are weighed first, and come back as a set.
            Targets::Beside(..) | Targets::Picked => Ok(Vec::new()),
        }
    }
}

/// All places in an article that a query matches.
fn hits(article: &Article, query: &Query) -> Vec<Hit> {
    let paragraphs = article.paragraphs.iter().enumerate();
    paragraphs
        .flat_map(|(paragraph, text)| {
            query.matches(text).into_iter().map(move |bytes| Hit { paragraph, bytes })
        })
        .collect()
}

/// What is said of a question that could not be answered.
pub(super) fn failure(question: &Question, error: &LibraryError) -> Message {
    let text = error.to_string();
    let is_early = matches!(error, LibraryError::NotIndexed);
    let notice = if is_early { Notice::note(text) } else { Notice::error(text) };
    match question.selection() {
        Some((list, generation)) => Message::Unanswered { list, generation, notice },
        None => Message::Notice(notice),
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, fs, sync::mpsc};

    use super::*;
    use crate::{
        domain::{Applied, Field, Query, Selecting},
        library::{Keeper, KeeperSettings, Named, Places, Reading},
    };

    /// A library of one article without an index.
    fn unindexed() -> (tempfile::TempDir, Answers) {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        fs::create_dir(path("news")).unwrap();
        fs::write(path("news/a.txt"), "Title\n20260301\n\nText.\n").unwrap();
        let places = Places { cache: path("cache"), data: path("data") };
        let settings = KeeperSettings {
            index_memory_bytes: 30 << 20,
            watches: false,
            indexes: false,
            polling: crate::library::Polling::default(),
            change_unreads: false,
            limits: crate::library::Limits::default(),
        };
        let (library, keeper, _) =
            Keeper::open(&path("news"), &places, Reading::default(), settings).unwrap();
        let (_sender, inbox) = mpsc::channel();
        keeper.run_once(&inbox, &mut |_| ());
        (home, Answers::new(&library))
    }

    #[test]
    fn a_search_that_fails_is_answered_so_that_its_list_does_not_wait_for_ever() {
        let (_home, answers) = unindexed();
        let mut said = Vec::new();
        let question = Question::Select {
            list: ListName::Results,
            generation: Generation(3),
            selecting: Selecting {
                query: Query::parse("text", false).ok(),
                ..Selecting::default()
            },
            keep: None,
            is_refresh: false,
            window: crate::library::Window::default(),
        };
        let cancel = Cancel::new(Arc::default(), 0);
        let answered = answers.answer(&question, &cancel, &mut |message| said.push(message));
        assert_eq!(said, []);
        let said = failure(&question, &answered.unwrap_err());
        let Message::Unanswered { list, generation, notice } = said else { panic!("{said:?}") };
        assert_eq!((list, generation), (ListName::Results, Generation(3)));
        assert!(notice.text.contains("come by themselves"), "{notice:?}");
    }

    #[test]
    fn an_answer_overtaken_by_a_mark_is_given_again() {
        let (_home, answers) = unindexed();
        let library = answers.library.clone();
        let Named::Article(id) = library.resolve("a.txt".as_ref()).unwrap() else { panic!() };

        let is_marked = Cell::new(false);
        let answer = || {
            let headline = library.headline(id).unwrap();
            if !is_marked.replace(true) {
                let change = Applied {
                    log: 1,
                    name: String::new(),
                    field: Field::Starred,
                    value: true,
                    ids: vec![id],
                };
                library.take_marks(&change).unwrap();
            }
            Ok(Message::Notice(Notice::note(headline.is_starred.to_string())))
        };
        let mut said = Vec::new();
        answers.with_marks(answer, &mut |message| said.push(message)).unwrap();
        let notices = ["false", "true"].map(|text| Message::Notice(Notice::note(text)));
        assert_eq!(said, notices);
    }
}
