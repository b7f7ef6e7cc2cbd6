//! Timeline and facets: what they show of the list in front, and how they narrow it.

use dateline::{
    domain::{Amount, DayAmount, Extent, Generation, Timeline},
    library::{Tally, TallyAnswer},
    session::{Answer, Effect, ListName, Message, MouseAction, Question},
};

use super::{Script, day};

impl Script {
    /// The first lines of the screen.
    fn top(&self, n_lines: usize) -> String {
        self.screen().lines().take(n_lines).collect::<Vec<_>>().join("\n")
    }

    fn n_tallies(&self) -> usize {
        let is_tally = |effect: &&Effect| matches!(effect, Effect::Ask(Question::Tally { .. }));
        self.outside.asked.iter().filter(is_tally).count()
    }
}

#[test]
fn the_timeline_shows_empty_days_and_the_undated_as_a_number() {
    let script = Script::new(60, 18).press("t");
    insta::assert_snapshot!(script.top(6), @r"
    2026-03-04: 2 (2 unread)                by day · 1 undated
                                    ███████
                                    ███████ ███████
    ███████                         ███████ ███████
    2026-02-27                            2026-03-04
    News · All · newest first      7 articles · 5 unread   1/7
    ");
    // The list is there below it, and takes the keys again.
    script.press("qj").shows(" 2/7").press("t").shows("by day").press("t").hides("by day");
}

#[test]
fn without_a_tall_screen_the_timeline_is_a_line_while_it_takes_the_keys() {
    let script = Script::new(60, 6).press("t");
    script.shows("▅▅▅▅▅▅▅").press("q").hides("▅▅▅▅▅▅▅").shows("1/7");
}

#[test]
fn a_span_is_chosen_by_keys_and_taken_back_by_esc() {
    let script = Script::new(80, 24).press("t0vll");
    let script = script.press("<enter>").shows("/date:2026-02-27..2026-03-01");
    let script = script.press("<esc>").hides("/date").shows("Harbour bridge");
    // Esc forgets the span first, and leaves only then.
    script.press("0v<esc>").shows("2026-02-27: 1").press("<esc>j").shows(" 2/7");
}

#[test]
fn going_back_and_forward_says_what_is_listed() {
    let script = Script::new(80, 24).press("/harbour<enter>").press("t<enter>");
    let script = script.shows("/harbour* date:2026-03-04");
    let script = script.press("<a-left>").shows("back to: harbour*").hides("date:");
    let script = script.press("<a-right>").shows("/harbour* date:2026-03-04");
    script.press("<a-left><a-left>").shows("the list was not narrowed before");
}

#[test]
fn the_mouse_moves_chooses_and_zooms() {
    let script = Script::new(60, 18).press("tq");
    let script = script.click(2, 3).shows("2026-02-27: 1");
    let press = |script: Script, at| script.mouse(MouseAction::Press, 2, 3, at);
    let script = press(script, 90_000_000).mouse(MouseAction::Drag, 18, 3, 90_000_100).mouse(
        MouseAction::Release,
        18,
        3,
        90_000_200,
    );
    let script = script.press("<enter>").shows("/date:2026-02-27..2026-03-01").press("<esc>");
    let script = press(press(script, 91_000_000), 91_000_100).shows("/date:2026-02-27");
    script
        .press("<esc>")
        .mouse(MouseAction::Wheel { is_down: false, n_notches: 1 }, 2, 3, 1)
        .shows("5 after");
}

#[test]
fn facets_stand_beside_the_list_or_in_its_place_and_follow_what_is_typed() {
    let script = Script::new(80, 24).press("gf");
    let script = script.shows("│ Sources").shows("Harbour bridge").press("field");
    let script = script.shows("│ In common field").shows("│▌  fieldnotes.example    1");
    let script = script.hides("│   minato.example").press("zz").shows("no value with these");
    script.press("<esc>").shows("│   minato.example");
    let narrow = Script::new(50, 24).press("gf");
    narrow.shows("│ Sources").hides("Harbour").press("<esc>").hides("│ Sources").shows("Harbour");
}

#[test]
fn several_values_are_alternatives_and_one_is_left_out() {
    let mut script = Script::new(80, 24).press("gf<enter>").shows("/source:tidewater.example");
    // What the double answers to that has no values: those of before are put back by hand.
    script = script.press("<a-left>").press("<down><down>-");
    script.shows("/-source:archive.example").shows("In common");
}

#[test]
fn numbers_follow_marks_and_the_list_and_stale_ones_change_nothing() {
    let script = Script::new(80, 24).press("t").shows("2026-03-04: 2 (2 unread)");
    let script = script.press("qm").shows("2026-03-04: 2 (1 unread)");
    let n_tallies = script.n_tallies();
    let script = script.press("jk<c-l>");
    assert_eq!(script.n_tallies(), n_tallies, "nothing has changed");
    let stale = TallyAnswer {
        list: ListName::Library,
        generation: Generation(0),
        extent: Extent::Whole,
        tally: Tally::default(),
    };
    let script = script.tell(Message::Answer(Answer::Tally(stale)));
    let script = script.shows("2026-03-04: 2 (1 unread)");
    script.press("/owls<enter>").shows("2026-03-04: 1 (1 unread)");
}

#[test]
fn the_settings_show_both_from_the_start_and_draw_them_by_letters() {
    let text = "[layout]\ntimeline = true\nfacets = true\n[theme]\nglyphs = \"ascii\"";
    let script = Script::set(text, 100, 24).shows("by day").shows("| In common").shows("####");
    let screen = script.screen();
    assert!(screen.lines().all(|line| !line.contains(['█', '▅', '│'])), "{screen}");
    let hidden = Script::new(100, 24).hides("by day");
    assert_eq!(hidden.n_tallies(), 0, "nobody looks");
}

#[test]
fn numbers_that_are_not_final_say_so() {
    let script = Script::new(80, 24).press("t");
    let asked = script.outside.asked.iter().rev();
    let mut asked = asked.filter_map(|effect| match effect {
        Effect::Ask(Question::Tally { list, generation, .. }) => Some((*list, *generation)),
        _ => None,
    });
    let (list, generation) = asked.next().unwrap();
    let amount = Amount { n_hits: 5, n_unread: 3, n_all: 9 };
    let days = vec![DayAmount { day: day("2026-03-04").unwrap(), amount }];
    let timeline = Some(Timeline::new(days, Amount::default()));
    let tally = Tally { timeline, facets: Vec::new() };
    let answer = TallyAnswer { list, generation, extent: Extent::More, tally };
    script.tell(Message::Answer(Answer::Tally(answer))).shows("2026-03-04: ≥ 5 (3 unread)");
}

#[test]
fn list_timeline_and_facets_show_the_same_hits_and_a_choice_does_not_hide_other_values() {
    let script = Script::new(120, 30).press("gf<enter>").shows("source:tidewater.example");
    let script = script.shows("2 hits").shows("Council votes").hides("Owls return");
    let script = script.shows("✓ tidewater.example").shows("  fieldnotes.example");
    // Another source is an alternative; a year counts the hits of both.
    let script = script.press("<down><down><down><enter>").shows("3 hits").shows("Owls return");
    let script = script.press("<esc>t").shows("2026-03-04: 2 (2 unread)").press("h<enter>");
    let script = script.shows("1 hit").shows("2026-03-03: 1 (1 unread)").hides("Owls return");
    let script = script.press("<esc>").shows("3 hits").press("<a-left>").shows("2 hits");
    script.press("<a-left>").shows("7 articles").hides("✓ ");
}
