//! Listeners: to lines, and to the signals that end the program.

use std::{
    io::{self, BufRead, Read},
    process,
    sync::{
        Arc,
        atomic::{AtomicI32, AtomicU64, Ordering},
        mpsc::{SyncSender, TrySendError},
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
    iterator::Signals,
};

use super::Wake;
use crate::library::Cancel;

/// Longer lines are not commands; the rest of them is passed over.
const MAX_LINE_BYTES: u64 = 16 << 10;

/// How long the program may take to end after a signal: whoever takes our lines may have stopped.
/// All marks are kept by then.
const PATIENCE: Duration = Duration::from_secs(3);

/// Word of a signal, and a stop for what is going on when it comes.
pub(super) struct Interrupts {
    signal: Arc<AtomicI32>,
    newest: Arc<AtomicU64>,
}

impl Interrupts {
    /// Listens until the program ends.
    pub(super) fn listen(wakes: &SyncSender<Wake>) -> io::Result<Self> {
        let interrupts = Self { signal: Arc::default(), newest: Arc::default() };
        let (signal, newest) = (Arc::clone(&interrupts.signal), Arc::clone(&interrupts.newest));
        let wakes = wakes.clone();
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let Some(came) = signals.forever().next() else { return };
            signal.store(came, Ordering::SeqCst);
            newest.fetch_add(1, Ordering::SeqCst);
            // If there is no room, lines wait, and after each the signal is asked for.
            if !matches!(wakes.try_send(Wake::Signal), Err(TrySendError::Disconnected(_))) {
                thread::sleep(PATIENCE);
            }
            process::exit(128 + came);
        })?;
        Ok(interrupts)
    }

    /// The signal that came.
    pub(super) fn signal(&self) -> Option<i32> {
        Some(self.signal.load(Ordering::SeqCst)).filter(|signal| *signal != 0)
    }

    /// Cancelled by the first signal.
    pub(super) fn cancel(&self) -> Cancel {
        Cancel::new(Arc::clone(&self.newest), 0)
    }
}

/// Reads standard input, line by line, on a thread of its own until it ends.
pub(super) fn read_lines(wakes: SyncSender<Wake>) -> io::Result<()> {
    let reading = move || {
        let mut input = io::stdin().lock();
        // What cannot be read is a terminal that is gone.
        while let Ok(Some(line)) = read_line(&mut input) {
            if wakes.send(Wake::Line(line)).is_err() {
                return;
            }
        }
        let _ = wakes.send(Wake::End);
    };
    thread::Builder::new().name("input".to_owned()).spawn(reading).map(drop)
}

/// The next line without its end, bytes that are not text replaced; `None` at the end.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let n_read = input.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut bytes)?;
    if n_read == 0 {
        return Ok(None);
    }
    if !bytes.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_way_and_the_longest_are_cut() {
        let long = "x".repeat(40_000);
        let input = format!("list\r\n\n{long}\n\u{1b}[A\nquit");
        let mut input = input.as_bytes();
        let mut lines = Vec::new();
        while let Some(line) = read_line(&mut input).unwrap() {
            lines.push(line);
        }
        let cut = "x".repeat(16 << 10);
        assert_eq!(lines, ["list", "", &cut, "\u{1b}[A", "quit"]);
        assert_eq!(read_line(&mut &b"\xff\xfe\n"[..]).unwrap().unwrap(), "\u{fffd}\u{fffd}");
    }
}
