//! Copies what is still readable of a damaged database into a new one.
//!
//! Marks, positions, versions and settings; not the history, whose steps would undo what may be
//! missing. Each table is read from both ends up to where the damage begins, and the damaged file
//! is not written.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Result, Row, Transaction, params_from_iter, types::Value};

use super::{file, kinds::KINDS};

/// Each table beside those of the marks, its columns, and the sort order that its key gives.
const TABLES: [(&str, &str, &str); 5] = [
    ("positions", "id, paragraph, byte", "id"),
    ("versions", "new, old, at", "new"),
    ("places", "library, path, id, at, is_there, sketch", "number"),
    ("state", "library, key, value", "library"),
    ("changes", "kind, id, at", "kind"),
];
/// Keys are among the first columns of a table.
const N_KEYS: usize = 3;

/// Copies what can be read from the file `damaged` and returns how many marks that were.
///
/// # Errors
///
/// If the new database cannot be written; what cannot be read is left out.
pub(super) fn copy(damaged: &Path, into: &mut Connection) -> Result<u64> {
    let Ok(from) = open(damaged) else { return Ok(0) };
    let work = into.transaction()?;
    let mut n_saved = 0;
    let marks = KINDS.iter().map(|kind| ((kind.table, "id", "id"), kind.is_decided));
    let others = TABLES.iter().map(|table| (*table, false));
    for ((table, columns, key), is_counted) in marks.chain(others) {
        let mut n_rows = 0;
        for direction in ["ASC", "DESC"] {
            let sql = format!("SELECT {columns} FROM {table} ORDER BY {key} {direction}");
            let (n_new, is_whole) = copy_rows(&from, &sql, &work, table, columns)?;
            n_rows += n_new;
            if is_whole {
                break;
            }
        }
        if is_counted {
            n_saved += n_rows;
        }
    }
    work.commit()?;
    Ok(n_saved)
}

fn open(damaged: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let db = Connection::open_with_flags(file::address(damaged, "mode=ro"), flags)?;
    db.pragma_update(None, "trusted_schema", false)?;
    Ok(db)
}

/// Copies rows until the end or the damage; returns how many were new and whether it was the end.
fn copy_rows(
    from: &Connection,
    sql: &str,
    into: &Transaction<'_>,
    table: &str,
    columns: &str,
) -> Result<(u64, bool)> {
    let n_columns = columns.split(',').count();
    let places = vec!["?"; n_columns].join(", ");
    let mut insert =
        into.prepare(&format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"))?;
    let mut n_new = 0;
    let Ok(mut select) = from.prepare(sql) else { return Ok((0, false)) };
    let Ok(mut rows) = select.query([]) else { return Ok((0, false)) };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                if let Some(values) = sound_values(row, n_columns) {
                    // Damage can also give a value the wrong type, which the new table refuses.
                    n_new += insert.execute(params_from_iter(values)).unwrap_or(0) as u64;
                }
            }
            Ok(None) => return Ok((n_new, true)),
            Err(_) => return Ok((n_new, false)),
        }
    }
}

/// The values of the row, if the keys among them, which are blobs, have the 16 bytes of a key.
fn sound_values(row: &Row<'_>, n_columns: usize) -> Option<Vec<Value>> {
    (0..n_columns)
        .map(|n| match row.get(n).ok()? {
            // The first columns are the keys; a sketch comes after them and is of any length.
            Value::Blob(key) if n < N_KEYS && key.len() != 16 => None,
            value => Some(value),
        })
        .collect()
}
