//! What comes back at the next start.

use std::borrow::Borrow;

use dateline::{
    app::App,
    config::{Config, Settings},
    domain::Mark,
    host::Depth,
    session::Message,
    ui::Themes,
};

use super::{Articles, Library, Script, day, headline, list::many};

/// Starts again on `articles` with what `script` has left.
fn again(script: &Script, articles: Articles, width: u16, height: u16) -> Script {
    again_with(script, articles, Config::default(), (width, height))
}

/// As [`again`], with settings.
fn again_with(
    script: &Script,
    articles: impl Borrow<Articles>,
    config: Config,
    size: (u16, u16),
) -> Script {
    let (mut app, mut effects) = App::new(config, Themes::builtin(Depth::Truecolour), size);
    let kept = serde_json::from_str(&script.app.kept()).unwrap();
    let habits = serde_json::from_str(&script.app.habits()).unwrap();
    let (kept, bookmarks) = (Some(Box::new(kept)), String::new());
    let (habits, is_first_start) = (Box::new(habits), false);
    let restored = Message::Restored { kept, bookmarks, habits, is_first_start };
    effects.extend(app.update(dateline::app::Event::Message(restored)));
    Script::begin((app, effects), Library::open(articles.borrow()), size)
}

#[test]
fn the_place_the_order_and_the_view_come_back() {
    let script = Script::with(many(200), 80, 24).press("gu,r90Gztjj");
    let restored = again(&script, many(200), 80, 24).at(script.at_cursor());
    assert_eq!(restored.screen(), script.screen());
    assert_eq!(restored.app.kept(), script.app.kept());
}

#[test]
fn the_article_under_the_cursor_is_found_where_it_stands_now() {
    let script = Script::with(many(200), 80, 24).press("100Gzz");
    let line = |script: &Script| {
        let screen = script.screen();
        screen.lines().position(|line| line.contains("Article 99")).unwrap()
    };
    let mut grown = many(200);
    let newer = (300..350).map(|seq| headline(seq, "New", day("2026-03-05"), "wire.example"));
    grown.headlines.splice(0..0, newer);
    let restored = again(&script, grown, 80, 24).at("Article 99");
    assert_eq!(line(&restored), line(&script));
    let mut gone = many(200);
    gone.headlines.remove(99);
    again(&script, gone, 80, 24).at("Article 100").press("j").at("Article 101");
}

#[test]
fn the_layout_and_the_folded_days_come_back() {
    let script = Script::with(many(200), 120, 30).press("30Gzcjj<enter><c-w>K4<c-w>-");
    let script = script.press("<tab>").shows("▸").press("<c-l>");
    let restored = again(&script, many(200), 120, 30).press("<c-l>");
    assert_eq!(restored.screen(), script.screen());
    assert_eq!(restored.app.kept(), script.app.kept());
    let script = Script::with(many(200), 120, 30).press("30GzMzo<enter>Z");
    let restored = again(&script, many(200), 120, 30).hides("│").press("Z<tab>").shows("│");
    restored.shows("▸").press("zR").hides("▸");
}

#[test]
fn a_list_nobody_moved_in_starts_at_its_top() {
    let script = Script::with(many(20), 80, 24);
    let mut grown = many(20);
    grown.headlines.insert(0, headline(99, "Fresh", day("2026-03-05"), "wire.example"));
    again(&script, grown, 80, 24).at("Fresh");
}

#[test]
fn the_search_the_selection_and_the_open_article_come_back() {
    let script = Script::with(many(60), 80, 24).press("5G<space><space>/article<space>3<enter>j");
    let restored = again(&script, many(60), 80, 24).shows("article 3").shows("2 selected");
    assert_eq!(restored.screen(), script.screen());
    let restored = restored.press("<esc><esc>").at("Article 6");
    drop(restored);
    let mut articles = many(60);
    articles.headlines[3].marks.set(Mark::Read, false);
    let script = Script::with(articles, 80, 24).press("4G<enter>m").shows("unread");
    let mut articles = many(60);
    articles.headlines[3].marks.set(Mark::Read, false);
    let restored = again(&script, articles, 80, 24).shows("Second paragraph.").shows("unread");
    restored.press("q").at("Article 3");
}

#[test]
fn an_article_that_is_gone_is_not_missed_and_an_unknown_file_is_read_as_far_as_it_is_known() {
    let script = Script::with(many(60), 80, 24).press("4G<enter>");
    let mut articles = many(60);
    articles.headlines.remove(3);
    again(&script, articles, 80, 24).hides("gone").hides("reading…").press("j").at("Article 5");
    let text = r#"{"library":{"view":"unread","later":1},"folded":["2026"],"layout":{}}"#;
    let kept: dateline::session::Kept = serde_json::from_str(text).unwrap();
    assert_eq!(kept.library.view, "unread");
}

fn config(text: &str) -> Config {
    dateline::config::check(text).0
}

/// A first start in which all themes are there.
fn started(text: &str) -> Script {
    again_with(&Script::new(80, 24), many(9), config(text), (80, 24))
}

#[test]
fn lines_typed_in_every_prompt_come_back_once_and_newest_last() {
    let script = Script::with(many(9), 80, 24);
    let script = script.press(":2<space>down<enter>:goto-row<space>3<enter>:2<space>down<enter>");
    let script = script.press("/article<enter><esc><enter>/first<enter>q?/star<enter>q");
    let script = again(&script, many(9), 80, 24).press("<esc>:<up>").shows("\n :2 down");
    let script = script.press("<up>").shows("\n :goto-row 3").press("<up><up><esc>");
    let script = script.press("/<up>").shows("/article").press("<esc><enter>/<up>");
    let script = script.shows("/first").press("<esc>?/<up>").shows("/star").press("<esc><esc>");
    // Keys typed in the meantime are newer than the restored session.
    let again = again(&script.press("q:1<space>down<enter>"), many(9), 80, 24).press("<esc>:<up>");
    again.shows("\n :1 down").press("<up>").shows("\n :2 down");
}

#[test]
fn the_theme_that_was_chosen_comes_back_until_the_settings_name_another() {
    let script = started("").press("Tgg<enter>");
    let chosen = script.app.session().display.theme.shown().to_owned();
    assert_ne!(chosen, "terminal");
    let shown = |script: &Script| script.app.session().display.theme.shown().to_owned();
    let once_more = again_with(&script, many(9), config(""), (80, 24));
    assert_eq!(shown(&once_more), chosen);
    let once_more = again_with(&once_more, many(9), config(""), (80, 24));
    assert_eq!(shown(&once_more), chosen);
    let stated = config("[theme]\nname = 'gruvbox'\n");
    let other = again_with(&once_more, many(9), stated, (80, 24));
    assert_eq!(shown(&other), "gruvbox");
    // Only tried, or what the settings name anyway: nothing to keep.
    assert!(!started("").press("Tj<esc>").app.habits().contains("chosen"));
}

#[test]
fn how_the_text_is_set_by_keys_comes_back_until_the_settings_say_otherwise() {
    let script = started("").press("<enter><lt>,j:set<space>reader.align<space>left<enter>");
    let reader = |script: &Script| script.app.session().config.reader.clone();
    let once_more = again_with(&script, many(9), config(""), (80, 24));
    assert_eq!((reader(&once_more).width_cells, reader(&once_more).justify), (76, true));
    assert_eq!(reader(&once_more).align, dateline::config::Align::Centre);
    let stated = || config("[reader]\nwidth-cells = 60\n");
    let other = again_with(&once_more, many(9), stated(), (80, 24));
    assert_eq!((reader(&other).width_cells, reader(&other).justify), (60, true));
    // The same for settings that are read while it runs.
    let settings = Settings { config: stated(), themes: Vec::new() };
    let script = once_more.tell(Message::Settings(std::sync::Arc::new(settings)));
    assert_eq!((reader(&script).width_cells, reader(&script).justify), (60, true));
    assert!(!script.press(",j").app.habits().contains("stated"));
}

#[test]
fn what_a_command_has_set_comes_back_once_it_was_kept_and_while_the_settings_stay() {
    let nine = || many(9).beginning();
    let lines = |text: &str| -> Config { Config::parse(text).unwrap() };
    let set = ":set<space>list.row-lines<space>2<enter>";
    let script = Script::with(nine(), 80, 24).press(set).shows(":keep-settings saves it");
    again(&script, nine(), 80, 24).hides("begins like this");
    let script = script.press(":keep-settings<enter>");
    let script = script.shows("saved for future starts: list.row-lines");
    let restored = again(&script, nine(), 80, 24).shows("begins like this");
    let other = lines("[list]\nrow-lines = 2\n");
    again_with(&script, nine(), other, (80, 24))
        .press(":keep-settings<enter>")
        .shows("these settings apply at the next start anyway");
    let back = restored.press(set).shows("list.row-lines = 2").hides("saves it");
    let back = back.press(":set<space>list.row-lines<space>1<enter>").shows("saves it");
    let back = back.press(":keep-settings<enter>");
    let back = back.shows("saved for future starts: list.row-lines");
    again(&back, nine(), 80, 24).hides("begins like this");
}

#[test]
fn commands_run_from_the_palette_come_first_when_it_is_opened_again() {
    let first = |script: Script| {
        let screen = script.press("<c-p>").screen();
        let below = screen.lines().skip_while(|row| !row.contains("> ")).skip(1);
        below.take(3).map(|row| row.replace(['│', '▌'], "")).collect::<Vec<_>>()
    };
    let script = Script::new(80, 24).press("<c-p>reverse<enter>").press("<c-p>zen<enter>");
    let script = script.press("<esc><c-p>view-all<enter>");
    let restored = again(&script, Articles::new(super::corpus()), 80, 24);
    for script in [script, restored] {
        let rows = first(script);
        let starts = |nth: usize, name: &str| rows[nth].trim_start().starts_with(name);
        // What could not be run is not remembered.
        assert!(starts(0, "view-all") && starts(1, "reverse") && starts(2, "search"), "{rows:?}");
    }
}
