//! What goes on meanwhile: a thread that reads, indexes and watches, and a board on which it
//! leaves what is to be said between two commands.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{Sender, SyncSender, channel},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::Wake;
use crate::{
    base::{Clean, counted, thousands},
    library::{Keeper, Library, News, Request, Work},
};

/// Progress is told again after this time: often enough to know that it goes on.
const PATIENCE: Duration = Duration::from_secs(10);

/// What takes less than this is not worth a word.
const SHORT: Duration = Duration::from_millis(500);

/// How long the end waits for the last commit.
const LEAVING: Duration = Duration::from_millis(700);

/// How the library is kept up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeping {
    /// All along, beside the commands.
    Always,
    /// Before the first command and not any more, so that the same commands say the same.
    Once,
}

/// The keeper at work.
pub(super) struct Background {
    requests: Sender<Request>,
    thread: JoinHandle<()>,
    board: Arc<Mutex<Board>>,
    library: Library,
    /// When progress was told last, while there is any.
    told: Option<Instant>,
}

#[derive(Debug, Default)]
struct Board {
    /// With the time since which something has been going on.
    work: Option<(Work, Instant)>,
    n_new: usize,
    said: Vec<Clean>,
}

impl Background {
    /// Starts the keeper. [`Wake::Settled`] comes once everything has been read at least once, or
    /// with [`Keeping::Once`] when all is up to date.
    pub(super) fn start(
        library: &Library,
        keeper: Keeper,
        keeping: Keeping,
        news: Vec<News>,
        wakes: SyncSender<Wake>,
    ) -> io::Result<Self> {
        let (requests, inbox) = channel();
        let own = requests.clone();
        let board = Arc::default();
        for news in news {
            take(&board, news);
        }
        let (shared, reader) = (Arc::clone(&board), library.clone());
        let thread = thread::Builder::new().name("index".to_owned()).spawn(move || {
            let mut is_told = false;
            let mut report = |news| {
                // After the last of the files their words follow, and then nothing is done.
                let is_step = matches!(news, News::Indexed | News::Working(None));
                take(&shared, news);
                if is_step && !is_told && keeping == Keeping::Always && reader.is_complete() {
                    is_told = true;
                    // Nobody waits any more where there is no room for it.
                    let _ = wakes.try_send(Wake::Settled);
                }
            };
            let worked = catch_unwind(AssertUnwindSafe(|| match keeping {
                Keeping::Always => keeper.run(&inbox, &own, &mut report),
                Keeping::Once => keeper.run_once(&inbox, &mut report),
            }));
            let mut board = lock(&shared);
            board.work = None;
            if worked.is_err() {
                board.said.push(Clean::new(
                    "Something went wrong while reading files. What has been read is shown; the \
                     next start goes on.",
                ));
            }
            drop(board);
            // A send fails only when the program ends.
            let _ = wakes.try_send(Wake::Settled);
        })?;
        Ok(Self { requests, thread, board, library: library.clone(), told: None })
    }

    /// What is new since this was asked last: notes, new articles, how far the reading is.
    pub(super) fn news(&mut self, now: Instant) -> Vec<Clean> {
        let mut board = lock(&self.board);
        let mut lines = std::mem::take(&mut board.said);
        let n_new = std::mem::take(&mut board.n_new);
        if 0 < n_new {
            let text = counted(n_new, "new article", "new articles");
            lines.push(Clean::new(&format!("{text}; type list to see them.")));
        }
        match &board.work {
            Some((work, since))
                if *since + SHORT <= now && self.told.is_none_or(|told| told + PATIENCE <= now) =>
            {
                lines.push(Clean::new(&progress(work)));
                self.told = Some(now);
            }
            None if self.told.take().is_some() => {
                let n_articles = self.library.counts().n_articles;
                let text = counted(n_articles, "article is", "articles are");
                lines.push(Clean::new(&format!("The work is done: {text} here.")));
            }
            _ => (),
        }
        lines
    }

    /// What goes on now, in a sentence.
    pub(super) fn doing(&self) -> Option<String> {
        lock(&self.board).work.as_ref().map(|(work, _)| progress(work))
    }

    /// Asks the keeper to commit and end, and waits a moment for it.
    pub(super) fn leave(self) {
        // A send fails only when the keeper has ended already.
        let _ = self.requests.send(Request::Leave);
        let until = Instant::now() + LEAVING;
        while !self.thread.is_finished() && Instant::now() < until {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

fn take(board: &Mutex<Board>, news: News) {
    let mut board = lock(board);
    match news {
        News::Published { n_new } => board.n_new += n_new,
        News::Indexed => (),
        News::Working(work) => {
            let since = board.work.as_ref().map_or_else(Instant::now, |(_, since)| *since);
            board.work = work.map(|work| (work, since));
        }
        News::Note(text) | News::Aside(text) | News::Banner(text) => {
            board.said.push(Clean::new(&format!("Look: {text}.")));
        }
    }
}

/// What a panicked keeper left is whole: each value is put in place in one step.
fn lock(board: &Mutex<Board>) -> MutexGuard<'_, Board> {
    board.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `Reading: 3,200 of 72,000, about 2 minutes left.`
fn progress(work: &Work) -> String {
    let (first, rest) = work.what.split_at(work.what.chars().next().map_or(0, char::len_utf8));
    let n_done = thousands(work.n_done);
    let far = match work.n_total {
        Some(n_total) => format!("{n_done} of {} files", thousands(n_total)),
        None => format!("{n_done} files so far"),
    };
    let left = match work.time_left.map(|left| left.as_secs()) {
        None => String::new(),
        Some(seconds @ 0..100) => format!(", about {seconds} seconds left"),
        Some(seconds) => format!(", about {} minutes left", seconds.div_ceil(60)),
    };
    format!("{}{rest}: {far}{left}.", first.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_a_sentence() {
        let mut work = Work { what: "reading", n_done: 3200, n_total: None, time_left: None };
        assert_eq!(progress(&work), "Reading: 3,200 files so far.");
        work.n_total = Some(72_000);
        work.time_left = Some(Duration::from_secs(150));
        assert_eq!(progress(&work), "Reading: 3,200 of 72,000 files, about 3 minutes left.");
    }
}
