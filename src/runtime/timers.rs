//! Times that the program waits for, kept by the loop itself: no thread sleeps for them.

use std::time::{Duration, Instant};

use crate::session::Timer;

/// What is waited for, and until when.
#[derive(Debug, Default)]
pub(super) struct Timers {
    waiting: Vec<(Instant, Timer)>,
}

impl Timers {
    pub(super) fn add(&mut self, now: Instant, seconds: u32, timer: Timer) {
        self.waiting.push((now + Duration::from_secs(seconds.into()), timer));
    }

    /// When the next one is due.
    pub(super) fn next(&self) -> Option<Instant> {
        self.waiting.iter().map(|(due, _)| *due).min()
    }

    /// Takes those that are due.
    pub(super) fn take(&mut self, now: Instant) -> Vec<Timer> {
        let due = self.waiting.extract_if(.., |(due, _)| *due <= now);
        due.map(|(_, timer)| timer).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Generation;

    #[test]
    fn each_is_due_once_and_the_next_one_is_known() {
        let now = Instant::now();
        let mut timers = Timers::default();
        let (soon, later) = (Timer::MarkRead(Generation(1)), Timer::MarkRead(Generation(2)));
        timers.add(now, 9, later);
        timers.add(now, 3, soon);
        assert_eq!(timers.next(), Some(now + Duration::from_secs(3)));
        assert_eq!(timers.take(now), []);
        assert_eq!(timers.take(now + Duration::from_secs(4)), [soon]);
        assert_eq!(timers.next(), Some(now + Duration::from_secs(9)));
    }
}
