//! Tests of the whole keeper: what it makes of a directory that changes.

mod model;
mod rows;
mod stale;
