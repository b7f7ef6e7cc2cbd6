//! The message in place of "nothing found" while not everything is known.

use super::{Effect, List, Question, Session};
use crate::base::wording;
use crate::domain::Extent;

/// Signs that follow one another while work goes on.
const SPINNER: [char; 4] = ['-', '\\', '|', '/'];

/// Files between two signs of the spinner: fewer than are read between two reports.
const FILES_A_TURN: usize = 64;

impl Session {
    /// The message of a list without rows that is not final: `none yet · 20% of the files read`.
    pub fn none_so_far(&self, list: &List) -> Option<String> {
        match list.extent() {
            Extent::SoFar => Some(format!(
                "{} {}",
                SPINNER[self.n_done() / FILES_A_TURN % SPINNER.len()],
                wording!("none-yet", far = self.how_far())
            )),
            Extent::Stopped => Some(wording!("none-stopped").to_owned()),
            Extent::Whole | Extent::PageOf(_) | Extent::Page | Extent::More => None,
        }
    }

    /// The source whose name was searched for without a hit.
    pub fn source_searched_for(&self) -> Option<&str> {
        let text = self.search.text.to_lowercase();
        let text = text.trim_end_matches('*');
        let names =
            self.prompts.command_line.completions.sources.iter().map(|(name, _)| name.as_str());
        let is_meant = |name: &str| {
            let name = name.to_lowercase();
            name.strip_prefix(text).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let is_none = self.search.is_open && self.lists.results.extent() == Extent::Whole;
        names.into_iter().find(|name| is_none && !text.is_empty() && is_meant(name))
    }

    /// Asks for the names of sources where nothing was found: one may have been meant.
    pub(super) fn ask_for_sources(&mut self) -> Option<Effect> {
        let is_none = self.search.query.is_some()
            && self.lists.results.extent() == Extent::Whole
            && self.lists.results.n_rows() == 0
            && !self.lists.results.is_waiting();
        let completions = &mut self.prompts.command_line.completions;
        (is_none && completions.sources.is_empty())
            .then(|| Effect::Ask(Question::Sources { generation: completions.ticket.ask() }))
    }

    fn n_done(&self) -> usize {
        self.said.status.progress.as_ref().map_or(0, |progress| progress.n_done)
    }

    /// How much of the folder is known.
    fn how_far(&self) -> String {
        let Some(progress) = &self.said.status.progress else {
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
