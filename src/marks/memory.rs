//! What is kept beside the marks, for whoever only reads it: settings, and where reading stopped.

use std::path::{Path, PathBuf};

use super::{
    Setting,
    database::{LibraryKey, Marks},
};
use crate::{
    base::Places,
    domain::{ArticleId, Position},
};

/// A connection that only reads, opened when first needed. What cannot be read is as if it had
/// never been kept: the book says why.
#[derive(Debug)]
pub struct Memory {
    file: PathBuf,
    library: LibraryKey,
    marks: Option<Marks>,
}

impl Memory {
    /// Of one library.
    pub fn of(places: &Places, library: &Path) -> Self {
        Self { file: places.marks(), library: LibraryKey::of(library), marks: None }
    }

    /// Of all libraries: only what is kept for all of them.
    pub fn of_all(places: &Places) -> Self {
        Self { file: places.marks(), library: LibraryKey::NONE, marks: None }
    }

    /// The value kept last.
    pub fn setting(&mut self, setting: Setting) -> Option<String> {
        self.marks()?.setting(setting.scope(), setting.name()).ok()?
    }

    /// Where reading an article stopped; its beginning where nothing is known.
    pub fn position(&mut self, id: ArticleId) -> Position {
        let position = self.marks().and_then(|marks| marks.position(id).ok()?);
        position.unwrap_or_default()
    }

    fn marks(&mut self) -> Option<&Marks> {
        if self.marks.is_none() {
            self.marks = Marks::open_read_only(&self.file, self.library).ok();
        }
        self.marks.as_ref()
    }
}
