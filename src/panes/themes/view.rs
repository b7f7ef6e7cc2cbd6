//! Draws the box, in a corner: the rest of the screen shows what a theme looks like.

use ratatui::{Frame, layout::Rect};

use super::ThemesPane;
use crate::base::wording;
use crate::session::Session;
use crate::ui::{Theme, boxed, choose_row, framed, put, put_box_scroll_bar, width};

/// As large as the names, in the corner above on the right.
fn frame_of(area: Rect, title: &str, names: &[String]) -> Rect {
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let (columns, rows) = boxed(title, widest, names.len());
    let (width, height) = (columns.min(area.width), rows.min(area.height));
    Rect { x: area.right() - width, y: area.y, width, height }
}

pub(super) fn draw(
    pane: &ThemesPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let title = format!(" {} ", wording!("themes-title"));
    let names = &session.display.theme.names;
    let outer = frame_of(area, &title, names);
    let inside = framed(buffer, outer, &title, theme);
    let n_rows = usize::from(inside.height.max(1));
    let top = (pane.row + 1).saturating_sub(n_rows);
    let seen = top..(top + n_rows).min(names.len());
    put_box_scroll_bar(buffer, outer, (seen, names.len()), theme);
    for (y, (row, name)) in (inside.y..inside.bottom()).zip(names.iter().enumerate().skip(top)) {
        let area = Rect { y, height: 1, ..inside };
        put(buffer, area, name, theme.text);
        if row == pane.row {
            choose_row(buffer, area, theme);
        }
    }
}
