//! Orders other than by date: made by a pass over all rows, then kept, on disk too, and brought up
//! to date by what came since.

use std::{fs, io, path::Path, sync::Arc};

use crate::{
    base::{
        atomic,
        codec::{Put, Take},
        words::words,
    },
    domain::{Order, Seq},
    storage::catalogue::{Record, Snapshot},
};

const FILE: &str = "orders";

/// This many new articles are put into a known order one by one; for more, the order is rebuilt.
const MOST_FRESH: usize = 512;

/// All articles of a snapshot in an order.
#[derive(Debug, Clone)]
pub(super) struct KeptOrder {
    pub(super) order: Order,
    /// Of the catalogue.
    key: u64,
    /// The rows that were there.
    n_rows: u32,
    pub(super) of: Option<Arc<Snapshot>>,
    pub(super) seqs: Arc<Vec<Seq>>,
}

impl KeptOrder {
    /// The order of `snapshot`, from an older one where that is near.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub(super) fn of(
        order: Order,
        snapshot: &Arc<Snapshot>,
        known: Option<&Self>,
    ) -> io::Result<Self> {
        let near = known.filter(|known| {
            known.order == order
                && known.key == snapshot.state().key
                && known.n_rows <= snapshot.state().n_rows
        });
        let renewed = match near {
            Some(known) => renewed(order, &known.seqs, Seq(known.n_rows), snapshot)?,
            None => None,
        };
        let seqs = match (renewed, order) {
            (Some(seqs), _) => seqs,
            (None, Order::Source) => by_source(snapshot)?,
            (None, Order::Title) => by_title(snapshot)?,
            (None, Order::Words) => by_words(snapshot)?,
            (None, Order::Date | Order::Relevance | Order::Hits) => {
                snapshot.ranks().iter().map(|rank| rank.seq()).collect()
            }
        };
        let (key, n_rows) = (snapshot.state().key, snapshot.state().n_rows);
        Ok(Self { order, key, n_rows, of: Some(Arc::clone(snapshot)), seqs: Arc::new(seqs) })
    }

    /// Whether it is the order of just this snapshot.
    pub(super) fn is_of(&self, snapshot: &Arc<Snapshot>) -> bool {
        self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, snapshot))
    }

    /// Whether bringing it up to date costs more than a frame.
    pub(super) fn is_far_from(&self, snapshot: &Snapshot) -> bool {
        self.key != snapshot.state().key
            || MOST_FRESH < snapshot.state().n_rows.saturating_sub(self.n_rows) as usize
    }
}

/// Keeps orders next to the catalogue for the next start.
///
/// # Errors
/// If the cache cannot be written.
pub(super) fn keep(cache: &Path, orders: &[KeptOrder]) -> io::Result<()> {
    let mut out = Vec::new();
    for order in orders {
        let number = match order.order {
            Order::Source => 1,
            Order::Title => 2,
            Order::Words | Order::Hits | Order::Date | Order::Relevance => continue,
        };
        out.put_u32(number);
        out.put_u64(order.key);
        out.put_u32(order.n_rows);
        out.put_u32(u32::try_from(order.seqs.len()).unwrap_or(u32::MAX));
        for seq in order.seqs.iter() {
            out.put_u32(seq.0);
        }
    }
    let digest = blake3::hash(&out);
    out.extend_from_slice(digest.as_bytes());
    atomic::replace(&cache.join(FILE), &out)
}

/// The orders that were kept; none where they are damaged.
pub(super) fn kept(cache: &Path) -> Vec<KeptOrder> {
    let Ok(bytes) = fs::read(cache.join(FILE)) else { return Vec::new() };
    let Some(length) = bytes.len().checked_sub(32) else { return Vec::new() };
    let (body, digest) = bytes.split_at(length);
    if blake3::hash(body).as_bytes() != digest {
        return Vec::new();
    }
    let mut take = Take::new(body);
    let mut next = || {
        let order = match take.u32()? {
            1 => Order::Source,
            2 => Order::Title,
            _ => return None,
        };
        let (key, n_rows, n_seqs) = (take.u64()?, take.u32()?, take.u32()?);
        let seqs = take.u32s(n_seqs as usize)?.into_iter().map(Seq).collect();
        Some(KeptOrder { order, key, n_rows, of: None, seqs: Arc::new(seqs) })
    };
    std::iter::from_fn(&mut next).collect()
}

/// The articles by source, within one in the order of the list.
fn by_source(snapshot: &Snapshot) -> io::Result<Vec<Seq>> {
    let sources = &snapshot.state().sources.names;
    let mut names: Vec<(SourceKey, u32)> =
        sources.iter().zip(0..).map(|(name, number)| (SourceKey::new(name), number)).collect();
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

/// The articles by title, words alone deciding, without case and accents, equal ones in the order
/// of the list.
fn by_title(snapshot: &Snapshot) -> io::Result<Vec<Seq>> {
    let mut keyed = Vec::with_capacity(snapshot.ranks().len());
    for rank in snapshot.ranks() {
        let record = snapshot.record(rank.seq())?;
        let title = snapshot.strings(&record)?.title;
        keyed.push((TitleKey::new(&title), rank.seq()));
    }
    keyed.sort_by(|(one, _), (two, _)| one.cmp(two));
    Ok(keyed.into_iter().map(|(_, seq)| seq).collect())
}

/// The shortest articles first, equal ones in the order of the list.
fn by_words(snapshot: &Snapshot) -> io::Result<Vec<Seq>> {
    let mut n_words = vec![0_u32; snapshot.state().n_rows as usize];
    snapshot.each_record(Seq(0), |seq, record| {
        if let Some(slot) = n_words.get_mut(seq.0 as usize) {
            *slot = record.n_words;
        }
    })?;
    let mut seqs: Vec<Seq> = snapshot.ranks().iter().map(|rank| rank.seq()).collect();
    seqs.sort_by_key(|seq| n_words[seq.0 as usize]);
    Ok(seqs)
}

/// What an article is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Source(SourceKey, u32),
    Title(TitleKey, u32),
    Words(u32, u32),
}

impl SortKey {
    fn of(order: Order, record: &Record, snapshot: &Snapshot) -> io::Result<Self> {
        let place = snapshot.place(record.rank.seq());
        if order == Order::Source {
            let name = snapshot.state().sources.names.get(record.source as usize);
            let name = name.map(|name| SourceKey::new(name)).unwrap_or_default();
            return Ok(Self::Source(name, place));
        }
        if order == Order::Words {
            return Ok(Self::Words(record.n_words, place));
        }
        Ok(Self::Title(TitleKey::new(&snapshot.strings(record)?.title), place))
    }
}

/// What a source is sorted by: its small letters, and its own where those of two are equal.
#[derive(Default, PartialEq, Eq, PartialOrd, Ord)]
struct SourceKey(String, String);

impl SourceKey {
    fn new(name: &str) -> Self {
        Self(name.to_lowercase(), name.to_owned())
    }
}

/// An older order without what is gone and with what came since `next`: some reads for each new
/// article. `None` if there are too many.
fn renewed(
    order: Order,
    known: &[Seq],
    next: Seq,
    snapshot: &Snapshot,
) -> io::Result<Option<Vec<Seq>>> {
    let mut fresh = Vec::new();
    snapshot.each_record(next, |seq, record| {
        if snapshot.alive().contains(seq.0) && fresh.len() <= MOST_FRESH {
            fresh.push((seq, record));
        }
    })?;
    if MOST_FRESH < fresh.len() {
        return Ok(None);
    }
    let mut seqs: Vec<Seq> =
        known.iter().copied().filter(|seq| snapshot.alive().contains(seq.0)).collect();
    for (seq, record) in fresh {
        let key = SortKey::of(order, &record, snapshot)?;
        let (mut low, mut high) = (0, seqs.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let there = snapshot.record(seqs[middle])?;
            if SortKey::of(order, &there, snapshot)? < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        seqs.insert(low, seq);
    }
    Ok(Some(seqs))
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
    use chrono::NaiveDate;
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::{
        domain::ArticleId,
        storage::{
            Stamp,
            catalogue::{Catalogue, Kind, NewRow, Strings},
        },
    };

    #[test]
    fn titles_sort_by_their_letters() {
        let mut titles = ["“Zebra”", "apple", "Émile", "Banana", "«Apple» pie"];
        titles.sort_by_key(|title| TitleKey::new(title));
        assert_eq!(titles, ["apple", "«Apple» pie", "Banana", "Émile", "“Zebra”"]);
    }

    fn append(catalogue: &mut Catalogue, title: &str, source: &str, day: u32) -> Seq {
        let row = NewRow {
            id: ArticleId([0; 16]),
            date: NaiveDate::from_ymd_opt(2024, 3, day),
            stamp: Stamp::default(),
            folder: 0,
            source: source.into(),
            n_words: day,
            n_paragraphs: 1,
            kind: Kind::Article,
            copy_of: None,
            hints: crate::domain::Hints::default(),
            language: crate::domain::ArticleLanguage::UNKNOWN,
        };
        let strings = Strings { title: title.into(), ..Strings::default() };
        catalogue.append(row, &strings).0
    }

    proptest! {
        #[test]
        fn an_order_brought_up_to_date_is_the_order_made_anew(
            before in vec(("[a-cA-C ]{0,3}", "[a-b]", 1u32..4), 0..20),
            after in vec(("[a-cA-C ]{0,3}", "[a-d]", 1u32..4), 0..20),
            gone in vec(0u32..20, 0..6),
        ) {
            let mut catalogue = Catalogue::in_memory(1).unwrap();
            for (title, source, day) in &before {
                append(&mut catalogue, title, source, *day);
            }
            let first = Arc::new(catalogue.snapshot().unwrap());
            for (title, source, day) in &after {
                append(&mut catalogue, title, source, *day);
            }
            let mut gone = gone;
            gone.retain(|seq| (*seq as usize) < before.len());
            gone.sort_unstable();
            gone.dedup();
            for seq in gone {
                let record = catalogue.record(Seq(seq)).unwrap();
                catalogue.remove(Seq(seq), &record);
            }
            let newer = Arc::new(catalogue.snapshot().unwrap());
            let by_words = KeptOrder::of(Order::Words, &first, None).unwrap();
            let renewed = KeptOrder::of(Order::Words, &newer, Some(&by_words)).unwrap();
            let anew = KeptOrder::of(Order::Words, &newer, None).unwrap();
            prop_assert_eq!(renewed.seqs, anew.seqs);
            let place = tempfile::tempdir().unwrap();
            for order in [Order::Source, Order::Title] {
                let made = KeptOrder::of(order, &first, None).unwrap();
                keep(place.path(), &[made]).unwrap();
                let made = kept(place.path()).pop().unwrap();
                let renewed = KeptOrder::of(order, &newer, Some(&made)).unwrap();
                let anew = KeptOrder::of(order, &newer, None).unwrap();
                prop_assert_eq!(renewed.seqs, anew.seqs);
            }
        }
    }

    #[test]
    fn damaged_orders_are_no_orders() {
        let place = tempfile::tempdir().unwrap();
        let snapshot = Arc::new(Catalogue::in_memory(1).unwrap().snapshot().unwrap());
        let order = KeptOrder::of(Order::Title, &snapshot, None).unwrap();
        keep(place.path(), &[order]).unwrap();
        let whole = fs::read(place.path().join(FILE)).unwrap();
        assert_eq!(kept(place.path()).len(), 1);
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(place.path().join(FILE), &damaged).unwrap();
            assert!(kept(place.path()).is_empty(), "byte {at}");
        }
    }
}
