//! Tests: what a batch of files that came, went and changed does to the marks, undo and redo among
//! them.

use super::{
    super::{Edit, Marks, PathKey, Place, Settling, Since},
    Home, all_marked, change, flags, id,
};
use crate::domain::{ArticleId, Mark, Position, Sketch};

fn place(path: u8, number: u64) -> Place {
    Place { path: PathKey([path; 16]), id: id(number), sketch: Sketch::default() }
}

/// The file at a path changes from one text to another.
fn edited(path: u8, old: u64, new: u64) -> Settling {
    Settling {
        left: vec![place(path, old)],
        came: vec![place(path, new)],
        gone: vec![id(old)],
        edits: vec![Edit { old: id(old), new: id(new), was_known: false, latest: id(old) }],
        change_unreads: false,
    }
}

fn is_changed(marks: &Marks, number: u64) -> bool {
    marks.lookup(&[id(number)]).unwrap()[0].has(Mark::Changed)
}

fn ids_there(marks: &Marks, path: u8) -> Vec<(ArticleId, bool)> {
    let found = marks.remembered_at(&[PathKey([path; 16])]).unwrap();
    found[0].iter().map(|it| (it.place.id, it.is_there)).collect()
}

#[test]
fn an_edit_takes_marks_and_position_along_and_the_old_text_keeps_them() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    marks.apply(&change(Mark::Starred, true, [1])).unwrap();
    let position = Position { paragraph: 3, byte: 14 };
    marks.set_position(id(1), position).unwrap();
    marks.settle(&edited(1, 1, 2)).unwrap();
    assert_eq!((flags(&marks, 1), flags(&marks, 2)), ((true, true), (true, true)));
    assert_eq!(marks.position(id(2)).unwrap(), Some(position));
    assert!(is_changed(&marks, 2) && !is_changed(&marks, 1));
    assert_eq!(ids_there(&marks, 1), [(id(2), true), (id(1), false)]);
}

#[test]
fn an_article_without_marks_that_changes_is_not_shown_as_changed() {
    let home = Home::new();
    let mut marks = home.open(1);
    assert_eq!(marks.settle(&edited(1, 1, 2)).unwrap(), []);
    assert!(!is_changed(&marks, 2));
    assert_eq!(marks.log().unwrap(), 0);
}

#[test]
fn changed_becomes_unread_only_where_the_setting_says_so_and_the_star_stays() {
    for change_unreads in [false, true] {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Read, true, [1])).unwrap();
        marks.apply(&change(Mark::Starred, true, [1])).unwrap();
        marks.settle(&Settling { change_unreads, ..edited(1, 1, 2) }).unwrap();
        assert_eq!(flags(&marks, 2), (!change_unreads, true));
        assert!(is_changed(&marks, 2));
    }
}

#[test]
fn an_edit_taken_back_gives_the_old_text_what_was_decided_meanwhile() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    marks.settle(&edited(1, 1, 2)).unwrap();
    marks.apply(&change(Mark::Read, false, [2])).unwrap();
    marks.apply(&change(Mark::Starred, true, [2])).unwrap();
    marks.settle(&edited(1, 2, 1)).unwrap();
    assert_eq!(flags(&marks, 1), (false, true));
}

#[test]
fn a_text_that_comes_back_after_a_fragment_keeps_what_the_fragment_got() {
    let home = Home::new();
    let mut marks = home.open(1);
    // 1 becomes 2; then 3, a fragment that is like none of them, is marked, and 1 comes back.
    marks.settle(&edited(1, 1, 2)).unwrap();
    marks.apply(&change(Mark::Read, true, [3])).unwrap();
    let edit = |old| Edit { old: id(old), new: id(1), was_known: false, latest: id(3) };
    marks.settle(&Settling { edits: vec![edit(3), edit(2)], ..edited(1, 3, 1) }).unwrap();
    assert_eq!(flags(&marks, 1), (true, false));
}

#[test]
fn what_was_taken_from_a_later_form_is_not_brought_back_by_an_earlier_one() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    marks.settle(&edited(1, 1, 2)).unwrap();
    marks.apply(&change(Mark::Read, false, [2])).unwrap();
    // 4 was another article for a moment.
    let edit = |old| Edit { old: id(old), new: id(3), was_known: false, latest: id(4) };
    marks.settle(&Settling { edits: vec![edit(2), edit(1)], ..edited(1, 4, 3) }).unwrap();
    assert_eq!(flags(&marks, 3), (false, false));
}

#[test]
fn undo_and_redo_reach_the_form_that_an_article_has_by_now() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1, 7])).unwrap();
    marks.settle(&edited(1, 1, 2)).unwrap();
    marks.settle(&edited(1, 2, 3)).unwrap();
    marks.undo().unwrap();
    assert_eq!(all_marked(&marks, Mark::Read), []);
    marks.redo().unwrap();
    assert_eq!(all_marked(&marks, Mark::Read), [id(1), id(2), id(3), id(7)]);
}

#[test]
fn undo_passes_over_what_edits_carried_and_the_log_tells_it() {
    let home = Home::new();
    let (mut marks, other) = (home.open(1), home.open(1));
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    let done = marks.settle(&edited(1, 1, 2)).unwrap();
    assert_eq!(
        done.iter().map(|it| (it.mark, it.value)).collect::<Vec<_>>(),
        [(Mark::Read, true), (Mark::Changed, true)]
    );
    assert_eq!(other.since(1).unwrap(), Since::Changes { changes: done, n_unknown: 0, log: 3 });
    assert_eq!(marks.history(9).unwrap().len(), 1);
}

#[test]
fn a_mark_made_on_the_old_text_just_after_an_edit_reaches_the_new_one() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.settle(&edited(1, 1, 2)).unwrap();
    marks.apply(&change(Mark::Starred, true, [1])).unwrap();
    assert_eq!(flags(&marks, 2), (false, true));
    marks.undo().unwrap();
    assert_eq!(flags(&marks, 2), (false, false));
}

#[test]
fn what_left_its_path_is_found_until_something_follows_it() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    let left = |number| Settling {
        left: vec![place(1, number)],
        gone: vec![id(number)],
        ..Settling::default()
    };
    marks.settle(&left(1)).unwrap();
    assert_eq!(ids_there(&marks, 1), [(id(1), false)]);
    assert_eq!(marks.gone(60, 9).unwrap(), [place(1, 1)]);
    assert_eq!(home.open(2).gone(60, 9).unwrap(), [], "another library's paths are its own");
    // It is renamed and edited.
    let edits = vec![Edit { old: id(1), new: id(2), was_known: false, latest: id(1) }];
    marks.settle(&Settling { came: vec![place(2, 2)], edits, ..Settling::default() }).unwrap();
    assert_eq!(flags(&marks, 2), (true, false));
    assert_eq!(marks.gone(60, 9).unwrap(), [], "it has been found");
}

#[test]
fn three_texts_are_remembered_of_a_path_the_one_there_first() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    for number in 1..6 {
        marks.settle(&edited(1, number, number + 1)).unwrap();
    }
    assert_eq!(ids_there(&marks, 1), [(id(6), true), (id(5), false), (id(4), false)]);
}
