//! Draws the values, a line each: whether it is chosen, its name, how it runs over time, its number.

use ratatui::{Frame, buffer::Buffer, layout::Rect};

use super::{FacetsPane, Line, lines};
use crate::base::{bars, language::numbers::thousands, wording};
use crate::domain::{Facet, FacetValue, narrowing};
use crate::session::{FACETS, Session};
use crate::ui::{Theme, choose_row, cut, padded, put, put_caret, width};

/// With less room, names alone stand before the numbers.
const WITH_SPARKLINES: u16 = 30;
const WITH_BARS: u16 = 40;
const BAR_CELLS: usize = 6;

/// The part of `area` that holds values: right of the line that divides it from the list, below what
/// is typed.
pub(super) fn body(area: Rect) -> Rect {
    let (x, y) = (area.width.min(1), area.height.min(1));
    let inside = Rect { x: area.x + x, width: area.width - x, ..area };
    padded(Rect { y: area.y + y, height: area.height - y, ..inside })
}

pub(super) fn draw(
    pane: &FacetsPane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    for y in area.y..area.bottom() {
        put(buffer, Rect { y, width: 1, height: 1, ..area }, "│", theme.border);
    }
    let body = body(area);
    let head = Rect { y: area.y, height: 1, ..body };
    let filter = &session.lists.tallies.filter;
    let is_in_front = session.focus() == FACETS;
    let rest = put(buffer, head, &format!("{} ", wording!("pane-facets")), theme.heading);
    let after = put(buffer, rest, filter, theme.text);
    let lines = lines(session);
    let cursor = pane.cursor_line(&lines);
    let top = pane.top(cursor.unwrap_or(0), usize::from(body.height));
    for (y, (at, line)) in (body.y..body.bottom()).zip(lines.iter().enumerate().skip(top)) {
        let row = Rect { y, height: 1, ..body };
        draw_line(line, session, theme, buffer, row);
        if Some(at) == cursor {
            if is_in_front {
                choose_row(buffer, row, theme);
            } else {
                buffer.set_style(row, theme.cursor_line);
            }
        }
    }
    if lines.is_empty() {
        let none = if filter.is_empty() { "" } else { wording!("facets-none") };
        put(buffer, Rect { height: body.height.min(1), ..body }, none, theme.dim);
    }
    if is_in_front {
        let column = after.x.min(area.right().saturating_sub(1));
        put_caret(frame, Some((column, area.y)), theme);
    }
}

fn draw_line(line: &Line<'_>, session: &Session, theme: &Theme, buffer: &mut Buffer, row: Rect) {
    match line {
        Line::Heading(facet) => {
            put(buffer, row, facet.kind.said(), theme.heading);
        }
        Line::More(facet) => {
            let is_open = session.lists.tallies.opened == Some(facet.kind);
            let n_shown = if is_open { facet.values.len() } else { super::N_VALUES };
            let n_more = facet.n_values.saturating_sub(n_shown);
            put(buffer, row, &format!("  {}", wording!("facets-more", n = n_more)), theme.dim);
        }
        Line::Value(facet, at) => {
            if let Some(value) = facet.values.get(*at) {
                draw_value(facet, value, session, theme, buffer, row);
            }
        }
    }
}

fn draw_value(
    facet: &Facet,
    value: &FacetValue,
    session: &Session,
    theme: &Theme,
    buffer: &mut Buffer,
    row: Rect,
) {
    let choice = narrowing::choice(&session.asked_for(), facet.kind.field());
    let is_among = |values: &[String]| values.iter().any(|it| narrowing::is_same(it, &value.value));
    let (sign, style) = if is_among(&choice.chosen) {
        ("✓", theme.unread)
    } else if is_among(&choice.left_out) {
        ("-", theme.dim)
    } else {
        (" ", theme.text)
    };
    let most = facet.values.iter().map(|it| it.n_hits).max().unwrap_or(0);
    let count_cells = facet.values.iter().map(|it| width(&count(session, it))).max().unwrap_or(0);
    let mut right = String::new();
    if WITH_SPARKLINES <= row.width && !value.sparkline.is_empty() {
        right = format!("{} ", bars::sparkline(&value.sparkline));
    }
    if WITH_BARS <= row.width {
        let bar = bars::bar(value.n_hits, most, BAR_CELLS);
        let gap = " ".repeat(BAR_CELLS.saturating_sub(width(&bar)));
        right = format!("{right}{bar}{gap} ");
    }
    let count = count(session, value);
    let gap = " ".repeat(count_cells.saturating_sub(width(&count)));
    right = format!("{right}{gap}{count}");
    let right_cells = u16::try_from(width(&right)).unwrap_or(u16::MAX).min(row.width);
    let name_cells = row.width - right_cells;
    let name = facet.kind.said_value(&value.value);
    let name = format!("{sign} {}", cut(&name, usize::from(name_cells.saturating_sub(3))));
    put(buffer, Rect { width: name_cells, ..row }, &name, style);
    let x = row.x + name_cells;
    put(buffer, Rect { x, width: right_cells, ..row }, &right, theme.dim);
}

fn count(session: &Session, value: &FacetValue) -> String {
    let bound = if session.is_tally_exact() { "" } else { "≥" };
    format!("{bound}{}", thousands(value.n_hits))
}
