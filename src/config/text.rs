//! How text of all kinds gets onto the screen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::{
    language::{LANGUAGES, Language, Locale, Wish, language},
    wording,
};

/// Language, locale, and how the terminal treats text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TextConfig {
    pub bidi: Bidi,
    /// The language of the interface.
    #[schemars(with = "String")]
    pub language: SpokenLanguage,
    /// How dates and numbers are written.
    #[schemars(with = "String")]
    pub locale: WrittenLocale,
    pub hyperlinks: Hyperlinks,
}

impl TextConfig {
    /// What of it is asked for, not left to the environment.
    pub fn wish(self) -> Wish {
        Wish { language: self.language.0, locale: self.locale.0 }
    }
}

/// A language by its tag; none is `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct SpokenLanguage(Option<&'static Language>);

impl TryFrom<String> for SpokenLanguage {
    type Error = String;

    fn try_from(tag: String) -> Result<Self, String> {
        if tag == AUTO {
            return Ok(Self(None));
        }
        let known = || LANGUAGES.iter().map(|it| it.tag).collect::<Vec<_>>().join(", ");
        let unknown = || wording!("setting-language", name = tag, names = known());
        language(&tag).map(|language| Self(Some(language))).ok_or_else(unknown)
    }
}

impl From<SpokenLanguage> for String {
    fn from(spoken: SpokenLanguage) -> Self {
        spoken.0.map_or(AUTO, |language| language.tag).to_owned()
    }
}

/// A locale by its name; none is `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct WrittenLocale(Option<Locale>);

impl TryFrom<String> for WrittenLocale {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let unknown = |_| wording!("setting-locale", name = name);
        match name.as_str() {
            AUTO => Ok(Self(None)),
            "C" => Ok(Self(Some(Locale::POSIX))),
            known => Locale::try_from(known).map(|locale| Self(Some(locale))).map_err(unknown),
        }
    }
}

impl From<WrittenLocale> for String {
    fn from(written: WrittenLocale) -> Self {
        written.0.map_or_else(|| AUTO.to_owned(), |locale| locale.to_string())
    }
}

/// Leaves it to the environment.
const AUTO: &str = "auto";

/// Who puts Arabic and Hebrew into reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bidi {
    /// Dateline, unless the terminal is known to do it.
    #[default]
    Auto,
    Reorder,
    Terminal,
}

impl Bidi {
    /// Whether the program reorders.
    pub fn reorders(self) -> bool {
        self != Self::Terminal
    }
}

/// Whether addresses in an article are links of the terminal, to be clicked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hyperlinks {
    /// In terminals known to support them.
    #[default]
    Auto,
    Always,
    Never,
}

impl Hyperlinks {
    /// Whether there are any in a terminal that is known to have them, or is not.
    pub fn are_on(self, is_known: bool) -> bool {
        match self {
            Self::Auto => is_known,
            Self::Always => true,
            Self::Never => false,
        }
    }
}
