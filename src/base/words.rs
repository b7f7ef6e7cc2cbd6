//! Words as the search sees them: where they begin and end, and their folded form.
//!
//! Index, query and highlighter all cut text here, so that what was found is what is shown. A word
//! is a run of letters, digits and the marks on them; case, accents and width do not count. Scripts
//! without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) are cut into overlapping
//! pairs of characters and the last character alone: so any part of such a run can be found: one
//! character as the beginning of a pair, several as consecutive pairs.
//!
//! Apostrophes, of which there are many, all stand between words; `signs` attached to a word are
//! words of their own; gershayim inside a Hebrew acronym are ignored. Hangul ends where other
//! letters begin, since particles follow foreign words without a space.
//!
//! A change to the words produced here makes every index stale: raise `index::FORMAT` with it.

use std::{iter, ops::Range, sync::LazyLock};

use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

use super::signs;

/// Folded words longer than this, in bytes, are cut: they are encoded data, not language.
pub const WORD_MAX_BYTES: usize = 100;

/// Signs in a run that are compared.
const SIGNS_MAX: usize = 8;

/// What a piece of text is a piece of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word between blanks or punctuation.
    Word,
    /// Signs that touch a word.
    Sign,
    /// Two neighbours in a script without blanks; the second one begins at this byte of the text.
    Pair { second: usize },
    /// The last character of a run in a script without blanks.
    Last,
}

/// Where a word lies in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Bytes of the text; pairs overlap.
    pub range: Range<usize>,
    pub kind: Kind,
}

/// Cuts a text into words, front to back. See [`each_word`] for the short form.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    /// Where the last word that counted ended; 0 before the first.
    word_end: usize,
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, word_end: 0 }
    }

    /// Finds the next word and leaves its folded form in `folded`, whose old content goes.
    /// `None` at the end of the text; the folded form is never empty.
    pub fn read(&mut self, folded: &mut String) -> Option<Cut> {
        loop {
            folded.clear();
            let start = self.skip_to_word()?;
            let cut = match class_at(self.text, start) {
                Class::Unspaced => self.read_pair(start, folded),
                Class::Letter => self.read_word(start, folded),
                Class::Other | Class::Mark => self.read_sign(start, folded),
            };
            if !folded.is_empty() {
                if cut.kind != Kind::Sign {
                    self.word_end = self.at;
                }
                return Some(cut);
            }
        }
    }

    fn skip_to_word(&mut self) -> Option<usize> {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let is_idle = |byte: &&u8| {
                byte.is_ascii() && !byte.is_ascii_alphanumeric() && !signs::may_begin(**byte)
            };
            let n_idle = rest.iter().take_while(is_idle).count();
            self.at += n_idle;
            // Most words are ASCII, of which nothing has to be looked up.
            if rest.get(n_idle).is_some_and(u8::is_ascii_alphanumeric) {
                return Some(self.at);
            }
            let c = self.text[self.at..].chars().next()?;
            if Entry::of(c).class().starts_a_word() || 0 < self.sign_length() {
                return Some(self.at);
            }
            self.at += c.len_utf8();
        }
    }

    /// The bytes of the signs that stand here and touch a word; 0 where none do. Marks and letters
    /// that count for nothing are not a word.
    fn sign_length(&self) -> usize {
        let (before, rest) = self.text.split_at(self.at);
        let last = before.chars().next_back();
        let follows = 0 < self.at && self.at == self.word_end;
        if let Some(word) = rest.strip_prefix('.') {
            let is_begun = !follows && last != Some('.');
            let is_name = word.starts_with(char::is_alphabetic) && begins_a_word(word);
            return usize::from(is_begun && is_name);
        }
        let length = rest.find(|c| !signs::is_sign(c)).unwrap_or(rest.len());
        // Only the whole run touches what is before it.
        let is_whole = !last.is_some_and(signs::is_sign);
        let leads = || begins_a_word(&rest[length..]);
        if is_whole && (follows || leads()) { length } else { 0 }
    }

    fn read_sign(&mut self, start: usize, folded: &mut String) -> Cut {
        let length = self.sign_length().max(1);
        let run = self.text.get(start..start + length).unwrap_or_default();
        folded.extend(run.chars().take(SIGNS_MAX).map(signs::folded));
        self.at = start + length;
        Cut { range: start..self.at, kind: Kind::Sign }
    }

    fn read_word(&mut self, start: usize, folded: &mut String) -> Cut {
        let bytes = self.text.as_bytes();
        let is_korean = self.text[start..].starts_with(is_hangul);
        loop {
            if !is_korean {
                let run = bytes[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
                let (from, end) = (folded.len(), self.at + run.count());
                folded.push_str(&self.text[self.at..end]);
                folded[from..].make_ascii_lowercase();
                self.at = end;
            }
            // No other character of ASCII is part of a word, but for gershayim typed as a quote.
            if bytes.get(self.at).is_some_and(|byte| byte.is_ascii() && *byte != b'"') {
                break;
            }
            let Some(c) = self.text[self.at..].chars().next() else { break };
            let entry = Entry::of(c);
            if !matches!(entry.class(), Class::Letter | Class::Mark) {
                if !folded.is_empty() && signs::is_gershayim(self.text, self.at) {
                    self.at += c.len_utf8();
                    continue;
                }
                break;
            }
            if entry.class() == Class::Letter && is_hangul(c) != is_korean {
                break;
            }
            // After letters that count for nothing, a mark has nothing to stand on.
            if entry.class() == Class::Letter || !folded.is_empty() {
                entry.push_folded(c, folded);
            }
            self.at += c.len_utf8();
        }
        if WORD_MAX_BYTES < folded.len() {
            let end = (0..=WORD_MAX_BYTES).rev().find(|end| folded.is_char_boundary(*end));
            folded.truncate(end.unwrap_or(0));
        }
        Cut { range: start..self.at, kind: Kind::Word }
    }

    fn read_pair(&mut self, start: usize, folded: &mut String) -> Cut {
        let second = read_unspaced(self.text, start, folded);
        self.at = second;
        if class_at(self.text, second) != Class::Unspaced {
            return Cut { range: start..second, kind: Kind::Last };
        }
        let end = read_unspaced(self.text, second, folded);
        Cut { range: start..end, kind: Kind::Pair { second } }
    }
}

/// Calls `visit` with each word of `text` and its folded form, front to back.
///
/// ```
/// use dateline::base::words::each_word;
/// let mut folded = Vec::new();
/// each_word("Don't drink CAFÉ 東京都", |_, word| folded.push(word.to_owned()));
/// assert_eq!(folded, ["don", "t", "drink", "cafe", "東京", "京都", "都"]);
/// ```
pub fn each_word(text: &str, mut visit: impl FnMut(Cut, &str)) {
    let (mut words, mut folded) = (Words::new(text), String::new());
    while let Some(cut) = words.read(&mut folded) {
        visit(cut, &folded);
    }
}

/// The words of `text` with their folded forms, each in its own string.
pub fn words(text: &str) -> impl Iterator<Item = (Cut, String)> {
    let mut words = Words::new(text);
    iter::from_fn(move || {
        let mut folded = String::new();
        words.read(&mut folded).map(|cut| (cut, folded))
    })
}

/// `text` from its first word to its last, without what counts for nothing around them.
pub fn worded(text: &str) -> &str {
    let (mut words, mut folded) = (Words::new(text), String::new());
    let Some(first) = words.read(&mut folded) else { return "" };
    let mut end = first.range.end;
    while let Some(cut) = words.read(&mut folded) {
        end = cut.range.end;
    }
    &text[first.range.start..end]
}

/// One character of a script without blanks, with the marks that follow it; returns its end.
fn read_unspaced(text: &str, start: usize, folded: &mut String) -> usize {
    let mut end = start;
    for c in text[start..].chars() {
        let entry = Entry::of(c);
        if start < end && entry.class() != Class::Mark {
            break;
        }
        entry.push_folded(c, folded);
        end += c.len_utf8();
    }
    end
}

/// Whether a word begins here that is left with a letter when it is folded.
fn begins_a_word(text: &str) -> bool {
    let mut entries = text.chars().map(Entry::of).enumerate();
    let counted = entries.find(|(nth, entry)| match entry.class() {
        Class::Other => true,
        Class::Mark => *nth == 0,
        Class::Letter | Class::Unspaced => !entry.is_dropped(),
    });
    counted.is_some_and(|(_, entry)| entry.class().starts_a_word())
}

fn class_at(text: &str, at: usize) -> Class {
    text[at..].chars().next().map_or(Class::Other, |c| Entry::of(c).class())
}

/// How a character takes part in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Letter,
    /// Continues a word, begins none.
    Mark,
    /// A letter of a script without blanks between words.
    Unspaced,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            // Whatever serves as an apostrophe is one sign, also where Unicode has it for a letter.
            _ if is_apostrophe_letter(c) => Self::Other,
            // Soft hyphen and the joiners, seen or not, are inside a word; so are the voicing
            // marks of kana, full and half width.
            '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}'
            | '\u{ff9f}' => Self::Mark,
            _ if is_unspaced(c) && (c.is_alphanumeric() || is_combining_mark(c)) => Self::Unspaced,
            _ if c.is_alphanumeric() => Self::Letter,
            _ if is_combining_mark(c) => Self::Mark,
            _ => Self::Other,
        }
    }

    fn starts_a_word(self) -> bool {
        matches!(self, Self::Letter | Self::Unspaced)
    }
}

fn is_apostrophe_letter(c: char) -> bool {
    matches!(c, '\u{2b9}' | '\u{2bb}'..='\u{2bf}' | '\u{2c8}' | '\u{2ca}'..='\u{2cb}' | '\u{2ee}'
        | '\u{374}' | '\u{55a}' | '\u{5f3}' | '\u{7f4}' | '\u{7f5}' | '\u{a78b}' | '\u{a78c}'
        | '\u{ff07}')
}

/// Letters of Korean, whole or in parts.
fn is_hangul(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11ff | 0x3131..=0x318e | 0xa960..=0xa97c | 0xac00..=0xd7fb | 0xffa0..=0xffdc)
}

fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0e01..=0x0e4e // Thai, but its digits
        | 0x0e81..=0x0ece | 0x0edc..=0x0edf // Lao, but its digits
        | 0x1000..=0x103f | 0x1050..=0x108f | 0x109a..=0x109d // Burmese, but its digits
        | 0xa9e0..=0xa9ef | 0xa9fa..=0xa9fe | 0xaa60..=0xaa7f
        | 0x1780..=0x17dd // Khmer, but its digits
        | 0x3005..=0x3007 | 0x3041..=0x312f | 0x31a0..=0x31bf | 0x31f0..=0x31ff // kana, bopomofo
        | 0x3038..=0x303a | 0x3192..=0x3195 | 0x3220..=0x3229 | 0x3280..=0x3289 // fold to Han
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0xff66..=0xff9d // Han
        | 0x1_aff0..=0x1_b16f | 0x2_0000..=0x3_23af)
}

/// The class of a character and what it folds to, in one number: the class in the high byte, a
/// character, [`DROPPED`] or [`SEVERAL`] in the low three.
#[derive(Clone, Copy)]
struct Entry(u32);

const DROPPED: u32 = 0;
const SEVERAL: u32 = 0xff_ffff;
/// Characters below this are looked up: all the alphabets but the rarest, and kana.
const TABLE_END: u32 = 0x3400;

static TABLE: LazyLock<Vec<Entry>> =
    LazyLock::new(|| (0..TABLE_END).filter_map(char::from_u32).map(Entry::compute).collect());

impl Entry {
    fn of(c: char) -> Self {
        match u32::from(c) {
            number @ 0..TABLE_END => TABLE[number as usize],
            // Hangul syllables and unified Han fold to themselves.
            number @ 0xac00..=0xd7a3 => Self::pack(Class::Letter, number),
            number @ (0x3400..=0x4dbf | 0x4e00..=0x9fff) => Self::pack(Class::Unspaced, number),
            _ => Self::compute(c),
        }
    }

    fn compute(c: char) -> Self {
        let class = Class::of(c);
        if class == Class::Other {
            return Self::pack(class, DROPPED);
        }
        let (mut first, mut n_folded) = (DROPPED, 0);
        fold(c, |folded| {
            first = u32::from(folded);
            n_folded += 1;
        });
        Self::pack(class, if 1 < n_folded { SEVERAL } else { first })
    }

    fn pack(class: Class, folded: u32) -> Self {
        Self((class as u32) << 24 | folded)
    }

    fn class(self) -> Class {
        match self.0 >> 24 {
            1 => Class::Letter,
            2 => Class::Mark,
            3 => Class::Unspaced,
            _ => Class::Other,
        }
    }

    /// Whether nothing is left of it.
    fn is_dropped(self) -> bool {
        self.0 & SEVERAL == DROPPED
    }

    fn push_folded(self, c: char, out: &mut String) {
        match self.0 & SEVERAL {
            DROPPED => {}
            SEVERAL => fold(c, |folded| push_composed(folded, out)),
            number => char::from_u32(number).into_iter().for_each(|c| push_composed(c, out)),
        }
    }
}

/// Appends a character; letters of Hangul and voicing marks melt into the character before, so
/// that text comes out the same however it was composed.
fn push_composed(c: char, out: &mut String) {
    if matches!(c, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' | '\u{3099}' | '\u{309a}')
        && let Some(whole) = out.chars().next_back().and_then(|last| compose(last, c))
    {
        out.pop();
        out.push(whole);
        return;
    }
    out.push(c);
}

fn fold(c: char, mut emit: impl FnMut(char)) {
    decompose_compatible(c, |part| {
        for lower in part.to_lowercase().filter(|lower| !is_accent(*lower)) {
            match lower {
                'ß' => ['s', 's'].into_iter().for_each(&mut emit),
                'æ' => ['a', 'e'].into_iter().for_each(&mut emit),
                'œ' => ['o', 'e'].into_iter().for_each(&mut emit),
                _ if Class::of(lower) == Class::Other => {}
                _ => emit(plain(lower)),
            }
        }
    });
}

/// Letters that are variants of another one but do not decompose into it.
fn plain(c: char) -> char {
    match c {
        'ς' => 'σ',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{660}'..='\u{669}' => digit(c, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c, 0x6f0),
        _ => c,
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// Marks without which the word is still the same word, and signs that are not seen at all.
fn is_accent(c: char) -> bool {
    matches!(u32::from(c),
        0xad | 0x200c | 0x200d
        | 0x300..=0x36f | 0x483..=0x489 // Latin, Greek, Cyrillic
        | 0x591..=0x5bd | 0x5bf | 0x5c1 | 0x5c2 | 0x5c4 | 0x5c5 | 0x5c7 // Hebrew
        | 0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc // Arabic
        | 0x6df..=0x6e4 | 0x6e7 | 0x6e8 | 0x6ea..=0x6ed
        | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe20..=0xfe2f
        | 0xfe00..=0xfe0f | 0xe_0100..=0xe_01ef)
}

#[cfg(test)]
mod tests;
