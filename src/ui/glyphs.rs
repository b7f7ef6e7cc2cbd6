//! Marks, lines and ellipses: as Unicode has them, and by letters that every font has.
//!
//! Everything is drawn with the former. If the settings want the latter, the finished picture is
//! gone over once: so nothing that is drawn can forget it. What an article itself writes with one
//! of these signs is shown by the same letter, since the sign could not be shown either.

use ratatui::buffer::Buffer;

/// A sign, and the letter in its place. Both take one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    pub unicode: &'static str,
    pub ascii: &'static str,
}

/// All signs of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub unread: Glyph,
    pub star: Glyph,
    /// In place of the sign for unread.
    pub changed: Glyph,
    /// Between things said in one line.
    pub dot: Glyph,
    /// Stands for what was cut off, or is still to come.
    pub ellipsis: Glyph,
    pub at_least: Glyph,
    pub rule: Glyph,
    pub bar: Glyph,
    pub bookmark: Glyph,
    /// At the left of what the cursor is on.
    pub cursor_bar: Glyph,
    /// Corners and crossings of lines.
    pub corners: [Glyph; 9],
    /// Arrows, the done and remaining parts of a progress bar, and parts of bars.
    pub others: [Glyph; 20],
}

const fn glyph(unicode: &'static str, ascii: &'static str) -> Glyph {
    Glyph { unicode, ascii }
}

/// The part of a text or list that is on the screen, in its scroll bar.
pub const THUMB: Glyph = glyph("▐", "|");
/// A place with matches, in a scroll bar.
pub const TICK: Glyph = glyph("╺", "=");

/// The signs, each declared here only.
pub const GLYPHS: Glyphs = Glyphs {
    unread: glyph("●", "*"),
    star: glyph("★", "+"),
    changed: glyph("◐", "~"),
    dot: glyph("·", "-"),
    ellipsis: glyph("…", "."),
    at_least: glyph("≥", ">"),
    rule: glyph("─", "-"),
    bar: glyph("│", "|"),
    bookmark: glyph("⚑", "#"),
    cursor_bar: glyph("▌", "|"),
    corners: [
        glyph("┌", "+"),
        glyph("┐", "+"),
        glyph("└", "+"),
        glyph("┘", "+"),
        glyph("├", "+"),
        glyph("┤", "+"),
        glyph("┬", "+"),
        glyph("┴", "+"),
        glyph("┼", "+"),
    ],
    others: [
        glyph("→", ">"),
        glyph("←", "<"),
        glyph("↑", "^"),
        glyph("↓", "v"),
        glyph("▸", ">"),
        glyph("▾", "v"),
        glyph("•", "*"),
        glyph("✓", "x"),
        glyph("█", "#"),
        glyph("░", "."),
        glyph("▎", "|"),
        THUMB,
        TICK,
        glyph("▁", "_"),
        glyph("▂", "."),
        glyph("▃", ":"),
        glyph("▄", "-"),
        glyph("▅", "="),
        glyph("▆", "+"),
        glyph("▇", "*"),
    ],
};

impl Glyphs {
    fn each(&self) -> impl Iterator<Item = &Glyph> {
        let marks = [&self.unread, &self.star, &self.changed, &self.dot];
        let lines = [
            &self.ellipsis,
            &self.at_least,
            &self.rule,
            &self.bar,
            &self.bookmark,
            &self.cursor_bar,
        ];
        marks.into_iter().chain(lines).chain(&self.corners).chain(&self.others)
    }
}

/// Draws every sign that is on the screen by the letter in its place.
pub fn draw_in_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        if let Some(glyph) = GLYPHS.each().find(|glyph| glyph.unicode == symbol) {
            cell.set_symbol(glyph.ascii);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::width;

    #[test]
    fn a_sign_and_its_letter_take_the_same_cell() {
        for glyph in GLYPHS.each() {
            assert!(glyph.ascii.is_ascii() && !glyph.unicode.is_ascii());
            assert_eq!((width(glyph.unicode), width(glyph.ascii)), (1, 1), "{}", glyph.unicode);
        }
    }
}
