//! Draws the problems, one line each.

use ratatui::{Frame, layout::Rect};

use super::ProblemsPane;
use crate::base::wording;
use crate::ui::{Theme, choose_row, cut, framed, framed_inside, put, put_box_scroll_bar, width};

pub(super) fn inside(area: Rect) -> Rect {
    framed_inside(area)
}

pub(super) fn draw(pane: &ProblemsPane, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, area, &format!(" {} ", wording!("problems-title")), theme);
    let seen = pane.cursor.seen(pane.lines.len());
    put_box_scroll_bar(buffer, area, (seen, pane.lines.len()), theme);
    let lines = pane.lines.iter().enumerate().skip(pane.cursor.top());
    for (y, (at, problem)) in (inside.y..inside.bottom()).zip(lines) {
        let line = Rect { y, height: 1, ..inside };
        // What is wrong is seen whole where it fits; of a long path, its beginning.
        let room = usize::from(line.width).saturating_sub(width(&problem.detail) + 2);
        let rest = put(buffer, line, &cut(&problem.path, room.max(8)), theme.source);
        let rest = put(buffer, rest, "  ", theme.text);
        put(buffer, rest, &cut(&problem.detail, usize::from(rest.width)), theme.text);
        if at == pane.cursor.at() {
            choose_row(buffer, line, theme);
        }
    }
}
