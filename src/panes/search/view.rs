//! Draws the prompt with what it has found, and below it what is wrong with the query or how it was
//! understood.

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
};

use super::SearchPane;
use crate::base::{language::numbers::thousands, wording};
use crate::domain::View;
use crate::session::{SEARCH, Session};
use crate::ui::{Input, Theme, cut, padded, put, put_input, width};

/// What is typed keeps as much of its line.
const LEAST_CELLS: u16 = 24;

pub(super) fn draw(
    pane: &SearchPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let inside = padded(area);
    let mut line = Rect { height: 1, ..inside };
    let found = found(session, usize::from(line.width.saturating_sub(LEAST_CELLS)));
    let cells = u16::try_from(width(&found)).unwrap_or(0).min(line.width);
    let right = Rect { x: line.right() - cells, width: cells, ..line };
    put(buffer, right, &found, theme.dim);
    line.width -= (cells + 2).min(line.width);
    let rest = put(buffer, line, &pane.recall.label("/"), theme.heading);
    // While it does not take the keys, the query may be changed elsewhere.
    let mut typed = Input::default();
    typed.set(session.search.text.as_str());
    let input = if session.focus() == SEARCH { &pane.input } else { &typed };
    let column = put_input(buffer, rest, input, theme.text);
    if 2 <= area.height {
        let below = Rect { y: inside.y + 1, height: 1, ..inside };
        match &session.search.mistake {
            Some(mistake) => {
                let indent = u16::try_from(mistake.column + 1).unwrap_or(0);
                let indent = indent.min(inside.width / 2);
                let pointed = Rect { x: below.x + indent, width: below.width - indent, ..below };
                let rest = put(buffer, pointed, "^ ", theme.warning);
                put(buffer, rest, &mistake.to_string(), theme.warning);
            }
            None => understood(session, theme, buffer, below),
        }
    }
    if let Some(column) = column.filter(|_| session.focus() == SEARCH) {
        frame.set_cursor_position(Position::new(column, area.y));
    }
}

/// How the query was understood; on the right how to write one, where there is room.
fn understood(session: &Session, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let spoken = match (&session.search.query, session.search.hint()) {
        (_, Some(hint)) => hint,
        (Some(query), None) => query.spoken(),
        (None, None) => String::new(),
    };
    let rest = put(buffer, area, &cut(&spoken, usize::from(area.width)), theme.dim);
    let syntax = wording!("search-syntax");
    let cells = u16::try_from(width(syntax)).unwrap_or(u16::MAX);
    if cells.saturating_add(2) <= rest.width {
        let right = Rect { x: area.right() - cells, width: cells, ..area };
        put(buffer, right, syntax, theme.dim);
    }
}

/// The number of hits, their order and the place of the cursor, as far as there are cells for it.
fn found(session: &Session, cells: usize) -> String {
    let list = session.front();
    if session.search.query.is_none() {
        return String::new();
    }
    let (n_found, is_exact) = list.n_found();
    let bound = if is_exact { "" } else { "≥ " };
    let none = session.none_so_far(list).filter(|_| n_found == 0 && !list.is_waiting());
    let mut text =
        none.unwrap_or_else(|| format!("{bound}{}", wording!("search-hits", n = n_found)));
    let view = match list.listing.view {
        View::All => None,
        View::Unread => Some(wording!("search-unread")),
        View::Starred => Some(wording!("search-starred")),
        View::Changed => Some(wording!("search-changed")),
    };
    let order = list.listing.spoken_order();
    let position = format!("{}/{}", thousands(list.cursor() + 1), thousands(n_found));
    let position = (0 < n_found).then_some(position.as_str());
    for part in [view, Some(order), position].into_iter().flatten() {
        if cells < width(&text) + 3 + width(part) {
            break;
        }
        text = format!("{text} · {part}");
    }
    text
}
