//! A line as it is drawn: clusters in their order on the screen, each with its place.
//!
//! Only lines on the screen come here, so what is done to a line may look at every cluster.

use std::{borrow::Cow, ops::Range};

use unicode_bidi::Level;

use super::{pieces::floor, wrap::cells};
use crate::ui::{bidi, clusters::clusters};

/// What a glyph stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GlyphKind {
    Text,
    /// The number of a link, behind it; not in the text.
    Number,
    /// Divides a word at the end of a line; not in the text.
    Hyphen,
}

/// A cluster, or what is drawn next to the text, at its place in the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph<'a> {
    pub kind: GlyphKind,
    pub text: Cow<'a, str>,
    /// Of the paragraph; of the link that a number belongs to, the last.
    pub bytes: Range<usize>,
    /// Cells from the left of the column.
    pub x: usize,
    pub cells: usize,
}

/// A line to be composed.
#[derive(Debug, Clone)]
pub(super) struct Setting<'a> {
    /// The whole paragraph.
    pub text: &'a str,
    pub bytes: Range<usize>,
    /// What is drawn behind which byte, rising.
    pub numbers: Vec<(usize, String)>,
    pub has_hyphen: bool,
    pub indent: usize,
    pub width: usize,
    pub justifies: bool,
    /// The paragraph runs from right to left; `None` if the terminal sees to that.
    pub is_rtl: Option<bool>,
}

/// What stands before and behind a line and may decide how it runs, in bytes.
const AROUND_BYTES: usize = 256;

impl<'a> Setting<'a> {
    /// The glyphs from left to right. A glyph wider than the column sticks out.
    pub(super) fn glyphs(&self) -> Vec<Glyph<'a>> {
        let mut glyphs = self.clusters();
        if self.justifies && !self.ends_paragraph() {
            self.stretch(&mut glyphs);
        }
        let used: usize = glyphs.iter().map(|glyph| glyph.cells).sum();
        let is_rtl = self.is_rtl == Some(true);
        if let Some(is_rtl) = self.is_rtl {
            glyphs = self.ordered(glyphs, is_rtl);
        }
        let mut x =
            if is_rtl { self.width.saturating_sub(used + self.indent) } else { self.indent };
        for glyph in &mut glyphs {
            glyph.x = x;
            x += glyph.cells;
        }
        glyphs
    }

    /// In the order of the text.
    fn clusters(&self) -> Vec<Glyph<'a>> {
        let start = self.bytes.start;
        let line = self.text.get(self.bytes.clone()).unwrap_or("");
        let mut numbers = self.numbers.iter().peekable();
        let mut glyphs = Vec::new();
        for (at, cluster) in clusters(line) {
            let bytes = start + at..start + at + cluster.len();
            let end = bytes.end;
            glyphs.push(glyph(GlyphKind::Text, Cow::Borrowed(cluster), bytes));
            while let Some((_, number)) = numbers.next_if(|(behind, _)| *behind <= end) {
                let bytes = start + at..end;
                glyphs.push(glyph(GlyphKind::Number, Cow::Owned(number.clone()), bytes));
            }
        }
        if self.has_hyphen {
            let last = glyphs.last().map_or(0..0, |glyph| glyph.bytes.clone());
            glyphs.push(glyph(GlyphKind::Hyphen, Cow::Borrowed("-"), last));
        }
        glyphs
    }

    fn ends_paragraph(&self) -> bool {
        let rest = self.text.get(self.bytes.end..).unwrap_or("");
        rest.chars().take(AROUND_BYTES).all(char::is_whitespace)
    }

    /// Widens blanks until the line is full; leaves lines alone that would fall to pieces.
    fn stretch(&self, glyphs: &mut [Glyph]) {
        let used: usize = glyphs.iter().map(|glyph| glyph.cells).sum();
        let missing = self.width.saturating_sub(self.indent + used);
        let n_gaps = glyphs.iter().filter(|glyph| glyph.text == " ").count();
        if n_gaps == 0 || 2 * n_gaps < missing {
            return;
        }
        let gaps = glyphs.iter_mut().filter(|glyph| glyph.text == " ");
        for (number, gap) in gaps.enumerate() {
            gap.cells += (number + 1) * missing / n_gaps - number * missing / n_gaps;
            gap.text = Cow::Owned(" ".repeat(gap.cells));
        }
    }

    fn ordered(&self, glyphs: Vec<Glyph<'a>>, is_rtl: bool) -> Vec<Glyph<'a>> {
        let from = floor(self.text, self.bytes.start.saturating_sub(AROUND_BYTES));
        let to = floor(self.text, self.bytes.end + AROUND_BYTES);
        let context = self.text.get(from..to).unwrap_or("");
        let Some(levels) = bidi::levels(context, is_rtl) else {
            return glyphs;
        };
        let base = if is_rtl { Level::rtl() } else { Level::ltr() };
        let level = |glyph: &Glyph| {
            levels.get(glyph.bytes.start.saturating_sub(from)).copied().unwrap_or(base)
        };
        let levels: Vec<_> = glyphs.iter().map(level).collect();
        let places = bidi::order(&levels);
        let mut glyphs: Vec<_> = glyphs.into_iter().map(Some).collect();
        let take = |place: usize| {
            let mut glyph = glyphs.get_mut(place)?.take()?;
            if glyph.kind == GlyphKind::Text {
                let turned = bidi::mirrored(&glyph.text, *levels.get(place)?);
                if let Cow::Owned(turned) = turned {
                    glyph.text = Cow::Owned(turned);
                }
            }
            Some(glyph)
        };
        places.into_iter().filter_map(take).collect()
    }
}

fn glyph(kind: GlyphKind, text: Cow<'_, str>, bytes: Range<usize>) -> Glyph<'_> {
    let cells = if kind == GlyphKind::Text { cells(&text) } else { text.len() };
    Glyph { kind, text, bytes, x: 0, cells }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(text: &str, width: usize) -> Setting<'_> {
        Setting {
            text,
            bytes: 0..text.len(),
            numbers: Vec::new(),
            has_hyphen: false,
            indent: 0,
            width,
            justifies: false,
            is_rtl: Some(bidi::is_rtl(text)),
        }
    }

    /// The row as a terminal that reorders nothing shows it.
    fn row(setting: &Setting) -> String {
        let mut row = String::new();
        let mut x = 0;
        for glyph in setting.glyphs() {
            row.push_str(&" ".repeat(glyph.x - x));
            row.push_str(&glyph.text);
            x = glyph.x + glyph.cells;
        }
        row
    }

    #[test]
    fn right_to_left_stands_at_the_right_and_is_turned_around() {
        assert_eq!(row(&setting("שלום abc 12", 14)), "   abc 12 םולש");
        assert_eq!(row(&setting("אב (גד)", 9)), "  (דג) בא");
        assert_eq!(row(&setting("say שלום 12 now", 20)), "say 12 םולש now");
    }

    #[test]
    fn a_terminal_that_reorders_gets_the_text_as_it_stands() {
        let setting = Setting { is_rtl: None, ..setting("שלום abc", 14) };
        assert_eq!(row(&setting), "שלום abc");
    }

    #[test]
    fn marks_stay_on_their_letters() {
        let glyphs = setting("שָׁלוֹם", 5).glyphs();
        let clusters: Vec<_> = glyphs.iter().map(|glyph| &*glyph.text).collect();
        assert_eq!(clusters, ["ם", "וֹ", "ל", "שָׁ"]);
    }

    #[test]
    fn what_came_before_the_line_decides_how_its_numbers_run() {
        let text = "مرحبا 12-34";
        let bytes = text.find('1').unwrap()..text.len();
        let line = Setting { bytes, ..setting(text, 5) };
        assert_eq!(row(&line), "34-12");
    }

    #[test]
    fn an_address_that_goes_on_in_the_next_line_is_not_torn() {
        let text = "אב https://a.example/?id=7 גד";
        let bytes = 0..text.find("id").unwrap();
        let line = Setting { bytes, ..setting(text, 22) };
        assert_eq!(row(&line), "https://a.example/? בא");
    }

    #[test]
    fn blanks_are_stretched_evenly_but_not_in_the_last_line() {
        let text = "aa bb cc dd";
        let line = Setting { bytes: 0..8, justifies: true, ..setting(text, 11) };
        assert_eq!(row(&line), "aa  bb   cc");
        let last = Setting { justifies: true, ..setting(text, 13) };
        assert_eq!(row(&last), text);
        let torn = Setting { bytes: 0..5, justifies: true, ..setting(text, 11) };
        assert_eq!(row(&torn), "aa bb");
    }

    #[test]
    fn numbers_and_hyphens_are_drawn_and_belong_to_no_text() {
        let numbers = vec![(4, "[1]".to_owned())];
        let line = Setting { numbers, has_hyphen: true, ..setting("link exten", 20) };
        assert_eq!(row(&line), "link[1] exten-");
        let line = Setting { indent: 3, ..setting("ab", 20) };
        assert_eq!(row(&line), "   ab");
        let line = Setting { indent: 3, ..setting("אב", 8) };
        assert_eq!(row(&line), "   בא");
    }
}
