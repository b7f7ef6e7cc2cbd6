//! Tells a new answer from a stale one.

/// Counts the requests of one kind; an answer to an older one is dropped.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(pub u64);

/// The requests of one kind, of which only the newest is waited for.
///
/// A copy stays with what the newest answer has brought, such as the rows of a list: it takes the
/// answers that speak of that, and tells whether something else has been asked since.
///
/// Invariant: generations are compared here and nowhere else, as `tests/it/tidy` enforces. An answer
/// that passes through a ticket is of the request that the ticket stands for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    newest: Generation,
}

impl Ticket {
    /// Of a request that somebody else has numbered.
    pub fn of(generation: Generation) -> Self {
        Self { newest: generation }
    }

    /// The generation of a new request. What was asked before is not waited for any more.
    #[must_use]
    pub fn ask(&mut self) -> Generation {
        self.newest.0 += 1;
        self.newest
    }

    /// Drops what may still be answered.
    pub fn withdraw(&mut self) {
        self.newest.0 += 1;
    }

    /// The answer, if it is one to the newest request.
    pub fn take<T>(&self, generation: Generation, answer: T) -> Option<T> {
        (generation == self.newest).then_some(answer)
    }

    /// Whether something has been asked since `earlier`, a copy of this ticket, was made.
    #[must_use]
    pub fn has_moved_since(&self, earlier: Self) -> bool {
        self.newest != earlier.newest
    }

    /// Whether nothing has been asked yet.
    #[must_use]
    pub fn is_unused(&self) -> bool {
        self.newest == Generation::default()
    }

    /// Whether a request is at least as new as the newest known.
    #[must_use]
    pub fn is_reached_by(&self, generation: Generation) -> bool {
        self.newest <= generation
    }

    /// Of the newest request.
    pub fn newest(&self) -> Generation {
        self.newest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_takes_the_answer_to_its_newest_request_alone() {
        let mut ticket = Ticket::default();
        assert!(ticket.is_unused());
        let (older, newer) = (ticket.ask(), ticket.ask());
        assert_eq!((ticket.take(older, 'a'), ticket.take(newer, 'b')), (None, Some('b')));
        ticket.withdraw();
        assert_eq!(ticket.take(newer, 'b'), None);
        assert!(!ticket.is_unused());
    }

    #[test]
    fn a_copy_stands_for_what_was_asked_when_it_was_made() {
        let mut ticket = Ticket::default();
        let generation = ticket.ask();
        let copy = ticket;
        assert!(!ticket.has_moved_since(copy));
        let later = ticket.ask();
        assert!(ticket.has_moved_since(copy));
        assert_eq!((copy.take(generation, 'a'), copy.take(later, 'b')), (Some('a'), None));
    }

    #[test]
    fn a_request_that_is_older_than_the_newest_does_not_reach_it() {
        let ticket = Ticket::of(Generation(3));
        assert_eq!([2, 3, 4].map(|it| ticket.is_reached_by(Generation(it))), [false, true, true]);
    }
}
