//! What commands and the words behind them are called in the language chosen. The English names are
//! understood everywhere.

use crate::{
    base::{language::translated, wording},
    domain::{ContextOrder, FacetKind, Period},
};

/// The names in the language chosen of what is called `name` in English; none in English.
pub(super) fn own_names(name: &str) -> impl Iterator<Item = &'static str> {
    translated(&format!("name-{name}")).unwrap_or_default().split_whitespace()
}

pub(super) fn is_own_name(word: &str, name: &str) -> bool {
    let word = word.to_lowercase();
    own_names(name).any(|own| own == word)
}

/// The periods in the order of [`Period::ALL`], and the kinds in that of [`FacetKind::ALL`].
pub(super) const PERIODS: [&str; 4] = ["day", "week", "month", "year"];
pub(super) const KINDS: [&str; 7] =
    ["source", "folder", "year", "month", "language", "state", "length"];

pub(super) fn period(text: &str) -> Result<Option<Period>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let period = named(text, &PERIODS).map(|at| Period::ALL[at]);
    period.map(Some).ok_or_else(|| wording!("plain-timeline-how").to_owned())
}

pub(super) fn kind(text: &str) -> Result<FacetKind, String> {
    let kind = named(text, &KINDS).map(|at| FacetKind::ALL[at]);
    kind.ok_or_else(|| wording!("plain-facets-how").to_owned())
}

/// What can stand behind `context`.
pub(super) const SIDES: [(&str, ContextOrder); 3] =
    [("date", ContextOrder::Date), ("left", ContextOrder::Left), ("right", ContextOrder::Right)];

pub(super) fn side(text: &str) -> Result<ContextOrder, String> {
    if text.is_empty() {
        return Ok(ContextOrder::Date);
    }
    let side = named(text, &SIDES.map(|(name, _)| name)).map(|at| SIDES[at].1);
    side.ok_or_else(|| wording!("plain-context-how").to_owned())
}

/// The place of the name that is meant, in English or the language chosen.
fn named(text: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|name| *name == text || is_own_name(text, &format!("by-{name}")))
}
