//! Selects without a query, reads rows, finds rows: what answers at once.

use super::{Post, Work};
use crate::{
    library::Cancel,
    runtime::answers::{Answers, SelectRequest},
    session::Effect,
};

pub(super) struct Browse {
    answers: Answers,
    post: Post,
}

impl Browse {
    pub(super) fn new(answers: &Answers, post: &Post) -> Self {
        Self { answers: answers.clone(), post: post.clone() }
    }
}

impl Work<Effect> for Browse {
    fn take(&mut self, batch: Vec<Effect>) {
        for (at, effect) in batch.iter().enumerate() {
            if batch[at + 1..].iter().any(|later| supersedes(later, effect)) {
                continue;
            }
            if let Some(request) = SelectRequest::of(effect) {
                let post = &self.post;
                self.answers.select(&request, &Cancel::never(), &mut |message| post.send(message));
            } else {
                let mut send = |message| self.post.send(message);
                self.answers.with_marks(|| self.answers.browse(effect), &mut send);
            }
        }
    }
}

/// Whether nobody waits for the earlier one any more.
fn supersedes(later: &Effect, earlier: &Effect) -> bool {
    match (later, earlier) {
        (
            Effect::Select { list: later, is_refresh: false, .. },
            Effect::Select { list: earlier, .. },
        )
        | (Effect::LoadRows { list: later, .. }, Effect::LoadRows { list: earlier, .. }) => {
            later == earlier
        }
        _ => false,
    }
}
