//! Languages of articles, the other forms of their words, and groups of sources.

use super::{Fixture, article, found};
use crate::{
    domain::Listing,
    library::{Cancel, Library},
    query::{Query, TextPart, Vocabulary},
};

const ENGLISH: &str = "The mayor said that it was not for her to say when the elections would be held, \
                       and that the people of the town had to be patient.";
const GERMAN: &str = "Die Leute in der Stadt sind mit den Wahlen nicht zufrieden, und auch der Rat ist \
                      der Meinung, dass das alles für die Stadt nicht gut war.";

fn fixture() -> Fixture {
    let other = article("Deutsch", "20260302", GERMAN).replace("gull.example", "mole.example");
    Fixture::new(&[
        ("one.txt", &article("English", "20260301", ENGLISH)),
        ("two.txt", &other),
        ("three.txt", &article("Short", "20260303", "Election!")),
    ])
}

fn found_by(library: &Library, vocabulary: &Vocabulary, text: &str) -> usize {
    let query = Some(vocabulary.strict(text).unwrap());
    let listing = Listing { query, ..Listing::default() };
    library.list(&listing, None, &Cancel::never()).unwrap().len()
}

#[test]
fn the_language_of_an_article_is_found_and_asked_for() {
    let fixture = fixture();
    let library = fixture.scan();
    assert_eq!(found(&library, "lang:en"), ["English"]);
    assert_eq!(found(&library, "lang:german"), ["Deutsch"]);
    assert_eq!(found(&library, "lang:none"), ["Short"]);
    assert_eq!(found(&library, "-lang:en"), ["Short", "Deutsch"]);
    assert_eq!(found(&library, "lang:fr"), Vec::<String>::new());
}

#[test]
fn words_find_their_other_forms_in_the_language_of_each_article() {
    let fixture = fixture();
    let library = fixture.scan();
    assert_eq!(found(&library, "election"), ["Short", "English"]);
    assert_eq!(found(&library, "\"election\""), ["Short"]);
    assert_eq!(found(&library, "=election"), Vec::<String>::new(), "its case differs");
    assert_eq!(found(&library, "wahl"), ["Deutsch"]);
    assert_eq!(found(&library, "elections NEAR/3 holding"), ["English"]);
    // The stem is that of the German article in German alone.
    assert_eq!(found(&library, "dies"), ["Deutsch"].map(String::from)[..0]);
    let plain = Vocabulary::new(false, &std::collections::BTreeMap::new());
    assert_eq!(found_by(&library, &plain, "election"), 1);
    assert_eq!(found_by(&library, &plain, "wahl"), 0);
}

#[test]
fn what_is_lit_and_listed_follows_the_same_rules() {
    let fixture = fixture();
    let library = fixture.scan();
    let query = Query::strict("wahl election").unwrap();
    let widened = library.widened(&query, 10, &Cancel::never()).unwrap();
    let words = |at: usize| -> Vec<&str> {
        widened[at].further.words.iter().map(|word| &*word.text).collect()
    };
    assert_eq!((words(0), words(1)), (vec!["wahlen"], vec!["elections"]));
    assert_eq!(&query.to_string()[widened[1].span.start..widened[1].span.end], "election");
    let german = library.find(super::all(&library)[1].id).unwrap();
    let passage = library.passage(german, &query).unwrap();
    let lit: Vec<&str> = passage.hits.iter().map(|hit| &passage.text[hit.clone()]).collect();
    assert_eq!(lit, ["Wahlen"]);
    assert!(query.matches(&passage.text, TextPart::Paragraph).is_empty(), "not in English");
}

#[test]
fn a_group_of_sources_is_any_of_them() {
    let fixture = fixture();
    let library = fixture.scan();
    let groups = [("ours".to_owned(), vec!["mole.example".to_owned(), "x*".to_owned()])].into();
    let vocabulary = Vocabulary::new(true, &groups);
    assert_eq!(found_by(&library, &vocabulary, "source:@ours"), 1);
    assert_eq!(found_by(&library, &vocabulary, "-source:@ours"), 2);
}
