//! Narrowing the list in front: by a time, by what articles have in common, back and forward.
//!
//! What narrows is text of the query, which the prompt shows and takes: [`crate::domain::narrowing`].

use super::{Effect, LIST, Notice, SEARCH, Session};
use crate::base::wording;
use crate::domain::{FacetKind, Listing, Period, View, narrowing};
use crate::query::{Days, Query, QueryError, QueryField};

/// The field of times.
const DATE: &str = "date";

/// Queries that were narrowed.
#[derive(Debug, Default)]
pub(super) struct Narrowings {
    /// Oldest first; an empty one is the whole library.
    back: Vec<String>,
    /// Nearest last.
    forward: Vec<String>,
}

impl Session {
    /// What the list in front was asked for, as a query.
    pub fn asked_for(&self) -> String {
        if self.search.is_open {
            let text = &self.search.text;
            // The last word is a beginning while it is typed.
            let strict = self.config.vocabulary().strict(text);
            let is_finished = strict.ok() == self.search.query;
            let query = self.search.query.as_ref().filter(|_| !is_finished);
            return query.map_or_else(|| text.clone(), Query::to_string);
        }
        self.lists.library.listing.view.query().to_owned()
    }

    /// The view that the list in front is within.
    pub fn view(&self) -> View {
        if self.search.is_open {
            narrowing::view(&self.asked_for())
        } else {
            self.lists.library.listing.view
        }
    }

    /// Lists only the articles of a view: in a search by its query, as text of the prompt.
    pub fn show_view(&mut self, view: View) -> Vec<Effect> {
        if self.search.is_open {
            let text = narrowing::viewed(&self.asked_for(), view);
            return self.narrow(&text);
        }
        self.relist(|list| list.listing.view = view)
    }

    /// Lists only what a query finds among what is listed.
    ///
    /// # Errors
    /// If the query that comes of it cannot be understood.
    pub fn filter_by(&mut self, more: &str) -> Result<Vec<Effect>, QueryError> {
        // By itself, so that the column of a mistake is that of what was typed.
        let vocabulary = self.config.vocabulary();
        vocabulary.strict(more)?;
        let text = narrowing::with(&self.asked_for(), more);
        vocabulary.strict(&text)?;
        Ok(self.narrow(&text))
    }

    /// Opens the prompt with what the list was asked for, to go on with it.
    pub fn begin_to_filter(&mut self) -> Vec<Effect> {
        let text = self.asked_for();
        let is_searching = self.search.is_open;
        self.open_search();
        self.search.goes_on = true;
        self.show(SEARCH);
        let vocabulary = self.config.vocabulary();
        let query = vocabulary.strict(&text).unwrap_or_else(|_| vocabulary.typed(&text));
        if is_searching || query.is_empty() {
            return Vec::new();
        }
        self.search.text = text;
        self.search_by(query, false)
    }

    /// Sorts the list in front; what its query says of the order goes.
    pub fn sort(&mut self, change: impl FnOnce(&mut Listing)) -> Vec<Effect> {
        let is_said =
            self.search.query.as_ref().is_some_and(|query| query.showing().sort.is_some());
        if !is_said || !self.search.is_open {
            return self.relist(|list| change(&mut list.listing));
        }
        // What the query says is where the change begins.
        let listing = &self.front().listing;
        let asked = listing.as_asked().unwrap_or_else(|_| listing.clone());
        let text = narrowing::unsorted(&self.asked_for());
        let mut effects = self.search_again(&text);
        effects.extend(self.relist(|list| {
            (list.listing.order, list.listing.is_reversed) = (asked.order, asked.is_reversed);
            change(&mut list.listing);
        }));
        effects
    }

    /// The search whose words can be shown in context; `None` if it marks none.
    pub fn context_listing(&self) -> Option<Listing> {
        let query = self.search.query.as_ref().filter(|_| self.search.is_open)?;
        (0 < query.n_lit()).then(|| self.lists.results.listing.clone())
    }

    /// Lists only articles of some days.
    pub fn narrow_to_days(&mut self, days: Days) -> Vec<Effect> {
        let text = narrowing::only(&self.asked_for(), DATE, &written(days));
        self.narrow(&text)
    }

    /// Lists only articles without a date.
    pub fn narrow_to_undated(&mut self) -> Vec<Effect> {
        let text = narrowing::only(&self.asked_for(), DATE, &FacetKind::none());
        self.narrow(&text)
    }

    /// Whether the list is narrowed to some time.
    pub fn is_narrowed_by_time(&self) -> bool {
        !narrowing::choice(&self.asked_for(), DATE).chosen.is_empty()
    }

    /// Chooses a value, or leaves it out; or does so no longer.
    pub fn narrow_by(&mut self, kind: FacetKind, value: &str, is_left_out: bool) -> Vec<Effect> {
        let text = self.asked_for();
        let change = if is_left_out { narrowing::left_out } else { narrowing::toggled };
        self.narrow(&change(&text, kind.field(), value))
    }

    /// Lists the articles of a step of the history, whatever was searched for.
    pub fn list_step(&mut self, number: u64) -> Vec<Effect> {
        self.close_search();
        self.show(LIST);
        let mut effects = self.search_again(&format!("{}:{number}", QueryField::Step.name()));
        self.search.remember(&self.lists.results.listing);
        effects.extend(self.load());
        effects
    }

    /// Lists what a query finds, whatever was searched for.
    pub fn list_query(&mut self, text: &str) -> Vec<Effect> {
        self.show(LIST);
        let mut effects = self.narrow(text);
        effects.extend(self.load());
        effects
    }

    /// Goes back to the query before the last narrowing, or forward again.
    pub fn narrow_back(&mut self, is_forward: bool) -> Vec<Effect> {
        let here = self.asked_for();
        let Narrowings { back, forward } = &mut self.lists.tallies.narrowings;
        let (from, to) = if is_forward { (forward, back) } else { (back, forward) };
        let there = loop {
            match from.pop() {
                Some(query) if query == here => (),
                query => break query,
            }
        };
        let Some(there) = there else {
            let later = is_forward.then(|| wording!("narrow-no-later"));
            self.say(Notice::note(later.unwrap_or_else(|| wording!("narrow-no-earlier"))));
            return Vec::new();
        };
        to.push(here);
        self.say(Notice::note(match there.as_str() {
            "" => wording!("narrow-all").to_owned(),
            query => wording!("narrow-now", query = query),
        }));
        self.search_again(&there)
    }

    fn narrow(&mut self, text: &str) -> Vec<Effect> {
        let here = self.asked_for();
        if here == text {
            return Vec::new();
        }
        let narrowings = &mut self.lists.tallies.narrowings;
        narrowings.forward.clear();
        narrowings.back.push(here);
        self.search_again(text)
    }

    /// Searches by a query that is finished; the pane in front stays there.
    fn search_again(&mut self, text: &str) -> Vec<Effect> {
        if let Some(view) = View::of_query(text) {
            let front = self.focus();
            self.close_search();
            self.show(if front == SEARCH { LIST } else { front });
            if self.lists.library.listing.view != view {
                return self.relist(|list| list.listing.view = view);
            }
            return self.load();
        }
        self.open_search();
        let vocabulary = self.config.vocabulary();
        let query = vocabulary.strict(text).unwrap_or_else(|_| vocabulary.typed(text));
        text.clone_into(&mut self.search.text);
        let mut effects = self.search_by(query, false);
        effects.extend(self.load());
        effects
    }
}

/// Days as a query takes them: `2022`, `2022-02`, `2022-02-10` or `2022-02-10..2022-03-01`.
fn written(days: Days) -> String {
    let is_whole = |period: &Period| period.days(days.first) == days;
    let whole = [Period::Year, Period::Month, Period::Day].into_iter().find(is_whole);
    if let Some(period) = whole {
        return period.written(days.first);
    }
    let day = |day| Period::Day.written(day);
    format!("{}..{}", day(days.first), day(days.last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_short_as_they_can_be() {
        let written = |first: &str, last: &str| {
            written(Days { first: first.parse().unwrap(), last: last.parse().unwrap() })
        };
        assert_eq!(written("2022-01-01", "2022-12-31"), "2022");
        assert_eq!(written("2022-02-01", "2022-02-28"), "2022-02");
        assert_eq!(written("2022-02-28", "2022-02-28"), "2022-02-28");
        assert_eq!(written("2022-02-01", "2022-03-31"), "2022-02-01..2022-03-31");
    }
}
