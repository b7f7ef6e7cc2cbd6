//! Moves marks along when files change, for the writer of the catalogue.
//!
//! The connection is the carrier's own, not the book's: a batch of files waits for its marks
//! before it is committed, and must wait neither for a front end's thread nor for its steps; the
//! database orders the two. `dateline index` has no book at all.

use super::{
    MarksFile,
    database::{Marks, MarksError, PathKey, Place, Remembered, Settling},
};
use crate::domain::Applied;

/// The marks, opened to follow files.
#[derive(Debug)]
pub struct Carrier {
    file: MarksFile,
    /// `None` if they could not even be opened.
    marks: Option<Marks>,
}

impl Carrier {
    /// Opens the marks whatever state they are in; the error says why they are not shown.
    pub fn open(file: MarksFile) -> (Self, Option<MarksError>) {
        match file.open() {
            Ok(opened) => (Self { file, marks: Some(opened.marks) }, None),
            Err(error) => (Self { file, marks: None }, Some(error)),
        }
    }

    /// The marks to read.
    pub fn marks(&self) -> Option<&Marks> {
        self.marks.as_ref()
    }

    /// Takes in a batch of what happened to files, all or nothing, and returns the marks that
    /// changed. Marks that could not be changed so far, for lack of room for one, are opened again
    /// if the batch concerns them. If they cannot be changed at all, nothing is: the reader knows.
    ///
    /// # Errors
    /// If that cannot be kept now but may be later.
    pub fn settle(&mut self, batch: &Settling) -> Result<Vec<Applied>, MarksError> {
        let settled = match &mut self.marks {
            Some(marks) => marks.settle(batch),
            None => self.settle_again(batch),
        };
        match settled {
            Err(MarksError::ReadOnly { .. }) => self.settle_again(batch),
            Err(MarksError::Moved { .. }) if self.come_along() => self.settle(batch),
            Err(MarksError::Newer { .. }) => Ok(Vec::new()),
            settled => settled,
        }
    }

    fn settle_again(&mut self, batch: &Settling) -> Result<Vec<Applied>, MarksError> {
        match self.file.open_to_write() {
            Ok(marks) => self.marks.insert(marks).settle(batch),
            Err(busy @ MarksError::Busy { .. }) => Err(busy),
            Err(_) => Ok(Vec::new()),
        }
    }

    /// Opens other marks where those count by now.
    pub fn come_along(&mut self) -> bool {
        let has_moved = self.marks.as_ref().is_some_and(|marks| self.file.has_moved(marks));
        if has_moved && let Ok(opened) = self.file.open() {
            self.marks = Some(opened.marks);
            return true;
        }
        false
    }

    /// The texts that are remembered at each of `paths`, latest first.
    pub fn remembered_at(&self, paths: &[PathKey]) -> Vec<Vec<Remembered>> {
        let remembered = self.marks().and_then(|marks| marks.remembered_at(paths).ok());
        remembered.unwrap_or_else(|| vec![Vec::new(); paths.len()])
    }

    /// The texts that left within this many seconds and carry something, latest first.
    pub fn gone(&self, seconds: i64, limit: u32) -> Vec<Place> {
        self.marks().and_then(|marks| marks.gone(seconds, limit).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::{
        base::OwnFolders,
        domain::{ArticleId, Mark, MarkChange},
        marks::database::Edit,
    };

    fn id(number: u8) -> ArticleId {
        ArticleId([number; 16])
    }

    /// That the text of the first article became that of the second.
    fn edited() -> Settling {
        let edit = Edit { old: id(1), new: id(2), was_known: false, latest: id(1) };
        Settling { edits: vec![edit], ..Settling::default() }
    }

    fn own_folders(folder: &Path) -> OwnFolders {
        OwnFolders {
            cache: folder.join("cache"),
            data: folder.join("data"),
            ..OwnFolders::default()
        }
    }

    #[test]
    fn marks_that_could_not_be_changed_at_first_are_carried_once_they_can_be() {
        let folder = tempfile::tempdir().unwrap();
        let own_folders = own_folders(folder.path());
        let file = MarksFile::of(&own_folders, Path::new("/news"));
        let change = MarkChange { mark: Mark::Starred, value: true, ids: vec![id(1)] };
        file.open().unwrap().marks.apply(&change).unwrap();
        let (path, aside) = (own_folders.marks(), folder.path().join("aside"));
        fs::rename(&path, &aside).unwrap();
        fs::write(&path, "").unwrap();
        // A folder in place of the lock of changes refuses everybody, whatever their rights.
        let journal = path.with_extension("db-journal");
        fs::create_dir_all(journal.join("held")).unwrap();
        let (mut carrier, refused) = Carrier::open(file);
        assert!(refused.is_none() && carrier.marks().unwrap().is_read_only());
        assert_eq!(carrier.settle(&edited()).unwrap(), []);
        fs::remove_dir_all(&journal).unwrap();
        fs::rename(&aside, &path).unwrap();
        let changes = carrier.settle(&edited()).unwrap();
        let star = changes.iter().find(|it| it.mark == Mark::Starred).unwrap();
        assert!(star.value && star.ids == [id(2)]);
    }

    #[test]
    fn files_are_not_held_up_by_another_programs_file() {
        let folder = tempfile::tempdir().unwrap();
        let own_folders = own_folders(folder.path());
        fs::create_dir_all(&own_folders.data).unwrap();
        let foreign = rusqlite::Connection::open(own_folders.marks()).unwrap();
        foreign.execute_batch("CREATE TABLE moz_places (id INTEGER)").unwrap();
        drop(foreign);
        let (mut carrier, refused) = Carrier::open(MarksFile::of(&own_folders, Path::new("/news")));
        assert!(matches!(refused, Some(MarksError::Foreign { .. })));
        assert_eq!(carrier.settle(&edited()).unwrap(), []);
        assert!(carrier.marks().is_none());
        fs::remove_file(own_folders.marks()).unwrap();
        carrier.settle(&edited()).unwrap();
        assert!(!carrier.marks().unwrap().is_read_only());
    }
}
