//! Other forms of a word: `election` finds `elections`, `said` finds `says`.
//!
//! The index has no stems. A word's forms are looked up in its dictionary: all of them begin with the
//! stem, but for the letters that endings change, so that a short range of terms holds them; each is
//! kept if its own stem is the same. What is irregular stands in a table.

mod irregular;

use frostem::{Algorithm, Stemmer};

use crate::base::language;

/// Words of fewer letters would lead through half of the dictionary.
const LEAST_LETTERS: usize = 3;

/// The languages whose endings are known.
static TONGUES: [(&str, Algorithm); 16] = [
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
];

/// The language by whose endings the words of an article have other forms; of some, nobody knows
/// them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Tongue(Option<&'static str>);

impl Tongue {
    /// Words are only themselves.
    pub const NONE: Self = Self(None);

    /// The language of a code such as `de`.
    pub fn of(code: &str) -> Self {
        Self(TONGUES.iter().find(|(known, _)| *known == code).map(|(known, _)| *known))
    }

    /// That of the interface.
    pub fn spoken() -> Self {
        Self::of(language::spoken().language.tag)
    }

    /// That of an article by the code of its language; if nobody knows it, that of the interface.
    pub fn of_article(code: Option<&str>) -> Self {
        code.map_or_else(Self::spoken, Self::of)
    }

    /// The forms of a folded word.
    pub fn forms(self, word: &str) -> Option<Forms> {
        Forms::of(word, self.0?)
    }

    /// Whether words that are not names begin with a capital, too.
    pub(super) fn has_capital_nouns(self) -> bool {
        self.0 == Some("de")
    }
}

/// The forms of one word.
pub struct Forms {
    word: String,
    stemmer: Stemmer,
    stem: String,
    start: String,
    irregular: Vec<&'static str>,
}

impl Forms {
    /// The forms of a folded word in a language, by its code; `None` of words that have none, and
    /// of languages that nobody knows the endings of.
    ///
    /// ```
    /// use dateline::query::stems::Forms;
    /// let forms = Forms::of("countries", "en").unwrap();
    /// assert_eq!(forms.start(), "countr");
    /// assert!(forms.has("country") && !forms.has("countryside"));
    /// ```
    pub fn of(word: &str, language: &str) -> Option<Self> {
        let is_word = word.chars().all(char::is_alphabetic);
        if !is_word || word.chars().count() < LEAST_LETTERS {
            return None;
        }
        let stemmer = Stemmer::new(algorithm(language)?);
        let stem = stemmer.stem(word).into_owned();
        if stem.chars().count() < LEAST_LETTERS - 1 {
            return None;
        }
        let start = start_of(&stem).to_owned();
        let irregular = match language {
            "en" => irregular::forms(word, |other| {
                other.starts_with(&start) && stemmer.stem(other) == stem
            }),
            _ => Vec::new(),
        };
        Some(Self { stemmer, stem, start, irregular, word: word.to_owned() })
    }

    /// What all forms begin with, but for the irregular ones.
    pub fn start(&self) -> &str {
        &self.start
    }

    /// Forms that begin otherwise, or have another stem.
    pub fn irregular(&self) -> &[&'static str] {
        &self.irregular
    }

    /// Whether a folded word is a form of this one, itself among them.
    pub fn has(&self, term: &str) -> bool {
        term == self.word
            || self.irregular.contains(&term)
            || (term.starts_with(&self.start) && self.stemmer.stem(term) == self.stem)
    }
}

/// The part of a stem that endings leave alone: `countri` and `country`, `mak` and `make`, `possibl`
/// and `possibility`.
fn start_of(stem: &str) -> &str {
    let cut = match stem {
        _ if stem.ends_with("ie") => stem,
        _ if stem.ends_with(['i', 'e']) => &stem[..stem.len() - 1],
        _ if stem.ends_with("bl") => &stem[..stem.len() - 1],
        _ => stem,
    };
    if cut.chars().count() < LEAST_LETTERS - 1 { stem } else { cut }
}

fn algorithm(language: &str) -> Option<Algorithm> {
    TONGUES.iter().find(|(code, _)| *code == language).map(|(_, algorithm)| *algorithm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found_in_the_range_that_is_walked() {
        for (word, other) in [
            ("election", "elections"),
            ("elections", "election"),
            ("country", "countries"),
            ("policies", "policy"),
            ("making", "make"),
            ("makes", "making"),
            ("possible", "possibly"),
            ("vote", "voting"),
            ("dying", "die"),
            ("lie", "lying"),
            ("skies", "sky"),
            ("said", "say"),
            ("says", "said"),
            ("men", "man"),
            ("children", "child"),
            ("crises", "crisis"),
            ("won", "winning"),
            ("led", "leads"),
        ] {
            let forms = Forms::of(word, "en").unwrap();
            assert!(forms.has(other), "{word}: {other}");
            let is_reached = other.starts_with(forms.start()) || forms.irregular().contains(&other);
            assert!(is_reached, "{word}: {other} is not in the range {}", forms.start());
        }
    }

    #[test]
    fn other_words_are_no_forms_and_short_ones_have_none() {
        let forms = Forms::of("election", "en").unwrap();
        for word in ["elector", "ejection", "selection"] {
            assert!(!forms.has(word), "{word}");
        }
        assert!(Forms::of("go", "en").is_none() && Forms::of("a", "en").is_none());
        assert!(Forms::of("covid19", "en").is_none() && Forms::of("東京都", "ja").is_none());
        assert!(Forms::of("valstybė", "lt").is_none());
    }

    #[test]
    fn endings_are_those_of_the_language_and_folded_words_have_them_too() {
        for (language, word, other) in [
            ("de", "zeitung", "zeitungen"),
            ("de", "wahlen", "wahl"),
            ("fr", "elections", "election"),
            ("es", "elecciones", "eleccion"),
            ("ru", "выборы", "выборов"),
            ("it", "governo", "governi"),
            ("sv", "tidning", "tidningar"),
        ] {
            let forms = Forms::of(word, language).unwrap();
            assert!(forms.has(other) && other.starts_with(forms.start()), "{word} {other}");
        }
    }
}
