//! What the tests of the marks have in common: a home for a database, short ids and changes.

mod crash;
mod model;
mod opening;
mod settling;

use std::path::PathBuf;

use tempfile::TempDir;

use super::{LibraryKey, Marks, Missing};
use crate::domain::{ArticleId, Mark, MarkChange};

/// A directory with a marks database, gone with the value.
pub(in crate::marks::database) struct Home {
    pub(in crate::marks::database) directory: TempDir,
}

impl Home {
    pub(in crate::marks::database) fn new() -> Self {
        Self { directory: tempfile::tempdir().unwrap() }
    }

    pub(in crate::marks::database) fn path(&self) -> PathBuf {
        self.directory.path().join("marks.db")
    }

    /// Opens the database for the library of this number; there must be nothing to tell.
    pub(in crate::marks::database) fn open(&self, library: u8) -> Marks {
        let opened = Marks::open(&self.path(), key(library), Missing::Made).unwrap();
        assert!(opened.notice.is_none(), "{:?}", opened.notice);
        opened.marks
    }
}

pub(in crate::marks::database) fn key(library: u8) -> LibraryKey {
    LibraryKey([library; 16])
}

/// Ids that sort as their numbers do.
pub(in crate::marks::database) fn id(number: u64) -> ArticleId {
    ArticleId(u128::from(number).to_be_bytes())
}

pub(in crate::marks::database) fn change(
    mark: Mark,
    value: bool,
    numbers: impl IntoIterator<Item = u64>,
) -> MarkChange {
    let ids = numbers.into_iter().map(id).collect();
    MarkChange { mark, value, ids }
}

/// Whether the article is read and whether it is starred.
pub(in crate::marks::database) fn flags(marks: &Marks, number: u64) -> (bool, bool) {
    let found = &marks.lookup(&[id(number)]).unwrap()[0];
    (found.has(Mark::Read), found.has(Mark::Starred))
}

pub(in crate::marks::database) fn all_marked(marks: &Marks, mark: Mark) -> Vec<ArticleId> {
    let mut found = Vec::new();
    marks.marked(mark, |id| found.push(id)).unwrap();
    found
}
