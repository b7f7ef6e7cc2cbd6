//! What is known of a page before it is given to a parser: pages made to cost too much are not.

use std::borrow::Cow;

/// Larger pages lose their tags; pictures within them do not count.
const MAX_BYTES: usize = 4 << 20;

/// Elements within one another; pages of real sites have some thirty.
const MAX_DEPTH: usize = 250;

/// Entities in one text: a parser copies all of it for each of them.
const MAX_ENTITIES: usize = 10_000;

/// Attributes of one element; a parser compares each with all others.
const MAX_ATTRIBUTES: usize = 500;

/// Elements that stay open without harm, or have no end.
const LOOSE: [&str; 24] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "param", "source", "tbody", "td", "th", "thead", "tr", "track", "wbr",
];

/// Pictures and fonts within the page, whose letters are not text.
pub(super) fn without_data(text: &str) -> Cow<'_, str> {
    if !text.contains("data:") {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("data:") {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c: char| "\"'()<> ".contains(c) || c.is_whitespace());
        let end = end.unwrap_or(rest.len());
        // The word may also end a sentence.
        if !rest[..end].contains(',') {
            kept.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// Whether a parser may be given the page.
pub(super) fn is_reasonable(text: &str) -> bool {
    text.len() <= MAX_BYTES && depth(text).is_some()
}

/// How deep elements lie in one another, about; `None` if too deep, or if one has too much in it.
fn depth(text: &str) -> Option<usize> {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        if MAX_ENTITIES < rest[..at].matches('&').count() {
            return None;
        }
        rest = &rest[at + 1..];
        let end = rest.find(['>', '<']).unwrap_or(rest.len());
        let tag = &rest[..end];
        if MAX_ATTRIBUTES < tag.matches('=').count() {
            return None;
        }
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let name_end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..name_end].to_ascii_lowercase();
        if name.is_empty() || LOOSE.contains(&&*name) || tag.ends_with('/') {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
        if MAX_DEPTH < depth {
            return None;
        }
    }
    (rest.matches('&').count() <= MAX_ENTITIES).then_some(deepest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_within_go_and_sentences_stay() {
        assert_eq!(without_data("<img src=\"data:image/png;base64,AAAA\">"), "<img src=\"\">");
        assert_eq!(without_data("We have data: some of it."), "We have data: some of it.");
        assert_eq!(without_data("url(data:font/woff,AA)"), "url()");
    }

    #[test]
    fn what_is_too_deep_is_not_parsed() {
        assert!(is_reasonable(&"<div>a</div>".repeat(10_000)));
        assert!(is_reasonable(&"<p>a<li>b<br>".repeat(10_000)));
        assert!(!is_reasonable(&"<div>".repeat(1000)));
        assert!(!is_reasonable(&format!("<a {}>", "b=c ".repeat(1000))));
        assert!(!is_reasonable(&"&amp;".repeat(20_000)));
        assert!(!is_reasonable(&"a".repeat(MAX_BYTES + 1)));
    }
}
