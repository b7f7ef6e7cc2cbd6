//! Draws what is wrong, a line a problem.

use ratatui::{Frame, layout::Rect};

use super::ProblemsPane;
use crate::base::{Clean, wording};
use crate::ui::{Theme, framed, framed_inside, put_lines};

pub(super) fn inside(area: Rect) -> Rect {
    framed_inside(area)
}

pub(super) fn draw(pane: &ProblemsPane, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, area, &format!(" {} ", wording!("problems-title")), theme);
    let lines = pane.lines().iter().skip(pane.pager.top()).map(Clean::as_str);
    put_lines(buffer, inside, lines.map(|line| (line, theme.text)));
}
