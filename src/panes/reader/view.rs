//! Draws the article: its column, the matches in it, and how far one has read.

use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    widgets::{Paragraph, Widget, Wrap},
};
use unicode_segmentation::UnicodeSegmentation;

use super::{ReaderPane, Shown, rule_rows};
use crate::session::Session;
use crate::ui::{
    Theme, cut,
    glyphs::GLYPHS,
    page::{HeadKind, Line, Row},
    put, width,
};

pub(super) fn draw(
    pane: &ReaderPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    let text = Rect { height: area.height - rule_rows(area.height), ..area };
    let rule = Rect { y: text.bottom(), height: area.height - text.height, ..area };
    let is_loading = pane.is_loading(session);
    match (&pane.shown, &pane.failure) {
        (Some(shown), _) if !(is_loading && pane.is_left) => {
            draw_page(shown, theme, buffer, column(text, pane.page_size(session).0));
            let progress = if is_loading { "reading…".to_owned() } else { progress(shown) };
            let title = if shown.page.shows_title() { "" } else { &*shown.opened.article.title };
            draw_rule(buffer, rule, title, &progress, theme);
        }
        (_, Some(why)) if !is_loading => {
            let words = Paragraph::new(&**why).wrap(Wrap { trim: true }).style(theme.error);
            words.render(column(text, pane.page_size(session).0), buffer);
            draw_rule(buffer, rule, "", "", theme);
        }
        _ => draw_rule(buffer, rule, "", if is_loading { "reading…" } else { "" }, theme),
    }
}

/// The middle of `area`, `width_cells` wide.
fn column(area: Rect, width_cells: usize) -> Rect {
    let width = u16::try_from(width_cells).unwrap_or(u16::MAX).min(area.width);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

fn draw_page(shown: &Shown, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    for (y, row) in (area.y..area.bottom()).zip(shown.page.rows()) {
        let area = Rect { y, height: 1, ..area };
        match row {
            Row::Blank => (),
            Row::Text(line) => draw_line(shown, line, theme, buffer, area),
            Row::Head(row) => {
                if let Some(row) = shown.page.head(*row) {
                    let style = match row.kind {
                        HeadKind::Title => theme.title,
                        HeadKind::About | HeadKind::Gap => theme.dim,
                    };
                    put(buffer, area, &row.text, style);
                }
            }
        }
    }
}

fn draw_line(shown: &Shown, line: &Line, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let text = shown.page.text(line);
    let hits: Vec<_> = shown.hits.on(line).collect();
    if hits.is_empty() {
        put(buffer, area, text, theme.text);
        return;
    }
    let mut x = area.x;
    for (at, cluster) in text.grapheme_indices(true) {
        let start = line.bytes.start + at;
        let end = start + cluster.len();
        let hit = hits.iter().find(|(hit, _)| hit.bytes.start < end && start < hit.bytes.end);
        let style = match hit {
            Some((_, true)) => theme.text.patch(theme.current_hit),
            Some((_, false)) => theme.text.patch(theme.hit),
            None => theme.text,
        };
        (x, _) = buffer.set_stringn(x, area.y, cluster, usize::from(area.right() - x), style);
    }
}

fn progress(shown: &Shown) -> String {
    let headline = &shown.opened.headline;
    let left = shown.page.minutes_left();
    let parts = [
        shown.hits.count(),
        (!headline.is_read).then(|| "unread".to_owned()),
        headline.is_starred.then(|| GLYPHS.star.unicode.to_owned()),
        Some(format!("{}%", shown.page.percent())),
        (0 < left).then(|| format!("{left} min left")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Draws the last line of the pane: what is read on the left, how far on the right.
fn draw_rule(buffer: &mut Buffer, area: Rect, title: &str, progress: &str, theme: &Theme) {
    for position in area.positions() {
        buffer.set_stringn(position.x, position.y, GLYPHS.rule.unicode, 1, theme.rule);
    }
    let room = usize::from(area.width);
    let progress = if progress.is_empty() { String::new() } else { format!(" {progress} ") };
    let progress = cut(&progress, room.saturating_sub(2));
    let cells = width(&progress);
    let x = area.right() - u16::try_from((cells + 1).min(room)).unwrap_or(0);
    put(buffer, Rect { x, width: area.right() - x, ..area }, &progress, theme.dim);
    let left = room.saturating_sub(cells + 6);
    if !title.is_empty() && 8 <= left {
        let title = format!(" {} ", cut(title, left));
        put(buffer, Rect { x: area.x + 1, width: area.width - 1, ..area }, &title, theme.dim);
    }
}
