//! Values of the problem itself: articles, marks, queries, orders. No I/O, no threads, no terminal.

mod article;
mod folds;
mod lead;
mod marks;
mod page_index;
mod problem;
mod query;
mod rank;
mod snippet;
mod view;

pub use article::{Article, ArticleId, Headline};
pub use folds::{Folds, NotFolds};
pub use lead::lead;
pub use marks::{Applied, Change, Field, Position};
pub use page_index::PageIndex;
pub use problem::{NotAnArticle, Problem, ProblemKind};
pub use query::{Clause, Query, QueryError};
pub use rank::{Rank, Seq};
pub use snippet::snippet;
pub use view::{Order, Selecting, View};
