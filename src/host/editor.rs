//! The settings file in the user's editor.

use std::{fs, path::Path, process::Command};

use crate::{
    base::{atomic, wording},
    config::EXPLAINED,
};

/// The editor that `variable` names, on the settings file at `path`; if there is none yet, on one
/// that explains all settings and states none.
///
/// # Errors
/// In words: no editor is named, or the file cannot be written.
pub fn editor(path: &Path, variable: impl Fn(&str) -> Option<String>) -> Result<Command, String> {
    let set = |name| variable(name).filter(|it| !it.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).ok_or(wording!("cli-no-editor"))?;
    if !path.exists() {
        create(path).map_err(|error| {
            format!("{}: {error}", wording!("cli-cannot-write", path = path.display()))
        })?;
    }
    // Its words are the program and its arguments, quotes and all: no shell reads them. If quotes
    // do not close, all of it is a program's name.
    let words = shell_words::split(&editor).unwrap_or_else(|_| vec![editor.clone()]);
    let mut words = words.into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).arg(path);
    Ok(command)
}

fn create(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        atomic::create_private_folder(folder)?;
    }
    fs::write(path, commented(EXPLAINED))
}

/// All settings with their explanations, none of them stated.
fn commented(text: &str) -> String {
    let line = |line: &str| match line.chars().next() {
        None | Some('#' | '[') => format!("{line}\n"),
        Some(_) => format!("# {line}\n"),
    };
    text.lines().map(line).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editor_is_started_on_a_file_that_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/config.toml");
        let none = editor(&path, |_| Some(" ".to_owned()));
        assert!(none.is_err() && !path.exists());
        let variable = |name: &str| (name == "EDITOR").then(|| "'my vi' -n".to_owned());
        let command = editor(&path, variable).unwrap();
        assert_eq!(command.get_program(), "my vi");
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(arguments, ["-n".as_ref(), path.as_os_str()]);
        let text = fs::read_to_string(&path).unwrap();
        let (config, mistakes) = crate::config::check(&text);
        assert_eq!((config, mistakes.len()), (crate::config::Config::default(), 0));
    }
}
