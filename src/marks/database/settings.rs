//! Data next to the marks, without a history: reading positions, and small settings of the session.
//! The last write wins; a power cut may undo the latest ones.

use rusqlite::{OptionalExtension, params};

use super::{
    changes::{POSITION, note_changes},
    connection::{LibraryKey, Marks, Sync},
    error::MarksError,
    versions::{NEVER, later_forms},
};
use crate::base::wording;
use crate::domain::{ArticleId, Position};

/// For which libraries a setting holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// For the library that the marks were opened for.
    Library,
    /// For all, such as which library was open last.
    Everywhere,
}

impl Scope {
    fn key(self, library: LibraryKey) -> [u8; 16] {
        match self {
            Self::Library => library.0,
            Self::Everywhere => LibraryKey::NONE.0,
        }
    }
}

impl Marks {
    /// The position where reading of the article stopped; `None` if it never began.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn position(&self, id: ArticleId) -> Result<Option<Position>, MarksError> {
        self.read(wording!("marks-read-position"), |db| {
            db.prepare_cached("SELECT paragraph, byte FROM positions WHERE id = ?1")?
                .query_row([id.0], |row| Ok(Position { paragraph: row.get(0)?, byte: row.get(1)? }))
                .optional()
        })
    }

    /// Keeps where reading of the article stopped.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn set_position(&mut self, id: ArticleId, position: Position) -> Result<(), MarksError> {
        self.write(wording!("marks-keep-position"), Sync::Later, |db, _| {
            let mut keep =
                db.prepare_cached("INSERT OR REPLACE INTO positions VALUES (?1, ?2, ?3)")?;
            // The file may just have been edited: its present text is read on from here.
            for id in later_forms(db, &[id], NEVER)?.into_iter().chain([id]) {
                keep.execute(params![id.0, position.paragraph, position.byte])?;
                note_changes(db, POSITION, &[id], None)?;
            }
            Ok(())
        })
    }

    /// The value last set for `key`.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn setting(&self, scope: Scope, key: &str) -> Result<Option<String>, MarksError> {
        self.read(wording!("marks-read-setting"), |db| {
            db.prepare_cached("SELECT value FROM state WHERE library = ?1 AND key = ?2")?
                .query_row(params![scope.key(self.library), key], |row| row.get(0))
                .optional()
        })
    }

    /// Keeps `value` for `key`. Keys that begin with a dot are the database's own.
    ///
    /// # Errors
    ///
    /// As [`Marks::apply`].
    pub fn set_setting(&mut self, scope: Scope, key: &str, value: &str) -> Result<(), MarksError> {
        self.write(wording!("marks-keep-setting"), Sync::Later, |db, library| {
            db.prepare_cached("INSERT OR REPLACE INTO state VALUES (?1, ?2, ?3)")?
                .execute(params![scope.key(library), key, value])?;
            Ok(())
        })
    }

    /// Names this database among all others: what is cached beside a log number is worth nothing
    /// once the file has been replaced by another, whose numbers start again.
    ///
    /// # Errors
    ///
    /// If the file is damaged or cannot be read.
    pub fn identity(&self) -> Result<String, MarksError> {
        self.setting(Scope::Everywhere, ".identity").map(Option::unwrap_or_default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::database::tests::{Home, id};

    #[test]
    fn a_position_is_kept_over_a_restart_and_the_last_one_wins() {
        let home = Home::new();
        let (first, last) =
            (Position { paragraph: 1, byte: 2 }, Position { paragraph: u32::MAX, byte: 0 });
        let mut marks = home.open(1);
        assert_eq!(marks.position(id(1)).unwrap(), None);
        marks.set_position(id(1), first).unwrap();
        marks.set_position(id(1), last).unwrap();
        drop(marks);
        let marks = home.open(2);
        assert_eq!(marks.position(id(1)).unwrap(), Some(last));
        assert_eq!(marks.log().unwrap(), 0);
    }

    #[test]
    fn a_setting_belongs_to_its_library_or_to_all() {
        let home = Home::new();
        let (mut one, two) = (home.open(1), home.open(2));
        one.set_setting(Scope::Library, "query", "moon").unwrap();
        one.set_setting(Scope::Everywhere, "library", "/news").unwrap();
        assert_eq!(one.setting(Scope::Library, "query").unwrap().as_deref(), Some("moon"));
        assert_eq!(two.setting(Scope::Library, "query").unwrap(), None);
        assert_eq!(two.setting(Scope::Everywhere, "library").unwrap().as_deref(), Some("/news"));
    }

    #[test]
    fn two_databases_differ_in_identity() {
        let (one, two) = (Home::new(), Home::new());
        assert_ne!(one.open(1).identity().unwrap(), two.open(1).identity().unwrap());
        assert_eq!(one.open(1).identity().unwrap(), one.open(2).identity().unwrap());
    }
}
