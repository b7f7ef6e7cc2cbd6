//! A line of input: the text, the cursor, and the usual editing keys of a shell.

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};
use unicode_segmentation::UnicodeSegmentation;

use super::{Theme, cells::width};

/// Text being typed. The cursor stands between clusters.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// In bytes. Invariant: on the border of a cluster when it was set.
    cursor: usize,
    /// What was deleted last, for [`Input::yank`].
    killed: String,
    /// Typing takes the place of all of it, as long as nothing else has been done.
    is_selected: bool,
}

impl Input {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor, and what behind it.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Replaces all of it and puts the cursor at the end.
    pub fn set(&mut self, text: impl Into<String>) {
        self.text = text.into();
        self.cursor = self.text.len();
        self.is_selected = false;
    }

    /// Selects all of it, if there is anything.
    pub fn select(&mut self) {
        self.is_selected = !self.text.is_empty();
    }

    /// Keeps what was selected.
    pub fn unselect(&mut self) {
        self.is_selected = false;
    }

    pub fn is_selected(&self) -> bool {
        self.is_selected
    }

    /// Types `text`; its control characters become blanks.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.is_selected) {
            self.text.clear();
            self.cursor = 0;
        }
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.insert_str(self.cursor, &line);
        self.cursor += line.len();
    }

    pub fn home(&mut self) {
        self.cursor = 0;
    }

    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    pub fn left(&mut self) {
        self.cursor = self.before();
    }

    pub fn right(&mut self) {
        self.cursor = self.after();
    }

    pub fn word_left(&mut self) {
        self.cursor = self.word_start();
    }

    pub fn word_right(&mut self) {
        let rest = &self.text[self.cursor..];
        let skipped = rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let word = &rest[skipped..];
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        self.cursor += skipped + end;
    }

    pub fn backspace(&mut self) {
        let start = self.before();
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    pub fn delete(&mut self) {
        self.text.replace_range(self.cursor..self.after(), "");
    }

    /// Kills back to the blank before the cursor's word, signs and all.
    pub fn kill_word(&mut self) {
        let head = self.text[..self.cursor].trim_end();
        let start = head.trim_end_matches(|c: char| !c.is_whitespace()).len();
        self.kill(start, self.cursor);
    }

    /// Kills to the end of the cursor's word, or of the next.
    pub fn kill_word_right(&mut self) {
        let start = self.cursor;
        self.word_right();
        self.kill(start, self.cursor);
    }

    /// Exchanges the clusters around the cursor, at the end the last two, and goes on.
    pub fn transpose(&mut self) {
        if self.cursor == self.text.len() {
            self.left();
        }
        let (start, end) = (self.before(), self.after());
        if start < self.cursor && self.cursor < end {
            let (one, other) = (&self.text[start..self.cursor], &self.text[self.cursor..end]);
            let exchanged = format!("{other}{one}");
            self.text.replace_range(start..end, &exchanged);
        }
        self.cursor = end;
    }

    pub fn kill_to_start(&mut self) {
        self.kill(0, self.cursor);
    }

    pub fn kill_to_end(&mut self) {
        self.kill(self.cursor, self.text.len());
    }

    /// Types what was killed last.
    pub fn yank(&mut self) {
        let killed = self.killed.clone();
        self.insert(&killed);
    }

    fn kill(&mut self, start: usize, end: usize) {
        if start < end {
            self.killed = self.text.drain(start..end).collect();
            self.cursor = start;
        }
    }

    fn before(&self) -> usize {
        let last = self.text[..self.cursor].graphemes(true).next_back();
        self.cursor - last.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let first = self.text[self.cursor..].graphemes(true).next();
        self.cursor + first.map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let head = self.text[..self.cursor].trim_end_matches(|c: char| !c.is_alphanumeric());
        head.trim_end_matches(char::is_alphanumeric).len()
    }
}

/// Draws `input` in the first line of `area`, scrolled so that the cursor shows, and returns the
/// column of the cursor where there is room for one.
pub fn put_input(buffer: &mut Buffer, area: Rect, input: &Input, style: Style) -> Option<u16> {
    let area = area.intersection(buffer.area);
    let room = usize::from(area.width).checked_sub(1)?;
    let mut start = input.cursor;
    let mut before = 0;
    for cluster in input.text[..input.cursor].graphemes(true).rev() {
        let cells = width(cluster);
        if room < before + cells {
            break;
        }
        before += cells;
        start -= cluster.len();
    }
    if area.height == 0 {
        return None;
    }
    buffer.set_stringn(area.x, area.y, &input.text[start..], usize::from(area.width), style);
    Some(area.x + u16::try_from(before).unwrap_or(0))
}

/// Puts the cursor of the terminal where typing goes on, and a caret of our own below it: not every
/// terminal shows its cursor well.
pub fn put_caret(frame: &mut Frame, place: Option<(u16, u16)>, theme: &Theme) {
    let Some(place) = place.map(Position::from) else { return };
    if let Some(cell) = frame.buffer_mut().cell_mut(place) {
        cell.set_style(theme.caret);
    }
    frame.set_cursor_position(place);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(text: &str) -> Input {
        let mut input = Input::default();
        input.insert(text);
        input
    }

    #[test]
    fn words_are_killed_and_yanked_back() {
        let mut input = typed("two words");
        input.kill_word();
        assert_eq!(input.text(), "two ");
        input.home();
        input.yank();
        assert_eq!(input.text(), "wordstwo ");
        input.kill_to_end();
        input.kill_to_start();
        assert_eq!(input.text(), "");
    }

    #[test]
    fn typing_replaces_what_is_selected_and_anything_else_keeps_it() {
        let mut input = typed("two words");
        input.select();
        input.insert("x");
        assert_eq!((input.text(), input.is_selected()), ("x", false));
        input.select();
        input.unselect();
        input.insert("y");
        assert_eq!(input.text(), "xy");
    }

    #[test]
    fn the_next_word_is_killed_and_characters_change_places() {
        let mut input = typed("two words");
        input.home();
        input.kill_word_right();
        assert_eq!(input.text(), " words");
        input.end();
        input.transpose();
        assert_eq!(input.text(), " worsd");
    }

    #[test]
    fn the_cursor_steps_over_whole_clusters() {
        let mut input = typed("a👩‍👩‍👧‍👦e\u{301}");
        input.left();
        input.backspace();
        assert_eq!(input.text(), "ae\u{301}");
        input.delete();
        assert_eq!(input.text(), "a");
    }

    #[test]
    fn pasted_lines_become_one() {
        assert_eq!(typed("a\nb\u{1b}[31m").text(), "a b [31m");
    }

    #[test]
    fn a_long_line_scrolls_with_the_cursor() {
        let area = Rect::new(0, 0, 5, 1);
        let mut buffer = Buffer::empty(area);
        assert_eq!(put_input(&mut buffer, area, &typed("abcdefgh"), Style::new()), Some(4));
        assert_eq!(buffer, Buffer::with_lines(["efgh "]));
    }

    proptest! {
        #[test]
        fn no_order_of_keys_breaks_it(text in "\\PC{0,12}", steps in proptest::collection::vec(0u8..15, 0..40)) {
            let mut input = typed(&text);
            for step in steps {
                match step {
                    0 => input.home(),
                    1 => input.end(),
                    2 => input.left(),
                    3 => input.right(),
                    4 => input.word_left(),
                    5 => input.word_right(),
                    6 => input.backspace(),
                    7 => input.delete(),
                    8 => input.kill_word(),
                    9 => input.kill_to_start(),
                    10 => input.kill_to_end(),
                    12 => input.kill_word_right(),
                    13 => input.transpose(),
                    11 => input.insert("\u{301}"),
                    _ => input.yank(),
                }
                prop_assert!(input.text.is_char_boundary(input.cursor));
            }
        }
    }
}
