//! The list takes a query: filtering is searching among what is listed, and views are queries with
//! names.

use dateline::{domain::Arrivals, session::Message};

use super::{Script, search::harbours};

#[test]
fn a_filter_narrows_what_is_listed_and_is_text_of_the_prompt() {
    let script = Script::new(80, 24).press("gu").run("filter", "harbour");
    let script = script.shows("/is:unread harbour").shows("2 hits").shows("Harbour bridge");
    let script = script.run("filter", "owls").shows("/is:unread harbour owls").shows("0 hits");
    let script = script.press("<a-left>").shows("/is:unread harbour ").shows("2 hits");
    // Back to the view that it began with: the list with a name.
    let script = script.press("<a-left>").shows("News · Unread").shows("Owls return");
    script.press("<a-left>").shows("not narrowed");
}

#[test]
fn a_mistake_in_a_filter_is_told_and_changes_nothing() {
    let script = Script::new(80, 24).run("filter", "source:tidewater.example");
    let script = script.shows("2 hits").run("filter", "NEAR/x (");
    script.shows("nothing between the brackets").shows("2 hits");
}

#[test]
fn the_key_opens_the_prompt_to_go_on_with_the_query() {
    let script = Script::new(80, 24).press("gu&").shows("/is:unread").shows("5 hits");
    let script = script.press("harbour").shows("/is:unread harbour").shows("2 hits");
    let script = script.press("<enter>&").press("owls").shows("/is:unread harbour* owls");
    let script = script.press("<esc>").shows("News · Unread");
    // Among all articles it is a search.
    script.press("ga&harbour").shows("/harbour").shows("2 hits");
}

#[test]
fn views_are_queries_with_names() {
    let script = Script::with(harbours(), 80, 24).press("/harbour<enter>gu");
    let script = script.shows("/harbour* is:unread").shows("2 hits").press("gs");
    let script = script.shows("/harbour* is:starred").shows("1 hit").shows("Council votes");
    let script = script.press("ga").shows("/harbour*  ").shows("2 hits").press("gv");
    let script = script.shows("/harbour* is:unread").press("<esc>");
    // A query that is the name of a view shows the view.
    let script = script.run("filter", "is:starred").shows("News · Starred").hides("/is:");
    script.press("ga").run("filter", "IS:UNREAD").shows("News · Unread");
}

#[test]
fn an_article_that_was_read_stays_in_the_results_until_they_are_asked_for_again() {
    let script = Script::new(80, 24).run("filter", "is:unread harbour OR is:unread owls");
    let script = script.shows("(is:unread harbour) OR (is:unread owls)").shows("3 hits");
    let script = script.press("m").tell(Message::Changed(Arrivals::default())).shows("3 hits");
    let script = script.shows("Harbour bridge").press("/x<c-u>").hides("Harbour");
    script.press("is:unread<space>harbour<enter>").shows("1 hit").hides("Harbour bridge");
}

#[test]
fn the_order_that_a_query_asks_for_gives_way_to_the_keys() {
    let script = Script::new(80, 24).press("/e<space>sort:title<enter>").shows("by title");
    let script = script.press(",r").shows("by title, reversed").hides("sort:");
    let script = script.press(",s").shows("by source").hides("reversed");
    let script = script.press("/<c-u>e<space>sort:source").press("<c-o>").shows("best match");
    script.hides("sort:");
}

#[test]
fn what_matches_a_query_is_selected_by_a_key() {
    let script = Script::new(80, 24).press("*").shows(":select-query");
    script.press("harbour<enter>").shows("2 selected");
}
