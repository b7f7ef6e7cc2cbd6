//! What all panes share: the words of the running program and the state that more than one reads.

mod command;
mod effect;
mod key;
mod keymap;

pub use command::{About, Command, CommandRef, always};
pub use effect::{
    Effect, Generation, Hit, LibraryStatus, ListName, Message, Notice, OpenedArticle, Progress,
    Seek, Severity, Snippet, Targets, Then,
};
pub use key::{Code, Key};
pub use keymap::{BindingError, Keymap, Lookup};

/// The name of a pane, as keymaps and the focus stack know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PaneName(pub &'static str);

/// State that more than one pane reads. Scroll positions and input lines live in the panes.
#[derive(Debug, Default)]
pub struct Session {
    pub status: LibraryStatus,
    pub should_quit: bool,
}
