//! What a book does, on a shelf that is not a library.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    fs,
    path::PathBuf,
    rc::Rc,
    sync::Arc,
};

use super::*;
use crate::{base::Bits, marks::Memory};

/// Articles whose id is their number, and what is shown of them.
#[derive(Debug, Clone)]
struct Fake {
    path: PathBuf,
    log: u64,
    shown: Rc<RefCell<BTreeSet<(u8, ArticleId)>>>,
    n_reloads: Rc<Cell<usize>>,
}

impl Fake {
    fn new() -> Self {
        let path = PathBuf::from("/news");
        Self { path, log: 0, shown: Rc::default(), n_reloads: Rc::default() }
    }

    fn shows(&self, mark: Mark) -> Vec<ArticleId> {
        let shown = self.shown.borrow();
        shown.iter().filter(|(it, _)| *it == mark as u8).map(|(_, id)| *id).collect()
    }
}

impl Shelf for Fake {
    fn path(&self) -> &Path {
        &self.path
    }

    fn log(&self) -> u64 {
        self.log
    }

    fn ids_meant(&self, targets: Targets) -> Result<Vec<ArticleId>, Clean> {
        match targets {
            Targets::These(ids) => Ok(ids),
            Targets::Set(rows) => rows.iter().map(|row| number(row, 90)).collect(),
        }
    }

    fn places_of(&self, _: &[ArticleId]) -> Vec<Place> {
        Vec::new()
    }

    fn show(&self, change: &Applied) -> Result<(), Clean> {
        for id in &change.ids {
            let mark = (change.mark as u8, *id);
            let mut shown = self.shown.borrow_mut();
            let _ = if change.value { shown.insert(mark) } else { shown.remove(&mark) };
        }
        Ok(())
    }

    fn show_all(&self, marks: &Marks) -> Result<(), MarksError> {
        self.n_reloads.set(self.n_reloads.get() + 1);
        self.shown.borrow_mut().clear();
        for mark in crate::marks::database::known() {
            marks.marked(mark, |id| {
                self.shown.borrow_mut().insert((mark as u8, id));
            })?;
        }
        Ok(())
    }
}

/// The article in a row of a library of so many.
fn number(row: u32, n_rows: u32) -> Result<ArticleId, Clean> {
    if row < n_rows { Ok(id(row)) } else { Err(Clean::new("no such row")) }
}

fn id(number: u32) -> ArticleId {
    ArticleId(u128::from(number).to_be_bytes())
}

struct Home {
    folder: tempfile::TempDir,
    shelf: Fake,
}

impl Home {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), shelf: Fake::new() }
    }

    fn own_folders(&self) -> OwnFolders {
        let path = |name: &str| self.folder.path().join(name);
        OwnFolders { cache: path("cache"), data: path("data"), ..OwnFolders::default() }
    }

    fn open(&self) -> MarkBook<Fake> {
        MarkBook::open(&self.own_folders(), self.shelf.clone())
    }

    /// Another instance, with a shelf of its own.
    fn other(&self) -> MarkBook<Fake> {
        MarkBook::open(&self.own_folders(), Fake::new())
    }
}

fn these(numbers: impl IntoIterator<Item = u32>) -> Targets {
    Targets::These(numbers.into_iter().map(id).collect())
}

/// How many changes were shown, and which of them were made here.
fn marked(book: &mut MarkBook<Fake>) -> Vec<bool> {
    let is_ours = |news| match news {
        BookNews::Marked { is_ours, .. } => is_ours,
        other => panic!("{other:?}"),
    };
    book.take_news().into_iter().map(is_ours).collect()
}

#[test]
fn what_is_marked_is_shown_once_undone_and_done_again() {
    let home = Home::new();
    let mut book = home.open();
    let set: Bits = [1, 2].into_iter().collect();
    book.mark(Targets::Set(Arc::new(set)), Mark::Read, true).unwrap();
    book.mark(these([2]), Mark::Starred, true).unwrap();
    assert_eq!(home.shelf.shows(Mark::Read), [id(1), id(2)]);
    assert_eq!(book.mark(these([2]), Mark::Starred, true), Ok(None));
    let steps = book.history(9).unwrap();
    assert_eq!(book.articles_of(steps[1].number), [id(1), id(2)]);
    book.go_to(0).unwrap();
    assert_eq!((home.shelf.shows(Mark::Read), home.shelf.shows(Mark::Starred)), (vec![], vec![]));
    book.redo().unwrap();
    assert_eq!(home.shelf.shows(Mark::Read), [id(1), id(2)]);
    book.undo().unwrap();
    assert_eq!(marked(&mut book), [true, true, false, false, true, true]);
    assert_eq!(home.shelf.n_reloads.get(), 0);
}

#[test]
fn rows_that_cannot_be_read_are_marked_in_nobody_s_name() {
    let home = Home::new();
    let mut book = home.open();
    let set: Bits = [1, 90].into_iter().collect();
    let refused = book.mark(Targets::Set(Arc::new(set)), Mark::Read, true);
    assert_eq!(refused, Err(BookError::Unread(Clean::new("no such row"))));
    assert_eq!(book.history(9).unwrap(), []);
}

#[test]
fn what_others_mark_is_shown_before_and_after_the_opening() {
    let home = Home::new();
    let mut other = home.other();
    other.mark(these([1]), Mark::Read, true).unwrap();
    let mut book = home.open();
    assert_eq!(marked(&mut book), [false]);
    other.mark(these([2]), Mark::Read, true).unwrap();
    book.follow();
    assert_eq!(marked(&mut book), [false]);
    book.follow();
    assert!(marked(&mut book).is_empty());
    other.mark(these([3]), Mark::Read, true).unwrap();
    book.mark(these([4]), Mark::Read, true).unwrap();
    assert_eq!(marked(&mut book), [false, true]);
    assert_eq!(home.shelf.shows(Mark::Read), [id(1), id(2), id(3), id(4)]);
}

#[test]
fn who_is_too_far_behind_is_shown_all_marks() {
    let mut home = Home::new();
    home.shelf.log = 77;
    home.other().mark(these([1]), Mark::Read, true).unwrap();
    let mut book = home.open();
    assert_eq!(book.take_news(), [BookNews::Reloaded]);
    assert_eq!(home.shelf.shows(Mark::Read), [id(1)]);
}

#[test]
fn a_refusal_stands_until_a_change_is_tried_that_is_granted() {
    let home = Home::new();
    home.other().mark(these([1]), Mark::Read, true).unwrap();
    let (file, aside) = (home.own_folders().marks(), home.folder.path().join("aside"));
    fs::rename(&file, &aside).unwrap();
    fs::write(&file, "").unwrap();
    // A folder in place of the lock of changes refuses everybody, whatever their rights.
    let journal = file.with_extension("db-journal");
    fs::create_dir(&journal).unwrap();
    fs::create_dir(journal.join("held")).unwrap();
    let mut book = home.open();
    let Some(BookNews::Stands(why)) = book.take_news().pop() else { panic!("nothing stands") };
    let refused = book.mark(these([2]), Mark::Read, true);
    assert_eq!(refused, Err(BookError::Refused(why.clone())));
    assert_eq!(book.take_news(), [], "it is said once");
    fs::remove_dir_all(&journal).unwrap();
    fs::rename(&aside, &file).unwrap();
    book.mark(these([2]), Mark::Read, true).unwrap();
    assert_eq!(book.take_news()[0], BookNews::Lifted(why));
    assert_eq!(home.shelf.shows(Mark::Read), [id(1), id(2)]);
}

#[test]
fn another_programs_file_is_left_alone_and_marks_are_closed_until_it_goes() {
    let home = Home::new();
    let file = home.own_folders().marks();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let foreign = rusqlite::Connection::open(&file).unwrap();
    foreign.execute_batch("CREATE TABLE moz_places (id INTEGER)").unwrap();
    drop(foreign);
    let mut book = home.open();
    let Some(BookNews::Stands(why)) = book.take_news().pop() else { panic!("nothing stands") };
    assert!(!book.is_open());
    for refused in [book.undo(), book.mark(these([1]), Mark::Read, true)] {
        assert_eq!(refused, Err(BookError::Closed(why.clone())));
    }
    assert_eq!(book.position(id(1)), Position::default());
    fs::remove_file(&file).unwrap();
    book.mark(these([1]), Mark::Read, true).unwrap();
    assert_eq!(book.take_news()[0], BookNews::Lifted(why));
}

#[test]
fn changes_of_a_later_version_are_told_and_not_shown() {
    let home = Home::new();
    let mut book = home.open();
    home.other().mark(these([1]), Mark::Starred, true).unwrap();
    let later = rusqlite::Connection::open(home.own_folders().marks()).unwrap();
    later.execute("UPDATE log SET field = 1 << 40", []).unwrap();
    book.follow();
    assert!(matches!(book.take_news()[..], [BookNews::Warning(_)]));
    assert_eq!(
        (home.shelf.shows(Mark::Starred), home.shelf.shows(Mark::Changed)),
        (vec![], vec![])
    );
    book.mark(these([2]), Mark::Read, true).unwrap();
    assert_eq!(marked(&mut book), [true], "it is told once");
}

#[test]
fn what_is_kept_beside_the_marks_is_remembered_for_its_library_or_for_all() {
    let home = Home::new();
    let mut book = home.open();
    let place = Position { paragraph: 3, byte: 1 };
    book.keep_position(id(1), place).unwrap();
    for setting in [Setting::Session, Setting::Bookmarks, Setting::Habits] {
        book.keep(setting, setting.name()).unwrap();
    }
    let mut here = Memory::of(&home.own_folders(), Path::new("/news"));
    let mut elsewhere = Memory::of(&home.own_folders(), Path::new("/other"));
    let mut all = Memory::of_all(&home.own_folders());
    assert_eq!((here.position(id(1)), book.position(id(1))), (place, place));
    let everywhere = [Setting::Habits, Setting::LastLibrary];
    for setting in [Setting::Session, Setting::Bookmarks, Setting::Habits, Setting::LastLibrary] {
        let is_last = setting == Setting::LastLibrary;
        let value = Some(if is_last { "/news" } else { setting.name() }.to_owned());
        assert_eq!(here.setting(setting), value);
        let value = value.filter(|_| everywhere.contains(&setting));
        assert_eq!((elsewhere.setting(setting), all.setting(setting)), (value.clone(), value));
    }
}

#[test]
fn a_book_shows_the_marks_that_another_instance_has_split_off_or_joined() {
    let home = Home::new();
    let mut book = home.open();
    book.mark(these([1]), Mark::Starred, true).unwrap();
    book.take_news();
    let own = OwnFolders { with_own_marks: vec!["/news".into()], ..home.own_folders() };
    MarksFile::follow_settings(&own, Path::new("/news")).unwrap();
    let mut other = MarkBook::open(&own, Fake::new());
    other.mark(these([2]), Mark::Starred, true).unwrap();
    book.follow();
    assert_eq!(home.shelf.shows(Mark::Starred), [id(1), id(2)]);
    book.mark(these([3]), Mark::Starred, true).unwrap();
    let elsewhere = Fake { path: "/other".into(), ..Fake::new() };
    let shown_elsewhere = elsewhere.clone();
    let mut elsewhere = MarkBook::open(&home.own_folders(), elsewhere);
    elsewhere.mark(these([4]), Mark::Starred, true).unwrap();
    assert_eq!(shown_elsewhere.shows(Mark::Starred), [id(1), id(4)]);
    MarksFile::follow_settings(&home.own_folders(), Path::new("/news")).unwrap();
    // Without a look in between.
    book.mark(these([5]), Mark::Starred, true).unwrap();
    assert_eq!(home.shelf.shows(Mark::Starred), [1, 2, 3, 4, 5].map(id));
    elsewhere.follow();
    assert_eq!(shown_elsewhere.shows(Mark::Starred), [1, 2, 3, 4, 5].map(id));
}

#[test]
fn what_belongs_to_all_libraries_does_so_though_the_marks_are_kept_apart() {
    let home = Home::new();
    let own = OwnFolders { with_own_marks: vec!["/news".into()], ..home.own_folders() };
    MarksFile::follow_settings(&own, Path::new("/news")).unwrap();
    let mut book = MarkBook::open(&own, Fake::new());
    book.keep(Setting::Habits, "habits").unwrap();
    book.keep(Setting::Session, "session").unwrap();
    let mut here = Memory::of(&own, Path::new("/news"));
    let mut all = Memory::of_all(&home.own_folders());
    assert_eq!(all.setting(Setting::LastLibrary).as_deref(), Some("/news"));
    for memory in [&mut all, &mut here] {
        assert_eq!(memory.setting(Setting::Habits).as_deref(), Some("habits"));
    }
    assert_eq!(here.setting(Setting::Session).as_deref(), Some("session"));
}

#[test]
fn that_libraries_share_marks_is_said_once_ever_where_it_shows() {
    let home = Home::new();
    let mut book = home.open();
    book.mark(these([1]), Mark::Read, true).unwrap();
    assert!(!book.shows_shared(&[id(1), id(2)]), "marked here");
    let elsewhere = || {
        let shelf = Fake { path: "/other".into(), ..Fake::new() };
        MarkBook::open(&home.own_folders(), shelf)
    };
    let mut other = elsewhere();
    assert!(!other.shows_shared(&[id(2)]), "not marked");
    let own = OwnFolders { with_own_marks: vec!["/apart".into()], ..home.own_folders() };
    MarksFile::follow_settings(&own, Path::new("/apart")).unwrap();
    let shelf = Fake { path: "/apart".into(), ..Fake::new() };
    assert!(!MarkBook::open(&own, shelf).shows_shared(&[id(1)]), "kept apart");
    assert!(other.shows_shared(&[id(2), id(1)]));
    assert!(!other.shows_shared(&[id(1)]), "said once");
    assert!(!elsewhere().shows_shared(&[id(1)]), "said once ever");
}
