//! Answers requests to the keeper: gathers those that arrive together, then handles them.

use std::{
    collections::HashSet,
    path::PathBuf,
    sync::mpsc::{Receiver, TryRecvError},
    time::{Duration, Instant},
};

use super::{Keeper, News, Request, Stop};
use crate::base::{Clean, wording};

/// How long changes are gathered before they are handled.
const GATHERING: Duration = Duration::from_millis(120);

/// What was asked within a moment.
#[derive(Default)]
struct Asked {
    paths: HashSet<PathBuf>,
    /// Read by somebody who found other bytes than the list says.
    doubted: Vec<PathBuf>,
    look: Look,
    is_overflow: bool,
    is_damaged: bool,
    must_leave: bool,
}

/// What is to be looked at besides the paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Look {
    #[default]
    Nowhere,
    Folders,
    /// Directories and files, whatever was reported about them.
    Everywhere,
}

impl Asked {
    fn take(&mut self, request: Request) {
        match request {
            Request::Changed(changed) => self.paths.extend(changed),
            Request::Differs(path) => self.doubted.push(path),
            Request::Folders => self.look = self.look.max(Look::Folders),
            Request::Rescan => self.look = Look::Everywhere,
            Request::Overflow => {
                self.look = Look::Everywhere;
                self.is_overflow = true;
            }
            Request::Damaged => self.is_damaged = true,
            Request::Cancel => (),
            Request::Leave => self.must_leave = true,
        }
    }
}

impl Keeper {
    /// Answers requests that arrived during other work.
    pub(super) fn answer_waiting(
        &mut self,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if let Some(request) = self.waiting.pop_front() {
            self.answer(request, inbox, report);
        }
    }

    pub(super) fn answer(
        &mut self,
        request: Request,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        if self.catalogue.is_none() && request != Request::Leave {
            return;
        }
        let mut asked = Asked::default();
        asked.take(request);
        self.waiting.drain(..).for_each(|request| asked.take(request));
        let until = Instant::now() + GATHERING;
        while let Ok(more) = inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
            asked.take(more);
        }
        // Invariant: whoever was asked to leave leaves. The request may have been met while other
        // work was going on, and nobody sends it again.
        if asked.must_leave || self.progress.stop == Some(Stop::Leave) {
            self.progress.stop = Some(Stop::Leave);
            return;
        }
        self.progress.stop = None;
        if self.meet_root(report) {
            asked.look = Look::Everywhere;
        }
        self.progress.must_check_files |= asked.look == Look::Everywhere;
        for path in asked.doubted {
            asked.paths.insert(self.library.path().join(&path));
            self.known.doubted.insert(path);
        }
        asked.paths.extend(self.known.owed.drain());
        if asked.is_overflow {
            let text = wording!("watch-overflow");
            report(News::Note(Clean::new(text)));
        }
        if asked.look == Look::Everywhere {
            // Which directories were replaced, and what was reported about them, is not known.
            self.watch_all(report);
            self.watch.polls.distrust();
        }
        if asked.is_damaged {
            self.meet_damage(report);
            let is_all = asked.paths.is_empty() && asked.look == Look::Nowhere;
            if is_all || self.progress.stop.is_some() {
                self.known.owed.extend(asked.paths);
                return;
            }
        }
        if Look::Folders <= asked.look {
            self.reconcile(inbox, report);
        }
        if !asked.paths.is_empty() {
            self.look_at(asked.paths, inbox, report);
        }
    }

    /// Whether the user or the end of the program asks to stop.
    pub(super) fn is_stopped(&mut self, inbox: &Receiver<Request>) -> bool {
        if self.progress.stop.is_some() {
            return true;
        }
        match inbox.try_recv() {
            Ok(Request::Cancel) => self.progress.stop = Some(Stop::Cancelled),
            Ok(Request::Leave) | Err(TryRecvError::Disconnected) => {
                self.progress.stop = Some(Stop::Leave);
            }
            Ok(request) => self.waiting.push_back(request),
            Err(TryRecvError::Empty) => (),
        }
        self.progress.stop.is_some()
    }
}
