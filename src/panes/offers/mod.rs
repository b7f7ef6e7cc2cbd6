//! The few commands that matter most in the pane in front, with their keys: the status line shows
//! as many as there is room for, and a click on one runs it.

mod view;

use std::ops::Range;

use crate::base::wording;
use crate::session::{
    CommandRef, Invocation, Key, Keys, Occasion, Offer, PaneName, Reach, Session, find_command,
};
use crate::ui::width;
pub(super) use view::put_offers;

/// Between two of them.
const GAP_CELLS: usize = 2;

/// A command that is offered, and the cells in which it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offered {
    command: CommandRef,
    keys: String,
    words: &'static str,
    cells: Range<usize>,
    need: Need,
}

/// What is given up last comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    Help,
    WayOut,
    First,
    Other,
}

/// How many of the commands there is room for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Room {
    #[default]
    Few,
    /// For the first, the way out and the help.
    Main,
    All,
}

/// How to see all keys: offered everywhere, and last.
const HELP: Offer = Offer::always("help", || wording!("offer-help"));

/// All that the pane in front offers now, in the order in which it is shown.
pub(super) struct Due(Vec<Offered>);

impl Due {
    pub(super) fn of(session: &Session) -> Self {
        let pane = session.focus();
        let is_due = |offer: &&Offer| match offer.occasion {
            Occasion::Always => true,
            Occasion::Library => !session.search.is_open,
            Occasion::Results => session.search.is_open,
        };
        let named = session.keyboard.catalogue.pane(pane).offers.iter().filter(is_due);
        let named = named.enumerate().map(|(at, offer)| {
            let need = match (offer.is_way_out, at) {
                (true, _) => Need::WayOut,
                (false, 0) => Need::First,
                (false, _) => Need::Other,
            };
            (offer, need)
        });
        let all = named.chain([(&HELP, Need::Help)]);
        Self(all.filter_map(|(offer, need)| offered(session, pane, offer, need)).collect())
    }

    /// What is offered in so many cells: what is needed most, and of the others the first ones.
    pub(super) fn fitting(&self, cells: usize) -> (Vec<Offered>, Room) {
        let mut by_need: Vec<&Offered> = self.0.iter().collect();
        by_need.sort_by_key(|offer| offer.need);
        let mut left = cells + GAP_CELLS;
        let n_fitting = by_need.iter().take_while(|offer| {
            let rest = left.checked_sub(offer.n_cells() + GAP_CELLS);
            left = rest.unwrap_or_default();
            rest.is_some()
        });
        let n_fitting = n_fitting.count();
        let (fitting, missing) = by_need.split_at(n_fitting);
        let room = match missing.first().map(|missing| missing.need) {
            None => Room::All,
            Some(Need::Other) => Room::Main,
            Some(Need::Help | Need::WayOut | Need::First) => Room::Few,
        };
        let shown =
            self.0.iter().filter(|it| fitting.iter().any(|other| other.command == it.command));
        let mut start = 0;
        let placed = shown.map(|offer| {
            let cells = start..start + offer.n_cells();
            start = cells.end + GAP_CELLS;
            Offered { cells, ..offer.clone() }
        });
        (placed.collect(), room)
    }
}

impl Offered {
    fn n_cells(&self) -> usize {
        width(&self.keys) + 1 + width(self.words)
    }
}

fn offered(session: &Session, pane: PaneName, offer: &Offer, need: Need) -> Option<Offered> {
    let (command, about) = find_command(offer.command, pane, &session.keyboard.catalogue).ok()?;
    // A key that types into the pane in front does nothing else.
    let is_reached = command.pane == pane
        || match session.keyboard.catalogue.pane(pane).keys {
            Keys::Main => true,
            Keys::Text => about.reach != Reach::Main,
            Keys::Own => about.reach == Reach::Everywhere,
        };
    let keys = session.keyboard.keymap.keys_of(command, &about).into_iter().next();
    let keys = keys.map(|keys| Key::spoken_all(&keys)).filter(|_| is_reached)?;
    Some(Offered { command, keys, words: (offer.words)(), cells: 0..0, need })
}

/// Asks for the command that is offered in a column.
pub(super) fn choose(session: &mut Session, offers: &[Offered], column: usize) -> bool {
    let chosen = offers.iter().find(|offer| offer.cells.contains(&column));
    if let Some(offer) = chosen {
        session.wishes.commands.push_back(Invocation::of(offer.command));
    }
    chosen.is_some()
}
