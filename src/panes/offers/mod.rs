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
}

/// How to see all keys: offered everywhere, and last.
const HELP: Offer = Offer::always("help", || wording!("offer-help"));

/// What is offered in so many cells: of all the pane names those that fit, the first ones first.
pub(super) fn fitting(session: &Session, cells: usize) -> Vec<Offered> {
    let pane = session.focus();
    let is_due = |offer: &&Offer| match offer.occasion {
        Occasion::Always => true,
        Occasion::Library => !session.search.is_open,
        Occasion::Results => session.search.is_open,
    };
    let named = session.keyboard.catalogue.pane(pane).offers.iter().filter(is_due);
    let help = offered(session, pane, &HELP);
    let mut left = cells.saturating_sub(help.as_ref().map_or(0, Offered::n_cells));
    let mut all: Vec<Offered> = Vec::new();
    for offer in named.filter_map(|offer| offered(session, pane, offer)) {
        let Some(rest) = left.checked_sub(offer.n_cells() + GAP_CELLS) else { break };
        left = rest;
        all.push(offer);
    }
    all.extend(help.filter(|help| help.n_cells() <= cells));
    let mut start = 0;
    for offer in &mut all {
        let end = start + offer.n_cells();
        offer.cells = start..end;
        start = end + GAP_CELLS;
    }
    all
}

impl Offered {
    /// The cell behind it.
    pub(super) fn end(&self) -> usize {
        self.cells.end
    }

    fn n_cells(&self) -> usize {
        width(&self.keys) + 1 + width(self.words)
    }
}

fn offered(session: &Session, pane: PaneName, offer: &Offer) -> Option<Offered> {
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
    Some(Offered { command, keys, words: (offer.words)(), cells: 0..0 })
}

/// Asks for the command that is offered in a column.
pub(super) fn choose(session: &mut Session, offers: &[Offered], column: usize) -> bool {
    let chosen = offers.iter().find(|offer| offer.cells.contains(&column));
    if let Some(offer) = chosen {
        session.wishes.commands.push_back(Invocation::of(offer.command));
    }
    chosen.is_some()
}
