//! What is said in the place of "nothing found" while not everything is known.

use super::{List, Session};
use crate::base::wording;
use crate::domain::Extent;

/// Signs that follow one another while work goes on.
const SPINNER: [char; 4] = ['-', '\\', '|', '/'];

/// Files between two signs of the spinner: fewer than are read between two reports.
const FILES_A_TURN: usize = 64;

impl Session {
    /// What is said of a list without rows that is not final: `none yet · 20 % of the files read`.
    pub fn none_so_far(&self, list: &List) -> Option<String> {
        match list.extent() {
            Extent::SoFar => Some(format!(
                "{} {}",
                SPINNER[self.n_done() / FILES_A_TURN % SPINNER.len()],
                wording!("none-yet", far = self.how_far())
            )),
            Extent::Stopped => Some(wording!("none-stopped").to_owned()),
            Extent::Whole | Extent::PageOf(_) | Extent::Page => None,
        }
    }

    fn n_done(&self) -> usize {
        self.status.progress.as_ref().map_or(0, |progress| progress.n_done)
    }

    /// How much of the folder is known.
    fn how_far(&self) -> String {
        let Some(progress) = &self.status.progress else {
            return wording!("so-far-looking").to_owned();
        };
        let is_indexing = progress.what == wording!("work-indexing");
        match progress.percent() {
            Some(percent) if is_indexing => wording!("so-far-indexed", percent = percent),
            Some(percent) => wording!("so-far-percent", percent = percent),
            None => wording!("so-far-files", n = progress.n_done),
        }
    }
}
