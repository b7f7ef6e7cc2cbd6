//! Read-only access to the data next to the marks: settings and reading positions.

use std::path::Path;

use super::{
    MarksFile, Setting,
    database::{Marks, Scope},
};
use crate::{
    base::OwnFolders,
    domain::{ArticleId, Position},
};

/// A connection that only reads, opened when first needed. What cannot be read is as if it had
/// never been kept: the book says why.
#[derive(Debug)]
pub struct Memory {
    file: MarksFile,
    marks: Option<Marks>,
}

impl Memory {
    /// Of one library.
    pub fn of(own_folders: &OwnFolders, library: &Path) -> Self {
        Self { file: MarksFile::of(own_folders, library), marks: None }
    }

    /// Of all libraries: only what is kept for all of them.
    pub fn of_all(own_folders: &OwnFolders) -> Self {
        Self { file: MarksFile::of_all(own_folders), marks: None }
    }

    /// The value kept last.
    pub fn setting(&mut self, setting: Setting) -> Option<String> {
        if setting.scope() == Scope::Everywhere && !self.file.is_shared() {
            let all = self.file.everywhere().open_to_read().ok()?;
            return all.setting(Scope::Everywhere, setting.name()).ok()?;
        }
        self.marks()?.setting(setting.scope(), setting.name()).ok()?
    }

    /// Where reading an article stopped; its beginning where nothing is known.
    pub fn position(&mut self, id: ArticleId) -> Position {
        let position = self.marks().and_then(|marks| marks.position(id).ok()?);
        position.unwrap_or_default()
    }

    fn marks(&mut self) -> Option<&Marks> {
        if self.marks.is_none() {
            self.marks = self.file.open_to_read().ok();
        }
        self.marks.as_ref()
    }
}
