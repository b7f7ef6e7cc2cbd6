//! The history of queries: with their sort and filters, and from one session to the next.

use dateline::session::{Habits, Message};

use super::Script;

#[test]
fn up_recalls_queries_with_their_sort_and_filters() {
    let script = Script::new(80, 24).press("/harbour<c-o><enter>").shows("best match");
    let script = script.press("gu").shows("is:unread").press(",s").press(",d<esc>");
    let script = script.press("/owls<enter><esc>/").press("<up>").shows("/owls*");
    let script = script.press("<up>").shows("/harbour* is:unread").hides("sort:");
    let script = script.press("<up>").shows("/harbour* sort:relevance").shows("best match");
    let script = script.press("<down><down>").shows("/owls*").shows("newest first");
    script.press("<down>").hides("/owls");
}

#[test]
fn up_from_the_first_hit_is_an_older_query_and_down_comes_back() {
    let script = Script::new(80, 24).press("/owls<enter><esc>/harbour");
    let script = script
        .press("<down>")
        .shows("2 of 2 hits")
        .press("<up>")
        .shows("/harbour")
        .shows("1 of 2 hits");
    let script = script.press("<up>").shows("/owls*").shows("1 hit");
    let script = script.press("<down>").shows("/harbour").shows("2 hits").press("<down>");
    // A query that is shown again is not its own predecessor.
    script.shows("2 of 2 hits").press("<enter>/<up>").shows("/owls*");
}

#[test]
fn queries_are_kept_for_the_next_session() {
    let script = Script::new(80, 24).press("/harbour<c-o><enter><esc>");
    let habits: Habits = serde_json::from_str(&script.app.habits()).unwrap();
    assert_eq!(habits.searches, ["harbour* sort:relevance"]);
    let (kept, bookmarks) = (None, String::new());
    let habits = Box::new(habits);
    let restored = Message::Restored { kept, bookmarks, habits, is_first_start: false };
    let script = Script::new(80, 24).tell(restored).press("/<up>");
    script.shows("/harbour* sort:relevance").shows("2 hits");
}
