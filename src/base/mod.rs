//! What the standard library could have had: clean text and widths, words, atomic files, threads.

mod characters;
mod cleaner;
pub mod text;
pub mod words;

pub use text::Clean;
