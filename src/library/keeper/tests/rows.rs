//! What changes while work on it is still to be done: rows that are replaced, folders that go, and
//! the request to leave.

use std::{fs, path::Path, sync::mpsc::channel};

use super::super::{Keeper, Limits, Request, Stop, apply::Job};
use crate::{
    domain::Seq,
    library::{
        Library,
        tests::{Fixture, article},
    },
    storage::catalogue::Record,
};

/// The same article in the folders `a` and `b`, known to a keeper that does not watch them.
struct Copies {
    fixture: Fixture,
    library: Library,
    keeper: Keeper,
}

impl Copies {
    fn new() -> Self {
        let text = article("The ferry", "20260301", "It sails.");
        let fixture = Fixture::new(&[("a/ferry.txt", &text), ("b/ferry.txt", &text)]);
        let (library, mut keeper, _) = fixture.open_with(false, Limits::default());
        let (_sender, inbox) = channel();
        keeper.reconcile(&inbox, &mut |_| ());
        Self { fixture, library, keeper }
    }

    fn folder(&self, name: &str) -> u32 {
        self.keeper.folder_number(Path::new(name)).unwrap()
    }

    fn row(&mut self, folder: u32) -> (Seq, Record) {
        self.keeper.row_of_file(folder, "ferry.txt".as_ref()).unwrap()
    }

    fn remove(&mut self, (seq, record): (Seq, Record)) {
        self.keeper.apply(vec![Job::Remove { seq, record }], &mut |_| ());
    }

    /// The paths of all rows, those of files that are not articles, too.
    fn paths(&mut self) -> Vec<String> {
        self.keeper.publish(&mut |_| ());
        let snapshot = self.library.snapshot();
        let live = snapshot.live_rows();
        let mut records = Vec::new();
        snapshot
            .each_record(Seq(0), |seq, it| records.extend(live.contains(seq.0).then_some(it)))
            .unwrap();
        records.iter().map(|it| snapshot.path(it).unwrap().display().to_string()).collect()
    }
}

#[test]
fn a_file_that_was_to_take_over_is_removed_whatever_it_holds_by_then() {
    for text in [Some("Another\n20260302\nhttps://a.example/2\nText.\n"), Some(""), None] {
        let mut copies = Copies::new();
        let (a, b) = (copies.folder("a"), copies.folder("b"));
        let (first, second) = (copies.row(a), copies.row(b));
        let path = copies.fixture.path("b/ferry.txt");
        if let Some(text) = text {
            fs::write(&path, text).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
            fs::create_dir(&path).unwrap();
        }
        // It is read again, since it is the only place that is left.
        copies.remove(first);
        assert_eq!(copies.paths(), ["b/ferry.txt"], "{text:?}");
        // Whoever listed the folder before knows it by the row that it had then.
        copies.remove(second);
        assert_eq!(copies.paths(), [""; 0], "{text:?}");
    }
}

#[test]
fn a_request_to_leave_that_was_met_amid_other_work_is_not_forgotten() {
    let mut copies = Copies::new();
    let (requests, inbox) = channel();
    requests.send(Request::Changed(Vec::new())).unwrap();
    requests.send(Request::Leave).unwrap();
    // As a look at all folders asks, between two of them.
    while !copies.keeper.is_stopped(&inbox) {}
    assert!(!copies.keeper.waiting.is_empty());
    copies.keeper.answer_waiting(&inbox, &mut |_| ());
    assert_eq!(copies.keeper.progress.stop, Some(Stop::Leave));
}

#[test]
fn a_folder_that_is_gone_gets_no_rows() {
    let mut copies = Copies::new();
    let (a, b) = (copies.folder("a"), copies.folder("b"));
    let (first, second) = (copies.row(a), copies.row(b));
    // Its files are still to be read when the folder is given up.
    let job = |folder: u32, old| {
        let (name, path) = ("ferry.txt".into(), Path::new("b/ferry.txt").to_owned());
        Job::Read { folder, name, target: path.clone(), path, old }
    };
    let mut jobs = vec![job(b, Some(second))];
    copies.keeper.forget_folders(&[b], &mut jobs);
    copies.keeper.apply(jobs, &mut |_| ());
    assert_eq!(copies.paths(), ["a/ferry.txt"]);
    // Nor does a copy in it take over before its own row is removed.
    let mut copies = Copies::new();
    let mut jobs = Vec::new();
    copies.keeper.forget_folders(&[b], &mut jobs);
    copies.remove(first);
    assert_eq!(copies.paths(), [""; 0]);
}
