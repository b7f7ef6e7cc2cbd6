//! Values of the problem itself: articles, marks, queries, orders. No I/O, no threads, no terminal.

mod article;
pub mod beyond;
mod days;
mod folds;
mod generation;
mod habits;
mod korean;
mod lead;
mod links;
mod marks;
mod page_index;
mod problem;
mod query;
mod rank;
mod selection;
mod sketch;
mod snippet;
mod view;

pub use article::{Arrivals, Article, ArticleId, Headline, said_places};
pub use days::{Days, MONTHS};
pub use folds::{Folds, NotFolds};
pub use generation::{Generation, Ticket};
pub use habits::{DayOrder, Evidence, Hints, Orders, Tally};
pub use lead::lead;
pub use links::{Link, links};
pub use marks::{Applied, Field, MarkChange, Position, Targets, step_name};
pub use page_index::PageIndex;
pub use problem::{NotAnArticle, Problem};
pub use query::{Clause, Query, QueryError};
pub use rank::{Rank, Seq};
pub use selection::{Deed, SelectionChange, Side};
pub use sketch::Sketch;
pub use snippet::snippet;
pub use view::{Extent, Listing, Order, View};
