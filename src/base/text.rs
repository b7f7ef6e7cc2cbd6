//! Clean text: the one place where bytes from outside become text that may be printed.
//!
//! Characters are neutralised one by one; escape *sequences* are never searched for, because that
//! takes a parser and a parser can be wrong. Only the visible letters of a sequence are left.
//! Invisible characters go as well: they hide words from the search and text from the reader, and
//! some of them turn the rest of the row around.

use std::{fmt, ops::Deref};

use super::cleaner;

/// One line of text that holds nothing a terminal would obey: no control characters, no escape
/// sequences, no bidirectional or invisible controls, no endless stacks of combining marks.
///
/// Widgets and messages take this type, so that nothing uncleaned can reach the screen. Cleaning
/// clean text changes nothing.
///
/// ```
/// # use dateline::base::Clean;
/// assert_eq!(Clean::new("red \x1b[31m alert").as_str(), "red ␛[31m alert");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(Box<str>);

impl Clean {
    /// Cleans `raw`.
    pub fn new(raw: &str) -> Self {
        Self::counting(raw).0
    }

    /// Cleans `raw` and counts the characters that were dangerous: controls other than the tab,
    /// embeddings and overrides of direction, tags, and marks beyond measure. Soft hyphens, marks
    /// of direction and the like go uncounted, since they are ordinary in real texts.
    pub fn counting(raw: &str) -> (Self, usize) {
        match cleaner::clean(raw) {
            Some((text, n_dangerous)) => (Self(text.into_boxed_str()), n_dangerous),
            None => (Self(raw.into()), 0),
        }
    }

    /// Cleans `raw`, but leaves a sign where an invisible character is taken out: for text that
    /// means something else without it, such as an address. Also counts, as [`Clean::counting`].
    pub fn showing_gaps(raw: &str) -> (Self, usize) {
        let (cleaned, n_dangerous) = Self::counting(raw);
        let raw = raw.trim_matches(cleaner::is_dropped);
        if !raw.contains(cleaner::is_dropped) {
            return (cleaned, n_dangerous);
        }
        let shown = raw.replace(cleaner::is_dropped, "\u{fffd}");
        (Self::new(&shown), n_dangerous)
    }

    /// Cuts whitespace off the end. Copies only if there is some.
    #[must_use]
    pub fn trim_end(self) -> Self {
        let trimmed = self.0.trim_end();
        if trimmed.len() == self.0.len() { self } else { Self(trimmed.into()) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Clean {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn clean(raw: &str) -> String {
        Clean::new(raw).as_str().to_owned()
    }

    fn n_dangerous(raw: &str) -> usize {
        Clean::counting(raw).1
    }

    /// Why `text` is not clean, said without the code under test.
    fn fault(text: &str) -> Option<String> {
        let bad = |c: char| {
            c.is_control()
                || matches!(u32::from(c),
                    0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x180e | 0x3164 | 0xfeff | 0xffa0
                    | 0x200b | 0x200e | 0x200f | 0x2028..=0x202e | 0x2060..=0x206f
                    | 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xfff9..=0xfffb | 0xe0000..=0xe0fff | 0xf0000..)
                || u32::from(c) & 0xfffe == 0xfffe
        };
        if let Some(c) = text.chars().find(|&c| bad(c)) {
            return Some(format!("{c:?} in {text:?}"));
        }
        let is_mark = unicode_normalization::char::is_combining_mark;
        let is_selector = |c| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180f}');
        text.graphemes(true)
            .find(|cluster| {
                let count = |is: &dyn Fn(char) -> bool| cluster.chars().filter(|&c| is(c)).count();
                6 < count(&|c| is_mark(c) && !is_selector(c))
                    || 8 < count(&|c| c == '\u{200d}')
                    || 48 < cluster.chars().count()
            })
            .map(|cluster| format!("cluster {cluster:?}"))
    }

    #[test]
    fn controls_become_pictures() {
        assert_eq!(clean("a\x1b[31mb\x07\0\x7f"), "a␛[31mb␇␀␡");
        assert_eq!(clean("a\u{9b}31m"), "a›31m");
        assert_eq!(clean("\u{93}sim\u{94} \u{97} e\u{81}"), "“sim” — e\u{fffd}");
        assert_eq!(clean("a\r\nb"), "a␍␊b");
        assert_eq!(n_dangerous("a\x1b[31mb\x07\u{9b}"), 3);
    }

    #[test]
    fn tabs_and_foreign_newlines_become_spaces() {
        assert_eq!(clean("a\tb\u{85}c\u{2028}d\u{2029}e"), "a    b c d e");
        assert_eq!(n_dangerous("a\tb\u{85}c\u{2028}d"), 0);
    }

    #[test]
    fn what_turns_text_around_is_dropped_and_counted() {
        assert_eq!(clean("\u{202e}gpj.exe\u{202c} \u{2066}x\u{2069}"), "gpj.exe x");
        assert_eq!(n_dangerous("\u{202e}gpj.exe\u{202c} \u{2066}x\u{2069}"), 4);
    }

    #[test]
    fn what_ordinary_texts_contain_is_dropped_uncounted() {
        let raw = "\u{feff}s\u{ad}e\u{200b}a\u{200e}r\u{200f}c\u{61c}h\u{2060}";
        assert_eq!(Clean::counting(raw), (Clean::new("search"), 0));
    }

    #[test]
    fn an_address_shows_where_something_was_taken_out_of_it() {
        let shown = |raw: &str| Clean::showing_gaps(raw).0.as_str().to_owned();
        assert_eq!(shown("\u{feff}https://a.example/\u{200b}"), "https://a.example/");
        assert_eq!(shown("https://a\u{200b}.example/"), "https://a\u{fffd}.example/");
        assert_eq!(shown("https://a.example/\u{202e}gpj"), "https://a.example/\u{fffd}gpj");
        assert_eq!(Clean::showing_gaps("a\u{202e}\x1b").1, 2);
    }

    #[test]
    fn tags_are_dropped_and_counted() {
        assert_eq!(Clean::counting("hi\u{e0072}\u{e0075}"), (Clean::new("hi"), 2));
    }

    #[test]
    fn private_and_impossible_characters_do_not_pass() {
        assert_eq!(clean("a\u{e000}b\u{ffff}c\u{10ffff}d\u{f0000}"), "a\u{fffd}bcd\u{fffd}");
    }

    #[test]
    fn joiners_stay_where_they_belong() {
        for kept in ["👨\u{200d}👩\u{200d}👧", "🏳\u{fe0f}\u{200d}🌈", "👩🏿\u{200d}🔬"]
        {
            assert_eq!(clean(kept), kept);
        }
        for kept in ["نمی\u{200c}خواهم", "क\u{94d}\u{200d}ष", "ন\u{9cd}\u{200c}ক"] {
            assert_eq!(clean(kept), kept);
        }
        assert_eq!(clean("pass\u{200d}word se\u{200c}cret"), "password secret");
        assert_eq!(clean("👩\u{200d}\u{200d}\u{200b}🔬\u{200d}"), "👩\u{200d}🔬");
    }

    #[test]
    fn selectors_stay_after_a_base_once() {
        assert_eq!(clean("❤\u{fe0f} 1\u{fe0f}\u{20e3}"), "❤\u{fe0f} 1\u{fe0f}\u{20e3}");
        assert_eq!(clean("\u{fe0f}a \u{fe0f}b\u{fe0e}\u{fe0e}\u{e0101}"), "a b\u{fe0e}");
    }

    #[test]
    fn towers_of_marks_are_cut_and_counted() {
        let (text, n) = Clean::counting(&format!("z{}x", "\u{336}".repeat(10_000)));
        assert_eq!(text.as_str(), format!("z{}x", "\u{336}".repeat(6)));
        assert_eq!(n, 9_994);
    }

    #[test]
    fn endless_emoji_end() {
        let text = clean(&["👩"; 1000].join("\u{200d}"));
        assert_eq!(fault(&text), None);
        assert_eq!(text.matches('👩').count(), 1000);
    }

    #[test]
    fn endless_conjuncts_end() {
        assert_eq!(fault(&clean(&"क\u{94d}".repeat(500))), None);
    }

    #[test]
    fn endless_clusters_without_marks_end() {
        for c in ['\u{1100}', '\u{1161}', '\u{11a8}', '\u{600}', '\u{1f3fb}', '\u{ff9e}'] {
            assert_eq!(fault(&clean(&c.to_string().repeat(500))), None, "{c:?}");
        }
    }

    #[test]
    fn a_mark_without_a_base_gets_one() {
        assert_eq!(clean("\u{301}abc"), "\u{25cc}\u{301}abc");
    }

    #[test]
    fn living_languages_are_kept() {
        for kept in [
            "Grüße, café, naïve — “quoted” … €",
            "cafe\u{301} re\u{301}sume\u{301}",
            "日本語の記事 ｶﾞｷﾞ 한국어 \u{1112}\u{1161}\u{11ab}",
            "مرحبا بالعالم بَيْتٌ",
            "בְּרֵאשִׁית",
            "विश्वविद्यालयों का कार्त्स्न्य",
            "ஸ்ரீ မြန်မာ ក្រុង น้ำ ຂໍ້",
            "a\u{a0}b\u{2003}c\u{3000}d\u{202f}e",
            "🇩🇪🇫🇷 👍🏽 😀",
        ] {
            assert_eq!(Clean::counting(kept), (Clean(kept.into()), 0));
        }
    }

    #[test]
    fn the_end_can_be_trimmed() {
        assert_eq!(Clean::new("text \u{a0} ").trim_end().as_str(), "text");
    }

    /// Characters that meet each other's rules, in every order.
    fn hostile() -> impl Strategy<Value = String> {
        let pieces = select(vec![
            "a",
            " ",
            "1",
            "👩",
            "🏽",
            "❤",
            "\u{200d}",
            "\u{200c}",
            "\u{fe0f}",
            "\u{fe0e}",
            "\u{301}",
            "\u{336}",
            "\u{20e3}",
            "क",
            "ष",
            "\u{94d}",
            "\u{93c}",
            "\u{93e}",
            "ی",
            "م",
            "\u{64e}",
            "\u{1100}",
            "\u{1161}",
            "\u{11a8}",
            "가",
            "\u{600}",
            "🇩",
            "\u{200b}",
            "\u{202e}",
            "\t",
            "\x1b",
            "\u{9b}",
            "\u{e0041}",
            "\u{e33}",
            "ก",
            "\u{ff9e}",
            "ｶ",
            "\u{ad}",
            "\u{e000}",
            "\u{1039}",
            "က",
            "\u{17d2}",
            "ក",
            "\u{180b}",
            "ᠠ",
            "\u{dca}",
            "\u{25cc}",
            "\u{d4e}",
        ]);
        vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn nothing_unclean_comes_out_of_any_text(raw in any::<String>()) {
            let text = clean(&raw);
            prop_assert_eq!(fault(&text), None);
            prop_assert_eq!(clean(&text), text);
        }

        #[test]
        fn nothing_unclean_comes_out_of_hostile_text(raw in hostile()) {
            let text = clean(&raw);
            prop_assert_eq!(fault(&text), None);
            prop_assert_eq!(clean(&text), text);
        }

        #[test]
        fn nothing_unclean_comes_out_of_any_bytes(raw in vec(any::<u8>(), 0..200)) {
            let text = clean(&String::from_utf8_lossy(&raw));
            prop_assert_eq!(fault(&text), None);
            prop_assert_eq!(n_dangerous(&text), 0);
        }

        #[test]
        fn plain_text_is_kept(raw in "[ -~à-ÿа-я一-龥ぁ-んア-ン가-힣]{0,200}") {
            prop_assert_eq!(clean(&raw), raw);
        }
    }
}
