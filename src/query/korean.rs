//! Particles of Korean: a noun is written together with the particle that gives its role in the
//! sentence.
//!
//! A word of a query in Hangul is the beginning of a word, and a particle at its end is ignored:
//! `한국에서` finds `한국의`. With a star or in quotes a word is taken as it stands.

use crate::base::words::worded;

/// Longest first, so that `에서는` is not taken for `는`.
const PARTICLES: [&str; 42] = [
    "에게서는",
    "으로부터",
    "에서부터",
    "이라고는",
    "에서는",
    "에서도",
    "에게는",
    "에게도",
    "으로는",
    "으로도",
    "으로서",
    "으로써",
    "까지는",
    "까지도",
    "부터는",
    "이라고",
    "이라는",
    "에서",
    "에게",
    "에는",
    "에도",
    "으로",
    "까지",
    "부터",
    "처럼",
    "보다",
    "마다",
    "이나",
    "라고",
    "라는",
    "하고",
    "조차",
    "은",
    "는",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "로",
    "도",
];

/// Particles that nouns of three syllables often end in, too; they count as particles all the
/// same, since the noun without them is found as a beginning.
const SUBJECTS: [&str; 2] = ["이", "가"];

/// The word to look for instead of `text`, which ends with a word or a sign, and whether it is a
/// beginning; `None` if `text` does not end in Hangul.
pub(super) fn stem(text: &str) -> Option<(&str, bool)> {
    let before = text.trim_end_matches(is_syllable);
    let word = &text[before.len()..];
    if word.is_empty() {
        return None;
    }
    let is_other = |c: char| c.is_alphanumeric() && !is_syllable(c);
    let is_foreign = before.ends_with(char::is_alphanumeric) && worded(before).ends_with(is_other);
    let mut particles = PARTICLES.into_iter().chain(SUBJECTS);
    if is_foreign {
        // `LG는`: what is written in other letters is a word of its own.
        return Some(if particles.any(|it| it == word) { (before, false) } else { (text, true) });
    }
    let stem = particles.find_map(|it| text.strip_suffix(it)).filter(|stem| {
        // What is left of `국가` or `회의` would be no word.
        stem[before.len()..].chars().nth(1).is_some()
    });
    Some((stem.unwrap_or(text), true))
}

fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_do_not_count_and_words_stay_words() {
        for (text, expected) in [
            ("한국", Some(("한국", true))),
            ("한국의", Some(("한국", true))),
            ("한국에서", Some(("한국", true))),
            ("한국+", None),
            ("한\u{640}의", Some(("한\u{640}의", true))),
            ("국가", Some(("국가", true))),
            ("회의", Some(("회의", true))),
            ("책", Some(("책", true))),
            ("LG는", Some(("LG", false))),
            ("LG전자", Some(("LG전자", true))),
            ("코로나19", None),
            ("word", None),
            ("", None),
        ] {
            assert_eq!(stem(text), expected, "{text}");
        }
    }
}
