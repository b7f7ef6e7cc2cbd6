//! The commands of timeline and facets.

use super::{Case, Hides, Shows, Sight, World};

pub(super) fn cases() -> Vec<Case> {
    [opening(), timeline(), facets()].concat()
}

fn opening() -> Vec<Case> {
    let on =
        |command: &str, start: &str, sight| Case::of(format!("global.{command}"), start, sight);
    vec![
        on("timeline", "", Shows("by day")),
        on("facets", "", Shows("In common")),
        on("hide-facets", "gf<esc>", Hides("In common")),
        on("narrow-back", "t<enter>", Hides("date:2026-03-04")),
        on("narrow-forward", "t<enter><a-left>", Shows("/date:2026-03-04")),
    ]
}

fn timeline() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("timeline.{command}"), format!("t{start}"), sight)
    };
    let long = |command, start, sight| on(command, start, sight).within(World::Long);
    let burst = |command, start: &str| {
        Case::of(format!("timeline.{command}"), format!("/storm<enter>t{start}"), Shows("· burst"))
            .within(World::Stormy)
    };
    vec![
        on("previous", "", Shows("2026-03-03: 3 (2 unread)")),
        on("next", "h", Shows("2026-03-04: 2 (2 unread)")),
        on("first", "", Shows("2026-02-27: 1 (0 unread)")),
        on("last", "0", Shows("2026-03-04: 2")),
        on("busiest", "", Shows("2026-03-03: 3")),
        burst("next-burst", "0"),
        burst("previous-burst", ""),
        long("zoom-in", "", Hides("2026-02-13")),
        long("zoom-out", "+", Shows("2026-02-13")),
        long("zoom-all", "++", Shows("2026-02-13")),
        on("begin-span", "", Shows("/date:2026-03-03..2026-03-04")).then("h<enter>"),
        on("narrow", "", Shows("/date:2026-03-04")),
        on("undated", "", Shows("/date:none")),
        on("shares", "", Shows("2026-03-04: 100 % (2 of 2)")),
        on("leave", "<enter>", Hides("date:2026-03-04")),
        on("list", "", Shows(" 2/7")).then("j"),
    ]
}

fn facets() -> Vec<Case> {
    let on = |command: &str, start: &str, sight: Sight| {
        Case::of(format!("facets.{command}"), format!("gf{start}"), sight)
    };
    let then_chosen = |command, start, sight| on(command, start, sight).then("<enter>");
    let first = Shows("/source:tidewater.example");
    let second = Shows(" source:a-very-long-source-name.example");
    vec![
        on("toggle", "", first),
        on("leave-out", "", Shows("/-source:tidewater.example")),
        then_chosen("down", "", second),
        then_chosen("up", "<down><down>", second),
        then_chosen("page-down", "", Shows("/words:..99")),
        then_chosen("page-up", "<pgdn>", first),
        then_chosen("next-kind", "", Shows("/date:2026")),
        then_chosen("previous-kind", "<tab>", first),
        then_chosen("backspace", "rux", Shows("/source:rue.example")),
        then_chosen("clear", "rue", first),
        then_chosen("leave", "rue", first),
    ]
}
