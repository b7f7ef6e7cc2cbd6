//! The mouse: the pane it is over, the divider it drags, and that it marks nothing by accident.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use dateline::{
    app::Event,
    config::{Config, MarkRead, ReaderConfig},
    session::{Effect, MarkRequest, Mouse, MouseAction, READER},
};
use proptest::prelude::*;

use super::{Articles, Script, corpus, day, headline};

impl Script {
    pub(super) fn mouse(mut self, action: MouseAction, column: u16, row: u16, at: u64) -> Self {
        let at = Duration::from_millis(at);
        self.event(Event::Mouse(Mouse { action, column, row, at }));
        self
    }

    /// A click long after the one before.
    pub(super) fn click(self, column: u16, row: u16) -> Self {
        static CLICKS: AtomicU64 = AtomicU64::new(100);
        let at = 10_000 * CLICKS.fetch_add(1, Ordering::Relaxed);
        self.mouse(MouseAction::Press, column, row, at).mouse(
            MouseAction::Release,
            column,
            row,
            at + 20,
        )
    }

    fn double_click(self, column: u16, row: u16) -> Self {
        self.mouse(MouseAction::Press, column, row, 7_000)
            .mouse(MouseAction::Release, column, row, 7_050)
            .mouse(MouseAction::Press, column, row, 7_200)
            .mouse(MouseAction::Release, column, row, 7_250)
    }

    fn wheel(self, column: u16, row: u16, n: i32) -> Self {
        let n_notches = u16::try_from(n.unsigned_abs()).unwrap();
        self.mouse(MouseAction::Wheel { is_down: 0 < n, n_notches }, column, row, 1)
    }

    /// The line of the screen that shows `text`.
    pub(super) fn line_of(&self, text: &str) -> u16 {
        let screen = self.screen();
        let line = screen.lines().position(|line| line.contains(text));
        u16::try_from(line.unwrap_or_else(|| panic!("no `{text}` in\n{screen}"))).unwrap()
    }

    pub(super) fn n_marks(&self) -> usize {
        let is_mark = |effect: &&Effect| matches!(effect, Effect::Mark(MarkRequest::Mark { .. }));
        self.outside.asked.iter().filter(is_mark).count()
    }
}

fn many() -> Articles {
    let row = |seq| headline(seq, &format!("Article {seq}."), day("2026-03-04"), "wire.example");
    Articles::new((0..200).map(row).collect())
}

#[test]
fn a_click_moves_the_cursor_and_two_open() {
    let script = Script::new(80, 24);
    let line = script.line_of("Council");
    let script = script.click(9, line).at("Council votes on harbour fees");
    let script = script.hides("First paragraph.");
    assert_eq!(script.n_marks(), 0);
    // Two clicks that are far apart in time or place are two clicks.
    let script = script.click(9, line).click(9, line).hides("First paragraph.");
    let other = script.line_of("Owls");
    let script = script.mouse(MouseAction::Press, 9, line, 9_000_000_000);
    let script =
        script.mouse(MouseAction::Press, 9, other, 9_000_000_100).hides("First paragraph.");
    script.double_click(9, line).shows("Council votes").shows("First paragraph.");
}

#[test]
fn two_clicks_near_the_edge_open_the_article_that_was_clicked() {
    let script = Script::with(many(), 80, 24).press("100G");
    let line = script.line_of("Article 99.");
    let edge = (1..23).rev().find(|row| *row != line).unwrap();
    let title = script.screen().lines().nth(edge.into()).unwrap().to_owned();
    let number = title.split_whitespace().find(|word| word.ends_with('.')).unwrap().to_owned();
    let script = script.double_click(20, edge).press("q");
    script.at(&format!("Article {number}"));
}

#[test]
fn the_wheel_scrolls_what_it_is_over_and_neither_opens_nor_marks() {
    let script = Script::with(many(), 120, 30).press("<enter>");
    let n_marks = script.n_marks();
    let script = script.wheel(5, 9, 100).shows("Article 199.").shows("First paragraph.");
    assert_eq!(script.app.session().focus(), READER);
    assert_eq!(script.n_marks(), n_marks);
    let script = script.wheel(5, 9, -3).hides("Article 199.");
    let script = script.wheel(5, 9, -200).shows("Article 0.");
    // If the wheel stops, the cursor is on the screen.
    let list = script.app.session().front();
    assert!(list.visible().contains(&list.cursor()));
}

#[test]
fn the_wheel_reaches_the_first_heading_though_its_rows_come_late() {
    let date = |seq: u32| day(&format!("2026-03-{:02}", 28 - seq / 2));
    let row = |seq| headline(seq, &format!("Article {seq}."), date(seq), "wire.example");
    let script = Script::with(Articles::new((0..56).map(row).collect()), 80, 24);
    let script = script.shows("Saturday 28 March").wheel(5, 9, 100).shows("Sunday 1 March");
    let script = script.hides("Article 0.").wheel(5, 9, -100);
    let script = script.shows("Saturday 28 March").shows("Article 0.");
    // The cursor is on the screen, and keys go on from there.
    let (before, at) = (script.screen(), script.at_cursor().to_owned());
    let script = script.shows(&at).press("k");
    let tops = |screen: &str| screen.lines().nth(1).unwrap().to_owned();
    assert_eq!(tops(&script.screen()), tops(&before));
    // Another height of the screen is no turn of the wheel: the cursor stays at its article.
    let at = script.at_cursor().to_owned();
    script.wheel(5, 9, 1).resize(80, 12).at(&at).resize(80, 24).at(&at);
}

#[test]
fn a_list_that_fits_does_not_move_under_the_wheel() {
    let script = Script::new(80, 24);
    let before = script.screen();
    let script = script.wheel(3, 3, 5);
    assert_eq!(script.screen(), before);
}

#[test]
fn the_wheel_never_marks_an_article_whose_end_it_shows() {
    let reader = ReaderConfig { mark_read: MarkRead::End, ..ReaderConfig::default() };
    let config = Config { reader, ..Config::default() };
    let script = Script::with_config(Articles::new(corpus()), config, 40, 6).press("<enter>");
    assert_eq!(script.n_marks(), 0);
    let script = script.wheel(3, 3, 50);
    assert_eq!(script.n_marks(), 0);
    assert_eq!(script.press("j").n_marks(), 1);
}

#[test]
fn a_click_takes_the_keys_to_its_pane() {
    let script = Script::new(120, 30).press("<enter>").click(9, 5).press("<home>j");
    let script = script.at("Owls return to the city park").click(100, 5);
    assert_eq!(script.app.session().focus(), READER);
    let script = script.press("<tab>/harbour").shows("2 hits");
    let line = script.line_of("Council");
    let script = script.click(20, line).at("Council votes on harbour fees");
    script.press("k").at("Harbour bridge reopens after nine months of repairs");
}

#[test]
fn the_divider_follows_the_mouse_until_it_is_let_go() {
    let rule = |script: &Script| {
        let screen = script.screen();
        let first = screen.lines().next().unwrap();
        first.chars().position(|it| it == '│').unwrap()
    };
    let script = Script::new(120, 30).press("<enter>");
    let column = u16::try_from(rule(&script)).unwrap();
    let script = script.mouse(MouseAction::Press, column, 8, 0).mouse(MouseAction::Drag, 71, 3, 5);
    assert_eq!(rule(&script), 71);
    let script = script.mouse(MouseAction::Drag, 0, 3, 9);
    assert_eq!(rule(&script), 12);
    let script = script.mouse(MouseAction::Drag, 60, 3, 9).mouse(MouseAction::Release, 60, 3, 10);
    let script = script.mouse(MouseAction::Drag, 40, 3, 12);
    assert_eq!(rule(&script), 60);
    // Drags that begin elsewhere move nothing.
    let script =
        script.mouse(MouseAction::Press, 5, 5, 20_000).mouse(MouseAction::Drag, 9, 9, 20_001);
    assert_eq!(rule(&script), 60);
    let tall = Script::new(60, 42).press("<enter>");
    let row = tall.line_of("──────────");
    let row =
        if tall.screen().lines().nth(row.into()).unwrap().contains("2026") { 13 } else { row };
    let tall = tall.mouse(MouseAction::Press, 8, row, 0).mouse(MouseAction::Drag, 8, 20, 5);
    assert!(tall.screen().lines().nth(20).unwrap().starts_with("────"), "\n{}", tall.screen());
}

#[test]
fn an_overlay_keeps_the_mouse_to_itself() {
    let script = Script::new(80, 24).press("?");
    let before = script.screen();
    let script = script.wheel(40, 12, 2);
    assert_ne!(script.screen(), before);
    script
        .double_click(40, 12)
        .press("q")
        .at("Harbour bridge reopens after nine months of repairs");
}

#[test]
fn the_mouse_is_left_to_the_terminal_when_asked() {
    let script = Script::new(80, 24).press("<c-w>m").shows("mouse off");
    assert!(!script.app.session().config.mouse.enabled);
    assert!(script.press("<c-w>m").app.session().config.mouse.enabled);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_mouse_anywhere_breaks_anything(
        events in proptest::collection::vec((0u8..7, 0u16..140, 0u16..60, 0u64..900), 1..60),
    ) {
        let mut script = Script::with(many(), 120, 45);
        for (what, column, row, at) in events {
            let action = match what {
                0 => MouseAction::Press,
                1 => MouseAction::Drag,
                2 => MouseAction::Release,
                3 | 4 => MouseAction::Wheel { is_down: what == 3, n_notches: row },
                5 => {
                    script = script.resize(column, row);
                    continue;
                }
                _ => {
                    let keys = ["<enter>", "?", "/art", "<esc>", "<c-w>K", "<tab>"];
                    script = script.press(keys[usize::from(row) % keys.len()]);
                    continue;
                }
            };
            script = script.mouse(action, column, row, at);
            script.screen();
        }
    }
}
