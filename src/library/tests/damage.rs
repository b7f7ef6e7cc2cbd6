//! Whatever happens to the cache: the same list, the same search, the same marks, no panic.

use std::{collections::BTreeMap, os::unix::fs::symlink};

use proptest::prelude::*;

use super::*;
use crate::storage::catalogue::Compacting;

/// A library that has been scanned twice, so that its cache has seen additions and removals.
fn settled() -> Fixture {
    let fixture = Fixture::new(&[]);
    for number in 0..40_u32 {
        let name = format!("{}/{number}.txt", number % 3);
        let (title, date) = (format!("Title {number}"), 20_260_101 + number % 28);
        let body = format!("The ferry number {number}.\nWord{} here.", number % 7);
        fixture.write(&name, &article(&title, &date.to_string(), &body));
    }
    let library = fixture.scan();
    let ids = vec![all(&library)[3].id, all(&library)[5].id];
    let change = MarkChange { mark: Mark::Starred, value: true, ids };
    fixture.marks().apply(&change).unwrap();
    fs::remove_file(fixture.path("0/0.txt")).unwrap();
    fixture.write("1/new.txt", &article("New", "20260301", "The ferry again."));
    fixture.scan();
    fixture
}

/// All that a reader sees.
type Seen = (Vec<String>, Vec<Vec<String>>, Counts);

fn seen(library: &Library) -> Seen {
    let searches = ["ferry", "word3", "fer", "\"number 7\"", "ferry -again"];
    let found = searches.iter().map(|text| found(library, text)).collect();
    (titles(library), found, library.counts())
}

/// The files of the cache, by their names within it.
fn files(fixture: &Fixture) -> BTreeMap<PathBuf, Vec<u8>> {
    let cache = fixture.own_folders().cache;
    walk(&cache)
        .into_iter()
        .map(|path| (path.strip_prefix(&cache).unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

fn restore(fixture: &Fixture, files: &BTreeMap<PathBuf, Vec<u8>>) {
    let cache = fixture.own_folders().cache;
    fs::remove_dir_all(&cache).unwrap();
    for (name, bytes) in files {
        let path = cache.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn whatever_stands_in_place_of_a_file_of_the_cache_the_library_is_the_same() {
    let fixture = settled();
    let expected = seen(&fixture.scan());
    assert_eq!((expected.0.len(), expected.2.n_starred), (40, 2));
    let whole = files(&fixture);
    assert!(8 < whole.len(), "{:?}", whole.keys());
    let is_slow = std::env::var_os("RUN_SLOW_TESTS").is_some();
    for (nth, (name, bytes)) in whole.iter().enumerate() {
        let path = fixture.own_folders().cache.join(name);
        let put = |bytes: &[u8]| fs::write(&path, bytes).unwrap();
        let half = &bytes[..bytes.len() / 2];
        let longer = [&bytes[..], b"and more"].concat();
        let damages: [(&str, &dyn Fn()); 8] = [
            ("missing", &|| fs::remove_file(&path).unwrap()),
            ("empty", &|| put(b"")),
            ("cut", &|| put(half)),
            ("longer", &|| put(&longer)),
            ("zeros", &|| put(&vec![0; bytes.len()])),
            ("a folder", &|| {
                fs::remove_file(&path).unwrap();
                fs::create_dir_all(path.join("inner")).unwrap();
            }),
            ("a broken symlink", &|| {
                fs::remove_file(&path).unwrap();
                symlink("/nowhere/at/all", &path).unwrap();
            }),
            ("a link to a device", &|| {
                fs::remove_file(&path).unwrap();
                symlink("/dev/zero", &path).unwrap();
            }),
        ];
        for (which, (what, damage)) in damages.into_iter().enumerate() {
            // A third of the table, another one for each file, where time is short.
            if !is_slow && which % 3 != nth % 3 {
                continue;
            }
            restore(&fixture, &whole);
            damage();
            assert_eq!(seen(&fixture.scan()), expected, "{} is {what}", name.display());
            // What was made again is sound.
            assert_eq!(seen(&fixture.scan()), expected, "{} was {what}", name.display());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_anywhere_in_a_file_of_the_cache_change_nothing(
        which in any::<prop::sample::Index>(),
        flips in prop::collection::vec((0.0..1.0_f64, 1..=255_u8), 1..30),
    ) {
        thread_local!(static SETTLED: (Fixture, BTreeMap<PathBuf, Vec<u8>>, Seen) = {
            let fixture = settled();
            let expected = seen(&fixture.scan());
            let whole = files(&fixture);
            (fixture, whole, expected)
        });
        SETTLED.with(|(fixture, whole, expected)| {
            restore(fixture, whole);
            let filled: Vec<_> = whole.iter().filter(|(_, bytes)| !bytes.is_empty()).collect();
            let (name, bytes) = which.get(&filled);
            let mut bytes = (*bytes).clone();
            for (part, bits) in flips {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    clippy::cast_precision_loss,
                    reason = "any place in the file will do"
                )]
                let at = (bytes.len() as f64 * part) as usize;
                bytes[at] ^= bits;
            }
            fs::write(fixture.own_folders().cache.join(name), bytes).unwrap();
            assert_eq!(&seen(&fixture.scan()), expected);
        });
    }
}

#[test]
fn the_cache_of_another_library_or_a_file_in_its_place_is_replaced() {
    let fixture = settled();
    let expected = seen(&fixture.scan());
    let folder = fixture.own_folders().cache_of(&fixture.folder.path().canonicalize().unwrap());
    let other = three();
    other.scan();
    let foreign = other.own_folders().cache_of(&other.folder.path().canonicalize().unwrap());
    fs::remove_dir_all(&folder).unwrap();
    fs::rename(foreign, &folder).unwrap();
    assert_eq!(seen(&fixture.scan()), expected);
    for place in [&*folder, folder.parent().unwrap()] {
        fs::remove_dir_all(place).unwrap();
        fs::write(place, "a file where the folder should be").unwrap();
        assert_eq!(seen(&fixture.scan()), expected);
    }
}

/// A live library with one byte of each of some files of its cache flipped.
fn damaged_while_open(is_damaged: impl Fn(&str) -> bool) -> (Fixture, Live) {
    let fixture = three();
    let live = Live::start(&fixture);
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
    for path in walk(&fixture.own_folders().cache) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if is_damaged(&name) {
            use std::os::unix::fs::FileExt;
            // In place: a file that is mapped must not become shorter.
            let file = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
            let mut byte = [0];
            file.read_exact_at(&mut byte, 30).unwrap();
            file.write_all_at(&[!byte[0]], 30).unwrap();
        }
    }
    (fixture, live)
}

#[test]
fn a_row_that_cannot_be_read_has_the_list_made_again_at_once() {
    let (_fixture, live) = damaged_while_open(|name| name.starts_with("rows-"));
    let everything = live.library.list(&Listing::default(), None, &Cancel::never()).unwrap();
    assert!(live.library.headlines(&everything, 0..3).is_err());
    live.until_note("rebuilding the list of articles");
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
}

#[test]
fn a_start_where_nothing_has_changed_reads_no_row() {
    let fixture = three();
    fixture.age(&["", "a", "b"]);
    fixture.scan();
    let (_library, mut keeper, _) = fixture.open_with(false, Limits::default());
    for path in files(&fixture).into_keys() {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("rows-")) {
            fs::write(fixture.own_folders().cache.join(path), "").unwrap();
        }
    }
    assert!(!keeper.meets_damage_at_the_folders());
    fixture.write("a/four.txt", &article("Four", "20260304", "Another boat."));
    assert!(keeper.meets_damage_at_the_folders(), "a folder that has changed is compared");
}

#[test]
fn an_index_that_cannot_be_read_is_made_again_at_once() {
    let (_fixture, live) = damaged_while_open(|name| name.contains(".idx"));
    let _ = live.library.heard::<()>(Err(LibraryError::Damaged("met by a search".to_owned())));
    live.until_note("rebuilding the search index");
    live.until(&["Two", "Three", "One"], "ferry", &["Two", "One"]);
}

#[test]
fn nothing_is_checked_after_a_clean_end_and_all_after_another() {
    let fixture = settled();
    let doubts = || fixture.open_with(false, Limits::default()).1.is_doubtful();
    assert!(!doubts());
    let name = |start: &str| {
        let is_it = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(start);
        walk(&fixture.own_folders().cache).into_iter().find(is_it).unwrap()
    };
    let text = name("text-");
    fs::write(&text, fs::read(&text).unwrap()).unwrap();
    assert!(doubts());
    fixture.scan();
    assert!(!doubts());
    fs::remove_file(name("clean")).unwrap();
    assert!(doubts());
}

#[test]
fn a_catalogue_of_mostly_dead_rows_is_made_small_and_found_in_as_before() {
    let fixture = settled();
    for number in 3..35 {
        fs::remove_file(fixture.path(format!("{}/{number}.txt", number % 3))).unwrap();
    }
    let expected = seen(&fixture.scan());
    let n_rows = |library: &Library| library.snapshot().state().n_rows;
    let scan_with = |least_dead_rows| {
        let limits = Limits { compacting: Compacting { least_dead_rows }, ..Limits::default() };
        let (library, keeper, _) = fixture.open_with(false, limits);
        let (_sender, inbox) = channel();
        keeper.run_once(&inbox, &mut |_| ());
        library
    };
    assert_eq!(n_rows(&scan_with(1000)), 41);
    let small = scan_with(20);
    assert_eq!((seen(&small), n_rows(&small)), (expected.clone(), 8));
    let again = fixture.scan();
    assert_eq!((seen(&again), n_rows(&again)), (expected, 8));
    assert_eq!(again.shared.root.n_reads(), 0);
}

#[test]
fn a_cache_that_can_only_be_read_is_read() {
    let fixture = settled();
    let expected = seen(&fixture.scan());
    let folder = fixture.own_folders().cache_of(&fixture.folder.path().canonicalize().unwrap());
    let set = |mode| {
        let mode = <fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(mode);
        fs::set_permissions(folder.join("words"), mode.clone()).unwrap();
        fs::set_permissions(&folder, mode).unwrap();
    };
    // No file can be opened for writing either.
    fs::remove_file(folder.join("lock")).unwrap();
    set(0o500);
    if fs::write(folder.join("try"), "").is_ok() {
        // The system lets this user write anywhere.
        set(0o700);
        return;
    }
    let (library, keeper, news) = fixture.open_with(false, Limits::default());
    let (_sender, inbox) = channel();
    keeper.run_once(&inbox, &mut |_| ());
    assert!(
        matches!(&news[..], [News::Banner(text)] if text.contains("cannot write to the cache"))
    );
    assert_eq!((seen(&library), library.shared.root.n_reads()), (expected, 0));
    fixture.write("2/one more.txt", &article("One more", "20260302", "The very last ferry."));
    let (library, keeper, _) = fixture.open_with(false, Limits::default());
    keeper.run_once(&inbox, &mut |_| ());
    assert_eq!(found(&library, "very last"), ["One more"]);
    assert_eq!(found(&library, "ferry").len(), 41);
    set(0o700);
}
