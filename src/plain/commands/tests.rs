//! Lines are read as they are meant, in every language.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::base::language::{LANGUAGES, Speech, language, names, speaking};
use crate::plain::names::{KINDS, PERIODS, SIDES};

fn in_german<T>(work: impl FnOnce() -> T) -> T {
    speaking(Speech::of(language("de").unwrap()), work)
}

#[test]
fn words_letters_and_numbers_are_read() {
    for (line, act) in [
        ("", Act::More),
        ("  ", Act::More),
        ("l", Act::List(None)),
        ("LIST 1,200", Act::List(Some(1200))),
        ("12", Act::Open(Some(12))),
        ("open 12", Act::Open(Some(12))),
        ("o", Act::Browse(None)),
        ("N", Act::Previous),
        ("n", Act::Next),
        ("/ rust belt ", Act::Search("rust belt".to_owned())),
        ("search -rust \"a b\"", Act::Search("-rust \"a b\"".to_owned())),
        ("/", Act::Search(String::new())),
        ("sort match", Act::Sort(Sort::By(Order::Relevance))),
        ("m 3", Act::Mark(Some(3))),
        ("timeline", Act::Timeline(None)),
        ("timeline week", Act::Timeline(Some(Period::Week))),
        ("facets length", Act::Facets(FacetKind::Length)),
        ("?", Act::Help),
    ] {
        assert_eq!(parse(line), Ok(act), "{line}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_what_was_meant() {
    assert!(parse("serch x").unwrap_err().contains("Did you mean search?"));
    assert!(parse("0").unwrap_err().contains("“0” is not a number from the list."));
    assert!(parse("open twelve").unwrap_err().contains("Usage: open NUMBER."));
    assert!(parse("next 3").is_err() && parse("sort up").is_err() && parse("Q").is_err());
}

#[test]
fn german_words_are_read_in_german_and_english_ones_everywhere() {
    for (line, act) in [
        ("liste 1.200", Act::List(Some(1200))),
        ("Nächster", Act::Next),
        ("naechster", Act::Next),
        ("ÖFFNEN 3", Act::Open(Some(3))),
        ("12.345", Act::Open(Some(12_345))),
        ("ordnen Titel", Act::Sort(Sort::By(Order::Title))),
        ("sort umgekehrt", Act::Sort(Sort::Reverse)),
        ("next", Act::Next),
        ("list 1,200", Act::List(Some(1200))),
    ] {
        assert_eq!(in_german(|| parse(line)), Ok(act), "{line}");
    }
    assert!(parse("liste").is_err() && parse("1.200").is_err());
    for wrong in ["1.2", "12.34", "1.2000"] {
        let why = in_german(|| parse(wrong)).unwrap_err();
        assert_eq!(why, format!("„{wrong}“ ist keine Nummer aus der Liste."));
    }
    let why = in_german(|| parse("öfnen 3")).unwrap_err();
    assert_eq!(why, "Unbekannter Befehl: öfnen. Gemeint vielleicht öffnen? ? zeigt alle Befehle.");
    let why = in_german(|| parse("open x")).unwrap_err();
    assert!(why.ends_with("Aufruf: öffnen oder open NUMMER."), "{why}");
}

#[test]
fn no_word_means_two_commands() {
    for language in &LANGUAGES {
        speaking(Speech::of(language), || {
            let mut seen = HashSet::new();
            for command in COMMANDS {
                let short = command.short.iter().copied();
                for word in short.chain([command.name]).chain(own_names(command.name)) {
                    assert!(seen.insert(word), "{word} in {}", language.tag);
                }
            }
        });
    }
}

#[test]
fn every_command_is_explained_in_every_language_and_no_other_is() {
    for language in &LANGUAGES[1..] {
        speaking(Speech::of(language), || {
            for command in COMMANDS {
                let id = format!("line-{} in assets/lang/{}", command.name, language.tag);
                assert_ne!(command.spoken_doc(), command.doc, "{id}");
                let argument = command.argument.trim_matches(['[', ']']);
                assert!(argument.is_empty() || placeholder(argument).is_some(), "{argument}");
            }
        });
        let is_command = |name: &str| COMMANDS.iter().any(|it| it.name == name);
        let is_order = |name: &str| ORDERS.iter().any(|(it, _, _)| order(it) == name);
        for id in names(language) {
            let doc = id.strip_prefix("line-").is_none_or(is_command);
            let is_argument = |it: &str| {
                let by = it.strip_prefix("by-");
                let is_side = |it: &str| SIDES.iter().any(|(name, _)| *name == it);
                by.is_some_and(|it| PERIODS.contains(&it) || KINDS.contains(&it) || is_side(it))
            };
            let is_known = |it: &str| is_command(it) || is_order(it) || is_argument(it);
            let name = id.strip_prefix("name-").is_none_or(is_known);
            assert!(doc && name, "no command has the text {id}");
        }
    }
}

proptest! {
    #[test]
    fn no_line_is_too_strange(line in any::<String>()) {
        let _ = parse(&line);
    }
}
