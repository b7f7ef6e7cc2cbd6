//! The marks database: what the reader decided about articles, in one `SQLite` file.
//!
//! This is the only data of Dateline that cannot be rebuilt, so: one synced transaction a change, a
//! rollback that `SQLite` guarantees, nothing deleted, a damaged file kept beside the new one, and
//! a file of a newer version only ever read. Marks hang on the article's id and are shared by all
//! libraries whose marks are not split off; the history of steps to undo is each library's own.
//!
//! Every change, undo and redo is appended to a log, which is how other instances and cached sets
//! of marks catch up. There is no thread and no cache in here: whoever opens a [`Marks`] owns it.

mod changes;
mod clock;
mod error;

mod kinds;

mod file;
mod flags;
mod log;
mod schema;

mod connection;
mod salvage;

mod open;
mod own;
mod places;
mod settings;
mod settle;
mod steps;
mod versions;

#[cfg(test)]
mod tests;

pub(super) use connection::LibraryKey;
pub use connection::Marks;
pub use error::MarksError;
pub use kinds::{known, mark_of, number_of};
pub use log::Since;
pub(super) use open::Missing;
pub use open::{MarksNotice, OpenedMarks};
pub use places::{PathKey, Place, Remembered};
pub use settings::Scope;
pub use settle::{Edit, Settling};
pub use steps::HistoryStep;
pub use versions::Version;
