//! How text of all kinds gets onto the screen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::{
    language::{LANGUAGES, Language, Locale, Wish, language},
    wording,
};

/// What the terminal does with text by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TextConfig {
    pub bidi: Bidi,
    /// In which the program speaks.
    #[schemars(with = "String")]
    pub language: SpokenLanguage,
    /// How dates and numbers are written.
    #[schemars(with = "String")]
    pub locale: WrittenLocale,
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

/// Who puts Arabic and Hebrew into the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bidi {
    /// The program, unless the terminal is known to do it.
    #[default]
    Auto,
    Reorder,
    Terminal,
}

impl Bidi {
    /// Decides what is left open, by the environment that `variable` reads: asked once, at the
    /// start. A multiplexer draws by itself and reorders nothing, whatever is around it.
    #[must_use]
    pub fn decided(self, variable: impl Fn(&str) -> Option<String>) -> Self {
        if self != Self::Auto {
            return self;
        }
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let is_inside = is_set("TMUX") || is_set("STY") || is_set("ZELLIJ");
        let reorders = is_set("VTE_VERSION")
            || is_set("KONSOLE_VERSION")
            || is_set("MLTERM")
            || variable("TERM").is_some_and(|term| term.starts_with("mlterm"))
            || variable("TERM_PROGRAM").is_some_and(|name| name == "Apple_Terminal");
        if reorders && !is_inside { Self::Terminal } else { Self::Reorder }
    }

    /// Whether the program reorders.
    pub fn reorders(self) -> bool {
        self != Self::Terminal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(bidi: Bidi, variables: &[(&str, &str)]) -> Bidi {
        bidi.decided(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn terminals_that_reorder_are_known_and_a_multiplexer_hides_them() {
        assert_eq!(decided(Bidi::Auto, &[]), Bidi::Reorder);
        assert_eq!(decided(Bidi::Auto, &[("VTE_VERSION", "7600")]), Bidi::Terminal);
        assert_eq!(decided(Bidi::Auto, &[("TERM", "mlterm-256color")]), Bidi::Terminal);
        let inside = [("VTE_VERSION", "7600"), ("TMUX", "socket,1,0")];
        assert_eq!(decided(Bidi::Auto, &inside), Bidi::Reorder);
        assert_eq!(decided(Bidi::Reorder, &[("VTE_VERSION", "7600")]), Bidi::Reorder);
        assert_eq!(decided(Bidi::Terminal, &[]), Bidi::Terminal);
    }
}
