//! The place of an article in the order *newest first*, packed into one number.

use chrono::{Datelike, NaiveDate};

/// Number of an article in the catalogue: given once, never reused while the catalogue lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seq(pub u32);

/// Sorts articles newest first when ranks are sorted from high to low.
///
/// From the high bits to the low: 22 bits of day (0 is undated), 14 bits of arrival (the scan that
/// first saw the file, so that what came later stands above within its day), and 28 bits of
/// inverted [`Seq`] (files of one scan stay in the order of their names). Unique in a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rank(pub u64);

const SEQ_BITS: u32 = 28;
const ARRIVAL_BITS: u32 = 14;
const DAY_BITS: u32 = 22;

impl Rank {
    /// The largest number of articles a catalogue can hold.
    pub const MAX_SEQ: u32 = (1 << SEQ_BITS) - 1;

    pub fn new(date: Option<NaiveDate>, arrival: u32, seq: Seq) -> Self {
        let day = date.map_or(0, |date| u64::try_from(date.num_days_from_ce()).unwrap_or(0));
        let day = day.min((1 << DAY_BITS) - 1);
        let arrival = u64::from(arrival.min((1 << ARRIVAL_BITS) - 1));
        let inverted = u64::from(Self::MAX_SEQ - seq.0.min(Self::MAX_SEQ));
        Self(day << (ARRIVAL_BITS + SEQ_BITS) | arrival << SEQ_BITS | inverted)
    }

    pub fn seq(self) -> Seq {
        let inverted = self.0 & u64::from(Self::MAX_SEQ);
        #[expect(clippy::cast_possible_truncation, reason = "28 bits fit")]
        Seq(Self::MAX_SEQ - inverted as u32)
    }

    /// The same place in the order for a row of another number.
    #[must_use]
    pub fn with_seq(self, seq: Seq) -> Self {
        let order = self.0 & !u64::from(Self::MAX_SEQ);
        Self(order | u64::from(Self::MAX_SEQ - seq.0.min(Self::MAX_SEQ)))
    }

    pub fn date(self) -> Option<NaiveDate> {
        let day = i32::try_from(self.0 >> (ARRIVAL_BITS + SEQ_BITS)).ok()?;
        if day == 0 { None } else { NaiveDate::from_num_days_from_ce_opt(day) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_days_then_later_arrivals_then_earlier_names_come_first() {
        let day = |day| NaiveDate::from_ymd_opt(2022, 2, day);
        let sorted = [
            Rank::new(day(15), 3, Seq(9)),
            Rank::new(day(15), 0, Seq(1)),
            Rank::new(day(15), 0, Seq(2)),
            Rank::new(day(14), 7, Seq(0)),
            Rank::new(None, 9, Seq(10)),
        ];
        assert!(sorted.is_sorted_by(|a, b| a > b));
        assert_eq!(sorted.map(|rank| rank.seq().0), [9, 1, 2, 0, 10]);
        assert_eq!(sorted[0].date(), day(15));
        assert_eq!(sorted[4].date(), None);
    }
}
