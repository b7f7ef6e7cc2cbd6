//! Every command has a description in every language.

use super::commands;
use crate::base::language::{LANGUAGES, Speech, english, names, speaking, translated};

#[test]
fn every_command_has_a_text_in_every_language() {
    for language in &LANGUAGES[1..] {
        speaking(Speech::of(language), || {
            for (command, about) in commands() {
                let (pane, name) = (command.pane.0, about.name);
                let own = translated(&format!("command-{pane}-{name}"));
                let text = own.or_else(|| translated(&format!("command-{name}")));
                let id = format!("command-{pane}-{name} in assets/lang/{}", language.tag);
                assert_eq!(text, Some(about.doc), "{id}");
                let [english, own] = about.also;
                let id = format!("also-{pane}-{name} in assets/lang/{}", language.tag);
                assert_eq!(english.is_empty(), own.is_empty(), "{id}");
                if let Some(argument) = about.argument {
                    let id = format!("argument-{}", argument.name);
                    assert!(translated(&id).is_some(), "{id} in assets/lang/{}", language.tag);
                }
            }
        });
    }
    let is_english = speaking(Speech::of(english()), || translated("command-cancel").is_none());
    assert!(is_english, "the English of commands stands in their tables");
}

#[test]
fn no_language_has_texts_of_commands_that_are_gone() {
    let commands = commands();
    for name in LANGUAGES[1..].iter().flat_map(names) {
        let (rest, is_also) = match name.split_once('-') {
            Some(("command", rest)) => (rest, false),
            Some(("also", rest)) => (rest, true),
            _ => continue,
        };
        let is_meant = commands.iter().any(|(command, about)| {
            let is_named =
                rest == about.name || rest == format!("{}-{}", command.pane.0, about.name);
            is_named && !(is_also && about.also[0].is_empty())
        });
        assert!(is_meant, "no command has the text {name}");
    }
}
