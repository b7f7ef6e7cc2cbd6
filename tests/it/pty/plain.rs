//! Plain mode at a terminal: lines typed, lines said, not one escape.

use std::fs;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use super::{Desk, terminal::Terminal};

impl Desk {
    fn open_plain(&self) -> Terminal {
        self.open_with("--plain")
    }
}

/// Types a line and waits for the answer and the prompt.
#[track_caller]
fn ask(terminal: &mut Terminal, line: &str, answer: &str) {
    terminal.press(&format!("{line}\r"));
    terminal.wait_raw(answer);
    terminal.wait_raw("Ready.");
}

/// Types a line again and again until something has been said.
#[track_caller]
fn until_said(terminal: &mut Terminal, line: &str, expected: &str) {
    for _ in 0..10_000 {
        terminal.press(&format!("{line}\r"));
        terminal.wait_raw("Ready.");
        if terminal.text().contains(expected) {
            return;
        }
    }
    panic!("never said {expected:?}: {}", terminal.text());
}

#[track_caller]
fn leave(mut terminal: Terminal, code: u32) {
    assert_eq!(terminal.ended().exit_code(), code);
    let said = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(!terminal.raw.contains(&0x1b), "{said:?}");
}

#[test]
fn one_lists_opens_marks_searches_undoes_and_comes_back() {
    let desk = Desk::new(12);
    let mut terminal = desk.open_plain();
    terminal.wait_raw("12 articles, 12 unread.");
    terminal.wait_raw("Ready.");
    ask(&mut terminal, "list", "Numbers 1 to 12 of 12: all articles, newest first. The end.");
    ask(&mut terminal, "2", "Paragraphs 1 to 2 of 2. The end.");
    ask(&mut terminal, "n", "Number 3: Ferry report 9.");
    ask(&mut terminal, "m", "Done. Now unread: Ferry report 9.");
    ask(&mut terminal, "star", "Done. Now starred: Ferry report 9.");
    ask(&mut terminal, "/boat 7", "Number 1 of 1: all articles matching boat 7, newest first.");
    ask(&mut terminal, "1", "Found in paragraph 1.");
    ask(&mut terminal, "u", "Undone. Now unread: Ferry report 7.");
    ask(&mut terminal, "status", "12 articles, 11 unread, 1 starred.");
    terminal.press("q\r");
    leave(terminal, 0);
    let mut terminal = desk.open_plain();
    terminal.wait_raw("12 articles, 11 unread, 1 starred.");
    ask(
        &mut terminal,
        "starred",
        "1. Ferry report 9. tide.example, 10 March 2026, unread, starred",
    );
    terminal.press("\u{4}");
    leave(terminal, 0);
    // What is marked in lines is marked on the screen.
    let mut terminal = desk.open();
    terminal.wait("12 articles · 11 unread");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn a_terminal_that_can_only_print_gets_lines_unasked() {
    let desk = Desk::new(3);
    let mut command = CommandBuilder::new("env");
    command.args(["TERM=dumb", env!("CARGO_BIN_EXE_dateline")]);
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 90);
    terminal.wait_raw("3 articles, 3 unread.");
    ask(&mut terminal, "l", "Numbers 1 to 3 of 3");
    terminal.press("quit\r");
    leave(terminal, 0);
}

#[test]
fn after_a_panic_another_keeper_goes_on_looking_for_new_articles() {
    let desk = Desk::new(3);
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.arg("--plain");
    command.env("DATELINE_FAULT", "index");
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 90);
    terminal.wait_raw("Internal error in the index worker; restarting it.");
    until_said(&mut terminal, "list", "Numbers 1 to 3 of 3");
    desk.write(27);
    until_said(&mut terminal, "list", "1. Ferry report 27.");
    terminal.press("q\r");
    leave(terminal, 0);
}

#[test]
fn long_lines_are_broken_between_words_at_the_width_of_the_terminal() {
    let desk = Desk::new(0);
    let words: Vec<String> = (100..200).map(|number| format!("word{number}")).collect();
    let words = words.join(" ");
    let text = format!("Long\n20260301\nhttps://tide.example/1\n{words}\nLast.\n");
    fs::write(desk.library.path().join("a.txt"), text).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.arg("--plain");
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 41);
    terminal.wait_raw("Ready.");
    // Five words of seven letters fit, and 20 lines are a page.
    ask(&mut terminal, "1", "word100 word101 word102 word103 word104\r\nword105 ");
    terminal.resize(14, 30);
    ask(&mut terminal, "p 1\rparagraph 1", "word100 word101 word102\r\nword103 ");
    let said = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(said.contains("Paragraph 1 of 2, in part"), "{said}");
    ask(&mut terminal, "", "word130 word131 word132\r\n");
    terminal.press("q\r");
    leave(terminal, 0);
}

#[test]
fn new_articles_and_marks_from_elsewhere_are_told_between_two_answers() {
    let desk = Desk::new(3);
    let mut terminal = desk.open_plain();
    terminal.wait_raw("Ready.");
    ask(&mut terminal, "l", "Numbers 1 to 3 of 3");
    let mut screen = desk.open();
    screen.wait("3 articles · 3 unread");
    screen.press("m");
    screen.wait("2 unread");
    desk.write(27);
    // Both instances see the file; the numbers here stay until the list is asked for.
    screen.wait("4 articles");
    screen.press("q");
    screen.ended();
    until_said(&mut terminal, "status", "1 new article; type list to see it.");
    assert!(terminal.text().contains("Listing all articles, newest first: 3."));
    ask(&mut terminal, "list", "1. Ferry report 27. tide.example, 28 March 2026, unread");
    let said = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(said.contains("2. Ferry report 2. tide.example, 3 March 2026\r\n"), "{said}");
    terminal.press("q\r");
    leave(terminal, 0);
}

#[test]
fn in_german_it_greets_reads_on_and_tells_what_is_new() {
    let desk = Desk::new(2);
    let words = vec!["Wasser"; 2_000].join(" ");
    let text = format!("Langer Bericht\n20260401\nhttps://tide.example/lang\n{words}\nSchluss.\n");
    fs::write(desk.library.path().join("lang.txt"), text).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.arg("--plain");
    command.env("LC_ALL", "de_DE.UTF-8");
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 90);
    let mut ask = |line: &str, answer: &str| {
        terminal.press(&format!("{line}\r"));
        terminal.wait_raw(answer);
        terminal.wait_raw("Bereit.");
    };
    ask("liste", "1. Langer Bericht. tide.example, 1. April 2026, ungelesen");
    ask("öffnen 1", "Absatz 1 von 2, teilweise. Weiter mit Enter.");
    ask("status", "Geöffnet: Nummer 1, Langer Bericht.");
    ask("alle-gelesen", "Erledigt. Jetzt gelesen: 2 Artikel.");
    ask("nächster", "Kein ungelesener Artikel weiter unten in der Liste.");
    desk.write(27);
    for n_asked in 0.. {
        terminal.press("adresse 1\r");
        terminal.wait_raw("Bereit.");
        if terminal.text().contains("1 neuer Artikel; „liste“ zeigt ihn.") {
            break;
        }
        assert!(n_asked < 10_000, "{}", terminal.text());
    }
    terminal.press("ende\r");
    leave(terminal, 0);
}

#[test]
fn every_way_to_end_it_is_told_by_the_exit_code() {
    let desk = Desk::new(3);
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::QUIT, 131)] {
        let mut terminal = desk.open_plain();
        terminal.wait_raw("Ready.");
        terminal.signal(signal);
        leave(terminal, code);
    }
    let mut terminal = desk.open_plain();
    terminal.wait_raw("Ready.");
    terminal.press("half a li\u{3}");
    leave(terminal, 130);
}
