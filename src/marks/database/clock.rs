//! Times in the database: whole seconds, except for changes that are joined.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Seconds since 1970, as times are stored.
pub(super) fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    elapsed.as_secs().cast_signed()
}

/// Microseconds since 1970, where the order of changes depends on it.
pub(super) fn exactly_now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_micros()).unwrap_or(i64::MAX)
}

/// Reads back [`now`].
pub(super) fn time_of(seconds: i64) -> SystemTime {
    let elapsed = Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
    UNIX_EPOCH.checked_add(elapsed).unwrap_or(UNIX_EPOCH)
}
