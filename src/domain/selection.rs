//! What can be done with the selected articles.

use std::sync::Arc;

use super::{Mark, Seq};
use crate::{
    base::{Bits, wording},
    query::Query,
};

/// A change of which articles are selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionChange {
    /// The other way round for one article.
    Toggle(Seq),
    /// All rows from one article to another are added, both included.
    Between(Seq, Seq),
    /// The rows above or below an article are added.
    Beside(Side, Seq),
    /// Every row of the list is added.
    Every,
    /// Every row of the list the other way round.
    Invert,
    /// All articles that match are added, listed or not.
    Matching(Query),
    Nothing,
    /// Those of an earlier session, if the numbers are of this catalogue.
    Restore {
        catalogue: u64,
        set: Arc<Bits>,
    },
    /// Changes nothing: articles may have gone.
    Recount,
}

/// The rows on one side of a row, itself left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Above,
    Below,
}

/// What is done with many articles at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Without a value: set where any article lacks the mark, else removed.
    Mark {
        mark: Mark,
        value: Option<bool>,
    },
    OpenUrls,
    CopyUrls,
    CopyTitles,
}

impl Deed {
    /// What is about to be done with this many articles, for a question.
    pub fn describe(self, n: usize) -> String {
        match self {
            // A toggle is settled before it is asked about.
            Self::Mark { mark, value } => mark.deed(value != Some(false), n),
            Self::OpenUrls => wording!("deed-open-urls", n = n),
            Self::CopyUrls => wording!("deed-copy-urls", n = n),
            Self::CopyTitles => wording!("deed-copy-titles", n = n),
        }
    }
}
