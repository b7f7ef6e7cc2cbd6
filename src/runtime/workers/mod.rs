//! The workers: each a thread with an inbox, joined when it is dropped.

mod ask;
mod index;
mod open;
mod programs;
mod queries;
mod settings;
mod store;

pub(super) use store::left_behind;

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

pub(super) use programs::failure_of;

use super::{
    fault,
    keeper_thread::{Home, KeeperThread, ends_within},
    marking::MarkingRequest,
    themes::Origin,
    wake::Outbox,
};
use crate::{
    base::{Clean, wording},
    library::{Backend, Keeper, Library, Local, News, Question},
    session::{
        HostRequest, IndexRequest, KeepRequest, LibraryStatus, MarkRequest, Message, Notice,
        Progress, SettingsRequest,
    },
};

/// A thread that works through its inbox.
struct Worker<R> {
    inbox: Option<Sender<R>>,
    thread: Option<JoinHandle<()>>,
}

impl<R: Send + 'static> Worker<R> {
    /// Starts a worker. `task` gets what is waiting, at least one request; a panic in it is said
    /// on the screen, and the task goes on with the next. `idle` is called when nothing came for
    /// that long.
    fn spawn<T: Task<R>>(name: &'static str, outbox: Outbox, mut task: T) -> io::Result<Self> {
        let (inbox, requests) = channel();
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            while let Some(batch) = next_batch(&requests, T::PATIENCE) {
                let worked = catch_unwind(AssertUnwindSafe(|| {
                    fault::here(name);
                    if batch.is_empty() { task.idle() } else { task.take(batch) }
                }));
                if worked.is_err() {
                    let text = wording!("fault-worker", name = name);
                    outbox.send(Message::Notice(Notice::error(text)));
                }
            }
        })?;
        Ok(Self { inbox: Some(inbox), thread: Some(thread) })
    }

    fn ask(&self, request: R) {
        if let Some(inbox) = &self.inbox {
            // The thread ends only after this sender.
            let _ = inbox.send(request);
        }
    }

    /// Lets the worker finish what it was asked, but not longer than `limit`. False if it did not.
    fn finish(&mut self, limit: Duration) -> bool {
        drop(self.inbox.take());
        let Some(thread) = self.thread.take() else { return true };
        ends_within(limit, &thread) && thread.join().is_ok()
    }
}

/// What a worker does.
trait Task<R>: Send + 'static {
    /// How long to wait before [`Task::idle`]; for ever by default.
    const PATIENCE: Option<Duration> = None;

    /// Works through requests, oldest first.
    fn take(&mut self, batch: Vec<R>);

    fn idle(&mut self) {}
}

/// Everything that waits, at least one; empty when patience ran out; `None` at the end.
fn next_batch<R>(requests: &Receiver<R>, patience: Option<Duration>) -> Option<Vec<R>> {
    let first = match patience {
        None => requests.recv().ok()?,
        Some(patience) => match requests.recv_timeout(patience) {
            Ok(first) => first,
            Err(RecvTimeoutError::Timeout) => return Some(Vec::new()),
            Err(RecvTimeoutError::Disconnected) => return None,
        },
    };
    let mut batch = vec![first];
    batch.extend(requests.try_iter());
    Some(batch)
}

/// What the status line shows, put together from what several workers know.
#[derive(Clone, Default)]
pub(super) struct StatusBoard {
    state: Arc<Mutex<StatusState>>,
}

#[derive(Default)]
struct StatusState {
    progress: Option<Progress>,
    /// Banners, newest last; all stay true.
    banners: Vec<Clean>,
}

impl StatusBoard {
    fn change(&self, change: impl FnOnce(&mut StatusState)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Takes in the findings from opening the library.
    pub(super) fn take_news(&self, news: Vec<News>, library: &Library, outbox: &Outbox) {
        for news in news {
            if let News::Banner(text) = news {
                self.change(|board| board.banners.push(text));
            }
        }
        outbox.send(self.status(library));
    }

    fn status(&self, library: &Library) -> Message {
        let counts = library.counts();
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let banner = (!state.banners.is_empty()).then(|| {
            let words: Vec<&str> = state.banners.iter().map(Clean::as_str).collect();
            Clean::new(&words.join("; "))
        });
        Message::Status(LibraryStatus {
            name: library.name().clone(),
            n_articles: counts.n_articles,
            n_unread: counts.n_unread,
            n_starred: counts.n_starred,
            n_changed: counts.n_changed,
            n_problems: counts.n_problems,
            progress: state.progress.clone(),
            banner,
        })
    }
}

/// All workers of an open library.
pub(super) struct Workers {
    lanes: ask::Lanes,
    store: Worker<MarkingRequest>,
    open: Worker<Clean>,
    queries: Worker<queries::Wanted>,
    programs: programs::Programs,
    index: KeeperThread,
    settings: Worker<SettingsRequest>,
}

impl Workers {
    /// Starts all workers on a library that has just been opened.
    pub(super) fn start(
        home: Home<'_>,
        keeper: Keeper,
        origin: &Origin,
        board: &StatusBoard,
        outbox: &Outbox,
    ) -> io::Result<Self> {
        let library = home.library;
        let backend: Arc<dyn Backend> = Arc::new(Local::new(library));
        let store = store::Store::new(home, Arc::clone(&backend), board.clone(), outbox.clone());
        let settings = settings::Settings::new(origin, outbox);
        Ok(Self {
            lanes: ask::Lanes::spawn(&backend, home, outbox)?,
            store: Worker::spawn("store", outbox.clone(), store)?,
            open: Worker::spawn("open", outbox.clone(), open::Open::new(outbox))?,
            queries: Worker::spawn("queries", outbox.clone(), queries::Queries::new(outbox))?,
            settings: Worker::spawn("settings", outbox.clone(), settings)?,
            programs: programs::Programs::new(library, outbox),
            index: index::start(home, keeper, board, outbox)?,
        })
    }

    pub(super) fn ask(&self, question: Question) {
        self.lanes.ask(question);
    }

    pub(super) fn mark(&self, request: MarkRequest) {
        self.store.ask(MarkingRequest::Mark(request));
    }

    pub(super) fn keep(&self, request: KeepRequest) {
        self.store.ask(MarkingRequest::Keep(request));
    }

    pub(super) fn host(&mut self, request: HostRequest) {
        match request {
            HostRequest::Open(url) => self.open.ask(url),
            HostRequest::Queries { generation, path, vocabulary } => {
                self.queries.ask((generation, path, vocabulary));
            }
            HostRequest::Program(request) => self.programs.perform(request),
            HostRequest::Settings(request) => self.settings.ask(request),
        }
    }

    pub(super) fn index(&self, request: IndexRequest) {
        self.index.ask(request);
    }

    /// Waits until all marks are kept, and a moment for the index. Says what could not be kept.
    pub(super) fn leave(mut self) -> Result<(), &'static str> {
        self.index.ask(IndexRequest::Leave);
        let are_kept = self.store.finish(Duration::from_secs(10));
        self.index.finish();
        if are_kept { Ok(()) } else { Err(wording!("marks-not-kept")) }
    }
}
