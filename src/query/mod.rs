//! The query language: turns text into a tree with positions. It looks nothing up.
//!
//! [`WRITTEN`] and [`FIELDS`] list what can be written. `NEAR` binds tightest, then `NOT`, then `AND`,
//! written or not, then `OR`.
//!
//! Case, accents and width are ignored, except after `=`. A word with several parts (`don't`, `U.S.`, a
//! run of Chinese) is a phrase; so is a word with signs attached to it: `C++`, `.NET`, `AT&T`, `$5`. A
//! word in Hangul is a beginning, and its particle does not count: `한국에서` is `한국*`.
//!
//! There is one grammar and two readings of it. *Typed* text is always understood: whatever cannot be
//! used is left out, and [`TypedQuery::remarks`] says where and why. The *strict* reading returns an
//! error instead. Everything else is drawn from the tree: the questions to the index and the columns
//! ([`Plan`]), the highlights, and the printed query.

mod clause;
mod criterion;
mod dates;
mod days;
mod examples;
mod fields;
mod file;
mod korean;
mod languages;
mod lasting;
mod lexer;
mod limits;
mod lit;
mod mistake;
mod near;
mod operands;
mod parser;
mod pattern;
mod plan;
mod print;
mod quotes;
mod reading;
mod scored;
mod showing;
mod span;
mod spoken;
mod terms;
mod tree;
mod typing;
mod values;
mod vocabulary;

pub mod spelling;
pub mod stems;

#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc};

pub use clause::{Clause, Ending, TextPart, TextScope, Writing};
pub use criterion::{Criterion, Group, Name, NamePattern, Numbers, Url};
pub use dates::{DaySpan, Period};
pub use days::Days;
pub use examples::{WRITTEN, Written};
pub use fields::{
    ArticleState, FIELDS, FieldInfo, ORDERS, Offers, QueryField, STATES, SortBy, Takes,
};
pub use file::{QueryFile, QueryFileError, QueryLine};
pub use languages::LANGUAGES;
pub use limits::{MOST_LEVELS, NEAR_MAX, QUERY_MAX_BYTES};
pub use mistake::{Note, QueryError, QueryMistake};
pub use near::{Gap, Proximity};
pub use parser::Remark;
pub use pattern::Regex;
pub use plan::{Plan, Texts};
pub use scored::Scored;
pub use showing::{Showing, SortOrder};
pub use span::Span;
pub use stems::{Forms, Tongue};
pub use tree::{Node, NodeKind};
pub use typing::{Typing, TypingWhat};
pub use vocabulary::Vocabulary;

use print::{Style, print};

/// A query that has been understood. Cheap to clone; equal if it asks the same.
///
/// ```
/// use dateline::query::{TextPart, Query};
/// let query = Query::strict("Zürich -\"press release\" elect*").unwrap();
/// assert_eq!(query.to_string(), "Zürich -\"press release\" elect*");
/// assert_eq!(query.matches("Elections: zurich votes", TextPart::Title), [0..9, 11..17]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    inner: Arc<Inner>,
}

#[derive(Debug, PartialEq, Eq, Hash, Default)]
struct Inner {
    root: Option<Node>,
    showing: Showing,
    /// By which it was understood.
    vocabulary: Vocabulary,
}

/// A query while it is typed, and what is to be said of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedQuery {
    pub query: Query,
    /// What each piece of the text is taken for, in order: all but blanks.
    pub parts: Vec<Piece>,
    /// What was left out or mended, and why.
    pub remarks: Vec<Remark>,
    pub notes: Vec<Note>,
    /// `OR` and `AND` met without brackets: [`Query::bracketed`] shows how they were understood.
    pub is_mixed: bool,
}

/// A piece of the text of a query.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    pub span: Span,
    pub role: PieceRole,
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        let places = |part: &Self| (part.span.start, part.span.end, part.role);
        places(self) == places(other)
    }
}

impl Eq for Piece {}

/// What a piece of text is in its query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceRole {
    Text,
    Operator,
    Bracket,
    Field,
    Value,
    /// It was left out.
    Ignored,
}

impl Query {
    /// Understands what is being typed, whatever it is: the last word matches by its beginning if
    /// nothing follows it, what is open is closed at the end, and what cannot be used is left out.
    /// Blank text is the empty query, which every article satisfies.
    ///
    /// ```
    /// use dateline::query::{TextPart, Query};
    /// let lit = |text: &str| Query::typed(text).matches("York", TextPart::Title);
    /// assert_eq!((lit("new yor"), lit("new yor ")), (vec![0..4], vec![]));
    /// ```
    pub fn typed(text: &str) -> Self {
        Vocabulary::default().typed(text)
    }

    /// As [`Query::typed`], with all there is to say.
    pub fn reading(text: &str) -> TypedQuery {
        Vocabulary::default().reading(text)
    }

    /// Understands a text in which everything must be right.
    ///
    /// # Errors
    /// The first thing that a typed text would have been mended by.
    ///
    /// ```
    /// use dateline::query::Query;
    /// let error = Query::strict("peace \"").unwrap_err();
    /// assert_eq!((error.to_string().as_str(), error.column), ("missing closing quote", 6));
    /// ```
    pub fn strict(text: &str) -> Result<Self, QueryError> {
        Vocabulary::default().strict(text)
    }

    fn new(root: Option<Node>, showing: Showing, vocabulary: &Vocabulary) -> Self {
        Self { inner: Arc::new(Inner { root, showing, vocabulary: vocabulary.clone() }) }
    }

    /// By what it was understood: a text that is made of it is to be read by the same.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.inner.vocabulary
    }

    /// What an article must satisfy; `None` where there is nothing.
    pub fn root(&self) -> Option<&Node> {
        self.inner.root.as_ref()
    }

    /// Its words and phrases with their places, those under a `NOT` and next to `NEAR` among them.
    pub fn clauses(&self) -> Vec<(&Clause, Span)> {
        self.root().map(Node::clauses).unwrap_or_default()
    }

    /// How its hits are shown.
    pub fn showing(&self) -> Showing {
        self.inner.showing
    }

    /// It asks nothing and sorts nothing.
    pub fn is_empty(&self) -> bool {
        self.root().is_none() && !self.showing().says_anything()
    }

    /// A line that is understood as this query while it is typed: it ends with a blank where its
    /// last word would otherwise be taken for a beginning.
    ///
    /// ```
    /// use dateline::query::Query;
    /// assert_eq!(Query::strict("new york").unwrap().as_typed(), "new york ");
    /// assert_eq!(Query::typed("new yor").as_typed(), "new yor*");
    /// ```
    pub fn as_typed(&self) -> String {
        let line = self.to_string();
        let is_same = self.vocabulary().typed(&line) == *self;
        if is_same { line } else { line + " " }
    }

    /// As it was understood, with brackets wherever `OR` meets `AND`.
    ///
    /// ```
    /// use dateline::query::Query;
    /// let query = Query::strict("rust belt OR ohio").unwrap();
    /// assert_eq!(query.bracketed(), "(rust belt) OR ohio");
    /// ```
    pub fn bracketed(&self) -> String {
        self.printed(Style::Bracketed)
    }

    fn printed(&self, style: Style) -> String {
        let mut text = String::new();
        // Writing into a string cannot fail.
        let _ = print(self, style, &mut text);
        text
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        print(self, Style::Plain, f)
    }
}
