//! How well words fit a command: its name, the other words it is looked for by, what is said of it.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

use crate::session::About;

/// What the words are found in, and how well. The more telling is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Anywhere in its name, its other words, or what is said of it; so many begin a word there.
    Text(usize),
    /// Its name and its other words have words that begin so.
    Words,
    /// Letters of its name.
    Name(u32),
}

/// Words that are typed to find a command.
pub(super) struct Words {
    typed: Vec<String>,
    by_letters: Pattern,
    matcher: Matcher,
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let (case, marks) = (CaseMatching::Ignore, Normalization::Smart);
        Self {
            typed: text.split_whitespace().map(str::to_lowercase).collect(),
            by_letters: Pattern::new(text, case, marks, AtomKind::Fuzzy),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    /// How well they fit a command, if they do.
    pub(super) fn fit(&mut self, about: &About) -> Option<Fit> {
        let by_name = self.fit_of_name(about.name);
        by_name.or_else(|| self.fit_of_words(about)).or_else(|| self.fit_of_text(about))
    }

    /// By letters of the name. Each of them begins a word or follows the letter typed before it:
    /// letters from anywhere mean nothing.
    fn fit_of_name(&mut self, name: &str) -> Option<Fit> {
        let (mut room, mut found) = (Vec::new(), Vec::new());
        let name_letters = Utf32Str::new(name, &mut room);
        let score = self.by_letters.indices(name_letters, &mut self.matcher, &mut found)?;
        found.sort_unstable();
        let begins_word = |at: usize| at == 0 || name.as_bytes().get(at - 1) == Some(&b'-');
        let is_sound = (0..found.len()).all(|nth| {
            let at = found[nth] as usize;
            let follows = nth.checked_sub(1).is_some_and(|before| found[before] + 1 >= found[nth]);
            follows || begins_word(at)
        });
        is_sound.then_some(Fit::Name(score))
    }

    /// Each word begins one of the name or of the others that it is looked for by.
    fn fit_of_words(&self, about: &About) -> Option<Fit> {
        let known = about.name.split('-').chain(about.also.iter().flat_map(|it| it.split(' ')));
        let known: Vec<String> = known.map(str::to_lowercase).collect();
        let begins = |word: &String| known.iter().any(|it| it.starts_with(word.as_str()));
        self.typed.iter().all(begins).then_some(Fit::Words)
    }

    fn fit_of_text(&self, about: &About) -> Option<Fit> {
        let text = format!("{} {} {}", about.name, about.also.join(" "), about.doc).to_lowercase();
        let begins = |word: &&String| {
            let mut known = text.split(|c: char| !c.is_alphanumeric());
            known.any(|it| it.starts_with(word.as_str()))
        };
        let is_there = self.typed.iter().all(|word| text.contains(word.as_str()));
        is_there.then(|| Fit::Text(self.typed.iter().filter(begins).count()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(words: &str, about: &About) -> Option<Fit> {
        Words::new(words).fit(about)
    }

    #[test]
    fn letters_of_a_name_begin_its_words_or_follow_each_other() {
        let about = |name| About::new(name, &[], "");
        for (words, name) in
            [("sortmatch", "sort-by-match"), ("sbm", "sort-by-match"), ("SoBy", "sort-by-match")]
        {
            assert!(matches!(fit(words, &about(name)), Some(Fit::Name(_))), "{words}");
        }
        for (words, name) in [("tag", "next-paragraph"), ("save", "select-above")] {
            assert_eq!(fit(words, &about(name)), None, "{words}");
        }
    }

    #[test]
    fn other_words_say_less_than_the_name_and_more_than_the_description() {
        let mut star = About::new("toggle-star", &[], "Toggle the star of the article");
        star.also = ["favourite keep", "Lesezeichen Gefällt"];
        assert!(matches!(fit("star", &star), Some(Fit::Name(_))));
        for words in ["fav", "keep star", "gefäll", "LESE"] {
            assert_eq!(fit(words, &star), Some(Fit::Words), "{words}");
        }
        assert_eq!(fit("article rticle", &star), Some(Fit::Text(1)));
        assert_eq!(fit("export", &star), None);
        assert!(Fit::Text(usize::MAX) < Fit::Words && Fit::Words < Fit::Name(0));
    }
}
