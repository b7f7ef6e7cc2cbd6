//! The grapheme clusters of a text, found without a look into tables where that is possible: most of
//! what is drawn is ASCII, of which each character is a cluster of its own.

use unicode_segmentation::UnicodeSegmentation;

/// The clusters of a text, each with where it begins: those of
/// [`UnicodeSegmentation::grapheme_indices`].
pub(super) fn clusters(text: &str) -> Clusters<'_> {
    Clusters { text, at: 0 }
}

pub(super) struct Clusters<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (at, rest) = (self.at, &self.text[self.at..]);
        let cluster = match rest.as_bytes() {
            // Nothing joins two of these.
            [only] | [only, 0..0x80, ..] if is_plain(*only) => &rest[..1],
            _ => rest.graphemes(true).next()?,
        };
        self.at += cluster.len();
        Some((at, cluster))
    }
}

/// Whether a cluster is a character of ASCII that is drawn in one cell.
pub(super) fn is_plain_cluster(cluster: &str) -> bool {
    matches!(cluster.as_bytes(), [only] if is_plain(*only))
}

fn is_plain(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) {
        let expected: Vec<_> = text.grapheme_indices(true).collect();
        assert_eq!(clusters(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn characters_that_join_others_join_ascii_too() {
        for text in
            ["", "e\u{301}a", "\u{600}1a", "a\r\nb", "1\u{fe0f}\u{20e3}2", "🇦🇶x", "a\u{200d}b"]
        {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn clusters_are_those_of_unicode(
            text in "([ -~]{0,3}|\\PC|[\u{300}\u{600}\u{200d}\u{fe0f}🇦👩éक्षि한\r\n\t]){0,12}",
        ) {
            check(&text);
        }
    }
}
