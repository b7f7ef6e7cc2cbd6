//! Every pane in every theme. One screen of each is there to be read, with the styles of its rows;
//! how it is styled in each theme is pinned by a digest. A pane without a screen here fails the
//! test.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use dateline::{
    config::Config,
    host::Depth,
    session::Notice,
    ui::{Themes, themes},
};
use ratatui::{
    buffer::Buffer,
    style::{Color, Style},
};

use super::*;

/// One has commands only; the other shows times that no two runs share.
const NOT_DRAWN: [&str; 2] = ["global", "explanation"];

/// Each pane, and the keys that lead to it.
const SCENES: [(&str, &str); 22] = [
    ("list", "jsj"),
    ("reader", "<enter>/harbour<enter>n"),
    ("find", "<enter>/paragraph"),
    ("hints", "<enter>f"),
    ("search", "/harbour -owls"),
    ("timeline", "t"),
    ("facets", "gf"),
    ("help", "?"),
    ("command-line", ":se"),
    ("palette", "<c-p>star"),
    ("messages", "g<lt>"),
    ("output", ":pipe one 'two words'<enter>"),
    ("problems", "gp"),
    ("filter", "?/star"),
    ("themes", "T"),
    ("which-key", "g"),
    ("welcome", ""),
    ("status", "jv"),
    ("history", "sjmu:history<enter>"),
    ("ask", "b"),
    ("context", "/harbour<enter>gw"),
    ("batch", ":batch owls|harbour<enter>j"),
];

/// Panes that are drawn while another one takes the keys.
const NEVER_IN_FRONT: [&str; 3] = ["which-key", "welcome", "status"];

fn articles() -> Articles {
    let text = "It was said that the harbour had been expected: https://tide.example/a tells more.";
    let mut articles = Articles::new(corpus()).saying(0, text).saying(3, text);
    articles.empty = vec!["empty.txt".into()];
    articles
}

fn scene((pane, keys): (&str, &str), theme: &str, size: (u16, u16)) -> Script {
    let mut config = Config::default();
    theme.clone_into(&mut config.theme.name);
    let opened = App::new(config, Themes::builtin(Depth::Truecolour), size);
    let script = Script::begin(opened, Library::open(&articles()), size);
    if pane == "welcome" {
        let (kept, bookmarks, habits) = (None, String::new(), Box::default());
        return script.tell(Message::Restored { kept, bookmarks, habits, is_first_start: true });
    }
    let notices = [Notice::note("3 new"), Notice::warning("disk almost full"), Notice::error("x")];
    let told = notices.into_iter().fold(script, |script, it| script.tell(Message::Notice(it)));
    let script = told.press(&keys.replace(' ', "<space>"));
    let front = script.app.session().focus();
    assert!(front.0 == pane || NEVER_IN_FRONT.contains(&pane), "{front:?} is not {pane}");
    script
}

/// Styles by letters, in the order in which they appear.
#[derive(Default)]
struct Legend(Vec<Style>);

impl Legend {
    fn letter(&mut self, style: Style) -> char {
        let at = self.0.iter().position(|it| *it == style).unwrap_or_else(|| {
            self.0.push(style);
            self.0.len() - 1
        });
        char::from(b'a' + u8::try_from(at).unwrap())
    }
}

/// The cells of a row that letters begin in: their text and their styles. How long each run of a
/// style is depends on the words.
fn row(buffer: &Buffer, y: u16) -> (String, Vec<Style>) {
    let (mut text, mut styles, mut x) = (String::new(), Vec::new(), 0);
    while x < buffer.area.width {
        let cell = &buffer[(x, y)];
        text.push_str(cell.symbol());
        styles.push(cell.style());
        x += u16::try_from(cell.symbol().width()).unwrap().max(1);
    }
    styles.dedup();
    (text.trim_end().to_owned(), styles)
}

fn rows(script: &Script) -> Vec<(String, Vec<Style>)> {
    let buffer = script.buffer();
    (0..buffer.area.height).map(|y| row(&buffer, y)).collect()
}

fn words(style: Style) -> String {
    let word = |colour: Option<Color>| match colour {
        None | Some(Color::Reset) => "-".to_owned(),
        Some(colour) => colour.to_string().to_lowercase(),
    };
    let modifiers = match style.add_modifier {
        modifiers if modifiers.is_empty() => String::new(),
        modifiers => format!("{modifiers:?}").to_lowercase(),
    };
    format!("{} on {} {modifiers}", word(style.fg), word(style.bg)).trim_end().to_owned()
}

/// Which styles follow each other on a screen, in a few letters.
fn digest(script: &Script) -> String {
    let mut all: Vec<Vec<Style>> = rows(script).into_iter().map(|(_, styles)| styles).collect();
    all.dedup();
    let styles = all.iter().flat_map(|row| row.iter().map(|it| words(*it)).chain(["\n".into()]));
    let styles: Vec<String> = styles.collect();
    blake3::hash(styles.join("|").as_bytes()).to_hex()[..8].to_owned()
}

#[test]
fn every_pane_has_a_scene() {
    let drawn = dateline::panes::all().into_iter().map(|pane| pane.name().0);
    let drawn: BTreeSet<&str> = drawn.filter(|name| !NOT_DRAWN.contains(name)).collect();
    assert_eq!(drawn, SCENES.iter().map(|(pane, _)| *pane).collect());
}

#[test]
fn every_pane_looks_as_it_should() {
    for which @ (pane, _) in SCENES {
        let mut legend = Legend::default();
        let mut text = String::new();
        for (words, styles) in rows(&scene(which, "dark", (80, 24))) {
            let letters: String = styles.iter().map(|it| legend.letter(*it)).collect();
            writeln!(text, "{}", format!("{letters:<12} {words}").trim_end()).unwrap();
        }
        for (letter, style) in ('a'..).zip(&legend.0) {
            writeln!(text, "{letter} {}", words(*style)).unwrap();
        }
        insta::assert_snapshot!(format!("pane_{pane}"), history::without_times(&text));
    }
}

#[test]
fn every_theme_styles_every_pane_as_it_should() {
    let mut text = String::new();
    let mut seen = BTreeMap::new();
    for theme in themes::names() {
        for which @ (pane, _) in SCENES {
            let at = |size| digest(&scene(which, theme, size));
            let (low, wide) = (at((80, 24)), at((120, 40)));
            writeln!(text, "{theme:<16} {pane:<13} {low} {wide}").unwrap();
            if let Some(other) = seen.insert((pane, low), theme) {
                panic!("{pane} is drawn alike in {theme} and {other}");
            }
        }
    }
    insta::assert_snapshot!("panes_by_theme", text);
}
