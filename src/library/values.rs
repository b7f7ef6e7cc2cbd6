//! Offers what a query can ask for: values that articles of the library have in common.

use super::{
    Cancel, Library, LibraryError,
    question::{FacetWanted, ValuesWanted},
    read,
};
use crate::{base::Clean, domain::Mark};

impl Library {
    /// Values with the number of all articles that have them: those that begin with what was typed
    /// first, then those that contain it; in either part in the order of the facet.
    ///
    /// # Errors
    /// If the cache was damaged or deleted, or `cancel` was cancelled.
    pub fn values(
        &self,
        wanted: &ValuesWanted,
        cancel: &Cancel,
    ) -> Result<Vec<(Clean, usize)>, LibraryError> {
        let snapshot = self.snapshot();
        let counting = self.heard(self.counting(&snapshot).map_err(Into::into))?;
        // A copy, so that marking does not have to wait.
        let marks = read(&self.shared.marks).clone();
        let counted = counting.counted(snapshot.alive().clone(), marks.of(Mark::Read));
        let contains = wanted.typed.clone();
        let values = FacetWanted { contains, n_values: usize::MAX, ..FacetWanted::default() };
        let facet = counting.facet(wanted.kind, &counted, &marks, &values, cancel)?;
        let typed = wanted.typed.to_lowercase();
        let named = facet.values.into_iter().filter(|it| !it.value.is_empty());
        let (begun, others): (Vec<_>, Vec<_>) =
            named.partition(|it| it.value.to_lowercase().starts_with(&typed));
        let offered = begun.into_iter().chain(others).take(wanted.n_values);
        Ok(offered.map(|it| (it.value, it.n_hits)).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::FacetKind,
        library::{Cancel, question::ValuesWanted, tests::Fixture},
    };

    #[test]
    fn values_are_offered_by_what_was_typed_with_all_their_articles() {
        let fixture = Fixture::new(&[
            ("sea/1", "One\n20260301\nhttps://tide.example/1\nText.\n"),
            ("sea/2", "Two\n20260302\nhttps://lowtide.example/1\nText.\n"),
            ("land/3", "Three\n20260402\nhttps://lowtide.example/2\nText.\n"),
            ("land/4", "Four\n\nText.\n"),
        ]);
        let library = fixture.scan();
        let offered = |kind, typed: &str| {
            let wanted = ValuesWanted { kind, typed: typed.to_owned(), n_values: 3 };
            let values = library.values(&wanted, &Cancel::never()).unwrap();
            values.into_iter().map(|(value, n)| format!("{value} {n}")).collect::<Vec<_>>()
        };
        assert_eq!(offered(FacetKind::Source, "TIDE"), ["tide.example 1", "lowtide.example 2"]);
        assert_eq!(offered(FacetKind::Folder, "s"), ["sea/ 2"]);
        assert_eq!(offered(FacetKind::Month, "2026"), ["2026-04 1", "2026-03 2"]);
        assert_eq!(offered(FacetKind::Month, ""), ["2026-04 1", "2026-03 2", "none 1"]);
        assert_eq!(offered(FacetKind::State, "un"), ["unread 4", "undated 1"]);
    }
}
