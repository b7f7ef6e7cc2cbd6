//! Draws the palette: the words on top, below them each command that fits, in as many rows as its
//! text takes.

use ratatui::{Frame, buffer::Buffer, layout::Rect};

use super::{Entry, NAME, PalettePane};
use crate::base::wording;
use crate::panes::advice::advice;
use crate::session::Session;
use crate::ui::{
    Theme, box_area, choose_row, framed, framed_inside, put, put_box_scroll_bar, put_caret,
    put_input, width, wrapped,
};

/// Keys beyond that are left out, the last ones first: the help has them all.
const MOST_KEYS_CELLS: usize = 16;
/// Between two columns.
const GAP_CELLS: usize = 2;
/// The box is not narrower, whatever fits.
const LEAST_CELLS: usize = 60;
/// Texts are wrapped at this width even if there is more room.
const MOST_TEXT_CELLS: usize = 72;

/// The cells of each column: of all commands, so that they stay while the user types.
struct Columns {
    name: usize,
    keys: usize,
    text: usize,
}

impl Columns {
    /// As wide as names, keys and texts are, the texts within `most` cells in all.
    fn of(entries: &[Entry], most: usize) -> Self {
        let widest = |cells: &dyn Fn(&Entry) -> usize| entries.iter().map(cells).max().unwrap_or(0);
        let name = widest(&|entry| width(&name(entry))).min(most / 3);
        let keys = widest(&|entry| width(&keys(entry))).min(most / 4);
        let before = name + keys + 2 * GAP_CELLS;
        let text = widest(&|entry| width(entry.about.doc)).min(MOST_TEXT_CELLS);
        Self { name, keys, text: text.min(most.saturating_sub(before)) }
    }

    fn cells(&self) -> usize {
        self.name + self.keys + 2 * GAP_CELLS + self.text
    }

    /// The rows of an entry: its name, its keys, its text.
    fn rows(&self, entry: &Entry, text: &str) -> Vec<[String; 3]> {
        let parts = [
            wrapped(&name(entry), self.name),
            wrapped(&keys(entry), self.keys),
            wrapped(text, self.text),
        ];
        let n_rows = parts.iter().map(Vec::len).max().unwrap_or(1);
        let row = |at: usize| {
            let part = |part: &Vec<String>| part.get(at).cloned().unwrap_or_default();
            [part(&parts[0]), part(&parts[1]), part(&parts[2])]
        };
        (0..n_rows).map(row).collect()
    }
}

/// As it is typed, with what it takes.
fn name(entry: &Entry) -> String {
    match entry.about.argument {
        Some(argument) => {
            format!("{} {}", entry.about.name, argument.spoken_name().to_uppercase())
        }
        None => entry.about.name.to_owned(),
    }
}

/// The first of its keys, as many as there is room for, and at least one.
fn keys(entry: &Entry) -> String {
    let mut shown = String::new();
    for keys in entry.keys.split(' ') {
        if !shown.is_empty() {
            if MOST_KEYS_CELLS < width(&shown) + 1 + width(keys) {
                break;
            }
            shown.push(' ');
        }
        shown.push_str(keys);
    }
    shown
}

/// The description of a command: why it cannot run, or else what it does.
fn said(pane: &PalettePane, entry: &Entry, is_chosen: bool) -> &'static str {
    pane.refusal.filter(|_| is_chosen).or(entry.reason).unwrap_or(entry.about.doc)
}

pub(super) fn draw(
    pane: &PalettePane,
    session: &Session,
    theme: &Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let buffer = frame.buffer_mut();
    let widest = box_area(area, area.width);
    let around = widest.width - framed_inside(widest).width;
    let columns = Columns::of(&pane.entries, usize::from(framed_inside(widest).width));
    let cells = u16::try_from(columns.cells().max(LEAST_CELLS)).unwrap_or(u16::MAX);
    let outer = box_area(area, cells.saturating_add(around));
    let advice = advice(pane.input.text()).unwrap_or_default();
    let advice = if advice.is_empty() { Vec::new() } else { wrapped(advice, columns.cells()) };
    let n_above = u16::try_from(1 + advice.len()).unwrap_or(u16::MAX);
    let height = framed_inside(outer).height.saturating_sub(n_above);
    let rows = visible(pane, &columns, usize::from(height));
    // No taller than what fits, and its top where it is.
    let n_rows = rows.iter().map(|(_, rows)| rows.len()).sum::<usize>();
    let n_rows = n_rows.max(usize::from(advice.is_empty())) + advice.len();
    let height = u16::try_from(n_rows + 3).unwrap_or(u16::MAX).min(outer.height);
    let title = format!(" {} ", wording!("palette-title"));
    let outer = Rect { height, ..outer };
    let inside = framed(buffer, outer, &title, theme);
    if inside.is_empty() {
        return;
    }
    if let (Some((first, _)), Some((last, _))) = (rows.first(), rows.last()) {
        let seen = (*first..last + 1, pane.fitting.len());
        put_box_scroll_bar(buffer, outer, seen, theme);
    }
    let line = Rect { height: 1, ..inside };
    let rest = put(buffer, line, "> ", theme.heading);
    let column = put_input(buffer, rest, &pane.input, theme.text);
    let mut below = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
    for text in advice {
        put(buffer, Rect { height: below.height.min(1), ..below }, &text, theme.warning);
        let n_lines = below.height.min(1);
        below = Rect { y: below.y + n_lines, height: below.height - n_lines, ..below };
    }
    if n_above == 1 && pane.fitting.is_empty() {
        put(buffer, below, wording!("palette-nothing-fits"), theme.dim);
    }
    for (at, rows) in rows {
        for row in rows {
            if below.is_empty() {
                break;
            }
            put_row(pane, at, &row, &columns, theme, buffer, Rect { height: 1, ..below });
            below = Rect { y: below.y + 1, height: below.height - 1, ..below };
        }
    }
    if session.focus() == NAME {
        put_caret(frame, column.map(|column| (column, line.y)), theme);
    }
}

/// The entries that are seen with their rows: the one that is chosen with as many before it as
/// there is room for, then those behind it.
fn visible(pane: &PalettePane, columns: &Columns, n_rows: usize) -> Vec<(usize, Vec<[String; 3]>)> {
    let rows_of = |at: usize| {
        let entry = pane.fitting.get(at).and_then(|entry| pane.entries.get(*entry))?;
        Some((at, columns.rows(entry, said(pane, entry, at == pane.cursor))))
    };
    let Some(chosen) = rows_of(pane.cursor) else { return Vec::new() };
    let mut left = n_rows.saturating_sub(chosen.1.len());
    let mut seen = vec![chosen];
    for entry in (0..pane.cursor).rev().map_while(rows_of) {
        let Some(rest) = left.checked_sub(entry.1.len()) else { break };
        left = rest;
        seen.push(entry);
    }
    seen.reverse();
    for entry in (pane.cursor + 1..).map_while(rows_of) {
        let Some(rest) = left.checked_sub(entry.1.len()) else { break };
        left = rest;
        seen.push(entry);
    }
    seen
}

fn put_row(
    pane: &PalettePane,
    at: usize,
    [name, keys, text]: &[String; 3],
    columns: &Columns,
    theme: &Theme,
    buffer: &mut Buffer,
    place: Rect,
) {
    let is_chosen = at == pane.cursor;
    let is_dim = pane
        .fitting
        .get(at)
        .and_then(|entry| pane.entries.get(*entry))
        .is_some_and(|entry| entry.reason.is_some());
    let usual = |style| if is_dim { theme.dim } else { style };
    let refused = is_chosen && pane.refusal.is_some();
    let text_style = if refused { theme.warning } else { usual(theme.dim) };
    let mut start = 0;
    for (words, cells, style) in [
        (name, columns.name, usual(theme.text)),
        (keys, columns.keys, usual(theme.key)),
        (text, columns.text, text_style),
    ] {
        let x = u16::try_from(start).unwrap_or(u16::MAX).min(place.width);
        let part = Rect { x: place.x + x, width: place.width - x, ..place };
        put(buffer, part, words, style);
        start += cells + GAP_CELLS;
    }
    if is_chosen {
        choose_row(buffer, place, theme);
    }
}
