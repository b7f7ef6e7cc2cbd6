//! Which articles are listed, and in which order.

use super::{Folds, Query};

/// The part of the library that is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    #[default]
    All,
    Unread,
    Starred,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// Newest first, undated last.
    #[default]
    Date,
    /// By source, newest first within one.
    Source,
    /// By title, letters alone deciding.
    Title,
    /// Best match first; without a query as [`Order::Date`].
    Relevance,
}

/// How far the rows of a list are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// All of them.
    Whole,
    /// The first ones of so many.
    PageOf(usize),
    /// The first ones; the others are being counted.
    #[default]
    Page,
}

/// What a list is asked to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selecting {
    pub view: View,
    pub order: Order,
    pub is_reversed: bool,
    pub query: Option<Query>,
    /// Days that are one row each; only where all is listed by date.
    pub folds: Folds,
}

impl Selecting {
    /// Whether days can be folded: they stand together.
    pub fn has_days(&self) -> bool {
        self.order == Order::Date && self.query.is_none()
    }
}
