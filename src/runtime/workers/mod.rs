//! The workers: each a thread with an inbox, given back when it is dropped.

mod body;
mod browse;
mod index;
mod open;
mod pick;
mod programs;
mod search;
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
    answers::Answers,
    fault,
    keeping::{KeeperThread, ends_within},
    looks::Origin,
    wake::Post,
};
use crate::{
    base::{Clean, wording},
    library::{Keeper, Library, News, Places, Request},
    session::{Effect, LibraryStatus, Message, Notice, Progress, Seek},
};

/// A thread that works through its inbox.
struct Worker<R> {
    inbox: Option<Sender<R>>,
    thread: Option<JoinHandle<()>>,
}

impl<R: Send + 'static> Worker<R> {
    /// Starts a worker. `work` gets what is waiting, at least one request; a panic in it is said
    /// on the screen, and the work goes on with the next. `idle` is called when nothing came for
    /// that long.
    fn spawn<W: Work<R>>(name: &'static str, post: Post, mut work: W) -> io::Result<Self> {
        let (inbox, requests) = channel();
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            while let Some(batch) = next_batch(&requests, W::PATIENCE) {
                let worked = catch_unwind(AssertUnwindSafe(|| {
                    fault::here(name);
                    if batch.is_empty() { work.idle() } else { work.take(batch) }
                }));
                if worked.is_err() {
                    let text = wording!("fault-worker", name = name);
                    post.send(Message::Notice(Notice::error(text)));
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

    /// Lets the worker finish what it was asked, but not longer than `limit`. False where it did
    /// not.
    fn finish(&mut self, limit: Duration) -> bool {
        drop(self.inbox.take());
        let Some(thread) = self.thread.take() else { return true };
        ends_within(limit, &thread) && thread.join().is_ok()
    }
}

/// What a worker does.
trait Work<R>: Send + 'static {
    /// How long to wait before [`Work::idle`]; for ever by default.
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
pub(super) struct Board {
    state: Arc<Mutex<BoardState>>,
}

#[derive(Default)]
struct BoardState {
    progress: Option<Progress>,
    /// Banners, newest last; all stay true.
    banners: Vec<Clean>,
}

impl Board {
    fn change(&self, change: impl FnOnce(&mut BoardState)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Takes in what was found while the library was being opened.
    pub(super) fn take_news(&self, news: Vec<News>, library: &Library, post: &Post) {
        for news in news {
            if let News::Banner(text) = news {
                self.change(|board| board.banners.push(text));
            }
        }
        post.send(self.status(library));
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
    browse: Worker<Effect>,
    search: search::Search,
    body: Worker<Effect>,
    store: Worker<Effect>,
    open: Worker<Effect>,
    pick: pick::Picker,
    programs: programs::Programs,
    index: KeeperThread,
    settings: Worker<Effect>,
}

impl Workers {
    /// Starts all workers on a library that has just been opened.
    pub(super) fn start(
        library: &Library,
        keeper: Keeper,
        (places, origin): (&Places, &Origin),
        board: &Board,
        post: &Post,
    ) -> io::Result<Self> {
        let answers = Answers { library: library.clone(), lists: super::Lists::default() };
        let store = store::Store::new(answers.clone(), places, board.clone(), post.clone());
        Ok(Self {
            browse: Worker::spawn("browse", post.clone(), browse::Browse::new(&answers, post))?,
            search: search::Search::spawn(&answers, post)?,
            body: Worker::spawn("body", post.clone(), body::Body::new(&answers, places, post))?,
            store: Worker::spawn("store", post.clone(), store)?,
            open: Worker::spawn("open", post.clone(), open::Open::new(post))?,
            pick: pick::Picker::spawn(&answers, post)?,
            settings: Worker::spawn(
                "settings",
                post.clone(),
                settings::Settings::new(origin, post),
            )?,
            programs: programs::Programs::new(library, post),
            index: index::start(library, keeper, places, board, post)?,
        })
    }

    /// Hands an effect to the worker it is for.
    pub(super) fn perform(&mut self, effect: Effect) {
        match &effect {
            Effect::Select { selecting, .. } if selecting.query.is_some() => {
                self.search.ask(effect);
            }
            Effect::Seek {
                seek: Seek::Day(_) | Seek::Title(_) | Seek::Source(_) | Seek::Article(_),
                ..
            }
            | Effect::LoadSources { .. }
            | Effect::LoadProblems
            | Effect::Pick { .. }
            | Effect::Weigh { .. }
            | Effect::Gather { .. } => self.pick.ask(effect),
            Effect::Select { .. } | Effect::LoadRows { .. } | Effect::Seek { .. } => {
                self.browse.ask(effect);
            }
            Effect::LoadSnippets { .. } | Effect::LoadLeads { .. } => self.search.ask(effect),
            Effect::LoadArticle { .. } | Effect::Find { .. } => self.body.ask(effect),
            Effect::Mark { .. }
            | Effect::Undo
            | Effect::Redo
            | Effect::LoadHistory
            | Effect::GoToStep(_)
            | Effect::KeepSession(_)
            | Effect::KeepHabits(_)
            | Effect::KeepBookmarks(_)
            | Effect::SavePosition { .. } => {
                self.store.ask(effect);
            }
            Effect::OpenUrl(_) => self.open.ask(effect),
            Effect::ReadSettings | Effect::EditSettings | Effect::AskBackground => {
                self.settings.ask(effect);
            }
            Effect::Pipe { .. } | Effect::Launch { .. } | Effect::StopProgram => {
                self.programs.perform(effect);
            }
            Effect::Rescan => self.index.ask(Request::Rescan),
            Effect::CancelScan => self.index.ask(Request::Cancel),
            // The loop does these itself: they are about the terminal, or the clock.
            Effect::Wait { .. } | Effect::Copy(_) | Effect::CopyLines { .. } | Effect::Suspend => {}
        }
    }

    /// Waits until all marks are kept, and a moment for the index. Says what could not be kept.
    pub(super) fn leave(mut self) -> Result<(), &'static str> {
        self.index.ask(Request::Leave);
        let are_kept = self.store.finish(Duration::from_secs(10));
        self.index.finish();
        if are_kept { Ok(()) } else { Err(wording!("marks-not-kept")) }
    }
}
