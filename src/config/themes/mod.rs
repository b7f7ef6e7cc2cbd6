//! Themes: the built-in ones and the user's. One file is one theme.

mod base16;
mod file;
mod slots;
mod style;
#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};

pub use slots::{Slots, slot_names};
pub use style::{Colour, Emphasis, StyleSpec};

use super::mistake::{Mistake, did_you_mean};
use crate::base::{Clean, wording};
use file::Stated;

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/themes");

/// The theme in place of one that is not there.
pub const FALLBACK_THEME: &str = "terminal";

/// The name that leaves the choice to the terminal's background.
pub const AUTO_THEME: &str = "auto";

/// Files over this size are not themes.
const SIZE_LIMIT_BYTES: u64 = 1 << 20;

/// A theme with a name, as its file states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeSpec {
    pub name: String,
    pub styles: Slots<StyleSpec>,
}

/// Why a theme cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    #[error("{}", wording!("theme-unreadable", path = .path, why = .why))]
    Read { path: Clean, why: Clean },
    #[error("{}", wording!("theme-mistake", path = .path, mistake = .mistake.to_string()))]
    Wrong { path: Clean, mistake: Mistake },
    #[error("{}", wording!("theme-unknown", name = .name, near = .near))]
    Unknown { name: Clean, near: Clean },
}

/// The names of the themes of the program, in order.
pub fn builtin_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = BUILTIN
        .files()
        .filter_map(|file| file.path().file_stem().and_then(|stem| stem.to_str()))
        .collect();
    names.sort_unstable();
    names
}

/// A theme of the program.
///
/// # Errors
/// If none has that name.
pub fn builtin(name: &str) -> Result<ThemeSpec, ThemeError> {
    Shelf { folder: None }.load(name)
}

/// All themes of the program, and the files of `folder` (of the same name: instead). Mistakes are
/// reported and left out.
pub fn load_all(folder: Option<&Path>) -> (Vec<ThemeSpec>, Vec<ThemeError>) {
    let mut errors = Vec::new();
    let mut themes = Vec::new();
    let shelf = Shelf { folder: folder.map(Path::to_owned) };
    for name in shelf.names() {
        match shelf.load(&name) {
            Ok(theme) => themes.push(theme),
            Err(error) => errors.push(error),
        }
    }
    (themes, errors)
}

/// Reads the theme of a file, whose name ends in `.toml` or `.yaml`.
///
/// # Errors
/// If it cannot be read, or says something that is not a theme.
pub fn load_file(path: &Path, folder: Option<&Path>) -> Result<ThemeSpec, ThemeError> {
    let shelf = Shelf { folder: folder.map(Path::to_owned) };
    let (text, stated) = shelf.stated_file(path, &mut Vec::new())?;
    let styles = stated.resolve(&text).map_err(|mistakes| wrong(path, mistakes))?;
    Ok(ThemeSpec { name: path.to_string_lossy().into_owned(), styles })
}

/// Whether a theme is named by the path of its file.
pub fn is_path(name: &str) -> bool {
    name.contains(std::path::MAIN_SEPARATOR) || is_theme_file(Path::new(name))
}

fn is_theme_file(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "toml" || it == "yaml" || it == "yml")
}

/// Where themes are searched for.
struct Shelf {
    folder: Option<PathBuf>,
}

impl Shelf {
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = builtin_names().into_iter().map(str::to_owned).collect();
        // A folder that is not there holds no themes.
        let files = self.folder.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
        for path in files.flatten().map(|entry| entry.path()) {
            if let Some(stem) = path.file_stem().filter(|_| is_theme_file(&path)) {
                names.push(stem.to_string_lossy().into_owned());
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    fn load(&self, name: &str) -> Result<ThemeSpec, ThemeError> {
        let (text, stated) = self.stated(name, &mut Vec::new())?;
        let path = self.path(name);
        let path = path.as_deref().unwrap_or(Path::new(name));
        let styles = stated.resolve(&text).map_err(|mistakes| wrong(path, mistakes))?;
        Ok(ThemeSpec { name: name.to_owned(), styles })
    }

    /// The user's file of a theme.
    fn path(&self, name: &str) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        let files = ["toml", "yaml", "yml"].map(|it| folder.join(format!("{name}.{it}")));
        files.into_iter().find(|path| path.is_file())
    }

    /// What a theme says, with what it builds on. `above` names those that build on it.
    fn stated(&self, name: &str, above: &mut Vec<String>) -> Result<(String, Stated), ThemeError> {
        // A file of the user's may build on the program's theme of the same name.
        let is_own = !above.iter().any(|it| it == name);
        if let Some(path) = self.path(name).filter(|_| is_own) {
            above.push(name.to_owned());
            return self.stated_file(&path, above);
        }
        let file = BUILTIN.get_file(format!("{name}.toml"));
        let Some(text) = file.and_then(include_dir::File::contents_utf8) else {
            let names = self.names();
            let near = did_you_mean(name, names.iter().map(String::as_str));
            return Err(ThemeError::Unknown { name: Clean::new(name), near: Clean::new(&near) });
        };
        self.built(Path::new(name), text.to_owned(), above)
    }

    fn stated_file(
        &self,
        path: &Path,
        above: &mut Vec<String>,
    ) -> Result<(String, Stated), ThemeError> {
        let unreadable =
            |why: String| ThemeError::Read { path: shown(path), why: Clean::new(&why) };
        let about = fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
        if !about.is_file() || SIZE_LIMIT_BYTES < about.len() {
            return Err(unreadable(wording!("theme-size").to_owned()));
        }
        let text = fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
        if path.extension().is_some_and(|it| it == "toml") {
            return self.built(path, text, above);
        }
        let stated = base16::parse(&text).map_err(|mistakes| wrong(path, mistakes))?;
        Ok((text, stated))
    }

    fn built(
        &self,
        path: &Path,
        text: String,
        above: &mut Vec<String>,
    ) -> Result<(String, Stated), ThemeError> {
        let stated = Stated::parse(&text).map_err(|mistakes| wrong(path, mistakes))?;
        // Checked alone, so that a place in this file is never said of another.
        let Some((parent, at)) = stated.inherits.clone() else { return Ok((text, stated)) };
        let (_, parent) = self.stated(&parent, above).map_err(|error| match error {
            ThemeError::Unknown { .. } => {
                let message = wording!("theme-parent", why = error.to_string());
                wrong(path, vec![Mistake::at(&text, at.start, message)])
            }
            error => error,
        })?;
        Ok((text, stated.over(parent)))
    }
}

/// The name of a file: messages about mistakes have little room.
fn shown(path: &Path) -> Clean {
    Clean::new(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// The first of several mistakes: the others often follow from it.
fn wrong(path: &Path, mistakes: Vec<Mistake>) -> ThemeError {
    match mistakes.into_iter().min_by_key(|mistake| (mistake.line, mistake.column)) {
        Some(mistake) => ThemeError::Wrong { path: shown(path), mistake },
        None => ThemeError::Read { path: shown(path), why: Clean::new(wording!("theme-empty")) },
    }
}
