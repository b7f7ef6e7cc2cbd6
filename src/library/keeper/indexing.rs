//! The keeper's side of the full text: what is in it, what is still to come, and what to do when
//! it breaks.

use std::{
    ops::Range,
    path::PathBuf,
    sync::mpsc::Receiver,
    thread,
    time::{Duration, Instant},
};

use super::{Keeper, News, Request, Work, scan::BATCH};
use crate::{
    base::Clean,
    domain::{Article, Rank, Seq},
    index::{self, Index, IndexError, Writer},
    library::{Library, write},
    storage::catalogue::{Kind, Record},
};

/// Threads that index; each has its share of the memory.
const N_THREADS: usize = 2;

/// Time between commits while many articles are indexed.
const COMMITTING: Duration = Duration::from_secs(15);

/// More segments are put together once the library is up to date: with 14, as indexing a million
/// articles leaves them, the letters `tol` of thousands of words cost four times as much.
const MOST_SEGMENTS: usize = 4;

/// How long the lock of the index is waited for, once the lock of the cache is ours.
const LOCKED: Duration = Duration::from_secs(5);

/// The full text as the keeper holds it.
#[derive(Default)]
pub(super) struct Indexing {
    /// Where it is kept; a folder of our own in the system's place for such where it is `None`.
    place: Option<PathBuf>,
    temporary: Option<tempfile::TempDir>,
    writer: Option<Writer>,
    memory_bytes: usize,
    /// Rows that may be missing. Only when there are none may a commit speak of all rows.
    missing: Range<u32>,
    is_dirty: bool,
    /// Broke: to be made anew before the next use.
    is_broken: bool,
}

impl Indexing {
    pub(super) fn new(place: Option<PathBuf>) -> Self {
        Self { place, ..Self::default() }
    }

    /// Adds an article, unless there is no index to add it to: then it is missing.
    pub(super) fn add(&mut self, rank: Rank, article: &Article, report: &mut dyn FnMut(News)) {
        let Some(writer) = &mut self.writer else { return };
        self.is_dirty = true;
        let body = article.paragraphs.iter().map(Clean::as_str);
        if let Err(error) = writer.add(rank, &article.title, body) {
            self.fail(&error, report);
        }
    }

    pub(super) fn delete(&mut self, seq: Seq) {
        if let Some(writer) = &mut self.writer {
            self.is_dirty = true;
            writer.delete(seq);
        }
    }

    /// Makes what was added searchable, once the catalogue holds all rows before `next`.
    pub(super) fn commit(&mut self, next: Seq, library: &Library, report: &mut dyn FnMut(News)) {
        let watermark = if self.missing.is_empty() { next.0 } else { self.missing.start };
        let Some(writer) = self.writer.as_mut().filter(|_| self.is_dirty) else { return };
        self.is_dirty = false;
        if let Err(error) = writer.commit(watermark) {
            self.fail(&error, report);
            return;
        }
        Self::reload(library);
        report(News::Indexed);
    }

    /// Shows readers what has been committed.
    pub(super) fn reload(library: &Library) {
        if let Some(index) = library.index() {
            // What was loaded before stays searchable.
            let _ = index.reload();
        }
    }

    /// Puts segments together while nothing else is to be done.
    pub(super) fn consolidate(&mut self, library: &Library) {
        let library = library.clone();
        if let Some(writer) = &mut self.writer {
            writer.consolidate(MOST_SEGMENTS, move || Self::reload(&library));
        }
    }

    /// Lets go of the writer without waiting for what it does in the background.
    pub(super) fn leave(&mut self) {
        if let Some(writer) = self.writer.take() {
            writer.leave();
        }
    }

    fn fail(&mut self, error: &IndexError, report: &mut dyn FnMut(News)) {
        self.leave();
        self.is_broken = true;
        self.missing = 0..u32::MAX;
        report(News::Note(Clean::new(&format!("the index is made again: {error}"))));
    }

    fn folder(&mut self) -> std::io::Result<PathBuf> {
        if let Some(place) = &self.place {
            return Ok(place.clone());
        }
        let temporary = tempfile::Builder::new().prefix("dateline-").tempdir()?;
        let path = temporary.path().to_owned();
        self.temporary = Some(temporary);
        self.place = Some(path.clone());
        Ok(path)
    }
}

impl Keeper {
    /// Opens the full text for readers and, where this instance writes, for writing.
    pub(super) fn open_index(&mut self, report: &mut dyn FnMut(News)) {
        if !self.settings.indexes {
            return;
        }
        let until = Instant::now() + LOCKED;
        let mut opened = self.try_open_index(report);
        // The instance that wrote last may still be putting its things away.
        while matches!(opened, Err(IndexError::Locked)) && Instant::now() < until {
            thread::sleep(Duration::from_millis(20));
            opened = self.try_open_index(report);
        }
        if let Err(error) = opened {
            let text = format!("search is not possible: {error}");
            report(News::Banner(Clean::new(&text)));
        }
    }

    fn try_open_index(&mut self, report: &mut dyn FnMut(News)) -> Result<(), IndexError> {
        let key = format!("{:016x}", self.library.snapshot().state().key);
        let folder = self.indexing.folder()?;
        let opened = Index::open(&folder, &key)?;
        if let Some(notice) = opened.notice {
            report(News::Note(Clean::new(&notice)));
        }
        let index = opened.index;
        if let Some(catalogue) = &self.catalogue {
            let n_rows = catalogue.state().n_rows;
            self.indexing.missing = opened.watermark.unwrap_or(0).min(n_rows)..n_rows;
            self.indexing.memory_bytes = self.settings.index_memory_bytes;
            let writer = Writer::open(&index, self.settings.index_memory_bytes, N_THREADS)?;
            self.indexing.writer = Some(writer);
        }
        self.indexing.is_broken = false;
        *write(&self.library.shared.index) = Some(index);
        report(News::Indexed);
        Ok(())
    }

    /// Indexes the articles that the catalogue has and the index lacks.
    pub(super) fn index_the_rest(
        &mut self,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.indexing.is_broken {
            self.rebuild_index(report);
        }
        if self.indexing.missing.is_empty() || self.indexing.writer.is_none() {
            return;
        }
        let missing = self.missing_rows();
        let started = Instant::now();
        let mut n_done = 0;
        for batch in missing.chunks(BATCH) {
            if self.is_stopped(inbox) || self.indexing.writer.is_none() {
                self.commit(report);
                report(News::Working(None));
                return;
            }
            for (seq, record) in batch {
                self.index_row(*seq, record, report);
            }
            n_done += batch.len();
            let n_left = missing.len() - n_done;
            let per_article = started.elapsed() / u32::try_from(n_done).unwrap_or(u32::MAX);
            report(News::Working(Some(Work {
                what: "indexing",
                n_done,
                n_total: Some(missing.len()),
                time_left: Some(per_article * u32::try_from(n_left).unwrap_or(u32::MAX)),
            })));
            if let Some((last, _)) = batch.last() {
                self.indexing.missing.start = last.0 + 1;
            }
            if COMMITTING < self.progress.committed_at.elapsed() {
                self.commit(report);
            }
        }
        self.indexing.missing = 0..0;
        self.commit(report);
        report(News::Working(None));
    }

    /// After a change that was just taken in: lasting and searchable at once.
    pub(super) fn index_soon(&mut self, report: &mut dyn FnMut(News)) {
        if self.progress.is_dirty {
            self.commit(report);
        }
    }

    fn rebuild_index(&mut self, report: &mut dyn FnMut(News)) {
        *write(&self.library.shared.index) = None;
        if let Ok(folder) = self.indexing.folder() {
            // Opening replaces whatever is left.
            let _ = index::wipe(&folder);
        }
        self.open_index(report);
    }

    fn missing_rows(&self) -> Vec<(Seq, Record)> {
        let snapshot = self.library.snapshot();
        let missing = self.indexing.missing.clone();
        let mut rows = Vec::new();
        // A damaged catalogue is made anew by what reads it next.
        let _ = snapshot.each_record(Seq(missing.start), |seq, record| {
            let is_article = matches!(record.kind, Kind::Article | Kind::FlawedArticle);
            if is_article && missing.contains(&seq.0) && snapshot.alive().contains(seq.0) {
                rows.push((seq, record));
            }
        });
        rows
    }

    fn index_row(&mut self, seq: Seq, record: &Record, report: &mut dyn FnMut(News)) {
        let Ok(path) = self.library.snapshot().path(record) else { return };
        // A file that went or changed meanwhile is met by the next look at its folder.
        let Ok(article) = self.library.read_article(&path) else { return };
        if article.id == record.id {
            self.indexing.delete(seq);
            self.indexing.add(record.rank, &article, report);
        }
    }
}
