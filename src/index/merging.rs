//! Which segments are merged: few while many articles arrive, most of them once the index is idle.
//!
//! Tantivy asks after each commit and each merge, and shows only segments that are not being merged
//! already. A merge requested in any other way may use segments that another merge has already
//! taken; its result is then discarded.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tantivy::{
    SegmentMeta,
    merge_policy::{LogMergePolicy, MergeCandidate, MergePolicy},
};

/// Segments with a larger part of deleted articles are rewritten.
const DELETED_MAX: f32 = 0.2;

/// How segments are put together at the moment; shared by the writer and its policy.
#[derive(Clone, Default)]
pub(super) struct Merging {
    rest: Arc<Mutex<Option<Rest>>>,
}

/// Nothing comes in.
struct Rest {
    /// Segments that are to be left.
    most: usize,
    /// Called after each merge, by the thread that manages the segments.
    merged: Box<dyn Fn() + Send>,
}

impl Merging {
    pub(super) fn policy(&self) -> Box<dyn MergePolicy> {
        let mut growing = LogMergePolicy::default();
        growing.set_del_docs_ratio_before_merge(DELETED_MAX);
        Box::new(Policy { growing, merging: self.clone() })
    }

    pub(super) fn is_resting(&self) -> bool {
        self.lock().is_some()
    }

    /// From the next commit on the smallest segments are put together until `most` are left.
    pub(super) fn rest(&self, most: usize, merged: impl Fn() + Send + 'static) {
        *self.lock() = Some(Rest { most, merged: Box::new(merged) });
    }

    /// Articles come in.
    pub(super) fn grow(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> MutexGuard<'_, Option<Rest>> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Policy {
    growing: LogMergePolicy,
    merging: Merging,
}

impl MergePolicy for Policy {
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        if segments.is_empty() {
            return Vec::new();
        }
        let rest = self.merging.lock();
        let Some(rest) = &*rest else { return self.growing.compute_merge_candidates(segments) };
        (rest.merged)();
        let n_merged = (segments.len() + 1).saturating_sub(rest.most);
        if n_merged < 2 {
            return Vec::new();
        }
        let mut segments: Vec<&SegmentMeta> = segments.iter().collect();
        segments.sort_by_key(|segment| segment.max_doc());
        vec![MergeCandidate(segments.iter().take(n_merged).map(|segment| segment.id()).collect())]
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy")
            .field("is_resting", &self.merging.is_resting())
            .finish_non_exhaustive()
    }
}
