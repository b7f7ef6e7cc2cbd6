//! What must hold whoever answers: the library on this disk, or an archive that pages by key, does
//! not count, gives fewer rows than were wanted, and fails now and then.

mod archive;
mod passes;
mod reports;

use std::sync::{Arc, atomic::Ordering};

use archive::Archive;
use dateline::{
    app::{App, Event},
    base::Clean,
    config::Config,
    domain::{Arrivals, ArticleId, Extent, Headline, Listing, Mark, MarkSet, Period},
    library::{
        self, Backend, Cancel, Client, KwicWanted, Lane, LibraryError, OwnFolders, Question, Retry,
    },
    query::Query,
    runtime::MarkingRequest,
    session::{Effect, Key, Message},
    ui::Theme,
};
use ratatui::{Terminal, backend::TestBackend, buffer::Cell};

use super::{Articles, Library, day, headline, library::scratch_folder, storm::Numbers};

/// The program with a library that answers on command.
struct Desk {
    app: App,
    library: Library,
    /// Not answered yet, oldest first.
    waiting: Vec<Effect>,
    /// How many answers come between two keys, and from which lane the next one comes; without
    /// them, all come at once.
    delays: Option<Numbers>,
}

/// Three a day, newest first, the last undated; every seventh is of ferries.
fn corpus(n_articles: u32) -> Vec<Headline> {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 3)));
        let date = date.filter(|_| seq + 1 < n_articles);
        let what = if seq % 7 == 0 { "Ferry" } else { "Tram" };
        let it = headline(seq, &format!("{what} report {seq:03}"), date, "wire.example");
        Headline { marks: MarkSet::default(), ..it }
    };
    (0..n_articles).map(row).collect()
}

/// The articles as files.
fn files(articles: &[Headline]) -> Articles {
    let mut files = Articles::new(articles.to_vec());
    files.paragraphs = vec![Clean::new("The text of article {}.")];
    files
}

/// The archive, with marks that are kept here.
fn served(archive: &Archive) -> Library {
    let data = scratch_folder();
    let path = |name: &str| data.path().join(name);
    let own_folders =
        OwnFolders { cache: path("cache"), data: path("data"), ..OwnFolders::default() };
    let (backend, aside) = (Arc::new(archive.clone()), Arc::new(archive.aside()));
    Library::over(backend, aside, archive.clone(), (own_folders, data))
}

/// Where an effect waits for its turn: marks have a lane of their own.
fn lane(effect: &Effect) -> Option<Lane> {
    match effect {
        Effect::Ask(question) => Some(question.lane()),
        _ => None,
    }
}

impl Desk {
    /// The same articles as files on this disk, and in an archive elsewhere.
    fn all(articles: &[Headline]) -> [Self; 2] {
        let archive = Archive::new(articles.to_vec(), 1);
        [Self::new(Library::open(&files(articles))), Self::new(served(&archive))]
    }

    fn new(library: Library) -> Self {
        let (app, effects) = App::new(Config::default(), Theme::monochrome(), (80, 24));
        let mut desk = Self { app, library, waiting: Vec::new(), delays: None };
        desk.keep(effects);
        let status = Message::Status(desk.library.status());
        desk.tell(status);
        desk.answer()
    }

    /// As the other one, but answers are late and come out of order.
    fn delayed(mut self, seed: u32) -> Self {
        self.delays = Some(Numbers(seed));
        self
    }

    /// Keeps what is asked of the library and the marks; the rest of the world does nothing here.
    fn keep(&mut self, effects: Vec<Effect>) {
        let is_ours =
            |it: &Effect| matches!(it, Effect::Ask(_) | Effect::Mark(_) | Effect::Keep(_));
        self.waiting.extend(effects.into_iter().filter(is_ours));
    }

    fn tell(&mut self, message: Message) {
        let effects = self.app.update(Event::Message(message));
        self.keep(effects);
    }

    /// Types without waiting for answers.
    fn typed(mut self, keys: &str) -> Self {
        for key in Key::parse_all(keys).unwrap() {
            let effects = self.app.update(Event::Key(key));
            self.keep(effects);
            let n_answers = self.delays.as_mut().map_or(0, |delays| delays.below(4));
            for _ in 0..n_answers {
                self.answer_next();
            }
        }
        self
    }

    /// Answers until nothing is asked any more.
    fn answer(mut self) -> Self {
        for _ in 0..1_000 {
            if self.waiting.is_empty() {
                return self;
            }
            self.answer_next();
        }
        panic!("questions without end: {:?}", self.waiting);
    }

    /// Answers the oldest question, or the oldest one of any lane; what has been overtaken is not
    /// answered.
    fn answer_next(&mut self) {
        let n_waiting = u16::try_from(self.waiting.len()).unwrap();
        if n_waiting == 0 {
            return;
        }
        let any = self.delays.as_mut().map_or(0, |delays| delays.below(n_waiting));
        let of = lane(&self.waiting[usize::from(any)]);
        let at = self.waiting.iter().position(|it| lane(it) == of).unwrap();
        let effect = self.waiting.remove(at);
        let is_overtaken = |later: &Effect| match (later, &effect) {
            (Effect::Ask(later), Effect::Ask(question)) => {
                later.lane() == question.lane() && later.overtakes(question)
            }
            _ => false,
        };
        if !self.waiting.iter().any(is_overtaken) {
            self.answer_one(effect);
        }
    }

    fn answer_one(&mut self, effect: Effect) {
        let messages = match effect {
            Effect::Ask(question) => self.library.ask(&question),
            Effect::Mark(request) => self.library.mark(MarkingRequest::Mark(request)),
            Effect::Keep(request) => self.library.mark(MarkingRequest::Keep(request)),
            other => panic!("{other:?}"),
        };
        for message in messages {
            self.tell(message);
        }
    }

    /// Types, and waits for the answers.
    fn press(self, keys: &str) -> Self {
        let is_slow = self.delays.is_some();
        let keys = Key::parse_all(keys).unwrap();
        let typed = keys.into_iter().fold(self, |desk, key| {
            let desk = desk.typed(&key.to_string());
            if is_slow { desk } else { desk.answer() }
        });
        typed.answer()
    }

    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        terminal.draw(|frame| drop(self.app.view(frame))).unwrap();
        let cells: Vec<&str> =
            terminal.backend().buffer().content().iter().map(Cell::symbol).collect();
        cells.chunks(80).map(<[&str]>::concat).collect::<Vec<_>>().join("\n")
    }

    /// Without a failure that was said; none of them is to be seen after the next key.
    #[track_caller]
    fn quiet(self) -> Self {
        let notices = &self.app.session().said.notices.kept;
        let failed = notices.iter().find(|it| it.text.contains("does not respond"));
        assert_eq!(failed, None);
        self
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
    let local = Library::open(&files(&articles)).aside();
    let backends: [Arc<dyn Backend>; 2] = [local, Arc::new(Archive::new(articles.clone(), 2))];
    for backend in backends {
        let mut client = Client::new(backend, Cancel::never());
        client.list(&Listing::default(), None).unwrap();
        let titles = |rows: Vec<Headline>| rows.into_iter().map(|it| it.title).collect::<Vec<_>>();
        let expected: Vec<Clean> = articles.iter().map(|it| it.title.clone()).collect();
        assert_eq!(titles(client.rows(0..usize::MAX).unwrap()), expected);
        assert_eq!(titles(client.rows(50..90).unwrap()), expected[50..90]);
        assert_eq!(titles(client.rows(165..999).unwrap()), expected[165..]);
        assert!(client.shown().ends_before(170) && !client.shown().ends_before(169));
        let query = Query::strict("ferry").ok();
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
fn words_in_context_come_line_by_line_from_whoever_answers() {
    let articles = corpus(170);
    let local = Library::open(&files(&articles)).aside();
    let backends: [Arc<dyn Backend>; 2] = [local, Arc::new(Archive::new(articles.clone(), 2))];
    let listing = Listing { query: Query::strict("ferry").ok(), ..Listing::default() };
    for backend in backends {
        let mut client = Client::new(backend, Cancel::never());
        let (mut rights, mut earlier) = (Vec::new(), None);
        loop {
            let lines = rights.len()..rights.len() + 7;
            let wanted = KwicWanted { lines, n_cells: 30, ..KwicWanted::default() };
            let answer = client.kwic(&listing, wanted, earlier).unwrap();
            assert_eq!(answer.first, rights.len());
            earlier = Some(answer.generation);
            rights.extend(answer.lines.iter().map(|line| line.place.right.to_string()));
            assert!(rights.len() <= answer.n_lines, "{} of {}", rights.len(), answer.n_lines);
            if answer.extent != Extent::More && rights.len() == answer.n_lines {
                break;
            }
        }
        let expected = (0..170).step_by(7).map(|seq| format!("report {seq:03}"));
        assert_eq!(rights, expected.collect::<Vec<_>>());
    }
}

#[test]
fn a_batch_and_an_explanation_say_what_is_known() {
    let articles = corpus(170);
    let local = Library::open(&files(&articles)).aside();
    let queries: Arc<[Query]> =
        ["ferry", "tram", "submarine"].map(|it| Query::strict(it).unwrap()).into();
    let query = Query::strict("ferry OR tram -report").unwrap();
    for (backend, counts) in
        [(local as Arc<dyn Backend>, true), (Arc::new(Archive::new(articles.clone(), 2)), false)]
    {
        let mut client = Client::new(backend, Cancel::never());
        let answer = client.batch(Arc::clone(&queries), Some(Period::Month)).unwrap();
        let said: Vec<_> = answer.lines.iter().map(|it| (it.n_hits, it.extent)).collect();
        let expected = if counts {
            [(25, Extent::Whole), (145, Extent::Whole), (0, Extent::Whole)]
        } else {
            [(20, Extent::More), (20, Extent::More), (0, Extent::Whole)]
        };
        assert_eq!(said, expected);
        assert_eq!(answer.periods.is_empty(), !counts);

        let explanation = client.explain(&query).unwrap();
        let root = explanation.root.unwrap();
        assert_eq!(root.text.as_str(), "ferry OR (tram -report)");
        assert_eq!(root.parts.len(), 2);
        assert_eq!(root.n_found, counts.then_some(25));
        assert_eq!(explanation.n_articles, 170);
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
        desk = desk.press("gg<enter>").shows("The text of article 0.");
        desk.press("q<esc>").at("Ferry report 000");
    }
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    for desk in Desk::all(&corpus(60)) {
        let mut desk = desk.press("/").typed("tram").typed("<bs><bs><bs><bs>ferry");
        // The newest is answered first.
        let waiting: Vec<Effect> = desk.waiting.drain(..).rev().collect();
        for effect in waiting {
            desk.answer_one(effect);
        }
        desk.answer().at("Ferry report 000").press("<enter>j").at("Ferry report 007");
    }
}

#[test]
fn a_failure_is_said_and_the_list_goes_on_once_the_archive_answers() {
    let archive = Archive::new(corpus(60), 3);
    let broken = archive.broken();
    let desk = Desk::new(served(&archive)).at("Ferry report 000");
    broken.store(true, Ordering::Relaxed);
    let mut desk = desk.press("/ferry").shows("the archive does not respond");
    broken.store(false, Ordering::Relaxed);
    desk.tell(Message::Changed(Arrivals::default()));
    desk.answer().at("Ferry report 000").press("<enter>j").at("Ferry report 007");
}

#[test]
fn a_question_is_asked_again_only_if_that_may_help() {
    let archive = Archive::new(corpus(10), 4);
    archive.broken().store(true, Ordering::Relaxed);
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

/// What a reader does: steps, and what is to be seen after each.
const STEPS: &[(&str, &str)] = &[
    // Rows, pages, and the end.
    ("jjj", "Tram report 003"),
    ("<c-f>", "Tram report 022"),
    ("gg40j", "Tram report 040"),
    ("gg", "Ferry report 000"),
    // Searches, articles, and words in them.
    ("/ferry", "Ferry report 007"),
    ("<enter>j<enter>", "The text of article 7."),
    ("/article<enter>n", "1/1"),
    ("<esc>q<esc>", "Tram report 001"),
    // Marks, one by one and many at once, and back.
    ("ggs", "●★ wire.example  Ferry report 000"),
    ("gs", "1 of 170 articles"),
    ("ga", "Ferry report 000"),
    ("<space><space><space>", "3 selected"),
    ("m", "3 selected"),
    ("<esc>gu", " of 170 articles"),
    ("ga", "Ferry report 000"),
    ("ggdj", "(y/N)"),
    ("y", "marked read"),
    ("u", "undone"),
    ("u", "undone"),
    ("U", "(undone)"),
    ("q<c-a>", "170 selected"),
    ("!", "Tram report"),
    ("<esc>", "Tram report"),
    // Rows that are searched for.
    ("ggm]u", "/"),
    ("gg:goto-title<space>report<space>016<enter>", "Tram report 016"),
    ("gg:goto-date<space>2026-02-20<enter>", "Ferry report 035"),
    ("gg:goto-source<space>wire<enter>", "wire.example"),
    // What is wrong with files.
    ("gp", "no date in the text"),
    ("<enter>", "The text of article 169."),
    ("q", "Ferry report 000"),
];

#[test]
fn whatever_a_reader_does_is_done_by_slow_and_failing_archives_as_by_the_files_here() {
    let articles = corpus(170);
    let seen = |desk: &Desk| {
        let list = desk.app.session().front();
        let at =
            list.headline().map(|it| (it.title.clone(), it.has(Mark::Read), it.has(Mark::Starred)));
        (
            at,
            desk.library.numbers(|it| it.has(Mark::Read)),
            desk.library.numbers(|it| it.has(Mark::Starred)),
        )
    };
    let mut here = Desk::new(Library::open(&files(&articles)));
    let mut elsewhere: Vec<Desk> = (0..8)
        .map(|seed| Desk::new(served(&Archive::new(articles.clone(), seed))).delayed(100 + seed))
        .collect();
    for (keys, expected) in STEPS {
        here = here.press(keys).shows(expected);
        let expected_there = seen(&here);
        elsewhere = elsewhere
            .into_iter()
            .map(|desk| {
                let desk = desk.press(keys).shows(expected);
                assert_eq!(seen(&desk), expected_there, "{keys}\n{}", desk.screen());
                desk.quiet()
            })
            .collect();
    }
}

#[test]
fn each_question_that_is_not_answered_is_said_and_answered_later() {
    let said = "the archive does not respond: timed out";
    for (start, keys, expected) in [
        ("", "/ferry", "Ferry report 007"),
        ("", "<enter>", "The text of article 0."),
        ("", "G", "Tram report"),
        ("", "<space>", "selected"),
        ("", "A", "(y/N)"),
        ("", "gu", "Unread"),
        ("", "gp", "no date in the text"),
        ("", ":goto-title<space>report<space>016<enter>", "Tram report 016"),
        ("<space><space>", "y", "Ferry report 000"),
    ] {
        let archive = Archive::new(corpus(170), 5);
        let broken = archive.broken();
        let desk = Desk::new(served(&archive)).press(start);
        broken.store(true, Ordering::Relaxed);
        let desk = desk.press(keys);
        assert!(desk.screen().contains(said), "{keys}\n{}", desk.screen());
        broken.store(false, Ordering::Relaxed);
        let mut desk = desk.press("<esc><esc>");
        desk.tell(Message::Changed(Arrivals::default()));
        let screen = desk.answer().press(keys).screen();
        assert!(screen.contains(expected), "{keys}\n{screen}");
    }
}
