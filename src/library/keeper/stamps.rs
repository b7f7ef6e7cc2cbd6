//! Finds files that were rewritten in place while nobody watched: folders' times do not tell.
//!
//! A look at every file costs seconds at a million, so it comes last, bit by bit, and whatever is
//! asked meanwhile goes first.

use std::sync::mpsc::Receiver;

use super::{Keeper, News, Request, apply::Job};
use crate::{
    domain::Seq,
    storage::catalogue::{Kind, Record},
};

/// Files looked at before what is asked meanwhile is answered.
const AT_ONCE: usize = 2048;

impl Keeper {
    /// Compares the stamp of every file with its row, and reads those that differ.
    pub(super) fn check_stamps(&mut self, inbox: &Receiver<Request>, report: &mut dyn FnMut(News)) {
        let snapshot = self.library.snapshot();
        let live = snapshot.live_rows();
        let mut rows: Vec<Seq> = Vec::new();
        // A damaged catalogue is made anew by what reads it next.
        let _ = snapshot.each_record(Seq(0), |seq, record| {
            if live.contains(seq.0) && record.kind != Kind::NotAnArticle {
                rows.push(seq);
            }
        });
        drop(snapshot);
        for chunk in rows.chunks(AT_ONCE) {
            if self.is_stopped(inbox) {
                return;
            }
            self.answer_waiting(inbox, report);
            let jobs = self.changed_in_place(chunk);
            if !jobs.is_empty() {
                if let Some(catalogue) = &mut self.catalogue {
                    catalogue.state_mut().arrival += 1;
                }
                self.apply(jobs, report);
                self.publish(report);
                self.index_soon(report);
            }
        }
    }

    fn changed_in_place(&self, rows: &[Seq]) -> Vec<Job> {
        let snapshot = self.library.snapshot();
        let mut jobs = Vec::new();
        for seq in rows {
            let Ok(record) = snapshot.record(*seq) else { continue };
            let Ok(strings) = snapshot.strings(&record) else { continue };
            let path = snapshot.state().folder_path(record.folder).join(&strings.name);
            // One that is gone is met by its folder.
            let Ok((modified_ns, size)) = self.library.shared.root.stamp(&path) else { continue };
            let is_same = |record: &Record| {
                record.stamp.modified_ns == modified_ns && record.stamp.size == size
            };
            let is_live = snapshot.alive().contains(seq.0) || record.kind == Kind::Copy;
            if is_live && !is_same(&record) {
                jobs.push(Job::Read {
                    folder: record.folder,
                    name: strings.name,
                    target: path.clone(),
                    path,
                    old: Some((*seq, record)),
                });
            }
        }
        jobs
    }
}
