//! Jumps: to a row, a day, a title, a bookmark, and back.

use dateline::{
    domain::Arrivals,
    session::{Effect, KeepRequest, Message, Question},
};

use super::{Script, list::many};

#[test]
fn one_goes_to_a_row_a_day_or_a_title_and_back_and_forward_again() {
    let script = Script::with(many(100), 80, 24).run("goto-row", "42").at("Article 41");
    let script = script.run("goto-date", "2026-03-02").at("Article 40");
    let script = script.run("goto-date", "yesterday").at("Article 0");
    let script = script.run("goto-title", "cle 7").at("Article 7");
    let script = script.run("goto-title", "cle 7").at("Article 70");
    let script = script.press("<c-o>").at("Article 7").press("<c-o><c-o>").at("Article 40");
    let script = script.press("<a-o><a-o>").at("Article 7").press("3<c-o>");
    let script = script.press("gg<c-o><c-o><c-o><c-o><c-o><c-o><c-o>");
    script.shows("no earlier position").press("G<a-o>").shows("no later position");
}

#[test]
fn what_cannot_be_jumped_to_is_said() {
    let script = Script::new(80, 24)
        .press("gd")
        .shows(":goto-date")
        .press("mo<tab>")
        .shows("\n :goto-date monday")
        .press("<c-u>goto-date<space>last<tab>")
        .shows("last month")
        .press("<esc>");
    let script = script.run("goto-date", "soon").shows("not a date: soon");
    let script = script.run("goto-row", "x").shows("not a number: x").run("goto-row", "");
    script.shows(":goto-row").press("<esc>").press("gt").shows(":goto-title");
}

#[test]
fn a_letter_brings_back_to_an_article_and_is_kept() {
    let script = Script::with(many(100), 80, 24).press("'").shows("no bookmarks");
    let script = script.press("30Gb").shows("type a letter").press("x").shows("bookmark x set");
    let script = script.press("G,r'").shows("go to a bookmark: x").press("x").at("Article 29");
    let script = script.press("'y").shows("no bookmark y").press("b<esc>j");
    let script = script.at("Article 28").run("bookmark", "a").press("gg").run("goto-bookmark", "a");
    let script = script.at("Article 28");
    let kept = script.outside.asked.iter().rev().find_map(|effect| match effect {
        Effect::Keep(KeepRequest::Bookmarks(text)) => Some(text.clone()),
        _ => None,
    });
    let habits = Box::default();
    let (bookmarks, is_first_start) = (kept.unwrap(), false);
    let restored = Message::Restored { kept: None, bookmarks, habits, is_first_start };
    Script::with(many(100), 80, 24).tell(restored).press("'x").at("Article 29");
}

#[test]
fn a_jump_that_was_overtaken_by_new_rows_looks_again_in_them() {
    let mut script = Script::with(many(100), 80, 24);
    let seek = script.enter("goto-title", "cle 50");
    assert!(matches!(seek[..], [Effect::Ask(Question::Seek { .. })]), "{seek:?}");
    // The answer to it never comes: the worker has newer rows already.
    let script = script.tell(Message::Changed(Arrivals::default())).at("Article 50");
    script.press("gg").tell(Message::Changed(Arrivals::default())).at("Article 0");
}
