//! The real program on a real terminal: keys typed, screen read, process ended in every way.

mod addresses;
mod background;
mod big;
mod edits;
#[cfg(target_os = "linux")]
mod full_disk;
mod hang_up;
mod hyperlinks;
mod language;
mod mouse;
mod panics;
mod pictures;
mod plain;
mod problems;
mod programs;
mod robust;
mod session;
mod settings;
mod svg;
mod terminal;
mod untouched;

use std::{fs, path::Path};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use terminal::Terminal;

struct Desk {
    library: tempfile::TempDir,
    ours: tempfile::TempDir,
}

impl Desk {
    fn new(n_articles: usize) -> Self {
        let desk =
            Self { library: tempfile::tempdir().unwrap(), ours: tempfile::tempdir().unwrap() };
        for number in 0..n_articles {
            desk.write(number);
        }
        desk
    }

    fn write(&self, number: usize) {
        let text = format!(
            "Ferry report {number}\n202603{:02}\nhttps://tide.example/{number}\nBoat {number} \
             left the harbour.\nNobody waved.\n",
            number % 28 + 1
        );
        fs::write(self.library.path().join(format!("{number:04}.txt")), text).unwrap();
    }

    /// Opens it again, where it was left.
    fn reopen(&self) -> Terminal {
        Terminal::start(self.library.path(), self.ours.path(), 24, 90)
    }

    /// Opens it as somebody does who knows it: what is said at the very first start is gone.
    fn open(&self) -> Terminal {
        let is_first_start = !self.ours.path().join("data").exists();
        let mut terminal = self.reopen();
        if is_first_start {
            take_first_steps(&mut terminal);
        }
        if self.library.path().join("0000.txt").exists() {
            // Rows may come after their number, and keys are about rows.
            terminal.wait("Ferry report");
        }
        terminal
    }

    fn open_with(&self, argument: &str) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(Terminal::arguments(self.library.path(), self.ours.path()));
        command.arg(argument);
        Terminal::run(command, self.ours.path(), 24, 90)
    }

    fn listed(&self) -> String {
        run(self.library.path(), self.ours.path(), &["list"])
    }

    /// The titles of the articles whose marks, as `list` prints them, have this sign.
    fn titles_with(&self, sign: char) -> Vec<String> {
        let listed = self.listed();
        let rows = listed.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let rows: Vec<_> = rows.collect();
        assert!(rows.iter().all(|row| row.len() == 6), "{listed}");
        let marked = rows.iter().filter(|row| row[1].contains(sign));
        marked.map(|row| row[5].to_owned()).collect()
    }
}

/// Looks into the help, which ends what is said at the very first start.
fn take_first_steps(terminal: &mut Terminal) {
    let last_line = "such as dateline ~/news";
    terminal.wait(last_line);
    terminal.press("?");
    terminal.wait("First steps");
    terminal.press("q");
    terminal.wait_until("the list alone", |text| {
        !text.contains(last_line) && !text.contains("First steps")
    });
}

fn run(library: &Path, ours: &Path, arguments: &[&str]) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .arg(library)
        .args([Path::new("--cache-dir"), &ours.join("cache")])
        .args([Path::new("--data-dir"), &ours.join("data")])
        .env("HOME", ours)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn one_opens_reads_marks_undoes_searches_and_comes_back() {
    let desk = Desk::new(12);
    let mut terminal = desk.open();
    terminal.wait("12 articles · 12 unread");
    terminal.press("\r");
    terminal.wait("Nobody waved.");
    terminal.press("q");
    terminal.wait("11 unread");
    terminal.press("js");
    terminal.wait("★");
    terminal.press("m");
    terminal.wait("10 unread");
    terminal.press("u");
    terminal.wait("11 unread");
    terminal.press("U");
    terminal.wait("starred · Ferry report 10");
    terminal.press("q/boat 7");
    terminal.wait("1 hit");
    terminal.press("\r");
    terminal.wait("/boat 7*");
    terminal.press("\r");
    terminal.wait("Boat 7 left the harbour.");
    terminal.press("q\x1b");
    terminal.wait("10 unread");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    assert!(terminal.is_given_back());
    let mut terminal = desk.open();
    terminal.wait("12 articles · 10 unread");
    terminal.wait("★");
    terminal.press("M");
    terminal.wait("0 unread");
    terminal.press("U");
    terminal.wait("and 9 more");
    terminal.press("q");
    terminal.press("u");
    terminal.wait("10 unread");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn a_mark_on_the_screen_survives_kill_9() {
    let n_rounds = 50;
    let desk = Desk::new(n_rounds + 5);
    for round in 0..n_rounds {
        let mut terminal = desk.open();
        terminal.wait(&format!("{} articles · {} unread", n_rounds + 5, n_rounds + 5 - round));
        terminal.press(&format!("{}Gm", round + 1));
        terminal.wait(&format!("{} unread", n_rounds + 4 - round));
        // At another moment each time: at once, or while it does something else.
        terminal.press(["", "j", "jkjk", "/boat", "/b", "Ggg"][round % 6]);
        terminal.signal(Signal::KILL);
        terminal.ended();
    }
    assert_eq!(desk.titles_with('*').len(), 5);
}

#[test]
fn two_instances_see_each_others_marks() {
    let desk = Desk::new(4);
    let mut first = desk.open();
    first.wait("4 articles · 4 unread");
    let mut second = desk.open();
    second.wait("4 articles · 4 unread");
    first.press("m");
    first.wait("3 unread");
    second.wait("3 unread");
    second.press("jm");
    first.wait("2 unread");
    first.press("q");
    assert_eq!(first.ended().exit_code(), 0);
    second.press("q");
    assert_eq!(second.ended().exit_code(), 0);
}

#[test]
fn a_new_file_appears_while_one_reads() {
    let desk = Desk::new(3);
    let mut terminal = desk.open();
    terminal.wait("3 articles");
    desk.write(27);
    terminal.wait("Ferry report 27");
    terminal.wait("4 articles");
    terminal.press("q");
    terminal.ended();
}

#[test]
fn signals_end_the_program_and_give_the_terminal_back() {
    let desk = Desk::new(3);
    for (signal, code) in
        [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::HUP, 129)]
    {
        let mut terminal = desk.open();
        terminal.wait("3 articles");
        terminal.signal(signal);
        assert_eq!(terminal.ended().exit_code(), code);
        assert!(terminal.is_given_back());
    }
}

#[test]
fn a_storm_of_sizes_keeps_the_place() {
    let desk = Desk::new(30);
    let mut terminal = desk.open();
    terminal.wait("30 articles");
    terminal.press("9G");
    terminal.wait("9/30");
    let mut number = 7_u32;
    for _ in 0..120 {
        number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        let rows = u16::try_from(number >> 16 & 0x7f).unwrap();
        let cols = u16::try_from(number >> 8 & 0xff).unwrap();
        terminal.resize(rows, cols);
        terminal.press("jk");
    }
    terminal.resize(24, 90);
    terminal.press("\x0c");
    terminal.wait("9/30");
    terminal.press("q");
    let status = terminal.ended();
    assert_eq!(status.exit_code(), 0, "{}", terminal.text());
}

#[test]
fn a_storm_of_sizes_while_one_reads_and_searches_keeps_the_place() {
    let desk = Desk::new(30);
    let body: Vec<String> =
        (0..400).map(|n| format!("Paragraph {n} of the long report.")).collect();
    let body = body.join("\n");
    let text = format!("Long report\n20260401\nhttps://tide.example/long\n{body}");
    fs::write(desk.library.path().join("long.txt"), text).unwrap();
    let mut terminal = desk.open();
    terminal.wait("31 articles");
    terminal.press("\r");
    terminal.wait("Paragraph 0 of");
    terminal.press("50%");
    terminal.wait("Paragraph 201 of");
    let top = |text: &str| text.lines().find(|line| line.contains("Paragraph")).map(str::to_owned);
    let before = top(&terminal.text()).unwrap();
    let mut number = 99_u32;
    let mut storm = |terminal: &mut Terminal, keys: &str| {
        for _ in 0..60 {
            number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            let (rows, cols) = ((number >> 16) % 101, (number >> 8) % 301);
            terminal.resize(rows.try_into().unwrap(), cols.try_into().unwrap());
            terminal.press(keys);
        }
        terminal.resize(24, 90);
        terminal.press("\x0c");
    };
    storm(&mut terminal, "jk");
    terminal.wait(before.trim());
    terminal.press("q/boat 7");
    terminal.wait("1 hit");
    storm(&mut terminal, "x\x7f");
    terminal.wait("/boat 7");
    terminal.wait("1 hit");
    terminal.press("\r");
    terminal.press("qq");
    assert_eq!(terminal.ended().exit_code(), 0, "{}", terminal.text());
}

#[test]
fn hostile_text_reaches_the_terminal_only_as_pictures() {
    let desk = Desk::new(0);
    let text = "Title \x1b]0;owned\x07 here\n20260301\nhttps://a.example/\x1b[31m\nBody \
                \x1b[2J\u{9b}31m and \x1bPq#0\x1b\\ \u{202e}txt.exe\n";
    fs::write(desk.library.path().join("a\x1b[7m.txt"), text).unwrap();
    let mut terminal = desk.open();
    terminal.wait("␛]0;owned␇");
    terminal.press("\r");
    terminal.wait("Body ␛[2J");
    terminal.press("qq");
    terminal.ended();
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    for forbidden in ["\x1b]0", "\x1b[2J\u{9b}", "\x1bPq", "\u{202e}", "\u{9b}"] {
        assert!(!raw.contains(forbidden), "{forbidden:?}");
    }
}

#[test]
fn suspending_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let desk = Desk::new(3);
    let (library, ours) = (desk.library.path(), desk.ours.path());
    let mut shell = CommandBuilder::new("sh");
    shell.args(["-m", "-c", "\"$@\"; echo STOPPED; fg >/dev/null; echo ENDED", "sh"]);
    shell.arg(env!("CARGO_BIN_EXE_dateline"));
    shell.args(Terminal::arguments(library, ours));
    let mut terminal = Terminal::run(shell, ours, 24, 90);
    terminal.wait("3 articles");
    terminal.press("m");
    terminal.wait("2 unread");
    terminal.press("\x1a");
    terminal.wait_raw("STOPPED");
    terminal.wait_raw("2 unread");
    terminal.press("m");
    terminal.wait("3 unread");
    terminal.press("q");
    terminal.ended();
    assert!(terminal.is_given_back());
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    let (before, after) = raw.split_once("STOPPED").unwrap();
    assert!(before.contains("\x1b[?1049l") && before.contains("\x1b[?25h"));
    assert!(before.contains("\x1b[?1000l") && after.contains("\x1b[?1000h"));
    assert!(after.contains("\x1b[?1049h") && after.contains("ENDED"));
}

#[test]
fn an_address_reaches_the_browser_as_one_argument_or_not_at_all() {
    let desk = Desk::new(0);
    let (library, ours) = (desk.library.path(), desk.ours.path());
    let log = ours.join("opened");
    let browser = ours.join("browser");
    let script = format!("#!/bin/sh\nprintf '%s %s\\n' \"$#\" \"$1\" >> '{}'\n", log.display());
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    for (day, url) in [(9, "https://a.example/$(touch+x);y"), (8, "file:///etc/passwd")] {
        let text = format!("Title {day}\n2026030{day}\n{url}\nText.\n");
        fs::write(library.join(format!("{day}.txt")), text).unwrap();
    }
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(Terminal::arguments(library, ours));
    command.env("BROWSER", &browser);
    let mut terminal = Terminal::run(command, ours, 24, 100);
    terminal.wait("2 articles");
    terminal.press("jo");
    terminal.wait("not opened");
    terminal.press("ggo");
    terminal.wait("opened https://a.example/%24%28touch+x%29%3By");
    terminal.press("q");
    terminal.ended();
    let opened = std::iter::repeat_with(|| fs::read_to_string(&log).unwrap_or_default());
    let opened = opened.take(1_000_000).find(|text| text.ends_with('\n')).unwrap();
    assert_eq!(opened, "1 https://a.example/%24%28touch+x%29%3By\n");
}
