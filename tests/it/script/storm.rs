//! Hundreds of sizes while reading and searching: nothing breaks, and the position stays.

use super::{Articles, Script, day, headline};

/// Numbers that look random and are the same each time.
pub(super) struct Numbers(pub u32);

impl Numbers {
    pub(super) fn below(&mut self, bound: u16) -> u16 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from((u64::from(self.0) * u64::from(bound)) >> 32).unwrap()
    }
}

fn many() -> Articles {
    let first = day("2026-03-04").unwrap();
    let row = |seq| {
        let date = first.checked_sub_days(chrono::Days::new(u64::from(seq / 7)));
        headline(seq, &format!("Article {seq}. of a harbour"), date, "wire.example")
    };
    Articles::new((0..900).map(row).collect())
}

fn storm(mut script: Script, seed: u32, between: &[&str]) -> Script {
    let mut numbers = Numbers(seed);
    for turn in 0..500 {
        let (width, height) = (numbers.below(301), numbers.below(101));
        script = script.resize(width, height).press(between[turn % between.len()]);
        // A picture costs more than a size: each third is drawn.
        if turn % 3 == 0 {
            script.screen();
        }
        let list = script.app.session().front();
        let rows = list.visible();
        assert!(rows.is_empty() || rows.contains(&list.cursor()), "{width}x{height}");
    }
    script.resize(100, 30)
}

#[test]
fn a_storm_over_the_list_keeps_the_article_under_the_cursor() {
    for (seed, layout) in [(1, "<c-w>a"), (2, "<c-w>H"), (3, "<c-w>K"), (4, "<c-w>o")] {
        let script = Script::with(many(), 100, 30).press("400G").press(layout);
        storm(script, seed, &["j", "k", ""]).press("<esc>").at("Article 399. of a harbour");
    }
    let script = Script::with(many(), 100, 30).press("400G");
    storm(script, 10, &["j", "k", "", "zc", "zo"]).press("<esc>").shows("/900");
}

#[test]
fn a_storm_while_one_reads_and_searches_keeps_article_query_and_place() {
    for (seed, layout) in [(5, "<c-w>a"), (7, "<c-w>K"), (8, "Z")] {
        let script = Script::with(many(), 100, 30).press("77G<enter>").press(layout);
        let script = storm(script, seed, &["j", "k", "", "<tab>", "<tab>"]);
        let script = script.at("Article 76. of a harbour").shows("First paragraph.");
        let script = script.press("<esc><esc>/harbour").shows("900 hits").press("<enter>50G");
        let script = script.press("<enter>").press(layout).press(layout);
        let script = storm(script, seed, &["j", "k", "<tab>", "<tab>"]);
        assert!(script.app.session().search.is_open);
        script.at("Article 49. of a harbour");
    }
    let script = Script::with(many(), 100, 30).press("/harb");
    let script = storm(script, 9, &["o", "<bs>", "", "<down>", "<up>"]);
    script.shows("/harb").shows("900 hits").at("Article 0. of a harbour");
}
