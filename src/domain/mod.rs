//! Values of the domain: articles, marks, queries, orders. No I/O, no threads, no terminal.

mod article;
mod facet;
mod folds;
mod generation;
mod habits;
mod lead;
mod links;
mod mark;
mod marks;
pub mod narrowing;
mod page_index;
mod problem;
mod rank;
mod selection;
mod sketch;
mod snippet;
mod timeline;
mod view;

pub use article::{Arrivals, Article, ArticleId, Folded, Headline, Length, said_places};
pub use facet::{Facet, FacetKind, FacetValue, LENGTHS, State, length_class, written_length};
pub use folds::{Folds, NotFolds};
pub use generation::{Generation, Ticket};
pub use habits::{DayOrder, Evidence, Hints, Orders, Tally};
pub use lead::lead;
pub use links::{Link, links};
pub use mark::{Mark, MarkSet};
pub use marks::{Applied, MarkChange, Position, Targets};
pub use page_index::PageIndex;
pub use problem::{NotAnArticle, Problem};
pub use rank::{Rank, Seq};
pub use selection::{Deed, SelectionChange, Side};
pub use sketch::Sketch;
pub use snippet::snippet;
pub use timeline::{Amount, Bar, DayAmount, Period, Timeline, bulk};
pub use view::{Extent, Listing, Order, View};
