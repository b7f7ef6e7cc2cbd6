//! Lists folders and compares them with their rows.
//!
//! A folder is watched before it is listed, so that changes during the listing are reported. If the
//! watch is for a different folder than before, everything below was unwatched for a while, and is
//! listed, too.

use std::{
    collections::HashSet,
    ffi::{OsStr, OsString},
    io,
    sync::mpsc::Receiver,
};

use super::{
    BATCH, FolderRows, Keeper, News, Request, Stop,
    apply::{Job, refusal_stamp},
};
use crate::{
    domain::Seq,
    storage::{
        Stamp,
        articles::{Entry, EntryKind, FolderListing, list},
        catalogue::{Kind, Record},
    },
};

/// One go through folders and those found in them.
struct Pass {
    /// The next is the last.
    stack: Vec<u32>,
    listed: HashSet<u32>,
    jobs: Vec<Job>,
    /// Listed, but their files have not all been read yet.
    unfinished: Vec<Finished>,
}

/// A folder as it was when it was listed.
struct Finished {
    number: u32,
    stamp: Option<Stamp>,
    rules: u64,
    has_links: bool,
}

impl Keeper {
    /// Lists folders, and those found in them, and reads what is new in them. False if it was
    /// stopped on the way; the rest is then owed.
    pub(super) fn list_folders(
        &mut self,
        folders: Vec<u32>,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) -> bool {
        self.known.rows = self.rows_of_folders(&folders);
        let mut pass = Pass {
            stack: folders.into_iter().rev().collect(),
            listed: HashSet::new(),
            jobs: Vec::new(),
            unfinished: Vec::new(),
        };
        let mut is_whole = true;
        while is_whole && let Some(number) = pass.stack.pop() {
            if !self.is_live(number) || !pass.listed.insert(number) {
                continue;
            }
            if self.is_stopped(inbox) {
                pass.stack.push(number);
                is_whole = false;
            } else if !self.list_folder(number, &mut pass, report) {
                break;
            } else if BATCH <= pass.jobs.len() {
                let jobs = std::mem::take(&mut pass.jobs);
                is_whole = self.apply_in_batches(jobs, inbox, report);
                if is_whole {
                    self.finish_folders(&mut pass.unfinished);
                }
            }
        }
        self.apply(std::mem::take(&mut pass.jobs), report);
        if is_whole {
            self.finish_folders(&mut pass.unfinished);
        } else {
            pass.stack.extend(pass.unfinished.iter().map(|folder| folder.number));
            self.owe(&pass.stack);
        }
        is_whole
    }

    /// Watches a folder and lists it. False if nothing more is to be listed, since the library
    /// itself is gone.
    fn list_folder(&mut self, number: u32, pass: &mut Pass, report: &mut dyn FnMut(News)) -> bool {
        let full = self.library.path().join(self.folder_path(number));
        if self.watch_folder(number, &full, report) {
            self.deepen(number);
        }
        let follows = self.library.shared.root.follows_outside();
        let (rules, digest) = self.rules_of(number);
        let listing = match list(self.library.path(), &full, &rules, follows) {
            Ok(listing) => listing,
            Err(_) if number == 0 => {
                self.meet_root(report);
                return false;
            }
            Err(error) => {
                self.miss_folder(number, &error, &mut pass.jobs);
                return true;
            }
        };
        self.note_device(number, listing.device, &full, report);
        let known = self.known.rows.remove(&number).unwrap_or_default();
        self.open_closed(number, &mut pass.jobs);
        pass.unfinished.push(Finished {
            number,
            stamp: listing.stamp,
            rules: digest,
            has_links: listing.has_links,
        });
        let found = self.compare(number, listing, digest, known, &mut pass.jobs);
        pass.stack.extend(found.into_iter().rev());
        true
    }

    /// A folder could not be listed: it is gone, or something else now, or closed.
    fn miss_folder(&mut self, number: u32, error: &io::Error, jobs: &mut Vec<Job>) {
        use io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
        if matches!(error.kind(), NotFound | NotADirectory) {
            self.forget_folders(&[number], jobs);
            return;
        }
        let is_news = self
            .folder_mut(number)
            .is_some_and(|folder| !std::mem::replace(&mut folder.is_closed, true));
        if error.kind() == PermissionDenied {
            // What was read of it cannot be read any more.
            let below = self.children(number);
            self.forget_folders(&below, jobs);
            let rows = self.known.rows.remove(&number).unwrap_or_default();
            jobs.extend(rows.into_values().map(|(seq, record)| Job::Remove { seq, record }));
        }
        if is_news {
            jobs.push(Job::unreadable_folder(self, number, error));
        }
    }

    /// A folder can be listed: if it could not be before, that problem is over.
    fn open_closed(&mut self, number: u32, jobs: &mut Vec<Job>) {
        let Some(folder) = self.folder_mut(number) else { return };
        if !std::mem::take(&mut folder.is_closed) {
            return;
        }
        let (parent, name) = (folder.parent, folder.name.clone());
        if let Some((seq, record)) = self.row_of_file(parent, &name) {
            jobs.push(Job::Remove { seq, record });
        }
    }

    /// Carries out jobs a batch at a time: a single folder may hold a million files. False if it
    /// was stopped on the way.
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
    fn finish_folders(&mut self, finished: &mut Vec<Finished>) {
        let is_another = matches!(self.progress.stop, Some(Stop::Restart | Stop::Damaged));
        for done in finished.drain(..) {
            // Of another catalogue, nothing has been read.
            if is_another {
                continue;
            }
            if let Some(folder) = self.folder_mut(done.number) {
                folder.set_time(done.stamp);
                folder.rules = done.rules;
                folder.has_links = done.has_links;
                self.progress.is_dirty = true;
            }
            self.watch.polls.note_links(done.number, done.has_links);
        }
    }

    /// Compares a listing with the rows of the folder; returns the folders to list next.
    fn compare(
        &mut self,
        number: u32,
        listing: FolderListing,
        rules: u64,
        mut known: FolderRows,
        jobs: &mut Vec<Job>,
    ) -> Vec<u32> {
        let mut to_list = self.compare_children(number, &listing.folders, rules, jobs);
        for entry in listing.files {
            let row = known.remove(&entry.name);
            jobs.extend(self.job_for(number, entry, row));
        }
        // The row of a closed folder says why; it goes when the folder opens.
        let gone = known
            .into_iter()
            .filter(|(name, (_, record))| !(is_refusal(record) && self.is_closed(number, name)));
        // Removed before added, so that a renamed file is not taken for a copy of itself.
        let removed = gone.map(|(_, (seq, record))| Job::Remove { seq, record });
        jobs.splice(0..0, removed);
        for name in &listing.folders {
            to_list.extend(self.add_folder(number, name));
        }
        to_list
    }

    /// Whether a folder in another one is there, and cannot be listed.
    fn is_closed(&self, parent: u32, name: &OsStr) -> bool {
        let number = self.known.folders.get(&(parent, name.to_owned()));
        let folder = number.and_then(|number| self.folder(*number));
        folder.is_some_and(|folder| folder.is_closed && !folder.is_gone)
    }

    /// Forgets folders that are gone or are passed over now. Where the rules changed, or this is
    /// another folder than it was, all that are left are to be listed, and those in them.
    fn compare_children(
        &mut self,
        number: u32,
        names: &[OsString],
        rules: u64,
        jobs: &mut Vec<Job>,
    ) -> Vec<u32> {
        if self.folder(number).is_some_and(|folder| folder.rules != rules) {
            self.deepen(number);
        }
        let is_deep = self.known.deep.remove(&number);
        let names: HashSet<&OsStr> = names.iter().map(OsString::as_os_str).collect();
        let children = self.children(number);
        let is_there =
            |it: &u32| self.folder(*it).is_some_and(|it| names.contains(it.name.as_os_str()));
        let (kept, gone): (Vec<u32>, Vec<u32>) = children.into_iter().partition(is_there);
        self.forget_folders(&gone, jobs);
        if !is_deep {
            return Vec::new();
        }
        for child in &kept {
            if let Some(folder) = self.folder_mut(*child) {
                folder.forget_time();
            }
        }
        self.known.deep.extend(&kept);
        kept
    }

    /// What is to be done about a file, if anything.
    pub(super) fn job_for(
        &mut self,
        folder: u32,
        entry: Entry,
        row: Option<(Seq, Record)>,
    ) -> Option<Job> {
        let path = self.folder_path(folder).join(&entry.name);
        if let EntryKind::NotAnArticle(reason) = entry.kind {
            let is_known =
                row.as_ref().is_some_and(|(_, record)| record.stamp == refusal_stamp(&reason));
            let name = entry.name;
            return (!is_known).then_some(Job::Refuse { folder, name, reason, old: row });
        }
        let is_doubted = self.known.doubted.remove(&path);
        if let Some((_, record)) = &row
            && !is_doubted
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
}

/// Whether a row stands for what was never opened: a pipe, a link that leads nowhere, a closed
/// folder.
pub(super) fn is_refusal(record: &Record) -> bool {
    record.kind == Kind::NotAnArticle && record.stamp.size == u64::MAX
}
