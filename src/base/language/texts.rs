//! The texts of a language, read when the first of them is needed.

use std::{borrow::Cow, collections::HashMap, fmt, path, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::{LANGUAGES, Language, numbers, spoken};
use crate::base::Clean;

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/lang");

/// In the order of [`LANGUAGES`].
static TEXTS: [OnceLock<Texts>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

/// The arguments of a text: names and values.
pub type Arguments<'a> = [(&'static str, FluentValue<'a>)];

struct Texts {
    bundle: FluentBundle<FluentResource>,
    /// Those that need to be told nothing.
    plain: HashMap<String, String>,
}

/// The text of a name. A name without a text is its own text: a test sees that none is.
pub fn text(id: &'static str) -> &'static str {
    let own = translated(id);
    own.or_else(|| texts(&LANGUAGES[0])?.plain.get(id).map(String::as_str)).unwrap_or(id)
}

/// The text of a name in the language chosen, if it has one of its own: for what is written in
/// English where it is declared, such as commands.
pub fn translated(id: &str) -> Option<&'static str> {
    texts(spoken().language)?.plain.get(id).map(String::as_str)
}

/// What stands for a value that is to be filled in, such as `DIR`, in the language chosen, if it
/// has a text `value-dir`.
pub fn placeholder(english: &str) -> Option<&'static str> {
    let name: String = english
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() { it.to_ascii_lowercase() } else { '-' })
        .collect();
    translated(&format!("value-{name}"))
}

/// The text of a name, with arguments. Numbers are formatted for the locale.
pub fn text_with(id: &'static str, arguments: &Arguments) -> String {
    let arguments: FluentArgs = arguments.iter().cloned().collect();
    let languages = [spoken().language, &LANGUAGES[0]];
    let written = languages.iter().find_map(|language| {
        let bundle = &texts(language)?.bundle;
        let pattern = bundle.get_message(id)?.value()?;
        Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    });
    written.unwrap_or_else(|| id.to_owned())
}

fn texts(language: &Language) -> Option<&'static Texts> {
    let at = LANGUAGES.iter().position(|known| known == language)?;
    Some(TEXTS.get(at)?.get_or_init(|| Texts::read(language)))
}

impl Texts {
    fn read(language: &Language) -> Self {
        let tag: LanguageIdentifier = language.tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Terminals show the signs that would keep scripts apart; what is put in is clean.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(numbers::group(&number.as_string())),
            _ => None,
        }));
        let mut names = Vec::new();
        for source in sources(language) {
            // What is wrong in a file leaves the rest of it; a test sees that nothing is.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            names.extend(source.lines().filter_map(name_of).map(str::to_owned));
            let _ = bundle.add_resource(resource);
        }
        let plain = names.into_iter().filter_map(|name| {
            let pattern = bundle.get_message(&name)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
            errors.is_empty().then_some((name, text))
        });
        Self { plain: plain.collect(), bundle }
    }
}

/// The files of a language.
pub(super) fn sources(language: &Language) -> impl Iterator<Item = &'static str> {
    let folder = FOLDER.get_dir(language.tag);
    folder.into_iter().flat_map(Dir::files).filter_map(|file| file.contents_utf8())
}

/// The name of the text that begins with a line.
pub(super) fn name_of(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    line.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| name.trim_end())
}

/// What can be told to a text.
pub trait Argument {
    fn argument(&self) -> FluentValue<'_>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn argument(&self) -> FluentValue<'_> {
        (**self).argument()
    }
}

impl Argument for str {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Argument for String {
    fn argument(&self) -> FluentValue<'_> {
        self.as_str().argument()
    }
}

impl Argument for Clean {
    fn argument(&self) -> FluentValue<'_> {
        self.as_str().argument()
    }
}

impl Argument for char {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Owned(self.to_string()))
    }
}

impl Argument for path::Display<'_> {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Owned(self.to_string()))
    }
}

impl Argument for fmt::Arguments<'_> {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Owned(self.to_string()))
    }
}

macro_rules! number {
    ($($number:ty)+) => {$(
        impl Argument for $number {
            fn argument(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )+};
}
number!(u8 u16 u32 u64 usize i32 i64);
