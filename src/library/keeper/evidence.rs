//! Rereads files that were read in another way than the rest of the library now shows.
//!
//! The catalogue counts what files show and what they took (`domain/habits.rs`), so whether any is
//! to be read again is known from a few numbers a source. Only then are the rows looked through, and
//! only the files that leave something open are read.

use std::sync::mpsc::Receiver;

use super::{BATCH, Keeper, News, Request, apply::Job};
use crate::{domain::Seq, library::rows::linked};

/// What files show does not depend on how others are read, so one turn is enough unless files change
/// meanwhile; what they leave is met by the next look.
const MOST_TURNS: usize = 3;

impl Keeper {
    /// Reads the files again whose dates are to be read in another order by now.
    pub(super) fn follow_evidence(
        &mut self,
        inbox: &Receiver<Request>,
        report: &mut dyn FnMut(News),
    ) {
        // What the user says holds for all files, and was known when they were read.
        if self.library.shared.reading.day_order.is_some() {
            return;
        }
        for _ in 0..MOST_TURNS {
            let Some(rows) = self.stale_rows() else { return };
            for chunk in rows.chunks(BATCH) {
                if self.is_stopped(inbox) {
                    return;
                }
                let jobs = chunk.iter().filter_map(|seq| self.job_again(*seq)).collect();
                self.apply(jobs, report);
                self.publish_sometimes(report);
            }
        }
    }

    /// The rows of files to be read again: a pass over all rows where there are any.
    fn stale_rows(&mut self) -> Option<Vec<Seq>> {
        let stale = self.catalogue.as_ref()?.state().sources.evidence.stale();
        if !stale.is_any() {
            return None;
        }
        let snapshot = self.fresh_snapshot()?;
        let live = snapshot.live_rows();
        let mut rows = Vec::new();
        let read = snapshot.each_record(Seq(0), |seq, record| {
            if stale.has(record.source, record.hints) && live.contains(seq.0) {
                rows.push(seq);
            }
        });
        if read.is_err() {
            self.distrust_catalogue();
            return None;
        }
        Some(rows)
    }

    /// What reads the file of a row again; nothing where the row is out by now.
    fn job_again(&mut self, seq: Seq) -> Option<Job> {
        let catalogue = self.catalogue.as_mut()?;
        catalogue.role(seq)?;
        let record = catalogue.record(seq).ok()?;
        let name = catalogue.strings(&record).ok()?.name;
        let path = self.folder_path(record.folder).join(&name);
        let target = linked(self.library.path(), &path);
        Some(Job::Read { folder: record.folder, name, path, target, old: Some((seq, record)) })
    }
}
