//! The mouse as terminals send it, and that it is given back.

use std::fs;

use portable_pty::CommandBuilder;

use super::{Desk, terminal::Terminal};

/// A press and release of the left button; terminals count from 1.
fn click(column: u16, row: u16) -> String {
    format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
}

#[test]
fn one_clicks_opens_and_scrolls_and_the_mouse_is_given_back() {
    let desk = Desk::new(60);
    let mut terminal = desk.open();
    terminal.wait("60 articles · 60 unread");
    terminal.wait("1/60");
    let line = terminal.text().lines().position(|line| line.contains("Ferry report 55")).unwrap();
    let row = u16::try_from(line + 1).unwrap();
    let before = terminal.text();
    terminal.press(&click(20, row));
    terminal.wait_until("another row under the cursor", |text| {
        !text.contains("1/60") && text.contains("/60") && text != before
    });
    terminal.press(&"\x1b[<65;10;5M".repeat(100));
    terminal.wait("Sunday 1 March");
    terminal.press(&"\x1b[<64;10;5M".repeat(100));
    terminal.wait("Saturday 28 March");
    // The other buttons do nothing.
    terminal.press("\x1b[<2;10;5M\x1b[<2;10;5m\x1b[<1;10;5M\x1b[<1;10;5m");
    terminal.wait("60 unread");
    terminal.press(&click(20, 4));
    terminal.press(&click(20, 4));
    terminal.wait("Nobody waved.");
    terminal.press("q");
    terminal.wait("59 unread");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(terminal.is_given_back());
    assert!(String::from_utf8_lossy(&terminal.raw).contains("\x1b[?1000h"));
}

#[test]
fn a_hundred_notches_are_one_picture() {
    let desk = Desk::new(400);
    let mut terminal = desk.open();
    terminal.wait("400 articles · 400 unread");
    terminal.press("\x0c");
    terminal.wait("1/400");
    let n_pictures = |terminal: &Terminal| {
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        raw.matches("\x1b[?2026h").count()
    };
    let n_before = n_pictures(&terminal);
    terminal.press(&"\x1b[<65;10;5M".repeat(100));
    terminal.wait("304/400");
    let n_pictures = n_pictures(&terminal) - n_before;
    assert!(n_pictures <= 8, "{n_pictures} pictures");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn a_mouse_that_is_not_ours_is_never_asked_for_and_a_key_asks_for_it() {
    let desk = Desk::new(3);
    let (library, ours) = (desk.library.path(), desk.ours.path());
    let config = ours.join("config.toml");
    fs::write(&config, "[mouse]\nenabled = false\n").unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(library, ours));
    command.arg("--config");
    command.arg(&config);
    let mut terminal = Terminal::run(command, ours, 24, 90);
    terminal.wait("3 articles");
    assert!(!String::from_utf8_lossy(&terminal.raw).contains("\x1b[?1000h"));
    terminal.press("\x17m");
    terminal.wait("mouse on");
    terminal.wait_raw("\x1b[?1000h");
    terminal.press("\x17m");
    terminal.wait_raw("\x1b[?1000l");
    terminal.press("q");
    terminal.ended();
    assert!(terminal.is_given_back());
}
