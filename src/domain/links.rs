//! Finds web addresses in a text.

use std::ops::Range;

use crate::base::Clean;

/// Bytes of a paragraph that are an address, or that lead to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub paragraph: usize,
    pub bytes: Range<usize>,
    /// Where the words lead; `None` if they are the address.
    pub address: Option<Clean>,
}

/// How an address begins.
const STARTS: [&str; 3] = ["https://", "http://", "www."];
/// Longer ones are not opened, so they are not links.
const MAX_BYTES: usize = 8 << 10;

/// The addresses in `text`, in order: from `http://`, `https://` or `www.` to the first character
/// that cannot belong to one, without the punctuation of the sentence around it.
///
/// Letters of scripts that put no blanks between words end an address: there, the sentence goes
/// on right behind it.
pub fn links(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = next_start(text, from)?;
            let rest = text.get(start..)?;
            let length = length(rest);
            from = start + length.max(1);
            if is_address(&rest[..length]) && !joins(text, start) {
                return Some(start..start + length);
            }
        }
    })
}

/// Where the next address may begin. The bytes searched for are ASCII, so it is a boundary.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_start = |at: &usize| {
        let rest = bytes.get(*at..).unwrap_or(&[]);
        STARTS.iter().any(|start| {
            rest.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
        })
    };
    (from..bytes.len()).filter(|at| matches!(bytes[*at], b'h' | b'H' | b'w' | b'W')).find(is_start)
}

/// Whether `www.` is only the end of a longer word. An address glued to a word before it is
/// common in scraped text, so a scheme begins one anywhere.
fn joins(text: &str, start: usize) -> bool {
    let is_bare = text.as_bytes().get(start).is_some_and(|byte| byte.eq_ignore_ascii_case(&b'w'));
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    is_bare && before.is_some_and(|c| c.is_ascii_alphanumeric() || ".-_@/".contains(c))
}

/// Bytes of the address at the start of `rest`.
fn length(rest: &str) -> usize {
    let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    without_punctuation(&rest[..end]).len()
}

fn belongs(character: char) -> bool {
    // Ideographs, kana, hangul, their punctuation and full-width forms; Thai to Khmer.
    let is_unspaced = matches!(character,
        '\u{0e00}'..='\u{0fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..);
    if character.is_ascii() {
        character.is_ascii_graphic() && !"\"<>\\^`{|}".contains(character)
    } else {
        character.is_alphanumeric() && !is_unspaced
    }
}

/// Cuts off punctuation at the end, and brackets that were not opened within.
fn without_punctuation(address: &str) -> &str {
    let mut brackets = ['(', '['].map(|open| {
        let close = if open == '(' { ')' } else { ']' };
        (close, address.matches(open).count(), address.matches(close).count())
    });
    let mut end = address.len();
    while let Some(last) = address[..end].chars().next_back() {
        let is_sentence =
            matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '(' | '[');
        let bracket = brackets.iter_mut().find(|(close, ..)| *close == last);
        let is_extra = match bracket {
            Some((_, n_open, n_close)) if *n_open < *n_close => {
                *n_close -= 1;
                true
            }
            _ => is_sentence,
        };
        if !is_extra {
            break;
        }
        end -= last.len_utf8();
    }
    &address[..end]
}

/// Whether something stands behind the start: a host that begins as hosts do, with a dot in a
/// name without scheme.
fn is_address(address: &str) -> bool {
    if MAX_BYTES < address.len() {
        return false;
    }
    let start = STARTS.iter().find(|start| {
        address.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
    });
    let Some(host) = start.and_then(|start| address.get(start.len()..)) else {
        return false;
    };
    let is_bare = !address.contains("://");
    host.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        && (!is_bare || host.split('/').next().is_some_and(|host| host.contains('.')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).map(|bytes| &text[bytes]).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, expected) in [
            ("See https://a.example/x, or not.", "https://a.example/x"),
            ("(https://a.example/x)", "https://a.example/x"),
            ("(see https://a.example/wiki/Owl_(bird).)", "https://a.example/wiki/Owl_(bird)"),
            ("<http://a.example/?q=1&r=2#top>", "http://a.example/?q=1&r=2#top"),
            ("\u{201c}https://a.example\u{201d}", "https://a.example"),
            ("詳細はhttps://a.example/をご覧ください。", "https://a.example/"),
            ("auf https://köln.example/dom/größe!", "https://köln.example/dom/größe"),
            ("www.a.example/x.", "www.a.example/x"),
            ("texthttps://a.example/y", "https://a.example/y"),
            ("HTTPS://A.EXAMPLE/Z;", "HTTPS://A.EXAMPLE/Z"),
            (
                "https://web.example/2020/http://a.example/",
                "https://web.example/2020/http://a.example/",
            ),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_is_none() {
        for text in [
            "https://",
            "http://.",
            "www.",
            "www.x",
            "awww.b.example",
            "ftp://a.example",
            "a@www.b.example",
            "https:// a.example",
            "http://␀",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
        assert!(found(&format!("https://a.example/{}", "a".repeat(9000))).is_empty());
    }

    #[test]
    fn many_are_found_in_order() {
        let text = "https://a.example http://b.example,www.c.example";
        assert_eq!(found(text), ["https://a.example", "http://b.example,www.c.example"]);
        let text = "https://a.example; www.b.example/";
        assert_eq!(found(text), ["https://a.example", "www.b.example/"]);
    }

    proptest! {
        #[test]
        fn links_lie_in_the_text_and_rise(text in "(https?://|www\\.|\\PC|[a-z.)( ]){0,40}") {
            let mut end = 0;
            for link in links(&text) {
                prop_assert!(end <= link.start && link.start < link.end);
                prop_assert!(text.get(link.clone()).is_some());
                end = link.end;
            }
        }
    }
}
