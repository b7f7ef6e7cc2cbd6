//! Articles beyond all measure: one line of twenty megabytes, three hundred thousand lines, a
//! title of two hundred thousand bytes. All open, scroll, find and close.

use std::{fmt::Write, fs};

use portable_pty::CommandBuilder;

use super::{Desk, Terminal};

const LINE_BYTES: usize = 21 << 20;
const N_LINES: usize = 300_000;
const TITLE_BYTES: usize = 200_000;

fn write_articles(desk: &Desk) {
    let header = |title: &str, day: u32| format!("{title}\n202603{day:02}\nhttps://a.example/\n");
    let mut line = header("One line", 9);
    let mut number = 0;
    while line.len() < LINE_BYTES {
        number += 1;
        let _ = write!(line, "word{number} of this one line ");
    }
    line.push_str("and here-ends-the-line\n");
    fs::write(desk.library.path().join("line.txt"), line).unwrap();
    let mut lines = header("Many lines", 8);
    for number in 1..=N_LINES {
        let _ = writeln!(lines, "This is line {number} of many.");
    }
    fs::write(desk.library.path().join("lines.txt"), lines).unwrap();
    let mut title = "Endless title".to_owned();
    while title.len() < TITLE_BYTES {
        title.push_str(" and on");
    }
    let article = header(&title, 7) + "A short text below it.\n";
    fs::write(desk.library.path().join("title.txt"), article).unwrap();
}

#[test]
fn articles_beyond_measure_open_scroll_find_and_close() {
    let desk = Desk::new(0);
    write_articles(&desk);
    let settings = desk.ours.path().join("settings.toml");
    fs::write(&settings, "[library]\nsize-limit-bytes = 67108864\n").unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(desk.library.path(), desk.ours.path()));
    command.args(["--config".as_ref(), settings.as_os_str()]);
    let mut terminal = Terminal::run(command, desk.ours.path(), 24, 90);
    terminal.wait("3 articles");
    terminal.wait("Endless title");

    terminal.press("1G\r");
    terminal.wait("word1 of this");
    terminal.press("  \x04");
    terminal.wait_until("the next pages", |screen| !screen.contains("word1 of this"));
    terminal.press("G");
    terminal.wait("here-ends-the-line");
    terminal.press("kkkkgg");
    terminal.wait("word1 of this");
    terminal.press("/word150000\r");
    terminal.wait("word150000 of this");
    terminal.press("q");

    terminal.wait("Many lines");
    terminal.press("2G\r");
    terminal.wait("This is line 1 of many.");
    terminal.press("G");
    terminal.wait("This is line 300000 of many.");
    terminal.press("gg");
    terminal.wait("This is line 2 of many.");
    terminal.press("/\"line 150000\"\r");
    terminal.wait("This is line 150000 of many.");
    terminal.press("q");

    terminal.wait("One line");
    terminal.press("3G\r");
    terminal.wait("a.example · ");
    terminal.press("G");
    terminal.wait("A short text below it.");
    terminal.press("gg");
    terminal.wait("Endless title and on and on");
    terminal.resize(10, 30);
    terminal.press("G");
    terminal.wait("A short text below it.");
    terminal.press("q");
    terminal.wait("Many lines");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(terminal.is_given_back());
}
