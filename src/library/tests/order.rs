//! The list depends on the files alone, and every file of an article is a place of it: compared
//! with a sort of the files from scratch.

use std::{cmp::Ordering, collections::BTreeMap};

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::base::natural;

/// The files of a library, and what they hold.
#[derive(Debug, Default)]
struct Model {
    files: BTreeMap<String, Text>,
}

/// One of a few texts: its number and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Text {
    number: u32,
    day: Option<u32>,
}

impl Text {
    fn written(self) -> String {
        let Self { number, day } = self;
        let date = day.map_or_else(|| "no date".to_owned(), |day| format!("202603{day:02}"));
        let words = ["ferry", "ferry boat", "boat", "harbour ferry"][number as usize % 4];
        article(&format!("Text {number}"), &date, words)
    }
}

fn by_path(one: &str, two: &str) -> Ordering {
    let (mut ones, mut twos) = (one.split('/'), two.split('/'));
    loop {
        match (ones.next(), twos.next()) {
            (Some(one), Some(two)) => match natural(one.as_bytes(), two.as_bytes()) {
                Ordering::Equal => (),
                other => return other,
            },
            (one, two) => return one.cmp(&two),
        }
    }
}

impl Model {
    /// Every article by the paths of its files, newest day first, then by path.
    fn list(&self) -> Vec<Vec<String>> {
        let mut texts: BTreeMap<Text, Vec<String>> = BTreeMap::new();
        for (path, text) in &self.files {
            texts.entry(*text).or_default().push(path.clone());
        }
        let mut list: Vec<(Option<u32>, Vec<String>)> =
            texts.into_iter().map(|(text, paths)| (text.day, paths)).collect();
        for (_, paths) in &mut list {
            paths.sort_by(|one, two| by_path(one, two));
        }
        list.sort_by(|one, two| two.0.cmp(&one.0).then_with(|| by_path(&one.1[0], &two.1[0])));
        list.into_iter().map(|(_, paths)| paths).collect()
    }
}

fn listed(library: &Library, listing: &Listing) -> Vec<Vec<String>> {
    let listed = library.list(listing, None, &Cancel::never()).unwrap();
    let rows = library.headlines(&listed, 0..listed.len()).unwrap();
    let places = |headline: &Headline| {
        let places = library.places(headline.id, usize::MAX).unwrap();
        assert_eq!(places.len(), headline.n_files());
        assert_eq!(places[0].path, headline.path);
        places.into_iter().map(|it| it.path.to_str().unwrap().to_owned()).collect()
    };
    rows.iter().map(places).collect()
}

/// Asserts that a library lists just what a model holds, forwards and backwards.
fn check(library: &Library, model: &Model) {
    let expected = model.list();
    assert_eq!(listed(library, &Listing::default()), expected);
    let reversed = Listing { is_reversed: true, ..Listing::default() };
    assert_eq!(listed(library, &reversed), expected.iter().rev().cloned().collect::<Vec<_>>());
    let counts = library.counts();
    assert_eq!(counts.n_articles + counts.n_copies, model.files.len());
    for order in [Order::Source, Order::Title] {
        let listing = Listing { order, ..Listing::default() };
        let mut paths = listed(library, &listing);
        paths.sort();
        let mut all = expected.clone();
        all.sort();
        assert_eq!(paths, all, "{order:?}");
    }
}

/// What somebody does to the files.
#[derive(Debug, Clone)]
enum Deed {
    Write(String, Text),
    Remove(usize),
    Rename(usize, String),
    RenameFolder(&'static str, &'static str),
    /// The program is started and ended.
    Start,
    /// It is started without what it knew.
    StartAfresh,
}

fn deed() -> impl Strategy<Value = Deed> {
    let path = "((2|10|b)/)?((2|10|b)/)?[ab]?(9|10|010)\\.txt";
    let text = (0u32..6, prop::option::weighted(0.7, 1u32..4));
    let text = text.prop_map(|(number, day)| Text { number, day });
    let folder = prop::sample::select(vec!["2", "10", "b", "c"]);
    prop_oneof![
        8 => (path, text).prop_map(|(path, text)| Deed::Write(path, text)),
        2 => (0usize..20).prop_map(Deed::Remove),
        2 => (0usize..20, path).prop_map(|(nth, path)| Deed::Rename(nth, path)),
        1 => (folder.clone(), folder).prop_map(|(from, to)| Deed::RenameFolder(from, to)),
        3 => Just(Deed::Start),
        1 => Just(Deed::StartAfresh),
    ]
}

/// Does it to the files of a fixture and to a model of them; what cannot be done is not.
fn perform(deed: &Deed, fixture: &Fixture, model: &mut Model) {
    let is_free = |path: &str, model: &Model| {
        let is_inside = |one: &str, two: &str| one.starts_with(&format!("{two}/"));
        !model.files.keys().any(|it| is_inside(it, path) || is_inside(path, it))
    };
    match deed {
        Deed::Write(path, text) if is_free(path, model) => {
            fixture.write(path, &text.written());
            model.files.insert(path.clone(), *text);
        }
        Deed::Remove(nth) => {
            let Some(path) = model.files.keys().nth(*nth).cloned() else { return };
            fs::remove_file(fixture.path(&path)).unwrap();
            model.files.remove(&path);
        }
        Deed::Rename(nth, to) => {
            let Some(path) = model.files.keys().nth(*nth).cloned() else { return };
            if is_free(to, model) {
                fs::create_dir_all(fixture.path(to).parent().unwrap()).unwrap();
                fs::rename(fixture.path(&path), fixture.path(to)).unwrap();
                let text = model.files.remove(&path).unwrap();
                model.files.insert(to.clone(), text);
            }
        }
        Deed::RenameFolder(from, to) => {
            if fixture.path(from).is_dir() && !fixture.path(to).exists() {
                fs::rename(fixture.path(from), fixture.path(to)).unwrap();
                let start = format!("{from}/");
                let moved: Vec<String> =
                    model.files.keys().filter(|it| it.starts_with(&start)).cloned().collect();
                for path in moved {
                    let text = model.files.remove(&path).unwrap();
                    model.files.insert(format!("{to}/{}", &path[start.len()..]), text);
                }
            }
        }
        Deed::Write(..) | Deed::Start | Deed::StartAfresh => (),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_list_is_that_of_the_files_whatever_happened_before(deeds in vec(deed(), 1..30)) {
        let (fixture, mut model) = (Fixture::new(&[]), Model::default());
        for deed in &deeds {
            perform(deed, &fixture, &mut model);
            match deed {
                Deed::Start => check(&fixture.scan(), &model),
                Deed::StartAfresh => {
                    fs::remove_dir_all(fixture.own_folders().cache).ok();
                    check(&fixture.scan(), &model);
                }
                _ => (),
            }
        }
        let library = fixture.scan();
        check(&library, &model);
        for query in ["ferry", "boat", "ferry -boat", "fe", "har fe"] {
            let query = Some(Query::typed(query));
            let listing = Listing { query, ..Listing::default() };
            let all = listed(&library, &listing);
            let whole = model.list();
            prop_assert!(all.iter().all(|it| whole.contains(it)));
            prop_assert!(whole.iter().filter(|it| all.contains(it)).eq(&all), "in the list's order");
        }
    }
}

#[test]
fn a_first_page_is_the_beginning_of_the_whole_answer() {
    let fixture = Fixture::new(&[]);
    // Names whose order is neither that of the bytes nor that of writing.
    let write = |numbers: std::ops::Range<u32>| {
        for number in numbers.map(|number| number * 257 % 1000) {
            let day = [Some(4), Some(3), Some(2), Some(1), None][number as usize % 5];
            let text = Text { number: 4 * number, day };
            fixture.write(&format!("{}/{number}.txt", number % 7), &text.written());
        }
    };
    let check = || {
        let library = fixture.scan();
        for query in ["ferry", "fer", "text ", "\"text 12", "ferry -boat"] {
            let query = Some(Query::typed(query));
            let listing = Listing { query, ..Listing::default() };
            let whole = library.list(&listing, None, &Cancel::never()).unwrap();
            let is_beginning = |page: &Listed| {
                let rows = 0..page.len();
                page.seqs(rows.clone()).eq(whole.seqs(rows))
            };
            let mut parts = Vec::new();
            let mut meanwhile = |part: Listed| parts.push(part);
            let page = library.first_page(&listing, &Cancel::never(), &mut meanwhile).unwrap();
            assert!(page.iter().chain(&parts).all(is_beginning), "{:?}", listing.query);
        }
        let query = Some(Query::typed("ferry"));
        let listing = Listing { query, ..Listing::default() };
        let page = library.first_page(&listing, &Cancel::never(), &mut |_| ()).unwrap();
        assert_eq!(page.map(|page| page.len()), Some(300), "a page is what this is about");
    };
    write(0..400);
    check();
    write(400..1000);
    check();
}

#[test]
fn an_article_in_several_files_counts_for_the_source_of_each() {
    let text = "A headline\n20260301\n\nSome text.\n";
    let fixture = Fixture::new(&[
        ("politics/b.txt", text),
        ("business/a.txt", text),
        ("business/c.txt", text),
        ("business/other.txt", "Another\n20260302\n\nMore text.\n"),
    ]);
    let library = fixture.scan();
    let rows = all(&library);
    assert_eq!((rows.len(), library.counts().n_copies), (2, 2));
    let one = &rows[1];
    assert_eq!((one.path.to_str(), one.source.as_str()), (Some("business/a.txt"), "business"));
    let places = library.places(one.id, 9).unwrap();
    let places: Vec<_> =
        places.iter().map(|it| (it.path.to_str().unwrap(), it.source.as_str())).collect();
    let expected = [
        ("business/a.txt", "business"),
        ("business/c.txt", "business"),
        ("politics/b.txt", "politics"),
    ];
    assert_eq!(places, expected);
    let sources = library.sources(9).unwrap();
    let said: Vec<_> = sources.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(said, [("business", 2), ("politics", 1)]);
    let listed = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
    assert_eq!(Library::row_of_source(&listed, 0, "politics").unwrap(), Some(1));
    for name in ["politics/b.txt", "business/a.txt", "business/c.txt", &one.id.to_string()[..9]] {
        assert_eq!(library.resolve(name.as_ref()).unwrap(), Named::Article(one.id), "{name}");
    }
}

#[test]
fn a_place_that_is_edited_is_an_article_of_its_own_and_the_others_stay() {
    let text = article("One", "20260301", "The ferry sails.");
    let fixture = Fixture::new(&[("a.txt", &text), ("b.txt", &text), ("c.txt", &text)]);
    let id = all(&fixture.scan())[0].id;
    let change = MarkChange { mark: Mark::Starred, value: true, ids: vec![id] };
    fixture.marks().apply(&change).unwrap();
    fixture.write("a.txt", &article("One", "20260301", "The ferry sails today."));
    let library = fixture.scan();
    let rows = all(&library);
    let said: Vec<_> = rows.iter().map(|it| (it.path.to_str().unwrap(), it.n_copies)).collect();
    assert_eq!(said, [("a.txt", 0), ("b.txt", 1)]);
    assert!(rows[1].id == id && rows[1].has(Mark::Starred));
    assert_eq!(found(&library, "sails"), ["One", "One"]);
    fs::remove_file(fixture.path("b.txt")).unwrap();
    let library = fixture.scan();
    let rows = all(&library);
    assert_eq!((rows[1].path.to_str(), rows[1].n_copies), (Some("c.txt"), 0));
    assert!(rows[1].id == id && rows[1].has(Mark::Starred));
    assert_eq!(found(&library, "sails"), ["One", "One"]);
}

#[test]
fn one_that_follows_sees_that_a_copy_has_gone_and_another_is_the_first() {
    let text = article("One", "20260301", "The ferry sails.");
    let fixture = Fixture::new(&[("b.txt", &text), ("c.txt", &text)]);
    let first = Live::start(&fixture);
    first.until(&["One"], "ferry", &["One"]);
    let second = Live::start(&fixture);
    second.until(&["One"], "ferry", &["One"]);
    let wait = |expected: &[&str]| {
        let deadline = Instant::now() + LIMIT;
        loop {
            let rows = all(&second.library);
            let known = rows.first().map(|row| second.library.places(row.id, 9));
            let places = known.and_then(Result::ok).unwrap_or_default();
            if places.iter().map(|it| it.path.to_str().unwrap()).eq(expected.iter().copied()) {
                return;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(second.news.recv_timeout(left).is_ok(), "{places:?} are not {expected:?}");
        }
    };
    wait(&["b.txt", "c.txt"]);
    fs::remove_file(fixture.path("c.txt")).unwrap();
    wait(&["b.txt"]);
    fixture.write("a.txt", &text);
    wait(&["a.txt", "b.txt"]);
    fs::remove_file(fixture.path("a.txt")).unwrap();
    wait(&["b.txt"]);
}
