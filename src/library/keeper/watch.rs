//! Watching folders: one watch a folder, never a recursive one, which would look at every file.
//!
//! Where the system has no watches left, or loses count of the changes, folders are looked at by
//! their times instead, and that is said. See `storage::watching` for how they are watched.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, Sender},
    time::{Duration, Instant},
};

use super::{Keeper, News, POLLING, Request};
use crate::{
    base::{Clean, wording},
    storage::watching::{Change, WatchError, Watcher},
};

/// The watches that are set.
#[derive(Default)]
pub(super) struct Watch {
    watcher: Option<Watcher>,
    /// Folders found since, by number.
    new: Vec<u32>,
    n_watched: usize,
    is_partial: bool,
    /// When folders were last looked at because some are not watched.
    polled_at: Option<Instant>,
}

impl Watch {
    /// Notes a folder that is to be watched.
    pub(super) fn add(&mut self, folder: u32) {
        if self.watcher.is_some() {
            self.new.push(folder);
        }
    }

    /// How long until folders have to be looked at by their times, where some are not watched.
    pub(super) fn until_poll(&self) -> Option<Duration> {
        let since = self.polled_at.map_or(POLLING, |at| at.elapsed());
        self.is_partial.then(|| POLLING.saturating_sub(since))
    }

    /// Folders are looked at now.
    pub(super) fn polled(&mut self) {
        self.polled_at = Some(Instant::now());
    }
}

impl Keeper {
    /// Watches all folders; then looks once more, for what happened before the watches were set.
    pub(super) fn watch_folders(&mut self, own: &Sender<Request>, report: &mut dyn FnMut(News)) {
        let requests = own.clone();
        let watcher = Watcher::new(move |change| {
            let request = match change {
                Change::At(path) => Request::Changed(vec![path]),
                Change::Lost => Request::Overflow,
            };
            // A send fails only when the keeper has gone.
            let _ = requests.send(request);
        });
        match watcher {
            Ok(watcher) => self.watch.watcher = Some(watcher),
            Err(error) => self.say_partial(&error.to_string(), report),
        }
        if let Some(catalogue) = &self.catalogue {
            let folders = (0..).zip(&catalogue.state().folders);
            self.watch.new =
                folders.filter(|(_, folder)| !folder.is_gone).map(|(number, _)| number).collect();
        }
        self.watch_new_folders(report);
        // A send fails only when the keeper has gone.
        let _ = own.send(Request::Folders);
    }

    /// Watches the folders that were found since; returns those that are watched now.
    fn watch_new_folders(&mut self, report: &mut dyn FnMut(News)) -> Vec<PathBuf> {
        let numbers = std::mem::take(&mut self.watch.new);
        let mut done = Vec::new();
        for number in numbers {
            let path: PathBuf = self.library.path().join(self.folder_path(number));
            let Some(watches) = &mut self.watch.watcher else { break };
            if self.settings.limits.max_watches <= self.watch.n_watched {
                self.say_partial(wording!("watch-settings"), report);
                break;
            }
            match watches.watch(&path) {
                Ok(()) => {
                    self.watch.n_watched += 1;
                    done.push(path);
                }
                // Gone already: the folder it lay in says so.
                Err(WatchError::Gone) => (),
                Err(error) => {
                    self.say_partial(&error.to_string(), report);
                    break;
                }
            }
        }
        done
    }

    /// Watches the folders that were found since, and looks at them once more: something may have
    /// come between their listing and the watch.
    pub(super) fn watch_found_folders(&mut self, report: &mut dyn FnMut(News)) {
        let watched = self.watch_new_folders(report);
        if !watched.is_empty() {
            self.waiting.push_back(Request::Changed(watched));
        }
    }

    /// Looks at the folders where some are not watched: also while others change all the time.
    pub(super) fn poll(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        if self.catalogue.is_some() && self.watch.until_poll() == Some(Duration::ZERO) {
            self.reconcile(inbox, report);
            self.index_soon(report);
            self.watch.polled();
        }
    }

    fn say_partial(&mut self, why: &str, report: &mut dyn FnMut(News)) {
        if !std::mem::replace(&mut self.watch.is_partial, true) {
            let text = wording!("watch-partial", why = why);
            report(News::Note(Clean::new(&text)));
        }
    }
}
