//! Pictures one after the other, on terminals that count otherwise: each time the screen is the one
//! that a terminal shows that has been cleared.

mod model;

use proptest::{prelude::*, sample::select};
use ratatui::{
    layout::{Position, Rect},
    style::{Color, Style},
};

use super::*;
use crate::{
    base::Clean,
    ui::{Ink, Theme, finish_wide, framed, put, put_ordered},
};
use model::{Model, RULES, Vt100};

const SIZE: (u16, u16) = (30, 8);

/// Words of all kinds of clusters.
const WORDS: [&str; 26] = [
    "ferry",
    "harbour 12",
    "naïve café",
    "e\u{301}te\u{301} o\u{323}\u{302}",
    "स्त्री क्षत्रिय",
    "हिन्दी ज्ञान",
    "தமிழ் கொழும்பு ஸ்ரீ",
    "বাংলা শ্রেষ্ঠ",
    "ภาษาไทย กี่ น้ำ",
    "မြန်မာ ကျွန်ုပ်",
    "ភាសាខ្មែរ",
    "שָׁלוֹם עולם",
    "مَرْحَبًا لا بأس",
    "日本語の見出し",
    "ｶﾞｲﾄﾞ ﾊﾟﾝ",
    "한국어 기사",
    "ᄒ\u{1161}ᆫ글",
    "Новости дня",
    "🐝 ⛴️ ☀ ✈️",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦 👍🏽",
    "🇦🇶🇮🇳🏴\u{e0067}\u{e0062}\u{e007f}",
    "❤️\u{200d}🔥 1️⃣",
    "● ★ — “…” ≥ 3",
    "────────────",
    "│ ┌┐",
    "Z\u{335}\u{321}\u{343}a\u{334}\u{322}l\u{336}g\u{337}o\u{338}",
];

/// Something drawn.
#[derive(Debug, Clone)]
enum Stroke {
    Words {
        at: (u16, u16),
        words: Vec<&'static str>,
        colour: u8,
        is_link: bool,
        reorders: bool,
    },
    Box {
        area: Rect,
        title: &'static str,
    },
    Bar(u16),
    /// The row of a cursor.
    Row(u16, u8),
}

fn strokes() -> impl Strategy<Value = Stroke> {
    let at = (0..SIZE.0, 0..SIZE.1);
    let words = prop::collection::vec(select(&WORDS[..]), 1..5);
    let area = (0..SIZE.0, 0..SIZE.1, 1..SIZE.0, 1..SIZE.1);
    prop_oneof![
        6 => (at, words, 0u8..6, any::<bool>(), any::<bool>()).prop_map(
            |(at, words, colour, is_link, reorders)| {
                Stroke::Words { at, words, colour, is_link, reorders }
            }
        ),
        2 => (area, select(&WORDS[..])).prop_map(|((x, y, width, height), title)| {
            Stroke::Box { area: Rect { x, y, width, height }, title }
        }),
        1 => (0..SIZE.0).prop_map(Stroke::Bar),
        1 => (0..SIZE.1, 0u8..6).prop_map(|(y, colour)| Stroke::Row(y, colour)),
    ]
}

fn style(colour: u8) -> Style {
    match colour {
        0 => Style::new(),
        1 => Style::new().bold(),
        2 => Style::new().reversed(),
        3 => Style::new().fg(Color::Rgb(1, 2, 3)).underlined(),
        4 => Style::new().on_blue().dim(),
        _ => Style::new().fg(Color::Indexed(208)).bg(Color::Indexed(17)),
    }
}

/// A picture of these strokes, on a ground, and the links that can be seen in it.
fn picture(strokes: &[Stroke], ground: u8) -> (Buffer, Vec<Hyperlink>) {
    let screen = Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut buffer = Buffer::empty(screen);
    buffer.set_style(screen, style(ground));
    let mut links = Vec::new();
    for (number, stroke) in strokes.iter().enumerate() {
        match stroke {
            Stroke::Words { at: (x, y), words, colour, is_link, reorders } => {
                let area = Rect { x: *x, y: *y, width: SIZE.0 - x, height: 1 };
                let style = style(*colour);
                let ink = Ink { style, hits: &[2..9, 20..22], hit_style: style.italic() };
                let rest = put_ordered(&mut buffer, area, &words.join(" "), ink, *reorders);
                let cells = (*x..rest.x).map(|x| Position { x, y: *y });
                let cells: Vec<_> = cells.filter(|_| *is_link).collect();
                let address = Clean::new(&format!("https://tide.example/{number}"));
                links.extend((!cells.is_empty()).then_some(Hyperlink { number, address, cells }));
            }
            Stroke::Box { area, title } => {
                let inside = framed(&mut buffer, *area, title, &Theme::terminal());
                put(&mut buffer, inside, title, Style::new());
            }
            Stroke::Bar(x) => {
                for y in 0..SIZE.1 {
                    buffer.set_stringn(*x, y, "│", 1, Style::new());
                }
            }
            Stroke::Row(y, colour) => {
                buffer.set_style(Rect { y: *y, height: 1, ..screen }, style(*colour));
            }
        }
    }
    finish_wide(&mut buffer);
    (buffer, links)
}

/// What brings a terminal from what it shows to this picture.
fn painted(painter: &mut Painter, (buffer, links): &(Buffer, Vec<Hyperlink>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    painter.take(&mut buffer.clone(), links.clone());
    painter.paint(&mut bytes).unwrap();
    bytes
}

/// Each picture changes a part of the one before: what is drawn above what stays.
fn pictures() -> impl Strategy<Value = Vec<(Buffer, Vec<Hyperlink>)>> {
    let below = prop::collection::vec(strokes(), 0..8);
    let above = prop::collection::vec(prop::collection::vec(strokes(), 0..4), 2..6);
    (below, above, 0u8..6).prop_map(|(below, above, ground)| {
        let with = |above: Vec<Stroke>| picture(&[below.clone(), above].concat(), ground);
        above.into_iter().map(with).collect()
    })
}

/// Each case is several pictures on eight terminals.
fn n_cases() -> u32 {
    if std::env::var_os("RUN_SLOW_TESTS").is_some() { 10_000 } else { 64 }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(n_cases()) })]

    #[test]
    fn a_change_leaves_what_a_cleared_terminal_would_show(pictures in pictures()) {
        for (name, rule) in RULES {
            let (mut painter, mut terminal) = (Painter::default(), Model::new(rule, SIZE));
            for picture in &pictures {
                terminal.process(&painted(&mut painter, picture));
                let mut cleared = Model::new(rule, SIZE);
                cleared.process(&painted(&mut Painter::default(), picture));
                prop_assert_eq!(terminal.text(), cleared.text(), "{}", name);
                prop_assert_eq!(&terminal.cells, &cleared.cells, "{}", name);
            }
        }
        let (mut painter, mut terminal) = (Painter::default(), Vt100::new(SIZE));
        for picture in &pictures {
            terminal.process(&painted(&mut painter, picture));
            let mut cleared = Vt100::new(SIZE);
            cleared.process(&painted(&mut Painter::default(), picture));
            prop_assert_eq!(terminal.rows(), cleared.rows());
        }
    }

    #[test]
    fn what_is_shown_already_is_not_written(pictures in pictures()) {
        let mut painter = Painter::default();
        for picture in &pictures {
            painted(&mut painter, picture);
            prop_assert_eq!(painted(&mut painter, picture), b"");
        }
    }
}
