//! What is wrong in a library, file by file.

use std::path::PathBuf;

use super::{Library, LibraryError};
use crate::{base::Clean, domain::ArticleId, storage::catalogue::Kind};

/// A file with something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemLine {
    /// Relative to the library; any bytes, so it is escaped to be shown.
    pub path: PathBuf,
    /// `None` for a file that is no article.
    pub id: Option<ArticleId>,
    /// The kind of problem, as in JSON.
    pub name: &'static str,
    /// The same for people; what is said of a file that is no article needs none.
    pub spoken_name: Option<&'static str>,
    pub detail: Clean,
}

impl Library {
    /// Hands `take` every problem: first the files that are no articles, by path, then flawed
    /// articles, newest first. Stops when `take` says so by `false`.
    ///
    /// # Errors
    /// Where the cache was damaged or deleted.
    pub fn problems(&self, mut take: impl FnMut(ProblemLine) -> bool) -> Result<(), LibraryError> {
        let snapshot = self.snapshot();
        let path = |seq| -> Result<_, LibraryError> {
            let record = snapshot.record(seq)?;
            let strings = snapshot.strings(&record)?;
            let path = snapshot.state().folder_path(record.folder).join(&strings.name);
            Ok((record, strings, path))
        };
        for rank in snapshot.state().others.iter() {
            let (_, strings, path) = path(rank.seq())?;
            let Some(reason) = strings.reason else { continue };
            let detail = Clean::new(&reason.to_string());
            let name = reason.name();
            if !take(ProblemLine { path, id: None, name, spoken_name: None, detail }) {
                return Ok(());
            }
        }
        for rank in snapshot.ranks() {
            if snapshot.record(rank.seq())?.kind != Kind::FlawedArticle {
                continue;
            }
            let (record, strings, path) = path(rank.seq())?;
            for problem in strings.problems {
                let line = ProblemLine {
                    path: path.clone(),
                    id: Some(record.id),
                    name: problem.name(),
                    spoken_name: Some(problem.spoken_name()),
                    detail: Clean::new(&problem.said()),
                };
                if !take(line) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
