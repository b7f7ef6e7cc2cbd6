//! What Dateline keeps on disk: the marks database.

pub mod marks;
