//! The marks as plain mode keeps them: each change is on disk before a word is said about it, and
//! what other instances change is taken in between two commands.

use super::{note, sentence};
use crate::{
    base::{Clean, paths::kept, wording},
    domain::{Applied, ArticleId, Change, Field, Position},
    library::{Library, Places},
    storage::marks::{LibraryKey, Marks, MarksError, Opened, Scope, Since},
};

/// What becomes of a change: `None` where there was nothing to change, or why it was not kept.
pub(super) type Kept = Result<Option<Applied>, String>;

/// The marks of one library.
pub(super) struct Store {
    library: Library,
    places: Places,
    /// `None` where they cannot even be opened.
    marks: Option<Marks>,
    /// Why marks cannot be changed, as it was said when they were opened.
    refusal: Option<Clean>,
    /// The last change in the log that the library shows.
    log: u64,
}

impl Store {
    /// Opens the marks; what has to be said of them comes with it.
    pub(super) fn open(library: &Library, places: &Places) -> (Self, Option<Clean>) {
        let mut store = Self {
            library: library.clone(),
            places: places.clone(),
            marks: None,
            refusal: None,
            log: library.marks_log(),
        };
        let said = store.reopen();
        (store, said)
    }

    /// Opens the marks, and says what is wrong with them.
    fn reopen(&mut self) -> Option<Clean> {
        let path = self.library.path();
        let opened = Marks::open(&self.places.marks(), LibraryKey(Places::key_of(path)));
        let Opened { mut marks, notice } = match opened {
            Ok(opened) => opened,
            Err(error) => {
                let why = error.to_string();
                let said = Clean::new(&sentence(&wording!("marks-cannot-be-kept", why = why)));
                self.refusal = Some(said.clone());
                return Some(said);
            }
        };
        // Where it cannot be kept, the next start begins with the sample.
        let _ = marks.set_setting(Scope::Everywhere, "last-library", &kept(path));
        let said = notice.map(|notice| note(&notice));
        self.refusal = said.clone().filter(|_| marks.is_read_only());
        self.marks = Some(marks);
        said
    }

    /// Gives articles a mark or takes it from them.
    pub(super) fn mark(&mut self, field: Field, value: bool, ids: Vec<ArticleId>) -> Kept {
        let change = Change { field, value, ids };
        let places = self.library.places_of(&change.ids);
        self.change(|marks| marks.apply_at(&change, &places))
    }

    pub(super) fn undo(&mut self) -> Kept {
        self.change(Marks::undo)
    }

    pub(super) fn redo(&mut self) -> Kept {
        self.change(Marks::redo)
    }

    fn change(
        &mut self,
        work: impl FnOnce(&mut Marks) -> Result<Option<Applied>, MarksError>,
    ) -> Kept {
        // What was refused at the opening, by a full disk for one, may be granted now.
        if self.refusal.is_some() {
            let _ = self.reopen();
        }
        let why = |refusal: &Option<Clean>, error: &str| {
            refusal.as_ref().map_or_else(|| sentence(error), Clean::to_string)
        };
        let Some(marks) = &mut self.marks else {
            return Err(why(&self.refusal, wording!("plain-no-marks")));
        };
        let applied = work(marks).map_err(|error| why(&self.refusal, &error.to_string()))?;
        self.take_changes(true)?;
        Ok(applied)
    }

    /// Takes in what was committed since the last look, here or by another instance.
    pub(super) fn follow(&mut self) -> Result<(), String> {
        self.take_changes(false)
    }

    fn take_changes(&mut self, is_ours: bool) -> Result<(), String> {
        let Some(marks) = &mut self.marks else { return Ok(()) };
        if !marks.has_changed() && !is_ours {
            return Ok(());
        }
        let said = |error: &dyn std::fmt::Display| sentence(&error.to_string());
        match marks.since(self.log).map_err(|error| said(&error))? {
            Since::Changes { changes, log, .. } => {
                for change in changes {
                    self.library.take_marks(&change).map_err(|error| said(&error))?;
                }
                self.log = log;
            }
            Since::Reload => {
                let log = marks.log().map_err(|error| said(&error))?;
                self.library.reload_marks(marks).map_err(|error| said(&error))?;
                self.log = log;
            }
        }
        Ok(())
    }

    /// Where reading an article stopped; its beginning where nothing is known.
    pub(super) fn position(&self, id: ArticleId) -> Position {
        let position = self.marks.as_ref().and_then(|marks| marks.position(id).ok().flatten());
        position.unwrap_or_default()
    }

    /// Keeps where reading stopped.
    pub(super) fn keep_position(&mut self, id: ArticleId, position: Position) {
        if let Some(marks) = &mut self.marks {
            // Why nothing can be kept has been said when the marks were opened.
            let _ = marks.set_position(id, position);
        }
    }
}
