//! Draws the line at the bottom, and above it what can be typed.

use ratatui::{Frame, buffer::Buffer, layout::Rect};

use super::CommandLinePane;
use crate::session::{COMMAND_LINE, Session};
use crate::ui::{Theme, choose_row, clear_line, padded, put, put_caret, put_input, width};

/// More candidates scroll.
const MOST_LINES: usize = 10;
/// Cells that must remain for the line, or else a mistake is shown above it.
const LEAST_CELLS: usize = 24;

/// `area` is the whole screen; what is not needed is left as it is.
pub(super) fn draw(
    pane: &CommandLinePane,
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
    let line = Rect { y: area.bottom() - 1, height: 1, ..area };
    clear_line(buffer, line, theme.background.patch(theme.prompt));
    let mut above = Rect { height: area.height - 1, ..area };
    let mut input = padded(line);
    if let Some(mistake) = &pane.mistake {
        let text = format!("  {mistake}");
        let cells = width(&text);
        let is_beside =
            LEAST_CELLS.max(width(pane.input.text()) + 2) + cells <= usize::from(input.width);
        if is_beside {
            input.width -= u16::try_from(cells).unwrap_or(0);
            put(buffer, Rect { x: input.right(), ..line }, &text, theme.warning);
        } else if 0 < above.height {
            above.height -= 1;
            let place = Rect { y: above.bottom(), height: 1, ..area };
            clear_line(buffer, place, theme.background.patch(theme.prompt));
            put(buffer, padded(place), mistake, theme.warning);
        }
    }
    candidates(pane, theme, buffer, above);
    let rest = put(buffer, input, &pane.recall.label(":"), theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    if session.focus() == COMMAND_LINE {
        put_caret(frame, column.map(|column| (column, line.y)), theme);
    }
}

/// The candidates from the bottom of `area` upwards, so that the chosen one shows.
fn candidates(pane: &CommandLinePane, theme: &Theme, buffer: &mut Buffer, area: Rect) {
    let candidates = &pane.completion.candidates;
    let (all, chosen) = (candidates.all(), candidates.chosen());
    let n_lines = all.len().min(MOST_LINES).min(usize::from(area.height));
    let first = candidates.first_shown(n_lines);
    let n_lines_cells = u16::try_from(n_lines).unwrap_or(0);
    let names_cells = all.iter().map(|it| width(&it.text)).max().unwrap_or(0).min(30);
    for (at, y) in (area.bottom() - n_lines_cells..area.bottom()).enumerate() {
        let Some(candidate) = all.get(first + at) else {
            return;
        };
        let place = Rect { y, height: 1, ..area };
        clear_line(buffer, place, theme.background.patch(theme.popup));
        let place = padded(place);
        let name = format!("{:names_cells$}  ", candidate.text);
        let rest = put(buffer, place, &name, theme.key);
        put(buffer, rest, &candidate.doc, theme.dim);
        if chosen == Some(first + at) {
            choose_row(buffer, place, theme);
        }
    }
}
