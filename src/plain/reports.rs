//! What a search finds, looked at closely: each place in its context, and how the query was understood.

use super::{
    page::Page,
    reader::{Answer, Reader, lines},
};
use crate::{
    base::{
        Clean,
        language::dates::{Form, day},
        wording,
    },
    domain::ContextOrder,
    library::{KwicLine, KwicWanted},
    query::Query,
};

/// Cells on either side of a word: a clause or two.
const CONTEXT_CELLS: usize = 60;

impl Reader {
    /// A line a place, those of the newest articles first, as many as a page has.
    pub(super) fn context(&mut self, page: Page) -> Answer {
        let listing = self.library.shown().listing.clone();
        if listing.query.as_ref().is_none_or(|query| query.n_lit() == 0) {
            return Err(wording!("plain-search-what").to_owned());
        }
        let wanted = KwicWanted {
            order: ContextOrder::Date,
            n_cells: CONTEXT_CELLS,
            lines: 0..page.n_lines,
            counts_on: true,
        };
        let answer =
            self.library.kwic(&listing, wanted, None).map_err(|error| error.to_string())?;
        let mut texts: Vec<String> = answer.lines.iter().map(said).collect();
        let n_left = answer.n_lines.saturating_sub(answer.lines.len());
        texts.push(if answer.is_exact() {
            wording!("plain-more-values", n = n_left)
        } else {
            wording!("plain-more-places", n = n_left)
        });
        Ok(lines(texts))
    }

    /// How the query of the list was understood, and what each part of it finds.
    pub(super) fn explain(&mut self) -> Answer {
        let query: Option<Query> = self.library.shown().listing.query.clone();
        let Some(query) = query else { return Err(wording!("plain-search-what").to_owned()) };
        let explanation = self.library.explain(&query).map_err(|error| error.to_string())?;
        let understood = wording!("explain-understood", query = query.bracketed());
        Ok(lines([understood]).into_iter().chain(explanation.lines()).collect())
    }
}

fn said(line: &KwicLine) -> String {
    let undated = || wording!("undated").to_owned();
    let date = line.headline.date.map_or_else(undated, |date| day(date, Form::Full));
    let (place, source) = (&line.place, line.headline.source.to_string());
    let passage = [&place.left, &place.word, &place.right].map(Clean::as_str).join(" ");
    wording!("plain-place", source = source, date = date, passage = passage.trim())
}
