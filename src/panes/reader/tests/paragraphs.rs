//! The paragraph cursor.

use super::*;
use crate::session::TerminalRequest;

fn copied(desk: &Desk) -> (Vec<&str>, &str) {
    match desk.effects.last() {
        Some(Effect::Terminal(TerminalRequest::CopyLines { lines, what })) => {
            (lines.iter().map(Clean::as_str).collect(), what)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_cursor_goes_from_paragraph_to_paragraph_and_copies() {
    let desk = Desk::with(long(1, 40), 60, 12).press("Y").says("select a paragraph first");
    let desk = desk.press("}}y");
    assert_eq!(copied(&desk), (vec!["word 1."], "the paragraph"));
    let desk = desk.press("3}y").shows("word 4.");
    assert_eq!(copied(&desk).0, ["word 4."]);
    let desk = desk.press("30}y").shows("word 34.");
    assert_eq!(copied(&desk).0, ["word 34."]);
    let desk = desk.press("99}99}{y");
    assert_eq!(copied(&desk).0, ["word 38."]);
    // Out of sight, it starts again where the user reads.
    let desk = desk.press("gg}y");
    assert_eq!(copied(&desk).0, ["word 0."]);
}

#[test]
fn several_are_quoted_with_where_they_are_from() {
    let desk = Desk::with(ferry(), 80, 24).press("}V}Y");
    let (lines, what) = copied(&desk);
    assert_eq!(what, "2 paragraphs and their source");
    assert!(lines[0].starts_with("> The last ferry") && lines[2].starts_with("> «"));
    assert_eq!(lines[1], ">");
    assert_eq!(
        lines[4],
        "> — Last ferry leaves Sandhaven after a hundred and fifteen years, tidewater.example, \
         2026-03-04, https://tidewater.example/2026/03/04/last-ferry"
    );
}

#[test]
fn escape_takes_back_one_thing_after_the_other() {
    let desk = Desk::with(ferry(), 80, 24).press("/ferry<enter>}V}<esc>y");
    assert_eq!(copied(&desk).0.len(), 1);
    let desk = desk.press("<esc>y");
    assert!(matches!(desk.effects.last(), Some(Effect::Terminal(TerminalRequest::Copy(_)))));
    let desk = desk.shows("1/3").press("<esc>").hides("1/3");
    assert_eq!(desk.session.focus(), READER);
}

#[test]
fn a_copy_is_bounded_and_says_so() {
    let mut article = Article::clone(&ferry().article);
    article.paragraphs = vec![Clean::new(&"漢字".repeat(30_000)), Clean::new("last")];
    let desk = Desk::with(opened(article), 80, 24).press("}V99}Y");
    let (lines, what) = copied(&desk);
    assert!(what.contains("cut at 100 kB"), "{what}");
    assert!(lines.iter().map(|line| line.len() + 1).sum::<usize>() <= 100_000);
    assert!(lines.last().unwrap().contains("tidewater.example"));
}

#[test]
fn a_bar_stands_in_the_margin_of_every_width() {
    let desk = Desk::with(ferry(), 100, 24).hides("▌").press("}").shows("▌ The last ferry");
    desk.resize(80, 24).shows("▌The last ferry").resize(30, 24).shows("▌The last ferry");
}
