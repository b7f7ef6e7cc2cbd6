//! The commands of plain mode, declared once: the program's help, the README and the manual are
//! drawn from this table. Letters are those of the keys that do the same on the screen. Other
//! languages explain a command by the text `line-NAME`, and may have names of their own for it,
//! in `name-NAME`; the English ones are understood everywhere.

#[cfg(test)]
mod tests;

use super::names::{is_own_name, kind, own_names, period, side};
use crate::{
    base::{
        language::{placeholder, translated},
        nearest, thousands, wording,
    },
    domain::{ContextOrder, FacetKind, Order, Period, View},
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
    /// The articles of a step, else all steps.
    History(Option<usize>),
    /// No words: the search is left.
    Search(String),
    /// More that the articles of the list must have.
    Filter(String),
    View(View),
    Sort(Sort),
    Browse(Option<usize>),
    Address(Option<usize>),
    Back,
    Status,
    Problems,
    /// Without a period, the finest that a page has room for.
    Timeline(Option<Period>),
    Facets(FacetKind),
    Context(ContextOrder),
    Explain,
    Batch(String),
    Help,
    Quit,
}

/// What becomes of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    By(Order),
    Reverse,
}

/// All commands, in the order in which they are listed.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "list",
        short: &["l"],
        argument: "[NUMBER]",
        doc: "List articles from the top, or from a number, including new ones",
        read: |text| Ok(Act::List(number_or_none(text)?)),
    },
    Command {
        name: "more",
        short: &["Enter"],
        argument: "",
        doc: "Continue the list or the article",
        read: |text| nothing(text, Act::More),
    },
    Command {
        name: "earlier",
        short: &["-"],
        argument: "",
        doc: "Go back a page in the list or the article",
        read: |text| nothing(text, Act::Earlier),
    },
    Command {
        name: "again",
        short: &["."],
        argument: "",
        doc: "Repeat the last answer",
        read: |text| nothing(text, Act::Again),
    },
    Command {
        name: "open",
        short: &[],
        argument: "NUMBER",
        doc: "Open an article by its number; the number alone works, too",
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
        doc: "Open the previous unread article",
        read: |text| nothing(text, Act::Previous),
    },
    Command {
        name: "paragraph",
        short: &["g"],
        argument: "NUMBER",
        doc: "Go to a paragraph in the open article",
        read: |text| Ok(Act::Paragraph(number(text)?)),
    },
    Command {
        name: "mark",
        short: &["m"],
        argument: "[NUMBER]",
        doc: "Toggle read for the open article, or for a number in the list",
        read: |text| Ok(Act::Mark(number_or_none(text)?)),
    },
    Command {
        name: "star",
        short: &["s"],
        argument: "[NUMBER]",
        doc: "Toggle the star of the open article, or of a number in the list",
        read: |text| Ok(Act::Star(number_or_none(text)?)),
    },
    Command {
        name: "mark-all",
        short: &["M", "A"],
        argument: "",
        doc: "Mark all articles in the list as read; if there are many, repeat it to confirm",
        read: |text| nothing(text, Act::MarkAll),
    },
    Command {
        name: "undo",
        short: &["u"],
        argument: "",
        doc: "Undo the last change to marks",
        read: |text| nothing(text, Act::Undo),
    },
    Command {
        name: "redo",
        short: &["r"],
        argument: "",
        doc: "Redo the last undone change",
        read: |text| nothing(text, Act::Redo),
    },
    Command {
        name: "history",
        short: &["U"],
        argument: "[NUMBER]",
        doc: "List the changes to marks, or the articles of one by its number",
        read: |text| Ok(Act::History(number_or_none(text)?)),
    },
    Command {
        name: "search",
        short: &["/"],
        argument: "[WORDS]",
        doc: "List articles with these words; without words, close the search",
        read: |text| Ok(Act::Search(text.to_owned())),
    },
    Command {
        name: "filter",
        short: &["&"],
        argument: "WORDS",
        doc: "List only those of the listed articles that have these words, too",
        read: |text| match text {
            "" => Err(wording!("plain-search-what").to_owned()),
            _ => Ok(Act::Filter(text.to_owned())),
        },
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
        name: "changed",
        short: &["gm"],
        argument: "",
        doc: "List articles whose files have changed since you read them",
        read: |text| nothing(text, Act::View(View::Changed)),
    },
    Command {
        name: "sort",
        short: &[","],
        argument: "ORDER",
        doc: "Sort by date, source, title or match; reverse reverses the order",
        read: |text| Ok(Act::Sort(sort(text)?)),
    },
    Command {
        name: "browse",
        short: &["o"],
        argument: "[NUMBER]",
        doc: "Open the link in the browser",
        read: |text| Ok(Act::Browse(number_or_none(text)?)),
    },
    Command {
        name: "address",
        short: &["a"],
        argument: "[NUMBER]",
        doc: "Show the link",
        read: |text| Ok(Act::Address(number_or_none(text)?)),
    },
    Command {
        name: "back",
        short: &["b", "h"],
        argument: "",
        doc: "Close the article and go back to the list",
        read: |text| nothing(text, Act::Back),
    },
    Command {
        name: "status",
        short: &[],
        argument: "",
        doc: "Show where you are and what is in progress",
        read: |text| nothing(text, Act::Status),
    },
    Command {
        name: "problems",
        short: &[],
        argument: "",
        doc: "List skipped files and articles with problems",
        read: |text| nothing(text, Act::Problems),
    },
    Command {
        name: "timeline",
        short: &[],
        argument: "[PERIOD]",
        doc: "Count the articles of the list by day, week, month or year",
        read: |text| period(text).map(Act::Timeline),
    },
    Command {
        name: "facets",
        short: &[],
        argument: "KIND",
        doc: "Count them by source, folder, year, month, language, state or length",
        read: |text| kind(text).map(Act::Facets),
    },
    Command {
        name: "context",
        short: &["gw"],
        argument: "[ORDER]",
        doc: "Show each place that the search finds, with the words around it: by date, or by the \
              words to its left or right",
        read: |text| side(text).map(Act::Context),
    },
    Command {
        name: "explain",
        short: &["gx"],
        argument: "",
        doc: "Explain how the query is understood and what each part finds",
        read: |text| nothing(text, Act::Explain),
    },
    Command {
        name: "batch",
        short: &[],
        argument: "FILE",
        doc: "Count what each query of a file finds, one per line",
        read: |text| Ok(Act::Batch(text.to_owned())),
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
        doc: "Quit",
        read: |text| nothing(text, Act::Quit),
    },
];

/// What can stand behind `sort`: a word, its letter, and what it asks for.
const ORDERS: [(&str, &str, Sort); 5] = [
    ("date", "d", Sort::By(Order::Date)),
    ("source", "s", Sort::By(Order::Source)),
    ("title", "t", Sort::By(Order::Title)),
    ("match", "b", Sort::By(Order::Relevance)),
    ("reverse", "r", Sort::Reverse),
];

impl Command {
    /// How it is written: `mark or m [NUMBER]`.
    pub fn usage(&self) -> String {
        let own = own_names(self.name).next();
        let names = own.into_iter().chain([self.name]).chain(self.short.iter().copied());
        let names: Vec<&str> = names.collect();
        let or = format!(" {} ", wording!("plain-or"));
        let name = self.argument.trim_matches(['[', ']']);
        let gap = if name.is_empty() { "" } else { " " };
        let argument = self.argument.replace(name, placeholder(name).unwrap_or(name));
        format!("{}{gap}{argument}", names.join(&or))
    }

    /// What it does, in the language chosen.
    pub fn spoken_doc(&self) -> &'static str {
        translated(&format!("line-{}", self.name)).unwrap_or(self.doc)
    }

    fn is_called(&self, word: &str) -> bool {
        self.name.eq_ignore_ascii_case(word)
            || self.short.contains(&word)
            || is_own_name(word, self.name)
    }
}

/// Parses one line; a mistake is explained in a sentence.
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
    match COMMANDS.iter().find(|it| it.is_called(word)) {
        Some(command) => (command.read)(argument.trim())
            .map_err(|why| wording!("plain-write", why = why, usage = command.usage())),
        None => Err(unknown(word)),
    }
}

fn unknown(word: &str) -> String {
    let names = COMMANDS.iter().flat_map(|it| own_names(it.name).chain([it.name]));
    match nearest(&word.to_lowercase(), names) {
        Some(near) => wording!("plain-unknown-near", word = word, near = near),
        None => wording!("plain-unknown", word = word),
    }
}

fn nothing(text: &str, act: Act) -> Result<Act, String> {
    if text.is_empty() { Ok(act) } else { Err(wording!("plain-no-argument").to_owned()) }
}

/// A number of the list: digits alone, or with its thousands set apart as here or in English.
fn number(text: &str) -> Result<usize, String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_written = |number: &usize| {
        let digits = number.to_string();
        text == thousands(*number) || text.replace(',', "") == digits
    };
    let number = digits.parse().ok().filter(|number| 0 < *number && is_written(number));
    number.ok_or_else(|| wording!("plain-no-such-number", text = text))
}

fn number_or_none(text: &str) -> Result<Option<usize>, String> {
    if text.is_empty() { Ok(None) } else { number(text).map(Some) }
}

fn sort(text: &str) -> Result<Sort, String> {
    let is_meant =
        |name: &str, letter| [name, letter].contains(&text) || is_own_name(text, &order(name));
    let found = ORDERS.iter().find(|(name, letter, _)| is_meant(name, letter));
    found.map(|(_, _, sort)| *sort).ok_or_else(|| wording!("plain-sort-how").to_owned())
}

/// By what the names of an order in the language chosen are found.
fn order(name: &str) -> String {
    format!("order-{name}")
}
