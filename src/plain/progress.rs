//! Background news: the keeper's thread leaves here what to print between two commands.

use std::{
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc::SyncSender},
    time::{Duration, Instant},
};

use super::{Wake, note, sentence};
use crate::{
    base::{Clean, wording},
    domain::Arrivals,
    library::{Keeper, Library, News, Request, Work},
    runtime::{Home, KeeperThread, KeptUp, Listener},
};

/// Progress is reported again after this time: often enough to show that work continues.
const PATIENCE: Duration = Duration::from_secs(10);

/// What takes less than this is not worth a word.
const SHORT: Duration = Duration::from_millis(500);

/// The keeper at work.
pub(super) struct KeeperAtWork {
    keeper: KeeperThread,
    untold: Arc<Mutex<Untold>>,
    library: Library,
    /// When progress was told last, while there is any.
    told: Option<Instant>,
}

#[derive(Debug, Default)]
struct Untold {
    /// With the time since which something has been going on.
    work: Option<(Work, Instant)>,
    arrivals: Arrivals,
    said: Vec<Clean>,
}

impl KeeperAtWork {
    /// Starts the keeper. [`Wake::Settled`] comes once everything has been read at least once, or
    /// with [`KeptUp::Once`] when all is up to date.
    pub(super) fn start(
        keeper: Keeper,
        home: Home<'_>,
        kept_up: KeptUp,
        news: Vec<News>,
        wakes: SyncSender<Wake>,
    ) -> io::Result<Self> {
        let untold = Arc::default();
        for news in news {
            take(&untold, news);
        }
        let reporter = Reporter {
            library: home.library.clone(),
            untold: Arc::clone(&untold),
            wakes,
            is_told: kept_up == KeptUp::Once,
        };
        let keeper = KeeperThread::start(keeper, home, kept_up, reporter)?;
        Ok(Self { keeper, untold, library: home.library.clone(), told: None })
    }

    /// What is new since this was asked last: notes, new articles, how far the reading is.
    pub(super) fn news(&mut self, now: Instant) -> Vec<Clean> {
        let mut untold = lock(&self.untold);
        let mut lines = std::mem::take(&mut untold.said);
        let Arrivals { n_new, n_changed, .. } = std::mem::take(&mut untold.arrivals);
        if 0 < n_new {
            lines.push(Clean::new(&wording!("plain-new", n = n_new)));
        }
        if 0 < n_changed {
            lines.push(Clean::new(&wording!("plain-changes", n = n_changed)));
        }
        match &untold.work {
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
        lock(&self.untold).work.as_ref().map(|(work, _)| progress(work))
    }

    /// Asks the keeper to commit and end, and waits a moment for it.
    pub(super) fn leave(self) {
        self.keeper.ask(Request::Leave);
        self.keeper.finish();
    }
}

/// Holds the keeper's news until they are printed.
struct Reporter {
    library: Library,
    untold: Arc<Mutex<Untold>>,
    wakes: SyncSender<Wake>,
    /// Whether it was told that the library is there, or need not be before the end.
    is_told: bool,
}

impl Reporter {
    fn settle(&self) {
        // If the channel is full, the receiver is no longer waiting.
        let _ = self.wakes.try_send(Wake::Settled);
    }
}

impl Listener for Reporter {
    fn take(&mut self, news: News) {
        // After the last of the files their words follow, and then nothing is done.
        let is_step = matches!(news, News::Indexed | News::Working(None));
        take(&self.untold, news);
        if is_step && !self.is_told && self.library.is_complete() {
            self.is_told = true;
            self.settle();
        }
    }

    fn take_panic(&mut self, goes_on: bool) {
        let mut untold = lock(&self.untold);
        untold.work = None;
        let text = if goes_on { wording!("fault-index") } else { wording!("fault-scan") };
        untold.said.push(Clean::new(&sentence(text)));
    }

    fn take_end(&mut self) {
        lock(&self.untold).work = None;
        self.settle();
    }
}

fn take(untold: &Mutex<Untold>, news: News) {
    let mut untold = lock(untold);
    match news {
        News::Published(arrivals) => untold.arrivals.add(arrivals),
        News::Indexed => (),
        News::Working(work) => {
            let since = untold.work.as_ref().map_or_else(Instant::now, |(_, since)| *since);
            untold.work = work.map(|work| (work, since));
        }
        News::Note(text) | News::Aside(text) | News::Banner(text) => {
            untold.said.push(note(&text));
        }
    }
}

/// What a panicked keeper left is whole: each value is put in place in one step.
fn lock(untold: &Mutex<Untold>) -> MutexGuard<'_, Untold> {
    untold.lock().unwrap_or_else(PoisonError::into_inner)
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
