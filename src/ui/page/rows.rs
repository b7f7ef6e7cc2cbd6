//! Walks over the rows of an article, up and down, one at a time.

use std::ops::Range;

use super::{
    pieces::{self, Lines, Pieces, Text},
    shapes,
    wrap::Wrapped,
};
use crate::domain::{Article, PageIndex, Position};

/// One row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A row of the title block, by its number.
    Head(usize),
    /// A row between two paragraphs.
    Blank,
    Text(Line),
}

/// Bytes of a paragraph that stand in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub paragraph: usize,
    pub bytes: Range<usize>,
    /// Its last word goes on in the next line.
    pub has_hyphen: bool,
}

/// A row that can be found again when the width has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Head(usize),
    /// A blank row above a paragraph: how many there are above it.
    Blank {
        paragraph: usize,
        nth: usize,
    },
    /// The row that holds a byte.
    Text {
        paragraph: usize,
        byte: usize,
    },
}

impl Anchor {
    pub(super) fn at(position: Position) -> Self {
        let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        Self::Text { paragraph: index(position.paragraph), byte: index(position.byte) }
    }

    /// The text at or below the row.
    pub(super) fn position(self) -> Position {
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        match self {
            Self::Head(_) => Position::default(),
            Self::Blank { paragraph, .. } => Position { paragraph: number(paragraph), byte: 0 },
            Self::Text { paragraph, byte } => {
                Position { paragraph: number(paragraph), byte: number(byte) }
            }
        }
    }
}

/// Where a [`Walk`] stands.
#[derive(Debug, Clone)]
enum Spot {
    Head(usize),
    Blank { paragraph: usize, nth: usize },
    Text { paragraph: usize, piece: usize, line: usize, lines: Lines },
}

/// A row, and the way to its neighbours. Wraps only the pieces that it steps on.
pub(super) struct Walk<'a> {
    ground: Ground<'a>,
    pieces: &'a mut Pieces,
    spot: Spot,
}

/// What a walk leads over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub article: &'a Article,
    pub index: &'a PageIndex,
    /// Rows of the title block, at least one.
    pub n_head: usize,
    /// Rows between two paragraphs.
    pub n_blank: usize,
}

impl<'a> Ground<'a> {
    fn text(self, paragraph: usize) -> Text<'a> {
        let whole = self.article.paragraphs.get(paragraph).map_or("", |text| text.as_str());
        Text { whole, paragraph, index: self.index, shape: self.article.shape(paragraph) }
    }

    /// Blank rows above a paragraph that is not the first.
    fn n_blank(self, paragraph: usize) -> usize {
        shapes::n_blank(self.article.shape(paragraph), self.n_blank)
    }

    fn n_paragraphs(self) -> usize {
        self.article.paragraphs.len()
    }
}

impl<'a> Walk<'a> {
    /// Stands on the row of `anchor`, or on the nearest there is.
    pub(super) fn new(ground: Ground<'a>, pieces: &'a mut Pieces, anchor: Anchor) -> Self {
        let last_head = ground.n_head.saturating_sub(1);
        let mut walk = Self { ground, pieces, spot: Spot::Head(last_head) };
        let n = ground.n_paragraphs();
        match anchor {
            Anchor::Head(row) => walk.spot = Spot::Head(row.min(last_head)),
            Anchor::Blank { paragraph, nth } if 0 < paragraph && paragraph < n => {
                match ground.n_blank(paragraph) {
                    0 => walk.enter_byte(paragraph, 0),
                    rows => walk.spot = Spot::Blank { paragraph, nth: nth.min(rows - 1) },
                }
            }
            Anchor::Blank { paragraph, .. } => walk.enter_byte(paragraph, 0),
            Anchor::Text { paragraph, byte } if paragraph < n => walk.enter_byte(paragraph, byte),
            Anchor::Text { .. } => walk.enter_byte(n.saturating_sub(1), usize::MAX),
        }
        walk
    }

    /// Steps a row down; false at the last.
    pub(super) fn forward(&mut self) -> bool {
        match self.spot {
            Spot::Head(row) if row + 1 < self.ground.n_head => self.spot = Spot::Head(row + 1),
            Spot::Head(_) if self.ground.n_paragraphs() == 0 => return false,
            Spot::Head(_) => self.enter(0, 0, Which::First),
            Spot::Blank { paragraph, nth } if nth + 1 < self.ground.n_blank(paragraph) => {
                self.spot = Spot::Blank { paragraph, nth: nth + 1 };
            }
            Spot::Blank { paragraph, .. } => self.enter(paragraph, 0, Which::First),
            Spot::Text { ref mut line, ref lines, .. } if *line + 1 < lines.len() => *line += 1,
            Spot::Text { paragraph, piece, .. } => {
                if piece + 1 < pieces::n_pieces(self.ground.text(paragraph).whole) {
                    self.enter(paragraph, piece + 1, Which::First);
                } else if self.ground.n_paragraphs() <= paragraph + 1 {
                    return false;
                } else if self.ground.n_blank(paragraph + 1) == 0 {
                    self.enter(paragraph + 1, 0, Which::First);
                } else {
                    self.spot = Spot::Blank { paragraph: paragraph + 1, nth: 0 };
                }
            }
        }
        true
    }

    /// Steps a row up; false at the first.
    pub(super) fn back(&mut self) -> bool {
        match self.spot {
            Spot::Head(0) => return false,
            Spot::Head(row) => self.spot = Spot::Head(row - 1),
            Spot::Blank { paragraph, nth } if 0 < nth => {
                self.spot = Spot::Blank { paragraph, nth: nth - 1 };
            }
            Spot::Blank { paragraph, .. } => self.enter_end(paragraph.saturating_sub(1)),
            Spot::Text { ref mut line, .. } if 0 < *line => *line -= 1,
            Spot::Text { paragraph, piece, .. } if 0 < piece => {
                self.enter(paragraph, piece - 1, Which::Last);
            }
            Spot::Text { paragraph: 0, .. } => {
                self.spot = Spot::Head(self.ground.n_head.saturating_sub(1));
            }
            Spot::Text { paragraph, .. } => match self.ground.n_blank(paragraph) {
                0 => self.enter_end(paragraph - 1),
                rows => self.spot = Spot::Blank { paragraph, nth: rows - 1 },
            },
        }
        true
    }

    /// Steps up to `n` rows down; tells how many there were.
    pub(super) fn forward_by(&mut self, n: usize) -> usize {
        (0..n).take_while(|_| self.forward()).count()
    }

    /// Steps up to `n` rows up; tells how many there were.
    pub(super) fn back_by(&mut self, n: usize) -> usize {
        (0..n).take_while(|_| self.back()).count()
    }

    /// Steps up until `height` rows, this one included, can be seen from here down, or all.
    pub(super) fn fill(&mut self, height: usize) {
        let below = height.saturating_sub(1);
        let here = self.spot.clone();
        let found = self.forward_by(below);
        self.spot = here;
        self.back_by(below - found);
    }

    pub(super) fn anchor(&self) -> Anchor {
        match &self.spot {
            Spot::Head(row) => Anchor::Head(*row),
            Spot::Blank { paragraph, nth } => Anchor::Blank { paragraph: *paragraph, nth: *nth },
            Spot::Text { paragraph, line, lines, .. } => {
                let byte = lines.get(*line).map_or(0, |line| line.bytes.start);
                Anchor::Text { paragraph: *paragraph, byte }
            }
        }
    }

    pub(super) fn row(&self) -> Row {
        match &self.spot {
            Spot::Head(row) => Row::Head(*row),
            Spot::Blank { .. } => Row::Blank,
            Spot::Text { paragraph, line, lines, .. } => {
                let Wrapped { bytes, has_hyphen } = lines.get(*line).cloned().unwrap_or_default();
                Row::Text(Line { paragraph: *paragraph, bytes, has_hyphen })
            }
        }
    }

    /// Stands on the line that holds `byte`.
    fn enter_byte(&mut self, paragraph: usize, byte: usize) {
        if self.ground.n_paragraphs() == 0 {
            return;
        }
        let piece = pieces::piece_of(self.ground.text(paragraph).whole, byte);
        self.enter(paragraph, piece, Which::Of(byte));
    }

    /// Stands on the last line of a paragraph.
    fn enter_end(&mut self, paragraph: usize) {
        let last = pieces::n_pieces(self.ground.text(paragraph).whole) - 1;
        self.enter(paragraph, last, Which::Last);
    }

    fn enter(&mut self, paragraph: usize, piece: usize, which: Which) {
        let lines = self.pieces.lines(self.ground.text(paragraph), piece);
        let line = match which {
            Which::First => 0,
            Which::Last => lines.len().saturating_sub(1),
            Which::Of(byte) => {
                lines.partition_point(|line| line.bytes.start <= byte).saturating_sub(1)
            }
        };
        self.spot = Spot::Text { paragraph, piece, line, lines };
    }
}

/// Which line of a piece to stand on.
#[derive(Clone, Copy)]
enum Which {
    First,
    Last,
    Of(usize),
}
