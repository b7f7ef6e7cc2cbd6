//! Opens an index, whatever state it is in.

use std::{fmt, fs, path::Path, sync::Arc};

use tantivy::{
    Directory, IndexReader, ReloadPolicy, TantivyError,
    directory::{INDEX_WRITER_LOCK, MmapDirectory},
};

use super::{
    IndexError, Searcher,
    directory::{ReadOnly, remove_files},
    error::guard,
    forms::KeptForms,
    payload::read_payload,
    schema::{Fields, schema, settings, tokenizers},
    seqs::Seqs,
};
use crate::base::wording;

/// How often the checksums are tried again when files vanish below: a merge replaced them.
const VERIFY_TRIES: usize = 3;

/// An open index: what was last loaded of it can be searched. Cheap to clone.
#[derive(Clone)]
pub struct Index {
    pub(super) inner: tantivy::Index,
    reader: IndexReader,
    pub(super) fields: Fields,
    pub(super) key: Arc<str>,
    pub(super) dir: Arc<Path>,
    pub(super) is_read_only: bool,
    seqs: Arc<Seqs>,
    forms: Arc<KeptForms>,
}

/// An index, and the findings when it was opened.
#[derive(Debug)]
pub struct OpenedIndex {
    pub index: Index,
    /// All articles with a lower [`crate::domain::Seq`] are in; `None` if the index is new.
    pub watermark: Option<u32>,
    /// Why what was there was thrown away, in words for people.
    pub notice: Option<String>,
}

impl Index {
    /// Opens the index at `dir` that belongs to the catalogue `key`. An index that is missing,
    /// damaged, of another version or of another catalogue is replaced by an empty index.
    ///
    /// # Errors
    /// If it must be replaced but another process writes it, or the directory cannot be written;
    /// if it cannot even be read.
    pub fn open(dir: &Path, key: &str) -> Result<OpenedIndex, IndexError> {
        let found = guard(|| Self::open_existing(dir, key));
        let notice = match found {
            Ok(Some((index, watermark))) => {
                return Ok(OpenedIndex { index, watermark, notice: None });
            }
            Ok(None) => None,
            Err(IndexError::Damaged(why)) => Some(wording!("index-rebuilt", why = why)),
            Err(error) => return Err(error),
        };
        guard(|| Self::create(dir, key)).map(|index| OpenedIndex { index, watermark: None, notice })
    }

    /// Opens what another instance writes at `dir`, to read it only.
    ///
    /// # Errors
    /// If there is none yet, it is damaged, of another version or of another catalogue.
    pub fn open_to_read(dir: &Path, key: &str) -> Result<OpenedIndex, IndexError> {
        let found = guard(|| Self::open_existing(dir, key))?;
        let (index, watermark) =
            found.ok_or_else(|| IndexError::Damaged(wording!("index-none").to_owned()))?;
        Ok(OpenedIndex { index, watermark, notice: None })
    }

    fn open_existing(dir: &Path, key: &str) -> Result<Option<(Self, Option<u32>)>, IndexError> {
        if !fs::exists(dir.join("meta.json"))? {
            return Ok(None);
        }
        let directory = || MmapDirectory::open(dir).map_err(TantivyError::from);
        match Self::open_in(dir, directory()?, key, false) {
            Err(error) if error.is_read_only() => {
                Self::open_in(dir, ReadOnly(directory()?), key, true).map(Some)
            }
            opened => opened.map(Some),
        }
    }

    /// Up to which row everything is searchable: what the newest commit says.
    pub fn watermark(&self) -> Option<u32> {
        let payload = self.inner.load_metas().ok()?.payload;
        payload.and_then(|text| read_payload(&text, &self.key))
    }

    pub(super) fn open_in(
        dir: &Path,
        directory: impl Directory,
        key: &str,
        is_read_only: bool,
    ) -> Result<(Self, Option<u32>), IndexError> {
        let inner = tantivy::Index::open(directory)?;
        let (schema, _) = schema();
        if inner.schema() != schema || *inner.settings() != settings() {
            return Err(IndexError::Damaged(wording!("index-version").to_owned()));
        }
        let meta = inner.load_metas()?;
        let watermark = match &meta.payload {
            None if meta.segments.is_empty() => None,
            payload => {
                let watermark = payload.as_deref().and_then(|text| read_payload(text, key));
                let other = || IndexError::Damaged(wording!("index-other").to_owned());
                Some(watermark.ok_or_else(other)?)
            }
        };
        Self::with(inner, dir, key, is_read_only).map(|index| (index, watermark))
    }

    fn with(
        mut inner: tantivy::Index,
        dir: &Path,
        key: &str,
        is_read_only: bool,
    ) -> Result<Self, IndexError> {
        inner.set_tokenizers(tokenizers());
        let builder = inner.reader_builder().reload_policy(ReloadPolicy::Manual);
        let reader: IndexReader = builder.doc_store_cache_num_blocks(0).try_into()?;
        let (_, fields) = schema();
        let (key, dir, seqs, forms) = (key.into(), dir.into(), Arc::default(), Arc::default());
        Ok(Self { inner, reader, fields, key, dir, is_read_only, seqs, forms })
    }

    fn create(dir: &Path, key: &str) -> Result<Self, IndexError> {
        fs::create_dir_all(dir)?;
        let directory = MmapDirectory::open(dir).map_err(TantivyError::from)?;
        let lock = directory.acquire_lock(&INDEX_WRITER_LOCK)?;
        // Another process may have been faster.
        if let Ok(Some((index, None))) = guard(|| Self::open_existing(dir, key)) {
            return Ok(index);
        }
        remove_files(dir)?;
        let inner = tantivy::Index::create(directory, schema().0, settings())?;
        drop(lock);
        Self::with(inner, dir, key, false)
    }

    /// Lets later searchers see what has been committed, by this process or another. Below a
    /// millisecond, but for 14 ms after a merge of a million articles.
    ///
    /// # Errors
    /// If the index is damaged or was wiped; loaded segments stay searchable.
    pub fn reload(&self) -> Result<(), IndexError> {
        guard(|| {
            self.reader.reload()?;
            let searcher = self.reader.searcher();
            self.seqs.keep_only(searcher.segment_readers());
            self.forms.keep_only(searcher.segment_readers());
            Ok(())
        })
    }

    /// What was last loaded, held fast: later commits and even a wipe do not change it.
    pub fn searcher(&self) -> Searcher {
        Searcher {
            inner: self.reader.searcher(),
            fields: self.fields,
            seqs: Arc::clone(&self.seqs),
            forms: Arc::clone(&self.forms),
        }
    }

    /// Reads all of the index and compares checksums: 140 ms for a million articles. Damage within
    /// a file shows nowhere else.
    ///
    /// # Errors
    /// [`IndexError::Damaged`] with the names of the files.
    pub fn verify(&self) -> Result<(), IndexError> {
        let mut checked = guard(|| Ok(self.inner.validate_checksum()?));
        for _ in 1..VERIFY_TRIES {
            if checked.is_ok() {
                break;
            }
            checked = guard(|| Ok(self.inner.validate_checksum()?));
        }
        let mut damaged: Vec<_> = checked?.iter().map(|path| path.display().to_string()).collect();
        damaged.sort();
        if damaged.is_empty() { Ok(()) } else { Err(IndexError::Damaged(damaged.join(", "))) }
    }

    /// The directory can only be read, so that there can be no writer.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("key", &self.key).finish_non_exhaustive()
    }
}
