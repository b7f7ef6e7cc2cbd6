//! Turns the news of the keeper's thread into messages.

use std::io;

use super::{Outbox, StatusBoard};
use crate::{
    base::wording,
    domain::Arrivals,
    library::{Keeper, Library, News, Work},
    runtime::keeper_thread::{Home, KeeperThread, KeptUp, Listener},
    session::{Message, Notice, Progress},
};

/// Starts the keeper.
pub(super) fn start(
    home: Home<'_>,
    keeper: Keeper,
    board: &StatusBoard,
    outbox: &Outbox,
) -> io::Result<KeeperThread> {
    let reporter =
        Reporter { library: home.library.clone(), board: board.clone(), outbox: outbox.clone() };
    KeeperThread::start(keeper, home, KeptUp::Always, reporter)
}

struct Reporter {
    library: Library,
    board: StatusBoard,
    outbox: Outbox,
}

impl Listener for Reporter {
    fn take(&mut self, news: News) {
        match news {
            News::Published(arrivals) => self.outbox.send(Message::Changed(arrivals)),
            News::Indexed => self.outbox.send(Message::Changed(Arrivals::default())),
            News::Working(work) => {
                self.board.change(|board| board.progress = work.as_ref().map(progress));
            }
            News::Note(text) => {
                self.outbox.send(Message::Notice(Notice::warning(text)));
                return;
            }
            News::Aside(text) => {
                self.outbox.send(Message::Notice(Notice::note(text)));
                return;
            }
            News::Banner(text) => self.board.change(|board| board.banners.push(text)),
        }
        self.outbox.send(self.board.status(&self.library));
    }

    fn take_panic(&mut self, goes_on: bool) {
        self.board.change(|board| board.progress = None);
        self.outbox.send(self.board.status(&self.library));
        let text = if goes_on { wording!("fault-index") } else { wording!("fault-scan") };
        self.outbox.send(Message::Notice(Notice::error(text)));
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
