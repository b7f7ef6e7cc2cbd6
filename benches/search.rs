//! Searches, a keystroke each: the first page, all hits with their number, and the best ones.
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

#[path = "corpus/mod.rs"]
mod corpus;

use corpus::library::{known, run, search};
use dateline::{
    domain::{Listing, Order},
    library::Cancel,
};
use divan::Bencher;

/// A word as it is typed, words that are common and rare, phrases, several words.
const QUERIES: &[&str] = &[
    "a",
    "al",
    "alp",
    "the",
    "people",
    "people wat",
    "the world of",
    "zimzimzim",
    "\"of the\"",
    "\"in the world\"",
    "people -water",
    "-the",
];

/// What a screen of results shows passages of.
const N_PASSAGES: usize = 18;

fn main() {
    run();
}

#[divan::bench(args = QUERIES)]
fn understand(query: &str) -> Listing {
    search(query)
}

/// What is shown first: the newest three hundred.
#[divan::bench(args = QUERIES)]
fn first_page(bencher: Bencher, query: &str) {
    let known = known();
    let listing = search(query);
    bencher.bench_local(|| {
        known
            .library
            .first_page(&listing, &Cancel::never(), &mut |_| ())
            .expect("an index that is whole")
    });
}

/// All hits and how many they are.
#[divan::bench(args = QUERIES)]
fn all_hits(bencher: Bencher, query: &str) {
    let known = known();
    let listing = search(query);
    bencher.bench_local(|| known.list(&listing).len());
}

#[divan::bench(args = QUERIES)]
fn best_first(bencher: Bencher, query: &str) {
    let known = known();
    let listing = Listing { order: Order::Relevance, ..search(query) };
    bencher.bench_local(|| known.list(&listing).len());
}

/// Hits in the order of their titles, once that order is known.
#[divan::bench(args = ["the", "people"])]
fn by_title(bencher: Bencher, query: &str) {
    let known = known();
    let listing = Listing { order: Order::Title, ..search(query) };
    bencher.bench_local(|| known.list(&listing).len());
}

/// The passages of a screen of hits, each read from its article.
#[divan::bench(args = ["people", "\"of the\""])]
fn passages(bencher: Bencher, query: &str) {
    let known = known();
    let listing = search(query);
    let hits = known.list(&listing);
    let query = listing.query.expect("a query");
    bencher.bench_local(|| {
        let passage = |seq| known.library.passage(seq, &query).map(|it| it.hits.len()).ok();
        hits.seqs(0..N_PASSAGES).filter_map(passage).sum::<usize>()
    });
}
