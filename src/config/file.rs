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
    parse(&text).map_err(|error| ConfigError::Parse {
        path: shown(),
        message: Clean::new(&describe(&text, &error)),
    })
}

/// Reads settings. A line among the keys that cannot be read is left out and remembered: one
/// wants to read, whatever is wrong with a key.
fn parse(text: &str) -> Result<Config, toml::de::Error> {
    let mut readable = text.to_owned();
    let mut faults = Vec::new();
    loop {
        let error = match toml::from_str::<Config>(&readable) {
            Ok(mut config) => {
                config.keys.count_lines(text);
                config.keys.faults = faults;
                return Ok(config);
            }
            Err(error) => error,
        };
        let at = error.span().map_or(0, |span| span.start);
        let Some(line) = line_of_keys(&readable, at) else { return Err(error) };
        let number = readable[..line.start].matches('\n').count() + 1;
        // Its length stays, and with it the place of all that follows.
        let blank = " ".repeat(line.len());
        faults.push((number, error.message().trim().replace('\n', ", ")));
        readable.replace_range(line, &blank);
    }
}

/// The bytes of the line around `at`, where that is a line among the keys that can be left out.
fn line_of_keys(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let is_among_keys = text[..start]
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with('['))
        .is_some_and(|table| table.trim_start().starts_with("[keys"));
    (is_among_keys && !text[start..end].trim().is_empty()).then_some(start..end)
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
    fn a_line_of_keys_that_cannot_be_read_is_left_out() {
        let text = "[keys.list]\na = 'down'\na = 'up'\nb = up\nc = 'last'\n[keys]\npreset = 3\n";
        let keys = parse(text).unwrap().keys;
        let lines: Vec<usize> = keys.faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 4, 7], "{:?}", keys.faults);
        let bound: Vec<&str> = keys.bindings.iter().map(|it| it.keys.text.as_str()).collect();
        assert_eq!((bound, keys.bindings[1].keys.line), (vec!["a", "c"], 5));
        assert!(parse("[list]\nscrolloff = x\n[keys.list]\na = 'down'\n").is_err());
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
