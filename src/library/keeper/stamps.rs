//! Finds files that were rewritten in place while the folder was not watched: its time does not
//! show that.
//!
//! Checking every file of a million takes seconds, so it comes last, in slices, and requests go
//! first.

use std::{sync::mpsc::Receiver, thread};

use super::{Keeper, News, Request, apply::Job, listing::is_refusal};
use crate::{
    domain::Seq,
    library::{Library, Listed, rows::linked},
    storage::catalogue::Snapshot,
};

/// Files checked before pending requests are answered.
const AT_ONCE: usize = 2048;

impl Keeper {
    /// Compares the stamp of every file with its row, and reads those that differ.
    pub(super) fn check_stamps(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        let snapshot = self.library.snapshot();
        let live = snapshot.live_rows();
        let mut rows: Vec<Seq> = Vec::new();
        // A damaged catalogue is rebuilt by what reads it next.
        let _ = snapshot.each_record(Seq(0), |seq, record| {
            if live.contains(seq.0) && !is_refusal(&record) {
                rows.push(seq);
            }
        });
        drop(snapshot);
        for chunk in rows.chunks(AT_ONCE) {
            if self.is_stopped(inbox) {
                return;
            }
            self.answer_waiting(inbox, report);
            let jobs = changed_in_place(&self.library, chunk);
            if !jobs.is_empty() {
                self.apply(jobs, report);
                self.follow_evidence(inbox, report);
                self.publish(report);
                self.index_soon(report);
            }
        }
    }
}

impl Library {
    /// Whether the files of the first `limit` rows of a list are there, and as they were when
    /// they were read: a look at each.
    pub fn is_as_listed(&self, listed: &Listed, limit: Option<usize>) -> bool {
        let snapshot = self.snapshot();
        let rows: Vec<Seq> =
            listed.seqs(0..limit.unwrap_or(usize::MAX).min(listed.len())).collect();
        let is_as_kept = |seq: &Seq| {
            let record = snapshot.record(*seq).ok()?;
            let stamp = self.shared.root.stamp(&snapshot.path(&record).ok()?).ok()?;
            Some(record.stamp.fits(&stamp))
        };
        let look = |rows: &[Seq]| rows.iter().all(|seq| is_as_kept(seq) == Some(true));
        thread::scope(|scope| {
            let (here, there) = rows.split_at(rows.len() / 2);
            let there = scope.spawn(|| look(there));
            look(here) && there.join().unwrap_or_default()
        })
    }
}

/// The files of `rows` that are not as they were, in that order; looked at side by side.
fn changed_in_place(library: &Library, rows: &[Seq]) -> Vec<Job> {
    let snapshot = library.snapshot();
    let live = snapshot.live_rows();
    let look = |rows: &[Seq]| -> Vec<Job> {
        let rows = rows.iter().filter(|seq| live.contains(seq.0));
        rows.filter_map(|seq| job_of(library, &snapshot, *seq)).collect()
    };
    thread::scope(|scope| {
        let (here, there) = rows.split_at(rows.len() / 2);
        let there = scope.spawn(|| look(there));
        let mut jobs = look(here);
        // Files skipped because of a panic are checked at the next start.
        jobs.extend(there.join().unwrap_or_default());
        jobs
    })
}

/// What is to be done about the file of a live row; nothing where it is as it was, or gone: that
/// is met by its folder.
fn job_of(library: &Library, snapshot: &Snapshot, seq: Seq) -> Option<Job> {
    let record = snapshot.record(seq).ok()?;
    let strings = snapshot.strings(&record).ok()?;
    let path = snapshot.state().folder_path(record.folder).join(&strings.name);
    let is_same = record.stamp.fits(&library.shared.root.stamp(&path).ok()?);
    (!is_same).then(|| Job::Read {
        folder: record.folder,
        name: strings.name,
        target: linked(library.path(), &path),
        path,
        old: Some((seq, record)),
    })
}
