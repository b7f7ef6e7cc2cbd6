//! The index finds what `Query::is_satisfied_by` says, newest first, whatever has been written.

mod damage;
mod forms;
mod trees;

use std::{
    cell::Cell,
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::NaiveDate;
use proptest::{collection::vec, prelude::*};
use tantivy::directory::MmapDirectory;

use super::{directory::ReadOnly, *};
use crate::domain::{ArticleLanguage, Rank, Seq};
use crate::query::{Plan, Query, Texts};

const KEY: &str = "some catalogue";

/// What the index should hold.
#[derive(Default)]
pub(super) struct Model {
    articles: BTreeMap<u32, (Rank, ArticleLanguage, Vec<String>)>,
}

impl Model {
    /// The newest first.
    pub(super) fn find(&self, query: &Query) -> Vec<Rank> {
        let all = self.articles.values();
        let found = all.filter(|(_, language, texts)| {
            query.is_satisfied_in(texts.iter().map(|t| &**t), language.tongue())
        });
        let mut ranks: Vec<Rank> = found.map(|(rank, ..)| *rank).collect();
        ranks.sort_by(|a, b| b.cmp(a));
        ranks
    }

    /// Each in another language than its neighbours.
    pub(super) fn add(&mut self, writer: &mut Writer, seq: u32, day: u32, texts: &[&str]) {
        let language = ArticleLanguage::of(["", "en", "de", "en", "ja"][seq as usize % 5]);
        self.delete(writer, seq);
        let date = NaiveDate::from_yo_opt(2020, day % 365);
        let rank = Rank::new(date, Seq(seq));
        let (title, body) = texts.split_first().unwrap_or((&"", &[]));
        writer.add(rank, language, title, body.iter().copied()).unwrap();
        self.articles
            .insert(seq, (rank, language, texts.iter().map(|&text| text.to_owned()).collect()));
    }

    fn delete(&mut self, writer: &mut Writer, seq: u32) {
        writer.delete(Seq(seq));
        self.articles.remove(&seq);
    }
}

pub(super) fn open(dir: &Path) -> Index {
    Index::open(dir, KEY).unwrap().index
}

pub(super) fn writer(index: &Index) -> Writer {
    Writer::open(index, 0, 1).unwrap()
}

pub(super) fn typed(text: &str) -> Query {
    Query::typed(text)
}

/// What of a query the index is asked: all of it.
pub(super) fn texts(query: &Query) -> Texts {
    match query.plan() {
        Some(Plan::Texts(texts)) => texts,
        None => Texts::Everything,
        Some(other) => panic!("{query} asks others, too: {other:?}"),
    }
}

fn all(searcher: &Searcher, query: &Query) -> Vec<Seq> {
    let found = searcher.all(&texts(query), &Cancel::never()).unwrap();
    (0..100_000).filter(|seq| found.contains(*seq)).map(Seq).collect()
}

pub(super) fn check(searcher: &Searcher, model: &Model, query: &str) {
    let (query, never) = (typed(query), Cancel::never());
    let expected = model.find(&query);
    let mut seqs: Vec<Seq> = expected.iter().map(|rank| rank.seq()).collect();
    seqs.sort_unstable();
    assert_eq!(all(searcher, &query), seqs, "all of {query}");
    if let Some(known) = searcher.known_count(&texts(&query)).unwrap() {
        assert_eq!(known, seqs.len(), "count of {query}");
    }
    for n in [1, 3, usize::MAX] {
        let page = searcher.newest(&texts(&query), (n, usize::MAX), &never, |_| true, |_| ());
        let page = page.unwrap().unwrap();
        let last = expected[..n.min(expected.len())].last().map_or(0, |rank| rank.moment());
        let n_expected = expected.partition_point(|rank| last <= rank.moment());
        assert_eq!(page.ranks, expected[..n_expected], "the {n} newest of {query}");
        assert_eq!(page.is_whole, n_expected == expected.len(), "the {n} newest of {query}");
        let most = n_expected.saturating_sub(1);
        let page = searcher.newest(&texts(&query), (n, most), &never, |_| true, |_| ()).unwrap();
        assert_eq!(page.is_none(), 0 < n_expected, "at most {most} of {query}");
    }
    let mut parts: Vec<Vec<Rank>> = Vec::new();
    let take = |part: &[Rank]| parts.push(part.to_vec());
    let whole = (usize::MAX, usize::MAX);
    searcher.newest(&texts(&query), whole, &never, |_| true, take).unwrap();
    for part in &parts {
        assert!(expected.starts_with(part), "parts of {query}");
        let next = expected.get(part.len()).map(|rank| rank.moment());
        assert_ne!(part.last().map(|rank| rank.moment()), next, "a part ends with a day: {query}");
    }
    assert!(parts.is_sorted_by_key(Vec::len), "parts of {query}");
    let found = searcher.all(&texts(&query), &never).unwrap();
    // As if the list began with the oldest.
    let place = |seq: Seq| u32::MAX - seq.0;
    let best = searcher.best(&query.scored(), &found, usize::MAX, place, &never).unwrap();
    for n in [1, 3] {
        let few = searcher.best(&query.scored(), &found, n, place, &never).unwrap();
        assert_eq!(few, best[..n.min(best.len())], "the {n} best of {query}");
    }
    let falls = best.is_sorted_by(|a, b| (a.0.to_bits(), a.1) > (b.0.to_bits(), b.1));
    assert!(falls, "best of {query}");
    let mut best: Vec<Seq> = best.into_iter().map(|(_, seq)| seq).collect();
    best.sort_unstable();
    assert_eq!(best, seqs, "best of {query}");
    let is_odd = |seq: Seq| seq.0 % 2 == 1;
    let odd: Vec<Rank> = expected.into_iter().filter(|rank| is_odd(rank.seq())).collect();
    let page = searcher.newest(&texts(&query), whole, &never, is_odd, |_| ()).unwrap().unwrap();
    assert_eq!(page.ranks, odd, "odd ones of {query}");
}

const QUERIES: [&str; 33] = [
    "",
    "a",
    "a ",
    "ab ",
    "abc",
    "abc ",
    "abcd",
    "ab ba ",
    "a b -ba",
    "-ab",
    "\"ab ba\"",
    "\"ab a",
    "\"a a a",
    "\"b abc",
    "-\"ab ba\" a",
    "é ",
    "京",
    "東京",
    "東京都",
    "京都 ab",
    "\"ab 東",
    "don't",
    "doʼnt ",
    "c",
    "c++",
    "c# ",
    ".net",
    "at&t ab",
    "-c++ c",
    "\"c++ ab\"",
    "한국에서",
    "-한국 ab",
    "צה\"ל",
];

pub(super) fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "ab",
        "abc",
        "abcd",
        "abca",
        "b",
        "BA",
        "É",
        "e",
        "東",
        "東京",
        "東京都",
        "京都",
        "don't",
        "doʼnt",
        "c",
        "C++",
        "c#",
        ".NET",
        "net",
        "AT&T",
        "한국의",
        "한국",
        "LG는",
        "צה״ל",
        "צה\"ל",
    ]);
    vec(word, 0..6).prop_map(|words| words.join(" "))
}

#[derive(Debug, Clone)]
enum Step {
    Add(u32, u32, Vec<String>),
    Delete(u32),
    Commit,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..20_u32, 0..9_u32, vec(text(), 1..4)).prop_map(|(seq, day, texts)| Step::Add(seq, day, texts)),
        1 => (0..20_u32).prop_map(Step::Delete),
        1 => Just(Step::Commit),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn it_finds_what_a_scan_finds(steps in vec(step(), 0..40)) {
        let dir = tempfile::tempdir().unwrap();
        let index = open(dir.path());
        let (mut writer, mut model) = (writer(&index), Model::default());
        for step in steps {
            match step {
                Step::Add(seq, day, texts) => {
                    let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
                    model.add(&mut writer, seq, day, &texts);
                }
                Step::Delete(seq) => model.delete(&mut writer, seq),
                Step::Commit => writer.commit(7).unwrap(),
            }
        }
        writer.commit(7).unwrap();
        index.reload().unwrap();
        for query in QUERIES {
            check(&index.searcher(), &model, query);
        }
    }
}

/// Enough articles for several windows of [`docs::Windowed`], in two segments.
pub(super) fn large(dir: &Path) -> (Index, Model) {
    let index = open(dir);
    let (mut writer, mut model) = (writer(&index), Model::default());
    for seq in 0..11_000_u32 {
        let number = seq.wrapping_mul(2_654_435_761);
        let (a, b, c) = (number % 7, number / 7 % 5000, number / 97 % 3);
        let title = format!("lead{a} word{b}");
        model.add(&mut writer, seq, number % 300, &[&title, &format!("lead{c} word{a} wordy")]);
        if seq == 9000 {
            writer.commit(seq).unwrap();
        }
    }
    writer.commit(11_000).unwrap();
    index.reload().unwrap();
    (index, model)
}

#[test]
fn many_articles_are_found_through_all_windows() {
    let dir = tempfile::tempdir().unwrap();
    let (index, model) = large(dir.path());
    for query in ["word", "word4", "\"lead1 word", "\"lead1 word4", "lead6 word49", "-word4 lead"] {
        check(&index.searcher(), &model, query);
    }
}

#[test]
fn an_overtaken_search_gives_up_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let (index, _) = large(dir.path());
    for query in ["", "word", "lead1 ", "\"lead1 word", "-lead1 lead"] {
        let newest = Arc::new(AtomicU64::new(1));
        let cancel = Cancel::new(Arc::clone(&newest), 1);
        let n_asked = Cell::new(0);
        let keep = |_| {
            n_asked.set(n_asked.get() + 1);
            newest.store(2, Ordering::Relaxed);
            true
        };
        let searcher = index.searcher();
        let whole = (usize::MAX, usize::MAX);
        let result = searcher.newest(&texts(&typed(query)), whole, &cancel, keep, |_| ());
        assert!(matches!(result, Err(IndexError::Cancelled)), "{query}");
        assert!(n_asked.get() < 5000, "{query}: {}", n_asked.get());
        assert!(matches!(searcher.all(&texts(&typed(query)), &cancel), Err(IndexError::Cancelled)));
        let late = searcher.newest(&texts(&typed(query)), whole, &cancel, |_| true, |_| ());
        assert!(matches!(late, Err(IndexError::Cancelled)), "{query}");
        let nothing = crate::base::Bits::default();
        assert!(
            searcher.best(&typed(query).scored(), &nothing, 5, |seq| seq.0, &cancel).is_err(),
            "{query}"
        );
    }
}

#[test]
fn a_word_in_the_title_makes_a_better_match() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let (mut writer, mut model) = (writer(&index), Model::default());
    model.add(&mut writer, 0, 9, &["other words here", "peace at last"]);
    model.add(&mut writer, 1, 2, &["peace at last", "other words here"]);
    model.add(&mut writer, 2, 5, &["nothing", "else"]);
    writer.commit(3).unwrap();
    index.reload().unwrap();
    let (searcher, never) = (index.searcher(), Cancel::never());
    let found = searcher.all(&texts(&typed("peace ")), &never).unwrap();
    let best = searcher.best(&typed("peace ").scored(), &found, 9, |seq| seq.0, &never).unwrap();
    assert_eq!(best.iter().map(|(_, seq)| seq.0).collect::<Vec<_>>(), [1, 0]);
    assert!(best[0].0 > best[1].0);
}

#[test]
fn only_what_is_committed_is_found_and_the_watermark_comes_back() {
    let dir = tempfile::tempdir().unwrap();
    let opened = Index::open(dir.path(), KEY).unwrap();
    assert_eq!((opened.watermark, &opened.notice), (None, &None));
    let (mut writer, mut model) = (writer(&opened.index), Model::default());
    model.add(&mut writer, 0, 1, &["one"]);
    writer.commit(1).unwrap();
    model.add(&mut writer, 1, 1, &["one"]);
    drop(writer);
    let again = Index::open(dir.path(), KEY).unwrap();
    assert_eq!((again.watermark, again.notice), (Some(1), None));
    assert_eq!(all(&again.index.searcher(), &typed("one")), [Seq(0)]);
    assert_eq!(opened.index.searcher().n_articles(), 0);
    opened.index.reload().unwrap();
    assert_eq!(opened.index.searcher().n_articles(), 1);
    again.index.verify().unwrap();
}

#[test]
fn there_is_one_writer_but_readers_are_free() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let mut first = writer(&index);
    Model::default().add(&mut first, 0, 1, &["one"]);
    first.commit(1).unwrap();
    assert!(matches!(Writer::open(&index, 0, 1), Err(IndexError::Locked)));
    assert!(matches!(wipe(dir.path()), Err(IndexError::Locked)));
    assert!(matches!(Index::open(dir.path(), "another"), Err(IndexError::Locked)));
    assert_eq!(Index::open(dir.path(), KEY).unwrap().watermark, Some(1));
    drop(first);
    writer(&index).leave();
}

#[test]
fn an_index_of_another_catalogue_is_replaced_and_strange_files_are_left() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let mut writer = writer(&index);
    Model::default().add(&mut writer, 0, 1, &["one"]);
    writer.commit(1).unwrap();
    drop(writer);
    std::fs::write(dir.path().join("letter.txt"), "dear").unwrap();
    let before = index.searcher();
    index.reload().unwrap();
    let other = Index::open(dir.path(), "another").unwrap();
    assert_eq!(other.watermark, None);
    assert!(other.notice.is_some_and(|notice| notice.contains("list of articles was rebuilt")));
    assert_eq!(other.index.searcher().n_articles(), 0);
    assert!(dir.path().join("letter.txt").exists());
    assert_eq!(all(&index.searcher(), &typed("one")), [Seq(0)]);
    assert_eq!(before.n_articles(), 0);
    wipe(dir.path()).unwrap();
    assert_eq!(Index::open(dir.path(), KEY).unwrap().notice, None);
}

#[test]
fn a_directory_that_cannot_be_written_is_searched_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let mut writer = writer(&index);
    Model::default().add(&mut writer, 0, 1, &["one"]);
    writer.commit(1).unwrap();
    let files = || std::fs::read_dir(dir.path()).unwrap().count();
    drop(writer);
    std::fs::remove_file(dir.path().join(".tantivy-meta.lock")).unwrap();
    let n_files = files();
    let directory = ReadOnly(MmapDirectory::open(dir.path()).unwrap());
    let (index, watermark) = Index::open_in(dir.path(), directory, KEY, true).unwrap();
    assert_eq!(watermark, Some(1));
    index.reload().unwrap();
    assert_eq!(all(&index.searcher(), &typed("one")), [Seq(0)]);
    assert!(matches!(Writer::open(&index, 0, 1), Err(error) if error.is_read_only()));
    assert_eq!(files(), n_files);
}

#[test]
fn a_very_large_article_is_indexed_whole() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let (mut writer, mut model) = (writer(&index), Model::default());
    let body = "many words ".repeat(100_000) + "last";
    model.add(&mut writer, 0, 1, &["title", &body]);
    writer.commit(1).unwrap();
    index.reload().unwrap();
    check(&index.searcher(), &model, "title \"words last\"");
}

#[test]
fn segments_put_together_answer_as_before() {
    let dir = tempfile::tempdir().unwrap();
    let index = open(dir.path());
    let (mut writer, mut model) = (writer(&index), Model::default());
    for seq in 0..7 {
        model.add(&mut writer, seq, seq, &["a title", "ab ba"]);
        writer.commit(seq + 1).unwrap();
    }
    model.delete(&mut writer, 3);
    writer.commit(7).unwrap();
    index.reload().unwrap();
    // The one with nothing but the deleted article is gone.
    assert_eq!(index.searcher().n_segments(), 6);
    let (done, waits) = std::sync::mpsc::channel();
    // Whatever merges are going on already, it comes to two.
    writer.consolidate(2, move || _ = done.send(()));
    while index.searcher().n_segments() != 2 {
        waits.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
        index.reload().unwrap();
    }
    // What is removed after a merge is before the next commit.
    writer.commit(7).unwrap();
    drop(writer);
    assert_eq!(Index::open(dir.path(), KEY).unwrap().watermark, Some(7));
    let mut names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().flatten().collect();
    names.retain(|entry| entry.path().extension().is_some_and(|it| it == "term"));
    assert_eq!(names.len(), 2, "what was put together is left behind");
    for query in QUERIES {
        check(&index.searcher(), &model, query);
    }
}
