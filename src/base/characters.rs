//! What kind of trouble a character can make on a terminal.
//!
//! Written as ranges by hand rather than drawn from a table of categories: the question is not
//! what Unicode calls a character but what a screen does with it.

use unicode_normalization::char::is_combining_mark;

/// What becomes of a character when text is cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Stays as it is.
    Plain,
    /// Expanded to spaces.
    Tab,
    /// Stands for something else that is harmless.
    Becomes(char, Danger),
    /// Invisible; left out.
    Dropped(Danger),
    /// Adds itself to the character before it: bounded.
    Mark,
    /// U+200D: joins emoji, shapes letters of some scripts.
    Joiner,
    /// U+200C: keeps letters of some scripts apart.
    NonJoiner,
    /// Chooses the look of the character before it.
    Selector,
}

/// Whether a character is counted as a sign of damage or of malice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Danger {
    /// Ordinary texts contain it: soft hyphens, marks of direction, byte order marks.
    Ordinary,
    Counted,
}

/// Whether a byte is a whole character that needs no second look: ASCII without controls.
pub(super) fn is_plain_ascii(byte: u8) -> bool {
    (0x20..0x7f).contains(&byte)
}

/// Whether a character stays as it is where text is cleaned, alone or with those around it.
pub(super) fn is_shown(c: char) -> bool {
    !matches!(class_of(c), Class::Tab | Class::Becomes(..) | Class::Dropped(_))
}

pub(super) fn class_of(c: char) -> Class {
    use Class::{Becomes, Dropped, Joiner, Mark, NonJoiner, Plain, Selector, Tab};
    use Danger::{Counted, Ordinary};
    match c {
        '\t' => Tab,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' => Plain,
        '\0'..='\u{1f}' => Becomes(picture(c), Counted),
        '\u{7f}' => Becomes('\u{2421}', Counted),
        // Newlines of other systems; they separate, so a space does too.
        '\u{85}' | '\u{2028}' | '\u{2029}' => Becomes(' ', Ordinary),
        '\u{80}'..='\u{9f}' => Becomes(windows_letter(c), Counted),
        '\u{ad}' => Dropped(Ordinary),
        _ if is_common_letter(c) => Plain,
        _ if is_deceptive(c) => Dropped(Counted),
        _ if is_invisible(c) => Dropped(Ordinary),
        '\u{200c}' => NonJoiner,
        '\u{200d}' => Joiner,
        '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180d}' | '\u{180f}' => Selector,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Becomes(char::REPLACEMENT_CHARACTER, Ordinary),
        _ if is_mark(c) => Mark,
        _ => Plain,
    }
}

/// The picture that Unicode has for a control character below the space.
fn picture(c: char) -> char {
    char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// What a control character between U+0080 and U+009F was before somebody took Windows-1252 for
/// Latin-1: the quotes and dashes that browsers show for it. Five of them were nothing.
fn windows_letter(c: char) -> char {
    const LETTERS: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
        '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
        '\u{fffd}', 'ž', 'Ÿ',
    ];
    let nth = u32::from(c).wrapping_sub(0x80) as usize;
    LETTERS.get(nth).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Letters and signs that most texts outside Latin are made of, so that they are classified without
/// the tables: three times as fast for Arabic.
fn is_common_letter(c: char) -> bool {
    matches!(c,
        '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{66f}' | '\u{671}'..='\u{6d5}'
        | '\u{904}'..='\u{939}' | '\u{e01}'..='\u{e30}' | '\u{2010}'..='\u{2027}'
        | '\u{20a0}'..='\u{20c0}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff9d}')
}

/// Characters that turn the rest of the row around, hide a message, or cannot be.
fn is_deceptive(c: char) -> bool {
    matches!(c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Characters without a shape of their own, beside those that are counted.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{34f}' // joins marks, invisibly
        | '\u{61c}' | '\u{200e}' | '\u{200f}' // marks of direction
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // blank letters
        | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{feff}' | '\u{fff0}'..='\u{fff8}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0080}'..='\u{e0fff}')
}

/// Whether `c` lands in the cell of the character before it.
fn is_mark(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c,
            '\u{e33}' | '\u{eb3}' // vowels of Thai and Lao written behind
            | '\u{1161}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}' // inner and last jamo
            | '\u{ff9e}' | '\u{ff9f}' // halfwidth voicing
            | '\u{1f3fb}'..='\u{1f3ff}') // skin tones
}

/// Whether `c` makes one cluster with `last` before it though neither is a mark: first jamo, and
/// signs that enclose the number after them.
pub(super) fn chains(last: char, c: char) -> bool {
    let is_first_jamo = |c| matches!(c, '\u{1100}'..='\u{115e}' | '\u{a960}'..='\u{a97c}');
    is_first_jamo(last) && is_first_jamo(c) || is_prefix(last) && is_prefix(c)
}

fn is_prefix(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{d4e}' | '\u{110bd}' | '\u{110cd}' | '\u{111c2}' | '\u{111c3}' | '\u{113d1}'
        | '\u{1193f}' | '\u{11941}' | '\u{11a3a}' | '\u{11a84}'..='\u{11a89}' | '\u{11d46}'
        | '\u{11f02}')
}

/// Signs that tie the next consonant into the same cluster.
pub(super) fn is_linker(c: char) -> bool {
    matches!(
        c,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
            | '\u{1039}'
            | '\u{17d2}'
            | '\u{1a60}'
            | '\u{1b44}'
            | '\u{1bab}'
            | '\u{a9c0}'
            | '\u{aaf6}'
            | '\u{10a3f}'
            | '\u{11133}'
            | '\u{113d0}'
            | '\u{1193e}'
            | '\u{11a47}'
            | '\u{11a99}'
            | '\u{11f42}'
    )
}

/// Whether `c` is of a script whose letters joiners shape: Arabic and its kin, the scripts of
/// India and their kin, Mongolian.
pub(super) fn is_joining_script(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{18af}' | '\u{1a20}'..='\u{1aad}' | '\u{1b00}'..='\u{1bbf}'
        | '\u{a840}'..='\u{a9df}' | '\u{aa60}'..='\u{aaff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10a00}'..='\u{11fff}')
}

/// Whether `c` may stand on either side of a joiner in a composed emoji.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{24c2}'
        | '\u{25aa}'..='\u{27bf}' | '\u{2934}' | '\u{2935}' | '\u{2b05}'..='\u{2b55}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1f1e5}' | '\u{1f200}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}')
}

/// Whether an emoji may end in `c`, so that a joiner after it makes sense.
pub(super) fn ends_pictograph(c: char) -> bool {
    is_pictograph(c) || matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_letters_need_no_second_look() {
        let wrong = ('\0'..=char::MAX).find(|&c| {
            is_common_letter(c)
                && (is_deceptive(c) || is_invisible(c) || is_mark(c) || c.is_control())
        });
        assert_eq!(wrong, None);
    }

    #[test]
    fn what_chains_or_joins_is_plain_itself() {
        let wrong = ('\0'..=char::MAX)
            .find(|&c| (is_prefix(c) || is_pictograph(c)) && class_of(c) != Class::Plain);
        assert_eq!(wrong, None);
    }
}
