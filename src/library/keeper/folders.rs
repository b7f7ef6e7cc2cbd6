//! The folders of the library by number: found, removed, watched, and waiting to be listed.
//!
//! Invariant: a folder that is to be listed has an unknown time until it has been, so that what is
//! stopped on the way is met by the next look at all folders, in this run or another one.

use std::{
    collections::HashSet,
    ffi::OsStr,
    path::{Path, PathBuf},
};

use super::{Keeper, apply::Job};
use crate::storage::{
    articles::{Rules, rules_digest},
    catalogue::Folder,
};

impl Keeper {
    /// The number of a folder that was found: a new one, or one that had gone. `None` for one that
    /// is known: it is listed when its own time or its watch says so.
    pub(super) fn add_folder(&mut self, parent: u32, name: &OsStr) -> Option<u32> {
        let catalogue = self.catalogue.as_mut()?;
        let folders = &mut catalogue.state_mut().folders;
        if let Some(number) = self.known.folders.get(&(parent, name.to_owned())) {
            let folder = folders.get_mut(*number as usize)?;
            return std::mem::take(&mut folder.is_gone).then_some(*number);
        }
        let number = u32::try_from(folders.len()).ok()?;
        folders.push(Folder::new(parent, name));
        self.known.folders.insert((parent, name.to_owned()), number);
        self.known.children.entry(parent).or_default().push(number);
        Some(number)
    }

    /// Removes the rows of folders that are gone, and of those in them, and watches them no more: a
    /// folder that was moved away would still report changes.
    pub(super) fn forget_folders(&mut self, numbers: &[u32], jobs: &mut Vec<Job>) {
        let mut gone = Vec::new();
        for number in numbers.iter().filter(|number| self.is_live(**number)) {
            gone.push(*number);
            gone.extend(self.folders_below(*number));
        }
        for number in &gone {
            let path = self.library.path().join(self.folder_path(*number));
            self.watch.forget(*number, &path);
            if let Some(folder) = self.folder_mut(*number) {
                folder.is_gone = true;
                folder.is_closed = false;
                folder.forget_time();
            }
        }
        for (_, rows) in self.rows_of_folders(&gone) {
            let removed = rows.into_values().map(|(seq, record)| Job::Remove { seq, record });
            jobs.splice(0..0, removed);
        }
    }

    /// Whatever stops it, these folders will be listed.
    pub(super) fn owe(&mut self, folders: &[u32]) {
        for number in folders {
            if let Some(folder) = self.folder_mut(*number) {
                folder.forget_time();
            }
            let path = self.library.path().join(self.folder_path(*number));
            self.known.owed.insert(path);
        }
    }

    pub(super) fn folder(&self, number: u32) -> Option<&Folder> {
        self.catalogue.as_ref()?.state().folders.get(number as usize)
    }

    pub(super) fn folder_mut(&mut self, number: u32) -> Option<&mut Folder> {
        self.catalogue.as_mut()?.state_mut().folders.get_mut(number as usize)
    }

    pub(super) fn is_live(&self, number: u32) -> bool {
        self.folder(number).is_some_and(|folder| !folder.is_gone)
    }

    pub(super) fn folder_path(&self, number: u32) -> PathBuf {
        self.catalogue.as_ref().map_or_else(PathBuf::new, |it| it.state().folder_path(number))
    }

    pub(super) fn number_folders(&mut self) {
        let Some(catalogue) = &self.catalogue else { return };
        let folders = (0..).zip(&catalogue.state().folders).skip(1);
        for (number, folder) in folders {
            self.known.folders.insert((folder.parent, folder.name.clone()), number);
            self.known.children.entry(folder.parent).or_default().push(number);
        }
    }

    /// The number of the folder at a path within the library, unless it is known to be gone.
    pub(super) fn folder_number(&self, path: &Path) -> Option<u32> {
        path.iter().try_fold(0, |parent, name| {
            let number = self.known.folders.get(&(parent, name.to_owned())).copied()?;
            self.is_live(number).then_some(number)
        })
    }

    /// The folders in a folder that are not known to be gone.
    pub(super) fn children(&self, number: u32) -> Vec<u32> {
        let children = self.known.children.get(&number).map_or(&[][..], Vec::as_slice);
        children.iter().copied().filter(|child| self.is_live(*child)).collect()
    }

    pub(super) fn folders_below(&self, number: u32) -> Vec<u32> {
        let mut below = Vec::new();
        let mut next = vec![number];
        while let Some(folder) = next.pop() {
            let children = self.children(folder);
            below.extend(&children);
            next.extend(children);
        }
        below
    }

    /// Another folder is at this place than the one that was known, or its rules are others: all
    /// below it is to be compared, too.
    pub(super) fn deepen(&mut self, number: u32) {
        let is_deep = !self.known.deep.insert(number);
        if is_deep {
            return;
        }
        let listed: HashSet<u32> = self.known.rows.keys().copied().collect();
        let below = self.folders_below(number);
        let missing: Vec<u32> = below.into_iter().filter(|it| !listed.contains(it)).collect();
        let rows = self.rows_of_folders(&missing);
        self.known.rows.extend(rows);
    }

    /// The ignore rules in force in a folder, and the digest of its own ignore file.
    pub(super) fn rules_of(&self, number: u32) -> (Rules, u64) {
        let mut at = self.library.path().to_owned();
        let (mut rules, mut digest) = Rules::default().enter(&at);
        for name in &self.folder_path(number) {
            at.push(name);
            (rules, digest) = rules.enter(&at);
        }
        (rules, digest)
    }

    /// Whether a folder's ignore file is not the one that its rows were chosen by.
    pub(super) fn have_rules_changed(folder: &Folder, path: &Path, is_root: bool) -> bool {
        // Only folders that had rules can have changed them without changing their own time.
        (is_root || folder.rules != 0) && rules_digest(path) != folder.rules
    }
}
