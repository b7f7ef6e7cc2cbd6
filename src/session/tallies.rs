//! What the list in front comes to: its articles over time, and what they have in common.
//!
//! It is asked for once a list is shown as a whole, and only while somebody looks. What the last list
//! came to stays on the screen until the new numbers are there.

use super::{Effect, Generation, List, ListName, Question, Session, Ticket, narrowing::Narrowings};
use crate::domain::{Extent, Facet, FacetKind, Timeline};
use crate::library::{FacetWanted, Tally, TallyAnswer, TallyWanted};

/// Values of a kind that are shown at first, and once the kind has been opened.
const N_VALUES: usize = 8;
const N_VALUES_OPENED: usize = 1000;
/// Parts of a sparkline.
const N_PARTS: usize = 8;

/// The newest numbers, and what is asked for.
#[derive(Debug, Default)]
pub struct Tallies {
    tally: Tally,
    extent: Extent,
    asked: Option<Asked>,
    /// Only values that contain this are shown.
    pub filter: String,
    /// The kind of which all values are shown.
    pub opened: Option<FacetKind>,
    pub(super) narrowings: Narrowings,
}

#[derive(Debug)]
struct Asked {
    list: ListName,
    ticket: Ticket,
    wanted: TallyWanted,
}

impl Tallies {
    /// The articles over time; `None` until they have been counted.
    pub fn timeline(&self) -> Option<&Timeline> {
        self.tally.timeline.as_ref()
    }

    pub fn facets(&self) -> &[Facet] {
        &self.tally.facets
    }

    fn clear(&mut self) {
        (self.tally, self.asked) = (Tally::default(), None);
    }

    /// Asks for what a list comes to, unless just that was asked for.
    fn ask(&mut self, list: &List, wanted: TallyWanted) -> Option<Effect> {
        let (name, ticket) = (list.name(), list.shown_ticket());
        if ticket.is_unused() || list.extent().is_being_counted() {
            return None;
        }
        let is_same = |asked: &Asked| {
            asked.list == name && asked.wanted == wanted && !ticket.has_moved_since(asked.ticket)
        };
        if self.asked.as_ref().is_some_and(is_same) {
            return None;
        }
        self.asked = Some(Asked { list: name, ticket, wanted: wanted.clone() });
        Some(Effect::Ask(Question::Tally { list: name, generation: ticket.newest(), wanted }))
    }
}

impl Session {
    /// Asks for what the list in front comes to, if that is looked at.
    pub(super) fn ask_tally(&mut self) -> Option<Effect> {
        let layout = &self.display.layout;
        let is_empty = self.search.is_open && self.search.query.is_none();
        if is_empty || !(layout.has_timeline || layout.has_facets) {
            self.lists.tallies.clear();
            return None;
        }
        let n_values = if self.lists.tallies.opened.is_some() { N_VALUES_OPENED } else { N_VALUES };
        let contains = self.lists.tallies.filter.clone();
        let facets = if layout.has_facets { FacetKind::ALL.to_vec() } else { Vec::new() };
        let wanted = TallyWanted {
            has_timeline: layout.has_timeline,
            facets,
            values: FacetWanted { contains, n_values, n_parts: N_PARTS, shows_others: true },
        };
        let list = if self.search.is_open { &self.lists.results } else { &self.lists.library };
        self.lists.tallies.ask(list, wanted)
    }

    /// Whether the numbers are exact, and not lower bounds. Files that are compared with the folder in
    /// a moment are not worth a sign; those being read are.
    pub fn is_tally_exact(&self) -> bool {
        let extent = self.lists.tallies.extent;
        extent == Extent::Whole || extent.has_all_rows() && self.said.status.progress.is_none()
    }

    /// Asks again, since marks have changed.
    pub(super) fn tally_again(&mut self) -> Option<Effect> {
        self.lists.tallies.asked = None;
        self.ask_tally()
    }

    /// Takes numbers, unless they are of a list that is not in front any more.
    pub(super) fn on_tally(&mut self, answer: TallyAnswer) {
        let TallyAnswer { list, generation, extent, tally } = answer;
        let front = self.front();
        let taken = take(front, list, generation, tally);
        if let Some(tally) = taken {
            (self.lists.tallies.tally, self.lists.tallies.extent) = (tally, extent);
        }
    }
}

fn take(front: &List, list: ListName, generation: Generation, tally: Tally) -> Option<Tally> {
    front.shown_ticket().take(generation, tally).filter(|_| front.name() == list)
}
