//! What outlives the program: the place, the history, bulk marks as one step.

use std::fs;

use rustix::process::Signal;

use super::Desk;

/// An article of many screens.
fn long(desk: &Desk, number: usize) {
    let lines: Vec<String> = (0..400).map(|line| format!("Line {line} of the log.\n")).collect();
    let text =
        format!("Long log {number}\n20260401\nhttps://tide.example/long\n{}", lines.concat());
    fs::write(desk.library.path().join(format!("long{number}.txt")), text).unwrap();
}

#[test]
fn the_article_its_scroll_and_the_list_come_back_unless_that_is_not_wanted() {
    let desk = Desk::new(40);
    long(&desk, 1);
    let mut terminal = desk.open();
    terminal.wait("41 articles");
    terminal.press("gg\r");
    terminal.wait("Line 3 of the log.");
    terminal.press("100j");
    terminal.wait("Line 50 of the log.");
    terminal.wait_until("its mark", |screen| !screen.contains("unread · "));
    // Without the status line, which tells of work that comes and goes.
    let lines = |text: &str| {
        let lines = text.trim_end().lines().map(|it| it.trim_end().to_owned());
        lines.filter(|line| !line.contains("? help")).collect::<Vec<_>>()
    };
    let seen = lines(&terminal.text());
    terminal.press("\x03");
    assert_eq!(terminal.ended().exit_code(), 0);
    let mut terminal = desk.reopen();
    terminal.wait("Line 50 of the log.");
    assert_eq!(lines(&terminal.text()), seen);
    terminal.press("q,t");
    // The article stays under the cursor: its title comes last.
    terminal.wait("41/41");
    terminal.press("20G");
    terminal.wait("20/41");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    let mut terminal = desk.open();
    terminal.wait("by title");
    terminal.wait("20/41");
    terminal.press("q");
    terminal.ended();
    let mut terminal = desk.open_with("--no-restore");
    terminal.wait("newest first");
    terminal.wait("1/41");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn a_signal_keeps_the_place_too() {
    let desk = Desk::new(40);
    let mut terminal = desk.open();
    terminal.wait("40 articles");
    terminal.press("30G");
    terminal.wait("30/40");
    terminal.signal(Signal::TERM);
    terminal.ended();
    let mut terminal = desk.open();
    terminal.wait("30/40");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn the_history_is_there_after_a_restart_and_a_bulk_mark_is_one_step_of_it() {
    let desk = Desk::new(30);
    let mut terminal = desk.open();
    terminal.wait("30 articles · 30 unread");
    terminal.press("m");
    terminal.wait("29 unread");
    terminal.press("\x01m");
    terminal.wait("Mark 29 articles as read? (y/N)");
    terminal.answer("y", "30 articles · 0 unread");
    terminal.press("q");
    terminal.ended();
    let mut terminal = desk.open();
    terminal.wait("30 articles · 0 unread");
    terminal.wait("30 selected");
    terminal.press("u");
    terminal.wait("30 articles · 29 unread");
    terminal.press("U");
    terminal.wait("and 28 more  (undone)");
    terminal.press("ggr");
    terminal.wait("0 unread");
    terminal.press("Grq");
    terminal.wait("30 articles · 30 unread");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn a_bookmark_and_a_day_are_found_again() {
    let desk = Desk::new(40);
    let mut terminal = desk.open();
    terminal.wait("40 articles");
    terminal.press("25Gbx");
    terminal.wait("bookmark x set");
    terminal.press("q");
    terminal.ended();
    let mut terminal = desk.open_with("--no-restore");
    terminal.wait("1/40");
    terminal.press("'x");
    terminal.wait("25/40");
    terminal.press("\x0f");
    terminal.wait("1/40");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn lines_and_looks_come_back_in_any_library_though_the_place_is_not_wanted() {
    let desk = Desk::new(9);
    let mut terminal = desk.open();
    terminal.press(":goto-row 2\r");
    terminal.wait("2/9");
    terminal.press(":theme gruvbox\r");
    terminal.wait("theme gruvbox");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    // Neither lost nor shown less by a start at the top.
    for argument in ["--no-restore", "--no-restore"] {
        let mut terminal = desk.open_with(argument);
        terminal.wait_raw("48;5;235m");
        terminal.wait("1/9");
        terminal.press(":\x1b[A\x1b[A");
        terminal.wait(":goto-row 2");
        terminal.press("\x03q");
        assert_eq!(terminal.ended().exit_code(), 0);
    }
    // Another library, the same person.
    let other = Desk { library: Desk::new(3).library, ours: desk.ours };
    let mut terminal = other.open();
    terminal.wait_raw("48;5;235m");
    terminal.press(":\x1b[A\x1b[A");
    terminal.wait(":goto-row 2");
    terminal.press("\x03q");
    assert_eq!(terminal.ended().exit_code(), 0);
}

#[test]
fn a_day_without_an_article_is_said_and_one_with_is_not() {
    let desk = Desk::new(5);
    let mut terminal = desk.open();
    terminal.press("gd2026-03-20\r");
    terminal.wait("no articles for 2026-03-20; showing the nearest");
    terminal.wait("1/5");
    terminal.press("gd2026-03-02\r");
    terminal.wait("4/5");
    assert!(!terminal.text().contains("nearest"), "{}", terminal.text());
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}
