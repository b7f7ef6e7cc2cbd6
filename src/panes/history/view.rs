//! Draws the steps: their time and what they did; undone ones are dimmed.

use ratatui::{Frame, layout::Rect};

use super::HistoryPane;
use crate::base::{
    language::dates::{Form, day},
    wording,
};
use crate::session::PastStep;
use crate::ui::{
    Theme, boxed, centred, choose_row, cut, framed, framed_inside, put, put_box_scroll_bar, width,
};

/// Stands before the step after which the marks are as they are now.
const CURRENT: &str = "▸ ";

/// The columns and rows that all steps take, the undone ones and those that may yet be.
pub(super) fn size(steps: &[PastStep]) -> (u16, u16) {
    let widest = steps.iter().map(|step| width(&undone(&said(step)))).max().unwrap_or(0);
    let widest = widest.max(width(wording!("history-start"))).max(width(wording!("history-empty")));
    boxed(&title(), width(CURRENT) + widest, steps.len() + 1)
}

fn title() -> String {
    format!(" {} ", wording!("history-title"))
}

/// As large as the steps, as far as there is room.
fn frame_of(area: Rect, size: (u16, u16)) -> Rect {
    centred(area, size.0, size.1.min(area.height.saturating_sub(area.height / 8)))
}

/// Where the lines go: inside of the frame, where there is one.
pub(super) fn inside(area: Rect, size: (u16, u16)) -> Rect {
    framed_inside(frame_of(area, size))
}

fn said(step: &PastStep) -> String {
    let time = step.at.format("%H:%M:%S");
    format!("{} {time}  {}", day(step.at.date(), Form::Numbers), step.name)
}

fn undone(said: &str) -> String {
    format!("{said}  {}", wording!("history-undone"))
}

pub(super) fn draw(pane: &HistoryPane, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let Some(steps) = &pane.steps else { return };
    let outer = frame_of(area, pane.size);
    let inside = framed(buffer, outer, &title(), theme);
    let seen = pane.cursor.seen(pane.n_lines());
    put_box_scroll_bar(buffer, outer, (seen, pane.n_lines()), theme);
    let current = pane.current();
    let lines = (inside.y..inside.bottom()).zip(pane.cursor.top()..pane.n_lines());
    for (y, at) in lines {
        let line = Rect { y, height: 1, ..inside };
        let is_undone = steps.get(at).is_none_or(|step| step.is_undone);
        let style = if is_undone { theme.dim } else { theme.text };
        let sign = if at == current { CURRENT } else { "  " };
        let rest = put(buffer, line, sign, theme.heading);
        let room = usize::from(rest.width);
        let text = match steps.get(at) {
            // A long title makes way for the word that tells the steps apart.
            Some(step) if step.is_undone => {
                undone(&cut(&said(step), room.saturating_sub(width(&undone("")))))
            }
            Some(step) => said(step),
            None if steps.is_empty() => wording!("history-empty").to_owned(),
            None => wording!("history-start").to_owned(),
        };
        put(buffer, rest, &cut(&text, room), style);
        if at == pane.cursor.at() {
            choose_row(buffer, line, theme);
        }
    }
}
