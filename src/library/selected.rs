//! The selected articles: one bit each, whatever list they were selected in.

use std::sync::Arc;

use super::{Library, LibraryError, Listed, read};
use crate::{
    base::{Bits, Clean},
    domain::{ArticleId, Deed, Listing, Order, SelectionChange, Seq, Side},
    index::Cancel,
};

/// The articles that are selected. Cheap to hand around: the set is shared until it changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    pub set: Arc<Bits>,
    pub n_selected: usize,
    /// The catalogue that the numbers are of.
    pub key: u64,
}

impl Library {
    /// Changes the selection within the list `listed`.
    ///
    /// # Errors
    /// If a search is needed and fails or was cancelled; nothing has changed then.
    pub fn select(
        &self,
        selection: &mut Selection,
        change: &SelectionChange,
        listed: Option<&Listed>,
        cancel: &Cancel,
    ) -> Result<(), LibraryError> {
        let snapshot = self.snapshot();
        let key = snapshot.state().key;
        if selection.key != key {
            *selection = Selection { key, ..Selection::default() };
        }
        let listed = listed.map(|it| chosen(it, change)).unwrap_or_default();
        let set = Arc::make_mut(&mut selection.set);
        match change {
            SelectionChange::Toggle(seq) => set.set(seq.0, !set.contains(seq.0)),
            SelectionChange::Between(..) | SelectionChange::Beside(..) | SelectionChange::Every => {
                set.add(&listed);
            }
            SelectionChange::Invert => set.flip(&listed),
            SelectionChange::Matching(query) => {
                let query = Some(query.clone());
                let listing = Listing { query, order: Order::Date, ..Listing::default() };
                set.add(&all(&self.list(&listing, None, cancel)?));
            }
            SelectionChange::Nothing => *set = Bits::default(),
            SelectionChange::Restore { catalogue, set: kept } if *catalogue == key => set.add(kept),
            SelectionChange::Restore { .. } | SelectionChange::Recount => (),
        }
        set.keep(snapshot.alive());
        selection.n_selected = set.count();
        Ok(())
    }

    /// The rows of a list on one side of an article.
    pub fn beside(listed: &Listed, side: Side, seq: Seq) -> Bits {
        chosen(listed, &SelectionChange::Beside(side, seq))
    }

    /// All articles of a list.
    pub fn all_of(listed: &Listed) -> Bits {
        all(listed)
    }

    /// The effect of a deed: which way a toggle goes, and the articles that it would change.
    pub fn weigh(&self, deed: Deed, mut chosen: Bits) -> (Deed, Bits) {
        chosen.keep(self.snapshot().alive());
        let Deed::Mark { mark, value } = deed else { return (deed, chosen) };
        let marks = read(&self.shared.marks);
        let marked = marks.of(mark);
        let n_marked = chosen.count_common(marked);
        let value = value.unwrap_or(n_marked < chosen.count());
        if value {
            chosen.remove(marked);
        } else {
            chosen.keep(marked);
        }
        (Deed::Mark { mark, value: Some(value) }, chosen)
    }

    /// The ids of a set of articles, for marking them.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub(super) fn ids_in(&self, chosen: &Bits) -> Result<Vec<ArticleId>, LibraryError> {
        let snapshot = self.snapshot();
        let n_chosen = chosen.count();
        if n_chosen < snapshot.state().n_rows as usize / 64 {
            return chosen.iter().map(|seq| Ok(snapshot.record(Seq(seq))?.id)).collect();
        }
        // One pass over all rows costs less than a read for each.
        let mut ids = Vec::with_capacity(n_chosen);
        snapshot.each_record(Seq(0), |seq, record| {
            if chosen.contains(seq.0) {
                ids.push(record.id);
            }
        })?;
        Ok(ids)
    }

    /// What a deed takes of a set of articles, newest first: their addresses or their titles, at
    /// most `limit`. Articles that state no address are left out.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn gather(
        &self,
        deed: Deed,
        chosen: &Bits,
        limit: usize,
    ) -> Result<Vec<Clean>, LibraryError> {
        let snapshot = self.snapshot();
        let seqs = snapshot.ranks().iter().map(|rank| rank.seq());
        let mut lines = Vec::new();
        for seq in seqs.filter(|seq| chosen.contains(seq.0)) {
            if limit <= lines.len() {
                break;
            }
            let strings = snapshot.strings(&snapshot.record(seq)?)?;
            match deed {
                Deed::OpenUrls | Deed::CopyUrls => lines.extend(strings.url),
                Deed::CopyTitles => lines.push(strings.title),
                Deed::Mark { .. } => (),
            }
        }
        Ok(lines)
    }
}

/// The rows of a list that a change speaks of.
fn chosen(listed: &Listed, change: &SelectionChange) -> Bits {
    let n_rows = listed.len();
    let rows = match change {
        SelectionChange::Between(from, to) => match (listed.row_of(*from), listed.row_of(*to)) {
            (Some(from), Some(to)) => from.min(to)..from.max(to) + 1,
            (Some(row), None) | (None, Some(row)) => row..row + 1,
            (None, None) => 0..0,
        },
        SelectionChange::Beside(side, seq) => match (listed.row_of(*seq), side) {
            (Some(row), Side::Above) => 0..row,
            (Some(row), Side::Below) => row + 1..n_rows,
            (None, _) => 0..0,
        },
        SelectionChange::Every | SelectionChange::Invert => return all(listed),
        SelectionChange::Toggle(_)
        | SelectionChange::Matching(_)
        | SelectionChange::Nothing
        | SelectionChange::Restore { .. }
        | SelectionChange::Recount => 0..0,
    };
    listed.seqs(rows).map(|seq| seq.0).collect()
}

fn all(listed: &Listed) -> Bits {
    listed.seqs(0..listed.len()).map(|seq| seq.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Mark;
    use crate::query::Query;

    #[test]
    fn a_selection_hangs_on_articles_not_on_rows_and_outlive_orders_and_searches() {
        let fixture = crate::library::tests::three();
        let library = fixture.scan();
        let list = |is_reversed| {
            let listing = Listing { is_reversed, ..Listing::default() };
            library.list(&listing, None, &Cancel::never()).unwrap()
        };
        let (newest, oldest) = (list(false), list(true));
        let seqs: Vec<Seq> = newest.seqs(0..3).collect();
        let mut selection = Selection::default();
        let mut select = |change: SelectionChange, list| {
            library.select(&mut selection, &change, Some(list), &Cancel::never()).unwrap();
            let selected = newest.seqs(0..3).map(|seq| selection.set.contains(seq.0));
            assert_eq!(selection.n_selected, selection.set.count());
            selected.map(u8::from).collect::<Vec<_>>()
        };
        assert_eq!(select(SelectionChange::Toggle(seqs[1]), &newest), [0, 1, 0]);
        assert_eq!(select(SelectionChange::Invert, &oldest), [1, 0, 1]);
        assert_eq!(select(SelectionChange::Nothing, &newest), [0, 0, 0]);
        assert_eq!(select(SelectionChange::Between(seqs[2], seqs[1]), &newest), [0, 1, 1]);
        assert_eq!(select(SelectionChange::Beside(Side::Below, seqs[1]), &oldest), [1, 1, 1]);
        assert_eq!(select(SelectionChange::Nothing, &newest), [0, 0, 0]);
        let ferry = Query::strict("ferry").unwrap();
        assert_eq!(select(SelectionChange::Matching(ferry), &newest), [1, 0, 1]);
    }

    #[test]
    fn a_toggle_of_many_sets_the_mark_unless_all_have_it() {
        let fixture = crate::library::tests::three();
        let library = fixture.scan();
        let everything = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
        let chosen = Library::all_of(&everything);
        let toggle = Deed::Mark { mark: Mark::Read, value: None };
        let ids = library.ids_in(&chosen).unwrap();
        let mut marks = fixture.marks();
        let mut mark = |ids: Vec<ArticleId>| {
            let change = crate::domain::MarkChange { mark: Mark::Read, value: true, ids };
            library.take_marks(&marks.apply(&change).unwrap().unwrap()).unwrap();
        };
        mark(ids[..1].to_vec());
        let (deed, changing) = library.weigh(toggle, chosen.clone());
        assert_eq!(deed, Deed::Mark { mark: Mark::Read, value: Some(true) });
        assert_eq!(library.ids_in(&changing).unwrap(), ids[1..]);
        mark(ids[1..].to_vec());
        let (deed, changing) = library.weigh(toggle, chosen.clone());
        assert_eq!(deed, Deed::Mark { mark: Mark::Read, value: Some(false) });
        assert_eq!(changing.count(), 3);
        let titles = library.gather(Deed::CopyTitles, &chosen, 2).unwrap();
        assert_eq!(titles.iter().map(Clean::as_str).collect::<Vec<_>>(), ["Two", "Three"]);
    }
}
