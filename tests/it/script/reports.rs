//! Words in context, batches and explanations on the screen.

use dateline::{domain::Arrivals, session::Message};

use super::{Articles, Script, day, headline, search::harbours};

/// Articles in four scripts.
fn scripts() -> Articles {
    let texts = [
        "The ferry left early, and the ferry was full.",
        "私は東京に住んでいる。東京は大きい。",
        "وصلت العبارة إلى الميناء القديم في المساء",
        "המעבורת הגיעה אל הנמל הישן בערב",
    ];
    let rows = (0..4).zip(["One", "Two", "Three", "Four"]).map(|(seq, title)| {
        headline(seq, title, day(&format!("2026-03-0{}", 9 - seq)), "tidewater.example")
    });
    texts
        .iter()
        .zip(0..)
        .fold(Articles::new(rows.collect()), |articles, (text, seq)| articles.saying(seq, text))
}

/// The column in which a text stands on the screen.
fn column(script: &Script, line: &str, word: &str) -> usize {
    let screen = script.screen();
    let line = screen.lines().find(|it| it.contains(line)).unwrap_or_else(|| panic!("{screen}"));
    // Letter by letter, as they stand in cells.
    let before = line.split(word).next().unwrap().chars();
    before.filter_map(unicode_width::UnicodeWidthChar::width).sum()
}

#[test]
fn each_place_is_a_line_aligned_on_the_word() {
    let script = Script::with(harbours(), 80, 24).press("/harbour<enter>gw");
    let script = script.shows("4 places in 2 articles · newest first");
    insta::assert_snapshot!("context_80x24", script.screen());
    let script = script.press(",r").shows("by the words on the right").press("<enter>");
    // The place itself is the current match.
    let script = script.shows("It was said that").press("h");
    script.press("gw").shows("by the words on the right").press("q").shows("/harbour*");
}

#[test]
fn enter_opens_the_article_at_the_place() {
    let articles = || {
        let rows = vec![headline(0, "Ferry", day("2026-03-04"), "x.example")];
        let mut articles = Articles::new(rows);
        articles.paragraphs = (0..60)
            .map(|n| dateline::base::Clean::new(&format!("Line {n:02} of the ferry.")))
            .collect();
        articles
    };
    let script = Script::with(articles(), 80, 24).press("/body:ferry<enter>gw");
    let script = script.shows("60 places in 1 article ·").press("40j<enter>");
    script.shows("Line 40").shows("41/60");
}

#[test]
fn words_of_every_script_stand_below_each_other() {
    let query = "ferry OR 東京 OR العبارة OR המעבורת";
    let script = Script::with(scripts(), 100, 24).run("filter", query).press("gw");
    let script = script.shows("6 places in 4 articles");
    let columns: Vec<usize> = [("2026-03-09", "ferry"), ("2026-03-08", "東京")]
        .iter()
        .map(|(line, word)| column(&script, line, word))
        .collect();
    assert_eq!(columns[0], columns[1], "\n{}", script.screen());
    // What is read before a word from right to left stands on its right, where the column begins.
    let right = |line: &str, word: &str| {
        let reversed: String = word.chars().rev().collect();
        column(&script, line, &reversed) + word.chars().count() - 1
    };
    assert_eq!(right("2026-03-07", "العبارة"), columns[0], "\n{}", script.screen());
    assert_eq!(right("2026-03-06", "המעבורת"), columns[0], "\n{}", script.screen());
    insta::assert_snapshot!("context_scripts_100x24", script.screen());
}

#[test]
fn context_fits_every_size() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60), (12, 4)] {
        let script = Script::with(scripts(), width, height).run("filter", "ferry OR 東京");
        let script = script.press("gwjG");
        if 40 <= width {
            assert!(script.screen().contains("東京"), "\n{}", script.screen());
        }
    }
    let script = Script::with(harbours(), 40, 12).press("/harbour<enter>gw");
    insta::assert_snapshot!("context_40x12", script.screen());
}

#[test]
fn words_in_context_need_words_and_follow_the_files() {
    let script = Script::new(80, 24).press("gw").shows("search for words first");
    let script = script.run("filter", "is:unread").press("gw").shows("search for words first");
    let script = script.press("/harbour<enter>gw").shows("2 places");
    script.tell(Message::Changed(Arrivals::default())).shows("2 places in 2 articles");
}

#[test]
fn a_batch_counts_each_query_and_a_line_of_it_is_searched() {
    let script = Script::new(80, 24).run("batch", "owls|source:tidewater.example|zeppelin");
    let script = script.shows("3 queries").shows("hits").shows("first");
    insta::assert_snapshot!("batch_80x24", script.screen());
    let script = script.press("j<enter>").shows("/source:tidewater.example").shows("2 hits");
    let script = script.press("<a-left>").shows("7 articles").run("batch", "");
    let script = script.shows("3 queries").press("q");
    script.run("batch", "owls|\"x").shows("line 2, column 1").hides("2 queries");
}

#[test]
fn the_prompt_explains_its_query() {
    let script = Script::new(80, 24).press("/harbour<space>-owls<space>is:unread<a-e>");
    let script = script.shows("Understood as: harbour -owls is:unread").shows("NOT");
    let script = script.shows("index").shows("marks");
    script.press("q").shows("/harbour -owls is:unread");
}

#[test]
fn the_key_for_matches_goes_on_from_article_to_article() {
    let keys = "/harbour<enter><enter>";
    let script = Script::with(harbours(), 80, 24).press(keys).shows("Harbour bridge reopens");
    let script = script.shows("1/1").press("n").hides("Harbour bridge").shows("Council votes");
    let script = script.press("nn").shows("match 1/1, continued from the top");
    let script = script.press("N").shows("Harbour bridge reopens").shows("1/1");
    script.press("N").shows("match 1/1, continued from the end");
    let mut config = dateline::config::Config::default();
    config.reader.matches_go_on = false;
    let script = Script::with_config(harbours(), config, 80, 24).press(keys).press("n");
    script.shows("Harbour bridge reopens").shows("match 1/1, continued from the top");
    // Titles alone were found: their articles lead on, too.
    let script = Script::new(80, 24).press("/harbour<enter><enter>").shows("Harbour bridge");
    script.press("n").shows("Council votes").press("N").shows("Harbour bridge");
}
