//! What the standard library could have had: clean text and widths, words, atomic files, threads.

mod characters;
mod cleaner;
mod count;
mod nearest;

pub mod atomic;
pub mod bits;
pub mod codec;
pub mod text;
pub mod words;

pub use bits::Bits;
pub use count::{counted, thousands};
pub use nearest::nearest;
pub use text::Clean;
