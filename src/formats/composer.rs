//! Puts a text with a shape together, piece by piece, for the formats that have shapes.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::{
    base::Clean,
    domain::{Block, Marker, Shape, Span, SpanKind},
};

/// A table whose columns are padded is at most as wide, in cells; in a wider one, its cells stand
/// one behind the other.
const TABLE_CELLS: usize = 72;

/// Cells in front of the items of a list: `- `, `10. `.
const BULLET_CELLS: u8 = 2;
const NUMBER_CELLS: u8 = 4;

/// Spans of a paragraph; more are not set.
const MAX_SPANS: usize = 1000;

/// Paragraphs with their shapes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    /// Never blank.
    pub(super) paragraphs: Vec<Clean>,
    /// One for each paragraph.
    pub(super) shapes: Vec<Shape>,
    /// As [`super::format::Parsed::n_dangerous`].
    pub(super) n_dangerous: usize,
}

/// What is around the text, and the paragraph that is being written.
#[derive(Debug, Default)]
pub(super) struct Composer {
    body: Body,
    written: Written,
    block: Block,
    goes_on: bool,
    n_quotes: u8,
    /// The number of the next item; none in a list without numbers.
    lists: Vec<Option<u64>>,
    /// Of the item that has begun and has no text yet.
    marker: Option<Marker>,
    /// The rows of the table that is being read.
    table: Vec<Vec<Written>>,
}

/// Text with what is set in it, and what is open at its end.
#[derive(Debug, Default, Clone)]
struct Written {
    text: String,
    spans: Vec<Span>,
    /// With where it was opened; `None` if it is set like the text around it.
    open: Vec<(Option<SpanKind>, usize)>,
}

impl Written {
    fn close(&mut self) {
        if let Some((Some(kind), start)) = self.open.pop() {
            self.add(start..self.text.len(), kind);
        }
    }

    fn add(&mut self, bytes: Range<usize>, kind: SpanKind) {
        if bytes.start < bytes.end && self.spans.len() < MAX_SPANS {
            self.spans.push(Span { bytes, kind });
        }
    }

    /// Takes what was written; what is open stays so in what is written next.
    fn take(&mut self) -> Self {
        let mut taken = std::mem::take(self);
        let end = taken.text.len();
        for (kind, start) in std::mem::take(&mut taken.open) {
            if let Some(kind) = &kind {
                taken.add(start..end, kind.clone());
            }
            self.open.push((kind, 0));
        }
        taken
    }
}

impl Composer {
    /// Adds to the paragraph that is being written.
    pub(super) fn text(&mut self, text: &str) {
        self.written.text.push_str(text);
    }

    /// What is written of the paragraph.
    pub(super) fn written(&self) -> &str {
        &self.written.text
    }

    /// The paragraph that is being written is of that kind.
    pub(super) fn turn_into(&mut self, block: Block) {
        self.block = block;
    }

    /// What is written from here on is set in a way of its own, if in any, until it is closed.
    pub(super) fn open(&mut self, kind: Option<SpanKind>) {
        self.written.open.push((kind, self.written.text.len()));
    }

    pub(super) fn close(&mut self) {
        self.written.close();
    }

    /// The next paragraphs are of that kind.
    pub(super) fn begin(&mut self, block: Block) {
        self.end();
        self.block = block;
    }

    /// Ends a paragraph, if one was begun; the next is an ordinary one.
    pub(super) fn end(&mut self) {
        self.flush();
        (self.block, self.goes_on) = (Block::Paragraph, false);
    }

    /// Ends a line; the next goes on from it if `goes_on`, and stands apart otherwise.
    pub(super) fn end_line(&mut self, goes_on: bool) {
        self.goes_on = self.flush() && goes_on;
    }

    pub(super) fn begin_quote(&mut self) {
        self.end();
        self.n_quotes = self.n_quotes.saturating_add(1);
    }

    pub(super) fn end_quote(&mut self) {
        self.end();
        self.n_quotes = self.n_quotes.saturating_sub(1);
    }

    /// Begins a list; its items are numbered from `first`, or not at all.
    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.end();
        self.lists.push(first);
    }

    pub(super) fn end_list(&mut self) {
        self.end();
        self.lists.pop();
    }

    pub(super) fn begin_item(&mut self) {
        self.end();
        self.goes_on = self.has_item_above();
        self.marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = Marker::Number(*number);
                *number = number.saturating_add(1);
                Some(marker)
            }
            _ => Some(Marker::Bullet),
        };
    }

    /// The item that was begun has a box.
    pub(super) fn tick(&mut self, is_done: bool) {
        self.marker = Some(Marker::Task { is_done });
    }

    pub(super) fn end_item(&mut self) {
        self.end();
        self.marker = None;
    }

    /// Items of one line each stand close together.
    fn has_item_above(&self) -> bool {
        let shapes = &self.body.shapes;
        let is_item = shapes.last().is_some_and(|shape| shape.indent_cells != 0);
        is_item && !self.lists.is_empty()
    }

    /// Adds a paragraph that stands for itself: a rule, or what stands for a picture.
    pub(super) fn add(&mut self, block: Block, text: &str) {
        self.begin(block);
        self.text(text);
        self.end();
    }

    pub(super) fn begin_table(&mut self) {
        self.end();
        self.table.clear();
    }

    pub(super) fn begin_row(&mut self) {
        self.table.push(Vec::new());
    }

    pub(super) fn end_cell(&mut self) {
        let written = self.written.take();
        if let Some(row) = self.table.last_mut() {
            row.push(written);
        }
    }

    /// Writes the rows of a table, of which the first names the columns.
    pub(super) fn end_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        let columns = columns(&table);
        for (number, row) in table.into_iter().enumerate() {
            self.flush();
            self.block = if number == 0 { Block::TableHead } else { Block::TableRow };
            self.goes_on = 0 < number;
            let n_cells = row.len();
            for (column, cell) in row.into_iter().enumerate() {
                let start = self.written.text.len();
                let width = cell.text.trim_end().width();
                self.written.text.push_str(cell.text.trim_end());
                for Span { bytes, kind } in cell.spans {
                    self.written.add(start + bytes.start..start + bytes.end, kind);
                }
                match (column + 1 < n_cells, &columns) {
                    (false, _) => (),
                    (true, None) => self.written.text.push_str(" | "),
                    (true, Some(columns)) => {
                        let wide = columns.get(column).copied().unwrap_or(0);
                        let blanks = " ".repeat(wide.saturating_sub(width) + 2);
                        self.written.text.push_str(&blanks);
                    }
                }
            }
        }
        self.end();
    }

    /// All of it, once the text has ended.
    pub(super) fn finish(mut self) -> Body {
        self.written.open.clear();
        self.end();
        self.body
    }

    /// Adds what is written as a paragraph; false if it shows nothing.
    fn flush(&mut self) -> bool {
        let Written { text, spans, .. } = self.written.take();
        let (cleaned, n_dangerous) = Clean::counting(text.trim_end());
        let cleaned = cleaned.trim_end();
        if cleaned.trim().is_empty() {
            return false;
        }
        self.body.n_dangerous += n_dangerous;
        let spans = placed(&text, &cleaned, spans);
        let shape = Shape {
            block: self.block,
            n_quotes: self.n_quotes,
            indent_cells: self.indent_cells(),
            marker: self.marker.take(),
            goes_on: self.goes_on && !self.body.paragraphs.is_empty(),
            spans,
        };
        self.body.paragraphs.push(cleaned);
        self.body.shapes.push(shape);
        true
    }

    fn indent_cells(&self) -> u8 {
        let cells = |list: &Option<u64>| if list.is_some() { NUMBER_CELLS } else { BULLET_CELLS };
        self.lists.iter().map(cells).fold(0, u8::saturating_add)
    }
}

/// The widths of the columns, if padded rows are narrow enough.
fn columns(table: &[Vec<Written>]) -> Option<Vec<usize>> {
    let n_columns = table.iter().map(Vec::len).max().unwrap_or(0);
    if TABLE_CELLS < n_columns {
        return None;
    }
    let width = |row: &Vec<Written>, column: usize| {
        row.get(column).map_or(0, |cell| cell.text.trim_end().width())
    };
    let widest = |column| table.iter().map(|row| width(row, column)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..n_columns).map(widest).collect();
    let total = widths.iter().sum::<usize>() + 2 * n_columns.saturating_sub(1);
    (total <= TABLE_CELLS).then_some(widths)
}

/// Where the spans of `raw` are in the cleaned text.
fn placed(raw: &str, cleaned: &str, mut spans: Vec<Span>) -> Vec<Span> {
    let is_same = raw.starts_with(cleaned);
    let place = |at: usize| {
        let at = if is_same { at } else { raw.get(..at).map_or(0, |text| Clean::new(text).len()) };
        (0..=at.min(cleaned.len())).rev().find(|at| cleaned.is_char_boundary(*at)).unwrap_or(0)
    };
    for span in &mut spans {
        span.bytes = place(span.bytes.start)..place(span.bytes.end);
    }
    spans.retain(|span| span.bytes.start < span.bytes.end);
    spans.sort_by_key(|span| span.bytes.start);
    spans
}
