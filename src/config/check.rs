//! Reads the settings that are right, and reports every mistake in the rest.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{Config, KeysConfig, Mistake, did_you_mean};
use crate::base::wording;

/// With more mistakes than that, it is not a settings file.
const MOST: usize = 100;

/// The settings that `text` states. What is wrong counts as not stated.
pub fn check(text: &str) -> (Config, Vec<Mistake>) {
    let (stated, mistakes) = right_part(text);
    let mut config: Config = Config::parse(&stated).unwrap_or_default();
    config.keys = KeysConfig::stated(&stated);
    (config, mistakes)
}

/// `text` with blanks for everything that is wrong, and what that is.
pub(super) fn right_part(text: &str) -> (String, Vec<Mistake>) {
    let mut left = text.to_owned();
    let mut mistakes = Vec::new();
    while let Err(error) = Config::parse(&left) {
        let at = error.span().unwrap_or(0..0);
        mistakes.push(Mistake::at(text, at.start, explain(error.message())));
        let wrong = wrong_part(&left, at.start);
        if MOST <= mistakes.len() || !blank(&mut left, wrong) {
            // Nothing can be told apart any more.
            return (String::new(), sorted(mistakes));
        }
    }
    (left, sorted(mistakes))
}

fn sorted(mut mistakes: Vec<Mistake>) -> Vec<Mistake> {
    mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    mistakes
}

/// The whole of the setting, or of the section, around a mistake.
fn wrong_part(text: &str, at: usize) -> Range<usize> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[line..].trim_start().starts_with('[') {
        let next = text[line_end..].find("\n[").map_or(text.len(), |next| line_end + next);
        return line..next;
    }
    let (table, _) = DeTable::parse_recoverable(text);
    innermost(table.get_ref(), at).unwrap_or(line..line_end)
}

/// The setting around `at`, not the section.
fn innermost(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    for (key, value) in table {
        if let DeValue::Table(table) = value.get_ref()
            && let Some(inner) = innermost(table, at)
        {
            return Some(inner);
        }
        let whole = key.span().start..value.span().end;
        if key.span().start <= value.span().start && whole.contains(&at) {
            return Some(whole);
        }
    }
    None
}

/// Writes blanks over a part; false if there is nothing left to write over.
fn blank(text: &mut String, part: Range<usize>) -> bool {
    let Some(old) = text.get(part.clone()).filter(|old| !old.trim().is_empty()) else {
        return false;
    };
    let blanks: String = old.bytes().map(|it| if it == b'\n' { '\n' } else { ' ' }).collect();
    text.replace_range(part, &blanks);
    true
}

/// Translates the parser's message: what is unknown, and what was probably meant.
pub(super) fn explain(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let Some(name) = quoted.next() else { return message.to_owned() };
    let known: Vec<&str> = quoted.collect();
    let near = did_you_mean(name, known.iter().copied());
    let near = if near.is_empty() { wording!("there-are", names = known.join(", ")) } else { near };
    if message.starts_with("unknown field") {
        wording!("setting-no-name", name = name, near = near)
    } else if message.starts_with("unknown variant") {
        wording!("setting-no-choice", name = name, near = near)
    } else {
        message.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::MarkRead;

    #[test]
    fn every_mistake_is_said_with_its_place_and_the_rest_counts() {
        let text = "[list]\nday-headings = false\nscroloff = 2\n\n[raeder]\nx = 1\n\n[reader]\n\
                    width-cells = \"wide\"\nmark-read = \"ending\"\nwords-per-minute = 99\n";
        let (config, mistakes) = check(text);
        let said: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 4, "{said:#?}");
        assert_eq!(
            said[0],
            "line 3, column 1: unknown setting: scroloff; did you mean `scrolloff`?"
        );
        assert_eq!(said[1], "line 5, column 2: unknown setting: raeder; did you mean `reader`?");
        assert!(said[2].starts_with("line 9, column 15: invalid type"), "{said:#?}");
        assert!(said[3].starts_with("line 10, column 13: unknown value: ending"), "{said:#?}");
        assert!(!config.list.day_headings);
        assert_eq!((config.reader.words_per_minute, config.reader.width_cells), (99, 80));
        assert_eq!(config.reader.mark_read, MarkRead::Opening);
    }

    #[test]
    fn what_is_no_settings_file_at_all_is_said_once_and_comes_to_an_end() {
        for text in
            ["[", "[list", "= = =", "\u{0}", "a\nb\nc\n", "[list]\nscrolloff = 3\nscrolloff = 4\n"]
        {
            let (_, mistakes) = check(text);
            assert!(!mistakes.is_empty(), "{text}");
        }
        assert_eq!(check("").1, []);
    }
}
