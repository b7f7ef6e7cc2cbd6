//! The history of lines typed as commands and as filters of the help.

use super::{Effect, Question, Ticket};
use crate::base::Clean;
use crate::library::ValuesWanted;

#[derive(Debug, Default)]
pub struct Prompts {
    pub command_line: CommandLine,
    pub help: HelpFilter,
    pub offered: OfferedValues,
    pub batch: BatchFile,
    /// Names of the commands that were run from the palette, oldest first.
    pub palette: Vec<String>,
}

#[derive(Debug, Default)]
pub struct CommandLine {
    /// What it holds when it is opened next.
    pub prefill: String,
    /// Earlier lines, oldest first.
    pub history: Vec<String>,
    pub completions: Completions,
}

/// Which lines of the help are shown.
#[derive(Debug, Default)]
pub struct HelpFilter {
    /// Words that they must have.
    pub words: String,
    /// Words searched for earlier, oldest first.
    pub history: Vec<String>,
}

/// Names that the command line can complete.
#[derive(Debug, Default)]
pub struct Completions {
    pub themes: Vec<String>,
    /// With their articles, those with most first.
    pub sources: Vec<(Clean, usize)>,
    /// Of the newest [`super::Question::Sources`].
    pub ticket: Ticket,
}

/// Values that the prompt of the search offers, as far as they have come.
#[derive(Debug, Default)]
pub struct OfferedValues {
    /// Of the newest [`super::Question::Values`].
    pub ticket: Ticket,
    wanted: Option<ValuesWanted>,
    /// Of the kind asked for last, with their articles.
    pub values: Vec<(Clean, usize)>,
}

impl OfferedValues {
    /// Asks for what a value that is being typed can become, unless that was asked for last. Values of
    /// the same kind stay until others have come.
    pub fn ask(&mut self, wanted: ValuesWanted) -> Option<Effect> {
        if self.wanted.as_ref() == Some(&wanted) {
            return None;
        }
        if self.wanted.as_ref().is_none_or(|last| last.kind != wanted.kind) {
            self.values.clear();
        }
        self.wanted = Some(wanted.clone());
        Some(Effect::Ask(Question::Values { generation: self.ticket.ask(), wanted }))
    }

    /// Asks again the next time: numbers may have changed.
    pub fn forget(&mut self) {
        self.ticket.withdraw();
        (self.wanted, self.values) = (None, Vec::new());
    }
}

/// The file of queries that was asked for.
#[derive(Debug, Default)]
pub struct BatchFile {
    /// Of the newest [`super::HostRequest::Queries`].
    pub ticket: Ticket,
    /// The queries of a file are there.
    pub is_read: bool,
}
