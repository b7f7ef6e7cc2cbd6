//! The list in plain mode: a window of numbered lines at a time.

use super::{
    page::Page,
    reader::{Answer, GoingOn, Reader, lines},
    sentence,
};
use crate::{
    base::{
        language::dates::{Form, day},
        wording,
    },
    domain::{Extent, Headline, Listing, Mark, View},
    library::Seek,
};

impl Reader {
    /// Rebuilds the list, with new articles, and prints it from a number on.
    pub(super) fn list_anew(&mut self, number: Option<usize>, page: Page) -> Answer {
        let listing = self.library.shown().listing.clone();
        self.renew(&listing)?;
        let row = number.unwrap_or(1) - 1;
        if 0 < row && self.library.shown().ends_before(row) {
            return Err(self.no_number(row + 1));
        }
        self.list_from(row, page)
    }

    /// Lists something else, or in another order.
    pub(super) fn list(&mut self, listing: &Listing, page: Page) -> Answer {
        self.renew(listing)?;
        self.article = None;
        self.list_from(0, page)
    }

    fn renew(&mut self, listing: &Listing) -> Result<(), String> {
        let open = self.article.as_ref().map(|open| open.headline.id);
        let row = self.library.list(listing, open).map_err(|error| error.to_string())?;
        if let Some(open) = &mut self.article {
            open.row = row;
        }
        Ok(())
    }

    pub(super) fn list_on(&mut self, page: Page) -> Answer {
        if !self.said.is_empty() && self.library.shown().ends_before(self.said.end) {
            return Err(wording!("plain-list-end").to_owned());
        }
        self.list_from(self.said.end, page)
    }

    pub(super) fn list_back(&mut self, page: Page) -> Answer {
        if self.said.start == 0 {
            return Err(wording!("plain-list-start").to_owned());
        }
        self.list_from(self.said.start.saturating_sub(page.n_lines), page)
    }

    /// Says the rows from `start` on, as many as a page has, and which ones they are.
    pub(super) fn list_from(&mut self, start: usize, page: Page) -> Answer {
        let rows = self.library.rows(start..start.saturating_add(page.n_lines));
        let rows = rows.map_err(|error| error.to_string())?;
        let said = start..start + rows.len();
        let numbered = rows.iter().zip(said.start + 1..);
        let mut texts: Vec<String> =
            numbered.map(|(headline, number)| self.row(headline, number)).collect();
        let marked = rows.iter().filter(|headline| headline.is_marked());
        let marked: Vec<_> = marked.map(|headline| headline.id).collect();
        texts.extend(self.store.said_of_shown(&marked));
        texts.extend(self.unread_files());
        texts.push(self.range(&said));
        let n_gone = self.library.shown().n_gone;
        if 0 < n_gone {
            texts.push(wording!("plain-gone", n = n_gone));
        }
        (self.said, self.place, self.going_on) = (said.clone(), start..start, GoingOn::List);
        Ok(lines(texts))
    }

    /// `12. Admiral puts to sea. courier.example, 12 March 2026, unread`
    fn row(&self, headline: &Headline, number: usize) -> String {
        let title = sentence(&headline.title);
        format!("{number}. {title} {}", self.told_of(headline))
    }

    /// What is known of an article besides its title.
    pub(super) fn told_of(&self, headline: &Headline) -> String {
        let date = match (headline.date, &self.config.list.date_format) {
            (Some(date), Some(format)) => format.write(date),
            (Some(date), None) => day(date, Form::WithoutWeekday),
            (None, _) => wording!("undated").to_owned(),
        };
        let unread = (!headline.has(Mark::Read)).then(|| Mark::Read.said(false));
        let marks = headline.marks.iter().filter(|mark| *mark != Mark::Read);
        let marks = unread.into_iter().chain(marks.map(|mark| mark.said(true)));
        let copies = (0 < headline.n_copies).then(|| wording!("n-copies", n = headline.n_files()));
        let parts = [headline.source.as_str(), &date].into_iter().chain(marks);
        parts.chain(copies.as_deref()).collect::<Vec<_>>().join(", ")
    }

    /// `Numbers 1 to 20 of 312: unread articles, newest first. Enter goes on.`
    fn range(&self, said: &std::ops::Range<usize>) -> String {
        let shown = self.library.shown();
        let (total, listed) = (shown.n_rows, self.described());
        if said.is_empty() && shown.extent != Extent::Whole {
            return wording!("plain-none-yet", listed = listed);
        }
        if said.is_empty() {
            return wording!("plain-none-listed", listed = listed);
        }
        let (first, last) = (said.start + 1, said.end);
        let numbers = if first == last {
            wording!("plain-number-of", number = first, total = total, listed = listed)
        } else {
            wording!("plain-numbers-of", first = first, last = last, total = total, listed = listed)
        };
        let is_end = shown.ends_before(last);
        let end = if is_end { wording!("plain-the-end") } else { wording!("plain-goes-on") };
        format!("{numbers} {end}")
    }

    /// That the list is not final, where it is not.
    fn unread_files(&self) -> Vec<String> {
        match self.library.shown().extent {
            Extent::Whole => Vec::new(),
            Extent::Stopped => vec![wording!("plain-stopped").to_owned()],
            Extent::SoFar | Extent::PageOf(_) | Extent::Page | Extent::More => {
                let so_far = wording!("plain-so-far").to_owned();
                [so_far].into_iter().chain(self.doing.clone()).collect()
            }
        }
    }

    /// What is listed: `unread articles that have "rust belt", newest first`.
    pub(super) fn described(&self) -> String {
        let listing = &self.library.shown().listing;
        let mut what = match listing.view {
            View::All => wording!("plain-all"),
            View::Unread => wording!("plain-unread"),
            View::Starred => wording!("plain-starred"),
            View::Changed => wording!("plain-changed"),
        }
        .to_owned();
        if let Some(query) = &listing.query {
            what = wording!("plain-that-have", what = what, query = query.to_string());
        }
        format!("{what}, {}", listing.spoken_order())
    }

    /// The headline of a number of the list.
    pub(super) fn headline(&mut self, number: usize) -> Result<Headline, String> {
        let row = number - 1;
        let found = self.library.rows(row..row + 1);
        let found = found.map_err(|error| error.to_string())?.pop();
        found.ok_or_else(|| self.no_number(number))
    }

    fn no_number(&self, number: usize) -> String {
        wording!("plain-no-number", number = number, n = self.library.shown().n_rows)
    }

    /// The row of the nearest unread article after, or before, what was said or opened last.
    pub(super) fn unread_row(&mut self, is_down: bool) -> Result<Option<usize>, String> {
        let (from, seek) = match (is_down, self.place.end.checked_sub(1)) {
            (false, _) => (self.place.start, Seek::PreviousUnread),
            (true, Some(before)) => (before, Seek::NextUnread),
            (true, None) if self.is_first_unread()? => return Ok(Some(0)),
            (true, None) => (0, Seek::NextUnread),
        };
        self.library.seek(from, seek).map_err(|error| error.to_string())
    }

    /// Whether the first article of the list is unread: there is no row before it to look from.
    fn is_first_unread(&mut self) -> Result<bool, String> {
        let first = self.library.rows(0..1).map_err(|error| error.to_string())?;
        Ok(first.first().is_some_and(|headline| !headline.has(Mark::Read)))
    }
}
