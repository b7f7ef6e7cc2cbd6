//! Compares the counts with those of looking at the articles one by one.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    path::PathBuf,
};

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    domain::{ArticleId, FacetValue, Hints, LENGTHS, Period, Problem, Seq, State},
    library::{mark_bits::MarkBits, question::FacetWanted},
    storage::{
        Stamp,
        catalogue::{Catalogue, Folder, Kind, NewRow, Strings},
    },
};

/// A file of an article.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
struct File {
    day: Option<u32>,
    source: u8,
    folder: u32,
    n_words: u32,
    is_flawed: bool,
    /// Of an earlier file, by its place among them.
    copies: Option<usize>,
    is_read: bool,
    is_starred: bool,
    is_gone: bool,
    is_hit: bool,
}

fn file() -> impl Strategy<Value = File> {
    let n_words = prop_oneof![0u32..120, 250u32..350, 900u32..2_500];
    let marks = (any::<bool>(), any::<bool>(), prop::bool::weighted(0.1), any::<bool>());
    let place = (prop::option::weighted(0.8, 0u32..60), 0u8..5, 0u32..6);
    (place, n_words, prop::bool::weighted(0.2), prop::option::weighted(0.3, 0usize..40), marks)
        .prop_map(|((day, source, folder), n_words, is_flawed, copies, marks)| {
            let (is_read, is_starred, is_gone, is_hit) = marks;
            File {
                day,
                source,
                folder,
                n_words,
                is_flawed,
                copies,
                is_read,
                is_starred,
                is_gone,
                is_hit,
            }
        })
}

fn day(number: u32) -> NaiveDate {
    // Sixty days over five years.
    NaiveDate::from_num_days_from_ce_opt(738_000 + i32::try_from(number * 31).unwrap()).unwrap()
}

/// The folders of the library: `0/`, `0/1/`, `0/1/2/`, `3/`, `3/4/`.
const PARENTS: [u32; 6] = [0, 0, 1, 2, 0, 4];

/// An article as somebody sees it who reads all files.
#[derive(Debug)]
struct Naive {
    day: Option<NaiveDate>,
    sources: BTreeSet<u8>,
    folders: BTreeSet<PathBuf>,
    n_words: u32,
    states: Vec<State>,
}

struct World {
    counting: Counting,
    counted: Counted,
    marks: MarkBits,
    articles: Vec<Naive>,
    /// Of them, those that are hits.
    n_all_by_day: BTreeMap<NaiveDate, u32>,
}

impl World {
    fn new(files: &[File]) -> Self {
        let mut catalogue = Catalogue::in_memory(1).unwrap();
        for (at, parent) in PARENTS.iter().enumerate().skip(1) {
            let name = (at - 1).to_string();
            catalogue.state_mut().folders.push(Folder::new(*parent, OsStr::new(&name)));
        }
        let (mut marks, mut hits) = (MarkBits::default(), Bits::default());
        // The files of each article, the first of them first.
        let mut articles: BTreeMap<Seq, Vec<usize>> = BTreeMap::new();
        for (at, file) in files.iter().enumerate() {
            let firsts: Vec<Seq> = articles.keys().copied().collect();
            let first = file.copies.and_then(|copies| firsts.get(copies % firsts.len().max(1)));
            let first = first.copied();
            let row = NewRow {
                id: ArticleId([0; 16]),
                date: file.day.map(day),
                stamp: Stamp::default(),
                folder: file.folder,
                source: file.source.to_string().as_str().into(),
                n_words: file.n_words,
                n_paragraphs: 1,
                kind: if file.is_flawed { Kind::FlawedArticle } else { Kind::Article },
                copy_of: first,
                hints: Hints::default(),
                language: crate::domain::ArticleLanguage::UNKNOWN,
            };
            let name = format!("{at}.txt").into();
            let problems = vec![Problem::NoTitle; usize::from(file.is_flawed)];
            let seq = catalogue.append(row, &Strings { name, problems, ..Strings::default() }).0;
            articles.entry(first.unwrap_or(seq)).or_default().push(at);
            marks.of_mut(Mark::Read).set(seq.0, file.is_read);
            marks.of_mut(Mark::Starred).set(seq.0, file.is_starred);
            hits.set(seq.0, file.is_hit);
        }
        for (seq, places) in articles.clone() {
            if files[places[0]].is_gone && places.len() == 1 {
                let record = catalogue.record(seq).unwrap();
                catalogue.remove(seq, &record);
                articles.remove(&seq);
            }
        }
        let snapshot = Arc::new(catalogue.snapshot().unwrap());
        let mut columns = Columns::none_of(&snapshot);
        columns.extend(&snapshot).unwrap();
        let counting = Counting::new(Arc::clone(&snapshot), Arc::new(columns));
        let counted = counting.counted(hits, marks.of(Mark::Read));
        let mut n_all_by_day = BTreeMap::new();
        for places in articles.values() {
            if let Some(number) = files[places[0]].day {
                *n_all_by_day.entry(day(number)).or_default() += 1;
            }
        }
        let hits = articles.values().filter(|places| files[places[0]].is_hit);
        let articles = hits.map(|places| naive(files, places, &snapshot)).collect();
        Self { counting, counted, marks, articles, n_all_by_day }
    }

    fn facet(&self, kind: FacetKind, wanted: &FacetWanted) -> Facet {
        let Self { counting, counted, marks, .. } = self;
        counting.facet(kind, counted, marks, wanted, &Cancel::never()).unwrap()
    }

    /// Values with their numbers of hits and unread hits, by the values of each article.
    fn expected(&self, values: impl Fn(&Naive) -> Vec<String>) -> BTreeMap<String, (usize, usize)> {
        let mut numbers: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for article in &self.articles {
            for value in values(article) {
                let (n_hits, n_unread) = numbers.entry(value).or_default();
                *n_hits += 1;
                *n_unread += usize::from(article.states.contains(&State::Unread));
            }
        }
        numbers
    }
}

fn naive(files: &[File], places: &[usize], snapshot: &Snapshot) -> Naive {
    let (first, all) = (&files[places[0]], places.iter().map(|at| &files[*at]));
    let above = |folder: u32| {
        let path = snapshot.state().folder_path(folder);
        path.ancestors().filter(|it| !it.as_os_str().is_empty()).map(Into::into).collect::<Vec<_>>()
    };
    let states = [
        (State::Unread, !first.is_read),
        (State::Read, first.is_read),
        (State::Starred, first.is_starred),
        (State::Undated, first.day.is_none()),
        (State::Copy, 1 < places.len()),
        (State::Damaged, first.is_flawed),
    ];
    Naive {
        day: first.day.map(day),
        sources: all.clone().map(|file| file.source).collect(),
        folders: all.flat_map(|file| above(file.folder)).collect(),
        n_words: first.n_words,
        states: states.into_iter().filter(|(_, is_so)| *is_so).map(|(state, _)| state).collect(),
    }
}

fn period(article: &Naive, period: Period) -> Vec<String> {
    vec![article.day.map_or_else(|| "none".to_owned(), |day| period.written(day))]
}

fn length(article: &Naive) -> Vec<String> {
    let class = LENGTHS.iter().rposition(|first| *first <= article.n_words).unwrap();
    let last = LENGTHS.get(class + 1).map(|next| (next - 1).to_string()).unwrap_or_default();
    let first = Some(LENGTHS[class]).filter(|first| 0 < *first);
    vec![format!("{}..{last}", first.map(|first| first.to_string()).unwrap_or_default())]
}

fn values_of(kind: FacetKind, article: &Naive) -> Vec<String> {
    match kind {
        FacetKind::Source => article.sources.iter().map(ToString::to_string).collect(),
        FacetKind::Folder => {
            article.folders.iter().map(|it| format!("{}/", it.display())).collect()
        }
        FacetKind::Year => period(article, Period::Year),
        FacetKind::Month => period(article, Period::Month),
        FacetKind::Language => vec!["none".to_owned()],
        FacetKind::State => article.states.iter().map(|it| it.name().to_owned()).collect(),
        FacetKind::Length => length(article),
    }
}

proptest! {
    #[test]
    fn counts_are_those_of_somebody_who_looks_at_each_article(files in vec(file(), 1..60)) {
        let world = World::new(&files);
        let World { counting, counted, articles, .. } = &world;
        prop_assert_eq!(counted.hits.count(), articles.len());

        let timeline = counting.timeline(counted, &Cancel::never()).unwrap();
        let by_day = world.expected(|it| period(it, Period::Day));
        let mut n_all_by_day = BTreeMap::new();
        for DayAmount { day, amount } in timeline.days() {
            let expected = by_day.get(&day.to_string()).copied().unwrap_or_default();
            let found = (amount.n_hits as usize, amount.n_unread as usize);
            prop_assert_eq!(found, expected, "{}", day);
            n_all_by_day.insert(*day, amount.n_all);
        }
        prop_assert_eq!(&n_all_by_day, &world.n_all_by_day);
        let undated = (timeline.undated.n_hits as usize, timeline.undated.n_unread as usize);
        prop_assert_eq!(undated, by_day.get("none").copied().unwrap_or_default());

        let all = FacetWanted { contains: String::new(), n_values: usize::MAX, n_parts: 4, ..FacetWanted::default() };
        for kind in FacetKind::ALL {
            let facet = world.facet(kind, &all);
            let numbers = facet.values.iter();
            let numbers: BTreeMap<String, (usize, usize)> =
                numbers.map(|it| (it.value.to_string(), (it.n_hits, it.n_unread))).collect();
            prop_assert_eq!(&numbers, &world.expected(|it| values_of(kind, it)), "{:?}", kind);
            prop_assert_eq!(facet.n_values, numbers.len());
            for FacetValue { value, sparkline, .. } in &facet.values {
                let has = |it: &&Naive| values_of(kind, it).contains(&value.to_string());
                let is_time = matches!(kind, FacetKind::Year | FacetKind::Month);
                let expected = if is_time { Vec::new() } else { parts(articles, has) };
                prop_assert_eq!(sparkline, &expected, "{:?} {}", kind, value);
            }
        }
    }
}

/// How many of the articles are in each fourth of the time of all of them.
fn parts<'a>(articles: &'a [Naive], has: impl Fn(&&'a Naive) -> bool) -> Vec<u32> {
    use chrono::Datelike;

    let number = |day: NaiveDate| usize::try_from(day.num_days_from_ce()).unwrap();
    let days = || articles.iter().filter_map(|it| it.day).map(number);
    let Some((first, last)) = days().min().zip(days().max()) else { return Vec::new() };
    let mut parts = vec![0; 4];
    for day in articles.iter().filter(has).filter_map(|it| it.day) {
        parts[(number(day) - first) * 4 / (last - first + 1)] += 1;
    }
    parts
}

#[test]
fn values_are_in_order_filtered_and_cut_to_what_was_asked_for() {
    let file = |source, n_words| File {
        day: Some(u32::from(source)),
        source,
        folder: 0,
        n_words,
        is_flawed: false,
        copies: None,
        is_read: source == 3,
        is_starred: false,
        is_gone: false,
        is_hit: true,
    };
    let files = [file(1, 50), file(3, 150), file(1, 2_500), file(2, 10), file(3, 20), file(3, 30)];
    let world = World::new(&files);
    let values = |kind, contains: &str, n_values| {
        let wanted = FacetWanted {
            contains: contains.into(),
            n_values,
            n_parts: 0,
            ..FacetWanted::default()
        };
        let facet = world.facet(kind, &wanted);
        let values = facet.values.iter().map(|it| format!("{} {}", it.value, it.n_hits));
        (values.collect::<Vec<_>>().join(", "), facet.n_values)
    };
    assert_eq!(values(FacetKind::Source, "", 9), ("3 3, 1 2, 2 1".into(), 3));
    assert_eq!(values(FacetKind::Source, "", 1), ("3 3".into(), 3));
    assert_eq!(values(FacetKind::Source, "2", 9), ("2 1".into(), 1));
    assert_eq!(values(FacetKind::Length, "", 9), ("..99 4, 100..299 1, 2000.. 1".into(), 3));
    assert_eq!(values(FacetKind::Length, "OR MORE", 9).1, 1, "as people read it");
    assert_eq!(values(FacetKind::Month, "", 9).0, "2021-10 3, 2021-09 1, 2021-08 2");
    assert_eq!(values(FacetKind::State, "", 9).0, "unread 3, read 3");
    let cancelled = Cancel::new(Arc::new(2.into()), 1);
    let Err(error) = world.counting.timeline(&world.counted, &cancelled) else { panic!() };
    assert!(matches!(error, LibraryError::Cancelled));
}
