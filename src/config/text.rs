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

/// Whether addresses in an article are links of the terminal, to be clicked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hyperlinks {
    /// In terminals that are known to have them.
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

/// Whether the terminal is known to have hyperlinks, by the environment that `variable` reads.
/// Others might show the address as text. A multiplexer passes on what it knows, whatever is around
/// it: of those, tmux says its version.
pub fn has_hyperlinks(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let number = |name| variable(name).and_then(|value| value.parse::<u32>().ok());
    let (term, program) =
        (variable("TERM").unwrap_or_default(), variable("TERM_PROGRAM").unwrap_or_default());
    if is_set("TMUX") {
        let version = variable("TERM_PROGRAM_VERSION").unwrap_or_default();
        return program == "tmux" && is_since(&version, (3, 4));
    }
    if is_set("STY") || is_set("ZELLIJ") || is_set("INSIDE_EMACS") || term.starts_with("screen") {
        return false;
    }
    if ["", "dumb", "linux"].contains(&term.as_str()) {
        return false;
    }
    let is_named = ["xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "wezterm", "alacritty"]
        .contains(&term.as_str())
        || ["iTerm.app", "WezTerm", "ghostty", "kitty"].contains(&program.as_str());
    is_named
        || ["KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WT_SESSION"].into_iter().any(is_set)
        || number("VTE_VERSION").is_some_and(|version| 5000 <= version)
        || number("KONSOLE_VERSION").is_some_and(|version| 201_200 <= version)
}

/// Whether a version such as `3.4a` or `next-3.6` is that or a later one.
fn is_since(version: &str, (major, minor): (u32, u32)) -> bool {
    let mut numbers = version
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    (major, minor) <= found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knows_hyperlinks(variables: &[(&str, &str)]) -> bool {
        has_hyperlinks(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn terminals_with_hyperlinks_are_known_by_name_or_version() {
        let xterm = ("TERM", "xterm-256color");
        for known in [
            vec![("TERM", "xterm-kitty")],
            vec![("TERM", "foot")],
            vec![("TERM", "alacritty")],
            vec![xterm, ("TERM_PROGRAM", "iTerm.app")],
            vec![xterm, ("TERM_PROGRAM", "WezTerm")],
            vec![xterm, ("VTE_VERSION", "7600")],
            vec![xterm, ("KONSOLE_VERSION", "230401")],
            vec![xterm, ("WT_SESSION", "1f2e")],
        ] {
            assert!(knows_hyperlinks(&known), "{known:?}");
        }
        for unknown in [
            vec![],
            vec![xterm],
            vec![xterm, ("VTE_VERSION", "4999")],
            vec![xterm, ("KONSOLE_VERSION", "200800")],
            vec![("TERM", "linux"), ("VTE_VERSION", "7600")],
            vec![("TERM", "dumb"), ("KITTY_WINDOW_ID", "1")],
            vec![("TERM", "screen-256color"), ("VTE_VERSION", "7600")],
            vec![xterm, ("STY", "1.x"), ("KITTY_WINDOW_ID", "1")],
        ] {
            assert!(!knows_hyperlinks(&unknown), "{unknown:?}");
        }
    }

    #[test]
    fn of_tmux_the_version_counts_and_not_what_is_around_it() {
        let inside = |program, version| {
            let tmux = [("TERM", "tmux-256color"), ("TMUX", "socket,1,0"), ("VTE_VERSION", "7600")];
            let said = [("TERM_PROGRAM", program), ("TERM_PROGRAM_VERSION", version)];
            knows_hyperlinks(&[tmux.as_slice(), &said].concat())
        };
        assert!(["3.4", "3.5a", "4.0", "next-3.6"].iter().all(|version| inside("tmux", version)));
        assert!(!["", "3.3a", "2.9", "3"].iter().any(|version| inside("tmux", version)));
        assert!(!inside("WezTerm", "20240203"));
    }

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
