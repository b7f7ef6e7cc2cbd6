//! The article named on the command line: by its path, or by the beginning of its id.

use std::{
    ffi::OsStr,
    io,
    path::{Component, Path},
};

use super::{Library, LibraryError};
use crate::{
    base::paths::unescaped,
    domain::{ArticleId, Headline, Seq},
    storage::catalogue::{Kind, Snapshot, file_key},
};

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    Article(ArticleId),
    Nothing,
    /// The beginning of several ids, and of each as much as tells them apart.
    Several(Vec<String>),
}

impl Library {
    /// What `name` means: the path of a file within the library, as it is or escaped, else an id or
    /// its beginning. A pass over all rows, not over their strings.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn resolve(&self, name: &OsStr) -> Result<Named, LibraryError> {
        let snapshot = self.snapshot();
        let path = Path::new(name);
        let within = path.strip_prefix(self.path()).unwrap_or(path);
        if let Some(id) = self.heard(at_path(&snapshot, within).map_err(Into::into))? {
            return Ok(Named::Article(id));
        }
        if let Some(path) = unescaped(name).filter(|it| it != path)
            && let Some(id) = self.heard(at_path(&snapshot, &path).map_err(Into::into))?
        {
            return Ok(Named::Article(id));
        }
        match name.to_str().map(str::to_ascii_lowercase) {
            Some(digits) if is_beginning(&digits) => {
                self.heard(with_beginning(&snapshot, &digits).map_err(Into::into))
            }
            _ => Ok(Named::Nothing),
        }
    }
}

impl Library {
    /// The id of the article in a file of the library, read just now.
    ///
    /// # Errors
    /// If it cannot be read, or is not an article.
    pub fn id_of_file(&self, path: &Path) -> Result<ArticleId, LibraryError> {
        Ok(self.read_article(path)?.id)
    }
}

impl Library {
    /// The headline of an article; if the library has no such article any more, of the one in the
    /// file that held it.
    ///
    /// # Errors
    /// As [`Library::headline`].
    pub(super) fn newest_headline(
        &self,
        id: ArticleId,
        path: Option<&Path>,
    ) -> Result<Headline, LibraryError> {
        let (Err(LibraryError::Unknown(unknown)), Some(path)) = (self.headline(id), path) else {
            return self.headline(id);
        };
        let found = self.heard(at_path(&self.snapshot(), path).map_err(Into::into))?;
        self.headline(found.ok_or(LibraryError::Unknown(unknown))?)
    }
}

/// The article in the file at `path`, which may be a copy.
fn at_path(snapshot: &Snapshot, path: &Path) -> io::Result<Option<ArticleId>> {
    let mut names = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => names.push(name),
            Component::CurDir => (),
            Component::Prefix(_) | Component::RootDir | Component::ParentDir => return Ok(None),
        }
    }
    let Some((name, folders)) = names.split_last() else { return Ok(None) };
    let known = &snapshot.state().folders;
    let folder = folders.iter().try_fold(0, |parent, name| {
        let is_it = |at: &usize| known[*at].parent == parent && known[*at].name == *name;
        let at = (1..known.len()).find(|at| is_it(at) && !known[*at].is_gone)?;
        u32::try_from(at).ok()
    });
    let Some(folder) = folder else { return Ok(None) };
    let (key, live) = (file_key(folder, name), snapshot.live_rows());
    let mut found = Vec::new();
    snapshot.each_record(Seq(0), |seq, record| {
        let is_article = record.kind != Kind::NotAnArticle;
        if record.file_key == key && is_article && live.contains(seq.0) {
            found.push(record);
        }
    })?;
    for record in found {
        if record.folder == folder && snapshot.strings(&record)?.name == *name {
            return Ok(Some(record.id));
        }
    }
    Ok(None)
}

fn is_beginning(digits: &str) -> bool {
    (1..=32).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn with_beginning(snapshot: &Snapshot, digits: &str) -> io::Result<Named> {
    let mut ids = Vec::new();
    snapshot.each_record(Seq(0), |seq, record| {
        if snapshot.alive().contains(seq.0) && begins(record.id, digits) {
            ids.push(record.id);
        }
    })?;
    ids.sort_unstable();
    ids.dedup();
    Ok(match ids.as_slice() {
        [] => Named::Nothing,
        [id] => Named::Article(*id),
        several => Named::Several(told_apart(several)),
    })
}

fn begins(id: ArticleId, digits: &str) -> bool {
    let own = id.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.bytes().zip(own).all(|(digit, own)| {
        let value = (digit as char).to_digit(16);
        value == Some(u32::from(own))
    })
}

/// Of each id, which are sorted, the beginning that no other of them has.
fn told_apart(ids: &[ArticleId]) -> Vec<String> {
    let texts: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let common = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let shared: Vec<usize> = texts.windows(2).map(|pair| common(&pair[0], &pair[1])).collect();
    let beginning = |(at, text): (usize, &String)| {
        let before = at.checked_sub(1).map_or(0, |at| shared[at]);
        let after = shared.get(at).copied().unwrap_or(0);
        text[..=before.max(after)].to_owned()
    };
    texts.iter().enumerate().map(beginning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_apart_by_as_little_as_can_be() {
        let id = |first: u8, second: u8| {
            let mut id = [0; 16];
            (id[0], id[1]) = (first, second);
            ArticleId(id)
        };
        let ids = [id(0x12, 0), id(0x13, 0x10), id(0x13, 0x18), id(0x20, 0)];
        assert_eq!(told_apart(&ids), ["12", "1310", "1318", "2"]);
        assert!(begins(ids[1], "131") && begins(ids[1], "1310") && !begins(ids[1], "1311"));
    }
}
