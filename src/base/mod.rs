//! What the standard library could have had: clean text and widths, words, atomic files, threads,
//! our own folders, and languages.

mod characters;
mod cleaner;
mod natural;
mod nearest;
mod own_folders;

pub mod atomic;
pub mod bars;
pub mod bits;
pub mod codec;
pub mod language;
pub mod paths;
pub mod signs;
pub mod text;
pub mod words;

pub use bits::Bits;
pub use language::numbers::thousands;
pub(crate) use language::wording;
pub use natural::natural;
pub use nearest::{beginning, nearest};
pub use own_folders::OwnFolders;
pub use text::Clean;
