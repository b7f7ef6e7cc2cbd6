//! Rows of a list that are remembered longer than they are loaded: where a range was begun, where the last session ended.

use std::ops::Range;

use super::List;
use crate::{
    domain::Seq,
    session::{Effect, KeptPlace, Question, Seek, Then},
};

impl List {
    /// Begins a range at the cursor, once its headline is there.
    pub(in crate::session) fn begin_range(&mut self) {
        let row = self.scroll.cursor;
        self.anchor = self.headline().map(|headline| (row, headline.seq));
    }

    /// The rows that are being selected: from where that was begun to the cursor.
    pub fn range(&self) -> Option<Range<usize>> {
        let (row, cursor) = (self.anchor?.0, self.scroll.cursor);
        Some(row.min(cursor)..row.max(cursor) + 1)
    }

    /// Ends the range: the articles it lies between. If the one under the cursor is still being
    /// read, the range waits for it.
    pub(in crate::session) fn take_range(&mut self) -> Option<(Seq, Seq)> {
        let cursor = self.headline()?.seq;
        self.anchor.take().map(|(_, anchor)| (anchor, cursor))
    }

    /// Finds the row where a range was begun again: where its article stands now, else as far from
    /// the cursor as before.
    pub(super) fn move_anchor(&mut self, cursor_before: usize) {
        let Some((row, seq)) = self.anchor else { return };
        let found = self.shown.rows.iter().position(|headline| headline.seq == seq);
        let moved = (row + self.scroll.cursor).saturating_sub(cursor_before);
        let row = found.map_or(moved, |at| self.shown.first + at);
        self.anchor = Some((row.min(self.shown.n_rows.saturating_sub(1)), seq));
    }

    /// The position of the cursor, for the next session; `None` if it has not been moved.
    pub(in crate::session) fn place(&self) -> Option<KeptPlace> {
        if self.returning.is_some() {
            return self.returning.clone();
        }
        let id = self.headline().filter(|_| self.is_touched)?.id.to_string();
        let line = self.scroll.line(&self.shape());
        Some(KeptPlace { id, row: self.scroll.cursor, line })
    }

    /// Goes to the row where the article of the last session stands now, on the same line.
    pub(in crate::session) fn restore_place(&mut self, row: usize) {
        if let Some(place) = self.returning.take() {
            self.scroll.cursor = row.min(self.shown.n_rows.saturating_sub(1));
            let mut scroll = self.scroll;
            scroll.put_at(place.line, &self.shape());
            self.scroll = scroll;
            self.fit();
        }
    }

    /// Goes to a place of the last session with the next answer.
    pub(in crate::session) fn return_to(&mut self, place: Option<KeptPlace>) {
        self.returning = place;
    }

    /// Whether rows have come with the place of the last session. If another article stands there
    /// now, the one that is meant is to be searched for.
    pub(in crate::session) fn arrive(&mut self) -> Option<Effect> {
        let place = self.returning.as_ref()?;
        let headline = self.headline()?;
        let id = place.id.parse().ok();
        if id.is_none() || id == Some(headline.id) {
            self.returning = None;
            return None;
        }
        let (list, generation, from) = (self.name, self.generation(), self.cursor());
        id.map(|id| {
            Effect::Ask(Question::Seek {
                list,
                generation,
                from,
                seek: Seek::Article(id),
                then: Then::RestorePlace,
            })
        })
    }
}
