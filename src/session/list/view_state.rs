//! The view state of a list: scrolled by the wheel, clicked lines, titles scrolled sideways.

use std::ops::Range;

use chrono::NaiveDate;
use unicode_width::UnicodeWidthStr;

use super::{Line, List, Scroll, covers};
use crate::config::RowLines;
use crate::domain::{Extent, Folds};
use crate::session::{Effect, ListName, Question};

/// From this width on, rows have more room than titles need.
const LEADS_FROM_CELLS: usize = 140;
/// How far a key scrolls the titles.
const TITLE_STEP_CELLS: usize = 8;

/// What stands on a line of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The heading of the day whose first article is in the row.
    Day(usize),
    Row(usize),
}

impl List {
    /// How many rows there will be, and whether that is their number or only a lower bound.
    pub fn n_found(&self) -> (usize, bool) {
        match self.shown.extent {
            Extent::Whole => (self.shown.n_rows, true),
            Extent::PageOf(n_found) => (n_found, true),
            Extent::SoFar | Extent::Stopped | Extent::Page | Extent::More => {
                (self.shown.n_rows, false)
            }
        }
    }

    /// Articles that the query names and that are gone.
    pub fn n_gone(&self) -> usize {
        self.shown.n_gone
    }

    /// Whether a row is a folded day.
    pub fn is_folded(&self, row: usize) -> bool {
        self.headline_at(row).is_some_and(|headline| headline.folded.is_some())
    }

    /// Whether days can be folded: they have headings, were there only room for them.
    pub fn has_foldable_days(&self) -> bool {
        let has_any = self.config.day_headings || !self.listing.folds.is_empty();
        self.name == ListName::Library && has_any && self.listing.has_days()
    }

    /// Changes which days are folded; the cursor is to stay with its article, so that counts as a
    /// move.
    pub fn fold(&mut self, change: impl FnOnce(&mut Folds)) {
        self.move_to(self.cursor());
        change(&mut self.listing.folds);
    }

    pub(super) fn row_line(&self, row: usize) -> Line<'_> {
        match self.headline_at(row) {
            Some(headline) if headline.folded.is_some() => Line::Folded { row, headline },
            headline => Line::Row { row, headline, is_lone: self.is_lone(row) },
        }
    }

    /// Whether the article in a row is the only one of its day, as far as the rows are there.
    fn is_lone(&self, row: usize) -> bool {
        let Some(headline) = self.headline_at(row) else { return false };
        let is_like =
            |other: Option<usize>| other.is_some_and(|other| self.has_day(other, headline.date));
        !is_like(row.checked_sub(1)) && !is_like(Some(row + 1))
    }

    /// Whether the article in a row is of that day.
    fn has_day(&self, row: usize, day: Option<NaiveDate>) -> bool {
        self.headline_at(row).is_some_and(|headline| headline.date == day)
    }

    /// Asks for the rows about the viewport, where it is going.
    pub(super) fn ask(&mut self) -> Effect {
        self.ask_for(self.around(self.next_top(), self.n_askable(), self.margin()))
    }

    /// The first row on the screen once all rows that are scrolled to have come.
    pub(super) fn next_top(&self) -> usize {
        let last = self.shown.n_rows.saturating_sub(1);
        self.scroll.top.saturating_add_signed(self.shown.owed).min(last)
    }

    pub(super) fn ask_for(&mut self, rows: Range<usize>) -> Effect {
        self.shown.asked.clone_from(&rows);
        let (list, generation) = (self.name, self.generation());
        Effect::Ask(Question::Rows { list, generation, rows })
    }

    /// Asks for the rows again after a change of marks where days are folded: which articles of a
    /// folded day are unread is known only outside.
    pub fn count_again(&mut self) -> Option<Effect> {
        let has_any = self.shown.rows.iter().any(|headline| headline.folded.is_some());
        has_any.then(|| self.ask())
    }

    /// Moves the rows under the cursor, which stays on its article while that is on the screen. Rows
    /// that have not come yet are scrolled to when they come, so that the screen shows rows all the
    /// time.
    pub fn scroll_by(&mut self, is_down: bool, n_rows: usize) {
        (self.is_touched, self.opens_cursor) = (true, false);
        let n_rows = isize::try_from(n_rows).unwrap_or(isize::MAX);
        let more = if is_down { n_rows } else { -n_rows };
        self.shown.owed = self.shown.owed.saturating_add(more);
        self.scroll_owed();
    }

    /// Scrolls as far as it should and rows are there.
    pub(super) fn scroll_owed(&mut self) {
        let owed = self.shown.owed;
        if owed == 0 {
            return;
        }
        let shape = self.shape();
        let scrolled = |n_rows: usize| {
            let mut scroll = self.scroll;
            scroll.scroll_by(0 < owed, n_rows, &shape);
            scroll
        };
        let is_there = |scroll: &Scroll| covers(&self.loaded(), &scroll.visible(&shape));
        let mut n_rows = owed.unsigned_abs();
        if is_there(&self.scroll) && !is_there(&scrolled(n_rows)) {
            let mut missing = n_rows;
            n_rows = 0;
            while n_rows + 1 < missing {
                let middle = n_rows + (missing - n_rows) / 2;
                let half = if is_there(&scrolled(middle)) { &mut n_rows } else { &mut missing };
                *half = middle;
            }
        }
        let scroll = scrolled(n_rows);
        drop(shape);
        self.scroll = scroll;
        let done = isize::try_from(n_rows).unwrap_or(isize::MAX);
        self.shown.owed = owed - if 0 < owed { done } else { -done };
    }

    /// What is on a line of the screen.
    pub fn spot_at(&self, line: usize) -> Option<Spot> {
        let (mut top, mut heading) = (0, None);
        for drawn in self.lines() {
            let (row, n_lines) = match drawn {
                Line::Day(_) => {
                    heading = Some(top);
                    top += 1;
                    continue;
                }
                Line::Source(_) => {
                    top += 1;
                    continue;
                }
                Line::Folded { row, .. } => (row, 1),
                Line::Row { row, .. } => (row, self.row_lines()),
            };
            if heading.take() == Some(line) {
                return Some(Spot::Day(row));
            }
            top += n_lines;
            if line < top {
                return Some(Spot::Row(row));
            }
        }
        None
    }

    /// Scrolls the titles sideways, no further than the longest on the screen has something to
    /// show.
    pub fn shift_titles(&mut self, is_right: bool, n_steps: usize) {
        let by = n_steps.saturating_mul(TITLE_STEP_CELLS);
        let titles = self.visible().filter_map(|row| self.headline_at(row));
        let longest = titles.map(|headline| headline.title.width()).max().unwrap_or(0);
        let most = longest.saturating_sub(TITLE_STEP_CELLS);
        self.title_shift = if is_right {
            self.title_shift.saturating_add(by).min(most)
        } else {
            self.title_shift.saturating_sub(by)
        };
    }

    /// Whether titles leave room for how their articles begin.
    pub fn has_room_for_leads(&self) -> bool {
        self.name == ListName::Library
            && !self.shows_leads()
            && LEADS_FROM_CELLS <= self.scroll.width_cells
    }

    /// Whether rows show how their articles begin, in a line of their own.
    pub fn shows_leads(&self) -> bool {
        self.name == ListName::Library
            && self.config.row_lines == RowLines::Two
            && 4 <= self.scroll.height
    }
}
