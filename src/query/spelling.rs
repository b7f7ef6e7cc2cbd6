//! Words that are spelled nearly as asked: `word~`, and patterns with stars.
//!
//! Index, highlighting and tests compare here, so that what is found is what is shown.

/// Whether `word` begins with the same letter as `token` and differs from it by at most `distance`
/// letters left out, put in, replaced, or changed with their neighbour.
pub fn is_within(token: &str, word: &str, distance: u8) -> bool {
    let (token, word): (Vec<char>, Vec<char>) = (token.chars().collect(), word.chars().collect());
    let most = usize::from(distance);
    if token.first() != word.first() || most < token.len().abs_diff(word.len()) {
        return false;
    }
    // Three rows of the table of distances; no cell needs more.
    let width = word.len() + 1;
    let mut above: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for (i, one) in token.iter().enumerate() {
        row[0] = i + 1;
        for (j, two) in word.iter().enumerate() {
            let replaced = last[j] + usize::from(one != two);
            let mut cell = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if 0 < i && 0 < j && token[i - 1] == *two && word[j - 1] == *one {
                cell = cell.min(above[j - 1] + 1);
            }
            row[j + 1] = cell;
        }
        if row.iter().all(|it| most < *it) {
            return false;
        }
        std::mem::swap(&mut above, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[word.len()] <= most
}

/// Whether a word fits a pattern: `*` stands for any letters, also none, `?` for one letter.
pub fn fits(pattern: &str, word: &str) -> bool {
    let (pattern, word): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), word.chars().collect());
    let (mut at, mut in_pattern) = (0, 0);
    // Where to go on if what follows the last star does not fit: one letter further for the star.
    let mut star: Option<(usize, usize)> = None;
    while at < word.len() {
        match pattern.get(in_pattern) {
            Some('*') => {
                star = Some((in_pattern, at));
                in_pattern += 1;
            }
            Some(c) if *c == '?' || *c == word[at] => {
                at += 1;
                in_pattern += 1;
            }
            _ => {
                let Some((of_star, taken)) = star else { return false };
                star = Some((of_star, taken + 1));
                (in_pattern, at) = (of_star + 1, taken + 1);
            }
        }
    }
    pattern[in_pattern..].iter().all(|c| *c == '*')
}

/// The letters that every word begins with that fits a pattern.
pub fn fixed_start(pattern: &str) -> &str {
    pattern.split(['*', '?']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_differ_by_so_many_letters() {
        for (one, two, distance, expected) in [
            ("election", "election", 1, true),
            ("election", "ejection", 1, true),
            ("election", "elections", 1, true),
            ("election", "elcetion", 1, true),
            ("election", "erections", 1, false),
            ("election", "erections", 2, true),
            ("election", "selection", 2, false),
            ("vote", "vote", 1, true),
            ("vote", "v", 1, false),
        ] {
            assert_eq!(is_within(one, two, distance), expected, "{one} {two}");
        }
    }

    #[test]
    fn patterns_fit_whole_words() {
        for (pattern, word, expected) in [
            ("*ing", "voting", true),
            ("*ing", "ings", false),
            ("w?rd", "word", true),
            ("w?rd", "wrd", false),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false),
            ("*", "", true),
        ] {
            assert_eq!(fits(pattern, word), expected, "{pattern} {word}");
        }
        assert_eq!((fixed_start("colo*r"), fixed_start("*ing")), ("colo", ""));
    }

    proptest! {
        #[test]
        fn it_is_the_distance_that_is_known(one in "[abc]{1,6}", two in "[abc]{1,6}", most in 0u8..3) {
            let same_start = one.chars().next() == two.chars().next();
            let distance = strsim::osa_distance(&one, &two);
            prop_assert_eq!(is_within(&one, &two, most), same_start && distance <= usize::from(most));
        }

        #[test]
        fn patterns_are_what_regular_expressions_say(pattern in "[ab*?]{0,6}", word in "[ab]{0,8}") {
            let written = format!("^(?:{})$", pattern.replace('*', ".*").replace('?', "."));
            let expected = regex::Regex::new(&written).unwrap().is_match(&word);
            prop_assert_eq!(fits(&pattern, &word), expected);
        }
    }
}
