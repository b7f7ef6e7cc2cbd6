//! What queries mean, and the error messages for those that mean nothing.

use proptest::prelude::*;

use super::*;

fn parse(text: &str) -> Query {
    Query::parse(text, false).unwrap()
}

fn typed(text: &str) -> Query {
    Query::parse(text, true).unwrap()
}

/// The parts of `text` that `query` highlights.
fn lit<'t>(query: &Query, text: &'t str) -> Vec<&'t str> {
    query.matches(text).into_iter().map(|range| &text[range]).collect()
}

fn mistake(text: &str) -> (&'static str, usize) {
    let error = Query::parse(text, false).unwrap_err();
    (error.message, error.column)
}

#[test]
fn all_words_must_occur_and_none_that_is_left_out() {
    let query = parse("war peace -\"press release\"");
    assert!(query.is_satisfied_by(["Peace", "after the WAR"]));
    assert!(!query.is_satisfied_by(["Peace"]));
    assert!(!query.is_satisfied_by(["Peace", "war", "a press release"]));
    assert!(query.is_satisfied_by(["Peace", "war", "press", "release"]));
}

#[test]
fn the_last_word_matches_by_its_beginning_while_typing() {
    assert_eq!(lit(&typed("elect"), "The election"), ["election"]);
    assert!(lit(&typed("elect "), "The election").is_empty());
    assert!(lit(&parse("elect"), "The election").is_empty());
    assert_eq!(lit(&parse("elect* x"), "The election"), ["election"]);
    assert_eq!(lit(&typed("\"white ho"), "the White House"), ["White House"]);
    assert!(lit(&typed("\"white ho\""), "the White House").is_empty());
    assert_eq!(lit(&parse("\"white ho*\""), "the White House"), ["White House"]);
}

#[test]
fn phrases_are_lit_only_as_phrases() {
    assert_eq!(
        lit(&parse("\"new york\""), "New York is newer than york: new york"),
        ["New York", "new york"]
    );
    assert_eq!(lit(&parse("don't"), "I don’t. Don, t"), ["don’t", "Don, t"]);
    assert_eq!(lit(&parse("“U.S. army”"), "the u s army"), ["u s army"]);
    assert!(lit(&parse("a -b"), "b").is_empty());
}

#[test]
fn any_part_of_a_run_without_blanks_is_found() {
    let text = "私は東京都に住む";
    for part in ["京", "東京", "京都", "東京都", "は東京都に", "む", "住む"] {
        assert_eq!(lit(&parse(part), text), [part]);
    }
    for part in ["都京", "東都", "東京に"] {
        assert!(lit(&parse(part), text).is_empty(), "{part}");
    }
    assert_eq!(lit(&parse("กรุงเทพ"), "ไปกรุงเทพมหานคร"), ["กรุงเทพ"]);
}

#[test]
fn mistakes_are_explained_with_their_place() {
    assert_eq!(mistake("añb \"c"), ("missing closing quote", 4));
    assert_eq!(mistake("a \"\""), ("no words between the quotes", 2));
    assert_eq!(mistake("a -\"!\""), ("no words between the quotes", 3));
    assert_eq!(mistake("a - b"), ("a word must follow the minus", 2));
    assert_eq!(mistake("a -!"), ("a word must follow the minus", 2));
    assert_eq!(mistake("a \"b* c\""), ("in a phrase, a star works only at the end", 4));
    assert_eq!(mistake("?!"), ("add at least one word to search for", 0));
}

#[test]
fn nothing_is_a_mistake_while_typing() {
    for text in ["-", "\"", "-\"", "\"\"", "?", "*", "-a", "\"b* c\"", "«", "a -"] {
        assert!(Query::parse(text, true).is_ok(), "{text}");
    }
    assert!(typed("-").is_empty() && parse(" ").is_empty());
    assert!(typed("-a").is_satisfied_by(["b"]) && !typed("-a").is_satisfied_by(["a"]));
}

#[test]
fn words_to_leave_out_need_no_word_to_find() {
    let query = parse("-a -b");
    assert!(query.is_satisfied_by(["c"]) && !query.is_satisfied_by(["c", "b"]));
}

#[test]
fn the_last_word_is_a_beginning_until_anything_follows_it() {
    for text in ["vot", "-x vot", "\"vot", "vot'", "vot’"] {
        assert_eq!(lit(&typed(text), "Voting"), ["Voting"], "{text}");
    }
    for text in ["vot ", "vot.", "vot,", "vot?", "vot-", "vot)", "\"vot\"", "vot -", "vot \""] {
        assert!(lit(&typed(text), "Voting").is_empty(), "{text}");
        assert_eq!(lit(&typed(text), "a vot"), ["vot"], "{text}");
    }
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
        assert_eq!(lit(&parse(query), text), expected, "{query}");
        assert_eq!(lit(&typed(&format!("{query} ")), text), expected, "{query}, typed");
    }
    assert_eq!(lit(&typed("c++"), "C++ cable"), ["C++"]);
    assert_eq!(parse("한국에서").to_string(), "한국*");
    assert_eq!(lit(&parse("ב\"הארץ\" x"), "ב\"הארץ\" x"), ["ב\"הארץ", "x"]);
    assert_eq!(mistake("a \"b"), ("missing closing quote", 2));
}

#[test]
fn punctuation_among_words_is_passed_over() {
    assert_eq!(parse("foo & bar").clauses().len(), 2);
    assert_eq!(parse("--foo bar").to_string(), "-foo bar");
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(
        text in "[ab東京한의צל' .*\"+#&¢\u{301}\u{640}\u{13447}-]{0,16}|\\PC{0,16}", typing: bool
    ) {
        let Ok(query) = Query::parse(&text, typing) else { return Ok(()) };
        prop_assert_eq!(&parse(&query.to_string()), &query);
        prop_assert_eq!(&typed(&query.as_typed()), &query);
    }

    #[test]
    fn highlights_lie_apart_on_characters(
        query in "[ab東京+#한의 ]{0,6}", text in "[abé東京+#.한의 \u{301}]{0,16}"
    ) {
        let query = typed(&query);
        let ranges = query.matches(&text);
        prop_assert!(ranges.iter().all(|range| range.start < range.end));
        prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()));
        prop_assert!(ranges.is_sorted_by(|a, b| a.end < b.start));
        if query.is_satisfied_by([&*text]) && !query.is_empty() {
            prop_assert!(!ranges.is_empty());
        }
    }
}
