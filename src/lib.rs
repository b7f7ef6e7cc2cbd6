//! Dateline reads news kept as files: it opens a directory of articles, lists, reads, searches
//! and marks them, in a terminal.
//!
//! Three things on disk: the **articles** (the user's; never written), the **index** (catalogue
//! and full text in the cache directory; disposable) and the **marks** (in the data directory;
//! never lost).
//!
//! The layers, lowest first; each uses only those above it in this list, as
//! `tests/it/tidy.rs` enforces.

#![forbid(unsafe_code)]

pub mod base;

pub mod domain;

pub mod formats;

pub mod index;
pub mod storage;

pub mod library;

pub mod config;

pub mod host;

pub mod session;
pub mod ui;

pub mod panes;

pub mod app;

pub mod runtime;

pub mod plain;

pub mod cli;
