//! The marks that the database holds: of each its number in the log, its table, and what is asked
//! of the table. Another mark is another entry of [`KINDS`], and a step of the schema.
//!
//! Invariant: a number or a name that has been released is never given to another mark.

use crate::domain::Field;

/// A mark as it is stored.
pub(super) struct Kind {
    pub(super) field: Field,
    /// In the log and in the history.
    pub(super) number: i64,
    /// The table of the articles that carry it, by their ids.
    pub(super) table: &'static str,
    /// Set by the reader, not by the program.
    pub(super) is_decided: bool,
    pub(super) all: &'static str,
    pub(super) one: &'static str,
    /// The number of the library that it was set in.
    pub(super) origin: &'static str,
    pub(super) add: &'static str,
    pub(super) remove: &'static str,
}

macro_rules! kind {
    ($field:expr, $number:literal, $table:literal, is_decided: $is_decided:literal) => {
        Kind {
            field: $field,
            number: $number,
            table: $table,
            is_decided: $is_decided,
            all: concat!("SELECT id FROM ", $table, " ORDER BY id"),
            one: concat!("SELECT 1 FROM ", $table, " WHERE id = ?1"),
            origin: concat!("SELECT library FROM ", $table, " WHERE id = ?1"),
            add: concat!("INSERT OR IGNORE INTO ", $table, " (id, library) VALUES (?1, ?2)"),
            remove: concat!("DELETE FROM ", $table, " WHERE id = ?1"),
        }
    };
}

/// In the order of [`Field::ALL`].
pub(super) const KINDS: [Kind; Field::ALL.len()] = [
    kind!(Field::Read, 0, "read", is_decided: true),
    kind!(Field::Starred, 1, "starred", is_decided: true),
    kind!(Field::Changed, 2, "changed", is_decided: false),
];

/// How a mark is stored.
pub(super) fn kind(field: Field) -> &'static Kind {
    &KINDS[field as usize]
}

/// The mark of a number; `None` for one that only a later version knows.
pub(super) fn field_of(number: i64) -> Option<Field> {
    KINDS.iter().find(|kind| kind.number == number).map(|kind| kind.field)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_mark_has_its_own_place_number_and_table() {
        let fields: Vec<Field> = KINDS.iter().map(|kind| kind.field).collect();
        assert_eq!(fields, Field::ALL);
        assert!(Field::ALL.iter().all(|field| kind(*field).field == *field));
        let numbers: BTreeSet<i64> = KINDS.iter().map(|kind| kind.number).collect();
        let tables: BTreeSet<&str> = KINDS.iter().map(|kind| kind.table).collect();
        assert_eq!((numbers.len(), tables.len()), (KINDS.len(), KINDS.len()));
        assert!(KINDS.iter().all(|kind| field_of(kind.number) == Some(kind.field)));
    }
}
