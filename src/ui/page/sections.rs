//! Which paragraphs are titles of sections: they say so by `#`, or they look like it.

use crate::base::Clean;

/// Longer ones are sentences.
const MOST_CHARS: usize = 70;
/// What stands below a title, and above it, is a paragraph of text, at least as long as this.
const LEAST_TEXT_BYTES: usize = 120;

/// Whether a paragraph is the title of a section. Looks at it and its neighbours alone.
pub(super) fn is_title(paragraphs: &[Clean], at: usize) -> bool {
    let Some(text) = paragraphs.get(at) else { return false };
    if is_marked(text) {
        return true;
    }
    let is_text = |at: Option<usize>| {
        at.and_then(|at| paragraphs.get(at)).is_some_and(|text| LEAST_TEXT_BYTES <= text.len())
    };
    // A name of an author stands above the first paragraph, and looks the same.
    is_short_title(text) && is_text(at.checked_sub(1)) && is_text(Some(at + 1))
}

/// `## Like this`.
fn is_marked(text: &str) -> bool {
    let rest = text.trim_start_matches('#');
    let n_signs = text.len() - rest.len();
    (1..=6).contains(&n_signs) && rest.starts_with(' ') && !rest.trim().is_empty()
}

/// A few words that begin like a title and do not end like a sentence.
fn is_short_title(text: &str) -> bool {
    // Bytes are compared first, so that a long paragraph costs nothing.
    if 4 * MOST_CHARS < text.len() || MOST_CHARS < text.chars().count() {
        return false;
    }
    let text = text.trim();
    let begins = text
        .chars()
        .next()
        .is_some_and(|first| first.is_numeric() || first.is_alphabetic() && !first.is_lowercase());
    let ends = text.chars().next_back().is_some_and(|last| last.is_alphanumeric() || last == '?');
    begins && ends && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(paragraphs: &[&str]) -> Vec<usize> {
        let paragraphs: Vec<Clean> = paragraphs.iter().map(|text| Clean::new(text)).collect();
        (0..=paragraphs.len()).filter(|at| is_title(&paragraphs, *at)).collect()
    }

    #[test]
    fn titles_of_sections_say_so_or_stand_between_paragraphs_of_text() {
        let text = "The ferry has carried cars over the sound for sixty years. ".repeat(3);
        let text = text.as_str();
        assert_eq!(
            titles(&["By Ann Quay", text, "What comes next?", text, "8. Rates", text]),
            [2, 4]
        );
        assert_eq!(titles(&["# Ferries", "short", "## ", "#harbour", "####### seven"]), [0]);
        for no_title in
            ["She smiled.", "they said", "“No,” he said", "—", "Read more:", "2026", text]
        {
            assert!(titles(&[text, no_title, text]).is_empty(), "{no_title}");
        }
        assert!(titles(&[text, "Steam and Sail", "Coal", text]).is_empty());
        assert_eq!(titles(&[text, "航路の終わり", text]), [1]);
        assert!(titles(&[text, "The End"]).is_empty());
    }
}
