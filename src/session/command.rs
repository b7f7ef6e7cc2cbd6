//! A command is declared once; keymap, help, README and manual are drawn from that declaration.

use super::{Effect, PaneName, Session};

/// Something the user can ask of pane `P`.
pub struct Command<P> {
    pub about: About,
    /// Why it cannot run just now, in words for the status line; `Ok` where it can.
    pub enabled: fn(&P, &Session) -> Result<(), &'static str>,
    pub run: fn(&mut P, &mut Session) -> Vec<Effect>,
}

impl<P> Command<P> {
    /// A command that can always run.
    pub const fn new(
        name: &'static str,
        keys: &'static [&'static str],
        doc: &'static str,
        run: fn(&mut P, &mut Session) -> Vec<Effect>,
    ) -> Self {
        Self::when(name, keys, doc, always, run)
    }

    /// A command that says by `enabled` when it can run.
    pub const fn when(
        name: &'static str,
        keys: &'static [&'static str],
        doc: &'static str,
        enabled: fn(&P, &Session) -> Result<(), &'static str>,
        run: fn(&mut P, &mut Session) -> Vec<Effect>,
    ) -> Self {
        Self { about: About { name, doc, keys }, enabled, run }
    }
}

/// What is said of a command, to the user and in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// As written in keymap files: `open-article`.
    pub name: &'static str,
    /// One line, said to the user.
    pub doc: &'static str,
    /// Default key sequences, in the notation of [`super::Key::parse_all`].
    pub keys: &'static [&'static str],
}

/// Points at a command without knowing the type of its pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CommandRef {
    pub pane: PaneName,
    pub index: usize,
}

/// For commands that can always run.
///
/// # Errors
/// Never.
pub fn always<P>(_pane: &P, _session: &Session) -> Result<(), &'static str> {
    Ok(())
}
