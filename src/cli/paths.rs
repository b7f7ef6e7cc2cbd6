//! The library that a subcommand uses: the one named, or else the one opened last.

use std::{
    ffi::OsStr,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::bail;

use super::{PathOptions, start::own_folders};
use crate::{
    base::{
        Clean,
        paths::{escaped, from_kept},
        wording,
    },
    formats::{self, FileContext, Habits},
    library::OwnFolders,
    marks::{Memory, Setting},
};

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Directory,
    File,
}

/// What `path` leads to, links followed.
///
/// # Errors
/// In words: it does not exist, or is closed to us.
pub(super) fn kind_of(path: &Path) -> anyhow::Result<Kind> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(Kind::Directory),
        Ok(_) => Ok(Kind::File),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!(wording!("cli-not-there", path = escaped(path)))
        }
        Err(error) => {
            let why = error.to_string();
            bail!(wording!("cli-cannot-open", path = escaped(path), why = why))
        }
    }
}

/// The directory at `dir`.
///
/// # Errors
/// In words: it is not a directory.
pub(super) fn library(dir: &Path) -> anyhow::Result<PathBuf> {
    match kind_of(dir) {
        Ok(Kind::Directory) => Ok(dir.to_owned()),
        Ok(Kind::File) => bail!(wording!("cli-no-directory", path = escaped(dir))),
        Err(error) if looks_like_path(dir.as_os_str()) => Err(error),
        // It may have been meant as a query.
        Err(error) => bail!(wording!("cli-directory-needed", why = error.to_string())),
    }
}

/// The directory that is meant where none is named: the current one if it holds articles or was opened
/// before, or else the one that was read last.
///
/// # Errors
/// In words: none was read before.
pub(super) fn usual_library(options: &PathOptions) -> anyhow::Result<PathBuf> {
    let (here, own_folders) = (PathBuf::from("."), own_folders(options)?);
    let is_known = here.canonicalize().is_ok_and(|path| own_folders.cache_of(&path).is_dir());
    if is_known || holds_articles(&here) {
        return Ok(here);
    }
    match last_library(&own_folders) {
        Some(last) => Ok(last),
        None => bail!(wording!("cli-no-last")),
    }
}

/// The directory at `dir`, or the one that is meant where none is named.
///
/// # Errors
/// As [`library`] and [`usual_library`].
pub(super) fn named_or_usual(dir: Option<&Path>, options: &PathOptions) -> anyhow::Result<PathBuf> {
    dir.map_or_else(|| usual_library(options), library)
}

/// Files that are looked at to find out whether a directory holds articles, and bytes of each.
const MOST_FILES: usize = 100;
const MOST_BYTES: u64 = 1 << 16;

/// Whether one of the first files in a directory is an article with a date: any other text may be
/// anything. What lies in its folders does not count, or a home directory would be read as a whole.
fn holds_articles(dir: &Path) -> bool {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let is_shown = |it: &fs::DirEntry| !it.file_name().as_encoded_bytes().starts_with(b".");
    let files = entries.filter(is_shown).map(|it| it.path()).filter(|path| path.is_file());
    files.take(MOST_FILES).any(|file| is_dated(&file))
}

fn is_dated(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    let (library, habits) = (Clean::default(), Habits::default());
    let size = bytes.len() as u64;
    let context = FileContext { path, size, library: &library, encoding: None, habits: &habits };
    read.is_ok() && formats::read(&bytes, &context).is_ok_and(|article| article.date.is_some())
}

/// The library that was read last, if it is still there.
pub(super) fn last_library(own_folders: &OwnFolders) -> Option<PathBuf> {
    let path = Memory::of_all(own_folders).setting(Setting::LastLibrary)?;
    Some(from_kept(&path)).filter(|path| path.is_dir())
}

/// The folder and the name of a file, links in its folder resolved.
///
/// # Errors
/// If the folder went meanwhile.
pub(super) fn folder_and_name(file: &Path) -> io::Result<(PathBuf, &OsStr)> {
    let name = file.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok((fs::canonicalize(parent.unwrap_or(Path::new(".")))?, name))
}

/// Whether an argument can only be meant as a path, not as a word.
pub(super) fn looks_like_path(argument: &OsStr) -> bool {
    let bytes = argument.as_encoded_bytes();
    let starts = ["/", "./", "../", "~/"].iter().any(|it| bytes.starts_with(it.as_bytes()));
    starts || bytes.ends_with(b"/") || bytes == b"." || bytes == b".."
}
