//! An archive elsewhere, as a search server would be: it gives out pages by key, does not count, says
//! that there are more until it has given out the last, and fails now and then.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
};

use dateline::{
    base::Clean,
    domain::{
        Applied, Article, ArticleId, Extent, Generation, Headline, Hints, Listing, Mark, Order,
        PageIndex, Position, Seq, Targets, View,
    },
    library::{
        Answer, Backend, Cancel, Hit, LibraryError, ListAnswer, ListName, OpenedArticle, Question,
        Snippet,
    },
    marks::{
        Shelf,
        database::{Marks, MarksError, Place},
    },
    query::{Query, TextPart},
};

use super::Numbers;

/// Rows of a page.
pub(super) const PAGE: usize = 20;

/// Failures in a row, at most: asking again helps in the end.
const MOST_FAILURES: usize = 3;

/// Clones share everything.
#[derive(Clone)]
pub(super) struct Archive {
    pub(super) kept: Arc<Kept>,
}

pub(super) struct Kept {
    articles: Arc<Mutex<Vec<Headline>>>,
    lists: Mutex<HashMap<ListName, Listed>>,
    pub(super) selected: Mutex<BTreeSet<u32>>,
    n_asked: AtomicUsize,
    /// When it fails, and how often it has in a row.
    failing: Mutex<(Numbers, usize)>,
    is_broken: Arc<AtomicBool>,
    log: AtomicU64,
}

/// What a list shows: the pages that were given out.
#[derive(Clone)]
pub(super) struct Listed {
    pub(super) generation: Generation,
    listing: Listing,
    pub(super) rows: Vec<Seq>,
    /// Rows that stay although they do not belong to the view any more.
    staying: BTreeSet<Seq>,
    /// Where the next page begins; `None` at the end.
    pub(super) key: Option<Key>,
}

#[derive(Clone, Copy)]
pub(super) enum Key {
    Start,
    After(Seq),
}

impl Listed {
    /// Before the first page is read.
    pub(super) fn of(generation: Generation, listing: Listing) -> Self {
        let (rows, staying, key) = (Vec::new(), BTreeSet::new(), Some(Key::Start));
        Self { generation, listing, rows, staying, key }
    }

    pub(super) fn extent(&self) -> Extent {
        if self.key.is_some() { Extent::More } else { Extent::Whole }
    }
}

impl Archive {
    pub(super) fn new(articles: Vec<Headline>, seed: u32) -> Self {
        Self::of(Arc::new(Mutex::new(articles)), (Numbers(seed), 0))
    }

    fn of(articles: Arc<Mutex<Vec<Headline>>>, failing: (Numbers, usize)) -> Self {
        Self {
            kept: Arc::new(Kept {
                articles,
                lists: Mutex::default(),
                selected: Mutex::default(),
                n_asked: AtomicUsize::new(0),
                failing: Mutex::new(failing),
                is_broken: Arc::default(),
                log: AtomicU64::new(0),
            }),
        }
    }

    /// Whether it fails whatever it is asked.
    pub(super) fn broken(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.kept.is_broken)
    }

    pub(super) fn n_asked(&self) -> usize {
        self.kept.n_asked.load(Ordering::Relaxed)
    }

    /// The same articles for somebody else: other lists, another selection, and never a failure.
    pub(super) fn aside(&self) -> Self {
        Self::of(Arc::clone(&self.kept.articles), (Numbers(0), usize::MAX))
    }

    pub(super) fn articles(&self) -> MutexGuard<'_, Vec<Headline>> {
        self.kept.articles.lock().unwrap()
    }

    pub(super) fn headline(&self, seq: Seq) -> Headline {
        self.articles().iter().find(|it| it.seq == seq).unwrap().clone()
    }

    fn headlines(&self, rows: &[Seq]) -> Vec<Headline> {
        rows.iter().map(|seq| self.headline(*seq)).collect()
    }

    /// One page, as the server gives it out: those after a key, and the key of the next.
    fn page(&self, listed: &Listed, key: Key) -> (Vec<Seq>, Option<Key>) {
        let listing = &listed.listing;
        let is_hit = |it: &&Headline| {
            let is_in_view = match listing.view {
                View::All => true,
                View::Unread => !it.has(Mark::Read),
                View::Starred => it.has(Mark::Starred),
                View::Changed => it.has(Mark::Changed),
            };
            (is_in_view || listed.staying.contains(&it.seq))
                && listing.query.as_ref().is_none_or(|query| query.is_satisfied_by([&*it.title]))
        };
        let articles = self.articles();
        let mut all: Vec<&Headline> = articles.iter().collect();
        match listing.order {
            Order::Date | Order::Relevance | Order::Hits => (),
            Order::Words => all.sort_by_key(|it| it.length.n_words),
            Order::Source => all.sort_by(|one, other| one.source.cmp(&other.source)),
            Order::Title => all.sort_by(|one, other| one.title.cmp(&other.title)),
        }
        if listing.is_reversed {
            all.reverse();
        }
        // The article of the key need not be a hit any more.
        let first = match key {
            Key::Start => 0,
            Key::After(seq) => all.iter().position(|it| it.seq == seq).map_or(0, |at| at + 1),
        };
        let mut hits = all[first..].iter().copied().filter(is_hit).map(|it| it.seq);
        let rows: Vec<Seq> = hits.by_ref().take(PAGE).collect();
        let is_last = hits.next().is_none();
        let next = rows.last().filter(|_| !is_last).map(|seq| Key::After(*seq));
        (rows, next)
    }

    /// Follows the keys until so many rows are known, or all.
    pub(super) fn reach(&self, listed: &mut Listed, n_rows: usize) {
        while let Some(key) = listed.key.filter(|_| listed.rows.len() < n_rows) {
            let (rows, next) = self.page(listed, key);
            listed.rows.extend(rows);
            listed.key = next;
        }
    }

    /// The row of an article, once the pages before it are known.
    pub(super) fn row_of(
        &self,
        listed: &mut Listed,
        is_it: impl Fn(&Headline) -> bool,
    ) -> Option<usize> {
        self.find(listed, 0, is_it)
    }

    /// The first row from one on that is so.
    pub(super) fn find(
        &self,
        listed: &mut Listed,
        from: usize,
        is_it: impl Fn(&Headline) -> bool,
    ) -> Option<usize> {
        (from..).find_map(|row| {
            self.reach(listed, row + 1);
            match listed.rows.get(row) {
                Some(seq) => is_it(&self.headline(*seq)).then_some(Some(row)),
                None => Some(None),
            }
        })?
    }

    /// What a list shows, unless it has been asked for something else meanwhile.
    pub(super) fn with_list<T>(
        &self,
        list: ListName,
        generation: Option<Generation>,
        work: impl FnOnce(&mut Listed) -> T,
    ) -> Option<T> {
        let mut lists = self.kept.lists.lock().unwrap();
        let is_it = |it: &&mut Listed| generation.is_none_or(|wanted| wanted == it.generation);
        lists.get_mut(&list).filter(is_it).map(work)
    }

    pub(super) fn listed(
        &self,
        list: ListName,
        listed: &Listed,
        wanted: &Range<usize>,
        cursor: Option<usize>,
    ) -> Answer {
        let (n_rows, first) = (listed.rows.len(), wanted.start.min(listed.rows.len()));
        // Fewer than were wanted: a page at most.
        let end = wanted.end.min(n_rows).min(first + PAGE).max(first);
        Answer::List(ListAnswer {
            list,
            generation: listed.generation,
            n_rows,
            extent: listed.extent(),
            n_gone: 0,
            cursor,
            first,
            rows: self.headlines(&listed.rows[first..end]),
            forms: Vec::new(),
        })
    }

    fn list(&self, question: &Question, send: &mut dyn FnMut(Answer)) {
        let Question::List { list, generation, listing, keep, is_refresh, window } = question
        else {
            return;
        };
        let mut lists = self.kept.lists.lock().unwrap();
        let before = lists.get(list);
        if before.is_some_and(|it| *generation < it.generation) {
            return;
        }
        let staying = before.filter(|it| *is_refresh && it.listing.view == listing.view);
        let staying = staying.map(|it| it.rows.iter().copied().collect()).unwrap_or_default();
        let mut listed = Listed { staying, ..Listed::of(*generation, listing.clone()) };
        self.reach(&mut listed, 1);
        let cursor = keep.and_then(|id| self.row_of(&mut listed, |it| it.id == id));
        let wanted = window.rows(cursor, listed.rows.len());
        send(self.listed(*list, &listed, &wanted, cursor));
        lists.insert(*list, listed);
    }

    pub(super) fn open(&self, id: ArticleId, highlight: Option<&Query>) -> Option<OpenedArticle> {
        let it = self.articles().iter().find(|it| it.id == id)?.clone();
        let article = Arc::new(Article {
            id: it.id,
            title: it.title.clone(),
            date: it.date,
            url: it.url.clone(),
            source: it.source.clone(),
            paragraphs: vec![Clean::new(&text_of(&it))],
            shapes: Vec::new(),
            n_words: 5,
            problems: Vec::new(),
            hints: Hints::default(),
        });
        Some(OpenedArticle {
            index: Arc::new(PageIndex::new(&article)),
            hits: highlight.map(|query| hits(&article, query)).unwrap_or_default(),
            article,
            headline: Box::new(it),
            places: Arc::default(),
            position: Position::default(),
        })
    }

    /// Whether it fails this time.
    fn fails(&self) -> bool {
        let mut failing = self.kept.failing.lock().unwrap();
        let fails = failing.1 < MOST_FAILURES && failing.0.below(3) == 0;
        if failing.1 <= MOST_FAILURES {
            failing.1 = if fails { failing.1 + 1 } else { 0 };
        }
        fails
    }
}

pub(super) fn text_of(headline: &Headline) -> String {
    format!("The text of article {}.", headline.seq.0)
}

pub(super) fn hits(article: &Article, query: &Query) -> Arc<[Hit]> {
    let of = |(paragraph, text): (usize, &Clean)| -> Vec<Hit> {
        let matches = query.matches(text, TextPart::Paragraph).into_iter();
        matches.map(|bytes| Hit { paragraph, bytes }).collect()
    };
    article.paragraphs.iter().enumerate().flat_map(of).collect()
}

impl Backend for Archive {
    fn answer(
        &self,
        question: &Question,
        _cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        self.kept.n_asked.fetch_add(1, Ordering::Relaxed);
        if self.kept.is_broken.load(Ordering::Relaxed) || self.fails() {
            return Err(LibraryError::NoAnswer("timed out".to_owned()));
        }
        match question {
            Question::List { .. } => self.list(question, send),
            Question::Rows { list, generation, rows } => {
                let answer = self.with_list(*list, Some(*generation), |listed| {
                    self.reach(listed, rows.end);
                    self.listed(*list, listed, rows, None)
                });
                answer.into_iter().for_each(send);
            }
            Question::Snippets { generation, rows } => {
                let rows = self.with_list(ListName::Results, Some(*generation), |listed| {
                    listed.rows[rows.start..rows.end.min(listed.rows.len())].to_vec()
                });
                let snippet = |it: Headline| Snippet {
                    id: it.id,
                    text: Clean::new(&text_of(&it)),
                    hits: Vec::new(),
                    title_hits: Vec::new(),
                };
                if let Some(rows) = rows {
                    let snippets = self.headlines(&rows).into_iter().map(snippet).collect();
                    send(Answer::Snippets { generation: *generation, snippets });
                }
            }
            Question::Kwic { .. } | Question::Batch { .. } | Question::Explain { .. } => {
                self.report(question, send);
            }
            other => self.answer_other(other, send),
        }
        Ok(())
    }
}

/// The marks are kept here, by a book of our own.
impl Shelf for Archive {
    fn path(&self) -> &Path {
        Path::new("/archive")
    }

    fn log(&self) -> u64 {
        self.kept.log.load(Ordering::Relaxed)
    }

    fn ids_meant(&self, targets: Targets) -> Result<Vec<ArticleId>, Clean> {
        let articles = self.articles();
        Ok(match targets {
            Targets::These(ids) => ids,
            Targets::Set(set) => {
                articles.iter().filter(|it| set.contains(it.seq.0)).map(|it| it.id).collect()
            }
        })
    }

    fn places_of(&self, _ids: &[ArticleId]) -> Vec<Place> {
        Vec::new()
    }

    fn show(&self, change: &Applied) -> Result<(), Clean> {
        for it in self.articles().iter_mut().filter(|it| change.ids.contains(&it.id)) {
            it.marks.set(change.mark, change.value);
        }
        self.kept.log.fetch_max(change.log, Ordering::Relaxed);
        Ok(())
    }

    fn show_all(&self, marks: &Marks) -> Result<(), MarksError> {
        for mark in [Mark::Read, Mark::Starred, Mark::Changed] {
            let mut ids = Vec::new();
            marks.marked(mark, |id| ids.push(id))?;
            for it in self.articles().iter_mut() {
                it.marks.set(mark, ids.contains(&it.id));
            }
        }
        self.kept.log.store(marks.log()?, Ordering::Relaxed);
        Ok(())
    }
}
