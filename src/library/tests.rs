//! The library as its callers see it: real folders in, lists and articles out.

mod damage;
mod evidence;
mod first_page;
mod folds;
mod forms;
mod live;
mod looking;
mod order;
mod reach;
mod reading;
mod reports;
mod steps;
mod storm;
mod unseen;
mod watching;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::channel,
    time::{Duration, Instant},
};

use super::*;
use crate::{
    domain::{Headline, Listing, Mark, MarkChange, Order, View},
    marks::{MarksFile, database::Marks},
    query::Query,
};
use live::Live;

/// Long enough for a slow machine, short enough to fail rather than hang.
const LIMIT: Duration = Duration::from_secs(20);

pub(super) struct Fixture {
    folder: tempfile::TempDir,
    ours: tempfile::TempDir,
}

impl Fixture {
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        let fixture =
            Self { folder: tempfile::tempdir().unwrap(), ours: tempfile::tempdir().unwrap() };
        for (name, text) in files {
            fixture.write(name, text);
        }
        fixture
    }

    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn own_folders(&self) -> OwnFolders {
        OwnFolders {
            cache: self.ours.path().join("cache"),
            data: self.ours.path().join("data"),
            ..OwnFolders::default()
        }
    }

    pub(super) fn open_with(&self, watches: bool, limits: Limits) -> (Library, Keeper, Vec<News>) {
        let settings = Self::settings(watches, limits);
        Keeper::open(self.folder.path(), &self.own_folders(), ReadingSettings::default(), settings)
            .unwrap()
    }

    fn settings(watches: bool, limits: Limits) -> KeeperSettings {
        let polling = Polling { every: Duration::from_millis(200), ..Polling::default() };
        let (index_memory_bytes, change_unreads) = (30 << 20, false);
        KeeperSettings {
            index_memory_bytes,
            watches,
            indexes: true,
            polling,
            change_unreads,
            limits,
        }
    }

    /// Makes folders as if nothing had changed in them for an hour: a time that is fresh is not
    /// believed.
    fn age(&self, folders: &[&str]) {
        let long_ago = std::time::SystemTime::now() - Duration::from_secs(3600);
        for folder in folders {
            fs::File::open(self.path(folder)).unwrap().set_modified(long_ago).unwrap();
        }
    }

    /// Opens the library and brings it up to date.
    pub(super) fn scan(&self) -> Library {
        let (library, keeper, _) = self.open_with(false, Limits::default());
        let (_sender, inbox) = channel();
        keeper.run_once(&inbox, &mut |_| ());
        library
    }

    pub(super) fn marks(&self) -> Marks {
        let library = self.folder.path().canonicalize().unwrap();
        MarksFile::of(&self.own_folders(), &library).open().unwrap().marks
    }
}

pub(super) fn article(title: &str, date: &str, body: &str) -> String {
    format!("{title}\n{date}\nhttps://www.gull.example/{date}\n{body}\n")
}

fn all(library: &Library) -> Vec<Headline> {
    let listed = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
    library.headlines(&listed, 0..listed.len()).unwrap()
}

fn titles(library: &Library) -> Vec<String> {
    all(library).iter().map(|headline| headline.title.to_string()).collect()
}

fn found(library: &Library, text: &str) -> Vec<String> {
    let query = Some(Query::strict(text).unwrap());
    let listing = Listing { query, ..Listing::default() };
    let listed = library.list(&listing, None, &Cancel::never()).unwrap();
    let rows = library.headlines(&listed, 0..listed.len()).unwrap();
    rows.iter().map(|headline| headline.title.to_string()).collect()
}

pub(super) fn three() -> Fixture {
    Fixture::new(&[
        ("a/one.txt", &article("One", "20260301", "The ferry sails.")),
        ("a/two.txt", &article("Two", "20260303", "The ferry is late.")),
        ("b/three.txt", &article("Three", "20260302", "No boat at all.")),
    ])
}

#[test]
fn a_folder_is_listed_newest_first_and_searched() {
    let fixture = three();
    let library = fixture.scan();
    assert_eq!(titles(&library), ["Two", "Three", "One"]);
    assert_eq!(found(&library, "ferry"), ["Two", "One"]);
    assert_eq!(found(&library, "ferry -late"), ["One"]);
    assert_eq!(library.counts(), Counts { n_articles: 3, n_unread: 3, ..Counts::default() });
    let rows = all(&library);
    assert_eq!((&*rows[0].source, rows[0].path.to_str()), ("gull.example", Some("a/two.txt")));
    let article = library.article(rows[0].id).unwrap();
    assert_eq!(article.paragraphs[0].as_str(), "The ferry is late.");
}

#[test]
fn opening_a_known_library_reads_no_article() {
    let fixture = three();
    fixture.age(&["", "a", "b"]);
    fixture.scan();
    let (library, keeper, _) = fixture.open_with(false, Limits::default());
    assert_eq!(titles(&library), ["Two", "Three", "One"]);
    let (_sender, inbox) = channel();
    let mut n_published = 0;
    keeper.run_once(&inbox, &mut |news| {
        n_published += usize::from(matches!(news, News::Published { .. }));
    });
    assert_eq!(library.shared.root.n_reads(), 0);
    assert_eq!(n_published, 0, "the snapshot that was opened is as it was");
    assert_eq!(found(&library, "ferry"), ["Two", "One"]);
}

#[test]
fn a_known_library_is_listed_sorted_counted_and_searched_without_reading_an_article() {
    let fixture = three();
    fixture.scan();
    let (library, _keeper, _) = fixture.open_with(false, Limits::default());
    for order in [Order::Date, Order::Source, Order::Title] {
        for view in [View::All, View::Unread, View::Starred] {
            let listing = Listing { view, order, ..Listing::default() };
            let listed = library.list(&listing, None, &Cancel::never()).unwrap();
            library.headlines(&listed, 0..listed.len()).unwrap();
            library.ids_of(&listed).unwrap();
        }
    }
    assert_eq!(library.counts().n_unread, 3);
    assert_eq!(library.shared.root.n_reads(), 0);
    // Only the text of an article is in its file.
    library.article(all(&library)[0].id).unwrap();
    assert_eq!(library.shared.root.n_reads(), 1);
}

#[test]
fn only_what_changed_is_read_again() {
    let fixture = three();
    fixture.scan();
    fixture.write("b/four.txt", &article("Four", "20260304", "A new ferry."));
    fs::remove_file(fixture.path("a/one.txt")).unwrap();
    fs::rename(fixture.path("a/two.txt"), fixture.path("b/moved.txt")).unwrap();
    let library = fixture.scan();
    assert_eq!(titles(&library), ["Four", "Two", "Three"]);
    assert_eq!(found(&library, "ferry"), ["Four", "Two"]);
    assert_eq!(library.shared.root.n_reads(), 2);
}

#[test]
fn a_file_rewritten_in_place_keeps_its_marks_and_says_so() {
    let fixture = three();
    let library = fixture.scan();
    let id = all(&library)[1].id;
    let change = MarkChange { mark: Mark::Read, value: true, ids: vec![id] };
    fixture.marks().apply(&change).unwrap();
    fixture.write("b/three.txt", &article("Three, corrected", "20260302", "One boat after all."));
    let library = fixture.scan();
    let rows = all(&library);
    assert_eq!(rows[1].title.as_str(), "Three, corrected");
    assert!(rows[1].has(Mark::Changed) && rows[1].has(Mark::Read));
    assert_eq!(library.counts().n_unread, 2);
    assert_eq!(found(&library, "boat"), ["Three, corrected"]);
    assert_eq!(fixture.marks().versions_of(rows[1].id).unwrap().len(), 1);
}

#[test]
fn identical_files_are_one_article_until_the_last_is_gone() {
    let fixture = three();
    fixture.write("b/copy.txt", &article("One", "20260301", "The ferry sails."));
    let before = all(&fixture.scan());
    assert_eq!(before.len(), 3);
    // The place that is listed goes first: the other one must take over.
    fs::remove_file(fixture.path(&before[2].path)).unwrap();
    let library = fixture.scan();
    assert_eq!(titles(&library), ["Two", "Three", "One"]);
    let place = all(&library)[2].path.clone();
    assert_ne!(place, before[2].path);
    assert_eq!(found(&library, "sails"), ["One"]);
    fs::remove_file(fixture.path(&place)).unwrap();
    assert_eq!(titles(&fixture.scan()), ["Two", "Three"]);
}

#[test]
fn folders_come_and_go() {
    let fixture = three();
    fixture.scan();
    fixture.write("c/d/deep.txt", &article("Deep", "20260309", "Down here."));
    assert_eq!(titles(&fixture.scan()), ["Deep", "Two", "Three", "One"]);
    fs::remove_dir_all(fixture.path("a")).unwrap();
    fs::remove_dir_all(fixture.path("c")).unwrap();
    assert_eq!(titles(&fixture.scan()), ["Three"]);
    fixture.write("a/again.txt", &article("Again", "20260309", "Back."));
    assert_eq!(titles(&fixture.scan()), ["Again", "Three"]);
}

#[test]
fn an_ignore_file_takes_effect_and_loses_it() {
    let fixture = three();
    fixture.scan();
    fixture.write(".datelineignore", "b/\ntwo.*\n");
    assert_eq!(titles(&fixture.scan()), ["One"]);
    fixture.write(".datelineignore", "two.*\n");
    assert_eq!(titles(&fixture.scan()), ["Three", "One"]);
}

#[test]
fn what_is_no_article_is_counted_and_listed_with_its_reason() {
    let fixture = three();
    fs::write(fixture.path("empty.txt"), "").unwrap();
    fs::write(fixture.path("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fixture.write("undated.txt", "A headline\n\nhttps://gull.example/x\nText.\n");
    std::os::unix::fs::symlink("missing", fixture.path("dangling")).unwrap();
    let library = fixture.scan();
    let named = |line: &ProblemLine| format!("{} {}", line.path.display(), line.name);
    let all = library.problems(ProblemsKey::default(), usize::MAX).unwrap();
    assert_eq!(all.next, None);
    let mut lines: Vec<String> = all.lines.iter().map(named).collect();
    lines.sort();
    assert_eq!(
        lines,
        ["dangling dangling-link", "empty.txt empty", "picture.png binary", "undated.txt undated"]
    );
    assert_eq!(library.counts().n_problems, 4);
    for size in 1..=5 {
        let (mut paged, mut next) = (Vec::new(), Some(ProblemsKey::default()));
        while let Some(from) = next {
            let page = library.problems(from, size).unwrap();
            assert!(page.lines.len() == size || page.next.is_none());
            paged.extend(page.lines);
            next = page.next;
        }
        assert_eq!(paged, all.lines, "pages of {size}");
    }
    let again = fixture.scan();
    assert_eq!((again.counts().n_problems, again.shared.root.n_reads()), (4, 0));
}

#[test]
fn marks_made_elsewhere_show_and_survive_a_lost_cache() {
    let fixture = three();
    let library = fixture.scan();
    let ids = vec![all(&library)[0].id, all(&library)[2].id];
    let change = MarkChange { mark: Mark::Starred, value: true, ids };
    let applied = fixture.marks().apply(&change).unwrap().unwrap();
    library.take_marks(&applied).unwrap();
    assert_eq!(library.counts().n_starred, 2);
    assert_eq!(fixture.scan().counts().n_starred, 2);
    fs::remove_dir_all(fixture.own_folders().cache).unwrap();
    assert_eq!(fixture.scan().counts().n_starred, 2);
    let starred = Listing { view: View::Starred, ..Listing::default() };
    let listed = fixture.scan().list(&starred, None, &Cancel::never()).unwrap();
    assert_eq!(listed.len(), 2);
}

#[test]
fn what_was_just_read_stays_in_the_unread_view_until_it_is_chosen_again() {
    let fixture = three();
    let library = fixture.scan();
    let unread = Listing { view: View::Unread, ..Listing::default() };
    let before = library.list(&unread, None, &Cancel::never()).unwrap();
    let ids = vec![all(&library)[1].id];
    let change = MarkChange { mark: Mark::Read, value: true, ids };
    let applied = fixture.marks().apply(&change).unwrap().unwrap();
    library.take_marks(&applied).unwrap();
    assert_eq!(library.list(&unread, Some(&before), &Cancel::never()).unwrap().len(), 3);
    assert_eq!(library.list(&unread, None, &Cancel::never()).unwrap().len(), 2);
    assert_eq!(library.unread_beside(&before, 0, true), Some(2));
}

#[test]
fn lists_sort_by_source_and_title_and_in_reverse() {
    let fixture = Fixture::new(&[
        ("1", "zebra\n20260301\nhttps://b.example/1\nText.\n"),
        ("2", "Éclair\n20260302\nhttps://a.example/1\nText.\n"),
        ("3", "apple\n20260303\nhttps://b.example/2\nText.\n"),
    ]);
    let library = fixture.scan();
    let sorted = |order, is_reversed| {
        let listing = Listing { order, is_reversed, ..Listing::default() };
        let listed = library.list(&listing, None, &Cancel::never()).unwrap();
        let rows = library.headlines(&listed, 0..3).unwrap();
        rows.iter().map(|row| row.title.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(sorted(Order::Source, false), ["Éclair", "apple", "zebra"]);
    assert_eq!(sorted(Order::Title, false), ["apple", "Éclair", "zebra"]);
    assert_eq!(sorted(Order::Date, true), ["zebra", "Éclair", "apple"]);
}

#[test]
fn sources_are_counted_and_found_by_name() {
    let fixture = Fixture::new(&[
        ("1", "One\n20260301\nhttps://b.example/1\nText.\n"),
        ("2", "Two\n20260302\nhttps://ab.example/1\nText.\n"),
        ("3", "Three\n20260303\nhttps://b.example/2\nText.\n"),
    ]);
    let library = fixture.scan();
    let sources = library.sources(9).unwrap();
    let said: Vec<_> = sources.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(said, [("b.example", 2), ("ab.example", 1)]);
    assert_eq!(library.sources(1).unwrap().len(), 1);
    let listed = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
    let row = |from, text| Library::row_of_source(&listed, from, text).unwrap();
    // A whole name counts for more than a part of one.
    assert_eq!((row(0, "B.example"), row(2, "b.example")), (Some(2), Some(0)));
    assert_eq!((row(0, "ab"), row(0, "c.example")), (Some(1), None));
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without_in_words() {
    let fixture = three();
    fs::create_dir_all(fixture.ours.path()).unwrap();
    fs::write(fixture.ours.path().join("cache"), "a file where the folder should be").unwrap();
    let (library, keeper, news) = fixture.open_with(false, Limits::default());
    assert!(
        matches!(&news[..], [News::Banner(text)] if text.contains("cannot write to the cache"))
    );
    let (_sender, inbox) = channel();
    keeper.run_once(&inbox, &mut |_| ());
    assert_eq!(titles(&library), ["Two", "Three", "One"]);
    assert_eq!(found(&library, "ferry"), ["Two", "One"]);
}

#[test]
fn a_damaged_cache_is_made_again() {
    let fixture = three();
    fixture.scan();
    for entry in walk(&fixture.own_folders().cache) {
        fs::write(entry, "not what was here").unwrap();
    }
    let library = fixture.scan();
    assert_eq!(titles(&library), ["Two", "Three", "One"]);
    assert_eq!(found(&library, "ferry"), ["Two", "One"]);
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn nothing_in_the_library_is_changed_by_reading_it() {
    let fixture = three();
    let print = || {
        let mut files: Vec<_> = walk(fixture.folder.path())
            .into_iter()
            .map(|path| {
                (fs::metadata(&path).unwrap().modified().unwrap(), fs::read(&path).unwrap(), path)
            })
            .collect();
        files.sort_by(|a, b| a.2.cmp(&b.2));
        files
    };
    let before = print();
    let library = fixture.scan();
    library.article(all(&library)[0].id).unwrap();
    assert!(before == print());
}

#[test]
fn files_that_come_change_and_go_appear_by_themselves() {
    let fixture = three();
    let live = Live::start(&fixture);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    fixture.write("a/new.txt", &article("New", "20260305", "Another ferry."));
    live.until(&["New", "Two", "Three", "One"], "ferry", &["New", "Two", "One"]);
    fs::remove_file(fixture.path("a/one.txt")).unwrap();
    live.until(&["New", "Two", "Three"], "ferry", &["New", "Two"]);
    fs::rename(fixture.path("a/two.txt"), fixture.path("b/renamed.txt")).unwrap();
    fixture.write("c/d/deep.txt", &article("Deep", "20260306", "A ferry below."));
    live.until(&["Deep", "New", "Two", "Three"], "ferry", &["Deep", "New", "Two"]);
    fixture.write("c/d/late.txt", &article("Late", "20260307", "In a folder found meanwhile."));
    live.until(&["Late", "Deep", "New", "Two", "Three"], "meanwhile", &["Late"]);
    fs::remove_dir_all(fixture.path("c")).unwrap();
    live.until(&["New", "Two", "Three"], "ferry", &["New", "Two"]);
}

#[test]
fn a_second_instance_follows_and_takes_over() {
    let fixture = three();
    let first = Live::start(&fixture);
    first.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    let second = Live::start(&fixture);
    second.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    fixture.write("a/new.txt", &article("New", "20260305", "Another ferry."));
    second.until(&["New", "Two", "Three", "One"], "ferry", &["New", "Two", "One"]);
    drop(first);
    fixture.write("a/newer.txt", &article("Newer", "20260306", "One more ferry."));
    second.until(&["Newer", "New", "Two", "Three", "One"], "more", &["Newer"]);
}
