//! A panic in any thread: the terminal comes back, or the program goes on and says what happened.

use portable_pty::CommandBuilder;

use super::{Desk, Terminal};

fn open_with_fault(desk: &Desk, place: &str) -> Terminal {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.arg("--no-restore");
    command.env("DATELINE_FAULT", place);
    command.env("BROWSER", "true");
    Terminal::run(command, desk.ours.path(), 24, 110)
}

#[test]
fn a_panic_of_the_loop_gives_the_terminal_back_and_then_speaks() {
    let desk = Desk::new(3);
    let mut terminal = open_with_fault(&desk, "loop");
    terminal.wait("Ferry report");
    terminal.press("j");
    assert_eq!(terminal.ended().exit_code(), 101);
    assert!(terminal.is_given_back());
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    let (_, after) = raw.rsplit_once("\x1b[?1049l").unwrap();
    assert!(after.contains("asked to panic in the loop"), "{after:?}");
    // Cooked again: a line feed goes back to the first column.
    assert!(after.contains("\r\n"), "{after:?}");
}

#[test]
fn a_panic_of_a_worker_is_said_and_the_worker_goes_on() {
    let desk = Desk::new(12);
    // What makes the worker panic, and the same again with what it then has to show.
    for (worker, keys, again, expected) in [
        ("browse", "gv", "gv", "Starred"),
        ("search", "/boat 7", "\x7f7", "1 hit"),
        ("snippets", "/boat 7", "\x7f8", "Boat 8 left"),
        ("body", "\r", "q\r", "Nobody waved."),
        // Done twice, it is as if done once: the store may have panicked before the first.
        ("store", "M", "M", "0 unread"),
        ("open", "o", "o", "opened https://tide.example/11"),
    ] {
        let mut terminal = open_with_fault(&desk, worker);
        terminal.wait("12 articles");
        terminal.wait_until("rows, or why there are none", |screen| {
            screen.contains("Ferry report") || screen.contains("internal error")
        });
        terminal.press(keys);
        // The store has work at the start, too: then the message has made room for the key already.
        let message = format!("internal error in the {worker} worker");
        terminal.wait_until(&message, |screen| {
            screen.contains(&message) || screen.contains("1 message")
        });
        terminal.press(again);
        terminal.wait(expected);
        terminal.press("\x1b\x1b");
        terminal.signal(rustix::process::Signal::TERM);
        terminal.ended();
        assert!(terminal.is_given_back(), "{worker}");
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        assert!(!raw.contains("panicked"), "{worker} wrote over the screen");
    }
}

#[test]
fn a_panic_while_scanning_is_said_and_scanning_starts_again() {
    let desk = Desk::new(5);
    let mut terminal = open_with_fault(&desk, "index");
    terminal.wait("internal error in the index worker");
    terminal.wait("5 articles");
    desk.write(9);
    terminal.wait("6 articles");
    terminal.wait("Ferry report 9");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
}
