//! Themes and glyphs: the box to choose a theme in, letters for signs.

use dateline::{
    config::{Config, GlyphSet},
    host::Depth,
    ui::Themes,
};

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

    pub(super) fn in_theme(name: &str, size: (u16, u16)) -> Self {
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
