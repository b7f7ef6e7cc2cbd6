//! Marks, and an article that comes in.
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

#[path = "corpus/mod.rs"]
mod corpus;

use std::sync::atomic::{AtomicU32, Ordering};

use corpus::library::{known, run};
use dateline::{
    domain::{ArticleId, ArticleLanguage, Listing, Mark, MarkChange, Rank, Seq},
    index::{Cancel, Index, Writer},
    marks::{MarksFile, database::Marks},
    query::{Plan, Query},
};
use divan::Bencher;

fn main() {
    run();
}

fn marks() -> Marks {
    let known = known();
    MarksFile::of(&known.own_folders(), known.library.path()).open().expect("a database").marks
}

fn change(ids: Vec<ArticleId>) -> MarkChange {
    MarkChange { mark: Mark::Read, value: true, ids }
}

/// Until it is on the disk and on the screen's bits.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn one_mark_and_its_undo(bencher: Bencher) {
    let known = known();
    let mut marks = marks();
    let id = known.rows(&known.list(&Listing::default()), 1).first().expect("an article").id;
    let change = change(vec![id]);
    bencher.bench_local(|| mark_and_undo(&mut marks, &change));
}

/// All articles as one step. Beside SQLite alone: `cargo bench --bench limits`.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn all_marked_and_undone(bencher: Bencher) {
    let known = known();
    let mut marks = marks();
    let all = known.list(&Listing::default());
    let change = change(known.library.ids_of(&all).expect("a cache that is whole"));
    bencher.bench_local(|| mark_and_undo(&mut marks, &change));
}

fn mark_and_undo(marks: &mut Marks, change: &MarkChange) {
    let applied = marks.apply(change).expect("room for marks");
    let undone = marks.undo().expect("room for marks");
    for applied in applied.iter().chain(&undone) {
        known().library.take_marks(applied).expect("a cache that is whole");
    }
}

/// The ids of a list, which marking all of it needs.
#[divan::bench(sample_count = 20)]
fn ids_of_all(bencher: Bencher) {
    let known = known();
    let all = known.list(&Listing::default());
    bencher.bench_local(|| known.library.ids_of(&all).expect("a cache that is whole"));
}

/// From the text of an article until it is found, in an index of its own.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn one_article_added_until_found(bencher: Bencher) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let folder = tempfile::tempdir().expect("a folder");
    let index = Index::open(folder.path(), "bench").expect("a new index").index;
    let mut writer = Writer::open(&index, 30 << 20, 1).expect("its writer");
    let plan = Query::strict("quagga").expect("a query").plan();
    let Some(Plan::Texts(texts)) = plan else { return };
    bencher.bench_local(|| {
        let seq = NEXT.fetch_add(1, Ordering::Relaxed);
        let rank = Rank::new(None, Seq(seq));
        writer
            .add(rank, ArticleLanguage::UNKNOWN, "A quagga", ["It comes in."])
            .expect("room for an article");
        writer.commit(seq + 1).expect("room for the index");
        index.reload().expect("an index that is whole");
        let found = index.searcher().all(&texts, &Cancel::never());
        assert!(found.expect("an index that is whole").contains(seq));
    });
    writer.leave();
}
