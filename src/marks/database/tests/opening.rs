//! Tests of opening: whatever is found at the path, no mark is lost and the reader is told.

use std::{fs, path::Path};

use rusqlite::Connection;

use super::{
    super::{Marks, MarksError, MarksNotice, Missing, Scope, file, schema},
    Home, all_marked, change, flags, id, key,
};
use crate::domain::Mark;

/// Overwrites the second page that is a well-filled leaf of a table of marks.
fn garble_a_leaf(path: &Path) {
    let bytes = fs::read(path).unwrap();
    let is_leaf = |page: &[u8]| page[0] == 10 && u16::from_be_bytes([page[3], page[4]]) > 50;
    let leaves = bytes.chunks(4096).enumerate().filter(|(_, page)| is_leaf(page));
    let number = leaves.map(|(n, _)| n + 1).nth(1).unwrap();
    garble_pages(path, number..number + 1);
}

/// Overwrites whole pages with what no page looks like, the first page being number 1.
fn garble_pages(path: &Path, numbers: std::ops::Range<usize>) {
    let mut bytes = fs::read(path).unwrap();
    bytes[(numbers.start - 1) * 4096..(numbers.end - 1) * 4096].fill(0xEE);
    fs::write(path, bytes).unwrap();
}

fn set_aside(notice: Option<&MarksNotice>) -> (&Path, u64) {
    match notice {
        Some(MarksNotice::SetAside { kept, n_saved }) => (kept, *n_saved),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_that_is_no_database_is_kept_beside_a_new_one() {
    let home = Home::new();
    let text = "this was a shopping list. ".repeat(99);
    fs::write(home.path(), &text).unwrap();
    let opened = Marks::open(&home.path(), key(1), Missing::Made).unwrap();
    let (kept, n_saved) = set_aside(opened.notice.as_ref());
    assert_eq!((fs::read_to_string(kept).unwrap(), n_saved), (text, 0));
    let mut marks = opened.marks;
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    drop(marks);
    assert_eq!(flags(&home.open(1), 1), (true, false));
}

#[test]
fn the_marks_of_a_damaged_database_are_saved_but_for_the_damaged_pages() {
    let home = Home::new();
    let mut marks = home.open(1);
    let n_marks = 3000;
    marks.apply(&change(Mark::Read, true, 0..n_marks)).unwrap();
    marks.apply(&change(Mark::Starred, true, [5, 6])).unwrap();
    marks.set_setting(Scope::Library, "query", "moon").unwrap();
    drop(marks);
    garble_a_leaf(&home.path());
    let opened = Marks::open(&home.path(), key(1), Missing::Made).unwrap();
    let (kept, n_saved) = set_aside(opened.notice.as_ref());
    assert!(kept.exists());
    let found = all_marked(&opened.marks, Mark::Read);
    assert_eq!(found.len() as u64 + 2, n_saved);
    assert!((2500..=n_marks).contains(&(found.len() as u64)), "{} saved", found.len());
    assert_eq!(all_marked(&opened.marks, Mark::Starred), [id(5), id(6)]);
    let query = opened.marks.setting(Scope::Library, "query").unwrap();
    assert_eq!(query.as_deref(), Some("moon"));
}

#[test]
fn damage_met_while_working_is_mended_at_the_next_opening() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, 0..200_000)).unwrap();
    drop(marks);
    assert!(fs::metadata(home.path()).unwrap().len() > 4 << 20);
    garble_pages(&home.path(), 300..320);
    let marks = home.open(1);
    let failed = marks.marked(Mark::Read, |_| {});
    let failed_too = marks.since(0);
    assert!(
        matches!(failed, Err(MarksError::Damaged { .. }))
            || matches!(failed_too, Err(MarksError::Damaged { .. })),
        "{failed:?} {failed_too:?}"
    );
    drop(marks);
    let opened = Marks::open(&home.path(), key(1), Missing::Made).unwrap();
    let (_, n_saved) = set_aside(opened.notice.as_ref());
    assert!(n_saved > 190_000, "{n_saved}");
    drop(opened);
    home.open(1);
}

#[test]
fn another_programs_database_is_refused_and_left_as_it_is() {
    let home = Home::new();
    Connection::open(home.path()).unwrap().execute_batch("CREATE TABLE places (id)").unwrap();
    let before = fs::read(home.path()).unwrap();
    let refused = Marks::open(&home.path(), key(1), Missing::Made).unwrap_err();
    assert!(matches!(refused, MarksError::Foreign { .. }), "{refused}");
    assert_eq!(fs::read(home.path()).unwrap(), before);
    assert_eq!(fs::read_dir(home.directory.path()).unwrap().count(), 1);
}

#[test]
fn a_newer_version_is_read_and_never_written() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    marks.db.pragma_update(None, "user_version", schema::VERSION + 1).unwrap();
    let refused = marks.apply(&change(Mark::Read, true, [2]));
    assert!(
        matches!(refused, Err(MarksError::Newer { found, .. }) if found == schema::VERSION + 1),
        "{refused:?}"
    );
    drop(marks);
    let before = fs::read(home.path()).unwrap();
    let mut opened = Marks::open(&home.path(), key(1), Missing::Made).unwrap();
    let said = opened.notice.map(|notice| notice.to_string()).unwrap_or_default();
    let (found, known) = (schema::VERSION + 1, schema::VERSION);
    let newer = format!("newer Dateline (format {found}; this version knows {known})");
    assert!(said.contains(&newer), "{said}");
    assert_eq!(flags(&opened.marks, 1), (true, false));
    assert!(opened.marks.is_read_only());
    let refused = opened.marks.apply(&change(Mark::Read, true, [2]));
    assert!(matches!(refused, Err(MarksError::Newer { .. })), "{refused:?}");
    drop(opened.marks);
    assert_eq!(fs::read(home.path()).unwrap(), before);
}

#[test]
fn where_nothing_can_be_made_marks_last_until_the_end_and_that_is_said() {
    let home = Home::new();
    fs::write(home.directory.path().join("file"), "").unwrap();
    for path in [home.directory.path().join("file/marks.db"), home.directory.path().into()] {
        let mut opened = Marks::open(&path, key(1), Missing::Made).unwrap();
        assert!(matches!(opened.notice, Some(MarksNotice::InMemory { .. })), "{:?}", opened.notice);
        opened.marks.apply(&change(Mark::Read, true, [1])).unwrap();
        opened.marks.set_setting(Scope::Library, "query", "moon").unwrap();
        assert_eq!(flags(&opened.marks, 1), (true, false));
        opened.marks.undo().unwrap();
        assert_eq!(flags(&opened.marks, 1), (false, false));
    }
}

#[test]
fn opened_for_reading_marks_show_and_changes_are_refused() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Starred, true, [1])).unwrap();
    // While another instance has it open, and after.
    for holder in [Some(marks), None] {
        let mut reader = Marks::open_read_only(&home.path(), key(1)).unwrap();
        assert_eq!(flags(&reader, 1), (false, true));
        for refused in [reader.apply(&change(Mark::Read, true, [1])), reader.undo()] {
            assert!(matches!(refused, Err(MarksError::ReadOnly { .. })), "{refused:?}");
        }
        drop(holder);
    }
}

#[test]
fn a_copy_shows_the_changes_that_still_wait_in_the_log_file() {
    let home = Home::new();
    let mut marks = home.open(1);
    marks.apply(&change(Mark::Starred, true, [1])).unwrap();
    assert!(!file::has_no_log(&home.path()));
    let copy = file::copy(&home.path()).unwrap();
    let reader = Marks::open_read_only(&copy.path().join(file::COPY), key(1)).unwrap();
    assert_eq!(flags(&reader, 1), (false, true));
}

#[test]
fn a_directory_that_cannot_be_written_shows_its_marks() {
    use std::os::unix::fs::PermissionsExt;
    if rustix::process::geteuid().is_root() {
        // Nothing is read-only to the superuser; the tests above cover the parts.
        return;
    }
    for is_closed in [true, false] {
        let home = Home::new();
        let mut marks = home.open(1);
        marks.apply(&change(Mark::Starred, true, [1])).unwrap();
        let other = Home::new();
        for ending in ["", "-wal"] {
            let (from, to) =
                (file::beside(&home.path(), ending), file::beside(&other.path(), ending));
            fs::copy(from, to).unwrap();
        }
        if is_closed {
            drop(other.open(1));
        }
        let mode = |bits| fs::Permissions::from_mode(bits);
        fs::set_permissions(other.directory.path(), mode(0o555)).unwrap();
        let opened = Marks::open(&other.path(), key(1), Missing::Made).unwrap();
        assert!(matches!(opened.notice, Some(MarksNotice::ReadOnly { .. })), "{:?}", opened.notice);
        assert_eq!(flags(&opened.marks, 1), (false, true));
        fs::set_permissions(other.directory.path(), mode(0o755)).unwrap();
        fs::set_permissions(other.path(), mode(0o444)).unwrap();
        let opened = Marks::open(&other.path(), key(1), Missing::Made).unwrap();
        assert!(matches!(opened.notice, Some(MarksNotice::ReadOnly { .. })), "{:?}", opened.notice);
        assert_eq!(flags(&opened.marks, 1), (false, true));
    }
}

#[test]
fn a_name_that_no_address_could_hold_is_opened_all_the_same() {
    let home = Home::new();
    let path = home.directory.path().join("100% ?mode=memory#\u{e9}").join("marks.db");
    let mut marks = Marks::open(&path, key(1), Missing::Made).unwrap().marks;
    marks.apply(&change(Mark::Read, true, [1])).unwrap();
    assert_eq!(flags(&Marks::open_read_only(&path, key(1)).unwrap(), 1), (true, false));
}

#[test]
fn many_instances_that_start_at_once_share_one_database() {
    let home = Home::new();
    std::thread::scope(|scope| {
        for n in 0..8_u8 {
            let home = &home;
            scope.spawn(move || {
                let mut marks = home.open(n);
                for number in 0..10 {
                    let number = u64::from(n) * 10 + number;
                    marks.apply(&change(Mark::Read, true, [number])).unwrap();
                }
            });
        }
    });
    let marks = home.open(1);
    assert_eq!(all_marked(&marks, Mark::Read), (0..80).map(id).collect::<Vec<_>>());
    assert_eq!(marks.log().unwrap(), 80);
}
