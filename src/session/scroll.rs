//! Cursor and first row of a list whose rows are not all equally tall.
//!
//! Scrolling goes by whole rows: a heading belongs to the row below it. Every computation looks at
//! a screen of rows at most, whatever the length of the list.

use std::{fmt, ops::Range};

/// Where the cursor is and what is at the top.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Scroll {
    pub cursor: usize,
    pub top: usize,
    /// Lines of the screen.
    pub height: usize,
    /// Cells of a line.
    pub width_cells: usize,
    /// The rows were moved last, not the cursor: if headings come, the rows stay where they are.
    pub is_turned: bool,
}

/// How tall the rows are.
pub(super) struct Shape<'a> {
    pub n_rows: usize,
    /// Lines of a row without its heading.
    pub row_lines: usize,
    /// Some rows may have a heading of one line.
    pub has_headings: bool,
    pub scrolloff: usize,
    pub is_headed: Box<dyn Fn(usize) -> bool + 'a>,
    /// Some rows may be folded days, of one line.
    pub has_folds: bool,
    pub is_folded: Box<dyn Fn(usize) -> bool + 'a>,
}

impl fmt::Debug for Shape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shape").field("n_rows", &self.n_rows).finish_non_exhaustive()
    }
}

impl Shape<'_> {
    pub(super) fn lines_of(&self, row: usize) -> usize {
        if self.has_folds && (self.is_folded)(row) {
            return 1;
        }
        self.row_lines + usize::from(self.has_headings && (self.is_headed)(row))
    }

    /// No row is less tall.
    fn least_lines(&self) -> usize {
        if self.has_folds { 1 } else { self.row_lines.max(1) }
    }

    fn lines(&self, rows: Range<usize>) -> usize {
        rows.map(|row| self.lines_of(row)).sum()
    }
}

impl Scroll {
    /// Brings the cursor into the list, and the top to where the cursor shows with as many rows
    /// around it as it should have, and no line below the end is wasted.
    pub(super) fn fit(&mut self, shape: &Shape) {
        let Some(last) = shape.n_rows.checked_sub(1) else {
            (self.cursor, self.top) = (0, 0);
            return;
        };
        self.cursor = self.cursor.min(last);
        let margin = self.margin(shape);
        let below = self.cursor.saturating_add(margin).min(last);
        // Rows are at least that tall, so a nearer top cannot be too near; without this
        // step a jump to the end would count the lines of a million rows.
        let nearest = (below + 1).saturating_sub(self.height / shape.least_lines());
        self.top = self.top.max(nearest).min(self.cursor.saturating_sub(margin));
        let mut lines = shape.lines(self.top..below + 1);
        while self.height < lines && self.top < self.cursor {
            lines -= shape.lines_of(self.top);
            self.top += 1;
        }
        self.fill(last, shape);
    }

    /// Lines between the top and the cursor.
    pub(super) fn line(&self, shape: &Shape) -> usize {
        let top = self.top.max(self.cursor.saturating_sub(self.height));
        shape.lines(top..self.cursor)
    }

    /// Takes in that rows have become taller or less tall, or that there are others.
    pub(super) fn settle(&mut self, shape: &Shape) {
        if self.is_turned { self.keep_top(shape) } else { self.fit(shape) }
    }

    /// Chooses the top so that the cursor is at most `line` lines below it.
    pub(super) fn put_at(&mut self, line: usize, shape: &Shape) {
        self.is_turned = false;
        self.top = Self::back(self.cursor, line, shape);
    }

    /// Moves the top by so many rows, as far as no line below the end is wasted; the cursor goes
    /// along only where it would leave the screen.
    pub(super) fn scroll_by(&mut self, is_down: bool, n_rows: usize, shape: &Shape) {
        let Some(last) = shape.n_rows.checked_sub(1) else {
            return;
        };
        self.top = if is_down {
            self.top.saturating_add(n_rows).min(last)
        } else {
            self.top.saturating_sub(n_rows)
        };
        self.is_turned = true;
        self.keep_top(shape);
    }

    /// Brings the cursor to where the rows on the screen are.
    fn keep_top(&mut self, shape: &Shape) {
        let Some(last) = shape.n_rows.checked_sub(1) else {
            return self.fit(shape);
        };
        self.top = self.top.min(last);
        self.fill(last, shape);
        let (first, last) = (self.row_at(0, shape), self.row_at(2, shape));
        self.cursor = self.cursor.clamp(first, last);
        let top = self.top;
        let mut fitted = *self;
        fitted.fit(shape);
        // The last row on the screen may be there in part only; the rows go before the cursor.
        while top < fitted.top && first < self.cursor {
            self.cursor -= 1;
            fitted = *self;
            fitted.fit(shape);
        }
        *self = fitted;
    }

    /// Puts the cursor at the top (0), in the middle (1) or at the bottom (2).
    pub(super) fn align(&mut self, half: usize, shape: &Shape) {
        let free = self.height.saturating_sub(shape.lines_of(self.cursor));
        self.put_at(free * half.min(2) / 2, shape);
    }

    /// The rows that are on the screen, the last one perhaps in part.
    pub(super) fn visible(&self, shape: &Shape) -> Range<usize> {
        let mut end = self.top;
        let mut lines = 0;
        while end < shape.n_rows && lines < self.height {
            lines += shape.lines_of(end);
            end += 1;
        }
        self.top..end
    }

    /// The row at the top (0), in the middle (1) or at the bottom (2) of the screen, as near to the
    /// edge as the cursor may be.
    pub(super) fn row_at(&self, half: usize, shape: &Shape) -> usize {
        let rows = self.visible(shape);
        let margin = self.margin(shape);
        let first = if rows.start == 0 { 0 } else { rows.start + margin };
        let last = if rows.end == shape.n_rows { rows.end } else { rows.end - margin };
        let last = last.saturating_sub(1).max(first);
        first + (last - first) * half.min(2) / 2
    }

    /// Moves the top up while the whole end of the list still fits.
    fn fill(&mut self, last: usize, shape: &Shape) {
        if self.height < last - self.top + 1 {
            return;
        }
        let lines = shape.lines(self.top..last + 1);
        if let Some(free) = self.height.checked_sub(lines) {
            self.top = Self::back(self.top, free, shape);
        }
    }

    /// The first of the rows above `row` that fit in `free` lines.
    fn back(row: usize, free: usize, shape: &Shape) -> usize {
        let (mut top, mut used) = (row, 0);
        while let Some(above) = top.checked_sub(1) {
            let lines = shape.lines_of(above);
            if free < used + lines {
                break;
            }
            used += lines;
            top = above;
        }
        top
    }

    /// Rows to keep around the cursor: what was asked for, or what fits if every row has a heading.
    fn margin(&self, shape: &Shape) -> usize {
        let tallest = shape.row_lines + usize::from(shape.has_headings);
        let fitting = (self.height / tallest.max(1)).saturating_sub(1) / 2;
        shape.scrolloff.min(fitting)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shape(n_rows: usize, every: usize, scrolloff: usize) -> Shape<'static> {
        let is_headed = Box::new(move |row: usize| row.is_multiple_of(every));
        Shape {
            n_rows,
            row_lines: 1,
            has_headings: true,
            scrolloff,
            is_headed,
            has_folds: false,
            is_folded: Box::new(|_| false),
        }
    }

    proptest! {
        #[test]
        fn the_cursor_shows_with_rows_around_it_and_no_line_is_wasted(
            n_rows in 1usize..60,
            every in 1usize..9,
            scrolloff in 0usize..6,
            height in 2usize..30,
            moves in proptest::collection::vec(0usize..70, 1..20),
        ) {
            let shape = shape(n_rows, every, scrolloff);
            let mut scroll = Scroll { height, ..Scroll::default() };
            for cursor in moves {
                scroll.cursor = cursor;
                scroll.fit(&shape);
                let margin = scroll.margin(&shape);
                let last = n_rows - 1;
                prop_assert!(scroll.top <= scroll.cursor.saturating_sub(margin));
                let below = (scroll.cursor + margin).min(last);
                prop_assert!(shape.lines(scroll.top..below + 1) <= height);
                let rest = shape.lines(scroll.top..n_rows);
                if 0 < scroll.top && rest < height {
                    prop_assert!(height < rest + shape.lines_of(scroll.top - 1));
                }
                let before = scroll;
                scroll.fit(&shape);
                prop_assert_eq!(before.top, scroll.top, "fitting twice moves nothing");
            }
        }
    }

    proptest! {
        #[test]
        fn the_wheel_reaches_both_ends_and_keeps_the_cursor_on_the_screen(
            n_rows in 1usize..60,
            every in 1usize..9,
            scrolloff in 0usize..6,
            height in 2usize..30,
            turns in proptest::collection::vec((any::<bool>(), 1usize..9), 0..20),
        ) {
            let shape = shape(n_rows, every, scrolloff);
            let mut scroll = Scroll { height, ..Scroll::default() };
            scroll.fit(&shape);
            for (is_down, n) in turns {
                scroll.scroll_by(is_down, n, &shape);
                prop_assert!(scroll.visible(&shape).contains(&scroll.cursor));
                let before = scroll;
                scroll.fit(&shape);
                prop_assert_eq!(before.top, scroll.top, "fitting moves nothing");
            }
            for _ in 0..n_rows {
                scroll.scroll_by(true, 1, &shape);
            }
            prop_assert_eq!(scroll.visible(&shape).end, n_rows);
            for _ in 0..n_rows {
                scroll.scroll_by(false, 1, &shape);
            }
            prop_assert_eq!(scroll.top, 0);
        }

        #[test]
        fn headings_that_come_after_the_wheel_move_the_cursor_and_not_the_rows(
            n_rows in 1usize..60,
            every in 1usize..9,
            scrolloff in 0usize..6,
            height in 2usize..30,
            turns in proptest::collection::vec((any::<bool>(), 1usize..70), 1..9),
        ) {
            let unknown = shape(n_rows, n_rows + 1, scrolloff);
            let known = shape(n_rows, every, scrolloff);
            let mut scroll = Scroll { height, ..Scroll::default() };
            for (is_down, n) in turns {
                scroll.scroll_by(is_down, n, &unknown);
                let before = scroll;
                scroll.settle(&known);
                prop_assert!(scroll.visible(&known).contains(&scroll.cursor));
                prop_assert!(scroll.top == before.top, "{before:?} {scroll:?}");
                prop_assert!(scroll.cursor <= before.cursor);
            }
        }
    }

    #[test]
    fn a_jump_over_a_million_rows_looks_at_a_screen_of_them() {
        let looks = std::cell::Cell::new(0);
        let is_headed = Box::new(|_| {
            looks.set(looks.get() + 1);
            false
        });
        let shape = Shape { is_headed, ..shape(1_000_000, 1, 3) };
        let mut scroll = Scroll { height: 40, ..Scroll::default() };
        for cursor in [999_999, 0, 500_000] {
            scroll.cursor = cursor;
            scroll.fit(&shape);
        }
        assert!(looks.get() < 1_000, "{}", looks.get());
    }
}
