//! The keeper's thread, which scans, indexes and watches, and who listens to it: the screen and
//! plain mode differ only in what they say of its news.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::fault;
use crate::library::{Keeper, Library, News, OwnFolders, Request};

/// The number of keepers tried, one after the other: a repeated panic is not an accident.
const TRIES: usize = 3;

/// How long the end waits for the last commit; what is not committed is read again at the next
/// start.
const LEAVING: Duration = Duration::from_millis(700);

/// An open library, and the folders in which its cache and the marks are.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    pub library: &'a Library,
    pub own_folders: &'a OwnFolders,
}

/// How the library is kept up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptUp {
    /// All along, until the end is asked for.
    Always,
    /// Only once, so that the text being read stays the same.
    Once,
}

/// The receiver, on the keeper's thread, of its news.
pub trait Listener: Send + 'static {
    fn take(&mut self, news: News);

    /// The keeper has panicked; whether another goes on in its place.
    fn take_panic(&mut self, goes_on: bool);

    /// Nothing is kept up to date any more.
    fn take_end(&mut self) {}
}

/// The keeper at work.
pub struct KeeperThread {
    requests: Sender<Request>,
    thread: JoinHandle<()>,
}

impl KeeperThread {
    /// Starts a keeper, and another where it panics: that one takes the cache over.
    ///
    /// # Errors
    /// If the system has no thread left.
    pub fn start(
        keeper: Keeper,
        home: Home<'_>,
        kept_up: KeptUp,
        mut listener: impl Listener,
    ) -> io::Result<Self> {
        let (requests, inbox) = channel();
        let own = requests.clone();
        let (library, own_folders) = (home.library.clone(), home.own_folders.clone());
        let settings = keeper.settings().clone();
        let thread = thread::Builder::new().name("index".to_owned()).spawn(move || {
            let mut keeper = Some(keeper);
            for n_tries in 1..=TRIES {
                let Some(kept) = keeper.take() else { break };
                let worked = catch_unwind(AssertUnwindSafe(|| {
                    fault::here("index");
                    let mut report = |news| listener.take(news);
                    match kept_up {
                        KeptUp::Always => kept.run(&inbox, &own, &mut report),
                        KeptUp::Once => kept.run_once(&inbox, &mut report),
                    }
                }));
                if worked.is_ok() {
                    break;
                }
                if n_tries < TRIES {
                    keeper = Keeper::again(&library, &own_folders, settings.clone());
                }
                if keeper.is_none() {
                    library.stop_reading();
                }
                listener.take_panic(keeper.is_some());
            }
            listener.take_end();
        })?;
        Ok(Self { requests, thread })
    }

    pub fn ask(&self, request: Request) {
        // A send fails only when the keeper has ended, which it has said.
        let _ = self.requests.send(request);
    }

    /// Waits a moment for the last commit.
    pub fn finish(&self) {
        // Whether it ended in time or not, nothing is lost.
        let _ = ends_within(LEAVING, &self.thread);
    }
}

/// Waits for a thread, but not longer than `limit`. False if it goes on.
pub(super) fn ends_within(limit: Duration, thread: &JoinHandle<()>) -> bool {
    let until = Instant::now() + limit;
    while !thread.is_finished() {
        if until < Instant::now() {
            return false;
        }
        thread::sleep(Duration::from_millis(1));
    }
    true
}
