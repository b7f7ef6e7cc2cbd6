//! Maps documents of segments to the catalogue's numbers: four bytes an article, kept in memory.
//!
//! Reading them from the segment's column costs more than all the rest of a search that finds most
//! of a million articles.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tantivy::{SegmentReader, index::SegmentId};

use super::{IndexError, schema::RANK};
use crate::domain::Rank;

/// The numbers of the articles of each segment that was searched, by document.
#[derive(Debug, Default)]
pub(super) struct Seqs {
    by_segment: Mutex<HashMap<SegmentId, Arc<[u32]>>>,
}

impl Seqs {
    /// The numbers of the articles of a segment; read when first asked for.
    pub(super) fn of(&self, reader: &SegmentReader) -> Result<Arc<[u32]>, IndexError> {
        if let Some(known) = self.lock().get(&reader.segment_id()) {
            return Ok(Arc::clone(known));
        }
        let ranks = reader.fast_fields().column_first_or_default::<u64>(RANK)?;
        let mut values = vec![0; reader.max_doc() as usize];
        ranks.get_range(0, &mut values);
        let seqs: Arc<[u32]> = values.into_iter().map(|rank| Rank(rank).seq().0).collect();
        self.lock().insert(reader.segment_id(), Arc::clone(&seqs));
        Ok(seqs)
    }

    /// Forgets segments that are no longer part of the index.
    pub(super) fn keep_only(&self, readers: &[SegmentReader]) {
        self.lock().retain(|id, _| readers.iter().any(|reader| reader.segment_id() == *id));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<SegmentId, Arc<[u32]>>> {
        self.by_segment.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
