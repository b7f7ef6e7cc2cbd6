//! What a single file leaves open is decided by the other files, and by nothing else: the same
//! directory has the same dates, whatever was read before.

use std::collections::BTreeMap;

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{base::Clean, domain::Problem};

/// A text with a date in numbers, of an outlet or of none.
fn dated(date: &str, outlet: &str) -> String {
    match outlet {
        "" => format!("Tide {date}\n{date}\n\nThe water rose at six.\n"),
        _ => format!("Tide {date}\n{date}\nhttps://{outlet}.example/{date}\nThe water rose.\n"),
    }
}

/// The day of each file, by its path.
fn days(library: &Library) -> BTreeMap<String, String> {
    let day = |headline: Headline| {
        let day = headline.date.map_or_else(|| "open".to_owned(), |day| day.to_string());
        let shown = library.article(headline.id).unwrap();
        assert_eq!(shown.date, headline.date, "the reader shows what the list says");
        (headline.path.to_str().unwrap().to_owned(), day)
    };
    all(library).into_iter().map(day).collect()
}

fn expect(library: &Library, expected: &[(&str, &str)]) {
    let expected: BTreeMap<_, _> =
        expected.iter().map(|(path, day)| ((*path).to_owned(), (*day).to_owned())).collect();
    assert_eq!(days(library), expected);
}

#[test]
fn other_files_say_which_number_is_the_day_as_long_as_they_agree() {
    let fixture = Fixture::new(&[
        ("1.txt", &dated("05/06/2017", "mill")),
        ("2.txt", &dated("08/12/2017", "mill")),
    ]);
    let open = [("1.txt", "open"), ("2.txt", "open")];
    let library = fixture.scan();
    expect(&library, &open);
    let stated = Clean::new("05/06/2017");
    let first = all(&library).into_iter().find(|it| it.path == Path::new("1.txt")).unwrap();
    assert_eq!(first.problems, [Problem::OpenDate { stated }]);
    assert_eq!(library.counts().n_problems, 2);
    fixture.write("3.txt", &dated("23/12/2017", "mill"));
    let library = fixture.scan();
    let settled = [("1.txt", "2017-06-05"), ("2.txt", "2017-12-08"), ("3.txt", "2017-12-23")];
    expect(&library, &settled);
    assert_eq!(library.counts().n_problems, 0);
    assert_eq!(found(&library, "water"), ["Tide 23/12/2017", "Tide 08/12/2017", "Tide 05/06/2017"]);
    // Another proves the contrary; then it goes; then the proof is edited away.
    fixture.write("4.txt", &dated("12/23/2017", "mill"));
    expect(&fixture.scan(), &[&open[..], &[settled[2], ("4.txt", "2017-12-23")]].concat());
    fs::remove_file(fixture.path("4.txt")).unwrap();
    expect(&fixture.scan(), &settled);
    fixture.write("3.txt", &dated("2017-12-23", "mill"));
    expect(&fixture.scan(), &[&open[..], &settled[2..]].concat());
    fixture.write("3.txt", &dated("12/23/2017", "mill"));
    let other = [("1.txt", "2017-05-06"), ("2.txt", "2017-08-12"), ("3.txt", "2017-12-23")];
    expect(&fixture.scan(), &other);
}

#[test]
fn outlets_may_have_habits_of_their_own() {
    let fixture = Fixture::new(&[
        ("a.txt", &dated("05/06/2017", "mill")),
        ("b.txt", &dated("23/12/2017", "mill")),
        ("c.txt", &dated("05/06/2017", "quay")),
        ("d.txt", &dated("12/23/2017", "quay")),
        ("e.txt", &dated("05/06/2017", "dyke")),
    ]);
    expect(
        &fixture.scan(),
        &[
            ("a.txt", "2017-06-05"),
            ("b.txt", "2017-12-23"),
            ("c.txt", "2017-05-06"),
            ("d.txt", "2017-12-23"),
            ("e.txt", "open"),
        ],
    );
    fs::remove_file(fixture.path("d.txt")).unwrap();
    expect(
        &fixture.scan(),
        &[
            ("a.txt", "2017-06-05"),
            ("b.txt", "2017-12-23"),
            ("c.txt", "2017-06-05"),
            ("e.txt", "2017-06-05"),
        ],
    );
}

#[test]
fn marks_stay_and_nothing_is_new_or_changed_when_a_date_is_settled() {
    let fixture = Fixture::new(&[("1.txt", &dated("05/06/2017", "mill"))]);
    let library = fixture.scan();
    let id = all(&library)[0].id;
    let change = MarkChange { mark: Mark::Starred, value: true, ids: vec![id] };
    fixture.marks().apply(&change).unwrap();
    fixture.write("2.txt", &dated("23/12/2017", "mill"));
    let library = fixture.scan();
    let settled = all(&library).into_iter().find(|it| it.id == id).unwrap();
    assert!(settled.has(Mark::Starred) && settled.date.is_some());
    assert_eq!(library.counts().n_changed, 0);
}

#[test]
fn a_reader_behind_the_writer_has_the_writers_dates() {
    let fixture = Fixture::new(&[("1.txt", &dated("05/06/2017", "mill"))]);
    let writer = Live::start(&fixture);
    writer.until(&["Tide 05/06/2017"], "water", &["Tide 05/06/2017"]);
    let second = Live::start(&fixture);
    fixture.write("2.txt", &dated("23/12/2017", "mill"));
    let titles = ["Tide 23/12/2017", "Tide 05/06/2017"];
    for live in [&writer, &second] {
        live.until(&titles, "water", &titles);
        expect(&live.library, &[("1.txt", "2017-06-05"), ("2.txt", "2017-12-23")]);
    }
    fs::remove_file(fixture.path("2.txt")).unwrap();
    for live in [&writer, &second] {
        live.until(&titles[1..], "water", &titles[1..]);
        expect(&live.library, &[("1.txt", "open")]);
    }
}

/// What happens to a file.
#[derive(Debug, Clone)]
enum Step {
    Write { path: &'static str, date: &'static str, outlet: &'static str },
    Remove { path: &'static str },
}

fn step() -> impl Strategy<Value = Step> {
    let path = prop::sample::select(vec!["1.txt", "2.txt", "a/1.txt", "a/2.txt", "b/1.txt"]);
    let dates = vec!["05/06/2017", "08/12/2017", "23/12/2017", "12/23/2017", "2017-01-01"];
    let (date, outlet) =
        (prop::sample::select(dates), prop::sample::select(vec!["mill", "quay", ""]));
    prop_oneof![
        4 => (path.clone(), date, outlet)
            .prop_map(|(path, date, outlet)| Step::Write { path, date, outlet }),
        1 => path.prop_map(|path| Step::Remove { path }),
    ]
}

/// All that is listed, with all of its columns.
fn said(library: &Library) -> Vec<String> {
    let said = |it: Headline| {
        let places = library.places(it.id, usize::MAX).unwrap();
        let places: Vec<_> = places.into_iter().map(|it| it.path).collect();
        format!("{:?} {} {:?} {:?}", it.date, it.title, it.problems, places)
    };
    all(library).into_iter().map(said).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_same_directory_has_the_same_dates_from_any_history(
        rounds in vec(vec(step(), 1..4), 1..6)
    ) {
        let fixture = Fixture::new(&[]);
        for steps in &rounds {
            for step in steps {
                match step {
                    Step::Write { path, date, outlet } => fixture.write(path, &dated(date, outlet)),
                    Step::Remove { path } => drop(fs::remove_file(fixture.path(path))),
                }
            }
            let known = said(&fixture.scan());
            let ours = tempfile::tempdir().unwrap();
            let own_folders = OwnFolders { cache: ours.path().join("c"), data: ours.path().join("d"), ..OwnFolders::default() };
            let settings = Fixture::settings(false, Limits::default());
            let folder = fixture.folder.path();
            let (library, keeper, _) =
                Keeper::open(folder, &own_folders, ReadingSettings::default(), settings).unwrap();
            let (_sender, inbox) = channel();
            keeper.run_once(&inbox, &mut |_| ());
            prop_assert_eq!(known, said(&library));
        }
    }
}
