//! A mistake in one of the user's files, and its place, counted as editors do.

use std::fmt;

use crate::base::{Clean, nearest, wording};

/// Something wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub line: usize,
    pub column: usize,
    pub message: Clean,
}

impl Mistake {
    /// Something wrong at byte `at` of `text`.
    pub fn at(text: &str, at: usize, message: impl AsRef<str>) -> Self {
        let before = text.get(..at).unwrap_or(text);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.chars().rev().take_while(|c| *c != '\n').count() + 1,
            message: Clean::new(message.as_ref()),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        let text = &self.message;
        f.write_str(&wording!("mistake-at", line = line, column = column, text = text))
    }
}

/// ` (did you mean `dark`?)`, or nothing where no known name is near.
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let near = nearest(name, known);
    near.map_or_else(String::new, |near| wording!("did-you-mean", near = near))
}
