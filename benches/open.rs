//! Opening a known library and what the first frame needs: rows, counts, views and orders.
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

#[path = "corpus/mod.rs"]
mod corpus;

use corpus::library::{known, run};
use dateline::{
    domain::{Listing, Order, View},
    library::Cancel,
};
use divan::Bencher;

/// Rows of a screen and its margins.
const N_ROWS: usize = 140;

fn main() {
    run();
}

/// From nothing to a library that can be asked.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_known_library(bencher: Bencher) {
    let known = known();
    bencher.bench_local(|| known.open());
}

/// As above, with the counts and the first rows.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_and_show(bencher: Bencher) {
    let known = known();
    bencher.bench_local(|| {
        let (library, _keeper) = known.open();
        let listing = Listing::default();
        let listed = library.list(&listing, None, &Cancel::never()).expect("a whole cache");
        (library.counts(), library.headlines(&listed, 0..N_ROWS).expect("a whole cache"))
    });
}

#[divan::bench]
fn counts(bencher: Bencher) {
    let known = known();
    bencher.bench_local(|| known.library.counts());
}

#[divan::bench]
fn first_rows(bencher: Bencher) {
    let known = known();
    let all = known.list(&Listing::default());
    bencher.bench_local(|| known.rows(&all, N_ROWS));
}

#[divan::bench]
fn rows_in_the_middle(bencher: Bencher) {
    let known = known();
    let all = known.list(&Listing::default());
    let middle = all.len() / 2;
    bencher.bench_local(|| {
        known.library.headlines(&all, middle..middle + N_ROWS).expect("a whole cache")
    });
}

/// Where an article stands in the list: asked for whenever the library has changed.
#[divan::bench]
fn locate(bencher: Bencher) {
    let known = known();
    let all = known.list(&Listing::default());
    let middle = all.len() / 2;
    let rows = known.library.headlines(&all, middle..middle + 1).expect("a whole cache");
    let id = rows.first().expect("an article").id;
    bencher.bench_local(|| known.library.locate(&all, id));
}

#[divan::bench(args = [View::All, View::Unread, View::Starred])]
fn view(bencher: Bencher, view: View) {
    let known = known();
    let listing = Listing { view, ..Listing::default() };
    bencher.bench_local(|| known.list(&listing));
}

/// Orders that have been made for this snapshot.
#[divan::bench(args = [Order::Date, Order::Source, Order::Title])]
fn order(bencher: Bencher, order: Order) {
    let known = known();
    let listing = Listing { order, ..Listing::default() };
    bencher.bench_local(|| known.list(&listing));
}

/// Orders that have to be made.
#[divan::bench(args = [Order::Source, Order::Title], sample_count = 5, sample_size = 1)]
fn order_for_the_first_time(bencher: Bencher, order: Order) {
    let known = known();
    let listing = Listing { order, ..Listing::default() };
    bencher.with_inputs(|| known.open()).bench_local_values(|(library, keeper)| {
        let listed = library.list(&listing, None, &Cancel::never()).expect("a whole cache");
        (listed, keeper)
    });
}

#[divan::bench(args = [true, false])]
fn next_unread(bencher: Bencher, is_down: bool) {
    let known = known();
    let all = known.list(&Listing::default());
    bencher.bench_local(|| known.library.unread_beside(&all, all.len() / 2, is_down));
}
