//! What a row shows: columns, lines, dates, titles scrolled sideways.

use dateline::{
    config::Config,
    session::{Effect, Question},
};

use super::{Articles, Script, corpus, day, headline};

fn with(settings: &str, width: u16, height: u16) -> Script {
    let config = Config::parse(&format!("[list]\n{settings}\n")).unwrap();
    let articles = Articles::new(corpus()).beginning().saying(1, "Owls had been seen.");
    Script::with_config(articles, config, width, height)
}

#[test]
fn the_day_is_said_once_unless_one_asks_for_it_twice() {
    let script = Script::new(100, 24).hides("2026-03-04").shows("Wednesday 4 March 2026");
    let script = script.press(",s").shows("2026-03-04").hides("Wednesday");
    script.press(",d/owls").shows("2026-03-04");
    with("repeat-date = true", 100, 24).shows("2026-03-04").shows("Wednesday 4 March 2026");
    let script = with("day-headings = false", 100, 24).shows("2026-03-04");
    script
        .resize(80, 24)
        .shows("04 Mar")
        .resize(50, 24)
        .shows("04 Mar")
        .resize(29, 24)
        .hides("04 Mar");
}

#[test]
fn columns_stand_in_the_order_asked_for() {
    let settings = "columns = [\"source\", \"title\", \"date\", \"marks\"]\nrepeat-date = true\n\
                    date-format = \"%-d.%-m.%y\"";
    let script = with(settings, 100, 24);
    insta::assert_snapshot!("columns_100x24", script.screen());
    with("columns = [\"title\"]", 40, 12).shows("\n Owls return to the city park\n");
    with("columns = [\"title\", \"words\", \"source\"]", 200, 12).shows("13w  fieldnotes.example");
}

#[test]
fn a_row_of_two_lines_shows_how_the_article_begins() {
    let script = with("row-lines = 2", 80, 24);
    insta::assert_snapshot!("two_lines_80x24", script.screen());
    let script = script.press("3j").shows("Article 3 begins like this.");
    // If there is no room for it, and in results, which have their passages.
    let script = script.resize(80, 5).hides("begins like").resize(80, 24).shows("begins like");
    script.press("/owls").shows("▌   Owls had been seen.").hides("begins like");
    Script::new(80, 24).hides("begins like");
}

#[test]
fn beginnings_are_read_for_the_rows_on_the_screen_and_once() {
    let row = |seq| headline(seq, &format!("Article {seq}."), day("2026-03-04"), "wire.example");
    let config = Config::parse("[list]\nrow-lines = 2").unwrap();
    let library = Articles::new((0..500).map(row).collect());
    let script = Script::with_config(library, config, 80, 24).press("Gggjjjj250GkkkG");
    let wanted = script.outside.asked.iter().filter_map(|effect| match effect {
        Effect::Ask(Question::Leads { wanted }) => Some(wanted.iter().map(|(id, _)| *id)),
        _ => None,
    });
    let mut ids: Vec<_> = wanted.flatten().collect();
    let n_asked = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), n_asked, "none twice");
    assert!(n_asked < 60, "{n_asked}");
}

#[test]
fn long_titles_scroll_sideways_and_back() {
    let script = Script::new(40, 12).shows("●  Harbour bridge reopens after nine …");
    let script = script.press("zl").shows("●  …ridge reopens after nine months o…");
    let script = script.press("2<a-l>").shows("●  …");
    // No further than the longest title goes.
    let script = script.press("99zl").shows("の朝").press("99zh").shows("●  Harbour bridge");
    // Each list for itself, and over what was found.
    let script = script.press("zl/harbour<enter>zl").shows("…ridge reopens");
    script.press("<esc>").shows("●  …ridge").press("zh").shows("●  Harbour bridge");
}
