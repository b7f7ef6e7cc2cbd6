//! The origins of marks on the screen: libraries share them, and whoever sees that for the first
//! time is told. Only the store knows where a mark was set, and whether it has been said.

use std::collections::HashSet;

use super::{Effect, List, MarkRequest};
use crate::domain::ArticleId;

/// Articles remembered: a few screens.
const MOST: usize = 1_000;

/// The marked articles that the store knows to have been on the screen.
#[derive(Debug, Default)]
pub(super) struct Origins {
    told: HashSet<ArticleId>,
}

impl Origins {
    /// Tells the store of the marked articles that have come onto the screen.
    pub(super) fn tell(&mut self, list: &List) -> Option<Effect> {
        let headlines = list.visible().filter_map(|row| list.headline_at(row));
        let marked = headlines.filter(|it| it.folded.is_none() && it.is_marked());
        let new = marked.map(|headline| headline.id).filter(|id| !self.told.contains(id));
        let ids: Vec<ArticleId> = new.collect();
        if ids.is_empty() {
            return None;
        }
        if MOST < self.told.len() {
            self.told.clear();
        }
        self.told.extend(&ids);
        Some(Effect::Mark(MarkRequest::Shown(ids)))
    }
}
