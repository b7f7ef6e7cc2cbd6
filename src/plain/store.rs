//! The marks in plain mode: the outcome of each change, in sentences.

use super::{note, sentence};
use crate::{
    base::{Clean, wording},
    domain::{Applied, ArticleId, Mark, Position, Targets},
    library::{Library, OwnFolders},
    marks::{BookError, BookNews, MarkBook, database::HistoryStep},
};

/// What becomes of a change: `None` if there was nothing to change, or why it was not kept.
pub(super) type MarkResult = Result<Option<Applied>, String>;

/// The marks of one library.
pub(super) struct Store {
    book: MarkBook<Library>,
}

impl Store {
    /// Opens the marks, and returns the messages about them.
    pub(super) fn open(library: &Library, own_folders: &OwnFolders) -> (Self, Vec<Clean>) {
        let mut book = MarkBook::open(own_folders, library.clone());
        let is_open = book.is_open();
        let said = |news| match news {
            BookNews::Stands(text) if is_open => Some(note(&text)),
            BookNews::Stands(text) | BookNews::Warning(text) | BookNews::Failed(text) => {
                Some(Clean::new(&sentence(&text)))
            }
            BookNews::Lifted(_) | BookNews::Marked { .. } | BookNews::Reloaded => None,
        };
        let said = book.take_news().into_iter().filter_map(said).collect();
        (Self { book }, said)
    }

    /// Gives articles a mark or takes it from them.
    pub(super) fn mark(&mut self, mark: Mark, value: bool, targets: Targets) -> MarkResult {
        let marked = self.book.mark(targets, mark, value);
        self.finish(marked)
    }

    pub(super) fn undo(&mut self) -> MarkResult {
        let undone = self.book.undo();
        self.finish(undone)
    }

    pub(super) fn redo(&mut self) -> MarkResult {
        let redone = self.book.redo();
        self.finish(redone)
    }

    /// The steps that changed marks, newest first, at most `limit`.
    pub(super) fn history(&mut self, limit: usize) -> Result<Vec<HistoryStep>, String> {
        self.book.history(limit).map_err(|why| sentence(&why.to_string()))
    }

    /// The articles of a step; none if they cannot be read.
    pub(super) fn articles_of(&self, step: u64) -> Vec<ArticleId> {
        self.book.articles_of(step)
    }

    fn finish(&mut self, done: Result<Option<Applied>, BookError>) -> MarkResult {
        let shown = self.shown();
        let applied = done.map_err(|why| sentence(&why.to_string()))?;
        shown.map(|()| applied)
    }

    /// Loads the commits of another instance since the last look.
    pub(super) fn follow(&mut self) -> Result<(), String> {
        self.book.follow();
        self.shown()
    }

    /// Why something is not shown as it should be. What stands has been said at the start, and a
    /// change that is refused says it again.
    fn shown(&mut self) -> Result<(), String> {
        let failed = self.book.take_news().into_iter().find_map(|news| match news {
            BookNews::Warning(text) | BookNews::Failed(text) => Some(sentence(&text)),
            BookNews::Stands(_)
            | BookNews::Lifted(_)
            | BookNews::Marked { .. }
            | BookNews::Reloaded => None,
        });
        failed.map_or(Ok(()), Err)
    }

    /// What is to be said of marks that are listed, once ever.
    pub(super) fn said_of_shown(&mut self, ids: &[ArticleId]) -> Option<String> {
        self.book.shows_shared(ids).then(|| note(&wording!("marks-shared")).to_string())
    }

    /// Where reading an article stopped; its beginning where nothing is known.
    pub(super) fn position(&self, id: ArticleId) -> Position {
        self.book.position(id)
    }

    /// Keeps where reading stopped.
    pub(super) fn keep_position(&mut self, id: ArticleId, position: Position) {
        // Why nothing can be kept has been said when the marks were opened.
        let _ = self.book.keep_position(id, position);
    }
}
