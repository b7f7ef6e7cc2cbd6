//! The marks that the database holds: of each its number in the log, its table, and what is asked
//! of the table. Another mark is another line of [`KINDS`], and a step of the schema.
//!
//! Invariant: a number or a name that has been released is never given to another mark.

use crate::domain::Mark;

/// A mark as it is stored.
pub(super) struct Kind {
    pub(super) mark: Mark,
    /// In the log, in the history and in what is kept of marks elsewhere.
    pub(super) number: i64,
    /// The table of the articles that carry it, by their ids.
    pub(super) table: &'static str,
    /// Set by the reader, not by the program: a step of the history.
    pub(super) is_decided: bool,
    pub(super) all: &'static str,
    pub(super) one: &'static str,
    /// The number of the library that it was set in.
    pub(super) origin: &'static str,
    pub(super) add: &'static str,
    pub(super) remove: &'static str,
}

macro_rules! kinds {
    ($($mark:ident = $number:literal, $table:literal, is_decided: $is_decided:literal;)+) => {
        pub(super) const KINDS: &[&Kind] = &[$(kind(Mark::$mark)),+];

        /// How a mark is stored.
        pub(super) const fn kind(mark: Mark) -> &'static Kind {
            match mark {
                $(Mark::$mark => &Kind {
                    mark: Mark::$mark,
                    number: $number,
                    table: $table,
                    is_decided: $is_decided,
                    all: concat!("SELECT id FROM ", $table, " ORDER BY id"),
                    one: concat!("SELECT 1 FROM ", $table, " WHERE id = ?1"),
                    origin: concat!("SELECT library FROM ", $table, " WHERE id = ?1"),
                    add: concat!(
                        "INSERT OR IGNORE INTO ", $table, " (id, library) VALUES (?1, ?2)"
                    ),
                    remove: concat!("DELETE FROM ", $table, " WHERE id = ?1"),
                },)+
            }
        }
    };
}

kinds! {
    Read = 0, "read", is_decided: true;
    Starred = 1, "starred", is_decided: true;
    Changed = 2, "changed", is_decided: false;
}

/// All marks that this version knows.
pub fn known() -> impl Iterator<Item = Mark> {
    KINDS.iter().map(|kind| kind.mark)
}

/// The number of a mark, the same for ever.
pub fn number_of(mark: Mark) -> i64 {
    kind(mark).number
}

/// The mark of a number; `None` for one that only a later version knows.
pub fn mark_of(number: i64) -> Option<Mark> {
    known().find(|mark| number_of(*mark) == number)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_mark_has_its_own_number_and_table() {
        let numbers: BTreeSet<i64> = KINDS.iter().map(|kind| kind.number).collect();
        let tables: BTreeSet<&str> = KINDS.iter().map(|kind| kind.table).collect();
        assert_eq!((numbers.len(), tables.len()), (KINDS.len(), KINDS.len()));
        assert!(known().all(|mark| kind(mark).mark == mark));
        assert!(known().all(|mark| mark_of(number_of(mark)) == Some(mark)));
    }
}
