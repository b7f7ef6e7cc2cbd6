//! Nothing below the library is ever written: not by reading, marking, searching, or watching.

use std::{
    collections::BTreeMap,
    fs::{self, File, FileTimes},
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

use super::{Desk, run};

/// All that a file system says of one file; whatever is done to it changes its change time.
#[derive(Debug, PartialEq, Eq)]
struct Trace {
    inode: u64,
    mode: u32,
    n_links: u64,
    owner: (u32, u32),
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
    /// Of articles, where the system lets them be read without changing it.
    accessed: Option<(i64, i64)>,
}

fn traces(root: &Path) -> BTreeMap<PathBuf, Trace> {
    let trace = |path: PathBuf| {
        let about = fs::symlink_metadata(&path).unwrap();
        let is_article = about.is_file() && path.extension().is_some_and(|it| it == "txt");
        let tells_access = cfg!(target_os = "linux") && is_article;
        let trace = Trace {
            inode: about.ino(),
            mode: about.mode(),
            n_links: about.nlink(),
            owner: (about.uid(), about.gid()),
            size: about.size(),
            modified: (about.mtime(), about.mtime_nsec()),
            changed: (about.ctime(), about.ctime_nsec()),
            accessed: tells_access.then(|| (about.atime(), about.atime_nsec())),
        };
        (path, trace)
    };
    paths(root).into_iter().map(trace).collect()
}

/// The bytes of every file.
fn contents(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = paths(root).into_iter().filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

/// The folder and all that is in it.
fn paths(root: &Path) -> Vec<PathBuf> {
    let mut paths = vec![root.to_owned()];
    let mut next = 0;
    while let Some(path) = paths.get(next) {
        next += 1;
        if fs::symlink_metadata(path).unwrap().is_dir() {
            let inside = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
            let inside: Vec<_> = inside.collect();
            paths.extend(inside);
        }
    }
    paths
}

/// Closes everything to writing, and makes it look as if nobody had read it for years: then the
/// next reading is noted by the system, unless it asks not to be.
fn close(root: &Path) {
    let long_ago = FileTimes::new().set_accessed(UNIX_EPOCH + Duration::from_secs(1_000_000_000));
    for path in paths(root).iter().rev() {
        let about = fs::symlink_metadata(path).unwrap();
        if about.is_file() {
            File::open(path).unwrap().set_times(long_ago).unwrap();
        }
        if !about.is_symlink() {
            let mode = if about.is_dir() { 0o555 } else { 0o444 };
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
    }
}

/// Lets it be removed after the test.
fn open(root: &Path) {
    for path in paths(root).iter().filter(|path| path.is_dir()) {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

#[test]
fn a_whole_session_leaves_no_trace_in_the_library() {
    let desk = Desk::new(12);
    let library = desk.library.path();
    fs::create_dir_all(library.join("2026/03")).unwrap();
    fs::write(library.join("2026/03/deep.txt"), "Deep\n20260401\n\nBelow.\n").unwrap();
    fs::write(library.join("empty.txt"), "").unwrap();
    fs::write(library.join(".datelineignore"), "*.bak\n").unwrap();
    fs::write(library.join("old.bak"), "Old\n20200101\n\nLeft out.\n").unwrap();
    std::os::unix::fs::symlink("0001.txt", library.join("twin.txt")).unwrap();
    std::os::unix::fs::symlink("nowhere", library.join("dangling")).unwrap();
    let written = contents(library);
    close(library);
    let before = traces(library);

    let mut terminal = desk.open();
    terminal.wait("13 articles");
    terminal.press("\r");
    terminal.wait("Below.");
    terminal.press("q");
    terminal.wait("12 unread");
    terminal.press("jms");
    terminal.wait("11 unread");
    terminal.press("M");
    terminal.wait("0 unread");
    terminal.press("u");
    terminal.wait("11 unread");
    terminal.press("/boat 7\r\r");
    terminal.wait("Boat 7 left the harbour.");
    terminal.press("/harbour\r");
    terminal.press("q");
    terminal.wait("1 hit");
    terminal.press("\x1b");
    terminal.wait("13 articles");
    terminal.press("q");
    assert_eq!(terminal.ended().exit_code(), 0);
    for arguments in [&["index"][..], &["problems"], &["list", "--json"]] {
        run(library, desk.ours.path(), arguments);
    }
    run(library, desk.ours.path(), &["list"]);

    let after = traces(library);
    assert_eq!(contents(library), written);
    open(library);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, trace) in &before {
        assert_eq!(&after[path], trace, "{}", path.display());
    }
}
