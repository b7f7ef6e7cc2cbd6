//! Slows reading down to the speed of the indexing threads. Tantivy bounds only the number of
//! articles that wait (10,000), not their size.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

/// Texts that wait for the indexing threads; a full queue holds the caller up.
const WAITING_MAX_BYTES: usize = 16 << 20;

/// The bytes of text that wait to be indexed.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    n_bytes: Mutex<usize>,
    less: Condvar,
}

/// A share of the bytes that wait, given back when dropped.
#[derive(Debug)]
pub(super) struct Weight {
    waiting: Arc<Waiting>,
    n_bytes: usize,
}

impl Waiting {
    pub(super) fn enter(waiting: &Arc<Self>, n_bytes: usize) -> Weight {
        let mut now = waiting.n_bytes.lock().unwrap_or_else(PoisonError::into_inner);
        while 0 < *now && WAITING_MAX_BYTES < *now + n_bytes {
            // The limit is against a wake-up that is lost with a thread that dies.
            let limit = Duration::from_secs(1);
            let woken = waiting.less.wait_timeout(now, limit);
            let (again, timeout) = woken.unwrap_or_else(PoisonError::into_inner);
            now = again;
            if timeout.timed_out() {
                break;
            }
        }
        *now += n_bytes;
        drop(now);
        Weight { waiting: Arc::clone(waiting), n_bytes }
    }
}

impl Drop for Weight {
    fn drop(&mut self) {
        let mut now = self.waiting.n_bytes.lock().unwrap_or_else(PoisonError::into_inner);
        *now -= self.n_bytes;
        self.waiting.less.notify_one();
    }
}
