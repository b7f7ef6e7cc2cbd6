//! Which language the settings and the environment ask for.

use super::{LANGUAGES, Language, Locale, Speech, english};

/// What the settings say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish {
    pub language: Option<&'static Language>,
    /// For dates and numbers.
    pub locale: Option<Locale>,
}

/// How to speak: as is wished, else as the environment that `variable` reads has it.
///
/// A language that is wished for brings its own dates and numbers along, unless the environment
/// asks for the same language as it is written somewhere (`de_CH`).
pub fn speech(wish: Wish, variable: impl Fn(&str) -> Option<String>) -> Speech {
    let of_kind = |kind| {
        let names = ["LC_ALL", kind, "LANG"];
        names.iter().find_map(|name| variable(name).filter(|value| !value.is_empty()))
    };
    let language = wish.language.unwrap_or_else(|| {
        let said = of_kind("LC_MESSAGES").unwrap_or_default();
        // The list of languages counts only where any locale is asked for, as in other programs.
        let list = if is_plain(&said) { None } else { variable("LANGUAGE") };
        let list = list.unwrap_or_default();
        let mut tags = list.split(':').chain([said.as_str()]).map(tag);
        tags.find_map(super::language).unwrap_or_else(english)
    });
    let locale = |kind| {
        if let Some(locale) = wish.locale {
            return locale;
        }
        let said = of_kind(kind).unwrap_or_default();
        let is_meant = wish.language.is_none_or(|language| language.tag == tag(&said));
        let locale = if is_meant { locale(&said) } else { None };
        locale.unwrap_or(language.locale)
    };
    Speech { language, dates: locale("LC_TIME"), numbers: locale("LC_NUMERIC") }
}

/// The locale of a name, such as `de_CH.UTF-8` or `ca_ES@valencia`; `None` if it asks for none or
/// is unknown.
pub(super) fn locale(name: &str) -> Option<Locale> {
    let (name, variant) = name.split_once('@').unwrap_or((name, ""));
    let name = name.split('.').next().unwrap_or_default();
    let whole = format!("{name}@{variant}");
    let known = Locale::try_from(whole.as_str()).or_else(|_| Locale::try_from(name)).ok();
    let by_language = || LANGUAGES.iter().find(|it| it.tag == name).map(|it| it.locale);
    known.or_else(by_language).filter(|locale| *locale != Locale::POSIX)
}

fn is_plain(name: &str) -> bool {
    matches!(name.split('.').next(), Some("" | "C" | "POSIX"))
}

/// The language of a locale's name.
fn tag(name: &str) -> &str {
    name.split(['_', '-', '.', '@']).next().unwrap_or_default()
}
