//! Puts text that runs from right to left into the order in which cells are drawn (UAX #9).
//!
//! Lines are broken in the order of the text; then each line that is on the screen is reordered by
//! itself. Letters are joined by the terminal, not here.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level};
use unicode_bidi_mirroring::get_mirrored;

/// The number of characters in which the direction of a paragraph is searched for.
const DIRECTION_CHARACTERS: usize = 1000;

/// Whether the first letter that has a direction runs from right to left. Looks no further than
/// that letter: it is asked for each line drawn, and a paragraph may have megabytes.
pub fn is_rtl(text: &str) -> bool {
    let mut characters = text.chars().take(DIRECTION_CHARACTERS);
    let is_rtl = characters.find_map(|it| match it {
        'a'..='z' | 'A'..='Z' => Some(false),
        // No other character of ASCII has a direction, and none needs the table.
        '\0'..='\x7f' => None,
        _ => match unicode_bidi::bidi_class(it) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        },
    });
    is_rtl.unwrap_or(false)
}

/// The level of each byte of `text`, which is a part of a paragraph that begins in the direction
/// told; nothing where all of it is drawn as it stands.
pub(super) fn levels(text: &str, is_rtl: bool) -> Option<Vec<Level>> {
    if !is_rtl && !may_be_rtl(text) {
        return None;
    }
    let base = if is_rtl { Level::rtl() } else { Level::ltr() };
    let levels = BidiInfo::new(text, Some(base)).levels;
    levels.iter().any(|level| *level != Level::ltr()).then_some(levels)
}

/// The places of what has these levels, in the order in which they are drawn.
pub(super) fn order(levels: &[Level]) -> Vec<usize> {
    BidiInfo::reorder_visual(levels)
}

/// Clusters with where they begin, in the order in which they are drawn; `levels` are those of the
/// bytes of the text.
pub(super) fn ordered<'a>(
    mut clusters: Vec<(usize, Cow<'a, str>)>,
    levels: &[Level],
) -> Vec<(usize, Cow<'a, str>)> {
    let level = |at: usize| levels.get(at).copied().unwrap_or_else(Level::ltr);
    let own: Vec<_> = clusters.iter().map(|(at, _)| level(*at)).collect();
    let take = |place: usize| {
        let (at, cluster) = std::mem::take(clusters.get_mut(place)?);
        let turned = mirrored(&cluster, level(at)).into_owned();
        Some((at, Cow::Owned(turned)))
    };
    order(&own).into_iter().filter_map(take).collect()
}

/// `cluster` as it is drawn at `level`: brackets open the other way from right to left.
pub(super) fn mirrored(cluster: &str, level: Level) -> Cow<'_, str> {
    let mut characters = cluster.chars();
    match characters.next().and_then(get_mirrored) {
        Some(mirror) if level.is_rtl() => {
            let mut turned = mirror.to_string();
            turned.extend(characters);
            Cow::Owned(turned)
        }
        _ => Cow::Borrowed(cluster),
    }
}

/// Whether a letter may run from right to left: all that do are U+0590 or above.
fn may_be_rtl(text: &str) -> bool {
    text.bytes().any(|byte| 0xd6 <= byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_with_a_direction_decides() {
        for (text, expected) in [
            ("שלום", true),
            ("12: مرحبا x", true),
            ("«שלום» said", true),
            ("a שלום", false),
            ("漢字 שלום", false),
            ("123 …", false),
        ] {
            assert_eq!(is_rtl(text), expected, "{text}");
        }
    }

    #[test]
    fn text_without_such_letters_needs_no_order() {
        assert_eq!(levels("Déjà 漢字 👩‍👩‍👧‍👦", false), None);
        assert!(levels("ב", false).is_some() && levels("abc", true).is_some());
    }
}
