//! Finds what changed: folders by their times first, then the files of those that changed.

use std::{
    collections::HashSet,
    fs::{self, FileType},
    path::{Path, PathBuf},
    sync::mpsc::Receiver,
};

use super::{BATCH, Keeper, News, Request, apply::Job, estimate::Estimate};
use crate::storage::{
    Stamp,
    articles::{Entry, EntryKind, RULES_FILE},
    catalogue::{Catalogue, Folder},
};

impl Keeper {
    /// Compares the times of all folders with those in the catalogue, and reads what changed.
    pub(super) fn reconcile(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        if self.catalogue.is_none() {
            return;
        }
        self.known.lineage.begin();
        self.progress.n_done = 0;
        let changed = self.changed_folders();
        let is_same = changed.is_empty();
        let is_first = self.library.snapshot().state().n_rows == 0;
        self.progress.estimate =
            is_first.then(|| self.in_background(|| Estimate::start(self.library.path())));
        if self.known.folders.is_empty() {
            self.number_folders();
        }
        let is_whole = self.list_folders(changed, inbox, report);
        self.progress.estimate = None;
        if let Some(catalogue) = &mut self.catalogue
            && is_whole
            && !catalogue.state().is_complete
        {
            catalogue.state_mut().is_complete = true;
            self.progress.is_dirty = true;
        }
        if is_whole {
            self.looked_everywhere();
            self.follow_evidence(inbox, report);
        }
        let is_ahead = self.catalogue.as_ref().is_some_and(Catalogue::is_ahead);
        if !is_same || is_ahead {
            self.publish(report);
        }
        if 0 < self.progress.n_done {
            self.report_reading(report);
        }
        if self.progress.is_dirty {
            self.commit(report);
        }
        self.rest(report);
    }

    /// Looks at paths for which the system reported an event.
    pub(super) fn look_at(
        &mut self,
        paths: HashSet<PathBuf>,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.catalogue.is_none() {
            return;
        }
        self.known.lineage.begin();
        self.progress.n_done = 0;
        let (mut folders, mut jobs) = (Vec::new(), Vec::new());
        let mut paths = paths.into_iter();
        while let Some(path) = paths.next() {
            self.sort_path(&path, &mut folders, &mut jobs);
            if BATCH <= jobs.len() {
                // Thousands may have come at once.
                self.apply(std::mem::take(&mut jobs), report);
                self.publish_sometimes(report);
            }
            if self.is_stopped(inbox) {
                // What has not been looked at is met by the next look.
                self.known.owed.extend(paths);
                self.owe(&folders);
                self.apply(jobs, report);
                return;
            }
        }
        self.apply(jobs, report);
        folders.sort_unstable();
        folders.dedup();
        self.list_folders(folders, inbox, report);
        self.follow_evidence(inbox, report);
        self.publish(report);
        self.index_soon(report);
        self.rest(report);
    }

    /// Puts a path with the folders to list or the files to read.
    fn sort_path(&mut self, path: &Path, folders: &mut Vec<u32>, jobs: &mut Vec<Job>) {
        let Ok(inner) = path.strip_prefix(self.library.path()).map(Path::to_owned) else { return };
        let (Some(parent), Some(name)) = (inner.parent(), inner.file_name()) else {
            folders.push(0);
            return;
        };
        // A folder that is not known yet is found by listing the one it lies in.
        let Some(folder) = self.folder_number(parent) else {
            folders.extend(parent.ancestors().find_map(|it| self.folder_number(it)));
            return;
        };
        let kind = fs::symlink_metadata(path).map(|metadata| metadata.file_type());
        let is_file = kind.as_ref().is_ok_and(FileType::is_file);
        let known_folder = self.folder_number(&inner);
        if known_folder.is_some() && kind.as_ref().is_ok_and(FileType::is_dir) {
            folders.extend(known_folder);
            return;
        }
        // The parent directory reports entries that are not files, and former directories.
        if name == RULES_FILE || known_folder.is_some() || kind.is_ok() && !is_file {
            folders.push(folder);
            folders.extend(known_folder);
            return;
        }
        let row = self.row_of_file(folder, name);
        if is_file && !self.rules_of(folder).0.ignores(path, false) {
            let entry = Entry { name: name.to_owned(), kind: EntryKind::File };
            jobs.extend(self.job_for(folder, entry, row));
        } else if let Some((seq, record)) = row {
            jobs.push(Job::Remove { seq, record });
        }
    }

    /// The folders whose time or ignore file is not what it was, and those never listed.
    fn changed_folders(&mut self) -> Vec<u32> {
        let n_folders = self.catalogue.as_ref().map_or(0, |it| it.state().folders.len());
        // If nobody continues the check, files whose times do not show a change are checked now.
        let is_only_look = !self.settings.watches && !self.settings.polling.is_off();
        let mut paths: Vec<PathBuf> = Vec::with_capacity(n_folders);
        let mut changed = Vec::new();
        for number in 0..u32::try_from(n_folders).unwrap_or(u32::MAX) {
            let Some(folder) = self.folder(number) else { break };
            // A folder stands after the one it lies in.
            let path = match paths.get(folder.parent as usize) {
                Some(parent) => parent.join(&folder.name),
                None => self.library.path().to_owned(),
            };
            let is_live = !folder.is_gone;
            let has_changed = is_live && has_changed(folder, &path, number == 0);
            if has_changed || is_live && is_only_look && self.must_list(number, &path) {
                changed.push(number);
            }
            paths.push(path);
        }
        changed
    }
}

pub(super) fn has_changed(folder: &Folder, path: &Path, is_root: bool) -> bool {
    let Ok(metadata) = fs::metadata(path) else { return true };
    !folder.has_time(&Stamp::of(&metadata)) || Keeper::have_rules_changed(folder, path, is_root)
}
