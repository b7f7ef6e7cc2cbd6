//! Who goes first: the screen. A start that finds nothing changed takes milliseconds and is
//! done at once; everything that takes longer steps back.

use std::thread;

use super::Keeper;

/// Lets the screen go first: this thread, and those that it starts from now on, get the
/// processor when nobody else wants it. There is no way back.
pub(super) fn step_back() {
    #[cfg(target_os = "linux")]
    {
        const BACKGROUND: i32 = 10;
        // Where the system refuses, work goes on as before.
        let _ = rustix::process::setpriority_process(Some(rustix::thread::gettid()), BACKGROUND);
    }
}

/// Does work that starts threads, so that they are in the background although this one is not.
pub(super) fn stepped_back<T: Send>(work: impl FnOnce() -> T + Send) -> T {
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

    /// Makes ready what would keep a key waiting, beside what is going on here.
    pub(super) fn warm_library(&self) {
        let library = self.library.clone();
        let cache = self.cache.clone().filter(|_| self.lock.is_some());
        let warming = thread::Builder::new().name("warm".to_owned());
        // Without a thread it is made when it is asked for.
        let _ = warming.spawn(move || library.warm(cache.as_deref()));
    }
}
