//! Asks the library for the screen, retries if that may help, and reports an error if it does not.

use std::{sync::Arc, time::Duration};

use crate::{
    library::{Answer, Backend, Cancel, LibraryError, Question, answer},
    marks::Memory,
    session::{Message, Notice},
};

/// A backend, and what is kept of reading its articles.
pub struct Asker {
    backend: Arc<dyn Backend>,
    memory: Memory,
}

impl Asker {
    pub fn new(backend: Arc<dyn Backend>, memory: Memory) -> Self {
        Self { backend, memory }
    }

    /// Sends the backend's answers, or a message if it fails; `pause` waits before the question is
    /// asked again.
    pub fn ask(
        &mut self,
        question: &Question,
        cancel: &Cancel,
        pause: impl FnMut(Duration),
        mut send: impl FnMut(Message),
    ) {
        let Self { backend, memory } = self;
        let mut take = |mut answer: Answer| {
            if let Answer::Article { result: Ok(opened), .. } = &mut answer {
                opened.position = memory.position(opened.headline.id);
            }
            send(Message::Answer(answer));
        };
        match answer(&**backend, question, cancel, pause, &mut take) {
            Ok(()) | Err(LibraryError::Cancelled) => (),
            Err(error) => send(failure(question, &error)),
        }
    }
}

/// The message about a question that could not be answered.
fn failure(question: &Question, error: &LibraryError) -> Message {
    let text = error.to_string();
    let is_early = matches!(error, LibraryError::NotIndexed);
    let notice = if is_early { Notice::note(text) } else { Notice::error(text) };
    match question.list() {
        Some((list, generation)) => Message::Unanswered { list, generation, notice },
        None => Message::Notice(notice),
    }
}
