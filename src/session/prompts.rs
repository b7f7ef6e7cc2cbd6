//! The history of lines typed as commands and as filters of the help.

use super::Ticket;
use crate::base::Clean;

#[derive(Debug, Default)]
pub struct Prompts {
    pub command_line: CommandLine,
    pub help: HelpFilter,
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
