//! An archive elsewhere, as a search server would be: it gives out pages by key, says that there are
//! more until it has given out the last, and fails every third time.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use dateline::{
    base::Clean,
    domain::{Article, Extent, Generation, Headline, Hints, Listing, PageIndex, Position},
    library::{
        Answer, Backend, Cancel, LibraryError, ListAnswer, ListName, OpenedArticle, Question,
        Snippet,
    },
};

/// Rows of a page.
const PAGE: usize = 20;

pub(super) struct Archive {
    articles: Vec<Headline>,
    lists: Mutex<HashMap<ListName, Listed>>,
    n_asked: AtomicUsize,
    is_broken: Arc<AtomicBool>,
}

/// What a list shows: the pages that were given out.
#[derive(Clone)]
struct Listed {
    generation: Generation,
    listing: Listing,
    rows: Vec<Headline>,
    /// Where the next page begins: after the article with this id; `None` at the end.
    key: Option<Key>,
}

#[derive(Clone, Copy)]
enum Key {
    Start,
    After(u32),
}

impl Listed {
    fn extent(&self) -> Extent {
        if self.key.is_some() { Extent::More } else { Extent::Whole }
    }
}

impl Archive {
    pub(super) fn new(articles: Vec<Headline>) -> Self {
        Self {
            articles,
            lists: Mutex::default(),
            n_asked: AtomicUsize::new(0),
            is_broken: Arc::default(),
        }
    }

    /// Whether it fails whatever it is asked.
    pub(super) fn broken(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.is_broken)
    }

    pub(super) fn n_asked(&self) -> usize {
        self.n_asked.load(Ordering::Relaxed)
    }

    /// One page, as the server gives it out: those after a key, and the key of the next.
    fn page(&self, listing: &Listing, key: Key) -> (Vec<Headline>, Option<Key>) {
        let is_hit = |it: &&Headline| {
            listing.query.as_ref().is_none_or(|query| query.is_satisfied_by([&*it.title]))
        };
        let is_after = |it: &&Headline| match key {
            Key::Start => true,
            Key::After(seq) => seq < it.seq.0,
        };
        let mut rows: Vec<Headline> =
            self.articles.iter().filter(is_after).filter(is_hit).take(PAGE + 1).cloned().collect();
        let is_last = rows.len() <= PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| !is_last).map(|it| Key::After(it.seq.0));
        (rows, next)
    }

    /// Follows the keys until so many rows are known, or all.
    fn reach(&self, listed: &mut Listed, n_rows: usize) {
        while let Some(key) = listed.key.filter(|_| listed.rows.len() < n_rows) {
            let (rows, next) = self.page(&listed.listing, key);
            listed.rows.extend(rows);
            listed.key = next;
        }
    }

    fn answer(list: ListName, listed: &Listed, wanted: &Range<usize>) -> Answer {
        let (n_rows, first) = (listed.rows.len(), wanted.start.min(listed.rows.len()));
        // Fewer than were wanted: a page at most.
        let end = wanted.end.min(n_rows).min(first + PAGE).max(first);
        Answer::List(ListAnswer {
            list,
            generation: listed.generation,
            n_rows,
            extent: listed.extent(),
            cursor: None,
            first,
            rows: listed.rows[first..end].to_vec(),
        })
    }

    fn open(it: &Headline) -> OpenedArticle {
        let article = Arc::new(Article {
            id: it.id,
            title: it.title.clone(),
            date: it.date,
            url: it.url.clone(),
            source: it.source.clone(),
            paragraphs: vec![Clean::new(&format!("The text of {}.", it.title))],
            n_words: 6,
            problems: Vec::new(),
            hints: Hints::default(),
        });
        OpenedArticle {
            index: Arc::new(PageIndex::new(&article)),
            article,
            headline: Box::new(it.clone()),
            places: Arc::default(),
            position: Position::default(),
            hits: [].into(),
        }
    }
}

impl Backend for Archive {
    fn answer(
        &self,
        question: &Question,
        _cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        let nth = self.n_asked.fetch_add(1, Ordering::Relaxed);
        if self.is_broken.load(Ordering::Relaxed) || nth % 3 == 2 {
            return Err(LibraryError::NoAnswer("timed out".to_owned()));
        }
        match question {
            Question::List { list, generation, listing, window, .. } => {
                let mut lists = self.lists.lock().unwrap();
                if lists.get(list).is_some_and(|it| *generation < it.generation) {
                    return Ok(());
                }
                let (generation, listing) = (*generation, listing.clone());
                let key = Some(Key::Start);
                let mut listed = Listed { generation, listing, rows: Vec::new(), key };
                self.reach(&mut listed, 1);
                let wanted = window.rows(None, listed.rows.len());
                send(Self::answer(*list, &listed, &wanted));
                lists.insert(*list, listed);
            }
            Question::Rows { list, generation, rows } => {
                let mut lists = self.lists.lock().unwrap();
                let Some(listed) = lists.get_mut(list).filter(|it| it.generation == *generation)
                else {
                    return Ok(());
                };
                self.reach(listed, rows.end);
                send(Self::answer(*list, listed, rows));
            }
            Question::Snippets { generation, rows } => {
                let lists = self.lists.lock().unwrap();
                let listed = lists.get(&ListName::Results);
                let Some(listed) = listed.filter(|it| it.generation == *generation) else {
                    return Ok(());
                };
                let snippet = |it: &Headline| Snippet {
                    id: it.id,
                    text: Clean::new("…"),
                    hits: Vec::new(),
                    title_hits: Vec::new(),
                };
                let rows = rows.start..rows.end.min(listed.rows.len());
                let snippets = listed.rows[rows].iter().map(snippet).collect();
                send(Answer::Snippets { generation: *generation, snippets });
            }
            Question::Article { generation, id, .. } => {
                let found = self.articles.iter().find(|it| it.id == *id);
                let result = found.map(Self::open).ok_or_else(|| Clean::new("gone"));
                send(Answer::Article { generation: *generation, result });
            }
            Question::Sources { generation } => {
                send(Answer::Sources { generation: *generation, sources: Vec::new() });
            }
            Question::Leads { .. }
            | Question::Tally { .. }
            | Question::Seek { .. }
            | Question::Find { .. }
            | Question::Select { .. }
            | Question::Weigh { .. }
            | Question::Gather { .. }
            | Question::Problems { .. }
            | Question::Headlines { .. }
            | Question::Places { .. }
            | Question::Named { .. }
            | Question::Counts => (),
        }
        Ok(())
    }
}
