//! From key sequences to commands: the defaults of the commands, changed by the user's file.

use std::collections::BTreeMap;

use super::{About, CommandRef, Key, PaneName};

/// The bindings of all panes.
#[derive(Debug, Default)]
pub struct Keymap {
    bindings: BTreeMap<(PaneName, Vec<Key>), CommandRef>,
}

/// What a key sequence means so far.
#[derive(Debug, PartialEq, Eq)]
pub enum Lookup {
    Found(CommandRef),
    /// Some longer sequence starts with this one.
    Pending,
    Nothing,
}

/// A binding that means nothing.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BindingError {
    #[error("no key is called `{0}`")]
    Key(String),
}

impl Keymap {
    /// The default keys of `catalogue`.
    ///
    /// # Errors
    /// Where a default names a key that does not exist.
    pub fn new(catalogue: &[(CommandRef, About)]) -> Result<Self, BindingError> {
        let mut keymap = Self::default();
        for (command, about) in catalogue {
            for keys in about.keys {
                keymap.bind(*command, keys)?;
            }
        }
        Ok(keymap)
    }

    /// What `keys` mean in `pane`.
    pub fn lookup(&self, pane: PaneName, keys: &[Key]) -> Lookup {
        if let Some(command) = self.bindings.get(&(pane, keys.to_vec())) {
            return Lookup::Found(*command);
        }
        match self.continuations(pane, keys).next() {
            Some(_) => Lookup::Pending,
            None => Lookup::Nothing,
        }
    }

    /// The bindings of `pane` that begin with `keys`: the whole sequence and its command.
    pub fn continuations<'a>(
        &'a self,
        pane: PaneName,
        keys: &'a [Key],
    ) -> impl Iterator<Item = (&'a [Key], CommandRef)> + 'a {
        self.bindings
            .range((pane, keys.to_vec())..)
            .take_while(move |((bound, sequence), _)| *bound == pane && sequence.starts_with(keys))
            .map(|((_, sequence), command)| (sequence.as_slice(), *command))
    }

    fn bind(&mut self, command: CommandRef, keys: &str) -> Result<(), BindingError> {
        let keys = Key::parse_all(keys).map_err(BindingError::Key)?;
        self.bindings.insert((command.pane, keys), command);
        Ok(())
    }
}
