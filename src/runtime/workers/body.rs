//! Reads articles and finds words in them: only the newest of each.

use super::{Post, Work};
use crate::{
    library::Places,
    runtime::answers::{Answers, hits},
    session::{Effect, Message, PaneMessage},
    storage::marks::{LibraryKey, Marks},
};

pub(super) struct Body {
    answers: Answers,
    post: Post,
    places: Places,
    /// A connection of its own, opened when first needed, to learn where reading stopped.
    marks: Option<Marks>,
}

impl Body {
    pub(super) fn new(answers: &Answers, places: &Places, post: &Post) -> Self {
        Self { answers: answers.clone(), post: post.clone(), places: places.clone(), marks: None }
    }

    fn position(&mut self, id: crate::domain::ArticleId) -> crate::domain::Position {
        if self.marks.is_none() {
            let key = LibraryKey(Places::key_of(self.answers.library.path()));
            // Without the marks every article begins at its beginning; the store says why.
            self.marks = Marks::open_read_only(&self.places.marks(), key).ok();
        }
        let position = self.marks.as_ref().and_then(|marks| marks.position(id).ok().flatten());
        position.unwrap_or_default()
    }
}

impl Work<Effect> for Body {
    fn take(&mut self, batch: Vec<Effect>) {
        let (mut to_load, mut to_find) = (None, None);
        for effect in batch {
            match effect {
                Effect::LoadArticle { generation, id, highlight } => {
                    to_load = Some((generation, id, highlight));
                }
                Effect::Find { generation, article, query } => {
                    to_find = Some((generation, article, query));
                }
                _ => (),
            }
        }
        if let Some((generation, id, highlight)) = to_load {
            let position = self.position(id);
            let mut send = |message| self.post.send(message);
            self.answers.open(generation, id, highlight.as_ref(), position, &mut send);
        }
        if let Some((generation, article, query)) = to_find {
            let hits = hits(&article, &query).into();
            self.post.send(Message::Pane(PaneMessage::Found { generation, hits }));
        }
    }
}
