//! What wakes the loop, and the sender through which workers reach it.

use std::sync::mpsc::Sender;

use crate::{
    app::Event,
    domain::ArticleId,
    library::{Keeper, Library, LibraryError, News},
    session::Message,
};

/// Something the loop wakes up for.
pub(super) enum Wake {
    Event(Event),
    Opened(Box<Result<OpenedLibrary, LibraryError>>),
    Suspend,
    /// A program that is given the terminal until it ends.
    TakeOver(Box<std::process::Command>),
    /// A signal that asks to end, or the terminal went away (as `SIGHUP`).
    Leave(i32),
}

pub(super) struct OpenedLibrary {
    pub(super) library: Library,
    pub(super) keeper: Keeper,
    pub(super) news: Vec<News>,
    pub(super) left_behind: Message,
    pub(super) wanted: Option<ArticleId>,
}

/// Sends messages to the loop.
#[derive(Clone)]
pub(super) struct Outbox {
    pub(super) wakes: Sender<Wake>,
}

impl Outbox {
    pub(super) fn new(wakes: Sender<Wake>) -> Self {
        Self { wakes }
    }

    pub(super) fn send(&self, message: Message) {
        // A send fails only when the loop has ended; then no answer is needed.
        let _ = self.wakes.send(Wake::Event(Event::Message(message)));
    }
}
