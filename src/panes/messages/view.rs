//! Draws the messages, and which of them were warnings.

use ratatui::{Frame, layout::Rect};

use super::MessagesPane;
use crate::base::wording;
use crate::session::{Session, Severity};
use crate::ui::{Theme, framed, framed_inside, put, put_box_scroll_bar, put_lines};

pub(super) fn inside(area: Rect) -> Rect {
    framed_inside(area)
}

pub(super) fn draw(
    pane: &MessagesPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let inside = framed(buffer, area, &format!(" {} ", wording!("messages-title")), theme);
    let notices = session.said.notices.kept.iter().skip(pane.pager.top());
    if session.said.notices.kept.is_empty() {
        put(buffer, inside, wording!("messages-empty"), theme.dim);
    }
    let lines = notices.map(|notice| {
        let style = match notice.severity {
            Severity::Note => theme.text,
            Severity::Warning => theme.warning,
            Severity::Error => theme.error,
        };
        (notice.text.as_str(), style)
    });
    let n_seen = put_lines(buffer, inside, lines);
    let (top, n_lines) = (pane.pager.top(), session.said.notices.kept.len());
    put_box_scroll_bar(buffer, area, (top..top + n_seen, n_lines), theme);
}
