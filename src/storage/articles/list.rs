//! Lists one folder by what the directory itself says; only links are looked at closer.

use std::{
    ffi::OsString,
    fs, io,
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use super::rules::Rules;
use crate::{base::natural, domain::NotAnArticle, storage::Stamp};

/// What a folder holds.
#[derive(Debug, Default)]
pub struct FolderListing {
    /// The folder's stamp, taken before it was listed; `None` if it may change again within the
    /// same tick of its clock, and so is not to be believed.
    pub stamp: Option<Stamp>,
    /// The number of the disk that it lies on.
    pub device: u64,
    /// What some names stand for lies elsewhere.
    pub has_links: bool,
    /// In natural order: `2.txt` before `10.txt`.
    pub files: Vec<Entry>,
    /// In natural order, the last first: in libraries by date, that is the newest.
    pub folders: Vec<OsString>,
}

/// A name in a folder that is not itself a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: OsString,
    pub kind: EntryKind,
}

/// What the name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKind {
    File,
    /// A link to a file, to be read at this path.
    LinkTo(PathBuf),
    NotAnArticle(NotAnArticle),
}

/// Lists `folder` of the library at `root` (both absolute, links resolved). `rules` are those of
/// the folder itself. `follows_outside` lets links lead out of the library.
///
/// # Errors
/// If the folder cannot be listed: gone, closed, not a folder.
pub fn list(
    root: &Path,
    folder: &Path,
    rules: &Rules,
    follows_outside: bool,
) -> io::Result<FolderListing> {
    let metadata = fs::metadata(folder)?;
    let stamp = Some(Stamp::of(&metadata)).filter(is_settled);
    let mut listing = FolderListing { stamp, device: metadata.dev(), ..FolderListing::default() };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = entry.file_name();
        let file_type = match entry.file_type() {
            Ok(file_type) => file_type,
            // It was removed in the meantime, which changes the folder's time.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        if rules.ignores(&path, file_type.is_dir()) {
            continue;
        }
        let kind = if file_type.is_dir() {
            listing.folders.push(name);
            continue;
        } else if file_type.is_file() {
            EntryKind::File
        } else if file_type.is_symlink() {
            listing.has_links = true;
            match link(root, &path, follows_outside) {
                Some(Linked::Kind(kind)) => kind,
                Some(Linked::Folder) => {
                    listing.folders.push(name);
                    continue;
                }
                None => continue,
            }
        } else {
            EntryKind::NotAnArticle(NotAnArticle::NotAFile)
        };
        listing.files.push(Entry { name, kind });
    }
    listing.files.sort_by(|a, b| natural(a.name.as_bytes(), b.name.as_bytes()));
    listing.folders.sort_by(|a, b| natural(b.as_bytes(), a.as_bytes()));
    Ok(listing)
}

/// A folder that changed just now may change again within the same tick of its clock, which lasts
/// two seconds on the coarsest disks.
fn is_settled(stamp: &Stamp) -> bool {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now_ns = now.map_or(0, |now| i64::try_from(now.as_nanos()).unwrap_or(i64::MAX));
    2_000_000_000 <= now_ns.saturating_sub(stamp.modified_ns).saturating_abs()
}

enum Linked {
    Kind(EntryKind),
    /// A folder outside of the library that the user wants to be followed.
    Folder,
}

/// What a link stands for; `None` for one to a folder of the library, which is listed anyway.
fn link(root: &Path, path: &Path, follows_outside: bool) -> Option<Linked> {
    let not_an_article = |reason| Some(Linked::Kind(EntryKind::NotAnArticle(reason)));
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return not_an_article(NotAnArticle::DanglingLink);
        }
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => {
            return not_an_article(NotAnArticle::LinkLoop);
        }
        Err(error) => {
            return not_an_article(NotAnArticle::Unreadable(error.to_string().as_str().into()));
        }
    };
    let is_inside = target.starts_with(root);
    let metadata = match fs::metadata(&target) {
        Ok(metadata) => metadata,
        Err(error) => {
            return not_an_article(NotAnArticle::Unreadable(error.to_string().as_str().into()));
        }
    };
    if metadata.is_dir() {
        // A folder that holds the library would be followed round and round.
        return match (is_inside, follows_outside && !root.starts_with(&target)) {
            (true, _) => None,
            (false, true) => Some(Linked::Folder),
            (false, false) => not_an_article(NotAnArticle::LeavesLibrary),
        };
    }
    if !is_inside && !follows_outside {
        not_an_article(NotAnArticle::LeavesLibrary)
    } else if metadata.is_file() {
        Some(Linked::Kind(EntryKind::LinkTo(target)))
    } else {
        not_an_article(NotAnArticle::NotAFile)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn every_kind_of_entry_is_told_apart_without_being_opened() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret"), "x").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::write(root.join("real.txt"), "x").unwrap();
        fs::create_dir(root.join("folder.txt")).unwrap();
        symlink("real.txt", root.join("alias")).unwrap();
        symlink("loop", root.join("loop")).unwrap();
        symlink("missing", root.join("dangling")).unwrap();
        symlink(outside.path().join("secret"), root.join("out")).unwrap();
        symlink(".", root.join("self")).unwrap();
        rustix::fs::mknodat(
            rustix::fs::CWD,
            root.join("pipe"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .unwrap();
        let listing = list(&root, &root, &Rules::default(), false).unwrap();
        let kind = |name: &str| {
            listing.files.iter().find(|entry| entry.name == name).map(|entry| entry.kind.clone())
        };
        let not = |reason| Some(EntryKind::NotAnArticle(reason));
        assert_eq!(listing.folders, ["folder.txt"]);
        assert_eq!(kind("real.txt"), Some(EntryKind::File));
        assert_eq!(kind("alias"), Some(EntryKind::LinkTo(root.join("real.txt"))));
        assert_eq!(kind("loop"), not(NotAnArticle::LinkLoop));
        assert_eq!(kind("dangling"), not(NotAnArticle::DanglingLink));
        assert_eq!(kind("out"), not(NotAnArticle::LeavesLibrary));
        assert_eq!(kind("pipe"), not(NotAnArticle::NotAFile));
        assert_eq!(kind("self"), None);
        let followed = list(&root, &root, &Rules::default(), true).unwrap();
        assert!(followed.files.iter().any(|entry| matches!(
            &entry.kind,
            EntryKind::LinkTo(target) if target.ends_with("secret")
        )));
    }
}
