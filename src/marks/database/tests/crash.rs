//! What a power cut may leave: the write-ahead log torn or garbled anywhere. The database must
//! then open without a word and hold the first so many changes, whole.

use std::fs;

use super::{
    super::{Marks, Missing},
    Home, all_marked, change, key,
};
use crate::domain::{ArticleId, Mark};

const N_CHANGES: u64 = 24;

/// The marks after each number of changes; every change is of several articles, so that half a
/// change would show.
fn work(marks: &mut Marks) -> Vec<[Vec<ArticleId>; 2]> {
    let both = |marks: &Marks| [Mark::Read, Mark::Starred].map(|mark| all_marked(marks, mark));
    let mut states = vec![both(marks)];
    for n in 0..N_CHANGES {
        let done = match n % 6 {
            3 => marks.undo(),
            4 => marks.redo(),
            5 => marks.apply(&change(Mark::Read, false, (n * 10 - 30)..(n * 10))),
            even if even % 2 == 0 => {
                marks.apply(&change(Mark::Read, true, (n * 10)..(n * 10 + 400)))
            }
            _ => marks.apply(&change(Mark::Starred, true, (n * 7)..(n * 7 + 9))),
        };
        assert_eq!(done.unwrap().unwrap().log, n + 1);
        states.push(both(marks));
    }
    states
}

/// Opens what was left and returns how many changes it holds.
fn recover(base: &[u8], log: &[u8], states: &[[Vec<ArticleId>; 2]]) -> usize {
    let home = Home::new();
    fs::write(home.path(), base).unwrap();
    fs::write(super::super::file::beside(&home.path(), "-wal"), log).unwrap();
    let mut marks = home.open(1);
    let n_changes = usize::try_from(marks.log().unwrap()).unwrap();
    let found = [Mark::Read, Mark::Starred].map(|mark| all_marked(&marks, mark));
    assert_eq!(found, states[n_changes]);
    // The history is whole, too: everything can be undone.
    while marks.undo().unwrap().is_some() {}
    assert_eq!([Mark::Read, Mark::Starred].map(|mark| all_marked(&marks, mark)), states[0]);
    n_changes
}

#[test]
fn a_torn_or_garbled_log_leaves_a_prefix_of_the_changes() {
    let home = Home::new();
    let mut marks = Marks::open(&home.path(), key(1), Missing::Made).unwrap().marks;
    marks.db.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(())).unwrap();
    let states = work(&mut marks);
    let base = fs::read(home.path()).unwrap();
    let log = fs::read(super::super::file::beside(&home.path(), "-wal")).unwrap();
    assert_eq!(recover(&base, &log, &states), states.len() - 1);

    let (mut fewest, mut last) = (usize::MAX, 0);
    // Odd strides, so that cuts fall inside headers, inside pages and between frames.
    for cut in (0..log.len()).step_by(7 * 1024 + 13) {
        let n_torn = recover(&base, &log[..cut], &states);
        assert!(n_torn >= last, "a longer log holds fewer changes");
        last = n_torn;
        fewest = fewest.min(n_torn);
        let mut garbled = log.clone();
        garbled[cut..].iter_mut().for_each(|byte| *byte ^= 0x5A);
        assert_eq!(recover(&base, &garbled, &states), n_torn);
        let mut spotted = log.clone();
        spotted[cut] ^= 1;
        assert!(recover(&base, &spotted, &states) >= n_torn.saturating_sub(1));
    }
    assert!(fewest == 0 && last > states.len() / 2, "{fewest} to {last}");
}
