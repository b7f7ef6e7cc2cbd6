//! The list: rows, headings, moving, marking, what happens while the library changes.

use std::sync::Arc;

use dateline::{
    app::{App, Event},
    config::Config,
    domain::{Applied, Arrivals, Extent, Mark},
    session::{
        Answer, Effect, Generation, HostRequest, Key, ListAnswer, ListName, MarkRequest, Message,
        Question, Then,
    },
    ui::Theme,
};

use super::{Articles, Library, Outside, Script, corpus, day, headline};

/// Twenty articles a day.
pub(super) fn many(n_rows: u32) -> Articles {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 20)));
        headline(seq, &format!("Article {seq}"), date, "wire.example")
    };
    Articles::new((0..n_rows).map(row).collect())
}

#[test]
fn the_list_at_three_sizes() {
    insta::assert_snapshot!("list_80x24", Script::new(80, 24).screen());
    insta::assert_snapshot!("list_120x40", Script::new(120, 40).screen());
    insta::assert_snapshot!("list_40x12", Script::new(40, 12).screen());
}

#[test]
fn sources_of_two_articles_or_more_have_headings_where_the_list_is_by_source() {
    let script = Script::new(80, 24).hides(" tidewater.example ─").press(",s");
    let script = script.shows(" tidewater.example ─").hides("rue.example ─").hides("2026 ─");
    // A click on the heading selects the first article below it and folds nothing.
    let line = script.line_of("tidewater.example ─");
    let script = script.press("G").click(9, line);
    assert!(script.at_cursor().contains("arbour"), "{}", script.screen());
    script.shows("tidewater.example ─").press(",d").hides("tidewater.example ─");
    let off = Script::set("[list]\nday-headings = false\n", 80, 24).press(",s");
    off.shows("tidewater.e…").hides("tidewater.example ─");
}

#[test]
fn keys_move_as_fingers_expect() {
    let script = Script::with(many(100), 80, 24).press("jj").at("Article 2");
    let script = script.press("k").at("Article 1").press("5j").at("Article 6");
    let script = script.press("G").at("Article 99").press("gg").at("Article 0");
    let script = script.press("42G").at("Article 41").press("<home>").at("Article 0");
    let script = script.press("<end>").at("Article 99").press("10gg").at("Article 9");
    let down = script.press("gg<c-d>");
    assert_ne!(down.at_cursor(), "Article 0");
    down.press("<c-u>").at("Article 0").press("<c-f><c-b>").at("Article 0");
}

#[test]
fn a_count_is_shown_and_escape_forgets_it() {
    let script = Script::with(many(100), 80, 24).press("12").shows("12…");
    script.press("<esc>j").at("Article 1").hides("12…");
}

#[test]
fn a_sequence_that_is_begun_tells_how_it_can_go_on() {
    Script::new(120, 24).press("g").shows("Show unread").press("u").shows("Unread");
}

#[test]
fn the_cursor_can_be_put_anywhere_on_the_screen() {
    let script = Script::with(many(200), 80, 24).press("100Gzt").shows("Article 96");
    let script = script.hides("Article 95").press("zb").hides("Article 103").press("zz");
    let middle = script.app.session().front().visible();
    assert!((88..92).contains(&middle.start), "{middle:?}");
    let script = script.press("L");
    assert_eq!(script.app.session().front().top(), middle.start);
    assert_eq!(script.at_cursor(), format!("Article {}", middle.end - 4));
    let title = format!("Article {}", middle.start + 3);
    script.press("H").at(&title);
}

#[test]
fn next_unread_skips_read_ones_and_goes_beyond_what_is_loaded() {
    let script = Script::new(80, 24).press("n").at("Owls return to the city park");
    let script = script.press("n").at("Council votes on harbour fees");
    script.press("N").at("Owls return to the city park");
    let mut articles = many(1_000);
    for headline in &mut articles.headlines {
        headline.marks.set(Mark::Read, headline.seq.0 != 900);
    }
    let script = Script::with(articles, 80, 24).press("]u").at("Article 900");
    script.press("n").shows("no other unread article").press("N").at("Article 900");
}

#[test]
fn a_mark_shows_and_is_undone() {
    let script = Script::new(80, 24).shows("5 unread").press("m").shows("4 unread");
    let script = script.press("u").shows("5 unread").shows("undone: marked read");
    script.press("<c-r>").shows("4 unread").shows("redone").press("s").shows(" ★ tidewater");
}

#[test]
fn all_are_marked_read_and_said_how_many_and_one_key_takes_it_back() {
    let script = Script::new(80, 24).press("A").shows("5 marked read · u to undo");
    let script = script.shows("0 unread").press("u").shows("5 unread");
    script.press("gu").press("Agu").shows("All read.").press("m").shows("no article here");
}

#[test]
fn views_and_orders_are_chosen_and_named() {
    let script = Script::new(80, 24).press("j,t").shows("by title");
    let script = script.at("Owls return to the city park").press(",d,r").shows("oldest first");
    let script = script.press(",dgv").shows("Unread").press("gv").shows("Starred").shows("1/1");
    let script =
        script.press("gv").shows("Changed").shows("No article has changed since you read it.");
    script
        .press("gv")
        .shows("All")
        .press(",b")
        .shows("\"best match\" works only in search results");
}

#[test]
fn an_article_opens_is_read_and_goes_away_again() {
    let script = Script::new(80, 24).press("<enter>").shows("Second paragraph.");
    let script = script.hides("Owls").press("J").shows("Owls").press("h").shows("3 unread");
    script.at("Owls return to the city park").press("q").app.should_quit().then_some(()).unwrap();
}

#[test]
fn list_and_article_share_a_wide_or_tall_terminal() {
    let wide = Script::new(120, 30).hides("│").press("<enter>").shows("│").shows("Owls");
    insta::assert_snapshot!("side_by_side_120x30", wide.screen());
    let tall = Script::new(60, 42).press("<enter>").shows("First paragraph.").shows("Owls");
    tall.press("<tab>j").at("Owls return to the city park").press("<esc>").hides("First paragraph");
    Script::new(80, 24).press("<tab>").shows("no article has been opened yet");
}

#[test]
fn what_has_no_address_says_so() {
    let mut rows = corpus();
    rows[0].url = None;
    let script = Script::with(Articles::new(rows), 80, 24).press("o");
    let script = script.shows("this article has no link").press("jo");
    let is_open = |effect: &Effect| matches!(effect, Effect::Host(HostRequest::Open(url)) if url.ends_with("/1"));
    assert!(script.outside.asked.iter().any(is_open));
}

#[test]
fn new_articles_leave_the_cursor_and_its_line_in_place() {
    let mut script = Script::growing(&many(100), 80, 24).press("30G");
    let line = |script: &Script| {
        let screen = script.screen();
        screen.lines().position(|line| line.contains("Article 29")).unwrap()
    };
    let before = line(&script);
    let new = |seq| headline(seq, "New", day("2026-03-05"), "wire.example");
    script.library.add((200..212).map(new));
    let script = script
        .tell(Message::Changed(Arrivals { n_new: 12, ..Arrivals::default() }))
        .at("Article 29")
        .shows("12 new");
    assert_eq!(line(&script), before);
}

#[test]
fn a_list_nobody_has_moved_in_stays_at_its_top_while_articles_come_in() {
    let mut script = Script::growing(&Articles::new(corpus()), 80, 24);
    script.library.add([headline(99, "Fresh", day("2026-03-05"), "wire.example")]);
    script.tell(Message::Changed(Arrivals { n_new: 1, ..Arrivals::default() })).at("Fresh");
}

#[test]
fn marks_of_another_instance_appear_by_themselves() {
    let script = Script::new(80, 24);
    let ids = script.library.headlines()[..3].iter().map(|it| it.id).collect();
    let change = Applied { log: 9, mark: Mark::Read, value: true, ids };
    let script = script.tell(Message::Marked { change: Arc::new(change), is_ours: false });
    assert!(script.app.session().front().headline().unwrap().has(Mark::Read));
    script.hides("marked");
}

#[test]
fn the_old_rows_stay_until_the_new_ones_have_come_and_late_answers_are_dropped() {
    let mut script = Script::new(80, 24).press("j");
    let list = |script: &mut Script| {
        script.app.update(Event::Key(Key::char('g')));
        let effects = script.app.update(Event::Key(Key::char('v')));
        let Some(Effect::Ask(Question::List { generation, .. })) = effects.first() else {
            panic!()
        };
        *generation
    };
    let (older, newer) = (list(&mut script), list(&mut script));
    let rows = vec![headline(50, "Only one", day("2026-03-05"), "wire.example")];
    let answer = |generation| {
        Message::Answer(Answer::List(ListAnswer {
            list: ListName::Library,
            generation,
            n_rows: 1,
            extent: Extent::Whole,
            n_gone: 0,
            cursor: Some(0),
            first: 0,
            rows: rows.clone(),
            forms: Vec::new(),
        }))
    };
    assert!(script.app.update(Event::Message(answer(older))).is_empty());
    let script = script.shows("Owls").hides("Only one");
    let late = Message::Answer(Answer::Rows {
        list: ListName::Library,
        generation: older,
        first: 0,
        rows: rows.clone(),
    });
    let script = script.tell(late).shows("Owls").hides("Only one");
    script.tell(answer(newer)).shows("Only one").hides("Owls");
}

#[test]
fn of_rows_that_have_gone_no_answer_is_used_nor_said() {
    let script = Script::new(80, 24);
    let older = script.app.session().front().generation();
    let script = script.press("gv").press("j");
    let newer = script.app.session().front().generation();
    let sought = |generation, row| {
        let (list, said) = (ListName::Library, Some("nothing like it".to_owned()));
        Message::Answer(Answer::Sought { list, generation, row, then: Then::Move, said })
    };
    let row = script.app.session().front().cursor();
    let script = script.tell(sought(older, Some(0))).hides("nothing like it");
    assert_eq!(script.app.session().front().cursor(), row);
    let script = script.tell(sought(newer, Some(0))).shows("nothing like it");
    assert_eq!(script.app.session().front().cursor(), 0);
}

#[test]
fn a_library_that_changes_all_the_time_is_seen_and_not_asked_for_all_the_time() {
    let mut script = Script::new(80, 24);
    let mut change = || script.app.update(Event::Message(Message::Changed(Arrivals::default())));
    let (first, second, third) = (change(), change(), change());
    assert_eq!((first.len(), second.len(), third.len()), (1, 0, 0));
    let n_before = script.outside.asked.len();
    script.settle(first);
    let is_list = |effect: &&Effect| matches!(effect, Effect::Ask(Question::List { .. }));
    assert_eq!(script.outside.asked[n_before..].iter().filter(is_list).count(), 2);
}

#[test]
fn the_same_article_answered_again_keeps_the_place_and_takes_the_marks() {
    let script = Script::new(80, 6).press("<enter>").shows("Harbour bridge").press("G");
    let script = script.shows("Second paragraph.").hides("★");
    let generation = script.app.session().opened_ticket().newest();
    let id = script.app.session().opened().unwrap();
    let mut opened = script.library.opened(id);
    opened.headline.marks.set(Mark::Starred, true);
    let again = Message::Answer(Answer::Article { generation, result: Ok(opened) });
    script.tell(again).hides("tidewater.example").shows("Second paragraph.").shows("★");
}

#[test]
fn an_article_that_comes_after_the_next_was_opened_is_dropped() {
    let script = Script::new(80, 24).press("<enter>J");
    let result = Err(dateline::base::Clean::new("gone"));
    script
        .tell(Message::Answer(Answer::Article { generation: Generation(1), result }))
        .hides("gone")
        .shows("Owls");
}

#[test]
fn a_million_rows_are_read_a_few_hundred_at_a_time() {
    let (mut app, effects) = App::new(Config::default(), Theme::monochrome(), (120, 50));
    let mut waiting = effects;
    let (mut n_loads, mut most) = (0, 0);
    let row = |seq: usize| {
        headline(u32::try_from(seq).unwrap() % 4_000, &format!("Row {seq}"), None, "x")
    };
    let mut keys = Key::parse_all(&format!("G{}gg500000Gjjj<c-d><c-d>", "k".repeat(200))).unwrap();
    keys.reverse();
    loop {
        let Some(effect) = waiting.pop() else {
            let Some(key) = keys.pop() else { break };
            waiting = app.update(Event::Key(key));
            continue;
        };
        let message = match effect {
            Effect::Ask(Question::List { list, generation, window, .. }) => {
                let rows = window.rows(None, 1_000_000);
                Message::Answer(Answer::List(ListAnswer {
                    list,
                    generation,
                    n_rows: 1_000_000,
                    extent: Extent::Whole,
                    n_gone: 0,
                    cursor: None,
                    first: rows.start,
                    rows: rows.map(row).collect(),
                    forms: Vec::new(),
                }))
            }
            Effect::Ask(Question::Rows { list, generation, rows }) => {
                n_loads += 1;
                most = most.max(rows.len());
                Message::Answer(Answer::Rows {
                    list,
                    generation,
                    first: rows.start,
                    rows: rows.map(row).collect(),
                })
            }
            Effect::Mark(MarkRequest::Shown(_)) => continue,
            other => panic!("{other:?}"),
        };
        waiting.extend(app.update(Event::Message(message)));
    }
    assert!(most <= 400, "{most} rows at once");
    assert!(n_loads <= 14, "{n_loads} loads");
    assert_eq!(&*app.session().front().headline().unwrap().title, "Row 500050");
}

#[test]
fn empty_places_say_what_to_do() {
    Script::with(Articles::new(Vec::new()), 80, 24).shows("No articles here.");
    Script::new(80, 24).press("4Gsgs").shows("No starred articles.");
    let (app, _) = App::new(Config::default(), Theme::monochrome(), (80, 24));
    let library = Library::open(&Articles::new(Vec::new()));
    let script = Script { app, library, outside: Outside::default(), size: (80, 24) };
    script.shows("Opening…");
}
