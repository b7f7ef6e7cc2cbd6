//! The marks as bits by [`Seq`](crate::domain::Seq): one map for all kinds of marks. It has the
//! bits of a mark, the marks of a row, and whether a row belongs to a view.

use std::collections::BTreeMap;

use crate::{
    base::Bits,
    domain::{Mark, MarkSet, View},
};

/// The bits of the marks that have been asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MarkBits {
    /// A mark that is in here has all its bits: they were made of the marks database, or of a log
    /// that goes back to the first change.
    built: BTreeMap<Mark, Bits>,
    /// The database of marks that these bits are of: another one counts its changes from the start.
    pub(super) home: u64,
    /// The last change in its log that these bits hold.
    pub(super) log: u64,
}

/// Of the marks that were not built.
static NONE: Bits = Bits::new();

impl MarkBits {
    /// None yet, of the marks of a database that hold the changes up to one in its log.
    pub(super) fn until(home: u64, log: u64) -> Self {
        Self { built: BTreeMap::new(), home, log }
    }

    pub(super) fn is_built(&self, mark: Mark) -> bool {
        self.built.contains_key(&mark)
    }

    pub(super) fn put(&mut self, mark: Mark, bits: Bits) {
        self.built.insert(mark, bits);
    }

    pub(super) fn of(&self, mark: Mark) -> &Bits {
        self.built.get(&mark).unwrap_or(&NONE)
    }

    pub(super) fn of_mut(&mut self, mark: Mark) -> &mut Bits {
        self.built.entry(mark).or_default()
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (Mark, &Bits)> {
        self.built.iter().map(|(mark, bits)| (*mark, bits))
    }

    /// The marks of a row.
    pub(super) fn of_row(&self, seq: u32) -> MarkSet {
        let carried = self.iter().filter(|(_, bits)| bits.contains(seq));
        carried.map(|(mark, _)| mark).collect()
    }

    /// Gives a row just these marks.
    pub(super) fn set_row(&mut self, seq: u32, marks: &MarkSet) {
        self.built.values_mut().for_each(|bits| bits.set(seq, false));
        marks.iter().for_each(|mark| self.of_mut(mark).set(seq, true));
    }

    pub(super) fn shows(&self, view: View, seq: u32) -> bool {
        match view {
            View::All => true,
            View::Unread => !self.of(Mark::Read).contains(seq),
            View::Starred => self.of(Mark::Starred).contains(seq),
            View::Changed => self.of(Mark::Changed).contains(seq),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_just_the_marks_that_it_was_given() {
        let mut bits = MarkBits::until(0, 3);
        let marks = [Mark::Starred, Mark::Changed].into_iter().collect();
        bits.set_row(7, &marks);
        bits.set_row(8, &marks);
        assert_eq!((bits.of_row(7), bits.of_row(6)), (marks, MarkSet::default()));
        bits.set_row(7, &[Mark::Read].into_iter().collect());
        assert_eq!(bits.of_row(7), [Mark::Read].into_iter().collect());
        assert_eq!(bits.of(Mark::Starred).iter().collect::<Vec<_>>(), [8]);
        assert!(bits.shows(View::Starred, 8) && !bits.shows(View::Starred, 7));
        assert!(bits.shows(View::Unread, 8) && !bits.shows(View::Unread, 7));
    }
}
