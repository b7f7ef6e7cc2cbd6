//! The marks of the screen: requests to the book, and messages about their outcome.
//!
//! It knows no threads: a worker runs it, and so can a test without one.

use std::sync::Arc;

use crate::{
    base::{Clean, wording},
    domain::{Applied, Arrivals, ArticleId, Position},
    library::{Backend, Cancel, Client, OwnFolders},
    marks::{BookError, BookNews, MarkBook, Setting, Shelf, database::HistoryStep},
    session::{KeepRequest, MarkRequest, Message, Notice, PaneMessage, PastStep},
};

/// Steps that the history lists: years of them.
const MOST_STEPS: usize = 10_000;
/// Of these, the newest name an article, unless they are of more than this many.
const MOST_TITLED: usize = 500;
const MOST_OF_A_TITLE: u64 = 64;

/// What is asked of the marks, in one order: a mark is not overtaken by what is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkingRequest {
    Mark(MarkRequest),
    Keep(KeepRequest),
}

/// Messages about the marks.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    Message(Message),
    /// What stays true until it is [`Told::Lifted`].
    Stands(Clean),
    Lifted(Clean),
    /// Counts of marked articles may be others now.
    Counts,
}

/// The marks of a library, opened when first needed.
pub struct Marking<S> {
    shelf: S,
    titles: Client,
    own_folders: OwnFolders,
    book: Option<MarkBook<S>>,
    told: Vec<Told>,
}

impl<S: Shelf + Clone> Marking<S> {
    /// The marks in `own_folders` of what is on `shelf`; the titles of articles are asked of `backend`.
    pub fn new(shelf: S, backend: Arc<dyn Backend>, own_folders: OwnFolders) -> Self {
        let titles = Client::new(backend, Cancel::never());
        Self { shelf, titles, own_folders, book: None, told: Vec::new() }
    }

    /// Carries out requests, oldest first. Of the places in one article only the last is kept;
    /// marks are never dropped.
    pub fn take(&mut self, requests: Vec<MarkingRequest>) -> Vec<Told> {
        let mut positions: Vec<(ArticleId, Position)> = Vec::new();
        for request in requests {
            match request {
                MarkingRequest::Mark(request) => self.mark(request),
                MarkingRequest::Keep(KeepRequest::Session(text)) => {
                    self.keep(Setting::Session, &text);
                }
                MarkingRequest::Keep(KeepRequest::Bookmarks(text)) => {
                    self.keep(Setting::Bookmarks, &text);
                }
                MarkingRequest::Keep(KeepRequest::Habits(text)) => {
                    self.keep(Setting::Habits, &text);
                }
                MarkingRequest::Keep(KeepRequest::Position { id, position }) => {
                    positions.retain(|(known, _)| *known != id);
                    positions.push((id, position));
                }
            }
        }
        self.save_positions(positions);
        self.tell();
        std::mem::take(&mut self.told)
    }

    /// Shows what other instances have changed.
    pub fn follow(&mut self) -> Vec<Told> {
        self.book().follow();
        self.tell();
        std::mem::take(&mut self.told)
    }

    /// The marks; those that could not be opened are tried again.
    fn book(&mut self) -> &mut MarkBook<S> {
        let open = || MarkBook::open(&self.own_folders, self.shelf.clone());
        let book = self.book.get_or_insert_with(open);
        book.open_again();
        book
    }

    /// Takes new changes to the marks.
    fn tell(&mut self) {
        let news = self.book.as_mut().map(MarkBook::take_news).unwrap_or_default();
        let is_any = !news.is_empty();
        self.told.extend(news.into_iter().map(|news| match news {
            BookNews::Stands(text) => Told::Stands(text),
            BookNews::Lifted(text) => Told::Lifted(text),
            BookNews::Marked { change, is_ours } => {
                Told::Message(Message::Marked { change: Arc::new(change), is_ours })
            }
            BookNews::Reloaded => Told::Message(Message::Changed(Arrivals::default())),
            BookNews::Warning(text) => Told::Message(Message::Notice(Notice::warning(text))),
            BookNews::Failed(text) => Told::Message(Message::Notice(Notice::error(text))),
        }));
        if is_any {
            self.told.push(Told::Counts);
        }
    }

    fn notice(&mut self, notice: Notice) {
        self.told.push(Told::Message(Message::Notice(notice)));
    }

    fn mark(&mut self, request: MarkRequest) {
        match request {
            MarkRequest::Mark { targets, mark, value } => {
                let marked = self.book().mark(targets, mark, value);
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
            // The banner shows why there are no marks.
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
                let steps =
                    steps.iter().zip(titles).map(|(step, title)| past(step, title.as_ref()));
                let history = PaneMessage::History(steps.collect());
                self.told.push(Told::Message(Message::Pane(history)));
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
        let mut titles = ids.into_iter().filter_map(|id| self.titles.headline(id).ok());
        titles.next().map(|headline| headline.title)
    }

    fn keep(&mut self, setting: Setting, value: &str) {
        let kept = self.book().keep(setting, value);
        self.tell();
        // The end of the session needs no message; the reason why nothing can be saved is shown
        // anyway.
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

fn past(step: &HistoryStep, title: Option<&Clean>) -> PastStep {
    let at: chrono::DateTime<chrono::Local> = step.at.into();
    let (number, name) = (step.number, step.said(title));
    PastStep { number, name, at: at.naive_local(), is_undone: step.is_undone }
}
