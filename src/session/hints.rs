//! Choosing a link by letters: the reader says which links are on the screen, the pane in front of
//! it takes the letters.

use crate::base::Clean;
use crate::domain::Position;

/// The links to choose from, and what has been typed of their letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    pub purpose: Purpose,
    pub choices: Vec<Choice>,
    pub typed: String,
}

/// What is done with the link that is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Purpose {
    #[default]
    Open,
    Copy,
}

/// A link, where its letters are shown, and the letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub letters: String,
    pub place: LinkPlace,
    pub url: Clean,
}

/// Where a link begins on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPlace {
    /// A row of the title block.
    Head(usize),
    Text(Position),
}

/// Where the fingers rest.
const HOME_ROW: &str = "asdfghjkl";
/// All letters, the best first, for screens full of links.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

impl Hints {
    /// Gives letters to each of `links`: one while the home row is enough, else two.
    pub fn new(purpose: Purpose, links: Vec<(LinkPlace, Clean)>) -> Self {
        let letters = labels(links.len());
        let choices = links.into_iter().zip(letters);
        let choices = choices.map(|((place, url), letters)| Choice { letters, place, url });
        Self { purpose, choices: choices.collect(), typed: String::new() }
    }

    /// The choices that what has been typed leaves.
    pub fn left(&self) -> impl Iterator<Item = &Choice> {
        self.choices.iter().filter(|choice| choice.letters.starts_with(&self.typed))
    }
}

fn labels(n: usize) -> Vec<String> {
    if n <= HOME_ROW.len() {
        return HOME_ROW.chars().take(n).map(String::from).collect();
    }
    let letters = if n <= HOME_ROW.len().pow(2) { HOME_ROW } else { LETTERS };
    let pairs = letters
        .chars()
        .flat_map(|first| letters.chars().map(move |second| String::from_iter([first, second])));
    pairs.take(n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_few_and_never_the_start_of_others() {
        assert_eq!(labels(3), ["a", "s", "d"]);
        assert_eq!(labels(10)[..2], ["aa", "as"]);
        for n in [0, 1, 9, 10, 81, 82, 600] {
            let labels = labels(n);
            assert_eq!(labels.len(), n);
            for label in &labels {
                assert_eq!(labels.iter().filter(|other| other.starts_with(label)).count(), 1);
            }
        }
    }
}
