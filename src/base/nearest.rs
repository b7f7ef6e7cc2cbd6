//! What somebody probably meant.

/// The candidate most like `name`, if any is like it at all.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this, a hint puzzles more than it helps.
    const LEAST_LIKENESS: f64 = 0.8;
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| LEAST_LIKENESS <= *likeness)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, candidate)| candidate)
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
