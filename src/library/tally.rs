//! Counts of a set of articles: over time, and by what they have in common.
//!
//! The set is bits by row number, and all else is arithmetic on them and on [`Columns`]. A value is
//! looked up for each article of the set, or, if that is most of the library, for each article that
//! is not in it, and taken from what all articles come to.

mod facets;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::{Cancel, Library, LibraryError, Listed, question::TallyWanted, read};
use crate::{
    base::Bits,
    domain::{
        Amount, DayAmount, Facet, FacetKind, Folds, LENGTHS, Listing, Mark, Order, Rank, Timeline,
        length_class, narrowing,
    },
    query::Query,
    storage::catalogue::{Columns, Snapshot},
};

/// Words of bits that are gone through between two looks at whether the count is still wanted.
const WORDS_AT_ONCE: usize = 1024;

/// What articles come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// If it was asked for.
    pub timeline: Option<Timeline>,
    /// Those that were asked for, in that order.
    pub facets: Vec<Facet>,
}

/// A snapshot with its columns, and what all its articles come to: made when first needed.
#[derive(Debug)]
pub(super) struct Counting {
    pub(super) snapshot: Arc<Snapshot>,
    columns: Arc<Columns>,
    /// The days of the newest and the oldest article; `None` if none has a date.
    days: Option<DayRange>,
    by_day: OnceLock<Vec<u32>>,
    by_source: OnceLock<Vec<u32>>,
    by_folder: OnceLock<Vec<u32>>,
    by_length: OnceLock<Vec<u32>>,
}

/// Days as [`Rank::day`] counts them, both included.
#[derive(Debug, Clone, Copy)]
struct DayRange {
    first: u32,
    last: u32,
}

impl DayRange {
    fn len(self) -> usize {
        (self.last - self.first + 1) as usize
    }

    /// The place of a day in a table of all of them; beyond its end for undated articles.
    fn place(self, day: u32) -> usize {
        day.wrapping_sub(self.first) as usize
    }
}

/// The articles that are counted, and those of them that are unread.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) hits: Bits,
    pub(super) unread: Bits,
}

/// Numbers by class, of hits and of the unread ones among them.
#[derive(Debug, Default)]
struct ByClass {
    hits: Vec<u32>,
    unread: Vec<u32>,
}

impl ByClass {
    fn of(&self, class: usize) -> (usize, usize) {
        let at = |numbers: &[u32]| numbers.get(class).map_or(0, |number| *number as usize);
        (at(&self.hits), at(&self.unread))
    }
}

impl Library {
    /// Counts the articles of a list. The first call for a snapshot may be a pass over the rows that
    /// came since the last one.
    ///
    /// # Errors
    /// If the cache was damaged or deleted, or `cancel` was cancelled.
    pub fn tally(
        &self,
        listed: &Listed,
        wanted: &TallyWanted,
        cancel: &Cancel,
    ) -> Result<Tally, LibraryError> {
        let counting = self.heard(self.counting(&listed.snapshot).map_err(Into::into))?;
        // A copy, so that marking does not have to wait.
        let marks = read(&self.shared.marks).clone();
        let read = marks.of(Mark::Read);
        let counted = counting.counted(listed.hits(), read);
        let timeline = wanted.has_timeline.then(|| counting.timeline(&counted, cancel));
        let facet = |kind: &FacetKind| {
            let wider = if wanted.values.shows_others {
                self.hits_without(listed, kind.field(), cancel)?
            } else {
                None
            };
            let wider = wider.map(|hits| counting.counted(hits, read));
            let counted = wider.as_ref().unwrap_or(&counted);
            counting.facet(*kind, counted, &marks, &wanted.values, cancel)
        };
        let facets: Result<Vec<Facet>, LibraryError> = wanted.facets.iter().map(facet).collect();
        Ok(Tally { timeline: timeline.transpose()?, facets: facets? })
    }
}

impl Library {
    /// The articles that would be listed if nothing were chosen of a field, so that a choice does not
    /// hide the other values; `None` if nothing is.
    fn hits_without(
        &self,
        listed: &Listed,
        field: &str,
        cancel: &Cancel,
    ) -> Result<Option<Bits>, LibraryError> {
        let Some(query) = &listed.listing.query else { return Ok(None) };
        let text = query.to_string();
        if narrowing::choice(&text, field) == narrowing::Choice::default() {
            return Ok(None);
        }
        let rest = narrowing::without(&text, field);
        let vocabulary = query.vocabulary();
        let query = vocabulary.strict(&rest).ok().filter(|query: &Query| !query.is_empty());
        let (order, folds) = (Order::Date, Folds::default());
        let listing = Listing { order, query, folds, ..listed.listing.clone() };
        let wider = self.list(&listing, None, cancel)?;
        // Rows of another catalogue have other numbers.
        let is_same = wider.snapshot.state().key == listed.snapshot.state().key;
        Ok(is_same.then(|| wider.hits()))
    }
}

impl Counting {
    pub(super) fn new(snapshot: Arc<Snapshot>, columns: Arc<Columns>) -> Self {
        let dated = dated(&snapshot);
        let days = dated.first().zip(dated.last());
        let days = days.map(|(last, first)| DayRange { first: first.day(), last: last.day() });
        let (by_day, by_source) = (OnceLock::new(), OnceLock::new());
        let (by_folder, by_length) = (OnceLock::new(), OnceLock::new());
        Self { snapshot, columns, days, by_day, by_source, by_folder, by_length }
    }

    /// The articles to be counted: those of `hits` that are there.
    pub(super) fn counted(&self, mut hits: Bits, read: &Bits) -> Counted {
        hits.keep(self.snapshot.alive());
        let mut unread = hits.clone();
        unread.remove(read);
        Counted { hits, unread }
    }

    /// The articles over time.
    ///
    /// # Errors
    /// If `cancel` was cancelled.
    pub(super) fn timeline(
        &self,
        counted: &Counted,
        cancel: &Cancel,
    ) -> Result<Timeline, LibraryError> {
        let by_day = self.by_day(counted, cancel)?;
        let mut undated = Amount {
            n_hits: number(counted.hits.count()),
            n_unread: number(counted.unread.count()),
            n_all: number(self.snapshot.ranks().len()),
        };
        let mut days = Vec::new();
        if let Some(range) = self.days {
            let numbers = by_day.hits.iter().zip(&by_day.unread).zip(self.all_by_day());
            for (day, ((n_hits, n_unread), n_all)) in (range.first..).zip(numbers) {
                let amount = Amount { n_hits: *n_hits, n_unread: *n_unread, n_all: *n_all };
                undated.n_hits -= n_hits;
                undated.n_unread -= n_unread;
                undated.n_all -= n_all;
                if 0 < *n_all
                    && let Some(day) = date(day)
                {
                    days.push(DayAmount { day, amount });
                }
            }
        }
        Ok(Timeline::new(days, undated))
    }

    fn by_day(&self, counted: &Counted, cancel: &Cancel) -> Result<ByClass, LibraryError> {
        let Some(days) = self.days else { return Ok(ByClass::default()) };
        let place = |row: usize| days.place(self.columns.days[row]);
        self.by_class(counted, days.len(), place, || self.all_by_day(), cancel)
    }

    /// All articles by day, from the order of the list: a search for the end of each day.
    fn all_by_day(&self) -> &[u32] {
        self.by_day.get_or_init(|| {
            let Some(days) = self.days else { return Vec::new() };
            let mut numbers = vec![0; days.len()];
            let mut rest = dated(&self.snapshot);
            while let Some(newest) = rest.first() {
                let n_of_day = run(rest, |rank| rank.day() == newest.day());
                numbers[days.place(newest.day())] = number(n_of_day);
                rest = &rest[n_of_day..];
            }
            numbers
        })
    }

    fn by_source(&self, counted: &Counted, cancel: &Cancel) -> Result<ByClass, LibraryError> {
        let n_sources = self.snapshot.state().sources.names.len();
        let of = |row: usize| self.columns.sources[row] as usize;
        let all = || self.all(&self.by_source, n_sources, of);
        let mut by_source = self.by_class(counted, n_sources, of, all, cancel)?;
        let further =
            |rows: &mut dyn Iterator<Item = usize>, own| self.further(FacetKind::Source, rows, own);
        self.each_copied(counted, &mut by_source, further);
        Ok(by_source)
    }

    /// By folder, each with everything below it.
    fn by_folder(&self, counted: &Counted, cancel: &Cancel) -> Result<ByClass, LibraryError> {
        let n_folders = self.snapshot.state().folders.len();
        let of = |row: usize| self.columns.folders[row] as usize;
        let all = || self.all(&self.by_folder, n_folders, of);
        let mut by_folder = self.by_class(counted, n_folders, of, all, cancel)?;
        for numbers in [&mut by_folder.hits, &mut by_folder.unread] {
            self.roll_up(numbers, 1);
        }
        let further =
            |rows: &mut dyn Iterator<Item = usize>, own| self.further(FacetKind::Folder, rows, own);
        self.each_copied(counted, &mut by_folder, further);
        Ok(by_folder)
    }

    /// The sources or folders of the further places `rows` of an article that the place `own` does
    /// not have, each once.
    fn further(
        &self,
        kind: FacetKind,
        rows: &mut dyn Iterator<Item = usize>,
        own: usize,
    ) -> Vec<usize> {
        let classes = |row: usize| -> Vec<usize> {
            match kind {
                FacetKind::Source => vec![self.columns.sources[row] as usize],
                FacetKind::Folder => {
                    self.folders_above(self.columns.folders[row] as usize).collect()
                }
                // All places of an article are alike in these.
                FacetKind::Year
                | FacetKind::Month
                | FacetKind::Language
                | FacetKind::State
                | FacetKind::Length => Vec::new(),
            }
        };
        let own = classes(own);
        let mut further: Vec<usize> = rows.flat_map(classes).collect();
        further.sort_unstable();
        further.dedup();
        further.retain(|class| !own.contains(class));
        further
    }

    /// Adds what each folder has to the one that it lies in; `n_parts` numbers a folder.
    fn roll_up(&self, numbers: &mut [u32], n_parts: usize) {
        let folders = &self.snapshot.state().folders;
        // Invariant: a folder stands after the one it lies in.
        for folder in (1..folders.len()).rev() {
            let parent = (folders[folder].parent as usize).min(folder - 1);
            for part in 0..n_parts {
                numbers[parent * n_parts + part] += numbers[folder * n_parts + part];
            }
        }
    }

    /// A folder and those that it lies in, but for the library's own.
    fn folders_above(&self, folder: usize) -> impl Iterator<Item = usize> + '_ {
        let folders = &self.snapshot.state().folders;
        let parent = |at: &usize| folders.get(*at).map(|it| (it.parent as usize).min(at - 1));
        std::iter::successors(Some(folder).filter(|at| 0 < *at), move |at| {
            parent(at).filter(|at| 0 < *at)
        })
    }

    fn by_length(&self, counted: &Counted, cancel: &Cancel) -> Result<ByClass, LibraryError> {
        let of = |row: usize| self.length_of(row);
        let n_classes = LENGTHS.len();
        let all = || self.all(&self.by_length, n_classes, of);
        self.by_class(counted, n_classes, of, all, cancel)
    }

    fn length_of(&self, row: usize) -> usize {
        length_class(self.columns.n_words[row])
    }

    /// Numbers by class of an article's first place; `all` are those of all articles.
    fn by_class<'a>(
        &'a self,
        counted: &Counted,
        n_classes: usize,
        of: impl Fn(usize) -> usize,
        all: impl Fn() -> &'a [u32],
        cancel: &Cancel,
    ) -> Result<ByClass, LibraryError> {
        let count = |rows: &Bits| {
            let alive = self.snapshot.alive();
            if 2 * rows.count() <= self.snapshot.ranks().len() {
                return gather(rows, n_classes, &of, cancel);
            }
            let mut others = alive.clone();
            others.remove(rows);
            let mut numbers = all().to_vec();
            for (number, of_others) in
                numbers.iter_mut().zip(gather(&others, n_classes, &of, cancel)?)
            {
                *number -= of_others;
            }
            Ok(numbers)
        };
        let hits = count(&counted.hits)?;
        let is_same = counted.hits.count() == counted.unread.count();
        let unread = if is_same { hits.clone() } else { count(&counted.unread)? };
        Ok(ByClass { hits, unread })
    }

    /// What all articles come to, counted once.
    fn all<'a>(
        &self,
        kept: &'a OnceLock<Vec<u32>>,
        n_classes: usize,
        of: impl Fn(usize) -> usize,
    ) -> &'a [u32] {
        let alive = self.snapshot.alive();
        kept.get_or_init(|| gather(alive, n_classes, &of, &Cancel::never()).unwrap_or_default())
    }

    /// Adds articles that are in several files to the classes of `further`, which is told the rows of
    /// the further places, and the row that has been counted.
    fn each_copied(
        &self,
        counted: &Counted,
        numbers: &mut ByClass,
        further: impl Fn(&mut dyn Iterator<Item = usize>, usize) -> Vec<usize>,
    ) {
        let copies = &self.snapshot.state().copies;
        for copies in copies.chunk_by(|one, two| one.article == two.article) {
            let article = copies[0].article;
            if !counted.hits.contains(article) {
                continue;
            }
            let is_unread = counted.unread.contains(article);
            let mut rows = copies.iter().map(|copy| copy.rank.seq().0 as usize);
            for class in further(&mut rows, article as usize) {
                if let Some(number) = numbers.hits.get_mut(class) {
                    *number += 1;
                }
                if let Some(number) = numbers.unread.get_mut(class).filter(|_| is_unread) {
                    *number += 1;
                }
            }
        }
    }
}

/// Counts rows by class; classes from `n_classes` on are left out.
fn gather(
    rows: &Bits,
    n_classes: usize,
    of: &impl Fn(usize) -> usize,
    cancel: &Cancel,
) -> Result<Vec<u32>, LibraryError> {
    let mut numbers = vec![0; n_classes];
    for (chunk, words) in rows.words().chunks(WORDS_AT_ONCE).enumerate() {
        if cancel.is_cancelled() {
            return Err(LibraryError::Cancelled);
        }
        for (at, word) in (chunk * WORDS_AT_ONCE..).zip(words) {
            let mut rest = *word;
            while rest != 0 {
                let row = at * 64 + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                if let Some(number) = numbers.get_mut(of(row)) {
                    *number += 1;
                }
            }
        }
    }
    Ok(numbers)
}

/// The articles that have a date, newest first.
fn dated(snapshot: &Snapshot) -> &[Rank] {
    let ranks = snapshot.ranks();
    &ranks[..ranks.partition_point(|rank| rank.day() != 0)]
}

/// The length of the run at the start of `ranks` that belongs: found by steps that double, since most
/// days are short.
fn run(ranks: &[Rank], belongs: impl Fn(&Rank) -> bool) -> usize {
    let mut step = 1;
    while ranks.get(step).is_some_and(&belongs) {
        step *= 2;
    }
    let near = &ranks[step / 2..ranks.len().min(step)];
    step / 2 + near.partition_point(belongs)
}

fn date(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
