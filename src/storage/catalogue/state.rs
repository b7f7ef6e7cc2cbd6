//! The state of a catalogue: everything but the rows themselves, replaced whole at each commit.

use std::{
    ffi::{OsStr, OsString},
    io::Read,
    os::unix::ffi::{OsStrExt, OsStringExt},
    path::PathBuf,
    sync::Arc,
};

use crate::{
    base::{
        Bits, Clean,
        codec::{Put, Take},
    },
    domain::{Evidence, Rank, Tally},
    storage::Stamp,
};

/// Begins every state file; the last byte is the version of its layout, and of the layout of rows.
const MAGIC: &[u8; 8] = b"dateln\0\x0a";

/// The size of the pieces in which the order is read. They stay in the processor's cache: a million
/// articles are read, checked and understood in one pass, without a copy of the file in memory.
const PIECE_BYTES: usize = 64 << 10;

/// What is known of a library, but for the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Names the catalogue: another one has another key, and so has its full text.
    pub key: u64,
    /// Digest of the settings that decide how files are read.
    pub settings: u64,
    /// Rows that belong to it; what the files hold beyond is left from a crash.
    pub n_rows: u32,
    pub text_len: u64,
    /// Counts the changes of what follows, so that readers can detect one.
    pub revision: u32,
    /// All folders have been read at least once.
    pub is_complete: bool,
    /// The live articles, newest first; shared, since it is eight bytes an article. Invariant:
    /// moments fall, and rows of the same moment are in the order of their paths.
    pub ranks: Arc<Vec<Rank>>,
    /// The live rows of files that are not articles. Invariant: in the order of their paths.
    pub others: Arc<Vec<Rank>>,
    /// The live rows of further places of articles. Invariant: those of an article stand together,
    /// in the order of lists, articles by their numbers.
    pub copies: Arc<Vec<CopyRow>>,
    /// Live articles that have problems.
    pub n_flawed: u32,
    pub folders: Vec<Folder>,
    pub sources: Sources,
}

/// Where articles come from; a source keeps its number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    pub names: Vec<Clean>,
    /// What the live articles and their copies show of the habits of each.
    pub evidence: Arc<Evidence>,
}

/// A further place of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyRow {
    /// The row of the article's first place.
    pub article: u32,
    pub rank: Rank,
}

/// A folder of the library. The first is the library itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Index of the folder it lies in; its own for the first.
    pub parent: u32,
    pub name: OsString,
    /// Time of its last change when it was listed; [`Folder::UNKNOWN`] asks for a listing.
    modified_ns: i64,
    /// When the system last noted a change of it, which nobody can set.
    changed_ns: i64,
    /// Digest of its ignore file; 0 where it has none.
    pub rules: u64,
    pub is_gone: bool,
    /// It cannot be listed, and the folder it lies in has a row that says why.
    pub is_closed: bool,
    /// Links lie in it: what they lead to changes elsewhere.
    pub has_links: bool,
}

impl Folder {
    const UNKNOWN: i64 = i64::MIN;

    pub fn new(parent: u32, name: &OsStr) -> Self {
        Self {
            parent,
            name: name.to_owned(),
            modified_ns: Self::UNKNOWN,
            changed_ns: 0,
            rules: 0,
            is_gone: false,
            is_closed: false,
            has_links: false,
        }
    }

    /// Whether it was listed at the times of `stamp`.
    pub fn has_time(&self, stamp: &Stamp) -> bool {
        (self.modified_ns, self.changed_ns) == (stamp.modified_ns, stamp.changed_ns)
    }

    /// Notes the times at which it was listed; `None` if they are not to be believed.
    pub fn set_time(&mut self, stamp: Option<Stamp>) {
        match stamp {
            Some(stamp) => {
                (self.modified_ns, self.changed_ns) = (stamp.modified_ns, stamp.changed_ns);
            }
            None => self.forget_time(),
        }
    }

    /// Asks for a listing.
    pub fn forget_time(&mut self) {
        self.modified_ns = Self::UNKNOWN;
    }
}

impl State {
    /// The path of a folder, relative to the library.
    pub fn folder_path(&self, folder: u32) -> PathBuf {
        let mut names = Vec::new();
        let mut at = folder;
        while at != 0 {
            let Some(folder) = self.folders.get(at as usize) else { break };
            names.push(folder.name.as_os_str());
            // Invariant: a folder stands after the one it lies in, so this ends.
            at = folder.parent.min(at.saturating_sub(1));
        }
        names.into_iter().rev().collect()
    }

    /// The articles as bits by their numbers.
    pub(super) fn alive(&self) -> Bits {
        if self.ranks.len() < self.n_rows as usize {
            self.ranks.iter().map(|rank| rank.seq().0).collect()
        } else {
            Bits::first(self.n_rows)
        }
    }

    /// As [`State::read`] takes it: everything but the order, the order, a digest of both.
    pub fn encode(&self) -> Vec<u8> {
        let small = self.encode_small();
        let mut out = Vec::with_capacity(self.ranks.len() * 8 + small.len() + 64);
        out.extend_from_slice(MAGIC);
        for count in [small.len(), self.ranks.len()] {
            out.put_u64(count as u64);
        }
        out.extend_from_slice(&small);
        for rank in self.ranks.iter() {
            out.put_u64(rank.0);
        }
        let digest = blake3::hash(&out);
        out.extend_from_slice(digest.as_bytes());
        out
    }

    fn encode_small(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.folders.len() * 48 + 1024);
        for number in [self.key, self.settings, self.text_len] {
            out.put_u64(number);
        }
        for number in [self.n_rows, self.revision, u32::from(self.is_complete), self.n_flawed] {
            out.put_u32(number);
        }
        put_count(&mut out, self.others.len());
        for rank in self.others.iter() {
            out.put_u64(rank.0);
        }
        put_count(&mut out, self.copies.len());
        for copy in self.copies.iter() {
            out.put_u32(copy.article);
            out.put_u64(copy.rank.0);
        }
        put_count(&mut out, self.folders.len());
        for folder in &self.folders {
            out.put_u32(folder.parent);
            for time in [folder.modified_ns, folder.changed_ns] {
                out.extend_from_slice(&time.to_le_bytes());
            }
            out.put_u64(folder.rules);
            let flags = [folder.is_gone, folder.is_closed, folder.has_links];
            out.extend(flags.map(u8::from));
            out.put_bytes(folder.name.as_bytes());
        }
        put_count(&mut out, self.sources.names.len());
        for source in &self.sources.names {
            out.put_bytes(source.as_bytes());
        }
        put_evidence(&self.sources.evidence, &mut out);
        out
    }

    /// Reads a state of `n_bytes`; `None` for anything but a whole one of this version.
    pub fn read(mut from: impl Read, n_bytes: u64) -> Option<Self> {
        let mut digest = blake3::Hasher::new();
        let mut head = [0; 24];
        from.read_exact(&mut head).ok()?;
        digest.update(&head);
        let mut take = Take::new(&head);
        if take.raw(MAGIC.len())? != MAGIC {
            return None;
        }
        let (n_small, n_ranks) = (take.u64()?, take.u64()?);
        // A damaged count must not ask for all memory.
        let n_ranks_bytes = n_ranks.checked_mul(8)?;
        let expected = n_small.checked_add(n_ranks_bytes)?.checked_add(24 + 32)?;
        if expected != n_bytes {
            return None;
        }
        let mut small = vec![0; usize::try_from(n_small).ok()?];
        from.read_exact(&mut small).ok()?;
        digest.update(&small);
        let mut state = Self::decode_small(&small)?;
        let mut ranks = Vec::with_capacity(usize::try_from(n_ranks).ok()?);
        let mut left = usize::try_from(n_ranks_bytes).ok()?;
        let mut piece = vec![0; PIECE_BYTES.min(left)];
        while 0 < left {
            let piece = &mut piece[..PIECE_BYTES.min(left)];
            from.read_exact(piece).ok()?;
            digest.update(piece);
            let (numbers, _) = piece.as_chunks();
            ranks.extend(numbers.iter().map(|number| Rank(u64::from_le_bytes(*number))));
            left -= piece.len();
        }
        let mut written = [0; 32];
        from.read_exact(&mut written).ok()?;
        state.ranks = Arc::new(ranks);
        (digest.finalize() == written).then_some(state)
    }

    fn decode_small(bytes: &[u8]) -> Option<Self> {
        let mut take = Take::new(bytes);
        let (key, settings, text_len) = (take.u64()?, take.u64()?, take.u64()?);
        let (n_rows, revision) = (take.u32()?, take.u32()?);
        let (is_complete, n_flawed) = (take.u32()? == 1, take.u32()?);
        let n_others = take.u32()? as usize;
        let others = take.u64s(n_others)?.into_iter().map(Rank).collect::<Vec<_>>();
        let mut copies = Vec::new();
        for _ in 0..take.u32()? {
            copies.push(CopyRow { article: take.u32()?, rank: Rank(take.u64()?) });
        }
        let mut folders = Vec::new();
        for _ in 0..take.u32()? {
            folders.push(Folder {
                parent: take.u32()?,
                modified_ns: take.i64()?,
                changed_ns: take.i64()?,
                rules: take.u64()?,
                is_gone: take.u8()? == 1,
                is_closed: take.u8()? == 1,
                has_links: take.u8()? == 1,
                name: OsString::from_vec(take.bytes()?.to_vec()),
            });
        }
        let mut names = Vec::new();
        for _ in 0..take.u32()? {
            names.push(Clean::new(take.text()?));
        }
        let evidence = Arc::new(take_evidence(&mut take, names.len())?);
        Some(Self {
            key,
            settings,
            n_rows,
            text_len,
            revision,
            is_complete,
            ranks: Arc::default(),
            others: Arc::new(others),
            copies: Arc::new(copies),
            n_flawed,
            folders,
            sources: Sources { names, evidence },
        })
    }
}

/// Most sources show nothing: only the others are kept.
fn put_evidence(evidence: &Evidence, out: &mut Vec<u8>) {
    let tallies = (0..).zip(&evidence.of_sources).filter(|(_, tally)| !tally.is_empty());
    put_count(out, tallies.clone().count());
    for (source, tally) in tallies {
        out.put_u32(source);
        let [open, as_day_first, as_month_first] = tally.n_open;
        for count in [tally.n_day_first, tally.n_month_first, open, as_day_first, as_month_first] {
            out.put_u32(count);
        }
    }
}

fn take_evidence(take: &mut Take<'_>, n_sources: usize) -> Option<Evidence> {
    let mut evidence = Evidence::default();
    for _ in 0..take.u32()? {
        // A damaged number must not ask for all memory.
        let source = take.u32().filter(|source| (*source as usize) < n_sources)?;
        *evidence.of_source(source) = Tally {
            n_day_first: take.u32()?,
            n_month_first: take.u32()?,
            n_open: [take.u32()?, take.u32()?, take.u32()?],
        };
    }
    Some(evidence)
}

fn put_count(out: &mut Vec<u8>, count: usize) {
    out.put_u32(u32::try_from(count).unwrap_or(u32::MAX));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Seq;

    fn decoded(bytes: &[u8]) -> Option<State> {
        State::read(bytes, bytes.len() as u64)
    }

    fn state() -> State {
        let mut inner = Folder::new(0, OsStr::new("2022"));
        inner.set_time(Some(Stamp { modified_ns: 5, changed_ns: 6, ..Stamp::default() }));
        inner.has_links = true;
        State {
            key: 1,
            settings: 2,
            n_rows: 3,
            text_len: 4,
            revision: 5,
            is_complete: true,
            ranks: vec![Rank::new(None, Seq(0)); 20_000].into(),
            others: vec![Rank::new(None, Seq(1))].into(),
            copies: vec![CopyRow { article: 0, rank: Rank::new(None, Seq(2)) }].into(),
            n_flawed: 1,
            folders: vec![Folder::new(0, OsStr::new("")), inner, Folder::new(1, OsStr::new("02"))],
            sources: Sources {
                names: vec!["bbc.co.uk".into(), "mill.example".into()],
                evidence: Arc::new(Evidence {
                    of_sources: vec![
                        Tally::default(),
                        Tally { n_day_first: 1, n_month_first: 2, n_open: [3, 4, 5] },
                    ],
                }),
            },
        }
    }

    #[test]
    fn a_state_reads_back_as_it_was_written() {
        assert_eq!(decoded(&state().encode()), Some(state()));
        assert_eq!(state().folder_path(2), PathBuf::from("2022/02"));
        assert_eq!(state().folder_path(0), PathBuf::new());
    }

    #[test]
    fn a_damaged_state_is_no_state() {
        let whole = state().encode();
        let long = (400..whole.len()).step_by(4001);
        for at in (0..400).chain(long).chain(whole.len() - 40..whole.len()) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            assert_eq!(decoded(&damaged), None, "byte {at}");
            assert_eq!(decoded(&whole[..at]), None, "cut at {at}");
            assert_eq!(State::read(&whole[..at], whole.len() as u64), None, "cut short at {at}");
        }
    }
}
