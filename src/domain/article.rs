//! An article, whole and as a headline.

use std::{fmt, path::PathBuf, str::FromStr};

use chrono::NaiveDate;

use super::{Hints, Mark, MarkSet, Problem, Seq, Shape};
use crate::base::{Clean, wording};

/// Identifies an article by its bytes: the first 128 bits of their BLAKE3 digest.
///
/// Not by its path, so that a moved or copied file keeps its marks; not by its address, because
/// collections repeat addresses over different texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub [u8; 16]);

impl ArticleId {
    /// The id of a file that holds `bytes` and is `size` bytes long. They differ where a file is
    /// over the size limit and only its head was read: then the size is part of the identity.
    pub fn of(bytes: &[u8], size: u64) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(bytes);
        if bytes.len() as u64 != size {
            hasher.update(&size.to_le_bytes());
        }
        let mut id = [0; 16];
        id.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self(id)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArticleId({self})")
    }
}

/// The text is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an article id has 32 hexadecimal digits")]
pub struct NotAnId;

impl FromStr for ArticleId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        u128::from_str_radix(text, 16)
            .ok()
            .filter(|_| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .map(|number| Self(number.to_be_bytes()))
            .ok_or(NotAnId)
    }
}

/// What one file says, cleaned: all of it may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub title: Clean,
    /// The stated local day; `None` is *undated*, and [`Article::problems`] says why.
    pub date: Option<NaiveDate>,
    /// As stated in the file, http or not; checked only when it is opened.
    pub url: Option<Clean>,
    /// The registrable domain of the address, else the folder's name.
    pub source: Clean,
    /// The lines of the body in file order, blank ones left out.
    pub paragraphs: Vec<Clean>,
    /// One for each paragraph; empty if all are plain.
    pub shapes: Vec<Shape>,
    /// Words in the body (clusters of a script without spaces count as a word each).
    pub n_words: u32,
    pub problems: Vec<Problem>,
    /// What it shows of the habits of its library.
    pub hints: Hints,
}

impl Article {
    /// The shape of a paragraph.
    pub fn shape(&self, paragraph: usize) -> &Shape {
        self.shapes.get(paragraph).unwrap_or(Shape::PLAIN)
    }
}

/// What came into a library since the last look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arrivals {
    /// Articles never seen before.
    pub n_new: usize,
    /// Known articles whose files have another name or folder, edited or not.
    pub n_moved: usize,
    /// Articles that the reader knows and whose files changed.
    pub n_changed: usize,
}

impl Arrivals {
    /// `3 new · 1 moved`; empty where nothing came.
    pub fn said(self) -> String {
        let parts = [
            (self.n_new, wording!("n-new", n = self.n_new)),
            (self.n_moved, wording!("n-moved", n = self.n_moved)),
            (self.n_changed, wording!("n-changed", n = self.n_changed)),
        ];
        let parts = parts.into_iter().filter(|(n, _)| 0 < *n).map(|(_, text)| text);
        parts.collect::<Vec<_>>().join(" · ")
    }

    pub fn add(&mut self, more: Self) {
        self.n_new += more.n_new;
        self.n_moved += more.n_moved;
        self.n_changed += more.n_changed;
    }
}

/// What a list shows of an article; the body is read apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub seq: Seq,
    pub id: ArticleId,
    pub title: Clean,
    pub date: Option<NaiveDate>,
    pub url: Option<Clean>,
    pub source: Clean,
    /// Relative to the library; any bytes, so it is escaped to be shown.
    pub path: PathBuf,
    pub length: Length,
    pub marks: MarkSet,
    /// Further files that hold the same article.
    pub n_copies: u32,
    /// Of the day, if it is folded and this article stands for it.
    pub folded: Option<Folded>,
    pub problems: Vec<Problem>,
}

/// How long the body of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Length {
    /// As [`Article::n_words`].
    pub n_words: u32,
    pub n_paragraphs: u32,
}

/// The articles that a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folded {
    pub n_articles: usize,
    pub n_unread: usize,
}

impl Headline {
    /// Whether the article carries a mark.
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.has(mark)
    }

    /// Whether the reader has marked the article; what the program notes by itself does not count.
    pub fn is_marked(&self) -> bool {
        self.marks.iter().any(|mark| mark != Mark::Changed)
    }

    /// In how many files it is.
    pub fn n_files(&self) -> usize {
        usize::try_from(self.n_copies).unwrap_or(usize::MAX).saturating_add(1)
    }
}

/// Says in which files an article is: `paths` are the first of `n_files`.
pub fn said_places(paths: &[Clean], n_files: usize) -> String {
    let named = paths.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ");
    match n_files.saturating_sub(paths.len()) {
        0 => wording!("in-files", n = n_files, paths = named),
        more => wording!("in-files-more", n = n_files, paths = named, more = more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_prints() {
        let id = ArticleId::of(b"some bytes", 10);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("xyz".parse::<ArticleId>(), Err(NotAnId));
        assert_eq!("+0000000000000000000000000000000".parse::<ArticleId>(), Err(NotAnId));
    }

    #[test]
    fn the_head_of_a_long_file_is_not_the_short_file() {
        assert_ne!(ArticleId::of(b"head", 4), ArticleId::of(b"head", 5));
    }
}
