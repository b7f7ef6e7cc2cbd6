//! Rows of a list in which some days are folded: each such day is one row, that of its first
//! article, and the rows below move up. Costs a few bytes a folded day, whatever it holds.

use chrono::NaiveDate;

use crate::{
    domain::{Folds, Rank, Seq},
    storage::catalogue::Snapshot,
};

/// The folded days of a list, as runs of its rows in their order newest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Folding {
    // Invariant: in order, not empty, not overlapping.
    runs: Vec<Run>,
    n_hidden: usize,
}

/// The rows of one folded day.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: usize,
    n: usize,
    /// The row that stands for them, once the runs before it are folded.
    shown: usize,
}

impl Folding {
    /// Folds days of all articles of a snapshot.
    pub(super) fn of_everything(snapshot: &Snapshot, folds: &Folds) -> Self {
        Self::new(snapshot.ranks().iter().map(|rank| rank.date()), folds)
    }

    /// Folds days of some articles, newest first: their days are read off the order of all.
    pub(super) fn of_these(snapshot: &Snapshot, seqs: &[Seq], folds: &Folds) -> Self {
        let mut wanted = seqs.iter().copied().peekable();
        let is_listed = |rank: &&Rank| wanted.next_if_eq(&rank.seq()).is_some();
        Self::new(snapshot.ranks().iter().filter(is_listed).map(|rank| rank.date()), folds)
    }

    fn new(days: impl Iterator<Item = Option<NaiveDate>>, folds: &Folds) -> Self {
        let mut folding = Self::default();
        let mut last = None;
        for (row, day) in days.enumerate() {
            // Days stand together, so the set is asked once a day.
            match &mut last {
                Some((known, is_folded)) if *known == day => {
                    if *is_folded && let Some(run) = folding.runs.last_mut() {
                        run.n += 1;
                        folding.n_hidden += 1;
                    }
                    continue;
                }
                _ => (),
            }
            let is_folded = folds.is_folded(day);
            last = Some((day, is_folded));
            if is_folded {
                folding.runs.push(Run { start: row, n: 1, shown: row - folding.n_hidden });
            }
        }
        folding
    }

    /// Rows that are not shown.
    pub(super) fn n_hidden(&self) -> usize {
        self.n_hidden
    }

    /// The row of all rows that is shown as row `shown`, and for how many it stands there: 0 where
    /// its day is not folded.
    pub(super) fn row(&self, shown: usize) -> (usize, usize) {
        let n_before = self.runs.partition_point(|run| run.shown <= shown);
        match n_before.checked_sub(1).and_then(|at| self.runs.get(at)) {
            Some(run) if run.shown == shown => (run.start, run.n),
            Some(run) => (run.start + run.n + (shown - run.shown - 1), 0),
            None => (shown, 0),
        }
    }

    /// Where a row of all rows is shown.
    pub(super) fn shown(&self, row: usize) -> usize {
        let n_before = self.runs.partition_point(|run| run.start <= row);
        match n_before.checked_sub(1).and_then(|at| self.runs.get(at)) {
            Some(run) if row < run.start + run.n => run.shown,
            Some(run) => run.shown + 1 + (row - run.start - run.n),
            None => row,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_article_has_a_row_and_every_row_an_article(
            lengths in proptest::collection::vec(1usize..6, 0..12),
            folded in proptest::collection::vec(any::<bool>(), 12),
            are_all: bool,
        ) {
            let day = |number: usize| NaiveDate::default().checked_add_days(Days::new(number as u64));
            let mut folds = Folds { are_all, ..Folds::default() };
            for (number, is_folded) in folded.iter().enumerate() {
                folds.set(day(number), *is_folded);
            }
            let days: Vec<usize> =
                lengths.iter().enumerate().flat_map(|(at, n)| std::iter::repeat_n(at, *n)).collect();
            let folding = Folding::new(days.iter().map(|number| day(*number)), &folds);
            let is_first = |row: usize| row == 0 || days[row - 1] != days[row];
            let expected: Vec<(usize, usize)> = (0..days.len())
                .filter(|row| !folded[days[*row]] || is_first(*row))
                .map(|row| (row, if folded[days[row]] { lengths[days[row]] } else { 0 }))
                .collect();
            prop_assert_eq!(days.len() - folding.n_hidden(), expected.len());
            for (shown, row) in expected.iter().enumerate() {
                prop_assert_eq!(folding.row(shown), *row);
                prop_assert_eq!(folding.shown(row.0), shown);
            }
            for row in 0..days.len() {
                let (first, _) = folding.row(folding.shown(row));
                prop_assert!(first == row || folded[days[row]] && days[first] == days[row]);
            }
        }
    }
}
