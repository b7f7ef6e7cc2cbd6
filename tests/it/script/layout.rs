//! Where list and article stand, and the divider between them.

use dateline::{
    config::{Config, LayoutConfig, LayoutKind},
    session::Key,
};
use proptest::prelude::*;

use super::{Articles, Script, corpus};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (40, 12), (200, 60)];
const KINDS: [(&str, &str); 4] =
    [("left", "<c-w>H"), ("top", "<c-w>K"), ("single", "<c-w>o"), ("zen", "Z")];

fn with_kind(kind: LayoutKind, width: u16, height: u16) -> Script {
    let layout = LayoutConfig { kind, ..LayoutConfig::default() };
    let config = Config { layout, ..Config::default() };
    Script::with_config(Articles::new(corpus()), config, width, height)
}

#[test]
fn every_layout_at_four_sizes() {
    for (width, height) in SIZES {
        let script = Script::new(width, height).press("<enter>");
        insta::assert_snapshot!(format!("auto_{width}x{height}"), script.screen());
        for (name, keys) in KINDS {
            // The key at the end takes the notice away.
            let script = Script::new(width, height).press("<enter>").press(keys).press("<c-l>");
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), script.screen());
        }
    }
}

#[test]
fn a_layout_is_chosen_by_settings_keys_and_in_turn() {
    let script = with_kind(LayoutKind::ListTop, 80, 24).hides("─\n─").press("<enter>");
    let script = script.shows("Owls").shows("First paragraph.").press("<c-w>o");
    let script = script.shows("layout list-only").hides("Owls").press("h").shows("Owls");
    let script = script.press("<c-w>a<enter>").hides("Owls").press("<c-w>H").shows("Owls");
    let script = script.shows("│").press("<c-w><space>").shows("layout list-top").hides("│");
    let script = script.press("<c-w><space>").shows("layout list-only");
    let script = script.press("<c-w><space>").shows("layout auto");
    script.press("<c-w><space>").shows("layout list-left");
}

#[test]
fn the_article_alone_has_the_whole_screen_and_goes_back_to_what_was_before() {
    let script = Script::new(120, 30).press("Z").shows("no article has been opened yet");
    let script = script.press("<enter>").shows("Owls").press("Z");
    let script = script.hides("Owls").hides("? help").shows("First paragraph.");
    // What is typed or said shows over the last line, for as long as it is.
    let script = script.press("12").shows("12…").press("<esc>").hides("12…");
    let script = script.press("K").shows("this is the first article of the list");
    let script = script.press("/second").shows("/second").press("<esc><tab>").shows("Owls");
    script.shows("? help").press("<tab>Z").shows("│").shows("Owls");
}

#[test]
fn keys_move_the_divider_of_the_pane_in_front_within_bounds() {
    let rule = |script: &Script| script.screen().lines().next().unwrap().find('│').unwrap();
    let script = Script::new(120, 30).press("<c-w>>").shows("not both on the screen");
    let script = script.press("<enter>");
    let before = rule(&script);
    let script = script.press("<c-w>>");
    assert!(rule(&script) < before, "the article grows");
    let script = script.press("<tab><c-w>><c-w>+");
    assert!(before < rule(&script), "the list grows");
    let script = script.press("99<c-w>>").shows("│").press("99<c-w><lt>").shows("│");
    assert_eq!(rule(&script.press("<c-w>=")), before);
    let tall = Script::new(60, 42).press("<enter><tab><c-w>+");
    let lines = |script: &Script| script.app.session().front().visible().len();
    let n_before = lines(&tall);
    assert!(lines(&tall.press("9<c-w>-")) < n_before);
}

#[test]
fn a_terminal_too_small_for_both_shows_one_at_a_time() {
    for (keys, size) in [("<c-w>H", (49, 40)), ("<c-w>K", (110, 11))] {
        let script = Script::new(size.0, size.1).press("<enter>").press(keys);
        script.hides("Owls").press("<tab>").shows("Owls").hides("First paragraph.");
    }
}

#[test]
fn every_size_of_every_layout_is_drawn_and_keeps_the_place() {
    for (_, keys) in KINDS {
        let mut script = Script::new(80, 24).press("3j<enter>").press(keys);
        let title = script.at_cursor().to_owned();
        for height in (0..=60).chain([200]) {
            for width in (0..=10).chain([20, 49, 50, 51, 119, 120, 300, 500]) {
                script = script.resize(width, height);
                script.screen();
            }
        }
        script.resize(80, 24).at(&title);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_divider_at_any_size_breaks_anything(
        presses in proptest::collection::vec(0usize..9, 1..30),
        sizes in proptest::collection::vec((0u16..500, 0u16..200), 1..20),
    ) {
        let keys = ["<c-w>H", "<c-w>K", "<c-w>o", "<c-w>a", "Z", "7<c-w>>", "7<c-w><lt>", "<tab>", "<enter>"];
        let mut script = Script::new(130, 50).press("<enter>");
        for (at, press) in presses.iter().enumerate() {
            for key in Key::parse_all(keys[*press]).unwrap() {
                script.event(dateline::app::Event::Key(key));
            }
            if let Some((width, height)) = sizes.get(at) {
                script = script.resize(*width, *height);
            }
            script.screen();
        }
        let script = script.resize(130, 50);
        prop_assert_eq!(script.at_cursor(), "Harbour bridge reopens after nine months of repairs");
    }
}

#[test]
fn what_is_said_over_the_article_alone_covers_its_last_line() {
    let script = Script::new(80, 24).press("<enter>Z[u");
    let script = script.shows("no unread article above");
    let screen = script.screen();
    let last = screen.lines().last().unwrap();
    assert!(last.starts_with(" no unread article above   "), "{screen}");
}
