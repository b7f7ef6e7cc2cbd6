//! Where the user's settings and themes are.

use std::path::PathBuf;

/// Where the settings are searched for; `None` without a home.
pub fn usual_path() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "dateline")?.config_dir().join("config.toml"))
}

/// Where the user's themes are searched for; `None` without a home.
pub fn themes_folder() -> Option<PathBuf> {
    Some(usual_path()?.with_file_name("themes"))
}
