//! Finds the row of a day or of a title in a list.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Library, LibraryError, Listed};
use crate::{
    base::{Bits, Clean},
    domain::{Order, Rank, Seq},
    index::Cancel,
    query::Days,
};

/// Rows looked at beyond the first title that contains a text, for one that begins with it.
const PATIENCE_ROWS: usize = 10_000;

impl Library {
    /// The first row whose article is of one of `days`; if there is none, the first of the nearest
    /// day before, else of the nearest one after. `None` if no article has a date.
    ///
    /// If rows stand by date this is a binary search, otherwise a pass over them.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn row_of_days(listed: &Listed, days: Days) -> Result<Option<usize>, LibraryError> {
        match listed.listing.order {
            Order::Date => by_search(listed, days),
            Order::Relevance | Order::Hits if listed.listing.query.is_none() => {
                by_search(listed, days)
            }
            Order::Relevance | Order::Hits | Order::Source | Order::Title | Order::Words => {
                Ok(by_pass(listed, days))
            }
        }
    }

    /// The first row below `from`, from the end on at the start again, whose title begins with
    /// `text`, else the first that contains it; letters large or small.
    ///
    /// # Errors
    /// If the cache was damaged, or `cancel` was.
    pub fn row_of_title(
        listed: &Listed,
        from: usize,
        text: &str,
        cancel: &Cancel,
    ) -> Result<Option<usize>, LibraryError> {
        let wanted = text.to_lowercase();
        let n_rows = listed.len();
        let from = from.min(n_rows);
        let mut contains: Option<(usize, usize)> = None;
        for (n_seen, row) in (from + 1..n_rows).chain(0..(from + 1).min(n_rows)).enumerate() {
            if n_seen.is_multiple_of(256) && cancel.is_cancelled() {
                return Err(LibraryError::Cancelled);
            }
            if contains.is_some_and(|(_, seen)| seen + PATIENCE_ROWS < n_seen) {
                break;
            }
            let Some(seq) = listed.seq(row) else { continue };
            let snapshot = &listed.snapshot;
            let title = snapshot.strings(&snapshot.record(seq)?)?.title.to_lowercase();
            if title.starts_with(&wanted) {
                return Ok(Some(row));
            }
            if contains.is_none() && title.contains(&wanted) {
                contains = Some((row, n_seen));
            }
        }
        Ok(contains.map(|(row, _)| row))
    }

    /// The first row below `from`, from the end on at the start again, of an article that has a
    /// place of a source that is called `text`, else of one with `text` in its name; letters large or small. A pass over the
    /// catalogue.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn row_of_source(
        listed: &Listed,
        from: usize,
        text: &str,
    ) -> Result<Option<usize>, LibraryError> {
        let wanted = text.to_lowercase();
        let snapshot = &listed.snapshot;
        let names: Vec<String> =
            snapshot.state().sources.names.iter().map(|name| name.to_lowercase()).collect();
        let numbers = |is_meant: &dyn Fn(&str) -> bool| -> Bits {
            names.iter().zip(0..).filter(|(name, _)| is_meant(name)).map(|(_, at)| at).collect()
        };
        let mut meant = numbers(&|name| name == wanted);
        if meant.count() == 0 {
            meant = numbers(&|name| name.contains(&wanted));
        }
        let mut of_it = Bits::default();
        snapshot.each_record(Seq(0), |seq, record| {
            if meant.contains(record.source) {
                of_it.set(seq.0, true);
            }
        })?;
        for copy in snapshot.state().copies.iter() {
            if of_it.contains(copy.rank.seq().0) {
                of_it.set(copy.article, true);
            }
        }
        let n_rows = listed.len();
        let from = from.min(n_rows);
        let mut rows = (from + 1..n_rows).chain(0..(from + 1).min(n_rows));
        Ok(rows.find(|row| listed.seq(*row).is_some_and(|seq| of_it.contains(seq.0))))
    }

    /// The sources with their articles, those with most first, at most `limit`; an article whose
    /// places have several counts for each of them. A pass over the catalogue.
    ///
    /// # Errors
    /// If the cache was damaged or deleted.
    pub fn sources(&self, limit: usize) -> Result<Vec<(Clean, usize)>, LibraryError> {
        let snapshot = self.snapshot();
        let copies = &snapshot.state().copies;
        let mut counts = vec![0_usize; snapshot.state().sources.names.len()];
        let mut source_of = HashMap::new();
        let are_shared: Bits =
            copies.iter().flat_map(|copy| [copy.article, copy.rank.seq().0]).collect();
        snapshot.each_record(Seq(0), |seq, record| {
            if are_shared.contains(seq.0) {
                source_of.insert(seq.0, record.source);
            } else if let Some(count) = counts.get_mut(record.source as usize)
                && snapshot.alive().contains(seq.0)
            {
                *count += 1;
            }
        })?;
        for copies in copies.chunk_by(|one, two| one.article == two.article) {
            let rows = copies.iter().map(|copy| copy.rank.seq().0).chain([copies[0].article]);
            let sources: HashSet<u32> =
                rows.filter_map(|row| source_of.get(&row).copied()).collect();
            for source in sources {
                if let Some(count) = counts.get_mut(source as usize) {
                    *count += 1;
                }
            }
        }
        let names = snapshot.state().sources.names.iter().zip(counts);
        let is_there = |(name, count): &(&Clean, usize)| 0 < *count && !name.is_empty();
        let mut sources: Vec<(Clean, usize)> =
            names.filter(is_there).map(|(name, count)| (name.clone(), count)).collect();
        sources.sort_by(|(one, n_one), (other, n_other)| {
            n_other.cmp(n_one).then_with(|| one.as_str().cmp(other.as_str()))
        });
        sources.truncate(limit);
        Ok(sources)
    }
}

fn by_search(listed: &Listed, days: Days) -> Result<Option<usize>, LibraryError> {
    let n_rows = listed.len();
    let date = |row: usize| -> Result<Option<NaiveDate>, LibraryError> {
        match listed.seq(row) {
            Some(seq) => Ok(listed.snapshot.record(seq)?.rank.date()),
            None => Ok(None),
        }
    };
    let first_row = |is_before: &dyn Fn(Option<NaiveDate>) -> bool| {
        let (mut low, mut high) = (0, n_rows);
        while low < high {
            let middle = low + (high - low) / 2;
            if is_before(date(middle)?) { low = middle + 1 } else { high = middle }
        }
        Ok::<usize, LibraryError>(low)
    };
    if !listed.listing.is_reversed {
        // Newest first, undated last.
        let row = first_row(&|date| date.is_some_and(|date| days.last < date))?;
        if row < n_rows && date(row)?.is_some() {
            return Ok(Some(row));
        }
        let Some(oldest) = row.checked_sub(1) else { return Ok(None) };
        let oldest = date(oldest)?;
        return first_row(&|date| oldest < date).map(Some);
    }
    let row = first_row(&|date| date.is_none_or(|date| date < days.first))?;
    if row < n_rows && date(row)?.is_some_and(|date| date <= days.last) {
        return Ok(Some(row));
    }
    let older = match row.checked_sub(1) {
        Some(above) => date(above)?,
        None => None,
    };
    match older {
        Some(_) => first_row(&|date| date < older).map(Some),
        None => Ok((row < n_rows).then_some(row)),
    }
}

fn by_pass(listed: &Listed, days: Days) -> Option<usize> {
    let all: Bits = listed.seqs(0..listed.len()).map(|seq| seq.0).collect();
    let ranks = listed.snapshot.ranks();
    let newest = ranks.partition_point(|rank| rank.date().is_some_and(|date| days.last < date));
    let is_listed = |rank: &&Rank| all.contains(rank.seq().0) && rank.date().is_some();
    let nearest = ranks[newest..].iter().find(is_listed);
    let nearest = nearest.or_else(|| ranks[..newest].iter().rev().find(is_listed))?.date()?;
    let is_exact = days.first <= nearest && nearest <= days.last;
    let days = if is_exact { days } else { Days { first: nearest, last: nearest } };
    let is_day = |date: NaiveDate| days.first <= date && date <= days.last;
    let is_wanted = |rank: &&Rank| rank.date().is_some_and(is_day);
    let wanted: Bits = ranks.iter().filter(is_wanted).map(|rank| rank.seq().0).collect();
    (0..listed.len()).find(|row| listed.seq(*row).is_some_and(|seq| wanted.contains(seq.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::Listing, library::tests};

    #[test]
    fn a_day_is_found_in_every_order_and_the_nearest_older_one_where_it_is_missing() {
        let fixture = tests::three();
        fixture.write("c/four.txt", &tests::article("Four", "20260310", "Much later."));
        fixture.write("c/five.txt", &tests::article("Five", "20260303", "The same day."));
        fixture.write("c/six.txt", &tests::article("Six", "no date", "Whenever."));
        let library = fixture.scan();
        let days = |text| Days::parse(text, NaiveDate::MIN).unwrap();
        for order in [Order::Date, Order::Title, Order::Source] {
            for is_reversed in [false, true] {
                let listing = Listing { order, is_reversed, ..Listing::default() };
                let list = library.list(&listing, None, &Cancel::never()).unwrap();
                let rows = library.headlines(&list, 0..list.len()).unwrap();
                assert_eq!(rows.len(), 6);
                for (asked, from, to) in [
                    ("2026-03-03", "2026-03-03", "2026-03-03"),
                    ("2026-03-02", "2026-03-02", "2026-03-02"),
                    ("2026-03-09", "2026-03-03", "2026-03-03"),
                    ("2027", "2026-03-10", "2026-03-10"),
                    ("2026-03", "2026-03-01", "2026-03-31"),
                    ("2020", "2026-03-01", "2026-03-01"),
                ] {
                    let (from, to) = (days(from).first, days(to).first);
                    let expected =
                        rows.iter().position(|it| it.date.is_some_and(|it| from <= it && it <= to));
                    let found = Library::row_of_days(&list, days(asked)).unwrap();
                    assert_eq!(found, expected, "{asked} {order:?} {is_reversed}");
                }
            }
        }
    }

    #[test]
    fn a_title_is_found_from_the_cursor_on_and_around_the_end() {
        let fixture = tests::three();
        let library = fixture.scan();
        let list = library.list(&Listing::default(), None, &Cancel::never()).unwrap();
        let find = |from, text| Library::row_of_title(&list, from, text, &Cancel::never()).unwrap();
        assert_eq!((find(0, "t"), find(1, "T"), find(2, "t")), (Some(1), Some(0), Some(0)));
        assert_eq!((find(0, "hre"), find(0, "ne"), find(0, "zzz")), (Some(1), Some(2), None));
        assert_eq!(find(1, "o"), Some(2), "what begins with it comes before what contains it");
    }
}
