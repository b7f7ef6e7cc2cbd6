//! How much a query can ask.

/// Longer texts are not read to their end.
pub const QUERY_MAX_BYTES: usize = 4096;

/// Brackets within brackets; deeper ones are not read.
pub const MOST_LEVELS: usize = 64;

/// Words near each other may be at most so many words apart: between texts the index leaves more.
pub const NEAR_MAX: u32 = 30;

/// How far apart where nothing is said.
pub(super) const NEAR_USUAL: u32 = 10;
