//! The marks, the only data that Dateline must not lose, and their one owner for each front end.
//!
//! The `database` keeps them on the disk. A [`MarkBook`] keeps what is shown in step with it: with
//! what is marked here and with what other instances mark. A [`Memory`] reads, without a book,
//! what else is kept there, and a [`Carrier`] takes the marks along when files change. All three
//! open the database by a [`MarksFile`], which knows which one counts. Articles are numbers here: a
//! [`Shelf`] knows where they stand.

mod book;
mod carrier;
mod file;
mod memory;
mod setting;

pub mod database;

pub use book::{BookError, BookNews, MarkBook, Shelf};
pub use carrier::Carrier;
pub use file::MarksFile;
pub use memory::Memory;
pub use setting::Setting;
