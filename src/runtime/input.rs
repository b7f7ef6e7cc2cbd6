//! Threads that listen: to the keyboard, to signals, and to the terminal going away.

use std::{
    collections::VecDeque,
    io,
    os::fd::AsFd,
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use rustix::{
    event::{PollFd, PollFlags},
    process::Signal,
};
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::{background_colour::Answer, wake::Wake};
use crate::{
    app::Event,
    session::{Code, Key, Mouse, MouseAction},
};

/// Keeps our hands off the keyboard while another program has it.
#[derive(Debug, Clone, Default)]
pub(super) struct Listening {
    shared: Arc<(Mutex<Hold>, Condvar)>,
}

#[derive(Debug, Default)]
struct Hold {
    is_wanted: bool,
    /// Nobody reads the terminal.
    is_kept: bool,
    /// Until then a signal may still have been meant for the program that has just ended.
    lingers_until: Option<Instant>,
}

/// A signal typed at another program may reach us when that has already ended by it.
const LINGERING: Duration = Duration::from_millis(500);

impl Listening {
    /// Returns once the terminal is not read any more.
    pub(super) fn hold(&self) {
        let (lock, changed) = &*self.shared;
        let mut hold = lock.lock().unwrap_or_else(PoisonError::into_inner);
        hold.is_wanted = true;
        for _ in 0..50 {
            if hold.is_kept {
                return;
            }
            // Ends the wait for a key: word of a resize comes, whether there was one or not.
            let _ = rustix::process::kill_process(rustix::process::getpid(), Signal::WINCH);
            let waited = changed.wait_timeout(hold, Duration::from_millis(20));
            hold = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Reads the terminal again.
    pub(super) fn resume(&self) {
        let (lock, changed) = &*self.shared;
        *lock.lock().unwrap_or_else(PoisonError::into_inner) =
            Hold { lingers_until: Some(Instant::now() + LINGERING), ..Hold::default() };
        changed.notify_all();
    }

    fn is_held(&self) -> bool {
        let hold = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        hold.is_wanted || hold.lingers_until.is_some_and(|until| Instant::now() < until)
    }

    /// Waits while another program has the terminal.
    fn wait(&self) {
        let (lock, changed) = &*self.shared;
        let mut hold = lock.lock().unwrap_or_else(PoisonError::into_inner);
        while hold.is_wanted {
            hold.is_kept = true;
            changed.notify_all();
            hold = changed.wait(hold).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Makes a file that may not grow (`ulimit -f`) an error like that of a full disk, which is said in
/// words, rather than the end of the program.
///
/// # Errors
/// If signals cannot be handled.
pub fn outlive_full_disks() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Starts the listeners; they end with the process. An answer is taken out of what is typed.
pub(super) fn listen(wakes: &Sender<Wake>, answer: Answer) -> io::Result<Listening> {
    let listening = Listening::default();
    let (keys, to_keys) = (wakes.clone(), listening.clone());
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || read_keys(&keys, &to_keys, answer))?;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    let (to_loop, to_signals) = (wakes.clone(), listening.clone());
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
            if to_signals.is_held() && [SIGINT, SIGQUIT, SIGTSTP].contains(&signal) {
                // They are typed, and meant for the program that has the terminal. If that one
                // stops, the shell waits for this one to stop, too.
                if signal == SIGTSTP {
                    let _ = emulate_default_handler(SIGTSTP);
                }
                continue;
            }
            let wake = if signal == SIGTSTP { Wake::Suspend } else { Wake::Leave(signal) };
            if to_loop.send(wake).is_err() {
                return;
            }
        }
    })?;
    let to_loop = wakes.clone();
    thread::Builder::new().name("hang-up".to_owned()).spawn(move || {
        wait_for_hang_up();
        // A send fails only when the loop has ended.
        let _ = to_loop.send(Wake::Leave(SIGHUP));
    })?;
    Ok(listening)
}

/// Returns when the terminal is gone. Reading from it would not reveal that: the event library
/// keeps polling a dead terminal forever.
fn wait_for_hang_up() {
    let stdin = io::stdin();
    loop {
        let mut polled = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::empty())];
        match rustix::event::poll(&mut polled, None) {
            Err(rustix::io::Errno::INTR) => (),
            Err(_) => return,
            Ok(_) => {
                let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                if polled[0].revents().intersects(gone) {
                    return;
                }
            }
        }
    }
}

/// What the terminal has sent.
struct Sent {
    unread: VecDeque<event::Event>,
    answer: Answer,
}

impl Sent {
    /// The next event that is not part of an answer.
    fn next(&mut self) -> io::Result<event::Event> {
        loop {
            if let Some(event) = self.unread.pop_front() {
                return Ok(event);
            }
            let is_over = match self.answer.pause() {
                Some(pause) => !event::poll(pause)?,
                None => false,
            };
            let (keys, other) = match if is_over { None } else { Some(event::read()?) } {
                Some(event::Event::Key(key)) => (self.answer.take(key), None),
                other => (self.answer.give_up(), other),
            };
            self.unread.extend(keys.into_iter().map(event::Event::Key).chain(other));
        }
    }
}

fn read_keys(wakes: &Sender<Wake>, listening: &Listening, answer: Answer) {
    let start = Instant::now();
    let mut sent = Sent { unread: VecDeque::new(), answer };
    loop {
        listening.wait();
        // What cannot be read is a terminal that is gone: the other listener says so.
        let Ok(event) = sent.next() else { return };
        let event = match event {
            event::Event::Key(key) => match translate(key) {
                Some(key) => Event::Key(key),
                None => continue,
            },
            event::Event::Paste(text) => Event::Paste(text),
            event::Event::Resize(columns, rows) => Event::Resize(columns, rows),
            event::Event::Mouse(mouse) => match translate_mouse(mouse, start.elapsed()) {
                Some(mut mouse) => {
                    sent.unread.extend(gather(&mut mouse));
                    Event::Mouse(mouse)
                }
                None => continue,
            },
            event::Event::FocusGained | event::Event::FocusLost => continue,
        };
        if wakes.send(Wake::Event(event)).is_err() {
            return;
        }
    }
}

/// Puts together what the mouse has done already, so that a wheel turned fast is one event.
/// Returns the event that ended it.
fn gather(mouse: &mut Mouse) -> Option<event::Event> {
    while let Ok(true) = event::poll(Duration::ZERO) {
        let next = event::read().ok()?;
        let is_more = match next {
            event::Event::Mouse(more) => {
                translate_mouse(more, mouse.at).is_some_and(|more| mouse.join(more))
            }
            _ => false,
        };
        if !is_more {
            return Some(next);
        }
    }
    None
}

/// What we take from the mouse: the left button and the wheel.
fn translate_mouse(event: MouseEvent, at: Duration) -> Option<Mouse> {
    let action = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAction::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseAction::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseAction::Release,
        MouseEventKind::ScrollDown => MouseAction::Wheel { is_down: true, n_notches: 1 },
        MouseEventKind::ScrollUp => MouseAction::Wheel { is_down: false, n_notches: 1 },
        MouseEventKind::Down(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => return None,
    };
    Some(Mouse { action, column: event.column, row: event.row, at })
}

fn translate(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(character) => {
            shift = false;
            Code::Char(character)
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key { code, ctrl, alt, shift })
}
