//! Rows of a list, articles whole, and the passages that match a query.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use super::{Library, LibraryError, Listed, read};
use crate::{
    base::Clean,
    domain::{
        Article, ArticleId, Folded, Headline, Length, Mark, NotAnArticle, Seq, lead, snippet,
    },
    formats,
    query::{Query, TextPart, Tongue},
    storage::catalogue::{Record, Snapshot},
};

/// The passage of an article that matches a query best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub text: Clean,
    /// Bytes of `text` that match, in order.
    pub hits: Vec<Range<usize>>,
    /// Bytes of the title that match, in order.
    pub title_hits: Vec<Range<usize>>,
}

impl Library {
    /// The headlines in some rows of a list: two reads a row.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn headlines(
        &self,
        listed: &Listed,
        rows: Range<usize>,
    ) -> Result<Vec<Headline>, LibraryError> {
        let snapshot = &listed.snapshot;
        let rows = rows.start..rows.end.min(listed.len());
        let folded = self.folded(listed, rows.clone());
        let rows = rows.zip(folded).filter_map(|(row, folded)| Some((listed.seq(row)?, folded)));
        let headline = |(seq, folded)| {
            let headline = self.headline_of(snapshot, seq, &snapshot.record(seq)?)?;
            Ok(Headline { folded, ..headline })
        };
        self.heard(rows.map(headline).collect())
    }

    /// What some rows stand for: a bit an article of the folded days among them. The marks are
    /// looked at here and let go, since every headline takes them, too.
    fn folded(&self, listed: &Listed, rows: Range<usize>) -> Vec<Option<Folded>> {
        let marks = read(&self.shared.marks);
        rows.map(|row| listed.folded(row, marks.of(Mark::Read))).collect()
    }

    /// The headline of an article.
    ///
    /// # Errors
    /// If the library has no such article.
    pub fn headline(&self, id: ArticleId) -> Result<Headline, LibraryError> {
        let seq = self.find(id)?;
        let snapshot = self.snapshot();
        self.headline_of(&snapshot, seq, &snapshot.record(seq)?)
    }

    /// Reads an article from its file.
    ///
    /// # Errors
    /// If the library has no such article, or its file went, changed or cannot be read.
    pub fn article(&self, id: ArticleId) -> Result<Article, LibraryError> {
        let snapshot = self.snapshot();
        let seq = self.find(id)?;
        let path = self.heard(path_of(&snapshot, seq))?;
        let article = self.read_article(&path)?;
        if article.id == id {
            return Ok(article);
        }
        self.shared.alarm.differs(&path);
        Err(LibraryError::Changed { path: Clean::new(&path.to_string_lossy()) })
    }

    /// The file that holds an article.
    ///
    /// # Errors
    /// If the library has no such article.
    pub fn file_of(&self, id: ArticleId) -> Result<std::path::PathBuf, LibraryError> {
        let snapshot = self.snapshot();
        let path = snapshot.path(&snapshot.record(self.find(id)?)?)?;
        Ok(self.path().join(path))
    }

    /// The passage of an article that matches `query` best, else its beginning. Reads the article.
    ///
    /// # Errors
    /// As [`Library::article`].
    pub fn passage(&self, seq: Seq, query: &Query) -> Result<Passage, LibraryError> {
        let snapshot = self.snapshot();
        let article = self.read_row(&snapshot, seq)?;
        let tongue = snapshot.record(seq)?.language.tongue();
        let (text, hits) = snippet(&article.paragraphs, (query, tongue), SNIPPET_WIDTH);
        let title_hits = query.matches_in(&article.title, TextPart::Title, tongue);
        Ok(Passage { text: Clean::new(&text), hits, title_hits })
    }

    /// How an article begins. Reads the article.
    ///
    /// # Errors
    /// As [`Library::article`].
    pub fn lead(&self, seq: Seq) -> Result<Clean, LibraryError> {
        let snapshot = self.snapshot();
        Ok(lead(&self.read_row(&snapshot, seq)?.paragraphs))
    }

    /// Reads the file of a row as it is now; one that holds another text is read again for all.
    pub(super) fn read_row(&self, snapshot: &Snapshot, seq: Seq) -> Result<Article, LibraryError> {
        let record = self.heard(snapshot.record(seq).map_err(Into::into))?;
        let path = self.heard(snapshot.path(&record).map_err(Into::into))?;
        let article = self.read_article(&path)?;
        if article.id != record.id {
            self.shared.alarm.differs(&path);
        }
        Ok(article)
    }

    /// The language by which the words of an article have other forms.
    pub(super) fn tongue_of(&self, id: ArticleId) -> Tongue {
        let snapshot = self.snapshot();
        let record = self.find(id).ok().and_then(|seq| snapshot.record(seq).ok());
        record.map(|record| record.language).unwrap_or_default().tongue()
    }

    /// The row number of an article. The first call reads all ids.
    ///
    /// # Errors
    /// If the library has no such article.
    pub fn find(&self, id: ArticleId) -> Result<Seq, LibraryError> {
        self.heard(self.with_ids(|ids| ids.get(id)))?
            .ok_or_else(|| LibraryError::Unknown(id.to_string()))
    }

    pub(super) fn read_article(&self, path: &Path) -> Result<Article, LibraryError> {
        let shared = &self.shared;
        let refuse = |reason: NotAnArticle| LibraryError::Article {
            path: Clean::new(&path.to_string_lossy()),
            reason,
        };
        let path_to_read = linked(shared.root.path(), path);
        let file =
            shared.root.read(&path_to_read, shared.reading.size_limit_bytes).map_err(refuse)?;
        let reading = formats::FileContext {
            path,
            size: file.stamp.size,
            library: shared.root.name(),
            encoding: shared.reading.encoding,
            habits: &self.habits(),
        };
        formats::read(&file.bytes, &reading).map_err(refuse)
    }

    pub(super) fn headline_of(
        &self,
        snapshot: &Snapshot,
        seq: Seq,
        record: &Record,
    ) -> Result<Headline, LibraryError> {
        let strings = snapshot.strings(record)?;
        let path = snapshot.state().folder_path(record.folder).join(&strings.name);
        let source = snapshot.state().sources.names.get(record.source as usize);
        let marks = read(&self.shared.marks);
        Ok(Headline {
            seq,
            id: record.id,
            title: strings.title,
            date: record.rank.date(),
            url: strings.url,
            source: source.cloned().unwrap_or_default(),
            path,
            length: Length { n_words: record.n_words, n_paragraphs: record.n_paragraphs },
            marks: marks.of_row(seq.0),
            n_copies: u32::try_from(snapshot.copies_of(seq).len()).unwrap_or(u32::MAX),
            folded: None,
            problems: strings.problems,
        })
    }
}

fn path_of(snapshot: &Snapshot, seq: Seq) -> Result<PathBuf, LibraryError> {
    Ok(snapshot.path(&snapshot.record(seq)?)?)
}

/// Cells of text around a match: two lines of a wide screen.
const SNIPPET_WIDTH: usize = 240;

/// The path to open: a link inside the library is followed by hand, since an absolute one would
/// be taken for a way out.
pub(super) fn linked(root: &Path, path: &Path) -> PathBuf {
    let full = root.join(path);
    match full.symlink_metadata() {
        Ok(metadata) if metadata.is_symlink() => full.canonicalize().unwrap_or(full),
        _ => path.to_owned(),
    }
}
