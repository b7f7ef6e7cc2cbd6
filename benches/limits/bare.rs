//! The work without our program around it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, mpsc::sync_channel},
    thread,
    time::{Duration, Instant},
};

use dateline::{
    base::Clean,
    domain::{Article, ArticleId, ArticleLanguage, Rank, Seq},
    formats,
    index::{Index, Writer},
    storage::watching::Watcher,
};
use tantivy::{
    IndexSettings, IndexSortByField, Order, TantivyDocument,
    indexer::IndexWriterOptions,
    schema::{Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions},
};

use crate::{MEMORY_BYTES, N_THREADS};

/// All files and all folders.
pub(crate) fn walk(root: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut files, mut folders, mut next) = (Vec::new(), Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = next.pop() {
        for entry in fs::read_dir(&folder).expect("a folder that can be listed").flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder { &mut next } else { &mut files }.push(entry.path());
        }
        folders.push(folder);
    }
    (files, folders)
}

pub(crate) fn stat(paths: &[PathBuf]) {
    for path in paths {
        std::hint::black_box(fs::metadata(path).ok());
    }
}

/// A watch on each folder, and nothing done with what it tells.
pub(crate) fn watch(folders: &[PathBuf]) {
    let mut watcher = Watcher::new(|_| ()).expect("a queue for changes");
    for folder in folders {
        watcher.watch(folder).expect("room for a watch");
    }
}

/// Reads all files and makes something of each.
pub(crate) fn read<T: Send>(
    files: &[PathBuf],
    n_threads: usize,
    make: &(dyn Fn(&Path) -> T + Sync),
) {
    thread::scope(|scope| {
        for files in files.chunks(files.len().div_ceil(n_threads).max(1)) {
            scope.spawn(move || {
                for path in files {
                    std::hint::black_box(make(path));
                }
            });
        }
    });
}

pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

pub(crate) fn article(path: &Path) -> Option<Article> {
    let bytes = fs::read(path).ok()?;
    let size = bytes.len() as u64;
    let reading = formats::FileContext {
        path,
        size,
        library: "bench",
        encoding: None,
        habits: &formats::Habits::default(),
    };
    formats::read(&bytes, &reading).ok()
}

/// Reads and parses on two threads, and hands the articles on.
fn feed(files: &[PathBuf], mut take: impl FnMut(Rank, &Article)) {
    let (send, articles) = sync_channel::<Vec<Article>>(8);
    let batches = Mutex::new(files.chunks(128));
    let mut seq = 0;
    thread::scope(|scope| {
        for _ in 0..N_THREADS {
            let (send, batches) = (send.clone(), &batches);
            scope.spawn(move || {
                while let Some(batch) = { batches.lock().expect("no reader panics").next() } {
                    let read = batch.iter().filter_map(|path| article(path)).collect();
                    if send.send(read).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for article in articles.iter().flatten() {
            take(Rank::new(article.date, Seq(seq)), &article);
            seq += 1;
        }
    });
}

/// Our index, fed by nothing but files that are read: no catalogue, no identities, no news.
pub(crate) fn our_index(files: &[PathBuf]) -> Duration {
    let folder = tempfile::tempdir().expect("a folder");
    let started = Instant::now();
    let index = Index::open(folder.path(), "bench").expect("a new index").index;
    let mut writer = Writer::open(&index, MEMORY_BYTES, N_THREADS).expect("its writer");
    feed(files, |rank, article| {
        let body = article.paragraphs.iter().map(Clean::as_str);
        writer
            .add(rank, ArticleLanguage::UNKNOWN, article.title.as_str(), body)
            .expect("room for an article");
    });
    writer.commit(u32::MAX).expect("room for the index");
    started.elapsed()
}

/// Tantivy as it comes: its own tokenizer, the same fields but for the beginnings of words, which
/// it has no tokenizer for.
pub(crate) fn their_index(files: &[PathBuf]) -> Duration {
    let folder = tempfile::tempdir().expect("a folder");
    let text = |option| {
        let indexing =
            TextFieldIndexing::default().set_tokenizer("default").set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let mut schema = Schema::builder();
    let body = schema.add_text_field("text", text(IndexRecordOption::WithFreqsAndPositions));
    let title = schema.add_text_field("title", text(IndexRecordOption::WithFreqs));
    let seq = schema.add_u64_field("seq", NumericOptions::default().set_indexed());
    let rank_field = schema.add_u64_field("rank", NumericOptions::default().set_fast());
    let sort = IndexSortByField { field: "rank".to_owned(), order: Order::Desc };
    let settings = IndexSettings { sort_by_field: Some(sort), ..IndexSettings::default() };
    let started = Instant::now();
    let builder = tantivy::Index::builder().schema(schema.build()).settings(settings);
    let index = builder.create_in_dir(folder.path()).expect("a new index");
    let options = IndexWriterOptions::builder()
        .memory_budget_per_thread(MEMORY_BYTES / N_THREADS)
        .num_worker_threads(N_THREADS)
        .num_merge_threads(1)
        .build();
    let mut writer = index.writer_with_options(options).expect("its writer");
    feed(files, |rank, article| {
        let document = document([body, title, seq, rank_field], rank, article);
        writer.add_document(document).expect("room for an article");
    });
    writer.commit().expect("room for the index");
    started.elapsed()
}

fn document(fields: [Field; 4], rank: Rank, article: &Article) -> TantivyDocument {
    let [body, title, seq, rank_field] = fields;
    let mut document = TantivyDocument::new();
    document.add_text(body, article.title.as_str());
    for paragraph in &article.paragraphs {
        document.add_text(body, paragraph.as_str());
    }
    document.add_text(title, article.title.as_str());
    document.add_u64(seq, u64::from(rank.seq().0));
    document.add_u64(rank_field, rank.0);
    document
}

/// Two changes of marks.
pub(crate) struct Marking {
    pub(crate) set: Duration,
    pub(crate) unset: Duration,
}

/// A mark as a row of a table, as any program would keep it: all set in one transaction that is on
/// disk when it returns, and all taken back.
pub(crate) fn marks(ids: &[ArticleId]) -> Marking {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    let mut db = rusqlite::Connection::open(folder.path().join("marks.db")).expect("a database");
    let set_up = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
        CREATE TABLE read (id BLOB NOT NULL PRIMARY KEY) WITHOUT ROWID, STRICT;";
    db.execute_batch(set_up).expect("a table");
    let mut change = |sql: &str| {
        let started = Instant::now();
        let transaction = db.transaction().expect("a transaction");
        {
            let mut statement = transaction.prepare(sql).expect("a statement");
            for id in &ids {
                statement.execute([id.0.as_slice()]).expect("a changed row");
            }
        }
        transaction.commit().expect("room for the marks");
        started.elapsed()
    };
    let set = change("INSERT INTO read VALUES (?1)");
    let unset = change("DELETE FROM read WHERE id = ?1");
    Marking { set, unset }
}
