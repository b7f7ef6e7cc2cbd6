//! Titles: as written, and what replaces a missing one.

use std::path::Path;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::Clean;

/// The longest line that is taken for a title, in characters. Real ones have up to 225.
pub(super) const MAX_STATED: usize = 300;

/// The longest stand-in, in characters.
const MAX_STAND_IN: usize = 120;

/// The shortest sentence that stands in: `Mr.` ends none.
const MIN_SENTENCE: usize = 20;

/// A title line with entities decoded and blanks collapsed, and the number of dangerous
/// characters in it; `None` if nothing visible is left, or a mere rule.
pub(super) fn stated(line: &str) -> (Option<Clean>, usize) {
    let decoded = htmlize::unescape(line);
    let (cleaned, n_dangerous) = Clean::counting(decoded.trim());
    let collapsed = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = if collapsed == *cleaned { cleaned } else { Clean::new(&collapsed) };
    (Some(title).filter(|title| !title.is_empty() && !is_rule(title)), n_dangerous)
}

/// A line across the page: `---`.
fn is_rule(title: &str) -> bool {
    let sign = title.chars().next().unwrap_or_default();
    matches!(sign, '-' | '+' | '=' | '_' | '*' | '~' | '#')
        && 3 <= title.len()
        && title.chars().all(|it| it == sign)
}

pub(super) fn is_too_long(line: &str) -> bool {
    MAX_STATED < line.len() && line.chars().nth(MAX_STATED).is_some()
}

/// The first sentence of the text, else the name of the file. Never empty.
pub(super) fn stand_in(paragraph: Option<&Clean>, path: &Path) -> Clean {
    if let Some(paragraph) = paragraph {
        return Clean::new(&shortened(first_sentence(paragraph.trim_start())));
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stated(&shortened(&stem)).0.unwrap_or_else(|| Clean::new("untitled"))
}

fn first_sentence(text: &str) -> &str {
    let head = text.char_indices().take(MAX_STAND_IN);
    let end = head.enumerate().find_map(|(n_before, (at, c))| {
        let after = at + c.len_utf8();
        let ends = match c {
            '。' | '！' | '？' | '।' | '؟' => true,
            '.' | '!' | '?' | '…' => {
                MIN_SENTENCE <= n_before
                    && text[after..].chars().next().is_none_or(char::is_whitespace)
            }
            _ => false,
        };
        ends.then_some(after)
    });
    &text[..end.unwrap_or(text.len())]
}

/// `text`, cut at a word, else at a cluster, and marked with `…` if it is long.
pub(super) fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_STAND_IN) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let at_word = head.rfind(char::is_whitespace).filter(|&at| head.len() / 2 < at);
    let last_cluster = || head.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
    let cut = at_word.unwrap_or_else(last_cluster);
    format!("{}…", head[..cut].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(line: &str) -> String {
        stated(line).0.map_or_else(String::new, |title| title.as_str().to_owned())
    }

    #[test]
    fn entities_are_decoded_and_blanks_collapsed() {
        assert_eq!(
            title("  EPA&#8217;s  plan:\t&lt;b&gt; &amp; more\u{a0} "),
            "EPA’s plan: <b> & more"
        );
        assert_eq!(title("AT&T & co &bogus;"), "AT&T & co &bogus;");
    }

    #[test]
    fn an_entity_cannot_smuggle_a_control() {
        assert_eq!(title("a&#27;[31m&#x202e;b&#155;"), "a␛[31mb›");
    }

    #[test]
    fn nothing_visible_is_no_title() {
        assert_eq!(stated(" \u{200b}\u{200b}\u{2060}\u{feff}&nbsp;").0, None);
    }

    #[test]
    fn the_first_sentence_stands_in() {
        let of = |text: &str| stand_in(Some(&Clean::new(text)), Path::new("")).as_str().to_owned();
        assert_eq!(of("Mr. Smith went to Washington. He stayed."), "Mr. Smith went to Washington.");
        assert_eq!(of("今日は雨です。明日も。"), "今日は雨です。");
        assert_eq!(of("no end"), "no end");
        assert_eq!(of(&"word ".repeat(100)), format!("{}word…", "word ".repeat(23)));
        assert_eq!(of(&"x".repeat(500)), format!("{}…", "x".repeat(119)));
    }

    #[test]
    fn without_a_text_the_name_stands_in() {
        let of = |path: &str| stand_in(None, Path::new(path)).as_str().to_owned();
        assert_eq!(of("a/001_some\u{1b}name.txt"), "001_some␛name");
        assert_eq!(of("a/\u{200b}.txt"), "untitled");
        assert_eq!(of(""), "untitled");
    }
}
