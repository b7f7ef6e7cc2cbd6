//! Articles with several places: which of them is the row of the list, and which takes over when
//! that one goes.
//!
//! The row of an article is that of the first of its places in the order of lists, whichever was
//! found first, so that the same files make the same list. A copy that takes over is read again and
//! gets another row, since only rows at the end are sure to be in the full text.

use std::{collections::HashMap, ffi::OsStr, io};

use super::{
    BATCH, Keeper, News,
    apply::{Found, Job, Outcome, read_files},
};
use crate::{
    domain::{Article, ArticleId, Rank, Seq},
    library::rows::linked,
    storage::catalogue::{Kind, NewRow, Record, SortKey, Strings},
};

/// What a file is among those that hold the same article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The only one.
    New,
    /// The first, where another was the first before.
    Before(Seq),
    /// Not the first; the row is that of the article, or was.
    CopyOf(Seq),
}

impl Standing {
    pub(super) fn is_new(self) -> bool {
        self == Self::New
    }

    pub(super) fn is_copy(self) -> bool {
        matches!(self, Self::CopyOf(_))
    }
}

/// Who takes over from whom.
#[derive(Debug, Default)]
pub(super) struct Succession {
    /// Articles that lost their row, and the row, until one of their copies takes over.
    pub(super) orphans: HashMap<ArticleId, Seq>,
    /// The rows that files had, and those that they got when they were to take over and were read
    /// again.
    moved: HashMap<Seq, Seq>,
}

/// A copy that is to be the row of its article.
struct Heir {
    id: ArticleId,
    /// The row that the article had.
    lost: Seq,
    row: (Seq, Record),
}

impl Keeper {
    /// What a file that was just read is among those that hold the same article.
    ///
    /// # Errors
    /// If the catalogue cannot be read.
    pub(super) fn standing(&mut self, found: &Found, article: &Article) -> io::Result<Standing> {
        let known = self.library.with_ids(|ids| ids.get(article.id)).map_err(io::Error::other)?;
        let Some(catalogue) = &mut self.catalogue else { return Ok(Standing::New) };
        let Some(seq) = known else {
            // The first of all its places takes over, when it is known which have gone.
            let lost = self.known.succession.orphans.get(&article.id).copied();
            let is_shared = match lost {
                Some(lost) => catalogue.first_copy(lost)?.is_some(),
                None => false,
            };
            return Ok(lost.filter(|_| is_shared).map_or(Standing::New, Standing::CopyOf));
        };
        // The map of ids knows only one half of them.
        if catalogue.record(seq)?.id != article.id {
            return Ok(Standing::New);
        }
        let rank = Rank::new(article.date, catalogue.next_seq());
        let place = SortKey { rank, folder: found.folder, name: &found.name };
        let is_first = catalogue.precedes(&place, seq)?;
        Ok(if is_first { Standing::Before(seq) } else { Standing::CopyOf(seq) })
    }

    /// Adds the row of a file that holds an article.
    pub(super) fn append_article(
        &mut self,
        found: &Found,
        article: &Article,
        standing: Standing,
    ) -> Option<(Seq, Rank)> {
        let is_flawed = !article.problems.is_empty();
        let row = NewRow {
            id: article.id,
            date: article.date,
            stamp: found.stamp,
            folder: found.folder,
            source: article.source.clone(),
            n_words: article.n_words,
            n_paragraphs: u32::try_from(article.paragraphs.len()).unwrap_or(u32::MAX),
            kind: if is_flawed { Kind::FlawedArticle } else { Kind::Article },
            copy_of: match standing {
                Standing::CopyOf(seq) => Some(seq),
                Standing::New | Standing::Before(_) => None,
            },
            hints: article.hints,
            language: found.look.language,
        };
        let strings = Strings::of_article(found.name.clone(), article, found.look.sketch.clone());
        let catalogue = self.catalogue.as_mut()?;
        let (seq, rank) = catalogue.append(row, &strings);
        if let Standing::Before(other) = standing {
            if catalogue.demote(other, seq).is_err() {
                self.distrust_catalogue();
                return None;
            }
            self.indexing.delete(other);
        }
        self.note_file(found.folder, &found.name, seq);
        if !standing.is_copy() {
            let _ = self.library.change_ids(|ids| ids.insert(article.id, seq));
        }
        Some((seq, rank))
    }

    /// The row of a file as it is by now: it may have got another since somebody looked.
    pub(super) fn current(
        &mut self,
        folder: u32,
        name: &OsStr,
        row: Option<(Seq, Record)>,
    ) -> Option<(Seq, Record)> {
        let (seq, record) = row?;
        let (seq, record) = self.moved_to(seq, record);
        match self.catalogue.as_mut()?.role(seq) {
            Some(_) => Some((seq, record)),
            None => self.row_of_file(folder, name),
        }
    }

    /// The row that took the place of one whose copy took over.
    pub(super) fn moved_to(&mut self, seq: Seq, record: Record) -> (Seq, Record) {
        let mut at = seq;
        while let Some(next) = self.known.succession.moved.get(&at) {
            at = *next;
        }
        if at == seq {
            return (seq, record);
        }
        match self.catalogue.as_mut().map(|catalogue| catalogue.record(at)) {
            Some(Ok(record)) => (at, record),
            _ => (seq, record),
        }
    }

    /// Gives articles that lost their row the first of their other places.
    pub(super) fn adopt_orphans(&mut self, report: &mut dyn FnMut(News)) {
        // Each turn ends an article's being an orphan, or takes out a copy that could not be read.
        while !self.known.succession.orphans.is_empty() {
            let Ok(heirs) = self.heirs() else {
                self.known.succession.orphans.clear();
                self.distrust_catalogue();
                break;
            };
            for heirs in heirs.chunks(BATCH) {
                let jobs: Vec<Job> = heirs.iter().map(|heir| self.job_of(heir)).collect();
                let outcomes = read_files(&self.library, &jobs);
                for ((heir, job), outcome) in heirs.iter().zip(jobs).zip(outcomes) {
                    self.adopt(heir, job, outcome, report);
                }
            }
        }
    }

    /// The first copies of the articles that have lost their row; those without any are let go.
    fn heirs(&mut self) -> io::Result<Vec<Heir>> {
        let Some(catalogue) = &mut self.catalogue else {
            self.known.succession.orphans.clear();
            return Ok(Vec::new());
        };
        let mut heirs = Vec::new();
        for (id, lost) in &self.known.succession.orphans {
            if let Some(seq) = catalogue.first_copy(*lost)? {
                heirs.push(Heir { id: *id, lost: *lost, row: (seq, catalogue.record(seq)?) });
            }
        }
        self.known.succession.orphans = heirs.iter().map(|heir| (heir.id, heir.lost)).collect();
        // Files are read in the order of their rows, whatever the order of the map.
        heirs.sort_unstable_by_key(|heir| heir.row.0);
        Ok(heirs)
    }

    fn job_of(&mut self, heir: &Heir) -> Job {
        let (_, record) = &heir.row;
        let strings = self.catalogue.as_mut().and_then(|it| it.strings(record).ok());
        let name = strings.map(|strings| strings.name).unwrap_or_default();
        let path = self.folder_path(record.folder).join(&name);
        let target = linked(self.library.path(), &path);
        Job::Read { folder: record.folder, name, path, target, old: Some(heir.row.clone()) }
    }

    fn adopt(
        &mut self,
        heir: &Heir,
        job: Job,
        outcome: Option<Outcome>,
        report: &mut dyn FnMut(News),
    ) {
        let Job::Read { folder, name, old, .. } = job else { return };
        let is_there = self.is_live(folder);
        let Some(catalogue) = &mut self.catalogue else { return };
        let (seq, record) = &heir.row;
        let Some(Outcome { stamp, result, look, is_gone: false }) = outcome.filter(|_| is_there)
        else {
            // It is gone, too, or its reader panicked; the next start reads it again.
            return self.remove(*seq, record);
        };
        let next = catalogue.next_seq();
        match result {
            Ok(article) if article.id == heir.id => {
                let found = Found { folder, name, stamp, look, old: None };
                catalogue.remove(*seq, record);
                let appended = self.append_article(&found, &article, Standing::New);
                let Some((new, rank)) = appended else { return };
                if let Some(catalogue) = &mut self.catalogue {
                    catalogue.hand_over_copies(heir.lost, new);
                }
                self.known.succession.orphans.remove(&heir.id);
                self.indexing.add(rank, (&article, found.look.language), report);
                self.known.lineage.rows.push((new, article.id));
            }
            Ok(article) => {
                let found = Found { folder, name, stamp, look, old };
                self.enter_article(&found, &article, report);
            }
            Err(reason) => {
                self.enter_refusal(folder, &name, reason, stamp, old.as_ref());
            }
        }
        // Whoever looked before knows the file by the row that it had, whatever it holds now.
        if self.catalogue.as_ref().is_some_and(|it| next < it.next_seq()) {
            self.known.succession.moved.insert(*seq, next);
        }
    }
}
