//! What both front ends need of the program's surroundings: the terminal as the environment
//! describes it, the browser, the clipboard, the editor. Draws nothing and knows no articles.

mod browser;
mod capabilities;
mod clipboard;
mod editor;

pub use browser::{OpenError, checked, clipboard_bytes, open};
pub use capabilities::{Capabilities, Depth};
pub use clipboard::{Copier, copiers, copy_by};
pub use editor::editor;

/// A variable of the environment, if it is text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
