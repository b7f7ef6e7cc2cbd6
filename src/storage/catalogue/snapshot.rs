//! The catalogue at one moment, as readers hold it: immutable, shared, read a window at a time.

use std::{
    io,
    os::unix::fs::FileExt,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use super::{Catalogue, CopyRow, Files, Record, State, Strings};
use crate::{
    base::Bits,
    domain::{Orders, Rank, Seq},
};

/// The catalogue at one moment.
#[derive(Debug)]
pub struct Snapshot {
    pub(super) files: Arc<Files>,
    state: State,
    alive: Bits,
    /// Where each row stands in the order; made when first needed.
    places: OnceLock<Vec<u32>>,
    /// Made when first needed.
    orders: OnceLock<Arc<Orders>>,
}

/// Rows read at a time when all are wanted.
const ROWS_AT_ONCE: u32 = 8192;

impl Catalogue {
    /// Whether the last snapshot lacks rows, or has some that were removed since.
    pub fn is_ahead(&self) -> bool {
        self.is_ahead
    }
}

impl Snapshot {
    pub(super) fn new(files: Arc<Files>, state: State, alive: Bits) -> Self {
        Self { files, state, alive, places: OnceLock::new(), orders: OnceLock::new() }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Which number of a date is the day, as the files show.
    pub fn shown_orders(&self) -> Arc<Orders> {
        let sources = &self.state.sources;
        let orders = || Arc::new(Orders::new(&sources.evidence, &sources.names));
        Arc::clone(self.orders.get_or_init(orders))
    }

    /// The articles, newest first.
    pub fn ranks(&self) -> &[Rank] {
        &self.state.ranks
    }

    /// The articles of one [`Rank::moment`], in the order of their paths.
    pub fn of_moment(&self, moment: u64) -> &[Rank] {
        let start = self.ranks().partition_point(|rank| moment < rank.moment());
        let rest = &self.ranks()[start..];
        &rest[..rest.partition_point(|rank| rank.moment() == moment)]
    }

    /// Where an article stands in the order newest first. The first call is a pass over the order;
    /// four bytes a row are kept.
    pub fn place(&self, seq: Seq) -> u32 {
        let places = self.places.get_or_init(|| {
            let mut places = vec![u32::MAX; self.state.n_rows as usize];
            for (rank, place) in self.ranks().iter().zip(0..) {
                if let Some(slot) = places.get_mut(rank.seq().0 as usize) {
                    *slot = place;
                }
            }
            places
        });
        places.get(seq.0 as usize).copied().unwrap_or(u32::MAX)
    }

    /// The further places of an article, in the order of lists.
    pub fn copies_of(&self, article: Seq) -> &[CopyRow] {
        let copies = &self.state.copies;
        let start = copies.partition_point(|copy| copy.article < article.0);
        let n_copies = copies[start..].partition_point(|copy| copy.article == article.0);
        &copies[start..start + n_copies]
    }

    /// The articles as bits by [`Seq`].
    pub fn alive(&self) -> &Bits {
        &self.alive
    }

    /// The numbers of a row; one read.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn record(&self, seq: Seq) -> io::Result<Record> {
        self.files.record(seq)
    }

    /// The strings of a row; one read.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn strings(&self, record: &Record) -> io::Result<Strings> {
        self.files.strings(record, self.state.text_len)
    }

    /// Every row in the order of its number, dead ones too; for work on all of them.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
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
    /// If the cache was damaged or deleted.
    pub fn path(&self, record: &Record) -> io::Result<PathBuf> {
        Ok(self.state.folder_path(record.folder).join(self.strings(record)?.name))
    }
}
