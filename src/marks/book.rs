//! The one owner of the marks for a front end: each change is on disk before it is shown, and
//! changes of other instances are shown, too.
//!
//! The book shows no messages itself. Changes return their outcome; everything else to be shown
//! waits in order for [`MarkBook::take_news`].

use std::path::Path;

use super::{
    MarksFile, Setting,
    database::{HistoryStep, Marks, MarksError, OpenedMarks, Place, Scope, Since},
};
use crate::{
    base::{Clean, OwnFolders, paths::kept, wording},
    domain::{Applied, ArticleId, Mark, MarkChange, Position, Targets},
};

/// The articles that marks are shown on.
pub trait Shelf {
    /// The directory of the articles.
    fn path(&self) -> &Path;

    /// The last change in the log of marks that is shown.
    fn log(&self) -> u64;

    /// The articles that a mark is meant for.
    ///
    /// # Errors
    /// In words: they cannot be read.
    fn ids_meant(&self, targets: Targets) -> Result<Vec<ArticleId>, Clean>;

    /// The places of articles, as far as the marks must remember them.
    fn places_of(&self, ids: &[ArticleId]) -> Vec<Place>;

    /// Shows a change that is on the disk.
    ///
    /// # Errors
    /// In words: it cannot be shown.
    fn show(&self, change: &Applied) -> Result<(), Clean>;

    /// Shows all marks, whatever was shown before.
    ///
    /// # Errors
    /// If the marks cannot be read.
    fn show_all(&self, marks: &Marks) -> Result<(), MarksError>;
}

/// Why marks were not changed or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// There are no marks to change: they cannot even be opened.
    #[error("{0}")]
    Closed(Clean),
    /// The reason that stands since they were opened, else that of this change.
    #[error("{0}")]
    Refused(Clean),
    /// The articles that were meant cannot be read.
    #[error("{0}")]
    Unread(Clean),
}

/// What is to be shown or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookNews {
    /// What stays true until it is [`BookNews::Lifted`].
    Stands(Clean),
    Lifted(Clean),
    /// A change is on the disk and on the shelf. `is_ours` if it is the one that was just made.
    Marked {
        change: Applied,
        is_ours: bool,
    },
    /// All marks were shown again.
    Reloaded,
    /// Something is not shown as it should be.
    Warning(Clean),
    Failed(Clean),
}

/// The marks of one library, opened.
#[derive(Debug)]
pub struct MarkBook<S> {
    shelf: S,
    file: MarksFile,
    /// `None` if they cannot even be opened.
    marks: Option<Marks>,
    /// Why marks cannot be changed, as it stands since they were opened.
    refusal: Option<Clean>,
    /// The last change in the log that is shown.
    log: u64,
    /// That libraries share their marks has been said; nobody knows yet if it is `None`.
    is_sharing_said: Option<bool>,
    news: Vec<BookNews>,
}

impl<S: Shelf> MarkBook<S> {
    /// Opens the marks, whatever state they are in; the news report problems.
    pub fn open(own_folders: &OwnFolders, shelf: S) -> Self {
        // From where the shelf ends, not from now: another instance may have marked something
        // since its marks were loaded.
        let log = shelf.log();
        let (file, news) = (MarksFile::of(own_folders, shelf.path()), Vec::new());
        let mut book =
            Self { shelf, file, marks: None, refusal: None, log, is_sharing_said: None, news };
        match book.opened() {
            Ok(opened) => book.take(opened),
            Err(error) => {
                let why = wording!("marks-cannot-be-kept", why = error.to_string());
                book.refuse(Clean::new(&why));
            }
        }
        book
    }

    /// Whether there are marks to read, at least.
    pub fn is_open(&self) -> bool {
        self.marks.is_some()
    }

    /// Opens marks that could not be opened, if that is possible now.
    pub fn open_again(&mut self) {
        if !self.is_open() {
            self.try_again();
        }
    }

    /// News to be shown since the last call, in order.
    pub fn take_news(&mut self) -> Vec<BookNews> {
        std::mem::take(&mut self.news)
    }

    /// Gives articles a mark or takes it from them; `None` if none of them changed.
    ///
    /// # Errors
    /// If that cannot be kept; nothing has changed then.
    pub fn mark(
        &mut self,
        targets: Targets,
        mark: Mark,
        value: bool,
    ) -> Result<Option<Applied>, BookError> {
        let ids = self.shelf.ids_meant(targets).map_err(BookError::Unread)?;
        let places = self.shelf.places_of(&ids);
        let change = MarkChange { mark, value, ids };
        self.change(|marks| marks.apply_at(&change, &places))
    }

    /// Undoes the newest step that is not undone; `None` if there is none.
    ///
    /// # Errors
    /// As [`MarkBook::mark`].
    pub fn undo(&mut self) -> Result<Option<Applied>, BookError> {
        self.change(Marks::undo)
    }

    /// Does again the step that was undone last; `None` if there is none.
    ///
    /// # Errors
    /// As [`MarkBook::mark`].
    pub fn redo(&mut self) -> Result<Option<Applied>, BookError> {
        self.change(Marks::redo)
    }

    /// Undoes or redoes until the step of this number is the newest that is not undone.
    ///
    /// # Errors
    /// As [`MarkBook::mark`], but the steps before the one that failed have been gone.
    pub fn go_to(&mut self, number: u64) -> Result<(), BookError> {
        self.try_again();
        self.come_along();
        let gone = self.open_marks().and_then(|marks| {
            let go = |marks: &mut Marks| -> Result<(), MarksError> {
                let steps = marks.history(usize::MAX)?;
                let to_redo = steps.iter().filter(|it| it.is_undone && it.number <= number);
                let to_undo = steps.iter().filter(|it| !it.is_undone && number < it.number);
                let (to_redo, to_undo) = (to_redo.count(), to_undo.count());
                (0..to_undo).try_for_each(|_| marks.undo().map(drop))?;
                (0..to_redo).try_for_each(|_| marks.redo().map(drop))
            };
            go(marks).map_err(|error| refused(&error))
        });
        self.catch_up(None);
        gone
    }

    /// The library's steps, newest first, at most `limit`.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn history(&mut self, limit: usize) -> Result<Vec<HistoryStep>, BookError> {
        self.open_marks()?.history(limit).map_err(|error| refused(&error))
    }

    /// The articles of a step; none if they cannot be read.
    pub fn articles_of(&self, step: u64) -> Vec<ArticleId> {
        let ids = self.marks.as_ref().and_then(|marks| marks.articles_of(step).ok()?);
        ids.unwrap_or_default()
    }

    /// Shows what other instances have changed since the last look.
    pub fn follow(&mut self) {
        self.come_along();
        if self.marks.as_mut().is_some_and(Marks::has_changed) {
            self.catch_up(None);
        }
    }

    /// Where reading an article stopped; its beginning where nothing is known.
    pub fn position(&self, id: ArticleId) -> Position {
        let position = self.marks.as_ref().and_then(|marks| marks.position(id).ok()?);
        position.unwrap_or_default()
    }

    /// Keeps where reading stopped.
    ///
    /// # Errors
    /// If that cannot be kept.
    pub fn keep_position(&mut self, id: ArticleId, position: Position) -> Result<(), BookError> {
        let kept = self.on_marks(|marks| marks.set_position(id, position))?;
        kept.map_err(|error| refused(&error))
    }

    /// Keeps a value for the next start.
    ///
    /// # Errors
    /// If that cannot be kept.
    pub fn keep(&mut self, setting: Setting, value: &str) -> Result<(), BookError> {
        let (scope, name) = (setting.scope(), setting.name());
        let kept = if scope == Scope::Everywhere && !self.file.is_shared() {
            let all = self.file.everywhere().open_to_write();
            all.and_then(|mut marks| marks.set_setting(scope, name, value))
        } else {
            self.on_marks(|marks| marks.set_setting(scope, name, value))?
        };
        kept.map_err(|error| refused(&error))
    }

    /// Whether this is the first time ever that an article that is shown, one of `ids`, carries a mark
    /// that was set in another library. Marks that are kept apart are shared with nobody.
    pub fn shows_shared(&mut self, ids: &[ArticleId]) -> bool {
        let Some(marks) = &self.marks else { return false };
        let said = Setting::SharingSaid;
        let read = || marks.setting(said.scope(), said.name()).is_ok_and(|it| it.is_some());
        if *self.is_sharing_said.get_or_insert_with(read)
            || !self.file.is_shared()
            || !marks.is_any_from_elsewhere(ids).unwrap_or(false)
        {
            return false;
        }
        self.is_sharing_said = Some(true);
        // If it cannot be saved, the message is shown again another time.
        let _ = self.keep(said, "1");
        true
    }

    /// Makes a change, and shows it along with all that came before it in the log.
    fn change(
        &mut self,
        work: impl Fn(&mut Marks) -> Result<Option<Applied>, MarksError>,
    ) -> Result<Option<Applied>, BookError> {
        self.try_again();
        self.come_along();
        let standing = self.refusal.clone();
        let refused = |error: &MarksError| match standing {
            Some(why) => BookError::Refused(why),
            None => refused(error),
        };
        let applied = self.on_marks(work)?.map_err(|error| refused(&error))?;
        if let Some(applied) = &applied {
            self.catch_up(Some(applied.log));
        }
        Ok(applied)
    }

    /// Works on the marks; again where others count by now.
    fn on_marks<T>(
        &mut self,
        work: impl Fn(&mut Marks) -> Result<T, MarksError>,
    ) -> Result<Result<T, MarksError>, BookError> {
        match work(self.open_marks()?) {
            Err(MarksError::Moved { .. }) if self.come_along() => Ok(work(self.open_marks()?)),
            done => Ok(done),
        }
    }

    /// Opens and shows other marks where those count by now.
    fn come_along(&mut self) -> bool {
        let has_moved = self.marks.as_ref().is_some_and(|marks| self.file.has_moved(marks));
        if !has_moved {
            return false;
        }
        let Ok(opened) = self.file.open() else { return false };
        // Of another log nothing is known.
        self.log = u64::MAX;
        self.take(opened);
        true
    }

    /// What was refused at the opening, by a full disk for one, may be granted now.
    fn try_again(&mut self) {
        if let Some(refusal) = self.refusal.clone()
            && let Ok(opened) = self.opened()
            && !opened.marks.is_read_only()
        {
            self.news.push(BookNews::Lifted(refusal));
            self.take(opened);
        }
    }

    fn opened(&self) -> Result<OpenedMarks, MarksError> {
        let mut opened = self.file.open()?;
        let last = Setting::LastLibrary;
        let keep = |marks: &mut Marks| {
            marks.set_setting(last.scope(), last.name(), &kept(self.shelf.path()))
        };
        // If it cannot be kept, the next start begins with the sample.
        let _ = if self.file.is_shared() {
            keep(&mut opened.marks)
        } else {
            self.file.everywhere().open_to_write().and_then(|mut marks| keep(&mut marks))
        };
        Ok(opened)
    }

    fn take(&mut self, opened: OpenedMarks) {
        let OpenedMarks { marks, notice } = opened;
        self.refusal = None;
        if let Some(said) = notice.map(|notice| Clean::new(&notice.to_string())) {
            if marks.is_read_only() {
                self.refuse(said);
            } else {
                self.news.push(BookNews::Stands(said));
            }
        }
        self.marks = Some(marks);
        self.catch_up(None);
    }

    fn refuse(&mut self, why: Clean) {
        self.news.push(BookNews::Stands(why.clone()));
        self.refusal = Some(why);
    }

    fn open_marks(&mut self) -> Result<&mut Marks, BookError> {
        let why = || self.refusal.clone().unwrap_or_default();
        self.marks.as_mut().ok_or_else(|| BookError::Closed(why()))
    }

    /// Shows everything that was committed since the last look; `ours` is the change made here.
    fn catch_up(&mut self, ours: Option<u64>) {
        let Some(marks) = &mut self.marks else { return };
        // Our own question about changes must not be answered by our own writing.
        marks.has_changed();
        match marks.since(self.log) {
            Ok(Since::Changes { changes, n_unknown, log }) => {
                self.log = log;
                if 0 < n_unknown {
                    self.news.push(BookNews::Warning(Clean::new(wording!("marks-unknown"))));
                }
                for change in changes {
                    if let Err(why) = self.shelf.show(&change) {
                        self.news.push(BookNews::Failed(why));
                    }
                    let is_ours = ours == Some(change.log);
                    self.news.push(BookNews::Marked { change, is_ours });
                }
            }
            Ok(Since::Reload) => {
                let log = marks.log().unwrap_or(0);
                if let Err(error) = self.shelf.show_all(marks) {
                    self.news.push(BookNews::Failed(Clean::new(&error.to_string())));
                }
                self.log = log;
                self.news.push(BookNews::Reloaded);
            }
            Err(error) => self.news.push(BookNews::Failed(Clean::new(&error.to_string()))),
        }
    }
}

fn refused(error: &MarksError) -> BookError {
    BookError::Refused(Clean::new(&error.to_string()))
}

#[cfg(test)]
mod tests;
