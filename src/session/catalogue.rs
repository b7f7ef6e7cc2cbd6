//! All panes and their commands, as they describe themselves.

use std::ops::Deref;

use super::{About, AboutPane, Area, CommandRef, Keys, PaneName};

/// The commands in the order of the help; the catalogue is a slice of them.
#[derive(Debug, Default)]
pub struct Catalogue {
    panes: Vec<PaneEntry>,
    /// Invariant: those of a pane stand together, by their index.
    commands: Vec<(CommandRef, About)>,
}

/// A pane, and where its commands begin.
#[derive(Debug)]
struct PaneEntry {
    about: AboutPane,
    first: usize,
}

impl Catalogue {
    /// Adds a pane with all its commands.
    pub fn add(&mut self, about: AboutPane, commands: impl IntoIterator<Item = About>) {
        self.panes.push(PaneEntry { about, first: self.commands.len() });
        let pane = about.name;
        let commands = commands.into_iter().enumerate();
        self.commands.extend(commands.map(|(index, about)| (CommandRef { pane, index }, about)));
    }

    /// What a pane says about itself; a name that no pane has is that of a pane that is nowhere.
    pub fn pane(&self, name: PaneName) -> AboutPane {
        self.entry(name).map_or(
            AboutPane {
                name,
                title: name.0,
                area: Area::Nowhere,
                keys: Keys::Own,
                takes_counts: false,
                lists_commands: false,
                offers: &[],
            },
            |entry| entry.about,
        )
    }

    /// The description of a command.
    pub fn about(&self, command: CommandRef) -> Option<&About> {
        let first = self.entry(command.pane)?.first;
        let (found, about) = self.commands.get(first.checked_add(command.index)?)?;
        (*found == command).then_some(about)
    }

    fn entry(&self, name: PaneName) -> Option<&PaneEntry> {
        self.panes.iter().find(|entry| entry.about.name == name)
    }
}

impl Deref for Catalogue {
    type Target = [(CommandRef, About)];

    fn deref(&self) -> &Self::Target {
        &self.commands
    }
}

impl From<Catalogue> for Vec<(CommandRef, About)> {
    fn from(catalogue: Catalogue) -> Self {
        catalogue.commands
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_its_pane_and_its_index() {
        let about = |name| About::new(name, &[], "");
        let mut catalogue = Catalogue::default();
        let (list, none, help) = (PaneName("list"), PaneName("none"), PaneName("help"));
        for (pane, names) in [(list, vec!["up", "down"]), (none, vec![]), (help, vec!["close"])] {
            catalogue.add(catalogue.pane(pane), names.into_iter().map(about));
        }
        let name = |pane, index| catalogue.about(CommandRef { pane, index }).map(|it| it.name);
        assert_eq!((name(list, 0), name(list, 1)), (Some("up"), Some("down")));
        // What follows belongs to the next pane.
        assert_eq!((name(list, 2), name(none, 0), name(help, 1)), (None, None, None));
        assert_eq!(name(help, 0), Some("close"));
        assert_eq!(name(PaneName("other"), 0), None);
        assert_eq!(name(help, usize::MAX), None);
    }
}
