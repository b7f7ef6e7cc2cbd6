//! The order of rows: newest moment first, within one by path in natural order, folder by folder.
//!
//! It depends on nothing but the files. A row's path never changes (a file that is moved gets
//! another row), so what is in order stays in order, and only what is new has to find its place:
//! sorted by the names in hand, then each by a gallop through the rows of its moment. Names of
//! older rows are read from the files of the catalogue, a few for each run of new neighbours.

use std::{
    cmp::Ordering,
    collections::HashMap,
    ffi::{OsStr, OsString},
    io,
    os::unix::ffi::OsStrExt,
    sync::Arc,
};

use super::{Files, Folder};
use crate::{
    base::natural,
    domain::{Rank, Seq},
};

/// What decides where a row stands.
#[derive(Debug, Clone, Copy)]
pub struct SortKey<'n> {
    pub rank: Rank,
    pub folder: u32,
    pub name: &'n OsStr,
}

impl SortKey<'_> {
    /// Which of two files comes first in every list by date.
    pub(super) fn order(&self, other: &Self, folders: &[Folder]) -> Ordering {
        let moments = other.rank.moment().cmp(&self.rank.moment());
        moments.then_with(|| self.path_order(other, folders))
    }

    fn path_order(&self, other: &Self, folders: &[Folder]) -> Ordering {
        if self.folder == other.folder {
            return natural(self.name.as_bytes(), other.name.as_bytes());
        }
        let (own, others) = (self.path(folders), other.path(folders));
        let pairs = own.iter().zip(&others);
        let order = pairs.map(|(one, two)| natural(one.as_bytes(), two.as_bytes()));
        order.into_iter().find(|it| it.is_ne()).unwrap_or_else(|| own.len().cmp(&others.len()))
    }

    /// The names of the folders from the library on, then that of the file.
    fn path<'p>(&'p self, folders: &'p [Folder]) -> Vec<&'p OsStr> {
        let mut names = vec![self.name];
        let mut at = self.folder;
        while at != 0 {
            let Some(folder) = folders.get(at as usize) else { break };
            names.push(&folder.name);
            // Invariant: a folder stands after the one it lies in, so this ends.
            at = folder.parent.min(at.saturating_sub(1));
        }
        names.reverse();
        names
    }
}

/// A row on its way into an order.
#[derive(Debug)]
struct Fresh {
    rank: Rank,
    folder: u32,
    name: OsString,
}

impl Fresh {
    fn place(&self) -> SortKey<'_> {
        SortKey { rank: self.rank, folder: self.folder, name: &self.name }
    }
}

/// Rows in their order, those that came since, and whether some have gone.
#[derive(Debug, Default)]
pub(super) struct Ordered {
    ranks: Arc<Vec<Rank>>,
    fresh: Vec<Fresh>,
    has_gone: bool,
    /// Rows at the front that have been found gone. Invariant: a row that has gone comes back only
    /// as a new one.
    n_passed: usize,
}

impl Ordered {
    /// Rows that are in order already.
    pub(super) fn known(ranks: Arc<Vec<Rank>>) -> Self {
        Self { ranks, ..Self::default() }
    }

    pub(super) fn enter(&mut self, place: SortKey<'_>) {
        let (folder, name) = (place.folder, place.name.to_owned());
        self.fresh.push(Fresh { rank: place.rank, folder, name });
    }

    /// Notes that some rows are no longer wanted.
    pub(super) fn leave(&mut self) {
        self.has_gone = true;
    }

    pub(super) fn is_settled(&self) -> bool {
        self.fresh.is_empty() && !self.has_gone
    }

    /// The rows as they were last settled.
    pub(super) fn ranks(&self) -> &[Rank] {
        &self.ranks
    }

    /// More than there are, if some have gone.
    pub(super) fn n_most(&self) -> usize {
        self.ranks.len() + self.fresh.len()
    }

    /// The first row that is `wanted`: taking one after the other from the front passes over each
    /// row once.
    ///
    /// # Errors
    /// As [`Ordered::settle`].
    pub(super) fn first(
        &mut self,
        wanted: impl Fn(Seq) -> bool,
        names: &mut Names<'_>,
    ) -> io::Result<Option<Rank>> {
        if !self.fresh.is_empty() {
            self.settle(&wanted, names)?;
        }
        let gone = self.ranks[self.n_passed..].iter().take_while(|rank| !wanted(rank.seq()));
        self.n_passed += gone.count();
        Ok(self.ranks.get(self.n_passed).copied())
    }

    /// The rows in their order, without those that are not `wanted`.
    ///
    /// # Errors
    /// If the rows cannot be read; nothing has changed then.
    pub(super) fn settle(
        &mut self,
        wanted: impl Fn(Seq) -> bool,
        names: &mut Names<'_>,
    ) -> io::Result<Arc<Vec<Rank>>> {
        if self.is_settled() {
            return Ok(Arc::clone(&self.ranks));
        }
        let is_wanted = |rank: &Rank| wanted(rank.seq());
        if self.has_gone {
            self.fresh.retain(|fresh| is_wanted(&fresh.rank));
        }
        let folders = names.folders;
        self.fresh.sort_by(|one, two| one.place().order(&two.place(), folders));
        let kept: Vec<Rank>;
        let old: &[Rank] = if self.has_gone {
            kept = self.ranks.iter().copied().filter(is_wanted).collect();
            &kept
        } else {
            &self.ranks
        };
        let mut ranks = Vec::with_capacity(old.len() + self.fresh.len());
        let mut rest = old;
        for fresh in &self.fresh {
            let (before, after) = rest.split_at(first_after(rest, &fresh.place(), names)?);
            ranks.extend_from_slice(before);
            ranks.push(fresh.rank);
            rest = after;
        }
        ranks.extend_from_slice(rest);
        self.fresh = Vec::new();
        (self.has_gone, self.n_passed) = (false, 0);
        self.ranks = Arc::new(ranks);
        Ok(Arc::clone(&self.ranks))
    }
}

/// How many of `ranks` come before a place. New rows are often neighbours, so it is searched for
/// near the start first.
fn first_after(ranks: &[Rank], place: &SortKey<'_>, names: &mut Names<'_>) -> io::Result<usize> {
    let moment = place.rank.moment();
    let start = ranks.partition_point(|rank| moment < rank.moment());
    let end = start + ranks[start..].partition_point(|rank| rank.moment() == moment);
    let mut comes_before = |at: usize| Ok::<_, io::Error>(names.order(ranks[at], place)?.is_lt());
    // Invariant: everything before `low` comes before, nothing from `high` on does.
    let (mut low, mut high, mut step) = (start, end, 1);
    while low < high {
        let probe = (low + step - 1).min(high - 1);
        if comes_before(probe)? {
            low = probe + 1;
            step *= 2;
        } else {
            high = probe;
            break;
        }
    }
    while low < high {
        let middle = usize::midpoint(low, high);
        if comes_before(middle)? { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}

/// The names of rows that are in the files, each read once.
pub(super) struct Names<'f> {
    pub(super) files: &'f Files,
    pub(super) text_len: u64,
    pub(super) folders: &'f [Folder],
    known: HashMap<u32, (u32, OsString)>,
}

impl<'f> Names<'f> {
    pub(super) fn new(files: &'f Files, text_len: u64, folders: &'f [Folder]) -> Self {
        Self { files, text_len, folders, known: HashMap::new() }
    }

    /// How the row of `rank` compares with `place`.
    pub(super) fn order(&mut self, rank: Rank, place: &SortKey<'_>) -> io::Result<Ordering> {
        let seq = rank.seq();
        if !self.known.contains_key(&seq.0) {
            let record = self.files.record(seq)?;
            let name = self.files.strings(&record, self.text_len)?.name;
            self.known.insert(seq.0, (record.folder, name));
        }
        let Some((folder, name)) = self.known.get(&seq.0) else { return Ok(Ordering::Equal) };
        Ok(SortKey { rank, folder: *folder, name }.order(place, self.folders))
    }
}
