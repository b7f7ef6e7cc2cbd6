//! How much of the folder the answers cover: set by the keeper, carried by every list.

use std::sync::{Mutex, PoisonError};

use crate::{
    domain::{Extent, Listing},
    query::Query,
};

/// How far files, or their words, are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Known {
    /// They are being read, or have not been compared with the folder yet.
    #[default]
    SoFar,
    /// All of them, as far as the system has told of changes.
    Everything,
    /// Reading ended before the end, and does not go on by itself.
    Stopped,
}

impl Known {
    /// What is known where both are needed.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Stopped, _) | (_, Self::Stopped) => Self::Stopped,
            (Self::SoFar, _) | (_, Self::SoFar) => Self::SoFar,
            (Self::Everything, Self::Everything) => Self::Everything,
        }
    }

    fn extent(self) -> Extent {
        match self {
            Self::SoFar => Extent::SoFar,
            Self::Everything => Extent::Whole,
            Self::Stopped => Extent::Stopped,
        }
    }
}

/// How far a library is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reached {
    pub(super) files: Known,
    /// For searches.
    pub(super) words: Known,
}

/// The newest word of the keeper.
#[derive(Debug, Default)]
pub(super) struct Reach {
    newest: Mutex<Reached>,
}

impl Reach {
    pub(super) fn get(&self) -> Reached {
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True if that is another than before.
    pub(super) fn set(&self, reached: Reached) -> bool {
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *newest, reached) != reached
    }

    /// The extent of an answer that has all its rows. To be asked before the snapshot is taken:
    /// what is published meanwhile is then more than was said, never less.
    pub(super) fn of(&self, listing: &Listing) -> Extent {
        let Reached { files, words } = self.get();
        if listing.query.as_ref().is_some_and(Query::asks_texts) {
            files.and(words).extent()
        } else {
            files.extent()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_whole_once_everything_that_it_rests_on_is_known() {
        let listing =
            |query: &str| Listing { query: Some(Query::typed(query)), ..Listing::default() };
        let (all, words) = (Listing::default(), listing("walrus "));
        let (columns, both) = (listing("source:wire "), listing("source:wire walrus "));
        for files in [Known::SoFar, Known::Everything, Known::Stopped] {
            for known_words in [Known::SoFar, Known::Everything, Known::Stopped] {
                let reach = Reach::default();
                reach.set(Reached { files, words: known_words });
                for rests_on_files in [&all, &columns] {
                    assert_eq!(reach.of(rests_on_files), files.extent());
                }
                for rests_on_words in [&words, &both] {
                    let is_whole = reach.of(rests_on_words) == Extent::Whole;
                    let is_known = [files, known_words] == [Known::Everything; 2];
                    assert_eq!(is_whole, is_known, "{files:?} {known_words:?}");
                }
            }
        }
    }
}
