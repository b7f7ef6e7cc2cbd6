//! Tells a changed file from an unchanged one without reading it.

use std::{fs::Metadata, os::unix::fs::MetadataExt};

/// What the system says of a file besides its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    /// When the bytes were last written, in nanoseconds since 1970; whoever writes may set it.
    pub modified_ns: i64,
    /// When the system last noted a change of the bytes, the name or the rights. Nobody can set it,
    /// so it tells of a change that left size and time as they were.
    pub changed_ns: i64,
    pub size: u64,
    /// The number of the file on its disk: the same after it was renamed. On some file systems it
    /// is another one at each look, so a change of it alone is not a change of the file.
    pub inode: u64,
}

impl Stamp {
    pub fn of(metadata: &Metadata) -> Self {
        Self {
            modified_ns: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed_ns: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            size: metadata.len(),
            inode: metadata.ino(),
        }
    }

    /// Whether a file with the stamp `now` holds what it held with this one. If it may not, it is
    /// read again; a changed right or name costs a reading, too.
    pub fn fits(&self, now: &Self) -> bool {
        self.modified_ns == now.modified_ns
            && self.changed_ns == now.changed_ns
            && self.size == now.size
    }
}

/// A time of the system in nanoseconds since 1970.
fn nanoseconds(seconds: i64, rest: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(rest)
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};

    use super::*;

    #[test]
    fn a_change_that_keeps_size_and_time_shows_and_a_change_of_the_number_alone_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "whale").unwrap();
        let file = File::options().write(true).open(&path).unwrap();
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        file.set_modified(long_ago).unwrap();
        let before = Stamp::of(&file.metadata().unwrap());
        // The clock of files goes in steps of some milliseconds.
        let after = loop {
            fs::write(&path, "olive").unwrap();
            file.set_modified(long_ago).unwrap();
            let after = Stamp::of(&file.metadata().unwrap());
            if after.changed_ns != before.changed_ns {
                break after;
            }
        };
        assert_eq!((after.size, after.modified_ns), (before.size, before.modified_ns));
        assert!(!before.fits(&after) && before.fits(&before));
        assert!(before.fits(&Stamp { inode: before.inode + 1, ..before }));
    }
}
