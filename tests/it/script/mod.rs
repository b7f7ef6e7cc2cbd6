//! Features tested as the user sees them: keys in, screen out.

mod answers;
mod backends;
mod commands;
mod completing;
mod contrast;
mod docks;
mod entering;
mod every;
mod every_pane;
mod filtering;
mod folds;
mod history;
mod jumps;
mod keys;
mod language;
mod layout;
mod library;
mod list;
mod marking;
mod million;
mod mouse;
mod named;
mod newcomer;
mod outside;
mod queries;
mod reopening;
mod reports;
mod restore;
mod rows;
mod search;
mod selecting;
mod sizes;
mod so_far;
mod storm;
mod themes;
mod wheel;

use std::borrow::Borrow;

use chrono::NaiveDate;
use dateline::{
    app::{App, Event},
    base::Clean,
    config::Config,
    domain::{ArticleId, Headline, Length, Mark, Seq},
    runtime::MarkingRequest,
    session::{Code, Effect, Key, Message},
    ui::Theme,
};
use library::{Articles, Library};
use outside::Outside;
use ratatui::{Terminal, backend::TestBackend};
use unicode_width::UnicodeWidthStr;

/// The program, a terminal of some size, a library, and an outside that answers at once.
struct Script {
    app: App,
    library: Library,
    outside: Outside,
    size: (u16, u16),
}

impl Script {
    /// Opens a small library.
    fn new(width: u16, height: u16) -> Self {
        Self::with(Articles::new(corpus()), width, height)
    }

    fn with(articles: impl Borrow<Articles>, width: u16, height: u16) -> Self {
        Self::with_config(articles, Config::default(), width, height)
    }

    /// As [`Script::with`], in a folder of its own: articles may come later.
    fn growing(articles: &Articles, width: u16, height: u16) -> Self {
        let opened = App::new(Config::default(), Theme::monochrome(), (width, height));
        Self::begin(opened, Library::open_alone(articles), (width, height))
    }

    /// Opens the small library with the settings that `text` says.
    fn set(text: &str, width: u16, height: u16) -> Self {
        let (config, _) = dateline::config::check(text);
        Self::with_config(Articles::new(corpus()), config, width, height)
    }

    fn with_config(
        articles: impl Borrow<Articles>,
        config: Config,
        width: u16,
        height: u16,
    ) -> Self {
        let opened = App::new(config, Theme::monochrome(), (width, height));
        Self::begin(opened, Library::open(articles.borrow()), (width, height))
    }

    /// Begins with what the program asks first.
    fn begin((app, effects): (App, Vec<Effect>), library: Library, size: (u16, u16)) -> Self {
        let mut script = Self { app, library, outside: Outside::default(), size };
        script.settle(effects);
        let status = script.library.status();
        script.tell(Message::Status(status))
    }

    /// Presses keys; every effect is answered before the next.
    fn press(mut self, keys: &str) -> Self {
        for key in Key::parse_all(keys).unwrap() {
            self.event(Event::Key(key));
        }
        self
    }

    /// Types a command with its argument into the command line.
    fn run(mut self, name: &str, argument: &str) -> Self {
        let effects = self.enter(name, argument);
        self.settle(effects);
        self
    }

    /// As [`Script::run`]; what follows from it is left to the caller.
    fn enter(&mut self, name: &str, argument: &str) -> Vec<Effect> {
        for typed in format!(":{name} {argument}").trim_end().chars() {
            self.event(Event::Key(Key::char(typed)));
        }
        self.app.update(Event::Key(Key::plain(Code::Enter)))
    }

    fn tell(mut self, message: Message) -> Self {
        self.event(Event::Message(message));
        self
    }

    fn resize(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self.event(Event::Resize(width, height));
        self
    }

    fn event(&mut self, event: Event) {
        let effects = self.app.update(event);
        self.settle(effects);
    }

    fn settle(&mut self, mut effects: Vec<Effect>) {
        for _ in 0..1_000 {
            if effects.is_empty() {
                return;
            }
            let effect = effects.remove(0);
            for message in self.answer(effect) {
                effects.extend(self.app.update(Event::Message(message)));
            }
        }
        panic!("effects without end: {effects:?}");
    }

    fn answer(&mut self, effect: Effect) -> Vec<Message> {
        let messages = self.outside.answer(&effect);
        match effect {
            Effect::Ask(question) => self.library.ask(&question),
            Effect::Mark(request) => self.library.mark(MarkingRequest::Mark(request)),
            Effect::Keep(request) => self.library.mark(MarkingRequest::Keep(request)),
            Effect::Host(_) | Effect::Terminal(_) | Effect::Index(_) => messages,
        }
    }

    /// What stands on the screen, blanks at the ends of lines left out.
    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| drop(self.app.view(frame))).unwrap();
        let buffer = terminal.backend().buffer();
        let row = |y| {
            let mut row = String::new();
            let mut x = 0;
            while x < self.size.0 {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(symbol.width()).unwrap().max(1);
            }
            row.trim_end().to_owned()
        };
        (0..self.size.1).map(row).collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn shows(self, expected: &str) -> Self {
        let screen = self.screen();
        assert!(screen.contains(expected), "no `{expected}` in\n{screen}");
        self
    }

    #[track_caller]
    fn hides(self, unexpected: &str) -> Self {
        let screen = self.screen();
        assert!(!screen.contains(unexpected), "`{unexpected}` in\n{screen}");
        self
    }

    /// The title under the cursor.
    fn at_cursor(&self) -> &str {
        self.app.session().front().headline().map_or("", |headline| &headline.title)
    }

    #[track_caller]
    fn at(self, title: &str) -> Self {
        assert_eq!(self.at_cursor(), title, "\n{}", self.screen());
        self
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

fn headline(seq: u32, title: &str, date: Option<NaiveDate>, source: &str) -> Headline {
    let marks = [(seq % 3 == 2, Mark::Read), (seq == 3, Mark::Starred)];
    Headline {
        seq: Seq(seq),
        id: ArticleId(u128::from(seq + 1).to_be_bytes()),
        title: Clean::new(title),
        date,
        url: Some(Clean::new(&format!("https://{source}/{seq}"))),
        source: Clean::new(source),
        path: format!("{seq}.txt").into(),
        length: Length { n_words: 120 + 977 * seq, n_paragraphs: 3 },
        marks: marks.into_iter().filter_map(|(is_set, mark)| is_set.then_some(mark)).collect(),
        n_copies: 0,
        folded: None,
        problems: Vec::new(),
    }
}

/// Newest first, as a library gives it.
fn corpus() -> Vec<Headline> {
    let rows = [
        ("Harbour bridge reopens after nine months of repairs", "2026-03-04", "tidewater.example"),
        ("Owls return to the city park", "2026-03-04", "fieldnotes.example"),
        (
            "港湾大橋、九か月ぶりに再開通 👩‍👩‍👧‍👦 市民が歩いて渡る初日の朝",
            "2026-03-03",
            "minato.example",
        ),
        ("Council votes on harbour fees", "2026-03-03", "tidewater.example"),
        (
            "E\u{301}tude: the cafe\u{301} that outlived three governments",
            "2026-03-03",
            "rue.example",
        ),
        ("Night trains come back", "2026-02-27", "a-very-long-source-name.example"),
        ("Letter without a date", "", "archive.example"),
    ];
    rows.iter()
        .zip(0..)
        .map(|((title, date, source), seq)| headline(seq, title, day(date), source))
        .collect()
}
