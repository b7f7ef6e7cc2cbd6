//! Terminals in memory, each with its own idea of how wide a character is.

use std::num::NonZero;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide a terminal thinks that a character is, behind what is in the cell before it: nothing
/// where it joins that cell.
pub(super) type Rule = fn(before: &str, character: char) -> Option<usize>;

/// The rules that terminals are known to have, and two that hardly any has.
pub(super) const RULES: [(&str, Rule); 7] = [
    // tmux, xterm, the Linux console: each character by itself.
    ("characters", |_, it| it.width().filter(|cells| 0 < *cells)),
    // The same, set to East Asian habits.
    ("ambiguous as wide", |_, it| {
        let cells = if it.is_ascii() { Some(1) } else { it.width() };
        cells.filter(|cells| 0 < *cells).map(|cells| if it.is_ascii() { cells } else { 2 })
    }),
    // kitty, ghostty, wezterm: a cluster is as wide as what it begins with.
    ("clusters", |before, it| if joins(before, it) { None } else { Some(own(it).clamp(1, 2)) }),
    // A cluster that is not a single character is an emoji, if one asks this terminal.
    ("wide clusters", |before, it| {
        if joins(before, it) { None } else { Some(if it.is_ascii() { 1 } else { own(it).max(2) }) }
    }),
    // Before Unicode 9: no emoji is wide.
    ("old", |_, it| match u32::from(it) {
        0x1_f000.. => Some(1),
        _ => it.width().filter(|cells| 0 < *cells),
    }),
    // Vowel signs that take room of their own take none.
    ("narrow marks", |before, it| {
        let is_mark = !it.is_ascii() && !before.is_empty() && joins(before, it);
        if is_mark { None } else { it.width().filter(|cells| 0 < *cells) }
    }),
    // Nothing joins anything.
    ("simple", |_, it| Some(own(it).max(1))),
];

fn own(character: char) -> usize {
    character.width().unwrap_or(0)
}

fn joins(before: &str, character: char) -> bool {
    let both = format!("{before}{character}");
    !before.trim().is_empty() && both.graphemes(true).count() == 1
}

/// A cell as it is seen.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// Nothing in the second cell of a wide one.
    text: String,
    style: [String; 4],
    link: String,
}

/// A terminal that clips at its right edge, if it is told to.
#[derive(Debug)]
pub(super) struct Model {
    rule: Rule,
    size: (usize, usize),
    at: (usize, usize),
    wraps: bool,
    style: [String; 4],
    link: String,
    pub(super) cells: Vec<Seen>,
}

impl Model {
    pub(super) fn new(rule: Rule, (width, height): (u16, u16)) -> Self {
        let size = (usize::from(width), usize::from(height));
        let blank = Seen { text: " ".to_owned(), ..Seen::default() };
        let cells = vec![blank; size.0 * size.1];
        let (style, link) = Default::default();
        Self { rule, size, at: (0, 0), wraps: false, style, link, cells }
    }

    /// What is seen, for reading.
    pub(super) fn text(&self) -> String {
        let row = |row: &[Seen]| row.iter().map(|it| it.text.as_str()).collect::<String>() + "\n";
        self.cells.chunks(self.size.0).map(row).collect()
    }

    pub(super) fn process(&mut self, bytes: &[u8]) {
        let mut text = std::str::from_utf8(bytes).unwrap();
        while let Some(character) = text.chars().next() {
            if let Some(rest) = text.strip_prefix("\x1b[") {
                let end = rest.find(|it: char| it.is_ascii_alphabetic()).unwrap();
                self.obey(&rest[..end], &rest[end..=end]);
                text = &rest[end + 1..];
            } else if let Some(rest) = text.strip_prefix("\x1b]8;") {
                let (link, rest) = rest.split_once("\x1b\\").unwrap();
                self.link = link.trim_start_matches(';').to_owned();
                text = rest;
            } else {
                self.put(character);
                text = &text[character.len_utf8()..];
            }
        }
    }

    fn obey(&mut self, numbers: &str, what: &str) {
        let number = |it: &str| it.parse::<usize>().unwrap_or(1) - 1;
        match what {
            "H" => {
                let (row, column) = numbers.split_once(';').unwrap();
                self.at = (number(column), number(row));
            }
            "G" => self.at.0 = number(numbers),
            "m" => self.set_style(numbers),
            "h" | "l" if numbers == "?7" => self.wraps = what == "h",
            other => panic!("{numbers}{other} is not expected"),
        }
    }

    /// Foreground, background, the colour of lines, and all else.
    fn set_style(&mut self, numbers: &str) {
        let mut numbers = numbers.split(';').peekable();
        while let Some(number) = numbers.next() {
            let slot = match number {
                "0" | "" => {
                    self.style = Default::default();
                    continue;
                }
                "38" | "39" => 0,
                "48" | "49" => 1,
                "58" | "59" => 2,
                other => {
                    // In one order, whatever came first.
                    let mut others: Vec<_> = self.style[3].chars().chain(other.chars()).collect();
                    others.sort_unstable();
                    self.style[3] = others.into_iter().collect();
                    continue;
                }
            };
            let n_more = match (number.as_bytes()[1], numbers.peek()) {
                (b'9', _) => 0,
                (_, Some(&"5")) => 2,
                _ => 4,
            };
            self.style[slot] = numbers.by_ref().take(n_more).collect::<Vec<_>>().join(";");
        }
    }

    fn put(&mut self, character: char) {
        let (width, height) = self.size;
        let before = self.before();
        let text = before.map_or("", |at| &self.cells[at].text);
        let Some(cells) = (self.rule)(text, character) else {
            if let Some(at) = before {
                self.cells[at].text.push(character);
            }
            return;
        };
        if width < self.at.0 + cells {
            if !self.wraps {
                return;
            }
            self.at = (0, (self.at.1 + 1).min(height - 1));
        }
        for x in self.at.0..self.at.0 + cells {
            self.tear(x);
        }
        let start = self.at.1 * width + self.at.0;
        for (at, cell) in self.cells[start..start + cells].iter_mut().enumerate() {
            let text = if at == 0 { character.to_string() } else { String::new() };
            *cell = Seen { text, style: self.style.clone(), link: self.link.clone() };
        }
        self.at.0 += cells;
    }

    /// The cell that a mark would join.
    fn before(&self) -> Option<usize> {
        let start = self.at.1 * self.size.0;
        (start..start + self.at.0).rev().find(|at| !self.cells[*at].text.is_empty())
    }

    /// Half of a wide character is nothing; what is left of it is blank, and without a style.
    fn tear(&mut self, x: usize) {
        let start = self.at.1 * self.size.0;
        let row = &mut self.cells[start..start + self.size.0];
        let first = (0..=x).rev().find(|at| !row[*at].text.is_empty()).unwrap_or(0);
        let end = (x + 1..row.len()).find(|at| !row[*at].text.is_empty()).unwrap_or(row.len());
        if end - first < 2 {
            return;
        }
        row[first..end].fill(Seen { text: " ".to_owned(), ..Seen::default() });
    }
}

/// The `vt100` crate wraps always; so it is given room for what it draws wider, which is not seen.
pub(super) struct Vt100 {
    parser: vt100::Parser,
    width: u16,
}

impl Vt100 {
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        let size = |cells| NonZero::new(cells).unwrap();
        Self { parser: vt100::Parser::new(size(height), size(width * 8), 0), width }
    }

    pub(super) fn process(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
    }

    pub(super) fn rows(&self) -> Vec<String> {
        let rows = self.parser.screen().rows(0, self.width);
        rows.map(|row| row.trim_end().to_owned()).collect()
    }
}

#[test]
fn the_models_differ_where_terminals_do() {
    let widths = |text: &str| {
        RULES.map(|(_, rule)| {
            let mut model = Model::new(rule, (20, 1));
            model.process(text.as_bytes());
            model.at.0
        })
    };
    assert_eq!(widths("ab"), [2; 7]);
    assert_eq!(widths("港"), [2; 7]);
    assert_eq!(widths("●"), [1, 2, 1, 2, 1, 1, 1]);
    assert_eq!(widths("स्त्री"), [4, 8, 1, 2, 4, 1, 6]);
    assert_eq!(widths("👩\u{200d}🚀"), [4, 4, 2, 2, 2, 2, 5]);
    assert_eq!("स्त्री".width(), 4);
}
