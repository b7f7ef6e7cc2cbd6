//! What the keeper's thread tells: its news become messages.

use std::io;

use super::{Board, Post};
use crate::{
    base::wording,
    domain::Arrivals,
    library::{Keeper, Library, News, Places, Work},
    runtime::keeping::{KeeperThread, Keeping, Listener},
    session::{Message, Notice, Progress},
};

/// Starts the keeper.
pub(super) fn start(
    library: &Library,
    keeper: Keeper,
    places: &Places,
    board: &Board,
    post: &Post,
) -> io::Result<KeeperThread> {
    let reporter = Reporter { library: library.clone(), board: board.clone(), post: post.clone() };
    KeeperThread::start(keeper, (library, places), Keeping::Always, reporter)
}

struct Reporter {
    library: Library,
    board: Board,
    post: Post,
}

impl Listener for Reporter {
    fn take(&mut self, news: News) {
        match news {
            News::Published(arrivals) => self.post.send(Message::Changed(arrivals)),
            News::Indexed => self.post.send(Message::Changed(Arrivals::default())),
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

    fn take_panic(&mut self, goes_on: bool) {
        self.board.change(|board| board.progress = None);
        self.post.send(self.board.status(&self.library));
        let text = if goes_on { wording!("fault-index") } else { wording!("fault-scan") };
        self.post.send(Message::Notice(Notice::error(text)));
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
