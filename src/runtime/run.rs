//! The loop: takes events, updates the state, sends requests to the workers, draws.

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
    awaited::Awaited,
    background_colour::{self, Answer, BackgroundColour},
    fault, input,
    keeper_settings::keeper_settings,
    keeper_thread::Home,
    terminal::{self, NoScreen, Screen},
    themes::{self, Origin},
    timers::Timers,
    wake::{OpenedLibrary, Outbox, Wake},
    workers::{StatusBoard, Workers, failure_of, left_behind},
};
use crate::{
    app::{App, Event},
    base::{Clean, wording},
    config::{Config, SettingsSource, themes::AUTO_THEME},
    host::{self, Capabilities},
    library::{Keeper, OwnFolders, ReadingSettings},
    session::{Effect, KeepRequest, Message, Notice, TerminalRequest},
};

/// Answers that come within this time of a key are drawn with it.
const GRACE: Duration = Duration::from_millis(10);

/// The session is kept this long after something has happened.
const KEEPING: Duration = Duration::from_secs(20);

/// A library that opens within this time is in the first frame.
const OPENING: Duration = Duration::from_millis(250);

/// What is to be read, and how.
#[derive(Debug)]
pub struct Start {
    pub folder: PathBuf,
    pub own_folders: OwnFolders,
    pub reading: ReadingSettings,
    pub config: Config,
    pub capabilities: Capabilities,
    /// Whether to go back to where the last session ended.
    pub restores: bool,
    /// The article to begin at, relative to the folder.
    pub article: Option<PathBuf>,
    /// The source of the settings, to be read again.
    pub source: SettingsSource,
    /// What was wrong with them.
    pub wrong: Vec<String>,
}

/// Reads until the user leaves. Returns the signal that ended it, if one did.
///
/// # Errors
/// In words: no terminal, no such folder, a terminal that cannot be drawn on.
pub fn run(start: Start) -> anyhow::Result<Option<i32>> {
    let (wakes, inbox) = channel();
    open_library(&start, &wakes)?;
    let background = BackgroundColour::default();
    let capabilities = start.capabilities;
    let (settings, wrong) = themes::with_themes(start.config.clone(), capabilities);
    // A directory that cannot be opened is reported on a plain terminal.
    let opened = match inbox.recv_timeout(OPENING) {
        Ok(Wake::Opened(opened)) => Some((*opened)?),
        _ => None,
    };
    let mut screen = Screen::take(capabilities).context(wording!("cannot-draw"))?;
    let is_auto = start.config.theme.name == AUTO_THEME;
    let mut is_light = is_auto && themes::is_light_or_wanted(capabilities, &background);
    let answer = Answer::new(&background);
    let listening = input::listen(&wakes, answer).context(wording!("cannot-listen"))?;
    if capabilities.can_be_asked && background.take_wish() {
        screen.send(background_colour::QUESTION)?;
        background.wait(background_colour::PATIENCE);
        is_light = themes::is_light_or_wanted(capabilities, &background);
    }
    let was_light = background.is_light();
    let origin = Origin { source: start.source, background, capabilities, was_light };
    let themes = themes::themes(&settings, capabilities.depth);
    let (mut app, effects) = App::new(settings.config, themes, screen.size());
    app.tell_time(chrono::Local::now().naive_local());
    app.update(Event::Message(Message::Background { is_light }));
    for text in wrong.into_iter().chain(start.wrong) {
        app.update(Event::Message(Message::Notice(Notice::warning(text))));
    }
    let mut turn = Loop {
        app,
        screen,
        inbox,
        own_folders: start.own_folders,
        origin,
        outbox: Outbox::new(wakes),
        board: StatusBoard::default(),
        listening,
        stage: Stage::Opening(effects),
        awaited: Awaited::default(),
        leaving: None,
        due: Due::default(),
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
pub fn can_draw(capabilities: Capabilities) -> Result<(), NoScreen> {
    terminal::is_usable(capabilities)
}

fn open_library(start: &Start, wakes: &Sender<Wake>) -> io::Result<()> {
    let (folder, own_folders) = (start.folder.clone(), start.own_folders.clone());
    let reading = start.reading.clone();
    let settings = keeper_settings(&start.config);
    let (wakes, article) = (wakes.clone(), start.article.clone());
    // If an article is named, nothing else is gone back to.
    let restores = start.restores && article.is_none();
    thread::Builder::new().name("opening".to_owned()).spawn(move || {
        let opened = Keeper::open(&folder, &own_folders, reading, settings).and_then(
            |(library, keeper, news)| {
                let left_behind = left_behind(&own_folders, library.path(), restores);
                let wanted = article.map(|article| library.id_of_file(&article)).transpose()?;
                Ok(OpenedLibrary { library, keeper, news, left_behind, wanted })
            },
        );
        // A send fails only when the loop has ended.
        let _ = wakes.send(Wake::Opened(Box::new(opened)));
    })?;
    Ok(())
}

struct Loop {
    app: App,
    screen: Screen,
    inbox: Receiver<Wake>,
    own_folders: OwnFolders,
    origin: Origin,
    outbox: Outbox,
    board: StatusBoard,
    listening: input::Listening,
    stage: Stage,
    awaited: Awaited,
    leaving: Option<i32>,
    due: Due,
}

/// Whether the library has been opened.
enum Stage {
    /// With the effects that wait for the workers.
    Opening(Vec<Effect>),
    Open(Box<Workers>),
}

/// What is to be done at a time.
#[derive(Default)]
struct Due {
    timers: Timers,
    keeping: SessionKeeping,
}

/// When the session and the habits are kept next, and as what they were kept last.
#[derive(Default)]
struct SessionKeeping {
    due: Option<Instant>,
    session: String,
    habits: String,
}

impl Due {
    /// The time that comes first.
    fn next(&self) -> Option<Instant> {
        self.timers.next().into_iter().chain(self.keeping.due).min()
    }
}

impl Loop {
    fn run(mut self) -> anyhow::Result<Option<i32>> {
        self.wait_for_answers(Instant::now() + OPENING)?;
        self.draw()?;
        while !self.app.should_quit() && self.leaving.is_none() {
            match self.next_wake() {
                Ok(wake) => self.take(wake)?,
                Err(RecvTimeoutError::Timeout) => (),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            while let Ok(wake) = self.inbox.try_recv() {
                self.take(wake)?;
            }
            self.take_due()?;
            self.keep_session(false);
            self.wait_for_answers(Instant::now() + GRACE)?;
            self.draw()?;
        }
        self.leave()
    }

    /// Waits for what happens next, or until a time that is waited for.
    fn next_wake(&self) -> Result<Wake, RecvTimeoutError> {
        match self.due.next() {
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => self.inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
        }
    }

    /// Keeps the session for the next start, some time after something has happened: a program
    /// that is killed loses no more than that. Nothing wakes up while nothing happens.
    fn keep_session(&mut self, is_leaving: bool) {
        let now = Instant::now();
        let is_due = self.due.keeping.due.is_some_and(|due| due <= now);
        if !is_due && !is_leaving {
            self.due.keeping.due.get_or_insert(now + KEEPING);
            return;
        }
        self.due.keeping.due = None;
        let (kept, habits) = (self.app.kept(), self.app.habits());
        let Stage::Open(workers) = &mut self.stage else { return };
        if kept != self.due.keeping.session {
            workers.keep(KeepRequest::Session(kept.clone()));
            self.due.keeping.session = kept;
        }
        if habits != self.due.keeping.habits {
            workers.keep(KeepRequest::Habits(habits.clone()));
            self.due.keeping.habits = habits;
        }
    }

    fn take_due(&mut self) -> anyhow::Result<()> {
        for timer in self.due.timers.take(Instant::now()) {
            let effects = self.app.update(Event::Message(Message::Elapsed(timer)));
            self.perform(effects)?;
        }
        Ok(())
    }

    /// Takes in what comes until every quick answer is there, or `until`.
    fn wait_for_answers(&mut self, until: Instant) -> anyhow::Result<()> {
        while !self.awaited.is_empty() && !self.app.should_quit() && self.leaving.is_none() {
            match self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(wake) => self.take(wake)?,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        self.awaited.forget();
        Ok(())
    }

    fn take(&mut self, wake: Wake) -> anyhow::Result<()> {
        self.app.tell_time(chrono::Local::now().naive_local());
        match wake {
            Wake::Event(event) => {
                if let Event::Message(message) = &event {
                    self.awaited.take(message);
                }
                if matches!(event, Event::Key(_)) {
                    fault::here("loop");
                }
                let effects = self.app.update(event);
                self.perform(effects)?;
            }
            Wake::Opened(opened) => self.start_workers((*opened)?)?,
            Wake::Suspend => self.screen.suspend()?,
            Wake::TakeOver(command) => self.lend(*command)?,
            Wake::Leave(signal) => self.leaving = Some(signal),
        }
        Ok(())
    }

    fn start_workers(&mut self, opened: OpenedLibrary) -> anyhow::Result<()> {
        let OpenedLibrary { library, keeper, news, left_behind, wanted } = opened;
        let home = Home { library: &library, own_folders: &self.own_folders };
        let workers = Workers::start(home, keeper, &self.origin, &self.board, &self.outbox)
            .context(wording!("cannot-work"))?;
        let stage = std::mem::replace(&mut self.stage, Stage::Open(Box::new(workers)));
        self.board.take_news(news, &library, &self.outbox);
        let mut waiting = match stage {
            Stage::Opening(waiting) => waiting,
            Stage::Open(_) => Vec::new(),
        };
        waiting.extend(self.app.update(Event::Message(left_behind)));
        let wanted = wanted.map(|id| self.app.update(Event::Message(Message::Wanted(id))));
        waiting.extend(wanted.into_iter().flatten());
        self.due.keeping.habits = self.app.habits();
        self.perform(waiting)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> anyhow::Result<()> {
        for effect in effects {
            if matches!(self.stage, Stage::Open(_)) {
                self.awaited.add(&effect);
            }
            match (effect, &mut self.stage) {
                (Effect::Terminal(request), _) => self.serve(request)?,
                (effect, Stage::Opening(waiting)) => waiting.push(effect),
                (Effect::Ask(question), Stage::Open(workers)) => workers.ask(question),
                (Effect::Mark(request), Stage::Open(workers)) => workers.mark(request),
                (Effect::Keep(request), Stage::Open(workers)) => workers.keep(request),
                (Effect::Host(request), Stage::Open(workers)) => workers.host(request),
                (Effect::Index(request), Stage::Open(workers)) => workers.index(request),
            }
        }
        Ok(())
    }

    /// Serves requests about the terminal or the clock.
    fn serve(&mut self, request: TerminalRequest) -> anyhow::Result<()> {
        match request {
            TerminalRequest::Copy(text) => self.copy(&text, &text),
            TerminalRequest::CopyLines { lines, what } => {
                let text = lines.iter().map(Clean::as_str).collect::<Vec<_>>().join("\n");
                self.copy(&text, &what)
            }
            TerminalRequest::Wait { seconds, timer } => {
                self.due.timers.add(Instant::now(), seconds, timer);
                Ok(())
            }
            TerminalRequest::Suspend => Ok(self.screen.suspend()?),
        }
    }

    fn copy(&mut self, text: &str, what: &str) -> anyhow::Result<()> {
        self.screen.send(&host::clipboard_bytes(text, self.origin.capabilities.is_in_tmux))?;
        let copiers = host::copiers();
        let (outbox, text, what) = (self.outbox.clone(), text.to_owned(), what.to_owned());
        // A program may take its time, and where it takes none the terminal has the text anyway.
        let copying = thread::Builder::new().name("copy".to_owned());
        let started = copying.spawn(move || outbox.send(copied(&copiers, &text, &what)));
        started.map(drop).context(wording!("cannot-work"))
    }

    /// Gives the terminal to a program until it ends.
    fn lend(&mut self, mut command: std::process::Command) -> anyhow::Result<()> {
        let name = command.get_program().to_string_lossy().into_owned();
        self.listening.hold();
        let status = self.screen.lend(|| command.status());
        self.listening.resume();
        let failure = match status? {
            Ok(status) => failure_of(&name, status),
            Err(error) => {
                Some(wording!("program-cannot-start", name = name, why = error.to_string()))
            }
        };
        if let Some(why) = failure {
            let notice = Message::Notice(Notice::warning(why));
            let effects = self.app.update(Event::Message(notice));
            self.perform(effects)?;
        }
        // The terminal may have changed its size meanwhile.
        let (columns, rows) = self.screen.size();
        let effects = self.app.update(Event::Resize(columns, rows));
        self.perform(effects)
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        if self.leaving == Some(SIGHUP) {
            return Ok(());
        }
        self.ask_for_background()?;
        // Also after a suspension, which gives the mouse back.
        self.screen.set_mouse(self.app.session().config.mouse.enabled)?;
        if self.app.take_redraw() {
            self.screen.forget()?;
        }
        let links = self.app.session().config.text.hyperlinks;
        self.screen.draw(links, |frame| self.app.view(frame)).context(wording!("cannot-draw"))
    }

    /// Asks the terminal for its background where settings that came later want to know.
    fn ask_for_background(&mut self) -> anyhow::Result<()> {
        let background = &self.origin.background;
        if self.origin.capabilities.can_be_asked && background.take_wish() {
            self.screen.send(background_colour::QUESTION)?;
        }
        Ok(())
    }

    fn leave(mut self) -> anyhow::Result<Option<i32>> {
        self.keep_session(true);
        drop(self.screen);
        if let Stage::Open(workers) = self.stage
            && let Err(why) = workers.leave()
        {
            anyhow::bail!(why);
        }
        Ok(self.leaving)
    }
}

/// Copies by the programs of the desktop, and says which way the text went.
fn copied(copiers: &[host::Copier], text: &str, what: &str) -> Message {
    /// Terminals may refuse more.
    const MOST_BYTES: usize = 100_000;
    Message::Notice(if host::copy_by(copiers, text) {
        Notice::note(wording!("copied", what = what))
    } else if MOST_BYTES < text.len() {
        let n_kb = text.len() / 1_000;
        Notice::warning(wording!("copied-perhaps", what = what, n = n_kb))
    } else {
        Notice::note(wording!("copied-by-terminal", what = what))
    })
}
