//! Articles over time: counted by day, grouped by week, month or year.

use chrono::{Datelike, Days as Step, Months, NaiveDate};

use crate::query::Days;

/// How many articles: those that were listed, the unread ones among them, and all that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    pub n_hits: u32,
    pub n_unread: u32,
    pub n_all: u32,
}

impl Amount {
    fn add(&mut self, more: Self) {
        self.n_hits += more.n_hits;
        self.n_unread += more.n_unread;
        self.n_all += more.n_all;
    }

    /// The hits among all articles, from 0 to 1.
    pub fn share(self) -> f64 {
        if self.n_all == 0 { 0.0 } else { f64::from(self.n_hits) / f64::from(self.n_all) }
    }
}

/// What a timeline counts by. A week begins on Monday, as the numbers of weeks do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Period {
    #[default]
    Day,
    Week,
    Month,
    Year,
}

impl Period {
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// Its first day, of the period that `day` is in.
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        let start = match self {
            Self::Day => Some(day),
            Self::Week => {
                day.checked_sub_days(Step::new(u64::from(day.weekday().num_days_from_monday())))
            }
            Self::Month => day.with_day(1),
            Self::Year => NaiveDate::from_yo_opt(day.year(), 1),
        };
        start.unwrap_or(day)
    }

    /// The first day of the period after the one that begins at `start`; `None` at the end of time.
    pub fn next(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Day => start.succ_opt(),
            Self::Week => start.checked_add_days(Step::new(7)),
            Self::Month => start.checked_add_months(Months::new(1)),
            Self::Year => start.checked_add_months(Months::new(12)),
        }
    }

    /// All days of the period that `day` is in.
    pub fn days(self, day: NaiveDate) -> Days {
        let first = self.start(day);
        let next = self.next(first).and_then(|next| next.pred_opt());
        Days { first, last: next.unwrap_or(NaiveDate::MAX) }
    }

    /// Periods are numbered one after the other.
    pub fn number(self, day: NaiveDate) -> i64 {
        let n_days = i64::from(day.num_days_from_ce());
        match self {
            Self::Day => n_days,
            // Day 1 was a Monday.
            Self::Week => (n_days - 1).div_euclid(7),
            Self::Month => i64::from(day.year()) * 12 + i64::from(day.month0()),
            Self::Year => i64::from(day.year()),
        }
    }

    /// The number of periods that `days` touch.
    pub fn count(self, days: Days) -> usize {
        usize::try_from(self.number(days.last) - self.number(days.first) + 1).unwrap_or(0)
    }

    /// The period of `day` as programs and queries write it: `2022-02-10`, `2022-W06`, `2022-02`,
    /// `2022`.
    pub fn written(self, day: NaiveDate) -> String {
        match self {
            Self::Day => day.format("%Y-%m-%d"),
            Self::Week => day.format("%G-W%V"),
            Self::Month => day.format("%Y-%m"),
            Self::Year => day.format("%Y"),
        }
        .to_string()
    }
}

/// The articles of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayAmount {
    pub day: NaiveDate,
    pub amount: Amount,
}

/// The articles of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The first day of the period, which may lie before the days that were asked for.
    pub start: NaiveDate,
    pub amount: Amount,
    /// More hits than the weeks before let expect.
    pub is_burst: bool,
}

/// Articles over time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// Every day with an article, listed or not. Invariant: in the order of days, each once.
    days: Vec<DayAmount>,
    pub undated: Amount,
    /// The hits that a day lets expect, in hundredths; `None` if too little is known. As `days`.
    expected: Vec<Option<u32>>,
}

/// Weeks that say what is to be expected of a day, and how many of them must have had articles.
const WEEKS: usize = 8;
const LEAST_WEEKS: usize = 4;
/// A burst is this many times the root of what was expected above it.
const BURST: f64 = 4.0;

impl Timeline {
    /// Takes days in their order.
    pub fn new(days: Vec<DayAmount>, undated: Amount) -> Self {
        let expected = expected(&days);
        Self { days, undated, expected }
    }

    pub fn days(&self) -> &[DayAmount] {
        &self.days
    }

    /// From the first day with a hit to the last; `None` if no hit has a date.
    pub fn span(&self) -> Option<Days> {
        let mut hits = self.days.iter().filter(|it| 0 < it.amount.n_hits).map(|it| it.day);
        let first = hits.next()?;
        Some(Days { first, last: hits.next_back().unwrap_or(first) })
    }

    /// From the first day with a hit to the last, without the few at either end that would squeeze all
    /// others into a corner: [`bulk`]. `None` where no hit has a date.
    pub fn main_span(&self) -> Option<Days> {
        let hits = self.days.iter().map(|it| (it.day.num_days_from_ce(), it.amount.n_hits));
        let (first, last) = bulk(hits)?;
        let day = NaiveDate::from_num_days_from_ce_opt;
        Some(Days { first: day(first)?, last: day(last)? })
    }

    /// The finest period of which no more than `n_most` cover `days`; else years.
    pub fn fitting(days: Days, n_most: usize) -> Period {
        let fits = |period: &Period| period.count(days) <= n_most;
        Period::ALL.into_iter().find(fits).unwrap_or(Period::Year)
    }

    /// Every period that `days` touch, oldest first, the empty ones too. Only days within `days`
    /// are counted.
    pub fn bars(&self, period: Period, days: Days) -> impl Iterator<Item = Bar> + '_ {
        let first = self.days.partition_point(|it| it.day < days.first);
        let mut counted = first;
        let mut start = Some(period.start(days.first)).filter(|_| days.first <= days.last);
        std::iter::from_fn(move || {
            let own = start.filter(|start| *start <= days.last)?;
            start = period.next(own);
            let rest = self.days.get(counted..).unwrap_or_default();
            let ends = |it: &DayAmount| it.day <= days.last && start.is_none_or(|end| it.day < end);
            let n_days = rest.partition_point(ends);
            let of_bar = counted..counted + n_days;
            counted += n_days;
            let mut amount = Amount::default();
            self.days[of_bar.clone()].iter().for_each(|it| amount.add(it.amount));
            Some(Bar { start: own, amount, is_burst: self.is_burst(of_bar) })
        })
    }

    /// The first day of the period with most hits within `days`, the newest of several; `None` if
    /// there are none.
    pub fn busiest(&self, period: Period, days: Days) -> Option<NaiveDate> {
        let bars = self.bars(period, days).filter(|bar| 0 < bar.amount.n_hits);
        bars.max_by_key(|bar| bar.amount.n_hits).map(|bar| bar.start)
    }

    /// Whether some days, or one of them, have far more hits than is to be expected.
    fn is_burst(&self, days: std::ops::Range<usize>) -> bool {
        let known = self.days[days.clone()].iter().zip(&self.expected[days]);
        let known = known.filter_map(|(day, expected)| Some((day.amount.n_hits, (*expected)?)));
        let (mut n_all, mut of_all) = (0, 0);
        for (n_hits, expected) in known {
            if is_far_above(n_hits, expected) {
                return true;
            }
            n_all += n_hits;
            of_all += expected;
        }
        is_far_above(n_all, of_all)
    }
}

/// One in so many hits may lie outside of the bulk at either end.
const FEW: u64 = 500;

/// The first and the last day of most hits: of all of them, unless the time is at least halved by
/// leaving out one in 500 at either end, such as a date mistyped. Days are told with their hits, in
/// order. `None` without hits.
pub fn bulk(hits: impl DoubleEndedIterator<Item = (i32, u32)> + Clone) -> Option<(i32, i32)> {
    let hits = hits.filter(|(_, n)| 0 < *n);
    let n_few = hits.clone().map(|(_, n)| u64::from(n)).sum::<u64>() / FEW;
    let (first, last) = (hits.clone().next()?.0, hits.clone().next_back()?.0);
    let beyond = |n_before: &mut u64, (day, n): (i32, u32)| {
        *n_before += u64::from(n);
        Some((day, *n_before))
    };
    let is_bulk = |(_, n_so_far): &(i32, u64)| n_few < *n_so_far;
    let start = hits.clone().scan(0, beyond).find(is_bulk).map_or(first, |(day, _)| day);
    let end = hits.rev().scan(0, beyond).find(is_bulk).map_or(last, |(day, _)| day);
    let is_worth_it = end.saturating_sub(start) <= last.saturating_sub(first) / 2;
    Some(if is_worth_it && start <= end { (start, end) } else { (first, last) })
}

/// Whether `n_hits` are more than chance makes of `expected` hundredths: (n - e) / √e is above 4. Less
/// than one expected hit counts as one, so that a first mention is not a burst.
fn is_far_above(n_hits: u32, expected: u32) -> bool {
    let expected = (f64::from(expected) / 100.0).max(1.0);
    BURST * expected.sqrt() < f64::from(n_hits) - expected
}

/// What each day lets expect: the share of hits on the same weekday of the eight weeks before, of
/// all articles of the day.
fn expected(days: &[DayAmount]) -> Vec<Option<u32>> {
    // For each week back, the next day to be looked at: both rise together.
    let mut before = [0_usize; WEEKS];
    let expected_of = |it: &DayAmount| -> Option<u32> {
        let (mut sum, mut n_weeks) = (Amount::default(), 0);
        for (at, n_back) in before.iter_mut().zip(1..) {
            let wanted = it.day.checked_sub_days(Step::new(7 * n_back))?;
            while days[*at].day < wanted {
                *at += 1;
            }
            if days[*at].day == wanted {
                sum.add(days[*at].amount);
                n_weeks += usize::from(0 < days[*at].amount.n_all);
            }
        }
        let hundredths = sum.share() * f64::from(it.amount.n_all) * 100.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a number of articles"
        )]
        (LEAST_WEEKS <= n_weeks).then_some(hundredths.round() as u32)
    };
    days.iter().map(expected_of).collect()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::btree_map, prelude::*};

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn amount(n_hits: u32, n_all: u32) -> Amount {
        Amount { n_hits, n_unread: n_hits / 2, n_all }
    }

    fn timeline(days: &[(&str, u32)]) -> Timeline {
        let amount = |(text, n): &(&str, u32)| DayAmount { day: day(text), amount: amount(*n, 9) };
        Timeline::new(days.iter().map(amount).collect(), Amount::default())
    }

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        for start in ["0001-01-01", "1999-12-27", "2020-02-28", "2024-12-28"] {
            for period in Period::ALL {
                let mut at = period.start(day(start));
                for _ in 0..500 {
                    let days = period.days(at);
                    assert_eq!((days.first, period.start(days.last)), (at, at));
                    let next = period.next(at).unwrap();
                    assert_eq!(days.last.succ_opt(), Some(next));
                    assert_eq!(period.number(next), period.number(at) + 1, "{period:?} {at}");
                    at = next;
                }
            }
        }
        let written = Period::ALL.map(|it| it.written(day("2021-01-02")));
        assert_eq!(written, ["2021-01-02", "2020-W53", "2021-01", "2021"]);
        let days = Days { first: day("2022-02-10"), last: day("2022-03-10") };
        assert_eq!(Period::ALL.map(|it| it.count(days)), [29, 5, 2, 1]);
        assert_eq!(Timeline::fitting(days, 5), Period::Week);
        assert_eq!(Timeline::fitting(days, 0), Period::Year);
    }

    #[test]
    fn empty_periods_are_there_and_days_outside_are_not_counted() {
        let timeline = timeline(&[("2022-02-01", 1), ("2022-02-10", 2), ("2022-04-30", 4)]);
        let span = timeline.span().unwrap();
        assert_eq!((span.first, span.last), (day("2022-02-01"), day("2022-04-30")));
        let bars = |period, days| -> Vec<(String, u32)> {
            let bars = timeline.bars(period, days);
            bars.map(|bar| (period.written(bar.start), bar.amount.n_hits)).collect()
        };
        let months = [("2022-02", 3), ("2022-03", 0), ("2022-04", 4)];
        assert_eq!(bars(Period::Month, span), months.map(|(name, n)| (name.to_owned(), n)));
        let part = Days { first: day("2022-02-02"), last: day("2022-04-29") };
        let part = bars(Period::Month, part);
        assert_eq!(part.iter().map(|it| it.1).collect::<Vec<_>>(), [2, 0, 0]);
        assert_eq!(timeline.busiest(Period::Month, span), Some(day("2022-04-01")));
        assert_eq!(timeline.busiest(Period::Day, span), Some(day("2022-04-30")));
        assert_eq!(Timeline::default().span(), None);
        let turned = Days { first: span.last, last: span.first };
        assert_eq!(timeline.bars(Period::Day, turned).count(), 0);
        let end = Days { first: NaiveDate::MAX, last: NaiveDate::MAX };
        assert!(Period::ALL.iter().all(|period| timeline.bars(*period, end).count() == 1));
    }

    #[test]
    fn a_few_far_away_do_not_squeeze_all_others() {
        let day = |day: i32| (day, if day == 900 || day < 0 { 1 } else { 10 });
        let of = |days: &[i32]| bulk(days.iter().map(|it| day(*it)));
        let many: Vec<i32> = (0..60).collect();
        assert_eq!(of(&many), Some((0, 59)));
        assert_eq!(of(&[&many[..], &[900]].concat()), Some((0, 59)), "one of 601");
        assert_eq!(of(&[&[-900], &many[..], &[900]].concat()), Some((0, 59)));
        assert_eq!(of(&[&many[..40], &[900]].concat()), Some((0, 900)), "one of 401 is not few");
        assert_eq!(of(&[&[-20], &many[..]].concat()), Some((-20, 59)), "it is near");
        assert_eq!((of(&[]), bulk([(5, 0)].into_iter())), (None, None));
        assert_eq!(of(&[900]), Some((900, 900)));
    }

    #[test]
    fn a_burst_is_far_above_the_same_weekday_of_the_weeks_before() {
        let first = day("2022-01-03");
        let weekly = |n_of_week: &dyn Fn(u64) -> (u32, u32)| {
            let of_week = |week| {
                let (n_hits, n_all) = n_of_week(week);
                let day = first.checked_add_days(Step::new(7 * week)).unwrap();
                DayAmount { day, amount: amount(n_hits, n_all) }
            };
            Timeline::new((0..12).map(of_week).collect(), Amount::default())
        };
        let bursts = |timeline: &Timeline, period| -> Vec<bool> {
            let bars = timeline.bars(period, timeline.span().unwrap());
            bars.filter(|bar| 0 < bar.amount.n_hits).map(|bar| bar.is_burst).collect()
        };
        // Of four expected hits, 4 + 4·√4 = 12 are none yet.
        let burst_at = |n| weekly(&move |week| if week == 10 { (n, 100) } else { (4, 100) });
        assert_eq!(bursts(&burst_at(12), Period::Day), [false; 12]);
        let is_tenth: Vec<bool> = (0..12).map(|week| week == 10).collect();
        assert_eq!(bursts(&burst_at(13), Period::Day), is_tenth);
        assert_eq!(bursts(&burst_at(13), Period::Week), is_tenth);
        assert_eq!(bursts(&burst_at(13), Period::Month), [false, false, true], "by its day");
        // If the archive itself has more that day, more hits are to be expected.
        let larger = weekly(&|week| if week == 10 { (13, 400) } else { (4, 100) });
        assert_eq!(bursts(&larger, Period::Day), [false; 12]);
        // Of the first weeks nothing is known, and a first mention is none.
        let early = weekly(&|week| if week == 3 { (90, 100) } else { (1, 100) });
        assert_eq!(bursts(&early, Period::Day), [false; 12]);
        let late = |n| weekly(&move |week| if week == 11 { (n, 100) } else { (0, 100) });
        assert_eq!(bursts(&late(5), Period::Day), [false]);
        assert_eq!(bursts(&late(6), Period::Day), [true]);
    }

    proptest! {
        #[test]
        fn every_period_counts_each_day_once(
            days in btree_map(1u32..400_000, (0u32..50, 0u32..50), 1..40),
        ) {
            let amount = |(day, (n_hits, more)): (&u32, &(u32, u32))| DayAmount {
                day: NaiveDate::from_num_days_from_ce_opt(i32::try_from(*day).unwrap()).unwrap(),
                amount: amount(*n_hits, n_hits + more),
            };
            let timeline = Timeline::new(days.iter().map(amount).collect(), Amount::default());
            let last = timeline.days().last().unwrap().day;
            let all = Days { first: timeline.days()[0].day, last };
            let n_hits: u32 = days.values().map(|(n_hits, _)| n_hits).sum();
            for period in [Period::Week, Period::Month, Period::Year] {
                let bars: Vec<Bar> = timeline.bars(period, all).collect();
                prop_assert_eq!(bars.iter().map(|bar| bar.amount.n_hits).sum::<u32>(), n_hits);
                prop_assert_eq!(bars.len(), period.count(all));
            }
        }
    }
}
