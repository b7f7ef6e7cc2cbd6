//! Directories that settings name.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::base::wording;

/// A directory: an absolute path, or one that begins with `~/`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct WrittenFolder(String);

impl WrittenFolder {
    /// The path it leads to, with links resolved if it exists.
    pub fn path(&self) -> PathBuf {
        let home = || directories::BaseDirs::new().map(|it| it.home_dir().to_owned());
        let path = match self.0.strip_prefix('~').map(|rest| rest.trim_start_matches('/')) {
            Some(rest) => home().map_or_else(|| PathBuf::from(&self.0), |home| home.join(rest)),
            None => PathBuf::from(&self.0),
        };
        // One that has gone, or is not mounted, is still meant.
        path.canonicalize().unwrap_or_else(|_| path.components().collect())
    }
}

impl TryFrom<String> for WrittenFolder {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if Path::new(&text).is_absolute() || text == "~" || text.starts_with("~/") {
            Ok(Self(text))
        } else {
            Err(wording!("setting-folder", path = text))
        }
    }
}

impl From<WrittenFolder> for String {
    fn from(written: WrittenFolder) -> Self {
        written.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Result<PathBuf, String> {
        WrittenFolder::try_from(text.to_owned()).map(|folder| folder.path())
    }

    #[test]
    fn a_folder_is_written_from_the_root_or_from_home() {
        let home = directories::BaseDirs::new().unwrap().home_dir().canonicalize().unwrap();
        assert_eq!(path("~"), Ok(home.clone()));
        assert_eq!(path("~/"), Ok(home.clone()));
        assert_eq!(path("~/not/there/"), Ok(home.join("not/there")));
        assert_eq!(path("/not/there"), Ok("/not/there".into()));
        assert_eq!(path("/tmp/../tmp/"), Ok(Path::new("/tmp").canonicalize().unwrap()));
        for text in ["news", "", "./news", "~news"] {
            assert!(path(text).is_err(), "{text}");
        }
    }
}
