//! Which periods are on the screen, and how wide each is.

use chrono::{Days as Step, NaiveDate};

use crate::domain::{Period, Timeline};
use crate::query::Days;

/// Cells of a period at most: a bar that is wider says nothing more.
const MOST_CELLS: u16 = 8;

/// The periods that are on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) period: Period,
    pub(super) days: Days,
    pub(super) bar_cells: u16,
}

impl Scale {
    /// The finest periods of `days` that `n_cells` have room for; if even years do not fit, the
    /// newest of them.
    pub(super) fn of(days: Days, n_cells: u16) -> Self {
        let room = usize::from(n_cells.max(1));
        let period = Timeline::fitting(days, room);
        let n_over = period.count(days).saturating_sub(room);
        let first = (0..n_over).try_fold(period.start(days.first), |at, _| period.next(at));
        let first = if n_over == 0 { days.first } else { first.unwrap_or(days.first) };
        let days = Days { first, ..days };
        let n_bars = u16::try_from(period.count(days).max(1)).unwrap_or(u16::MAX);
        Self { period, days, bar_cells: (n_cells / n_bars).clamp(1, MOST_CELLS) }
    }

    pub(super) fn n_bars(&self) -> usize {
        self.period.count(self.days)
    }

    /// The period of a day, counted from the first on the screen.
    pub(super) fn bar_of(&self, day: NaiveDate) -> usize {
        let before = self.period.number(day) - self.period.number(self.days.first);
        usize::try_from(before).unwrap_or(0).min(self.n_bars().saturating_sub(1))
    }

    /// The first day of a period on the screen.
    pub(super) fn start_of(&self, bar: usize) -> NaiveDate {
        let start = self.period.start(self.days.first);
        let bar = bar.min(self.n_bars().saturating_sub(1));
        (0..bar).try_fold(start, |at, _| self.period.next(at)).unwrap_or(start)
    }

    /// The first day of the period that is so many periods further on, or back.
    pub(super) fn moved(&self, day: NaiveDate, by: i64) -> NaiveDate {
        let step = |at: NaiveDate| {
            if by < 0 {
                at.pred_opt().map(|before| self.period.start(before))
            } else {
                self.period.next(at)
            }
        };
        let start = self.period.start(day);
        (0..by.unsigned_abs()).try_fold(start, |at, _| step(at)).unwrap_or(start)
    }
}

/// A window of half as many days around a day, within `days`.
pub(super) fn zoomed_in(days: Days, around: NaiveDate) -> Days {
    let n_days = n_days(days).div_ceil(2);
    moved_into(centred(around, n_days), days)
}

/// A window of twice as many days around a day, within `span`.
pub(super) fn zoomed_out(days: Days, around: NaiveDate, span: Days) -> Days {
    let n_wanted = n_days(days).saturating_mul(2);
    if n_days(span) <= n_wanted { span } else { moved_into(centred(around, n_wanted), span) }
}

/// The window moved as little as possible so that a day is in it.
pub(super) fn following(days: Days, day: NaiveDate) -> Days {
    let length = n_days(days).saturating_sub(1);
    if day < days.first {
        Days { first: day, last: later(day, length) }
    } else if days.last < day {
        Days { first: earlier(day, length), last: day }
    } else {
        days
    }
}

fn centred(around: NaiveDate, n_days: u64) -> Days {
    let first = earlier(around, n_days / 2);
    Days { first, last: later(first, n_days.saturating_sub(1)) }
}

/// The window moved so that it lies within `span`.
fn moved_into(days: Days, span: Days) -> Days {
    let length = n_days(days).saturating_sub(1);
    if days.first < span.first {
        Days { first: span.first, last: later(span.first, length).min(span.last) }
    } else if span.last < days.last {
        Days { first: earlier(span.last, length).max(span.first), last: span.last }
    } else {
        days
    }
}

fn n_days(days: Days) -> u64 {
    u64::try_from((days.last - days.first).num_days() + 1).unwrap_or(0)
}

fn earlier(day: NaiveDate, n_days: u64) -> NaiveDate {
    day.checked_sub_days(Step::new(n_days)).unwrap_or(NaiveDate::MIN)
}

fn later(day: NaiveDate, n_days: u64) -> NaiveDate {
    day.checked_add_days(Step::new(n_days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(first: &str, last: &str) -> Days {
        Days { first: day(first), last: day(last) }
    }

    #[test]
    fn periods_are_as_fine_and_as_wide_as_there_is_room() {
        let year = days("2022-01-01", "2022-12-31");
        let of = |n_cells| {
            let scale = Scale::of(year, n_cells);
            (scale.period, scale.bar_cells)
        };
        assert_eq!(
            [of(400), of(100), of(40), of(12), of(1)],
            [
                (Period::Day, 1),
                (Period::Week, 1),
                (Period::Month, 3),
                (Period::Month, 1),
                (Period::Year, 1),
            ]
        );
        assert_eq!(of(0), (Period::Year, 1));
        let ages = Scale::of(days("1000-03-01", "2022-12-31"), 50);
        assert_eq!((ages.n_bars(), ages.start_of(0)), (50, day("1973-01-01")));
        let scale = Scale::of(year, 12);
        for bar in 0..12 {
            assert_eq!(scale.bar_of(scale.start_of(bar)), bar);
        }
        assert_eq!(scale.moved(day("2022-03-09"), -2), day("2022-01-01"));
        assert_eq!(scale.moved(day("2022-03-09"), 10), day("2023-01-01"));
        assert_eq!((scale.bar_of(day("1999-01-01")), scale.bar_of(day("2050-01-01"))), (0, 11));
    }

    #[test]
    fn a_window_stays_within_what_there_is() {
        let span = days("2022-01-01", "2022-12-31");
        let half = zoomed_in(span, day("2022-01-03"));
        assert_eq!(half, days("2022-01-01", "2022-07-02"));
        let smallest = (0..20).fold(span, |days, _| zoomed_in(days, day("2022-12-30")));
        assert_eq!(smallest, days("2022-12-30", "2022-12-30"));
        let wider = zoomed_out(smallest, day("2022-12-30"), span);
        assert_eq!(wider, days("2022-12-29", "2022-12-30"));
        assert_eq!(zoomed_out(half, day("2022-01-03"), span), span);
        assert_eq!(following(half, day("2022-07-04")), days("2022-01-03", "2022-07-04"));
        assert_eq!(following(half, day("2021-12-31")), days("2021-12-31", "2022-07-01"));
    }
}
