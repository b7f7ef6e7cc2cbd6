//! The query language: words, "phrases" and -not, all of which an article must satisfy.

/// A query that has been understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {}
