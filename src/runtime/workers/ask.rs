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
};

use super::{Post, Work, Worker};
use crate::{
    domain::{ArticleId, Position},
    library::{Cancel, Lane, LibraryError, Places, Question},
    runtime::answers::{Answers, failure},
    session::Message,
    storage::marks::{LibraryKey, Marks},
};

/// The lanes, and what tells their work that it has been overtaken.
pub(super) struct Asking {
    lanes: Vec<(Lane, LaneWorker)>,
}

struct LaneWorker {
    worker: Worker<(Question, Cancel)>,
    newest: Arc<AtomicU64>,
}

impl Asking {
    pub(super) fn spawn(answers: &Answers, places: &Places, post: &Post) -> io::Result<Self> {
        let lane = |lane: Lane| {
            let work = Answering {
                answers: answers.clone(),
                positions: Positions { places: places.clone(), marks: None },
                post: post.clone(),
            };
            let worker = Worker::spawn(name_of(lane), post.clone(), work)?;
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
        Lane::Pass => "pick",
    }
}

struct Answering {
    answers: Answers,
    positions: Positions,
    post: Post,
}

impl Answering {
    fn answer(&mut self, question: &Question, cancel: &Cancel) {
        let Self { answers, positions, post } = self;
        let mut send = |mut message: Message| {
            if let Message::Opened { result: Ok(opened), .. } = &mut message {
                opened.position = positions.of(answers, opened.headline.id);
            }
            post.send(message);
        };
        match answers.answer(question, cancel, &mut send) {
            Ok(()) | Err(LibraryError::Cancelled) => (),
            Err(error) => post.send(failure(question, &error)),
        }
    }
}

impl Work<(Question, Cancel)> for Answering {
    fn take(&mut self, batch: Vec<(Question, Cancel)>) {
        for (at, (question, cancel)) in batch.iter().enumerate() {
            let mut later = batch.iter().skip(at + 1);
            if !later.any(|(later, _)| later.overtakes(question)) {
                self.answer(question, cancel);
            }
        }
    }
}

/// Where reading stopped, by a connection of its own that is opened when first needed.
struct Positions {
    places: Places,
    marks: Option<Marks>,
}

impl Positions {
    fn of(&mut self, answers: &Answers, id: ArticleId) -> Position {
        if self.marks.is_none() {
            let key = LibraryKey(Places::key_of(answers.library.path()));
            // Without the marks every article begins at its beginning; the store says why.
            self.marks = Marks::open_read_only(&self.places.marks(), key).ok();
        }
        let position = self.marks.as_ref().and_then(|marks| marks.position(id).ok().flatten());
        position.unwrap_or_default()
    }
}
