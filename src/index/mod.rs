//! Full-text search: the only place that names tantivy.
//!
//! An index is a directory in the cache. It holds no text, only where which word occurs and each
//! article's [`crate::domain::Rank`]; any state of it is acceptable, and an unusable one is
//! rebuilt. Segments are sorted by rank, newest day first, so that the first page of any query is
//! found without looking at older days; the order within a day is the catalogue's.
//!
//! Tantivy's own queries are not used: they cannot be interrupted, limit the expansion of a prefix,
//! and score hits that need no score. `docs` drives the postings themselves.
//!
//! Tantivy may panic on damaged files. That is caught here and becomes [`IndexError::Damaged`],
//! but the panic hook has run by then: one that prints must know the threads that search.

mod branches;
mod cancel;
mod clauses;
mod directory;
mod docs;
mod error;
mod forms;
mod further;
mod hits;
mod merging;
mod nearby;
mod open;
mod payload;
mod phrase;
mod schema;
mod score;
mod search;
mod seqs;
mod spots;
mod waiting;
mod writer;

pub use cancel::Cancel;
pub use directory::wipe;
pub use error::IndexError;
pub use further::{FurtherWord, FurtherWords};
pub use open::{Index, OpenedIndex};
pub use search::{Page, Searcher};
pub use writer::Writer;

/// Version of what an index holds. Raise it when the schema or what `base::words` makes of a text
/// changes: older indexes are then rebuilt.
pub const FORMAT: u32 = 6;

#[cfg(test)]
mod tests;
