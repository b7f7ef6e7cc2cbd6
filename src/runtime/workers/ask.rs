//! Questions to the library: a thread for each lane, so that rows do not wait for a search, and a
//! search does not wait for a pass over the whole library.
//!
//! Outdated questions are not answered, and a search stops once a newer one has been asked.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use super::{Outbox, Task, Worker};
use crate::{
    library::{Backend, Cancel, Lane, Question},
    marks::Memory,
    runtime::{asker::Asker, keeper_thread::Home},
};

/// The lanes, and what tells their work that it has been overtaken.
pub(super) struct Lanes {
    lanes: Vec<(Lane, LaneWorker)>,
}

struct LaneWorker {
    worker: Worker<(Question, Cancel)>,
    newest: Arc<AtomicU64>,
}

impl Lanes {
    pub(super) fn spawn(
        backend: &Arc<dyn Backend>,
        home: Home<'_>,
        outbox: &Outbox,
    ) -> io::Result<Self> {
        let lane = |lane: Lane| {
            let memory = Memory::of(home.own_folders, home.library.path());
            let asker = Asker::new(Arc::clone(backend), memory);
            let work = Asked { asker, outbox: outbox.clone() };
            let worker = Worker::spawn(name_of(lane), outbox.clone(), work)?;
            Ok((lane, LaneWorker { worker, newest: Arc::default() }))
        };
        let lanes: io::Result<Vec<_>> = Lane::ALL.into_iter().map(lane).collect();
        Ok(Self { lanes: lanes? })
    }

    pub(super) fn ask(&self, question: Question) {
        let own = question.lane();
        if let Some((_, lane)) = self.lanes.iter().find(|(lane, _)| *lane == own) {
            lane.ask(question);
        }
    }
}

impl LaneWorker {
    fn ask(&self, question: Question) {
        let cancel = if question.may_be_stopped() {
            let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
            Cancel::new(Arc::clone(&self.newest), number)
        } else {
            Cancel::never()
        };
        self.worker.ask((question, cancel));
    }
}

/// The name of a lane's thread.
fn name_of(lane: Lane) -> &'static str {
    match lane {
        Lane::Browse => "browse",
        Lane::Search => "search",
        Lane::Passages => "snippets",
        Lane::Article => "body",
        Lane::Tally => "tally",
        Lane::Report => "report",
        Lane::Pass => "pass",
    }
}

struct Asked {
    asker: Asker,
    outbox: Outbox,
}

impl Task<(Question, Cancel)> for Asked {
    fn take(&mut self, batch: Vec<(Question, Cancel)>) {
        for (at, (question, cancel)) in batch.iter().enumerate() {
            let mut later = batch.iter().skip(at + 1);
            if !later.any(|(later, _)| later.overtakes(question)) {
                let Self { asker, outbox } = self;
                asker.ask(question, cancel, thread::sleep, |message| outbox.send(message));
            }
        }
    }
}
