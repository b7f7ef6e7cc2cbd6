//! The commands of the list.

use super::{Asks, Case, Hides, Shows, Sight, World};

fn on(command: &str, start: &str, sight: Sight) -> Case {
    Case::of(format!("list.{command}"), start, sight)
}

pub(super) fn cases() -> Vec<Case> {
    [moving(), acting(), listing(), selecting(), jumping()].concat()
}

fn moving() -> Vec<Case> {
    let long = |command, start, sight| on(command, start, sight).within(World::Long);
    vec![
        on("down", "", Shows(" 2/7")),
        on("up", "G", Shows(" 6/7")),
        on("first", "G", Shows(" 1/7")),
        on("last", "", Shows(" 7/7")),
        long("half-page-down", "", Shows(" 9/60")),
        long("half-page-up", "G", Shows(" 52/60")),
        long("page-down", "", Shows(" 16/60")),
        long("page-up", "G", Shows(" 44/60")),
        long("screen-top", "G", Shows(" 47/60")),
        long("screen-middle", "", Shows(" 7/60")),
        long("screen-bottom", "", Shows(" 13/60")),
        long("scroll-top", "30G", Shows("Row 41")),
        long("scroll-middle", "30Gzt", Shows("Row 25")),
        long("scroll-bottom", "30Gzt", Shows("Row 18")),
        long("titles-left", "zl", Shows("Row 00")),
        long("titles-right", "", Hides("Row 00")),
        on("next", "jj", Shows(" 4/7")),
        on("previous", "G", Shows(" 5/7")),
        on("next-unread", "j", Shows(" 4/7")),
        on("previous-unread", "4G", Shows(" 2/7")),
        on("open", "", Shows("First paragraph.")),
        on("back", "/owls<enter>", Shows("Night trains")),
        on("clear", "v", Hides("range")),
        on("quit", "", super::Quits),
        on("search", "", Shows("0 hits")).then("X"),
        on("filter", "gu", Shows("/is:unread owls")).told("owls"),
    ]
}

fn acting() -> Vec<Case> {
    vec![
        on("toggle-read", "", Shows("4 unread")),
        on("toggle-star", "", Shows("Harbour bridge")).then("gs"),
        on("mark-all-read", "", Shows("0 unread")),
        on("open-url", "", Asks("Host(Open(Clean(\"https://tidewater.example/0\"")),
        on("copy-url", "j", Asks("Terminal(Copy(Clean(\"https://fieldnotes.example/1\"")),
        on("mark-read", "", Shows("4 unread")),
        on("mark-unread", "jj", Shows("6 unread")),
        on("star", "gsgaj", Shows("Owls")).then("gs"),
        on("unstar", "4G", Hides("Council")).then("gs"),
        on("mark-read-above", "4G", Shows("3 unread")),
        on("mark-read-below", "4G", Shows("3 unread")),
        on("copy-title", "j", Asks("Terminal(Copy(Clean(\"Owls return to the city park\"")),
    ]
}

fn listing() -> Vec<Case> {
    vec![
        on("cycle-view", "", Shows("Unread")),
        on("view-all", "gs", Shows("Owls")),
        on("view-unread", "", Shows("Unread")),
        on("view-starred", "", Hides("Owls")),
        on("view-changed", "", Shows("Changed")),
        on("sort-by-date", ",t", Shows("newest first")),
        on("sort-by-source", "", Shows("by source")),
        on("sort-by-title", "", Shows("by title")),
        on("sort-by-match", "/the<enter>", Shows("best match")),
        on("reverse", "", Shows("oldest first")),
        on("toggle-fold", "", Shows("▸ Wednesday 4 March 2026")),
        on("fold", "", Shows("▸ Wednesday 4 March 2026")),
        on("unfold", "zc", Shows("Owls")),
        on("fold-all", "", Shows("▸ Undated")),
        on("unfold-all", "zM", Shows("Owls")),
    ]
}

fn selecting() -> Vec<Case> {
    vec![
        on("select", "", Shows("1 selected")),
        on("select-range", "", Shows("3 selected")).then("jjv"),
        on("select-all", "", Shows("7 selected")),
        on("select-invert", " ", Shows("6 selected")),
        on("select-above", "3G", Shows("2 selected")),
        on("select-below", "3G", Shows("4 selected")),
        on("select-none", " ", Hides("selected")),
        on("select-query", "", Shows("2 selected")).told("harbour"),
    ]
}

fn jumping() -> Vec<Case> {
    vec![
        on("goto-row", "", Shows(" 4/7")).told("4"),
        on("goto-date", "", Shows(" 6/7")).told("2026-02-27"),
        on("goto-title", "", Shows(" 6/7")).told("night"),
        on("goto-source", "", Shows(" 5/7")).told("rue"),
        on("jump-back", "G", Shows(" 1/7")),
        on("jump-forward", "G<c-o>", Shows(" 7/7")),
        on("bookmark", "jj", Shows(" 3/7")).then("xG'x"),
        on("goto-bookmark", "jjbxG", Shows(" 3/7")).then("x"),
    ]
}
