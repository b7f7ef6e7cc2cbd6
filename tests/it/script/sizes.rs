//! No size of the terminal breaks anything, and resizing keeps the place.

use std::collections::HashSet;

use dateline::{app::commands, session::Key};
use proptest::prelude::*;

use super::{Articles, Script, corpus, headline};

const STATES: [&str; 8] = [
    "",
    "jj<enter>",
    "<enter><tab>",
    "/harbour",
    "/harbour<enter>",
    "?",
    "gf<esc>tv",
    "/harbour<enter>tqgfa",
];

#[test]
fn every_small_size_is_drawn() {
    for keys in STATES {
        let mut script = Script::new(80, 24).press(keys);
        for height in 0..=40 {
            for width in (0..=12).chain((13..=90).step_by(11)) {
                script = script.resize(width, height);
                script.screen();
            }
        }
    }
}

#[test]
fn resizing_keeps_the_article_under_the_cursor() {
    let script = Script::new(80, 24).press("4G").resize(3, 1).resize(200, 60).resize(80, 24);
    script.at("Council votes on harbour fees");
}

#[test]
fn a_frame_smaller_than_the_last_known_size_does_no_harm() {
    for keys in STATES {
        let mut script = Script::new(130, 50).press(keys);
        for size in [(0, 0), (1, 1), (20, 3), (200, 9)] {
            script.size = size;
            script.screen();
        }
    }
}

#[test]
fn default_keys_parse_and_do_not_clash_and_names_are_unique_in_a_pane() {
    let (mut names, mut keys) = (HashSet::new(), HashSet::new());
    for (command, about) in commands() {
        assert!(names.insert((command.pane, about.name)), "{} twice", about.name);
        assert!(about.doc.ends_with(|last: char| last.is_alphanumeric()), "{}", about.doc);
        for sequence in about.keys {
            let parsed = Key::parse_all(sequence).unwrap();
            assert!(keys.insert((command.pane, parsed)), "{sequence} twice in {:?}", command.pane);
        }
    }
    for (pane, sequence) in &keys {
        let is_prefix = |it: &&(_, Vec<Key>)| {
            it.0 == *pane && it.1.len() > sequence.len() && it.1.starts_with(sequence)
        };
        assert_eq!(keys.iter().find(is_prefix), None, "{sequence:?} is the start of another");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_keys_at_no_size_break_anything_and_the_cursor_shows(
        presses in proptest::collection::vec(any::<u16>(), 1..40),
        sizes in proptest::collection::vec((0u16..500, 0u16..200), 1..4),
    ) {
        let all: Vec<&str> = commands()
            .iter()
            .filter(|(_, about)| about.name != "reverse")
            .flat_map(|(_, about)| about.keys.iter().copied())
            .chain(["7", "x", "h"])
            .collect();
        let mut rows: Vec<_> = (0..30).flat_map(|_| corpus()).collect();
        for (row, seq) in rows.iter_mut().zip(0..) {
            *row = headline(seq, &row.title, row.date, &row.source);
        }
        let mut script = Script::with(Articles::new(rows), 80, 24);
        for (at, press) in presses.iter().enumerate() {
            script = script.press(all[usize::from(*press) % all.len()]);
            if let Some((width, height)) = sizes.get(at) {
                script = script.resize(*width, *height);
            }
            let list = script.app.session().front();
            if 0 < list.n_rows() && !list.visible().is_empty() {
                prop_assert!(list.visible().contains(&list.cursor()));
            }
        }
        script.screen();
    }
}
