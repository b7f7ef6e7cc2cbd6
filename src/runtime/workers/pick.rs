//! Changes which articles are picked and weighs what is to be done with many: a thread of its
//! own, because one of these may be a pass over the whole library while the list scrolls on.

use std::sync::Arc;

use super::{Post, Work};
use crate::{
    base::{Bits, Clean},
    domain::Picking,
    library::{Cancel, Library, LibraryError, Picks},
    runtime::answers::{Answers, failure},
    session::{Effect, ListName, Message, Targets},
};

pub(super) struct Pick {
    answers: Answers,
    post: Post,
    picks: Picks,
}

impl Pick {
    pub(super) fn new(answers: &Answers, post: &Post) -> Self {
        Self { answers: answers.clone(), post: post.clone(), picks: Picks::default() }
    }

    fn pick(&mut self, list: ListName, picking: &Picking) -> Result<Message, LibraryError> {
        let Answers { library, lists } = &self.answers;
        let selection = lists.newest(list);
        library.pick(&mut self.picks, picking, selection.as_deref(), &Cancel::never())?;
        Ok(Message::Picked(self.picks.clone()))
    }

    /// The articles that are meant.
    fn chosen(&self, targets: &Targets) -> Bits {
        let Answers { library, lists } = &self.answers;
        match targets {
            Targets::These(ids) => library.set_of(ids),
            Targets::All(list) => {
                lists.newest(*list).map(|it| Library::all_of(&it)).unwrap_or_default()
            }
            Targets::Beside(list, side, seq) => lists
                .newest(*list)
                .map(|selection| Library::beside(&selection, *side, *seq))
                .unwrap_or_default(),
            Targets::Picked => (*self.picks.set).clone(),
            Targets::Set(chosen) => (**chosen).clone(),
        }
    }

    fn answer(&mut self, effect: Effect) -> Option<Result<Message, LibraryError>> {
        match effect {
            Effect::Pick { list, picking } => Some(self.pick(list, &picking)),
            Effect::Weigh { generation, deed, targets } => {
                let (deed, chosen) = self.answers.library.weigh(deed, self.chosen(&targets));
                let n_articles = chosen.count();
                let chosen = Arc::new(chosen);
                Some(Ok(Message::Weighed { generation, deed, chosen, n_articles }))
            }
            Effect::Gather { deed, chosen, limit } => {
                let lines: Result<Vec<Clean>, _> =
                    self.answers.library.gather(deed, &chosen, limit);
                Some(lines.map(|lines| Message::Gathered { deed, lines }))
            }
            _ => None,
        }
    }
}

impl Work<Effect> for Pick {
    fn take(&mut self, batch: Vec<Effect>) {
        for effect in batch {
            match self.answer(effect) {
                Some(Ok(message)) => self.post.send(message),
                Some(Err(error)) => self.post.send(failure(&error)),
                None => (),
            }
        }
    }
}
