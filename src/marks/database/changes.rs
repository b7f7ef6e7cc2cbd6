//! When marks were changed: noted once they have been split off, so that of each mark the newest
//! change counts when they are joined again.

use rusqlite::{Connection, Result, params};

use super::clock::exactly_now;
use crate::domain::ArticleId;

/// In `changes`, where reading stopped.
pub(super) const POSITION: i64 = -1;

/// Notes when marks were changed, by default now, where there is a copy to be joined with later.
pub(super) fn note_changes(
    db: &Connection,
    kind: i64,
    ids: &[ArticleId],
    at: Option<i64>,
) -> Result<()> {
    let is_split = "SELECT 1 FROM state WHERE library = zeroblob(16) AND key = '.split'";
    if ids.is_empty() || !db.prepare_cached(is_split)?.exists([])? {
        return Ok(());
    }
    let at = at.unwrap_or_else(exactly_now);
    let mut note =
        db.prepare_cached("INSERT OR REPLACE INTO changes (kind, id, at) VALUES (?1, ?2, ?3)")?;
    for id in ids {
        note.execute(params![kind, id.0, at])?;
    }
    Ok(())
}
