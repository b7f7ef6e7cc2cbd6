//! Which articles are listed, and in which order.

use super::Folds;
use crate::{
    base::wording,
    query::{Query, SortBy},
};

/// The part of the library that is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    #[default]
    All,
    Unread,
    Starred,
    /// Those whose files changed after they had been read, starred or opened.
    Changed,
}

impl View {
    /// In the order in which they follow each other.
    pub const ALL: [Self; 4] = [Self::All, Self::Unread, Self::Starred, Self::Changed];

    /// The query that it is a name of.
    pub fn query(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Unread => "is:unread",
            Self::Starred => "is:starred",
            Self::Changed => "is:changed",
        }
    }

    /// The view that a query has the name of.
    pub fn of_query(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.query().eq_ignore_ascii_case(text.trim()))
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// Newest first, undated last.
    #[default]
    Date,
    /// By source, newest first within one.
    Source,
    /// By title, letters alone deciding.
    Title,
    /// Shortest first.
    Words,
    /// Those that have what is looked for most often first; without a query as [`Order::Date`].
    Hits,
    /// Best match first; without a query as [`Order::Date`].
    Relevance,
}

/// How far the rows of a list are there, and whether they are final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// All of them: what is not among them is not in the folder.
    Whole,
    /// All that are known while files are being read; more come by themselves.
    SoFar,
    /// All that are known; files were left unread.
    Stopped,
    /// The first ones of so many.
    PageOf(usize),
    /// The first ones; the others are being counted.
    #[default]
    Page,
    /// The first ones; nobody counts the others, and more are named as the last ones are asked for.
    More,
}

impl Extent {
    /// Whether all rows are there, final or not.
    pub fn has_all_rows(self) -> bool {
        matches!(self, Self::Whole | Self::SoFar | Self::Stopped)
    }

    /// Whether another answer follows by itself.
    pub fn is_being_counted(self) -> bool {
        matches!(self, Self::PageOf(_) | Self::Page)
    }

    /// The message about something that is not among the rows, with a note if it may still come.
    pub fn missing(self, text: &str) -> String {
        match self {
            Self::Whole => text.to_owned(),
            Self::SoFar | Self::PageOf(_) | Self::Page | Self::More => {
                wording!("missing-so-far", text = text)
            }
            Self::Stopped => wording!("missing-stopped", text = text),
        }
    }
}

/// What a list is asked to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub view: View,
    pub order: Order,
    pub is_reversed: bool,
    pub query: Option<Query>,
    /// Days that are one row each; only where all is listed by date.
    pub folds: Folds,
}

impl Listing {
    /// The same as its query asks to see it, where that says in which order.
    ///
    /// # Errors
    /// The order that is asked for, if nobody can make it yet.
    pub fn as_asked(&self) -> Result<Self, &'static str> {
        let mut listing = self.clone();
        let sort = self.query.as_ref().and_then(|query| query.showing().sort);
        let Some(sort) = sort else { return Ok(listing) };
        listing.order = match sort.by {
            SortBy::Date => Order::Date,
            SortBy::Relevance => Order::Relevance,
            SortBy::Source => Order::Source,
            SortBy::Title => Order::Title,
            SortBy::Words => Order::Words,
            SortBy::Added => return Err("sort:added"),
            SortBy::Hits => Order::Hits,
        };
        listing.is_reversed = sort.is_reversed;
        Ok(listing)
    }

    /// The order as a query asks for it; `None` if it is the usual one.
    pub fn written_order(&self) -> Option<String> {
        let by = match self.order {
            Order::Date if !self.is_reversed => return None,
            Order::Date => "date",
            Order::Source => "source",
            Order::Title => "title",
            Order::Words => "words",
            Order::Hits => "hits",
            Order::Relevance => "relevance",
        };
        let sign = if self.is_reversed { "-" } else { "" };
        Some(format!("sort:{sign}{by}"))
    }

    /// Whether days can be folded: they stand together.
    pub fn has_days(&self) -> bool {
        self.order == Order::Date && self.query.is_none()
    }

    /// The order in words: `newest first`.
    pub fn spoken_order(&self) -> &'static str {
        // An order that nobody can make yet is not shown.
        let asked = self.as_asked();
        let (order, is_reversed) =
            asked.map_or((self.order, self.is_reversed), |asked| (asked.order, asked.is_reversed));
        match (order, is_reversed) {
            (Order::Relevance, false) if self.query.is_some() => wording!("order-best"),
            (Order::Relevance, true) if self.query.is_some() => wording!("order-worst"),
            (Order::Hits, false) if self.query.is_some() => wording!("order-hits"),
            (Order::Hits, true) if self.query.is_some() => wording!("order-hits-reversed"),
            (Order::Date | Order::Relevance | Order::Hits, false) => wording!("order-newest"),
            (Order::Date | Order::Relevance | Order::Hits, true) => wording!("order-oldest"),
            (Order::Source, false) => wording!("order-source"),
            (Order::Source, true) => wording!("order-source-reversed"),
            (Order::Title, false) => wording!("order-title"),
            (Order::Title, true) => wording!("order-title-reversed"),
            (Order::Words, false) => wording!("order-words"),
            (Order::Words, true) => wording!("order-words-reversed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_that_sorts_says_the_order() {
        let listing = |text: &str, order| Listing {
            query: Query::strict(text).ok(),
            order,
            ..Listing::default()
        };
        for (text, order, expected) in [
            ("ferry", Order::Date, "order-newest"),
            ("ferry sort:-date", Order::Title, "order-oldest"),
            ("ferry sort:title", Order::Date, "order-title"),
            ("ferry sort:relevance", Order::Date, "order-best"),
            ("ferry sort:words", Order::Date, "order-words"),
            ("ferry sort:-hits", Order::Date, "order-hits-reversed"),
        ] {
            let spoken = listing(text, order).spoken_order();
            assert_eq!(spoken, crate::base::language::text(expected), "{text}");
        }
        assert_eq!(listing("ferry sort:added", Order::Date).as_asked(), Err("sort:added"));
        for is_reversed in [false, true] {
            let orders = [Order::Date, Order::Source, Order::Title, Order::Words, Order::Hits];
            for order in orders.into_iter().chain([Order::Relevance]) {
                let sorted = Listing { order, is_reversed, ..Listing::default() };
                let written = sorted.written_order().unwrap_or_default();
                let asked = listing(&format!("ferry {written}"), Order::Date).as_asked().unwrap();
                assert_eq!((asked.order, asked.is_reversed), (order, is_reversed), "{written}");
            }
        }
    }
}
