//! Questions to the library: a thread for each lane, so that rows do not wait for a search, nor a
//! search for a pass over the whole library.
//!
//! What has been overtaken is not answered, and a search stops once a newer one has been asked.

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
    library::{Answer, Backend, Cancel, Lane, LibraryError, Question, answer},
    marks::Memory,
    runtime::keeper_thread::Home,
    session::{Message, Notice},
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
        backend: &Arc<impl Backend + 'static>,
        home: Home<'_>,
        outbox: &Outbox,
    ) -> io::Result<Self> {
        let lane = |lane: Lane| {
            let work = Answering {
                backend: Arc::clone(backend) as Arc<dyn Backend>,
                memory: Memory::of(home.own_folders, home.library.path()),
                outbox: outbox.clone(),
            };
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
        Lane::Pass => "pass",
    }
}

struct Answering {
    backend: Arc<dyn Backend>,
    memory: Memory,
    outbox: Outbox,
}

impl Answering {
    fn answer(&mut self, question: &Question, cancel: &Cancel) {
        let Self { backend, memory, outbox } = self;
        let mut send = |mut answer: Answer| {
            if let Answer::Article { result: Ok(opened), .. } = &mut answer {
                opened.position = memory.position(opened.headline.id);
            }
            outbox.send(Message::Answer(answer));
        };
        match answer(&**backend, question, cancel, thread::sleep, &mut send) {
            Ok(()) | Err(LibraryError::Cancelled) => (),
            Err(error) => outbox.send(failure(question, &error)),
        }
    }
}

/// What is said of a question that could not be answered.
fn failure(question: &Question, error: &LibraryError) -> Message {
    let text = error.to_string();
    let is_early = matches!(error, LibraryError::NotIndexed);
    let notice = if is_early { Notice::note(text) } else { Notice::error(text) };
    match question.list() {
        Some((list, generation)) => Message::Unanswered { list, generation, notice },
        None => Message::Notice(notice),
    }
}

impl Task<(Question, Cancel)> for Answering {
    fn take(&mut self, batch: Vec<(Question, Cancel)>) {
        for (at, (question, cancel)) in batch.iter().enumerate() {
            let mut later = batch.iter().skip(at + 1);
            if !later.any(|(later, _)| later.overtakes(question)) {
                self.answer(question, cancel);
            }
        }
    }
}
