//! The name that the user probably meant.

/// Candidates that begin with `name`, without those that come twice, at most as many as people
/// read.
pub fn beginning<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 4;
    let mut found = Vec::new();
    for candidate in candidates {
        if 2 <= name.len() && candidate.starts_with(name) && !found.contains(&candidate) {
            found.push(candidate);
        }
    }
    found.truncate(MOST);
    found
}

/// The candidate most like `name`, if any is like it at all.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let rated = candidates.into_iter().map(|it| (strsim::damerau_levenshtein(name, it), it));
    let (distance, candidate) = rated.min_by_key(|(distance, _)| *distance)?;
    // Beyond this, a hint puzzles more than it helps.
    (distance <= 1 + name.chars().count() / 4).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_understood_and_nonsense_is_not() {
        let names = ["toggle-read", "toggle-star", "next-unread"];
        assert_eq!(nearest("togle-star", names), Some("toggle-star"));
        assert_eq!(nearest("next-unraed", names), Some("next-unread"));
        assert_eq!(nearest("quux", names), None);
    }
}
