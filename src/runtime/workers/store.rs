//! The marks: every change in order, none dropped, on disk before it is shown. Also sees what
//! other instances change.

use std::{sync::Arc, time::Duration};

use super::{Outbox, StatusBoard, Task};
use crate::{
    library::{Backend, Library, OwnFolders},
    marks::{Memory, Setting},
    runtime::{
        keeper_thread::Home,
        marking::{Marking, MarkingRequest, Told},
    },
    session::Message,
};

/// What the last session of a library left; nothing where it cannot be read, as the store will
/// say.
pub(in crate::runtime) fn left_behind(
    own_folders: &OwnFolders,
    library: &std::path::Path,
    restores: bool,
) -> Message {
    let mut memory = Memory::of(own_folders, library);
    let habits = memory.setting(Setting::Habits);
    let habits = habits.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let kept = memory.setting(Setting::Session).filter(|_| restores);
    let kept = kept.and_then(|text| serde_json::from_str(&text).ok()).map(Box::new);
    let bookmarks = memory.setting(Setting::Bookmarks).unwrap_or_default();
    let is_first_start = memory.setting(Setting::LastLibrary).is_none();
    Message::Restored { kept, bookmarks, habits, is_first_start }
}

pub(super) struct Store {
    library: Library,
    marking: Marking<Library>,
    board: StatusBoard,
    outbox: Outbox,
}

impl Store {
    pub(super) fn new(
        home: Home<'_>,
        backend: Arc<dyn Backend>,
        board: StatusBoard,
        outbox: Outbox,
    ) -> Self {
        let library = home.library.clone();
        let marking = Marking::new(library.clone(), backend, home.own_folders.clone());
        Self { library, marking, board, outbox }
    }

    fn tell(&self, told: Vec<Told>) {
        for told in told {
            match told {
                Told::Message(message) => self.outbox.send(message),
                Told::Stands(text) => self.board.change(|board| {
                    // Before what others say: marks matter most.
                    if !board.banners.contains(&text) {
                        board.banners.insert(0, text);
                    }
                }),
                Told::Lifted(text) => {
                    self.board.change(|board| board.banners.retain(|banner| *banner != text));
                }
                Told::Counts => self.outbox.send(self.board.status(&self.library)),
            }
        }
    }
}

impl Task<MarkingRequest> for Store {
    /// Other instances' marks are shown within this time.
    const PATIENCE: Option<Duration> = Some(Duration::from_millis(300));

    fn take(&mut self, batch: Vec<MarkingRequest>) {
        let told = self.marking.take(batch);
        self.tell(told);
    }

    fn idle(&mut self) {
        let told = self.marking.follow();
        self.tell(told);
    }
}
