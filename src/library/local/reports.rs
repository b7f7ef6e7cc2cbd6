//! Words in context, batches and explanations.

use std::sync::{Mutex, PoisonError};

use super::Local;
use crate::{
    domain::{Generation, Listing, Ticket},
    library::{Answer, Cancel, KwicWanted, LibraryError, Question, kwic::Concordance},
};

/// The lines of the newest request for words in context.
#[derive(Debug, Default)]
pub(super) struct Concordances {
    newest: Mutex<Option<(Ticket, Concordance)>>,
}

impl Local {
    pub(super) fn report(
        &self,
        question: &Question,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        match question {
            Question::Kwic { generation, listing, wanted } => {
                self.kwic((*generation, listing), wanted, cancel, send)
            }
            Question::Batch { generation, queries, by } => {
                let mut send = |answer| send(Answer::Batch(answer));
                self.library.batch((*generation, queries), *by, cancel, &mut send)
            }
            Question::Explain { generation, query } => {
                let (generation, explanation) = (*generation, self.library.explain(query, cancel)?);
                send(Answer::Explained { generation, explanation });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Reads lines of words in context, unless something newer has been asked for.
    fn kwic(
        &self,
        (generation, listing): (Generation, &Listing),
        wanted: &KwicWanted,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        // Under the lock, since the lines are counted in their order.
        let mut newest = self.concordances.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if newest.as_ref().is_some_and(|(ticket, _)| !ticket.is_reached_by(generation)) {
            return Ok(());
        }
        let known = newest.take().and_then(|(ticket, known)| ticket.take(generation, known));
        let known = match known {
            Some(known) => known,
            None => Concordance::of(&self.library, listing, wanted, cancel)?,
        };
        let (_, concordance) = newest.insert((Ticket::of(generation), known));
        let mut send = |answer| send(Answer::Kwic(answer));
        concordance.answer(&self.library, (generation, wanted), cancel, &mut send)
    }
}
