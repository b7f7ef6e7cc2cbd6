//! Brings a library up to date once, for the command line.

use std::sync::mpsc::Receiver;

use super::{Keeper, News, Request, trust::Trust};
use crate::{
    base::{Clean, thousands, wording},
    library::marks::Loaded,
};

/// How much of the directory is checked before an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looking {
    /// Folders by their times, then every file, which may have been rewritten in place.
    EveryFile,
    /// As [`Looking::EveryFile`] up to [`Limits::most_checked`](super::Limits) files; of more, folders
    /// by their times, and a note that the files were not checked.
    Usual,
    /// Folders by their times.
    Folders,
    /// Nothing, where the library was read before.
    Nothing,
}

/// Files that are all checked before every answer: in a few hundredths of a second.
pub(super) const MOST_CHECKED: usize = 20_000;

impl Keeper {
    /// Scans and indexes all there is, without watching.
    pub fn run_once(self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        let _is_whole = self.look_once(Looking::EveryFile, inbox, report);
    }

    /// Scans and indexes what there is, without watching; for the command line. Whether every file was
    /// looked at.
    pub fn look_once(
        mut self,
        looking: Looking,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) -> bool {
        if self.catalogue.is_none() {
            // The writer may be one that has panicked: then its work is done here.
            self.follow_to_the_end(inbox, report);
        }
        let was_read = self.library.is_complete();
        let is_known = was_read && self.soundness.trust != Trust::Doubtful;
        let n_files = self.library.n_files();
        let is_quick =
            looking == Looking::Usual && was_read && self.settings.limits.most_checked < n_files;
        if looking == Looking::Nothing && is_known {
            self.open_index(report);
            self.index_the_rest(inbox, report);
        } else {
            self.start(inbox, report);
        }
        let checks_files = match looking {
            Looking::EveryFile => true,
            Looking::Usual => !is_quick,
            Looking::Folders | Looking::Nothing => false,
        };
        if self.catalogue.is_some() && checks_files {
            self.check_stamps(inbox, report);
            self.start_again(inbox, report);
            self.index_again(inbox, report);
        } else if self.catalogue.is_some() && is_quick {
            let text = wording!("cli-not-checked", n = thousands(n_files));
            report(News::Aside(Clean::new(&text)));
        }
        if let Some(cache) = self.cache.as_ref().filter(|_| self.lock.is_some()) {
            // Columns that cannot be kept are made again when they are asked for.
            let _ = self.library.keep_columns(cache);
        }
        if self.is_as_it_was_found() {
            // Nothing is written for an answer alone: that would take as long as the library is large.
            self.indexing.leave();
        } else {
            self.leave();
        }
        checks_files
    }

    /// Whether all that is known is kept in the cache, and the cache is as its stamp says.
    fn is_as_it_was_found(&self) -> bool {
        let is_kept = self.progress.marks == Loaded::AsKept && !self.progress.is_dirty;
        is_kept && !self.indexing.has_uncommitted() && self.is_stamped()
    }
}
