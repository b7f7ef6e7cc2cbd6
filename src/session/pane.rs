//! How panes describe themselves: all that the app, the keymap and the help know about them.

/// The name of a pane, as keymaps and the focus stack know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PaneName(pub &'static str);

// The panes that the session itself shows or asks about; the others have their names in their
// folders.

/// The pane with the list of articles, always shown.
pub const LIST: PaneName = PaneName("list");
/// The pane that shows an article.
pub const READER: PaneName = PaneName("reader");
/// The prompt of the search.
pub const SEARCH: PaneName = PaneName("search");
/// The bars of the list's articles over time.
pub const TIMELINE: PaneName = PaneName("timeline");
/// What the list's articles have in common.
pub const FACETS: PaneName = PaneName("facets");
/// The question that one key answers.
pub const ASK: PaneName = PaneName("ask");
/// The line in which commands are typed.
pub const COMMAND_LINE: PaneName = PaneName("command-line");
/// What was said.
pub const MESSAGES: PaneName = PaneName("messages");
/// What a program prints.
pub const OUTPUT: PaneName = PaneName("output");
/// The queries of a file.
pub const BATCH: PaneName = PaneName("batch");
/// Commands and keys of all panes that take no text.
pub const GLOBAL: PaneName = PaneName("global");

/// A command that matters most in a pane, and its description in a word or two.
#[derive(Debug, Clone, Copy)]
pub struct Offer {
    /// Of the pane, else of list and reader.
    pub command: &'static str,
    pub words: fn() -> &'static str,
    pub occasion: Occasion,
    /// It leads out of the pane: offered wherever there is room for more than the first.
    pub is_way_out: bool,
}

/// When a command is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    Always,
    /// While no search is open.
    Library,
    /// While a search is open.
    Results,
}

impl Offer {
    pub const fn always(command: &'static str, words: fn() -> &'static str) -> Self {
        Self { command, words, occasion: Occasion::Always, is_way_out: false }
    }

    pub const fn on(
        occasion: Occasion,
        command: &'static str,
        words: fn() -> &'static str,
    ) -> Self {
        Self { command, words, occasion, is_way_out: false }
    }

    /// The same as the way out of the pane.
    #[must_use]
    pub const fn out(mut self) -> Self {
        self.is_way_out = true;
        self
    }
}

/// What others need to know about a pane.
#[derive(Debug, Clone, Copy)]
pub struct AboutPane {
    pub name: PaneName,
    /// Its name in the help, in the language chosen.
    pub title: &'static str,
    pub area: Area,
    pub keys: Keys,
    /// A number typed before a command goes to the command.
    pub takes_counts: bool,
    /// It lists commands: [`super::Keyboard::reasons`] are found again when it comes to the front.
    pub lists_commands: bool,
    /// What the status line offers while it is in front, the most important first.
    pub offers: &'static [Offer],
}

/// The part of the screen that a pane takes while it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// The part that list and article share. The layout knows these panes; a click goes from one
    /// of them to another.
    Main,
    /// The last line, unless something else is in it.
    Status,
    /// Above the last line, while there is something to say to those who are new here.
    Foot,
    /// In place of the status line, while it is in front.
    Line,
    /// The last line, over whatever is there.
    LastLine,
    /// Over list and article; the status line can still be seen.
    Box,
    /// Over the whole screen.
    Screen,
    /// It draws nothing.
    Nowhere,
}

/// The keys that a pane takes while it is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Its own, and all commands of list and reader alike.
    Main,
    /// Its own, and the commands that work over a text to be read.
    Text,
    /// Its own: all others are typed into it.
    Own,
}
