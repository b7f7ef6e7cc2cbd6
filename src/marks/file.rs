//! Where the marks of a library are kept, and the only way to open them.

use std::path::{Path, PathBuf};

use super::database::{LibraryKey, Marks, MarksError, OpenedMarks};
use crate::base::OwnFolders;

/// The database that holds a library's marks.
#[derive(Debug, Clone)]
pub struct MarksFile {
    path: PathBuf,
    library: LibraryKey,
}

impl MarksFile {
    /// That of the articles in a directory, an absolute path.
    pub fn of(own_folders: &OwnFolders, library: &Path) -> Self {
        Self { path: own_folders.marks(), library: LibraryKey::of(library) }
    }

    /// That of all libraries: only what is kept for all of them is found in it.
    pub fn of_all(own_folders: &OwnFolders) -> Self {
        Self { path: own_folders.marks(), library: LibraryKey::NONE }
    }

    /// Opens the marks whatever state their file is in, to change them if possible.
    ///
    /// # Errors
    /// When the file is another program's, or another program keeps it locked.
    pub fn open(&self) -> Result<OpenedMarks, MarksError> {
        Marks::open(&self.path, self.library)
    }

    /// Opens the marks to change them, or not at all.
    ///
    /// # Errors
    /// When they cannot be changed.
    pub fn open_to_write(&self) -> Result<Marks, MarksError> {
        Marks::open_to_write(&self.path, self.library)
    }

    /// Opens what is there for reading only.
    ///
    /// # Errors
    /// When it cannot be read or is another program's.
    pub fn open_to_read(&self) -> Result<Marks, MarksError> {
        Marks::open_read_only(&self.path, self.library)
    }
}
