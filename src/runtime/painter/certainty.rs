//! How certain it is that a terminal draws a cluster in as many cells as we count.

use ratatui::buffer::CellWidth;
use unicode_width::UnicodeWidthChar;

/// From what every terminal agrees on to what hardly two do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// One cell everywhere.
    Narrow,
    /// Two cells everywhere.
    Wide,
    /// One cell, or two where a terminal is set to the habits of East Asia: of old, also Greek and
    /// Cyrillic letters.
    Ambiguous,
    /// As many as the terminal happens to think: it counts characters, or clusters, or by an older
    /// Unicode.
    Unknown,
}

impl Certainty {
    pub(super) fn of(cluster: &str) -> Self {
        if cluster.len() == 1 {
            return Self::Narrow;
        }
        let mut characters = cluster.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return Self::Unknown;
        };
        match (character.width(), character.width_cjk()) {
            (Some(2), Some(2)) if character.is_alphanumeric() => Self::Wide,
            (Some(1), Some(2)) => Self::Ambiguous,
            (Some(1), Some(1)) if character.is_alphanumeric() => Self::Ambiguous,
            _ => Self::Unknown,
        }
    }
}

/// Whether a cluster of unknown width is part of a word: all of the word is then drawn at once, as
/// wide as the terminal likes, and only what follows it is put in its place.
pub(super) fn is_letter(cluster: &str) -> bool {
    cluster.chars().next().is_some_and(char::is_alphabetic)
}

/// Whether a cluster is a piece of a line or a box.
pub(super) fn is_line(cluster: &str) -> bool {
    // Drawn cell by cell: most are ASCII.
    cluster.len() != 1 && cluster.chars().all(|it| matches!(it, '\u{2500}'..='\u{259f}'))
}

/// The cells that a cluster takes by our count, at least one.
pub(super) fn cells(cluster: &str) -> usize {
    usize::from(cluster.cell_width().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_all_terminals_agree_on_is_certain() {
        for (cluster, expected) in [
            ("a", Certainty::Narrow),
            (" ", Certainty::Narrow),
            ("ק", Certainty::Ambiguous),
            ("港", Certainty::Wide),
            ("한", Certainty::Wide),
            ("é", Certainty::Ambiguous),
            ("Я", Certainty::Ambiguous),
            ("●", Certainty::Ambiguous),
            ("│", Certainty::Ambiguous),
            ("…", Certainty::Ambiguous),
            ("e\u{301}", Certainty::Unknown),
            ("स्त्री", Certainty::Unknown),
            ("நி", Certainty::Unknown),
            ("กี่", Certainty::Unknown),
            ("🐝", Certainty::Unknown),
            ("🇦🇶", Certainty::Unknown),
            ("⛴️", Certainty::Unknown),
        ] {
            assert_eq!(Certainty::of(cluster), expected, "{cluster}");
        }
    }
}
