//! Draws the article being read.

use ratatui::{Frame, layout::Rect};

use super::ReaderPane;
use crate::session::Session;
use crate::ui::{Theme, put};

pub(super) fn draw(
    pane: &ReaderPane,
    _session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    let Some(article) = &pane.article else {
        return;
    };
    let lines = std::iter::once(&article.title).chain(&article.paragraphs).skip(pane.top);
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        put(buffer, Rect { y, height: 1, ..area }, line, theme.text);
    }
}
