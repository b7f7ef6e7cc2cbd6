//! Draws the steps: their time, what they did; the undone ones stand back.

use ratatui::{Frame, layout::Rect};

use super::HistoryPane;
use crate::base::{
    language::dates::{Form, day},
    wording,
};
use crate::ui::{Theme, centred, cut, framed, put};

/// Stands before the step after which the marks are as they are now.
const CURRENT: &str = "▸ ";

fn frame_of(area: Rect) -> Rect {
    centred(area, 76, area.height.saturating_sub(area.height / 8))
}

/// Where the lines go: inside of the frame, where there is one.
pub(super) fn inside(area: Rect) -> Rect {
    let outer = frame_of(area);
    if outer.width < 4 || outer.height < 3 {
        return outer;
    }
    Rect { x: outer.x + 1, y: outer.y + 1, width: outer.width - 2, height: outer.height - 2 }
}

pub(super) fn draw(pane: &HistoryPane, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, frame_of(area), &format!(" {} ", wording!("history-title")), theme);
    let Some(steps) = &pane.steps else { return };
    let current = pane.current();
    let lines = (inside.y..inside.bottom()).zip(pane.cursor.top()..pane.n_lines());
    for (y, at) in lines {
        let line = Rect { y, height: 1, ..inside };
        let text = match steps.get(at) {
            Some(step) => {
                let time = step.at.format("%H:%M:%S");
                let line = format!("{} {time}  {}", day(step.at.date(), Form::Numbers), step.name);
                if step.is_undone {
                    format!("{line}  {}", wording!("history-undone"))
                } else {
                    line
                }
            }
            None if steps.is_empty() => wording!("history-empty").to_owned(),
            None => wording!("history-start").to_owned(),
        };
        let is_undone = steps.get(at).is_none_or(|step| step.is_undone);
        let style = if is_undone { theme.dim } else { theme.text };
        let sign = if at == current { CURRENT } else { "  " };
        let rest = put(buffer, line, sign, theme.heading);
        put(buffer, rest, &cut(&text, usize::from(rest.width)), style);
        if at == pane.cursor.at() {
            buffer.set_style(line, theme.selected);
        }
    }
}
