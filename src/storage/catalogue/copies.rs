//! Articles with several places: which rows are further places of which.
//!
//! The row of an article is that of its first place in the order of lists; the others are its
//! copies, in the same order. Asking for the copies of an article, and taking one out, costs the
//! same however many copies others have.

use std::{
    collections::{HashMap, HashSet},
    io,
    sync::Arc,
};

use super::{
    order::{Names, Ordered, SortKey},
    state::CopyRow,
};
use crate::domain::{Rank, Seq};

/// An article and its copies.
#[derive(Debug)]
struct Group {
    article: Seq,
    /// The article has lost its row; the first of the copies is on its way to be the article.
    is_orphan: bool,
    copies: Ordered,
}

/// The copies as the writer holds them.
#[derive(Debug, Default)]
pub(super) struct Copies {
    groups: HashMap<u32, Group>,
    /// Of copies, and of articles that have some.
    group_of: HashMap<u32, u32>,
    n_made: u32,
    /// Groups to be checked before the copies are read again.
    changed: HashSet<u32>,
}

impl Copies {
    pub(super) fn read(rows: &[CopyRow]) -> Self {
        let mut copies = Self::default();
        for rows in rows.chunk_by(|one, two| one.article == two.article) {
            let number = copies.make(Seq(rows[0].article));
            let ranks: Vec<Rank> = rows.iter().map(|row| row.rank).collect();
            copies.group_of.extend(ranks.iter().map(|rank| (rank.seq().0, number)));
            if let Some(group) = copies.groups.get_mut(&number) {
                group.copies = Ordered::known(Arc::new(ranks));
            }
        }
        copies
    }

    fn make(&mut self, article: Seq) -> u32 {
        let number = self.n_made;
        self.n_made += 1;
        let group = Group { article, is_orphan: false, copies: Ordered::default() };
        self.groups.insert(number, group);
        self.group_of.insert(article.0, number);
        number
    }

    /// Whether a row is a copy.
    pub(super) fn has(&self, seq: Seq) -> bool {
        let group = self.group_of.get(&seq.0).and_then(|number| self.groups.get(number));
        group.is_some_and(|group| group.article != seq)
    }

    /// Enters a copy of an article, or of one that has lost its row.
    pub(super) fn enter(&mut self, place: SortKey<'_>, article: Seq) {
        let known = self.group_of.get(&article.0).copied();
        let number = known.unwrap_or_else(|| self.make(article));
        self.group_of.insert(place.rank.seq().0, number);
        if let Some(group) = self.changed_group(number) {
            group.copies.enter(place);
        }
    }

    /// Takes a copy out.
    pub(super) fn remove(&mut self, seq: Seq) {
        let Some(number) = self.group_of.remove(&seq.0) else { return };
        if let Some(group) = self.changed_group(number) {
            group.copies.leave();
        }
    }

    /// An article has lost its row: its copies are of none until they are handed over.
    pub(super) fn orphan(&mut self, article: Seq) {
        let Some(number) = self.group_of.get(&article.0).copied() else { return };
        if let Some(group) = self.changed_group(number) {
            group.is_orphan = true;
        }
    }

    /// Gives the copies of `old` to `new`, which has become the row of the article.
    pub(super) fn hand_over(&mut self, old: Seq, new: Seq) {
        let Some(number) = self.group_of.remove(&old.0) else { return };
        self.group_of.insert(new.0, number);
        if let Some(group) = self.changed_group(number) {
            (group.article, group.is_orphan) = (new, false);
        }
    }

    fn changed_group(&mut self, number: u32) -> Option<&mut Group> {
        self.changed.insert(number);
        self.groups.get_mut(&number)
    }

    /// The first copy of an article.
    ///
    /// # Errors
    /// If the rows cannot be read.
    pub(super) fn first(&mut self, of: Seq, names: &mut Names<'_>) -> io::Result<Option<Seq>> {
        let Some(number) = self.group_of.get(&of.0) else { return Ok(None) };
        let Some(group) = self.groups.get_mut(number) else { return Ok(None) };
        let (number, article, group_of) = (*number, group.article, &self.group_of);
        let first = group.copies.first(is_copy(number, article, group_of), names)?;
        Ok(first.map(Rank::seq))
    }

    /// All copies, by the numbers of their articles; `None` if nothing has changed.
    ///
    /// # Errors
    /// If the rows cannot be read; nothing has changed then.
    pub(super) fn settle(&mut self, names: &mut Names<'_>) -> io::Result<Option<Vec<CopyRow>>> {
        if self.changed.is_empty() {
            return Ok(None);
        }
        for number in &self.changed {
            let Some(group) = self.groups.get_mut(number) else { continue };
            if group.settle(*number, &self.group_of, names)?.is_empty() {
                self.group_of.remove(&group.article.0);
                self.groups.remove(number);
            }
        }
        self.changed.clear();
        let mut groups: Vec<&Group> =
            self.groups.values().filter(|group| !group.is_orphan).collect();
        groups.sort_unstable_by_key(|group| group.article);
        let mut rows = Vec::with_capacity(self.group_of.len());
        for group in groups {
            let article = group.article.0;
            rows.extend(group.copies.ranks().iter().map(|rank| CopyRow { article, rank: *rank }));
        }
        Ok(Some(rows))
    }
}

impl Group {
    fn settle(
        &mut self,
        number: u32,
        group_of: &HashMap<u32, u32>,
        names: &mut Names<'_>,
    ) -> io::Result<Arc<Vec<Rank>>> {
        self.copies.settle(is_copy(number, self.article, group_of), names)
    }
}

/// Whether a row is a copy in the group of this number.
fn is_copy(number: u32, article: Seq, group_of: &HashMap<u32, u32>) -> impl Fn(Seq) -> bool {
    move |seq| seq != article && group_of.get(&seq.0) == Some(&number)
}
