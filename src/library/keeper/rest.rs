//! Reports how much of the folder is known, so that every answer can carry it: during long work,
//! answers cover what is known so far, and afterwards they are final.

use super::{Keeper, News, Stop, Work};
use crate::library::reach::{Known, Reached};

impl Keeper {
    /// Reports how much of the files has been read.
    pub(super) fn read_so_far(&self, work: Work, report: &mut dyn FnMut(News)) {
        let so_far = match self.library.shared.reach.get().files {
            Known::Stopped => Known::Stopped,
            Known::SoFar | Known::Everything => Known::SoFar,
        };
        self.reached(Reached { files: so_far, words: so_far }, report);
        report(News::Working(Some(work)));
    }

    /// Reports how many of the articles have been indexed.
    pub(super) fn indexed_so_far(&self, work: Work, report: &mut dyn FnMut(News)) {
        let files = self.library.shared.reach.get().files;
        self.reached(Reached { files, words: Known::SoFar }, report);
        report(News::Working(Some(work)));
    }

    /// Every folder has been checked: an earlier stop no longer counts.
    pub(super) fn looked_everywhere(&self) {
        if self.library.shared.reach.get().files == Known::Stopped {
            self.library.shared.reach.set(Reached::default());
        }
    }

    /// Long work has ended: answers are final where nothing is left to do.
    pub(super) fn rest(&self, report: &mut dyn FnMut(News)) {
        report(News::Working(None));
        let before = self.library.shared.reach.get().files;
        let files = match self.progress.stop {
            Some(Stop::Restart | Stop::Damaged | Stop::Leave) => Known::SoFar,
            None if self.has_read_all() && before != Known::Stopped => Known::Everything,
            Some(Stop::Cancelled) | None => Known::Stopped,
        };
        self.reached(Reached { files, words: files.and(self.indexing.known()) }, report);
    }

    fn has_read_all(&self) -> bool {
        self.catalogue.as_ref().is_some_and(|catalogue| catalogue.state().is_complete)
    }

    /// What an instance that does not write knows of the one that does.
    pub(super) fn rest_behind_writer(&self, report: &mut dyn FnMut(News)) {
        let known = |is_whole| if is_whole { Known::Everything } else { Known::SoFar };
        let state = self.library.snapshot();
        let files = known(state.state().is_complete);
        let watermark = self.library.index().and_then(|index| index.watermark());
        let words = known(watermark.is_some_and(|it| state.state().n_rows <= it));
        self.reached(Reached { files, words: files.and(words) }, report);
    }

    fn reached(&self, reached: Reached, report: &mut dyn FnMut(News)) {
        if self.library.shared.reach.set(reached) {
            // Answers given until now said less, or more.
            report(News::Indexed);
        }
    }
}
