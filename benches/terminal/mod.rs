//! The real program on a terminal that measures: a key goes in, frames come out, each with the
//! time at which it was whole.
//!
//! A frame is whole when the end of its synchronised update has come (`ESC [ ? 2026 l`): that is
//! when a terminal shows it. Times are taken where bytes are read, on a thread of its own, so that
//! parsing the screen is not measured.

// Each bench uses its own part of this.
#![allow(dead_code, reason = "shared by several benches")]

pub(crate) mod process;
pub(crate) mod times;

use std::{
    collections::HashMap,
    io::{Read, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, channel},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const FRAME_END: &[u8] = b"\x1b[?2026l";

/// A key that has changed nothing within this time changes nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Nothing that is measured takes longer.
const LIMIT: Duration = Duration::from_secs(120);

/// What a terminal is asked, and what one answers. Without it a program that asks would wait.
const ANSWERS: &[(&[u8], &[u8])] = &[
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[?u", b"\x1b[?0u"),
    (b"\x1b]10;?", b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\"),
    (b"\x1b]11;?", b"\x1b]11;rgb:1010/1010/1010\x1b\\"),
    (b"\x1b[6n", b"\x1b[1;1R"),
];

type Keys = Arc<Mutex<Box<dyn Write + Send>>>;

/// The program on a screen of its own.
pub(crate) struct Terminal {
    /// Dropped last: it is what the program draws on.
    _master: Box<dyn MasterPty + Send>,
    keys: Keys,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<(Instant, Vec<u8>)>,
    /// Bytes of a frame that is not whole, and when the last of them came.
    begun: (Instant, Vec<u8>),
    screen: vt100::Parser,
    pub(crate) started: Instant,
}

/// What is started, and how.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    /// Settings, as `NAME=VALUE`.
    pub(crate) settings: Vec<String>,
    pub(crate) rows: u16,
    pub(crate) columns: u16,
}

/// A look at the screen: what it sees, to be compared with what it saw.
pub(crate) type Look<'a> = &'a dyn Fn(&Terminal) -> Vec<u8>;

/// How long after a key the screen changed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Timing {
    pub(crate) first: Option<Duration>,
    pub(crate) last: Option<Duration>,
}

impl Terminal {
    /// Starts `dateline LIBRARY` with its own files below `ours`.
    pub(crate) fn start(library: &Path, ours: &Path, program: &Program) -> Self {
        let (rows, cols) = (program.rows, program.columns);
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut command = CommandBuilder::new(&program.path);
        command.arg(library);
        command.args([Path::new("--cache-dir"), &ours.join("cache")]);
        command.args([Path::new("--data-dir"), &ours.join("data")]);
        // Rows are known by their dates, the newest stand on the screen, and nothing is asked.
        command.args(["--no-restore", "--set", "list.repeat-date=true"]);
        command.args(["--set", "list.ask-above=1000000000"]);
        for setting in &program.settings {
            command.args(["--set", setting]);
        }
        command.env("LC_ALL", "C.UTF-8");
        command.env("TERM", "xterm-256color");
        command.env("HOME", ours);
        command.env_remove("XDG_CONFIG_HOME");
        command.env_remove("NO_COLOR");
        let mut reader = pair.master.try_clone_reader().expect("the end that reads");
        let keys = Arc::new(Mutex::new(pair.master.take_writer().expect("the end that writes")));
        let (send, output) = channel();
        let answering = Arc::clone(&keys);
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n_bytes @ 1..) = reader.read(&mut buffer) {
                let at = Instant::now();
                answer(&buffer[..n_bytes], &answering);
                if send.send((at, buffer[..n_bytes].to_vec())).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(
            rows.try_into().expect("a height"),
            cols.try_into().expect("a width"),
            0,
        );
        let begun = (started, Vec::new());
        Self { _master: pair.master, keys, child, output, begun, screen, started }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().expect("a running program")
    }

    /// Types; returns when.
    pub(crate) fn press(&mut self, keys: &str) -> Instant {
        let at = Instant::now();
        write(&self.keys, keys.as_bytes());
        at
    }

    /// Waits for the next whole frame; `None` if none has come by `until`, or the program ended.
    pub(crate) fn next_frame(&mut self, until: Instant) -> Option<Instant> {
        loop {
            let (at, bytes) = &mut self.begun;
            let end = bytes.windows(FRAME_END.len()).position(|it| it == FRAME_END);
            if let Some(end) = end {
                let whole: Vec<u8> = bytes.drain(..end + FRAME_END.len()).collect();
                self.screen.process(&whole);
                return Some(*at);
            }
            let left = until.saturating_duration_since(Instant::now());
            let (now, more) = self.output.recv_timeout(left).ok()?;
            *at = now;
            bytes.extend(more);
        }
    }

    /// Waits until the screen has not changed for `quiet`.
    pub(crate) fn settle(&mut self, quiet: Duration) {
        while self.next_frame(Instant::now() + quiet).is_some() {}
    }

    /// Waits until what is on the screen is so; returns how long after `since` that was.
    pub(crate) fn until(
        &mut self,
        since: Instant,
        limit: Duration,
        is_so: impl Fn(&Self) -> bool,
    ) -> Option<Duration> {
        while let Some(at) = self.next_frame(since + limit) {
            if is_so(self) {
                return Some(at.saturating_duration_since(since));
            }
        }
        None
    }

    /// Types, and takes the times at which each of the `looks` at the screen first and last became
    /// another. Waits patiently for the first change, then until nothing has changed for `quiet`
    /// and the screen `is_done`.
    pub(crate) fn time<const N: usize>(
        &mut self,
        keys: &str,
        quiet: Duration,
        looks: [Look; N],
        is_done: impl Fn(&Self) -> bool,
    ) -> [Timing; N] {
        let mut seen = looks.map(|look| look(self));
        let mut timings = [Timing::default(); N];
        let since = self.press(keys);
        let mut until = since + PATIENCE.max(quiet);
        loop {
            let Some(at) = self.next_frame(until) else {
                if is_done(self) || since + LIMIT < Instant::now() {
                    return timings;
                }
                until = Instant::now() + quiet;
                continue;
            };
            for ((look, seen), timing) in looks.iter().zip(&mut seen).zip(&mut timings) {
                let now = look(self);
                if *seen != now {
                    let after = Some(at.saturating_duration_since(since));
                    timing.first = timing.first.or(after);
                    timing.last = after;
                    *seen = now;
                    until = Instant::now() + quiet;
                }
            }
        }
    }

    /// Types one key; returns when the screen first changed and when it last did.
    pub(crate) fn key(&mut self, keys: &str) -> Timing {
        let [timing] = self.time(keys, Duration::from_millis(40), [&Self::picture], |_| true);
        timing
    }

    /// All that is on the screen, colours included.
    pub(crate) fn picture(&self) -> Vec<u8> {
        self.screen.screen().contents_formatted().into()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        let (_, cols) = self.screen.screen().size();
        self.screen.screen().rows(0, cols.get()).collect()
    }

    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The line under the cursor: the one that is coloured as no other.
    pub(crate) fn cursor_line(&self) -> Vec<u8> {
        let screen = self.screen.screen();
        let (rows, cols) = screen.size();
        let (rows, cols) = (rows.get(), cols.get());
        let look = |row| {
            let cell = screen.cell(row, 2);
            cell.map(|cell| format!("{:?} {}", cell.bgcolor(), cell.inverse())).unwrap_or_default()
        };
        let mut counts: HashMap<String, usize> = HashMap::new();
        (1..rows - 1).for_each(|row| *counts.entry(look(row)).or_default() += 1);
        let rarest = (1..rows - 1).min_by_key(|row| counts[&look(*row)]).unwrap_or(1);
        screen.rows(0, cols).nth(usize::from(rarest)).unwrap_or_default().into_bytes()
    }

    /// The line that tells how many articles there are and how many unread, once there are rows.
    pub(crate) fn counts(&self) -> Option<String> {
        let line = self.lines().into_iter().find(|line| line.contains(" articles · "))?;
        // A library may be called so, too.
        let is_count = |part: &&str| part.trim_start().starts_with(|it: char| it.is_ascii_digit());
        let mut parts = line.split("   ").filter(|part| part.contains(" articles · "));
        let counts = parts.find(is_count)?;
        self.has_rows().then(|| counts.trim().to_owned())
    }

    /// The number before a word: `n("unread")` of `1,234 unread`.
    pub(crate) fn n(&self, word: &str) -> Option<usize> {
        number_before(&self.text(), word)
    }

    /// Whether headlines are shown: lines with a date.
    pub(crate) fn has_rows(&self) -> bool {
        self.lines().iter().any(|line| has_date(line))
    }

    /// Ends the program as a user does, and waits for that.
    pub(crate) fn quit(mut self) {
        self.press("\x1b\x1bq");
        let until = Instant::now() + Duration::from_secs(10);
        while Instant::now() < until {
            self.settle(Duration::from_millis(5));
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            if let Some(at) = Instant::now().checked_sub(Duration::from_millis(300))
                && self.begun.0 < at
            {
                self.press("q");
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already, unless it did not do as it was told.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The number that stands before a word, thousands parted by commas.
pub(crate) fn number_before(text: &str, word: &str) -> Option<usize> {
    text.match_indices(&format!(" {word}")).find_map(|(at, _)| {
        let digits = text[..at].rsplit(|it: char| !it.is_ascii_digit() && it != ',').next()?;
        digits.replace(',', "").parse().ok()
    })
}

/// Whether a date as the list shows it stands in a line.
pub(crate) fn has_date(line: &str) -> bool {
    let is_date = |window: &[u8]| {
        window.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    line.as_bytes().windows(10).any(is_date)
}

fn answer(output: &[u8], keys: &Keys) {
    for (asked, answer) in ANSWERS {
        if output.windows(asked.len()).any(|it| it == *asked) {
            write(keys, answer);
        }
    }
}

fn write(keys: &Keys, bytes: &[u8]) {
    let mut keys = keys.lock().unwrap_or_else(PoisonError::into_inner);
    // A write fails only when the program has ended, which the next wait says.
    let _ = keys.write_all(bytes).and_then(|()| keys.flush());
}
