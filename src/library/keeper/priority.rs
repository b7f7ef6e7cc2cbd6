//! Priorities: the screen comes first. A start that finds nothing changed takes milliseconds and
//! runs at full priority; everything that takes longer runs at a lower one.

use std::thread;

use super::Keeper;

/// Gives the screen priority: this thread, and those that it starts from now on, get the processor
/// when no other thread needs it. This cannot be undone.
pub(super) fn step_back() {
    #[cfg(target_os = "linux")]
    {
        const BACKGROUND: i32 = 10;
        // If the system refuses, work goes on as before.
        let _ = rustix::process::setpriority_process(Some(rustix::thread::gettid()), BACKGROUND);
    }
}

/// Does work that starts threads, so that they are in the background although this one is not.
fn stepped_back<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let background = scope.spawn(|| {
            step_back();
            work()
        });
        background.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

impl Keeper {
    /// Lets the screen go first, where there is one: what follows takes long.
    pub(super) fn step_back(&self) {
        if self.settings.watches {
            step_back();
        }
    }

    /// Does work that starts threads; these let the screen go first, where there is one, although
    /// this one does not.
    pub(super) fn in_background<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        if self.settings.watches { stepped_back(work) } else { work() }
    }

    /// Prepares in parallel what would keep a key waiting.
    pub(super) fn warm_library(&self) {
        let library = self.library.clone();
        let cache = self.cache.clone().filter(|_| self.lock.is_some());
        let warming = thread::Builder::new().name("warm".to_owned());
        // Without a thread it is made when it is asked for.
        let _ = warming.spawn(move || library.warm(cache.as_deref()));
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    fn priority() -> i32 {
        rustix::process::getpriority_process(Some(rustix::thread::gettid())).unwrap()
    }

    #[test]
    fn threads_of_the_background_have_stepped_back_and_who_started_them_has_not() {
        let before = priority();
        let inner = stepped_back(|| thread::spawn(priority).join().unwrap());
        assert_eq!((inner, priority()), (10, before));
        assert!(before < 10);
    }
}
