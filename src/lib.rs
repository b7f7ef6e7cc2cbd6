//! Dateline reads news kept as files: it opens a directory of articles, lists, reads, searches
//! and marks them, in a terminal.
//!
//! Three things on disk: the **articles** (the user's; never written), the **index** (catalogue
//! and full text in the cache directory; disposable) and the **marks** (in the data directory;
//! never lost).
//!
//! # Glossary
//!
//! One word for each thing; a new word is added here first.
//!
//! | word | meaning |
//! |---|---|
//! | article | one text with title, date, address and body: a file, or a record of one |
//! | answer | what a worker makes of a request; it carries the request's generation |
//! | book | the one owner of the marks for a front end: it keeps, undoes and follows them |
//! | carrier | takes the marks along when files change, for the keeper |
//! | catalogue | what is known of every file of a library, in rows; a part of the cache |
//! | changed | said of an article whose file was edited since the reader last saw it |
//! | copy | a further place of an article: another file with the same bytes |
//! | command | something the reader can do, with a name and keys |
//! | deed | what is done with many articles at once: weighed first, then done |
//! | effect | something the state asks the world to do; data, carried out by a worker |
//! | gather | to read the lines that a deed takes of its articles |
//! | generation | counts the requests of one kind; an answer to an older one is dropped |
//! | headline | what a row of a list shows: title, date, source, marks |
//! | hit | a place in a text, or an article, that a query matches |
//! | host | what surrounds the program: terminal, browser, clipboard, editor |
//! | id | 128 bits of the digest of an article's bytes; marks belong to it |
//! | index | the full text; answers queries, and can be made again at any time |
//! | keeper | the one writer of a library's cache: it scans, indexes and watches |
//! | lane | the line in which questions wait for each other; those of another do not |
//! | lead | the first sentences of an article, as a row shows them |
//! | library | a directory of articles, and what is kept of it |
//! | listed | which articles a list shows, in which order: the answer to a listing |
//! | listing | what a list is asked to show: view, order, query, folded days |
//! | mark | what the reader decided about an article: read, starred; never lost |
//! | message | something that happened, told to the state |
//! | pane | a part of the screen with keys and a picture of its own |
//! | place | where an article's file is: a path in its library |
//! | problem | something wrong with a file, said in words |
//! | row | a line of a list, or of the catalogue |
//! | selection | the articles that the user has selected for a command |
//! | shelf | the articles that a book shows its marks on |
//! | snapshot | the catalogue as it was at one moment; readers share it |
//! | snippet | the passage of an article around its hits |
//! | source | the outlet of an article, such as a newspaper |
//! | story | the articles on one event |
//! | ticket | what a request leaves with whoever waits for its answer |
//! | undated | said of an article without a date that could be read |
//! | view | which articles belong to a list by their marks: all, unread, starred |
//! | weigh | to count the articles that a deed would change, before it is done |
//!
//! # Rooms
//!
//! The layers, lowest first; each uses only those above it in this list, as
//! `tests/it/tidy` enforces.

#![forbid(unsafe_code)]

pub mod base;

pub mod domain;

pub mod formats;

pub mod index;
pub mod marks;
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
