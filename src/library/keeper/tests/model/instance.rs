//! The real thing: an open library with its keeper and its marks.

use crate::{
    domain::{ArticleId, Listing, Mark},
    library::{Cancel, Library, keeper::Keeper},
    marks::{
        Shelf,
        database::{Marks, Since},
    },
};

/// An open instance.
pub(super) struct Instance {
    pub(super) library: Library,
    pub(super) keeper: Keeper,
    pub(super) marks: Marks,
}

impl Instance {
    /// Takes in what others have marked, as the store does.
    pub(super) fn catch_up(&mut self) {
        let log = self.marks.log().unwrap();
        match self.marks.since(self.library.log()).unwrap() {
            Since::Changes { changes, .. } => {
                for change in &changes {
                    self.library.take_marks(change).unwrap();
                }
            }
            Since::Reload => self.library.reload_marks(&self.marks).unwrap(),
        }
        assert!(log <= self.library.log());
    }
}

/// The path, id and marks of each row.
pub(super) fn shown(library: &Library) -> Vec<(String, ArticleId, [bool; 2])> {
    let listed = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
    let rows = library.headlines(&listed, 0..listed.len()).unwrap();
    rows.iter()
        .map(|it| {
            (it.path.display().to_string(), it.id, [it.has(Mark::Read), it.has(Mark::Starred)])
        })
        .collect()
}
