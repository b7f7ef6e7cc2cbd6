//! Tests of marks that are split off and joined again: what was changed last is what counts.

use std::{collections::BTreeMap, fs, path::PathBuf};

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{Mark, Position},
    marks::database::{
        Missing, Since,
        tests::{Home, all_marked, change, flags, id, key},
    },
};

impl Home {
    fn own(&self) -> PathBuf {
        self.directory.path().join("own.db")
    }

    /// Splits the marks off, and opens what has been split off.
    fn split(&self, marks: &mut Marks) -> Marks {
        marks.split(&self.own(), "/news").unwrap();
        self.open_own(1)
    }

    fn open_own(&self, library: u8) -> Marks {
        let mut own = Marks::open(&self.own(), key(library), Missing::Refused).unwrap().marks;
        own.note_opened().unwrap();
        own
    }

    fn merged(&self) -> Vec<String> {
        let names = fs::read_dir(self.directory.path()).unwrap();
        let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
        let is_database = |name: &String| !name.ends_with("-wal") && !name.ends_with("-shm");
        names.filter(|name| name.starts_with("own.db.merged-")).filter(is_database).collect()
    }
}

#[test]
fn a_copy_begins_with_all_marks_and_then_goes_its_own_way() {
    let home = Home::new();
    let mut all = home.open(1);
    all.apply(&change(Mark::Starred, true, [1])).unwrap();
    all.set_position(id(1), Position { paragraph: 3, byte: 4 }).unwrap();
    let mut own = home.split(&mut all);
    assert_eq!(flags(&own, 1), (false, true));
    assert_eq!(own.position(id(1)).unwrap(), Some(Position { paragraph: 3, byte: 4 }));
    assert_eq!((own.root().as_deref(), all.root()), (Some("/news"), None));
    assert_ne!(own.identity().unwrap(), all.identity().unwrap());
    own.apply(&change(Mark::Read, true, [2])).unwrap();
    all.apply(&change(Mark::Read, true, [3])).unwrap();
    assert_eq!(all_marked(&own, Mark::Read), [id(2)]);
    assert_eq!(all_marked(&all, Mark::Read), [id(3)]);
    own.undo().unwrap();
    own.undo().unwrap();
    assert_eq!(flags(&own, 1), (false, false), "what was done before can be undone");
    assert_eq!(flags(&all, 1), (false, true));
}

#[test]
fn splitting_again_leaves_what_is_there() {
    let home = Home::new();
    let mut all = home.open(1);
    let mut own = home.split(&mut all);
    own.apply(&change(Mark::Read, true, [2])).unwrap();
    all.split(&home.own(), "/news").unwrap();
    assert_eq!(all_marked(&home.open_own(1), Mark::Read), [id(2)]);
}

#[test]
fn of_each_mark_the_newest_change_counts_once_they_are_joined() {
    let home = Home::new();
    let mut all = home.open(1);
    all.apply(&change(Mark::Starred, true, [1, 2, 3])).unwrap();
    let mut own = home.split(&mut all);
    let mut elsewhere = home.open(2);
    own.apply(&change(Mark::Starred, false, [1])).unwrap();
    elsewhere.apply(&change(Mark::Starred, false, [2])).unwrap();
    elsewhere.apply(&change(Mark::Starred, false, [3])).unwrap();
    own.apply(&change(Mark::Starred, false, [3])).unwrap();
    own.apply(&change(Mark::Starred, true, [3])).unwrap();
    own.apply(&change(Mark::Read, true, [4])).unwrap();
    elsewhere.apply(&change(Mark::Read, true, [4])).unwrap();
    elsewhere.apply(&change(Mark::Read, false, [4])).unwrap();
    own.set_position(id(5), Position { paragraph: 5, byte: 0 }).unwrap();
    let place = "place of the session";
    own.set_setting(Scope::Library, "session", place).unwrap();
    let before = all.log().unwrap();
    all.join(own).unwrap();
    assert_eq!(all_marked(&all, Mark::Starred), [id(3)]);
    assert_eq!(all_marked(&all, Mark::Read), []);
    assert_eq!(all.position(id(5)).unwrap(), Some(Position { paragraph: 5, byte: 0 }));
    assert_eq!(all.setting(Scope::Library, "session").unwrap().as_deref(), Some(place));
    let Since::Changes { changes, .. } = all.since(before).unwrap() else { panic!("no changes") };
    let changes: Vec<_> = changes.into_iter().map(|it| (it.mark, it.value, it.ids)).collect();
    let (off, on) = (vec![id(1)], vec![id(3)]);
    assert_eq!(changes, [(Mark::Starred, false, off), (Mark::Starred, true, on)]);
    assert_eq!((home.merged().len(), home.own().exists()), (1, false));
}

#[test]
fn what_could_not_be_renamed_is_joined_again_without_harm() {
    let home = Home::new();
    let mut all = home.open(1);
    let mut own = home.split(&mut all);
    own.apply(&change(Mark::Starred, true, [1, 2])).unwrap();
    drop(own);
    let kept = fs::read(home.own()).unwrap();
    all.join(home.open_own(1)).unwrap();
    fs::write(home.own(), kept).unwrap();
    all.apply(&change(Mark::Starred, false, [2])).unwrap();
    all.join(home.open_own(1)).unwrap();
    assert_eq!(all_marked(&all, Mark::Starred), [id(1)]);
    assert_eq!(home.merged().len(), 2);
}

#[test]
fn marks_that_were_joined_are_not_begun_again() {
    let home = Home::new();
    let mut all = home.open(1);
    let own = home.split(&mut all);
    all.join(own).unwrap();
    let opened = Marks::open(&home.own(), key(1), Missing::Refused);
    assert!(matches!(opened, Err(MarksError::Moved { .. })), "{opened:?}");
    assert!(!home.own().exists());
}

#[test]
fn whoever_has_them_open_is_told_that_they_have_moved() {
    let home = Home::new();
    let (mut all, mut other) = (home.open(1), home.open(1));
    other.yield_to(vec![home.own()]);
    let own = home.split(&mut all);
    let mut own_elsewhere = home.open_own(1);
    let star = change(Mark::Starred, true, [1]);
    let is_refused =
        |marks: &mut Marks| matches!(marks.apply(&star), Err(MarksError::Moved { .. }));
    assert!(other.have_moved() && is_refused(&mut other));
    assert!(!own_elsewhere.have_moved());
    all.join(own).unwrap();
    assert!(own_elsewhere.have_moved() && is_refused(&mut own_elsewhere));
    all.join(own_elsewhere).unwrap();
    assert_eq!((all_marked(&all, Mark::Starred).len(), home.merged().len()), (0, 1));
    other.apply(&star).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Changes on either side, in any order, before and after the copy.
    #[test]
    fn joined_marks_are_as_if_there_had_been_no_copy(
        before in prop::collection::vec((0_u64..6, any::<bool>()), 0..6),
        later in prop::collection::vec((any::<bool>(), 0_u64..6, any::<bool>(), any::<bool>()), 0..16),
    ) {
        let home = Home::new();
        let mut all = home.open(1);
        let mut expected: BTreeMap<(u64, bool), bool> = BTreeMap::new();
        for (number, value) in before {
            all.apply(&change(Mark::Starred, value, [number])).unwrap();
            expected.insert((number, true), value);
        }
        let mut own = home.split(&mut all);
        for (is_own, number, is_star, value) in later {
            let mark = if is_star { Mark::Starred } else { Mark::Read };
            let marks = if is_own { &mut own } else { &mut all };
            // Only a change that changes something counts as one.
            if marks.apply(&change(mark, value, [number])).unwrap().is_some() {
                expected.insert((number, is_star), value);
            }
        }
        all.join(own).unwrap();
        for number in 0..6 {
            let is = |is_star| expected.get(&(number, is_star)).copied().unwrap_or_default();
            prop_assert_eq!(flags(&all, number), (is(false), is(true)));
        }
    }
}
