//! The headings of a list: of days where it is by date, of sources where it is by source. Both only
//! where two articles or more stand below them.

use super::{Line, List};
use crate::domain::{Headline, Order};
use crate::session::ListName;

/// With fewer lines, all are needed for articles.
const LEAST_LINES: usize = 4;

impl List {
    /// The heading above a row: that of its day or source, if the row is the first of two or more.
    pub(super) fn heading_above(&self, row: usize) -> Option<Line<'_>> {
        if !self.has_days() && !self.has_sources() {
            return None;
        }
        let headline = self.headline_at(row).filter(|headline| headline.folded.is_none())?;
        let is_first = match row.checked_sub(1) {
            None => true,
            Some(above) => !self.belong_together(self.headline_at(above)?, headline),
        };
        let is_followed =
            self.headline_at(row + 1).is_some_and(|next| self.belong_together(headline, next));
        let line = match self.shown.listing.order {
            Order::Source => Line::Source(&headline.source),
            _ => Line::Day(headline.date),
        };
        (is_first && is_followed).then_some(line)
    }

    fn belong_together(&self, one: &Headline, other: &Headline) -> bool {
        match self.shown.listing.order {
            Order::Source => one.source == other.source,
            Order::Date | Order::Title | Order::Words | Order::Hits | Order::Relevance => {
                one.date == other.date
            }
        }
    }

    /// Whether days have headings just now.
    pub fn has_days(&self) -> bool {
        self.shown.listing.order == Order::Date && self.has_headings()
    }

    /// Whether sources have headings just now.
    pub(super) fn has_sources(&self) -> bool {
        self.shown.listing.order == Order::Source && self.has_headings()
    }

    fn has_headings(&self) -> bool {
        self.name == ListName::Library
            && self.config.day_headings
            && LEAST_LINES <= self.scroll.height
    }
}
