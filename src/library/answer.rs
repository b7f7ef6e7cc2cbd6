//! The answers of a library.

use std::{ops::Range, sync::Arc};

use super::{
    BatchAnswer, Counts, Explanation, FilePlace, KwicAnswer, ListName, Named, Problems, Selection,
    Tally, Then,
};
use crate::{
    base::{Bits, Clean},
    domain::{
        Article, ArticleId, Deed, Extent, FacetKind, Generation, Headline, PageIndex, Position,
    },
};

/// The answer to a question, or a part of it. What has a generation has that of its question, so
/// that whoever asked can tell it from an answer that has been overtaken.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    List(ListAnswer),
    Rows {
        list: ListName,
        generation: Generation,
        first: usize,
        rows: Vec<Headline>,
    },
    Sought {
        list: ListName,
        generation: Generation,
        row: Option<usize>,
        then: Then,
        /// What is to be said of it: that another row is the nearest, or why there is none.
        said: Option<String>,
    },
    Tally(TallyAnswer),
    Kwic(KwicAnswer),
    Batch(BatchAnswer),
    Explained {
        generation: Generation,
        explanation: Explanation,
    },
    Snippets {
        generation: Generation,
        snippets: Vec<Snippet>,
    },
    /// Empty where an article has no words or cannot be read.
    Leads {
        leads: Vec<(ArticleId, Clean)>,
    },
    Article {
        generation: Generation,
        result: Result<OpenedArticle, Clean>,
    },
    Found {
        generation: Generation,
        hits: Arc<[Hit]>,
    },
    /// The articles that are selected now.
    Selected(Selection),
    /// The effect of a deed: which way a toggle goes, and the articles it would change.
    Weighed {
        generation: Generation,
        deed: Deed,
        chosen: Arc<Bits>,
        n_articles: usize,
    },
    Gathered {
        deed: Deed,
        lines: Vec<Clean>,
    },
    /// With their articles: those that begin with what was typed first, then those that contain it.
    Values {
        generation: Generation,
        kind: FacetKind,
        values: Vec<(Clean, usize)>,
    },
    /// With their articles, those with most first.
    Sources {
        generation: Generation,
        sources: Vec<(Clean, usize)>,
    },
    Problems(Problems),
    /// Those that the library has.
    Headlines(Vec<Headline>),
    /// In the order of lists.
    Places(Vec<FilePlace>),
    Named(Named),
    Counts(Counts),
}

/// The answer to [`super::Question::List`]: how many rows a list has, and those in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct ListAnswer {
    pub list: ListName,
    pub generation: Generation,
    /// Rows that can be asked for: at least this many if `extent` says so.
    pub n_rows: usize,
    /// Whether these are all rows, or how many there are.
    pub extent: Extent,
    /// Articles that the query names and that are gone: those of a step of the history.
    pub n_gone: usize,
    /// Where the article that was to be kept stands, or the row that took its place.
    pub cursor: Option<usize>,
    /// The row of the first of `rows`.
    pub first: usize,
    pub rows: Vec<Headline>,
    /// Other forms of the words asked for that were looked for, too, those in most articles first.
    pub forms: Vec<Box<str>>,
}

/// The answer to [`super::Question::Tally`].
#[derive(Debug, Clone, PartialEq)]
pub struct TallyAnswer {
    pub list: ListName,
    pub generation: Generation,
    /// Whether the numbers are exact: those of an extent without all rows are lower bounds.
    pub extent: Extent,
    pub tally: Tally,
}

/// Bytes of a paragraph that a query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub paragraph: usize,
    pub bytes: Range<usize>,
}

/// An article ready to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedArticle {
    pub article: Arc<Article>,
    pub headline: Box<Headline>,
    /// The first files that hold it, where there are several.
    pub places: Arc<Vec<Clean>>,
    /// Where reading stopped last time.
    pub position: Position,
    /// Matches of the query that led here, in order.
    pub hits: Arc<[Hit]>,
    /// Of `article`.
    pub index: Arc<PageIndex>,
}

/// The passage of an article that matches a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    pub id: ArticleId,
    pub text: Clean,
    /// Bytes of `text` to highlight, in order.
    pub hits: Vec<Range<usize>>,
    /// Bytes of the title to highlight, in order.
    pub title_hits: Vec<Range<usize>>,
}
