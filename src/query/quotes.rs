//! Quotes of every kind, and those that belong to words.

use crate::base::signs::is_gershayim;

/// Any of them opens a phrase, and any closes it.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// A text without quotes, but for those within words of Hebrew.
pub(super) fn without_quotes(text: &str) -> String {
    let kept = |(at, c): &(usize, char)| !is_quote(*c) || is_gershayim(text, *at);
    text.char_indices().filter(kept).map(|(_, c)| c).collect()
}
