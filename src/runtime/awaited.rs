//! Which answers are worth waiting for before drawing: those that take only memory or a few reads.
//!
//! Asked twice for the same, the worker may answer only once, so kinds are kept and not counted.

use crate::session::{
    Answer, Effect, ListAnswer, ListName, MarkRequest, Message, PaneMessage, Question,
};

/// What one kind of answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    List(ListName),
    Rows(ListName),
    Row(ListName),
    Article,
    Found,
    Marks,
    Selection,
    Weight,
    Lines,
    History,
}

/// Answers that are still to come.
#[derive(Debug, Default)]
pub(super) struct Awaited {
    kinds: Vec<Kind>,
}

impl Awaited {
    pub(super) fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    pub(super) fn forget(&mut self) {
        self.kinds.clear();
    }

    /// Notes that `effect` was asked for, if its answer comes at once.
    pub(super) fn add(&mut self, effect: &Effect) {
        if let Some(kind) = asked(effect).filter(|kind| !self.kinds.contains(kind)) {
            self.kinds.push(kind);
        }
    }

    /// Notes an answer. A notice may stand for any: then nothing is waited for any more.
    pub(super) fn take(&mut self, message: &Message) {
        match (message, answered(message)) {
            (Message::Notice(_) | Message::Unanswered { .. }, _) => self.kinds.clear(),
            (_, Some(kind)) => self.kinds.retain(|it| *it != kind),
            (_, None) => (),
        }
    }
}

/// What the answer will be about, if it comes from memory or a few reads.
fn asked(effect: &Effect) -> Option<Kind> {
    match effect {
        Effect::Ask(question) => asked_of_library(question),
        Effect::Mark(MarkRequest::History) => Some(Kind::History),
        Effect::Mark(MarkRequest::Mark { .. } | MarkRequest::Undo | MarkRequest::Redo) => {
            Some(Kind::Marks)
        }
        Effect::Mark(MarkRequest::GoTo(_) | MarkRequest::Shown(_))
        | Effect::Keep(_)
        | Effect::Terminal(_)
        | Effect::Host(_)
        | Effect::Index(_) => None,
    }
}

fn asked_of_library(question: &Question) -> Option<Kind> {
    Some(match question {
        Question::List { list, .. } => Kind::List(*list),
        Question::Rows { list, .. } => Kind::Rows(*list),
        Question::Seek { list, .. } => Kind::Row(*list),
        Question::Article { .. } => Kind::Article,
        Question::Find { .. } => Kind::Found,
        Question::Select { .. } => Kind::Selection,
        Question::Weigh { .. } => Kind::Weight,
        Question::Gather { .. } => Kind::Lines,
        Question::Tally { .. }
        | Question::Kwic { .. }
        | Question::Batch { .. }
        | Question::Explain { .. }
        | Question::Snippets { .. }
        | Question::Leads { .. }
        | Question::Values { .. }
        | Question::Sources { .. }
        | Question::Problems { .. }
        | Question::Headlines { .. }
        | Question::Places { .. }
        | Question::Named { .. }
        | Question::Counts => return None,
    })
}

fn answered(message: &Message) -> Option<Kind> {
    Some(match message {
        Message::Answer(Answer::List(ListAnswer { list, .. })) => Kind::List(*list),
        Message::Answer(Answer::Rows { list, .. }) => Kind::Rows(*list),
        Message::Answer(Answer::Sought { list, .. }) => Kind::Row(*list),
        Message::Answer(Answer::Article { .. }) => Kind::Article,
        Message::Answer(Answer::Found { .. }) => Kind::Found,
        Message::Marked { is_ours: true, .. } => Kind::Marks,
        Message::Answer(Answer::Selected(_)) => Kind::Selection,
        Message::Answer(Answer::Weighed { .. }) => Kind::Weight,
        Message::Answer(Answer::Gathered { .. }) => Kind::Lines,
        Message::Pane(PaneMessage::History(_)) => Kind::History,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Generation, IndexRequest, Notice};

    #[test]
    fn one_answer_is_enough_for_what_was_asked_twice() {
        let list = |list| {
            Effect::Ask(Question::List {
                list,
                generation: Generation(1),
                listing: crate::domain::Listing::default(),
                keep: None,
                is_refresh: false,
                window: crate::session::Window::default(),
            })
        };
        let answer = |list| {
            Message::Answer(Answer::List(ListAnswer {
                list,
                generation: Generation(1),
                n_rows: 0,
                extent: crate::domain::Extent::Whole,
                n_gone: 0,
                cursor: None,
                first: 0,
                rows: Vec::new(),
                forms: Vec::new(),
            }))
        };
        let mut awaited = Awaited::default();
        awaited.add(&list(ListName::Library));
        awaited.add(&list(ListName::Library));
        awaited.add(&list(ListName::Results));
        awaited.add(&Effect::Index(IndexRequest::Rescan));
        awaited.take(&answer(ListName::Library));
        assert!(!awaited.is_empty());
        awaited.take(&answer(ListName::Results));
        assert!(awaited.is_empty());
        awaited.add(&Effect::Mark(MarkRequest::Undo));
        awaited.take(&Message::Notice(Notice::note("nothing to undo")));
        assert!(awaited.is_empty());
    }
}
