//! What the files of a library have in common, and a single file cannot say of itself.

/// Which number of `05/06/2017` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// What a file shows of the habits of its library, and what it leaves to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// Its date can be read in this order only: `23/12/2017`.
    pub shows_order: Option<DayOrder>,
    /// Its date can be read in both: `05/06/2017`.
    pub needs_order: bool,
}
