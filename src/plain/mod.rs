//! Plain mode: reading line by line, for screen readers, braille displays and terminals that can
//! only print.
//!
//! Nothing is drawn, moved or coloured, and nothing is written while a line is being typed: each
//! line typed is answered by whole lines, of which the last says what happened or where the user
//! is. News in between comes with the next answer. Lists have numbers, and the numbers stay until a
//! list is asked for again. The same lines from a pipe make a script: then the library is brought
//! up to date first, nothing is wrapped and there is no prompt.

mod commands;
mod counting;
mod history;
mod input;
mod listing;
mod names;
mod page;
mod progress;
mod reader;
mod reading;
mod reports;
mod shapes;
mod store;

use std::{
    io::{self, IsTerminal, Write},
    panic,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, sync_channel},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::Context;

pub use commands::{COMMANDS, Command};

use crate::{
    base::{Clean, wording},
    library::{Client, Keeper, KeeperSettings, Local},
    marks::{Memory, Setting},
    runtime::{Home, KeptUp, Start, keeper_settings},
};
use input::Interrupts;
use page::Page;
use progress::KeeperAtWork;
use reader::{After, Directory, Reader};
use store::Store;

/// Lines that may wait: whoever writes faster than we answer waits, too.
const MAX_WAITING: usize = 16;

/// A library that is read within this time is greeted as a whole.
const OPENING: Duration = Duration::from_secs(1);

/// What the loop waits for.
enum Wake {
    Line(String),
    /// There will be no more lines.
    End,
    /// The library is there to be read.
    Settled,
    /// A signal came: [`Interrupts`] knows which.
    Signal,
}

/// Reads and answers lines until the user leaves. Returns the signal that ended it, if one did.
///
/// # Errors
/// A message: no such folder, or no reader of the output.
pub fn run(start: Start) -> anyhow::Result<Option<i32>> {
    keep_panics_from_the_lines();
    let (wakes, inbox) = sync_channel(MAX_WAITING);
    let interrupts = Interrupts::listen(&wakes).context(wording!("plain-no-signals"))?;
    let is_typed = io::stdin().is_terminal();
    let kept_up = if is_typed { KeptUp::Always } else { KeptUp::Once };
    let settings = KeeperSettings { watches: is_typed, ..keeper_settings(&start.config) };
    let (library, keeper, news) =
        Keeper::open(&start.folder, &start.own_folders, start.reading, settings)?;
    let home = Home { library: &library, own_folders: &start.own_folders };
    let keeper_at_work = KeeperAtWork::start(keeper, home, kept_up, news, wakes.clone())
        .context(wording!("cannot-work"))?;
    // Marks that are opened say that they have been.
    let mut memory = Memory::of_all(&start.own_folders);
    let is_first_start = is_typed && memory.setting(Setting::LastLibrary).is_none();
    let (store, said) = Store::open(&library, &start.own_folders);
    if !wait_until_settled(&inbox, kept_up, &interrupts) {
        keeper_at_work.leave();
        return Ok(interrupts.signal());
    }
    let client = Client::new(Arc::new(Local::new(&library)), interrupts.cancel());
    let directory = Directory { name: library.name().clone(), path: library.path().to_owned() };
    let mut reader = Reader::new(client, directory, store, start.config)?;
    let opened = start.article.map(|article| reader.begin_at(library.id_of_file(&article), page()));
    let mut talk = Talk { reader, keeper_at_work, is_typed };
    let wrong = start.wrong.iter().map(|text| Clean::new(text)).chain(said);
    let wrong: Vec<Clean> = wrong.chain(welcome(is_first_start)).collect();
    let opened = opened.unwrap_or_default();
    let ended = input::read_lines(wakes)
        .context(wording!("plain-no-input"))
        .and_then(|()| talk.run([&wrong, &opened], &inbox, &interrupts));
    talk.keeper_at_work.leave();
    ended?;
    Ok(interrupts.signal())
}

/// What is said at the very first start.
fn welcome(is_first_start: bool) -> impl Iterator<Item = Clean> {
    let lines = [wording!("welcome-what"), wording!("plain-welcome-own")].map(Clean::new);
    lines.into_iter().filter(move |_| is_first_start)
}

/// The panic of a worker is reported between two answers; its own message would interrupt a line
/// that is being typed.
fn keep_panics_from_the_lines() {
    let (own, earlier) = (thread::current().id(), panic::take_hook());
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == own {
            earlier(info);
        }
    }));
}

/// Waits for the library: as long as it takes where it is read once, else a moment. False if a
/// signal came first.
fn wait_until_settled(inbox: &Receiver<Wake>, kept_up: KeptUp, interrupts: &Interrupts) -> bool {
    let until = Instant::now() + OPENING;
    let next = || match kept_up {
        KeptUp::Once => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        KeptUp::Always => inbox.recv_timeout(until.saturating_duration_since(Instant::now())),
    };
    // Lines are not read yet, so what comes is one of these.
    let _ = next();
    interrupts.signal().is_none()
}

/// The answers to lines, with what happened meanwhile.
struct Talk {
    reader: Reader,
    keeper_at_work: KeeperAtWork,
    /// Somebody sits at a terminal.
    is_typed: bool,
}

impl Talk {
    fn run(
        &mut self,
        [wrong, opened]: [&[Clean]; 2],
        inbox: &Receiver<Wake>,
        interrupts: &Interrupts,
    ) -> anyhow::Result<()> {
        write(wrong)?;
        write(&self.reader.greeting())?;
        write(opened)?;
        self.write_news(&[])?;
        while interrupts.signal().is_none() {
            let line = match inbox.recv() {
                Ok(Wake::Line(line)) => line,
                Ok(Wake::Settled | Wake::Signal) => continue,
                Ok(Wake::End) | Err(_) => break,
            };
            let (answer, after) = self.reader.answer(&line, page(), self.keeper_at_work.doing());
            if interrupts.signal().is_some() {
                break;
            }
            write(&answer)?;
            if after == After::Leave {
                break;
            }
            self.write_news(&answer)?;
        }
        Ok(())
    }

    /// News since the last answer, unless the answer contains it; and the prompt, on a line of its
    /// own.
    fn write_news(&mut self, answer: &[Clean]) -> io::Result<()> {
        let mut lines = self.keeper_at_work.news(Instant::now());
        lines.retain(|line| !answer.contains(line));
        if self.is_typed {
            lines.push(Clean::new(wording!("plain-ready")));
        }
        write(&lines)
    }
}

/// Writes lines: the only place where plain mode writes, and only clean text.
fn write(lines: &[Clean]) -> io::Result<()> {
    let page = page();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for text in lines {
        for line in page.lines(text) {
            out.write_all(text[line].as_bytes())?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()
}

/// What standard output has room for now.
fn page() -> Page {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return Page::endless();
    }
    match rustix::termios::tcgetwinsize(&stdout) {
        Ok(size) => Page::of_terminal(size.ws_col.into(), size.ws_row.into()),
        Err(_) => Page::of_terminal(0, 0),
    }
}

/// News that nobody asked for.
fn note(text: &impl ToString) -> Clean {
    let text = text.to_string();
    Clean::new(&sentence(&wording!("plain-note", text = text)))
}

/// A sentence of what may be none yet: a large letter at its start, a stop at its end.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let is_ended = text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', ':']);
    format!("{first}{}{}", letters.as_str(), if is_ended { "" } else { "." })
}
