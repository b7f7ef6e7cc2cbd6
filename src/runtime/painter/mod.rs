//! Brings the terminal from one picture to the next, whatever it thinks of the width of a cluster.
//!
//! A cell may be compared and written by itself only where every terminal draws one cell for it. If
//! one thinks otherwise, what it shows depends on all that was written into the row, and writing
//! over the first cell of a cluster leaves the others behind. So a row that holds or held anything
//! else is written again as a whole when something in it changes, in the way in which an empty
//! screen is filled.
//!
//! Invariant: what a terminal shows in a row depends on the picture of that row alone, not on what
//! was there before. This takes a terminal that does not wrap at its right edge.

mod certainty;
mod pen;
#[cfg(test)]
mod tests;

use std::{
    io::{self, Write},
    rc::Rc,
};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Position,
};

use super::hyperlinks::{Hyperlinks, Target};
use crate::ui::Hyperlink;
use certainty::{Certainty, cells, is_letter, is_line};
use pen::Pen;

/// Between panes. What stands on its left is not written again when only the right has changed.
const BAR: &str = "│";

/// The picture that the terminal shows, and the next.
#[derive(Debug, Default)]
pub(super) struct Painter {
    shown: Buffer,
    next: Buffer,
    links: Hyperlinks,
}

impl Painter {
    /// Takes the next picture, and leaves a blank one of the same size in its place.
    pub(super) fn take(&mut self, picture: &mut Buffer, links: Vec<Hyperlink>) {
        std::mem::swap(&mut self.next, picture);
        picture.resize(self.next.area);
        picture.reset();
        self.links.want(links);
    }

    /// The terminal has been cleared.
    pub(super) fn forget(&mut self) {
        self.shown.reset();
        self.links.forget();
    }

    /// Writes what differs from what is shown.
    pub(super) fn paint(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.shown.area != self.next.area {
            // Whoever changes the size clears the terminal.
            self.shown.resize(self.next.area);
            self.forget();
        }
        let width = usize::from(self.next.area.width.max(1));
        let mut pen = Pen::new(out);
        let rows = self.shown.content.chunks(width).zip(self.next.content.chunks(width));
        let relinked = self.links.changed();
        for (y, (shown, next)) in rows.enumerate() {
            let relinked = relinked.get(&y).map_or(&[][..], Vec::as_slice);
            if relinked.is_empty() && shown == next {
                continue;
            }
            let row = Row { y, shown, next, links: &self.links };
            let is_changed = |x: usize| shown[x] != next[x] || relinked.contains(&x);
            if is_narrow(shown) && is_narrow(next) {
                row.write_changed(&mut pen, is_changed)?;
            } else if let Some(first) = (0..next.len()).find(|x| is_changed(*x)) {
                row.write_from(&mut pen, first)?;
            }
            pen.end_link()?;
        }
        pen.lay_down()?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.links.are_shown();
        Ok(())
    }
}

/// Whether each cell of a row is one cell on every terminal.
fn is_narrow(row: &[Cell]) -> bool {
    row.iter().all(|cell| Certainty::of(cell.symbol()) == Certainty::Narrow)
}

/// A row that has changed.
struct Row<'a> {
    y: usize,
    shown: &'a [Cell],
    next: &'a [Cell],
    links: &'a Hyperlinks,
}

impl Row<'_> {
    /// Writes the cells that have changed.
    fn write_changed<W: Write>(
        &self,
        pen: &mut Pen<W>,
        is_changed: impl Fn(usize) -> bool,
    ) -> io::Result<()> {
        let mut behind = None;
        for x in (0..self.next.len()).filter(|x| is_changed(*x)) {
            if behind != Some(x) {
                pen.end_link()?;
                pen.move_to(x, self.y)?;
            }
            pen.write(&self.next[x], self.link(x))?;
            behind = Some(x + 1);
        }
        Ok(())
    }

    /// Writes the row from the part on that holds `first`.
    fn write_from<W: Write>(&self, pen: &mut Pen<W>, first: usize) -> io::Result<()> {
        // As far as the bars stay where they are.
        let bar = |x: &usize| self.next[*x].symbol() == BAR && self.shown[*x].symbol() == BAR;
        let mut start = (0..first).rev().find(bar).map_or(0, |x| x + 1);
        while start < self.next.len() {
            let rest = start..self.next.len();
            let end = rest.clone().find(|x| self.next[*x].symbol() == BAR);
            let end = end.map_or(rest.end, |x| x + 1);
            self.write_part(pen, start, end)?;
            start = end;
        }
        Ok(())
    }

    /// Writes the cells from `start` to `end`: the same bytes whatever is there.
    fn write_part<W: Write>(&self, pen: &mut Pen<W>, start: usize, end: usize) -> io::Result<()> {
        let part = &self.next[start..end];
        let certainties = part.iter().map(|cell| Certainty::of(cell.symbol()));
        let blanks = match certainties.max().unwrap_or(Certainty::Narrow) {
            Certainty::Narrow | Certainty::Wide => end..end,
            // What does not fit into the last cell of the screen is not drawn at all.
            Certainty::Ambiguous => end - usize::from(end == self.next.len())..end,
            // If a terminal draws less than we count, this is what is seen.
            Certainty::Unknown => start..end,
        };
        if !blanks.is_empty() {
            pen.move_to(blanks.start, self.y)?;
            self.next[blanks].iter().try_for_each(|cell| pen.write_blank(cell))?;
        }
        pen.move_to(start, self.y)?;
        let mut drift = Drift::default();
        let mut x = start;
        while x < end {
            let cell = &self.next[x];
            if drift.is_over_before(cell.symbol()) {
                pen.move_to_column(x)?;
                drift.uncertainty = Certainty::Narrow;
            }
            pen.write(cell, self.link(x))?;
            drift.take(cell.symbol());
            x += cells(cell.symbol());
        }
        Ok(())
    }

    fn link(&self, x: usize) -> Option<&Rc<Target>> {
        let number = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        self.links.wanted(Position { x: number(x), y: number(self.y) })
    }
}

/// How far the terminal's cursor may be from where we think it is, and what was written last.
struct Drift<'a> {
    uncertainty: Certainty,
    last: &'a str,
    n_blanks: usize,
}

impl Default for Drift<'_> {
    fn default() -> Self {
        Self { uncertainty: Certainty::Narrow, last: "", n_blanks: 0 }
    }
}

impl<'a> Drift<'a> {
    /// Whether the cursor is to be put where `next` belongs. Not within words, which would be torn
    /// apart where the terminal's letters are narrower, and eaten where they are wider.
    fn is_over_before(&self, next: &str) -> bool {
        if matches!(self.uncertainty, Certainty::Narrow | Certainty::Wide) {
            return false;
        }
        let touches_line = is_line(next) || is_line(self.last);
        let is_line_over = touches_line && next != self.last && !self.last.is_empty();
        match self.uncertainty {
            Certainty::Narrow | Certainty::Wide => false,
            Certainty::Ambiguous => is_line_over || (1 < self.n_blanks && next != " "),
            Certainty::Unknown => {
                let is_word_over = 0 < self.n_blanks && next != " ";
                let is_picture = Certainty::of(self.last) == Certainty::Unknown;
                is_line_over || is_word_over || (is_picture && !is_letter(self.last))
            }
        }
    }

    fn take(&mut self, cluster: &'a str) {
        self.uncertainty = self.uncertainty.max(Certainty::of(cluster));
        self.n_blanks = if cluster == " " { self.n_blanks + 1 } else { 0 };
        self.last = cluster;
    }
}
