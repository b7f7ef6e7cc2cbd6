//! Draws the queries of a batch: hits, sources, first and last day of each, as far as there is room.

use ratatui::{Frame, buffer::Buffer, layout::Rect, style::Style};

use super::BatchPane;
use crate::base::{
    language::{
        dates::{Form, day},
        numbers::thousands,
    },
    wording,
};
use crate::session::BatchLine;
use crate::ui::{Theme, choose_row, cut, framed, framed_inside, put, width};

/// Queries keep as much of their lines; columns that leave less are left out.
const LEAST_QUERY_CELLS: u16 = 20;
const GAP_CELLS: u16 = 2;

/// Where the lines go: below those that name the columns.
pub(super) fn inside(area: Rect) -> Rect {
    let inside = framed_inside(area);
    let n_head = u16::from(2 <= inside.height);
    Rect { y: inside.y + n_head, height: inside.height - n_head, ..inside }
}

pub(super) fn draw(pane: &BatchPane, theme: &Theme, frame: &mut Frame, area: Rect) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    let whole = framed(buffer, area, &format!(" {} ", title(pane)), theme);
    let inside = inside(area);
    let heads = [
        wording!("cli-head-hits"),
        wording!("cli-head-sources"),
        wording!("cli-head-first"),
        wording!("cli-head-last"),
    ];
    let lines = pane.answer.as_ref().map_or(&[][..], |answer| &answer.lines);
    let cells: Vec<[String; 4]> = lines.iter().map(cells_of).collect();
    let widths = [0, 1, 2, 3].map(|column| {
        let widest = cells.iter().map(|row| width(&row[column])).max().unwrap_or(0);
        u16::try_from(widest.max(width(heads[column]))).unwrap_or(u16::MAX)
    });
    let n_columns = (1..=4).rev().find(|n| {
        let taken: u16 = widths[..*n].iter().map(|it| it.saturating_add(GAP_CELLS)).sum();
        taken.saturating_add(LEAST_QUERY_CELLS) <= whole.width
    });
    let columns = &widths[..n_columns.unwrap_or(1)];
    if inside.y != whole.y {
        let head = Rect { height: 1, ..whole };
        put_line(buffer, head, (wording!("cli-head-query"), &heads), columns, theme.heading);
    }
    let queries = pane.file.queries.iter().enumerate().skip(pane.cursor.top());
    for (y, (at, line)) in (inside.y..inside.bottom()).zip(queries) {
        let row = Rect { y, height: 1, ..inside };
        let none = [wording!("batch-counting"), "", "", ""];
        let counted = cells.get(at).map(|cells| cells.each_ref().map(String::as_str));
        put_line(buffer, row, (&line.text, &counted.unwrap_or(none)), columns, theme.text);
        if at == pane.cursor.at() {
            choose_row(buffer, row, theme);
        }
    }
}

fn title(pane: &BatchPane) -> String {
    wording!("batch-title", n = pane.file.queries.len())
}

fn cells_of(line: &BatchLine) -> [String; 4] {
    let bound = if line.extent.has_all_rows() { "" } else { "≥ " };
    let hits = format!("{bound}{}", thousands(line.n_hits));
    let days = line.days.map(|days| [days.first, days.last].map(|it| day(it, Form::Numbers)));
    let [first, last] = days.unwrap_or_else(|| ["-".to_owned(), "-".to_owned()]);
    [hits, thousands(line.n_sources), first, last]
}

/// A query, and its numbers on the right.
fn put_line(
    buffer: &mut Buffer,
    row: Rect,
    (query, cells): (&str, &[&str; 4]),
    columns: &[u16],
    style: Style,
) {
    let mut right = row.right();
    for (column, text) in columns.iter().zip(cells).rev() {
        let x = right.saturating_sub(*column).max(row.x);
        let own = Rect { x, width: right - x, ..row };
        let indent = own.width.saturating_sub(u16::try_from(width(text)).unwrap_or(u16::MAX));
        let place = Rect { x: own.x + indent, width: own.width - indent, ..own };
        put(buffer, place, text, style);
        right = x.saturating_sub(GAP_CELLS).max(row.x);
    }
    let left = Rect { width: right - row.x, ..row };
    put(buffer, left, &cut(query, usize::from(left.width)), style);
}
