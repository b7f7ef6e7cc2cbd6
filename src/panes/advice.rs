//! What newcomers look for that no command does: a line that says how it is.

use crate::base::wording;

/// Shorter words begin too many others.
const LEAST_LETTERS: usize = 3;

/// The line for typed words, all of which are more than half of a word that it is for.
pub(super) fn advice(typed: &str) -> Option<&'static str> {
    let all = [
        (wording!("advice-delete-for"), wording!("advice-delete")),
        (wording!("advice-open-for"), wording!("advice-open")),
        (wording!("advice-language-for"), wording!("advice-language")),
        (wording!("advice-font-for"), wording!("advice-font")),
        (wording!("advice-fetch-for"), wording!("advice-fetch")),
        (wording!("advice-note-for"), wording!("advice-note")),
        (wording!("advice-export-for"), wording!("advice-export")),
        (wording!("advice-hide-for"), wording!("advice-hide")),
        (wording!("advice-image-for"), wording!("advice-image")),
        (wording!("advice-query-for"), wording!("advice-query")),
        (wording!("advice-program-for"), wording!("advice-program")),
        (wording!("advice-duplicates-for"), wording!("advice-duplicates")),
        (wording!("advice-email-for"), wording!("advice-email")),
    ];
    let typed = typed.to_lowercase();
    let is_long = LEAST_LETTERS <= typed.trim().chars().count();
    // `down` is the name of a command, and only the beginning of `download`.
    let begins = |known: &str, word: &str| known.starts_with(word) && known.len() < 2 * word.len();
    let fits = |known: &str| {
        typed.split_whitespace().all(|word| known.split(' ').any(|it| begins(it, word)))
    };
    let found = all.iter().find(|(known, _)| is_long && fits(known));
    found.map(|(_, said)| *said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_no_command_stands_for_have_an_answer() {
        assert!(advice("delete").is_some_and(|said| said.contains("never deletes")));
        assert_eq!(advice("Open another Folder"), advice("directory"));
        for typed in ["", "de", "delete all", "down", "sort"] {
            assert_eq!(advice(typed), None, "{typed}");
        }
    }
}
