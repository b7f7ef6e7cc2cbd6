//! A cursor among the lines of a pane, which stays on the screen.

/// Where the cursor is, and what is on the screen.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    at: usize,
    top: usize,
    height: usize,
}

impl Cursor {
    /// The line that the cursor is on.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The first line on the screen.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    /// A screen, less a line that stays to be seen.
    pub(super) fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Moves by lines, `count` times, among `n_lines`.
    pub(super) fn step(&mut self, lines: isize, count: Option<usize>, n_lines: usize) {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        self.put(self.at.saturating_add_signed(lines.saturating_mul(times)), n_lines);
    }

    /// Goes to a line, the last where there are not so many.
    pub(super) fn put(&mut self, at: usize, n_lines: usize) {
        self.at = at.min(n_lines.saturating_sub(1));
        let first = (self.at + 1).saturating_sub(self.height.max(1));
        self.top = self.top.clamp(first, self.at.max(first));
    }

    /// Takes the lines that there is room for.
    pub(super) fn fit(&mut self, height: usize, n_lines: usize) {
        self.height = height;
        self.put(self.at, n_lines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_among_the_lines_and_on_the_screen() {
        let mut cursor = Cursor::default();
        cursor.fit(4, 10);
        cursor.step(1, Some(5), 10);
        assert_eq!((cursor.at(), cursor.top(), cursor.page()), (5, 2, 3));
        cursor.step(isize::MAX, None, 10);
        assert_eq!((cursor.at(), cursor.top()), (9, 6));
        cursor.step(-2, None, 10);
        assert_eq!((cursor.at(), cursor.top()), (7, 6));
        cursor.put(7, 3);
        assert_eq!((cursor.at(), cursor.top()), (2, 2));
        cursor.step(isize::MIN, Some(2), 3);
        assert_eq!((cursor.at(), cursor.top()), (0, 0));
    }
}
