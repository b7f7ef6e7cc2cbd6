//! A number that stands for all a folder holds: names, sizes and times, without opening a file.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::Path,
};

use crate::storage::Stamp;

/// Another number as soon as a name comes or goes, or a file is changed, in place or not. What lies
/// in folders below does not count. One look at each file.
///
/// # Errors
/// If the folder cannot be listed.
pub fn print_of(folder: &Path) -> io::Result<u64> {
    let mut print: u64 = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let mut hasher = DefaultHasher::new();
        entry.file_name().hash(&mut hasher);
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            hasher.write_u8(0);
        } else if let Ok(metadata) = fs::metadata(entry.path()) {
            // Of a link, what it leads to.
            let stamp = Stamp::of(&metadata);
            (stamp.modified_ns, stamp.changed_ns, stamp.size).hash(&mut hasher);
        }
        // A sum, since names come in any order.
        print = print.wrapping_add(hasher.finish());
    }
    Ok(print)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_changes_in_a_folder_gives_another_number() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let mut seen = vec![print_of(folder.path()).unwrap()];
        let mut check = |what: &str| {
            let print = print_of(folder.path()).unwrap();
            assert!(!seen.contains(&print), "{what}");
            assert_eq!(print_of(folder.path()).unwrap(), print);
            seen.push(print);
        };
        fs::write(path("a"), "one").unwrap();
        check("a file came");
        fs::write(path("a"), "other").unwrap();
        check("a file was rewritten");
        fs::create_dir(path("in")).unwrap();
        check("a folder came");
        fs::write(path("in/b"), "below").unwrap();
        std::os::unix::fs::symlink("in/b", path("link")).unwrap();
        check("a link came");
        fs::write(path("in/b"), "below the folder").unwrap();
        check("what the link leads to was rewritten");
        fs::rename(path("a"), path("c")).unwrap();
        check("a file was renamed");
        fs::remove_file(path("c")).unwrap();
        check("a file went");
    }
}
