//! Tells a search that its result is no longer needed.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Tells a running search when it has been overtaken: when the number, counted up by whoever asks,
/// is no longer the one that the search was started for.
#[derive(Debug, Clone)]
pub struct Cancel {
    newest: Arc<AtomicU64>,
    number: u64,
}

impl Cancel {
    pub fn new(newest: Arc<AtomicU64>, number: u64) -> Self {
        Self { newest, number }
    }

    /// For searches that nothing overtakes.
    pub fn never() -> Self {
        Self::new(Arc::new(AtomicU64::new(0)), 0)
    }

    pub fn is_cancelled(&self) -> bool {
        self.newest.load(Ordering::Relaxed) != self.number
    }
}
