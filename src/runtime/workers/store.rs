//! The marks: every change in order, none dropped, on disk before it is shown. Also sees what
//! other instances change.

use std::{sync::Arc, time::Duration};

use super::{Board, Post, Work};
use crate::{
    base::{Clean, paths::kept, wording},
    domain::{Applied, Arrivals, ArticleId, Change, Field, Position, Targets, step_name},
    library::{LibraryError, Local, Places},
    session::{KeepRequest, MarkRequest, Message, Notice, PaneMessage, PastStep},
    storage::marks::{LibraryKey, Marks, MarksError, Opened, Scope, Since, Step},
};

/// The settings that hold the session and the bookmarks of a library.
const SESSION: &str = "session";
const BOOKMARKS: &str = "bookmarks";
/// The setting that holds what comes back in all libraries.
const HABITS: &str = "habits";

/// What the last session of a library left; nothing where it cannot be read, as the store will
/// say.
pub(in crate::runtime) fn left_behind(
    places: &Places,
    library: &std::path::Path,
    restores: bool,
) -> Message {
    let marks = Marks::open_read_only(&places.marks(), LibraryKey(Places::key_of(library))).ok();
    let stored = |scope, key| marks.as_ref()?.setting(scope, key).ok()?;
    let setting = |key| stored(Scope::Library, key);
    let habits = stored(Scope::Everywhere, HABITS);
    let habits = habits.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let kept = setting(SESSION).filter(|_| restores);
    let kept = kept.and_then(|text| serde_json::from_str(&text).ok()).map(Box::new);
    Message::Restored { kept, bookmarks: setting(BOOKMARKS).unwrap_or_default(), habits }
}

/// Steps that the history lists: years of them.
const MOST_STEPS: usize = 10_000;
/// Of these, the newest name an article, unless they are of more than so many.
const MOST_TITLED: usize = 500;
const MOST_OF_A_TITLE: u64 = 64;

pub(super) struct Store {
    answers: Local,
    board: Board,
    post: Post,
    marks: Option<Marks>,
    places: Places,
    /// Why marks cannot be changed, as it was said when they were opened.
    refusal: Option<Clean>,
    /// The last change in the log that has been shown.
    log: u64,
}

impl Store {
    pub(super) fn new(answers: Local, places: &Places, board: Board, post: Post) -> Self {
        Self { answers, board, post, marks: None, places: places.clone(), refusal: None, log: 0 }
    }

    /// The marks, opened when first needed: on this thread, not on the one that draws.
    fn marks(&mut self) -> Option<&mut Marks> {
        if self.marks.is_none() {
            match self.open() {
                Ok(opened) => {
                    // From where the bits end, not from now: another instance may have marked
                    // something since they were loaded.
                    self.log = self.answers.library.marks_log();
                    self.take(opened);
                }
                Err(error) => {
                    self.banner(&wording!("marks-cannot-be-kept", why = error.to_string()));
                }
            }
        }
        self.marks.as_mut()
    }

    fn open(&self) -> Result<Opened, MarksError> {
        let library = self.answers.library.path();
        let mut opened = Marks::open(&self.places.marks(), LibraryKey(Places::key_of(library)))?;
        let path = kept(library);
        // Where it cannot be kept, the next start begins with the sample.
        let _ = opened.marks.set_setting(Scope::Everywhere, "last-library", &path);
        Ok(opened)
    }

    fn take(&mut self, opened: Opened) {
        let said = opened.notice.map(|notice| Clean::new(&notice.to_string()));
        if let Some(said) = &said {
            self.banner(said);
        }
        self.refusal = said.filter(|_| opened.marks.is_read_only());
        self.marks = Some(opened.marks);
    }

    /// The marks, to be changed. Where that was refused when they were opened (a full disk, say),
    /// it is tried again.
    fn marks_to_change(&mut self) -> Option<&mut Marks> {
        self.marks();
        if let Some(refusal) = self.refusal.clone()
            && let Ok(opened) = self.open()
            && !opened.marks.is_read_only()
        {
            self.board.change(|board| board.banners.retain(|banner| *banner != refusal));
            self.take(opened);
            self.show_since(None);
        }
        self.marks.as_mut()
    }

    /// Says something that stays true, before what others say: marks matter most.
    fn banner(&self, text: &str) {
        let text = Clean::new(text);
        self.board.change(|board| {
            if !board.banners.contains(&text) {
                board.banners.insert(0, text);
            }
        });
        self.post.send(self.board.status(&self.answers.library));
    }

    fn take_mark(&mut self, request: MarkRequest) {
        match request {
            MarkRequest::Mark { targets, field, value } => self.mark(targets, field, value),
            MarkRequest::Undo => self.undo(),
            MarkRequest::Redo => self.redo(),
            MarkRequest::GoTo(number) => self.go_to(number),
            MarkRequest::History => self.load_history(),
        }
    }

    fn mark(&mut self, targets: Targets, field: Field, value: bool) {
        let ids = match self.answers.library.ids_meant(targets) {
            Ok(ids) => ids,
            Err(error) => return self.post.send(failure(&error)),
        };
        let change = Change { field, value, ids };
        let places = self.answers.library.places_of(&change.ids);
        let applied = self.marks_to_change().map(|marks| marks.apply_at(&change, &places));
        self.finish(applied, wording!("nothing-to-mark"));
    }

    fn undo(&mut self) {
        let applied = self.marks_to_change().map(Marks::undo);
        self.finish(applied, wording!("nothing-to-undo"));
    }

    fn redo(&mut self) {
        let applied = self.marks_to_change().map(Marks::redo);
        self.finish(applied, wording!("nothing-to-redo"));
    }

    fn keep(&mut self, scope: Scope, key: &str, value: &str) {
        let Some(marks) = self.marks() else { return };
        let kept = marks.set_setting(scope, key, value);
        // Where the session ended is not worth a word; why nothing can be kept is said anyway.
        if let Err(error) = kept
            && key == BOOKMARKS
        {
            let text = wording!("session-not-kept", why = error.to_string());
            self.post.send(Message::Notice(Notice::warning(text)));
        }
    }

    fn load_history(&mut self) {
        let Some(marks) = self.marks() else { return };
        match marks.history(MOST_STEPS) {
            Ok(steps) => {
                let newest = steps.iter().take(MOST_TITLED);
                let titles: Vec<_> = newest.map(|step| self.title_of(step)).collect();
                let titles = titles.into_iter().chain(std::iter::repeat(None));
                let steps = steps.iter().zip(titles).map(|(step, title)| past(step, title));
                let steps = steps.collect();
                self.post.send(Message::Pane(PaneMessage::History(steps)));
            }
            Err(error) => self.post.send(Message::Notice(Notice::error(error.to_string()))),
        }
    }

    /// The title of the first article of a step that is not of very many.
    fn title_of(&mut self, step: &Step) -> Option<Clean> {
        let is_small = step.n_articles <= MOST_OF_A_TITLE;
        let ids = self.marks().filter(|_| is_small)?.articles_of(step.number).ok()?;
        // One that has gone has no title any more.
        let mut titles = ids.into_iter().filter_map(|id| self.answers.library.headline(id).ok());
        titles.next().map(|headline| headline.title)
    }

    /// Undoes or redoes until the step of this number is the newest that is not undone.
    fn go_to(&mut self, number: u64) {
        let Some(marks) = self.marks() else { return };
        let gone = marks.history(usize::MAX).and_then(|steps| {
            let to_redo = steps.iter().filter(|it| it.is_undone && it.number <= number).count();
            let to_undo = steps.iter().filter(|it| !it.is_undone && number < it.number).count();
            (0..to_undo).try_for_each(|_| marks.undo().map(drop))?;
            (0..to_redo).try_for_each(|_| marks.redo().map(drop))
        });
        self.show_since(None);
        if let Err(error) = gone {
            self.post.send(Message::Notice(Notice::error(wording!(
                "not-undone",
                why = error.to_string()
            ))));
        }
    }

    fn finish(&mut self, applied: Option<Result<Option<Applied>, MarksError>>, nothing: &str) {
        match applied {
            Some(Ok(Some(applied))) => self.show_since(Some(applied.log)),
            Some(Ok(None)) => self.post.send(Message::Notice(Notice::note(nothing))),
            Some(Err(error)) => {
                let text = match &self.refusal {
                    Some(refusal) => wording!("not-marked", why = refusal),
                    None => wording!("not-marked", why = error.to_string()),
                };
                self.post.send(Message::Notice(Notice::error(text)));
            }
            None => {
                let text = wording!("not-marked-at-all");
                self.post.send(Message::Notice(Notice::error(text)));
            }
        }
    }

    /// Shows everything that was committed since the last look; `ours` is the change made here.
    fn show_since(&mut self, ours: Option<u64>) {
        let log = self.log;
        let Some(marks) = self.marks() else { return };
        // Our own question about changes must not be answered by our own writing.
        marks.has_changed();
        match marks.since(log) {
            Ok(Since::Changes { changes, n_unknown, log }) => {
                self.log = log;
                if 0 < n_unknown {
                    self.post.send(Message::Notice(Notice::warning(wording!("marks-unknown"))));
                }
                for change in changes {
                    if let Err(error) = self.answers.library.take_marks(&change) {
                        self.post.send(failure(&error));
                    }
                    let is_ours = ours == Some(change.log);
                    self.post.send(Message::Marked { change: Arc::new(change), is_ours });
                }
            }
            Ok(Since::Reload) => {
                self.reload();
                self.post.send(Message::Changed(Arrivals::default()));
            }
            Err(error) => {
                self.post.send(Message::Notice(Notice::error(error.to_string())));
            }
        }
        self.post.send(self.board.status(&self.answers.library));
    }

    fn reload(&mut self) {
        let library = self.answers.library.clone();
        let Some(marks) = self.marks() else { return };
        let log = marks.log().unwrap_or(0);
        if let Err(error) = library.reload_marks(marks) {
            let text = error.to_string();
            self.post.send(Message::Notice(Notice::error(text)));
        }
        self.log = log;
    }

    fn save_positions(&mut self, positions: Vec<(ArticleId, Position)>) {
        for (id, position) in positions {
            let Some(marks) = self.marks() else { return };
            if let Err(error) = marks.set_position(id, position) {
                let text = wording!("place-not-kept", why = error.to_string());
                self.post.send(Message::Notice(Notice::warning(text)));
                return;
            }
        }
    }
}

/// What the store is asked, in one order: a mark is not overtaken by what is kept.
pub(super) enum Request {
    Mark(MarkRequest),
    Keep(KeepRequest),
}

impl Work<Request> for Store {
    /// Other instances' marks are shown within this time.
    const PATIENCE: Option<Duration> = Some(Duration::from_millis(300));

    fn take(&mut self, batch: Vec<Request>) {
        // Of the places in one article only the last matters; marks are never dropped.
        let mut positions: Vec<(ArticleId, Position)> = Vec::new();
        for request in batch {
            match request {
                Request::Mark(request) => self.take_mark(request),
                Request::Keep(KeepRequest::Session(text)) => {
                    self.keep(Scope::Library, SESSION, &text);
                }
                Request::Keep(KeepRequest::Bookmarks(text)) => {
                    self.keep(Scope::Library, BOOKMARKS, &text);
                }
                Request::Keep(KeepRequest::Habits(text)) => {
                    self.keep(Scope::Everywhere, HABITS, &text);
                }
                Request::Keep(KeepRequest::Position { id, position }) => {
                    positions.retain(|(known, _)| *known != id);
                    positions.push((id, position));
                }
            }
        }
        self.save_positions(positions);
    }

    fn idle(&mut self) {
        let is_open = self.marks.is_some();
        if self.marks().is_some_and(|marks| !is_open || marks.has_changed()) {
            self.show_since(None);
        }
    }
}

fn past(step: &Step, title: Option<Clean>) -> PastStep {
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

fn failure(error: &LibraryError) -> Message {
    Message::Notice(Notice::error(error.to_string()))
}
