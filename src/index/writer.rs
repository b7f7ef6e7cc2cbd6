//! Adds articles to an index and removes them.

use std::{
    fmt,
    io::{self, Write as _},
    path::Path,
    sync::Arc,
    thread,
};

use tantivy::{IndexWriter, Term, indexer::IndexWriterOptions};

use super::{
    Index, IndexError,
    directory::remove_leftovers,
    error::guard,
    merging::Merging,
    payload::payload,
    schema::{Entry, Fields},
    waiting::Waiting,
};
use crate::domain::{ArticleLanguage, Rank, Seq};

/// Tantivy's threads are told to keep within one part in so many: what they hold when a segment is
/// written, texts that wait, merges and the catalogue take the rest.
const SHARE: usize = 4;
/// Tantivy wants no less for a thread.
const LEAST_MEMORY_BYTES: usize = 15_000_000;
/// More than what is free when the disk was too full for a segment, hardly more than a block.
const PROBE_BYTES: usize = 1 << 20;
/// The number of surplus segments that is tolerated before they are merged.
const SLACK: usize = 2;

/// The one writer of an index, across all processes. Nothing added is found before
/// [`Writer::commit`], and nothing uncommitted survives it.
pub struct Writer {
    inner: IndexWriter<Entry>,
    fields: Fields,
    key: Arc<str>,
    dir: Arc<Path>,
    merging: Merging,
    waiting: Arc<Waiting>,
}

impl Writer {
    /// Starts `threads` threads that index in `memory_bytes` together; each needs 15 MB.
    ///
    /// # Errors
    /// [`IndexError::Locked`] if any other writer is open, here or in another process.
    pub fn open(index: &Index, memory_bytes: usize, threads: usize) -> Result<Self, IndexError> {
        if index.is_read_only {
            return Err(io::Error::from(io::ErrorKind::ReadOnlyFilesystem).into());
        }
        guard(|| {
            let threads = threads.clamp(1, 8);
            let options = IndexWriterOptions::builder()
                .memory_budget_per_thread((memory_bytes / SHARE / threads).max(LEAST_MEMORY_BYTES))
                .num_worker_threads(threads)
                .num_merge_threads(1)
                .build();
            let writer = index.inner.writer_with_options(options)?;
            let merging = Merging::default();
            writer.set_merge_policy(merging.policy());
            remove_leftovers(&index.dir, &index.inner.searchable_segment_metas()?)?;
            let (fields, key, dir) = (index.fields, Arc::clone(&index.key), Arc::clone(&index.dir));
            Ok(Self { inner: writer, fields, key, dir, merging, waiting: Arc::default() })
        })
    }

    /// Queues an article: its title and the paragraphs of its body. Waits while too much is
    /// queued. An article that is in the index already must be deleted first.
    ///
    /// # Errors
    /// If an indexing thread has died: the disk is full, or the index damaged.
    pub fn add<'t>(
        &mut self,
        rank: Rank,
        language: ArticleLanguage,
        title: &str,
        body: impl IntoIterator<Item = &'t str>,
    ) -> Result<(), IndexError> {
        self.merging.grow();
        let (mut text, mut parts) = (String::new(), Vec::new());
        let mut push = |part: &str| {
            parts.push(text.len()..text.len() + part.len());
            text.push_str(part);
            text.push('\n');
        };
        push(title);
        body.into_iter().for_each(push);
        let weight = Waiting::enter(&self.waiting, text.len());
        let fields = self.fields;
        let entry = Entry { fields, rank, language, text, parts, weight };
        let added = guard(|| Ok(self.inner.add_document(entry).map(|_| ())?));
        added.map_err(|error| why(&self.dir, error))
    }

    /// Takes an article out, if it is in.
    pub fn delete(&mut self, seq: Seq) {
        self.inner.delete_term(Term::from_field_u64(self.fields.seq, u64::from(seq.0)));
    }

    /// Makes all changes durable and, after [`Index::reload`], found. `watermark` comes back from
    /// [`Index::open`]: all articles with a lower [`Seq`] are in. 15 ms and more.
    ///
    /// # Errors
    /// If the disk is full or the index damaged; the changes are lost then, and so is the writer.
    pub fn commit(&mut self, watermark: u32) -> Result<(), IndexError> {
        let payload = payload(&self.key, watermark);
        let committed = guard(|| {
            let mut commit = self.inner.prepare_commit()?;
            commit.set_payload(&payload);
            commit.commit()?;
            Ok(())
        });
        committed.map_err(|error| why(&self.dir, error))
    }

    /// Has the smallest segments put together in the background until `most` are left, since a
    /// search that looks at thousands of words looks at them once a segment; `merged` is called
    /// after each merge, on another thread. Does nothing where there are hardly more, or that is
    /// going on already; ends when an article is added.
    pub fn consolidate(&mut self, most: usize, merged: impl Fn() + Send + 'static) {
        let Ok(metas) = self.inner.index().load_metas() else { return };
        if metas.segments.len() <= most + SLACK || self.merging.is_resting() {
            return;
        }
        self.merging.rest(most, merged);
        // Segments are thought about after a commit. One that fails has changed nothing.
        let _ = guard(|| {
            let mut commit = self.inner.prepare_commit()?;
            if let Some(payload) = &metas.payload {
                commit.set_payload(payload);
            }
            Ok(commit.commit()?)
        });
    }

    /// Lets go without waiting: what is uncommitted is dropped, and merges that still run end on
    /// their own or with the process. The index stays locked until they have.
    pub fn leave(self) {
        let leaving = thread::Builder::new().name("index-leave".to_owned());
        // If no thread can be had, it is dropped here and now, which is only slower.
        let _ = leaving.spawn(move || drop(self));
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("key", &self.key).finish_non_exhaustive()
    }
}

/// A thread of tantivy that dies does not say why. Rebuilding the index would not help on a full
/// disk, so a little is written to find that out.
fn why(dir: &Path, error: IndexError) -> IndexError {
    let probe = || {
        let mut file = tempfile::tempfile_in(dir)?;
        file.write_all(&vec![1; PROBE_BYTES])?;
        file.sync_data()
    };
    match (&error, probe().map_err(IndexError::from)) {
        (IndexError::Damaged(_), Err(refused @ IndexError::Io(_))) => refused,
        _ => error,
    }
}
