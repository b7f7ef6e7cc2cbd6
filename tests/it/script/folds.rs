//! Days folded into their headings.

use dateline::{
    domain::{Folds, Mark},
    session::{Effect, MouseAction, Question},
};

use super::{Articles, Script, corpus, day, headline};

/// Three articles a day, the newest unread.
fn many(n_rows: u32) -> Articles {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 3)));
        let mut row = headline(seq, &format!("Article {seq}."), date, "wire.example");
        row.marks.set(Mark::Read, seq % 3 != 0);
        row
    };
    Articles::new((0..n_rows).map(row).collect())
}

#[test]
fn a_day_folds_into_its_heading_and_back() {
    let script =
        Script::new(80, 24).press("3jzc").shows("▸ Tuesday 3 March 2026 · 3 articles · 2 unread");
    let script = script.hides("Council").hides("rue.example").shows("Owls").shows("3/5");
    insta::assert_snapshot!("folded_80x24", script.screen());
    // Folding twice is folding once; the article that stands for the day is none to act upon.
    let script = script.press("zc").shows("3/5").press("s").shows("this day is folded");
    let script = script.press("zo").shows("Council").shows("3/7");
    let script = script
        .press("jza")
        .hides("Council")
        .press("jza")
        .shows("▸ Friday 27 February 2026 · 1 article");
    script.press("k<enter>").shows("Council").hides("First paragraph.");
}

#[test]
fn a_folded_day_counts_its_unread_articles_again_when_marks_change() {
    let script = Script::new(80, 24).press("3jmzc").shows("3 articles · 1 unread");
    script.press("u").shows("3 articles · 2 unread").press("<c-r>").shows("3 articles · 1 unread");
}

#[test]
fn all_days_fold_and_single_ones_unfold() {
    let script = Script::new(80, 24).press("4jzM").shows("▸ Undated · 1 article").shows("2/4");
    insta::assert_snapshot!("all_folded_80x24", script.screen());
    let script = script.press("zo").shows("Council").hides("Owls");
    assert_eq!(
        script.app.session().front().listing.folds.to_string().parse::<Folds>().unwrap(),
        script.app.session().front().listing.folds
    );
    script.press("zR").shows("Owls").shows("Night trains");
}

#[test]
fn undated_articles_fold_too_and_folds_stay_in_other_orders() {
    let script = Script::new(80, 24).press("Gzc").shows("▸ Undated").press(",t").shows("Letter");
    let script = script.press("za").shows("folding needs all articles listed by date");
    let script = script.press(",d").shows("▸ Undated").hides("Letter");
    script.press("/owls<enter>za").shows("folding needs").press("<esc>").shows("▸ Undated");
}

#[test]
fn keys_that_look_for_articles_pass_folded_days_over() {
    let script = Script::with(many(30), 80, 24).press("3jzcgg");
    let script = script.press("n").at("Article 6.").press("N").at("Article 0.");
    let script = script.press("jj<enter>").shows("Article 2.").press("J").shows("Article 6.");
    script.press("K").shows("Article 2.");
}

#[test]
fn the_place_is_kept_while_days_fold_and_unfold() {
    let script = Script::with(many(300), 80, 24).press("150G");
    let line = |script: &Script, text: &str| {
        script.screen().lines().position(|line| line.contains(text)).unwrap()
    };
    let before = line(&script, "Article 149.");
    let script = script.press("zc");
    assert_eq!(line(&script, "▸ "), before);
    script.press("zo").at("Article 147.").press("zMzR").at("Article 147.");
}

#[test]
fn a_folded_day_asks_the_library_and_moves_no_rows_itself() {
    let script = Script::with(many(300), 80, 24);
    let n_before = script.outside.asked.len();
    let script = script.press("zM");
    let asked = &script.outside.asked[n_before..];
    assert!(
        matches!(asked[0], Effect::Ask(Question::List { ref listing, .. }) if listing.folds == Folds::all())
    );
    assert_eq!(asked.len(), 1, "the rows come with it");
}

#[test]
fn a_click_on_a_heading_folds_its_day_and_opens_nothing() {
    let script = Script::new(80, 24);
    let heading = script.line_of("Tuesday 3 March");
    let script = script.click(8, heading).shows("▸ Tuesday 3 March").at(corpus()[2].title.as_str());
    let script = script.click(8, heading).shows("Council").hides("▸");
    let script = script.mouse(MouseAction::Press, 8, heading, 5_000);
    let script = script.mouse(MouseAction::Press, 8, heading, 5_100).hides("First paragraph.");
    assert_eq!(script.n_marks(), 0);
}

#[test]
fn folded_days_of_two_line_rows_take_one_line() {
    let config = dateline::config::Config::parse("[list]\nrow-lines = 2").unwrap();
    let script =
        Script::with_config(many(90).beginning(), config, 80, 12).press("zM").shows("1/30");
    assert_eq!(script.app.session().front().visible().len(), 10);
    let script = script.press("15Gzo").shows("begins like this.").press("G").shows("32/32");
    let list = script.app.session().front();
    assert!(list.visible().contains(&list.cursor()));
    assert!(script.screen().lines().rev().nth(1).unwrap().contains('▸'), "\n{}", script.screen());
}
