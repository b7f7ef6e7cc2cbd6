//! One file of the library as the catalogue keeps it: numbers of fixed size, and its strings.

use std::{
    ffi::{OsStr, OsString},
    os::unix::ffi::OsStringExt,
};

use crate::{
    base::{
        Clean,
        codec::{Put, Take},
    },
    domain::{Article, ArticleId, ArticleLanguage, Hints, NotAnArticle, Problem, Rank, Sketch},
    storage::Stamp,
};

/// The numbers of a row; [`Record::SIZE`] bytes on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub id: ArticleId,
    pub rank: Rank,
    pub stamp: Stamp,
    pub text: TextPlace,
    pub folder: u32,
    /// Of its folder and name, by [`file_key`]: finds the row of a file without its strings.
    pub file_key: u64,
    pub source: u32,
    pub n_words: u32,
    pub n_paragraphs: u32,
    pub kind: Kind,
    pub hints: Hints,
    pub language: ArticleLanguage,
}

/// Where the [`Strings`] of a row lie in the text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextPlace {
    pub at: u64,
    pub len: u32,
    /// Checksum of the bytes.
    pub check: u32,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Article,
    /// An article with a problem, which its strings describe.
    FlawedArticle,
    /// The reason stands in the strings.
    NotAnArticle,
}

/// The strings of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strings {
    pub name: OsString,
    pub title: Clean,
    pub url: Option<Clean>,
    pub problems: Vec<Problem>,
    pub reason: Option<NotAnArticle>,
    /// Tells an edited form of the article from a different one.
    pub sketch: Sketch,
}

impl Record {
    pub const SIZE: usize = 104;

    pub fn encode(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&self.id.0);
        out.put_u64(self.rank.0);
        for time in [self.stamp.modified_ns, self.stamp.changed_ns] {
            out.extend_from_slice(&time.to_le_bytes());
        }
        out.put_u64(self.stamp.size);
        out.put_u64(self.stamp.inode);
        out.put_u64(self.text.at);
        out.put_u64(self.file_key);
        for number in [self.text.len, self.text.check, self.folder, self.source] {
            out.put_u32(number);
        }
        out.put_u32(self.n_words);
        out.put_u32(self.n_paragraphs);
        let kind = match self.kind {
            Kind::Article => 0,
            Kind::FlawedArticle => 1,
            Kind::NotAnArticle => 2,
        };
        let language = u32::from(self.language.number());
        out.put_u32(kind | self.hints.to_bits() << 8 | language << 24);
        out.put_u32(crc32fast::hash(&out[start..]));
        debug_assert_eq!(out.len() - start, Self::SIZE);
    }

    /// `None` for anything but the bytes of a row as it was written.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (body, check) = bytes.split_last_chunk()?;
        if crc32fast::hash(body) != u32::from_le_bytes(*check) {
            return None;
        }
        let mut take = Take::new(body);
        let id = ArticleId(take.array()?);
        let rank = Rank(take.u64()?);
        let stamp = Stamp {
            modified_ns: take.i64()?,
            changed_ns: take.i64()?,
            size: take.u64()?,
            inode: take.u64()?,
        };
        let (at, file_key) = (take.u64()?, take.u64()?);
        let (len, check) = (take.u32()?, take.u32()?);
        let (folder, source) = (take.u32()?, take.u32()?);
        let (n_words, n_paragraphs, flags) = (take.u32()?, take.u32()?, take.u32()?);
        let kind = match flags & 0xff {
            0 => Kind::Article,
            1 => Kind::FlawedArticle,
            2 => Kind::NotAnArticle,
            _ => return None,
        };
        let hints = Hints::from_bits(flags >> 8 & 0xffff)?;
        let [.., language] = flags.to_le_bytes();
        let language = ArticleLanguage::from_number(language)?;
        Some(Self {
            id,
            rank,
            stamp,
            text: TextPlace { at, len, check },
            folder,
            file_key,
            source,
            n_words,
            n_paragraphs,
            kind,
            hints,
            language,
        })
    }
}

/// Names a file by the number of its folder and its name; two files may share a number.
pub fn file_key(folder: u32, name: &OsStr) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&folder.to_le_bytes()).update(name.as_encoded_bytes());
    u64::from_le_bytes(*hasher.finalize().as_bytes().first_chunk().unwrap_or(&[0; 8]))
}

impl Strings {
    pub fn of_article(name: OsString, article: &Article, sketch: Sketch) -> Self {
        Self {
            name,
            title: article.title.clone(),
            url: article.url.clone(),
            problems: article.problems.clone(),
            reason: None,
            sketch,
        }
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        out.put_bytes(self.name.as_encoded_bytes());
        out.put_bytes(self.title.as_bytes());
        out.put_bytes(self.url.as_deref().unwrap_or_default().as_bytes());
        out.put_u32(u32::try_from(self.problems.len()).unwrap_or(0));
        for problem in &self.problems {
            put_problem(problem, out);
        }
        match &self.reason {
            None => out.push(0),
            Some(reason) => {
                out.push(reason_number(reason));
                if let NotAnArticle::Unreadable(why) = reason {
                    out.put_bytes(why.as_bytes());
                }
            }
        }
        self.sketch.encode(out);
    }

    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut take = Take::new(bytes);
        let name = OsString::from_vec(take.bytes()?.to_vec());
        let title = Clean::new(take.text()?);
        let url = Some(take.text()?).filter(|url| !url.is_empty()).map(Clean::new);
        let mut problems = Vec::new();
        for _ in 0..take.u32()? {
            problems.push(take_problem(&mut take)?);
        }
        let reason = match take.u8()? {
            0 => None,
            number => Some(reason_from(number, &mut take)?),
        };
        let sketch = Sketch::decode(&mut take)?;
        Some(Self { name, title, url, problems, reason, sketch })
    }
}

fn put_problem(problem: &Problem, out: &mut Vec<u8>) {
    match problem {
        Problem::Undated => out.push(1),
        Problem::ImpossibleDate { stated } => {
            out.push(2);
            out.put_bytes(stated.as_bytes());
        }
        Problem::NoTitle => out.push(3),
        Problem::DamagedText { n_places } => {
            out.push(4);
            out.put_u64(*n_places);
        }
        Problem::ControlCharacters { n_characters } => {
            out.push(5);
            out.put_u64(*n_characters);
        }
        Problem::TooLarge { size_bytes, shown_bytes } => {
            out.push(6);
            out.put_u64(*size_bytes);
            out.put_u64(*shown_bytes);
        }
        Problem::NoBody => out.push(7),
        Problem::OpenDate { stated } => {
            out.push(8);
            out.put_bytes(stated.as_bytes());
        }
    }
}

fn take_problem(take: &mut Take<'_>) -> Option<Problem> {
    Some(match take.u8()? {
        1 => Problem::Undated,
        2 => Problem::ImpossibleDate { stated: Clean::new(take.text()?) },
        3 => Problem::NoTitle,
        4 => Problem::DamagedText { n_places: take.u64()? },
        5 => Problem::ControlCharacters { n_characters: take.u64()? },
        6 => Problem::TooLarge { size_bytes: take.u64()?, shown_bytes: take.u64()? },
        7 => Problem::NoBody,
        8 => Problem::OpenDate { stated: Clean::new(take.text()?) },
        _ => return None,
    })
}

fn reason_number(reason: &NotAnArticle) -> u8 {
    match reason {
        NotAnArticle::Empty => 1,
        NotAnArticle::Binary => 2,
        NotAnArticle::AppleDouble => 3,
        NotAnArticle::NotAFile => 4,
        NotAnArticle::DanglingLink => 5,
        NotAnArticle::LinkLoop => 6,
        NotAnArticle::LeavesLibrary => 7,
        NotAnArticle::Unreadable(_) => 8,
        NotAnArticle::NoText => 9,
    }
}

fn reason_from(number: u8, take: &mut Take<'_>) -> Option<NotAnArticle> {
    Some(match number {
        1 => NotAnArticle::Empty,
        2 => NotAnArticle::Binary,
        3 => NotAnArticle::AppleDouble,
        4 => NotAnArticle::NotAFile,
        5 => NotAnArticle::DanglingLink,
        6 => NotAnArticle::LinkLoop,
        7 => NotAnArticle::LeavesLibrary,
        8 => NotAnArticle::Unreadable(Clean::new(take.text()?)),
        9 => NotAnArticle::NoText,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Seq;

    #[test]
    fn a_row_reads_back_as_it_was_written() {
        let record = Record {
            id: ArticleId([7; 16]),
            rank: Rank::new(None, Seq(5)),
            stamp: Stamp { modified_ns: -3, changed_ns: -2, size: 10, inode: 11 },
            text: TextPlace { at: 99, len: 12, check: 8 },
            folder: 3,
            file_key: 77,
            source: 4,
            n_words: 5,
            n_paragraphs: 6,
            kind: Kind::FlawedArticle,
            hints: Hints { needs_order: true, ..Hints::default() },
            language: ArticleLanguage::of("zh"),
        };
        let mut bytes = Vec::new();
        record.encode(&mut bytes);
        assert_eq!(bytes.len(), Record::SIZE);
        assert_eq!(Record::decode(&bytes), Some(record));
        for at in 0..bytes.len() {
            bytes[at] ^= 4;
            assert_eq!(Record::decode(&bytes), None, "byte {at}");
            bytes[at] ^= 4;
        }
    }

    #[test]
    fn strings_keep_names_that_are_no_text() {
        let strings = Strings {
            name: OsString::from_vec(b"a\xff.txt".to_vec()),
            title: "Title".into(),
            url: Some("https://a.example".into()),
            problems: vec![
                Problem::Undated,
                Problem::ImpossibleDate { stated: "20221332".into() },
                Problem::OpenDate { stated: "05/06/2017".into() },
                Problem::NoTitle,
                Problem::DamagedText { n_places: 1 },
                Problem::ControlCharacters { n_characters: u64::MAX },
                Problem::TooLarge { size_bytes: 9, shown_bytes: 8 },
                Problem::NoBody,
            ],
            reason: Some(NotAnArticle::Unreadable("denied".into())),
            sketch: Sketch::default(),
        };
        let mut bytes = Vec::new();
        strings.encode(&mut bytes);
        assert_eq!(Strings::decode(&bytes), Some(strings));
        assert_eq!(Strings::decode(&bytes[..bytes.len() - 1]), None);
    }
}
