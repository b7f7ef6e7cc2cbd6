//! The language as one would write it down in an afternoon: every article is looked at, every word
//! compared. Nothing is shared with the program but the tree and how a text is cut into words.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use chrono::{Datelike, NaiveDate};
use dateline::{
    base::words::{Kind as CutKind, words},
    domain::FacetKind,
    query::{
        ArticleState, Clause, Criterion, DaySpan, Ending, NamePattern, Node, NodeKind, Proximity,
        Query, Regex, SortBy, TextScope, Tongue, Url, Writing,
    },
};

/// An article with all that can be asked of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    pub(super) title: String,
    pub(super) paragraphs: Vec<String>,
    /// Paths and sources; the first is the article, the others are copies.
    pub(super) places: Vec<(String, String)>,
    pub(super) url: Option<String>,
    pub(super) date: Option<NaiveDate>,
    pub(super) n_words: u32,
    pub(super) lang: Option<String>,
    pub(super) id: String,
    pub(super) states: BTreeSet<ArticleState>,
    pub(super) added: NaiveDate,
}

impl Plain {
    /// By which its words have other forms.
    pub(super) fn tongue(&self) -> Tongue {
        Tongue::of_article(self.lang.as_deref())
    }
}

/// What a query is asked with.
pub(super) struct Asked {
    pub(super) today: NaiveDate,
    pub(super) groups: Vec<(String, Vec<String>)>,
    /// The articles come in the order of the list.
    pub(super) is_sorted: bool,
}

/// The articles that satisfy a query, in its order: without one, the newest first.
pub(super) fn answer(articles: &[Plain], query: &Query, asked: &Asked) -> Vec<usize> {
    let is_hit = |at: &usize| query.root().is_none_or(|root| matches(&articles[*at], root, asked));
    let mut found: Vec<usize> = (0..articles.len()).filter(is_hit).collect();
    if !asked.is_sorted {
        found.sort_by(|one, two| by_date(&articles[*one], &articles[*two]));
    }
    if let Some(sort) = query.showing().sort {
        let key = |at: &usize| &articles[*at];
        match sort.by {
            SortBy::Date | SortBy::Relevance => {}
            SortBy::Source => found.sort_by_key(|at| key(at).places[0].1.to_lowercase()),
            SortBy::Title => found.sort_by_key(|at| key(at).title.to_lowercase()),
            SortBy::Words => found.sort_by_key(|at| key(at).n_words),
            SortBy::Added => found.sort_by_key(|at| std::cmp::Reverse(key(at).added)),
            SortBy::Hits => found.sort_by_key(|at| std::cmp::Reverse(n_hits(key(at), query))),
        }
        if sort.is_reversed {
            found.reverse();
        }
    }
    found.truncate(query.showing().limit.unwrap_or(usize::MAX));
    found
}

fn by_date(one: &Plain, two: &Plain) -> Ordering {
    two.date.cmp(&one.date).then_with(|| one.places[0].0.cmp(&two.places[0].0))
}

pub(super) fn matches(article: &Plain, node: &Node, asked: &Asked) -> bool {
    match &node.kind {
        NodeKind::All => true,
        NodeKind::Text(clause) => {
            let tongue = article.tongue();
            texts(article, clause.scope()).any(|text| !places(text, clause, tongue).is_empty())
        }
        NodeKind::Near(near) => {
            let tongue = article.tongue();
            texts(article, near.scope()).any(|text| is_near(text, near, tongue))
        }
        NodeKind::Criterion(column) => has(article, column, asked),
        NodeKind::Not(inner) => !matches(article, inner, asked),
        NodeKind::And(members) => members.iter().all(|member| matches(article, member, asked)),
        NodeKind::Or(members) => members.iter().any(|member| matches(article, member, asked)),
    }
}

fn texts(article: &Plain, scope: TextScope) -> impl Iterator<Item = &str> {
    let title = (scope != TextScope::Body).then_some(&article.title);
    let body = if scope == TextScope::Title { [].as_slice() } else { &article.paragraphs };
    title.into_iter().chain(body).map(String::as_str)
}

/// The numbers of the words at each place of a text where a clause stands.
fn places(text: &str, clause: &Clause, tongue: Tongue) -> Vec<RangeInclusive<usize>> {
    let cuts: Vec<_> = words(text).collect();
    let n_words = clause.tokens().len();
    let is_at = |first: usize| {
        let found = &cuts[first..first + n_words];
        let are_same = found.iter().zip(clause.tokens()).enumerate().all(|(nth, (cut, token))| {
            let word = cut.1.as_str();
            // Of a clause that takes forms, the only word.
            let is_form = || clause.forms(tongue).is_some_and(|forms| forms.has(word));
            let is_spelled = match clause.ending() {
                Ending::Begun if nth + 1 == n_words => word.starts_with(&**token),
                Ending::Fuzzy(distance) => {
                    let is_near = strsim::osa_distance(word, token) <= usize::from(distance);
                    is_near && word.chars().next() == token.chars().next()
                }
                Ending::Pattern => {
                    let pattern = token.replace('*', ".*").replace('?', ".");
                    regex::Regex::new(&format!("^(?:{pattern})$")).unwrap().is_match(word)
                }
                _ => word == &**token,
            };
            is_spelled || is_form()
        });
        let (start, last) = (found[0].0.range.start, &found[n_words - 1].0);
        let end = match last.kind {
            // Of a pair, one character may be meant.
            CutKind::Pair { second } if clause.tokens()[n_words - 1].chars().count() == 1 => second,
            _ => last.range.end,
        };
        are_same && (clause.writing() != Writing::Exact || is_written(text, start, end, clause))
    };
    let firsts = 0..(cuts.len() + 1).saturating_sub(n_words);
    firsts.filter(|at| is_at(*at)).map(|at| at..=at + n_words - 1).collect()
}

/// Whether the text around some words is written as an exact clause has it.
fn is_written(text: &str, start: usize, end: usize, clause: &Clause) -> bool {
    let own: Vec<_> = words(clause.text()).collect();
    let lead = own[0].0.range.start;
    let tail = clause.text().len() - own.last().unwrap().0.range.end;
    let Some(from) = start.checked_sub(lead) else { return false };
    let found = text.get(from..end + tail).unwrap_or_default();
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    squeezed(found) == squeezed(clause.text())
}

/// Tries every choice of one place a side.
fn is_near(text: &str, near: &Proximity, tongue: Tongue) -> bool {
    let sides: Vec<Vec<RangeInclusive<usize>>> = near
        .sides()
        .iter()
        .map(|side| side.iter().flat_map(|clause| places(text, clause, tongue)).collect())
        .collect();
    let goes_on = |from: &RangeInclusive<usize>, nth: usize| -> Vec<RangeInclusive<usize>> {
        let gap = near.gaps()[nth];
        let is_near = |to: &&RangeInclusive<usize>| {
            let behind = to.start().checked_sub(*from.end()).filter(|apart| 0 < *apart);
            let before = from.start().checked_sub(*to.end()).filter(|apart| 0 < *apart);
            let apart = if gap.is_ordered { behind } else { behind.or(before) };
            apart.is_some_and(|apart| apart <= gap.n as usize)
        };
        sides[nth + 1].iter().filter(is_near).cloned().collect()
    };
    let mut reached = sides[0].clone();
    for nth in 0..near.gaps().len() {
        reached = reached.iter().flat_map(|from| goes_on(from, nth)).collect();
        reached.sort_by_key(|place| (*place.start(), *place.end()));
        reached.dedup();
    }
    !reached.is_empty()
}

fn has(article: &Plain, column: &Criterion, asked: &Asked) -> bool {
    let paths = || article.places.iter().map(|(path, _)| path.as_str());
    let sources = || article.places.iter().map(|(_, source)| source.as_str());
    match column {
        Criterion::Source(NamePattern::Regex(regex)) => sources().any(|it| fits(regex, it)),
        Criterion::Source(NamePattern::Group(name)) => {
            let group = asked.groups.iter().find(|(known, _)| **known == *name.name);
            group.is_some_and(|(_, members)| {
                sources().any(|it| members.iter().any(|one| one.eq_ignore_ascii_case(it)))
            })
        }
        Criterion::Source(NamePattern::Name(name)) => {
            let own = regex::escape(&name.text.to_lowercase()).replace("\\*", ".*");
            let end = if name.is_begun { "" } else { "$" };
            let pattern = regex::Regex::new(&format!("^{own}{end}")).unwrap();
            sources().any(|it| pattern.is_match(&it.to_lowercase()))
        }
        Criterion::Path(NamePattern::Regex(regex)) => paths().any(|it| fits(regex, it)),
        // There is no history either.
        Criterion::Path(NamePattern::Group(_)) | Criterion::Step(_) => false,
        Criterion::Path(NamePattern::Name(name)) => {
            let own = regex::escape(&name.text.to_lowercase()).replace("\\*", ".*");
            let own = own.trim_end_matches('/');
            let pattern = match (name.is_begun, name.text.ends_with('/')) {
                (true, _) => {
                    format!("^{}", regex::escape(&name.text.to_lowercase()).replace("\\*", ".*"))
                }
                (false, true) => format!("^{own}/"),
                (false, false) => format!("^{own}(/|$)"),
            };
            let pattern = regex::Regex::new(&pattern).unwrap();
            paths().any(|it| pattern.is_match(&it.to_lowercase()))
        }
        Criterion::Url(url) => article.url.as_deref().is_some_and(|it| is_address(it, url)),
        Criterion::Title(regex) => fits(regex, &article.title),
        Criterion::Any(regex) => {
            let names = paths().chain(sources()).chain(article.url.as_deref());
            names.chain([article.title.as_str()]).any(|it| fits(regex, it))
        }
        Criterion::Lang(code) => article.lang.as_deref() == code.as_deref(),
        Criterion::Words(numbers) => (numbers.least..=numbers.most).contains(&article.n_words),
        Criterion::Id(digits) => article.id.starts_with(&**digits),
        Criterion::Date(period) => is_within(article.date, period.days(asked.today)),
        Criterion::Added(period) => is_within(Some(article.added), period.days(asked.today)),
        Criterion::Is(ArticleState::Unread) => !article.states.contains(&ArticleState::Read),
        Criterion::Is(ArticleState::Undated) => article.date.is_none(),
        Criterion::Is(ArticleState::Copy) => 1 < article.places.len(),
        Criterion::Is(state) => article.states.contains(state),
    }
}

fn fits(regex: &Regex, text: &str) -> bool {
    let flags = if regex.ignores_case() { "(?i)" } else { "" };
    regex::Regex::new(&format!("{flags}{}", regex.text().replace("\\/", "/")))
        .unwrap()
        .is_match(text)
}

fn is_address(address: &str, url: &Url) -> bool {
    let plain = address.trim_start_matches("https://").trim_start_matches("http://");
    let plain = plain.trim_start_matches("www.");
    match url {
        Url::Begins(own) => {
            let (host, path) = plain.split_at(plain.find('/').unwrap_or(plain.len()));
            let (own_host, own_path) = own.split_at(own.find('/').unwrap_or(own.len()));
            let host = format!(".{}", host.to_lowercase());
            host.ends_with(&format!(".{own_host}")) && path.starts_with(own_path)
        }
        Url::Words(clause) => !places(address, clause, Tongue::NONE).is_empty(),
        Url::Regex(regex) => fits(regex, address),
    }
}

fn is_within(date: Option<NaiveDate>, span: DaySpan) -> bool {
    match (span, date) {
        (DaySpan::Undated, date) => date.is_none(),
        (_, None) => false,
        (DaySpan::Between(first, last), Some(date)) => {
            first.is_none_or(|first| first <= date) && last.is_none_or(|last| date <= last)
        }
    }
}

/// How often an article has what is looked for.
fn n_hits(article: &Plain, query: &Query) -> usize {
    let leaves = query.root().map(Node::wanted).unwrap_or_default();
    let tongue = article.tongue();
    let of = |node: &Node| -> usize {
        match &node.kind {
            NodeKind::Text(clause) => {
                let of = |text| places(text, clause, tongue).len();
                texts(article, clause.scope()).map(of).sum()
            }
            NodeKind::Near(near) => {
                let of = |text| near_places(text, near, tongue).len();
                texts(article, near.scope()).map(of).sum()
            }
            _ => 0,
        }
    };
    leaves.into_iter().map(of).sum()
}

/// The first and last word of each place that is a part of a whole chain.
fn near_places(text: &str, near: &Proximity, tongue: Tongue) -> BTreeSet<(usize, usize)> {
    let sides: Vec<Vec<RangeInclusive<usize>>> = near
        .sides()
        .iter()
        .map(|side| side.iter().flat_map(|clause| places(text, clause, tongue)).collect())
        .collect();
    let mut chains: Vec<Vec<RangeInclusive<usize>>> =
        sides[0].iter().map(|place| vec![place.clone()]).collect();
    for (nth, gap) in near.gaps().iter().enumerate() {
        let n = gap.n as usize;
        let goes_on = |from: &RangeInclusive<usize>, to: &RangeInclusive<usize>| {
            let follows = from.end() < to.start() && to.start() - from.end() <= n;
            let leads = to.end() < from.start() && from.start() - to.end() <= n;
            follows || (leads && !gap.is_ordered)
        };
        chains = chains
            .iter()
            .flat_map(|chain| {
                let next = sides[nth + 1].iter().filter(|to| goes_on(&chain[nth], to));
                next.map(|to| [chain.as_slice(), std::slice::from_ref(to)].concat())
            })
            .collect();
    }
    chains.into_iter().flatten().map(|place| (*place.start(), *place.end())).collect()
}

/// The values of a facet that an article has, as a query takes them.
pub(super) fn values(article: &Plain, kind: FacetKind) -> BTreeSet<String> {
    let date = |format: &str| {
        article.date.map_or_else(|| "none".to_owned(), |date| date.format(format).to_string())
    };
    match kind {
        FacetKind::Source => article.places.iter().map(|(_, source)| source.clone()).collect(),
        FacetKind::Folder => {
            let slashes = |path: &String| {
                let ends = path.match_indices('/').map(|(at, _)| path[..=at].to_owned());
                ends.collect::<Vec<_>>()
            };
            article.places.iter().flat_map(|(path, _)| slashes(path)).collect()
        }
        FacetKind::Year => [date("%Y")].into(),
        FacetKind::Month => [date("%Y-%m")].into(),
        FacetKind::Language => [article.lang.clone().unwrap_or_else(|| "none".to_owned())].into(),
        FacetKind::State => states(article),
        FacetKind::Length => {
            let classes = [(0, 99), (100, 299), (300, 599), (600, 999), (1000, 1999)];
            let class = classes.iter().find(|(_, last)| article.n_words <= *last);
            [match class {
                Some((0, last)) => format!("..{last}"),
                Some((first, last)) => format!("{first}..{last}"),
                None => "2000..".to_owned(),
            }]
            .into()
        }
    }
}

fn states(article: &Plain) -> BTreeSet<String> {
    let is = |state| article.states.contains(&state);
    let states = [
        ("unread", !is(ArticleState::Read)),
        ("read", is(ArticleState::Read)),
        ("starred", is(ArticleState::Starred)),
        ("changed", is(ArticleState::Changed)),
        ("undated", article.date.is_none()),
        ("copy", 1 < article.places.len()),
        ("damaged", is(ArticleState::Damaged)),
    ];
    states.iter().filter(|(_, is_so)| *is_so).map(|(name, _)| (*name).to_owned()).collect()
}

/// How many of some articles come from each source; a copy counts for its own.
pub(super) fn sources(articles: &[Plain], found: &[usize]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for at in found {
        let sources: BTreeSet<&String> = articles[*at].places.iter().map(|(_, it)| it).collect();
        for source in sources {
            *counts.entry(source.clone()).or_default() += 1;
        }
    }
    counts
}

/// How many of some articles are of each month, and how many have no date.
pub(super) fn months(articles: &[Plain], found: &[usize]) -> (BTreeMap<(i32, u32), usize>, usize) {
    let (mut counts, mut n_undated) = (BTreeMap::new(), 0);
    for at in found {
        match articles[*at].date {
            Some(date) => *counts.entry((date.year(), date.month())).or_default() += 1,
            None => n_undated += 1,
        }
    }
    (counts, n_undated)
}
