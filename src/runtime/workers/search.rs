//! Searches: only for the newest query, which stops the one before it.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use super::{Post, Work, Worker};
use crate::{
    library::Cancel,
    runtime::answers::{Answers, SelectRequest},
    session::Effect,
};

/// The worker, and what tells its work that it has been overtaken.
pub(super) struct Search {
    worker: Worker<(Effect, Cancel)>,
    newest: Arc<AtomicU64>,
    snippets: Worker<Effect>,
}

impl Search {
    pub(super) fn spawn(answers: &Answers, post: &Post) -> io::Result<Self> {
        let searching = Searching { answers: answers.clone(), post: post.clone() };
        let reading = Passages { answers: answers.clone(), post: post.clone() };
        Ok(Self {
            worker: Worker::spawn("search", post.clone(), searching)?,
            newest: Arc::default(),
            snippets: Worker::spawn("snippets", post.clone(), reading)?,
        })
    }

    pub(super) fn ask(&self, effect: Effect) {
        if matches!(effect, Effect::LoadSnippets { .. } | Effect::LoadLeads { .. }) {
            self.snippets.ask(effect);
            return;
        }
        let generation = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        self.worker.ask((effect, Cancel::new(Arc::clone(&self.newest), generation)));
    }
}

struct Searching {
    answers: Answers,
    post: Post,
}

impl Work<(Effect, Cancel)> for Searching {
    fn take(&mut self, batch: Vec<(Effect, Cancel)>) {
        let Some((effect, cancel)) = batch.into_iter().next_back() else { return };
        if let Some(request) = SelectRequest::of(&effect) {
            let post = &self.post;
            self.answers.select(&request, &cancel, &mut |message| post.send(message));
        }
    }
}

/// Reads the passages, or the beginnings, of the rows in view.
struct Passages {
    answers: Answers,
    post: Post,
}

impl Work<Effect> for Passages {
    const PATIENCE: Option<Duration> = None;

    fn take(&mut self, batch: Vec<Effect>) {
        let (mut newest_rows, mut newest_wanted) = (None, None);
        for effect in batch {
            match effect {
                Effect::LoadSnippets { generation, rows } => newest_rows = Some((generation, rows)),
                Effect::LoadLeads { wanted } => newest_wanted = Some(wanted),
                _ => (),
            }
        }
        if let Some((generation, rows)) = newest_rows
            && let Some(message) = self.answers.snippets(generation, rows, &|| false)
        {
            self.post.send(message);
        }
        if let Some(wanted) = newest_wanted {
            self.post.send(self.answers.leads(wanted));
        }
    }
}
