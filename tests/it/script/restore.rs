//! What comes back at the next start.

use dateline::{app::App, config::Config, session::Message, ui::Theme};

use super::{Script, day, headline, list::many, outside::Outside};

/// Starts again on `outside` with what `script` has left.
fn again(script: &Script, outside: Outside, width: u16, height: u16) -> Script {
    let (mut app, mut effects) = App::new(Config::default(), Theme::monochrome(), (width, height));
    let kept = serde_json::from_str(&script.app.kept()).unwrap();
    let restored = Message::Restored { kept: Some(Box::new(kept)), bookmarks: String::new() };
    effects.extend(app.update(dateline::app::Event::Message(restored)));
    let mut script = Script { app, outside, size: (width, height) };
    script.settle(effects);
    let status = script.outside.status();
    script.tell(Message::Status(status))
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
    let mut outside = many(60);
    outside.headlines[3].is_read = false;
    let script = Script::with(outside, 80, 24).press("4G<enter>m").shows("unread");
    let mut outside = many(60);
    outside.headlines[3].is_read = false;
    let restored = again(&script, outside, 80, 24).shows("Second paragraph.").shows("unread");
    restored.press("q").at("Article 3");
}

#[test]
fn an_article_that_is_gone_is_not_missed_and_an_unknown_file_is_read_as_far_as_it_is_known() {
    let script = Script::with(many(60), 80, 24).press("4G<enter>");
    let mut outside = many(60);
    outside.headlines.remove(3);
    again(&script, outside, 80, 24).hides("gone").hides("reading…").press("j").at("Article 5");
    let text = r#"{"library":{"view":"unread","later":1},"folded":["2026"],"layout":{}}"#;
    let kept: dateline::session::Kept = serde_json::from_str(text).unwrap();
    assert_eq!(kept.library.view, "unread");
}
