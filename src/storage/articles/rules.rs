//! Which names are skipped: hidden ones, folders of version control, and those in ignore files.

use std::{ffi::OsStr, fs, io::Read, os::unix::ffi::OsStrExt, path::Path};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// A file of this name holds patterns in gitignore syntax for its folder and those below.
pub const RULES_FILE: &str = ".datelineignore";

/// Folders that version control keeps, besides the hidden ones.
const VERSION_CONTROL: &[&str] = &["CVS", "_darcs", "RCS", "SCCS"];

/// An ignore file beyond this size is cut: nobody writes that much by hand.
const MAX_RULES_BYTES: u64 = 1 << 20;

/// The patterns in force in a folder: its own ignore file, and those of the folders above.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Outermost first.
    levels: Vec<std::sync::Arc<Gitignore>>,
}

impl Rules {
    /// The rules in `folder`, which lies in a folder where `self` holds, and the digest of its own
    /// ignore file (0 if there is none).
    pub fn enter(&self, folder: &Path) -> (Self, u64) {
        let Some(text) = read_rules(folder) else {
            return (self.clone(), 0);
        };
        let mut builder = GitignoreBuilder::new(folder);
        for line in String::from_utf8_lossy(&text).lines() {
            // A pattern that cannot be understood ignores nothing; the others still hold.
            let _ = builder.add_line(None, line);
        }
        let mut inner = self.clone();
        if let Ok(level) = builder.build() {
            inner.levels.push(std::sync::Arc::new(level));
        }
        (inner, digest(&text))
    }

    /// Whether `path`, an absolute path in the folder of these rules, is passed over.
    pub fn ignores(&self, path: &Path, is_folder: bool) -> bool {
        let name = path.file_name().unwrap_or_default();
        if is_hidden(name) || is_folder && VERSION_CONTROL.iter().any(|it| name == *it) {
            return true;
        }
        for level in self.levels.iter().rev() {
            match level.matched(path, is_folder) {
                ignore::Match::None => (),
                ignore::Match::Ignore(_) => return true,
                ignore::Match::Whitelist(_) => return false,
            }
        }
        false
    }
}

/// The digest of the ignore file of `folder`; 0 if there is none.
pub fn rules_digest(folder: &Path) -> u64 {
    read_rules(folder).map_or(0, |text| digest(&text))
}

fn read_rules(folder: &Path) -> Option<Vec<u8>> {
    let path = folder.join(RULES_FILE);
    // A pipe of this name must not block.
    if !fs::metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut text = Vec::new();
    fs::File::open(path).ok()?.take(MAX_RULES_BYTES).read_to_end(&mut text).ok()?;
    Some(text)
}

fn digest(text: &[u8]) -> u64 {
    let hash = blake3::hash(text);
    u64::from_le_bytes(*hash.as_bytes().first_chunk().unwrap_or(&[0; 8])).max(1)
}

/// Names with a dot in front, but for the companions that macOS writes: those are reported.
fn is_hidden(name: &OsStr) -> bool {
    name.as_bytes().starts_with(b".") && !name.as_bytes().starts_with(b"._")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_names_and_patterns_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        fs::write(path.join(RULES_FILE), "*.log\n!keep.log\ndrafts/\n").unwrap();
        let (rules, digest) = Rules::default().enter(path);
        assert_ne!(digest, 0);
        let ignores = |name: &str, is_folder| rules.ignores(&path.join(name), is_folder);
        assert!(ignores(".git", true) && ignores("CVS", true) && ignores("a.log", false));
        assert!(ignores("drafts", true) && !ignores("drafts", false));
        assert!(!ignores("keep.log", false) && !ignores("a.txt", false));
        assert!(!ignores("._a.txt", false) && !ignores("CVS", false));
    }

    #[test]
    fn rules_of_an_inner_folder_overrule_the_outer_ones() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("in");
        fs::create_dir(&inner).unwrap();
        fs::write(folder.path().join(RULES_FILE), "*.md\n").unwrap();
        fs::write(inner.join(RULES_FILE), "!*.md\n").unwrap();
        let (outer_rules, _) = Rules::default().enter(folder.path());
        let (rules, _) = outer_rules.enter(&inner);
        assert!(outer_rules.ignores(&folder.path().join("a.md"), false));
        assert!(!rules.ignores(&inner.join("a.md"), false));
    }
}
