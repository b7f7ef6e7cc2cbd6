//! Selecting articles, and doing something with all of them.

use std::sync::Arc;

use dateline::{
    app::Event,
    base::Bits,
    domain::{Arrivals, Deed, Mark},
    library::Selection,
    session::{
        Answer, Effect, Group, HostRequest, Key, MarkRequest, Message, Question, Targets,
        TerminalRequest,
    },
};

use super::{Script, day, headline, list::many};

/// The titles of the rows on the screen that are drawn as selected.
fn selected(script: &Script) -> Vec<String> {
    let list = script.app.session().front();
    let rows = list.visible().filter_map(|row| Some((row, list.headline_at(row)?)));
    let selected = rows.filter(|(row, it)| script.app.session().is_selected(*row, it));
    selected.map(|(_, it)| it.title.trim_start_matches("Article ").to_owned()).collect()
}

fn n_read(script: &Script) -> usize {
    script.library.numbers(|it| it.has(Mark::Read)).len()
}

/// None of them read.
fn unread(n_rows: u32) -> super::Articles {
    many(n_rows).unread()
}

#[test]
fn space_selects_and_moves_on_and_again_selects_no_longer() {
    let script = Script::with(many(50), 80, 24).press("<space><space>").at("Article 2");
    let script = script.shows("2 selected").shows("● ✓ wire.example");
    assert_eq!(selected(&script), ["0", "1"]);
    let script = script.press("k<space>").shows("1 selected");
    assert_eq!(selected(&script), ["0"]);
    let script = script.press("3<space>").shows("4 selected").at("Article 5");
    script.press("<esc>").hides("selected").at("Article 5");
}

#[test]
fn a_range_grows_and_shrinks_with_the_cursor_until_it_is_ended() {
    let script = Script::with(many(50), 80, 24).press("<space>jvjjk").shows("range of 2");
    assert_eq!(selected(&script), ["0", "2", "3"]);
    let script = script.press("kk");
    assert_eq!(selected(&script), ["0", "1", "2"]);
    let script = script.press("v").shows("3 selected").press("G").hides("range");
    let script = script.press("Vk<esc>").shows("3 selected").hides("range").press("gg");
    assert_eq!(selected(&script), ["0", "1", "2"]);
}

#[test]
fn a_range_stays_on_its_articles_while_new_ones_come_in() {
    let mut script = Script::growing(&many(50), 80, 24).press("5Gvjj");
    let newer = (200..203).map(|seq| headline(seq, "New", day("2026-03-05"), "wire.example"));
    script.library.add(newer);
    let script =
        script.tell(Message::Changed(Arrivals { n_new: 3, ..Arrivals::default() })).at("Article 6");
    assert_eq!(selected(&script), ["4", "5", "6"]);
    let script = script.press("v").shows("3 selected");
    assert_eq!(selected(&script), ["4", "5", "6"]);
}

#[test]
fn the_selection_outlives_orders_views_and_searches_and_can_be_inverted() {
    let script = Script::with(many(30), 80, 40).press("<space>jj<space>,r").shows("2 selected");
    let script = script.press("gg");
    assert_eq!(selected(&script), ["3", "0"].map(str::to_owned));
    let script = script.press("gs").shows("2 selected");
    assert_eq!(selected(&script), ["3"]);
    let script = script.press("ga,d!").shows("28 selected").press("!").shows("2 selected");
    let script = script.press("<c-a>").shows("30 selected").press("/article<space>7<enter>");
    let script = script.shows("30 selected").press("<esc>").hides("selected").press("<esc>");
    assert!(!script.app.session().search.is_open);
}

#[test]
fn what_is_above_or_below_and_what_matches_is_selected() {
    let script = Script::with(many(30), 80, 40).press("4G").run("select-above", "");
    assert_eq!(selected(&script), ["0", "1", "2"]);
    let script = script.run("select-none", "").press("28G").run("select-below", "");
    script.shows("2 selected").run("select-query", "\"article 12\"").shows("3 selected");
    let script = Script::with(many(30), 80, 40).run("select-query", "");
    script.shows(":select-query").press("<esc>").run("select-query", "\"open").hides("selected");
}

#[test]
fn commands_act_on_the_selection_and_one_undo_takes_all_of_it_back() {
    let script = Script::with(unread(30), 80, 40).press("<space><space><space>m");
    assert_eq!(n_read(&script), 3);
    let script = script.press("m");
    assert_eq!(n_read(&script), 0, "all had been read");
    let script = script.press("mu");
    assert_eq!(n_read(&script), 0, "one step");
    let script = script.press("s").shows("★").run("unstar", "").run("mark-read", "");
    assert_eq!(n_read(&script), 3);
    let script = script.run("mark-unread", "").press("y");
    let copied = |it: &Effect| matches!(it, Effect::Terminal(TerminalRequest::CopyLines { lines, .. }) if lines.len() == 3);
    assert!(script.outside.asked.iter().any(copied));
    let n_before = script.outside.asked.len();
    let script = script.press("Y");
    assert!(script.outside.asked[n_before..].iter().any(copied));
}

#[test]
fn a_range_that_is_not_ended_is_acted_on_too() {
    let script = Script::with(unread(30), 80, 40).press("jvjjm").shows("3 selected");
    assert_eq!(script.library.numbers(|it| it.has(Mark::Read)), [1, 2, 3]);
}

#[test]
fn many_are_asked_about_first_with_their_number() {
    let script = Script::with(unread(1_500), 80, 24).press("M");
    let script = script.shows("Mark 1,500 articles as read? (y/N)").press("n");
    assert_eq!(n_read(&script), 0);
    let script = script.shows("nothing changed").press("M<esc>").hides("Mark 1,500");
    let script = script.press("My").shows("1,500 marked read · u to undo");
    assert_eq!(n_read(&script), 1_500);
    let script = script.press("u");
    assert_eq!(n_read(&script), 0, "one step");
    script.press("100Gdk").shows("Mark 99 articles as read?").press("y").press("M").shows("1,401");
}

#[test]
fn what_is_below_the_cursor_is_marked_and_the_cursor_is_not() {
    let script = Script::with(unread(30), 80, 40).press("27Gdj");
    assert_eq!(script.library.numbers(|it| it.has(Mark::Read)), [27, 28, 29]);
}

#[test]
fn addresses_are_opened_after_a_question_and_never_very_many() {
    let is_open = |it: &&Effect| matches!(it, Effect::Host(HostRequest::Open(_)));
    let script = Script::with(many(60), 80, 24).press("<space><space>o");
    let script = script.shows("Open 2 articles in the browser? (y/N)");
    assert_eq!(script.outside.asked.iter().filter(is_open).count(), 0);
    let script = script.press("y");
    assert_eq!(script.outside.asked.iter().filter(is_open).count(), 2);
    let script = script.press("<c-a>o").shows("60 is too many at once (limit 20)").press("y");
    assert_eq!(script.outside.asked.iter().filter(is_open).count(), 2);
}

#[test]
fn a_late_answer_to_an_older_question_asks_nothing() {
    let mut script = Script::with(unread(60), 80, 24);
    let effects = script.app.update(Event::Key(Key::char('M')));
    let Some(Effect::Ask(Question::Weigh { generation, deed, .. })) = effects.first() else {
        panic!()
    };
    let script = script.press("Mn");
    let chosen = Arc::new((0..60).collect::<Bits>());
    let late = Message::Answer(Answer::Weighed {
        generation: *generation,
        deed: *deed,
        chosen,
        n_articles: 60,
    });
    script.tell(late).hides("mark 60");
}

#[test]
fn marking_a_hundred_thousand_hands_on_one_set_and_touches_no_row() {
    let script = Script::with(unread(40), 80, 24);
    let set: Arc<Bits> = Arc::new((0..100_000).collect());
    let mut selection = Selection::default();
    (selection.set, selection.n_selected) = (Arc::clone(&set), 100_000);
    let mut script =
        script.tell(Message::Answer(Answer::Selected(selection))).shows("100,000 selected");
    let weigh = script.app.update(Event::Key(Key::char('m')));
    let [Effect::Ask(Question::Weigh { generation, deed, group: Group::Selected })] = weigh[..]
    else {
        panic!("{weigh:?}")
    };
    let value = Some(true);
    assert_eq!(deed, Deed::Mark { mark: Mark::Read, value: None });
    let deed = Deed::Mark { mark: Mark::Read, value };
    let chosen = Arc::clone(&set);
    let weighed =
        Message::Answer(Answer::Weighed { generation, deed, chosen, n_articles: 100_000 });
    let script = script.tell(weighed).shows("Mark 100,000 articles as read?");
    let mut app = script.app;
    let effects = app.update(Event::Key(Key::char('y')));
    let marked = effects.iter().any(|effect| {
        matches!(effect, Effect::Mark(MarkRequest::Mark { targets: Targets::Set(chosen), .. }) if Arc::ptr_eq(chosen, &set))
    });
    assert!(marked, "the set that was weighed is the one that is marked, not a copy of it");
}

#[test]
fn what_is_typed_at_once_with_a_selection_acts_on_it() {
    let mut script = Script::with(unread(60), 80, 24);
    let mut effects = script.app.update(Event::Key(Key::char('v')));
    for key in Key::parse_all("jvs").unwrap() {
        effects.extend(script.app.update(Event::Key(key)));
    }
    script.settle(effects);
    assert_eq!(script.library.numbers(|it| it.has(Mark::Starred)), [0, 1, 3]);
}
