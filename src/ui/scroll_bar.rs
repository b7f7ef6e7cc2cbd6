//! A scroll bar of one cell.

use std::ops::Range;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    Theme,
    glyphs::{THUMB, TICK},
};

/// The visible part of something long, in rows or bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scrolled {
    pub seen: Range<u64>,
    pub total: u64,
}

impl Scrolled {
    /// The part of a bar of `n_cells` that stands for what is seen; `None` if that is all. It
    /// touches an end only where that end is seen.
    fn thumb(&self, n_cells: u64) -> Option<Range<u64>> {
        let is_all = self.seen.start == 0 && self.total <= self.seen.end;
        if is_all || self.total == 0 || n_cells < 3 {
            return None;
        }
        let cell = |at: u64| {
            let at = u128::from(at) * u128::from(n_cells) / u128::from(self.total);
            u64::try_from(at).unwrap_or(n_cells)
        };
        let (least, most) = (
            u64::from(0 < self.seen.start),
            if self.seen.end < self.total { n_cells - 1 } else { n_cells },
        );
        let cells = cell(self.seen.end.saturating_sub(self.seen.start)).clamp(1, most - least);
        let start = if self.total <= self.seen.end {
            n_cells - cells
        } else {
            cell(self.seen.start).clamp(least, most - cells)
        };
        Some(start..start + cells)
    }

    /// What a cell of the bar stands for.
    fn part(&self, cell: u64, n_cells: u64) -> Range<u64> {
        let at = |cell: u64| {
            let at = u128::from(self.total) * u128::from(cell) / u128::from(n_cells.max(1));
            u64::try_from(at).unwrap_or(self.total)
        };
        at(cell)..at(cell + 1)
    }
}

/// Draws the bar into the last column of `area`, unless everything is seen: where that is, and a
/// tick for each cell that stands for a part that `has_tick`.
pub fn put_scroll_bar(
    buffer: &mut Buffer,
    area: Rect,
    scrolled: &Scrolled,
    has_tick: impl Fn(Range<u64>) -> bool,
    theme: &Theme,
) {
    let area = area.intersection(buffer.area);
    let n_cells = u64::from(area.height);
    let Some(thumb) = scrolled.thumb(n_cells).filter(|_| 2 < area.width) else { return };
    let x = area.right() - 1;
    for (cell, y) in (0..).zip(area.top()..area.bottom()) {
        // A tick within the thumb is its colour there, so that the thumb has no holes.
        let (sign, style) = match (thumb.contains(&cell), has_tick(scrolled.part(cell, n_cells))) {
            (true, false) => (THUMB, theme.thumb),
            (true, true) => (THUMB, theme.hit),
            (false, true) => (TICK, theme.hit),
            (false, false) => continue,
        };
        buffer.set_stringn(x, y, sign.unicode, 1, style);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_thumb_touches_an_end_only_where_that_is_seen(
            total in 1u64..u64::MAX, start: u64, length: u64, n_cells in 3u64..300,
        ) {
            let start = start % total;
            let end = start.saturating_add(length % total + 1).min(total);
            let scrolled = Scrolled { seen: start..end, total };
            let Some(thumb) = scrolled.thumb(n_cells) else {
                prop_assert!(start == 0 && end == total);
                return Ok(());
            };
            prop_assert!(thumb.start < thumb.end && thumb.end <= n_cells);
            prop_assert_eq!(thumb.start == 0, start == 0);
            prop_assert_eq!(thumb.end == n_cells, end == total);
        }

        #[test]
        fn every_byte_is_in_the_part_of_one_cell(total in 1u64..u64::MAX, n_cells in 1u64..300) {
            let scrolled = Scrolled { seen: 0..1, total };
            let mut end = 0;
            for cell in 0..n_cells {
                let part = scrolled.part(cell, n_cells);
                prop_assert_eq!(part.start, end);
                end = part.end;
            }
            prop_assert_eq!(end, total);
        }
    }
}
