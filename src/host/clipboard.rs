//! The clipboard of the desktop, for terminals that do not pass text on to it. The programs are
//! those that desktops have; the display that the environment names decides which of them are
//! tried.

use std::{
    io::{self, Write},
    process::{Command, Stdio},
};

use super::variable;

/// A program with its arguments, which takes the text from its standard input.
pub type Copier = &'static [&'static str];

const WAYLAND: Copier = &["wl-copy"];
const X11: [Copier; 2] =
    [&["xclip", "-selection", "clipboard"], &["xsel", "--clipboard", "--input"]];
const MACOS: Copier = &["pbcopy"];

/// The programs to try, in this order; none if there is no display.
pub fn copiers() -> Vec<Copier> {
    let has = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    named(has("WAYLAND_DISPLAY"), has("DISPLAY"), cfg!(target_os = "macos"))
}

fn named(has_wayland: bool, has_x11: bool, is_macos: bool) -> Vec<Copier> {
    let mut copiers = Vec::new();
    copiers.extend(has_wayland.then_some(WAYLAND));
    copiers.extend(X11.into_iter().filter(|_| has_x11));
    copiers.extend(is_macos.then_some(MACOS));
    copiers
}

/// Gives `text` to the first of the programs that takes it. False if none does. May wait for them:
/// not for the thread that draws.
pub fn copy_by(copiers: &[&[&str]], text: &str) -> bool {
    copiers.iter().any(|copier| give(copier, text).unwrap_or(false))
}

fn give(copier: &[&str], text: &str) -> io::Result<bool> {
    let Some((name, arguments)) = copier.split_first() else { return Ok(false) };
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    // One that ends early says by its status whether it took the text.
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let status = child.wait()?;
    Ok(status.success() && written.is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_tried_only_where_there_is_a_display() {
        assert!(named(false, false, false).is_empty());
        let names = |copiers: Vec<Copier>| copiers.iter().map(|it| it[0]).collect::<Vec<_>>();
        assert_eq!(names(named(true, true, false)), ["wl-copy", "xclip", "xsel"]);
        assert_eq!(names(named(false, false, true)), ["pbcopy"]);
    }

    #[test]
    fn the_first_program_that_takes_the_text_gets_all_of_it() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("clipboard").to_string_lossy().into_owned();
        let keep = ["tee", &place];
        let copiers: [&[&str]; 3] = [&["/nowhere/wl-copy"], &["false"], &keep];
        let text = "Fähre\n".repeat(30_000);
        assert!(copy_by(&copiers, &text));
        assert_eq!(std::fs::read_to_string(&place).unwrap(), text);
        assert!(!copy_by(&copiers[..2], &text) && !copy_by(&[], &text));
    }
}
