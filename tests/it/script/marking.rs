//! When articles are marked as read automatically.

use dateline::{
    config::{Config, MarkOnScroll, MarkRead},
    domain::Mark,
    session::{Effect, MarkRequest, Message, TerminalRequest},
};

use super::{Articles, Script, list::many};

fn unread() -> Articles {
    many(60).unread()
}

fn read(script: &Script) -> Vec<u32> {
    script.library.numbers(|it| it.has(Mark::Read))
}

fn with(policy: MarkRead) -> Script {
    let mut config = Config::default();
    config.reader.mark_read = policy;
    config.reader.mark_read_after_seconds = 7;
    Script::with_config(unread(), config, 80, 24)
}

/// The time asked for last, now over.
fn elapsed(script: &Script) -> Message {
    let timer = script.outside.asked.iter().rev().find_map(|effect| match effect {
        Effect::Terminal(TerminalRequest::Wait { seconds: 7, timer }) => Some(*timer),
        _ => None,
    });
    Message::Elapsed(timer.unwrap())
}

#[test]
fn an_article_counts_as_read_as_the_policy_says() {
    assert_eq!(read(&with(MarkRead::Opening).press("<enter>")), [0]);
    assert_eq!(read(&with(MarkRead::End).press("<enter>")), [0], "all of it is on the screen");
    assert_eq!(read(&with(MarkRead::ByHand).press("<enter>G")), [0; 0]);
    assert_eq!(read(&with(MarkRead::After).press("<enter>G")), [0; 0]);
}

#[test]
fn after_some_seconds_on_the_screen_an_article_counts_as_read() {
    let script = with(MarkRead::After).press("<enter>");
    let over = elapsed(&script);
    let script = script.tell(over.clone());
    assert_eq!(read(&script), [0]);
    assert_eq!(read(&script.press("m").tell(over)), [0; 0], "once");
}

#[test]
fn an_article_that_was_left_or_marked_by_hand_in_time_is_left_alone() {
    let script = with(MarkRead::After).press("<enter>");
    let over = elapsed(&script);
    assert_eq!(read(&script.press("J").tell(over)), [0; 0]);
    let script = with(MarkRead::After).press("<enter>");
    let over = elapsed(&script);
    assert_eq!(read(&script.press("q").tell(over)), [0; 0]);
    let script = with(MarkRead::After).press("<enter>");
    let over = elapsed(&script);
    assert_eq!(read(&script.press("mm").tell(over)), [0; 0]);
}

#[test]
fn moving_down_past_articles_marks_them_only_where_that_is_wanted() {
    assert_eq!(read(&Script::with(unread(), 80, 24).press("jjj<c-d>")), [0; 0]);
    let mut config = Config::default();
    config.list.mark_read_on_scroll = MarkOnScroll::Keys;
    let script = Script::with_config(unread(), config, 80, 24).press("jj");
    assert_eq!(read(&script), [0, 1]);
    let script = script.press("kk3j");
    assert_eq!(read(&script), [0, 1, 2]);
    let script = script.press("GggH40j");
    assert_eq!(read(&script), [0, 1, 2], "that was a jump");
    let script = script.press("gg<c-d>");
    assert_eq!(
        read(&script),
        (0..60).take(script.app.session().front().cursor()).collect::<Vec<u32>>()
    );
    let n_before = script.outside.asked.len();
    let script = script.press("ggjj");
    let is_mark = |it: &Effect| matches!(it, Effect::Mark(MarkRequest::Mark { .. }));
    assert!(!script.outside.asked[n_before..].iter().any(is_mark), "those are read already");
}
