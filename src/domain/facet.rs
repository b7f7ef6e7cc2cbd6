//! Facets: the sources, folders, times, languages, states and lengths of articles, each with its
//! number of articles.

use super::Mark;
use crate::base::{Clean, wording};

/// The facts that tell articles apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetKind {
    /// By outlet; an article counts for each outlet that has a place of it.
    Source,
    /// By folder, with everything below it.
    Folder,
    Year,
    Month,
    Language,
    State,
    /// By classes of the number of words.
    Length,
}

/// A kind with the values that some articles have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    pub kind: FacetKind,
    /// Those with most articles first, years and months the newest first, lengths and states in
    /// their own order.
    pub values: Vec<FacetValue>,
    /// There may be more than were asked for.
    pub n_values: usize,
}

/// Articles that have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// As a query takes it after the name of [`FacetKind::field`].
    pub value: Clean,
    pub n_hits: usize,
    pub n_unread: usize,
    /// Its hits in equal parts of the time of most hits ([`super::bulk`]); empty unless it was asked
    /// for.
    pub sparkline: Vec<u32>,
}

/// What an article is, by its marks and its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Unread,
    Read,
    Starred,
    Changed,
    Undated,
    /// It is in several files.
    Copy,
    Damaged,
}

/// Classes of lengths: words from the first of them on, up to the next.
pub const LENGTHS: [u32; 6] = [0, 100, 300, 600, 1000, 2000];

/// The value of articles that have none.
const NONE: &str = "none";

impl FacetKind {
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Folder,
        Self::Year,
        Self::Month,
        Self::Language,
        Self::State,
        Self::Length,
    ];

    /// The field of the query that a value belongs to.
    pub fn field(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Folder => "path",
            Self::Year | Self::Month => "date",
            Self::Language => "lang",
            Self::State => "is",
            Self::Length => "words",
        }
    }

    /// Its heading.
    pub fn said(self) -> &'static str {
        match self {
            Self::Source => wording!("facet-source"),
            Self::Folder => wording!("facet-folder"),
            Self::Year => wording!("facet-year"),
            Self::Month => wording!("facet-month"),
            Self::Language => wording!("facet-language"),
            Self::State => wording!("facet-state"),
            Self::Length => wording!("facet-length"),
        }
    }

    /// A value as people read it.
    pub fn said_value(self, value: &Clean) -> Clean {
        match (self, value.as_str()) {
            (Self::Year | Self::Month, NONE) => wording!("facet-undated").into(),
            (Self::Language, NONE) => wording!("facet-unknown").into(),
            (_, "") => wording!("facet-none").into(),
            (Self::State, name) => {
                let state = State::ALL.into_iter().find(|state| state.name() == name);
                state.map_or_else(|| value.clone(), |state| state.said().into())
            }
            (Self::Length, _) => said_length(value).unwrap_or_else(|| value.clone()),
            _ => value.clone(),
        }
    }

    /// The value of articles without a date, or of an unknown language.
    pub fn none() -> Clean {
        NONE.into()
    }
}

impl State {
    pub const ALL: [Self; 7] = [
        Self::Unread,
        Self::Read,
        Self::Starred,
        Self::Changed,
        Self::Undated,
        Self::Copy,
        Self::Damaged,
    ];

    /// As a query says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Read => "read",
            Self::Starred => "starred",
            Self::Changed => "changed",
            Self::Undated => "undated",
            Self::Copy => "copy",
            Self::Damaged => "damaged",
        }
    }

    /// As people read it.
    pub fn said(self) -> &'static str {
        match self {
            Self::Unread => Mark::Read.said(false),
            Self::Read => Mark::Read.said(true),
            Self::Starred => Mark::Starred.said(true),
            Self::Changed => Mark::Changed.said(true),
            Self::Undated => wording!("facet-undated"),
            Self::Copy => wording!("facet-copy"),
            Self::Damaged => wording!("facet-damaged"),
        }
    }
}

/// The class of a number of words.
pub fn length_class(n_words: u32) -> usize {
    LENGTHS.partition_point(|first| *first <= n_words).saturating_sub(1)
}

/// A class of lengths as a query takes it: `..99`, `100..299`, `2000..`.
pub fn written_length(class: usize) -> String {
    let first = LENGTHS.get(class).copied().unwrap_or(0);
    let last = LENGTHS.get(class + 1).map(|next| next - 1);
    match (first, last) {
        (0, Some(last)) => format!("..{last}"),
        (first, Some(last)) => format!("{first}..{last}"),
        (first, None) => format!("{first}.."),
    }
}

fn said_length(written: &str) -> Option<Clean> {
    let (first, last) = written.split_once("..")?;
    let number = |text: &str| text.parse::<usize>().ok();
    Some(Clean::new(&match (number(first), number(last)) {
        (None, Some(last)) => wording!("facet-words-under", n = last + 1),
        (Some(first), None) => wording!("facet-words-from", n = first),
        (Some(first), Some(last)) => wording!("facet-words", first = first, last = last),
        (None, None) => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_words_is_in_the_class_that_its_query_finds() {
        for n_words in (0..2_500).chain([u32::MAX]) {
            let written = written_length(length_class(n_words));
            let (first, last) = written.split_once("..").unwrap();
            assert!(first.parse().unwrap_or(0) <= n_words, "{written} {n_words}");
            assert!(n_words <= last.parse().unwrap_or(u32::MAX), "{written} {n_words}");
        }
        let said = |class| FacetKind::Length.said_value(&Clean::new(&written_length(class)));
        assert_eq!(said(0).as_str(), "under 100 words");
        assert_eq!(said(1).as_str(), "100 to 299 words");
        assert_eq!(said(5).as_str(), "2,000 words or more");
    }
}
