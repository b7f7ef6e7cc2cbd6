//! Maps colours to those that a terminal has.

use super::colour::{contrast, distance, lab, look, rgb};
use crate::{
    config::themes::{Colour, StyleSpec},
    host::Depth,
};

/// Text is read well from this contrast on.
const READABLE: f64 = 4.5;

/// A background of a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    stated: (u8, u8, u8),
    /// As the terminal has it.
    drawn: (u8, u8, u8),
}

impl Depth {
    /// `spec` in colours that there are. `grounds` are the backgrounds it is drawn on where it
    /// states none.
    pub(super) fn fit(self, spec: &StyleSpec, grounds: &[Behind]) -> StyleSpec {
        let own = spec.bg.map(|bg| self.behind(&[bg]));
        let behind = own.as_deref().unwrap_or(grounds);
        let fg = spec.fg.map(|fg| {
            self.nearest(fg, |it| {
                behind.iter().all(|Behind { stated, drawn }| {
                    let before = rgb(fg).map_or(READABLE, |fg| contrast(fg, *stated));
                    before.min(READABLE) <= contrast(it, *drawn)
                })
            })
        });
        StyleSpec { fg, bg: spec.bg.map(|bg| self.ground(bg)), emphasis: spec.emphasis.clone() }
    }

    /// Backgrounds whose colours are known.
    pub(super) fn behind(self, grounds: &[Colour]) -> Vec<Behind> {
        let known = |it: &Colour| Some(Behind { stated: rgb(*it)?, drawn: rgb(self.ground(*it))? });
        grounds.iter().filter_map(known).collect()
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
        let (mut nearest_good, mut nearest) = (None, None);
        let is_nearer = |distance: f64, than: &Option<(f64, Colour)>| {
            than.is_none_or(|(before, _)| distance < before)
        };
        for index in candidates {
            let (it, distance) = (Colour::Indexed(index), distance(wanted, look(index)));
            // Whether it is good takes longer to find out than how near it is.
            if is_nearer(distance, &nearest_good) && rgb(it).is_some_and(&good) {
                nearest_good = Some((distance, it));
            }
            if is_nearer(distance, &nearest) {
                nearest = Some((distance, it));
            }
        }
        nearest_good.or(nearest).map_or(colour, |(_, nearest)| nearest)
    }
}
