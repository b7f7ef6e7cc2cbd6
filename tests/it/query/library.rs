//! Random queries to a real library, answered a second time by the naive reading.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::{LazyLock, mpsc},
};

use dateline::{
    domain::{Amount, ArticleId, FacetKind, FacetValue, Headline, Listing, Mark, MarkChange},
    formats,
    library::{
        Cancel, FacetWanted, Keeper, KeeperSettings, Library, LibraryError, Limits, Looking,
        OwnFolders, Polling, ReadingSettings, TallyWanted,
    },
    marks::MarksFile,
    query::{ArticleState, Query, SortBy},
};
use proptest::prelude::*;
use tempfile::TempDir;

use super::{
    asked,
    generator::{WORDS, queries},
    naive::{self, Plain, answer},
    strict,
};

const N_ARTICLES: usize = 150;

/// Enough of a language to be told from others.
const ENGLISH: &str = "The mayor said that it was not for him to say when they would be back, and \
                       that all of this had to be left to the people of the town.";
const GERMAN: &str = "Die Leute in der Stadt sind nicht der Meinung, dass das alles so gut war, \
                      und auch der Rat ist mit sich und dem Ergebnis nicht zufrieden.";

struct Known {
    library: Library,
    /// In the order of the list.
    articles: Vec<Plain>,
    _folder: TempDir,
}

static KNOWN: LazyLock<Known> = LazyLock::new(Known::new);

impl Known {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let news = folder.path().join("News");
        write(&news);
        let library = open(&news, folder.path());
        let ids: Vec<ArticleId> = all(&library).iter().map(|it| it.id).collect();
        let own_folders = own_folders(folder.path());
        let mut marks = MarksFile::of(&own_folders, &news).open().unwrap().marks;
        for (mark, step) in [(Mark::Read, 2), (Mark::Starred, 5)] {
            let ids = ids.iter().copied().step_by(step).collect();
            marks.apply(&MarkChange { mark, value: true, ids }).unwrap();
        }
        drop((marks, library));
        let library = open(&news, folder.path());
        let articles = all(&library).iter().map(|it| plain(&library, it)).collect();
        Self { library, articles, _folder: folder }
    }
}

/// Files with all that is asked for, some of them copies, undated or flawed.
fn write(news: &Path) {
    let mut state = 7_u64;
    let mut next = |n: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    let mut last = String::new();
    for number in 0..N_ARTICLES {
        let folder = news.join(["politics", "politics/2022", "sport", "sport/lo cal"][next(4)]);
        fs::create_dir_all(&folder).unwrap();
        let mut words = |n: usize| {
            let words: Vec<&str> = (0..=next(n)).map(|_| WORDS[next(WORDS.len())]).collect();
            words.join(" ")
        };
        let (title, one, two) = (words(4), words(9), words(6));
        let day = ["20220217", "20220210", "20220131", "20211224", "20200229"][next(5)];
        let host = ["www.alpha.example", "beta.example", "news.gamma.example"][next(3)];
        let text = match next(8) {
            0 => last.clone(),
            3 => format!("{title}\n{day}\nhttps://{host}/e/{number}\n{ENGLISH} {one}\n"),
            4 => format!("{title}\n{day}\nhttps://{host}/d/{number}\n{GERMAN} {one}\n"),
            1 => format!("{title}\n\nhttps://{host}/a/{number}\n{one}\n{two}\n"),
            2 => format!("{title}\n{day}\nhttps://{host}/b/{number}\n{one}\u{7}\n"),
            _ => format!("{title}\n{day}\nhttps://{host}/a/{number}\n{one}\n{two}\n"),
        };
        fs::write(folder.join(format!("{number}.txt")), &text).unwrap();
        last = text;
    }
}

fn own_folders(home: &Path) -> OwnFolders {
    OwnFolders { cache: home.join("cache"), data: home.join("data"), ..OwnFolders::default() }
}

fn open(news: &Path, home: &Path) -> Library {
    let settings = KeeperSettings {
        index_memory_bytes: 30 << 20,
        watches: false,
        indexes: true,
        polling: Polling::default(),
        change_unreads: false,
        limits: Limits::default(),
    };
    let own_folders = own_folders(home);
    let opened = Keeper::open(news, &own_folders, ReadingSettings::default(), settings);
    let (library, keeper, _) = opened.unwrap();
    let (_sender, inbox) = mpsc::channel();
    keeper.look_once(Looking::EveryFile, &inbox, &mut |_| ());
    library
}

fn all(library: &Library) -> Vec<Headline> {
    let listed = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
    library.headlines(&listed, 0..listed.len()).unwrap()
}

fn plain(library: &Library, headline: &Headline) -> Plain {
    let article = library.article(headline.id).unwrap();
    let places = library.places(headline.id, usize::MAX).unwrap();
    let place = |path: &Path| path.to_str().unwrap().to_owned();
    let mut plain = Plain {
        title: article.title.to_string(),
        paragraphs: article.paragraphs.iter().map(ToString::to_string).collect(),
        places: places.iter().map(|it| (place(&it.path), it.source.to_string())).collect(),
        url: article.url.as_ref().map(ToString::to_string),
        date: article.date,
        n_words: article.n_words,
        id: headline.id.to_string(),
        lang: formats::language::of(&article.paragraphs).code().map(str::to_owned),
        ..Plain::default()
    };
    let states = [
        (ArticleState::Read, headline.has(Mark::Read)),
        (ArticleState::Starred, headline.has(Mark::Starred)),
        (ArticleState::Changed, headline.has(Mark::Changed)),
        (ArticleState::Damaged, article.problems.iter().any(|it| !it.is_about_date())),
    ];
    plain.states.extend(states.into_iter().filter(|(_, is_so)| *is_so).map(|(state, _)| state));
    plain
}

/// What the library finds; `None` if it cannot be asked that yet.
fn found(query: &Query) -> Option<Vec<String>> {
    let listing = Listing { query: Some(query.clone()), ..Listing::default() };
    let listed = match KNOWN.library.list(&listing, None, &Cancel::never()) {
        Err(LibraryError::NotAsked(_)) => return None,
        listed => listed.unwrap(),
    };
    let ids = |listed| -> Vec<String> {
        let rows = KNOWN.library.headlines(&listed, 0..listed.len()).unwrap();
        rows.iter().map(|it| it.id.to_string()).collect()
    };
    let whole = ids(listed);
    let page = KNOWN.library.first_page(&listing, &Cancel::never(), &mut |_| ()).unwrap();
    if let Some(page) = page.map(ids) {
        assert_eq!(page, whole[..page.len()], "the first page of {query}");
    }
    Some(whole)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_library_finds_what_the_naive_reading_finds(text in queries()) {
        let query = strict(&text).unwrap();
        let Some(mut found) = found(&query) else { return Ok(()) };
        let today = chrono::Local::now().date_naive();
        let expected = answer(&KNOWN.articles, &query, &super::Asked { today, is_sorted: true, ..asked() });
        let mut expected: Vec<String> =
            expected.into_iter().map(|at| KNOWN.articles[at].id.clone()).collect();
        // Titles and sources are compared in other ways.
        let is_other = |by| !matches!(by, SortBy::Date | SortBy::Words | SortBy::Hits);
        if query.showing().sort.is_some_and(|sort| is_other(sort.by)) {
            prop_assert_eq!(found.len(), expected.len(), "{}", query);
            if query.showing().limit.is_some() {
                return Ok(());
            }
            found.sort();
            expected.sort();
        }
        prop_assert_eq!(found, expected, "{}", query);
    }
}

/// Hits and, of these, unread articles, by some name.
type Counts = BTreeMap<String, [usize; 2]>;

/// What the articles at some places come to, counted one by one.
fn counted(found: &[usize], names: impl Fn(&Plain) -> BTreeSet<String>) -> Counts {
    let mut counts = Counts::new();
    for article in found.iter().map(|at| &KNOWN.articles[*at]) {
        let is_unread = !article.states.contains(&ArticleState::Read);
        for name in names(article) {
            let [n_hits, n_unread] = counts.entry(name).or_default();
            *n_hits += 1;
            *n_unread += usize::from(is_unread);
        }
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn facets_and_timeline_are_those_of_counting_article_by_article(text in queries()) {
        let query = strict(&text).unwrap();
        let listing = Listing { query: Some(query.clone()), ..Listing::default() };
        let listed = match KNOWN.library.list(&listing, None, &Cancel::never()) {
            Err(LibraryError::NotAsked(_)) => return Ok(()),
            listed => listed.unwrap(),
        };
        // Which ones a limit leaves depends on the order of equals.
        if query.showing().limit.is_some() {
            return Ok(());
        }
        let values = FacetWanted { n_values: usize::MAX, ..FacetWanted::default() };
        let wanted = TallyWanted { has_timeline: true, facets: FacetKind::ALL.to_vec(), values };
        let tally = KNOWN.library.tally(&listed, &wanted, &Cancel::never()).unwrap();
        let today = chrono::Local::now().date_naive();
        let asked = super::Asked { today, is_sorted: true, ..asked() };
        let found = answer(&KNOWN.articles, &query, &asked);
        for facet in &tally.facets {
            let value = |it: &FacetValue| (it.value.to_string(), [it.n_hits, it.n_unread]);
            let counts: Counts = facet.values.iter().map(value).collect();
            let expected = counted(&found, |article| naive::values(article, facet.kind));
            prop_assert_eq!(counts, expected, "{:?} of {}", facet.kind, query);
        }
        let timeline = tally.timeline.unwrap();
        let amount = |it: Amount| [it.n_hits as usize, it.n_unread as usize];
        let mut counts: Counts = timeline
            .days()
            .iter()
            .map(|it| (it.day.to_string(), amount(it.amount)))
            .chain([("none".to_owned(), amount(timeline.undated))])
            .collect();
        counts.retain(|_, amount| *amount != [0, 0]);
        let day = |article: &Plain| {
            [article.date.map_or_else(|| "none".to_owned(), |date| date.to_string())].into()
        };
        prop_assert_eq!(counts, counted(&found, day), "{}", query);
    }
}

#[test]
fn the_library_has_all_that_is_asked_for() {
    let n = |query: &str| found(&strict(query).unwrap()).unwrap().len();
    for query in [
        "is:read",
        "is:starred",
        "is:undated",
        "is:copy",
        "is:damaged",
        "path:sport/",
        "=US",
        "path:\"sport/lo cal\"",
        "source:alpha.example",
        "title:ferry -body:ferry",
        "date:2021",
        "lang:de",
        "lang:en",
        "lang:none",
        "source:@near",
        "wahlen -\"wahlen\"",
    ] {
        assert!(0 < n(query) && n(query) < KNOWN.articles.len(), "{query}: {}", n(query));
    }
}
