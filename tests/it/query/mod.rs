//! The query language, answered a second time: article by article, without index and columns.

mod generator;
mod library;
mod naive;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dateline::query::{ArticleState, Node, NodeKind, Query, QueryError, Vocabulary};
use proptest::prelude::*;

use generator::{articles, queries, texts};
use naive::{Asked, Plain, answer, matches, months, sources};

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn groups() -> BTreeMap<String, Vec<String>> {
    BTreeMap::from([("near".to_owned(), vec!["Alpha".to_owned(), "alpha.example".to_owned()])])
}

fn asked() -> Asked {
    Asked { today: day("2022-02-17"), groups: groups().into_iter().collect(), is_sorted: false }
}

fn strict(text: &str) -> Result<Query, QueryError> {
    Vocabulary::new(true, &groups()).strict(text)
}

fn library() -> Vec<Plain> {
    let article = |title: &str, body: &str, source: &str, date: &str| Plain {
        title: title.to_owned(),
        paragraphs: body.split('|').map(str::to_owned).collect(),
        places: vec![(format!("{source}/{title}.txt"), source.to_owned())],
        date: (!date.is_empty()).then(|| day(date)),
        n_words: u32::try_from(body.split_whitespace().count()).unwrap(),
        added: day("2022-02-01"),
        ..Plain::default()
    };
    let mut articles = vec![
        article("Ferry stops", "the boat was late|US law", "Alpha", "2022-02-16"),
        article("Late news", "us and them", "Beta", "2022-01-05"),
        article("Undated ferry", "a boat, a law", "Beta", ""),
    ];
    articles[0].states.insert(ArticleState::Read);
    articles[0].places.push(("other/copy.txt".to_owned(), "Gamma".to_owned()));
    articles
}

#[track_caller]
fn check(query: &str, expected: &[usize]) {
    let query = strict(query).unwrap();
    assert_eq!(answer(&library(), &query, &asked()), expected, "{query}");
}

#[test]
fn a_second_reading_finds_what_is_meant() {
    check("ferry", &[0, 2]);
    check("title:late", &[1]);
    check("body:late OR =us", &[0, 1]);
    check("=US", &[0]);
    check("boat NEAR/3 late", &[0]);
    check("late NEAR/9 law", &[]);
    check("-ferry", &[1]);
    check("fer* -is:read", &[2]);
    check("source:gamma", &[0]);
    check("source:@near", &[0]);
    check("path:beta/", &[1, 2]);
    check("date:none", &[2]);
    check("date:\"last month\"", &[1]);
    check("since:2022-02-16", &[0]);
    check("words:..4", &[1, 2]);
    check("* sort:title", &[0, 1, 2]);
    check("* sort:-date", &[2, 1, 0]);
    check("* sort:words limit:2", &[1, 2]);
}

#[test]
fn counts_are_counted() {
    let (articles, query) = (library(), strict("*").unwrap());
    let found = answer(&articles, &query, &asked());
    assert_eq!(sources(&articles, &found)["Beta"], 2);
    assert_eq!(sources(&articles, &found)["Gamma"], 1);
    let (by_month, n_undated) = months(&articles, &found);
    assert_eq!((by_month[&(2022, 2)], by_month[&(2022, 1)], n_undated), (1, 1, 1));
}

/// Whether only texts are asked.
fn asks_texts_only(node: &Node) -> bool {
    !matches!(node.kind, NodeKind::Criterion(_)) && node.children().iter().all(asks_texts_only)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_query_is_right_and_its_opposite_finds_the_others(
        text in queries(), articles in articles()
    ) {
        let query = strict(&text).unwrap();
        prop_assert_eq!(&strict(&query.to_string()).unwrap(), &query);
        let Some(root) = query.root() else { return Ok(()) };
        let opposite = strict(&format!("-({})", generator::unsorted(&query))).unwrap();
        for article in &articles {
            let is_hit = matches(article, root, &asked());
            let is_other = matches(article, opposite.root().unwrap(), &asked());
            prop_assert_ne!(is_hit, is_other, "{}", query);
        }
    }

    #[test]
    fn both_readings_find_the_same_texts(text in texts(), articles in articles()) {
        let query = strict(&text).unwrap();
        let root = query.root().unwrap();
        prop_assert!(asks_texts_only(root));
        for article in &articles {
            let texts = std::iter::once(&article.title).chain(&article.paragraphs);
            let is_found = query.is_satisfied_in(texts.map(String::as_str), article.tongue());
            prop_assert_eq!(is_found, matches(article, root, &asked()), "{} {:?}", query, article);
        }
    }
}
