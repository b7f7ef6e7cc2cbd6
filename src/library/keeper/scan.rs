//! Finds what changed: folders by their times first, then the files of those that changed.

use std::{
    collections::{HashMap, HashSet},
    ffi::{OsStr, OsString},
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::{Arc, mpsc::Receiver},
};

use super::{BATCH, FolderRows, Keeper, News, Request, apply::Job, estimate::Estimate};
use crate::{
    base::wording,
    domain::Seq,
    storage::{
        articles::{Entry, EntryKind, Listing, RULES_FILE, Rules, list, rules_digest},
        catalogue::{Folder, Kind, Record, Snapshot, file_key},
    },
};

impl Keeper {
    /// Compares the times of all folders with those in the catalogue, and reads what changed.
    pub(super) fn reconcile(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        if self.catalogue.is_none() {
            return;
        }
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
        }
        if !is_same {
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

    /// Looks at paths of which the system said that something happened to them.
    pub(super) fn look_at(
        &mut self,
        paths: HashSet<PathBuf>,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.catalogue.is_none() {
            return;
        }
        self.progress.n_done = 0;
        let (mut folders, mut jobs) = (Vec::new(), Vec::new());
        for path in paths {
            self.sort_path(&path, &mut folders, &mut jobs);
            if BATCH <= jobs.len() {
                // Thousands may have come at once.
                self.apply(std::mem::take(&mut jobs), report);
                self.publish_sometimes(report);
            }
            if self.is_stopped(inbox) {
                return;
            }
        }
        self.apply(jobs, report);
        folders.sort_unstable();
        folders.dedup();
        self.list_folders(folders, inbox, report);
        self.publish(report);
        self.index_soon(report);
        self.rest(report);
    }

    /// Puts a path with the folders to list or the files to read.
    fn sort_path(&mut self, path: &Path, folders: &mut Vec<u32>, jobs: &mut Vec<Job>) {
        let Ok(inner) = path.strip_prefix(self.library.path()) else { return };
        let (Some(parent), Some(name)) = (inner.parent(), inner.file_name()) else {
            folders.push(0);
            return;
        };
        // A folder that is not known yet is found by listing the one it lies in.
        let Some(folder) = self.folder_number(parent) else {
            let known = parent.ancestors().find_map(|it| self.folder_number(it));
            folders.extend(known);
            return;
        };
        let is_plain_file = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
        let row = self.row_of_file(folder, name);
        if name == RULES_FILE || !is_plain_file && row.is_none() {
            folders.push(folder);
            folders.extend(self.folder_number(inner));
            return;
        }
        let rules = self.rules_of(folder);
        if is_plain_file && !rules.ignores(path, false) {
            let entry = Entry { name: name.to_owned(), kind: EntryKind::File };
            jobs.extend(self.job_for(folder, entry, row));
        } else if let Some((seq, record)) = row {
            jobs.push(Job::Remove { seq, record });
        }
    }

    /// The folders whose time or ignore file is not what it was, and those never listed.
    fn changed_folders(&self) -> Vec<u32> {
        let Some(catalogue) = &self.catalogue else { return Vec::new() };
        let state = catalogue.state();
        let root = self.library.path();
        let mut paths: Vec<PathBuf> = Vec::with_capacity(state.folders.len());
        let mut changed = Vec::new();
        for (number, folder) in (0..).zip(&state.folders) {
            let path = if number == 0 {
                root.to_owned()
            } else {
                paths
                    .get(folder.parent as usize)
                    .map_or_else(PathBuf::new, |it| it.join(&folder.name))
            };
            if !folder.is_gone && has_changed(folder, &path, number == 0) {
                changed.push(number);
            }
            paths.push(path);
        }
        changed
    }

    /// Lists folders, and those found in them, and reads what is new in them. False where it was
    /// stopped on the way.
    fn list_folders(
        &mut self,
        folders: Vec<u32>,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) -> bool {
        let mut stack = folders;
        stack.reverse();
        self.known.rows = self.rows_of_folders(&stack);
        let mut jobs = Vec::new();
        let mut finished = Vec::new();
        while let Some(number) = stack.pop() {
            if self.is_stopped(inbox) {
                self.apply(jobs, report);
                return false;
            }
            let path = self.folder_path(number);
            let full = self.library.path().join(&path);
            let follows = self.library.shared.root.follows_outside();
            let rules = self.rules_of(number);
            match list(self.library.path(), &full, &rules, follows) {
                Ok(listing) => {
                    let known = self.known.rows.remove(&number).unwrap_or_default();
                    finished.push((number, listing.modified_ns, listing.rules));
                    let found = self.compare(number, listing, known, &mut jobs);
                    stack.extend(found.into_iter().rev());
                }
                Err(error)
                    if error.kind() == std::io::ErrorKind::NotFound
                        || path.as_os_str().is_empty() =>
                {
                    if number == 0 {
                        report(News::Banner(
                            wording!("folder-gone", path = full.display(), why = error.to_string())
                                .as_str()
                                .into(),
                        ));
                    } else {
                        self.forget_folder(number, &mut jobs);
                    }
                }
                Err(error) => jobs.push(Job::unreadable_folder(self, number, &error)),
            }
            if BATCH <= jobs.len() {
                if !self.apply_in_batches(std::mem::take(&mut jobs), inbox, report) {
                    return false;
                }
                self.finish_folders(&mut finished);
            }
        }
        self.apply(jobs, report);
        self.finish_folders(&mut finished);
        true
    }

    /// Carries out jobs a batch at a time: a single folder may hold a million files. False where
    /// it was stopped on the way.
    fn apply_in_batches(
        &mut self,
        jobs: Vec<Job>,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) -> bool {
        let mut jobs = jobs.into_iter();
        loop {
            let batch: Vec<Job> = jobs.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return true;
            }
            self.apply(batch, report);
            self.publish_sometimes(report);
            if 0 < jobs.len() && self.is_stopped(inbox) {
                return false;
            }
        }
    }

    /// Writes down the time of folders whose files have all been read.
    fn finish_folders(&mut self, finished: &mut Vec<(u32, i64, u64)>) {
        let Some(catalogue) = &mut self.catalogue else { return };
        for (number, modified_ns, rules) in finished.drain(..) {
            if let Some(folder) = catalogue.state_mut().folders.get_mut(number as usize) {
                folder.modified_ns = settled(modified_ns);
                folder.rules = rules;
                self.progress.is_dirty = true;
            }
        }
    }

    /// Compares a listing with the rows of the folder; returns the folders to list next.
    fn compare(
        &mut self,
        number: u32,
        listing: Listing,
        mut known: FolderRows,
        jobs: &mut Vec<Job>,
    ) -> Vec<u32> {
        let mut to_list = self.compare_children(number, &listing, jobs);
        for entry in listing.files {
            let row = known.remove(&entry.name);
            jobs.extend(self.job_for(number, entry, row));
        }
        // Removed before added, so that a renamed file is not taken for a copy of itself.
        let removed = known.into_values().map(|(seq, record)| Job::Remove { seq, record });
        jobs.splice(0..0, removed);
        for name in listing.folders {
            if let Some(folder) = self.add_folder(number, &name) {
                to_list.push(folder);
            }
        }
        to_list
    }

    /// Forgets folders that are gone or are passed over now. Where the rules changed, all that are
    /// left are to be listed, and those in them.
    fn compare_children(
        &mut self,
        number: u32,
        listing: &Listing,
        jobs: &mut Vec<Job>,
    ) -> Vec<u32> {
        let is_inherited = self.known.forced.remove(&number);
        let is_forced = is_inherited || self.have_rules_changed(number, listing);
        if is_forced && !is_inherited {
            let below = self.folders_below(number);
            let rows = self.rows_of_folders(&below);
            self.known.rows.extend(rows);
        }
        let Some(catalogue) = &self.catalogue else { return Vec::new() };
        let folders = &catalogue.state().folders;
        let children = self.known.children.get(&number).cloned().unwrap_or_default();
        let names: HashSet<&OsStr> = listing.folders.iter().map(OsString::as_os_str).collect();
        let live = children
            .iter()
            .filter(|it| folders.get(**it as usize).is_some_and(|folder| !folder.is_gone));
        let (kept, gone): (Vec<u32>, Vec<u32>) =
            live.partition(|it| names.contains(folders[**it as usize].name.as_os_str()));
        for folder in gone {
            self.forget_folder(folder, jobs);
        }
        if !is_forced {
            return Vec::new();
        }
        self.known.forced.extend(&kept);
        kept
    }

    fn have_rules_changed(&self, number: u32, listing: &Listing) -> bool {
        let folders = self.catalogue.as_ref().map(|catalogue| &catalogue.state().folders);
        folders
            .and_then(|folders| folders.get(number as usize))
            .is_some_and(|folder| folder.rules != listing.rules)
    }

    fn folders_below(&self, number: u32) -> Vec<u32> {
        let mut below = Vec::new();
        let mut next = vec![number];
        while let Some(folder) = next.pop() {
            let children = self.known.children.get(&folder).map_or(&[][..], Vec::as_slice);
            below.extend(children);
            next.extend(children);
        }
        below
    }

    /// What is to be done about a file, if anything.
    fn job_for(&self, folder: u32, entry: Entry, row: Option<(Seq, Record)>) -> Option<Job> {
        let path = self.folder_path(folder).join(&entry.name);
        if let EntryKind::NotAnArticle(reason) = entry.kind {
            let is_known = row.as_ref().is_some_and(|(_, record)| {
                record.kind == Kind::NotAnArticle && record.stamp.size == u64::MAX
            });
            return (!is_known).then_some(Job::Refuse {
                folder,
                name: entry.name,
                reason,
                old: row,
            });
        }
        if let Some((_, record)) = &row
            && let Ok(now) = self.library.shared.root.stamp(&path)
            && record.stamp.fits(&now)
        {
            return None;
        }
        let target = match entry.kind {
            EntryKind::LinkTo(target) => target,
            _ => path.clone(),
        };
        Some(Job::Read { folder, name: entry.name, path, target, old: row })
    }

    /// The number of a folder that was found: a new one, or one that had gone.
    fn add_folder(&mut self, parent: u32, name: &OsStr) -> Option<u32> {
        let catalogue = self.catalogue.as_mut()?;
        let folders = &mut catalogue.state_mut().folders;
        if let Some(number) = self.known.folders.get(&(parent, name.to_owned())) {
            let folder = folders.get_mut(*number as usize)?;
            // A known folder is listed when its own time says so.
            return std::mem::take(&mut folder.is_gone).then_some(*number);
        }
        let number = u32::try_from(folders.len()).ok()?;
        folders.push(Folder::new(parent, name));
        self.known.folders.insert((parent, name.to_owned()), number);
        self.known.children.entry(parent).or_default().push(number);
        self.watch.add(number);
        Some(number)
    }

    /// Removes the rows of a folder that is gone, and of those in it.
    fn forget_folder(&mut self, number: u32, jobs: &mut Vec<Job>) {
        let Some(catalogue) = &mut self.catalogue else { return };
        let mut gone = vec![number];
        let folders = &mut catalogue.state_mut().folders;
        // A folder stands after the one it lies in.
        for (at, folder) in (0..).zip(folders.iter_mut()).skip(number as usize) {
            if at == number || gone.contains(&folder.parent) {
                folder.is_gone = true;
                folder.modified_ns = Folder::UNKNOWN;
                gone.push(at);
            }
        }
        for (_, rows) in self.rows_of_folders(&gone) {
            let removed = rows.into_values().map(|(seq, record)| Job::Remove { seq, record });
            jobs.splice(0..0, removed);
        }
    }

    pub(super) fn folder_path(&self, number: u32) -> PathBuf {
        self.catalogue.as_ref().map_or_else(PathBuf::new, |it| it.state().folder_path(number))
    }

    fn number_folders(&mut self) {
        let Some(catalogue) = &self.catalogue else { return };
        let folders = (0..).zip(&catalogue.state().folders).skip(1);
        for (number, folder) in folders {
            self.known.folders.insert((folder.parent, folder.name.clone()), number);
            self.known.children.entry(folder.parent).or_default().push(number);
        }
    }

    fn folder_number(&self, path: &Path) -> Option<u32> {
        path.iter()
            .try_fold(0, |parent, name| self.known.folders.get(&(parent, name.to_owned())).copied())
    }

    /// The ignore rules in force in a folder.
    fn rules_of(&self, number: u32) -> Rules {
        let root = self.library.path();
        let path = self.folder_path(number);
        let mut rules = Rules::default().enter(root).0;
        let mut at = root.to_owned();
        for name in &path {
            at.push(name);
            rules = rules.enter(&at).0;
        }
        rules
    }

    /// The snapshot of all that has been entered so far.
    fn fresh_snapshot(&mut self) -> Option<Arc<Snapshot>> {
        let n_rows = self.catalogue.as_ref()?.state().n_rows;
        if self.library.snapshot().state().n_rows != n_rows {
            self.library.publish(self.catalogue.as_mut()?.snapshot().ok()?);
        }
        Some(self.library.snapshot())
    }

    /// The live rows of folders, by name: a pass over all rows where there are any.
    fn rows_of_folders(&mut self, folders: &[u32]) -> HashMap<u32, FolderRows> {
        let wanted: HashSet<u32> = folders.iter().copied().collect();
        let mut rows: HashMap<u32, FolderRows> = HashMap::new();
        // No pass over a million rows where nothing has changed.
        if wanted.is_empty() {
            return rows;
        }
        let Some(snapshot) = self.fresh_snapshot().filter(|it| 0 < it.state().n_rows) else {
            return rows;
        };
        let live = snapshot.live_rows();
        let mut found = Vec::new();
        let mut is_whole = snapshot
            .each_record(Seq(0), |seq, record| {
                if wanted.contains(&record.folder) && live.contains(seq.0) {
                    found.push((seq, record));
                }
            })
            .is_ok();
        for (seq, record) in found {
            match snapshot.strings(&record) {
                Ok(strings) => {
                    rows.entry(record.folder).or_default().insert(strings.name, (seq, record));
                }
                Err(_) => is_whole = false,
            }
        }
        if !is_whole {
            self.distrust_catalogue();
        }
        rows
    }

    /// The row of a file, by the map of all files, which is made when first needed: a pass over
    /// the rows.
    pub(super) fn row_of_file(&mut self, folder: u32, name: &OsStr) -> Option<(Seq, Record)> {
        let snapshot = self.fresh_snapshot()?;
        if self.known.files.is_none() {
            let live = snapshot.live_rows();
            let mut pairs = Vec::new();
            let read = snapshot.each_record(Seq(0), |seq, record| {
                if live.contains(seq.0) {
                    pairs.push((record.file_key, seq));
                }
            });
            if read.is_err() {
                self.distrust_catalogue();
                return None;
            }
            self.known.files = Some(pairs.into_iter().collect());
        }
        let seq = self.known.files.as_ref()?.get(file_key(folder, name))?;
        let record = snapshot.record(seq).ok()?;
        let is_it = record.folder == folder && snapshot.strings(&record).ok()?.name == name;
        is_it.then_some((seq, record))
    }
}

fn has_changed(folder: &Folder, path: &Path, is_root: bool) -> bool {
    let Ok(metadata) = fs::metadata(path) else { return true };
    let modified_ns =
        metadata.mtime().saturating_mul(1_000_000_000).saturating_add(metadata.mtime_nsec());
    // Only folders that had rules can have changed them without changing their own time.
    modified_ns != folder.modified_ns
        || (is_root || folder.rules != 0) && rules_digest(path) != folder.rules
}

/// A folder that changed just now may change again within the same tick of its clock, so its time
/// is not believed.
fn settled(modified_ns: i64) -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now_ns = now.map_or(0, |now| i64::try_from(now.as_nanos()).unwrap_or(i64::MAX));
    if now_ns.saturating_sub(modified_ns).abs() < 2_000_000_000 {
        Folder::UNKNOWN
    } else {
        modified_ns
    }
}
