//! What the prompt of the search offers while one types.

use dateline::session::{Effect, Question};

use super::Script;

/// What is offered, line by line.
fn offered(script: &Script) -> Vec<String> {
    let n_offered = script.app.session().search.n_offered;
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    script.screen().lines().skip(2).take(n_offered).map(squeezed).collect()
}

#[test]
fn values_are_offered_with_their_articles_while_they_are_typed() {
    let script = Script::new(80, 24).press("/source:");
    assert_eq!(offered(&script)[0], "tidewater.example 2");
    assert_eq!(offered(&script).len(), 6);
    let script = script.press("fi");
    assert_eq!(offered(&script), ["fieldnotes.example 1"]);
    let script = script.press("<tab>").shows("/source:fieldnotes.example  ").shows("1 hit");
    assert_eq!(offered(&script), [""; 0]);
    // A blank stands behind it, so that typing goes on.
    script.press("owls").shows("/source:fieldnotes.example owls").shows("1 hit");
}

#[test]
fn months_states_languages_and_folders_are_offered() {
    let script = Script::new(80, 24).press("/date:");
    assert_eq!(offered(&script)[..3], ["2026-03 5", "2026-02 1", "none 1 undated"]);
    let script = script.press("2026-02..2026").shows("/date:2026-02..2026");
    assert_eq!(offered(&script), ["2026-03 5", "2026-02 1"]);
    let script = script.press("<c-u>date:\"last<space>");
    assert_eq!(offered(&script), ["\"last week\"", "\"last month\"", "\"last year\""]);
    let script = script.press("<c-u>is:un");
    assert_eq!(offered(&script), ["unread 5", "undated 1"]);
    let script = script.press("<tab>").shows("/is:unread").shows("5 hits");
    let script = script.press("<tab>").shows("/is:undated").shows("1 hit");
    // Escape takes the choice back first.
    script.press("<esc>").shows("/is:un").press("<esc>").hides("/is:");
}

#[test]
fn names_of_fields_are_completed_and_explained() {
    let script = Script::new(80, 24).press("/so").shows("Tab: source:");
    assert_eq!(offered(&script), [""; 0]);
    let script = script.press("<tab>");
    assert_eq!(offered(&script).len(), 2);
    let script = script.shows("source:  Articles from a source").shows("sort:    The order");
    let script = script.shows("/source:").press("<tab>").shows("/sort:").press("r");
    assert_eq!(offered(&script), ["relevance"]);
    let script = script.press("<c-u><tab>").shows("title:");
    assert_eq!(offered(&script).len(), 8);
    // Words of the text are completed by nothing, and Enter goes to the results.
    let script = script.press("<c-u>harbour<tab>").shows("/harbour").hides("Tab:");
    script
        .press("<enter>")
        .shows("2 hits")
        .at("Harbour bridge reopens after nine months of repairs");
}

#[test]
fn a_name_with_blanks_is_quoted_and_what_stands_behind_the_cursor_stays() {
    let script = Script::new(80, 24).press("/owls<c-a>source:fi<space><left><tab>");
    script.shows("/source:fieldnotes.example owls");
}

#[test]
fn nothing_is_asked_twice_and_only_values_are_asked_for() {
    let n_asked = |script: &Script| {
        let is_asked = |effect: &&Effect| matches!(effect, Effect::Ask(Question::Values { .. }));
        script.outside.asked.iter().filter(is_asked).count()
    };
    let script = Script::new(80, 24).press("/owls<space>so");
    assert_eq!(n_asked(&script), 0);
    let script = script.press("urce:t");
    assert_eq!(n_asked(&script), 2);
    let script = script.press("<left><right>");
    assert_eq!(n_asked(&script), 4, "the value before the cursor is what is asked for");
    assert_eq!(n_asked(&script.press("<end><c-e>")), 4);
}

#[test]
fn what_is_offered_leaves_the_prompt_in_view_at_every_size() {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60), (20, 5), (10, 3)] {
        let script = Script::new(width, height).press("/source:");
        assert!(script.screen().contains(" /"), "\n{}", script.screen());
        let script = script.press("<tab>");
        assert!(script.screen().contains(" /"), "\n{}", script.screen());
    }
    insta::assert_snapshot!("offered_40x12", Script::new(40, 12).press("/source:<tab>").screen());
    insta::assert_snapshot!("offered_80x24", Script::new(80, 24).press("/source:<tab>").screen());
}

#[test]
fn a_click_takes_what_is_offered() {
    use dateline::{
        app::Event,
        session::{Mouse, MouseAction},
    };
    let mut script = Script::new(80, 24).press("/source:");
    let line = offered(&script).iter().position(|it| it.starts_with("fieldnotes")).unwrap();
    let mouse = Mouse {
        action: MouseAction::Press,
        column: 4,
        row: 2 + u16::try_from(line).unwrap(),
        at: std::time::Duration::ZERO,
    };
    script.event(Event::Mouse(mouse));
    script.shows("/source:fieldnotes.example").shows("1 hit").shows("Owls return");
}

#[test]
fn a_restored_query_is_replaced_by_typing_and_kept_by_moving_or_deleting() {
    let script = Script::new(80, 24).press("/owls<enter>").press("/night").shows("/night");
    let script = script.press("<enter>/<right>s").shows("/nights*").press("<enter>/<bs>");
    let script = script.shows("/night*").press("<enter>/<c-e>s<bs><bs>").shows("/nigh*");
    let mut script = script.press("<c-u>owls<enter>/");
    script.event(dateline::app::Event::Paste("harbour".to_owned()));
    script.shows("/harbour").shows("2 hits");
}
