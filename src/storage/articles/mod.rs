//! The article directory: listing folders and reading files, without ever writing, blocking on a
//! pipe or device, following a loop, or leaving the tree.

mod list;
mod print;
mod read;
mod rules;

pub use list::{Entry, EntryKind, FolderListing, list};
pub use print::print_of;
pub use read::{FileBytes, Root};
pub use rules::{RULES_FILE, Rules, rules_digest};
