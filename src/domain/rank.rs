//! The position of an article in the order *newest first*, as far as a number can express it.

use chrono::{Datelike, NaiveDate};

/// Number of an article in the catalogue: given once, never reused while the catalogue lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seq(pub u32);

/// Sorts articles by day, newest first, when ranks are sorted from high to low.
///
/// From the high bits to the low: 22 bits of day (0 is undated), 14 bits for the time of day (0, as
/// long as none is read), and 28 bits of inverted [`Seq`], which make it unique in a catalogue.
/// Within a [`Rank::moment`] the list's order is that of paths, which only the catalogue knows: the
/// last bits say nothing about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rank(pub u64);

const SEQ_BITS: u32 = 28;
const TIME_BITS: u32 = 14;
const DAY_BITS: u32 = 22;

impl Rank {
    /// The largest number of articles a catalogue can hold.
    pub const MAX_SEQ: u32 = (1 << SEQ_BITS) - 1;

    pub fn new(date: Option<NaiveDate>, seq: Seq) -> Self {
        let day = date.map_or(0, |date| u64::try_from(date.num_days_from_ce()).unwrap_or(0));
        let day = day.min((1 << DAY_BITS) - 1);
        Self(day << (TIME_BITS + SEQ_BITS)).with_seq(seq)
    }

    pub fn seq(self) -> Seq {
        let inverted = self.0 & u64::from(Self::MAX_SEQ);
        #[expect(clippy::cast_possible_truncation, reason = "28 bits fit")]
        Seq(Self::MAX_SEQ - inverted as u32)
    }

    /// The same moment for a row of another number.
    #[must_use]
    pub fn with_seq(self, seq: Seq) -> Self {
        let moment = self.0 & !u64::from(Self::MAX_SEQ);
        Self(moment | u64::from(Self::MAX_SEQ - seq.0.min(Self::MAX_SEQ)))
    }

    /// Day and time: what is equal here is in the order of paths.
    pub fn moment(self) -> u64 {
        self.0 >> SEQ_BITS
    }

    pub fn date(self) -> Option<NaiveDate> {
        let day = i32::try_from(self.day()).ok()?;
        if day == 0 { None } else { NaiveDate::from_num_days_from_ce_opt(day) }
    }

    /// The day, counted from the first of January of the year 1, which is day 1; 0 is undated.
    pub fn day(self) -> u32 {
        (self.0 >> (TIME_BITS + SEQ_BITS)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_days_come_first_and_the_undated_last() {
        let day = |day| NaiveDate::from_ymd_opt(2022, 2, day);
        let sorted = [
            Rank::new(day(15), Seq(1)),
            Rank::new(day(15), Seq(2)),
            Rank::new(day(14), Seq(0)),
            Rank::new(None, Seq(10)),
        ];
        assert!(sorted.is_sorted_by(|a, b| a > b));
        assert_eq!(sorted.map(|rank| rank.seq().0), [1, 2, 0, 10]);
        assert_eq!(sorted[0].moment(), sorted[1].moment());
        assert!(sorted[2].moment() < sorted[1].moment());
        assert_eq!(sorted[0].with_seq(Seq(2)), sorted[1]);
        assert_eq!(sorted[0].date(), day(15));
        assert_eq!(sorted[3].date(), None);
    }
}
