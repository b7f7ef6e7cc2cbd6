//! The loop: takes what happened, changes the state, asks the workers, draws.

use std::{
    io,
    path::PathBuf,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::Context;
use signal_hook::consts::SIGHUP;

use super::{
    browser, input,
    terminal::{self, Screen},
    workers::{Board, Post, Workers},
};
use crate::{
    app::{App, Event},
    config::Config,
    library::{Keeper, KeeperSettings, Library, LibraryError, News, Places, Reading},
    session::{Effect, Message, Notice},
    ui::Theme,
};

/// Answers that come within this time of a key are drawn with it.
const GRACE: Duration = Duration::from_millis(10);

/// A library that opens within this time is in the first frame.
const OPENING: Duration = Duration::from_millis(250);

/// What is to be read, and how.
#[derive(Debug)]
pub struct Start {
    pub folder: PathBuf,
    pub places: Places,
    pub reading: Reading,
    pub config: Config,
}

/// Something the loop wakes up for.
pub(super) enum Wake {
    Event(Event),
    Opened(Box<Result<OpenedLibrary, LibraryError>>),
    Suspend,
    /// A signal that asks to end, or the terminal went away (as `SIGHUP`).
    Leave(i32),
}

pub(super) struct OpenedLibrary {
    library: Library,
    keeper: Keeper,
    news: Vec<News>,
}

/// Reads until the user leaves. Returns the signal that ended it, if one did.
///
/// # Errors
/// In words: no terminal, no such folder, a terminal that cannot be drawn on.
pub fn run(start: Start) -> anyhow::Result<Option<i32>> {
    let (wakes, inbox) = channel();
    open_library(&start, &wakes)?;
    // A folder that cannot be opened is said on a plain terminal.
    let opened = match inbox.recv_timeout(OPENING) {
        Ok(Wake::Opened(opened)) => Some((*opened)?),
        _ => None,
    };
    let screen = Screen::take().context("cannot draw on this terminal")?;
    input::listen(&wakes).context("cannot listen to the terminal")?;
    let theme = match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => Theme::monochrome(),
        _ => Theme::terminal(),
    };
    let (app, effects) = App::new(start.config.clone(), theme, screen.size());
    let mut turn = Loop {
        app,
        screen,
        inbox,
        places: start.places,
        post: Post::new(wakes),
        board: Board::default(),
        workers: None,
        waiting: effects,
        n_unanswered: 0,
        leaving: None,
    };
    if let Some(opened) = opened {
        turn.start_workers(opened)?;
    }
    turn.run()
}

/// Whether there is a terminal to read on.
///
/// # Errors
/// Why not, and what to do instead.
pub fn can_draw() -> Result<(), &'static str> {
    terminal::is_usable()
}

fn open_library(start: &Start, wakes: &Sender<Wake>) -> io::Result<()> {
    let (folder, places) = (start.folder.clone(), start.places.clone());
    let reading = start.reading.clone();
    let settings = KeeperSettings {
        index_memory_bytes: start.config.library.index_memory_bytes,
        watches: true,
        indexes: true,
    };
    let wakes = wakes.clone();
    thread::Builder::new().name("opening".to_owned()).spawn(move || {
        let opened = Keeper::open(&folder, &places, reading, settings)
            .map(|(library, keeper, news)| OpenedLibrary { library, keeper, news });
        // A send fails only when the loop has ended.
        let _ = wakes.send(Wake::Opened(Box::new(opened)));
    })?;
    Ok(())
}

struct Loop {
    app: App,
    screen: Screen,
    inbox: Receiver<Wake>,
    places: Places,
    post: Post,
    board: Board,
    /// `None` until the library has been opened.
    workers: Option<Workers>,
    /// Effects that wait for the workers.
    waiting: Vec<Effect>,
    /// Answers that are still to come and are worth waiting for.
    n_unanswered: usize,
    leaving: Option<i32>,
}

impl Loop {
    fn run(mut self) -> anyhow::Result<Option<i32>> {
        self.wait_for_answers(Instant::now() + OPENING)?;
        self.draw()?;
        while !self.app.should_quit() && self.leaving.is_none() {
            let Ok(wake) = self.inbox.recv() else { break };
            self.take(wake)?;
            while let Ok(wake) = self.inbox.try_recv() {
                self.take(wake)?;
            }
            self.wait_for_answers(Instant::now() + GRACE)?;
            self.draw()?;
        }
        self.leave()
    }

    /// Takes in what comes until every quick answer is there, or `until`.
    fn wait_for_answers(&mut self, until: Instant) -> anyhow::Result<()> {
        while 0 < self.n_unanswered && !self.app.should_quit() && self.leaving.is_none() {
            match self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(wake) => self.take(wake)?,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        self.n_unanswered = 0;
        Ok(())
    }

    fn take(&mut self, wake: Wake) -> anyhow::Result<()> {
        match wake {
            Wake::Event(event) => {
                if matches!(&event, Event::Message(message) if is_answer(message)) {
                    self.n_unanswered = self.n_unanswered.saturating_sub(1);
                }
                let effects = self.app.update(event);
                self.perform(effects)?;
            }
            Wake::Opened(opened) => self.start_workers((*opened)?)?,
            Wake::Suspend => self.screen.suspend()?,
            Wake::Leave(signal) => self.leaving = Some(signal),
        }
        Ok(())
    }

    fn start_workers(&mut self, opened: OpenedLibrary) -> anyhow::Result<()> {
        let OpenedLibrary { library, keeper, news } = opened;
        let workers = Workers::start(&library, keeper, &self.places, &self.board, &self.post)
            .context("cannot start the background work")?;
        self.workers = Some(workers);
        self.board.take_news(news, &library, &self.post);
        let waiting = std::mem::take(&mut self.waiting);
        self.perform(waiting)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> anyhow::Result<()> {
        for effect in effects {
            match effect {
                Effect::Copy(text) => {
                    self.screen.send(&browser::clipboard_bytes(&text))?;
                    let copied = Message::Notice(Notice::note(format!("copied {text}")));
                    let effects = self.app.update(Event::Message(copied));
                    self.perform(effects)?;
                }
                Effect::Suspend => self.screen.suspend()?,
                effect => match &self.workers {
                    Some(workers) => {
                        self.n_unanswered += usize::from(has_quick_answer(&effect));
                        workers.perform(effect);
                    }
                    None => self.waiting.push(effect),
                },
            }
        }
        Ok(())
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        if self.leaving == Some(SIGHUP) {
            return Ok(());
        }
        // Also after a suspension, which gives the mouse back.
        self.screen.set_mouse(self.app.session().config.mouse.enabled)?;
        if self.app.take_redraw() {
            self.screen.forget()?;
        }
        self.screen.draw(|frame| self.app.view(frame)).context("cannot draw on the terminal")
    }

    fn leave(mut self) -> anyhow::Result<Option<i32>> {
        drop(self.screen);
        if let Some(workers) = self.workers.take()
            && let Err(why) = workers.leave()
        {
            anyhow::bail!(why);
        }
        Ok(self.leaving)
    }
}

/// Whether the answer is worth a wait: it comes from memory or from a few reads.
fn has_quick_answer(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Select { .. }
            | Effect::LoadRows { .. }
            | Effect::Seek { .. }
            | Effect::LoadArticle { .. }
            | Effect::Find { .. }
            | Effect::Mark { .. }
            | Effect::Undo
            | Effect::Redo
    )
}

/// Whether a message answers one of those.
fn is_answer(message: &Message) -> bool {
    match message {
        Message::Selected { .. }
        | Message::Rows { .. }
        | Message::Sought { .. }
        | Message::Opened { .. }
        | Message::Found { .. }
        | Message::Notice(_) => true,
        Message::Marked { is_ours, .. } => *is_ours,
        Message::Snippets { .. }
        | Message::Leads { .. }
        | Message::Changed { .. }
        | Message::Status(_) => false,
    }
}
