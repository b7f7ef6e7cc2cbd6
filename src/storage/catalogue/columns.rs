//! Columns of the catalogue: of every row, by its number, what counting and narrowing ask for.
//!
//! Rows only grow, and these values of a row never change, so what is known of some rows stays
//! valid and is extended by the rows that came. Columns can be kept next to the catalogue; they are
//! a copy, disposable, and checked when they are read. Rows that have gone keep their values:
//! whoever counts has bits that say which are there.

use std::io;

use super::{Kind, Snapshot};
use crate::{
    base::{
        Bits,
        codec::{Put, Take},
    },
    domain::Seq,
};

/// Begins columns that are kept; the last byte is the version of their layout.
const MAGIC: &[u8; 8] = b"columns\x03";

/// Values of the rows of a catalogue, by row number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// Of the catalogue.
    key: u64,
    /// As [`Rank::day`](crate::domain::Rank::day) counts them; 0 is undated.
    pub days: Vec<u32>,
    /// Numbers of sources.
    pub sources: Vec<u32>,
    /// Numbers of folders.
    pub folders: Vec<u32>,
    pub n_words: Vec<u32>,
    /// By [`ArticleLanguage::number`](crate::domain::ArticleLanguage::number).
    pub languages: Vec<u8>,
    /// Articles with something wrong besides their date.
    pub damaged: Bits,
}

impl Columns {
    /// None yet, of the catalogue of a snapshot.
    pub fn none_of(snapshot: &Snapshot) -> Self {
        Self { key: snapshot.state().key, ..Self::default() }
    }

    /// How many rows they have values of.
    pub fn n_rows(&self) -> u32 {
        u32::try_from(self.days.len()).unwrap_or(u32::MAX)
    }

    /// Whether they are of the catalogue of a snapshot, or of a part of it.
    pub fn is_of(&self, snapshot: &Snapshot) -> bool {
        self.key == snapshot.state().key
    }

    /// Takes in the rows that a snapshot has beyond those that are known: a pass over them.
    ///
    /// # Errors
    /// If the cache was damaged or deleted. Earlier knowledge is then kept.
    pub fn extend(&mut self, snapshot: &Snapshot) -> io::Result<()> {
        let first = self.n_rows();
        let more = (snapshot.state().n_rows.saturating_sub(first)) as usize;
        for column in [&mut self.days, &mut self.sources, &mut self.folders, &mut self.n_words] {
            column.reserve(more);
        }
        self.languages.reserve(more);
        let mut flawed = Vec::new();
        let mut extended = snapshot.each_record(Seq(first), |seq, record| {
            self.days.push(record.rank.day());
            self.sources.push(record.source);
            self.folders.push(record.folder);
            self.n_words.push(record.n_words);
            self.languages.push(record.language.number());
            if record.kind == Kind::FlawedArticle {
                flawed.push((seq, record));
            }
        });
        for (seq, record) in flawed {
            match snapshot.strings(&record) {
                Ok(strings) => {
                    let is_damaged = strings.problems.iter().any(|it| !it.is_about_date());
                    self.damaged.set(seq.0, is_damaged);
                }
                Err(error) => extended = Err(error),
            }
        }
        if extended.is_err() {
            self.truncate(first);
        }
        extended
    }

    /// Forgets the rows from one on.
    pub fn truncate(&mut self, n_rows: u32) {
        for column in [&mut self.days, &mut self.sources, &mut self.folders, &mut self.n_words] {
            column.truncate(n_rows as usize);
        }
        self.languages.truncate(n_rows as usize);
        self.damaged = self.damaged.iter().take_while(|row| *row < n_rows).collect();
    }

    /// To be kept. Only rows that are committed may be: after a crash, others take their numbers.
    pub fn encode(&self) -> Vec<u8> {
        let n_rows = self.days.len();
        let mut out = Vec::with_capacity(n_rows * 17 + n_rows / 8 + 64);
        out.extend_from_slice(MAGIC);
        out.put_u64(self.key);
        out.put_u32(self.n_rows());
        for column in [&self.days, &self.sources, &self.folders, &self.n_words] {
            for value in column {
                out.put_u32(*value);
            }
        }
        out.extend_from_slice(&self.languages);
        for word in self.damaged.words().iter().take(n_rows.div_ceil(64)) {
            out.put_u64(*word);
        }
        let check = crc32fast::hash(&out);
        out.put_u32(check);
        out
    }

    /// The columns that were kept; `None` for anything but whole ones of this version.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (body, check) = bytes.split_last_chunk()?;
        if crc32fast::hash(body) != u32::from_le_bytes(*check) {
            return None;
        }
        let mut take = Take::new(body);
        let (key, n_rows) = take_head(&mut take)?;
        let n_rows = n_rows as usize;
        let mut next = || take.u32s(n_rows);
        let (days, sources, folders, n_words) = (next()?, next()?, next()?, next()?);
        let languages = take.raw(n_rows)?.to_vec();
        let mut words = Vec::new();
        while let Some(word) = take.u64() {
            words.push(word);
        }
        let damaged = Bits::from_words(words);
        Some(Self { key, days, sources, folders, n_words, languages, damaged })
    }

    /// Of how many rows of the catalogue of `snapshot` columns were kept, by their first bytes.
    pub fn n_kept(head: &[u8], snapshot: &Snapshot) -> u32 {
        let head = take_head(&mut Take::new(head));
        head.filter(|(key, _)| *key == snapshot.state().key).map_or(0, |(_, n_rows)| n_rows)
    }

    /// Bytes that [`Columns::n_kept`] needs.
    pub const HEAD_BYTES: usize = 20;
}

fn take_head(take: &mut Take<'_>) -> Option<(u64, u32)> {
    (take.raw(MAGIC.len())? == MAGIC).then_some(())?;
    Some((take.u64()?, take.u32()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{ArticleId, Hints, Problem},
        storage::{
            Stamp,
            catalogue::{Catalogue, NewRow, Strings},
        },
    };

    fn append(catalogue: &mut Catalogue, number: u32) {
        let row = NewRow {
            id: ArticleId([0; 16]),
            date: chrono::NaiveDate::from_ymd_opt(2024, 3, number)
                .filter(|_| !number.is_multiple_of(3)),
            stamp: Stamp::default(),
            folder: number % 2,
            source: if number.is_multiple_of(2) { "mill.example" } else { "mast.example" }.into(),
            n_words: number * 100,
            n_paragraphs: 1,
            kind: if 4 < number && number < 7 { Kind::FlawedArticle } else { Kind::Article },
            copy_of: None,
            hints: Hints::default(),
            language: crate::domain::ArticleLanguage::UNKNOWN,
        };
        let problems = match number {
            5 => vec![Problem::Undated, Problem::NoTitle],
            6 => vec![Problem::Undated],
            _ => Vec::new(),
        };
        catalogue.append(row, &Strings { problems, ..Strings::default() });
    }

    fn snapshot(numbers: std::ops::Range<u32>) -> (Catalogue, Snapshot) {
        let mut catalogue = Catalogue::in_memory(1).unwrap();
        numbers.for_each(|number| append(&mut catalogue, number));
        let snapshot = catalogue.snapshot().unwrap();
        (catalogue, snapshot)
    }

    #[test]
    fn columns_that_are_extended_are_those_made_of_all_rows() {
        let (mut catalogue, first) = snapshot(1..4);
        let mut columns = Columns::none_of(&first);
        columns.extend(&first).unwrap();
        assert_eq!(columns.n_words, [100, 200, 300]);
        let day = |number| first.record(Seq(number)).unwrap().rank.day();
        assert_eq!(columns.days, [day(0), day(1), 0]);
        (4..8).for_each(|number| append(&mut catalogue, number));
        let newer = catalogue.snapshot().unwrap();
        columns.extend(&newer).unwrap();
        let mut anew = Columns::none_of(&newer);
        anew.extend(&newer).unwrap();
        assert_eq!(columns, anew);
        assert_eq!(columns.damaged.iter().collect::<Vec<_>>(), [4]);
        let kept = columns.encode();
        assert_eq!(Columns::decode(&kept), Some(columns.clone()));
        assert_eq!(Columns::n_kept(&kept[..Columns::HEAD_BYTES], &newer), 7);
        assert_eq!(Columns::n_kept(&kept, &snapshot(0..0).1), 0, "of another catalogue");
        columns.truncate(3);
        columns.extend(&newer).unwrap();
        assert_eq!(columns, anew);
    }

    #[test]
    fn damaged_columns_are_no_columns() {
        let (_catalogue, snapshot) = snapshot(1..7);
        let mut columns = Columns::none_of(&snapshot);
        columns.extend(&snapshot).unwrap();
        let whole = columns.encode();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            assert_eq!(Columns::decode(&damaged), None, "byte {at}");
            assert_eq!(Columns::decode(&whole[..at]), None, "cut at {at}");
        }
    }
}
