//! What each effect asks of the library, and what comes back: the one place where the two meet.
//! Knows no threads; the workers call it, and so can a test.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    base::Clean,
    domain::{Article, ArticleId, PageIndex, Position, Query, Selecting, Seq},
    library::{Cancel, FilePlace, Library, LibraryError, MOST_PLACES, Selection},
    session::{
        Effect, Generation, Hit, ListName, Message, Notice, OpenedArticle, Seek, Snippet, Targets,
    },
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

/// Answers effects from a library.
#[derive(Debug, Clone)]
pub struct Answers {
    pub library: Library,
    pub lists: Lists,
}

/// A list to be selected, as [`Effect::Select`] says it.
#[derive(Debug, Clone)]
pub(super) struct SelectRequest {
    pub(super) list: ListName,
    pub(super) generation: Generation,
    pub(super) selecting: Selecting,
    pub(super) keep: Option<ArticleId>,
    pub(super) is_refresh: bool,
}

impl SelectRequest {
    pub(super) fn of(effect: &Effect) -> Option<Self> {
        let Effect::Select { list, generation, selecting, keep, is_refresh } = effect else {
            return None;
        };
        Some(Self {
            list: *list,
            generation: *generation,
            selecting: selecting.clone(),
            keep: *keep,
            is_refresh: *is_refresh,
        })
    }
}

impl Answers {
    /// Selects what a list shows; hands out a first page where that is quicker.
    pub(super) fn select(
        &self,
        request: &SelectRequest,
        cancel: &Cancel,
        send: &mut dyn FnMut(Message),
    ) {
        let mut answer = |selection: Selection| {
            let selection = Arc::new(selection);
            self.lists.put(request.list, request.generation, &selection);
            send(Message::Selected {
                list: request.list,
                generation: request.generation,
                n_rows: selection.len(),
                extent: selection.extent,
                cursor: request.keep.and_then(|id| self.library.locate(&selection, id)),
            });
            selection.extent.has_all_rows()
        };
        let page = self.library.first_page(&request.selecting, cancel, &mut |part| {
            answer(part);
        });
        // Where there is no page, or it fails, the whole selection answers or says why.
        if let Ok(Some(page)) = page
            && answer(page)
        {
            return;
        }
        let previous = self.lists.get(request.list).filter(|_| request.is_refresh);
        let previous = previous.as_ref().map(|(_, selection)| selection.as_ref());
        match self.library.select(&request.selecting, previous, cancel) {
            Ok(selection) => {
                answer(selection);
            }
            Err(LibraryError::Cancelled) => (),
            Err(error) => send(unanswered(request.list, request.generation, &error)),
        }
    }

    /// Answers everything that only reads the catalogue: rows and places of rows.
    pub(super) fn browse(&self, effect: &Effect) -> Option<Message> {
        match effect {
            Effect::LoadRows { list, generation, rows } => {
                let selection = self.lists.at(*list, *generation)?;
                let (list, generation, first) = (*list, *generation, rows.start);
                Some(match self.library.headlines(&selection, rows.clone()) {
                    Ok(rows) => Message::Rows { list, generation, first, rows },
                    Err(error) => unanswered(list, generation, &error),
                })
            }
            Effect::Seek { list, generation, from, seek, then } => {
                let selection = self.lists.at(*list, *generation)?;
                let is_down = match seek {
                    Seek::NextUnread => true,
                    Seek::PreviousUnread => false,
                    // These can take a while: another worker has them.
                    Seek::Day(_) | Seek::Title(_) | Seek::Source(_) | Seek::Article(_) => {
                        return None;
                    }
                };
                let row = self.library.unread_beside(&selection, *from, is_down);
                Some(Message::Sought { list: *list, generation: *generation, row, then: *then })
            }
            _ => None,
        }
    }

    /// Reads the passages of some rows of the results; stops where `is_stale`.
    pub(super) fn snippets(
        &self,
        generation: Generation,
        rows: std::ops::Range<usize>,
        is_stale: &dyn Fn() -> bool,
    ) -> Option<Message> {
        let selection = self.lists.at(ListName::Results, generation)?;
        let query = selection.selecting.query.clone()?;
        let mut snippets = Vec::new();
        for headline in self.library.headlines(&selection, rows).ok()? {
            if is_stale() {
                return None;
            }
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
    pub(super) fn with_marks(
        &self,
        answer: impl Fn() -> Option<Message>,
        send: &mut dyn FnMut(Message),
    ) {
        loop {
            let log = self.library.marks_log();
            let Some(message) = answer() else { return };
            send(message);
            if log == self.library.marks_log() {
                return;
            }
        }
    }

    /// Reads how some articles begin. What cannot be read begins with nothing.
    pub(super) fn leads(&self, wanted: Vec<(ArticleId, Seq)>) -> Message {
        let leads = wanted.into_iter();
        let leads = leads.map(|(id, seq)| (id, self.library.lead(seq).unwrap_or_default()));
        Message::Leads { leads: leads.collect() }
    }

    /// Reads an article and finds the words that led to it.
    pub(super) fn open(
        &self,
        generation: Generation,
        id: ArticleId,
        highlight: Option<&Query>,
        position: Position,
        send: &mut dyn FnMut(Message),
    ) {
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
            Some(Message::Opened { generation, result })
        };
        self.with_marks(answer, send);
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
pub(super) fn hits(article: &Article, query: &Query) -> Vec<Hit> {
    let paragraphs = article.paragraphs.iter().enumerate();
    paragraphs
        .flat_map(|(paragraph, text)| {
            query.matches(text).into_iter().map(move |bytes| Hit { paragraph, bytes })
        })
        .collect()
}

fn unanswered(list: ListName, generation: Generation, error: &LibraryError) -> Message {
    let text = error.to_string();
    let is_early = matches!(error, LibraryError::NotIndexed);
    let notice = if is_early { Notice::note(text) } else { Notice::error(text) };
    Message::Unanswered { list, generation, notice }
}

pub(super) fn failure(error: &LibraryError) -> Message {
    Message::Notice(Notice::error(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, fs, sync::mpsc};

    use super::*;
    use crate::{
        domain::{Applied, Field, Query},
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
        (home, Answers { library, lists: Lists::default() })
    }

    #[test]
    fn a_search_that_fails_is_answered_so_that_its_list_does_not_wait_for_ever() {
        let (_home, answers) = unindexed();
        let mut said = Vec::new();
        let request = SelectRequest {
            list: ListName::Results,
            generation: Generation(3),
            selecting: Selecting {
                query: Query::parse("text", false).ok(),
                ..Selecting::default()
            },
            keep: None,
            is_refresh: false,
        };
        let cancel = Cancel::new(Arc::default(), 0);
        answers.select(&request, &cancel, &mut |message| said.push(message));
        let [Message::Unanswered { list, generation, notice }] = &*said else { panic!("{said:?}") };
        assert_eq!((*list, *generation), (ListName::Results, Generation(3)));
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
            Some(Message::Notice(Notice::note(headline.is_starred.to_string())))
        };
        let mut said = Vec::new();
        answers.with_marks(answer, &mut |message| said.push(message));
        let notices = ["false", "true"].map(|text| Message::Notice(Notice::note(text)));
        assert_eq!(said, notices);
    }
}
