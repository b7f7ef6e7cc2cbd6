//! The marks: every change in order, none dropped, on disk before it is shown. Also sees what
//! other instances change.

use std::{sync::Arc, time::Duration};

use super::{Outbox, StatusBoard, Task};
use crate::{
    base::{Clean, wording},
    domain::{Applied, Arrivals, ArticleId, Position, step_name},
    library::{Library, OwnFolders},
    marks::{BookError, BookNews, MarkBook, Memory, Setting, database::HistoryStep},
    session::{KeepRequest, MarkRequest, Message, Notice, PaneMessage, PastStep},
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
    Message::Restored { kept, bookmarks, habits }
}

/// Steps that the history lists: years of them.
const MOST_STEPS: usize = 10_000;
/// Of these, the newest name an article, unless they are of more than so many.
const MOST_TITLED: usize = 500;
const MOST_OF_A_TITLE: u64 = 64;

pub(super) struct Store {
    library: Library,
    own_folders: OwnFolders,
    board: StatusBoard,
    outbox: Outbox,
    /// Opened when first needed: on this thread, not on the one that draws.
    book: Option<MarkBook<Library>>,
}

impl Store {
    pub(super) fn new(
        library: &Library,
        own_folders: &OwnFolders,
        board: StatusBoard,
        outbox: Outbox,
    ) -> Self {
        Self {
            library: library.clone(),
            own_folders: own_folders.clone(),
            board,
            outbox,
            book: None,
        }
    }

    /// The marks; those that could not be opened are tried again.
    fn book(&mut self) -> &mut MarkBook<Library> {
        let open = || MarkBook::open(&self.own_folders, self.library.clone());
        let book = self.book.get_or_insert_with(open);
        book.open_again();
        book
    }

    /// Shows and says what is new of the marks.
    fn tell(&mut self) {
        let news = self.book.as_mut().map(MarkBook::take_news).unwrap_or_default();
        let is_any = !news.is_empty();
        for news in news {
            match news {
                BookNews::Stands(text) => self.board.change(|board| {
                    // Before what others say: marks matter most.
                    if !board.banners.contains(&text) {
                        board.banners.insert(0, text);
                    }
                }),
                BookNews::Lifted(text) => {
                    self.board.change(|board| board.banners.retain(|banner| *banner != text));
                }
                BookNews::Marked { change, is_ours } => {
                    self.outbox.send(Message::Marked { change: Arc::new(change), is_ours });
                }
                BookNews::Reloaded => self.outbox.send(Message::Changed(Arrivals::default())),
                BookNews::Warning(text) => self.notice(Notice::warning(text)),
                BookNews::Failed(text) => self.notice(Notice::error(text)),
            }
        }
        if is_any {
            self.outbox.send(self.board.status(&self.library));
        }
    }

    fn notice(&self, notice: Notice) {
        self.outbox.send(Message::Notice(notice));
    }

    fn take_mark(&mut self, request: MarkRequest) {
        match request {
            MarkRequest::Mark { targets, field, value } => {
                let marked = self.book().mark(targets, field, value);
                self.finish(marked, wording!("nothing-to-mark"));
            }
            MarkRequest::Undo => {
                let undone = self.book().undo();
                self.finish(undone, wording!("nothing-to-undo"));
            }
            MarkRequest::Redo => {
                let redone = self.book().redo();
                self.finish(redone, wording!("nothing-to-redo"));
            }
            MarkRequest::GoTo(number) => self.go_to(number),
            MarkRequest::Shown(ids) => {
                if self.book().shows_shared(&ids) {
                    self.notice(Notice::note(wording!("marks-shared")));
                }
            }
            MarkRequest::History => self.load_history(),
        }
    }

    fn finish(&mut self, done: Result<Option<Applied>, BookError>, nothing: &str) {
        self.tell();
        match done {
            Ok(Some(_)) => (),
            Ok(None) => self.notice(Notice::note(nothing)),
            Err(BookError::Refused(why)) => {
                self.notice(Notice::error(wording!("not-marked", why = why)));
            }
            Err(BookError::Closed(_)) => self.notice(Notice::error(wording!("not-marked-at-all"))),
            Err(BookError::Unread(why)) => self.notice(Notice::error(why)),
        }
    }

    fn go_to(&mut self, number: u64) {
        let gone = self.book().go_to(number);
        self.tell();
        match gone {
            // Why there are no marks stands in the banner.
            Ok(()) | Err(BookError::Closed(_)) => (),
            Err(why) => {
                let text = wording!("not-undone", why = why.to_string());
                self.notice(Notice::error(text));
            }
        }
    }

    fn load_history(&mut self) {
        match self.book().history(MOST_STEPS) {
            Ok(steps) => {
                let newest = steps.iter().take(MOST_TITLED);
                let titles: Vec<_> = newest.map(|step| self.title_of(step)).collect();
                let titles = titles.into_iter().chain(std::iter::repeat(None));
                let steps = steps.iter().zip(titles).map(|(step, title)| past(step, title));
                let steps = steps.collect();
                self.outbox.send(Message::Pane(PaneMessage::History(steps)));
            }
            Err(BookError::Closed(_)) => (),
            Err(error) => self.notice(Notice::error(error.to_string())),
        }
        self.tell();
    }

    /// The title of the first article of a step that is not of very many.
    fn title_of(&mut self, step: &HistoryStep) -> Option<Clean> {
        if MOST_OF_A_TITLE < step.n_articles {
            return None;
        }
        let ids = self.book().articles_of(step.number);
        // One that has gone has no title any more.
        let mut titles = ids.into_iter().filter_map(|id| self.library.headline(id).ok());
        titles.next().map(|headline| headline.title)
    }

    fn keep(&mut self, setting: Setting, value: &str) {
        let kept = self.book().keep(setting, value);
        self.tell();
        // Where the session ended is not worth a word; why nothing can be kept is said anyway.
        if let Err(BookError::Refused(why)) = kept
            && setting == Setting::Bookmarks
        {
            self.notice(Notice::warning(wording!("session-not-kept", why = why)));
        }
    }

    fn save_positions(&mut self, positions: Vec<(ArticleId, Position)>) {
        for (id, position) in positions {
            match self.book().keep_position(id, position) {
                Ok(()) => (),
                Err(BookError::Closed(_)) => return,
                Err(why) => {
                    let text = wording!("place-not-kept", why = why.to_string());
                    return self.notice(Notice::warning(text));
                }
            }
        }
    }
}

/// What the store is asked, in one order: a mark is not overtaken by what is kept.
pub(super) enum Request {
    Mark(MarkRequest),
    Keep(KeepRequest),
}

impl Task<Request> for Store {
    /// Other instances' marks are shown within this time.
    const PATIENCE: Option<Duration> = Some(Duration::from_millis(300));

    fn take(&mut self, batch: Vec<Request>) {
        // Of the places in one article only the last matters; marks are never dropped.
        let mut positions: Vec<(ArticleId, Position)> = Vec::new();
        for request in batch {
            match request {
                Request::Mark(request) => self.take_mark(request),
                Request::Keep(KeepRequest::Session(text)) => self.keep(Setting::Session, &text),
                Request::Keep(KeepRequest::Bookmarks(text)) => {
                    self.keep(Setting::Bookmarks, &text);
                }
                Request::Keep(KeepRequest::Habits(text)) => self.keep(Setting::Habits, &text),
                Request::Keep(KeepRequest::Position { id, position }) => {
                    positions.retain(|(known, _)| *known != id);
                    positions.push((id, position));
                }
            }
        }
        self.save_positions(positions);
        self.tell();
    }

    fn idle(&mut self) {
        self.book().follow();
        self.tell();
    }
}

fn past(step: &HistoryStep, title: Option<Clean>) -> PastStep {
    let at: chrono::DateTime<chrono::Local> = step.at.into();
    let n = usize::try_from(step.n_articles).unwrap_or(usize::MAX);
    let name = match step.field {
        Some(field) => step_name(field, step.value, n),
        None => wording!("step-unknown", n = n),
    };
    let name = match (title, n) {
        (None, _) => name,
        (Some(title), 1) => format!("{name} · {title}"),
        (Some(title), n) => {
            format!("{name} · {}", wording!("history-and-more", title = title, n = n - 1))
        }
    };
    let name = Clean::new(&name);
    PastStep { number: step.number, name, at: at.naive_local(), is_undone: step.is_undone }
}
