//! Folded days: rows of the list, and still articles of it.

use super::{Fixture, all};
use crate::{
    domain::{Folds, Listing, Mark, MarkChange, View},
    library::{Cancel, Listed},
};

#[test]
fn a_folded_day_is_one_row_and_its_articles_are_still_of_the_list() {
    let fixture = Fixture::new(&[
        ("1", "first\n20260301\nhttps://b.example/1\nText.\n"),
        ("2", "second\n20260302\nhttps://a.example/1\nText.\n"),
        ("3", "second too\n20260302\nhttps://a.example/2\nText.\n"),
        ("4", "third\n20260303\nhttps://b.example/2\nText.\n"),
        ("5", "third too\n20260303\nhttps://b.example/3\nText.\n"),
        ("6", "no day\n\nText.\n"),
    ]);
    let library = fixture.scan();
    let mut folds = Folds::default();
    folds.toggle(chrono::NaiveDate::from_ymd_opt(2026, 3, 2));
    let list = |view, is_reversed, folds: &Folds| {
        let folds = folds.clone();
        let listing = Listing { view, is_reversed, folds, ..Listing::default() };
        library.list(&listing, None, &Cancel::never()).unwrap()
    };
    let rows = |listed: &Listed| -> Vec<(String, usize)> {
        let rows = library.headlines(listed, 0..99).unwrap();
        rows.iter()
            .map(|row| (row.title.to_string(), row.folded.map_or(0, |it| it.n_articles)))
            .collect()
    };
    let row = |title: &str, n: usize| (title.to_owned(), n);
    let mut expected =
        vec![row("third", 0), row("third too", 0), row("second", 2), row("first", 0)];
    expected.push(row(&all(&library)[5].title, 0));
    for view in [View::All, View::Unread] {
        let listed = list(view, false, &folds);
        assert_eq!(rows(&listed), expected);
        let hidden = all(&library)[3].id;
        assert_eq!(library.locate(&listed, hidden), Some(2));
        assert_eq!(library.unread_beside(&listed, 1, true), Some(3));
        assert_eq!(library.ids_of(&listed).unwrap().len(), 6);
        let reversed = list(view, true, &folds);
        assert_eq!(rows(&reversed), expected.iter().rev().cloned().collect::<Vec<_>>());
        assert_eq!(library.locate(&reversed, hidden), Some(2));
        let counts: Vec<usize> =
            rows(&list(view, false, &Folds::all())).iter().map(|row| row.1).collect();
        assert_eq!(counts, [2, 2, 1, 1]);
    }
}

#[test]
fn a_folded_day_says_how_many_of_its_articles_are_unread() {
    let fixture = Fixture::new(&[
        ("1", "first\n20260301\nhttps://b.example/1\nText.\n"),
        ("2", "second\n20260302\nhttps://a.example/1\nText.\n"),
        ("3", "second too\n20260302\nhttps://a.example/2\nText.\n"),
    ]);
    let library = fixture.scan();
    let mut folds = Folds::default();
    folds.toggle(chrono::NaiveDate::from_ymd_opt(2026, 3, 2));
    let list = |view, is_reversed| {
        let listing = Listing { view, is_reversed, folds: folds.clone(), ..Listing::default() };
        library.list(&listing, None, &Cancel::never()).unwrap()
    };
    let n_unread = |listed: &Listed| -> Vec<usize> {
        let rows = library.headlines(listed, 0..9).unwrap();
        rows.iter().map(|row| row.folded.map_or(0, |it| it.n_unread)).collect()
    };
    let unread = list(View::Unread, false);
    assert_eq!(n_unread(&unread), [2, 0]);
    let ids = vec![all(&library)[1].id];
    let change = MarkChange { mark: Mark::Read, value: true, ids };
    library.take_marks(&fixture.marks().apply(&change).unwrap().unwrap()).unwrap();
    assert_eq!(n_unread(&unread), [1, 0]);
    assert_eq!(n_unread(&list(View::All, true)), [0, 1]);
}
