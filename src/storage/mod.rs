//! What is on disk: the article directory (listed, read, watched; never written), the catalogue of
//! it in the cache, and the marks database.

pub mod articles;
pub mod catalogue;
pub mod marks;
mod stamp;
pub mod watching;

pub use stamp::Stamp;
