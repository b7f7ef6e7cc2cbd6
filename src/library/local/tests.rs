//! What the library on this disk answers.

use std::{cell::Cell, fs, sync::mpsc};

use super::*;
use crate::{
    domain::{Applied, Listing, Mark},
    library::{Keeper, KeeperSettings, Named, OwnFolders, ReadingSettings, Retry},
    query::Query,
};

/// A library of one article without an index.
fn unindexed() -> (tempfile::TempDir, Local) {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    fs::create_dir(path("news")).unwrap();
    fs::write(path("news/a.txt"), "Title\n20260301\n\nText.\n").unwrap();
    let own_folders =
        OwnFolders { cache: path("cache"), data: path("data"), ..OwnFolders::default() };
    let settings = KeeperSettings {
        index_memory_bytes: 30 << 20,
        watches: false,
        indexes: false,
        polling: crate::library::Polling::default(),
        change_unreads: false,
        limits: crate::library::Limits::default(),
    };
    let (library, keeper, _) =
        Keeper::open(&path("news"), &own_folders, ReadingSettings::default(), settings).unwrap();
    let (_sender, inbox) = mpsc::channel();
    keeper.run_once(&inbox, &mut |_| ());
    (home, Local::new(&library))
}

#[test]
fn a_search_that_fails_is_answered_so_that_its_list_does_not_wait_for_ever() {
    let (_home, local) = unindexed();
    let question = Question::List {
        list: ListName::Results,
        generation: Generation(3),
        listing: Listing { query: Query::strict("text").ok(), ..Listing::default() },
        keep: None,
        is_refresh: false,
        window: crate::library::Window::default(),
    };
    let mut said = Vec::new();
    let answered = local.answer(&question, &Cancel::never(), &mut |answer| said.push(answer));
    assert_eq!(said, []);
    let error = answered.unwrap_err();
    assert_eq!(error.retry(), Retry::OnChange);
    assert!(error.to_string().contains("results will appear"), "{error}");
    assert_eq!(question.list(), Some((ListName::Results, Generation(3))));
}

#[test]
fn an_answer_overtaken_by_a_mark_is_given_again() {
    let (_home, local) = unindexed();
    let library = local.library.clone();
    let Named::Article(id) = library.resolve("a.txt".as_ref()).unwrap() else { panic!() };

    let is_marked = Cell::new(false);
    let answer = || {
        let headline = library.headline(id).unwrap();
        if !is_marked.replace(true) {
            let change = Applied { log: 1, mark: Mark::Starred, value: true, ids: vec![id] };
            library.take_marks(&change).unwrap();
        }
        Ok(Answer::Leads {
            leads: vec![(id, Clean::new(&headline.has(Mark::Starred).to_string()))],
        })
    };
    let mut said = Vec::new();
    local.with_marks(answer, &mut |message| said.push(message)).unwrap();
    let expected =
        ["false", "true"].map(|text| Answer::Leads { leads: vec![(id, Clean::new(text))] });
    assert_eq!(said, expected);
}
