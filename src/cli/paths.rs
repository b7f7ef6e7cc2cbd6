//! The library that a subcommand uses: the one named, or else the one opened last.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::bail;

use super::{PathOptions, start::own_folders};
use crate::{
    base::{
        paths::{escaped, from_kept},
        wording,
    },
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

/// The directory meant by `dir`, which may be left out.
///
/// # Errors
/// In words: it is not a directory, or none was read before.
pub(super) fn library(dir: Option<&Path>, options: &PathOptions) -> anyhow::Result<PathBuf> {
    let Some(dir) = dir else {
        return match last_library(&own_folders(options)?) {
            Some(last) => Ok(last),
            None => bail!(wording!("cli-no-last")),
        };
    };
    match kind_of(dir)? {
        Kind::Directory => Ok(dir.to_owned()),
        Kind::File => bail!(wording!("cli-no-directory", path = escaped(dir))),
    }
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
