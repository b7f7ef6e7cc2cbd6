//! The languages that `lang:` knows, by code and by English name.

/// Codes of ISO 639, of one language after another. Their places are kept: new ones go to the end.
pub static LANGUAGES: [(&str, &str); 62] = [
    ("af", "afrikaans"),
    ("am", "amharic"),
    ("ar", "arabic"),
    ("az", "azerbaijani"),
    ("be", "belarusian"),
    ("bg", "bulgarian"),
    ("bn", "bengali"),
    ("ca", "catalan"),
    ("cs", "czech"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("eo", "esperanto"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("fa", "persian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("gu", "gujarati"),
    ("he", "hebrew"),
    ("hi", "hindi"),
    ("hr", "croatian"),
    ("hu", "hungarian"),
    ("hy", "armenian"),
    ("id", "indonesian"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("jv", "javanese"),
    ("ka", "georgian"),
    ("km", "khmer"),
    ("kn", "kannada"),
    ("ko", "korean"),
    ("la", "latin"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("mk", "macedonian"),
    ("ml", "malayalam"),
    ("mr", "marathi"),
    ("my", "burmese"),
    ("nb", "norwegian"),
    ("ne", "nepali"),
    ("nl", "dutch"),
    ("pa", "punjabi"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("si", "sinhala"),
    ("sk", "slovak"),
    ("sl", "slovenian"),
    ("sr", "serbian"),
    ("sv", "swedish"),
    ("ta", "tamil"),
    ("te", "telugu"),
    ("th", "thai"),
    ("tr", "turkish"),
    ("uk", "ukrainian"),
    ("ur", "urdu"),
    ("vi", "vietnamese"),
    ("yi", "yiddish"),
    ("zh", "chinese"),
];

/// The code of a language that is named by it or in English, in any case; of `none`, the articles
/// whose language nobody knows. `None` of other words.
#[expect(clippy::option_option, reason = "no language is an answer, too")]
pub(super) fn code(name: &str) -> Option<Option<Box<str>>> {
    let name = name.to_lowercase();
    if matches!(&*name, "none" | "unknown") {
        return Some(None);
    }
    let found = LANGUAGES.iter().find(|(code, english)| *code == name || *english == name)?;
    Some(Some(found.0.into()))
}
