//! The state of a catalogue: everything but the rows themselves, replaced whole at each commit.

use std::{
    ffi::{OsStr, OsString},
    os::unix::ffi::{OsStrExt, OsStringExt},
    path::PathBuf,
};

use crate::{
    base::{
        Clean,
        codec::{Put, Take},
    },
    domain::Rank,
};

/// Begins every state file; the last byte is the version of the format.
const MAGIC: &[u8; 8] = b"dateln\0\x01";

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
    /// Counts the scans that found something new.
    pub arrival: u32,
    /// All folders have been read at least once.
    pub is_complete: bool,
    /// The live articles, newest first. Invariant: sorted from high to low.
    pub ranks: Vec<Rank>,
    /// The live rows of files that are no articles.
    pub others: Vec<u32>,
    /// The live rows of further places of articles.
    pub copies: Vec<u32>,
    /// Live articles that have problems.
    pub n_flawed: u32,
    pub folders: Vec<Folder>,
    pub sources: Vec<Clean>,
}

/// A folder of the library. The first is the library itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Index of the folder it lies in; its own for the first.
    pub parent: u32,
    pub name: OsString,
    /// Time of its last change when it was listed; [`Folder::UNKNOWN`] asks for a listing.
    pub modified_ns: i64,
    /// Digest of its ignore file; 0 where it has none.
    pub rules: u64,
    pub is_gone: bool,
}

impl Folder {
    pub const UNKNOWN: i64 = i64::MIN;

    pub fn new(parent: u32, name: &OsStr) -> Self {
        Self { parent, name: name.to_owned(), modified_ns: Self::UNKNOWN, rules: 0, is_gone: false }
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

    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.ranks.len() * 8 + self.folders.len() * 48 + 1024);
        out.extend_from_slice(MAGIC);
        for number in [self.key, self.settings, self.text_len] {
            out.put_u64(number);
        }
        for number in [self.n_rows, self.arrival, u32::from(self.is_complete), self.n_flawed] {
            out.put_u32(number);
        }
        put_count(&mut out, self.ranks.len());
        for rank in &self.ranks {
            out.put_u64(rank.0);
        }
        for numbers in [&self.others, &self.copies] {
            put_count(&mut out, numbers.len());
            for number in numbers {
                out.put_u32(*number);
            }
        }
        put_count(&mut out, self.folders.len());
        for folder in &self.folders {
            out.put_u32(folder.parent);
            out.extend_from_slice(&folder.modified_ns.to_le_bytes());
            out.put_u64(folder.rules);
            out.push(u8::from(folder.is_gone));
            out.put_bytes(folder.name.as_bytes());
        }
        put_count(&mut out, self.sources.len());
        for source in &self.sources {
            out.put_bytes(source.as_bytes());
        }
        let digest = blake3::hash(&out);
        out.extend_from_slice(digest.as_bytes());
        out
    }

    /// `None` for anything but a whole state of this version.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (body, digest) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
        if blake3::hash(body).as_bytes() != digest {
            return None;
        }
        let mut take = Take::new(body);
        if take.raw(MAGIC.len())? != MAGIC {
            return None;
        }
        let (key, settings, text_len) = (take.u64()?, take.u64()?, take.u64()?);
        let (n_rows, arrival) = (take.u32()?, take.u32()?);
        let (is_complete, n_flawed) = (take.u32()? == 1, take.u32()?);
        let n_ranks = take.u32()? as usize;
        let ranks = take.u64s(n_ranks)?.into_iter().map(Rank).collect();
        let n_others = take.u32()? as usize;
        let others = take.u32s(n_others)?;
        let n_copies = take.u32()? as usize;
        let copies = take.u32s(n_copies)?;
        let mut folders = Vec::new();
        for _ in 0..take.u32()? {
            folders.push(Folder {
                parent: take.u32()?,
                modified_ns: take.i64()?,
                rules: take.u64()?,
                is_gone: take.u8()? == 1,
                name: OsString::from_vec(take.bytes()?.to_vec()),
            });
        }
        let mut sources = Vec::new();
        for _ in 0..take.u32()? {
            sources.push(Clean::new(take.text()?));
        }
        Some(Self {
            key,
            settings,
            n_rows,
            text_len,
            arrival,
            is_complete,
            ranks,
            others,
            copies,
            n_flawed,
            folders,
            sources,
        })
    }
}

fn put_count(out: &mut Vec<u8>, count: usize) {
    out.put_u32(u32::try_from(count).unwrap_or(u32::MAX));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Seq;

    fn state() -> State {
        let mut inner = Folder::new(0, OsStr::new("2022"));
        inner.modified_ns = 5;
        State {
            key: 1,
            settings: 2,
            n_rows: 3,
            text_len: 4,
            arrival: 5,
            is_complete: true,
            ranks: vec![Rank::new(None, 0, Seq(0))],
            others: vec![1],
            copies: vec![2],
            n_flawed: 1,
            folders: vec![Folder::new(0, OsStr::new("")), inner, Folder::new(1, OsStr::new("02"))],
            sources: vec!["bbc.co.uk".into()],
        }
    }

    #[test]
    fn a_state_reads_back_as_it_was_written() {
        assert_eq!(State::decode(&state().encode()), Some(state()));
        assert_eq!(state().folder_path(2), PathBuf::from("2022/02"));
        assert_eq!(state().folder_path(0), PathBuf::new());
    }

    #[test]
    fn a_damaged_state_is_no_state() {
        let whole = state().encode();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            assert_eq!(State::decode(&damaged), None, "byte {at}");
            assert_eq!(State::decode(&whole[..at]), None, "cut at {at}");
        }
    }
}
