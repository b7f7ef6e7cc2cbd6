//! Where the caches of libraries and the marks are kept.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// The folders that are ours to write.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnFolders {
    /// Disposable: catalogues and full texts.
    pub cache: PathBuf,
    /// Precious: the marks.
    pub data: PathBuf,
    /// The directories whose marks are to be kept apart from the others, links resolved.
    pub with_own_marks: Vec<PathBuf>,
}

/// Grows by one whenever the files in the cache get another shape.
const CACHE_VERSION: u32 = 1;

/// How the name of a database of marks that are kept apart begins and ends.
const OWN_MARKS: &str = "marks-";
const ENDING: &str = ".db";

impl OwnFolders {
    /// Where the system says that programs keep their things; `None` without a home.
    pub fn of_system() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "dateline")?;
        Some(Self {
            cache: folders.cache_dir().to_owned(),
            data: folders.data_dir().to_owned(),
            ..Self::default()
        })
    }

    /// The folder for the cache of the library at `library`, an absolute path.
    pub fn cache_of(&self, library: &Path) -> PathBuf {
        self.cache.join(name_of(library)).join(format!("v{CACHE_VERSION}"))
    }

    /// The file of the marks that all libraries share.
    pub fn marks(&self) -> PathBuf {
        self.data.join("marks.db")
    }

    /// The file of the marks of the articles in a directory, an absolute path, if they are kept
    /// apart.
    pub fn own_marks(&self, folder: &Path) -> PathBuf {
        self.data.join(format!("{OWN_MARKS}{}{ENDING}", name_of(folder)))
    }

    /// Whether a file has a name of those that [`OwnFolders::own_marks`] gives.
    pub fn is_own_marks(&self, path: &Path) -> bool {
        let name = path.file_name().and_then(OsStr::to_str);
        let digits = name.and_then(|name| name.strip_prefix(OWN_MARKS)?.strip_suffix(ENDING));
        path.parent() == Some(&self.data)
            && digits.is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()))
    }
}

/// What a directory is called among our own files.
fn name_of(folder: &Path) -> String {
    blake3::hash(folder.as_os_str().as_encoded_bytes()).to_hex()[..16].to_owned()
}
