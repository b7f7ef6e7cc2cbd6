//! The reader as the user sees it: keys in, screen and effects out.

mod links;
mod paragraphs;
mod scripts;
mod shapes;
mod snapshots;

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::{Terminal, backend::TestBackend, layout::Rect};
use unicode_width::UnicodeWidthStr;

use super::ReaderPane;
use crate::base::Clean;
use crate::config::{Config, MarkRead};
use crate::domain::{
    Article, ArticleId, Headline, Length, MarkSet, PageIndex, Position, Problem, Seq,
};
use crate::panes::{
    AnyPane,
    find::{self, FindPane},
    hints::{self, HintsPane},
};
use crate::session::{
    Answer, Catalogue, Effect, Generation, Hit, KeepRequest, Key, Keymap, Lookup, MarkRequest,
    Message, Notice, OpenedArticle, Question, READER, Session,
};
use crate::ui::Theme;

/// The reader, its prompt, and a library that finds words letter by letter.
struct Desk {
    session: Session,
    reader: ReaderPane,
    prompt: FindPane,
    hints: HintsPane,
    keymap: Keymap,
    size: (u16, u16),
    effects: Vec<Effect>,
}

impl Desk {
    fn new(config: Config, width: u16, height: u16) -> Self {
        let mut desk = Self {
            session: Session::new(config, Catalogue::default()),
            reader: ReaderPane::default(),
            prompt: FindPane::default(),
            hints: HintsPane,
            keymap: Keymap::default(),
            size: (width, height),
            effects: Vec::new(),
        };
        let mut catalogue = Catalogue::default();
        for pane in [&desk.reader as &dyn AnyPane, &desk.prompt, &desk.hints] {
            catalogue.add(pane.about(), pane.commands());
        }
        desk.keymap = Keymap::new(&catalogue, &Config::default().keys).0;
        desk.resize(width, height)
    }

    /// A desk on which `opened` lies.
    fn with(opened: OpenedArticle, width: u16, height: u16) -> Self {
        Self::new(Config::default(), width, height).open(opened)
    }

    fn resize(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        let area = Rect::new(0, 0, width, height);
        let effects = AnyPane::on_area(&mut self.reader, area, &mut self.session);
        self.take(effects)
    }

    fn open(mut self, opened: OpenedArticle) -> Self {
        self.session.open(opened.article.id);
        let generation = self.session.opened_ticket().newest();
        self.tell(&Message::Answer(Answer::Article { generation, result: Ok(opened) }))
    }

    fn tell(mut self, message: &Message) -> Self {
        let (mut effects, heard) = self.session.apply(message.clone());
        if let Some(message) = &heard {
            effects.extend(AnyPane::on_message(&mut self.reader, message, &mut self.session));
            effects.extend(AnyPane::on_message(&mut self.prompt, message, &mut self.session));
        }
        self.take(effects)
    }

    fn press(mut self, keys: &str) -> Self {
        let mut typed = Vec::new();
        for key in Key::parse_all(keys).unwrap() {
            let front = self.session.focus();
            let digit =
                key.typed().and_then(|typed| typed.to_digit(10)).filter(|_| front == READER);
            if let Some(digit) = digit {
                let count = self.session.keyboard.pending.count.unwrap_or(0);
                self.session.keyboard.pending.count = Some(count * 10 + digit as usize);
                continue;
            }
            typed.push(key);
            let pane: &mut dyn AnyPane = match front {
                find::NAME => &mut self.prompt,
                hints::NAME => &mut self.hints,
                _ => &mut self.reader,
            };
            let mut effects = match self.keymap.lookup(front, &typed) {
                Lookup::Pending => continue,
                Lookup::Nothing => pane.on_text(key, &mut self.session),
                Lookup::Found(steps) => {
                    let index = steps[0].command.index;
                    match pane.enabled(index, &self.session) {
                        Ok(()) => pane.run(index, &mut self.session),
                        Err(why) => {
                            self.session.say(Notice::warning(why));
                            Vec::new()
                        }
                    }
                }
            };
            typed.clear();
            self.session.keyboard.pending.count = None;
            if self.session.focus() != front {
                let pane: &mut dyn AnyPane = if self.session.focus() == find::NAME {
                    &mut self.prompt
                } else {
                    &mut self.reader
                };
                effects.extend(pane.on_focus(&mut self.session));
            }
            self = self.take(effects);
        }
        self
    }

    /// Remembers effects, and answers those that look for words.
    fn take(mut self, effects: Vec<Effect>) -> Self {
        for effect in effects {
            self.effects.push(effect.clone());
            if let Effect::Ask(Question::Find { generation, article, .. }) = effect {
                let hits = hits(&article, self.session.finding.text.trim());
                self = self.tell(&Message::Answer(Answer::Found { generation, hits }));
            }
        }
        self
    }

    fn screen(&self) -> String {
        let (width, height) = self.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let area = Rect::new(0, 0, width, height);
        terminal
            .draw(|frame| {
                AnyPane::view(&self.reader, &self.session, &Theme::monochrome(), frame, area);
            })
            .unwrap();
        let buffer = terminal.backend().buffer();
        let row = |y| {
            let (mut row, mut x) = (String::new(), 0);
            while x < width {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(symbol.width()).unwrap().max(1);
            }
            row.trim_end().to_owned()
        };
        (0..height).map(row).collect::<Vec<_>>().join("\n")
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

    /// What was said last.
    #[track_caller]
    fn says(self, expected: &str) -> Self {
        let newest =
            self.session.said.notices.newest.as_ref().map(|notice| notice.text.to_string());
        assert!(newest.as_deref().unwrap_or("").contains(expected), "{newest:?}");
        self
    }

    fn saved(&self) -> Option<Position> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Keep(KeepRequest::Position { position, .. }) => Some(*position),
            _ => None,
        })
    }

    fn n_marks(&self) -> usize {
        self.effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Mark(MarkRequest::Mark { .. })))
            .count()
    }
}

/// The positions of `word`, letter by letter.
fn hits(article: &Article, word: &str) -> Arc<[Hit]> {
    let paragraphs = article.paragraphs.iter().enumerate();
    let hits = paragraphs.flat_map(|(paragraph, text)| {
        let found = text.match_indices(word).filter(|(_, found)| !found.is_empty());
        found.map(move |(at, _)| Hit { paragraph, bytes: at..at + word.len() })
    });
    hits.collect()
}

fn opened(article: Article) -> OpenedArticle {
    let headline = Headline {
        seq: Seq(0),
        id: article.id,
        title: article.title.clone(),
        date: article.date,
        url: article.url.clone(),
        source: article.source.clone(),
        path: "a.txt".into(),
        length: Length { n_words: article.n_words, n_paragraphs: 0 },
        marks: MarkSet::default(),
        n_copies: 0,
        folded: None,
        problems: Vec::new(),
    };
    let index = Arc::new(PageIndex::new(&article));
    let article = Arc::new(article);
    let (position, places) = (Position::default(), Arc::default());
    let headline = Box::new(headline);
    OpenedArticle { article, headline, places, position, hits: [].into(), index }
}

/// An invented article in several scripts.
fn ferry() -> OpenedArticle {
    let paragraphs = [
        "The last ferry of the old line left Sandhaven at dusk, with a brass band on the upper \
         deck and, as one passenger put it, \u{201c}more tears than diesel\u{201d}. The crossing \
         takes twenty-five minutes; it has done so since 1911.",
        "«\u{a0}Ce n’est pas la fin, c’est l’été qui s’en va\u{a0}», a déclaré la capitaine \
         Eloi\u{308}se Besse\u{300}re, déjà à l’œuvre sur le nouveau quai\u{a0}: un bâtiment de \
         verre où l’on attendra désormais le train.",
        "最終便には、地元の高校生やかつての乗組員など約三百人が乗り込んだ。「さびしいけれど、橋ができて\
         便利になる。」と、船長は話した。乗客は手を振りながら岸を離れた。",
        "המעבורת האחרונה יצאה בשעת בין ערביים, ועל הסיפון ניגנה תזמורת.",
        "Families 👩‍👩‍👧‍👦👨‍👩‍👧 waved flags 🇳🇴🇫🇷 and held up hearts ❤️ in e\u{301}very window of the \
         Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft-building.",
        "The ferry will be moored at the museum pier. Entry is free on Sundays, and the band has \
         promised to come back once a year, on the day of the last ferry.",
    ];
    opened(Article {
        id: ArticleId([7; 16]),
        title: Clean::new("Last ferry leaves Sandhaven after a hundred and fifteen years"),
        date: NaiveDate::from_ymd_opt(2026, 3, 4),
        url: Some(Clean::new("https://tidewater.example/2026/03/04/last-ferry")),
        source: Clean::new("tidewater.example"),
        paragraphs: paragraphs.iter().map(|text| Clean::new(text)).collect(),
        shapes: Vec::new(),
        n_words: 312,
        problems: vec![Problem::DamagedText { n_places: 2 }],
        hints: crate::domain::Hints::default(),
    })
}

/// An article of `n` short paragraphs, `word 0` and so on.
fn long(id: u8, n: usize) -> OpenedArticle {
    opened(Article {
        id: ArticleId([id; 16]),
        title: Clean::new(&format!("Article number {id}")),
        date: None,
        url: None,
        source: Clean::new("a.example"),
        paragraphs: (0..n).map(|number| Clean::new(&format!("word {number}."))).collect(),
        shapes: Vec::new(),
        n_words: 2 * u32::try_from(n).unwrap(),
        problems: vec![Problem::Undated],
        hints: crate::domain::Hints::default(),
    })
}

fn config(mark_read: MarkRead) -> Config {
    let mut config = Config::default();
    config.reader.mark_read = mark_read;
    config
}

fn marked(id: u8, mark: crate::domain::Mark, value: bool) -> Message {
    let change = crate::domain::Applied { log: 1, mark, value, ids: vec![ArticleId([id; 16])] };
    Message::Marked { change: Arc::new(change), is_ours: true }
}

/// A generation that nobody asked for.
const STALE: Generation = Generation(999);
