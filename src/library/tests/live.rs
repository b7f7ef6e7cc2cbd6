//! A keeper at work during a test.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread::{self, JoinHandle},
};

use super::*;

/// A keeper on a thread of its own, as the program runs it.
pub(super) struct Live {
    pub(super) library: Library,
    pub(super) requests: Sender<Request>,
    pub(super) news: Receiver<News>,
    thread: Option<JoinHandle<()>>,
}

impl Live {
    pub(super) fn start(fixture: &Fixture) -> Self {
        Self::start_with(fixture, Limits::default())
    }

    pub(super) fn start_with(fixture: &Fixture, limits: Limits) -> Self {
        let (library, keeper, _) = fixture.open_with(true, limits);
        let (requests, inbox) = channel();
        let (tell, news) = channel();
        let own = requests.clone();
        let thread = thread::spawn(move || {
            keeper.run(&inbox, &own, &mut |news| drop(tell.send(news)));
        });
        Self { library, requests, news, thread: Some(thread) }
    }

    /// Waits for news until the library lists these titles and finds those with `word`.
    #[track_caller]
    pub(super) fn until(&self, expected: &[&str], word: &str, with_word: &[&str]) {
        let deadline = Instant::now() + LIMIT;
        loop {
            let is_so = titles(&self.library) == expected
                && self.library.index().is_some()
                && found(&self.library, word) == with_word;
            if is_so {
                return;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(
                self.news.recv_timeout(left).is_ok(),
                "lists {:?}, finds {:?}",
                titles(&self.library),
                found(&self.library, word)
            );
        }
    }
}

impl Live {
    /// Waits for this message.
    #[track_caller]
    pub(super) fn until_said(&self, text: &str) {
        let deadline = Instant::now() + LIMIT;
        let is_it = |news: &News| matches!(news, News::Note(note) | News::Aside(note) if note.contains(text));
        while !is_it(
            &self
                .news
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
                .unwrap_or_else(|_| panic!("nobody said `{text}`")),
        ) {}
    }

    /// Waits for this message, and then until an index is open.
    #[track_caller]
    pub(super) fn until_note(&self, text: &str) {
        let deadline = Instant::now() + LIMIT;
        let mut is_said = false;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.news.recv_timeout(left).expect("nobody said it") {
                News::Note(note) | News::Aside(note) => is_said |= note.contains(text),
                News::Indexed if is_said => return,
                _ => (),
            }
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.requests.send(Request::Leave);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
