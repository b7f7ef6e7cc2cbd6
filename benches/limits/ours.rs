//! The same work by our library, without a screen.

use std::{
    sync::mpsc::channel,
    time::{Duration, Instant},
};

use dateline::{
    domain::{ArticleId, Listing, Mark, MarkChange},
    library::{
        Cancel, Keeper, KeeperSettings, Library, Limits, News, OwnFolders, Polling, ReadingSettings,
    },
    marks::MarksFile,
};

use crate::{MEMORY_BYTES, bare::Marking, corpus::Corpus};

/// A library that has been indexed.
pub(crate) struct Ours {
    folder: tempfile::TempDir,
    library: Library,
    pub(crate) complete: Duration,
}

/// A start when nothing has changed.
pub(crate) struct Again {
    /// Until catalogue, marks and index were open, with all counts.
    pub(crate) opened: Duration,
    /// From then until all folders' times were compared.
    pub(crate) folders: Duration,
    /// From then until every file's time was.
    pub(crate) files: Duration,
}

impl Ours {
    pub(crate) fn index(corpus: &Corpus) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let started = Instant::now();
        let mut complete = Duration::ZERO;
        let library = run(corpus, &folder, |news| {
            if matches!(news, News::Indexed | News::Published { .. } | News::Working(None)) {
                complete = started.elapsed();
            }
        });
        Self { folder, library, complete }
    }

    pub(crate) fn start_again(&self, corpus: &Corpus) -> Again {
        let started = Instant::now();
        let (mut opened, mut folders) = (None, None);
        run(corpus, &self.folder, |news| match news {
            News::Indexed => _ = opened.get_or_insert_with(|| started.elapsed()),
            News::Working(None) => _ = folders.get_or_insert_with(|| started.elapsed()),
            _ => (),
        });
        let (opened, until) = (opened.unwrap_or_default(), folders.unwrap_or_default());
        let files = started.elapsed().saturating_sub(until);
        Again { opened, folders: until.saturating_sub(opened), files }
    }

    pub(crate) fn ids(&self) -> Vec<ArticleId> {
        let listed = self.library.list(&Listing::default(), None, &Cancel::never());
        let listed = listed.expect("a list of all articles");
        self.library.ids_of(&listed).expect("their ids")
    }

    /// Marks all read as one step, and undoes that.
    pub(crate) fn marks(&self, ids: &[ArticleId]) -> Marking {
        let file = MarksFile::of(&own_folders(&self.folder), self.library.path());
        let mut marks = file.open().expect("a database").marks;
        let ids = ids.to_vec();
        let change = MarkChange { mark: Mark::Read, value: true, ids };
        let started = Instant::now();
        let applied = marks.apply(&change).expect("marks that can be kept");
        if let Some(applied) = &applied {
            self.library.take_marks(applied).expect("articles that are known");
        }
        let set = started.elapsed();
        let started = Instant::now();
        if let Some(applied) = marks.undo().expect("marks that can be kept") {
            self.library.take_marks(&applied).expect("articles that are known");
        }
        Marking { set, unset: started.elapsed() }
    }
}

fn run(corpus: &Corpus, folder: &tempfile::TempDir, mut report: impl FnMut(News)) -> Library {
    let settings = KeeperSettings {
        index_memory_bytes: MEMORY_BYTES,
        watches: false,
        indexes: true,
        polling: Polling::default(),
        change_unreads: false,
        limits: Limits::default(),
    };
    let opened =
        Keeper::open(corpus.path(), &own_folders(folder), ReadingSettings::default(), settings);
    let (library, keeper, _) = opened.expect("a folder that can be opened");
    let (_requests, inbox) = channel();
    keeper.run_once(&inbox, &mut report);
    library
}

fn own_folders(folder: &tempfile::TempDir) -> OwnFolders {
    OwnFolders {
        cache: folder.path().join("cache"),
        data: folder.path().join("data"),
        ..OwnFolders::default()
    }
}
