//! The sample library, which is embedded in the program and written to disk to be opened.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};

use crate::base::atomic;

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/sample");

/// Writes the sample library into the cache, where it is not there yet, and says where.
pub(super) fn unpack(cache: &Path) -> io::Result<PathBuf> {
    let folder = cache.join("sample").join("Dateline sample");
    for file in files(&SAMPLE) {
        let path = folder.join(file.path());
        if fs::metadata(&path).is_ok_and(|it| it.len() == file.contents().len() as u64) {
            continue;
        }
        if let Some(parent) = path.parent() {
            atomic::create_private_folder(parent)?;
        }
        fs::write(&path, file.contents())?;
    }
    Ok(folder)
}

fn files<'a>(dir: &'a Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    dir.files().chain(dir.dirs().flat_map(files)).collect()
}
