//! The terminal goes away: its window is closed, the connection breaks. Then nothing may stay
//! behind, and nothing that was on the screen may be lost.

use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use portable_pty::CommandBuilder;
use rustix::process::{Pid, test_kill_process};

use super::{Desk, Terminal};

/// Names the library for the process that holds the terminal.
const HELD: &str = "DATELINE_TEST_HELD";

#[test]
fn the_program_ends_with_its_terminal_and_keeps_the_marks() {
    // The second time under `nohup`, so to speak.
    for (n_read, ignored) in [(1, ""), (2, "HUP")] {
        let desk = Desk::new(4);
        let mut holder = Command::new(env::current_exe().unwrap())
            .args(["--exact", "--ignored", "--nocapture", "pty::hang_up::holds_a_terminal"])
            .env(HELD, desk.library.path())
            .env("DATELINE_TEST_OURS", desk.ours.path())
            .env("DATELINE_TEST_IGNORED", ignored)
            .env("DATELINE_TEST_READ", n_read.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(holder.stdout.take().unwrap());
        let pid = said.lines().find_map(|line| {
            line.unwrap().rsplit_once("holding ").map(|(_, pid)| pid.parse::<i32>().unwrap())
        });
        let pid = Pid::from_raw(pid.expect("the holder ended early")).unwrap();
        assert!(is_alive(pid));
        // Takes the other side of the terminal with it.
        holder.kill().unwrap();
        holder.wait().unwrap();
        let until = Instant::now() + Duration::from_secs(20);
        while is_alive(pid) {
            assert!(Instant::now() < until, "still there without a terminal");
            std::thread::yield_now();
        }
        assert_eq!(desk.titles_with('*').len(), 4 - n_read);
    }
}

#[test]
#[ignore = "holds a terminal for the test above, until it is killed"]
fn holds_a_terminal() {
    let Some(library) = env::var_os(HELD) else { return };
    let ours = env::var_os("DATELINE_TEST_OURS").unwrap();
    let ours = Path::new(&ours);
    let n_read: usize = env::var("DATELINE_TEST_READ").unwrap().parse().unwrap();
    let mut shell = CommandBuilder::new("sh");
    shell.args(["-c", "trap '' $IGNORED; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_dateline")]);
    shell.args(Terminal::arguments(Path::new(&library), ours));
    // A trap needs a signal: this one never comes.
    let ignored = env::var("DATELINE_TEST_IGNORED").unwrap();
    shell.env("IGNORED", if ignored.is_empty() { "USR2" } else { &ignored });
    let mut terminal = Terminal::run(shell, ours, 24, 90);
    terminal.wait("4 articles");
    terminal.wait("Ferry report");
    for number in 1..=n_read {
        terminal.press(&format!("{number}Gm"));
        terminal.wait(&format!("{} unread", 4 - number));
    }
    println!("\nholding {}", terminal.pid().as_raw_nonzero());
    loop {
        std::thread::park();
    }
}

/// Whether a process runs; one that has ended and is not yet taken in does not.
fn is_alive(pid: Pid) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    let is_zombie = stat.is_ok_and(|stat| {
        stat.rsplit_once(") ").is_some_and(|(_, state)| state.starts_with(['Z', 'X']))
    });
    !is_zombie && test_kill_process(pid).is_ok()
}
