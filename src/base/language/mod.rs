//! The texts of the interface, in the user's language: every text has a name and a wording in each
//! folder of `assets/lang`.
//!
//! The language is chosen once, at the start, before any text is shown; until then it is English,
//! with dates and numbers in their default form. Names of commands, settings and keys, and output
//! for programs such as JSON, are not texts: they are the same in every language.

pub mod dates;
mod environment;
pub mod numbers;
mod texts;

#[cfg(test)]
mod tests;

use std::{cell::Cell, sync::OnceLock};

pub use chrono::Locale;

pub use environment::{Wish, speech};
pub use texts::{Argument, Arguments, placeholder, text, text_with, translated};

/// A language that texts are there for.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// The name of its folder in `assets/lang`, as the environment and the settings say it, too.
    pub tag: &'static str,
    /// How dates and numbers are written where nothing else is asked for.
    pub locale: Locale,
}

/// All languages. The first has every text, and stands in where another lacks one.
pub static LANGUAGES: [Language; 2] =
    [Language { tag: "en", locale: Locale::POSIX }, Language { tag: "de", locale: Locale::de_DE }];

/// The language in which the program is written.
pub fn english() -> &'static Language {
    &LANGUAGES[0]
}

/// The language of a tag, such as `de`.
pub fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

/// How one speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speech {
    pub language: &'static Language,
    pub dates: Locale,
    pub numbers: Locale,
}

impl Speech {
    /// A language with its own dates and numbers.
    pub fn of(language: &'static Language) -> Self {
        Self { language, dates: language.locale, numbers: language.locale }
    }
}

static CHOSEN: OnceLock<Speech> = OnceLock::new();

thread_local! {
    static HERE: Cell<Option<Speech>> = const { Cell::new(None) };
}

/// Sets the language from now on. Only the first call counts: shown texts cannot be changed.
pub fn choose(speech: Speech) {
    // A second choice is left aside on purpose.
    let _ = CHOSEN.set(speech);
}

/// Runs `work` with another speech, on this thread alone: the manual is English everywhere.
pub fn speaking<T>(speech: Speech, work: impl FnOnce() -> T) -> T {
    let before = HERE.replace(Some(speech));
    let result = work();
    HERE.set(before);
    result
}

/// How one speaks now.
pub fn spoken() -> Speech {
    let here = HERE.get();
    here.or_else(|| CHOSEN.get().copied()).unwrap_or_else(|| Speech::of(english()))
}

/// The names of all texts of a language.
#[cfg(test)]
pub(crate) fn names(language: &Language) -> impl Iterator<Item = &'static str> {
    texts::sources(language).flat_map(str::lines).filter_map(texts::name_of)
}

/// The text of a name, in the language chosen. With arguments it is a [`String`]:
/// `wording!("find-matches", n = n_hits)`.
macro_rules! wording {
    ($id:literal) => {
        $crate::base::language::text($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::base::language::text_with(
            $id,
            &[$((stringify!($name), $crate::base::language::Argument::argument(&$value))),+],
        )
    };
}
pub(crate) use wording;
