//! Whole pictures.

use super::*;

#[test]
fn an_article_in_many_scripts() {
    insta::assert_snapshot!("80x24", Desk::with(ferry(), 80, 24).screen());
    insta::assert_snapshot!("120x40", Desk::with(ferry(), 120, 40).screen());
    insta::assert_snapshot!("40x12", Desk::with(ferry(), 40, 12).screen());
    insta::assert_snapshot!("40x12_end", Desk::with(ferry(), 40, 12).press("G").screen());
}

#[test]
fn every_size_is_drawn() {
    let mut desk = Desk::with(ferry(), 80, 24).press("/ferry<enter>n");
    for (width, height) in (0..45).flat_map(|width| (0..6).map(move |height| (width, height))) {
        desk = desk.resize(width, height).press("j n G N gg <space>");
        desk.screen();
    }
    desk.resize(500, 200).press("jG").shows("Last ferry leaves");
}

#[test]
fn the_column_is_centred_and_can_be_changed() {
    let left = |desk: &Desk| desk.screen().lines().next().unwrap().find("Last").unwrap();
    let desk = Desk::with(ferry(), 120, 40);
    assert_eq!(left(&desk), 20);
    let desk = desk.press("<lt><lt>");
    assert_eq!(left(&desk), 24);
    let desk = desk.press(">>>>");
    assert_eq!(left(&desk), 16);
    assert_eq!(left(&desk.resize(40, 12)), 0);
}
