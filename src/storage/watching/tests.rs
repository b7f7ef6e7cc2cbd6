//! Both ways of watching report the same changes.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use super::*;

/// Waits until a change at `path` is reported.
#[track_caller]
fn until(changes: &Receiver<FileChange>, path: &Path) {
    loop {
        match changes.recv_timeout(Duration::from_secs(20)) {
            Ok(FileChange::At(at)) if at == path => return,
            Ok(FileChange::At(_)) => {}
            other => panic!("{other:?} while waiting for {}", path.display()),
        }
    }
}

/// Goes through all that can happen to a folder and its files.
fn check(root: &Path, changes: &Receiver<FileChange>, mut watch: impl FnMut(&Path)) {
    let path = |name: &str| root.join(name);
    watch(root);
    fs::write(path("new"), "text").unwrap();
    until(changes, &path("new"));
    fs::write(path("new"), "other text").unwrap();
    until(changes, &path("new"));
    fs::rename(path("new"), path("renamed")).unwrap();
    until(changes, &path("renamed"));
    fs::create_dir(path("folder")).unwrap();
    until(changes, &path("folder"));
    watch(&path("folder"));
    fs::write(path("folder/below"), "text").unwrap();
    until(changes, &path("folder/below"));
    fs::remove_file(path("renamed")).unwrap();
    until(changes, &path("renamed"));
    fs::remove_dir_all(path("folder")).unwrap();
    until(changes, &path("folder"));
    // The number of a watch that ended may be given again.
    fs::create_dir(path("folder")).unwrap();
    until(changes, &path("folder"));
    watch(&path("folder"));
    fs::write(path("folder/again"), "text").unwrap();
    until(changes, &path("folder/again"));
}

#[test]
fn all_that_happens_in_watched_folders_is_told() {
    let home = tempfile::tempdir().unwrap();
    let (tell, changes) = channel();
    let mut watcher = Watcher::new(move |change| drop(tell.send(change))).unwrap();
    check(home.path(), &changes, |folder| {
        watcher.watch(folder).unwrap();
    });
    assert!(matches!(watcher.watch(&home.path().join("none")), Err(WatchError::Gone)));
    assert!(matches!(watcher.watch(&home.path().join("folder/again")), Err(WatchError::Gone)));
    drop(watcher);
    // The thread is gone, and with it the sender.
    while changes.recv_timeout(Duration::from_secs(20)).is_ok() {}
}

#[test]
fn elsewhere_the_same_is_told() {
    let home = tempfile::tempdir().unwrap();
    let (tell, changes) = channel();
    let mut watcher = elsewhere::Watcher::new(move |change| drop(tell.send(change))).unwrap();
    check(home.path(), &changes, |folder| {
        watcher.watch(folder).unwrap();
    });
    assert!(watcher.watches(home.path()) && 0 < watcher.n_watched());
    let gone: PathBuf = home.path().join("none");
    assert!(watcher.watch(&gone).is_err());
}

/// The system queues this many changes; while the receiver is busy, more are lost, and that is
/// reported.
#[cfg(target_os = "linux")]
#[test]
fn more_changes_than_the_system_keeps_are_told_as_lost() {
    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap();
    // Making an empty file is two changes.
    let n_files = limit.trim().parse::<usize>().unwrap() / 2 + 1_000;
    let home = tempfile::tempdir().unwrap();
    let (tell, changes) = channel();
    let (go_on, may_go_on) = channel::<()>();
    let mut watcher = Watcher::new(move |change| {
        // Ends at once when the other side has been dropped.
        let _ = may_go_on.recv();
        drop(tell.send(change));
    })
    .unwrap();
    watcher.watch(home.path()).unwrap();
    for number in 0..n_files {
        fs::write(home.path().join(number.to_string()), "").unwrap();
    }
    drop(go_on);
    loop {
        match changes.recv_timeout(Duration::from_secs(20)).unwrap() {
            FileChange::Lost => return,
            FileChange::At(_) => {}
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_watch_goes_with_its_folder_and_ends_with_it() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    let (tell, changes) = channel();
    let mut watcher = Watcher::new(move |change| drop(tell.send(change))).unwrap();
    fs::create_dir(path("old")).unwrap();
    assert_eq!(watcher.watch(&path("old")).unwrap(), Watched::Anew);
    assert_eq!(watcher.watch(&path("old")).unwrap(), Watched::Still);
    // Renamed: it is reported under the new path, and the folder in its old place is another one.
    fs::rename(path("old"), path("new")).unwrap();
    assert_eq!(watcher.watch(&path("new")).unwrap(), Watched::Anew);
    fs::write(path("new/a"), "text").unwrap();
    until(&changes, &path("new/a"));
    fs::create_dir(path("old")).unwrap();
    assert_eq!(watcher.watch(&path("old")).unwrap(), Watched::Anew);
    assert_eq!(watcher.n_watched(), 2);
    // Removed: that is told, and one made again in its place has to be watched.
    fs::remove_dir_all(path("new")).unwrap();
    until(&changes, &path("new"));
    fs::create_dir(path("new")).unwrap();
    assert_eq!(watcher.watch(&path("new")).unwrap(), Watched::Anew);
    fs::write(path("new/b"), "text").unwrap();
    until(&changes, &path("new/b"));
    // Two paths to one folder: both are reported.
    std::os::unix::fs::symlink(path("new"), path("link")).unwrap();
    assert_eq!(watcher.watch(&path("link")).unwrap(), Watched::Anew);
    fs::write(path("new/c"), "text").unwrap();
    until(&changes, &path("new/c"));
    until(&changes, &path("link/c"));
    // Moved away and let go: nothing more is told of it.
    let away = tempfile::tempdir().unwrap();
    fs::rename(path("old"), away.path().join("old")).unwrap();
    watcher.unwatch(&path("old"));
    assert_eq!(watcher.n_watched(), 1);
    fs::write(away.path().join("old/d"), "text").unwrap();
    fs::write(path("new/e"), "text").unwrap();
    loop {
        match changes.recv_timeout(Duration::from_secs(20)).unwrap() {
            FileChange::At(at) if at == path("link/e") => return,
            FileChange::At(at) => assert!(!at.ends_with("d"), "{}", at.display()),
            FileChange::Lost => panic!("lost"),
        }
    }
}
