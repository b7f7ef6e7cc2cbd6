//! Links as they stand on the screen: which cells lead to which address.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Position,
};

use crate::base::Clean;

/// A link, in as many rows as it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// Tells links with the same address from each other, and stays while one scrolls.
    pub number: usize,
    /// As written in the article, and not yet checked.
    pub address: Clean,
    /// The cells its letters begin in.
    pub cells: Vec<Position>,
}

/// The links of a picture that is being drawn.
#[derive(Debug, Default)]
pub struct DrawnLinks {
    links: Vec<Hyperlink>,
    /// The cells of each, as they were drawn.
    drawn: Vec<Vec<Cell>>,
}

impl DrawnLinks {
    /// Takes links that have just been drawn.
    pub fn add(&mut self, links: Vec<Hyperlink>, buffer: &Buffer) {
        let cell = |at: &Position| buffer.cell(*at).cloned().unwrap_or_default();
        self.drawn.extend(links.iter().map(|link| link.cells.iter().map(cell).collect()));
        self.links.extend(links);
    }

    /// What can still be seen of them, now that other things were drawn over them.
    pub fn uncovered(self, buffer: &Buffer) -> Vec<Hyperlink> {
        let seen = self.links.into_iter().zip(self.drawn).map(|(mut link, drawn)| {
            let mut drawn = drawn.iter();
            link.cells.retain(|at| buffer.cell(*at) == drawn.next());
            link
        });
        seen.filter(|link| !link.cells.is_empty()).collect()
    }
}
