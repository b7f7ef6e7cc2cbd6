//! The settings file: where it is, and what is wrong with it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::Config;
use crate::base::Clean;

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("cannot read the settings {path}: {source}")]
    Read { path: Clean, source: io::Error },
    /// The message names line and column.
    #[error("in the settings {path}: {message}")]
    Parse { path: Clean, message: Clean },
}

/// Where the settings are looked for; `None` without a home.
pub fn usual_path() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "dateline")?.config_dir().join("config.toml"))
}

/// Reads the settings at `path`.
///
/// # Errors
/// Where the file cannot be read, or says something that is no setting.
pub fn read(path: &Path) -> Result<Config, ConfigError> {
    let shown = || Clean::new(&path.to_string_lossy());
    let text =
        fs::read_to_string(path).map_err(|source| ConfigError::Read { path: shown(), source })?;
    let parsed = toml::from_str(&text).map_err(|error| ConfigError::Parse {
        path: shown(),
        message: Clean::new(&describe(&text, &error)),
    });
    let mut config: Config = parsed?;
    config.keys.count_lines(&text);
    Ok(config)
}

/// The place of a mistake, counted as editors do, and what it is.
fn describe(text: &str, error: &toml::de::Error) -> String {
    let message = error.message();
    let Some(span) = error.span() else { return message.to_owned() };
    let before = text.get(..span.start).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    format!("line {line}, column {column}: {message}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_named_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, "[list]\nday-headings = false\nscroloff = 2\n").unwrap();
        let message = read(&path).unwrap_err().to_string();
        assert!(message.contains("line 3, column 1") && message.contains("scroloff"), "{message}");
    }

    #[test]
    fn what_is_not_said_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, "[reader]\nwidth-cells = 72\nmark-read = \"end\"\n").unwrap();
        let config = read(&path).unwrap();
        assert_eq!(config.reader.width_cells, 72);
        assert_eq!(config.list, super::super::ListConfig::default());
    }
}
