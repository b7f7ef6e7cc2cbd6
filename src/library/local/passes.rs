//! Answers that may take a pass over the whole library: searches for rows, selections, the size of
//! a deed, sources and problems.

use std::sync::PoisonError;

use super::Local;
use crate::{
    base::{Bits, wording},
    domain::{Generation, SelectionChange},
    library::{
        Answer, Cancel, Group, Library, LibraryError, ListName, Listed, Seek, Selection,
        TallyAnswer, TallyWanted, Then,
    },
    query::Days,
};

/// Sources that are offered: more than anybody looks through, few enough to look through by key.
pub(super) const MOST_SOURCES: usize = 10_000;

/// A row that was searched for, and the message about it.
pub(super) struct Sought {
    pub(super) row: Option<usize>,
    pub(super) said: Option<String>,
}

impl Sought {
    fn at(row: Option<usize>, missing: &str, listed: &Listed) -> Self {
        let said = row.is_none().then(|| listed.extent.missing(missing));
        Self { row, said }
    }
}

impl Local {
    /// Changes the selection. The result is reported even if that fails.
    pub(super) fn select(
        &self,
        list: ListName,
        change: &SelectionChange,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        let listed = self.lists.newest(list);
        let mut selection = self.selection.lock().unwrap_or_else(PoisonError::into_inner);
        let selected = self.library.select(&mut selection, change, listed.as_deref(), cancel);
        send(Answer::Selected(selection.clone()));
        selected
    }

    /// Counts what a list shows, unless that has been replaced.
    pub(super) fn tally(
        &self,
        (list, generation): (ListName, Generation),
        wanted: &TallyWanted,
        cancel: &Cancel,
        send: &mut dyn FnMut(Answer),
    ) -> Result<(), LibraryError> {
        let Some(listed) = self.lists.at(list, generation) else { return Ok(()) };
        let answer = || {
            let tally = self.library.tally(&listed, wanted, cancel)?;
            let extent = listed.extent;
            Ok(Answer::Tally(TallyAnswer { list, generation, extent, tally }))
        };
        self.with_marks(answer, send)
    }

    /// What is selected now.
    fn selection(&self) -> Selection {
        self.selection.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The articles that are meant.
    pub(super) fn chosen(&self, group: &Group) -> Bits {
        match group {
            Group::All(list) => {
                self.lists.newest(*list).map(|it| Library::all_of(&it)).unwrap_or_default()
            }
            Group::Beside(list, side, seq) => self
                .lists
                .newest(*list)
                .map(|listed| Library::beside(&listed, *side, *seq))
                .unwrap_or_default(),
            Group::Selected => (*self.selection().set).clone(),
        }
    }

    /// Finds a row. The message about a missing one is left out if nobody waits for the row.
    pub(super) fn seek(
        &self,
        listed: &Listed,
        from: usize,
        (seek, then): (&Seek, Then),
        cancel: &Cancel,
    ) -> Result<Sought, LibraryError> {
        let library = &self.library;
        let mut sought = match seek {
            Seek::NextUnread | Seek::PreviousUnread => {
                let is_down = *seek == Seek::NextUnread;
                let row = library.unread_beside(listed, from, is_down);
                Sought { row, said: None }
            }
            Seek::Day(text) => self.seek_day(listed, text)?,
            Seek::Title(text) => Sought::at(
                Library::row_of_title(listed, from, text, cancel)?,
                &wording!("jump-no-title", text = text),
                listed,
            ),
            Seek::Source(text) => Sought::at(
                Library::row_of_source(listed, from, text)?,
                &wording!("jump-no-source", text = text),
                listed,
            ),
            Seek::Article(id) => {
                let row = library.locate(listed, *id);
                Sought::at(row, wording!("jump-no-article"), listed)
            }
        };
        if then == Then::RestorePlace {
            sought.said = None;
        }
        Ok(sought)
    }

    fn seek_day(&self, listed: &Listed, text: &str) -> Result<Sought, LibraryError> {
        let Some(days) = Days::parse(text, chrono::Local::now().date_naive()) else {
            // Not a day, however many files are read.
            return Ok(Sought { row: None, said: Some(wording!("jump-what-date", text = text)) });
        };
        let row = Library::row_of_days(listed, days)?;
        let is_of = |row: usize| {
            let headlines = self.library.headlines(listed, row..row + 1).unwrap_or_default();
            let date = headlines.first().and_then(|headline| headline.date);
            date.is_some_and(|date| (days.first..=days.last).contains(&date))
        };
        let mut sought = Sought::at(row, wording!("jump-no-date"), listed);
        if row.is_some_and(|row| !is_of(row)) {
            sought.said = Some(wording!("jump-nearest", text = text));
        }
        Ok(sought)
    }
}
