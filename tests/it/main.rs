//! The one integration test crate.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say where"
)]

mod cli;
mod docs;
mod manual;
mod names;
mod own_marks;
mod plain;
mod pty;
mod query;
mod script;
mod tidy;
