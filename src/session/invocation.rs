//! A command as people write it, in a keymap file or on the command line: `5 down`,
//! `goto-date yesterday`, `reader.bottom`.

use super::{About, CommandRef, GLOBAL, LIST, PaneName, READER};
use crate::base::{beginning, nearest, wording};

/// A command with its count and its argument, ready to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    pub command: CommandRef,
    pub count: Option<usize>,
    pub argument: Option<String>,
}

/// Why words mean no command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misnamed {
    #[error("{}", wording!("misnamed-unknown", name = .0))]
    Unknown(String),
    #[error("{}", wording!("misnamed-near", name = .0, near = .1))]
    Near(String, String),
    /// A name that other programs have for something else.
    #[error("{}", wording!("misnamed-other", name = .0, pointer = .1))]
    Other(String, &'static str),
    #[error("{}", wording!("misnamed-elsewhere", name = .0, pane = .1))]
    Elsewhere(String, &'static str),
    #[error("{}", wording!("misnamed-told", name = .0, told = .1))]
    Told(String, String),
    #[error("{}", wording!("misnamed-empty"))]
    Empty,
}

/// Short for names that fingers write without asking.
const SHORT: &[(&str, &str)] = &[
    ("q", "quit-now"),
    ("q!", "quit-now"),
    ("qa", "quit-now"),
    ("qa!", "quit-now"),
    ("wq", "quit-now"),
    ("x", "quit-now"),
    ("h", "help"),
    ("mes", "messages"),
];

/// The messages for command names of other programs.
fn pointers() -> [(&'static str, &'static str); 6] {
    let (write, edit, source) =
        (wording!("misnamed-write"), wording!("misnamed-edit"), wording!("misnamed-source"));
    [
        ("w", write),
        ("write", write),
        ("e", edit),
        ("edit", edit),
        ("source", source),
        ("so", source),
    ]
}

impl Invocation {
    /// A command by itself.
    pub fn of(command: CommandRef) -> Self {
        Self { command, count: None, argument: None }
    }

    /// What `text` means while `pane` takes the keys.
    ///
    /// # Errors
    /// If it names no command, with the nearest name, or says more than the command takes.
    pub fn parse(
        text: &str,
        pane: PaneName,
        catalogue: &[(CommandRef, About)],
    ) -> Result<Self, Misnamed> {
        let text = text.trim();
        let n_digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (count, rest) = text.split_at(n_digits);
        let (name, argument) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (name, argument) = (name.trim(), argument.trim());
        if name.is_empty() {
            return Err(Misnamed::Empty);
        }
        let (command, about) = find_command(name, pane, catalogue)?;
        if !argument.is_empty() && about.argument.is_none() {
            return Err(Misnamed::Told(name.to_owned(), argument.to_owned()));
        }
        let argument = (!argument.is_empty()).then(|| argument.to_owned());
        // Longer numbers go as far as numbers go.
        let count = (n_digits != 0).then(|| count.parse().unwrap_or(999_999_999));
        Ok(Self { command, count, argument })
    }
}

/// The command called `name`: of `pane`, else of all panes, else of list and reader; of any pane
/// where the name says which, as in `reader.bottom`.
///
/// # Errors
/// If there is none, with the nearest name.
pub fn find_command(
    name: &str,
    pane: PaneName,
    catalogue: &[(CommandRef, About)],
) -> Result<(CommandRef, About), Misnamed> {
    let name = SHORT.iter().find(|(short, _)| *short == name).map_or(name, |(_, long)| *long);
    let of = |pane: &str, name: &str| {
        catalogue.iter().find(|(it, about)| it.pane.0 == pane && about.name == name).copied()
    };
    let found = match name.split_once('.') {
        Some((pane, name)) => of(pane, name),
        None => [pane, GLOBAL, LIST, READER].iter().find_map(|pane| of(pane.0, name)),
    };
    if let Some(found) = found {
        return Ok(found);
    }
    if let Some((elsewhere, _)) = catalogue.iter().find(|(_, about)| about.name == name) {
        return Err(Misnamed::Elsewhere(name.to_owned(), elsewhere.pane.0));
    }
    if let Some((_, pointer)) = pointers().into_iter().find(|(known, _)| *known == name) {
        return Err(Misnamed::Other(name.to_owned(), pointer));
    }
    let reached = [pane, GLOBAL, LIST, READER];
    let near = catalogue.iter().filter(|(it, _)| reached.contains(&it.pane));
    let begun = beginning(name, near.map(|(_, about)| about.name));
    if !begun.is_empty() {
        return Err(Misnamed::Near(name.to_owned(), begun.join("`, `")));
    }
    let names = catalogue.iter().map(|(_, about)| about.name);
    let own = name.rsplit('.').next().unwrap_or(name);
    Err(match nearest(own, names) {
        Some(near) => Misnamed::Near(name.to_owned(), near.to_owned()),
        None => Misnamed::Unknown(name.to_owned()),
    })
}
