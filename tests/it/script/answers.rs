//! Messages in answer to keys: helpful hints, counts of what is shown, and questions that cannot be
//! answered by accident.

use chrono::{NaiveDate, TimeDelta};
use dateline::{
    base::Clean,
    session::{Effect, LibraryStatus, Message, Notice, Progress, TerminalRequest},
};

use super::{Articles, Script, corpus, headline};

#[test]
fn a_name_that_was_searched_for_is_pointed_out_as_a_source() {
    let script = Script::new(80, 24).press("/tidewater");
    let script =
        script.shows("No matching articles.").shows("tidewater.example is a source; gS goes");
    script
        .press("<esc>/tidewaters")
        .shows("Every word must be in the title or text")
        .hides("source");
}

#[test]
fn the_header_counts_what_is_shown() {
    let script = Script::new(80, 24).shows("7 articles · 5 unread").press("gs");
    script.shows("1 of 7 articles").hides("unread").press("gu").shows("5 of 7 articles");
}

#[test]
fn the_start_of_a_name_is_enough_to_find_it() {
    let mistaken = |line: &str| Script::new(120, 24).press(&format!(":{line}<enter>"));
    mistaken("sort").shows("did you mean `sort-by-").hides("`start`");
    mistaken("sort").shows("sort-by-date").shows("sort-by-source");
    mistaken("w").shows("unknown command: w; marks are saved at once");
    mistaken("e").shows("`dateline DIR` opens another directory");
    mistaken("source").shows("read as soon as they change");
    mistaken("quux").shows("unknown command: quux");
    mistaken("togle-star").shows("did you mean `toggle-star`?");
}

#[test]
fn a_theme_and_other_settings_may_be_set_with_an_equals_sign() {
    let script = Script::new(100, 24).run("set", "reader.width-cells=72");
    let script = script.shows("reader.width-cells = 72").run("set", "reader.width-cells = 70");
    let script = script.shows("reader.width-cells = 70").run("set", "theme=dark");
    script.shows("theme.name = \"dark\"").run("set", "theme").shows("theme.name = \"dark\"");
}

#[test]
fn hints_in_the_status_line_can_be_clicked() {
    let problems = || {
        let status = LibraryStatus { n_problems: 2, ..LibraryStatus::default() };
        Script::new(80, 24).tell(Message::Status(status))
    };
    let script = problems().shows("2 problems  gp").click(45, 23);
    assert_eq!(script.app.session().focus().0, "help");
    let script = problems().click(70, 23);
    assert_eq!(script.app.session().focus().0, "problems");
    let script = problems().press("v").click(55, 23);
    assert_eq!(script.app.session().focus(), dateline::session::LIST, "a count is no hint");
    let warned = problems().tell(Message::Notice(Notice::warning("the disk is full")));
    let script = warned.press("j").shows("1 message  g< · 2 problems  gp").click(56, 23);
    assert_eq!(script.app.session().focus().0, "messages");
    // Over a box nothing else is under the mouse.
    let script = problems().press("?").click(70, 23);
    assert_eq!(script.app.session().focus().0, "help");
}

#[test]
fn a_key_typed_before_a_question_could_be_read_does_not_answer_it() {
    let rows = (0..1_500).map(|seq| headline(seq, "Ferry", None, "x")).collect();
    let mut script = Script::with(Articles::new(rows), 80, 24);
    let asked = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(9, 0, 0).unwrap();
    script.app.tell_time(asked);
    script = script.press("<c-a>s").shows("(y/N)");
    script.app.tell_time(asked + TimeDelta::milliseconds(300));
    script = script.press("y").shows("(y/N)");
    assert_eq!(script.n_marks(), 0);
    script.app.tell_time(asked + TimeDelta::milliseconds(900));
    script = script.press("<enter>").shows("nothing changed");
    assert_eq!(script.n_marks(), 0, "only y is a yes");
    script = script.press("s").shows("(y/N)");
    script.app.tell_time(asked + TimeDelta::milliseconds(1_900));
    assert_eq!(script.press("y").n_marks(), 1);
}

#[test]
fn any_number_of_titles_may_be_copied() {
    let rows = (0..1_500).map(|seq| headline(seq, "Ferry", None, "x")).collect();
    let script = Script::with(Articles::new(rows), 80, 24).press("<c-a>Y").hides("at most");
    let is_copied = |effect: &Effect| matches!(effect, Effect::Terminal(TerminalRequest::CopyLines { lines, .. }) if lines.len() == 1_500);
    assert!(script.outside.asked.iter().any(is_copied));
}

#[test]
fn an_article_found_by_its_title_opens_at_its_top_and_says_where_its_matches_are() {
    let opened = |query: &str| {
        let owls = corpus().swap_remove(1);
        let mut articles = Articles::new(vec![owls]);
        let mut text = vec![Clean::new("Nothing of it."); 60];
        text[40] = Clean::new("The owls were seen at night.");
        articles.paragraphs = text;
        Script::with(articles, 80, 24).press(query)
    };
    let script = opened("/owls<enter><enter>").shows("1 found below: n goes to the first match");
    let script = script.shows("Owls return to the city park").hides("seen at night");
    script.press("n").shows("The owls were seen at night.");
}

#[test]
fn the_way_out_stays_in_the_status_line_however_much_is_told_there() {
    let progress = Progress {
        what: "indexing",
        n_done: 9_000,
        n_total: Some(90_000),
        seconds_left: Some(300),
    };
    let status = LibraryStatus {
        n_problems: 15,
        n_changed: 3,
        progress: Some(progress),
        ..LibraryStatus::default()
    };
    let told = |width| Script::new(width, 24).tell(Message::Status(status.clone()));
    let whole = "indexing 10% · 5 min left · 3 changed · 15 problems  gp";
    told(160).shows("m mark read  ? help").shows(whole);
    for width in (30..130).step_by(3) {
        for (keys, way_out) in [
            ("", "q quit"),
            ("/harbour", "Esc back"),
            ("/owl<enter>", "q close"),
            ("<enter>", "h back"),
        ] {
            let screen = told(width).press(keys).screen();
            let line = screen.lines().last().unwrap();
            assert!(line.contains(way_out), "{width}: {line}");
        }
    }
}
