//! The header's keys and values: as much of YAML and TOML as headers of articles are made of. The
//! name of a nested key follows that of its parent; of a list, the first item counts.

use super::names;

/// What the header is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum HeaderSyntax {
    #[default]
    Yaml,
    Toml,
}

/// A key as it is compared, and what it says on one line.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::formats) struct Entry {
    pub(in crate::formats) key: String,
    pub(in crate::formats) value: String,
}

/// Lines that one value may take.
const MAX_VALUE_LINES: usize = 40;

/// All keys at the top level and one below, with their values, in order.
pub(super) fn entries(header: &[&str], syntax: HeaderSyntax) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut table = String::new();
    let mut at = 0;
    while let Some(line) = header.get(at) {
        at += 1;
        if syntax == HeaderSyntax::Toml
            && let Some(name) = toml_table(line)
        {
            // Keys of a table are the article's own only where both names say so.
            table = names::compared(name);
            continue;
        }
        let Some((key, value)) = key(line, syntax) else { continue };
        let key = format!("{table}{key}");
        let following = &header[at..header.len().min(at + MAX_VALUE_LINES)];
        let (value, n_lines) = value_of(value, following, syntax);
        if value.is_empty() && syntax == HeaderSyntax::Yaml {
            nested(&key, following, &mut entries);
        } else {
            entries.push(Entry { key, value });
        }
        at += n_lines;
    }
    entries
}

/// What stands below a key without a value: the first of a list, or keys inside it.
fn nested(key: &str, following: &[&str], entries: &mut Vec<Entry>) {
    let is_below = |line: &&&str| line.starts_with([' ', '\t', '-']);
    let below = following.iter().take_while(is_below);
    let mut indent = None;
    let n_before = entries.len();
    for (nth, line) in below.enumerate() {
        let start = line.trim_start();
        if let Some(item) = start.strip_prefix('-').filter(|_| nth == 0) {
            let (value, _) = value_of(item.trim(), &[], HeaderSyntax::Yaml);
            entries.push(Entry { key: key.to_owned(), value });
            return;
        }
        let depth = line.len() - start.len();
        if *indent.get_or_insert(depth) != depth {
            continue;
        }
        if let Some((inner, value)) = self::key(start, HeaderSyntax::Yaml) {
            let (value, _) = value_of(value, &following[nth + 1..], HeaderSyntax::Yaml);
            entries.push(Entry { key: format!("{key}{inner}"), value });
        }
    }
    if entries.len() == n_before {
        entries.push(Entry { key: key.to_owned(), value: String::new() });
    }
}

/// The name of `[name]` or `[[name]]`.
fn toml_table(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix('[')?.strip_suffix(']')?;
    let name = inner.trim_start_matches('[').trim_end_matches(']');
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    (!name.is_empty() && name.chars().all(is_part)).then_some(name)
}

/// Where the first line stands that no header has: it is neither a key nor goes on with one.
pub(super) fn first_prose(lines: &[&str], syntax: HeaderSyntax) -> usize {
    const GOES_ON: [char; 11] = [' ', '\t', '[', ']', '{', '}', '"', '\'', ',', '?', '\u{a0}'];
    let mut at = 0;
    // Only below a key without a value, a list may stand at the margin.
    let mut may_list = false;
    while let Some(line) = lines.get(at) {
        let Some((_, value)) = key(line, syntax) else {
            let goes_on = line.starts_with(GOES_ON) || may_list && line.starts_with('-');
            if !is_idle(line) && !goes_on && !is_labelled(line) {
                return at;
            }
            at += 1;
            continue;
        };
        may_list = value.is_empty();
        let following = &lines[at + 1..lines.len().min(at + 1 + MAX_VALUE_LINES)];
        at += 1 + value_of(value, following, syntax).1;
    }
    lines.len()
}

/// A few words and a colon: a key, though not one that is known.
fn is_labelled(line: &str) -> bool {
    let label =
        line.split_once(": ").map(|(label, _)| label).or_else(|| line.trim().strip_suffix(':'));
    label.is_some_and(|label| label.split_whitespace().nth(4).is_none() && label.len() < 48)
}

/// Whether a line says nothing: it is blank or a comment.
pub(super) fn is_idle(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// The key at the top level that a line begins with, and the rest of the line.
pub(super) fn key(line: &str, syntax: HeaderSyntax) -> Option<(String, &str)> {
    if is_idle(line) {
        return None;
    }
    let (key, value) = match syntax {
        HeaderSyntax::Yaml => {
            if line.starts_with([' ', '\t', '-']) {
                return None;
            }
            // `http://…` has no key; `key:value` is none either, in YAML.
            let is_end = |(at, _): &(usize, &str)| {
                line[at + 1..].chars().next().is_none_or(|c| matches!(c, ' ' | '\t' | '\u{a0}'))
            };
            let (at, _) = line.match_indices(':').find(is_end)?;
            (&line[..at], &line[at + 1..])
        }
        HeaderSyntax::Toml => line.split_once('=')?,
    };
    let key = key.trim().trim_matches(['"', '\'']);
    let is_part = |c: char| {
        c.is_alphanumeric()
            || unicode_normalization::char::is_combining_mark(c)
            || matches!(c, '_' | '-' | '.' | ':' | '@' | '/')
    };
    let name = names::compared(key);
    // Prose has blanks before its colon; of keys, only those that are known have.
    let is_name = key.chars().all(is_part) || names::is_known(&name);
    (!name.is_empty() && key.len() <= 64 && is_name).then(|| (name, value.trim()))
}

/// A value on one line, and how many of the following lines belong to it.
fn value_of(first: &str, following: &[&str], syntax: HeaderSyntax) -> (String, usize) {
    if syntax == HeaderSyntax::Toml {
        for quote in ["\"\"\"", "'''"] {
            if let Some(start) = first.strip_prefix(quote) {
                return up_to(start, following, |text| text.find(quote));
            }
        }
    }
    if let Some(start) = first.strip_prefix('"') {
        let (raw, n_lines) = up_to(start, following, |text| end_of_quoted(text, true));
        return (unescaped(&raw), n_lines);
    }
    if let Some(start) = first.strip_prefix('\'') {
        let is_yaml = syntax == HeaderSyntax::Yaml;
        let (raw, n_lines) = up_to(start, following, |text| {
            if is_yaml { end_of_quoted(text, false) } else { text.find('\'') }
        });
        return (if is_yaml { raw.replace("''", "'") } else { raw }, n_lines);
    }
    if syntax == HeaderSyntax::Toml {
        return (without_comment(first).to_owned(), 0);
    }
    let is_indented = |line: &str| line.starts_with([' ', '\t']);
    let is_block = first.strip_prefix(['|', '>']);
    if is_block.is_some_and(|rest| rest.chars().all(|c| matches!(c, '+' | '-' | '0'..='9'))) {
        let n_lines = following.iter().take_while(|it| is_indented(it) || it.is_empty()).count();
        return (joined("", &following[..n_lines]), n_lines);
    }
    let n_lines = following.iter().take_while(|it| is_indented(it) && !is_idle(it)).count();
    let is_nested = following.first().is_some_and(|line| {
        let line = line.trim_start();
        line.starts_with("- ") || line == "-" || key(line, syntax).is_some()
    });
    let n_lines = if is_nested { 0 } else { n_lines };
    (joined(without_comment(first), &following[..n_lines]), n_lines)
}

/// A quoted value from behind its quote to where `end` finds the other, over several lines; to the
/// end of the first if there is none.
fn up_to(start: &str, following: &[&str], end: impl Fn(&str) -> Option<usize>) -> (String, usize) {
    let mut text = start.trim_start().to_owned();
    for n_lines in 0..=following.len() {
        if let Some(end) = end(&text) {
            text.truncate(end);
            return (text, n_lines);
        }
        if let Some(line) = following.get(n_lines) {
            let gap = if text.is_empty() { "" } else { " " };
            text = format!("{}{gap}{}", text.trim_end(), line.trim());
        }
    }
    (start.to_owned(), 0)
}

/// Where a quoted text ends.
fn end_of_quoted(text: &str, is_double: bool) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if is_double => {
                letters.next();
            }
            '"' if is_double => return Some(at),
            // Two of them are one that is meant.
            '\'' if !is_double && letters.next_if(|(_, next)| *next == '\'').is_none() => {
                return Some(at);
            }
            _ => (),
        }
    }
    None
}

/// Escapes resolved; unknown ones are left as they are.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut letters = after.chars();
        let letter = letters.next();
        rest = letters.as_str();
        let n_digits = match letter {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let code = rest.get(..n_digits).filter(|_| 0 < n_digits);
        let code = code.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match (letter, code.and_then(char::from_u32)) {
            (_, Some(decoded)) => {
                text.push(decoded);
                rest = &rest[n_digits..];
            }
            (Some('n' | 't' | 'r'), _) => text.push(' '),
            (Some(letter @ ('"' | '\\' | '/')), _) => text.push(letter),
            (Some(letter), _) => text.extend(['\\', letter]),
            (None, _) => text.push('\\'),
        }
    }
    text.push_str(rest);
    text
}

fn joined(first: &str, lines: &[&str]) -> String {
    let parts = [first].into_iter().chain(lines.iter().copied());
    parts.map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A value without the comment behind it.
fn without_comment(value: &str) -> &str {
    if value.starts_with('#') {
        return "";
    }
    let comment = value.match_indices('#').find(|(at, _)| value[..*at].ends_with([' ', '\t']));
    comment.map_or(value, |(at, _)| value[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: &str, syntax: HeaderSyntax) -> Vec<(String, String)> {
        let lines: Vec<&str> = header.lines().collect();
        entries(&lines, syntax).into_iter().map(|it| (it.key, it.value)).collect()
    }

    fn title(value: &str) -> String {
        let entries = read(&format!("title: {value}\nnext: x"), HeaderSyntax::Yaml);
        assert_eq!(entries.last().map(|(key, _)| key.as_str()), Some("next"), "{value}");
        entries[0].1.clone()
    }

    #[test]
    fn values_are_read_however_they_are_written() {
        for (value, expected) in [
            ("Plain: with a colon", "Plain: with a colon"),
            ("C# and # a comment", "C# and"),
            ("# a comment", ""),
            (
                "\"Quoted \\\"twice\\\" \\u00e9 # no comment\" # one",
                "Quoted \"twice\" é # no comment",
            ),
            ("'It''s here'", "It's here"),
            ("\"Over two\nlines\"", "Over two lines"),
            (">-\n  Folded\n\n  text", "Folded text"),
            ("|\n  Kept\n  text", "Kept text"),
            ("Plain over\n  two lines", "Plain over two lines"),
            ("\n  on the next", "on the next"),
            ("\n  - a list", "a list"),
            ("\"never closed", "never closed"),
            ("\"\\x\\q\\", "\\x\\q\\"),
            ("\"\"", ""),
        ] {
            assert_eq!(title(value), expected, "{value}");
        }
    }

    #[test]
    fn keys_are_compared_without_strokes_and_nested_ones_follow_the_outer() {
        let header =
            "\"Canonical_URL\": a\npub-date: b\nvenue:\n  title: c\n- title: d\nhttp://x\nno key\n";
        let expected = [("canonicalurl", "a"), ("pubdate", "b"), ("venuetitle", "c")];
        let expected = expected.map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert_eq!(read(header, HeaderSyntax::Yaml), expected);
    }
}
