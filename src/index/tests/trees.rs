//! Trees of what is asked, with fields, words near each other, and words that are spelled alike.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{Model, check, large, open, text, writer};

const TREES: [&str; 34] = [
    "* ",
    "-* ",
    "a OR b ",
    "(a OR ab) -b ",
    "-(a b) OR c ",
    "NOT a OR NOT b ",
    "(a OR b) (ab OR ba) -(abc OR 東京) ",
    "\"ab ba\" OR \"a ab\" ",
    "(\"ab ba\" OR c) a ",
    "-(\"a a*\" OR b) ",
    "title:a ",
    "title:a",
    "title:\"ab ba\" ",
    "title:(a OR b) ab ",
    "body:ab ",
    "body:a",
    "body:\"ab ba\" ",
    "body:\"ab b*\" ",
    "-body:a a ",
    "title:ab body:ab ",
    "a NEAR/2 ab ",
    "a NEAR/1 a ",
    "b BEFORE/3 abc ",
    "(a OR \"ab ba\") NEAR/2 (ab OR c++) ",
    "a NEAR/2 b NEAR/2 ab ",
    "title:(a NEAR/2 ab) ",
    "body:(a NEAR/2 ab) ",
    "\"a ab\"~2 -b ",
    "ab* NEAR/1 東京都 ",
    "abcd~ ",
    "abcx~ -a ",
    "*bca OR ab?d ",
    "a*ca ",
    "title:abc* OR body:*bcd ",
];

fn tree() -> impl Strategy<Value = String> {
    let word = select(vec!["a", "ab", "abc", "b", "ba", "東京", "c++", "don't", "한국", "e"]);
    let leaf = prop_oneof![
        4 => word.clone().prop_map(str::to_owned),
        1 => word.clone().prop_map(|word| format!("{word}*")),
        2 => (word.clone(), word.clone()).prop_map(|(one, two)| format!("\"{one} {two}\"")),
        1 => (word.clone(), 1..4, word.clone())
            .prop_map(|(one, n, two)| format!("({one} NEAR/{n} {two})")),
        1 => (select(vec!["title", "body"]), word.clone())
            .prop_map(|(field, word)| format!("{field}:{word}")),
        1 => (select(vec!["title", "body"]), word.clone(), word)
            .prop_map(|(field, one, two)| format!("{field}:\"{one} {two}\"")),
        1 => select(vec!["abcd~", "ab*d", "*bca", "*"]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" "))),
            vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" OR "))),
            inner.prop_map(|part| format!("-{part}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_tree_finds_what_a_scan_finds(
        articles in vec((0..40_u32, 0..9_u32, vec(text(), 1..4)), 0..30),
        trees in vec(tree(), 30),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let index = open(dir.path());
        let (mut writer, mut model) = (writer(&index), Model::default());
        for (nth, (seq, day, texts)) in articles.iter().enumerate() {
            let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
            model.add(&mut writer, *seq, *day, &texts);
            if nth % 9 == 8 {
                writer.commit(7).unwrap();
            }
        }
        writer.commit(7).unwrap();
        index.reload().unwrap();
        for query in TREES {
            check(&index.searcher(), &model, query);
        }
        for query in trees {
            check(&index.searcher(), &model, &format!("{query} "));
        }
    }
}

#[test]
fn trees_are_answered_through_all_windows() {
    let dir = tempfile::tempdir().unwrap();
    let (index, model) = large(dir.path());
    for query in [
        "lead1 OR word7 ",
        "-(lead1 OR word7) lead2 ",
        "(\"lead1 word4\" OR lead2) -word5 ",
        "lead1 NEAR/1 word4 ",
        "title:lead1 OR body:lead1 ",
        "body:word3 ",
        "word1234~ OR *rdy ",
    ] {
        check(&index.searcher(), &model, query);
    }
}
