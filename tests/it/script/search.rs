//! The search prompt and its results, and the help.

use dateline::{
    app::Event,
    base::Clean,
    domain::{Arrivals, Extent},
    session::{
        Answer, Effect, Key, LibraryStatus, ListAnswer, ListName, Message, Notice, Progress,
        Question, TerminalRequest,
    },
};

use super::{Articles, Script, corpus};

/// Two articles say what their titles say.
pub(super) fn harbours() -> Articles {
    let text = "It was said that the harbour had been expected.";
    Articles::new(corpus()).saying(0, text).saying(3, text)
}

/// Five hundred of one title, with these sentences in each.
fn ferries(sentences: &[&str]) -> Articles {
    let rows = (0..500).map(|seq| super::headline(seq, "Ferry", None, "x")).collect();
    let mut articles = Articles::new(rows);
    articles.paragraphs = sentences.iter().map(|text| Clean::new(text)).collect();
    articles
}

#[test]
fn results_come_while_one_types_and_escape_goes_back_to_the_same_place() {
    let script = Script::with(harbours(), 80, 24).press("jj");
    let before = script.screen();
    let script = script.press("/harbour").shows("2 hits").hides("Owls");
    insta::assert_snapshot!("search_80x24", script.screen());
    let script = script.press("<down>").at("Council votes on harbour fees").press("<esc>");
    assert_eq!(script.screen(), before);
}

#[test]
fn the_search_at_other_sizes() {
    insta::assert_snapshot!(
        "search_120x40",
        Script::with(harbours(), 120, 40).press("/harbour").screen()
    );
    insta::assert_snapshot!(
        "search_40x12",
        Script::with(harbours(), 40, 12).press("/harbour").screen()
    );
}

#[test]
fn enter_leaves_the_prompt_then_opens_a_hit_and_escape_retraces_the_steps() {
    let script = Script::new(80, 24).press("/harbour<enter>j<enter>").shows("First paragraph.");
    let is_lit = |effect: &Effect| {
        matches!(effect, Effect::Ask(Question::Article { highlight: Some(_), .. }))
    };
    assert!(script.outside.asked.iter().any(is_lit));
    let script = script.press("<esc>").at("Council votes on harbour fees").press("/<bs>");
    script.shows("/harbou*").press("<enter><esc>").shows("Owls");
}

#[test]
fn a_line_without_words_is_explained_and_stays_to_be_mended() {
    let script = Script::new(80, 24).press("/?<space>-<enter>").shows("   ^ a word must follow");
    script.press("<c-u>harbour").hides("a word must").shows("2 hits").shows("Council");
}

#[test]
fn the_line_is_edited_as_in_a_shell() {
    let script = Script::new(80, 24).press("/harbour<space>bridge<c-w>").shows("/harbour");
    let script = script.press("<c-a>x<c-e>y").shows("/xharbour y").press("<c-u><c-y>");
    let mut script = script.shows("/xharbour y").press("<c-u>");
    script.event(Event::Paste("ow\nls".to_owned()));
    script.shows("/ow ls");
}

#[test]
fn queries_of_before_come_back_with_the_up_key() {
    let script = Script::new(80, 24).press("/owls<enter><esc>/night<enter><esc>/");
    script.press("<up>").shows("/night").press("<up>").shows("/owls").shows("1 hit");
}

#[test]
fn an_overtaken_search_changes_nothing() {
    let mut script = Script::new(80, 24).press("/");
    let mut press = |key| script.app.update(Event::Key(Key::char(key)));
    let (first, second) = (press('o'), press('w'));
    script.settle(second);
    let text = script.screen();
    for effect in first {
        for message in script.answer(effect) {
            script.app.update(Event::Message(message));
        }
    }
    assert_eq!(script.screen(), text);
}

#[test]
fn a_search_that_could_not_be_answered_is_asked_again_when_the_library_changes() {
    let mut script = Script::new(80, 24).press("/");
    let mut effects = script.app.update(Event::Key(Key::char('o')));
    let Some(Effect::Ask(Question::List { generation, .. })) = effects.pop() else {
        panic!("{effects:?}")
    };
    let notice = Notice::note("not ready");
    let unanswered = Message::Unanswered { list: ListName::Results, generation, notice };
    let script = script.tell(unanswered).shows("Searching").shows("not ready");
    let script = script.tell(Message::Changed(Arrivals::default()));
    script.shows("Owls").hides("Searching");
}

#[test]
fn a_change_before_a_failed_answer_has_the_search_asked_again_at_once() {
    let mut script = Script::new(80, 24).press("/");
    let mut effects = script.app.update(Event::Key(Key::char('o')));
    let Some(Effect::Ask(Question::List { generation, .. })) = effects.pop() else {
        panic!("{effects:?}")
    };
    script.event(Event::Message(Message::Changed(Arrivals::default())));
    let notice = Notice::note("not ready");
    let unanswered = Message::Unanswered { list: ListName::Results, generation, notice };
    script.tell(unanswered).shows("Owls").hides("Searching");
}

#[test]
fn entering_the_results_keeps_the_hit_that_was_chosen_while_typing() {
    let script = Script::new(80, 24).press("/harbour<c-n>").at("Council votes on harbour fees");
    script.press("<enter>").at("Council votes on harbour fees");
}

#[test]
fn the_count_of_hits_is_a_lower_bound_until_it_is_known() {
    let mut script = Script::new(80, 24).press("/");
    let effects = script.app.update(Event::Key(Key::char('x')));
    let Some(Effect::Ask(Question::List { generation, .. })) = effects.last() else {
        panic!("{effects:?}")
    };
    let list = ListName::Results;
    let rows: Vec<_> = (0..50).map(|seq| super::headline(seq, "X", None, "x")).collect();
    let known = |n_rows, extent| {
        let (generation, rows) = (*generation, rows.clone());
        Message::Answer(Answer::List(ListAnswer {
            list,
            generation,
            n_rows,
            extent,
            n_gone: 0,
            cursor: None,
            first: 0,
            rows,
            forms: Vec::new(),
        }))
    };
    let script = {
        script.app.update(Event::Message(known(50, Extent::Page)));
        script.shows("≥ 50 hits")
    };
    let mut script = script;
    script.app.update(Event::Message(known(50, Extent::PageOf(1_234))));
    script = script.shows("1 of 1,234 hits").hides("≥");
    script.app.update(Event::Message(known(1_234, Extent::Whole)));
    script.shows("1,234 hits").hides("≥");
}

#[test]
fn snippets_are_asked_for_the_rows_on_the_screen_only() {
    let articles = ferries(&["The ferry had been expected."]);
    let script = Script::with(articles, 80, 24).press("/ferry<enter>G");
    let asked = script.outside.asked.iter().filter_map(|effect| match effect {
        Effect::Ask(Question::Snippets { rows, .. }) => Some(rows.len()),
        _ => None,
    });
    assert!(asked.max().unwrap() <= 11);
    assert!(script.screen().matches("had been expected").count() >= 10);
}

#[test]
fn snippets_belong_to_the_query_that_is_there_now() {
    let script = Script::with(ferries(&["A ferret had it.", "The ferry was late."]), 80, 24);
    let script = script.press("/ferr<pgdn><pgdn><pgup>").shows("A ferret had it.");
    let script = script.press("y").hides("A ferret had it.").shows("The ferry was late.");
    script.press("<pgdn><pgdn>").hides("A ferret had it.");
}

#[test]
fn the_order_of_results_is_chosen_in_the_prompt() {
    let script = Script::new(80, 24).press("/harbour").shows("newest first").press("<c-o>");
    script.shows("best match first").press("<c-o>").shows("newest first");
}

#[test]
fn no_hits_and_no_query_say_so() {
    Script::new(80, 24)
        .press("/")
        .shows("Every word must match")
        .press("zebra")
        .shows("No matching articles")
        .shows("Try fewer words");
}

#[test]
fn the_help_lists_every_key_and_scrolls() {
    let script = Script::new(80, 24).press("?");
    insta::assert_snapshot!("help_80x24", script.screen());
    insta::assert_snapshot!("help_120x40", Script::new(120, 40).press("?").screen());
    insta::assert_snapshot!("help_40x12", Script::new(40, 12).press("?").screen());
    script.shows("List").press("G").shows("Help").press("q").shows("Owls");
}

#[test]
fn the_status_line_says_what_goes_on_and_a_key_takes_a_notice_away() {
    let script = Script::new(80, 24);
    let progress = |n_total, seconds_left| {
        let status = LibraryStatus {
            n_problems: 3,
            progress: Some(Progress { what: "indexing", n_done: 450, n_total, seconds_left }),
            banner: Some(Clean::new("cannot save marks")),
            ..LibraryStatus::default()
        };
        Message::Status(status)
    };
    let script = script.tell(progress(Some(1_000), Some(12)));
    let script =
        script.shows("indexing 45% · 12 s left · 3 problems  gp").shows("cannot save marks");
    let script = script.tell(progress(Some(460), Some(0))).shows("indexing 97% · 3 problems  gp");
    let script = script.tell(progress(None, None)).shows("indexing 450 files…");
    let script = script.tell(Message::Notice(Notice::error("the disk is full")));
    script.shows("the disk is full").press("j").hides("the disk is full");
}

#[test]
fn control_keys_work_everywhere_and_quit_from_list_and_article() {
    let script = Script::new(80, 24).press("/ow<c-z>").shows("/ow");
    assert_eq!(script.outside.asked.last(), Some(&Effect::Terminal(TerminalRequest::Suspend)));
    let mut script = script.press("<c-l>");
    assert!(script.app.take_redraw() && !script.app.take_redraw());
    let script = script.press("<c-c>").shows("Owls");
    assert!(!script.app.should_quit());
    assert!(script.press("<enter><c-c>").app.should_quit());
}

#[test]
fn operators_and_fields_are_understood_as_they_are_typed() {
    for (text, shown) in [
        ("title:owls", "1 hit"),
        ("harbour OR owls", "3 hits"),
        ("harbour -(owls OR fees)", "1 hit"),
        ("harbour is:unread limit:1", "1 hit"),
        ("harbour fees OR owls ", "(harbour fees) OR owls"),
        ("harbour is:unr", "is: unknown value unr. Did you mean unread?"),
        ("sorce:wire ", "did you mean source:?"),
        ("harbour or owls ", "OR finds either"),
        ("covid-19 ", "searching for covid 19"),
    ] {
        let script = Script::new(100, 24).press(&format!("/{}", text.replace(' ', "<space>")));
        script.shows(shown);
    }
    let script = Script::new(80, 24).press("/harbour<space>OR");
    script
        .shows("2 hits")
        .shows("OR has nothing on its right")
        .press("<space>owls")
        .shows("3 hits");
    Script::new(80, 24).press("/zzz").shows("Try fewer words");
}

#[test]
fn the_line_below_names_the_other_forms_that_are_found() {
    let script = Script::with(harbours(), 80, 24).press("/harbours");
    let script = script.shows("also harbour").shows("2 hits");
    // The query is the same once it has been entered.
    let script = script.press("<enter>").shows("2 hits").press("/").shows("also harbour");
    script.press("<c-u>\"harbours\"").shows("0 hits").hides("also");
    let script = Script::set("[search]\nstems = false", 80, 24);
    let script = script.press("/harbours").hides("also").shows("0 hits").press("<enter>");
    // Settings count at once.
    script.press(":set<space>search.stems=true<enter>").shows("also harbour").shows("2 hits");
}

#[test]
fn a_group_that_the_settings_lack_is_left_out_and_the_nearest_is_named() {
    let groups = "[groups]\ncoast = [\"The Gull\"]";
    let script = Script::set(groups, 100, 24).press("/source:@coats");
    let script = script.shows("unknown group of sources: coats. Did you mean coast?");
    script.press("<bs><bs>st").shows("source:@coast").hides("unknown group");
}
