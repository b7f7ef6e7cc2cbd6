//! What the session is made of, by subject.

use std::collections::VecDeque;

use chrono::{NaiveDate, NaiveTime};

use super::{
    Catalogue, Invocation, Jumps, Key, Keymap, Layout, Leads, LibraryStatus, List, ListName,
    Notice, Running, Tallies, TextChoices, ThemeChoice, UserQuestion, focus::Focus,
    origins::Origins,
};

/// What keys mean, and those typed so far.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// Every pane and every command.
    pub catalogue: Catalogue,
    /// The keys that are bound now.
    pub keymap: Keymap,
    pub pending: PendingKeys,
    /// For each command of the catalogue why it cannot run, as it was when commands were last listed.
    pub reasons: Vec<Option<&'static str>>,
}

/// The content of the screen, and how it is shown.
#[derive(Debug)]
pub struct Display {
    /// How list and article share the screen.
    pub layout: Layout,
    /// The theme that is shown.
    pub theme: ThemeChoice,
    /// What keys have chosen for the text.
    pub text: TextChoices,
    /// The day it is, once it has been told: short dates of its year do without the year.
    pub today: Option<NaiveDate>,
    pub(super) focus: Focus,
}

/// The library and the results of a search.
#[derive(Debug)]
pub struct Lists {
    pub(super) library: List,
    pub(super) results: List,
    /// How the articles on the screen begin.
    pub leads: Leads,
    pub(super) origins: Origins,
    /// Where the cursor has been in them.
    pub jumps: Jumps,
    /// What the list in front comes to.
    pub tallies: Tallies,
}

/// Messages and questions outside the panes that show articles.
#[derive(Debug, Default)]
pub struct Said {
    pub status: LibraryStatus,
    pub notices: Notices,
    /// What the user is being asked.
    pub question: Option<UserQuestion>,
    /// The program whose output is shown.
    pub running: Running,
    /// This is the first start ever, and nothing but the list has been used yet.
    pub is_first_start: bool,
}

/// What the app and the runtime are to do.
#[derive(Debug, Default)]
pub struct Wishes {
    /// To be run as soon as the pane that asks has done, in this order.
    pub commands: VecDeque<Invocation>,
    pub quit: bool,
    /// The terminal is to be painted again; the runtime takes it.
    pub redraw: bool,
}

/// Keys that have been typed and have not become a command yet.
#[derive(Debug, Default)]
pub struct PendingKeys {
    pub count: Option<usize>,
    pub keys: Vec<Key>,
    /// What the command that runs was told.
    pub argument: Option<String>,
    /// What may follow: the rest of a sequence, and what it does.
    pub hints: Vec<(String, String)>,
}

/// What was said to the user.
#[derive(Debug, Default)]
pub struct Notices {
    /// In the status line; the next key takes it away.
    pub newest: Option<Notice>,
    /// All of them with the times they were said at, oldest first, the first ones forgotten.
    pub kept: VecDeque<Notice>,
    /// Warnings and errors said since they were last looked through.
    pub n_unseen: usize,
    /// The newest says that this list is to be answered later; it goes once the list is.
    pub unanswered: Option<ListName>,
    /// What time it is, once the runtime has said so.
    pub time: Option<NaiveTime>,
}
