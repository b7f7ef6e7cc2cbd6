//! Which articles satisfy a query: bits from the index, the columns and the marks, combined.

use std::{path::Path, sync::Arc};

use super::{Cancel, Library, LibraryError, read};
use crate::{
    base::{Bits, Clean},
    domain::{Article, ArticleLanguage, Mark, Rank, Seq},
    index::{FurtherWords, Searcher},
    query::{
        ArticleState, Criterion, DaySpan, NamePattern, Node, NodeKind, Plan, Query, QueryField,
        TextPart, Texts, Tongue, Url,
    },
    storage::catalogue::{Snapshot, Strings},
};

/// Looks at whether to go on once in so many rows.
const PATIENCE: usize = 1_000;

/// What an answer is made from.
pub(super) struct Sources<'l> {
    library: &'l Library,
    snapshot: &'l Arc<Snapshot>,
    /// Of the full text, if there is one yet.
    searcher: Option<&'l Searcher>,
    cancel: &'l Cancel,
}

impl<'l> Sources<'l> {
    pub(super) fn new(
        library: &'l Library,
        snapshot: &'l Arc<Snapshot>,
        searcher: Option<&'l Searcher>,
        cancel: &'l Cancel,
    ) -> Self {
        Self { library, snapshot, searcher, cancel }
    }

    /// The articles that satisfy a query, a bit each; perhaps some that are gone.
    pub(super) fn satisfying(&self, query: &Query) -> Result<Bits, LibraryError> {
        match query.plan() {
            Some(plan) => self.of(&plan, None),
            None => Ok(self.snapshot.alive().clone()),
        }
    }

    /// What the index is asked by a query, if that is one question, and the articles that satisfy
    /// the rest of it; `None` of a query that is put together in another way.
    pub(super) fn divided(
        &self,
        query: &Query,
    ) -> Result<Option<(Texts, Option<Bits>)>, LibraryError> {
        match query.plan() {
            Some(Plan::Texts(texts)) => Ok(Some((texts, None))),
            Some(Plan::And(parts)) => {
                let Some((Plan::Texts(texts), rest)) = parts.split_first() else { return Ok(None) };
                let is_quick = |part: &Plan| !part.reads() && !part.asks_texts();
                if !rest.iter().all(is_quick) {
                    return Ok(None);
                }
                let rest = self.all_of(rest, None)?;
                Ok(Some((texts.clone(), Some(rest))))
            }
            _ => Ok(None),
        }
    }

    /// The words besides its own that a part of a query of one word finds.
    pub(super) fn further_words(
        &self,
        node: &Node,
        most: usize,
    ) -> Result<FurtherWords, LibraryError> {
        match (&node.kind, self.searcher) {
            (NodeKind::Text(clause), Some(searcher)) => {
                Ok(searcher.further_words(clause, most, self.cancel)?)
            }
            _ => Ok(FurtherWords { words: Vec::new(), is_whole: true }),
        }
    }

    /// How often each of the articles `found` has what is looked for, by its number: as the index
    /// says, or, if signs and case count, as their texts do.
    pub(super) fn n_hits(&self, query: &Query, found: &Bits) -> Result<Vec<u32>, LibraryError> {
        let mut found = found.clone();
        found.keep(self.snapshot.alive());
        if !query.clauses().iter().any(|(clause, _)| clause.needs_text()) {
            let Some(searcher) = self.searcher else { return Ok(Vec::new()) };
            return Ok(searcher.n_hits(query, &found, self.cancel)?);
        }
        let mut counts = vec![0; self.snapshot.state().n_rows as usize];
        for row in found.iter() {
            if self.cancel.is_cancelled() {
                return Err(LibraryError::Cancelled);
            }
            let record = self.snapshot.record(Seq(row))?;
            // A file that went meanwhile has no text; the list follows in a moment.
            let path = self.snapshot.path(&record)?;
            let Ok(article) = self.library.read_article(&path) else { continue };
            let tongue = record.language.tongue();
            let hits = |text: &Clean, part| query.hits_in(text, part, tongue).len();
            let body = article.paragraphs.iter().map(|text| hits(text, TextPart::Paragraph));
            let n = hits(&article.title, TextPart::Title) + body.sum::<usize>();
            counts[row as usize] = u32::try_from(n).unwrap_or(u32::MAX);
        }
        Ok(counts)
    }

    /// The articles that satisfy a plan; those that must be read are of `within`.
    pub(super) fn of(&self, plan: &Plan, within: Option<&Bits>) -> Result<Bits, LibraryError> {
        match plan {
            Plan::Texts(Texts::Everything) => Ok(self.snapshot.alive().clone()),
            Plan::Texts(texts) => self.with(texts),
            Plan::Criterion(criterion) => self.meeting(criterion),
            Plan::Check { candidates, leaf } => {
                let mut found = self.with(candidates)?;
                found.keep(within.unwrap_or(self.snapshot.alive()));
                found.keep(self.snapshot.alive());
                self.checked(&found, leaf)
            }
            Plan::Not(inner) => {
                let mut found = self.snapshot.alive().clone();
                found.remove(&self.of(inner, within)?);
                Ok(found)
            }
            Plan::And(parts) => self.all_of(parts, within),
            Plan::Or(parts) => {
                let mut found = Bits::default();
                for part in parts {
                    found.add(&self.of(part, within)?);
                }
                Ok(found)
            }
        }
    }

    fn with(&self, texts: &Texts) -> Result<Bits, LibraryError> {
        let searcher = self.searcher.ok_or(LibraryError::NotIndexed)?;
        Ok(searcher.all(texts, self.cancel)?)
    }

    fn all_of(&self, parts: &[Plan], within: Option<&Bits>) -> Result<Bits, LibraryError> {
        let mut found: Option<Bits> = within.cloned();
        for part in parts {
            if self.cancel.is_cancelled() {
                return Err(LibraryError::Cancelled);
            }
            let more = self.of(part, found.as_ref())?;
            match &mut found {
                Some(found) => found.keep(&more),
                None => found = Some(more),
            }
        }
        Ok(found.unwrap_or_default())
    }

    /// Those of `candidates` whose text has a leaf of a query: each is read.
    fn checked(&self, candidates: &Bits, leaf: &Node) -> Result<Bits, LibraryError> {
        let mut found = Bits::default();
        for row in candidates.iter() {
            if self.cancel.is_cancelled() {
                return Err(LibraryError::Cancelled);
            }
            let record = self.snapshot.record(Seq(row))?;
            let path = self.snapshot.path(&record)?;
            // A file that went meanwhile has no text; the list follows in a moment.
            let Ok(article) = self.library.read_article(&path) else { continue };
            found.set(row, has_leaf(&article, record.language.tongue(), leaf));
        }
        Ok(found)
    }

    fn meeting(&self, criterion: &Criterion) -> Result<Bits, LibraryError> {
        let found = match criterion {
            Criterion::Is(state) => return self.in_state(*state),
            Criterion::Date(period) => {
                return Ok(self.of_days(period.days(chrono::Local::now().date_naive())));
            }
            Criterion::Words(numbers) => {
                let columns = self.library.columns(self.snapshot)?;
                rows(&columns.n_words, |n_words| numbers.contains(n_words))
            }
            Criterion::Source(pattern) => self.of_source(pattern)?,
            Criterion::Path(pattern) => self.at_path(pattern)?,
            Criterion::Id(digits) => return self.with_id(digits),
            Criterion::Step(number) => self.library.step(*number)?.rows,
            Criterion::Title(regex) => {
                let is_match = regex.compiled();
                return self.with_strings(self.snapshot.alive(), |_, it| is_match(&it.title));
            }
            Criterion::Url(url) => self.at_address(url)?,
            Criterion::Any(regex) => {
                let pattern = NamePattern::Regex(regex.clone());
                let mut rows = self.of_source(&pattern)?;
                rows.add(&self.at_path(&pattern)?);
                rows.add(&self.at_address(&Url::Regex(regex.clone()))?);
                let is_match = regex.compiled();
                rows.add(&self.with_strings(self.snapshot.alive(), |_, it| is_match(&it.title))?);
                rows
            }
            Criterion::Lang(code) => {
                let language = code.as_deref().map(ArticleLanguage::of).unwrap_or_default();
                let columns = self.library.columns(self.snapshot)?;
                rows(&columns.languages, |it| it == language.number())
            }
            Criterion::Added(_) => return Err(LibraryError::NotAsked(QueryField::Added.name())),
        };
        Ok(self.articles_of(found))
    }

    /// The articles of some rows: a copy stands for its article.
    fn articles_of(&self, mut rows: Bits) -> Bits {
        for copy in self.snapshot.state().copies.iter() {
            if rows.contains(copy.rank.seq().0) {
                rows.set(copy.article, true);
            }
        }
        rows.keep(self.snapshot.alive());
        rows
    }

    /// The rows of articles and of their copies.
    fn all_rows(&self) -> Bits {
        let mut rows = self.snapshot.alive().clone();
        for copy in self.snapshot.state().copies.iter() {
            rows.set(copy.rank.seq().0, true);
        }
        rows
    }

    fn in_state(&self, state: ArticleState) -> Result<Bits, LibraryError> {
        let marks = read(&self.library.shared.marks);
        let marked = |field| marks.of(field).clone();
        let mut found = match state {
            ArticleState::Read => marked(Mark::Read),
            ArticleState::Starred => marked(Mark::Starred),
            ArticleState::Changed => marked(Mark::Changed),
            ArticleState::Unread => {
                let mut found = self.snapshot.alive().clone();
                found.remove(marks.of(Mark::Read));
                found
            }
            ArticleState::Undated => self.of_days(DaySpan::Undated),
            ArticleState::Copy => {
                self.snapshot.state().copies.iter().map(|copy| copy.article).collect()
            }
            ArticleState::Damaged => {
                drop(marks);
                self.library.columns(self.snapshot)?.damaged.clone()
            }
        };
        found.keep(self.snapshot.alive());
        Ok(found)
    }

    /// A run of the order by date.
    fn of_days(&self, days: DaySpan) -> Bits {
        let ranks = self.snapshot.ranks();
        let n_dated = ranks.partition_point(|rank| rank.date().is_some());
        let (dated, undated) = ranks.split_at(n_dated);
        let run = match days {
            DaySpan::Undated => undated,
            DaySpan::Between(first, last) => {
                let date = |rank: &Rank| rank.date().unwrap_or_default();
                let start = last.map_or(0, |last| dated.partition_point(|rank| last < date(rank)));
                let end = first
                    .map_or(dated.len(), |first| dated.partition_point(|it| first <= date(it)));
                dated.get(start..end).unwrap_or_default()
            }
        };
        run.iter().map(|rank| rank.seq().0).collect()
    }

    fn of_source(&self, pattern: &NamePattern) -> Result<Bits, LibraryError> {
        let names = &self.snapshot.state().sources.names;
        let wanted: Vec<bool> = match pattern {
            NamePattern::Name(own) => names.iter().map(|name| own.is_name_of(name)).collect(),
            NamePattern::Regex(regex) => {
                let is_match = regex.compiled();
                names.iter().map(|name| is_match(name)).collect()
            }
            NamePattern::Group(group) => names.iter().map(|name| group.has(name)).collect(),
        };
        let columns = self.library.columns(self.snapshot)?;
        let is_wanted = |source: u32| wanted.get(source as usize).copied().unwrap_or(false);
        Ok(rows(&columns.sources, is_wanted))
    }

    fn at_path(&self, pattern: &NamePattern) -> Result<Bits, LibraryError> {
        let state = self.snapshot.state();
        let columns = self.library.columns(self.snapshot)?;
        let n_folders = u32::try_from(state.folders.len()).unwrap_or(u32::MAX);
        let folders: Vec<String> = (0..n_folders)
            .map(|folder| state.folder_path(folder).to_string_lossy().into_owned())
            .collect();
        let whole: Vec<bool> = folders.iter().map(|folder| holds_whole(pattern, folder)).collect();
        let is_whole = |folder: u32| whole.get(folder as usize).copied().unwrap_or(false);
        let mut rows = rows(&columns.folders, is_whole);
        if asks_names(pattern) {
            let mut rest = self.all_rows();
            rest.remove(&rows);
            let is_match = matcher(pattern);
            let named = self.with_strings(&rest, |row, strings| {
                let folder = columns.folders.get(row as usize).copied().unwrap_or(0);
                let folder = folders.get(folder as usize).map_or("", String::as_str);
                let path = Path::new(folder).join(&strings.name);
                is_match(&path.to_string_lossy())
            })?;
            rows.add(&named);
        }
        Ok(rows)
    }

    fn at_address(&self, url: &Url) -> Result<Bits, LibraryError> {
        let regex = match url {
            Url::Regex(regex) => Some(regex.compiled()),
            Url::Begins(_) | Url::Words(_) => None,
        };
        let is_match = |address: &str| match &regex {
            Some(is_match) => is_match(address),
            None => url.is_of(address),
        };
        let is_at = |_, strings: &Strings| strings.url.as_deref().is_some_and(is_match);
        self.with_strings(self.snapshot.alive(), is_at)
    }

    fn with_id(&self, digits: &str) -> Result<Bits, LibraryError> {
        let mut found = Bits::default();
        self.snapshot.each_record(Seq(0), |seq, record| {
            if record.id.to_string().starts_with(digits) {
                found.set(seq.0, true);
            }
        })?;
        found.keep(self.snapshot.alive());
        Ok(found)
    }

    /// Those of some rows whose strings are wanted: two reads a row.
    fn with_strings(
        &self,
        rows: &Bits,
        is_wanted: impl Fn(u32, &Strings) -> bool,
    ) -> Result<Bits, LibraryError> {
        let mut found = Bits::default();
        for (nth, row) in rows.iter().enumerate() {
            if nth % PATIENCE == 0 && self.cancel.is_cancelled() {
                return Err(LibraryError::Cancelled);
            }
            let strings = self.snapshot.strings(&self.snapshot.record(Seq(row))?)?;
            if is_wanted(row, &strings) {
                found.set(row, true);
            }
        }
        Ok(found)
    }
}

/// The rows of a column whose values are wanted.
fn rows<T: Copy>(column: &[T], is_wanted: impl Fn(T) -> bool) -> Bits {
    let rows = (0..).zip(column).filter(|(_, value)| is_wanted(**value));
    rows.map(|(row, _)| row).collect()
}

/// Whether an article has what a leaf of a query asks.
fn has_leaf(article: &Article, tongue: Tongue, leaf: &Node) -> bool {
    let texts = std::iter::once(&article.title).chain(&article.paragraphs);
    leaf.is_satisfied_in(texts.map(Clean::as_str), tongue)
}

/// Whether everything in a folder is meant.
fn holds_whole(pattern: &NamePattern, folder: &str) -> bool {
    match pattern {
        // What is below is asked with any name.
        NamePattern::Name(name) => name.is_path_of(&format!("{folder}/")),
        NamePattern::Regex(_) | NamePattern::Group(_) => false,
    }
}

/// Whether the names of files matter, too.
fn asks_names(pattern: &NamePattern) -> bool {
    match pattern {
        NamePattern::Name(name) => !name.text.ends_with('/'),
        NamePattern::Regex(_) => true,
        NamePattern::Group(_) => false,
    }
}

fn matcher(pattern: &NamePattern) -> Box<dyn Fn(&str) -> bool + '_> {
    match pattern {
        NamePattern::Name(name) => Box::new(|path| name.is_path_of(path)),
        NamePattern::Regex(regex) => Box::new(regex.compiled()),
        NamePattern::Group(_) => Box::new(|_| false),
    }
}
