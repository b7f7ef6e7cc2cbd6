//! All that the program asks of the outside world, and all that can come back.

use std::{ops::Range, sync::Arc};

use chrono::{NaiveDateTime, NaiveTime};

use super::{Generation, Habits, Kept};
use crate::{
    base::{Bits, Clean},
    config::Settings,
    domain::{
        Applied, Arrivals, Article, ArticleId, Deed, Extent, Field, Headline, PageIndex, Picking,
        Position, Query, Selecting, Seq, Side,
    },
    library::Picks,
};

/// The library keeps one selection for each list, so that leaving a search returns to the list as
/// it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ListName {
    #[default]
    Library,
    Results,
}

/// The articles that a mark is meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Targets {
    These(Vec<ArticleId>),
    /// All rows of a list, those out of sight included.
    All(ListName),
    /// The rows of a list above or below an article.
    Beside(ListName, Side, Seq),
    /// Those that are picked.
    Picked,
    /// As [`Message::Weighed`] told them.
    Set(Arc<Bits>),
}

/// A row to look for in a list, starting beside `from`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seek {
    NextUnread,
    PreviousUnread,
    /// The first of a day as people type it, else the nearest before.
    Day(String),
    /// The next whose title begins with a text, else contains it.
    Title(String),
    /// The next of a source with this name, else with this in its name.
    Source(String),
    Article(ArticleId),
}

/// What to do with the row that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Move,
    Open,
    /// As `Move`, but it is no news where the row is not found.
    Settle,
}

/// Work that a command leaves to others.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Chooses what a list shows; answered by [`Message::Selected`], twice where the first page
    /// is known before the count.
    Select {
        list: ListName,
        generation: Generation,
        selecting: Selecting,
        /// The article under the cursor: the answer says where it stands now.
        keep: Option<ArticleId>,
        /// Rows that were listed before stay although they no longer belong (read meanwhile).
        is_refresh: bool,
    },
    /// Reads rows of a list; answered by [`Message::Rows`].
    LoadRows {
        list: ListName,
        generation: Generation,
        rows: Range<usize>,
    },
    /// Reads the passages that match the query of the results; answered by [`Message::Snippets`].
    LoadSnippets {
        generation: Generation,
        rows: Range<usize>,
    },
    /// Reads how articles begin; answered by [`Message::Leads`].
    LoadLeads {
        wanted: Vec<(ArticleId, Seq)>,
    },
    Seek {
        list: ListName,
        generation: Generation,
        from: usize,
        seek: Seek,
        then: Then,
    },
    /// Reads an article; `highlight` is the query that led to it.
    LoadArticle {
        generation: Generation,
        id: ArticleId,
        highlight: Option<Query>,
    },
    /// Finds words in the article that is shown; answered by [`PaneMessage::Found`].
    Find {
        generation: Generation,
        article: Arc<Article>,
        query: Query,
    },
    /// Answered by [`Message::Marked`] once it is on disk, or by a notice.
    Mark {
        targets: Targets,
        field: Field,
        value: bool,
    },
    /// Changes which articles are picked; `list` is the one that is meant. Answered by
    /// [`Message::Picked`], or by a notice.
    Pick {
        list: ListName,
        picking: Picking,
    },
    /// Asks what a deed comes to before it is done; answered by [`Message::Weighed`].
    Weigh {
        generation: Generation,
        deed: Deed,
        targets: Targets,
    },
    /// Reads what a deed takes of articles; answered by [`Message::Gathered`].
    Gather {
        deed: Deed,
        chosen: Arc<Bits>,
        limit: usize,
    },
    /// Counts the articles of each source; answered by [`PaneMessage::Sources`].
    LoadSources {
        generation: Generation,
    },
    /// Reads what is wrong with files; answered by [`PaneMessage::Problems`].
    LoadProblems,
    /// Reads the steps that changed marks; answered by [`PaneMessage::History`].
    LoadHistory,
    /// Goes back or forward to just after the step of this number; 0 is before all steps.
    GoToStep(u64),
    /// Answered by [`Message::Elapsed`].
    Wait {
        seconds: u32,
        timer: Timer,
    },
    Undo,
    Redo,
    SavePosition {
        id: ArticleId,
        position: Position,
    },
    /// Keeps the session, as [`crate::session::Kept`] in JSON, for the next start.
    KeepSession(String),
    /// Keeps what comes back in any library, as [`crate::session::Habits`] in JSON.
    KeepHabits(String),
    /// Keeps the bookmarks: a letter and an id a line.
    KeepBookmarks(String),
    /// Opens an address as an article states it; what is no http address is refused in words.
    OpenUrl(Clean),
    Copy(Clean),
    /// Copies several lines; `what` says to the user what they are.
    CopyLines {
        lines: Vec<Clean>,
        what: Clean,
    },
    /// Gives the text of an article to a program; answered by [`PaneMessage::Printed`], many times.
    /// Stops the one before.
    Pipe {
        generation: Generation,
        id: ArticleId,
        /// Its name and its arguments; of these, `%f` `%u` `%t` stand for path, address, title.
        program: Vec<String>,
    },
    /// Starts a program on an article. Arguments as in [`Effect::Pipe`].
    Launch {
        id: ArticleId,
        program: Vec<String>,
        /// It is given the terminal until it ends.
        takes_over: bool,
    },
    /// Stops the program that prints.
    StopProgram,
    /// Looks for changes now, for people who do not trust watching.
    Rescan,
    /// Stops scanning and indexing until the next start.
    CancelScan,
    Suspend,
    /// Asks for the terminal's background; answered by [`Message::Background`], again where the
    /// terminal answers late.
    AskBackground,
    /// Gives the terminal to the user's editor, with the settings file in it.
    EditSettings,
    /// Reads settings and themes now, for people who do not trust watching.
    ReadSettings,
}

/// A time that is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timer {
    /// The article of this request has been on the screen long enough to count as read.
    MarkRead(Generation),
}

/// A step that changed marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastStep {
    pub number: u64,
    pub name: Clean,
    /// By the clock on the wall.
    pub at: NaiveDateTime,
    pub is_undone: bool,
}

/// Bytes of a paragraph that a query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub paragraph: usize,
    pub bytes: Range<usize>,
}

/// An article ready to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedArticle {
    pub article: Arc<Article>,
    pub headline: Headline,
    /// The first files that hold it, where there are several.
    pub places: Arc<Vec<Clean>>,
    /// Where reading stopped last time.
    pub position: Position,
    /// Matches of the query that led here, in order.
    pub hits: Arc<[Hit]>,
    /// Of `article`.
    pub index: Arc<PageIndex>,
}

/// The passage of an article that matches a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    pub id: ArticleId,
    pub text: Clean,
    /// Bytes of `text` to highlight, in order.
    pub hits: Vec<Range<usize>>,
    /// Bytes of the title to highlight, in order.
    pub title_hits: Vec<Range<usize>>,
}

/// Long work going on in the background.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// `reading`, `indexing`.
    pub what: &'static str,
    pub n_done: usize,
    /// Unknown while files are still being found.
    pub n_total: Option<usize>,
    /// Seconds left, where they can be told.
    pub seconds_left: Option<u64>,
}

impl Progress {
    /// Where it is known how much there is to do.
    pub fn percent(&self) -> Option<usize> {
        let n_total = self.n_total.filter(|n_total| 0 < *n_total)?;
        Some(self.n_done.min(n_total).saturating_mul(100) / n_total)
    }
}

/// The state of the library as the status line shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LibraryStatus {
    pub name: Clean,
    pub n_articles: usize,
    pub n_unread: usize,
    pub n_starred: usize,
    pub n_changed: usize,
    /// Files that are no articles, and articles with something wrong.
    pub n_problems: usize,
    pub progress: Option<Progress>,
    /// Words that stay: marks cannot be kept, the index cannot be written.
    pub banner: Option<Clean>,
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

/// Something to say to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub severity: Severity,
    pub text: Clean,
}

impl Notice {
    pub fn note(text: impl AsRef<str>) -> Self {
        Self { severity: Severity::Note, text: Clean::new(text.as_ref()) }
    }

    pub fn warning(text: impl AsRef<str>) -> Self {
        Self { severity: Severity::Warning, text: Clean::new(text.as_ref()) }
    }

    pub fn error(text: impl AsRef<str>) -> Self {
        Self { severity: Severity::Error, text: Clean::new(text.as_ref()) }
    }

    /// The same for keeping, with the time before its text.
    pub(super) fn said_at(&self, time: Option<NaiveTime>) -> Self {
        let Some(time) = time else { return self.clone() };
        let text = Clean::new(&format!("{}  {}", time.format("%H:%M"), self.text));
        Self { severity: self.severity, text }
    }
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    pub path: Clean,
    pub detail: Clean,
    /// `None` for a file that is no article.
    pub id: Option<ArticleId>,
}

/// What a program has printed since the last time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    pub lines: Vec<Clean>,
    /// Since it was started.
    pub seconds: u64,
    /// How it ended, once it has.
    pub end: Option<Clean>,
}

/// The answer to an effect, or news from outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Selected {
        list: ListName,
        generation: Generation,
        n_rows: usize,
        /// Whether these are all rows, or how many there are.
        extent: Extent,
        /// Where the article that was to be kept stands, or the row that took its place.
        cursor: Option<usize>,
    },
    Rows {
        list: ListName,
        generation: Generation,
        first: usize,
        rows: Vec<Headline>,
    },
    Snippets {
        generation: Generation,
        snippets: Vec<Snippet>,
    },
    /// Empty where an article has no words or cannot be read.
    Leads {
        leads: Vec<(ArticleId, Clean)>,
    },
    Sought {
        list: ListName,
        generation: Generation,
        row: Option<usize>,
        then: Then,
    },
    Opened {
        generation: Generation,
        result: Result<OpenedArticle, Clean>,
    },
    /// The articles that are picked now.
    Picked(Picks),
    /// What a deed comes to: which way a toggle goes, and the articles it would change.
    Weighed {
        generation: Generation,
        deed: Deed,
        chosen: Arc<Bits>,
        n_articles: usize,
    },
    Gathered {
        deed: Deed,
        lines: Vec<Clean>,
    },
    Elapsed(Timer),
    /// What the last session left, before anything has been read.
    Restored {
        kept: Option<Box<Kept>>,
        bookmarks: String,
        habits: Box<Habits>,
    },
    /// The article that is named on the command line.
    Wanted(ArticleId),
    /// A selection, or rows of it, could not be had; what is to be said of it.
    Unanswered {
        list: ListName,
        generation: Generation,
        notice: Notice,
    },
    /// A change of marks is on disk: done here or by another instance.
    Marked {
        change: Arc<Applied>,
        is_ours: bool,
    },
    /// Articles were added, changed or removed; lists are to be selected again.
    Changed(Arrivals),
    Status(LibraryStatus),
    /// As far as is known.
    Background {
        is_light: bool,
    },
    /// The settings or the themes are others now.
    Settings(Arc<Settings>),
    Notice(Notice),
    /// An answer for panes alone.
    Pane(PaneMessage),
}

/// What only panes wait for: whoever keeps such an answer asked for it.
#[derive(Debug, Clone, PartialEq)]
pub enum PaneMessage {
    Found {
        generation: Generation,
        hits: Arc<[Hit]>,
    },
    /// With their articles, those with most first.
    Sources {
        generation: Generation,
        sources: Vec<(Clean, usize)>,
    },
    /// The last says where there are too many to be listed.
    Problems(Vec<FileProblem>),
    /// Newest first.
    History(Vec<PastStep>),
    Printed {
        generation: Generation,
        printed: Printed,
    },
}
