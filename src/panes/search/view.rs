//! Draws the prompt with what it has found, and below it what is wrong with the query or how it was
//! understood.

use ratatui::{Frame, buffer::Buffer, layout::Rect};

use super::SearchPane;
use crate::base::{language::numbers::thousands, wording};
use crate::session::{SEARCH, Session};
use crate::ui::{
    Input, Theme, choose_row, clear_line, cut, padded, put, put_caret, put_input, put_rule, width,
};

/// What is typed keeps as much of its line.
const LEAST_CELLS: usize = 24;
/// With less for what is typed, not even the number of hits is shown.
const LEAST_TYPED_CELLS: usize = 8;

pub(super) fn draw(
    pane: &SearchPane,
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
    let inside = padded(area);
    buffer.set_style(Rect { height: 1, ..area }, theme.prompt);
    let mut line = Rect { height: 1, ..inside };
    // While it does not take the keys, the query may be changed elsewhere.
    let mut typed = Input::default();
    typed.set(session.search.text.as_str());
    let input = if session.focus() == SEARCH { &pane.input } else { &typed };
    let typed_cells = LEAST_CELLS.max(width(input.text()) + 4);
    let found = found(session, usize::from(line.width).saturating_sub(typed_cells));
    let has_room = width(&found) + LEAST_TYPED_CELLS <= usize::from(line.width);
    let found = if has_room { found } else { String::new() };
    let cells = u16::try_from(width(&found)).unwrap_or(0);
    let right = Rect { x: line.right() - cells, width: cells, ..line };
    put(buffer, right, &found, theme.dim);
    line.width -= (cells + 2).min(line.width);
    let rest = put(buffer, line, &pane.recall.label("/"), theme.heading);
    let style = if input.is_selected() { theme.text.patch(theme.selection) } else { theme.text };
    let column = put_input(buffer, rest, input, style);
    let n_own = pane.n_own_lines(session);
    let below = Rect { y: area.y + n_own, height: area.height.saturating_sub(n_own), ..area };
    if session.focus() == SEARCH && 0 < session.search.n_offered {
        offered(pane, theme, buffer, below);
    }
    if 2 <= n_own {
        let below = Rect { y: inside.y + 1, height: 1, ..inside };
        if let Some(mistake) = &session.search.mistake {
            let indent = u16::try_from(mistake.column + 1).unwrap_or(0);
            let indent = indent.min(inside.width / 2);
            let pointed = Rect { x: below.x + indent, width: below.width - indent, ..below };
            let rest = put(buffer, pointed, "^ ", theme.warning);
            put(buffer, rest, &mistake.to_string(), theme.warning);
        } else {
            let below = Rect { height: 1, y: below.y, ..area };
            let is_cut = usize::from(rest.width) <= width(input.text());
            tell(pane, session, theme, buffer, (below, is_cut));
        }
    }
    if session.focus() == SEARCH {
        put_caret(frame, column.map(|column| (column, area.y)), theme);
    }
}

/// What may help with the query, and on the right what Tab would add; a rule if there is neither.
fn tell(
    pane: &SearchPane,
    session: &Session,
    theme: &Theme,
    buffer: &mut Buffer,
    (area, is_cut): (Rect, bool),
) {
    let told = told(session, is_cut);
    let hint = pane.completion.hint().filter(|_| !pane.input.text().trim().is_empty());
    if told.is_none() && hint.is_none() {
        return put_rule(buffer, area, theme);
    }
    let area = padded(area);
    let told = told.unwrap_or_default();
    let rest = put(buffer, area, &cut(&told, usize::from(area.width)), theme.dim);
    let right = hint.map(|name| wording!("search-tab", name = name)).unwrap_or_default();
    let cells = cells_of(width(&right));
    if cells.saturating_add(2) <= rest.width {
        let place = Rect { x: area.right() - cells, width: cells, ..area };
        put(buffer, place, &right, theme.dim);
    }
}

/// How to write a query, while there is none, or else how it was understood, unless that only
/// repeats what is seen: of a line that `is_cut`, a part. Then other forms that were looked for.
fn told(session: &Session, is_cut: bool) -> Option<String> {
    let forms = session.front().forms().join(", ");
    let also = Some(forms).filter(|it| !it.is_empty() && session.search.query.is_some());
    let also = also.map(|words| wording!("search-also", words = words));
    let told = understood(session, is_cut).into_iter().chain(also);
    Some(told.collect::<Vec<_>>().join(" · ")).filter(|it| !it.is_empty())
}

fn understood(session: &Session, is_cut: bool) -> Option<String> {
    match (&session.search.query, session.search.hint(&session.config.vocabulary())) {
        (_, Some(hint)) => Some(hint),
        (None, None) => Some(wording!("search-syntax").to_owned()),
        (Some(query), None) if query.is_plain() && !is_cut => None,
        (Some(query), None) => {
            let typed = session.search.text.trim();
            Some(query.spoken()).filter(|it| is_cut || it.trim_end_matches('*') != typed)
        }
    }
}

/// What can be typed next, a line each, with its number of articles.
fn offered(pane: &SearchPane, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let candidates = &pane.completion.candidates;
    let first = candidates.first_shown(usize::from(area.height));
    let shown = candidates.all().iter().enumerate().skip(first);
    let widest = candidates.all().iter().map(|it| width(&it.text)).max().unwrap_or(0);
    let names_cells = widest.min(usize::from(area.width / 2));
    for (y, (at, candidate)) in (area.y..area.bottom()).zip(shown) {
        let line = Rect { y, height: 1, ..area };
        clear_line(buffer, line, theme.popup);
        let place = padded(line);
        let name = Rect { width: place.width.min(cells_of(names_cells)), ..place };
        put(buffer, name, &candidate.text, theme.key);
        let x = (name.right() + 2).min(place.right());
        let doc = Rect { x, width: place.right() - x, ..place };
        put(buffer, doc, &candidate.doc, theme.dim);
        if candidates.chosen() == Some(at) {
            choose_row(buffer, place, theme);
        }
    }
}

fn cells_of(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// The place of the cursor among the hits, their number and order, as far as there are cells for it.
fn found(session: &Session, cells: usize) -> String {
    let list = session.front();
    if session.search.query.is_none() {
        return String::new();
    }
    let (n_found, is_exact) = list.n_found();
    let bound = if is_exact { "" } else { "≥ " };
    let count = format!("{bound}{}", thousands(n_found));
    let mut text = match session.none_so_far(list).filter(|_| n_found == 0 && !list.is_waiting()) {
        Some(none) => none,
        None if n_found == 0 => format!("{bound}{}", wording!("search-hits", n = n_found)),
        None => {
            let at = thousands(list.cursor() + 1);
            wording!("search-hit-of", at = at, count = count, n = n_found)
        }
    };
    let gone = wording!("search-gone", n = list.n_gone());
    let gone = (0 < list.n_gone()).then_some(gone.as_str());
    for part in [gone, Some(list.listing.spoken_order())].into_iter().flatten() {
        if cells < width(&text) + 3 + width(part) {
            break;
        }
        text = format!("{text} · {part}");
    }
    text
}
