//! Addresses as people write them: bare, in brackets, as a Markdown link, without a scheme.

/// Pairs of quotes around an address. One alone is a part of it.
const QUOTES: [(char, char); 5] = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('`', '`')];

/// What may stand at the ends of an address without being a part of it, and is not seen.
fn is_around(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The text without quotes, and without invisible characters at its ends.
fn bared(text: &str) -> &str {
    let text = text.trim_matches(is_around);
    let inner = |(open, close)| text.strip_prefix(open)?.strip_suffix(close);
    QUOTES.into_iter().find_map(inner).map_or(text, |inner| inner.trim_matches(is_around))
}

/// Marks that hide in addresses that were copied from a page, and turn nothing around: no address
/// has them, and with them it leads nowhere.
fn is_stray(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The address in `text`, out of `<…>`, `[…](…)` and quotes, and without stray marks behind and
/// in front.
pub(super) fn unwrapped(text: &str) -> &str {
    let text = bared(text);
    if let Some(inner) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) {
        return bared(inner);
    }
    let linked = text.strip_prefix('[').and_then(|text| text.strip_suffix(')'));
    let parts = linked.and_then(|text| text.split_once("]("));
    // A picture that is a link has brackets in its brackets.
    if let Some((_, target)) = parts.filter(|(label, _)| !label.contains('[')) {
        // A title of the link may follow its target.
        let target = target.trim_matches(is_around);
        let target = target.split_whitespace().next().unwrap_or_default();
        return bared(target.trim_start_matches('<').trim_end_matches('>'));
    }
    text
}

/// An address as it is kept: out of its wrapping, without stray marks.
pub(super) fn kept(text: &str) -> String {
    unwrapped(text).chars().filter(|c| !is_stray(*c)).collect()
}

/// `http://`, `www.`, or any `scheme://`, with something behind it or not.
pub(super) fn has_scheme(line: &str) -> bool {
    if line.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
        return true;
    }
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let scheme = line.bytes().take(24).take_while(|&byte| is_part(byte)).count();
    0 < scheme && line.as_bytes()[0].is_ascii_alphabetic() && line[scheme..].starts_with("://")
}

/// `courier.example/news/1`: a host with a dot, whose last part is a name, and a path. Only worth
/// asking where an address is expected.
pub(super) fn is_bare(word: &str) -> bool {
    let word = word.strip_prefix("//").unwrap_or(word);
    let Some((host, _)) = word.split_once('/') else { return false };
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let Some((name, last)) = host.rsplit_once('.') else { return false };
    !word.contains(char::is_whitespace)
        && name.split('.').all(is_label)
        && is_label(last)
        && 2 <= last.chars().count()
        && last.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_out_of_what_stands_around_it() {
        for text in [
            "https://a.example/b",
            " \u{200b}https://a.example/b\u{feff} ",
            "<https://a.example/b>",
            "[The courier](https://a.example/b)",
            "[The courier](<https://a.example/b> \"title\")",
            "\"https://a.example/b\"",
            "\u{202a}https://a.example/b\u{202c}",
            "https://a.exa\u{ad}mple/\u{200b}b",
        ] {
            assert_eq!(kept(text), "https://a.example/b", "{text:?}");
        }
    }

    #[test]
    fn a_quote_without_its_partner_belongs_to_the_address() {
        for text in ["https://a.example/'single'", "https://a.example/\"", "'https://a.example/"] {
            assert_eq!(kept(text), text);
        }
    }

    #[test]
    fn a_picture_with_a_link_is_no_address() {
        let badge = "[![state](https://a.example/b.svg)](https://a.example/c)";
        assert!(!has_scheme(unwrapped(badge)));
    }

    #[test]
    fn a_host_and_a_path_are_an_address_without_a_scheme() {
        for address in ["courier.example/a,0,1.story", "a.b-c.example:80/x", "köln.example/"] {
            assert!(is_bare(address), "{address}");
        }
        for other in ["courier.example", "and/or", "1.5/2", "a..b/c", "e.g./i.e.", "1/2.3", "x/y.z"]
        {
            assert!(!is_bare(other), "{other}");
        }
    }
}
