//! Maps articles and files to rows: 12 bytes each, sorted, with a small map for recent ones.

use std::{collections::HashMap, io};

use crate::{
    domain::{ArticleId, Seq},
    storage::catalogue::Snapshot,
};

/// Rows by a number of 64 bits, such as a part of a digest: the caller checks the rest.
#[derive(Debug, Default)]
pub(super) struct RowMap {
    /// Invariant: sorted, and `seqs` runs along with it.
    keys: Vec<u64>,
    seqs: Vec<u32>,
    /// The changes since then; `None` for removed ones.
    recent: HashMap<u64, Option<u32>>,
}

/// Beyond this the recent changes are sorted in.
const MAX_RECENT: usize = 1 << 16;

impl RowMap {
    pub(super) fn get(&self, key: u64) -> Option<Seq> {
        match self.recent.get(&key) {
            Some(seq) => seq.map(Seq),
            None => self.keys.binary_search(&key).ok().map(|at| Seq(self.seqs[at])),
        }
    }

    pub(super) fn insert(&mut self, key: u64, seq: Seq) {
        self.change(key, Some(seq.0));
    }

    pub(super) fn remove(&mut self, key: u64) {
        self.change(key, None);
    }

    fn change(&mut self, key: u64, seq: Option<u32>) {
        self.recent.insert(key, seq);
        if MAX_RECENT < self.recent.len() {
            self.settle();
        }
    }

    fn settle(&mut self) {
        let recent = std::mem::take(&mut self.recent);
        let keys = std::mem::take(&mut self.keys);
        let seqs = std::mem::take(&mut self.seqs);
        let old = keys.into_iter().zip(seqs).filter(|(key, _)| !recent.contains_key(key));
        let mut pairs: Vec<_> = old.collect();
        pairs.extend(recent.iter().filter_map(|(key, seq)| Some((*key, (*seq)?))));
        pairs.sort_unstable();
        (self.keys, self.seqs) = pairs.into_iter().unzip();
    }
}

impl FromIterator<(u64, Seq)> for RowMap {
    fn from_iter<I: IntoIterator<Item = (u64, Seq)>>(pairs: I) -> Self {
        let mut pairs: Vec<(u64, u32)> = pairs.into_iter().map(|(key, seq)| (key, seq.0)).collect();
        pairs.sort_unstable();
        let (keys, seqs) = pairs.into_iter().unzip();
        Self { keys, seqs, recent: HashMap::new() }
    }
}

/// Where the row of each live article is. Keyed by half the id: the caller checks the other half.
#[derive(Debug, Default)]
pub(super) struct Ids(RowMap);

impl Ids {
    /// Reads the ids of all live articles: one pass over the rows.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub(super) fn read(snapshot: &Snapshot) -> io::Result<Self> {
        let mut pairs = Vec::with_capacity(snapshot.ranks().len());
        snapshot.each_record(Seq(0), |seq, record| {
            if snapshot.alive().contains(seq.0) {
                pairs.push((key(record.id), seq));
            }
        })?;
        Ok(Self(pairs.into_iter().collect()))
    }

    pub(super) fn get(&self, id: ArticleId) -> Option<Seq> {
        self.0.get(key(id))
    }

    pub(super) fn insert(&mut self, id: ArticleId, seq: Seq) {
        self.0.insert(key(id), seq);
    }

    pub(super) fn remove(&mut self, id: ArticleId) {
        self.0.remove(key(id));
    }
}

fn key(id: ArticleId) -> u64 {
    u64::from_be_bytes(*id.0.first_chunk().unwrap_or(&[0; 8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_word_on_an_id_counts_before_and_after_settling() {
        let id = |number: u8| ArticleId([number; 16]);
        let mut ids = Ids::default();
        for number in 0..9 {
            ids.insert(id(number), Seq(number.into()));
        }
        ids.remove(id(3));
        ids.insert(id(4), Seq(40));
        let check = |ids: &Ids| {
            assert_eq!(ids.get(id(2)), Some(Seq(2)));
            assert_eq!(ids.get(id(3)), None);
            assert_eq!(ids.get(id(4)), Some(Seq(40)));
            assert_eq!(ids.get(id(99)), None);
        };
        check(&ids);
        ids.0.settle();
        check(&ids);
        ids.remove(id(2));
        assert_eq!(ids.get(id(2)), None);
    }
}
