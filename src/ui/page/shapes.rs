//! What the shape of a paragraph makes of its lines: the room before them, and what stands there.

use unicode_segmentation::UnicodeSegmentation;

use super::wrap::{Measure, cells};
use crate::domain::{Block, Shape};
use crate::ui::glyphs::GLYPHS;

/// Cells of the bar of a quotation, with the gap behind it.
const BAR_CELLS: usize = 2;

/// Cells that lines of code are indented by.
const CODE_CELLS: usize = 2;

/// What is drawn in the margin of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignKind {
    /// The bar of a quotation.
    Bar,
    /// The marker of an item.
    Marker,
}

/// Something in the margin of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    pub kind: SignKind,
    pub text: String,
    /// Cells from the left of the column.
    pub x: usize,
}

impl Sign {
    /// At the other side of a column of this many cells, for text from right to left.
    #[must_use]
    pub(super) fn mirrored(self, width: usize) -> Self {
        Self { x: width.saturating_sub(self.x + cells_of(&self.text)), ..self }
    }
}

fn cells_of(text: &str) -> usize {
    text.graphemes(true).map(cells).sum()
}

/// Whether the text runs on as prose does: it may be justified, and its first line be indented.
pub(super) fn is_prose(shape: &Shape) -> bool {
    shape.block == Block::Paragraph
        && shape.n_quotes == 0
        && shape.indent_cells == 0
        && !shape.goes_on
}

/// Cells before the lines of a paragraph; never so many that no room is left for text.
pub(super) fn margin(shape: &Shape, width: usize) -> usize {
    let code = if shape.block == Block::Code { CODE_CELLS } else { 0 };
    let marker = shape.marker.map_or(0, |marker| cells_of(&marker.said()) + 1);
    let list = usize::from(shape.indent_cells).max(marker);
    (BAR_CELLS * usize::from(shape.n_quotes) + list + code).min(width / 3)
}

/// The measure of a piece of a paragraph.
pub(super) fn measure(shape: &Shape, is_first: bool, measure: Measure) -> Measure {
    let is_set = matches!(shape.block, Block::Code | Block::TableHead | Block::TableRow);
    Measure {
        width: measure.width - margin(shape, measure.width),
        indent: if is_first && is_prose(shape) { measure.indent } else { 0 },
        hyphens: measure.hyphens.filter(|_| !is_set),
    }
}

/// Blank rows above a paragraph, of the `n_blank` that stand between two.
pub(super) fn n_blank(shape: &Shape, n_blank: usize) -> usize {
    match shape.block {
        _ if shape.goes_on => 0,
        Block::Heading(1 | 2) => n_blank.max(1) + 1,
        Block::Heading(_) | Block::Code | Block::TableHead | Block::Rule => n_blank.max(1),
        _ => n_blank,
    }
}

/// What stands in a margin of this width, before the first line of the paragraph or another.
pub(super) fn signs(shape: &Shape, is_first: bool, margin: usize) -> Vec<Sign> {
    let bars = (0..usize::from(shape.n_quotes)).map(|nth| nth * BAR_CELLS);
    let bar = |x| Sign { kind: SignKind::Bar, text: GLYPHS.cursor_bar.unicode.to_owned(), x };
    let bars = bars.filter(|x| x + BAR_CELLS <= margin).map(bar);
    let marker = shape.marker.filter(|_| is_first).and_then(|marker| {
        let text = marker.said();
        let x = margin.checked_sub(cells_of(&text) + 1)?;
        Some(Sign { kind: SignKind::Marker, text, x })
    });
    bars.chain(marker).collect()
}
