//! The commands of the reader.

use super::{Asks, Case, Hides, Shows, Sight, World};

fn on(command: &str, start: &str, sight: Sight) -> Case {
    Case::of(format!("reader.{command}"), format!("<enter>{start}"), sight).within(World::Long)
}

pub(super) fn cases() -> Vec<Case> {
    [scrolling(), going(), acting(), setting()].concat()
}

fn scrolling() -> Vec<Case> {
    vec![
        on("down", "j", Hides("Row 00")),
        on("up", "3j", Shows("end00")),
        on("half-page-down", "", Hides("end00")),
        on("half-page-up", "<c-d>", Shows("end00")),
        on("page-down", "", Hides("https://one")),
        on("page-up", "<c-f>", Shows("https://one")),
        on("read-on", "", Hides("https://one")),
        on("top", "G", Shows("https://one")),
        on("bottom", "", Shows("Paragraph 59")),
        on("percent", "", Shows("Paragraph 30")).told("50"),
        on("find", "", Shows("\n /X")).then("X"),
        on("next-match", "/paragraph<enter>", Shows(" 2/")),
        on("previous-match", "/paragraph<enter>n", Shows(" 1/")),
    ]
}

fn going() -> Vec<Case> {
    vec![
        on("next-article", "", Shows("Row 01")),
        on("previous-article", "J", Shows("Row 00")),
        on("next-unread", "J", Shows("Row 03")),
        on("previous-unread", "q4G<enter>", Shows("Row 01")),
        on("back", "", Shows("Row 05")),
        on("clear", "", Shows("Row 05")),
    ]
}

fn acting() -> Vec<Case> {
    vec![
        on("toggle-read", "", Asks("Mark(Mark {")),
        on("toggle-star", "", Asks("Mark(Mark {")),
        on("open-url", "", Asks("Host(Open(Clean(\"https://wire0.example/0\"")),
        on("copy", "", Asks("Terminal(Copy(Clean(\"https://wire0.example/0\"")),
        on("copy-quote", "}", Asks("Terminal(CopyLines")),
        on("next-paragraph", "", Asks("Terminal(CopyLines")).then("Y"),
        on("previous-paragraph", "", Asks("Terminal(CopyLines")).then("Y"),
        on("select-paragraphs", "", Asks("Terminal(CopyLines")).then("Y"),
        on("open-link", "", Asks("Host(Open(Clean(\"https://two.example/b\"")).told("2"),
        on("copy-link", "", Asks("Terminal(Copy(Clean(\"https://two.example/b\"")).told("2"),
    ]
}

fn setting() -> Vec<Case> {
    vec![
        on("narrower", "", Shows("text width: 76")),
        on("wider", "", Shows("text width: 84")),
        on("column-width", "", Shows("text width: 40")).told("40"),
        on("align", ":column-width 40<enter>", Shows("\n Paragraph 02")),
        on("paragraph-spacing", "", Shows("\n\n\n Paragraph 01")),
        on("indent", "", Shows("  Paragraph 05")),
        on("justify", "", Shows("text justified")),
        on("hyphenate", "", Shows("-\n")),
        on("number-links", "", Shows("[1]")),
        on("bidi", "", Shows("terminal")),
    ]
}
