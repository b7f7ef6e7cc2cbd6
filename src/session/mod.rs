//! What all panes share: the vocabulary of the running program and the state that several panes
//! read.

mod catalogue;
mod command;
mod current;
mod effect;
mod finding;
mod focus;
mod habits;
mod hints;
mod invocation;
mod jumps;
mod kept;
mod key;
mod keymap;
mod layout;
mod leads;
mod list;
mod marking;
mod messages;
mod mouse;
mod narrowing;
mod origins;
mod pane;
mod parts;
mod programs;
mod prompts;
mod reading;
mod reopening;
mod request;
mod restore;
mod scroll;
mod search;
mod section;
mod selected;
mod settings;
mod so_far;
mod tallies;
mod theme_choice;
mod typed_lines;
mod wanted;

pub use catalogue::Catalogue;
pub use command::{About, Argument, ArgumentKind, Command, CommandRef, Reach};
pub use current::Current;
pub use effect::{
    Effect, LibraryStatus, Message, Notice, PaneMessage, PastStep, Printed, Progress, Severity,
};
pub use finding::{FindPhase, Finding, Landing};
pub use habits::{TextChoices, counts_at_the_start};
pub use hints::{Choice, Hints, LinkPlace, Purpose};
pub use invocation::{Invocation, Misnamed, find_command};
pub use jumps::Jumps;
pub use kept::{Chosen, Habits, Kept, KeptArticle, KeptList, KeptPlace, KeptSearch, KeptSelection};
pub use key::{Code, Key};
pub use keymap::{KeyFault, Keymap, Lookup};
pub use layout::{Layout, ListSide};
pub use leads::Leads;
pub use list::{Line, List, Near, Spot};
pub use marking::Scrolled;
pub use mouse::{Mouse, MouseAction, Pointing};
pub use pane::{
    ASK, AboutPane, Area, BATCH, COMMAND_LINE, FACETS, GLOBAL, Keys, LIST, MESSAGES, OUTPUT,
    Occasion, Offer, PaneName, READER, SEARCH, TIMELINE,
};
pub use parts::{Display, Keyboard, Lists, Notices, PendingKeys, Said, Wishes};
pub use programs::Running;
pub use prompts::{BatchFile, CommandLine, Completions, HelpFilter, OfferedValues, Prompts};
pub use request::{
    HostRequest, KeepRequest, MarkRequest, ProgramRequest, SettingsRequest, TerminalRequest, Timer,
};
pub use search::Search;
pub use section::Section;
pub use selected::{Selected, UserQuestion};
pub use settings::{changed, settings, value_of};
pub use tallies::Tallies;
pub use theme_choice::ThemeChoice;
pub use typed_lines::remember;

use std::path::PathBuf;

use crate::base::Clean;
use crate::config::{Config, Settings, themes::AUTO_THEME};
use crate::domain::{ArticleId, Headline, Listing};
use crate::query::Query;
/// What panes ask of the library, and what their questions speak of.
pub use crate::{
    domain::{Generation, Targets, Ticket},
    library::{
        Answer, BatchAnswer, BatchLine, Explanation, Group, Hit, KwicAnswer, KwicLine, KwicWanted,
        ListAnswer, ListName, OpenedArticle, ProblemLine, Problems, ProblemsKey, Question,
        Request as IndexRequest, Seek, Snippet, Then, ValuesWanted, Window,
    },
    query::{QueryFile, Vocabulary},
};
use focus::Focus;
use origins::Origins;

/// State that more than one pane reads. Scroll positions and input lines live in the panes.
#[derive(Debug)]
pub struct Session {
    pub config: Current,
    pub keyboard: Keyboard,
    pub display: Display,
    pub lists: Lists,
    pub search: Search,
    /// Finding words in the article on the screen: its prompt and the reader share it.
    pub finding: Finding,
    /// The links to choose from, while one is being chosen.
    pub hints: Hints,
    pub said: Said,
    pub selected: Selected,
    pub prompts: Prompts,
    pub wishes: Wishes,
    opened: AskedArticle,
}

/// The article asked for last.
#[derive(Debug, Default)]
struct AskedArticle {
    ticket: Ticket,
    id: Option<ArticleId>,
    /// How the next answer to an undo or redo is to be announced.
    step: Option<Retraced>,
    /// The time after which it counts as read.
    timer: Option<Timer>,
    /// It was open when the last session ended: if it is gone, no message is shown.
    is_restored: bool,
    /// Named on the command line, and not read yet.
    wanted: Option<ArticleId>,
    /// The file in which a list showed it.
    path: Option<PathBuf>,
    /// Why it could not be read.
    failure: Option<Clean>,
}

/// A change of marks that is not a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Retraced {
    Undone,
    DoneAgain,
}

/// Notices kept for reading again.
const N_NOTICES: usize = 200;

impl Session {
    pub fn new(config: Config, catalogue: Catalogue) -> Self {
        Self {
            keyboard: Keyboard { catalogue, ..Keyboard::default() },
            display: Display {
                layout: Layout::new(&config.layout),
                theme: ThemeChoice::new(&config),
                text: TextChoices::new(&config),
                today: None,
                focus: Focus::new(LIST),
            },
            lists: Lists {
                library: List::new(ListName::Library, &config.list),
                results: List::new(ListName::Results, &config.list),
                leads: Leads::default(),
                jumps: Jumps::default(),
                origins: Origins::default(),
                tallies: Tallies::default(),
            },
            config: Current::new(config),
            search: Search::default(),
            finding: Finding::default(),
            hints: Hints::default(),
            said: Said::default(),
            selected: Selected::default(),
            prompts: Prompts::default(),
            wishes: Wishes::default(),
            opened: AskedArticle::default(),
        }
    }

    /// Goes on with other settings. A theme that was chosen by hand stays until the settings name
    /// another than before.
    pub(crate) fn take_settings(&mut self, settings: &Settings) {
        let theme = &settings.config.theme.name;
        if *theme != self.config.theme.name {
            self.display.theme.take_stated(theme);
        }
        self.display.theme.names = settings.themes.iter().map(|it| it.name.clone()).collect();
        self.configure(settings.config.clone());
        self.restate_text();
    }

    /// Asks for the background where the choice of the theme was left to it while this runs.
    pub fn ask_background(&self) -> Option<Effect> {
        (self.config.theme.name == AUTO_THEME)
            .then_some(Effect::Host(HostRequest::Settings(SettingsRequest::AskBackground)))
    }

    /// The pane that takes keys.
    pub fn focus(&self) -> PaneName {
        self.display.focus.front()
    }

    /// The pane that will take keys when the one in front is hidden.
    pub fn behind(&self) -> PaneName {
        self.display.focus.behind()
    }

    /// The pane right below `pane` on the stack of panes.
    pub fn below(&self, pane: PaneName) -> PaneName {
        self.display.focus.below(pane)
    }

    /// Whether `pane` is somewhere on the stack of panes.
    pub fn is_shown(&self, pane: PaneName) -> bool {
        self.display.focus.is_shown(pane)
    }

    /// How high `pane` is on the stack of panes, if it is on it.
    pub fn height(&self, pane: PaneName) -> Option<usize> {
        self.display.focus.height(pane)
    }

    /// If only one of list and article fits on the screen, whether it is the article.
    pub fn is_reader_above_list(&self) -> bool {
        self.display.focus.is_above(READER, LIST)
    }

    /// Whether list and article share the screen, and the article takes the keys or is what a box
    /// is over.
    pub fn is_reader_lit(&self) -> bool {
        self.display.layout.side.is_some() && self.is_reader_above_list()
    }

    /// Brings `pane` to the front.
    pub fn show(&mut self, pane: PaneName) {
        self.display.focus.show(pane);
    }

    /// Hides the reader, whatever is in front of it.
    fn close_reader(&mut self) {
        self.display.focus.hide(READER);
    }

    /// Hides the pane in front; the list cannot be hidden.
    pub fn hide(&mut self) {
        self.display.focus.hide(self.display.focus.front());
    }

    /// Says something in the status line and keeps it.
    pub fn say(&mut self, notice: Notice) {
        self.said.notices.kept.push_back(notice.said_at(self.said.notices.time));
        if N_NOTICES < self.said.notices.kept.len() {
            self.said.notices.kept.pop_front();
        }
        // A warning stays until a key is pressed, whatever other messages arrive.
        let is_important = |notice: &Notice| notice.severity != Severity::Note;
        // Messages that arrive while the messages are open count as seen.
        let is_unseen = is_important(&notice) && self.focus() != MESSAGES;
        self.said.notices.n_unseen += usize::from(is_unseen);
        self.said.notices.unanswered = None;
        let stays = self.said.notices.newest.as_ref().is_some_and(is_important);
        if is_important(&notice) || !stays {
            self.said.notices.newest = Some(notice);
        }
    }

    /// Says why a key did nothing: the answer to that key, nothing to come back to.
    pub fn refuse(&mut self, why: &str) {
        self.said.notices.newest = Some(Notice::warning(why));
    }

    /// The number typed before the command, as in `5j`.
    pub fn count(&self) -> Option<usize> {
        self.keyboard.pending.count
    }

    /// What the command that runs was told, as in `:goto-date yesterday`.
    pub fn argument(&self) -> Option<&str> {
        self.keyboard.pending.argument.as_deref()
    }

    /// Opens the command line with `line` typed already.
    pub fn ask_for_command(&mut self, line: impl Into<String>) {
        self.prompts.command_line.prefill = line.into();
        self.show(COMMAND_LINE);
    }

    /// Asks in the command line what a command is to be told.
    pub fn ask_for(&mut self, name: &str) -> Vec<Effect> {
        self.ask_for_command(format!("{name} "));
        Vec::new()
    }

    /// Takes other settings; what shows them is laid out again.
    pub fn configure(&mut self, config: Config) {
        self.lists.library.configure(&config.list);
        self.lists.results.configure(&config.list);
        if config.layout != self.config.layout {
            self.display.layout = Layout::new(&config.layout);
        }
        let theme = &config.theme.name;
        let is_there = *theme == AUTO_THEME || self.display.theme.names.contains(theme);
        if *theme != self.config.theme.name && is_there {
            self.display.theme.take_stated(theme);
        }
        self.display.theme.take_pair(&config);
        self.display.text.see(&config);
        *self.config.change() = config;
    }

    /// The description of a command.
    pub fn about(&self, command: CommandRef) -> Option<&About> {
        self.keyboard.catalogue.about(command)
    }

    /// The first key that shows the help, else how to ask for it.
    pub fn help_key(&self) -> String {
        self.global_key("help").unwrap_or_else(|| ":help".to_owned())
    }

    /// The first key of a command that works in list and article.
    pub fn global_key(&self, name: &str) -> Option<String> {
        self.key_of(GLOBAL, name)
    }

    /// The first key of a command of a pane.
    pub fn key_of(&self, pane: PaneName, name: &str) -> Option<String> {
        self.keys_of(pane, name).into_iter().next()
    }

    /// The keys of a command of a pane, the defaults first.
    pub fn keys_of(&self, pane: PaneName, name: &str) -> Vec<String> {
        let mut all = self.keyboard.catalogue.iter();
        let found = all.find(|(it, about)| it.pane == pane && about.name == name);
        found.map_or_else(Vec::new, |(it, about)| self.keyboard.keymap.keys_of(*it, about))
    }

    /// What commands do, in a few words: one by its first sentence, several by their names.
    pub fn describe(&self, steps: &[Invocation]) -> String {
        if let [step] = steps
            && step.argument.is_none()
        {
            let doc = self.about(step.command).map_or("", |about| about.doc);
            return doc.split(';').next().unwrap_or_default().to_owned();
        }
        let step = |step: &Invocation| {
            let count = step.count.map_or_else(String::new, |count| format!("{count} "));
            let name = self.about(step.command).map_or("", |about| about.name);
            let argument = step.argument.as_ref().map_or_else(String::new, |it| format!(" {it}"));
            format!("{count}{name}{argument}")
        };
        steps.iter().map(step).collect::<Vec<_>>().join(", ")
    }

    /// The list on the screen: the results while a search is open.
    pub fn front(&self) -> &List {
        if self.search.is_open { &self.lists.results } else { &self.lists.library }
    }

    /// As [`Session::front`]. What changes its place must be followed by [`Session::load`].
    pub fn front_mut(&mut self) -> &mut List {
        if self.search.is_open { &mut self.lists.results } else { &mut self.lists.library }
    }

    /// The rows and snippets that the list in front needs next.
    pub fn load(&mut self) -> Vec<Effect> {
        let rows = self.front_mut().load();
        let snippets =
            if self.search.is_open { self.search.load_snippets(&self.lists.results) } else { None };
        let leads =
            if self.search.is_open { None } else { self.lists.leads.load(&self.lists.library) };
        let origins = self.tell_origins();
        let tally = self.ask_tally();
        rows.into_iter().chain(snippets).chain(leads).chain(origins).chain(tally).collect()
    }

    pub(super) fn tell_origins(&mut self) -> Option<Effect> {
        let lists = &mut self.lists;
        let list = if self.search.is_open { &lists.results } else { &lists.library };
        lists.origins.tell(list)
    }

    /// Applies `change` to what the list in front is to show, and asks for it.
    pub fn relist(&mut self, change: impl FnOnce(&mut List)) -> Vec<Effect> {
        // Rows that have another order are not a range.
        let mut effects = self.end_range();
        let list = self.front_mut();
        change(list);
        effects.push(list.relist(true, false));
        effects
    }

    /// The first thing asked of the library.
    pub fn start(&mut self) -> Vec<Effect> {
        vec![self.lists.library.relist(false, false)]
    }

    /// The headline of an article, if it is near the screen in any list.
    pub fn headline(&self, id: ArticleId) -> Option<&Headline> {
        self.front().headline_of(id).or_else(|| self.lists.library.headline_of(id))
    }

    /// Puts the results in front of the library.
    pub fn open_search(&mut self) {
        if !self.search.is_open {
            self.search.is_open = true;
            self.lists.results.clear();
        }
    }

    /// Goes back to the library as it was.
    pub fn close_search(&mut self) {
        self.search.remember(&self.lists.results.listing);
        let history = std::mem::take(&mut self.search.history);
        self.search = Search::default();
        self.search.history = history;
        self.lists.results.clear();
        self.display.focus.hide(SEARCH);
        if self.focus() != READER {
            self.display.focus.show(LIST);
        }
    }

    /// Takes what was typed for a query, with the hits that are shown. False if it is none.
    pub fn enter_search(&mut self) -> bool {
        let vocabulary = self.config.vocabulary();
        let search = &mut self.search;
        match &search.query {
            Some(query) => search.text = query.to_string(),
            None => search.mistake = vocabulary.strict(&search.text).err(),
        }
        search.remember(&self.lists.results.listing);
        search.query.is_some()
    }

    /// Searches for the query typed so far, as far as it can be understood.
    pub fn search_for(&mut self, text: &str) -> Vec<Effect> {
        let query = self.config.vocabulary().typed(text);
        text.trim().clone_into(&mut self.search.text);
        self.search_by(query, false)
    }

    /// Searches by a query, unless this was the last one; an empty one finds nothing.
    pub(super) fn search_by(&mut self, query: Query, keeps_place: bool) -> Vec<Effect> {
        self.search.mistake = None;
        if query.is_empty() {
            self.search.query = None;
            self.lists.results.clear();
            return Vec::new();
        }
        if self.search.query.as_ref() == Some(&query) {
            return Vec::new();
        }
        self.search.query = Some(query.clone());
        self.lists.results.listing.query = Some(query);
        vec![self.lists.results.relist(keeps_place, false)]
    }

    /// What the results are asked to show.
    pub fn search_listing(&mut self) -> &mut Listing {
        &mut self.lists.results.listing
    }

    /// The query that led to the article opened next.
    fn highlight(&self) -> Option<Query> {
        self.search.query.clone().filter(|_| self.search.is_open)
    }

    fn list_mut(&mut self, name: ListName) -> &mut List {
        match name {
            ListName::Library => &mut self.lists.library,
            ListName::Results => &mut self.lists.results,
        }
    }
}
