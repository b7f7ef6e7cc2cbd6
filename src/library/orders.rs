//! Orders other than by date: made by a pass over all strings, kept for the snapshot they are of.

use std::io;

use crate::{base::words::words, domain::Seq, storage::catalogue::Snapshot};

/// The articles by source, newest first within one.
///
/// # Errors
/// Where the cache was damaged or deleted.
pub(super) fn by_source(snapshot: &Snapshot) -> io::Result<Vec<Seq>> {
    let sources = &snapshot.state().sources;
    let mut names: Vec<(String, u32)> =
        sources.iter().zip(0..).map(|(name, number)| (name.to_lowercase(), number)).collect();
    names.sort();
    let mut places = vec![0_u32; names.len()];
    for ((_, number), place) in names.iter().zip(0..) {
        places[*number as usize] = place;
    }
    let mut source_of = vec![0_u32; snapshot.state().n_rows as usize];
    snapshot.each_record(Seq(0), |seq, record| {
        let place = places.get(record.source as usize).copied().unwrap_or(u32::MAX);
        if let Some(slot) = source_of.get_mut(seq.0 as usize) {
            *slot = place;
        }
    })?;
    let mut seqs: Vec<Seq> = snapshot.ranks().iter().map(|rank| rank.seq()).collect();
    // Stable, so that the order by date holds within a source.
    seqs.sort_by_key(|seq| source_of[seq.0 as usize]);
    Ok(seqs)
}

/// The articles by title, words alone deciding, without case and accents, newest first among equal ones.
///
/// # Errors
/// Where the cache was damaged or deleted.
pub(super) fn by_title(snapshot: &Snapshot) -> io::Result<Vec<Seq>> {
    let mut keyed = Vec::with_capacity(snapshot.ranks().len());
    for rank in snapshot.ranks() {
        let record = snapshot.record(rank.seq())?;
        let title = snapshot.strings(&record)?.title;
        keyed.push((TitleKey::new(&title), rank.seq()));
    }
    keyed.sort_by(|(one, _), (two, _)| one.cmp(two));
    Ok(keyed.into_iter().map(|(_, seq)| seq).collect())
}

/// Enough of a title to sort by: 32 bytes of its folded words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct TitleKey([u8; 32]);

impl TitleKey {
    fn new(title: &str) -> Self {
        let mut bytes = [0; 32];
        let mut free = bytes.as_mut_slice();
        for (_, word) in words(title) {
            let n_bytes = word.len().min(free.len());
            let (slot, rest) = free.split_at_mut(n_bytes);
            slot.copy_from_slice(&word.as_bytes()[..n_bytes]);
            // A word that has ended sorts before one that goes on.
            free = rest.get_mut(1..).unwrap_or_default();
            if free.is_empty() {
                break;
            }
        }
        Self(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_sort_by_their_letters() {
        let mut titles = ["“Zebra”", "apple", "Émile", "Banana", "«Apple» pie"];
        titles.sort_by_key(|title| TitleKey::new(title));
        assert_eq!(titles, ["apple", "«Apple» pie", "Banana", "Émile", "“Zebra”"]);
    }
}
