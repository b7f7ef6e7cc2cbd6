//! What of a text is found and lit.

use super::*;

/// The parts of a paragraph that a query lights.
fn lit<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
    let ranges = Query::strict(query).unwrap().matches(text, TextPart::Paragraph);
    ranges.into_iter().map(|range| &text[range]).collect()
}

fn typed_lit<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
    let ranges = Query::typed(query).matches(text, TextPart::Paragraph);
    ranges.into_iter().map(|range| &text[range]).collect()
}

fn satisfies(query: &str, texts: &[&str]) -> bool {
    Query::strict(query).unwrap().is_satisfied_by(texts.iter().copied())
}

#[test]
fn all_words_must_occur_and_none_that_is_left_out() {
    let query = "war peace -\"press release\"";
    assert!(satisfies(query, &["Peace", "after the WAR"]));
    assert!(!satisfies(query, &["Peace"]));
    assert!(!satisfies(query, &["Peace", "war", "a press release"]));
    assert!(satisfies(query, &["Peace", "war", "press", "release"]));
    assert!(satisfies("-a -b", &["c"]) && !satisfies("-a -b", &["c", "b"]));
    assert!(satisfies("a OR b", &["b"]) && !satisfies("(a OR b) c", &["b"]));
    assert!(satisfies("title:a", &["a", "b"]) && !satisfies("title:b", &["a", "b"]));
    assert!(satisfies("body:b", &["a", "b"]) && !satisfies("body:a", &["a", "b"]));
}

#[test]
fn the_last_word_matches_by_its_beginning_while_typing() {
    assert_eq!(typed_lit("harb", "The harbour"), ["harbour"]);
    assert!(typed_lit("harb ", "The harbour").is_empty());
    assert!(lit("harb", "The harbour").is_empty());
    assert_eq!(lit("harb* x", "The harbour"), ["harbour"]);
    assert_eq!(typed_lit("\"white ho", "the White House"), ["White House"]);
    assert!(typed_lit("\"white ho\"", "the White House").is_empty());
    assert_eq!(lit("\"white ho*\"", "the White House"), ["White House"]);
}

#[test]
fn phrases_are_lit_only_as_phrases() {
    assert_eq!(
        lit("\"new york\"", "New York is newer than york: new york"),
        ["New York", "new york"]
    );
    assert_eq!(lit("don't", "I don’t. Don, t"), ["don’t", "Don, t"]);
    assert_eq!(lit("“U.S. army”", "the u s army"), ["u s army"]);
    assert!(lit("a -b", "b").is_empty() && lit("a -(-b)", "b").is_empty());
    assert_eq!(lit("a OR (b -c)", "a b c"), ["a", "b"]);
}

#[test]
fn any_part_of_a_run_without_blanks_is_found() {
    let text = "私は東京都に住む";
    for part in ["京", "東京", "京都", "東京都", "は東京都に", "む", "住む"] {
        assert_eq!(lit(part, text), [part]);
    }
    for part in ["都京", "東都", "東京に"] {
        assert!(lit(part, text).is_empty(), "{part}");
    }
    assert_eq!(lit("กรุงเทพ", "ไปกรุงเทพมหานคร"), ["กรุงเทพ"]);
}

#[test]
fn signs_apostrophes_gershayim_and_particles_are_what_readers_take_them_for() {
    let text = "C++, C# and C; .NET nets; AT&T at t; об’ява обʼява; צה״ל צה\"ל; 한국의 LG는 C++";
    for (query, expected) in [
        ("C++", vec!["C++", "C++"]),
        ("c#", vec!["C#"]),
        ("\"C++\"", vec!["C++", "C++"]),
        ("C", vec!["C", "C", "C", "C"]),
        (".net", vec![".NET"]),
        ("at&t", vec!["AT&T"]),
        ("об'ява", vec!["об’ява", "обʼява"]),
        ("צה\"ל", vec!["צה״ל", "צה\"ל"]),
        ("\"צה\"ל\"", vec!["צה״ל", "צה\"ל"]),
        ("צהל", vec!["צה״ל", "צה\"ל"]),
        ("한국", vec!["한국의"]),
        ("한국에서", vec!["한국의"]),
        ("한국에서는,", vec!["한국의"]),
        ("한국\u{640}", vec!["한국의"]),
        ("한국+", vec![]),
        ("\"한국\"", vec![]),
        ("한국에*", vec![]),
        ("LG", vec!["LG"]),
        ("LG가", vec!["LG"]),
    ] {
        assert_eq!(lit(query, text), expected, "{query}");
        assert_eq!(typed_lit(&format!("{query} "), text), expected, "{query}, typed");
    }
    assert_eq!(typed_lit("c++", "C++ cable"), ["C++"]);
    assert_eq!(Query::strict("한국에서").unwrap().to_string(), "한국*");
    assert_eq!(lit("ב\"הארץ\" x", "ב\"הארץ\" x"), ["ב\"הארץ", "x"]);
}

#[test]
fn exact_words_have_signs_and_case_as_written() {
    for (query, text, expected) in [
        ("=US", "US us Us USA U.S.", vec!["US"]),
        ("=\"C++\"", "C++ c++ C C+", vec!["C++"]),
        ("=\"New York\"", "New York new york New  York New-York", vec!["New York", "New  York"]),
        ("=\"Yes!\"", "Yes! yes! Yes", vec!["Yes!"]),
        ("=\"don't\"", "don't don’t", vec!["don't"]),
        ("=Zürich", "Zu\u{308}rich Zurich", vec!["Zu\u{308}rich"]),
        ("=東京", "東京都", vec!["東京"]),
    ] {
        assert_eq!(lit(query, text), expected, "{query}");
    }
}

#[test]
fn words_near_each_other_are_lit_where_they_are_near() {
    for (query, text, expected) in [
        ("a NEAR/2 b", "a x b a x x x b", vec!["a", "b", "a"]),
        ("a NEAR/2 b", "a x x b", vec![]),
        ("a BEFORE/3 b", "b a x b", vec!["a", "b"]),
        ("a NEAR/5 a", "a", vec![]),
        ("a NEAR/5 a", "a x a", vec!["a", "a"]),
        ("\"a b\" NEAR/2 c", "a b x c", vec!["a b", "c"]),
        ("\"a b\" NEAR/2 c", "c x a b", vec!["c", "a b"]),
        ("\"a b\" NEAR/5 b", "a b", vec![]),
        ("(ab* OR c) NEAR/1 d", "abx d, c d", vec!["abx", "d", "c", "d"]),
        ("a NEAR/1 b NEAR/1 c", "a b x b c a b c", vec!["a", "b", "c"]),
        ("a NEAR/1 b NEAR/1 c", "a b x c", vec![]),
        ("=A NEAR/2 b", "a b A b", vec!["b", "A", "b"]),
    ] {
        assert_eq!(lit(query, text), expected, "{query}: {text}");
    }
    assert!(!satisfies("a NEAR/5 b", &["a", "b"]), "not across paragraphs");
}

#[test]
fn patterns_and_slips_are_lit() {
    assert_eq!(lit("*ing", "Voting, ing or sings"), ["Voting", "ing"]);
    assert_eq!(lit("election~", "Ejections, elections"), ["elections"]);
    assert_eq!(lit("election~2", "Ejections, elections"), ["Ejections", "elections"]);
}

#[test]
fn hits_in_titles_and_paragraphs_are_told_apart() {
    let query = Query::strict("title:a body:b").unwrap();
    assert_eq!(query.matches("a b", TextPart::Title), vec![0..1]);
    assert_eq!(query.matches("a b", TextPart::Paragraph), vec![2..3]);
    assert_eq!(query.n_lit(), 2);
}

#[test]
fn what_is_asked_is_divided_among_those_who_know() {
    let plan = |text: &str| Query::strict(text).unwrap().plan().unwrap();
    assert!(matches!(plan("a b OR -c"), Plan::Texts(Texts::Or(_))));
    let Plan::And(parts) = plan("=US is:read a -b") else { panic!() };
    assert!(matches!(
        &*parts,
        [Plan::Texts(Texts::And(_)), Plan::Criterion(_), Plan::Check { .. }]
    ));
    assert!(plan("a (b OR =C)").reads() && !plan("a (b OR is:read)").reads());
    assert_eq!(Query::strict("").unwrap().plan(), None);
}

#[test]
fn bare_words_have_other_forms_in_the_language_of_the_text() {
    let lit = |query: &str, text: &'static str, language: &str| -> Vec<&str> {
        let query = Query::strict(query).unwrap();
        let ranges = query.matches_in(text, TextPart::Paragraph, Tongue::of(language));
        ranges.into_iter().map(|range| &text[range]).collect()
    };
    let english = "The elections: elected, elect, elector, election";
    assert_eq!(lit("election", english, "en"), ["elections", "elected", "elect", "election"]);
    assert_eq!(lit("\"election\"", english, "en"), ["election"]);
    assert_eq!(lit("=election", english, "en"), ["election"]);
    assert_eq!(lit("Election", english, "en"), ["election"], "names have none");
    assert_eq!(lit("election*", english, "en"), ["elections", "elected", "elect", "election"]);
    assert_eq!(lit("election", english, "ja"), ["election"]);
    assert_eq!(lit("said NEAR/2 mayors", "the mayor says", "en"), ["mayor", "says"]);
    assert_eq!(lit("title:mayors OR say", "the mayor said", "en"), ["said"]);
    assert_eq!(lit("dies", "die dies", "de"), ["dies"]);
    assert_eq!(lit("dies", "die dies", "en"), ["die", "dies"]);
    assert_eq!(lit("Wahl", "Wahlen und Wahl", "de"), ["Wahlen", "Wahl"]);
}

#[test]
fn forms_are_found_before_and_after_enter_and_not_where_they_are_turned_off() {
    let finds = |query: &Query, text: &str| query.is_satisfied_in([text], Tongue::of("en"));
    let typed = Query::typed("electio");
    assert!(!finds(&typed, "elected") && finds(&typed, "elections"));
    let typed = Query::typed("elections");
    let entered = Query::strict(&typed.to_string()).unwrap();
    for query in [typed, entered, Query::strict("elections").unwrap()] {
        assert!(finds(&query, "an election") && finds(&query, "elected"), "{query}");
    }
    let plain = Vocabulary::new(false, &std::collections::BTreeMap::new());
    let query = plain.strict("elections").unwrap();
    assert!(!finds(&query, "an election") && finds(&query, "elections"));
    assert_ne!(query, Query::strict("elections").unwrap());
    assert_eq!(query.vocabulary(), &plain);
}
