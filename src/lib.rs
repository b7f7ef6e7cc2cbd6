//! Dateline reads news kept as files: it opens a directory of articles, lists, reads, searches
//! and marks them, in a terminal.
//!
//! Three things on disk: the **articles** (the user's; never written), the **index** (catalogue
//! and full text in the cache directory; disposable) and the **marks** (in the data directory;
//! never lost).
//!
//! # Glossary
//!
//! One word for each thing; a new word is added here first. In the texts of the interface,
//! *selected* is what the user selects, *link* an address that can be opened, *results* the list of
//! hits of a search, *match* a place found in the open article, and *directory* the place of a
//! library.
//!
//! | word | meaning |
//! |---|---|
//! | article | one text with title, date, address and body: a file, or a record of one |
//! | answer | the result of a request, from a worker; it carries the request's generation |
//! | batch | several queries that are counted one after the other |
//! | book | the one owner of the marks for a front end: it keeps, undoes and follows them |
//! | carrier | takes the marks along when files change, for the keeper |
//! | catalogue | the facts about every file of a library, in rows; a part of the cache |
//! | changed | describes an article whose file was edited since the user last saw it |
//! | concordance | the lines of words in context of a listing, as far as they have been read |
//! | copy | a further place of an article: another file with the same bytes |
//! | command | an action of the user, with a name and keys |
//! | deed | an action on many articles at once: weighed first, then done |
//! | effect | a request of the state to the outside world; data, carried out by a worker |
//! | form | another word that a word is looked for by: `elections` for `election` |
//! | gather | to read the lines that a deed takes of its articles |
//! | explanation | what each part of a query finds, who answers it, and how long that takes |
//! | facet | a property that articles share, such as their source: its values with their numbers |
//! | generation | counts the requests of one kind; an answer to an older one is dropped |
//! | headline | the content of a row in a list: title, date, source, marks |
//! | hit | a place in a text, or an article, that a query matches |
//! | host | the surroundings of the program: terminal, browser, clipboard, editor |
//! | id | 128 bits of the digest of an article's bytes; marks belong to it |
//! | index | the full text; answers queries, and can be rebuilt at any time |
//! | keeper | the one writer of a library's cache: it scans, indexes and watches |
//! | kwic | words in context: what a query finds, one place a line, with the words around it |
//! | lane | a queue of questions; those in different lanes do not wait for each other |
//! | lead | the first sentences of an article, as a row shows them |
//! | library | a directory of articles, with its cache and marks |
//! | listed | the articles that a list shows, in order: the answer to a listing |
//! | listing | the request of a list: view, order, query, folded days |
//! | mark | a decision of the user about an article: read, starred; never lost |
//! | message | an event, sent to the state |
//! | narrowing | a part of a query that the timeline or a facet has put there |
//! | pane | a part of the screen with its own keys and drawing |
//! | period | a day, week, month or year by which articles are counted |
//! | place | where an article's file is: a path in its library |
//! | problem | a defect of a file, described in words |
//! | row | a line of a list, or of the catalogue |
//! | selection | the articles that the user has selected for a command |
//! | shape | what a paragraph is (heading, quotation, item, code), and how some of its words are set; not part of the text |
//! | shelf | the articles that a book shows its marks on |
//! | snapshot | the catalogue at one moment; readers share it |
//! | snippet | the passage of an article around its hits |
//! | source | the outlet of an article, such as a newspaper |
//! | story | the articles on one event |
//! | tally | the numbers of a list: its articles over time, and its facets |
//! | ticket | the receipt of a request, held by whoever waits for its answer |
//! | timeline | the articles of a list counted over time |
//! | tongue | the language by whose endings words have other forms |
//! | undated | describes an article without a readable date |
//! | view | a selection of articles by their marks: all, unread, starred |
//! | vocabulary | what settings say about queries: other forms, groups of sources |
//! | weigh | to count the articles that a deed would change, before it is done |
//!
//! # Rooms
//!
//! The layers, lowest first; each uses only those above it in this list, as
//! `tests/it/tidy` enforces.

#![forbid(unsafe_code)]

pub mod base;

pub mod query;

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
