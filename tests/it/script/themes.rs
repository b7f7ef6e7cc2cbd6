//! Themes and glyphs: every screen in every theme, the box to choose one in, letters for signs.

use std::fmt::Write as _;

use dateline::{
    config::{Config, GlyphSet},
    host::Depth,
    ui::Themes,
};
use ratatui::style::{Color, Style};

use super::*;

impl Script {
    fn dressed(config: Config, rows: Vec<Headline>, size: (u16, u16)) -> Self {
        Self::dressed_at(config, rows, size, Depth::Truecolour)
    }

    pub(super) fn dressed_at(
        config: Config,
        rows: Vec<Headline>,
        size: (u16, u16),
        depth: Depth,
    ) -> Self {
        let opened = App::new(config, Themes::builtin(depth), size);
        Self::begin(opened, Library::open(&Articles::new(rows)), size)
    }

    fn in_theme(name: &str, size: (u16, u16)) -> Self {
        let mut config = Config::default();
        name.clone_into(&mut config.theme.name);
        let opened = App::new(config, Themes::builtin(Depth::Truecolour), size);
        Self::begin(opened, Library::open(&super::search::harbours()), size)
    }

    pub(super) fn buffer(&self) -> ratatui::buffer::Buffer {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| drop(self.app.view(frame))).unwrap();
        terminal.backend().buffer().clone()
    }
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

    /// How a screen is styled: `abc` is a row that begins in one style and ends in a third; rows
    /// that are styled alike are said once, with their number. How long each run is depends on
    /// the words, which other snapshots pin.
    fn styles(&mut self, buffer: &ratatui::buffer::Buffer) -> String {
        let mut rows: Vec<(usize, String)> = Vec::new();
        for y in 0..buffer.area.height {
            let (mut row, mut x) = (Vec::new(), 0);
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                row.push(self.letter(cell.style()));
                x += u16::try_from(cell.symbol().width()).unwrap().max(1);
            }
            row.dedup();
            let row: String = row.into_iter().collect();
            match rows.last_mut() {
                Some((n_rows, last)) if *last == row => *n_rows += 1,
                _ => rows.push((1, row)),
            }
        }
        let mut text = String::new();
        for (n_rows, row) in rows {
            writeln!(text, "{n_rows:>2} x {row}").unwrap();
        }
        text
    }
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

fn check_theme(name: &str, size: (u16, u16)) {
    let mut legend = Legend::default();
    let mut text = String::new();
    let mut add = |what: &str, script: &Script| {
        write!(text, "{what}\n{}\n", legend.styles(&script.buffer())).unwrap();
    };
    let script = Script::in_theme(name, size).press("j");
    add("list", &script);
    let script = script.press("<enter>");
    add("article", &script);
    let script = script.press("/paragraph<enter>n");
    add("article with matches", &script);
    let script = script.press("/zebra<enter>n");
    add("article with something said", &script);
    let script = script.press("<esc>q/harbour");
    add("search", &script);
    let script = script.press("<esc>?");
    add("help", &script);
    let script = script.press("q").tell(Message::Notice(dateline::session::Notice::error("x")));
    add("an error", &script);
    for (letter, style) in ('a'..).zip(&legend.0) {
        writeln!(text, "{letter} {}", words(*style)).unwrap();
    }
    insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), text);
}

#[test]
fn every_theme_styles_every_screen_as_it_should() {
    for name in dateline::ui::themes::names() {
        check_theme(name, (80, 24));
        check_theme(name, (120, 40));
    }
}

#[test]
fn the_box_of_themes_shows_each_at_once_and_goes_back() {
    let background = |script: &Script| script.buffer()[(0, 23)].bg;
    let script = Script::in_theme("dark", (80, 24));
    let before = background(&script);
    let script = script.press("T").shows("high-contrast").shows("Owls").press("j");
    let gruvbox = background(&script);
    assert_ne!(gruvbox, before);
    let script = script.press("<esc>").hides("high-contrast");
    assert_eq!(background(&script), before);
    let script = script.press("Tj<enter>").shows("theme gruvbox").hides("high-contrast");
    assert_eq!(background(&script), gruvbox);
    let script = script.press("Tggq");
    assert_eq!(background(&script), gruvbox);
    // Round the end and back.
    let round = script.press("Tggk<enter>").press("Tj<enter>");
    assert_eq!(
        background(&round),
        background(&Script::in_theme("dark", (80, 24)).press("Tgg<enter>"))
    );
}

#[test]
fn the_box_of_themes_is_no_larger_than_its_names() {
    let screen = Script::in_theme("dark", (80, 24)).press("T").screen();
    let lines: Vec<&str> = screen.lines().collect();
    let last = lines.iter().position(|line| line.contains("│ terminal")).unwrap();
    assert!(lines[last + 1].contains('└'), "{screen}");
    let title = lines.iter().find(|line| line.contains('┐')).unwrap();
    assert!(title.ends_with("select ─┐"), "{screen}");
}

#[test]
fn with_ascii_glyphs_everything_of_our_own_is_ascii() {
    let mut config = Config::default();
    config.theme.glyphs = GlyphSet::Ascii;
    let mut rows = corpus();
    rows.retain(|headline| headline.title.is_ascii());
    for keys in ["", "<enter>", "?", "T", "/harbour", "/-", "<enter>/para", "g", "AgusS", "jj5"] {
        for size in [(40, 12), (80, 24), (120, 40)] {
            let script = Script::dressed(config.clone(), rows.clone(), size).press(keys);
            let screen = script.screen();
            assert!(screen.is_ascii(), "after `{keys}`\n{screen}");
        }
    }
    Script::dressed(config, rows, (40, 12)).shows("*  ").shows(" - All").shows("---");
}
