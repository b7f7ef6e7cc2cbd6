//! Explanations: what each part of a query finds, who answers it, and how long that takes.
//!
//! The parts are answered one by one, so that each has a time of its own; a search answers those of
//! the index together and is quicker than their sum. A part for which articles must be read is asked
//! last, and only of the articles that the parts next to it have left, as in a search.

use std::time::{Duration, Instant};

use super::{Cancel, Library, LibraryError, satisfying::Sources};
use crate::{
    base::{Bits, Clean},
    index::FurtherWords,
    query::{ArticleState, Criterion, Node, NodeKind, Plan, Query, Span},
};

/// A query as it was understood, and what it finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// `None` of a query that asks nothing of articles.
    pub root: Option<Explained>,
    /// All articles.
    pub n_articles: usize,
    pub took: Duration,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// As it is printed, with brackets wherever `OR` meets `AND`.
    pub text: Clean,
    /// Its place in the text of the query, if it was read from one.
    pub span: Span,
    pub asked: Answerer,
    /// The articles that it finds; unknown where the backend does not count.
    pub n_found: Option<usize>,
    /// It was asked only of the articles that the parts next to it left: so many.
    pub n_asked: Option<usize>,
    /// The time that it took, that of its members included.
    pub took: Option<Duration>,
    /// What its word was widened to.
    pub further: FurtherWords,
    pub parts: Vec<Explained>,
}

/// Who answers a part of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answerer {
    /// All its members, each by itself.
    All,
    /// Any of its members.
    Any,
    /// Every article that its member does not find.
    Others,
    /// It finds everything: nobody is asked.
    Everything,
    Index,
    /// The index says where it may be, and those articles are read.
    Texts,
    /// What is known of each article in memory.
    Columns,
    /// What is known of each article on disk: titles, addresses, names of files.
    Catalogue,
    Marks,
}

impl Answerer {
    /// The name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "and",
            Self::Any => "or",
            Self::Others => "not",
            Self::Everything => "everything",
            Self::Index => "index",
            Self::Texts => "texts",
            Self::Columns => "columns",
            Self::Catalogue => "catalogue",
            Self::Marks => "marks",
        }
    }

    /// Who answers a part, wherever it is asked.
    pub fn of(node: &Node) -> Self {
        match &node.kind {
            NodeKind::All => Self::Everything,
            NodeKind::Text(clause) if clause.needs_text() => Self::Texts,
            NodeKind::Near(near) if near.needs_text() => Self::Texts,
            NodeKind::Text(_) | NodeKind::Near(_) => Self::Index,
            NodeKind::Criterion(criterion) => Self::of_criterion(criterion),
            NodeKind::Not(_) => Self::Others,
            NodeKind::And(_) => Self::All,
            NodeKind::Or(_) => Self::Any,
        }
    }

    fn of_criterion(criterion: &Criterion) -> Self {
        match criterion {
            Criterion::Added(_) | Criterion::Step(_) => Self::Marks,
            Criterion::Is(state) => match state {
                ArticleState::Read
                | ArticleState::Unread
                | ArticleState::Starred
                | ArticleState::Changed => Self::Marks,
                ArticleState::Undated | ArticleState::Copy | ArticleState::Damaged => Self::Columns,
            },
            Criterion::Date(_)
            | Criterion::Words(_)
            | Criterion::Source(_)
            | Criterion::Lang(_) => Self::Columns,
            Criterion::Path(_)
            | Criterion::Id(_)
            | Criterion::Title(_)
            | Criterion::Url(_)
            | Criterion::Any(_) => Self::Catalogue,
        }
    }
}

/// Words that begin so, or are spelled as asked, that are looked at.
const MOST_WIDENED: usize = 1_000;

impl Explained {
    /// A part that has not been asked, and its members.
    pub fn unasked(node: &Node) -> Self {
        Self {
            text: Clean::new(&node.bracketed()),
            span: node.span,
            asked: Answerer::of(node),
            n_found: None,
            n_asked: None,
            took: None,
            further: FurtherWords { words: Vec::new(), is_whole: true },
            parts: node.children().iter().map(Self::unasked).collect(),
        }
    }
}

impl Library {
    /// Asks each part of a query by itself.
    ///
    /// # Errors
    /// As [`Library::list`].
    pub(super) fn explain(
        &self,
        query: &Query,
        cancel: &Cancel,
    ) -> Result<Explanation, LibraryError> {
        let started = Instant::now();
        let snapshot = self.snapshot();
        let searcher = self.index().map(|index| index.searcher());
        let sources = Sources::new(self, &snapshot, searcher.as_ref(), cancel);
        let alive = snapshot.alive();
        let explain = |root: &Node| Explaining { sources: &sources, alive }.part(root, None);
        let root = self.heard(query.root().map(explain).transpose())?;
        let (n_articles, took) = (snapshot.ranks().len(), started.elapsed());
        Ok(Explanation { root: root.map(|(explained, _)| explained), n_articles, took })
    }
}

struct Explaining<'l> {
    sources: &'l Sources<'l>,
    /// All articles.
    alive: &'l Bits,
}

impl Explaining<'_> {
    /// Asks a part: of `left` alone if articles must be read for it, else of all.
    fn part(&self, node: &Node, left: Option<&Bits>) -> Result<(Explained, Bits), LibraryError> {
        let (started, plan) = (Instant::now(), Plan::of(node));
        let left = left.filter(|_| plan.reads());
        let (parts, mut found) = match &node.kind {
            NodeKind::Not(inner) => {
                let (part, inner) = self.part(inner, left)?;
                let mut others = self.alive.clone();
                others.remove(&inner);
                (vec![part], others)
            }
            NodeKind::And(members) => self.all_of(members, left)?,
            NodeKind::Or(members) => {
                let (mut parts, mut any) = (Vec::new(), Bits::default());
                for member in members {
                    let (part, found) = self.part(member, left)?;
                    any.add(&found);
                    parts.push(part);
                }
                (parts, any)
            }
            NodeKind::All | NodeKind::Text(_) | NodeKind::Near(_) | NodeKind::Criterion(_) => {
                (Vec::new(), self.sources.of(&plan, left)?)
            }
        };
        found.keep(left.unwrap_or(self.alive));
        let explained = Explained {
            n_found: Some(found.count_common(self.alive)),
            n_asked: left.map(|left| left.count_common(self.alive)),
            took: Some(started.elapsed()),
            further: self.sources.further_words(node, MOST_WIDENED)?,
            parts,
            ..Explained::unasked(node)
        };
        Ok((explained, found))
    }

    /// The members in their order, whatever the order in which they are asked: those that read last.
    fn all_of(
        &self,
        members: &[Node],
        left: Option<&Bits>,
    ) -> Result<(Vec<Explained>, Bits), LibraryError> {
        let mut left = left.cloned();
        let mut numbered: Vec<(usize, &Node)> = members.iter().enumerate().collect();
        numbered.sort_by_key(|(_, member)| Plan::of(member).reads());
        let mut parts = Vec::with_capacity(members.len());
        for (nth, member) in numbered {
            let (part, found) = self.part(member, left.as_ref())?;
            match &mut left {
                Some(left) => left.keep(&found),
                None => left = Some(found),
            }
            parts.push((nth, part));
        }
        parts.sort_by_key(|(nth, _)| *nth);
        let parts = parts.into_iter().map(|(_, part)| part).collect();
        Ok((parts, left.unwrap_or_default()))
    }
}
