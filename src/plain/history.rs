//! The history of marks in plain mode: its steps, and the articles of one.

use super::{
    page::Page,
    reader::{Answer, GoingOn, Reader, lines},
    sentence,
};
use crate::{
    base::{
        Clean,
        language::dates::{Form, day},
        wording,
    },
    domain::{Listing, View},
    marks::database::HistoryStep,
    query::{Query, QueryField},
};

/// The first title of a step of more articles than this is not looked for.
const MOST_OF_A_TITLE: u64 = 1_000;

impl Reader {
    /// Tells the steps after the first `n_told`, newest first.
    pub(super) fn history(&mut self, n_told: usize, page: Page) -> Answer {
        let end = n_told.saturating_add(page.n_lines);
        // One more, to know whether there is more.
        let mut steps = self.store.history(end.saturating_add(1))?;
        let goes_on = end < steps.len();
        steps.truncate(end);
        let steps = steps.get(n_told..).unwrap_or_default();
        self.going_on = if goes_on { GoingOn::History(end) } else { GoingOn::List };
        if steps.is_empty() {
            return Ok(lines([wording!("plain-no-step").to_owned()]));
        }
        let mut texts: Vec<String> = steps.iter().map(|step| self.told_of_step(step)).collect();
        texts.push(if goes_on {
            wording!("plain-steps-go-on").to_owned()
        } else {
            wording!("plain-steps-end").to_owned()
        });
        Ok(lines(texts))
    }

    /// Lists the articles of a step, whatever was listed.
    pub(super) fn list_step(&mut self, number: usize, page: Page) -> Answer {
        let query = format!("{}:{number}", QueryField::Step.name());
        let query = Query::strict(&query)
            .map_err(|error| wording!("plain-not-searched", why = error.to_string()))?;
        let now = self.library.shown().listing.clone();
        let listing = Listing { query: Some(query), view: View::All, ..now };
        self.list(&listing, page)
    }

    /// `Step 17, 12 March 2026, 09:30: 2 marked read, Ferries return and 1 more.`
    fn told_of_step(&self, step: &HistoryStep) -> String {
        let at: chrono::DateTime<chrono::Local> = step.at.into();
        let date = day(at.date_naive(), Form::WithoutWeekday);
        let time = at.format("%H:%M").to_string();
        let what = sentence(&step.said(self.title_of(step).as_ref()));
        let number = step.number;
        if step.is_undone {
            wording!("plain-step-undone", number = number, date = date, time = time, what = what)
        } else {
            wording!("plain-step", number = number, date = date, time = time, what = what)
        }
    }

    /// The title of the first article of a step that is still in the library.
    fn title_of(&self, step: &HistoryStep) -> Option<Clean> {
        if MOST_OF_A_TITLE < step.n_articles {
            return None;
        }
        let ids = self.store.articles_of(step.number);
        let mut titles = ids.into_iter().filter_map(|id| self.library.headline(id).ok());
        titles.next().map(|headline| headline.title)
    }
}
