//! Threads that listen: to the keyboard, to signals, and to the terminal going away.

use std::{
    io,
    os::fd::AsFd,
    sync::{Arc, mpsc::Sender},
    thread,
};

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use rustix::event::{PollFd, PollFlags};
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGXFSZ},
    iterator::Signals,
};

use super::run::Wake;
use crate::{
    app::Event,
    session::{Code, Key},
};

/// Makes a file that may not grow (`ulimit -f`) an error like that of a full disk, which is said in
/// words, rather than the end of the program.
///
/// # Errors
/// Where signals cannot be handled.
pub fn outlive_full_disks() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::default()).map(drop)
}

/// Starts the listeners; they end with the process.
pub(super) fn listen(wakes: &Sender<Wake>) -> io::Result<()> {
    let keys = wakes.clone();
    thread::Builder::new().name("input".to_owned()).spawn(move || read_keys(&keys))?;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    let to_loop = wakes.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
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
    Ok(())
}

/// Returns when the terminal is gone. Reading it would not tell: the event library goes on asking
/// a dead terminal for ever.
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

fn read_keys(wakes: &Sender<Wake>) {
    // What cannot be read is a terminal that is gone: the other listener says so.
    while let Ok(event) = event::read() {
        let event = match event {
            event::Event::Key(key) => match translate(key) {
                Some(key) => Event::Key(key),
                None => continue,
            },
            event::Event::Paste(text) => Event::Paste(text),
            event::Event::Resize(columns, rows) => Event::Resize(columns, rows),
            event::Event::FocusGained | event::Event::FocusLost | event::Event::Mouse(_) => {
                continue;
            }
        };
        if wakes.send(Wake::Event(event)).is_err() {
            return;
        }
    }
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
