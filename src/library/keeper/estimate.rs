//! How long the first reading of a library will take: its files are counted in parallel, which
//! takes a second while reading takes minutes.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Until this much has been read, the time left is a guess.
const LEAST: Duration = Duration::from_secs(1);

/// The files there are, as far as they have been counted, and when reading them began.
#[derive(Debug)]
pub(super) struct Estimate {
    count: Arc<Count>,
    since: Instant,
}

#[derive(Debug, Default)]
struct Count {
    n_files: AtomicUsize,
    is_done: AtomicBool,
    is_given_up: AtomicBool,
}

impl Estimate {
    /// Starts to count the files below `root`. Ignore files are not looked at: the count is for
    /// the eye.
    pub(super) fn start(root: &Path) -> Self {
        let count = Arc::new(Count::default());
        let counted = Arc::clone(&count);
        let root = root.to_owned();
        let counting = thread::Builder::new().name("counting".to_owned());
        // Without a thread, no time left is shown.
        let _ = counting.spawn(move || counted.run(root));
        Self { count, since: Instant::now() }
    }

    /// All files, once they are counted, and the time left when `n_done` of them have been read.
    pub(super) fn after(&self, n_done: usize) -> (Option<usize>, Option<Duration>) {
        if !self.count.is_done.load(Ordering::Acquire) {
            return (None, None);
        }
        let n_total = self.count.n_files.load(Ordering::Relaxed).max(n_done);
        (Some(n_total), time_left(self.since.elapsed(), n_done, n_total))
    }
}

impl Drop for Estimate {
    fn drop(&mut self) {
        self.count.is_given_up.store(true, Ordering::Relaxed);
    }
}

impl Count {
    fn run(&self, root: PathBuf) {
        let mut folders = vec![root];
        while let Some(folder) = folders.pop() {
            if self.is_given_up.load(Ordering::Relaxed) {
                return;
            }
            // Folders that cannot be listed are reported by the scan.
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            for entry in entries.filter(|it| !it.file_name().as_encoded_bytes().starts_with(b".")) {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                    Ok(kind) if kind.is_file() => {
                        self.n_files.fetch_add(1, Ordering::Relaxed);
                    }
                    _ => (),
                }
            }
        }
        self.is_done.store(true, Ordering::Release);
    }
}

fn time_left(elapsed: Duration, n_done: usize, n_total: usize) -> Option<Duration> {
    if elapsed < LEAST || n_done == 0 {
        return None;
    }
    let n_left = u32::try_from(n_total.saturating_sub(n_done)).ok()?;
    Some(elapsed.checked_mul(n_left)? / u32::try_from(n_done).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_counted_at_any_depth_and_hidden_ones_are_not() {
        let root = tempfile::tempdir().unwrap();
        for name in ["a.txt", "one/b.txt", "one/two/c.txt", ".git/d", "one/.hidden"] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let count = Count::default();
        count.run(root.path().to_owned());
        assert_eq!(count.n_files.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn the_time_left_goes_with_what_is_left() {
        let left = |seconds, n_done, n_total| {
            time_left(Duration::from_secs(seconds), n_done, n_total).map(|left| left.as_secs())
        };
        assert_eq!(left(10, 250_000, 1_000_000), Some(30));
        assert_eq!(left(10, 1_000_000, 1_000_000), Some(0));
        assert_eq!((left(0, 1, 9), left(10, 0, 9)), (None, None));
    }
}
