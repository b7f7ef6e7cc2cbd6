//! The catalogue at one moment, as readers hold it: immutable, shared, read a window at a time.

use std::{io, os::unix::fs::FileExt, path::PathBuf, sync::Arc};

use super::{Files, Record, State, Strings};
use crate::{
    base::Bits,
    domain::{Rank, Seq},
};

/// The catalogue at one moment.
#[derive(Debug)]
pub struct Snapshot {
    pub(super) files: Arc<Files>,
    state: State,
    alive: Bits,
}

/// Rows read at a time when all are wanted.
const ROWS_AT_ONCE: u32 = 8192;

impl Snapshot {
    pub(super) fn new(files: Arc<Files>, state: State) -> Self {
        let has_dead_rows = state.ranks.len() < state.n_rows as usize;
        let alive = if has_dead_rows {
            state.ranks.iter().map(|rank| rank.seq().0).collect()
        } else {
            Bits::first(state.n_rows)
        };
        Self { files, state, alive }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// The articles, newest first.
    pub fn ranks(&self) -> &[Rank] {
        &self.state.ranks
    }

    /// The articles as bits by [`Seq`].
    pub fn alive(&self) -> &Bits {
        &self.alive
    }

    /// The numbers of a row; one read.
    ///
    /// # Errors
    /// Where the cache was damaged or deleted.
    pub fn record(&self, seq: Seq) -> io::Result<Record> {
        self.files.record(seq)
    }

    /// The strings of a row; one read.
    ///
    /// # Errors
    /// Where the cache was damaged or deleted.
    pub fn strings(&self, record: &Record) -> io::Result<Strings> {
        self.files.strings(record, self.state.text_len)
    }

    /// Every row in the order of its number, dead ones too; for work on all of them.
    ///
    /// # Errors
    /// Where the cache was damaged or deleted.
    pub fn each_record(&self, from: Seq, mut take: impl FnMut(Seq, Record)) -> io::Result<()> {
        let mut bytes = Vec::new();
        let mut at = from.0;
        while at < self.state.n_rows {
            let n_rows = ROWS_AT_ONCE.min(self.state.n_rows - at);
            bytes.resize(n_rows as usize * Record::SIZE, 0);
            self.files.rows.read_exact_at(&mut bytes, Files::row_at(Seq(at)))?;
            for (row, chunk) in bytes.chunks_exact(Record::SIZE).enumerate() {
                let seq = Seq(at + u32::try_from(row).unwrap_or(0));
                let record = Record::decode(chunk).map_or_else(|| self.files.record(seq), Ok)?;
                take(seq, record);
            }
            at += n_rows;
        }
        Ok(())
    }

    /// The path of a row's file, relative to the library.
    ///
    /// # Errors
    /// Where the cache was damaged or deleted.
    pub fn path(&self, record: &Record) -> io::Result<PathBuf> {
        Ok(self.state.folder_path(record.folder).join(self.strings(record)?.name))
    }
}
