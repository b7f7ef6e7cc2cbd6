//! Draws the explanation of a query.

use ratatui::{Frame, layout::Rect};

use super::ExplanationPane;
use crate::base::wording;
use crate::ui::{Theme, framed, framed_inside, put, put_lines};

pub(super) fn inside(area: Rect) -> Rect {
    framed_inside(area)
}

pub(super) fn draw(pane: &ExplanationPane, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, area, &format!(" {} ", wording!("explain-title")), theme);
    if pane.lines.is_empty() {
        put(buffer, inside, wording!("explain-asking"), theme.dim);
    }
    let lines = pane.lines.iter().enumerate().skip(pane.pager.top());
    let style = |at: usize| if at == 0 { theme.heading } else { theme.text };
    put_lines(buffer, inside, lines.map(|(at, line)| (line.as_str(), style(at))));
}
