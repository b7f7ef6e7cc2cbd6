//! A cursor among the lines of a pane, which stays on the screen, and the commands that move it.

use std::{marker::PhantomData, ops::Range};

use super::Pane;
use crate::session::{Command, Effect, Session};

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

    /// The lines on the screen, of `n_lines`.
    pub(super) fn seen(&self, n_lines: usize) -> Range<usize> {
        self.top.min(n_lines)..(self.top + self.height).min(n_lines)
    }

    /// A screen, less a line that stays to be seen.
    fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Moves by lines, `count` times, among `n_lines`.
    fn step(&mut self, lines: isize, count: Option<usize>, n_lines: usize) {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        self.put(self.at.saturating_add_signed(lines.saturating_mul(times)), n_lines);
    }

    /// Goes to a line, the last if there are not so many.
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

/// A pane that has such a cursor.
pub(super) trait Walked: Pane {
    /// The cursor, and among how many lines it is.
    fn cursor(&mut self) -> (&mut Cursor, usize);

    /// Told that the cursor has been moved.
    fn on_walked(&mut self, _session: &mut Session) -> Vec<Effect> {
        Vec::new()
    }
}

/// The commands that every such pane has.
pub(super) struct Walking<P>(PhantomData<P>);

impl<P: Walked> Walking<P> {
    pub(super) const COMMANDS: &'static [Command<P>] = &[
        Command::new("down", &["j", "<down>"], "Move down", |pane, session| {
            walk(pane, session, |_| 1)
        }),
        Command::new("up", &["k", "<up>"], "Move up", |pane, session| walk(pane, session, |_| -1)),
        Command::new(
            "page-down",
            &["<c-f>", "<pgdn>", "<space>", "<c-d>"],
            "Move down a screen",
            |pane, session| walk(pane, session, Cursor::page),
        ),
        Command::new(
            "page-up",
            &["<c-b>", "<pgup>", "b", "<c-u>"],
            "Move up a screen",
            |pane, session| walk(pane, session, |cursor| -cursor.page()),
        ),
        Command::new("first", &["gg", "<home>"], "Go to the start", |pane, session| {
            walk(pane, session, |_| isize::MIN)
        }),
        Command::new("last", &["G", "<end>"], "Go to the end", |pane, session| {
            walk(pane, session, |_| isize::MAX)
        }),
    ];
}

/// Moves by lines, as many times as typed before.
fn walk<P: Walked>(
    pane: &mut P,
    session: &mut Session,
    lines: impl FnOnce(&Cursor) -> isize,
) -> Vec<Effect> {
    let (cursor, n_lines) = pane.cursor();
    cursor.step(lines(cursor), session.count(), n_lines);
    pane.on_walked(session)
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
