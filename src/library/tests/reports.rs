//! Words in context, batches and explanations of a library on disk.

use std::sync::{Arc, atomic::AtomicU64};

use super::*;
use crate::{
    domain::{ContextOrder, Extent, Period},
    query::Days,
};

/// A client of a library.
fn client(library: &Library) -> Client {
    Client::new(Arc::new(Local::new(library)), Cancel::never())
}

fn listing(query: &str) -> Listing {
    Listing { query: Some(Query::strict(query).unwrap()), ..Listing::default() }
}

fn wanted(order: ContextOrder, lines: std::ops::Range<usize>) -> KwicWanted {
    KwicWanted { order, n_cells: 40, lines, counts_on: false }
}

fn said(answer: &KwicAnswer) -> Vec<String> {
    let line = |it: &KwicLine| format!("{}|{}|{}", it.place.left, it.place.word, it.place.right);
    answer.lines.iter().map(line).collect()
}

fn ferries() -> Fixture {
    Fixture::new(&[
        ("1", "Old\n20260301\nhttps://a.example/1\nThe blue ferry zigzags.\nA ferry: a ferry.\n"),
        ("2", "New ferry\n20260303\nhttps://b.example/2\nThe amber ferry arrives.\n"),
        ("3", "Tram\n20260302\nhttps://b.example/3\nNo ship.\n"),
        ("4", "No day\n\nSome Ferry berths.\n"),
    ])
}

#[test]
fn lines_come_in_the_order_of_dates_or_sorted_by_the_words_around() {
    let fixture = ferries();
    let library = fixture.scan();
    let mut client = client(&library);
    let mut lines = |query: &str, order, lines| {
        let answer = client.kwic(&listing(query), wanted(order, lines), None).unwrap();
        assert!(answer.extent != Extent::Page, "another answer would have to follow");
        (said(&answer), answer.n_lines, answer.is_exact())
    };
    let by_date = [
        "New|ferry|",
        "The amber|ferry|arrives.",
        "The blue|ferry|zigzags.",
        "A|ferry|: a ferry.",
        "A ferry: a|ferry|.",
        "Some|Ferry|berths.",
    ];
    assert_eq!(
        lines("ferry", ContextOrder::Date, 0..9),
        (by_date.map(str::to_owned).to_vec(), 6, true)
    );
    let part = by_date[1..3].iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(lines("ferry", ContextOrder::Date, 1..3), (part, 5, false), "an article at a time");
    let oldest_first = lines("ferry sort:-date", ContextOrder::Date, 0..2).0;
    assert_eq!(oldest_first, ["Some|Ferry|berths.", "The blue|ferry|zigzags."]);
    let sorted = lines("ferry", ContextOrder::Right, 0..9).0;
    let rights: Vec<&str> = sorted.iter().map(|it| it.rsplit('|').next().unwrap()).collect();
    assert_eq!(rights, ["", ".", ": a ferry.", "arrives.", "berths.", "zigzags."]);
    let sorted = lines("ferry", ContextOrder::Left, 0..9).0;
    let lefts: Vec<&str> = sorted.iter().map(|it| it.split('|').next().unwrap()).collect();
    assert_eq!(lefts, ["A", "A ferry: a", "The amber", "The blue", "New", "Some"]);
    assert_eq!(lines("tram ferry", ContextOrder::Date, 0..9), (vec![], 0, true));
    assert_eq!(lines("is:unread", ContextOrder::Date, 0..9), (vec![], 0, true), "no words");
    assert_eq!(lines("ferry", ContextOrder::Right, 90..99), (vec![], 6, true));
}

#[test]
fn lines_are_counted_on_if_asked_and_an_article_that_changes_is_counted_again() {
    let fixture = ferries();
    let library = fixture.scan();
    let mut client = client(&library);
    let counted = KwicWanted { counts_on: true, ..wanted(ContextOrder::Date, 0..1) };
    let answer = client.kwic(&listing("ferry"), counted.clone(), None).unwrap();
    assert_eq!((said(&answer).len(), answer.n_lines, answer.is_exact()), (1, 6, true));
    assert_eq!((answer.n_articles, answer.n_read, answer.n_unreadable), (3, 3, 0));

    fixture.write("1", "Old\n20260301\nhttps://a.example/1\nThe only ferry.\n");
    std::fs::remove_file(fixture.path("4")).unwrap();
    let rest = KwicWanted { lines: 2..9, ..counted };
    let answer = client.kwic(&listing("ferry"), rest, Some(answer.generation)).unwrap();
    assert_eq!(said(&answer), ["The only|ferry|."]);
    assert_eq!((answer.n_lines, answer.n_unreadable), (3, 1));
}

#[test]
fn more_lines_than_are_sorted_are_said_to_be_more() {
    let line = "a ferry b ferry c ferry ".repeat(KWIC_MOST / 6);
    let text = |day: u32| format!("Title\n2026030{day}\nhttps://a.example/{day}\n{line}\n");
    let [one, two, three] = [1, 2, 3].map(text);
    let fixture = Fixture::new(&[("1", &one), ("2", &two), ("3", &three)]);
    let library = fixture.scan();
    let mut client = client(&library);
    let right = wanted(ContextOrder::Right, 0..3);
    let answer = client.kwic(&listing("ferry"), right.clone(), None).unwrap();
    assert_eq!(answer.bound, Some(KWIC_MOST));
    assert_eq!((answer.n_lines, answer.n_read, answer.is_exact()), (KWIC_MOST, 3, false));
    let few = client.kwic(&listing("ferry date:2026-03-02.."), right, None).unwrap();
    assert_eq!((few.bound, few.n_lines), (None, KWIC_MOST / 6 * 6), "these are all");
}

#[test]
fn what_was_overtaken_stops_reading() {
    let fixture = ferries();
    let local = Local::new(&fixture.scan());
    let overtaken = Cancel::new(Arc::new(AtomicU64::new(2)), 1);
    let query = Query::strict("ferry").unwrap();
    let generation = crate::domain::Generation(1);
    let (listing, wanted) = (listing("ferry"), wanted(ContextOrder::Left, 0..9));
    for question in [
        Question::Kwic { generation, listing, wanted },
        Question::Batch { generation, queries: [query.clone()].into(), by: None },
        Question::Explain { generation, query },
    ] {
        let answered = local.answer(&question, &overtaken, &mut |answer| panic!("{answer:?}"));
        assert!(matches!(answered, Err(LibraryError::Cancelled)), "{question:?}");
    }
}

#[test]
fn a_batch_counts_each_query_by_itself_and_all_by_the_same_periods() {
    let fixture = ferries();
    let library = fixture.scan();
    let queries = ["ferry", "tram", "submarine", "\"no day\"", "source:b.example"];
    let queries: Arc<[Query]> = queries.map(|it| Query::strict(it).unwrap()).into();
    let answer = client(&library).batch(queries, Some(Period::Day)).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let days = |first, last| Some(Days { first: day(first), last: day(last) });
    let said: Vec<_> = answer.lines.iter().map(|it| (it.n_hits, it.n_sources, it.days)).collect();
    let expected = [
        (3, 3, days("2026-03-01", "2026-03-03")),
        (1, 1, days("2026-03-02", "2026-03-02")),
        (0, 0, None),
        (1, 1, None),
        (2, 1, days("2026-03-02", "2026-03-03")),
    ];
    assert_eq!(said, expected);
    let periods: Vec<_> = answer.periods.iter().map(|it| (it.start, it.n_articles)).collect();
    let expected = ["2026-03-01", "2026-03-02", "2026-03-03"].map(|it| (day(it), 1));
    assert_eq!(periods, expected);
    let by_period: Vec<_> = answer.lines.iter().map(|it| it.by_period.clone()).collect();
    let expected = [vec![(0, 1), (2, 1)], vec![(1, 1)], vec![], vec![], vec![(1, 1), (2, 1)]];
    assert_eq!(by_period, expected);
    assert_eq!((answer.lines[0].n_undated, answer.n_undated), (1, 1));
}

#[test]
fn a_month_of_a_batch_has_all_its_articles_those_before_the_first_hit_too() {
    let fixture = ferries();
    let library = fixture.scan();
    let queries: Arc<[Query]> = [Query::strict("tram").unwrap()].into();
    let answer = client(&library).batch(queries, Some(Period::Month)).unwrap();
    let periods: Vec<_> = answer.periods.iter().map(|it| it.n_articles).collect();
    assert_eq!((periods, &*answer.lines[0].by_period), (vec![3], &[(0, 1)][..]));
}

#[test]
fn every_part_of_a_query_is_explained_and_texts_are_read_only_of_what_is_left() {
    let fixture = ferries();
    let library = fixture.scan();
    let explained = |query: &str| {
        let query = Query::strict(query).unwrap();
        client(&library).explain(&query).unwrap().root.unwrap()
    };
    let root = explained("=\"Ferry\" OR (ferry date:2026 -new)");
    assert_eq!((root.asked, root.n_found), (Answerer::Any, Some(2)));
    let [exact, all] = &*root.parts else { panic!() };
    assert_eq!((exact.asked, exact.n_found, exact.n_asked), (Answerer::Texts, Some(1), None));
    let of_all: Vec<_> = all.parts.iter().map(|it| (it.text.as_str(), it.n_found)).collect();
    assert_eq!(of_all, [("ferry", Some(3)), ("date:2026", Some(3)), ("-new", Some(3))]);
    assert_eq!(all.n_found, Some(1));
    assert!(all.parts.iter().all(|it| it.took.is_some() && it.n_asked.is_none()));

    let root = explained("=\"ferry\" date:2026-03-01");
    let [exact, date] = &*root.parts else { panic!() };
    assert_eq!((exact.n_asked, exact.n_found), (Some(1), Some(1)));
    assert_eq!((date.asked, date.n_found), (Answerer::Columns, Some(1)));
    assert_eq!(root.n_found, Some(1));
    let nothing = Query::strict("sort:title").unwrap();
    assert_eq!(client(&library).explain(&nothing).unwrap().root, None);
}
