//! Where panes go: side by side, one above the other, or one at a time.

use ratatui::layout::Rect;

use crate::config::LayoutKind;
use crate::panes::{AnyPane, welcome};
use crate::session::{Area, FACETS, LIST, ListSide, PaneName, READER, SEARCH, Session, TIMELINE};

/// From this width on, list and article stand side by side: an article of 66 columns beside a list
/// that still has room for titles.
const WIDE_CELLS: u16 = 120;
/// From this height on, the list stands above the article.
const TALL: u16 = 40;
/// With less, list and article are shown one at a time whatever was chosen: titles of ten cells help
/// nobody.
const LEAST_WIDTH: u16 = 50;
const LEAST_HEIGHT: u16 = 12;

/// From this width on, what articles have in common stands beside the list.
const LEAST_WITH_FACETS: u16 = 72;
/// The least and the most cells that it then has.
const FACETS_CELLS: (u16, u16) = (28, 44);

/// The panes that are on the screen and where, in the order in which they are drawn.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Areas {
    pub panes: Vec<(PaneName, Rect)>,
    /// Between list and article.
    pub rule: Option<Rule>,
}

/// The line between list and article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub area: Rect,
    pub side: ListSide,
    /// The cells that list and article share, and where the first of them is.
    pub cells: u16,
    pub start: u16,
}

impl Areas {
    pub(super) fn of(panes: &[Box<dyn AnyPane>], session: &Session, screen: Rect) -> Self {
        let mut areas = Self::default();
        let is_zen =
            session.display.layout.kind == LayoutKind::ReaderOnly && session.is_reader_above_list();
        let status_lines = u16::from(2 <= screen.height && !is_zen);
        let foot_lines = welcome::n_lines(session, screen.height);
        let main = Rect { height: screen.height - status_lines - foot_lines, ..screen };
        let foot = Rect { y: main.bottom(), height: foot_lines, ..screen };
        let mut status = Rect { y: foot.bottom(), height: status_lines, ..screen };
        if is_zen && has_something_to_say(session) {
            // Over the last line of the article, which so stays where it is.
            let height = screen.height.min(1);
            status = Rect { y: screen.bottom() - height, height, ..screen };
        }
        let (list, reader) = areas.split(session, main);
        areas.put_list(session, list);
        areas.put(READER, reader);
        areas.put(welcome::NAME, (0 < foot_lines).then_some(foot));
        let area_of = |pane: PaneName| session.keyboard.catalogue.pane(pane).area;
        let front = session.focus();
        let is_taken = area_of(front) == Area::Line;
        for name in panes.iter().map(|pane| pane.name()) {
            let is_here = if is_taken { name == front } else { area_of(name) == Area::Status };
            if is_here {
                areas.put(name, Some(status));
            }
        }
        let n_lines = u16::from(2 <= screen.height);
        let last_line = Rect { y: screen.bottom() - n_lines, height: n_lines, ..screen };
        let mut over: Vec<_> = panes.iter().filter(|pane| pane.is_shown(session)).collect();
        // The pane in front is drawn last; those that are not on the stack lie below it.
        over.sort_by_key(|pane| session.height(pane.name()));
        for pane in over {
            let area = match area_of(pane.name()) {
                Area::Box => main,
                Area::Screen => screen,
                Area::LastLine => last_line,
                Area::Main | Area::Foot | Area::Status | Area::Line | Area::Nowhere => continue,
            };
            areas.put(pane.name(), Some(area));
        }
        areas
    }

    fn split(&mut self, session: &Session, main: Rect) -> (Option<Rect>, Option<Rect>) {
        if !session.is_shown(READER) {
            return (Some(main), None);
        }
        match side(session.display.layout.kind, main) {
            Some(ListSide::Left) => {
                let width = session.display.layout.list_cells(ListSide::Left, main.width);
                let list = Rect { width, ..main };
                let area = Rect { x: list.right(), width: 1, ..main };
                let (cells, start) = (main.width, main.x);
                self.rule = Some(Rule { area, side: ListSide::Left, cells, start });
                let x = area.right();
                (Some(list), Some(Rect { x, width: main.right() - x, ..main }))
            }
            Some(ListSide::Top) => {
                let height = session.display.layout.list_cells(ListSide::Top, main.height);
                let list = Rect { height, ..main };
                let area = Rect { y: list.bottom(), height: 1, ..main };
                let (cells, start) = (main.height, main.y);
                self.rule = Some(Rule { area, side: ListSide::Top, cells, start });
                let y = area.bottom();
                (Some(list), Some(Rect { y, height: main.bottom() - y, ..main }))
            }
            None if session.is_reader_above_list() => (None, Some(main)),
            None => (Some(main), None),
        }
    }

    fn put_list(&mut self, session: &Session, area: Option<Rect>) {
        let Some(area) = area else {
            return;
        };
        let area = self.put_facets(session, area);
        if area.is_empty() {
            return;
        }
        if !session.search.is_open {
            self.put_timeline(session, area);
            return;
        }
        let n_lines = match area.height {
            0..2 => 0,
            2..5 => 1,
            _ => 2,
        };
        // With one line only, the prompt is more use than a result, while the user types.
        let n_lines = if area.height == 1 && session.focus() == SEARCH { 1 } else { n_lines };
        let below = Rect { y: area.y + n_lines, height: area.height - n_lines, ..area };
        self.put_timeline(session, below);
        // The offers cover the first hits, and nothing else.
        let n_offered = if session.focus() == SEARCH { session.search.n_offered } else { 0 };
        let n_offered = u16::try_from(n_offered).unwrap_or(u16::MAX).min(below.height);
        self.put(SEARCH, Some(Rect { height: n_lines + n_offered, ..area }));
    }

    /// Puts what articles have in common beside the list, if both have room; otherwise in place of
    /// the list while it takes the keys. Answers what is left.
    fn put_facets(&mut self, session: &Session, area: Rect) -> Rect {
        if !session.display.layout.has_facets {
            return area;
        }
        let is_in_front = session.focus() == FACETS;
        if area.width < LEAST_WITH_FACETS {
            if !is_in_front {
                return area;
            }
            self.put(FACETS, Some(area));
            return Rect { width: 0, ..area };
        }
        let width = (area.width / 3).clamp(FACETS_CELLS.0, FACETS_CELLS.1);
        let rest = Rect { width: area.width - width, ..area };
        self.put(FACETS, Some(Rect { x: rest.right(), width, ..area }));
        rest
    }

    /// Puts the list, and the timeline above it as tall as there is room; a line of it is there
    /// while it takes the keys.
    fn put_timeline(&mut self, session: &Session, area: Rect) {
        let least = u16::from(session.focus() == TIMELINE);
        let n_lines = match area.height {
            _ if !session.display.layout.has_timeline => 0,
            0..8 => least,
            8..16 => 3,
            16..30 => 5,
            _ => 7,
        };
        let n_lines = n_lines.min(area.height);
        self.put(LIST, Some(Rect { y: area.y + n_lines, height: area.height - n_lines, ..area }));
        self.put(TIMELINE, Some(Rect { height: n_lines, ..area }).filter(|it| 0 < it.height));
    }

    fn put(&mut self, pane: PaneName, area: Option<Rect>) {
        self.panes.extend(area.map(|area| (pane, area)));
    }
}

/// The position of the list relative to the article; `None` for one at a time.
pub(super) fn side(kind: LayoutKind, main: Rect) -> Option<ListSide> {
    match kind {
        LayoutKind::Auto if WIDE_CELLS <= main.width => Some(ListSide::Left),
        LayoutKind::Auto if TALL <= main.height + 1 => Some(ListSide::Top),
        LayoutKind::ListLeft if LEAST_WIDTH <= main.width => Some(ListSide::Left),
        LayoutKind::ListTop if LEAST_HEIGHT <= main.height => Some(ListSide::Top),
        LayoutKind::Auto
        | LayoutKind::ListLeft
        | LayoutKind::ListTop
        | LayoutKind::ListOnly
        | LayoutKind::ReaderOnly => None,
    }
}

/// Whether the status line shows more than where the help is.
fn has_something_to_say(session: &Session) -> bool {
    let typed = &session.keyboard.pending;
    let is_typing = typed.count.is_some() || !typed.keys.is_empty();
    is_typing
        || session.said.notices.newest.is_some()
        || session.said.status.banner.is_some()
        || session.keyboard.catalogue.pane(session.focus()).area == Area::Line
}
