//! How hits are shown: `sort:` and `limit:`.

use super::{
    fields::{ORDERS, QueryField, SortBy, by_name, nearest_in},
    mistake::QueryMistake,
};

/// What hits are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SortOrder {
    pub by: SortBy,
    /// The other way round than usual: by date, the oldest first.
    pub is_reversed: bool,
}

/// How hits are shown, where the query says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Showing {
    pub sort: Option<SortOrder>,
    /// At most so many.
    pub limit: Option<usize>,
}

impl Showing {
    pub fn says_anything(self) -> bool {
        self.sort.is_some() || self.limit.is_some()
    }

    /// Takes the value of `sort:` or `limit:`.
    pub(super) fn take(&mut self, field: QueryField, text: &str) -> Result<(), QueryMistake> {
        if field == QueryField::Sort {
            let name = text.strip_prefix('-').unwrap_or(text);
            let by = by_name(&ORDERS, name).ok_or_else(|| {
                QueryMistake::BadValue(field, text.to_owned(), nearest_in(&ORDERS, name))
            })?;
            let is_reversed = text.starts_with('-');
            return put(&mut self.sort, SortOrder { by, is_reversed }, field);
        }
        let limit = text.parse().ok().filter(|limit| 0 < *limit);
        let limit = limit.ok_or_else(|| QueryMistake::BadValue(field, text.to_owned(), None))?;
        put(&mut self.limit, limit, field)
    }
}

/// The first counts.
fn put<T>(place: &mut Option<T>, value: T, field: QueryField) -> Result<(), QueryMistake> {
    if place.is_some() {
        return Err(QueryMistake::Twice(field));
    }
    *place = Some(value);
    Ok(())
}
