//! Where the marks of a library are kept, and the only way to open them.
//!
//! One database holds the marks of all libraries, but for those in directories that keep theirs to
//! themselves. Whether a database of a directory's own is there decides which marks count, for each
//! instance alike and from one change to the next; the settings decide only, when a library is
//! opened, whether it is begun or joined with the others.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::database::{LibraryKey, Marks, MarksError, Missing, OpenedMarks};
use crate::base::{
    OwnFolders,
    paths::{from_kept, kept},
};

/// Each time, another instance had moved the marks in the moment before they were opened.
const TRIES: usize = 8;

/// The database that holds a library's marks.
#[derive(Debug, Clone)]
pub struct MarksFile {
    all: PathBuf,
    /// Those that its directory and the directories above may have, the innermost first.
    own: Vec<PathBuf>,
    library: LibraryKey,
}

impl MarksFile {
    /// That of the articles in a directory, an absolute path.
    pub fn of(own_folders: &OwnFolders, library: &Path) -> Self {
        let own = library.ancestors().map(|folder| own_folders.own_marks(folder)).collect();
        Self { all: own_folders.marks(), own, library: LibraryKey::of(library) }
    }

    /// That of all libraries: only what is kept for all of them is found in it.
    pub fn of_all(own_folders: &OwnFolders) -> Self {
        Self { all: own_folders.marks(), own: Vec::new(), library: LibraryKey::NONE }
    }

    /// Begins or gives up marks of a library's own, as the settings say.
    ///
    /// # Errors
    /// If that cannot be done; the marks are where they were then.
    pub fn follow_settings(own_folders: &OwnFolders, library: &Path) -> Result<(), MarksError> {
        let is_wanted = |folder: &Path| own_folders.with_own_marks.iter().any(|it| it == folder);
        for (root, path) in own_databases(own_folders) {
            let concerns_us = library.starts_with(&root) || !root.exists();
            if concerns_us && !is_wanted(&root) {
                let library = LibraryKey::of(&root);
                match Marks::open_to_write(&path, library, Missing::Refused) {
                    Ok(own) => Self::above(own_folders, &root).open_to_write()?.join(own)?,
                    // By another instance, just now.
                    Err(MarksError::Moved { .. }) => (),
                    Err(error) => return Err(error),
                }
            }
        }
        let Some(root) = library.ancestors().find(|folder| is_wanted(folder)) else {
            return Ok(());
        };
        let own = own_folders.own_marks(root);
        if own.exists() {
            Ok(())
        } else {
            Self::above(own_folders, root).open_to_write()?.split(&own, &kept(root))
        }
    }

    /// Where the marks of a directory would be if it had none of its own.
    fn above(own_folders: &OwnFolders, root: &Path) -> Self {
        let own = root.ancestors().skip(1).map(|folder| own_folders.own_marks(folder)).collect();
        Self { all: own_folders.marks(), own, library: LibraryKey::of(root) }
    }

    /// What is kept for all libraries.
    pub(super) fn everywhere(&self) -> Self {
        Self { own: Vec::new(), ..self.clone() }
    }

    /// Whether the marks are those of all libraries.
    pub(super) fn is_shared(&self) -> bool {
        self.counting().1 == Missing::Made
    }

    /// Opens the marks whatever state their file is in, to change them if possible.
    ///
    /// # Errors
    /// If the file is another program's, or another program keeps it locked.
    pub fn open(&self) -> Result<OpenedMarks, MarksError> {
        self.try_to_open(|path, missing| {
            let mut opened = Marks::open(path, self.library, missing)?;
            self.prepare(&mut opened.marks, path, missing);
            Ok(opened)
        })
    }

    /// Opens the marks to change them, or not at all.
    ///
    /// # Errors
    /// If they cannot be changed.
    pub fn open_to_write(&self) -> Result<Marks, MarksError> {
        self.try_to_open(|path, missing| {
            let mut marks = Marks::open_to_write(path, self.library, missing)?;
            self.prepare(&mut marks, path, missing);
            Ok(marks)
        })
    }

    /// Opens the existing file for reading only.
    ///
    /// # Errors
    /// If it cannot be read or is another program's.
    pub fn open_to_read(&self) -> Result<Marks, MarksError> {
        Marks::open_read_only(self.counting().0, self.library)
    }

    /// Whether other marks than these count by now, because another instance has split them off or
    /// joined them. A file that somebody deleted is not replaced by another.
    pub(super) fn has_moved(&self, marks: &Marks) -> bool {
        marks.have_moved() && (marks.root().is_some() || !self.is_shared())
    }

    /// The database whose marks count, and what it means if it is not there when it is opened.
    fn counting(&self) -> (&Path, Missing) {
        match self.own.iter().find(|path| path.exists()) {
            Some(own) => (own, Missing::Refused),
            None => (&self.all, Missing::Made),
        }
    }

    fn try_to_open<T>(
        &self,
        open: impl Fn(&Path, Missing) -> Result<T, MarksError>,
    ) -> Result<T, MarksError> {
        let mut n_tries = 0;
        loop {
            let (path, missing) = self.counting();
            n_tries += 1;
            match open(path, missing) {
                Err(MarksError::Moved { .. }) if n_tries < TRIES => (),
                opened => return opened,
            }
        }
    }

    /// Has the marks yield to any that are split off later.
    fn prepare(&self, marks: &mut Marks, path: &Path, missing: Missing) {
        marks.yield_to(self.own.iter().take_while(|own| *own != path).cloned().collect());
        if missing == Missing::Refused {
            // If it cannot be kept, nor can anything that would have to be joined.
            let _ = marks.note_opened();
        }
    }
}

/// The databases of directories' own, each with its directory.
fn own_databases(own_folders: &OwnFolders) -> Vec<(PathBuf, PathBuf)> {
    let entries = fs::read_dir(&own_folders.data).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| own_folders.is_own_marks(path));
    let with_root = |path: PathBuf| {
        let marks = Marks::open_read_only(&path, LibraryKey::NONE).ok()?;
        Some((from_kept(&marks.root()?), path))
    };
    let mut found: Vec<_> = paths.filter_map(with_root).collect();
    // The innermost first: they are joined with those around them.
    found.sort_by(|(one, _), (two, _)| two.cmp(one));
    found
}

#[cfg(test)]
mod tests;
