//! The commands of boxes with lines to read or to choose from.

use super::{Asks, Case, Hides, Shows, Sight, World};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = paged("messages", "g<lt>", World::Busy);
    let words: Vec<String> = (0..60).map(|n| format!("w{n:02}")).collect();
    cases.extend(paged("output", &format!(":pipe {}<enter>", words.join(" ")), World::Small));
    cases.push(Case::of("output.stop", ":pipe sleep 9<enter>", Asks("Host(Program(Stop")));
    cases.extend(help());
    cases.extend([problems(), context(), batch(), explanation(), history(), themes()].concat());
    cases
}

/// Sixty lines on a screen of two and twenty.
fn paged(pane: &str, open: &str, world: World) -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("{pane}.{command}"), format!("{open}{start}"), sight).within(world)
    };
    vec![
        on("close", "gg", Hides("[w10]")),
        on("down", "gg", Hides("[w00]")),
        on("up", "ggj", Shows("[w00]")),
        on("half-page-down", "gg", Hides("[w09]")),
        on("half-page-up", "G", Shows("[w29]")),
        on("page-down", "gg", Hides("[w19]")),
        on("page-up", "G", Shows("[w19]")),
        on("first", "G", Shows("[w00]")),
        on("last", "gg", Shows("[w59]")),
    ]
}

fn help() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("help.{command}"), format!("?{start}"), sight)
    };
    vec![
        on("close", "", Shows("Owls")),
        on("filter", "", Hides("Move down")).then("star"),
        on("next-match", "/star<enter>", Shows("Mark all articles")),
        on("previous-match", "/star<enter>n", Hides("Toggle the star")),
        on("down", "", Hides("First steps")),
        on("up", "j", Shows("First steps")),
        on("page-down", "", Hides("Move down")),
        on("page-up", "<c-f>", Shows("Move down")),
        on("first", "G", Shows("First steps")),
        on("last", "", Hides("First steps")),
    ]
}

/// The words in context of two titles.
fn context() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("context.{command}"), format!("/harbour<enter>gw{start}"), sight)
    };
    let long = |command: &str, start: &str, sight: Sight| {
        let case = Case::of(format!("context.{command}"), format!("/row<enter>gw{start}"), sight);
        case.within(World::Long)
    };
    let top = Shows("· Row 00");
    let second = Shows("· Row 01");
    vec![
        on("open", "j", Shows("Second paragraph.")),
        on("sort-by-date", ",l", Shows("newest first")),
        on("sort-by-left", "", Shows("by the words on the left")),
        on("sort-by-right", "", Shows("by the words on the right")),
        on("next-order", "", Shows("by the words on the right")),
        on("close", "", Hides("2 places")),
        long("down", "", second),
        long("up", "j", top),
        long("page-down", "", Hides("· Row 00")),
        long("page-up", "<c-f>", top),
        long("first", "G", top),
        long("last", "", Hides("· Row 00")),
    ]
}

/// The table of three queries.
fn batch() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        let open = ":batch owls|harbour|night<enter>";
        Case::of(format!("batch.{command}"), format!("{open}{start}"), sight)
    };
    vec![
        on("open", "j", Shows("/harbour")),
        on("count-again", "", Asks("Ask(Batch")),
        on("close", "", Hides("3 queries")),
        on("down", "", Shows("▌harbour")),
        on("up", "jj", Shows("▌harbour")),
        on("page-down", "", Shows("▌night")),
        on("page-up", "G", Shows("▌owls")),
        on("first", "G", Shows("▌owls")),
        on("last", "", Shows("▌night")),
    ]
}

/// An explanation of sixty parts, and a line above them.
fn explanation() -> Vec<Case> {
    let words: Vec<String> = (0..60).map(|n| format!("w{n:02}")).collect();
    let open = format!(":filter {}<enter>gx", words.join(" OR "));
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("explanation.{command}"), format!("{open}{start}"), sight)
    };
    vec![
        on("close", "", Hides("Explanation")),
        on("down", "", Hides("Understood as")),
        on("up", "j", Shows("Understood as")),
        on("half-page-down", "", Hides("Understood as")),
        on("half-page-up", "<c-d>", Shows("Understood as")),
        on("page-down", "", Hides("Understood as")),
        on("page-up", "<c-f>", Shows("Understood as")),
        on("first", "G", Shows("Understood as")),
        on("last", "", Shows("  w59  0")),
    ]
}

fn problems() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        let case = Case::of(format!("problems.{command}"), format!("gp{start}"), sight);
        case.within(World::Busy)
    };
    vec![
        on("open", "G", Shows("First paragraph.")),
        on("down", "Gk", Shows("Postcard without")).then("<enter>"),
        on("up", "G", Shows("Letter without")).then("<enter>"),
        on("page-down", "", Hides("w00")).then("<c-f>"),
        on("page-up", "G<c-b>", Shows("w00")).then("<c-b>"),
        on("first", "G", Shows("w00")),
        on("last", "", Shows("00007.txt")),
        on("close", "", Hides("w10")),
    ]
}

/// Forty steps, from number 3 on: two were made elsewhere.
fn history() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("history.{command}"), format!("{}U{start}", "m".repeat(40)), sight)
    };
    vec![
        on("open", "", Shows("step:")),
        on("go-to", "j", Shows("(undone)")),
        on("down", "", Asks("Mark(GoTo(41)")).then("r"),
        on("up", "3j", Asks("Mark(GoTo(40)")).then("r"),
        on("page-down", "", Asks("Mark(GoTo(2")).then("r"),
        on("page-up", "G", Asks("Mark(GoTo(2")).then("r"),
        on("first", "G", Shows("▸")),
        on("last", "", Shows("before all")),
        on("undo", "", Shows("(undone)")),
        on("redo", "u", Hides("(undone)")),
        on("close", "", Hides("History")),
    ]
}

fn themes() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("themes.{command}"), format!("T{start}"), sight)
    };
    vec![
        on("cancel", "", Hides("high-contrast")),
        on("choose", "gg", Shows("theme ")),
        on("down", "gg", Shows("theme dark")).then("<enter>"),
        on("up", "ggjj", Shows("theme dark")).then("<enter>"),
        on("first", "jj", Shows("theme catppuccin")).then("<enter>"),
        on("last", "gg", Shows("theme terminal")).then("<enter>"),
    ]
}
