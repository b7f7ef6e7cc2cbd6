//! What all panes share: the words of the running program and the state that more than one reads.

mod command;
mod effect;
mod finding;
mod focus;
mod key;
mod keymap;
mod layout;
mod leads;
mod list;
mod mouse;
mod reading;
mod scroll;
mod search;

pub use command::{About, Argument, ArgumentKind, Command, CommandRef, always};
pub use effect::{
    Effect, Generation, Hit, LibraryStatus, ListName, Message, Notice, OpenedArticle, Progress,
    Seek, Severity, Snippet, Targets, Then,
};
pub use finding::{FindPhase, Finding};
pub use key::{Code, Key};
pub use keymap::{BindingError, Keymap, Lookup};
pub use layout::{Layout, Side};
pub use leads::Leads;
pub use list::{Line, List, Near, Place};
pub use mouse::{Mouse, MouseAction, Pointing};
pub use search::Search;

use std::collections::VecDeque;

use crate::config::Config;
use crate::domain::{ArticleId, Headline, Query, View};
use focus::Focus;

/// The name of a pane, as keymaps and the focus stack know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PaneName(pub &'static str);

/// The pane with the list of articles, always shown.
pub const LIST: PaneName = PaneName("list");
/// The pane that shows an article.
pub const READER: PaneName = PaneName("reader");
/// The prompt for finding words in the article shown.
pub const FIND: PaneName = PaneName("find");
/// The prompt of the search.
pub const SEARCH: PaneName = PaneName("search");

/// State that more than one pane reads. Scroll positions and input lines live in the panes.
#[derive(Debug)]
pub struct Session {
    pub status: LibraryStatus,
    pub config: Config,
    pub should_quit: bool,
    /// The terminal is to be painted anew; the runtime takes it.
    pub wants_redraw: bool,
    /// How list and article share the screen.
    pub layout: Layout,
    /// How the articles on the screen begin.
    pub leads: Leads,
    pub search: Search,
    /// Finding words in the article on the screen: its prompt and the reader share it.
    pub finding: Finding,
    pub typed: Typed,
    pub notices: Notices,
    /// Every command of every pane.
    pub catalogue: Vec<(CommandRef, About)>,
    library: List,
    results: List,
    opened: Opened,
    focus: Focus,
}

/// Keys that have been typed and have not become a command yet.
#[derive(Debug, Default)]
pub struct Typed {
    pub count: Option<usize>,
    pub keys: Vec<Key>,
    /// What the command that runs was told.
    pub argument: Option<String>,
    /// What may follow: the rest of a sequence, and what it does.
    pub hints: Vec<(String, &'static str)>,
}

/// What was said to the user.
#[derive(Debug, Default)]
pub struct Notices {
    /// In the status line; the next key takes it away.
    pub newest: Option<Notice>,
    /// All of them, oldest first, the first ones forgotten.
    pub kept: VecDeque<Notice>,
}

/// The article asked for last.
#[derive(Debug, Default)]
struct Opened {
    generation: Generation,
    id: Option<ArticleId>,
    /// How the next answer to an undo or redo is to be announced.
    step: Option<&'static str>,
}

/// Notices kept for reading again.
const N_NOTICES: usize = 200;

impl Session {
    pub fn new(config: Config, catalogue: Vec<(CommandRef, About)>) -> Self {
        Self {
            library: List::new(ListName::Library, &config.list),
            results: List::new(ListName::Results, &config.list),
            status: LibraryStatus::default(),
            layout: Layout::new(&config.layout),
            config,
            leads: Leads::default(),
            should_quit: false,
            wants_redraw: false,
            search: Search::default(),
            finding: Finding::default(),
            typed: Typed::default(),
            notices: Notices::default(),
            catalogue,
            opened: Opened::default(),
            focus: Focus::new(LIST),
        }
    }

    /// The pane that takes keys.
    pub fn focus(&self) -> PaneName {
        self.focus.front()
    }

    /// The pane that will take keys when the one in front is hidden.
    pub fn behind(&self) -> PaneName {
        self.focus.behind()
    }

    /// Whether `pane` is somewhere on the stack of panes.
    pub fn is_shown(&self, pane: PaneName) -> bool {
        self.focus.is_shown(pane)
    }

    /// Where only one of list and article fits on the screen, whether it is the article.
    pub fn is_reader_above_list(&self) -> bool {
        self.focus.is_above(READER, LIST)
    }

    /// Brings `pane` to the front.
    pub fn show(&mut self, pane: PaneName) {
        self.focus.show(pane);
    }

    /// Hides the pane in front; the list cannot be hidden.
    pub fn hide(&mut self) {
        self.focus.hide(self.focus.front());
    }

    /// Says something in the status line and keeps it.
    pub fn say(&mut self, notice: Notice) {
        self.notices.kept.push_back(notice.clone());
        if N_NOTICES < self.notices.kept.len() {
            self.notices.kept.pop_front();
        }
        self.notices.newest = Some(notice);
    }

    /// The number typed before the command, as in `5j`.
    pub fn count(&self) -> Option<usize> {
        self.typed.count
    }

    /// What the command that runs was told, as in `:goto-date yesterday`.
    pub fn argument(&self) -> Option<&str> {
        self.typed.argument.as_deref()
    }

    /// The list on the screen: the results while a search is open.
    pub fn front(&self) -> &List {
        if self.search.is_open { &self.results } else { &self.library }
    }

    /// As [`Session::front`]. What changes its place must be followed by [`Session::load`].
    pub fn front_mut(&mut self) -> &mut List {
        if self.search.is_open { &mut self.results } else { &mut self.library }
    }

    /// The rows and snippets that the list in front needs next.
    pub fn load(&mut self) -> Vec<Effect> {
        let rows = self.front_mut().load();
        let snippets =
            if self.search.is_open { self.search.load_snippets(&self.results) } else { None };
        let leads = if self.search.is_open { None } else { self.leads.load(&self.library) };
        rows.into_iter().chain(snippets).chain(leads).collect()
    }

    /// Applies `change` to what the list in front selects, and asks for it.
    pub fn select(&mut self, change: impl FnOnce(&mut List)) -> Vec<Effect> {
        let list = self.front_mut();
        change(list);
        vec![list.select(true, false)]
    }

    /// The first thing asked of the library.
    pub fn start(&mut self) -> Vec<Effect> {
        vec![self.library.select(false, false)]
    }

    /// The headline of an article, if it is near the screen in any list.
    pub fn headline(&self, id: ArticleId) -> Option<&Headline> {
        self.front().headline_of(id).or_else(|| self.library.headline_of(id))
    }

    /// Puts the results in front of the library.
    pub fn open_search(&mut self) {
        if !self.search.is_open {
            self.search.is_open = true;
            self.results.selecting.view = View::All;
            self.results.clear();
        }
    }

    /// Goes back to the library as it was.
    pub fn close_search(&mut self) {
        self.search.remember();
        let history = std::mem::take(&mut self.search.history);
        self.search = Search::default();
        self.search.history = history;
        self.results.clear();
        self.focus.hide(SEARCH);
        if self.focus() != READER {
            self.focus.show(LIST);
        }
    }

    /// Searches for `text`. What cannot be understood leaves the last hits where they are.
    pub fn search_for(&mut self, text: &str, is_typing: bool) -> Vec<Effect> {
        let query = match Query::parse(text, is_typing) {
            Ok(query) => query,
            Err(mistake) => {
                self.search.mistake = Some(mistake);
                return Vec::new();
            }
        };
        self.search.mistake = None;
        text.trim().clone_into(&mut self.search.text);
        if query.is_empty() {
            self.search.query = None;
            self.results.clear();
            return Vec::new();
        }
        if self.search.query.as_ref() == Some(&query) {
            return Vec::new();
        }
        self.search.query = Some(query.clone());
        self.results.selecting.query = Some(query);
        vec![self.results.select(!is_typing, false)]
    }

    /// The query that led to the article opened next.
    fn highlight(&self) -> Option<Query> {
        self.search.query.clone().filter(|_| self.search.is_open)
    }

    fn list_mut(&mut self, name: ListName) -> &mut List {
        match name {
            ListName::Library => &mut self.library,
            ListName::Results => &mut self.results,
        }
    }
}
