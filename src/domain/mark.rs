//! A mark by name, and the set of those that one article carries.
//!
//! The names of marks are defined here, and how they are stored in `marks`; other code handles
//! marks generically and names only those that it shows or sets.

use crate::base::wording;

/// A mark that an article carries or does not carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Read,
    Starred,
    /// The file changed after the article had been read, starred or opened; gone once it is opened.
    Changed,
}

/// The marks that one article carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkSet {
    // Invariant: sorted, each once.
    marks: Vec<Mark>,
}

impl MarkSet {
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.binary_search(&mark).is_ok()
    }

    pub fn set(&mut self, mark: Mark, value: bool) {
        match (self.marks.binary_search(&mark), value) {
            (Ok(at), false) => drop(self.marks.remove(at)),
            (Err(at), true) => self.marks.insert(at, mark),
            (Ok(_), true) | (Err(_), false) => (),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Mark> + '_ {
        self.marks.iter().copied()
    }
}

impl FromIterator<Mark> for MarkSet {
    fn from_iter<T: IntoIterator<Item = Mark>>(marks: T) -> Self {
        let mut marks: Vec<Mark> = marks.into_iter().collect();
        marks.sort_unstable();
        marks.dedup();
        Self { marks }
    }
}

impl Mark {
    /// What an article is that has the mark, or has it no longer.
    pub fn said(self, value: bool) -> &'static str {
        match (self, value) {
            (Self::Read, true) => wording!("mark-read"),
            (Self::Read, false) => wording!("mark-unread"),
            (Self::Starred, true) => wording!("mark-starred"),
            (Self::Starred, false) => wording!("mark-unstarred"),
            (Self::Changed, true) => wording!("mark-changed"),
            (Self::Changed, false) => wording!("mark-seen"),
        }
    }

    /// What a change of this many articles is called: `12 marked read`.
    pub fn step(self, value: bool, n: usize) -> String {
        match (self, value) {
            (Self::Read, true) => wording!("step-read", n = n),
            (Self::Read, false) => wording!("step-unread", n = n),
            (Self::Starred, true) => wording!("step-starred", n = n),
            (Self::Starred, false) => wording!("step-unstarred", n = n),
            (Self::Changed, true) => wording!("step-changed", n = n),
            (Self::Changed, false) => wording!("step-seen", n = n),
        }
    }

    /// What is about to be done with this many articles, for a question: `mark 12 articles read`.
    pub fn deed(self, value: bool, n: usize) -> String {
        match (self, value) {
            (Self::Read, true) => wording!("deed-read", n = n),
            (Self::Read, false) => wording!("deed-unread", n = n),
            (Self::Starred, true) => wording!("deed-star", n = n),
            (Self::Starred, false) => wording!("deed-unstar", n = n),
            (Self::Changed, _) => wording!("deed-seen", n = n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_just_the_marks_that_it_was_given() {
        let marks = [Mark::Read, Mark::Starred, Mark::Changed];
        for chosen in 0..1 << marks.len() {
            let is_in = |nth: usize| chosen >> nth & 1 == 1;
            let mut set: MarkSet = marks.into_iter().rev().chain(marks).collect();
            for (nth, mark) in marks.into_iter().enumerate().rev() {
                set.set(mark, is_in(nth));
            }
            let wanted = marks.into_iter().enumerate().filter(|(nth, _)| is_in(*nth));
            let wanted: Vec<Mark> = wanted.map(|(_, mark)| mark).collect();
            assert_eq!(set.iter().collect::<Vec<_>>(), wanted);
            assert_eq!(set, wanted.iter().copied().collect());
            assert!(marks.iter().all(|mark| set.has(*mark) == wanted.contains(mark)));
            assert_eq!(set.is_empty(), wanted.is_empty());
        }
    }
}
