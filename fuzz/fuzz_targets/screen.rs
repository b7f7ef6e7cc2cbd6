//! Any bytes as an article, listed and read on a screen of any size: no cell of any picture holds
//! anything but text.
#![no_main]

use std::{path::Path, sync::Arc};

use dateline::{
    app::{App, Event},
    config::Config,
    base::Clean,
    domain::{Article, Extent, Headline, Length, MarkSet, PageIndex, Position, Seq},
    formats::{FileContext, Habits, read},
    session::{Answer, Effect, Key, ListAnswer, Message, OpenedArticle, Question},
    ui::Theme,
};
use libfuzzer_sys::fuzz_target;
use ratatui::{Terminal, backend::TestBackend};

fuzz_target!(|input: (u8, u8, &[u8])| {
    let (width, height, bytes) = input;
    let size = (u16::from(width % 120), u16::from(height % 50));
    let reading =
        FileContext {
            path: Path::new("a.txt"),
            size: bytes.len() as u64,
            library: &Clean::new("a"),
            encoding: None,
            habits: &Habits::default(),
        };
    let Ok(article) = read(bytes, &reading) else { return };
    let article = Arc::new(article);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen in memory");
    let (app, effects) = App::new(Config::default(), Theme::monochrome(), size);
    let mut desk = Desk { app, article };
    desk.settle(effects);
    for keys in ["", "<enter>", "<space>", "G", "gg", "/", "a", "<enter>", "n", "<esc>", "q"] {
        for key in Key::parse_all(keys).expect("keys are written rightly") {
            let effects = desk.app.update(Event::Key(key));
            desk.settle(effects);
        }
        terminal.draw(|frame| drop(desk.app.view(frame))).expect("a screen in memory");
        for cell in &terminal.backend().buffer().content {
            let symbol = cell.symbol();
            assert!(symbol.len() <= 256, "{symbol:?}");
            assert!(!symbol.contains(is_obeyed), "{symbol:?}");
        }
    }
});

/// What a terminal would do something about.
fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// The program with a library of one article.
struct Desk {
    app: App,
    article: Arc<Article>,
}

impl Desk {
    fn settle(&mut self, mut effects: Vec<Effect>) {
        while let Some(effect) = effects.pop() {
            if let Some(message) = self.answer(effect) {
                effects.extend(self.app.update(Event::Message(message)));
            }
        }
    }

    fn answer(&self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Ask(Question::List { list, generation, .. }) => {
                Some(Message::Answer(Answer::List(ListAnswer {
                    list,
                    generation,
                    n_rows: 1,
                    extent: Extent::Whole,
                    n_gone: 0,
                    cursor: None,
                    first: 0,
                    rows: vec![self.headline()],
                    forms: Vec::new(),
                })))
            }
            Effect::Ask(Question::Rows { list, generation, rows }) => {
                let first = rows.start;
                let rows = if rows.contains(&0) { vec![self.headline()] } else { Vec::new() };
                Some(Message::Answer(Answer::Rows { list, generation, first, rows }))
            }
            Effect::Ask(Question::Article { generation, .. }) => {
                let opened = OpenedArticle {
                    places: Arc::default(),
                    article: self.article.clone(),
                    headline: Box::new(self.headline()),
                    position: Position::default(),
                    hits: [].into(),
                    index: Arc::new(PageIndex::new(&self.article)),
                };
                Some(Message::Answer(Answer::Article { generation, result: Ok(opened) }))
            }
            _ => None,
        }
    }

    fn headline(&self) -> Headline {
        let article = &*self.article;
        Headline {
            seq: Seq(0),
            id: article.id,
            title: article.title.clone(),
            date: article.date,
            url: article.url.clone(),
            source: article.source.clone(),
            path: "a.txt".into(),
            length: Length {
                n_words: article.n_words,
                n_paragraphs: u32::try_from(article.paragraphs.len()).unwrap_or(u32::MAX),
            },
            marks: MarkSet::default(),
            n_copies: 0,
            folded: None,
            problems: article.problems.clone(),
        }
    }
}
