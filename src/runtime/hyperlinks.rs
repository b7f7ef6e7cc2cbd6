//! Links on the terminal's screen (OSC 8): which cells have which, and what has to be sent so that
//! it stays so.
//!
//! The sequences stand around runs of cells, beside what is compared and measured. A cell that is
//! drawn again gets its link again; one whose link has changed and whose letter has not is drawn
//! once more. Only addresses that a browser would be given get here, in ASCII.

use std::{collections::HashMap, rc::Rc};

use ratatui::layout::Position;

use crate::{host, ui::Hyperlink};

/// Longer addresses are ignored by some terminals, and sent with every row they are in.
const MAX_BYTES: usize = 2000;

/// What ends a link.
pub(super) const END: &[u8] = b"\x1b]8;;\x1b\\";

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    number: usize,
    url: String,
}

impl Target {
    /// `None` if nothing may be opened.
    fn new(link: &Hyperlink) -> Option<Rc<Self>> {
        let url = host::checked(&link.address).filter(|url| url.len() <= MAX_BYTES)?;
        // The parser sees to it; what goes to a terminal is worth a second look.
        let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic());
        is_plain.then(|| Rc::new(Self { number: link.number, url }))
    }

    /// What begins the link. By its name, rows and parts of it that are drawn at other times belong
    /// together.
    pub(super) fn start(&self) -> String {
        format!("\x1b]8;id=dateline{};{}\x1b\\", self.number, self.url)
    }
}

/// The links of the picture, and those that the terminal has.
#[derive(Debug, Default)]
pub(super) struct Hyperlinks {
    stated: Vec<Hyperlink>,
    wanted: HashMap<Position, Rc<Target>>,
    shown: HashMap<Position, Rc<Target>>,
}

impl Hyperlinks {
    /// Takes the links of the next picture.
    pub(super) fn want(&mut self, links: Vec<Hyperlink>) {
        if links == self.stated {
            return;
        }
        self.wanted.clear();
        for link in &links {
            if let Some(target) = Target::new(link) {
                self.wanted.extend(link.cells.iter().map(|at| (*at, Rc::clone(&target))));
            }
        }
        self.stated = links;
    }

    /// The terminal has been cleared.
    pub(super) fn forget(&mut self) {
        self.shown.clear();
    }

    /// The link of a cell of the next picture.
    pub(super) fn wanted(&self, at: Position) -> Option<&Rc<Target>> {
        self.wanted.get(&at)
    }

    /// The cells whose link is not the one that the terminal has: columns by row.
    pub(super) fn changed(&self) -> HashMap<usize, Vec<usize>> {
        let mut changed: HashMap<usize, Vec<usize>> = HashMap::new();
        let stale = self.shown.keys().filter(|at| !self.wanted.contains_key(at));
        for at in self.wanted.keys().chain(stale) {
            if self.wanted.get(at) != self.shown.get(at) {
                changed.entry(usize::from(at.y)).or_default().push(usize::from(at.x));
            }
        }
        changed
    }

    /// The next picture is on the terminal.
    pub(super) fn are_shown(&mut self) {
        self.shown.clone_from(&self.wanted);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{buffer::Buffer, layout::Rect};

    use super::*;
    use crate::{base::Clean, runtime::painter::Painter};

    /// A terminal that is sent the changes of a picture, and its links.
    #[derive(Default)]
    struct Desk(Painter);

    impl Desk {
        /// Draws a row with links, and returns what is sent, without movement and colours.
        fn draw(&mut self, row: &str, links: &[(usize, &str, std::ops::Range<u16>)]) -> String {
            let mut picture = Buffer::empty(Rect::new(0, 0, 12, 2));
            picture.set_string(0, 0, row, ratatui::style::Style::new());
            let link = |(number, address, xs): &(usize, &str, std::ops::Range<u16>)| Hyperlink {
                number: *number,
                address: Clean::new(address),
                cells: xs.clone().map(|x| Position { x, y: 0 }).collect(),
            };
            self.0.take(&mut picture, links.iter().map(link).collect());
            let mut bytes = Vec::new();
            self.0.paint(&mut bytes).unwrap();
            sent(&bytes)
        }
    }

    /// What was sent, with links as `<number url>…</>`.
    fn sent(bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let text = text.replace("\x1b]8;;\x1b\\", "</>").replace("\x1b]8;id=dateline", "<");
        let text = text.replace("\x1b\\", ">").replace(';', " ");
        let mut out = String::new();
        let mut pieces = text.split("\x1b[");
        out.push_str(pieces.next().unwrap());
        for piece in pieces {
            out.push_str(
                piece.trim_start_matches(|c: char| !c.is_ascii_alphabetic()).get(1..).unwrap(),
            );
        }
        out
    }

    #[test]
    fn a_link_stands_around_its_cells_and_no_others() {
        let mut desk = Desk::default();
        let sent = desk.draw("see(a.b)now", &[(1, "https://a.b", 4..7)]);
        assert_eq!(sent, "see(<1 https://a.b/>a.b</>)now");
    }

    #[test]
    fn a_cell_drawn_again_keeps_its_link_and_what_stays_is_not_sent() {
        let mut desk = Desk::default();
        let links = [(1, "https://a.b", 4..7)];
        desk.draw("see(a.b)now", &links);
        assert_eq!(desk.draw("see(a.b)NOW", &links), "NOW");
        assert_eq!(desk.draw("see(a.c)NOW", &links), "<1 https://a.b/>c</>");
        assert_eq!(desk.draw("see(a.c)NOW", &links), "");
    }

    #[test]
    fn a_stale_link_goes_though_its_letters_stay() {
        let mut desk = Desk::default();
        desk.draw("see(a.b)now", &[(1, "https://a.b", 4..7)]);
        let other = [(1, "https://a.c", 4..7)];
        assert_eq!(desk.draw("see(a.b)now", &other), "<1 https://a.c/>a.b</>");
        assert_eq!(desk.draw("see(a.b)now", &[]), "a.b");
        assert_eq!(desk.draw("see(a.b)now", &[]), "");
    }

    #[test]
    fn a_row_with_a_wide_letter_is_sent_whole_with_its_links() {
        let mut desk = Desk::default();
        desk.draw("a.b", &[(1, "https://a.b", 0..3)]);
        let sent = desk.draw("港b", &[(1, "https://a.b", 2..3)]);
        assert_eq!(sent.trim_end(), "港<1 https://a.b/>b</>");
        assert_eq!(desk.draw("港b", &[]).trim_end(), "港b");
    }

    #[test]
    fn what_a_browser_would_not_be_given_is_no_link() {
        for hostile in
            ["javascript:x", "https://a.b/\u{7}x", "https://u@a.b", "file:///x", "https://a.b/␀x"]
        {
            let mut desk = Desk::default();
            assert_eq!(desk.draw("a.b", &[(1, hostile, 0..3)]), "a.b", "{hostile}");
        }
        let long = format!("https://a.b/{}", "x".repeat(MAX_BYTES));
        assert_eq!(Desk::default().draw("a.b", &[(1, &long, 0..3)]), "a.b");
        let sent = Desk::default().draw("a.b", &[(2, "https://a.b/é;z", 0..3)]);
        assert_eq!(sent, "<2 https://a.b/%C3%A9%3Bz>a.b</>");
    }
}
