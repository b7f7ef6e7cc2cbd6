//! Panics on request, for the tests that see what one does to the terminal of the real program.
//! Debug builds only: a release has nothing that could be asked.

/// Panics the first time it is called with the place that `$DATELINE_FAULT` names.
#[cfg(debug_assertions)]
pub(super) fn here(place: &str) {
    use std::sync::atomic::{AtomicBool, Ordering};
    static HAS_PANICKED: AtomicBool = AtomicBool::new(false);
    let is_asked_for = std::env::var_os("DATELINE_FAULT").is_some_and(|asked| asked == place);
    let is_due = is_asked_for && !HAS_PANICKED.swap(true, Ordering::SeqCst);
    assert!(!is_due, "asked to panic in the {place}");
}

#[cfg(not(debug_assertions))]
pub(super) fn here(_place: &str) {}
