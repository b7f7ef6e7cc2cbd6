//! Random queries over the whole grammar, all of them right, and random articles that they find.

use chrono::NaiveDate;
use dateline::query::{ArticleState, Query};
use proptest::{collection::vec, prelude::*, sample::select};

use super::naive::Plain;

/// What articles are written with, and asked for.
pub(super) const WORDS: [&str; 21] = [
    "ferry",
    "ferries",
    "boat",
    "Boat",
    "late",
    "lately",
    "the",
    "law",
    "US",
    "us",
    "don't",
    "C++",
    "naïve",
    "東京都",
    "한국의",
    "ab-cd",
    "5pm",
    "strike",
    "wahl",
    "wahlen",
    "striking",
];

const SOURCES: [&str; 4] = ["Alpha", "Beta Post", "beta", "Gamma.example"];
const FOLDERS: [&str; 3] = ["politics", "politics/2022", "sport"];
const DAYS: [&str; 5] = ["2022-02-17", "2022-02-10", "2022-01-31", "2021-12-24", "2020-02-29"];
const LANGUAGES: [&str; 3] = ["en", "de", "ja"];

/// A query of texts and columns, sorted or not.
pub(super) fn queries() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![3 => text_leaf(), 2 => column_leaf()];
    let showing = prop_oneof![
        4 => Just(String::new()),
        1 => select(vec![
            " sort:date", " sort:-title limit:3", " limit:2", " sort:hits", " sort:words", " sort:-hits",
            " sort:-words limit:5", " sort:hits limit:3",
        ])
            .prop_map(str::to_owned),
    ];
    (joined(leaf.boxed()), showing).prop_map(|(query, showing)| query + &showing)
}

/// A query of texts alone.
pub(super) fn texts() -> impl Strategy<Value = String> {
    joined(text_leaf().boxed())
}

/// The same query as a part of another.
pub(super) fn unsorted(query: &Query) -> String {
    let text = query.to_string();
    let parts = text.split(' ').filter(|it| !it.starts_with("sort:") && !it.starts_with("limit:"));
    parts.collect::<Vec<_>>().join(" ")
}

fn joined(leaf: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" "))),
            vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" OR "))),
            inner.clone().prop_map(|part| format!("-{part}")),
            inner.prop_map(|part| format!("NOT {part}")),
        ]
    })
}

fn word() -> BoxedStrategy<String> {
    select(WORDS.to_vec()).prop_map(str::to_owned).boxed()
}

fn text_leaf() -> impl Strategy<Value = String> {
    let phrase = vec(word(), 1..3).prop_map(|words| words.join(" "));
    let begun = select(vec!["f*", "fer*", "la*", "late*", "bo*", "\"the la*\"", "東*"]);
    let spelled =
        select(vec!["*ries", "l?te", "fe*y", "ferry~", "strike~", "ferries~1", "ferriess~2"]);
    let simple = prop_oneof![
        4 => word(),
        2 => phrase.clone().prop_map(|words| format!("\"{words}\"")),
        2 => begun.prop_map(str::to_owned),
        1 => select(vec!["strik*", "wahlen*"]).prop_map(str::to_owned),
        1 => spelled.prop_map(str::to_owned),
        1 => phrase.prop_map(|words| format!("=\"{words}\"")),
        1 => Just("*".to_owned()),
    ];
    let side = prop_oneof![
        word(),
        (word(), word()).prop_map(|(one, two)| format!("({one} OR {two})")),
        (word(), word()).prop_map(|(one, two)| format!("\"{one} {two}\"")),
    ];
    let gap = (select(vec!["NEAR", "BEFORE"]), 1_u32..6);
    let near = (vec(side, 3), vec(gap, 2), 1_usize..3).prop_map(|(sides, gaps, n_gaps)| {
        let mut text = sides[0].clone();
        for (side, (name, n)) in sides[1..].iter().zip(gaps).take(n_gaps) {
            text = format!("{text} {name}/{n} {side}");
        }
        format!("({text})")
    });
    let scoped = (select(vec!["title:", "body:"]), prop_oneof![simple.clone(), near.clone()])
        .prop_map(|(field, leaf)| if leaf == "*" { leaf } else { format!("{field}{leaf}") });
    prop_oneof![4 => simple, 1 => near, 1 => scoped]
}

fn column_leaf() -> impl Strategy<Value = String> {
    let of = |texts: Vec<&'static str>| select(texts).prop_map(str::to_owned);
    let days = (select(DAYS.to_vec()), select(DAYS.to_vec()));
    prop_oneof![
        of(vec![
            "source:alpha",
            "source:\"beta post\"",
            "source:bet*",
            "source:@near",
            "source:/^b/i",
            "source:(alpha OR beta)",
            "source:nobody",
            "source:*a.example",
            "source:*amm*",
            "source:alpha.example",
        ]),
        of(vec![
            "path:politics/",
            "path:politics/2022",
            "path:pol*",
            "path:sport/1.txt",
            "path:/2022/"
        ]),
        of(vec!["url:alpha.example", "url:alpha.example/a", "url:a", "http://www.alpha.example/b"]),
        of(vec![
            "lang:en",
            "lang:none",
            "words:>5",
            "words:2..6",
            "words:0",
            "id:a",
            "title:/^f/i"
        ]),
        of(vec!["date:none", "date:2022", "date:2022-01..02", "date:\"last week\"", "date:P1M"]),
        days.prop_map(|(one, two)| format!("date:{}..{}", one.min(two), one.max(two))),
        of(vec!["since:2022", "until:2021", "added:2022-02", "added:..2022-01", "/erry/"]),
        of(vec!["is:read", "is:unread", "is:starred", "is:undated", "is:copy", "is:changed"]),
    ]
}

/// Some articles, with copies, undated ones and marks.
pub(super) fn articles() -> impl Strategy<Value = Vec<Plain>> {
    vec(article(), 0..8)
}

fn article() -> impl Strategy<Value = Plain> {
    let text = |n| vec(word(), 0..n).prop_map(|words| words.join(" "));
    let place = (select(FOLDERS.to_vec()), 0..9, select(SOURCES.to_vec()));
    let date = prop::option::weighted(0.8, select(DAYS.to_vec()));
    let states = prop::collection::btree_set(
        select(vec![
            ArticleState::Read,
            ArticleState::Starred,
            ArticleState::Changed,
            ArticleState::Damaged,
        ]),
        0..3,
    );
    let url = prop::option::of(select(vec!["http://www.alpha.example/a/b", "https://b.example"]));
    let lang = prop::option::of(select(LANGUAGES.to_vec()));
    let body = (text(4), vec(text(9), 0..3), vec(place, 1..3));
    (body, date, states, url, lang, select(DAYS.to_vec()), "[ab]{4}").prop_map(
        |((title, paragraphs, places), date, states, url, lang, added, id)| {
            let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
            let n_words =
                paragraphs.iter().map(|it: &String| it.split_whitespace().count()).sum::<usize>();
            let place = |(folder, number, source): (&str, i32, &str)| {
                (format!("{folder}/{number}.txt"), source.to_owned())
            };
            Plain {
                title,
                paragraphs,
                places: places.into_iter().map(place).collect(),
                url: url.map(str::to_owned),
                date: date.map(day),
                n_words: u32::try_from(n_words).unwrap(),
                lang: lang.map(str::to_owned),
                id,
                states,
                added: day(added),
            }
        },
    )
}
