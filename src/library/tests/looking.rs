//! What the command line looks at before it answers.

use std::{collections::BTreeMap, os::unix::fs::MetadataExt, time::SystemTime};

use super::*;

/// Four articles in a folder that has not changed for long, known and indexed.
fn known() -> Fixture {
    let text =
        |n: u32| format!("Title {n}\n2026030{n}\nhttps://a.example/{n}\nWhales and seals.\n");
    let texts = [1, 2, 3, 4].map(text);
    let names = ["old/1", "old/2", "old/3", "old/4"];
    let files: Vec<(&str, &str)> =
        names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let fixture = Fixture::new(&files);
    settle(&fixture);
    fixture.scan();
    fixture
}

/// Dates the folder back, so that its time is to be believed.
fn settle(fixture: &Fixture) {
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    for folder in ["old", ""] {
        std::fs::File::open(fixture.path(folder)).unwrap().set_modified(long_ago).unwrap();
    }
}

struct Looked {
    n_hits: usize,
    is_checked: bool,
    said: Vec<String>,
}

/// Answers a query as a subcommand does, in a library that is large from `most_checked` files on.
fn look(fixture: &Fixture, looking: Looking, most_checked: usize) -> Looked {
    let limits = Limits { most_checked, ..Limits::default() };
    let (library, keeper, _) = fixture.open_with(false, limits);
    let (_sender, inbox) = channel();
    let mut said = Vec::new();
    let is_checked = keeper.look_once(looking, &inbox, &mut |news| {
        if let News::Note(text) | News::Aside(text) = news {
            said.push(text.to_string());
        }
    });
    let query = Some(Query::strict("seals").unwrap());
    let listing = Listing { query, ..Listing::default() };
    let n_hits = library.list(&listing, None, &Cancel::never()).unwrap().len();
    Looked { n_hits, is_checked, said }
}

#[test]
fn of_many_files_the_folders_are_looked_at_and_it_is_said() {
    let fixture = known();
    let usual = |most| look(&fixture, Looking::Usual, most);
    assert_eq!((usual(3).n_hits, usual(3).is_checked), (4, false));
    let said = usual(3).said;
    assert!(said.len() == 1 && said[0].contains("not each of 4 files"), "{said:?}");
    assert_eq!((usual(4).is_checked, usual(4).said.len()), (true, 0));

    // In place: the folder keeps its time.
    fixture.write("old/2", "Title 2\n20260302\nhttps://a.example/2\nWhales alone.\n");
    let quick = usual(3).n_hits;
    assert_eq!(look(&fixture, Looking::EveryFile, 3).n_hits, 3);
    assert_eq!(quick, 4, "nothing told of it");

    fixture.write("old/3", "Title 3\n20260303\nhttps://a.example/3\nWhales alone.\n");
    assert_eq!(usual(4).n_hits, 2, "of few files each is looked at");

    fixture.write("old/5", "Title 5\n20260305\nhttps://a.example/5\nSeals.\n");
    assert_eq!(usual(3).n_hits, 3, "its folder tells of a new file");
    std::fs::remove_file(fixture.path("old/5")).unwrap();
    assert_eq!(usual(3).n_hits, 2);
}

#[test]
fn a_folder_that_has_just_changed_is_listed_whatever_its_time() {
    let fixture = known();
    // When it is listed, its time is that of now; a change within the same tick would not show.
    fixture.write("old/5", "Title 5\n20260305\nhttps://a.example/5\nSeals.\n");
    assert_eq!(look(&fixture, Looking::Usual, 3).n_hits, 5);
    fixture.write("old/5", "Title 5\n20260305\nhttps://a.example/5\nNo such beasts.\n");
    assert_eq!(look(&fixture, Looking::Usual, 3).n_hits, 4, "with the files in it");
}

/// Every file of the cache, with its number and the time of its last change.
fn cache_of(fixture: &Fixture) -> BTreeMap<PathBuf, (u64, i64, i64)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![fixture.own_folders().cache];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let metadata = path.metadata().unwrap();
            if metadata.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|it| it != "lock") {
                found.insert(path, (metadata.ino(), metadata.mtime(), metadata.mtime_nsec()));
            }
        }
    }
    found
}

#[test]
fn an_answer_writes_nothing_if_nothing_has_changed() {
    let fixture = known();
    look(&fixture, Looking::Usual, 3);
    let before = cache_of(&fixture);
    assert!(3 < before.len(), "{before:?}");
    for looking in [Looking::Usual, Looking::EveryFile, Looking::Folders, Looking::Nothing] {
        look(&fixture, looking, 3);
        assert_eq!(cache_of(&fixture), before, "{looking:?}");
    }
    fixture.write("old/5", "Title 5\n20260305\nhttps://a.example/5\nSeals.\n");
    assert_eq!(look(&fixture, Looking::Usual, 3).n_hits, 5);
    assert_ne!(cache_of(&fixture), before);
}
