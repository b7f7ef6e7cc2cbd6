//! The commands of plain mode, declared once: the program's help, the README and the manual are
//! drawn from this table. Letters are those of the keys that do the same on the screen.

use crate::{
    base::nearest,
    domain::{Order, View},
};

/// A command: a word, or a letter in its place, and perhaps something behind it.
#[derive(Debug)]
pub struct Command {
    pub name: &'static str,
    /// What may be typed instead of the name.
    pub short: &'static [&'static str],
    /// What stands behind the name, in capitals; in brackets where it can be left out.
    pub argument: &'static str,
    pub doc: &'static str,
    read: fn(&str) -> Result<Act, String>,
}

/// What one line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    List(Option<usize>),
    More,
    Earlier,
    Again,
    Open(Option<usize>),
    Next,
    Previous,
    Paragraph(usize),
    Mark(Option<usize>),
    Star(Option<usize>),
    MarkAll,
    Undo,
    Redo,
    /// No words: the search is left.
    Search(String),
    View(View),
    Sort(Sort),
    Browse(Option<usize>),
    Address(Option<usize>),
    Back,
    Status,
    Problems,
    Help,
    Quit,
}

/// What becomes of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    By(Order),
    Reverse,
}

/// All commands, in the order in which they are told.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "list",
        short: &["l"],
        argument: "[NUMBER]",
        doc: "List articles from the top, or from this number; new ones are listed, too",
        read: |text| Ok(Act::List(number_or_none(text)?)),
    },
    Command {
        name: "more",
        short: &["Enter"],
        argument: "",
        doc: "Go on, with the list or in the article",
        read: |text| nothing(text, Act::More),
    },
    Command {
        name: "earlier",
        short: &["-"],
        argument: "",
        doc: "Go back a page, in the list or in the article",
        read: |text| nothing(text, Act::Earlier),
    },
    Command {
        name: "again",
        short: &["."],
        argument: "",
        doc: "Say the last answer again",
        read: |text| nothing(text, Act::Again),
    },
    Command {
        name: "open",
        short: &[],
        argument: "NUMBER",
        doc: "Open the article of this number; the number alone does it, too",
        read: |text| Ok(Act::Open(number_or_none(text)?)),
    },
    Command {
        name: "next",
        short: &["n"],
        argument: "",
        doc: "Open the next unread article",
        read: |text| nothing(text, Act::Next),
    },
    Command {
        name: "previous",
        short: &["p", "N"],
        argument: "",
        doc: "Open the unread article before",
        read: |text| nothing(text, Act::Previous),
    },
    Command {
        name: "paragraph",
        short: &["g"],
        argument: "NUMBER",
        doc: "Go to a paragraph of the open article",
        read: |text| Ok(Act::Paragraph(number(text)?)),
    },
    Command {
        name: "mark",
        short: &["m"],
        argument: "[NUMBER]",
        doc: "Mark the open article, or that of this number, read or unread",
        read: |text| Ok(Act::Mark(number_or_none(text)?)),
    },
    Command {
        name: "star",
        short: &["s"],
        argument: "[NUMBER]",
        doc: "Set or remove its star",
        read: |text| Ok(Act::Star(number_or_none(text)?)),
    },
    Command {
        name: "mark-all",
        short: &["M", "A"],
        argument: "",
        doc: "Mark all articles of the list read; many only when it is said twice",
        read: |text| nothing(text, Act::MarkAll),
    },
    Command {
        name: "undo",
        short: &["u"],
        argument: "",
        doc: "Undo the last change of marks",
        read: |text| nothing(text, Act::Undo),
    },
    Command {
        name: "redo",
        short: &["r"],
        argument: "",
        doc: "Redo what was undone",
        read: |text| nothing(text, Act::Redo),
    },
    Command {
        name: "search",
        short: &["/"],
        argument: "[WORDS]",
        doc: "List the articles that have these words; without words, leave the search",
        read: |text| Ok(Act::Search(text.to_owned())),
    },
    Command {
        name: "all",
        short: &["ga"],
        argument: "",
        doc: "List all articles",
        read: |text| nothing(text, Act::View(View::All)),
    },
    Command {
        name: "unread",
        short: &["gu"],
        argument: "",
        doc: "List unread articles",
        read: |text| nothing(text, Act::View(View::Unread)),
    },
    Command {
        name: "starred",
        short: &["gs"],
        argument: "",
        doc: "List starred articles",
        read: |text| nothing(text, Act::View(View::Starred)),
    },
    Command {
        name: "sort",
        short: &[","],
        argument: "ORDER",
        doc: "Sort by date, source, title or match; reverse turns the order around",
        read: |text| Ok(Act::Sort(sort(text)?)),
    },
    Command {
        name: "browse",
        short: &["o"],
        argument: "[NUMBER]",
        doc: "Open the address in the browser",
        read: |text| Ok(Act::Browse(number_or_none(text)?)),
    },
    Command {
        name: "address",
        short: &["a"],
        argument: "[NUMBER]",
        doc: "Say the address",
        read: |text| Ok(Act::Address(number_or_none(text)?)),
    },
    Command {
        name: "back",
        short: &["b", "h"],
        argument: "",
        doc: "Go back from the article to the list",
        read: |text| nothing(text, Act::Back),
    },
    Command {
        name: "status",
        short: &[],
        argument: "",
        doc: "Say where you are and what goes on",
        read: |text| nothing(text, Act::Status),
    },
    Command {
        name: "problems",
        short: &[],
        argument: "",
        doc: "List files that are no articles, and articles with something wrong",
        read: |text| nothing(text, Act::Problems),
    },
    Command {
        name: "help",
        short: &["?"],
        argument: "",
        doc: "List all commands",
        read: |text| nothing(text, Act::Help),
    },
    Command {
        name: "quit",
        short: &["q"],
        argument: "",
        doc: "Leave the program",
        read: |text| nothing(text, Act::Quit),
    },
];

impl Command {
    /// How it is written: `mark or m [NUMBER]`.
    pub fn usage(&self) -> String {
        let names: Vec<&str> = [self.name].into_iter().chain(self.short.iter().copied()).collect();
        let gap = if self.argument.is_empty() { "" } else { " " };
        format!("{}{gap}{}", names.join(" or "), self.argument)
    }
}

/// Reads one line; what cannot be read is told in a sentence.
pub(super) fn parse(line: &str) -> Result<Act, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(Act::More);
    }
    if line.starts_with(|c: char| c.is_ascii_digit()) {
        return Ok(Act::Open(Some(number(line)?)));
    }
    if let Some(words) = line.strip_prefix('/') {
        return Ok(Act::Search(words.trim().to_owned()));
    }
    let (word, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let is_meant = |it: &&Command| it.name.eq_ignore_ascii_case(word) || it.short.contains(&word);
    match COMMANDS.iter().find(is_meant) {
        Some(command) => (command.read)(argument.trim())
            .map_err(|why| format!("{why} Write: {}.", command.usage())),
        None => Err(unknown(word)),
    }
}

fn unknown(word: &str) -> String {
    let names = COMMANDS.iter().map(|command| command.name);
    let meant = match nearest(&word.to_ascii_lowercase(), names) {
        Some(name) => format!("Did you mean {name}? "),
        None => String::new(),
    };
    format!("There is no command “{word}”. {meant}Type ? for all commands.")
}

fn nothing(text: &str, act: Act) -> Result<Act, String> {
    if text.is_empty() { Ok(act) } else { Err("Nothing stands behind this command.".to_owned()) }
}

fn number(text: &str) -> Result<usize, String> {
    let digits = text.replace(',', "");
    let number = digits.parse().ok().filter(|number| 0 < *number);
    number.ok_or_else(|| format!("“{text}” is not a number of the list."))
}

fn number_or_none(text: &str) -> Result<Option<usize>, String> {
    if text.is_empty() { Ok(None) } else { number(text).map(Some) }
}

fn sort(text: &str) -> Result<Sort, String> {
    match text {
        "date" | "d" => Ok(Sort::By(Order::Date)),
        "source" | "s" => Ok(Sort::By(Order::Source)),
        "title" | "t" => Ok(Sort::By(Order::Title)),
        "match" | "b" => Ok(Sort::By(Order::Relevance)),
        "reverse" | "r" => Ok(Sort::Reverse),
        _ => Err("Sort by date, source, title, match, or reverse.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

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
            ("?", Act::Help),
        ] {
            assert_eq!(parse(line), Ok(act), "{line}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_what_was_meant() {
        assert!(parse("serch x").unwrap_err().contains("Did you mean search?"));
        assert!(parse("0").unwrap_err().contains("“0” is not a number of the list."));
        assert!(parse("open twelve").unwrap_err().contains("Write: open NUMBER."));
        assert!(parse("next 3").is_err() && parse("sort up").is_err() && parse("Q").is_err());
    }

    #[test]
    fn no_word_means_two_commands() {
        let mut seen = HashSet::new();
        for word in COMMANDS.iter().flat_map(|it| it.short.iter().chain([&it.name])) {
            assert!(seen.insert(word), "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_strange(line in any::<String>()) {
            let _ = parse(&line);
        }
    }
}
