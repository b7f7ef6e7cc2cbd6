//! Brings a library up to date once, for the command line.

use std::sync::mpsc::Receiver;

use super::{Keeper, News, Request, trust::Trust};

/// How much of the directory is checked before an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looking {
    /// Folders by their times, then every file, which may have been rewritten in place.
    EveryFile,
    /// Folders by their times.
    Folders,
    /// Nothing, where the library was read before.
    Nothing,
}

impl Keeper {
    /// Scans and indexes all there is, without watching.
    pub fn run_once(self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        self.look_once(Looking::EveryFile, inbox, report);
    }

    /// Scans and indexes what there is, without watching; for the command line.
    pub fn look_once(
        mut self,
        looking: Looking,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.catalogue.is_none() {
            // The writer may be one that has panicked: then its work is done here.
            self.follow_to_the_end(inbox, report);
        }
        let is_known = self.library.is_complete() && self.soundness.trust != Trust::Doubtful;
        if looking == Looking::Nothing && is_known {
            self.open_index(report);
            self.index_the_rest(inbox, report);
        } else {
            self.start(inbox, report);
        }
        if self.catalogue.is_some() && looking == Looking::EveryFile {
            self.check_stamps(inbox, report);
            self.start_again(inbox, report);
            self.index_again(inbox, report);
        }
        if let Some(cache) = self.cache.as_ref().filter(|_| self.lock.is_some()) {
            // Columns that cannot be kept are made again when they are asked for.
            let _ = self.library.keep_columns(cache);
        }
        self.leave();
    }
}
