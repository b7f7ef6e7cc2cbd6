//! The command line, the palette, and what may follow a key.

use chrono::{NaiveDate, NaiveDateTime};
use dateline::{
    app::Event,
    base::Clean,
    session::{
        Answer, Effect, Generation, HostRequest, Key, Message, Notice, ProgramRequest, Question,
    },
};

use super::Script;

const HARBOUR: &str = "Harbour bridge reopens after nine months of repairs";

/// Keys that type `text` and press Enter.
fn enter(text: &str) -> String {
    format!("{}<enter>", text.replace(' ', "<space>"))
}

#[test]
fn what_may_follow_a_key_is_shown_at_once_and_goes_away() {
    let script = Script::new(80, 24).press("z").shows("\n z…").shows("z Scroll this row");
    insta::assert_snapshot!("continuations_80x24", script.screen());
    script.press("<esc>").hides("Scroll this row to the middle of the screen");
    Script::new(80, 24).press("g").shows("Go to the first row").press("g").hides("first row");
    Script::new(30, 6).press("g").press("u").shows("Unread");
}

#[test]
fn commands_run_by_name_with_count_and_argument() {
    let script = Script::new(80, 24)
        .press(&enter(":2 down"))
        .at("港湾大橋、九か月ぶりに再開通 👩‍👩‍👧‍👦 市民が歩いて渡る初日の朝");
    let script = script.press(&enter(":goto-row 2")).at("Owls return to the city park");
    let script = script.press(&enter(":4")).at("Council votes on harbour fees");
    script.press(&enter(":q"));
}

#[test]
fn names_that_fingers_write_without_asking_leave() {
    for name in ["q", "q!", "qa", "qa!", "wq", "x"] {
        assert!(Script::new(80, 24).press(&enter(&format!(":{name}"))).app.should_quit(), "{name}");
    }
}

#[test]
fn a_mistake_is_said_beside_the_line_which_stays() {
    Script::new(80, 24)
        .press(&enter(":goto-rwo 3"))
        .shows(":goto-rwo 3")
        .shows("unknown command: goto-rwo; did you mean `goto-row`?")
        .press("<c-w><c-w>")
        .press(&enter("goto-row"))
        .shows("which number?")
        .press("<esc>")
        .at(HARBOUR);
}

#[test]
fn tab_completes_what_is_common_and_then_goes_through_the_rest() {
    let script = Script::new(80, 24).press(":sort<tab>").shows(":sort-by-").shows("Sort by title");
    insta::assert_snapshot!("completion_80x24", script.screen());
    let script = script.press("<tab><tab>").shows("\n :sort-by-source").press("<s-tab>");
    script.shows("\n :sort-by-date").press("<enter>").hides(":sort");
    Script::new(80, 24).press(":goto-r<tab>5").shows("\n :goto-row 5");
}

#[test]
fn earlier_commands_come_back() {
    let typed = format!("{}{}:", enter(":goto-row 2"), enter(":4 down"));
    let script = Script::new(80, 24).press(&typed).press("<up>").shows("\n :4 down");
    let script = script.press("<up>").shows("\n :goto-row 2").press("<down><down>");
    let script = script.hides("goto-row 2").press("<c-r>got").shows("history `got`: goto-row 2");
    script.press("<enter>").at("Owls return to the city park");
}

#[test]
fn settings_are_shown_and_changed_by_name() {
    let script = Script::new(80, 24).press(&enter(":set list.day-headings"));
    let script = script.shows("list.day-headings = true").shows("4 March");
    let script = script.press(&enter(":set list.day-headings false"));
    let script = script.shows("list.day-headings = false").hides("4 March");
    let script =
        script.press(&enter(":set list.scrollof 4")).shows("did you mean `list.scrolloff`");
    let script = script
        .press(&enter(":set reader.width-cells wide"))
        .shows("cannot set reader.width-cells to wide");
    let script = script.press(&enter(":set keys.preset less")).press("4g");
    script
        .at("Council votes on harbour fees")
        .press(":set<space>reader.mark<tab>")
        .shows("\n :set reader.mark-read");
}

#[test]
fn tab_after_a_setting_offers_what_it_can_be() {
    let script = Script::new(80, 24).press(":set<space>reader.align<space>");
    let script = script.shows("reader.align centre").shows("reader.align left").shows("as it is");
    let script = script.press("l<tab>").shows("\n :set reader.align left");
    let script = script.press("<enter>").shows("reader.align = \"left\"");
    let script = script.press(":set<space>list.repeat-date<space>t<tab>").shows("repeat-date true");
    let script = script.press("<c-u>set<space>keys.preset<space>mu<tab>").shows("preset mutt");
    let script = script.press("<c-u>set<space>theme.name<space>au<tab>").shows("theme.name auto");
    script
        .press("<c-u>set<space>reader.width-cells<space><tab>")
        .shows("\n :set reader.width-cells 80");
}

#[test]
fn a_source_is_gone_to_by_name_and_the_names_are_offered() {
    let script = Script::new(80, 24).press("gS").shows("\n :goto-source");
    let script = script.shows("tidewater.example").shows("2 articles").shows("rue.example");
    let script = script.press("ti<tab>").shows("\n :goto-source tidewater.example");
    let script = script.press("<enter>").at("Council votes on harbour fees");
    // From the last one on at the first again.
    let script = script.press(":goto-source<space>tide<enter>").at(HARBOUR);
    script.press("<c-o>").at("Council votes on harbour fees");
}

#[test]
fn sources_that_come_late_are_offered_unless_newer_ones_are_awaited() {
    let mut script = Script::new(80, 24);
    let mut asked = Vec::new();
    for key in Key::parse_all(":goto-source<space>").unwrap() {
        asked.extend(script.app.update(Event::Key(key)));
    }
    let [Effect::Ask(Question::Sources { generation })] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    let sources = |name: &str| vec![(Clean::new(name), 3)];
    let stale = Generation(generation.0 - 1);
    let script = script.tell(Message::Answer(Answer::Sources {
        generation: stale,
        sources: sources("old.example"),
    }));
    let script = script.hides("old.example");
    let newest = Message::Answer(Answer::Sources {
        generation: *generation,
        sources: sources("new.example"),
    });
    script.tell(newest).shows("new.example").shows("3 articles");
}

#[test]
fn in_the_help_n_goes_through_the_lines_with_the_words_among_all() {
    let script = Script::new(80, 14).press("?n").shows("type / and some words first");
    let script = script.press("/star<enter>").shows("Show starred articles").hides("Move down");
    let script = script.press("n").shows("Toggle the star").shows("Mark all articles");
    // From the last to the first, and back.
    let script = script.press("nN").shows("Toggle the star");
    let script = script.press("N").hides("Star, or no longer").press("n");
    let script = script.shows("Toggle the star").press("/").shows("Show starred articles");
    script.hides("Mark all articles").press("<esc>").shows("Move down");
}

#[test]
fn the_palette_finds_commands_and_says_why_some_cannot_run() {
    let script = Script::new(100, 20).press("<c-p>").press("sortmatch");
    let script = script.shows("\"best match\" works only in search results");
    insta::assert_snapshot!("palette_100x20", script.press("<c-u>star").screen());
    let script =
        Script::new(100, 20).press("<c-p>last<space>row<enter>").at("Letter without a date");
    script
        .press("<c-p>goto-row<enter>")
        .shows("\n :goto-row")
        .press("2<enter>")
        .at("Owls return to the city park");
    let text = "[keys.list]\n'T' = 'sort-by-title'\n";
    Script::set(text, 100, 20).press("<c-p>sortbytitle").shows("sort-by-title           ,t T");
}

#[test]
fn every_prompt_has_a_history_and_all_editing_keys() {
    let script = Script::new(80, 24).press("/owls<enter>").press("/<c-u>night<enter>");
    let script = script.press("/<c-u><c-r>ow").shows("history `ow`: owls").press("<esc>");
    let script = script.press("<esc><esc>").press("<enter>/").press("one<space>two<c-a><a-d>");
    script.shows("/ two").press("<c-e><c-t>").shows("/ tow").press("<esc>");
}

#[test]
fn the_help_shows_only_lines_with_the_words_looked_for() {
    let text = "[keys.reader]\n'x' = ['toggle-star', 'next-article']\n";
    let script = Script::set(text, 80, 24).press("?/toggle<space>star");
    let script = script.shows("Toggle the star").hides("Move down");
    insta::assert_snapshot!("help_filtered_80x24", script.screen());
    let script = script.press("<enter>").shows("toggle-star, next-article").hides("Move down");
    script.press("/zzz").shows("no matching keys or commands").press("<esc>").shows("Move down");
}

#[test]
fn warnings_stay_until_a_key_and_are_counted_until_they_are_read() {
    let script = Script::new(80, 24).tell(Message::Notice(Notice::warning("the disk is full")));
    let script = script.tell(Message::Notice(Notice::note("3 new"))).shows("the disk is full");
    let script = script.press("j").hides("the disk is full").shows("1 message  g<");
    let script = script.press("g<lt>").hides("1 message").shows("the disk is full").shows("3 new");
    insta::assert_snapshot!("messages_80x24", script.screen());
    let script = script.press(":").press("q").shows("\n :q").press("<esc>q").hides("3 new");
    script.press(",b").shows("only in search results").press("j").hides("message");
}

fn at(hour: u32, minute: u32, second: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().and_hms_opt(hour, minute, second).unwrap()
}

#[test]
fn messages_say_when_they_were_said() {
    let mut script = Script::new(80, 24);
    script.app.tell_time(at(9, 5, 59));
    let script = script.tell(Message::Notice(Notice::warning("the disk is full")));
    let mut script = script.shows("\n the disk is full");
    script.app.tell_time(at(17, 30, 0));
    let script = script.tell(Message::Notice(Notice::note("3 new"))).press(":messages<enter>");
    script.shows("│ 09:05  the disk is full").shows("│ 17:30  3 new");
}

#[test]
fn what_is_said_while_messages_are_read_has_been_seen() {
    let warn = |text: &str| Message::Notice(Notice::warning(text));
    let script = Script::new(80, 24).tell(warn("one")).press("j").shows("1 message");
    let script = script.press("g<lt>").tell(warn("two")).press("qj").hides("1 message");
    script.tell(warn("three")).press("j").shows("1 message");
}

#[test]
fn what_was_opened_last_lies_on_top() {
    let script = Script::new(80, 24);
    let script = script.tell(Message::Notice(Notice::note("3 new")));
    let script = script.press("gp").shows("00006.txt  no date");
    let script = script.press("g<lt>").shows("3 new").hides("00006.txt");
    script.press("q").shows("00006.txt").hides("3 new").press("q").hides("00006.txt");
}

#[test]
fn many_messages_scroll_to_the_newest() {
    let mut script = Script::new(30, 8);
    for number in 0..40 {
        let text = format!("{number}: a text that takes two lines of this");
        script = script.tell(Message::Notice(Notice::error(text)));
    }
    let script = script.press(":messages<enter>").shows("39:").hides("36:").press("kk");
    script.shows("36:").hides("39:").press("gg").shows("0:").press("G").shows("39:");
}

#[test]
fn a_program_is_asked_for_with_its_arguments_split() {
    let script = Script::new(80, 24).press("|").shows("\n :pipe").press("grep<space>'a<space>b'");
    let script = script.press("<space>%t<enter>").shows("[a b]").shows("[%t]");
    insta::assert_snapshot!("output_80x24", script.screen());
    let script = script.press("<c-c>").shows("the program has ended · q close").press("q");
    let script = script.press(":pipe<space>'x<enter>").shows("unbalanced quote");
    let script = script.press(":pipe<space>sleep<space>9<enter>").shows("running, 2 s").press("q");
    assert!(
        script.outside.asked.contains(&Effect::Host(HostRequest::Program(ProgramRequest::Stop)))
    );
    let text = "[keys.global]\nW = 'open-with --takeover w3m %u'\nB = 'open-with x %f'\n";
    let script = Script::set(text, 80, 24).press("jWB");
    let owls = script.library.headlines()[1].id;
    let launched: Vec<String> = script
        .outside
        .asked
        .iter()
        .filter_map(|effect| match effect {
            Effect::Host(HostRequest::Program(ProgramRequest::Launch {
                id,
                program,
                takes_over,
            })) if *id == owls => Some(format!("{program:?} {takes_over}")),
            _ => None,
        })
        .collect();
    assert_eq!(launched, [r#"["w3m", "%u"] true"#, r#"["x", "%f"] false"#]);
}
