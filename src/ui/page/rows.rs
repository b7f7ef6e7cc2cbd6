//! Walks over the rows of an article, up and down, one at a time.

use std::ops::Range;

use super::pieces::{self, Lines, Pieces};
use crate::domain::{Article, Position};

/// One row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A row of the title block, by its number.
    Head(usize),
    /// The row between two paragraphs.
    Blank,
    Text(Line),
}

/// Bytes of a paragraph that stand in one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub paragraph: usize,
    pub bytes: Range<usize>,
}

/// A row that can be found again when the width has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Head(usize),
    /// The blank row above a paragraph.
    Blank(usize),
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
            Self::Blank(paragraph) => Position { paragraph: number(paragraph), byte: 0 },
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
    Blank(usize),
    Text { paragraph: usize, piece: usize, line: usize, lines: Lines },
}

/// A row, and the way to its neighbours. Wraps only the pieces that it steps on.
pub(super) struct Walk<'a> {
    article: &'a Article,
    n_head: usize,
    pieces: &'a mut Pieces,
    spot: Spot,
}

impl<'a> Walk<'a> {
    /// Stands on the row of `anchor`, or on the nearest there is. The head has `n_head` rows, at
    /// least one.
    pub(super) fn new(
        article: &'a Article,
        n_head: usize,
        pieces: &'a mut Pieces,
        anchor: Anchor,
    ) -> Self {
        let spot = Spot::Head(n_head.saturating_sub(1));
        let mut walk = Self { article, n_head, pieces, spot };
        let n = article.paragraphs.len();
        match anchor {
            Anchor::Head(row) => walk.spot = Spot::Head(row.min(n_head.saturating_sub(1))),
            Anchor::Blank(paragraph) if 0 < paragraph && paragraph < n => {
                walk.spot = Spot::Blank(paragraph);
            }
            Anchor::Blank(paragraph) => walk.enter_byte(paragraph, 0),
            Anchor::Text { paragraph, byte } if paragraph < n => walk.enter_byte(paragraph, byte),
            Anchor::Text { .. } => walk.enter_byte(n.saturating_sub(1), usize::MAX),
        }
        walk
    }

    /// Steps a row down; false at the last.
    pub(super) fn forward(&mut self) -> bool {
        match self.spot {
            Spot::Head(row) if row + 1 < self.n_head => self.spot = Spot::Head(row + 1),
            Spot::Head(_) if self.article.paragraphs.is_empty() => return false,
            Spot::Head(_) => self.enter(0, 0, Which::First),
            Spot::Blank(paragraph) => self.enter(paragraph, 0, Which::First),
            Spot::Text { ref mut line, ref lines, .. } if *line + 1 < lines.len() => *line += 1,
            Spot::Text { paragraph, piece, .. } => {
                if piece + 1 < pieces::n_pieces(self.text(paragraph)) {
                    self.enter(paragraph, piece + 1, Which::First);
                } else if paragraph + 1 < self.article.paragraphs.len() {
                    self.spot = Spot::Blank(paragraph + 1);
                } else {
                    return false;
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
            Spot::Blank(paragraph) => {
                let above = paragraph.saturating_sub(1);
                self.enter(above, pieces::n_pieces(self.text(above)) - 1, Which::Last);
            }
            Spot::Text { ref mut line, .. } if 0 < *line => *line -= 1,
            Spot::Text { paragraph, piece, .. } if 0 < piece => {
                self.enter(paragraph, piece - 1, Which::Last);
            }
            Spot::Text { paragraph: 0, .. } => {
                self.spot = Spot::Head(self.n_head.saturating_sub(1));
            }
            Spot::Text { paragraph, .. } => self.spot = Spot::Blank(paragraph),
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
            Spot::Blank(paragraph) => Anchor::Blank(*paragraph),
            Spot::Text { paragraph, line, lines, .. } => {
                let byte = lines.get(*line).map_or(0, |bytes| bytes.start);
                Anchor::Text { paragraph: *paragraph, byte }
            }
        }
    }

    pub(super) fn row(&self) -> Row {
        match &self.spot {
            Spot::Head(row) => Row::Head(*row),
            Spot::Blank(_) => Row::Blank,
            Spot::Text { paragraph, line, lines, .. } => {
                let bytes = lines.get(*line).cloned().unwrap_or_default();
                Row::Text(Line { paragraph: *paragraph, bytes })
            }
        }
    }

    fn text(&self, paragraph: usize) -> &'a str {
        self.article.paragraphs.get(paragraph).map_or("", |text| text.as_str())
    }

    /// Stands on the line that holds `byte`.
    fn enter_byte(&mut self, paragraph: usize, byte: usize) {
        if self.article.paragraphs.is_empty() {
            return;
        }
        let piece = pieces::piece_of(self.text(paragraph), byte);
        self.enter(paragraph, piece, Which::Of(byte));
    }

    fn enter(&mut self, paragraph: usize, piece: usize, which: Which) {
        let lines = self.pieces.lines(self.text(paragraph), paragraph, piece);
        let line = match which {
            Which::First => 0,
            Which::Last => lines.len().saturating_sub(1),
            Which::Of(byte) => lines.partition_point(|line| line.start <= byte).saturating_sub(1),
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
