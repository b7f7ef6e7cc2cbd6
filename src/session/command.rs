//! A command is declared once; keymap, help, README and manual are drawn from that declaration.

use super::{Effect, PaneName, Section, Session};
use crate::base::language;

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
        Self::when(name, keys, doc, |_, _| Ok(()), run)
    }

    /// A command that says by `enabled` when it can run.
    pub const fn when(
        name: &'static str,
        keys: &'static [&'static str],
        doc: &'static str,
        enabled: fn(&P, &Session) -> Result<(), &'static str>,
        run: fn(&mut P, &mut Session) -> Vec<Effect>,
    ) -> Self {
        Self { about: About::new(name, keys, doc), enabled, run }
    }

    /// The same command, which can be told something: [`Session::argument`] has it.
    #[must_use]
    pub const fn taking(mut self, argument: Argument) -> Self {
        self.about.argument = Some(argument);
        self
    }

    /// The same command, the first of a section of its pane: those below belong to it as well.
    #[must_use]
    pub const fn begins(mut self, section: Section) -> Self {
        self.about.section = Some(section);
        self
    }

    /// The same command, which people also look for by other words, with blanks between them.
    #[must_use]
    pub const fn also(mut self, words: &'static str) -> Self {
        self.about.also[0] = words;
        self
    }

    /// The same command, which the palette shows before others.
    #[must_use]
    pub const fn useful(mut self) -> Self {
        self.about.is_useful = true;
        self
    }

    /// The same command, which also works over a pane with a text to be read.
    #[must_use]
    pub const fn over_texts(mut self) -> Self {
        self.about.reach = Reach::Texts;
        self
    }

    /// The same command, which also works over prompts and overlays, if its keys type nothing.
    #[must_use]
    pub const fn everywhere(mut self) -> Self {
        self.about.reach = Reach::Everywhere;
        self
    }
}

/// The description of a command, for the user and in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// As written in keymap files: `open-article`.
    pub name: &'static str,
    /// One line, said to the user.
    pub doc: &'static str,
    /// Default key sequences, in the notation of [`super::Key::parse_all`].
    pub keys: &'static [&'static str],
    /// What may follow its name in the command line and in keymap files.
    pub argument: Option<Argument>,
    /// For a command of list and reader alike: in front of which other panes its keys work, too.
    pub reach: Reach,
    /// Of the pane, where this command is the first one of it.
    pub section: Option<Section>,
    /// Words that it is also looked for by: in English, and in the language chosen.
    pub also: [&'static str; 2],
    /// The palette shows it before others.
    pub is_useful: bool,
}

/// The panes that leave their keys to a command of list and reader alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// List and reader.
    Main,
    /// Panes with a text to be read, too.
    Texts,
    /// Prompts and overlays, too, if the keys type nothing.
    Everywhere,
}

impl About {
    /// A command that takes nothing, works in its pane alone, and is like the others.
    pub const fn new(name: &'static str, keys: &'static [&'static str], doc: &'static str) -> Self {
        let (argument, reach, section) = (None, Reach::Main, None);
        Self { name, doc, keys, argument, reach, section, also: [""; 2], is_useful: false }
    }

    /// The same, said in the language chosen: by the text `command-PANE-NAME`, else by
    /// `command-NAME`, which several panes share. The English is what the table of the pane says.
    /// Words that it is also looked for by are `also-PANE-NAME` or `also-NAME`.
    #[must_use]
    pub fn spoken(mut self, pane: PaneName) -> Self {
        let text = |kind: &str| {
            let own = language::translated(&format!("{kind}-{}-{}", pane.0, self.name));
            own.or_else(|| language::translated(&format!("{kind}-{}", self.name)))
        };
        self.doc = text("command").unwrap_or(self.doc);
        if !self.also[0].is_empty() {
            self.also[1] = text("also").unwrap_or_default();
        }
        self
    }
}

/// What a command can be told: the rest of the line after its name, blanks trimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// As the help shows it: `date`.
    pub name: &'static str,
    /// What completion offers.
    pub kind: ArgumentKind,
    pub is_required: bool,
}

/// What an argument names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentKind {
    Number,
    /// Anything; nothing is offered.
    Text,
    Date,
    Query,
    /// A setting and its value: `reader.width-cells 72`.
    Setting,
    Theme,
    Source,
    Command,
}

impl Argument {
    /// Its name in the language chosen.
    pub fn spoken_name(&self) -> &'static str {
        language::translated(&format!("argument-{}", self.name)).unwrap_or(self.name)
    }

    pub const fn required(name: &'static str, kind: ArgumentKind) -> Self {
        Self { name, kind, is_required: true }
    }

    pub const fn optional(name: &'static str, kind: ArgumentKind) -> Self {
        Self { name, kind, is_required: false }
    }
}

/// Points at a command without knowing the type of its pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CommandRef {
    pub pane: PaneName,
    pub index: usize,
}
