//! Counts of what a list shows: over time and by what articles have in common. The columns are there.
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

#[path = "corpus/mod.rs"]
mod corpus;

use corpus::library::{known, run, search};
use dateline::{
    domain::{FacetKind, Listing},
    library::{Cancel, FacetWanted, Listed, TallyWanted},
};
use divan::Bencher;

/// All articles, most, some and few of them.
const QUERIES: &[&str] = &["", "the", "people", "zimzimzim"];

fn main() {
    run();
}

fn listed(query: &str) -> Listed {
    known().list(&if query.is_empty() { Listing::default() } else { search(query) })
}

fn count(bencher: Bencher, query: &str, wanted: &TallyWanted) {
    let listed = listed(query);
    let tally = || known().library.tally(&listed, wanted, &Cancel::never());
    tally().expect("a cache that is whole");
    bencher.bench_local(tally);
}

#[divan::bench(args = QUERIES)]
fn timeline(bencher: Bencher, query: &str) {
    count(bencher, query, &TallyWanted { has_timeline: true, ..TallyWanted::default() });
}

/// The values of a kind, as many as a screen has lines.
#[divan::bench(args = QUERIES, consts = [0, 12])]
fn sources<const N_PARTS: usize>(bencher: Bencher, query: &str) {
    let values = FacetWanted {
        contains: String::new(),
        n_values: 50,
        n_parts: N_PARTS,
        ..FacetWanted::default()
    };
    let facets = vec![FacetKind::Source];
    count(bencher, query, &TallyWanted { has_timeline: false, facets, values });
}

/// All that timeline and facets show together.
#[divan::bench(args = QUERIES)]
fn everything(bencher: Bencher, query: &str) {
    let values = FacetWanted {
        contains: String::new(),
        n_values: 50,
        n_parts: 12,
        ..FacetWanted::default()
    };
    let facets = FacetKind::ALL.to_vec();
    count(bencher, query, &TallyWanted { has_timeline: true, facets, values });
}
