//! The articles that are selected, and what is done with many articles at once.
//!
//! The set belongs to the worker that changes it; what is held here is the copy it gave last,
//! which costs nothing to hold however many are selected. A deed on many articles is weighed first:
//! the answer says how many it would change, and above a number that is a setting the user is
//! asked. What was weighed is what is done: the set that was counted is the one that is handed on.

use std::sync::Arc;

use chrono::{NaiveTime, TimeDelta};

use super::{
    ASK, Effect, Generation, Group, ListName, MarkRequest, Notice, Question, Session, Targets,
    TerminalRequest, Ticket,
};
use crate::base::{Bits, Clean, wording};
use crate::domain::{Deed, Headline, SelectionChange, Seq, Side};
use crate::library::Selection;

/// Addresses opened at once: more windows than that are a mistake.
const MOST_OPENED: usize = 20;

/// What is selected, and what is being weighed.
#[derive(Debug, Default)]
pub struct Selected {
    pub selection: Selection,
    /// Changes that have been asked for and not been answered.
    n_asked: usize,
    /// Of the newest [`Question::Weigh`].
    ticket: Ticket,
}

/// A question that one key answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserQuestion {
    /// Whether to do it: `y` does. With the time at which it was asked.
    Deed { deed: Deed, chosen: Arc<Bits>, n_articles: usize, at: Option<NaiveTime> },
    /// The letter of a bookmark that is to be set.
    SetBookmark,
    /// The letter of a bookmark to go to.
    GoToBookmark,
}

/// A key that comes sooner after a question was meant for the screen before it.
const UNSEEN: TimeDelta = TimeDelta::milliseconds(500);

impl UserQuestion {
    /// Whether nobody can have read it yet, and a key is no answer.
    pub fn is_unseen(&self, now: Option<NaiveTime>) -> bool {
        let Self::Deed { at: Some(at), .. } = self else { return false };
        now.is_some_and(|now| (TimeDelta::zero()..UNSEEN).contains(&(now - *at)))
    }
}

impl Session {
    /// Whether anything is selected, or a range is being selected.
    pub fn has_selection(&self) -> bool {
        let Selected { selection, n_asked, .. } = &self.selected;
        // Keys typed together with a change act on its result.
        0 < selection.n_selected || 0 < *n_asked || self.front().range().is_some()
    }

    /// Takes the set as the worker has it now.
    pub(super) fn on_selected(&mut self, selection: Selection) {
        self.selected.selection = selection;
        self.selected.n_asked = self.selected.n_asked.saturating_sub(1);
    }

    pub(super) fn ask_to_select(&mut self, list: ListName, change: SelectionChange) -> Effect {
        self.selected.n_asked += 1;
        Effect::Ask(Question::Select { list, change })
    }

    /// Whether the article in `row` of the list in front is selected.
    pub fn is_selected(&self, row: usize, headline: &Headline) -> bool {
        let is_in_range = self.front().range().is_some_and(|range| range.contains(&row));
        is_in_range || self.selected.selection.set.contains(headline.seq.0)
    }

    /// Changes which articles are selected. A range that is being selected is selected first.
    pub fn select(&mut self, change: SelectionChange) -> Vec<Effect> {
        let mut effects = self.end_range();
        let list = self.front().name();
        effects.push(self.ask_to_select(list, change));
        effects
    }

    /// Begins a range at the cursor, or selects the one that was begun.
    pub fn toggle_range(&mut self) -> Vec<Effect> {
        if self.front().range().is_some() {
            return self.end_range();
        }
        self.front_mut().begin_range();
        Vec::new()
    }

    /// Selects the range that was begun, if one was.
    pub fn end_range(&mut self) -> Vec<Effect> {
        let list = self.front_mut().name();
        let ends = self.front_mut().take_range();
        let change = ends.map(|(from, to)| SelectionChange::Between(from, to));
        change.map(|change| self.ask_to_select(list, change)).into_iter().collect()
    }

    /// Clears the open range, or else the selection. `None` if there is neither.
    pub fn unselect(&mut self) -> Option<Vec<Effect>> {
        if self.front_mut().take_range().is_some() {
            return Some(Vec::new());
        }
        (0 < self.selected.selection.n_selected).then(|| self.select(SelectionChange::Nothing))
    }

    /// Does something with everything that is selected.
    pub fn deal_with_selected(&mut self, deed: Deed) -> Vec<Effect> {
        let mut effects = self.end_range();
        if self.front().range().is_some() {
            self.say(Notice::warning(wording!("list-still-reading")));
            return effects;
        }
        effects.push(self.weigh(deed, Group::Selected));
        effects
    }

    /// Does something with every article of the list in front.
    pub fn deal_with_all(&mut self, deed: Deed) -> Vec<Effect> {
        self.deal_with_rows(deed, Group::All(self.front().name()))
    }

    /// Does something with the rows above or below an article of the list in front.
    pub fn deal_beside(&mut self, deed: Deed, side: Side, seq: Seq) -> Vec<Effect> {
        self.deal_with_rows(deed, Group::Beside(self.front().name(), side, seq))
    }

    fn deal_with_rows(&mut self, deed: Deed, group: Group) -> Vec<Effect> {
        if self.front().extent().is_being_counted() {
            self.say(Notice::warning(wording!("list-still-counting")));
            return Vec::new();
        }
        vec![self.weigh(deed, group)]
    }

    fn weigh(&mut self, deed: Deed, group: Group) -> Effect {
        let generation = self.selected.ticket.ask();
        Effect::Ask(Question::Weigh { generation, deed, group })
    }

    pub(super) fn on_weighed(
        &mut self,
        generation: Generation,
        deed: Deed,
        chosen: Arc<Bits>,
        n_articles: usize,
    ) -> Vec<Effect> {
        let weighed = self.selected.ticket.take(generation, (deed, chosen));
        let Some((deed, chosen)) = weighed else { return Vec::new() };
        let limit = limit_of(deed).filter(|limit| *limit < n_articles);
        if let Some(limit) = limit {
            let text = wording!("too-many", n = n_articles, limit = limit);
            self.say(Notice::warning(text));
            return Vec::new();
        }
        let is_free = matches!(deed, Deed::CopyTitles | Deed::CopyUrls);
        let most = if deed == Deed::OpenUrls { 1 } else { self.config.list.ask_above };
        match n_articles {
            0 => self.say(Notice::note(nothing_to(deed))),
            n if is_free || n <= most => return self.perform(deed, chosen),
            _ => {
                let at = self.said.notices.time;
                self.said.question = Some(UserQuestion::Deed { deed, chosen, n_articles, at });
                self.show(ASK);
            }
        }
        Vec::new()
    }

    /// Does what the question was about.
    pub fn perform(&mut self, deed: Deed, chosen: Arc<Bits>) -> Vec<Effect> {
        match deed {
            Deed::Mark { mark, value } => {
                self.opened.step = None;
                let value = value.unwrap_or(true);
                vec![Effect::Mark(MarkRequest::Mark { targets: Targets::Set(chosen), mark, value })]
            }
            Deed::OpenUrls | Deed::CopyUrls | Deed::CopyTitles => {
                let limit = limit_of(deed).unwrap_or(usize::MAX);
                vec![Effect::Ask(Question::Gather { deed, chosen, limit })]
            }
        }
    }

    pub(super) fn on_gathered(&mut self, deed: Deed, lines: Vec<Clean>) -> Vec<Effect> {
        if lines.is_empty() {
            self.say(Notice::note(nothing_to(deed)));
            return Vec::new();
        }
        match deed {
            Deed::OpenUrls => lines.into_iter().map(Effect::open_url).collect(),
            Deed::CopyUrls | Deed::CopyTitles => {
                vec![Effect::Terminal(TerminalRequest::CopyLines {
                    what: Clean::new(&wording!("copied-lines", n = lines.len())),
                    lines,
                })]
            }
            Deed::Mark { .. } => Vec::new(),
        }
    }

    /// Articles may have gone, some of those that are selected among them.
    pub(super) fn recount_selected(&mut self) -> Option<Effect> {
        let has_any = 0 < self.selected.selection.n_selected;
        has_any.then(|| self.ask_to_select(ListName::Library, SelectionChange::Recount))
    }
}

fn limit_of(deed: Deed) -> Option<usize> {
    match deed {
        Deed::Mark { .. } | Deed::CopyUrls | Deed::CopyTitles => None,
        Deed::OpenUrls => Some(MOST_OPENED),
    }
}

fn nothing_to(deed: Deed) -> &'static str {
    match deed {
        Deed::Mark { .. } => wording!("nothing-to-mark"),
        Deed::OpenUrls | Deed::CopyUrls => wording!("no-addresses"),
        Deed::CopyTitles => wording!("nothing-to-copy"),
    }
}
