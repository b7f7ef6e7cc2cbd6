//! The problems of a library, file by file.

use std::path::PathBuf;

use super::{Library, LibraryError};
use crate::{
    base::Clean,
    domain::{ArticleId, Problem, Seq},
    storage::catalogue::{Kind, Snapshot},
};

/// A file with something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemLine {
    /// Relative to the library; any bytes, so it is escaped to be shown.
    pub path: PathBuf,
    /// `None` for a file that is not an article.
    pub id: Option<ArticleId>,
    /// The kind of problem, as in JSON.
    pub name: &'static str,
    /// The same for people; what is said of a file that is not an article needs none.
    pub spoken_name: Option<&'static str>,
    pub detail: Clean,
}

/// Where a page of problems begins: a number that the backend gave out, and that means something to
/// it alone. The first page begins at the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProblemsKey(pub u64);

/// A page of problems.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems {
    pub lines: Vec<ProblemLine>,
    /// Where the next page begins; `None` if this is the last.
    pub next: Option<ProblemsKey>,
}

/// More problems than a file can have.
const MOST_OF_FILE: usize = 1 << 16;

impl ProblemsKey {
    /// The problem number `nth` of the file number `file`.
    fn of(file: usize, nth: usize) -> Self {
        Self((file * MOST_OF_FILE + nth) as u64)
    }

    fn file_and_nth(self) -> (usize, usize) {
        let key = usize::try_from(self.0).unwrap_or(usize::MAX);
        (key / MOST_OF_FILE, key % MOST_OF_FILE)
    }
}

impl Library {
    /// Reads what is wrong, at most `limit` problems from a key on: first the files that are not
    /// articles, by path, then flawed articles, newest first. What changes between two pages may be
    /// on both or on neither.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn problems(&self, from: ProblemsKey, limit: usize) -> Result<Problems, LibraryError> {
        let snapshot = self.snapshot();
        let (first, first_nth) = from.file_and_nth();
        let others = snapshot.state().others.iter().map(|rank| (rank.seq(), false));
        let articles = snapshot.ranks().iter().map(|rank| (rank.seq(), true));
        let mut page = Problems::default();
        for (file, (seq, is_article)) in others.chain(articles).enumerate().skip(first) {
            let lines = if is_article { flaws(&snapshot, seq) } else { refusal(&snapshot, seq) }?;
            let n_known = if file == first { first_nth } else { 0 };
            for (nth, line) in lines.into_iter().enumerate().skip(n_known) {
                if page.lines.len() == limit {
                    page.next = Some(ProblemsKey::of(file, nth));
                    return Ok(page);
                }
                page.lines.push(line);
            }
        }
        Ok(page)
    }
}

/// Why a file is not an article.
fn refusal(snapshot: &Snapshot, seq: Seq) -> Result<Vec<ProblemLine>, LibraryError> {
    let record = snapshot.record(seq)?;
    let path = snapshot.path(&record)?;
    let line = snapshot.strings(&record)?.reason.map(|reason| {
        let (name, detail) = (reason.name(), Clean::new(&reason.to_string()));
        ProblemLine { path, id: None, name, spoken_name: None, detail }
    });
    Ok(line.into_iter().collect())
}

/// What is wrong with an article.
fn flaws(snapshot: &Snapshot, seq: Seq) -> Result<Vec<ProblemLine>, LibraryError> {
    let record = snapshot.record(seq)?;
    if record.kind != Kind::FlawedArticle {
        return Ok(Vec::new());
    }
    let path = snapshot.path(&record)?;
    let problems = snapshot.strings(&record)?.problems;
    let line = |problem: &Problem| ProblemLine {
        path: path.clone(),
        id: Some(record.id),
        name: problem.name(),
        spoken_name: Some(problem.spoken_name()),
        detail: Clean::new(&problem.said()),
    };
    Ok(problems.iter().map(line).collect())
}
