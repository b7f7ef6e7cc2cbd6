//! What is asked of others than the library: of the marks, of the store that keeps the session, and
//! of the machine. One enum for each that does such work, so that none can be given what it does
//! not understand.

use std::path::PathBuf;

use crate::{
    base::Clean,
    domain::{ArticleId, Generation, Mark, Position, Targets},
    query::Vocabulary,
};

/// A change of marks, or a question about them. Answered by [`super::Message::Marked`] once it is
/// on disk, or by a notice.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkRequest {
    Mark {
        targets: Targets,
        mark: Mark,
        value: bool,
    },
    Undo,
    Redo,
    /// Goes back or forward to just after the step of this number; 0 is before all steps.
    GoTo(u64),
    /// Marked articles are on the screen. Answered by a notice the first time ever that one of them
    /// was marked in another library.
    Shown(Vec<ArticleId>),
    /// Reads the steps that changed marks; answered by [`super::PaneMessage::History`].
    History,
}

/// Something to be kept for the next start; not answered.
#[derive(Debug, Clone, PartialEq)]
pub enum KeepRequest {
    /// Where reading stopped.
    Position { id: ArticleId, position: Position },
    /// The session, as [`super::Kept`] in JSON.
    Session(String),
    /// What comes back in any library, as [`super::Habits`] in JSON.
    Habits(String),
    /// The bookmarks: a letter and an id a line.
    Bookmarks(String),
}

/// Something that the loop does itself, with the terminal and the clock.
#[derive(Debug, Clone, PartialEq)]
pub enum TerminalRequest {
    Copy(Clean),
    /// Copies several lines; `what` says to the user what they are.
    CopyLines {
        lines: Vec<Clean>,
        what: Clean,
    },
    /// Answered by [`super::Message::Elapsed`].
    Wait {
        seconds: u32,
        timer: Timer,
    },
    Suspend,
}

/// A time that is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timer {
    /// The article of this request has been on the screen long enough to count as read.
    MarkRead(Generation),
}

/// Something that other programs do, or that depends on them.
#[derive(Debug, Clone, PartialEq)]
pub enum HostRequest {
    /// Opens an address as an article states it; an address that is not http is refused in words.
    Open(Clean),
    /// Reads a file of queries; answered by [`super::PaneMessage::Queries`].
    Queries {
        generation: Generation,
        path: PathBuf,
        /// What the settings say of queries.
        vocabulary: Vocabulary,
    },
    Program(ProgramRequest),
    Settings(SettingsRequest),
}

/// Something to do with the user's own programs.
#[derive(Debug, Clone, PartialEq)]
pub enum ProgramRequest {
    /// Gives the text of an article to a program; answered by [`super::PaneMessage::Printed`], many
    /// times. Stops the one before.
    Pipe {
        generation: Generation,
        id: ArticleId,
        /// Its name and its arguments; of these, `%f` `%u` `%t` stand for path, address, title.
        program: Vec<String>,
    },
    /// Starts a program on an article. Arguments as in [`ProgramRequest::Pipe`].
    Launch {
        id: ArticleId,
        program: Vec<String>,
        /// It is given the terminal until it ends.
        takes_over: bool,
    },
    /// Stops the program that prints.
    Stop,
}

/// Something to do with the settings and what they depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsRequest {
    /// Reads settings and themes now, for people who do not trust watching.
    Read,
    /// Gives the terminal to the user's editor, with the settings file in it.
    Edit,
    /// Asks for the terminal's background; answered by [`super::Message::Background`], again if
    /// the terminal answers late.
    AskBackground,
}
