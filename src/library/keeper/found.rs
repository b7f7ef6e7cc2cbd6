//! The rows of files: of a folder as it is listed, or of a single file.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsStr,
    sync::Arc,
};

use super::{FolderRows, Keeper};
use crate::{
    domain::Seq,
    library::ids::RowMap,
    storage::catalogue::{Record, Snapshot, file_key},
};

impl Keeper {
    /// The snapshot of all that has been entered so far.
    pub(super) fn fresh_snapshot(&mut self) -> Option<Arc<Snapshot>> {
        // Rows that were only removed count as well: they are not to be met as live ones.
        let catalogue = self.catalogue.as_mut()?;
        if catalogue.is_ahead() {
            self.library.publish(catalogue.snapshot().ok()?);
        }
        Some(self.library.snapshot())
    }

    /// The live rows of folders, by name: a pass over all rows where there are any.
    pub(super) fn rows_of_folders(&mut self, folders: &[u32]) -> HashMap<u32, FolderRows> {
        let wanted: HashSet<u32> = folders.iter().copied().collect();
        let mut rows: HashMap<u32, FolderRows> = HashMap::new();
        // No pass over a million rows where nothing has changed.
        if wanted.is_empty() {
            return rows;
        }
        let Some(snapshot) = self.fresh_snapshot().filter(|it| 0 < it.state().n_rows) else {
            return rows;
        };
        let live = snapshot.live_rows();
        let mut found = Vec::new();
        let mut is_whole = snapshot
            .each_record(Seq(0), |seq, record| {
                if wanted.contains(&record.folder) && live.contains(seq.0) {
                    found.push((seq, record));
                }
            })
            .is_ok();
        for (seq, record) in found {
            match snapshot.strings(&record) {
                Ok(strings) => {
                    rows.entry(record.folder).or_default().insert(strings.name, (seq, record));
                }
                Err(_) => is_whole = false,
            }
        }
        if !is_whole {
            self.distrust_catalogue();
        }
        rows
    }

    /// The row of a file, by the map of all files, which is made when first needed: a pass over
    /// the rows.
    pub(super) fn row_of_file(&mut self, folder: u32, name: &OsStr) -> Option<(Seq, Record)> {
        if self.known.files.is_none() {
            self.known.files = Some(self.map_files()?);
        }
        let seq = self.known.files.as_ref()?.get(file_key(folder, name))?;
        let catalogue = self.catalogue.as_mut()?;
        let record = catalogue.record(seq).ok()?;
        let is_it = record.folder == folder && catalogue.strings(&record).ok()?.name == name;
        is_it.then_some((seq, record))
    }

    fn map_files(&mut self) -> Option<RowMap> {
        let snapshot = self.fresh_snapshot()?;
        let live = snapshot.live_rows();
        let mut pairs = Vec::new();
        let read = snapshot.each_record(Seq(0), |seq, record| {
            if live.contains(seq.0) {
                pairs.push((record.file_key, seq));
            }
        });
        if read.is_err() {
            self.distrust_catalogue();
            return None;
        }
        Some(pairs.into_iter().collect())
    }
}
