//! The catalogue as its writer and its readers see it.

use std::{collections::BTreeMap, ffi::OsStr};

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{base::natural, domain::NotAnArticle};

fn row(number: u8, day: Option<u32>) -> NewRow {
    NewRow {
        id: ArticleId([number; 16]),
        date: day.and_then(|day| NaiveDate::from_ymd_opt(2022, 2, day)),
        stamp: Stamp::default(),
        folder: 0,
        source: "bbc.co.uk".into(),
        n_words: 1,
        n_paragraphs: 1,
        kind: Kind::Article,
        copy_of: None,
        hints: crate::domain::Hints::default(),
        language: crate::domain::ArticleLanguage::UNKNOWN,
    }
}

fn named(name: &str) -> Strings {
    Strings { name: name.into(), title: name.into(), ..Strings::default() }
}

fn titles(snapshot: &Snapshot) -> Vec<String> {
    let title = |rank: &Rank| {
        let record = snapshot.record(rank.seq()).unwrap();
        snapshot.strings(&record).unwrap().title.to_string()
    };
    snapshot.ranks().iter().map(title).collect()
}

#[test]
fn rows_come_newest_first_and_survive_a_new_opening() {
    let place = tempfile::tempdir().unwrap();
    let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
    catalogue.append(row(1, Some(3)), &named("old"));
    catalogue.append(row(2, None), &named("undated"));
    assert_eq!(titles(&catalogue.snapshot().unwrap()), ["old", "undated"]);
    catalogue.append(row(3, Some(5)), &named("new"));
    catalogue.commit().unwrap();
    let reopened = Catalogue::open(place.path(), 1).unwrap().snapshot().unwrap();
    assert_eq!(titles(&reopened), ["new", "old", "undated"]);
    assert_eq!(titles(&open_shared(place.path(), 1).unwrap()), ["new", "old", "undated"]);
    assert_eq!(reopened.state().sources.names.len(), 1);
}

#[test]
fn what_was_not_committed_is_forgotten_and_written_over() {
    let place = tempfile::tempdir().unwrap();
    let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
    catalogue.append(row(1, Some(3)), &named("kept"));
    catalogue.commit().unwrap();
    catalogue.append(row(2, Some(4)), &named("lost in a crash"));
    catalogue.snapshot().unwrap();
    drop(catalogue);
    let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
    catalogue.append(row(3, Some(4)), &named("after"));
    assert_eq!(titles(&catalogue.snapshot().unwrap()), ["after", "kept"]);
}

#[test]
fn removed_rows_leave_the_order() {
    let mut catalogue = Catalogue::in_memory(1).unwrap();
    let (first, _) = catalogue.append(row(1, Some(3)), &named("first"));
    catalogue.append(row(2, Some(4)), &named("second"));
    let mut other = row(3, None);
    other.kind = Kind::NotAnArticle;
    let strings = Strings { reason: Some(NotAnArticle::Binary), ..named("picture") };
    let (other, _) = catalogue.append(other, &strings);
    let before = catalogue.snapshot().unwrap();
    for seq in [first, other] {
        let record = catalogue.record(seq).unwrap();
        catalogue.remove(seq, &record);
    }
    let after = catalogue.snapshot().unwrap();
    assert_eq!(
        (titles(&before), before.state().others.len()),
        (vec!["second".into(), "first".into()], 1)
    );
    assert_eq!((titles(&after), after.state().others.len()), (vec!["second".into()], 0));
    assert!(!after.alive().contains(first.0));
}

#[test]
fn other_settings_or_a_damaged_file_start_anew() {
    let place = tempfile::tempdir().unwrap();
    let make = || {
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        catalogue.append(row(1, Some(3)), &named("a"));
        catalogue.commit().unwrap();
        catalogue.state().key
    };
    let key = make();
    let renewed = Catalogue::open(place.path(), 2).unwrap();
    assert_eq!((renewed.state().n_rows, renewed.state().key == key), (0, false));
    let key = make();
    fs::write(rows_path(place.path(), key), "short").unwrap();
    assert_eq!(Catalogue::open(place.path(), 1).unwrap().state().n_rows, 0);
    make();
    fs::write(place.path().join(STATE_FILE), "nonsense").unwrap();
    assert_eq!(Catalogue::open(place.path(), 1).unwrap().state().n_rows, 0);
    assert!(open_shared(place.path(), 7).is_none());
}

#[test]
fn a_damaged_name_that_decides_the_order_is_an_error_and_nothing_is_lost() {
    let mut catalogue = Catalogue::in_memory(1).unwrap();
    catalogue.append(row(1, Some(3)), &named("b"));
    catalogue.snapshot().unwrap();
    let mut byte = [0];
    catalogue.files.text.read_exact_at(&mut byte, 4).unwrap();
    catalogue.files.text.write_all_at(b"?", 4).unwrap();
    catalogue.append(row(2, Some(3)), &named("a"));
    assert_eq!(catalogue.snapshot().unwrap_err().kind(), io::ErrorKind::InvalidData);
    catalogue.files.text.write_all_at(&byte, 4).unwrap();
    assert_eq!(titles(&catalogue.snapshot().unwrap()), ["a", "b"]);
}

/// What a file is sorted by, said in another way than the catalogue does.
type Key = (std::cmp::Reverse<Option<u32>>, Vec<Natural>);

/// A name in natural order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Natural(String);

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        natural(self.0.as_bytes(), other.0.as_bytes())
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// What is done to a catalogue.
#[derive(Debug, Clone)]
enum Step {
    /// A day, a folder, a name, and the article that it is a copy of.
    Enter(Option<u32>, u32, String, Option<usize>),
    Remove(usize),
    Publish,
    Commit,
    Reopen,
    Compact,
}

fn step() -> impl Strategy<Value = Step> {
    let day = prop::option::of(1u32..4);
    let enter = (day, 0u32..5, "[ab]?(9|10|010|2)?[ab]?", prop::option::weighted(0.3, 0usize..40));
    prop_oneof![
        8 => enter.prop_map(|(day, folder, name, of)| Step::Enter(day, folder, name, of)),
        3 => (0usize..40).prop_map(Step::Remove),
        1 => Just(Step::Publish),
        1 => Just(Step::Commit),
        1 => Just(Step::Reopen),
        1 => Just(Step::Compact),
    ]
}

/// The names of the folders in which a file lies, and its own.
fn path(folder: u32, name: &str) -> Vec<Natural> {
    let folders: &[&str] = match folder {
        0 => &[],
        1 => &["9"],
        2 => &["10"],
        3 => &["10", "a"],
        _ => &["b"],
    };
    folders.iter().chain([&name]).map(|name| Natural((*name).to_owned())).collect()
}

fn seq_of(snapshot: &Snapshot, named: u32) -> Option<Seq> {
    let mut found = None;
    let live = snapshot.live_rows();
    let take = |seq: Seq, record: Record| {
        if record.n_words == named && live.contains(seq.0) {
            found = Some(seq);
        }
    };
    snapshot.each_record(Seq(0), take).unwrap();
    found
}

proptest! {
    #[test]
    fn rows_are_in_the_order_of_day_and_path_after_any_history(steps in vec(step(), 1..60)) {
        let place = tempfile::tempdir().unwrap();
        let mut catalogue = Catalogue::open(place.path(), 1).unwrap();
        for (parent, name) in [(0, "9"), (0, "10"), (2, "a"), (0, "b")] {
            catalogue.state_mut().folders.push(Folder::new(parent, OsStr::new(name)));
        }
        catalogue.commit().unwrap();
        // By a number that each row has for good; its key, and the article it is a copy of.
        let mut model: BTreeMap<u32, (Key, Option<u32>)> = BTreeMap::new();
        let mut n_made = 0;
        for step in steps {
            match step {
                Step::Enter(day, folder, name, of) => {
                    let key = (std::cmp::Reverse(day), path(folder, &name));
                    if model.values().any(|(other, _)| other.1 == key.1) {
                        continue;
                    }
                    n_made += 1;
                    let articles = model.iter().filter(|(_, (_, of))| of.is_none());
                    let articles: Vec<u32> = articles.map(|(number, _)| *number).collect();
                    let of = of.and_then(|of| articles.get(of).copied());
                    let copy_of = of.map(|of| seq_of(&catalogue.snapshot().unwrap(), of).unwrap());
                    let row = NewRow { folder, n_words: n_made, copy_of, ..row(1, day) };
                    catalogue.append(row, &named(&name));
                    model.insert(n_made, (key, of));
                }
                Step::Remove(nth) => {
                    let Some((&number, &(_, of))) = model.iter().nth(nth) else { continue };
                    // An article goes with its copies: nobody takes over here.
                    let mut gone = vec![number];
                    if of.is_none() {
                        let copies = model.iter().filter(|(_, (_, of))| *of == Some(number));
                        gone.splice(0..0, copies.map(|(copy, _)| *copy));
                    }
                    let snapshot = catalogue.snapshot().unwrap();
                    for number in gone {
                        let seq = seq_of(&snapshot, number).unwrap();
                        let record = catalogue.record(seq).unwrap();
                        prop_assert!(catalogue.remove(seq, &record).is_some());
                        prop_assert!(catalogue.remove(seq, &record).is_none());
                        model.remove(&number);
                    }
                }
                Step::Publish => drop(catalogue.snapshot().unwrap()),
                Step::Commit => catalogue.commit().unwrap(),
                Step::Reopen => {
                    catalogue.commit().unwrap();
                    catalogue = Catalogue::open(place.path(), 1).unwrap();
                }
                Step::Compact => catalogue = catalogue.compacted().unwrap(),
            }
        }
        let snapshot = catalogue.snapshot().unwrap();
        let number = |seq: Seq| snapshot.record(seq).unwrap().n_words;
        let sorted = |of: Option<u32>| {
            let mut rows: Vec<_> = model.iter().filter(|(_, (_, it))| *it == of).collect();
            rows.sort_by_key(|(_, (key, _))| key);
            rows.into_iter().map(|(number, _)| *number).collect::<Vec<_>>()
        };
        let listed: Vec<u32> = snapshot.ranks().iter().map(|rank| number(rank.seq())).collect();
        prop_assert_eq!(&listed, &sorted(None));
        for (place, rank) in snapshot.ranks().iter().enumerate() {
            let article = rank.seq();
            let copies = snapshot.copies_of(article).iter();
            let copies: Vec<u32> = copies.map(|copy| number(copy.rank.seq())).collect();
            prop_assert_eq!(copies, sorted(Some(number(article))));
            prop_assert_eq!(snapshot.place(article) as usize, place);
        }
        prop_assert_eq!(snapshot.live_rows().count(), model.len());
    }
}
