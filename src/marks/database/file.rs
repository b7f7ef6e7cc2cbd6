//! The file of the marks: making the directory, knowing a network share, and moving a damaged
//! database aside together with the files that `SQLite` keeps next to it.

use std::{
    ffi::OsString,
    fmt::Write,
    fs::{self, DirBuilder, File},
    io,
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, MetadataExt},
    },
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

use tempfile::TempDir;

/// Endings of the files that belong to a database; the first is the database itself.
pub(super) const ENDINGS: [&str; 4] = ["", "-wal", "-journal", "-shm"];

/// Ending of an empty file that asks the next opening for a full check.
const CHECK: &str = ".check";

/// How often and after what pause the directory's lock is tried for: five seconds in all. The lock
/// only orders instances that start at once, so that going on without it is not a disaster.
const TRIES: usize = 100;
const PAUSE: Duration = Duration::from_millis(50);

/// Which file this is, whatever it is called: device and inode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileKey(u64, u64);

/// The key of the file at `path`, `None` when there is none or it cannot be asked.
pub(super) fn file_key(path: &Path) -> Option<FileKey> {
    fs::metadata(path).ok().map(|about| FileKey(about.dev(), about.ino()))
}

/// The directory that holds `path`.
pub(super) fn directory(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// Makes `directory` and those above it, closed to other users; one that exists is left as it is.
pub(super) fn make_directory(directory: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(directory)
}

/// Waits for the directory's lock and holds it until the file is dropped; `None` if locks do not
/// work or someone holds it too long.
pub(super) fn lock(directory: &Path) -> Option<File> {
    let file = File::open(directory).ok()?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Some(file),
            Err(fs::TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(fs::TryLockError::Error(_)) => return None,
        }
    }
    None
}

/// Whether `directory` is on a share or under FUSE, where the shared memory that `SQLite`'s
/// write-ahead log needs is not shared or not there.
#[cfg(target_os = "linux")]
pub(super) fn is_network(directory: &Path) -> bool {
    // As in the kernel's magic.h, and those that only their own modules name.
    const SHARED: [i128; 14] = [
        0x6969,      // NFS
        0x517B,      // SMB
        0xFF53_4D42, // CIFS
        0xFE53_4D42, // SMB 2
        0x0102_1997, // 9P
        0x5346_414F, // AFS
        0x6B41_4653, // AFS, the kernel's own
        0x7375_7245, // Coda
        0x6573_5546, // FUSE, so sshfs
        0x00C3_6400, // Ceph
        0x0BD0_0BD0, // Lustre
        0x0116_1970, // GFS2
        0x7461_636F, // OCFS2
        0x786F_4256, // VirtualBox's shared folders
    ];
    rustix::fs::statfs(directory)
        .is_ok_and(|about| SHARED.contains(&(i128::from(about.f_type) & 0xFFFF_FFFF)))
}

/// Elsewhere the kind of a file system has no number to compare; the rollback journal is safe
/// on all of them.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_network(_directory: &Path) -> bool {
    true
}

/// Notes next to the database that it was found damaged; see [`is_check_asked_for`].
pub(super) fn ask_for_check(path: &Path) {
    // Without the note the damage shows again where it showed now: nothing is lost by it.
    let _ = File::create(beside(path, CHECK));
}

/// Whether the next opening should look through the whole database.
pub(super) fn is_check_asked_for(path: &Path) -> bool {
    beside(path, CHECK).exists()
}

/// Takes the note away.
pub(super) fn forget_check(path: &Path) {
    // If it stays, the next opening is slower, no worse.
    let _ = fs::remove_file(beside(path, CHECK));
}

/// `path` with `ending` appended to its name.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// The address by which `SQLite` opens `path` with the options `how`.
pub(super) fn address(path: &Path, how: &str) -> String {
    let mut address = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                address.push(char::from(*byte));
            }
            // Writing to a string cannot fail.
            _ => _ = write!(address, "%{byte:02x}"),
        }
    }
    address + "?" + how
}

/// Whether no changes wait next to the database to be taken into it or back.
pub(super) fn has_no_log(path: &Path) -> bool {
    ["-wal", "-journal"]
        .iter()
        .all(|ending| fs::metadata(beside(path, ending)).map_or(true, |about| about.len() == 0))
}

/// The name of the database in a directory made by [`copy`].
pub(super) const COPY: &str = "marks.db";

/// Copies the database and the changes that wait next to it to a new temporary directory.
///
/// # Errors
///
/// If it cannot be read or the temporary directory cannot be written.
pub(super) fn copy(path: &Path) -> io::Result<TempDir> {
    let home = tempfile::tempdir()?;
    let name = home.path().join(COPY);
    for ending in ["", "-wal", "-journal"] {
        let source = beside(path, ending);
        if ending.is_empty() || source.exists() {
            let mut from = File::open(source)?;
            // Not `fs::copy`, which would make the copy read-only too.
            io::copy(&mut from, &mut File::create(beside(&name, ending))?)?;
        }
    }
    Ok(home)
}

/// Renames the database at `path` and its companions to a name that was free, with `why` and the
/// time in it, and says which. The companions go along: a log left behind would be replayed into the next
/// database of that name.
///
/// # Errors
///
/// If the directory cannot be written.
pub(super) fn set_aside(path: &Path, why: &str) -> io::Result<PathBuf> {
    let stamp = chrono::DateTime::<chrono::Utc>::from(SystemTime::now()).format("%Y%m%dT%H%M%SZ");
    let mut kept = beside(path, &format!(".{why}-{stamp}"));
    let mut n_taken = 0;
    while fs::symlink_metadata(&kept).is_ok() {
        n_taken += 1;
        kept = beside(path, &format!(".{why}-{stamp}-{n_taken}"));
    }
    // The companions first: a stop in between leaves the database, which is then tried again.
    for ending in ENDINGS.iter().rev() {
        match fs::rename(beside(path, ending), beside(&kept, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    File::open(directory(path))?.sync_all()?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_set_aside_in_one_second_are_both_kept() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("marks.db");
        for text in ["first", "second"] {
            fs::write(&path, text).unwrap();
            fs::write(beside(&path, "-wal"), text).unwrap();
            let kept = set_aside(&path, "damaged").unwrap();
            assert_eq!(fs::read_to_string(&kept).unwrap(), text);
            assert_eq!(fs::read_to_string(beside(&kept, "-wal")).unwrap(), text);
            assert!(!path.exists());
        }
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 4);
    }

    #[test]
    fn a_new_directory_is_closed_to_others() {
        let home = tempfile::tempdir().unwrap();
        let inner = home.path().join("a/b");
        make_directory(&inner).unwrap();
        assert_eq!(fs::metadata(&inner).unwrap().mode() & 0o777, 0o700);
        make_directory(&inner).unwrap();
    }
}
