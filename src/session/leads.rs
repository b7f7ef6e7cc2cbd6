//! How articles begin, read for the rows on the screen alone and kept: an article never changes
//! under its id.

use std::collections::HashMap;

use super::{Effect, List, Question};
use crate::base::Clean;
use crate::domain::{ArticleId, Seq};

/// Leads kept: a few screens.
const MOST: usize = 1_000;

/// What is known of how articles begin.
#[derive(Debug, Default)]
pub struct Leads {
    known: HashMap<ArticleId, Clean>,
    asked: Vec<(ArticleId, Seq)>,
}

impl Leads {
    /// How an article begins, once it has been read.
    pub fn get(&self, id: ArticleId) -> Option<&Clean> {
        self.known.get(&id)
    }

    /// Asks for the rows on the screen that are not known, unless they were asked for last.
    pub(super) fn load(&mut self, list: &List) -> Option<Effect> {
        if !list.shows_leads() && !list.has_room_for_leads() {
            return None;
        }
        let headlines = list.visible().filter_map(|row| list.headline_at(row));
        let headlines = headlines.filter(|headline| headline.folded.is_none());
        let unknown = headlines.filter(|it| !self.known.contains_key(&it.id));
        let wanted: Vec<_> = unknown.map(|it| (it.id, it.seq)).collect();
        if wanted.is_empty() || wanted == self.asked {
            return None;
        }
        self.asked.clone_from(&wanted);
        Some(Effect::Ask(Question::Leads { wanted }))
    }

    pub(super) fn take(&mut self, leads: Vec<(ArticleId, Clean)>) {
        if MOST < self.known.len() {
            self.known.clear();
            self.asked.clear();
        }
        self.known.extend(leads);
    }
}
