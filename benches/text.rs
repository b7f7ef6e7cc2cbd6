//! Text: cleaning it, taking words from it, reading and parsing an article, laying out a screen.
#![allow(clippy::expect_used, reason = "a bench that cannot go on should say where")]

#[path = "corpus/mod.rs"]
mod corpus;

use std::{path::Path, sync::Arc};

use corpus::library::{known, run};
use dateline::{
    base::{Clean, words::each_word},
    config::Config,
    domain::{Article, Listing, PageIndex},
    formats,
    ui::page::{Page, PageStyle},
};
use divan::{Bencher, counter::BytesCount};

const PLAIN: &str = "The council met on Tuesday, and nobody was surprised that it did. ";
const MIXED: &str =
    "Zürich 🗳️ “quoted” – e\u{301}t\u{e9} 東京の新聞 \u{202e}reversed\u{202c} \u{1b}[31m end. ";

fn main() {
    run();
}

#[divan::bench(args = [PLAIN, MIXED])]
fn clean(bencher: Bencher, text: &str) {
    let text = text.repeat(1_000);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| Clean::new(&text));
}

#[divan::bench(args = [PLAIN, MIXED])]
fn words(bencher: Bencher, text: &str) {
    let text = Clean::new(&text.repeat(1_000));
    bencher.counter(BytesCount::of_str(text.as_str())).bench_local(|| {
        let mut n_words = 0;
        each_word(text.as_str(), |_, _| n_words += 1);
        n_words
    });
}

/// From its file, as when it is opened.
#[divan::bench]
fn read_article(bencher: Bencher) {
    let known = known();
    let all = known.list(&Listing::default());
    let id = known.rows(&all, 1).first().expect("an article").id;
    bencher.bench_local(|| known.library.article(id).expect("its file"));
}

/// From its bytes.
#[divan::bench]
fn parse_article(bencher: Bencher) {
    let bytes = article_bytes(40);
    bencher.counter(BytesCount::of_slice(&bytes)).bench_local(|| parse(&bytes));
}

/// The first screen of an article of so many words.
#[divan::bench(args = [500, 50_000, 500_000])]
fn first_screen(bencher: Bencher, n_words: usize) {
    let (article, index) = long_article(n_words);
    bencher.bench_local(|| {
        let mut page =
            Page::new(Arc::clone(&article), Arc::clone(&index), PageStyle::of(&Config::default()));
        page.resize(80, 60);
        page.rows().len()
    });
}

/// A key in the middle of an article of so many words.
#[divan::bench(args = [500, 50_000, 500_000])]
fn scroll(bencher: Bencher, n_words: usize) {
    let (article, index) = long_article(n_words);
    let mut page = Page::new(article, index, PageStyle::of(&Config::default()));
    page.resize(80, 60);
    page.to_percent(50);
    bencher.bench_local(|| {
        page.down(1);
        page.up(1);
        page.rows().len()
    });
}

/// Another width in the middle of an article of so many words.
#[divan::bench(args = [500, 50_000, 500_000])]
fn resize(bencher: Bencher, n_words: usize) {
    let (article, index) = long_article(n_words);
    let mut page = Page::new(article, index, PageStyle::of(&Config::default()));
    page.resize(80, 60);
    page.to_percent(50);
    bencher.bench_local(|| {
        page.resize(72, 60);
        page.resize(80, 60);
        page.rows().len()
    });
}

fn article_bytes(n_paragraphs: usize) -> Vec<u8> {
    let paragraph = PLAIN.repeat(4) + "\n";
    let head = "A title of some words\n20260301\nhttps://wire.example/1\n";
    (head.to_owned() + &paragraph.repeat(n_paragraphs)).into_bytes()
}

fn parse(bytes: &[u8]) -> Article {
    let (path, size) = (Path::new("bench.txt"), bytes.len() as u64);
    let reading = formats::FileContext {
        path,
        size,
        library: "bench",
        encoding: None,
        habits: &formats::Habits::default(),
    };
    formats::read(bytes, &reading).expect("an article")
}

fn long_article(n_words: usize) -> (Arc<Article>, Arc<PageIndex>) {
    let words_a_paragraph = 4 * PLAIN.split_whitespace().count();
    let article = Arc::new(parse(&article_bytes(n_words / words_a_paragraph)));
    let index = Arc::new(PageIndex::new(&article));
    (article, index)
}
