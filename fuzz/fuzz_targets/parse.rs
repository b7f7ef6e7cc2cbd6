//! Any bytes give an article or a reason, and all that the article says is clean.
#![no_main]

use std::path::Path;

use dateline::{
    base::Clean,
    formats::{FileContext, Habits, read},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = Path::new("2022/02/15/fuzz.txt");
    // The first bit says whether the bytes are the head of a longer file.
    let is_cut = bytes.first().is_some_and(|byte| byte & 1 == 1);
    let size = bytes.len() as u64 + u64::from(is_cut);
    let Ok(article) = read(bytes, &FileContext { path, size, library: "fuzz", encoding: None, habits: &Habits::default() }) else {
        return;
    };
    assert!(!article.title.is_empty());
    let details: Vec<Clean> =
        article.problems.iter().map(|problem| Clean::new(&problem.detail())).collect();
    let header = [&article.title, &article.source].into_iter().chain(&article.url);
    for text in header.chain(&article.paragraphs).chain(&details) {
        assert_eq!(&Clean::new(text), text);
        assert!(!text.contains(|c: char| c.is_control()));
    }
});
