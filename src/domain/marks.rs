//! Marks: what the reader decided about an article, and changes to it as steps that can be undone.

use std::sync::Arc;

use super::{ArticleId, Headline};
use crate::base::{Bits, wording};

/// A mark that is either set or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Read,
    Starred,
    /// The file changed after the article had been read, starred or opened; gone once it is opened.
    Changed,
}

/// A change that the reader asks for: one step of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    pub field: Field,
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

impl Field {
    pub const ALL: [Self; 3] = [Self::Read, Self::Starred, Self::Changed];

    /// What an article is that has the mark, or has it no longer.
    pub fn said(self, value: bool) -> &'static str {
        match (self, value) {
            (Self::Read, true) => wording!("mark-read"),
            (Self::Read, false) => wording!("mark-unread"),
            (Self::Starred, true) => wording!("mark-starred"),
            (Self::Starred, false) => wording!("mark-unstarred"),
            (Self::Changed, true) => wording!("mark-changed"),
            (Self::Changed, false) => wording!("mark-seen"),
        }
    }
}

/// A change that has been committed to disk, by this instance or another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Position in the log of all changes; grows by one a change, across instances and restarts.
    pub log: u64,
    pub field: Field,
    pub value: bool,
    /// Exactly the articles whose mark changed, sorted.
    pub ids: Vec<ArticleId>,
}

/// What a change is called: `12 marked read`.
pub fn step_name(field: Field, value: bool, n: usize) -> String {
    match (field, value) {
        (Field::Read, true) => wording!("step-read", n = n),
        (Field::Read, false) => wording!("step-unread", n = n),
        (Field::Starred, true) => wording!("step-starred", n = n),
        (Field::Starred, false) => wording!("step-unstarred", n = n),
        (Field::Changed, true) => wording!("step-changed", n = n),
        (Field::Changed, false) => wording!("step-seen", n = n),
    }
}

impl Headline {
    /// Whether the article carries a mark.
    pub fn has(&self, field: Field) -> bool {
        match field {
            Field::Read => self.is_read,
            Field::Starred => self.is_starred,
            Field::Changed => self.is_changed,
        }
    }

    /// Gives the article a mark or takes it from it.
    pub fn set(&mut self, field: Field, value: bool) {
        match field {
            Field::Read => self.is_read = value,
            Field::Starred => self.is_starred = value,
            Field::Changed => self.is_changed = value,
        }
    }
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
