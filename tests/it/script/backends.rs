//! What must hold whoever answers: the library on this disk, or an archive that pages by key, does
//! not count, gives fewer rows than were wanted, and fails now and then.

mod archive;

use std::{
    fs,
    sync::{Arc, mpsc},
};

use archive::Archive;
use dateline::{
    app::{App, Event},
    base::Clean,
    config::Config,
    domain::{Arrivals, ArticleId, Headline, Listing, Query},
    library::{
        self, Backend, Cancel, Client, Keeper, KeeperSettings, LibraryError, Local, OwnFolders,
        Polling, Question, ReadingSettings, Retry,
    },
    session::{Effect, Key, Message, Notice},
    ui::Theme,
};
use ratatui::{Terminal, backend::TestBackend, buffer::Cell};

use super::{day, headline};

/// The program in front of a backend that answers when it is told to.
struct Desk {
    app: App,
    backend: Box<dyn Backend>,
    waiting: Vec<Question>,
    _home: Option<tempfile::TempDir>,
}

/// Three a day, newest first; every seventh is of ferries.
fn corpus(n_articles: u32) -> Vec<Headline> {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 3)));
        let what = if seq % 7 == 0 { "Ferry" } else { "Tram" };
        headline(seq, &format!("{what} report {seq:03}"), date, "wire.example")
    };
    (0..n_articles).map(row).collect()
}

impl Desk {
    /// The same articles as files on this disk, and in an archive elsewhere.
    fn all(articles: &[Headline]) -> [Self; 2] {
        let (local, home) = local(articles);
        let archive = Archive::new(articles.to_vec());
        [Self::new(Box::new(local), Some(home)), Self::new(Box::new(archive), None)]
    }

    fn new(backend: Box<dyn Backend>, home: Option<tempfile::TempDir>) -> Self {
        let (app, effects) = App::new(Config::default(), Theme::monochrome(), (80, 24));
        let mut desk = Self { app, backend, waiting: Vec::new(), _home: home };
        desk.keep(effects);
        desk.answer()
    }

    /// Keeps what is asked of the library; the rest of the world does nothing here.
    fn keep(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Ask(question) = effect {
                self.waiting.push(question);
            }
        }
    }

    fn tell(&mut self, message: Message) {
        let effects = self.app.update(Event::Message(message));
        self.keep(effects);
    }

    /// Types without an answer.
    fn typed(mut self, keys: &str) -> Self {
        for key in Key::parse_all(keys).unwrap() {
            let effects = self.app.update(Event::Key(key));
            self.keep(effects);
        }
        self
    }

    /// Answers until nothing is asked any more.
    fn answer(mut self) -> Self {
        for _ in 0..1_000 {
            if self.waiting.is_empty() {
                return self;
            }
            let question = self.waiting.remove(0);
            self.answer_one(&question);
        }
        panic!("questions without end: {:?}", self.waiting);
    }

    fn answer_one(&mut self, question: &Question) {
        let mut answers = Vec::new();
        let mut send = |answer| answers.push(answer);
        let cancel = Cancel::never();
        let done = library::answer(&*self.backend, question, &cancel, |_| (), &mut send);
        for answer in answers {
            self.tell(Message::Answer(answer));
        }
        if let Err(error) = done {
            let notice = Notice::error(error.to_string());
            self.tell(match question.list() {
                Some((list, generation)) => Message::Unanswered { list, generation, notice },
                None => Message::Notice(notice),
            });
        }
    }

    /// Types, with an answer to each key.
    fn press(self, keys: &str) -> Self {
        Key::parse_all(keys)
            .unwrap()
            .into_iter()
            .fold(self, |desk, key| desk.typed(&key.to_string()).answer())
    }

    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        terminal.draw(|frame| drop(self.app.view(frame))).unwrap();
        let cells: Vec<&str> =
            terminal.backend().buffer().content().iter().map(Cell::symbol).collect();
        cells.chunks(80).map(<[&str]>::concat).collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn shows(self, expected: &str) -> Self {
        let screen = self.screen();
        assert!(screen.contains(expected), "no `{expected}` in\n{screen}");
        self
    }

    #[track_caller]
    fn at(self, title: &str) -> Self {
        let at_cursor = self.app.session().front().headline().map_or("", |it| &it.title);
        assert_eq!(at_cursor, title, "\n{}", self.screen());
        self
    }
}

/// The articles as files, read and indexed.
fn local(articles: &[Headline]) -> (Local, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    fs::create_dir(path("news")).unwrap();
    for it in articles {
        let date = it.date.map(|date| date.format("%Y%m%d").to_string()).unwrap_or_default();
        let url = it.url.as_ref().map_or("", |url| url.as_str());
        let text = format!("{}\n{date}\n{url}\n\nThe text of {}.\n", it.title, it.title);
        fs::write(path("news").join(format!("{:03}.txt", it.seq.0)), text).unwrap();
    }
    let own_folders =
        OwnFolders { cache: path("cache"), data: path("data"), ..OwnFolders::default() };
    let settings = KeeperSettings {
        index_memory_bytes: 30 << 20,
        watches: false,
        indexes: true,
        polling: Polling::default(),
        change_unreads: false,
        limits: library::Limits::default(),
    };
    let (library, keeper, _) =
        Keeper::open(&path("news"), &own_folders, ReadingSettings::default(), settings).unwrap();
    let (_sender, inbox) = mpsc::channel();
    keeper.run_once(&inbox, &mut |_| ());
    (Local::new(&library), home)
}

#[test]
fn every_row_is_reached_one_by_one_and_the_last_is_the_end() {
    let articles = corpus(170);
    for mut desk in Desk::all(&articles) {
        for it in &articles {
            desk = desk.at(&it.title).press("j");
        }
        desk.at("Tram report 169").press("k").at("Ferry report 168");
    }
}

#[test]
fn the_end_is_reached_even_if_nobody_knows_how_far_it_is() {
    let articles = corpus(170);
    for mut desk in Desk::all(&articles) {
        for _ in 0..20 {
            desk = desk.press("G");
        }
        desk.at("Tram report 169").press("gg").at("Ferry report 000");
    }
}

#[test]
fn whoever_waits_reads_all_rows_once_however_few_come_at_a_time() {
    let articles = corpus(170);
    let (local, _home) = local(&articles);
    let backends: [Arc<dyn Backend>; 2] =
        [Arc::new(local), Arc::new(Archive::new(articles.clone()))];
    for backend in backends {
        let mut client = Client::new(backend, Cancel::never());
        client.list(&Listing::default(), None).unwrap();
        let titles = |rows: Vec<Headline>| rows.into_iter().map(|it| it.title).collect::<Vec<_>>();
        let expected: Vec<Clean> = articles.iter().map(|it| it.title.clone()).collect();
        assert_eq!(titles(client.rows(0..usize::MAX).unwrap()), expected);
        assert_eq!(titles(client.rows(50..90).unwrap()), expected[50..90]);
        assert_eq!(titles(client.rows(165..999).unwrap()), expected[165..]);
        assert!(client.shown().ends_before(170) && !client.shown().ends_before(169));
        let query = Query::parse("ferry", false).ok();
        client.list(&Listing { query, ..Listing::default() }, None).unwrap();
        let hits = client.rows(0..usize::MAX).unwrap();
        assert_eq!(hits.len(), 170_usize.div_ceil(7));
        let opened = client.article(hits[3].id, None).unwrap();
        assert_eq!(opened.headline.title, hits[3].title);
        let gone = client.article(ArticleId([9; 16]), None).unwrap_err();
        assert!(matches!(gone, LibraryError::Refused(_)), "{gone}");
    }
}

#[test]
fn a_search_finds_its_hits_and_opens_them() {
    let articles = corpus(170);
    let hits: Vec<&Headline> = articles.iter().filter(|it| it.title.starts_with("Ferry")).collect();
    for mut desk in Desk::all(&articles) {
        desk = desk.press("/ferry<enter>");
        for hit in &hits {
            desk = desk.at(&hit.title).press("j");
        }
        desk = desk.press("gg<enter>").shows("The text of Ferry report 000.");
        desk.press("q<esc>").at("Ferry report 000");
    }
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    for desk in Desk::all(&corpus(60)) {
        let mut desk = desk.press("/").typed("tram").typed("<bs><bs><bs><bs>ferry");
        // The newest is answered first.
        let waiting: Vec<Question> = desk.waiting.drain(..).rev().collect();
        for question in &waiting {
            desk.answer_one(question);
        }
        desk.answer().at("Ferry report 000").press("<enter>j").at("Ferry report 007");
    }
}

#[test]
fn a_failure_is_said_and_the_list_goes_on_once_the_archive_answers() {
    let archive = Archive::new(corpus(60));
    let broken = archive.broken();
    let desk = Desk::new(Box::new(archive), None).at("Ferry report 000");
    broken.store(true, std::sync::atomic::Ordering::Relaxed);
    let mut desk = desk.press("/ferry").shows("the archive does not respond");
    broken.store(false, std::sync::atomic::Ordering::Relaxed);
    desk.tell(Message::Changed(Arrivals::default()));
    desk.answer().at("Ferry report 000").press("<enter>j").at("Ferry report 007");
}

#[test]
fn a_question_is_asked_again_only_if_that_may_help() {
    let archive = Archive::new(corpus(10));
    archive.broken().store(true, std::sync::atomic::Ordering::Relaxed);
    let question = Question::Counts;
    let mut pauses = Vec::new();
    let pause = |wait| pauses.push(wait);
    let answered =
        library::answer(&archive, &question, &Cancel::never(), pause, &mut |it| panic!("{it:?}"));
    assert_eq!(answered.unwrap_err().retry(), Retry::Soon);
    assert_eq!(pauses.len(), 3);
    assert_eq!(archive.n_asked(), 4);
    assert_eq!(LibraryError::NotIndexed.retry(), Retry::OnChange);
}
