//! A terminal for the real program: a pty, a parsed screen, and waits that say what they wait for.

use std::{
    io::{Read, Write},
    num::NonZero,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Long enough for a slow machine, short enough to fail rather than hang.
pub(super) const LIMIT: Duration = Duration::from_secs(90);

/// An answer is given again after this time.
const AGAIN: Duration = Duration::from_millis(200);

/// A screen on which nothing has changed for so long is taken for finished.
const STILL: Duration = Duration::from_secs(1);

/// How long the last bytes of a program that has ended may take on a busy machine.
const LAST: Duration = Duration::from_secs(5);

/// The program on a screen of its own.
pub(super) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    pub(super) raw: Vec<u8>,
    /// Of `raw`, by [`Terminal::wait_raw`].
    n_seen: usize,
}

impl Terminal {
    /// Starts `dateline LIBRARY` with its own files below `ours`.
    pub(super) fn start(library: &Path, ours: &Path, rows: u16, cols: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(Self::arguments(library, ours));
        Self::run(command, ours, rows, cols)
    }

    /// What comes after the program's name.
    pub(super) fn arguments(library: &Path, ours: &Path) -> [PathBuf; 5] {
        let (cache, data) = (ours.join("cache"), ours.join("data"));
        [library.to_owned(), "--cache-dir".into(), cache, "--data-dir".into(), data]
    }

    /// Starts a command of the caller's on a screen of its own.
    pub(super) fn run(mut command: CommandBuilder, ours: &Path, rows: u16, cols: u16) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        command.env("HOME", ours);
        // English, whoever runs the tests; a test that asks for more has asked by `LC_ALL`.
        if command.get_env("LC_ALL") == std::env::var_os("LC_ALL").as_deref() {
            command.env("LC_ALL", "C.UTF-8");
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 1 << 14];
            while let Ok(n_bytes) = reader.read(&mut buffer) {
                if n_bytes == 0 || send.send(buffer[..n_bytes].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        let screen = vt100::Parser::new(at_least_one(rows), at_least_one(cols), 0);
        let (raw, n_seen) = (Vec::new(), 0);
        Self { master: pair.master, keys, child, output, screen, raw, n_seen }
    }

    pub(super) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    pub(super) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub(super) fn wait(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub(super) fn wait_until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + LIMIT;
        while !is_so(&self.text()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("no `{what}` on\n{}", self.text()),
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("the program ended before `{what}` was on\n{}", self.text())
                }
            }
        }
    }

    pub(super) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// As [`Terminal::wait_until`], by all that a screen shows.
    #[track_caller]
    pub(super) fn wait_for_screen(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + LIMIT;
        while !is_so(self.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("not as in {what}:\n{}", self.text());
            };
            self.take(&bytes);
        }
    }

    /// Waits until nothing has been written for a while: for pictures to be looked at, not for tests.
    pub(super) fn wait_until_still(&mut self) {
        while let Ok(bytes) = self.output.recv_timeout(STILL) {
            self.take(&bytes);
        }
    }

    /// Answers a question until that has done something: a key that comes before the question can
    /// have been read is no answer.
    #[track_caller]
    pub(super) fn answer(&mut self, key: &str, text: &str) {
        let deadline = Instant::now() + LIMIT;
        while !self.text().contains(text) {
            assert!(Instant::now() < deadline, "no `{text}` on\n{}", self.text());
            self.press(key);
            let again = Instant::now() + AGAIN;
            while !self.text().contains(text) {
                let left = again.saturating_duration_since(Instant::now());
                let Ok(bytes) = self.output.recv_timeout(left) else { break };
                self.take(&bytes);
            }
        }
    }

    /// Waits until `text` has been written since the last such wait, on whichever screen.
    #[track_caller]
    pub(super) fn wait_raw(&mut self, text: &str) {
        let deadline = Instant::now() + LIMIT;
        loop {
            let unseen = &self.raw[self.n_seen..];
            if let Some(at) = unseen.windows(text.len()).position(|it| it == text.as_bytes()) {
                self.n_seen += at + text.len();
                return;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("`{text}` was not written; on the screen is\n{}", self.text());
            };
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    pub(super) fn resize(&mut self, rows: u16, cols: u16) {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
        self.screen.screen_mut().set_size(at_least_one(rows), at_least_one(cols));
    }

    pub(super) fn pid(&self) -> rustix::process::Pid {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::Pid::from_raw(pid).unwrap()
    }

    pub(super) fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    /// Waits for the end, taking in what is still written.
    #[track_caller]
    pub(super) fn ended(&mut self) -> ExitStatus {
        let deadline = Instant::now() + LIMIT;
        loop {
            while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(2)) {
                self.take(&bytes);
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                // The last bytes may still be on their way here.
                while let Ok(bytes) = self.output.recv_timeout(LAST) {
                    self.take(&bytes);
                }
                return status;
            }
            assert!(Instant::now() < deadline, "the program does not end on\n{}", self.text());
        }
    }

    /// Whether the terminal was left as it was found, as far as its bytes tell.
    pub(super) fn is_given_back(&self) -> bool {
        let last = |code: &[u8]| self.raw.windows(code.len()).rposition(|it| it == code);
        let is_off = |on: &[u8], off: &[u8]| last(on).is_none() || last(on) < last(off);
        is_off(b"\x1b[?1049h", b"\x1b[?1049l")
            && is_off(b"\x1b[?2004h", b"\x1b[?2004l")
            && is_off(b"\x1b[?25l", b"\x1b[?25h")
            && is_off(b"\x1b[?2026h", b"\x1b[?2026l")
            && is_off(b"\x1b[?1000h", b"\x1b[?1000l")
            && is_off(b"\x1b[?1002h", b"\x1b[?1002l")
            && is_off(b"\x1b[?1006h", b"\x1b[?1006l")
    }
}

fn at_least_one(n_cells: u16) -> NonZero<u16> {
    NonZero::new(n_cells).unwrap_or(NonZero::<u16>::MIN)
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended already, unless a test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
