//! Changes which articles are picked, weighs what is to be done with many, and finds the rows of
//! days and titles: a thread of its own, because one of these may be a pass over the whole
//! library while the list scrolls on.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{Post, Work, Worker};
use crate::{
    base::{Bits, Clean, paths::escaped, wording},
    domain::{Days, Picking},
    library::{Cancel, Library, LibraryError, Picks, Selection},
    runtime::answers::{Answers, failure},
    session::{Effect, FileProblem, ListName, Message, Notice, PaneMessage, Seek, Targets, Then},
};

/// The worker, and what stops a row being looked for when another is.
pub(super) struct Picker {
    worker: Worker<(Effect, Cancel)>,
    newest: Arc<AtomicU64>,
}

impl Picker {
    pub(super) fn spawn(answers: &Answers, post: &Post) -> io::Result<Self> {
        let pick = Pick { answers: answers.clone(), post: post.clone(), picks: Picks::default() };
        Ok(Self { worker: Worker::spawn("pick", post.clone(), pick)?, newest: Arc::default() })
    }

    pub(super) fn ask(&self, effect: Effect) {
        if !matches!(effect, Effect::Seek { .. }) {
            return self.worker.ask((effect, Cancel::never()));
        }
        let generation = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        self.worker.ask((effect, Cancel::new(Arc::clone(&self.newest), generation)));
    }
}

/// Sources that are offered: more than anybody looks through, few enough to look through by key.
const MOST_SOURCES: usize = 10_000;

/// Problems that are listed; a command lists all.
const MOST_PROBLEMS: usize = 10_000;

struct Pick {
    answers: Answers,
    post: Post,
    picks: Picks,
}

impl Pick {
    fn pick(&mut self, list: ListName, picking: &Picking) -> Result<(), LibraryError> {
        let Answers { library, lists } = &self.answers;
        let selection = lists.newest(list);
        library.pick(&mut self.picks, picking, selection.as_deref(), &Cancel::never())
    }

    /// The articles that are meant.
    fn chosen(&self, targets: &Targets) -> Bits {
        let Answers { library, lists } = &self.answers;
        match targets {
            Targets::These(ids) => library.set_of(ids),
            Targets::All(list) => {
                lists.newest(*list).map(|it| Library::all_of(&it)).unwrap_or_default()
            }
            Targets::Beside(list, side, seq) => lists
                .newest(*list)
                .map(|selection| Library::beside(&selection, *side, *seq))
                .unwrap_or_default(),
            Targets::Picked => (*self.picks.set).clone(),
            Targets::Set(chosen) => (**chosen).clone(),
        }
    }

    /// The row that is looked for; `Ok(None)` where the list has changed meanwhile.
    fn seek(&self, effect: Effect, cancel: &Cancel) -> Result<Option<Message>, LibraryError> {
        let Answers { library, lists } = &self.answers;
        let Effect::Seek { list, generation, from, seek, then } = effect else { return Ok(None) };
        let Some(selection) = lists.at(list, generation) else { return Ok(None) };
        let (row, missing) = match &seek {
            Seek::Day(text) => match Days::parse(text, chrono::Local::now().date_naive()) {
                Some(days) => {
                    let row = Library::row_of_days(&selection, days)?;
                    if let Some(row) = row
                        && !is_of(library, &selection, row, days)
                    {
                        let text = wording!("jump-nearest", text = text);
                        self.post.send(Message::Notice(Notice::note(text)));
                    }
                    (row, wording!("jump-no-date").to_owned())
                }
                None => (None, wording!("jump-what-date", text = text)),
            },
            Seek::Title(text) => (
                Library::row_of_title(&selection, from, text, cancel)?,
                wording!("jump-no-title", text = text),
            ),
            Seek::Source(text) => (
                Library::row_of_source(&selection, from, text)?,
                wording!("jump-no-source", text = text),
            ),
            Seek::Article(id) => {
                (library.locate(&selection, *id), wording!("jump-no-article").to_owned())
            }
            Seek::NextUnread | Seek::PreviousUnread => return Ok(None),
        };
        if row.is_none() && then != Then::Settle {
            self.post.send(Message::Notice(Notice::note(selection.extent.missing(&missing))));
        }
        Ok(Some(Message::Sought { list, generation, row, then }))
    }

    fn answer(&mut self, effect: Effect, cancel: &Cancel) -> Option<Result<Message, LibraryError>> {
        match effect {
            Effect::Seek { .. } => self.seek(effect, cancel).transpose(),
            Effect::LoadSources { generation } => {
                let sources = self.answers.library.sources(MOST_SOURCES);
                Some(
                    sources
                        .map(|sources| Message::Pane(PaneMessage::Sources { generation, sources })),
                )
            }
            Effect::LoadProblems => Some(
                problems(&self.answers.library)
                    .map(|lines| Message::Pane(PaneMessage::Problems(lines))),
            ),
            Effect::Pick { list, picking } => {
                if let Err(error) = self.pick(list, &picking) {
                    self.post.send(failure(&error));
                }
                Some(Ok(Message::Picked(self.picks.clone())))
            }
            Effect::Weigh { generation, deed, targets } => {
                let (deed, chosen) = self.answers.library.weigh(deed, self.chosen(&targets));
                let n_articles = chosen.count();
                let chosen = Arc::new(chosen);
                Some(Ok(Message::Weighed { generation, deed, chosen, n_articles }))
            }
            Effect::Gather { deed, chosen, limit } => {
                let lines: Result<Vec<Clean>, _> =
                    self.answers.library.gather(deed, &chosen, limit);
                Some(lines.map(|lines| Message::Gathered { deed, lines }))
            }
            _ => None,
        }
    }
}

/// Whether the article in a row is of one of these days.
fn is_of(library: &Library, selection: &Selection, row: usize, days: Days) -> bool {
    let headlines = library.headlines(selection, row..row + 1).unwrap_or_default();
    let date = headlines.first().and_then(|headline| headline.date);
    date.is_some_and(|date| (days.first..=days.last).contains(&date))
}

/// What is wrong, file by file, as far as anybody reads on.
fn problems(library: &Library) -> Result<Vec<FileProblem>, LibraryError> {
    let mut lines = Vec::new();
    library.problems(|problem| {
        let is_enough = lines.len() == MOST_PROBLEMS;
        lines.push(if is_enough {
            let (path, detail) = (Clean::new("…"), Clean::new(wording!("problems-more")));
            FileProblem { path, detail, id: None }
        } else {
            FileProblem { path: escaped(&problem.path), detail: problem.detail, id: problem.id }
        });
        !is_enough
    })?;
    Ok(lines)
}

impl Work<(Effect, Cancel)> for Pick {
    fn take(&mut self, batch: Vec<(Effect, Cancel)>) {
        for (effect, cancel) in batch {
            match self.answer(effect, &cancel) {
                Some(Ok(message)) => self.post.send(message),
                Some(Err(LibraryError::Cancelled)) | None => (),
                Some(Err(error)) => self.post.send(failure(&error)),
            }
        }
    }
}
