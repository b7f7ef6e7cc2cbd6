//! Where panes go: side by side, one above the other, or one at a time.

use ratatui::layout::Rect;

use crate::panes::{status, themes, which_key};
use crate::session::{
    ASK, COMMAND_LINE, FILTER, FIND, HELP, HISTORY, LIST, MESSAGES, OUTPUT, PALETTE, PaneName,
    READER, SEARCH, Session,
};

/// From this width on, list and article stand side by side: an article of 66 columns beside a list
/// that still has room for titles.
const WIDE_CELLS: u16 = 120;
/// From this height on, the list stands above the article.
const TALL: u16 = 40;

/// The panes that are on the screen and where, in the order in which they are drawn.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Areas {
    pub panes: Vec<(PaneName, Rect)>,
    /// Between list and article.
    pub rule: Option<Rect>,
}

impl Areas {
    pub(super) fn of(session: &Session, screen: Rect) -> Self {
        let mut areas = Self::default();
        let status_lines = u16::from(2 <= screen.height);
        let main = Rect { height: screen.height - status_lines, ..screen };
        let status = Rect { y: main.bottom(), height: status_lines, ..screen };
        let (list, reader) = areas.split(session, main);
        areas.put_list(session, list);
        areas.put(READER, reader);
        let below = match session.focus() {
            front if front == FIND || front == ASK => front,
            _ => status::NAME,
        };
        areas.put(below, Some(status));
        areas.put(which_key::NAME, Some(main).filter(|_| !session.typed.hints.is_empty()));
        areas.put(HISTORY, Some(screen).filter(|_| session.is_shown(HISTORY)));
        areas.put(themes::NAME, Some(main).filter(|_| session.is_shown(themes::NAME)));
        for text in [OUTPUT, MESSAGES] {
            areas.put(text, Some(main).filter(|_| session.is_shown(text)));
        }
        for overlay in [PALETTE, COMMAND_LINE, HELP] {
            areas.put(overlay, Some(screen).filter(|_| session.is_shown(overlay)));
        }
        let last_line = Rect { y: screen.bottom() - status_lines, height: status_lines, ..screen };
        areas.put(FILTER, Some(last_line).filter(|_| session.is_shown(FILTER)));
        areas
    }

    fn split(&mut self, session: &Session, main: Rect) -> (Option<Rect>, Option<Rect>) {
        if !session.is_shown(READER) {
            return (Some(main), None);
        }
        if WIDE_CELLS <= main.width {
            let list = Rect { width: main.width * 9 / 20, ..main };
            self.rule = Some(Rect { x: list.right(), width: 1, ..main });
            let x = list.right() + 1;
            return (Some(list), Some(Rect { x, width: main.right() - x, ..main }));
        }
        if TALL <= main.height + 1 {
            let list = Rect { height: main.height / 3, ..main };
            self.rule = Some(Rect { y: list.bottom(), height: 1, ..main });
            let y = list.bottom() + 1;
            return (Some(list), Some(Rect { y, height: main.bottom() - y, ..main }));
        }
        if session.is_reader_above_list() { (None, Some(main)) } else { (Some(main), None) }
    }

    fn put_list(&mut self, session: &Session, area: Option<Rect>) {
        let Some(area) = area else {
            return;
        };
        if !session.search.is_open {
            self.put(LIST, Some(area));
            return;
        }
        let n_lines = match area.height {
            0..2 => 0,
            2..5 => 1,
            _ => 2,
        };
        // With one line only, the prompt is more use than a result, while one types.
        let n_lines = if area.height == 1 && session.focus() == SEARCH { 1 } else { n_lines };
        self.put(LIST, Some(Rect { y: area.y + n_lines, height: area.height - n_lines, ..area }));
        self.put(SEARCH, Some(Rect { height: n_lines, ..area }));
    }

    fn put(&mut self, pane: PaneName, area: Option<Rect>) {
        self.panes.extend(area.map(|area| (pane, area)));
    }
}
