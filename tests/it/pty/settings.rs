//! Settings and themes on a real terminal, changed while the program runs.

use std::fs;

use super::{Desk, terminal::Terminal};

#[test]
fn a_change_of_the_settings_and_of_a_theme_is_seen_at_once_and_a_mistake_is_said() {
    let desk = Desk::new(3);
    // Two of one day.
    desk.write(30);
    let folder = desk.ours.path().join(".config/dateline");
    fs::create_dir_all(folder.join("themes")).unwrap();
    let write = |text: &str| fs::write(folder.join("config.toml"), text).unwrap();
    let theme = |text: &str| fs::write(folder.join("themes/mine.toml"), text).unwrap();
    write("[list]\nday-headings = true\n");
    let mut terminal = desk.open();
    terminal.wait("3 March 2026");
    write("[list]\nday-headings = false\n");
    terminal.wait_until("no day headings", |screen| !screen.contains("3 March 2026"));
    write("[list]\nday-heading = true\nscrolloff = 3\n");
    terminal.wait("line 2, column 1: unknown setting: day-heading");
    assert!(!terminal.text().contains("3 March 2026"));
    theme("[styles]\nbackground = { bg = 52 }\n");
    write("[theme]\nname = \"mine\"\n");
    terminal.wait_raw("48;5;52m");
    theme("[styles]\nbackground = { bg = 53 }\n");
    terminal.wait_raw("48;5;53m");
    theme("[styles]\ntxt = { bg = 54 }\n");
    terminal.wait("did you mean `text`?");
    terminal.press("T");
    terminal.wait("Themes");
    terminal.press("q");
    terminal.wait_until("no box", |screen| !screen.contains("Themes"));
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn the_reader_starts_in_spite_of_wrong_settings_and_says_what_is_wrong() {
    let desk = Desk::new(3);
    let folder = desk.ours.path().join(".config/dateline");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), "[theme]\nname = \"drak\"\n").unwrap();
    let mut terminal = desk.reopen();
    terminal.wait("unknown theme: drak; did you mean `dark`?");
    terminal.wait("Ferry report");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn the_settings_are_edited_without_leaving() {
    let desk = Desk::new(3);
    desk.write(30);
    let editor = desk.ours.path().join("editor");
    fs::write(&editor, "#!/bin/sh\nprintf '[list]\\nday-headings = false\\n' > \"$1\"\n").unwrap();
    let mut command = portable_pty::CommandBuilder::new("env");
    command.arg(format!("VISUAL=sh {}", editor.display()));
    command.arg(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 90);
    terminal.wait("3 March 2026");
    terminal.press(":edit-settings\r");
    terminal.wait_until("no day headings", |screen| !screen.contains("3 March 2026"));
    terminal.wait("Ferry report");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}
