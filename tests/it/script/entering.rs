//! Enter in a prompt of words keeps what was shown while they were typed.

use dateline::{
    app::Event,
    domain::Listing,
    query::Query,
    session::{Code, Effect, Key, Question},
};
use proptest::prelude::*;

use super::{Articles, Script};

/// The query of the results, as the library was asked last.
fn asked(script: &Script) -> Option<Query> {
    let lists = script.outside.asked.iter().rev();
    let mut queries = lists.filter_map(|effect| match effect {
        Effect::Ask(Question::List { listing: Listing { query: Some(query), .. }, .. }) => {
            Some(query)
        }
        _ => None,
    });
    queries.next().cloned()
}

fn typing(text: &str) -> Script {
    let mut script = Script::new(80, 24).press("/");
    for c in text.chars() {
        script.event(Event::Key(Key::char(c)));
    }
    script
}

#[test]
fn enter_keeps_the_last_word_a_beginning_and_shows_its_star() {
    let script = typing("harbour fe").shows("1 hit").press("<enter>");
    let script = script.shows("/harbour fe*").shows("1 hit").shows("Council votes");
    // The prompt comes back as it was understood, and its last word can go on.
    let script = script.press("/<right>es").shows("/harbour fees*").press("<bs><bs><bs>");
    let script = script.press("<bs><bs><bs><bs><bs><esc>").press("/<up>").shows("/harb*");
    script.press("our<enter>").shows("/harbour*").shows("2 hits");
}

#[test]
fn a_blank_makes_the_last_word_whole_and_it_stays_whole() {
    let script = typing("harbour ").press("<enter>").hides("harbour*");
    let whole = Query::strict("harbour").ok();
    assert_eq!(asked(&script), whole);
    let script = script.press("/<enter>").press("<esc>/<up>").shows("/harbour").press("<enter>");
    assert_eq!(asked(&script), whole);
}

#[test]
fn what_showed_hits_is_never_rejected_and_is_shown_as_it_was_understood() {
    for (typed, shown) in [
        ("council -", "/council  "),
        ("council \"", "/council  "),
        ("\"council vo", "/\"council vo*\"  "),
        ("council?", "/council  "),
        ("-owls", "/-owls*  "),
        ("東京", "/東京  "),
        ("\"a:b\"", "/\"a:b\"  "),
    ] {
        let script = typing(typed).press("<enter>").shows(shown).hides("^ ");
        assert_eq!(script.app.session().focus(), dateline::session::LIST, "{typed}");
    }
    for (typed, why) in
        [("-", "follow the minus"), ("\"", "closing quote"), ("?", "at least one word")]
    {
        let script = typing(typed).press("<enter>").shows(why);
        assert_eq!(script.app.session().focus(), dateline::session::SEARCH, "{typed}");
    }
}

#[test]
fn the_star_goes_with_the_word_that_is_deleted_before_it() {
    for (keys, left) in [("<c-u>", " /\n"), ("<c-w>", " /harb  "), ("<bs><bs>", " /harb  ")] {
        let script = typing("harb fe").press("<enter>/").press(keys);
        assert!(script.screen().starts_with(left), "{keys}\n{}", script.screen());
    }
    let script = typing("\"white ho").press("<enter>/<c-w>").shows("/\"white  ");
    script.press("<c-w><c-u>").shows("Every word must match");
}

#[test]
fn a_session_that_ends_while_a_query_is_typed_comes_back_with_its_hits() {
    let kept = serde_json::from_str(&typing("harb").app.kept()).unwrap();
    let restored = dateline::session::Message::Restored {
        kept: Some(kept),
        bookmarks: String::new(),
        habits: Box::default(),
        is_first_start: false,
    };
    let script = Script::new(80, 24).tell(restored).shows("/harb*").shows("2 hits");
    assert_eq!(asked(&script), Query::strict("harb*").ok());
}

#[test]
fn enter_in_an_article_keeps_the_matches_and_the_history_has_them_as_understood() {
    let script = Script::new(80, 24).press("<enter>/par").shows("2 matches").press("<enter>n");
    let script =
        script.hides("not in this article").press("/<up>").shows("/par*").shows("2 matches");
    let script = script.press("<esc>/paragraph<space>\"").shows("2 matches").press("<enter>n");
    script.hides("quote is not closed").press("/<up>").shows("/paragraph").shows("2 matches");
}

#[test]
fn a_sign_beside_what_is_no_word_asks_nothing() {
    for text in ["\u{13447}¢", "\u{bcd}¢ "] {
        let script = typing(text);
        assert_eq!(asked(&script), None, "{text:?}");
        script.press("<enter>").shows("at least one word");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn enter_never_changes_the_hits(
        text in "[ab東京한의¢\u{640}\u{301}\u{13447}'’\"*., +#-]{0,12}|\\PC{0,12}", recalls: bool
    ) {
        let mut script = Script::with(Articles::new(super::corpus()), 60, 12).press("/");
        for c in text.chars().filter(|c| !c.is_control()) {
            script.event(Event::Key(Key::char(c)));
        }
        let shown = asked(&script);
        if script.app.session().search.query.is_none() {
            return Ok(());
        }
        script.event(Event::Key(Key::plain(Code::Enter)));
        prop_assert_eq!(&asked(&script), &shown);
        prop_assert_eq!(script.app.session().focus(), dateline::session::LIST);
        // Entered again, from the prompt or out of the history, it is the same query.
        let script = script.press(if recalls { "<esc>/<up><enter>" } else { "/<enter>" });
        prop_assert_eq!(&asked(&script), &shown);
        prop_assert_eq!(&script.app.session().search.query, &shown);
    }
}
