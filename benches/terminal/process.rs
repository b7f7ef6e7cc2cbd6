//! What the system says of a running program: memory, processor, watches.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// The memory that is the program's own (`RssAnon`), in bytes: pages of files are the system's.
pub(crate) fn memory_bytes(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    let n_kib: u64 =
        line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or_default();
    n_kib << 10
}

/// The time that all processors have spent on it, to a hundredth of a second.
pub(crate) fn processor(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let rest = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = rest.split(' ').skip(11).take(2).filter_map(|field| field.parse::<u64>().ok());
    Duration::from_millis(10 * ticks.sum::<u64>())
}

/// How many folders it watches.
pub(crate) fn n_watches(pid: u32) -> usize {
    let Ok(files) = fs::read_dir(format!("/proc/{pid}/fdinfo")) else { return 0 };
    let texts = files.flatten().filter_map(|file| fs::read_to_string(file.path()).ok());
    texts.map(|text| text.matches("inotify wd:").count()).sum()
}

/// Waits until it has done nothing for `quiet`; returns when it did something last.
pub(crate) fn idle(pid: u32, quiet: Duration, limit: Duration) -> Instant {
    let end = Instant::now() + limit;
    let (mut spent, mut last) = (processor(pid), Instant::now());
    while Instant::now() < end && last.elapsed() < quiet {
        thread::sleep(Duration::from_millis(10));
        let now = processor(pid);
        if now != spent {
            (spent, last) = (now, Instant::now());
        }
    }
    last
}

/// Notes the highest memory of a program until it is asked.
pub(crate) struct Peak {
    has_ended: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Peak {
    pub(crate) fn of(pid: u32) -> Self {
        let (has_ended, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (is_over, highest) = (Arc::clone(&has_ended), Arc::clone(&most));
        let thread = thread::spawn(move || {
            while !is_over.load(Ordering::Relaxed) {
                highest.fetch_max(memory_bytes(pid), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(5));
            }
        });
        Self { has_ended, most, thread: Some(thread) }
    }

    pub(crate) fn bytes(mut self) -> u64 {
        self.has_ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It does nothing that could fail.
            let _ = thread.join();
        }
        self.most.load(Ordering::Relaxed)
    }
}
