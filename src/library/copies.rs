//! All the places of an article: files of the same bytes.

use std::path::PathBuf;

use super::{Library, LibraryError};
use crate::{
    base::Clean,
    domain::{ArticleId, Seq},
};

/// This many places of an article are named where people read; programs are told all.
pub const MOST_PLACES: usize = 12;

/// A file that holds an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlace {
    /// Relative to the library.
    pub path: PathBuf,
    /// The source that the article has there: without an address it is the folder's name.
    pub source: Clean,
}

impl Library {
    /// The files that hold an article, in the order of lists, at most `limit`: two reads each.
    ///
    /// # Errors
    /// If the library has no such article, or the cache was damaged or deleted.
    pub fn places(&self, id: ArticleId, limit: usize) -> Result<Vec<FilePlace>, LibraryError> {
        let article = self.find(id)?;
        let snapshot = self.snapshot();
        let copies = snapshot.copies_of(article).iter().map(|copy| copy.rank.seq());
        let place = |seq: Seq| {
            let record = snapshot.record(seq)?;
            let source = snapshot.state().sources.names.get(record.source as usize);
            Ok(FilePlace {
                path: snapshot.path(&record)?,
                source: source.cloned().unwrap_or_default(),
            })
        };
        self.heard(std::iter::once(article).chain(copies).take(limit).map(place).collect())
    }
}
