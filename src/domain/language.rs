//! The language of an article.

use crate::query::{LANGUAGES, Tongue};

/// The language of an article, if it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ArticleLanguage(u8);

impl ArticleLanguage {
    /// Nobody knows it.
    pub const UNKNOWN: Self = Self(0);
    /// The numbers of all, and of the unknown one.
    pub const N: usize = LANGUAGES.len() + 1;

    /// That of a code such as `de`.
    pub fn of(code: &str) -> Self {
        let place = LANGUAGES.iter().position(|(known, _)| *known == code);
        Self(place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0))
    }

    /// That of a number that was kept.
    pub fn from_number(number: u8) -> Option<Self> {
        (usize::from(number) < Self::N).then_some(Self(number))
    }

    /// To be kept.
    pub fn number(self) -> u8 {
        self.0
    }

    pub fn code(self) -> Option<&'static str> {
        let place = usize::from(self.0).checked_sub(1)?;
        LANGUAGES.get(place).map(|(code, _)| *code)
    }

    /// By which its words have other forms.
    pub fn tongue(self) -> Tongue {
        Tongue::of_article(self.code())
    }
}
