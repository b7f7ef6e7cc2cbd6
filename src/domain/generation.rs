//! Tells a new answer from a stale one.

/// Counts the requests of one kind; an answer to an older one is dropped.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generation(pub u64);

/// The requests of one kind, of which only the newest is waited for.
///
/// Invariant: this is the one place where the generation of an answer is compared, and an answer that
/// passes through it is of the newest request.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    newest: Generation,
}

impl Ticket {
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

    /// Of the newest request.
    pub fn newest(&self) -> Generation {
        self.newest
    }
}
