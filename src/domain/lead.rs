//! How an article begins, for lists that show it.

use unicode_segmentation::UnicodeSegmentation;

use crate::base::Clean;

/// Characters of a paragraph that are examined: a screen's width and more, however long it is.
const MOST: usize = 400;

/// The first sentence of a body, cut where it is longer than any line; empty if there is none.
pub fn lead(paragraphs: &[Clean]) -> Clean {
    let has_letter = |text: &&Clean| text.chars().take(MOST).any(char::is_alphanumeric);
    let Some(first) = paragraphs.iter().find(has_letter) else {
        return Clean::default();
    };
    let end = first.char_indices().nth(MOST).map_or(first.len(), |(at, _)| at);
    let sentence =
        first[..end].split_sentence_bounds().find(|it| it.contains(char::is_alphanumeric));
    Clean::new(sentence.unwrap_or_default().trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_is_the_lead_whatever_stands_before_it() {
        let lead_of = |lines: &[&str]| {
            let paragraphs: Vec<Clean> = lines.iter().map(|line| Clean::new(line)).collect();
            lead(&paragraphs).to_string()
        };
        assert_eq!(lead_of(&["* * *", "A boat left. Nobody waved."]), "A boat left.");
        assert_eq!(lead_of(&["渡し船が出た。誰も手を振らない。"]), "渡し船が出た。");
        assert_eq!(lead_of(&["no stop at all"]), "no stop at all");
        assert_eq!(lead_of(&["é".repeat(9_000).as_str()]).chars().count(), MOST);
        assert_eq!((lead_of(&[]), lead_of(&["—"])), (String::new(), String::new()));
    }
}
