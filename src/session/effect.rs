//! All requests of the program to the outside world, and all messages that can come back.

use std::sync::Arc;

use chrono::{NaiveDateTime, NaiveTime};

use super::{Habits, HostRequest, KeepRequest, Kept, MarkRequest, TerminalRequest, Timer};
use crate::{
    base::Clean,
    config::Settings,
    domain::{Applied, Arrivals, ArticleId, Generation},
    library::{Answer, ListName, Question, Request as IndexRequest},
    query::QueryFile,
};

/// Work that a command leaves to others: one variant for each that does it.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Ask(Question),
    Mark(MarkRequest),
    Keep(KeepRequest),
    /// Done by the loop itself.
    Terminal(TerminalRequest),
    Host(HostRequest),
    /// Asked of the keeper, who reads and indexes the files.
    Index(IndexRequest),
}

impl Effect {
    /// Opens an address in the browser.
    pub fn open_url(url: Clean) -> Self {
        Self::Host(HostRequest::Open(url))
    }

    /// Copies a text to the clipboard.
    pub fn copy(text: Clean) -> Self {
        Self::Terminal(TerminalRequest::Copy(text))
    }
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
    /// Files that are not articles, and articles with problems.
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
    Answer(Answer),
    Elapsed(Timer),
    /// What the last session left, before anything has been read.
    Restored {
        kept: Option<Box<Kept>>,
        bookmarks: String,
        habits: Box<Habits>,
        /// No library has ever been opened before.
        is_first_start: bool,
    },
    /// The article that is named on the command line.
    Wanted(ArticleId),
    /// A list, or rows of it, could not be read; the message about it.
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
    /// Articles were added, changed or removed; lists are to be asked for again.
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
    /// Newest first.
    History(Vec<PastStep>),
    Printed {
        generation: Generation,
        printed: Printed,
    },
    /// A file of queries, or why there are none.
    Queries {
        generation: Generation,
        result: Result<QueryFile, Clean>,
    },
}
