//! The commands of list and reader alike.

use super::{Asks, Case, Hides, Quits, Repaints, Shows, Sight, World};

fn on(command: &str, start: &str, sight: Sight) -> Case {
    Case::of(format!("global.{command}"), start, sight)
}

pub(super) fn cases() -> Vec<Case> {
    [boxes(), asking(), layouts()].concat()
}

fn boxes() -> Vec<Case> {
    vec![
        on("help", "", Shows("Keys")),
        on("command-line", "", Shows("\n :X")).then("X"),
        on("palette", "", Shows("Enter run")),
        on("messages", "", Shows("Messages")),
        on("problems", "", Shows("w05.txt")).within(World::Busy),
        on("history", "m", Shows("marked read · Harbour")),
        on("words-in-context", "/harbour<enter>", Shows("2 places in 2 articles")),
        on("batch", "", Shows("2 queries")).told("owls|harbour"),
        on("explain", "/owls<enter>", Shows("Understood as: owls*")),
        on("theme", "", Shows("high-contrast")),
        on("theme", "", Shows("theme gruvbox")).told("gruvbox"),
    ]
}

fn asking() -> Vec<Case> {
    vec![
        on("pipe", "", Shows("[one]")).told("grep one"),
        on("open-with", "", Asks("Host(Program(Launch {")).told("w3m %u"),
        on("set", "", Hides("4 March")).told("list.day-headings false"),
        on("keep-settings", ":set list.scrolloff 4<enter>", Shows("saved for future starts")),
        on("other-pane", "<enter>", Shows("Owls")),
        on("undo", "m", Shows("5 unread")),
        on("redo", "mu", Shows("4 unread")),
        on("rescan", "", Asks("Index(Rescan")),
        on("stop-scan", "", Asks("Index(Cancel")).within(World::Busy),
        on("edit-settings", "", Asks("Host(Settings(Edit")),
        on("reload-settings", "", Asks("Host(Settings(Read")),
        on("redraw", "", Repaints),
        on("suspend", "", Asks("Terminal(Suspend")),
        on("quit-now", "", Quits),
        on("toggle-mouse", "", Shows("mouse")),
    ]
}

fn layouts() -> Vec<Case> {
    vec![
        on("layout", "<enter>", Shows("Owls")).told("list-top"),
        on("cycle-layout", "<enter>", Shows("Owls")),
        on("layout-auto", "<enter><c-w>K", Hides("Owls")),
        on("layout-left", "<enter>", Shows("layout list-left")),
        on("layout-top", "<enter>", Shows("layout list-top")),
        on("layout-single", "<enter><c-w>K", Hides("Owls")),
        on("zen", "<enter><c-w>K", Hides("Owls")),
        divided("grow-pane", "", Hides("Row 03")),
        divided("shrink-pane", "", Shows("Row 04")),
        divided("reset-divider", "9<c-w>>", Shows("Row 03")),
    ]
}

/// With list and article one above the other.
fn divided(command: &str, start: &str, sight: Sight) -> Case {
    on(command, &format!("<enter><c-w>K{start}"), sight).within(World::Long)
}
