//! Maps colours to those that a terminal has.

use super::colour::{contrast, distance, lab, look, rgb};
use crate::{
    config::themes::{Colour, StyleSpec},
    host::Depth,
};

/// Text is read well from this contrast on.
const READABLE: f64 = 4.5;

impl Depth {
    /// `spec` in colours that there are. `grounds` are the backgrounds it is drawn on where it
    /// states none.
    pub(super) fn fit(self, spec: &StyleSpec, grounds: &[Colour]) -> StyleSpec {
        let own = spec.bg.map(|bg| vec![bg]);
        let stated = own.as_deref().unwrap_or(grounds).iter();
        let behind: Vec<_> =
            stated.filter_map(|it| Some((rgb(*it)?, rgb(self.ground(*it))?))).collect();
        let fg = spec.fg.map(|fg| {
            self.nearest(fg, |it| {
                behind.iter().all(|(stated, behind)| {
                    let before = rgb(fg).map_or(READABLE, |fg| contrast(fg, *stated));
                    before.min(READABLE) <= contrast(it, *behind)
                })
            })
        });
        StyleSpec { fg, bg: spec.bg.map(|bg| self.ground(bg)), emphasis: spec.emphasis.clone() }
    }

    /// The background most like `colour` that leaves room for letters: a middle grey does not.
    fn ground(self, colour: Colour) -> Colour {
        let holds = |it, letters| 7.0 <= contrast(it, letters);
        self.nearest(colour, |it| holds(it, (0, 0, 0)) || holds(it, (255, 255, 255)))
    }

    /// The colour that looks most like `colour`, of those that are `good`, if any is.
    fn nearest(self, colour: Colour, good: impl Fn((u8, u8, u8)) -> bool) -> Colour {
        let candidates = match (self, colour) {
            // Only these are the same everywhere; the first sixteen are their user's.
            (Self::Indexed, Colour::Rgb(..)) => 16..=255,
            (Self::Sixteen, Colour::Rgb(..) | Colour::Indexed(16..)) => 0..=15,
            _ => return colour,
        };
        let Some(wanted) = rgb(colour).map(lab) else { return colour };
        let rated = candidates.map(|index| {
            let it = Colour::Indexed(index);
            let is_good = rgb(it).is_some_and(&good);
            (!is_good, distance(wanted, look(index)), it)
        });
        rated
            .min_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)))
            .map_or(colour, |(_, _, nearest)| nearest)
    }
}
