//! The screen in another language than English.

use dateline::base::language::{Speech, language, speaking};

use super::Script;

fn in_german(work: impl FnOnce()) {
    speaking(Speech::of(language("de").unwrap()), work);
}

#[test]
fn list_reader_help_and_palette_are_german_in_german() {
    in_german(|| {
        let script = Script::new(100, 24);
        insta::assert_snapshot!("de_list_100x24", script.screen());
        let script = script.press("<enter>");
        insta::assert_snapshot!("de_reader_100x24", script.screen());
        let script = script.press("q?");
        insta::assert_snapshot!("de_help_100x24", script.screen());
        script
            .press("q")
            .run("sort-by-match", "")
            .shows("„beste Treffer“ gibt es nur in Suchergebnissen");
    });
}

#[test]
fn narrow_lists_have_short_days_of_the_locale() {
    in_german(|| {
        let folded = Script::new(32, 12).press("zc");
        folded.shows("Mi, 4. Mär 2026").shows("2 Artikel");
    });
}

#[test]
fn what_is_offered_for_a_setting_or_a_day_is_german_in_german() {
    in_german(|| {
        let script = Script::new(100, 24).press(":set<space>reader.mark-read<space><tab>");
        let script = script.shows("Nur per Tastendruck.").shows("wie es ist");
        script.press("<c-u>goto-date<space><tab>").shows("heute").shows("gestern");
    });
}
