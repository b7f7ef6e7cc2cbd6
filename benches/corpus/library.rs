//! A library that has been indexed once, for benches of the inner parts.

use std::{
    fs,
    path::PathBuf,
    sync::{OnceLock, mpsc::channel},
};

use dateline::{
    domain::{Headline, Listing},
    library::{
        Cancel, Keeper, KeeperSettings, Library, Limits, Listed, OwnFolders, Polling,
        ReadingSettings,
    },
    query::Query,
};

use super::Corpus;

/// Articles, our files about them, and the library open.
pub(crate) struct Known {
    pub(crate) corpus: Corpus,
    ours: PathBuf,
    pub(crate) library: Library,
}

static KNOWN: OnceLock<Known> = OnceLock::new();

/// The library; the first call makes it.
pub(crate) fn known() -> &'static Known {
    KNOWN.get_or_init(|| {
        let corpus = Corpus::of_environment();
        eprintln!("{} articles in {}", corpus.n_articles, corpus.path().display());
        let ours = tempfile::tempdir().expect("a folder").keep();
        let (library, keeper) = open(&corpus, &ours);
        let (_requests, inbox) = channel();
        keeper.run_once(&inbox, &mut |_| ());
        Known { corpus, ours, library }
    })
}

/// Runs the benches of a file and removes what was made for them.
pub(crate) fn run() {
    divan::main();
    let Some(known) = KNOWN.get() else { return };
    // What is left in the folder for temporary files is the system's to remove.
    let _ = fs::remove_dir_all(&known.ours);
    if known.corpus.is_ours() {
        let _ = known.corpus.path().parent().map(fs::remove_dir_all);
    }
}

impl Known {
    pub(crate) fn own_folders(&self) -> OwnFolders {
        own_folders(&self.ours)
    }

    /// Opens it once more, as a start does.
    pub(crate) fn open(&self) -> (Library, Keeper) {
        open(&self.corpus, &self.ours)
    }

    pub(crate) fn list(&self, listing: &Listing) -> Listed {
        let listed = self.library.list(listing, None, &Cancel::never());
        listed.expect("a cache that is whole")
    }

    pub(crate) fn rows(&self, listed: &Listed, n_rows: usize) -> Vec<Headline> {
        self.library.headlines(listed, 0..n_rows).expect("a cache that is whole")
    }
}

/// A search as the list asks for it.
pub(crate) fn search(text: &str) -> Listing {
    let query = Query::typed(text);
    Listing { query: Some(query), ..Listing::default() }
}

fn own_folders(ours: &std::path::Path) -> OwnFolders {
    OwnFolders { cache: ours.join("cache"), data: ours.join("data"), ..OwnFolders::default() }
}

fn open(corpus: &Corpus, ours: &std::path::Path) -> (Library, Keeper) {
    let settings = KeeperSettings {
        index_memory_bytes: 256 << 20,
        watches: false,
        indexes: true,
        polling: Polling::default(),
        change_unreads: false,
        limits: Limits::default(),
    };
    let opened =
        Keeper::open(corpus.path(), &own_folders(ours), ReadingSettings::default(), settings);
    let (library, keeper, _) = opened.expect("a folder that can be opened");
    (library, keeper)
}
