//! The names of themes, for completion.

use crate::config;

/// The themes of the program; the session knows those of the user, too.
pub fn names() -> Vec<&'static str> {
    config::themes::builtin_names()
}
