//! Draws the prompt, and below it the mistake in the query or the number of hits.

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use super::SearchPane;
use crate::base::{language::numbers::thousands, wording};
use crate::domain::View;
use crate::session::{SEARCH, Session};
use crate::ui::{Theme, put, put_input};

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
    let rest = put(buffer, Rect { height: 1, ..area }, &pane.recall.label("/"), theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    if 2 <= area.height {
        let below = Rect { y: area.y + 1, height: 1, ..area };
        match &session.search.mistake {
            Some(mistake) => {
                let indent = u16::try_from(mistake.column + 1).unwrap_or(0);
                let indent = indent.min(area.width / 2);
                let pointed = Rect { x: below.x + indent, width: below.width - indent, ..below };
                let rest = put(buffer, pointed, "^ ", theme.warning);
                put(buffer, rest, mistake.message, theme.warning);
            }
            None => {
                put(buffer, below, &found(session), theme.dim);
            }
        }
    }
    if let Some(column) = column.filter(|_| session.focus() == SEARCH) {
        frame.set_cursor_position(Position::new(column, area.y));
    }
}

fn found(session: &Session) -> String {
    let list = session.front();
    if session.search.query.is_none() {
        return wording!("search-keys").to_owned();
    }
    let (n_found, is_exact) = list.n_found();
    let bound = if is_exact { "" } else { "≥ " };
    let none = session.none_so_far(list).filter(|_| n_found == 0 && !list.is_waiting());
    let hits = none.unwrap_or_else(|| format!("{bound}{}", wording!("search-hits", n = n_found)));
    let order = list.listing.spoken_order();
    let view = match list.listing.view {
        View::All => String::new(),
        View::Unread => format!(" · {}", wording!("search-unread")),
        View::Starred => format!(" · {}", wording!("search-starred")),
        View::Changed => format!(" · {}", wording!("search-changed")),
    };
    let position = match n_found {
        0 => String::new(),
        _ => format!(" · {}/{}", thousands(list.cursor() + 1), thousands(n_found)),
    };
    if let Some(hint) = session.search.misread() {
        return format!("{hits}{view} · {hint}");
    }
    format!("{hits}{view} · {order}{position}")
}
