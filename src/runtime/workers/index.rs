//! The keeper's thread: scans, indexes, watches; its news become messages.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Sender, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use super::{Board, Post, fault};
use crate::{
    base::wording,
    library::{Keeper, Library, News, Places, Request, Work},
    session::{Message, Notice, Progress},
};

/// How many keepers are tried, one after the other: a panic that comes again and again is no
/// accident.
const TRIES: usize = 3;

/// The keeper at work.
pub(super) struct Index {
    requests: Sender<Request>,
    thread: JoinHandle<()>,
}

impl Index {
    pub(super) fn spawn(
        library: &Library,
        keeper: Keeper,
        places: &Places,
        board: &Board,
        post: &Post,
    ) -> io::Result<Self> {
        let (requests, inbox) = channel();
        let own = requests.clone();
        let mut reporter =
            Reporter { library: library.clone(), board: board.clone(), post: post.clone() };
        let (places, settings) = (places.clone(), keeper.settings().clone());
        let thread = thread::Builder::new().name("index".to_owned()).spawn(move || {
            let mut keeper = Some(keeper);
            for n_tries in 1..=TRIES {
                let Some(kept) = keeper.take() else { break };
                let worked = catch_unwind(AssertUnwindSafe(|| {
                    fault::here("index");
                    kept.run(&inbox, &own, &mut |news| reporter.tell(news));
                }));
                if worked.is_ok() {
                    return;
                }
                if n_tries < TRIES {
                    keeper = Keeper::again(&reporter.library, &places, settings.clone());
                }
                reporter.tell_panic(keeper.is_some());
            }
        })?;
        Ok(Self { requests, thread })
    }

    pub(super) fn ask(&self, request: Request) {
        // A send fails only when the keeper has ended, which it has said.
        let _ = self.requests.send(request);
    }

    /// Waits a moment for the last commit; what is not committed is read again at the next start.
    pub(super) fn finish(&self, limit: Duration) {
        let until = Instant::now() + limit;
        while !self.thread.is_finished() && Instant::now() < until {
            thread::sleep(Duration::from_millis(1));
        }
    }
}

struct Reporter {
    library: Library,
    board: Board,
    post: Post,
}

impl Reporter {
    fn tell_panic(&mut self, goes_on: bool) {
        self.board.change(|board| board.progress = None);
        self.post.send(self.board.status(&self.library));
        let text = if goes_on { wording!("fault-index") } else { wording!("fault-scan") };
        self.post.send(Message::Notice(Notice::error(text)));
    }

    fn tell(&mut self, news: News) {
        match news {
            News::Published { n_new } => self.post.send(Message::Changed { n_new }),
            News::Indexed => self.post.send(Message::Changed { n_new: 0 }),
            News::Working(work) => {
                self.board.change(|board| board.progress = work.as_ref().map(progress));
            }
            News::Note(text) => {
                self.post.send(Message::Notice(Notice::warning(text)));
                return;
            }
            News::Aside(text) => {
                self.post.send(Message::Notice(Notice::note(text)));
                return;
            }
            News::Banner(text) => self.board.change(|board| board.banners.push(text)),
        }
        self.post.send(self.board.status(&self.library));
    }
}

fn progress(work: &Work) -> Progress {
    Progress {
        what: work.what,
        n_done: work.n_done,
        n_total: work.n_total,
        seconds_left: work.time_left.map(|left| left.as_secs()),
    }
}
