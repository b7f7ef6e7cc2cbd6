//! Draws what a program prints, and above it what runs and for how long.

use ratatui::{Frame, layout::Rect};

use super::OutputPane;
use crate::base::{Clean, wording};
use crate::session::Session;
use crate::ui::{Theme, cut, framed, framed_inside, put_box_scroll_bar, put_lines};

pub(super) fn inside(area: Rect) -> Rect {
    framed_inside(area)
}

pub(super) fn draw(
    pane: &OutputPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let program = Clean::new(&session.said.running.line);
    let program = cut(&program, usize::from(area.width / 2)).into_owned();
    let state = match &pane.end {
        Some(end) => wording!("output-end", end = end, seconds = pane.seconds),
        None => wording!("output-running", seconds = pane.seconds),
    };
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, area, &format!(" {program} · {state} "), theme);
    let top = pane.pager.top();
    let lines = pane.lines.iter().skip(top);
    let n_seen = put_lines(buffer, inside, lines.map(|line| (line.as_str(), theme.text)));
    put_box_scroll_bar(buffer, area, (top..top + n_seen, pane.lines.len()), theme);
}
