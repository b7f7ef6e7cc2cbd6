//! The defaults, read from the settings file that explains them: their only source.

use std::sync::OnceLock;

use serde::Deserialize;
use toml::de::{DeTable, DeValue, Error};

use super::{
    Config, EXPLAINED, KeysConfig, LayoutConfig, LibraryConfig, ListConfig, MouseConfig,
    ReaderConfig, SearchConfig, TextConfig, ThemeConfig,
};

impl Config {
    /// The settings that `text` states, and the defaults of all others.
    ///
    /// # Errors
    /// With its place in `text`, if any of it is not a setting.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut stated = DeTable::parse(text)?;
        fill(stated.get_mut(), DeTable::parse(EXPLAINED)?.into_inner());
        Self::deserialize(toml::Deserializer::from(stated))
    }
}

/// Adds what `defaults` state and `stated` does not, section by section. Keys are left alone: they
/// carry their places, and a text states its own.
fn fill<'t>(stated: &mut DeTable<'t>, defaults: DeTable<'t>) {
    for (name, default) in defaults {
        if name.get_ref() == "keys" {
            continue;
        }
        let DeValue::Table(defaults) = default.get_ref() else { continue };
        match stated.get_mut(name.get_ref().as_ref()).map(toml::Spanned::get_mut) {
            Some(DeValue::Table(section)) => {
                for (key, value) in defaults.clone() {
                    section.entry(key).or_insert(value);
                }
            }
            // Not a section: the error says so.
            Some(_) => (),
            None => drop(stated.insert(name, default)),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        static DEFAULTS: OnceLock<Config> = OnceLock::new();
        #[expect(clippy::expect_used, reason = "the file is a part of the program, tests read it")]
        let read = || Self::parse("").expect("the defaults can be read");
        DEFAULTS.get_or_init(read).clone()
    }
}

impl Default for KeysConfig {
    fn default() -> Self {
        let mut keys = Self::stated(EXPLAINED);
        // They stand in no file of the user's.
        keys.preset = keys.preset.text.as_str().into();
        keys
    }
}

/// Sections alone: those of [`Config::default`].
macro_rules! sections {
    ($($field:ident: $section:ty),* $(,)?) => {
        $(impl Default for $section {
            fn default() -> Self {
                Config::default().$field
            }
        })*
    };
}

sections! {
    library: LibraryConfig,
    list: ListConfig,
    reader: ReaderConfig,
    layout: LayoutConfig,
    mouse: MouseConfig,
    search: SearchConfig,
    text: TextConfig,
    theme: ThemeConfig,
}
