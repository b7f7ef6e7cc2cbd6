//! Watches folders: one watch for each, never a recursive one, which would look at every file.
//!
//! If the system has no watches left, or loses changes, folders are checked instead (see `poll`),
//! and the user is told. See `storage::watching` for how they are watched.

use std::{path::Path, sync::mpsc::Sender};

use super::{Keeper, News, Request, poll::Polls};
use crate::{
    base::{Clean, wording},
    storage::watching::{FileChange, WatchError, Watched, Watcher},
};

/// The watches that are set.
#[derive(Default)]
pub(super) struct Watch {
    /// `None` if the system gives none, and before folders are watched at all.
    watcher: Option<Watcher>,
    is_begun: bool,
    is_partial: bool,
    /// The library's own folder was not there at the last look.
    pub(super) is_root_gone: bool,
    pub(super) polls: Polls,
}

impl Watch {
    /// Watches a folder no more, and looks at it no more.
    pub(super) fn forget(&mut self, folder: u32, path: &Path) {
        if let Some(watcher) = &mut self.watcher {
            watcher.unwatch(path);
        }
        self.polls.forget(folder);
    }
}

impl Keeper {
    /// Watches all folders; then looks once more, for what happened before the watches were set.
    pub(super) fn watch_folders(&mut self, own: &Sender<Request>, report: &mut dyn FnMut(News)) {
        let requests = own.clone();
        let watcher = Watcher::new(move |change| {
            let request = match change {
                FileChange::At(path) => Request::Changed(vec![path]),
                FileChange::Lost => Request::Overflow,
            };
            // A send fails only when the keeper has gone.
            let _ = requests.send(request);
        });
        self.watch.is_begun = true;
        match watcher {
            Ok(watcher) => self.watch.watcher = Some(watcher),
            Err(error) => self.say_partial(&error.to_string(), report),
        }
        self.watch_all(report);
        // A send fails only when the keeper has gone.
        let _ = own.send(Request::Folders);
    }

    /// Watches all folders that are known: also those of which the system has lost count. Those
    /// that were not watched will be listed by the next look at all folders.
    pub(super) fn watch_all(&mut self, report: &mut dyn FnMut(News)) {
        if !self.watch.is_begun {
            return;
        }
        let is_first = self.watch.polls.is_first_round();
        let n_folders = self.catalogue.as_ref().map_or(0, |it| it.state().folders.len());
        for number in 0..u32::try_from(n_folders).unwrap_or(u32::MAX) {
            let Some(folder) = self.folder(number).filter(|folder| !folder.is_gone) else {
                continue;
            };
            self.watch.polls.note_links(number, folder.has_links);
            let path = self.library.path().join(self.folder_path(number));
            let is_anew = self.watch_folder(number, &path, report);
            if is_anew
                && !is_first
                && let Some(folder) = self.folder_mut(number)
            {
                folder.forget_time();
            }
            self.note_device_of(number, &path, report);
        }
    }

    /// Watches the folder at a path; whether it was not watched before.
    pub(super) fn watch_folder(
        &mut self,
        number: u32,
        path: &Path,
        report: &mut dyn FnMut(News),
    ) -> bool {
        if !self.watch.is_begun {
            return false;
        }
        let most = self.settings.limits.max_watches;
        let watched = match &mut self.watch.watcher {
            Some(watcher) if watcher.n_watched() < most || watcher.watches(path) => {
                watcher.watch(path)
            }
            Some(_) => Err(WatchError::NotMore),
            // The reason has been reported.
            None => Err(WatchError::Gone),
        };
        let is_watched = watched.is_ok();
        self.watch.polls.note_unwatched(number, !is_watched);
        match watched {
            Ok(watched) => watched == Watched::Anew,
            // Gone already: the folder it lay in says so.
            Err(WatchError::Gone) => false,
            Err(error) => {
                self.say_partial(&error.to_string(), report);
                false
            }
        }
    }

    fn say_partial(&mut self, why: &str, report: &mut dyn FnMut(News)) {
        if !std::mem::replace(&mut self.watch.is_partial, true) {
            let text = if self.settings.polling.is_off() {
                wording!("watch-partial-never", why = why)
            } else {
                wording!("watch-partial", why = why)
            };
            report(News::Note(Clean::new(&text)));
        }
    }
}
