//! The header's keys and values at its top level: as much of YAML and TOML as headers of articles
//! are made of.

/// What the header is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Language {
    #[default]
    Yaml,
    Toml,
}

/// A key in small letters without strokes, and what it says on one line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: String,
}

/// Lines that one value may take.
const MAX_VALUE_LINES: usize = 40;

/// All keys at the top level with their values, in order.
pub(super) fn entries(header: &[&str], language: Language) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = 0;
    while let Some(line) = header.get(at) {
        at += 1;
        if language == Language::Toml && line.trim_start().starts_with('[') {
            // Tables follow, whose keys are not the article's own.
            break;
        }
        let Some((key, value)) = key(line, language) else { continue };
        let following = &header[at..header.len().min(at + MAX_VALUE_LINES)];
        let (value, n_lines) = value_of(value, following, language);
        entries.push(Entry { key, value });
        at += n_lines;
    }
    entries
}

/// Whether a line says nothing: it is blank or a comment.
pub(super) fn is_idle(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

/// The key at the top level that a line begins with, and the rest of the line.
pub(super) fn key(line: &str, language: Language) -> Option<(String, &str)> {
    if is_idle(line) {
        return None;
    }
    let (key, value) = match language {
        Language::Yaml => {
            if line.starts_with([' ', '\t', '-']) {
                return None;
            }
            let (key, value) = line.split_once(':')?;
            // `http://…` has no key; `key:value` is none either, in YAML.
            (value.is_empty() || value.starts_with([' ', '\t'])).then_some((key, value))?
        }
        Language::Toml => line.split_once('=')?,
    };
    let key = key.trim().trim_matches(['"', '\'']);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    // Prose has blanks before its colon.
    if key.is_empty() || 64 < key.len() || !key.chars().all(is_part) {
        return None;
    }
    let key = key.to_lowercase().replace(['_', '-'], "");
    Some((key, value.trim()))
}

/// A value on one line, and how many of the following lines belong to it.
fn value_of(first: &str, following: &[&str], language: Language) -> (String, usize) {
    if language == Language::Toml {
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
        let is_yaml = language == Language::Yaml;
        let (raw, n_lines) = up_to(start, following, |text| {
            if is_yaml { end_of_quoted(text, false) } else { text.find('\'') }
        });
        return (if is_yaml { raw.replace("''", "'") } else { raw }, n_lines);
    }
    if language == Language::Toml {
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
        line.starts_with("- ") || line == "-" || key(line, language).is_some()
    });
    let n_lines = if is_nested { 0 } else { n_lines };
    (joined(without_comment(first), &following[..n_lines]), n_lines)
}

/// A quoted value from behind its quote to where `end` finds the other, over several lines; to
/// the end of the first where there is none.
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

/// Escapes resolved; those that nobody knows are left as they stand.
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

    fn read(header: &str, language: Language) -> Vec<(String, String)> {
        let lines: Vec<&str> = header.lines().collect();
        entries(&lines, language).into_iter().map(|it| (it.key, it.value)).collect()
    }

    fn title(value: &str) -> String {
        let entries = read(&format!("title: {value}\nnext: x"), Language::Yaml);
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
            ("\n  en: English", ""),
            ("\n  - a list", ""),
            ("\"never closed", "never closed"),
            ("\"\\x\\q\\", "\\x\\q\\"),
            ("\"\"", ""),
        ] {
            assert_eq!(title(value), expected, "{value}");
        }
    }

    #[test]
    fn keys_are_compared_without_strokes_and_nested_ones_are_not_ours() {
        let header =
            "\"Canonical_URL\": a\npub-date: b\nvenue:\n  title: c\n- title: d\nhttp://x\nno key\n";
        let expected = [("canonicalurl", "a"), ("pubdate", "b"), ("venue", "")];
        let expected = expected.map(|(key, value)| (key.to_owned(), value.to_owned()));
        assert_eq!(read(header, Language::Yaml), expected);
    }
}
