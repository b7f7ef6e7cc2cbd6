//! Other forms of words, each in the articles whose language makes it one.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{Model, check, open, typed, writer};
use crate::index::Cancel;

const WORDS: [&str; 14] = [
    "election",
    "elections",
    "elected",
    "elector",
    "wahl",
    "wahlen",
    "dies",
    "die",
    "died",
    "say",
    "said",
    "use",
    "using",
    "us",
];

const QUERIES: [&str; 17] = [
    "election ",
    "elections",
    "elected OR wahl ",
    "wahlen -dies ",
    "wahlen",
    "Wahlen ",
    "\"elections\" ",
    "dies ",
    "title:elections ",
    "body:say ",
    "body:elected died ",
    "says NEAR/2 elections ",
    "(say OR \"use us\") NEAR/3 (elections OR dies) ",
    "title:(say NEAR/2 use) ",
    "-used ",
    "(used OR saying) -(wahlen die) ",
    "us ",
];

fn text() -> impl Strategy<Value = String> {
    vec(select(WORDS.to_vec()), 0..5).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn other_forms_are_found_where_the_language_has_them(
        articles in vec((0..40_u32, 0..9_u32, vec(text(), 1..4)), 0..30),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let index = open(dir.path());
        let (mut writer, mut model) = (writer(&index), Model::default());
        for (nth, (seq, day, texts)) in articles.iter().enumerate() {
            let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
            model.add(&mut writer, *seq, *day, &texts);
            if nth % 12 == 11 {
                writer.commit(7).unwrap();
            }
        }
        writer.commit(7).unwrap();
        index.reload().unwrap();
        for query in QUERIES {
            check(&index.searcher(), &model, query);
        }
    }
}

#[test]
fn what_was_added_is_known_with_its_numbers() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let (mut writer, mut model) = (writer(&index), Model::default());
    // The second is in English, the third in German.
    model.add(&mut writer, 1, 1, &["elections", "elected"]);
    model.add(&mut writer, 2, 1, &["wahlen", "elections"]);
    writer.commit(7).unwrap();
    model.add(&mut writer, 6, 1, &["elections elector"]);
    writer.commit(7).unwrap();
    index.reload().unwrap();
    let further = |text: &str| {
        let query = typed(text);
        let clauses = query.clauses();
        let found = index.searcher().further_words(clauses[0].0, 9, &Cancel::never()).unwrap();
        assert!(found.is_whole);
        let word =
            |it: &crate::index::FurtherWord| (it.text.to_string(), it.n_articles, it.is_form);
        found.words.iter().map(word).collect::<Vec<_>>()
    };
    let of = |text: &str, n, is_form| (text.to_owned(), n, is_form);
    assert_eq!(further("election "), [of("elections", 3, true), of("elected", 1, true)]);
    assert_eq!(further("electi"), [of("elections", 3, false)]);
    assert_eq!(further("wahl "), [of("wahlen", 1, true)]);
    assert_eq!(further("\"election\" "), []);
    let forms = index.searcher().other_forms(typed("elections").clauses()[0].0, &Cancel::never());
    assert_eq!(forms.unwrap(), ["elected".into()]);
}
