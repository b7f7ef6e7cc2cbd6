//! Signs that belong to the word they are attached to: `C++`, `C#`, `.NET`, `AT&T`, `@name`, `$5`.
//!
//! A run of them is a word of its own next to the word it touches, so that `C++` is a phrase of two
//! and ordinary words stay as they are. A sign between spaces is punctuation. The star is not one
//! of them, since it has a meaning in queries.

/// Signs that can be stuck to a word on either side.
pub(super) fn is_sign(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '+' | '#' | '@' | '&' | '%' | '$');
    }
    matches!(c,
        '\u{a2}'..='\u{a5}' | '\u{2030}' | '\u{20a0}'..='\u{20c0}' | '\u{fdfc}'
        | '\u{ff03}'..='\u{ff06}' | '\u{ff0b}' | '\u{ff20}'
        | '\u{ffe0}' | '\u{ffe1}' | '\u{ffe5}' | '\u{ffe6}')
}

/// Whether `byte` may begin a sign in ASCII, the full stop of `.NET` among them.
pub(super) fn may_begin(byte: u8) -> bool {
    matches!(byte, b'+' | b'#' | b'@' | b'&' | b'%' | b'$' | b'.')
}

/// The form in which a sign is compared: of full and usual width, the usual.
pub(super) fn folded(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xff01 + u32::from('!')).unwrap_or(c)
        }
        '\u{ffe0}' => '¢',
        '\u{ffe1}' => '£',
        '\u{ffe5}' => '¥',
        '\u{ffe6}' => '₩',
        _ => c,
    }
}

/// Whether a mark at byte `at` stands inside a Hebrew acronym, before its last letter: gershayim,
/// typed as such or as a quote. A quote before more than one letter opens a quotation.
pub fn is_gershayim(text: &str, at: usize) -> bool {
    let is_letter = |c: char| matches!(c, '\u{5d0}'..='\u{5ea}');
    let is_point = |c: char| matches!(c, '\u{591}'..='\u{5c7}');
    let mut behind = text[at..].chars();
    let is_mark = behind.next().is_some_and(|c| matches!(c, '"' | '\u{5f4}' | '”' | '“'));
    let mut letters = behind.filter(|c| !is_point(*c));
    is_mark
        && text[..at].chars().rev().find(|c| !is_point(*c)).is_some_and(is_letter)
        && letters.next().is_some_and(is_letter)
        && !letters.next().is_some_and(is_letter)
}
