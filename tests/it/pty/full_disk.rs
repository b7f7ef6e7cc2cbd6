//! Nothing can be written any more: reading goes on, what is not kept does not show as kept, the
//! screen says so, and once there is room again marks work again. The limit on the size of files
//! plays the full disk: it can be set on a running process, and needs no rights.

use std::fs;

use rustix::process::{Resource, Rlimit, prlimit};

use super::{Desk, Terminal};

/// What files may grow to from now on; `None` is without end.
fn limit_files(terminal: &Terminal, n_bytes: Option<u64>) {
    let limit = Rlimit { current: n_bytes, maximum: None };
    prlimit(Some(terminal.pid()), Resource::Fsize, limit).unwrap();
}

fn n_stars(screen: &str) -> usize {
    screen.matches('★').count()
}

#[test]
fn a_mark_that_cannot_be_kept_does_not_show_and_is_kept_once_it_can_be() {
    let desk = Desk::new(6);
    let mut terminal = desk.open();
    terminal.wait("6 articles · 6 unread");
    terminal.wait("Ferry report 0");
    terminal.press("s");
    terminal.wait_until("one star", |screen| n_stars(screen) == 1);

    // The marks cannot grow any more; the little that others write still fits below.
    let log = fs::metadata(desk.ours.path().join("data/marks.db-wal")).unwrap();
    limit_files(&terminal, Some(log.len()));
    terminal.press("2Gs");
    terminal.wait("not marked");
    assert_eq!(n_stars(&terminal.text()), 1, "{}", terminal.text());
    terminal.press("j");
    terminal.wait_until("no complaint", |screen| !screen.contains("not marked"));
    terminal.press("M");
    terminal.wait("not marked");
    terminal.wait("6 unread");
    terminal.press("u");
    terminal.wait("cannot");
    assert_eq!(n_stars(&terminal.text()), 1, "{}", terminal.text());
    terminal.press("3G\r");
    terminal.wait("Boat 3 left the harbour.");
    terminal.press("q");
    terminal.wait("6 unread");

    limit_files(&terminal, None);
    terminal.press("4Gs");
    terminal.wait_until("two stars", |screen| n_stars(screen) == 2);
    terminal.press("M");
    terminal.wait("0 unread");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(terminal.is_given_back());
    assert_eq!(desk.titles_with('+'), ["Ferry report 5", "Ferry report 2"]);
    assert_eq!(desk.titles_with('*'), Vec::<String>::new());
}

#[test]
fn a_start_without_room_shows_the_articles_and_marks_them_once_there_is_room() {
    let desk = Desk::new(4);
    let (library, ours) = (desk.library.path(), desk.ours.path());
    let mut shell = portable_pty::CommandBuilder::new("sh");
    shell.args(["-c", "ulimit -Sf 2; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_dateline")]);
    shell.args(Terminal::arguments(library, ours));
    let mut terminal = Terminal::run(shell, ours, 24, 150);
    terminal.wait("4 articles");
    terminal.wait("Ferry report 0");
    terminal.press("s");
    terminal.wait("not marked: cannot change marks: cannot open the marks");
    // The message about the index covers the reason until a key is pressed.
    terminal.press("j");
    terminal.wait_until("the reason alone", |screen| {
        screen.contains("cannot change marks") && !screen.contains("not marked")
    });
    terminal.press("\r");
    // Opening marks it read, which is refused as well.
    terminal.wait_until("the article and the refusal", |screen| {
        screen.contains("Nobody waved.") && screen.contains("not marked")
    });
    terminal.press("q");
    assert_eq!(n_stars(&terminal.text()), 0, "{}", terminal.text());

    limit_files(&terminal, None);
    terminal.press("s");
    terminal.wait_until("one star", |screen| n_stars(screen) == 1);
    terminal.wait_until("no complaint", |screen| !screen.contains("cannot change marks"));
    terminal.press("q");
    terminal.ended();
    assert!(terminal.is_given_back());
    assert_eq!(desk.titles_with('+').len(), 1);
}
