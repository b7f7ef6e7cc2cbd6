//! What is wrong with a query, and what is worth saying of one that is right.

use std::fmt;

use super::{fields::QueryField, limits::NEAR_MAX, span::Span};
use crate::base::wording;

/// Why a part of a query cannot be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryMistake {
    NoWord,
    Minus,
    OpenQuote,
    EmptyQuotes,
    Star,
    /// A pattern with too few letters, or with several words.
    Pattern,
    /// `OR` and the like, as written, with nothing on that side.
    NothingLeft(&'static str),
    NothingRight(&'static str),
    OpenBracket,
    ExtraBracket,
    EmptyBrackets,
    TooDeep,
    TooLong,
    /// A field without a value.
    NoValue(QueryField),
    /// A value that the field does not know, and the nearest that it knows.
    BadValue(QueryField, String, Option<&'static str>),
    /// A group of sources that the settings do not have, and the nearest that they have.
    NoGroup(String, Option<String>),
    /// Sort or limit inside of something.
    NotOnTop(QueryField),
    Twice(QueryField),
    NotADay(String),
    /// Both readings of a day in numbers.
    TwoDays(String, String),
    Reversed,
    OpenRegex,
    EmptyRegex,
    Regex(String),
    /// A regular expression for the body.
    RegexWhere,
    /// Something other than words next to `NEAR`.
    NearWhat,
    /// A distance that is none.
    NearFar,
    /// Too few letters for so many differences.
    FuzzyShort,
    /// Words with digits, or of scripts without blanks.
    FuzzyWhat,
    FuzzyFar,
}

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{mistake}")]
pub struct QueryError {
    pub mistake: QueryMistake,
    /// Characters of the text before the mistake.
    pub column: usize,
}

impl fmt::Display for QueryMistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = match self {
            Self::NoWord => wording!("query-no-word"),
            Self::Minus => wording!("query-minus"),
            Self::OpenQuote => wording!("query-open-quote"),
            Self::EmptyQuotes => wording!("query-empty-quotes"),
            Self::Star => wording!("query-star"),
            Self::Pattern => wording!("query-pattern"),
            Self::OpenBracket => wording!("query-open-bracket"),
            Self::ExtraBracket => wording!("query-extra-bracket"),
            Self::EmptyBrackets => wording!("query-empty-brackets"),
            Self::TooDeep => wording!("query-too-deep"),
            Self::TooLong => wording!("query-too-long"),
            Self::Reversed => wording!("query-reversed"),
            Self::OpenRegex => wording!("query-open-regex"),
            Self::EmptyRegex => wording!("query-empty-regex"),
            Self::RegexWhere => wording!("query-regex-where"),
            Self::NearWhat => wording!("query-near-what"),
            Self::FuzzyShort => wording!("query-fuzzy-short"),
            Self::FuzzyWhat => wording!("query-fuzzy-what"),
            Self::FuzzyFar => wording!("query-fuzzy-far"),
            told => return f.write_str(&told.told()),
        };
        f.write_str(plain)
    }
}

impl QueryMistake {
    /// The text of one that says more than its name.
    fn told(&self) -> String {
        match self {
            Self::NothingLeft(operator) => wording!("query-nothing-left", operator = *operator),
            Self::NothingRight(operator) => wording!("query-nothing-right", operator = *operator),
            Self::NoValue(field) => wording!("query-no-value", field = field.name()),
            Self::BadValue(field, value, None) => {
                wording!("query-bad-value", field = field.name(), value = value)
            }
            Self::BadValue(field, value, Some(nearest)) => wording!(
                "query-bad-value-nearest",
                field = field.name(),
                value = value,
                nearest = *nearest
            ),
            Self::NoGroup(name, None) => wording!("query-no-group", name = name),
            Self::NoGroup(name, Some(nearest)) => {
                wording!("query-no-group-nearest", name = name, nearest = nearest)
            }
            Self::NotOnTop(field) => wording!("query-not-on-top", field = field.name()),
            Self::Twice(field) => wording!("query-twice", field = field.name()),
            Self::NotADay(text) => wording!("query-not-a-day", text = text),
            Self::TwoDays(one, two) => wording!("query-two-days", one = one, two = two),
            Self::Regex(why) => wording!("query-regex", why = why),
            Self::NearFar => wording!("query-near-far", most = NEAR_MAX as usize),
            // The others were said without being told anything.
            _ => String::new(),
        }
    }
}

/// Something worth saying of a query that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A word is looked for without signs that stand in it.
    Dropped { span: Span, text: String, kept: String },
    /// A name with a colon that is nearly one of a field, but is text.
    NearlyField { span: Span, name: String, meant: &'static str },
    /// `or` in small letters between words is a word.
    SmallOperator { span: Span, word: String },
    /// `source:(a b)` asks for articles that are in both.
    Both { span: Span, field: QueryField },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Dropped { text, kept, .. } => {
                wording!("note-dropped", text = text, kept = kept)
            }
            Self::NearlyField { meant, .. } => wording!("note-nearly-field", meant = *meant),
            Self::SmallOperator { word, .. } => {
                wording!("note-small-operator", word = word, operator = word.to_uppercase())
            }
            Self::Both { field, .. } => wording!("note-both", field = field.name()),
        })
    }
}
