//! What the files of a library show together, and a single file cannot.
//!
//! `05/06/2017` does not show which number is the month; `23/12/2017` does. Files whose date can be
//! read in one order only are evidence for that order. An outlet has one habit and its neighbour
//! may have another, so the files of the same source decide; if none of them shows anything, all
//! files of the library do. Evidence must be unanimous: once a source has files of both kinds, its
//! open dates stay open, whatever other sources do. The answer is a function of the set of files,
//! not of the order in which they were read.

use std::{collections::HashMap, ops::AddAssign};

use crate::base::{Clean, wording};

/// Which number of `05/06/2017` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOrder {
    DayFirst,
    MonthFirst,
}

impl DayOrder {
    /// A day that was read in this order, said with it.
    pub fn said_with(self, day: &str) -> String {
        match self {
            Self::DayFirst => wording!("day-read-day-first", day = day),
            Self::MonthFirst => wording!("day-read-month-first", day = day),
        }
    }
}

/// What a file shows of the habits of its library, and what it leaves to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// Its date can be read in this order only: `23/12/2017`.
    pub shows_order: Option<DayOrder>,
    /// Its date can be read in both: `05/06/2017`.
    pub needs_order: bool,
    /// The order in which it was read, of one that needs it.
    pub took_order: Option<DayOrder>,
}

impl Hints {
    /// As a number below 32.
    pub fn to_bits(self) -> u32 {
        let order = |order| match order {
            None => 0,
            Some(DayOrder::DayFirst) => 1,
            Some(DayOrder::MonthFirst) => 2,
        };
        order(self.shows_order) | u32::from(self.needs_order) << 2 | order(self.took_order) << 3
    }

    /// `None` for a number that stands for nothing.
    pub fn from_bits(bits: u32) -> Option<Self> {
        let order = |bits| match bits & 3 {
            0 => Some(None),
            1 => Some(Some(DayOrder::DayFirst)),
            2 => Some(Some(DayOrder::MonthFirst)),
            _ => None,
        };
        let needs_order = bits >> 2 & 1 == 1;
        let (shows_order, took_order) = (order(bits)?, order(bits >> 3)?);
        (bits < 32).then_some(Self { shows_order, needs_order, took_order })
    }
}

/// What files show together, in numbers of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub n_day_first: u32,
    pub n_month_first: u32,
    /// Files that need an order: read without one, as day first, as month first.
    pub n_open: [u32; 3],
}

/// What a tally comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Silent,
    Order(DayOrder),
    /// Files contradict each other.
    Divided,
}

impl Tally {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn add(&mut self, hints: Hints) {
        if let Some(count) = self.count(hints) {
            *count += 1;
        }
    }

    pub fn remove(&mut self, hints: Hints) {
        if let Some(count) = self.count(hints) {
            *count = count.saturating_sub(1);
        }
    }

    fn count(&mut self, hints: Hints) -> Option<&mut u32> {
        match hints.shows_order {
            Some(DayOrder::DayFirst) => Some(&mut self.n_day_first),
            Some(DayOrder::MonthFirst) => Some(&mut self.n_month_first),
            None => hints.needs_order.then(|| &mut self.n_open[took(hints.took_order)]),
        }
    }

    fn verdict(&self) -> Verdict {
        match (self.n_day_first, self.n_month_first) {
            (0, 0) => Verdict::Silent,
            (_, 0) => Verdict::Order(DayOrder::DayFirst),
            (0, _) => Verdict::Order(DayOrder::MonthFirst),
            _ => Verdict::Divided,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.n_day_first += other.n_day_first;
        self.n_month_first += other.n_month_first;
        for (count, more) in self.n_open.iter_mut().zip(other.n_open) {
            *count += more;
        }
    }
}

fn took(order: Option<DayOrder>) -> usize {
    match order {
        None => 0,
        Some(DayOrder::DayFirst) => 1,
        Some(DayOrder::MonthFirst) => 2,
    }
}

/// What the files of each source show, by the number of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    pub of_sources: Vec<Tally>,
}

impl Evidence {
    /// The counts of a source.
    pub fn of_source(&mut self, source: u32) -> &mut Tally {
        let source = source as usize;
        if self.of_sources.len() <= source {
            self.of_sources.resize(source + 1, Tally::default());
        }
        &mut self.of_sources[source]
    }

    /// The order for each source that has any files to count, and the one for all others.
    fn orders(&self) -> (Vec<Option<DayOrder>>, Option<DayOrder>) {
        let mut all = Tally::default();
        self.of_sources.iter().for_each(|tally| all += *tally);
        let general = match all.verdict() {
            Verdict::Order(order) => Some(order),
            Verdict::Silent | Verdict::Divided => None,
        };
        let order = |tally: &Tally| match tally.verdict() {
            Verdict::Order(order) => Some(order),
            Verdict::Silent => general,
            Verdict::Divided => None,
        };
        (self.of_sources.iter().map(order).collect(), general)
    }

    /// The files to be read again, since they took another order than the files now show.
    pub fn stale(&self) -> Stale {
        let (orders, _) = self.orders();
        let is_stale = |(order, tally): (&Option<DayOrder>, &Tally)| {
            (0..3).any(|nth| nth != took(*order) && 0 < tally.n_open[nth])
        };
        Stale { is_any: orders.iter().zip(&self.of_sources).any(is_stale), orders }
    }
}

/// Tells which files are to be read again.
#[derive(Debug)]
pub struct Stale {
    is_any: bool,
    orders: Vec<Option<DayOrder>>,
}

impl Stale {
    pub fn is_any(&self) -> bool {
        self.is_any
    }

    /// Whether a file of this source is to be read again.
    pub fn has(&self, source: u32, hints: Hints) -> bool {
        let order = self.orders.get(source as usize).copied().flatten();
        hints.needs_order && hints.took_order != order
    }
}

/// The order that the files show, by the name of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Orders {
    /// Of sources without files that show one.
    general: Option<DayOrder>,
    /// Of sources that have files to count.
    of_sources: HashMap<Clean, Option<DayOrder>>,
}

impl Orders {
    pub fn new(evidence: &Evidence, sources: &[Clean]) -> Self {
        let (orders, general) = evidence.orders();
        let counted = |((name, order), tally): ((&Clean, _), &Tally)| {
            (!tally.is_empty()).then(|| (name.clone(), order))
        };
        let named = sources.iter().zip(orders).zip(&evidence.of_sources);
        Self { general, of_sources: named.filter_map(counted).collect() }
    }

    pub fn of(&self, source: &Clean) -> Option<DayOrder> {
        self.of_sources.get(source).copied().unwrap_or(self.general)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(order: DayOrder) -> Hints {
        Hints { shows_order: Some(order), ..Hints::default() }
    }

    fn orders(files: &[(u32, Hints)]) -> Orders {
        let mut evidence = Evidence::default();
        for (source, hints) in files {
            evidence.of_source(*source).add(*hints);
        }
        Orders::new(&evidence, &["mill".into(), "quay".into(), "dyke".into()])
    }

    #[test]
    fn a_source_decides_for_itself_and_a_silent_one_goes_by_all() {
        use DayOrder::{DayFirst, MonthFirst};
        let open = Hints { needs_order: true, ..Hints::default() };
        let one = orders(&[(0, shows(DayFirst)), (1, open)]);
        assert_eq!(one.of(&"mill".into()), Some(DayFirst));
        assert_eq!(one.of(&"quay".into()), Some(DayFirst));
        assert_eq!(one.of(&"new".into()), Some(DayFirst));
        let two = orders(&[(0, shows(DayFirst)), (1, shows(MonthFirst)), (2, open)]);
        assert_eq!(two.of(&"mill".into()), Some(DayFirst));
        assert_eq!(two.of(&"quay".into()), Some(MonthFirst));
        assert_eq!((two.of(&"dyke".into()), two.of(&"new".into())), (None, None));
        let divided = orders(&[(0, shows(DayFirst)), (0, shows(MonthFirst)), (0, open)]);
        assert_eq!(divided.of(&"mill".into()), None);
        assert_eq!(orders(&[(0, open)]).of(&"mill".into()), None);
    }

    #[test]
    fn what_took_another_order_than_the_files_show_is_stale() {
        use DayOrder::{DayFirst, MonthFirst};
        let took = |order| Hints { needs_order: true, took_order: order, ..Hints::default() };
        let mut evidence = Evidence::default();
        evidence.of_source(2).add(took(None));
        assert!(!evidence.stale().is_any());
        evidence.of_source(0).add(shows(MonthFirst));
        let stale = evidence.stale();
        assert!(stale.is_any() && stale.has(2, took(None)) && stale.has(2, took(Some(DayFirst))));
        assert!(!stale.has(2, took(Some(MonthFirst))) && !stale.has(0, shows(MonthFirst)));
        evidence.of_source(2).remove(took(None));
        evidence.of_source(2).add(took(Some(MonthFirst)));
        assert!(!evidence.stale().is_any());
        evidence.of_source(0).remove(shows(MonthFirst));
        assert!(evidence.stale().is_any());
    }

    #[test]
    fn the_order_that_was_taken_is_said() {
        assert_eq!(DayOrder::DayFirst.said_with("2017-06-05"), "2017-06-05 (day first)");
        assert_eq!(DayOrder::MonthFirst.said_with("2017-05-06"), "2017-05-06 (month first)");
    }

    #[test]
    fn hints_read_back_from_their_number() {
        let known: Vec<_> = (0..64).filter_map(Hints::from_bits).collect();
        assert_eq!(known.len(), 3 * 2 * 3);
        assert!(known.iter().all(|hints| Hints::from_bits(hints.to_bits()) == Some(*hints)));
    }
}
