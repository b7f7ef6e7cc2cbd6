//! A snippet is short, clean where the text is, and its highlights lie within it.
#![no_main]

use dateline::{
    base::Clean,
    domain::snippet,
    query::{Query, Tongue},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str, u8)| {
    let (asked, text, width) = input;
    let paragraphs: Vec<Clean> = text.lines().map(Clean::new).collect();
    let query = Query::typed(asked);
    let (text, lit) = snippet(&paragraphs, (&query, Tongue::spoken()), usize::from(width));
    assert!(text.chars().count() <= usize::from(width).max(2), "{text:?} in {width}");
    let mut last = 0;
    for lit in lit {
        assert!(last <= lit.start && lit.start < lit.end && text.get(lit.clone()).is_some());
        last = lit.end;
    }
    assert!(!text.contains(|c: char| c.is_control()));
});
