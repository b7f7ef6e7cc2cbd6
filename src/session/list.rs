//! One list of headlines: what it was asked to show, the rows near the viewport, the cursor.
//!
//! A million rows cost what a screen of them costs: only a window of headlines is held, requested
//! before its edge is reached. A new answer replaces the rows on the screen only once its own rows
//! have arrived, so nothing flickers while the user types or the library grows.

mod anchors;
mod headings;
mod view_state;

use std::ops::Range;

use chrono::NaiveDate;

pub use view_state::Spot;

use super::{
    Effect, Generation, KeptPlace, ListAnswer, ListName, Question, Ticket, Window,
    scroll::{Scroll, Shape},
};
use crate::config::ListConfig;
use crate::domain::{Applied, ArticleId, Extent, Headline, Listing, Seq};

/// Rows asked for above and below the screen: at least this many, so that a small terminal does
/// not ask for every other key, and at most that many, so that a tall one asks for a few hundred.
const MARGIN: (usize, usize) = (30, 100);

/// The rows that are on the screen and the answer that they belong to.
#[derive(Debug, Default)]
struct Shown {
    /// As it was when this was answered.
    ticket: Ticket,
    listing: Listing,
    n_rows: usize,
    extent: Extent,
    /// Articles that the query names and that are gone.
    n_gone: usize,
    first: usize,
    rows: Vec<Headline>,
    /// Other forms of the words asked for.
    forms: Vec<Box<str>>,
    /// Rows that were asked for last, and may be under way.
    asked: Range<usize>,
    /// Where the cursor was put when these rows came.
    landed: usize,
    /// Rows that are still to be scrolled by once they have come; up if negative.
    owed: isize,
}

/// How the newest answer relates to the library.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Standing {
    #[default]
    Current,
    /// The library changed while it was under way.
    Outdated,
    /// It could not be had, and is asked for again when the library changes.
    Failed,
}

/// A list and its place on the screen.
#[derive(Debug, Default)]
pub struct List {
    name: ListName,
    config: ListConfig,
    /// What it was asked to show last; what it shows may be older.
    pub listing: Listing,
    ticket: Ticket,
    shown: Shown,
    scroll: Scroll,
    standing: Standing,
    /// The reader has moved in it; until then it stays at its top while articles come in.
    is_touched: bool,
    opens_cursor: bool,
    /// Cells of the titles that are scrolled away on the left.
    pub title_shift: usize,
    /// Where a range was begun that is being selected.
    anchor: Option<(usize, Seq)>,
    /// The place of the last session, until it has been found or the reader has moved.
    returning: Option<KeptPlace>,
}

/// A line of the screen.
#[derive(Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// The heading of a day; `None` is *undated*.
    Day(Option<NaiveDate>),
    /// The heading of a source, in a list by source.
    Source(&'a str),
    /// A folded day, in a row of its own, by its first article.
    Folded { row: usize, headline: &'a Headline },
    /// A row, several lines tall; the headline is missing while it is being read. Where days have
    /// headings, one that `is_lone` is the only one of its day and has none.
    Row { row: usize, headline: Option<&'a Headline>, is_lone: bool },
}

/// The result of searching the loaded rows for a row.
#[derive(Debug, PartialEq, Eq)]
pub enum Near {
    At(usize),
    Nowhere,
    /// It may be among rows that are not loaded.
    Unknown,
}

impl List {
    pub fn new(name: ListName, config: &ListConfig) -> Self {
        Self { name, config: config.clone(), ..Self::default() }
    }

    /// Takes other settings.
    pub(super) fn configure(&mut self, config: &ListConfig) {
        self.config = config.clone();
    }

    pub fn name(&self) -> ListName {
        self.name
    }

    /// What is on the screen answers this.
    pub fn shown(&self) -> &Listing {
        &self.shown.listing
    }

    /// Other forms of the words asked for that were looked for, too.
    pub fn forms(&self) -> &[Box<str>] {
        &self.shown.forms
    }

    /// Of the rows on the screen.
    pub fn generation(&self) -> Generation {
        self.shown.ticket.newest()
    }

    /// Stands for the rows on the screen.
    pub(super) fn shown_ticket(&self) -> Ticket {
        self.shown.ticket
    }

    /// Rows that are there; more may follow.
    pub fn n_rows(&self) -> usize {
        self.shown.n_rows
    }

    /// Whether all rows are there.
    pub fn is_complete(&self) -> bool {
        self.shown.extent.has_all_rows()
    }

    /// How far the rows on the screen are there, and whether they are final.
    pub fn extent(&self) -> Extent {
        self.shown.extent
    }

    /// Nothing has been answered yet, or the newest question has not.
    pub fn is_waiting(&self) -> bool {
        self.ticket.has_moved_since(self.shown.ticket) || self.ticket.is_unused()
    }

    pub fn cursor(&self) -> usize {
        self.scroll.cursor
    }

    pub fn top(&self) -> usize {
        self.scroll.top
    }

    pub fn headline_at(&self, row: usize) -> Option<&Headline> {
        self.shown.rows.get(row.checked_sub(self.shown.first)?)
    }

    /// The headline under the cursor, unless there is none or it is still being read.
    pub fn headline(&self) -> Option<&Headline> {
        self.headline_at(self.scroll.cursor)
    }

    pub fn headline_of(&self, id: ArticleId) -> Option<&Headline> {
        self.shown.rows.iter().find(|headline| headline.id == id)
    }

    /// Asks for [`List::listing`] again. With `keeps_place` the article under the cursor stays
    /// where it is on the screen; otherwise the list starts at its top.
    pub fn relist(&mut self, keeps_place: bool, is_refresh: bool) -> Effect {
        self.standing = Standing::Current;
        self.is_touched &= keeps_place;
        let keep = self.headline().map(|headline| headline.id).filter(|_| self.is_touched);
        Effect::Ask(Question::List {
            list: self.name,
            generation: self.ticket.ask(),
            listing: self.listing.clone(),
            keep,
            is_refresh,
            window: self.window(),
        })
    }

    /// Asks for [`List::listing`] again because the library has changed; while a question is
    /// under way it waits for its answer, so that a library that changes all the time is seen.
    pub fn refresh(&mut self) -> Option<Effect> {
        let is_under_way = self.is_waiting() || self.extent().is_being_counted();
        if is_under_way && self.standing != Standing::Failed {
            self.standing = Standing::Outdated;
            return None;
        }
        Some(self.relist(true, true))
    }

    /// Asks again if the library has changed since the question that has just been answered.
    pub fn catch_up(&mut self) -> Option<Effect> {
        if self.standing == Standing::Outdated { self.refresh() } else { None }
    }

    /// Takes in that the newest list could not be had. If the library has changed since it was
    /// asked for, it is asked for again.
    pub fn on_unanswered(&mut self, generation: Generation) -> Option<Effect> {
        self.ticket.take(generation, ())?;
        self.shown.asked = 0..0;
        let was_outdated = self.standing == Standing::Outdated;
        self.standing = Standing::Failed;
        if was_outdated { self.refresh() } else { None }
    }

    /// Shows nothing, and drops what may still be answered.
    pub fn clear(&mut self) {
        self.ticket.withdraw();
        let ticket = self.ticket;
        self.shown = Shown { ticket, extent: Extent::Whole, ..Shown::default() };
        (self.scroll.cursor, self.scroll.top) = (0, 0);
        (self.standing, self.is_touched) = (Standing::Current, false);
        (self.anchor, self.returning) = (None, None);
    }

    /// The rows that are to come with the next answer.
    fn window(&self) -> Window {
        let line = match &self.returning {
            Some(place) => place.line.min(self.scroll.height),
            None if self.is_touched => self.scroll.line(&self.shape()),
            None => 0,
        };
        let row = self.returning.as_ref().map(|place| place.row);
        Window { row, line, n_lines: self.scroll.height, margin: self.margin() }
    }

    /// Takes a list with its first rows; an answer to an older question is dropped.
    pub fn on_listed(&mut self, answer: ListAnswer) -> Option<Effect> {
        let answer = self.ticket.take(answer.generation, answer)?;
        if self.ticket.has_moved_since(self.shown.ticket) {
            self.swap(answer);
            return None;
        }
        let ListAnswer { generation, n_rows, extent, n_gone, cursor, first, rows, forms, .. } =
            answer;
        self.shown.forms = forms;
        let may_move = !self.is_complete() && self.shown.landed == self.scroll.cursor;
        (self.shown.n_rows, self.shown.extent) = (n_rows, extent);
        self.shown.n_gone = n_gone;
        if let Some(row) = cursor.filter(|_| may_move) {
            (self.scroll.cursor, self.scroll.is_turned) = (row, false);
            self.shown.landed = row;
        }
        self.fit();
        self.on_rows(generation, first, rows)
    }

    /// Takes rows; those of an older answer or of a place left long ago are dropped. If only the
    /// first of those that were asked for have come, asks for the rest.
    pub fn on_rows(
        &mut self,
        generation: Generation,
        first: usize,
        rows: Vec<Headline>,
    ) -> Option<Effect> {
        let rows = self.shown.ticket.take(generation, rows).filter(|rows| !rows.is_empty())?;
        let come = first..first + rows.len();
        let asked = self.shown.asked.clone();
        if come.start == asked.start && come.start == self.loaded().end {
            self.shown.rows.extend(rows);
        } else if come.start == asked.start || come.contains(&self.scroll.cursor) {
            (self.shown.first, self.shown.rows) = (first, rows);
        } else {
            return None;
        }
        self.fit();
        self.scroll_owed();
        let rest = come.end..asked.end.min(self.shown.n_rows);
        let is_short = come.start == asked.start && !rest.is_empty();
        is_short.then(|| self.ask_for(rest))
    }

    fn loaded(&self) -> Range<usize> {
        self.shown.first..self.shown.first + self.shown.rows.len()
    }

    /// Rows that can be asked for: beyond those that are known if there may be more.
    fn n_askable(&self) -> usize {
        let beyond = if self.shown.extent == Extent::More { self.margin() } else { 0 };
        self.shown.n_rows.saturating_add(beyond)
    }

    /// Asks for rows if the viewport comes near the edge of those loaded.
    pub fn load(&mut self) -> Option<Effect> {
        let near = self.around(self.next_top(), self.n_askable(), self.margin() / 2);
        let (loaded, asked) = (self.loaded(), &self.shown.asked);
        // The rest of rows whose first have come continues them.
        let is_rest = loaded.contains(&asked.start) || asked.start == loaded.end;
        let due = if is_rest { loaded.start.min(asked.start)..asked.end } else { asked.clone() };
        if near.is_empty() || covers(&loaded, &near) || covers(&due, &near) {
            return None;
        }
        Some(self.ask())
    }

    /// Takes a change of marks over into the rows that are loaded.
    pub fn on_applied(&mut self, change: &Applied) {
        for headline in &mut self.shown.rows {
            if change.ids.binary_search(&headline.id).is_ok() {
                headline.marks.set(change.mark, change.value);
            }
        }
    }

    /// Looks for the next or previous row that `is_wanted` among those loaded.
    pub fn near(&self, is_down: bool, is_wanted: impl Fn(&Headline) -> bool) -> Near {
        let mut row = self.scroll.cursor;
        loop {
            let next = if is_down { row.checked_add(1) } else { row.checked_sub(1) };
            let Some(next) = next.filter(|next| *next < self.shown.n_rows) else {
                let is_end = !is_down || self.is_complete();
                return if is_end { Near::Nowhere } else { Near::Unknown };
            };
            match self.headline_at(next) {
                Some(headline) if headline.folded.is_none() && is_wanted(headline) => {
                    return Near::At(next);
                }
                Some(_) => row = next,
                None => return Near::Unknown,
            }
        }
    }

    /// Asks that the article under the cursor be opened as soon as its headline is there.
    pub fn open_when_loaded(&mut self) {
        self.opens_cursor = true;
    }

    /// The article to open now, if one was waited for and is there.
    pub fn take_opening(&mut self) -> Option<ArticleId> {
        let id = self.headline()?.id;
        std::mem::take(&mut self.opens_cursor).then_some(id)
    }

    /// Moves the cursor, to the last row if there are fewer.
    pub fn move_to(&mut self, row: usize) {
        self.is_touched = true;
        self.returning = None;
        self.opens_cursor = false;
        self.shown.owed = 0;
        (self.scroll.cursor, self.scroll.is_turned) = (row, false);
        self.fit();
    }

    /// Moves the cursor and the screen by as many rows.
    pub fn page(&mut self, is_down: bool, n_rows: usize) {
        let step = |row: usize| {
            if is_down { row.saturating_add(n_rows) } else { row.saturating_sub(n_rows) }
        };
        self.scroll.top = step(self.scroll.top);
        self.move_to(step(self.scroll.cursor));
    }

    /// Moves the cursor without scrolling: to the top of the screen (0), its middle (1) or its
    /// bottom (2).
    pub fn move_on_screen(&mut self, half: usize) {
        let row = self.scroll.row_at(half, &self.shape());
        self.move_to(row);
    }

    /// Scrolls so that the cursor is at the top of the screen (0), in its middle (1) or at its
    /// bottom (2).
    pub fn align(&mut self, half: usize) {
        let mut scroll = self.scroll;
        scroll.align(half, &self.shape());
        self.scroll = scroll;
        self.fit();
    }

    /// The rows on the screen.
    pub fn visible(&self) -> Range<usize> {
        self.scroll.visible(&self.shape())
    }

    /// Says how many lines there are to draw in, and how wide they are.
    pub fn set_size(&mut self, n_lines: usize, width_cells: usize) {
        if self.scroll.height != n_lines {
            (self.scroll.height, self.scroll.is_turned) = (n_lines, false);
        }
        self.scroll.width_cells = width_cells;
        self.fit();
    }

    /// Lines of one row.
    pub fn row_lines(&self) -> usize {
        self.shape().row_lines
    }

    /// What is drawn, from the top of the screen on.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let shape = self.shape();
        let mut used = 0;
        (self.scroll.top..self.shown.n_rows)
            .take_while(move |row| {
                let fits = used < self.scroll.height;
                used += shape.lines_of(*row);
                fits
            })
            .flat_map(move |row| {
                let heading = self.heading_above(row);
                heading.into_iter().chain([self.row_line(row)])
            })
    }

    fn shape(&self) -> Shape<'_> {
        let row_lines = match self.name {
            ListName::Results if 4 <= self.scroll.height => 2,
            ListName::Library if self.shows_leads() => 2,
            ListName::Library | ListName::Results => 1,
        };
        Shape {
            n_rows: self.shown.n_rows,
            row_lines,
            has_headings: self.has_days() || self.has_sources(),
            scrolloff: self.config.scrolloff,
            is_headed: Box::new(|row| self.heading_above(row).is_some()),
            has_folds: !self.shown.listing.folds.is_empty(),
            is_folded: Box::new(|row| self.is_folded(row)),
        }
    }

    fn fit(&mut self) {
        let mut scroll = self.scroll;
        scroll.settle(&self.shape());
        self.scroll = scroll;
    }

    /// Shows the newest answer.
    fn swap(&mut self, answer: ListAnswer) {
        let ListAnswer { n_rows, extent, n_gone, cursor, first, rows, forms, .. } = answer;
        let cursor = self.returning.as_ref().map(|place| place.row).or(cursor);
        let line = self.scroll.line(&self.shape());
        let before = self.scroll.cursor;
        let old = self.headline().map(|headline| headline.id);
        let found = old.and_then(|id| rows.iter().position(|headline| headline.id == id));
        let landed = match found {
            _ if !self.is_touched => cursor.unwrap_or(0),
            Some(at) => first + at,
            None => cursor.unwrap_or(self.scroll.cursor),
        };
        let landed = landed.min(n_rows.saturating_sub(1));
        self.shown = Shown {
            ticket: self.ticket,
            listing: self.listing.clone(),
            n_rows,
            extent,
            n_gone,
            first,
            rows,
            forms,
            asked: 0..0,
            landed,
            owed: 0,
        };
        self.scroll.cursor = landed;
        self.move_anchor(before);
        let line = match &self.returning {
            Some(place) => place.line,
            None if self.is_touched => line,
            None => 0,
        };
        let mut scroll = self.scroll;
        scroll.put_at(line, &self.shape());
        self.scroll = scroll;
        self.is_touched |= self.returning.is_some();
        self.fit();
    }

    fn margin(&self) -> usize {
        self.scroll.height.clamp(MARGIN.0, MARGIN.1)
    }

    /// The screen that starts at `top` and `margin` rows around it.
    fn around(&self, top: usize, n_rows: usize, margin: usize) -> Range<usize> {
        Window { row: Some(top), line: 0, n_lines: self.scroll.height, margin }.rows(None, n_rows)
    }
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
