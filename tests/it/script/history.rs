//! The steps that changed marks, and going back to any of them.

use chrono::NaiveDateTime;
use dateline::{
    domain::{Arrivals, Mark},
    session::{Message, PaneMessage},
};

use super::{Articles, Script, headline};

fn marks(script: &Script) -> (usize, usize) {
    let n_read = script.library.numbers(|it| it.has(Mark::Read)).len();
    (n_read, script.library.numbers(|it| it.has(Mark::Starred)).len())
}

/// Every time of a step replaced by the same one.
pub(super) fn without_times(screen: &str) -> String {
    let is_time = |text: &str| {
        text.starts_with("20") && NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").is_ok()
    };
    let mut shown = screen.to_owned();
    for (at, _) in screen.char_indices() {
        let Some(time) = screen.get(at..at + TIME.len()).filter(|text| is_time(text)) else {
            continue;
        };
        shown = shown.replace(time, TIME);
    }
    shown
}

const TIME: &str = "2026-03-05 09:30:00";

/// Few and short titles.
fn short() -> Articles {
    Articles::new((0..9).map(|seq| headline(seq, &format!("No. {seq}"), None, "x")).collect())
}

#[test]
fn the_steps_are_listed_newest_first_and_one_goes_back_to_any_and_forward_again() {
    let script = Script::new(80, 24).press("mjsA");
    assert_eq!(marks(&script), (7, 2));
    let script = script.press("U").shows("  4 marked read · Council votes on harbour fees");
    insta::assert_snapshot!("history_80x24", without_times(&script.screen()));
    let script = script.press("jjr").shows("(undone)");
    assert_eq!(marks(&script), (3, 1), "just after the first step");
    let script = script.press("Gr").shows("▸ before all changes");
    assert_eq!(marks(&script), (2, 1));
    let script = script.press("ggr").hides("(undone)");
    assert_eq!(marks(&script), (7, 2));
    let script = script.press("uu").shows("(undone)").press("<c-r>");
    assert_eq!(marks(&script), (3, 2));
    script.press("q").hides("History");
}

#[test]
fn enter_lists_the_articles_of_a_step_and_escape_leads_back_to_the_list() {
    let script = Script::new(80, 24).press("mjsA");
    let before = marks(&script);
    let script = script.press("U<enter>").hides("History").shows("step:").shows("4 hits");
    assert_eq!(marks(&script), before, "nothing is undone");
    let script = script.press("U").shows("▸").press("jj<enter>").shows("1 hit").shows("Harbour");
    // Opened again, it stands where it was left: the step before has one article, too.
    let script = script.press("U<up><enter>").shows("1 hit").press("<esc>").hides("step:");
    let script = script.hides("hit");
    // The line after the last step is none.
    script.press("UG<enter>").shows("History");
}

#[test]
fn articles_of_a_step_that_are_gone_are_counted() {
    let own = short().saying(3, "It goes away.");
    let mut script = Script::with(own, 80, 24).press("A").press("U<enter>").shows("6 hits");
    script.library.remove("00003.txt");
    script.library.write("00004.txt", "No. 4, corrected\n20260301\n\nFirst paragraph.\n");
    script.library.add([]);
    let script = script.tell(Message::Changed(Arrivals::default())).shows("5 hits · 1 gone");
    script.shows("No. 4, corrected").hides("No. 3");
}

#[test]
fn the_box_is_as_large_as_its_steps_as_far_as_there_is_room() {
    let n_lines = |script: &Script| script.screen().lines().filter(|it| it.contains('│')).count();
    let few = Script::with(short(), 80, 24).press("mjsU");
    assert_eq!(n_lines(&few), 3, "{}", few.screen());
    // As wide as its title, or as its steps once they are undone: it does not change then.
    let few = few.shows(" q close ──────┐").shows("marked read · No. 0           │");
    few.press("u").shows("starred · No. 1  (undone)     │").shows(" q close ──────┐");
    let many = Script::new(80, 24).press(&format!("{}U", "m".repeat(40)));
    assert_eq!(n_lines(&many), 19, "{}", many.screen());
}

#[test]
fn an_empty_history_says_so_and_small_terminals_are_no_trouble() {
    Script::new(80, 24).run("history", "").shows("no changes to marks yet").press("<enter>jk");
    let script = Script::new(80, 24).press("mjmjmjmU");
    let script = script.resize(20, 2).press("G").resize(1, 1).press("gg").resize(0, 0).press("j");
    script
        .resize(80, 24)
        .shows("History")
        .tell(Message::Pane(PaneMessage::History(Vec::new())))
        .shows("no changes to marks yet");
}
