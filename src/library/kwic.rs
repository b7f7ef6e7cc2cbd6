//! Words in context: each place that the query of a listing finds, a line each.
//!
//! The index does not know where in a text a word is, so articles are read, in the order of the list
//! by date, as far as lines are wanted. Only the number of lines of each article that has been read is
//! kept, so that any number of lines can be gone through; to sort by the words around, the lines
//! themselves are kept, and therefore limited to [`KWIC_MOST`].

use std::{
    collections::BTreeSet,
    ops::Range,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{Cancel, KwicWanted, Library, LibraryError, Listed};
use crate::{
    base::Bits,
    domain::{
        ContextOrder, Extent, Folds, Generation, Headline, InContext, Listing, Order, Seq,
        in_context,
    },
    query::Query,
};

/// Lines that are sorted by the words around them, those of the newest articles; and the number up to
/// which lines are counted ahead.
pub const KWIC_MOST: usize = 10_000;

/// What has been found is answered after this time, and then whenever the time has doubled.
const FIRST_PART: Duration = Duration::from_millis(60);

/// A place that a query finds, and the article that it is in.
#[derive(Debug, Clone, PartialEq)]
pub struct KwicLine {
    pub headline: Arc<Headline>,
    pub place: InContext,
}

/// The answer to [`super::Question::Kwic`].
#[derive(Debug, Clone, PartialEq)]
pub struct KwicAnswer {
    pub generation: Generation,
    /// Lines that can be asked for: at least this many if `extent` says so.
    pub n_lines: usize,
    /// Whether these are all lines. `Page`: another answer follows; `More`: further lines are known
    /// once they are asked for.
    pub extent: Extent,
    /// The articles that the query finds, and those of them that have been read so far.
    pub n_articles: usize,
    pub n_read: usize,
    /// Articles whose files cannot be read now: their lines are missing.
    pub n_unreadable: usize,
    /// Only so many lines are in the order that was asked for, those of the newest articles; there are
    /// more, which have not been read.
    pub bound: Option<usize>,
    /// The number of the first of `lines`.
    pub first: usize,
    pub lines: Vec<KwicLine>,
}

impl KwicAnswer {
    /// Whether `n_lines` is the number of lines, and not a lower bound.
    pub fn is_exact(&self) -> bool {
        self.extent.has_all_rows() && self.bound.is_none()
    }
}

/// The lines of a listing, as far as they are known.
#[derive(Debug)]
pub(super) struct Concordance {
    listed: Listed,
    query: Query,
    order: ContextOrder,
    n_cells: usize,
    /// Newest first.
    articles: Vec<Seq>,
    /// Lines up to the end of each article that has been read.
    ends: Vec<usize>,
    /// Articles, by their place in `articles`, that could not be read.
    unreadable: BTreeSet<usize>,
    /// The lines that were read to be sorted, each with what it is sorted by.
    sorted: Vec<(String, KwicLine)>,
}

impl Concordance {
    pub(super) fn of(
        library: &Library,
        listing: &Listing,
        wanted: &KwicWanted,
        cancel: &Cancel,
    ) -> Result<Self, LibraryError> {
        let listing = Listing { folds: Folds::default(), ..listing.clone() };
        let listed = library.list(&listing, None, cancel)?;
        let query = listing.query.unwrap_or_default();
        // Where nothing marks a place, no article has to be read to know so.
        let articles = if query.n_lit() == 0 { Vec::new() } else { by_date(&listed) };
        Ok(Self {
            listed,
            query,
            order: wanted.order,
            n_cells: wanted.n_cells,
            articles,
            ends: Vec::new(),
            unreadable: BTreeSet::new(),
            sorted: Vec::new(),
        })
    }

    /// Answers with the lines that are wanted, perhaps in several steps.
    pub(super) fn answer(
        &mut self,
        library: &Library,
        (generation, wanted): (Generation, &KwicWanted),
        cancel: &Cancel,
        send: &mut dyn FnMut(KwicAnswer),
    ) -> Result<(), LibraryError> {
        let mut said = Parts::new(generation, wanted.lines.clone());
        if self.order != ContextOrder::Date {
            return self.answer_sorted(library, &mut said, cancel, send);
        }
        self.answer_by_date(library, &mut said, cancel, send)?;
        if wanted.counts_on && !self.is_read() {
            while !self.is_read() && self.n_lines() < KWIC_MOST {
                self.read_next(library, cancel)?;
            }
            send(self.said(&said, self.extent(Extent::More)));
        }
        Ok(())
    }

    fn answer_by_date(
        &mut self,
        library: &Library,
        said: &mut Parts,
        cancel: &Cancel,
        send: &mut dyn FnMut(KwicAnswer),
    ) -> Result<(), LibraryError> {
        let wanted = said.wanted.clone();
        let mut article = self.ends.partition_point(|end| *end <= wanted.start);
        let mut start = self.start_of(article);
        while start < wanted.end && article < self.articles.len() {
            if cancel.is_cancelled() {
                return Err(LibraryError::Cancelled);
            }
            let lines = self.lines_of(library, article);
            self.note(article, start, lines.len());
            let within = |line: usize| wanted.contains(&line);
            let numbered = (start..).zip(lines);
            start = self.ends[article];
            said.lines.extend(numbered.filter(|(at, _)| within(*at)).map(|(_, line)| line));
            article += 1;
            if said.is_due(start < wanted.end) {
                send(self.said(said, Extent::Page));
            }
        }
        send(self.said(said, self.extent(Extent::More)));
        Ok(())
    }

    fn answer_sorted(
        &mut self,
        library: &Library,
        said: &mut Parts,
        cancel: &Cancel,
        send: &mut dyn FnMut(KwicAnswer),
    ) -> Result<(), LibraryError> {
        while !self.is_read() && self.sorted.len() < KWIC_MOST {
            let lines = self.read_next(library, cancel)?;
            let order = self.order;
            self.sorted.extend(lines.into_iter().map(|line| (line.place.key(order), line)));
            if said.is_due(true) {
                self.sort();
                said.lines = self.sorted_lines(&said.wanted);
                send(self.said(said, Extent::Page));
            }
        }
        self.sort();
        self.sorted.truncate(KWIC_MOST);
        said.lines = self.sorted_lines(&said.wanted);
        let is_cut = !self.is_read() || self.sorted.len() < self.n_lines();
        let bound = is_cut.then_some(self.sorted.len());
        send(KwicAnswer { bound, ..self.said(said, self.listed.extent) });
        Ok(())
    }

    /// Lines that were read later come after those that are sorted by the same.
    fn sort(&mut self) {
        self.sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
    }

    fn sorted_lines(&self, wanted: &Range<usize>) -> Vec<KwicLine> {
        let end = wanted.end.min(self.sorted.len());
        let lines = &self.sorted[wanted.start.min(end)..end];
        lines.iter().map(|(_, line)| line.clone()).collect()
    }

    /// Reads the first article that has not been read.
    fn read_next(
        &mut self,
        library: &Library,
        cancel: &Cancel,
    ) -> Result<Vec<KwicLine>, LibraryError> {
        if cancel.is_cancelled() {
            return Err(LibraryError::Cancelled);
        }
        let (article, start) = (self.ends.len(), self.n_lines());
        let lines = self.lines_of(library, article);
        self.note(article, start, lines.len());
        Ok(lines)
    }

    /// The lines of an article; none of one that cannot be read.
    fn lines_of(&mut self, library: &Library, article: usize) -> Vec<KwicLine> {
        let Some(seq) = self.articles.get(article) else { return Vec::new() };
        let read = self.read(library, *seq);
        if read.is_ok() {
            self.unreadable.remove(&article);
        } else {
            self.unreadable.insert(article);
        }
        read.unwrap_or_default()
    }

    fn read(&self, library: &Library, seq: Seq) -> Result<Vec<KwicLine>, LibraryError> {
        let snapshot = &self.listed.snapshot;
        let article = library.read_row(snapshot, seq)?;
        let record = snapshot.record(seq)?;
        let query = (&self.query, record.language.tongue());
        let places = in_context(&article.title, &article.paragraphs, query, self.n_cells);
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let headline = Arc::new(library.headline_of(snapshot, seq, &record)?);
        let line = |place| KwicLine { headline: Arc::clone(&headline), place };
        Ok(places.into_iter().map(line).collect())
    }

    /// Notes the number of lines of an article. If its file has changed since it was counted, the
    /// articles after it are counted again.
    fn note(&mut self, article: usize, start: usize, n_lines: usize) {
        if self.ends.get(article).is_some_and(|end| *end != start + n_lines) {
            self.ends.truncate(article);
            self.unreadable.retain(|it| *it <= article);
        }
        if article == self.ends.len() {
            self.ends.push(start + n_lines);
        }
    }

    fn start_of(&self, article: usize) -> usize {
        article.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }

    fn n_lines(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    fn is_read(&self) -> bool {
        self.ends.len() == self.articles.len()
    }

    /// Whether these are all lines; otherwise `rest` says what follows.
    fn extent(&self, rest: Extent) -> Extent {
        if self.is_read() { self.listed.extent } else { rest }
    }

    fn said(&self, said: &Parts, extent: Extent) -> KwicAnswer {
        let is_by_date = self.order == ContextOrder::Date;
        let n_lines = if is_by_date { self.n_lines() } else { self.sorted.len() };
        KwicAnswer {
            generation: said.generation,
            n_lines,
            extent,
            n_articles: self.articles.len(),
            n_read: self.ends.len(),
            n_unreadable: self.unreadable.len(),
            bound: None,
            first: said.wanted.start.min(n_lines),
            lines: said.lines.clone(),
        }
    }
}

/// The articles of a list in the order of dates, whatever order it has.
fn by_date(listed: &Listed) -> Vec<Seq> {
    if listed.listing.order == Order::Date {
        return listed.seqs(0..listed.len()).collect();
    }
    let hits: Bits = listed.hits();
    let ranks = listed.snapshot.ranks().iter();
    ranks.map(|rank| rank.seq()).filter(|seq| hits.contains(seq.0)).collect()
}

/// An answer that is given part by part.
struct Parts {
    generation: Generation,
    wanted: Range<usize>,
    lines: Vec<KwicLine>,
    started: Instant,
    due: Duration,
}

impl Parts {
    fn new(generation: Generation, wanted: Range<usize>) -> Self {
        let (lines, started, due) = (Vec::new(), Instant::now(), FIRST_PART);
        Self { generation, wanted, lines, started, due }
    }

    /// Whether it is time for a part, if there is more to come.
    fn is_due(&mut self, goes_on: bool) -> bool {
        let elapsed = self.started.elapsed();
        let is_due = goes_on && self.due <= elapsed;
        if is_due {
            self.due = elapsed * 2;
        }
        is_due
    }
}
