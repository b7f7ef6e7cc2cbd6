//! The terminal, taken over and given back: on exit, on a panic, while suspended.

use std::{
    cell::RefCell,
    io::{self, IsTerminal, Write},
    panic,
    rc::Rc,
    sync::atomic::{AtomicBool, Ordering},
    thread::{self, ThreadId},
};

use crate::base::wording;
use crossterm::{
    cursor, event, execute, queue,
    terminal::{self, EnterAlternateScreen, LeaveAlternateScreen},
};
use ratatui::{
    Frame, Terminal,
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};

use super::painter::Painter;
use crate::{config, host::Capabilities, ui::Hyperlink};

/// Whether there is something to give back.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is to be given back, too.
static HAS_MOUSE: AtomicBool = AtomicBool::new(false);

/// Buttons, wheel and drags, counted in numbers without a bound. Not the mere movement, which
/// would wake the program for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

type Out = io::BufWriter<io::Stdout>;

/// The user's terminal while it is ours.
pub(super) struct Screen {
    terminal: Terminal<NeverAsking>,
    painter: Rc<RefCell<Painter>>,
    /// The terminal is known to have links.
    knows_links: bool,
}

/// Draws as crossterm does, but never asks the terminal where its cursor is: the answer would
/// arrive among the keys, on another thread, or not at all. And what is drawn is the painter's: it
/// takes each picture before ratatui compares it.
struct NeverAsking(CrosstermBackend<Out>, Rc<RefCell<Painter>>);

impl Backend for NeverAsking {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, _nothing: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.1.borrow_mut().paint(&mut self.0)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // Asked for when the screen is dropped, which may be because the terminal is gone; the
        // complaint about it would then be a panic.
        let _ = self.0.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.1.borrow_mut().forget();
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        // Only the whole is ever cleared.
        self.1.borrow_mut().forget();
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

/// Why there is not a screen to read on, and what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoScreen {
    #[error("{}", wording!("terminal-none"))]
    NotATerminal,
    #[error("{}", wording!("terminal-dumb"))]
    Dumb,
    #[error("{}", wording!("terminal-unknown"))]
    Unnamed,
}

/// Whether a screen can be drawn: both ends are a terminal that understands more than text.
pub(super) fn is_usable(capabilities: Capabilities) -> Result<(), NoScreen> {
    if !io::stdout().is_terminal() {
        return Err(NoScreen::NotATerminal);
    }
    match capabilities.can_draw {
        Some(false) => Err(NoScreen::Dumb),
        None => Err(NoScreen::Unnamed),
        Some(true) => Ok(()),
    }
}

impl Screen {
    /// Takes the terminal over. Its state comes back when the value is dropped, and before the
    /// message of a panic.
    pub(super) fn take(capabilities: Capabilities) -> io::Result<Self> {
        give_back_before_panics(thread::current().id());
        enter()?;
        let backend = CrosstermBackend::new(io::BufWriter::with_capacity(1 << 16, io::stdout()));
        let painter = Rc::<RefCell<Painter>>::default();
        let terminal = Terminal::new(NeverAsking(backend, Rc::clone(&painter)))?;
        Ok(Self { terminal, painter, knows_links: capabilities.has_hyperlinks })
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((80, 24), |size| (size.width, size.height))
    }

    /// Draws what has changed; the links that `view` returns, where the settings want them.
    pub(super) fn draw(
        &mut self,
        setting: config::Hyperlinks,
        view: impl FnOnce(&mut Frame) -> Vec<Hyperlink>,
    ) -> io::Result<()> {
        queue!(self.terminal.backend_mut().0, terminal::BeginSynchronizedUpdate)?;
        let has_links = setting.are_on(self.knows_links);
        self.terminal.draw(|frame| {
            let links = view(frame);
            let links = if has_links { links } else { Vec::new() };
            self.painter.borrow_mut().take(frame.buffer_mut(), links);
        })?;
        execute!(self.terminal.backend_mut().0, terminal::EndSynchronizedUpdate)
    }

    /// Draws everything again at the next drawing.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    /// Sends bytes past the screen: for the terminal itself, never made of an article's text.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let out = &mut self.terminal.backend_mut().0;
        out.write_all(bytes)?;
        io::Write::flush(out)
    }

    /// Takes the mouse, or leaves it to the terminal; asks the terminal only where that changes.
    pub(super) fn set_mouse(&mut self, is_ours: bool) -> io::Result<()> {
        if HAS_MOUSE.swap(is_ours, Ordering::SeqCst) == is_ours {
            return Ok(());
        }
        self.send(if is_ours { MOUSE_ON } else { MOUSE_OFF })
    }

    /// Gives the terminal back while `work` uses it.
    pub(super) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = work();
        enter()?;
        self.terminal.clear()?;
        Ok(done)
    }

    /// Gives the terminal back, stops the process as `^Z` does, and takes the terminal again when
    /// the process is continued.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        let stopped = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
        enter()?;
        self.terminal.clear()?;
        stopped
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    IS_TAKEN.store(true, Ordering::SeqCst);
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        // What a terminal draws wider than we count must not run into the next row.
        terminal::DisableLineWrap,
        event::EnableBracketedPaste,
        cursor::Hide
    )
}

/// Gives the terminal back as it was. Safe to call at any time, any number of times.
pub(super) fn give_back() {
    if IS_TAKEN.swap(false, Ordering::SeqCst) {
        // On a terminal that is gone there is nothing to restore.
        if HAS_MOUSE.swap(false, Ordering::SeqCst) {
            let _ = io::stdout().write_all(MOUSE_OFF);
        }
        let _ = execute!(
            io::stdout(),
            terminal::EndSynchronizedUpdate,
            event::DisableBracketedPaste,
            terminal::EnableLineWrap,
            LeaveAlternateScreen,
            cursor::Show
        );
        let _ = terminal::disable_raw_mode();
    }
}

/// A panic of the loop gives the terminal back and then prints its message; the loop shows a panic
/// of a worker on the screen, which must not be overwritten.
fn give_back_before_panics(loop_thread: ThreadId) {
    let earlier = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == loop_thread {
            give_back();
            earlier(info);
        }
    }));
}
