//! Tells the keeper that a reader found the cache damaged.

use std::{
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
};

use super::{Library, LibraryError, Request};

/// Rung by readers that meet damage. Silent if no keeper listens.
#[derive(Debug, Default)]
pub(super) struct Alarm {
    bell: Mutex<Option<Sender<Request>>>,
    /// Until the keeper has looked: a screen of damaged rows is one alarm.
    is_rung: AtomicBool,
}

impl Alarm {
    /// From now on, `bell` is rung.
    pub(super) fn connect(&self, bell: Sender<Request>) {
        *self.bell.lock().unwrap_or_else(PoisonError::into_inner) = Some(bell);
    }

    /// The receiver is gone.
    pub(super) fn disconnect(&self) {
        *self.bell.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The keeper looks: what is met from now on is news.
    pub(super) fn reset(&self) {
        self.is_rung.store(false, Ordering::Relaxed);
    }

    /// A file does not hold what the list says.
    pub(super) fn differs(&self, path: &Path) {
        if let Some(bell) = &*self.bell.lock().unwrap_or_else(PoisonError::into_inner) {
            // A send fails only when the keeper has gone.
            let _ = bell.send(Request::Differs(path.to_owned()));
        }
    }

    fn ring(&self) {
        if let Some(bell) = &*self.bell.lock().unwrap_or_else(PoisonError::into_inner)
            && !self.is_rung.swap(true, Ordering::Relaxed)
        {
            // A send fails only when the keeper has gone.
            let _ = bell.send(Request::Damaged);
        }
    }
}

impl Library {
    /// Tells the keeper of damage, and hands the result on.
    pub(super) fn heard<T>(&self, result: Result<T, LibraryError>) -> Result<T, LibraryError> {
        if matches!(result, Err(LibraryError::Cache(_) | LibraryError::Damaged(_))) {
            self.shared.alarm.ring();
        }
        result
    }
}
