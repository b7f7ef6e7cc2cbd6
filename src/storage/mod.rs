//! Data on disk that can be rebuilt: the article directory (listed, read, watched; never written)
//! and the catalogue of it in the cache.

pub mod articles;
pub mod catalogue;
mod stamp;
pub mod watching;

pub use stamp::Stamp;
