//! What goes on meanwhile: a board on which the keeper's thread leaves what is to be said between
//! two commands.

use std::{
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc::SyncSender},
    time::{Duration, Instant},
};

use super::{Wake, note, sentence};
use crate::{
    base::{Clean, wording},
    domain::Arrivals,
    library::{Keeper, Library, News, Places, Request, Work},
    runtime::{KeeperThread, Keeping, Listener},
};

/// Progress is told again after this time: often enough to know that it goes on.
const PATIENCE: Duration = Duration::from_secs(10);

/// What takes less than this is not worth a word.
const SHORT: Duration = Duration::from_millis(500);

/// The keeper at work.
pub(super) struct Background {
    keeper: KeeperThread,
    board: Arc<Mutex<Board>>,
    library: Library,
    /// When progress was told last, while there is any.
    told: Option<Instant>,
}

#[derive(Debug, Default)]
struct Board {
    /// With the time since which something has been going on.
    work: Option<(Work, Instant)>,
    arrivals: Arrivals,
    said: Vec<Clean>,
}

impl Background {
    /// Starts the keeper. [`Wake::Settled`] comes once everything has been read at least once, or
    /// with [`Keeping::Once`] when all is up to date.
    pub(super) fn start(
        keeper: Keeper,
        (library, places): (&Library, &Places),
        keeping: Keeping,
        news: Vec<News>,
        wakes: SyncSender<Wake>,
    ) -> io::Result<Self> {
        let board = Arc::default();
        for news in news {
            take(&board, news);
        }
        let reporter = Reporter {
            library: library.clone(),
            board: Arc::clone(&board),
            wakes,
            is_told: keeping == Keeping::Once,
        };
        let keeper = KeeperThread::start(keeper, (library, places), keeping, reporter)?;
        Ok(Self { keeper, board, library: library.clone(), told: None })
    }

    /// What is new since this was asked last: notes, new articles, how far the reading is.
    pub(super) fn news(&mut self, now: Instant) -> Vec<Clean> {
        let mut board = lock(&self.board);
        let mut lines = std::mem::take(&mut board.said);
        let Arrivals { n_new, n_changed, .. } = std::mem::take(&mut board.arrivals);
        if 0 < n_new {
            lines.push(Clean::new(&wording!("plain-new", n = n_new)));
        }
        if 0 < n_changed {
            lines.push(Clean::new(&wording!("plain-changes", n = n_changed)));
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
                lines.push(Clean::new(&wording!("plain-work-done", n = n_articles)));
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
        self.keeper.ask(Request::Leave);
        self.keeper.finish();
    }
}

/// Writes on the board what the keeper tells.
struct Reporter {
    library: Library,
    board: Arc<Mutex<Board>>,
    wakes: SyncSender<Wake>,
    /// Whether it was told that the library is there, or need not be before the end.
    is_told: bool,
}

impl Reporter {
    fn settle(&self) {
        // Nobody waits any more where there is no room for it.
        let _ = self.wakes.try_send(Wake::Settled);
    }
}

impl Listener for Reporter {
    fn take(&mut self, news: News) {
        // After the last of the files their words follow, and then nothing is done.
        let is_step = matches!(news, News::Indexed | News::Working(None));
        take(&self.board, news);
        if is_step && !self.is_told && self.library.is_complete() {
            self.is_told = true;
            self.settle();
        }
    }

    fn take_panic(&mut self, goes_on: bool) {
        let mut board = lock(&self.board);
        board.work = None;
        let text = if goes_on { wording!("fault-index") } else { wording!("fault-scan") };
        board.said.push(Clean::new(&sentence(text)));
    }

    fn take_end(&mut self) {
        lock(&self.board).work = None;
        self.settle();
    }
}

fn take(board: &Mutex<Board>, news: News) {
    let mut board = lock(board);
    match news {
        News::Published(arrivals) => board.arrivals.add(arrivals),
        News::Indexed => (),
        News::Working(work) => {
            let since = board.work.as_ref().map_or_else(Instant::now, |(_, since)| *since);
            board.work = work.map(|work| (work, since));
        }
        News::Note(text) | News::Aside(text) | News::Banner(text) => {
            board.said.push(note(&text));
        }
    }
}

/// What a panicked keeper left is whole: each value is put in place in one step.
fn lock(board: &Mutex<Board>) -> MutexGuard<'_, Board> {
    board.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `Reading: 3,200 of 72,000 files, about 2 minutes left.`
fn progress(work: &Work) -> String {
    let far = match work.n_total {
        Some(n_total) => {
            wording!("plain-files-of", what = work.what, n = work.n_done, total = n_total)
        }
        None => wording!("plain-files-so-far", what = work.what, n = work.n_done),
    };
    sentence(&match work.time_left.map(|left| left.as_secs()) {
        None => far,
        Some(seconds @ 0..100) => wording!("plain-seconds-left", far = far, n = seconds),
        Some(seconds) => wording!("plain-minutes-left", far = far, n = seconds.div_ceil(60)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::{Speech, language, speaking};

    #[test]
    fn progress_is_a_sentence() {
        let mut work = Work { what: "reading", n_done: 3200, n_total: None, time_left: None };
        assert_eq!(progress(&work), "Reading: 3,200 files so far.");
        work.n_total = Some(72_000);
        work.time_left = Some(Duration::from_secs(150));
        assert_eq!(progress(&work), "Reading: 3,200 of 72,000 files, about 3 minutes left.");
        speaking(Speech::of(language("de").unwrap()), || {
            work.what = wording!("work-reading");
            let said = "Lese: 3.200 von 72.000 Dateien, noch etwa 3 Minuten.";
            assert_eq!(progress(&work), said);
            work.time_left = Some(Duration::from_secs(1));
            let said = "Lese: 3.200 von 72.000 Dateien, noch etwa 1 Sekunde.";
            assert_eq!(progress(&work), said);
        });
    }
}
