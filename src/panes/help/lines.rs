//! The lines of the help: names of panes, and keys with what they do.

use crate::session::{About, CommandRef, Key, Session};

/// A line of the help.
pub(super) enum Line {
    /// The name of a pane and what its keys below are about.
    Section(String),
    /// Keys and what they do, for those who are new here.
    First(String, &'static str),
    Command {
        /// Its keys, else how to type it.
        keys: String,
        /// Its keys in the notation of keymaps.
        written: String,
        name: &'static str,
        text: &'static str,
        /// Other words that it is looked for by.
        also: [&'static str; 2],
    },
    /// Keys that run several commands, or one with an argument.
    Macro {
        keys: String,
        written: String,
        text: String,
    },
    Blank,
}

impl Line {
    pub(super) fn of(session: &Session, command: CommandRef, about: &About) -> Self {
        let all = session.keyboard.keymap.keys_of(command, about);
        let keys = if all.is_empty() { format!(":{}", about.name) } else { Key::spoken_each(&all) };
        Self::Command {
            keys,
            written: all.join(" "),
            name: about.name,
            text: about.doc,
            also: about.also,
        }
    }

    pub(super) fn of_macro(written: String, text: String) -> Self {
        Self::Macro { keys: Key::spoken_all(&written), written, text }
    }

    /// Whether it is a command that is only typed.
    pub(super) fn has_no_keys(&self) -> bool {
        matches!(self, Self::Command { written, .. } if written.is_empty())
    }

    /// Keys and text, as they stand side by side.
    pub(super) fn columns(&self) -> Option<(&str, &str)> {
        match self {
            Self::Section(_) | Self::Blank => None,
            Self::Command { keys, text, .. } | Self::First(keys, text) => Some((keys, text)),
            Self::Macro { keys, text, .. } => Some((keys, text)),
        }
    }

    /// Whether it has all words searched for.
    pub(super) fn has_words(&self, session: &Session) -> bool {
        let words = session.prompts.help.words.to_lowercase();
        let has_words = |text: &str, also: &[&str]| {
            let text = text.to_lowercase();
            let also = also.join(" ").to_lowercase();
            words.split_whitespace().all(|word| {
                text.contains(word) || also.split(' ').any(|other| other.starts_with(word))
            })
        };
        match self {
            // The first lines repeat what others say.
            Self::Section(_) | Self::First(..) | Self::Blank => false,
            Self::Command { keys, written, name, text, also } => {
                has_words(&format!("{keys} {written} {name} {text}"), also)
            }
            Self::Macro { keys, written, text } => {
                has_words(&format!("{keys} {written} {text}"), &[])
            }
        }
    }
}
