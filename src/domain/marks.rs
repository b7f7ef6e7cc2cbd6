//! Changes of marks: as the user asks for them, and as they are on disk.

use std::sync::Arc;

use super::{ArticleId, Mark};
use crate::base::Bits;

/// A change that the reader asks for: one step of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    pub mark: Mark,
    pub value: bool,
    /// Those that already have the value are left out of the step.
    pub ids: Vec<ArticleId>,
}

/// The articles that a mark is meant for. Whoever means those of a list or those that are selected
/// has them weighed first, which gives a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Targets {
    These(Vec<ArticleId>),
    /// Numbers of rows.
    Set(Arc<Bits>),
}

/// A change that has been committed to disk, by this instance or another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Position in the log of all changes; grows by one a change, across instances and restarts.
    pub log: u64,
    pub mark: Mark,
    pub value: bool,
    /// Exactly the articles whose mark changed, sorted.
    pub ids: Vec<ArticleId>,
}

/// Where reading stopped; independent of the width of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Position {
    /// Index of the paragraph at the top of the screen.
    pub paragraph: u32,
    /// Bytes into that paragraph.
    pub byte: u32,
}

impl Position {
    /// What is too far to be told is the end.
    pub fn of(paragraph: usize, byte: usize) -> Self {
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Self { paragraph: number(paragraph), byte: number(byte) }
    }
}
