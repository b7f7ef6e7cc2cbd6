//! How long a text is, in words.

use unicode_normalization::char::is_combining_mark;

use crate::base::Clean;

/// Words in all paragraphs: runs of letters and digits, with the apostrophes inside them; each
/// ideograph and kana by itself, since their scripts put no spaces.
pub(super) fn count(paragraphs: &[Clean]) -> u32 {
    let n_words = paragraphs.iter().map(|paragraph| in_paragraph(paragraph)).sum::<usize>();
    u32::try_from(n_words).unwrap_or(u32::MAX)
}

fn in_paragraph(text: &str) -> usize {
    let mut n_words = 0;
    let mut is_inside = false;
    for c in text.chars() {
        if c.is_ascii() {
            let is_part = c.is_ascii_alphanumeric() || is_inside && c == '\'';
            n_words += usize::from(is_part && !is_inside);
            is_inside = is_part;
        } else if is_word_alone(c) {
            n_words += 1;
            is_inside = false;
        } else {
            let is_part = is_letter(c) || is_inside && is_link(c);
            n_words += usize::from(is_part && !is_inside);
            is_inside = is_part;
        }
    }
    n_words
}

/// The usual letters are told by range: the tables took half the time of reading a Persian text.
fn is_letter(c: char) -> bool {
    is_usual_letter(c) || !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric()
}

fn is_usual_letter(c: char) -> bool {
    matches!(c,
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}'
        | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3f5}' | '\u{3f7}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}' | '\u{904}'..='\u{939}'
        | '\u{e01}'..='\u{e30}' | '\u{ac00}'..='\u{d7a3}')
}

/// What may stand inside a word though it is not a letter.
fn is_link(c: char) -> bool {
    matches!(c, '\u{2019}' | '\u{200c}' | '\u{200d}') || is_combining_mark(c)
}

fn is_word_alone(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        for (text, expected) in [
            ("", 0),
            ("— … !", 0),
            ("Don't panic: it's only 42 words.", 6),
            ("Müller’s naïve café", 3),
            ("cafe\u{301}s", 1),
            ("日本語の記事 abc", 7),
            ("한국어 기사", 2),
            ("विश्वविद्यालय का", 2),
            ("نمی\u{200c}خواهم", 1),
        ] {
            assert_eq!(count(&[Clean::new(text)]), expected, "{text}");
        }
        assert_eq!(count(&[Clean::new("a b"), Clean::new("c")]), 3);
    }

    #[test]
    fn the_usual_letters_are_letters() {
        let wrong = ('\0'..=char::MAX).find(|&c| is_usual_letter(c) && !c.is_alphanumeric());
        assert_eq!(wrong, None);
    }
}
