//! Reads files in batches and enters their content: rows, ids, marks, and words for the index.

use std::{
    ffi::{OsStr, OsString},
    fs, io,
    path::PathBuf,
    sync::atomic::Ordering,
    thread,
    time::{Duration, Instant},
};

use super::{BATCH, Keeper, News, Work, lineage::Text};
use crate::{
    base::{Clean, wording},
    domain::{Article, ArticleId, ArticleLanguage, Hints, NotAnArticle, Seq, Sketch},
    formats,
    library::Library,
    marks::database::{PathKey, Place},
    storage::{
        Stamp,
        catalogue::{Catalogue, Kind, NewRow, Record, Role, Strings, file_key},
    },
};

/// Files are read by this many threads; the index has its own.
const N_READERS: usize = 2;

/// Shortest time between two snapshots while many files are read.
const PUBLISHING: Duration = Duration::from_millis(300);

/// Publishing may take this share of the time.
const PUBLISHING_SHARE: u32 = 20;

/// What is to be done about one file.
#[derive(Debug)]
pub(super) enum Job {
    Read {
        folder: u32,
        name: OsString,
        /// Relative to the library.
        path: PathBuf,
        /// What to open: the path, or where a link leads.
        target: PathBuf,
        old: Option<(Seq, Record)>,
    },
    Refuse {
        folder: u32,
        name: OsString,
        reason: NotAnArticle,
        old: Option<(Seq, Record)>,
    },
    Remove {
        seq: Seq,
        record: Record,
    },
}

impl Job {
    /// A folder that cannot be listed is a problem of the one it lies in.
    pub(super) fn unreadable_folder(keeper: &Keeper, number: u32, error: &io::Error) -> Self {
        let folder =
            keeper.catalogue.as_ref().and_then(|it| it.state().folders.get(number as usize));
        Self::Refuse {
            folder: folder.map_or(0, |folder| folder.parent),
            name: folder.map(|folder| folder.name.clone()).unwrap_or_default(),
            reason: NotAnArticle::Unreadable(Clean::new(&error.to_string())),
            old: None,
        }
    }
}

/// Links and pipes have no time of their own worth keeping: their stamp names what is wrong.
pub(super) fn refusal_stamp(reason: &NotAnArticle) -> Stamp {
    let digest = blake3::hash(reason.name().as_bytes());
    let inode = u64::from_le_bytes(*digest.as_bytes().first_chunk().unwrap_or(&[0; 8]));
    Stamp { size: u64::MAX, inode, ..Stamp::default() }
}

/// The content of a file.
pub(super) struct Outcome {
    pub(super) stamp: Stamp,
    pub(super) result: Result<Article, NotAnArticle>,
    /// It was removed before it could be read.
    pub(super) is_gone: bool,
    pub(super) look: Look,
}

/// What is found out about a text besides what it says.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    /// What the article's marks are found again by.
    pub(super) sketch: Sketch,
    pub(super) language: ArticleLanguage,
}

impl Look {
    fn at(article: &Article) -> Self {
        let language = formats::language::of(&article.paragraphs);
        Self { sketch: Sketch::of(article), language }
    }
}

impl Keeper {
    /// Carries out jobs in their order, reading files side by side; then gives articles that lost
    /// their row the first of their other places.
    pub(super) fn apply(&mut self, jobs: Vec<Job>, report: &mut dyn FnMut(News)) {
        if jobs.is_empty() || self.catalogue.is_none() {
            return;
        }
        self.progress.is_dirty = true;
        if BATCH <= jobs.len() {
            self.step_back();
        }
        let outcomes = read_files(&self.library, &jobs);
        for (job, outcome) in jobs.into_iter().zip(outcomes) {
            // Invariant: a folder that is gone has no rows. It may have gone after its files were
            // listed, and a row entered now would outlive it: nobody compares a folder that comes
            // back with rows that it cannot have.
            if let Job::Read { folder, .. } | Job::Refuse { folder, .. } = &job
                && !self.is_live(*folder)
            {
                continue;
            }
            match job {
                Job::Remove { seq, record } => {
                    let (seq, record) = self.moved_to(seq, record);
                    self.remove(seq, &record);
                }
                Job::Refuse { folder, name, reason, old } => {
                    let old = self.current(folder, &name, old);
                    let stamp = refusal_stamp(&reason);
                    self.enter_refusal(folder, &name, reason, stamp, old.as_ref());
                }
                Job::Read { folder, name, old, .. } => {
                    self.progress.n_done += 1;
                    let Some(outcome) = outcome else { continue };
                    let old = self.current(folder, &name, old);
                    if outcome.is_gone {
                        if let Some((seq, record)) = old {
                            self.remove(seq, &record);
                        }
                        continue;
                    }
                    match outcome.result {
                        Ok(article) => {
                            let Outcome { stamp, look, .. } = outcome;
                            let row = Found { folder, name, stamp, look, old };
                            self.enter_article(&row, &article, report);
                        }
                        Err(reason) => {
                            self.enter_refusal(folder, &name, reason, outcome.stamp, old.as_ref());
                        }
                    }
                }
            }
        }
        self.adopt_orphans(report);
        self.settle();
    }

    pub(super) fn enter_article(
        &mut self,
        found: &Found,
        article: &Article,
        report: &mut dyn FnMut(News),
    ) {
        let old = found.old.as_ref();
        let is_same = |(_, record): &&(Seq, Record)| {
            record.id == article.id && record.kind != Kind::NotAnArticle
        };
        let same = old.filter(is_same);
        if let Some((seq, _)) = same.filter(|(_, record)| record.hints == article.hints)
            && let Some(catalogue) = &mut self.catalogue
        {
            // Touched, not changed.
            let _ = catalogue.restamp(*seq, found.stamp);
            return;
        }
        match old {
            // The same bytes, read in another way.
            Some((seq, record)) if same.is_some() => self.remove_row(*seq, record),
            Some((seq, record)) => self.remove(*seq, record),
            None => (),
        }
        let Ok(standing) = self.standing(found, article) else {
            return self.distrust_catalogue();
        };
        if same.is_none() {
            let path = PathKey::of(&self.folder_path(found.folder).join(&found.name));
            let place = Place { path, id: article.id, sketch: found.look.sketch.clone() };
            self.note_came(Text { place, inode: found.stamp.inode }, !standing.is_new());
        }
        let Some((seq, rank)) = self.append_article(found, article, standing) else { return };
        if !standing.is_copy() {
            self.indexing.add(rank, (article, found.look.language), report);
            self.known.lineage.rows.push((seq, article.id));
        }
    }

    pub(super) fn enter_refusal(
        &mut self,
        folder: u32,
        name: &OsStr,
        reason: NotAnArticle,
        stamp: Stamp,
        old: Option<&(Seq, Record)>,
    ) {
        if let Some((seq, record)) = old {
            if record.kind == Kind::NotAnArticle && record.stamp == stamp {
                return;
            }
            self.remove(*seq, record);
        }
        let Some(catalogue) = &mut self.catalogue else { return };
        let row = NewRow {
            id: ArticleId([0; 16]),
            date: None,
            stamp,
            folder,
            source: Clean::default(),
            n_words: 0,
            n_paragraphs: 0,
            kind: Kind::NotAnArticle,
            copy_of: None,
            hints: Hints::default(),
            language: ArticleLanguage::UNKNOWN,
        };
        let strings = Strings { name: name.to_owned(), reason: Some(reason), ..Strings::default() };
        let (seq, _) = catalogue.append(row, &strings);
        self.note_file(folder, name, seq);
    }

    /// Takes a row out, whatever it stands for. If the article has other places, the first of them
    /// takes over when the jobs are done.
    pub(super) fn remove(&mut self, seq: Seq, record: &Record) {
        if self.catalogue.is_some() && record.kind != Kind::NotAnArticle {
            self.note_left(record);
        }
        self.remove_row(seq, record);
    }

    /// As [`Keeper::remove`], of a file whose text stays.
    fn remove_row(&mut self, seq: Seq, record: &Record) {
        let Some(catalogue) = &mut self.catalogue else { return };
        let role = catalogue.remove(seq, record);
        if let Some(files) = &mut self.known.files
            && files.get(record.file_key) == Some(seq)
        {
            files.remove(record.file_key);
        }
        if role != Some(Role::Article) {
            return;
        }
        let _ = self.library.change_ids(|ids| ids.remove(record.id));
        self.indexing.delete(seq);
        self.known.succession.orphans.insert(record.id, seq);
    }

    pub(super) fn note_file(&mut self, folder: u32, name: &OsStr, seq: Seq) {
        if let Some(files) = &mut self.known.files {
            files.insert(file_key(folder, name), seq);
        }
    }

    /// Puts a snapshot in place for the readers, if it is time.
    pub(super) fn publish_sometimes(&mut self, report: &mut dyn FnMut(News)) {
        let progress = &self.progress;
        let pause = PUBLISHING.max(progress.publishing_took * PUBLISHING_SHARE);
        let is_first = self.library.snapshot().ranks().is_empty();
        if is_first || pause < progress.published_at.elapsed() {
            self.publish(report);
            self.report_reading(report);
        }
        if self.progress.is_commit_due() {
            self.commit(report);
        }
    }

    pub(super) fn report_reading(&self, report: &mut dyn FnMut(News)) {
        let n_done = self.progress.n_done;
        let estimate = self.progress.estimate.as_ref().map(|estimate| estimate.after(n_done));
        let (n_total, time_left) = estimate.unwrap_or_default();
        let work = Work { what: wording!("work-reading"), n_done, n_total, time_left };
        self.read_so_far(work, report);
    }

    /// Puts a snapshot in place for the readers.
    pub(super) fn publish(&mut self, report: &mut dyn FnMut(News)) {
        let started = Instant::now();
        let Some(catalogue) = &mut self.catalogue else { return };
        match catalogue.snapshot() {
            Ok(snapshot) => self.library.publish(snapshot),
            Err(error) if is_damage(&error) => return self.distrust_catalogue(),
            Err(error) => {
                self.give_up_cache(&error, report);
                self.publish_once_more();
            }
        }
        self.progress.published_at = Instant::now();
        self.progress.publishing_took = started.elapsed();
        report(News::Published(self.progress.arrivals()));
    }

    /// Makes the catalogue last, then the index, then the marks' bits: each may only speak of what
    /// the one before holds.
    pub(super) fn commit(&mut self, report: &mut dyn FnMut(News)) {
        self.progress.committed();
        if !self.settle_pending() {
            // The next start must find the edits again whose marks could not be written.
            self.progress.is_dirty = true;
            return;
        }
        let Some(catalogue) = &mut self.catalogue else { return };
        let watermark = catalogue.next_seq();
        if let Err(error) = catalogue.commit() {
            if is_damage(&error) {
                return self.distrust_catalogue();
            }
            self.give_up_cache(&error, report);
            if self.progress.stop == Some(super::Stop::Restart) {
                return;
            }
            self.publish_once_more();
        }
        self.library.shared.n_committed.store(watermark.0, Ordering::Release);
        self.indexing.commit(watermark, &self.library, report);
        if let Some(cache) = &self.cache {
            // What cannot be kept is made again at the next start.
            let _ = self.library.keep_marks(cache);
            let _ = self.library.keep_columns(cache);
        }
    }

    fn publish_once_more(&mut self) {
        // What cannot be read even from memory is left out.
        if let Some(Ok(snapshot)) = self.catalogue.as_mut().map(Catalogue::snapshot) {
            self.library.publish(snapshot);
        }
    }

    /// Goes on in memory when the cache can no longer be written.
    pub(super) fn give_up_cache(&mut self, error: &io::Error, report: &mut dyn FnMut(News)) {
        let Some(cache) = self.cache.take() else {
            let text = wording!("catalogue-lost", why = error.to_string());
            return report(News::Banner(Clean::new(&text)));
        };
        report(News::Banner(super::in_memory_banner(&cache, error)));
        if let Some(catalogue) = &mut self.catalogue
            && catalogue.move_to_memory().is_ok()
        {
            return;
        }
        self.progress.is_dirty = false;
        match Catalogue::in_memory(self.library.shared.reading.digest()) {
            Ok(catalogue) => {
                self.use_catalogue(catalogue, report);
                // What is going on ends, and the run begins again, unless it is to end altogether.
                if self.progress.stop != Some(super::Stop::Leave) {
                    self.progress.stop = Some(super::Stop::Restart);
                }
            }
            Err(_) => self.catalogue = None,
        }
    }
}

/// Whether what is in the catalogue could not be read, rather than anything written.
fn is_damage(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof)
}

/// A file that was found to hold an article.
pub(super) struct Found {
    pub(super) folder: u32,
    pub(super) name: OsString,
    pub(super) stamp: Stamp,
    pub(super) look: Look,
    pub(super) old: Option<(Seq, Record)>,
}

/// Reads the files of the jobs that need it, in parallel; the answers are in the jobs' order.
pub(super) fn read_files(library: &Library, jobs: &[Job]) -> Vec<Option<Outcome>> {
    let read = |jobs: &[Job]| -> Vec<Option<Outcome>> {
        jobs.iter().map(|job| read_file(library, job)).collect()
    };
    if jobs.len() < 8 {
        return read(jobs);
    }
    let chunk = jobs.len().div_ceil(N_READERS);
    thread::scope(|scope| {
        let readers: Vec<_> =
            jobs.chunks(chunk).map(|jobs| (scope.spawn(move || read(jobs)), jobs.len())).collect();
        let outcomes = readers.into_iter().flat_map(|(reader, n_jobs)| {
            // A reader that panicked leaves its files out; the next start reads them again.
            reader.join().unwrap_or_else(|_| (0..n_jobs).map(|_| None).collect())
        });
        outcomes.collect()
    })
}

fn read_file(library: &Library, job: &Job) -> Option<Outcome> {
    let Job::Read { path, target, .. } = job else { return None };
    let shared = &library.shared;
    let file = match shared.root.read(target, shared.reading.size_limit_bytes) {
        Ok(file) => file,
        Err(reason) => {
            let is_gone = fs::symlink_metadata(shared.root.path().join(path)).is_err();
            let (stamp, look) = (Stamp::default(), Look::default());
            return Some(Outcome { stamp, result: Err(reason), is_gone, look });
        }
    };
    let reading = formats::FileContext {
        path,
        size: file.stamp.size,
        library: shared.root.name(),
        encoding: shared.reading.encoding,
        habits: &library.habits(),
    };
    let result = formats::read(&file.bytes, &reading);
    let look = result.as_ref().map(Look::at).unwrap_or_default();
    Some(Outcome { stamp: file.stamp, result, is_gone: false, look })
}
