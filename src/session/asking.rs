//! What panes ask about commands: that one be run, what the command line begins with, what can be
//! completed.

use std::collections::VecDeque;

use super::{Invocation, Running, Ticket};
use crate::base::Clean;

/// Shared by the app, which runs commands, and the panes that let one choose among them.
#[derive(Debug, Default)]
pub struct Asking {
    /// To be run as soon as the pane that asks has done, in this order.
    pub requests: VecDeque<Invocation>,
    /// What the command line holds when it is opened next.
    pub prefill: String,
    /// Earlier command lines, oldest first.
    pub history: Vec<String>,
    pub completions: Completions,
    pub running: Running,
    /// Words looked for in the help earlier, oldest first.
    pub filters: Vec<String>,
    /// Words that lines of the help must have to be shown.
    pub filter: String,
    /// For each command of the catalogue why it cannot run, as it was when the palette was opened.
    pub reasons: Vec<Option<&'static str>>,
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
