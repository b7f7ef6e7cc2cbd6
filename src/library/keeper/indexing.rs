//! The keeper's side of the full text: its contents, its backlog, and what to do when it breaks.

use std::{
    fs,
    ops::Range,
    path::PathBuf,
    sync::mpsc::Receiver,
    thread,
    time::{Duration, Instant, SystemTime},
};

use super::{BATCH, Keeper, News, Request, Stop, Work};
use crate::{
    base::{Clean, wording},
    domain::{Article, ArticleLanguage, Rank, Seq},
    index::{self, Index, IndexError, Writer},
    library::{Library, reach::Known, write},
    storage::catalogue::Record,
};

/// Threads that index; each has its share of the memory.
const N_THREADS: usize = 2;

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
    /// Rows that may be missing. Only when there are none may a commit speak of all rows.
    missing: Range<u32>,
    is_dirty: bool,
    state: State,
    n_failures: usize,
    /// When what another instance writes was last committed.
    seen: Option<SystemTime>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Sound,
    /// Its place can only be read; the first change moves it to another.
    ReadOnly,
    /// Broke: to be rebuilt before the next use.
    Broken,
    /// Broke so often that it is done without until the next start.
    GivenUp,
}

/// So often is an index rebuilt in one run.
const MAX_FAILURES: usize = 3;

impl Indexing {
    pub(super) fn new(place: Option<PathBuf>) -> Self {
        Self { place, ..Self::default() }
    }

    /// An index that can only be read where it is.
    pub(super) fn reading(place: PathBuf) -> Self {
        Self { place: Some(place), state: State::ReadOnly, ..Self::default() }
    }

    /// How far the words of the files that were read can be searched.
    pub(super) fn known(&self) -> Known {
        match self.state {
            State::Sound if self.missing.is_empty() => Known::Everything,
            State::ReadOnly => Known::Everything,
            State::Sound if self.writer.is_some() => Known::SoFar,
            State::Broken => Known::SoFar,
            State::Sound | State::GivenUp => Known::Stopped,
        }
    }

    /// Whether something has been entered that no commit holds.
    pub(super) fn has_uncommitted(&self) -> bool {
        self.is_dirty || !self.missing.is_empty()
    }

    /// Whether another instance has committed something since this was asked last.
    pub(super) fn was_committed(&mut self) -> bool {
        let commit = self.place.as_ref().map(|place| place.join("meta.json"));
        let time = commit.and_then(|path| fs::metadata(path).ok()?.modified().ok());
        std::mem::replace(&mut self.seen, time) != time
    }

    /// Adds an article, unless there is not an index to add it to: then it is missing.
    pub(super) fn add(
        &mut self,
        rank: Rank,
        (article, language): (&Article, ArticleLanguage),
        report: &mut dyn FnMut(News),
    ) {
        let Some(writer) = &mut self.writer else {
            self.move_away();
            return;
        };
        self.is_dirty = true;
        let body = article.paragraphs.iter().map(Clean::as_str);
        if let Err(error) = writer.add(rank, language, &article.title, body) {
            self.fail(&error, report);
        }
    }

    pub(super) fn delete(&mut self, seq: Seq) {
        match &mut self.writer {
            Some(writer) => {
                self.is_dirty = true;
                writer.delete(seq);
            }
            None => self.move_away(),
        }
    }

    /// What can only be read cannot keep up: another is made where one can write.
    fn move_away(&mut self) {
        if self.state == State::ReadOnly {
            self.place = None;
            self.state = State::Broken;
            self.missing = 0..u32::MAX;
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
        // It commits, and what is not committed yet waits for the catalogue.
        if let Some(writer) = self.writer.as_mut().filter(|_| !self.is_dirty) {
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
        self.is_dirty = false;
        self.missing = 0..u32::MAX;
        self.n_failures += 1;
        if MAX_FAILURES < self.n_failures {
            self.state = State::GivenUp;
            let text = wording!("index-given-up", why = error.to_string());
            report(News::Banner(Clean::new(&text)));
            return;
        }
        self.state = State::Broken;
        if matches!(error, IndexError::Io(_)) {
            // Another try in the same place would fail in the same way.
            self.place = None;
            self.temporary = None;
        }
        report(News::Note(Clean::new(&wording!("index-again", why = error.to_string()))));
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
        if !self.settings.indexes || self.indexing.state == State::GivenUp {
            return;
        }
        let until = Instant::now() + LOCKED;
        loop {
            match self.try_open_index(report) {
                Ok(()) => return,
                // The instance that wrote last may still be putting its things away.
                Err(IndexError::Locked) if Instant::now() < until => {
                    thread::sleep(Duration::from_millis(20));
                }
                // One that follows looks again whenever the writer has published something.
                Err(_) if self.catalogue.is_none() => return,
                Err(error @ (IndexError::Io(_) | IndexError::Damaged(_)))
                    if self.indexing.n_failures < MAX_FAILURES =>
                {
                    self.indexing.fail(&error, report);
                }
                Err(error) => {
                    let text = wording!("index-impossible", why = error.to_string());
                    report(News::Banner(Clean::new(&text)));
                    self.indexing.state = State::GivenUp;
                    return;
                }
            }
        }
    }

    fn try_open_index(&mut self, report: &mut dyn FnMut(News)) -> Result<(), IndexError> {
        let key = format!("{:016x}", self.library.snapshot().state().key);
        let folder = self.indexing.folder()?;
        let Some(catalogue) = &self.catalogue else {
            let index = Index::open_to_read(&folder, &key)?.index;
            *write(&self.library.shared.index) = Some(index);
            report(News::Indexed);
            return Ok(());
        };
        let n_rows = catalogue.state().n_rows;
        if self.indexing.state == State::ReadOnly {
            let opened = Index::open_to_read(&folder, &key)?;
            if opened.watermark.unwrap_or(0) < n_rows {
                self.indexing.move_away();
                return self.try_open_index(report);
            }
            *write(&self.library.shared.index) = Some(opened.index);
            report(News::Indexed);
            return Ok(());
        }
        if self.indexing.state == State::Broken {
            *write(&self.library.shared.index) = None;
            if folder.exists() {
                index::wipe(&folder)?;
            }
        }
        let opened = Index::open(&folder, &key)?;
        if let Some(notice) = opened.notice {
            report(News::Aside(Clean::new(&notice)));
        }
        let memory_bytes = self.settings.index_memory_bytes;
        let writer = self.in_background(|| Writer::open(&opened.index, memory_bytes, N_THREADS))?;
        self.indexing.missing = opened.watermark.unwrap_or(0).min(n_rows)..n_rows;
        self.indexing.writer = Some(writer);
        self.indexing.state = State::Sound;
        *write(&self.library.shared.index) = Some(opened.index);
        report(News::Indexed);
        Ok(())
    }

    /// Compares the checksums of the index, and rebuilds it where they do not fit.
    pub(super) fn check_index(&mut self, report: &mut dyn FnMut(News)) {
        let Some(index) = self.library.index().filter(|_| self.catalogue.is_some()) else { return };
        if let Err(error) = index.verify() {
            self.indexing.fail(&error, report);
            self.open_index(report);
        }
    }

    /// Rebuilds an index that broke while it was in use, and adds the articles that it lacks.
    pub(super) fn index_again(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        if self.progress.stop.is_none()
            && (self.indexing.state == State::Broken || self.is_behind())
        {
            self.index_the_rest(inbox, report);
        }
    }

    /// Rows are missing although there is somebody to enter them.
    fn is_behind(&self) -> bool {
        !self.indexing.missing.is_empty() && self.indexing.writer.is_some()
    }

    /// Indexes the articles that the catalogue has and the index lacks.
    pub(super) fn index_the_rest(
        &mut self,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.indexing.state == State::Broken {
            self.open_index(report);
        }
        if self.indexing.missing.is_empty() || self.indexing.writer.is_none() {
            return;
        }
        self.step_back();
        let missing = self.missing_rows();
        if self.progress.stop == Some(Stop::Damaged) {
            return;
        }
        let started = Instant::now();
        let mut n_done = 0;
        for batch in missing.chunks(BATCH) {
            if self.is_stopped(inbox) || self.indexing.writer.is_none() {
                self.commit(report);
                self.rest(report);
                return;
            }
            for (seq, record) in batch {
                self.index_row(*seq, record, report);
            }
            n_done += batch.len();
            let n_left = missing.len() - n_done;
            let per_article = started.elapsed() / u32::try_from(n_done).unwrap_or(u32::MAX);
            let work = Work {
                what: wording!("work-indexing"),
                n_done,
                n_total: Some(missing.len()),
                time_left: Some(per_article * u32::try_from(n_left).unwrap_or(u32::MAX)),
            };
            self.indexed_so_far(work, report);
            if let Some((last, _)) = batch.last() {
                self.indexing.missing.start = last.0 + 1;
            }
            if self.progress.is_commit_due() {
                self.commit(report);
            }
        }
        self.indexing.missing = 0..0;
        self.commit(report);
        self.rest(report);
    }

    /// After a change that was just taken in: lasting and searchable at once.
    pub(super) fn index_soon(&mut self, report: &mut dyn FnMut(News)) {
        if self.progress.is_dirty {
            self.commit(report);
        }
    }

    fn missing_rows(&mut self) -> Vec<(Seq, Record)> {
        let snapshot = self.library.snapshot();
        let missing = self.indexing.missing.clone();
        let mut rows = Vec::new();
        let read = snapshot.each_record(Seq(missing.start), |seq, record| {
            if missing.contains(&seq.0) && snapshot.alive().contains(seq.0) {
                rows.push((seq, record));
            }
        });
        if read.is_err() {
            self.distrust_catalogue();
            return Vec::new();
        }
        rows
    }

    fn index_row(&mut self, seq: Seq, record: &Record, report: &mut dyn FnMut(News)) {
        let Ok(path) = self.library.snapshot().path(record) else { return };
        // The next look at its folder finds a file that was removed or changed in the meantime.
        let Ok(article) = self.library.read_article(&path) else { return };
        if article.id == record.id {
            self.indexing.delete(seq);
            self.indexing.add(record.rank, (&article, record.language), report);
        }
    }
}
