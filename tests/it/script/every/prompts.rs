//! The commands of lines to type into, and of questions.

use super::{Case, Hides, Shows, Sight, World};

/// The prompts, and the keys that open them.
const PROMPTS: [(&str, &str); 5] = [
    ("find", "<enter>/"),
    ("search", "/"),
    ("command-line", ":"),
    ("palette", "<c-p>"),
    ("filter", "?/"),
];

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> =
        PROMPTS.iter().flat_map(|(pane, open)| editing(pane, open)).collect();
    cases.extend([older(), search(), command_line(), palette(), keys()].concat());
    cases
}

/// What every prompt has: `one two` is typed, the command runs, and an X shows where the cursor is.
fn editing(pane: &str, open: &str) -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("{pane}.{command}"), format!("{open}one two{start}"), sight)
    };
    let typed = |command: &str, start: &str, sight: Sight| on(command, start, sight).then("X");
    vec![
        on("cancel", "", Hides("one two")),
        typed("start", "", Shows("Xone two")),
        typed("end", "<c-a>", Shows("one twoX")),
        typed("left", "", Shows("one twXo")),
        typed("right", "<c-a>", Shows("oXne two")),
        typed("word-left", "", Shows("one Xtwo")),
        typed("word-right", "<c-a>", Shows("oneX two")),
        typed("backspace", "", Shows("one twX")),
        typed("delete", "<c-a>", Shows("Xne two")),
        typed("delete-word", "", Shows("one X")),
        typed("delete-next-word", "<c-a>", Shows("X two")),
        typed("delete-to-start", "<a-b>", Hides("one X")),
        typed("delete-to-end", "<c-a><a-f>", Hides("X two")),
        typed("yank", "<c-w>", Shows("one twoX")),
        on("transpose", "", Shows("one tow")),
    ]
}

/// The lines typed before; the palette keeps none.
fn older() -> Vec<Case> {
    let mut cases = Vec::new();
    for (pane, open, line) in [
        ("find", "<enter>/", "paragraph"),
        ("command-line", ":", "2 down"),
        ("filter", "?/", "star"),
    ] {
        let on = |command: &str, start: &str, sight: Sight| {
            let start = format!("{open}{line}<enter>{open}<c-u>{start}");
            Case::of(format!("{pane}.{command}"), start.replace("<enter>?/", "<enter>/"), sight)
        };
        let shown: &'static str = match pane {
            "find" => "\n /paragraphX",
            "filter" => "\n /starX",
            _ => "\n :2 downX",
        };
        cases.push(on("search-history", "", Shows("history ``:")));
        cases.push(on("older", "", Shows(shown)).then("X"));
        cases.push(on("newer", "<up>", Hides(shown)).then("X"));
    }
    cases.push(Case::of("search.search-history", "/owls", Shows("history `owls`:")));
    cases.push(Case::of("find.accept", "<enter>/paragraph", Hides("\n /paragraph")));
    cases.push(Case::of("filter.accept", "?/star", Shows("Mark all articles")).then("n"));
    cases
}

fn search() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("search.{command}"), format!("/{start}"), sight)
    };
    vec![
        on("accept", "owls", Shows("Second paragraph.")).then("<enter>"),
        on("next-result", "the", Shows(" 2 of")),
        on("previous-result", "the<down>", Shows(" 1 of")),
        on("page-down", "row", Hides(" 1 of 60")).within(World::Long),
        on("page-up", "row<pgdn>", Shows(" 1 of 60")).within(World::Long),
        on("toggle-order", "the", Shows("best match")),
        on("complete", "source:tide", Shows("/source:tidewater.example")),
        on("complete-back", "is:un<tab>", Shows("/is:undated")),
    ]
}

fn command_line() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("command-line.{command}"), format!(":{start}"), sight)
    };
    vec![
        on("accept", "2 down", Shows(" 3/7")),
        on("complete", "sort", Shows("\n :sort-by-")),
        on("complete-back", "sort-by-<tab><tab>", Shows("\n :sort-by-date")),
    ]
}

fn palette() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("palette.{command}"), format!("<c-p>{start}"), sight)
    };
    vec![
        on("accept", "last row", Shows(" 7/7")),
        on("next", "sort-by", Shows("by source")).then("<enter>"),
        on("previous", "sort-by<down><down>", Shows("by source")).then("<enter>"),
        on("page-down", "", Shows("First steps")).then("<enter>"),
        on("page-up", "<pgdn>", Shows("Type words to search")).then("<enter>"),
    ]
}

fn keys() -> Vec<Case> {
    let hints = |command: &str, sight: Sight| {
        Case::of(format!("hints.{command}"), "<enter>f", sight).within(World::Long)
    };
    vec![
        hints("cancel", Shows("See https://one")),
        hints("delete", Shows("See https://one")),
        Case::of("ask.cancel", "bxG'", Hides("go to a bookmark")),
    ]
}
