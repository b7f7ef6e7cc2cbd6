//! Values of the problem itself: articles, marks, queries, orders. No I/O, no threads, no terminal.

mod article;
mod marks;
mod problem;
mod query;
mod rank;
mod view;

pub use article::{Article, ArticleId, Headline};
pub use marks::{Applied, Change, Field, Position};
pub use problem::{NotAnArticle, Problem, ProblemKind};
pub use query::{Query, QueryError};
pub use rank::{Rank, Seq};
pub use view::{Order, Selecting, View};
